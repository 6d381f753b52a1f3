"""Segments that are nothing but figures (table cells), written without asking an engine."""

from __future__ import annotations

import re

from l10n.figures import dates, money, numerals, times
from l10n.figures.english import Figure, Kind, find
from l10n.languages import base

_LETTER = re.compile(r"[^\W\d_]")
_NUMBER_SIGN = re.compile(r"\b(?:No|Nos)\.\s?(?=\d)")
_UNITS = {
    "ru": {"km": "км", "kg": "кг", "m": "м", "cm": "см", "mm": "мм", "g": "г", "t": "т", "ha": "га", "km/h": "км/ч"},
    "az": {"km": "km", "kg": "kq", "m": "m", "cm": "sm", "mm": "mm", "g": "q", "t": "t", "ha": "ha", "km/h": "km/saat"},
}
_MEASURE = re.compile(rf"({'|'.join(sorted(_UNITS['ru'], key=len, reverse=True))})(?![\w/])")


def standalone(source: str, locale: str) -> str | None:
    """The finished target of a text that is only figures and signs; ``None`` where there are words to translate."""
    lang = base(locale)
    if not source.strip() or lang not in ("ru", "az"):
        return None
    figures = find(source)
    if any(figure.scale == 100 or figure.kind is Kind.WEEKDAY for figure in figures):
        return None
    pieces: list[str] = []
    done = 0
    for figure in figures:
        pieces += [source[done : figure.start], _written(figure, lang)]
        done = figure.end
    pieces.append(source[done:])
    between = pieces[::2]
    for number, text in enumerate(between):
        plain = _between(text, lang, first=number == 0)
        if plain is None:
            return None
        pieces[2 * number] = plain
    return "".join(pieces)


def _between(text: str, lang: str, *, first: bool) -> str | None:
    """What stands around figures: signs, a number sign, a unit behind a number; ``None`` for other words."""
    text = re.sub(r"\bNos?\.\s?$", f"№{numerals.NBSP}", text)
    if not first:
        unit = re.match(r"(\s?)", text)
        space = unit[1] if unit else ""
        measure = _MEASURE.match(text, len(space))
        if measure:
            text = space + _UNITS[lang][measure[1]] + text[measure.end() :]
            return text if not _LETTER.search(text[len(space) + len(_UNITS[lang][measure[1]]) :]) else None
        if re.fullmatch(r"\s?°\s?[CF]\s*", text):
            return text
    return None if _LETTER.search(text) else text


def _written(figure: Figure, lang: str) -> str:
    """One figure in the target's writing."""
    if figure.kind is Kind.DATE:
        return dates.written(figure, lang)
    if figure.kind is Kind.TIME:
        return times.written(figure) if figure.half else figure.text
    if figure.kind is Kind.MONEY and figure.unit in money.CURRENCIES:
        return money.written(figure, lang)
    number = numerals.written(figure.number, lang)
    if figure.kind is Kind.PERCENT:
        return f"{number}%"
    if figure.kind is Kind.ORDINAL:
        return f"{number}-й" if lang == "ru" else f"{number}-{numerals.ending(number, 'ci')}"
    if figure.kind is Kind.DECADE:
        return f"{number}-е" if lang == "ru" else f"{number}-{numerals.ending(number, 'ci')} illər"
    if figure.kind is Kind.NUMBER and figure.scale >= 1_000:
        return f"{number} {numerals.SCALES[lang][figure.scale]}"
    return number if figure.kind is Kind.NUMBER else figure.text
