"""Times of the day by the 24-hour clock: 5:30 p.m. -> 17:30."""

from __future__ import annotations

import re

from l10n.figures.english import Figure
from l10n.figures.numerals import ending
from l10n.languages import base
from l10n.locate import Working, linked, overlaps

_PART = {
    "ru": re.compile(r"\b(?:вечера|вечером|дня|днем|днём|утра|утром|ночи|ночью|пополудни|полдень|полудня)\b", re.I),
    "az": re.compile(r"\b(?:axşam\w*|səhər\w*|günorta\w*|gecə\w*|gündüz\w*|sübh\w*)\b", re.I),
}
"""Words that tell the half of the day where the clock has twelve hours."""
_HOURS = r"(?:[ \u00a0]час(?:ов|а)?(?!\w))?"
_HALF = r"[ \u00a0]?(?:[apр]\.?[ \u00a0]?m\b\.?|[ап]\.?[ \u00a0]?м\b\.?|[рp]\.[ \u00a0]?м\.)"


def written(figure: Figure) -> str:
    """``17:00``; an hour before ten has one digit, as newspapers write it."""
    hour, minute = figure.clock or (0, 0)
    return f"{hour}:{minute:02d}"


def repaired(times: tuple[Figure, ...], working: Working, locale: str) -> Working:
    """The translation with every time that it leaves in English or writes with a point by the 24-hour clock."""
    lang = base(locale)
    if lang not in _PART:
        return working
    for figure in times:
        working = _without_half(figure, working, lang)
    return working


def _without_half(figure: Figure, working: Working, lang: str) -> Working:
    clock = figure.clock
    if clock is None:
        return working
    minute = clock[1]
    hours = {clock[0], clock[0] % 12 or 12}
    for hour in sorted(hours, reverse=True):
        minutes = rf"[:.,]{minute:02d}" if minute else r"(?:[:.,]00)?"
        english = re.compile(rf"(?<![\d.,:])0?{hour}{minutes}{_HALF}", re.I) if figure.half else None
        match = english.search(working.text) if english else None
        if match:
            stop = "." if _sentence_stop(match, working.text) else ""
            return working.replaced(match.span(), written(figure) + stop, figure.at)
    return _pointed(figure, working, hours, lang)


def _sentence_stop(match: re.Match[str], text: str) -> bool:
    """The point of ``p.m.`` is also the full stop."""
    return match[0].endswith(".") and not text[match.end() :].strip("\"'»”“ ")


def _pointed(figure: Figure, working: Working, hours: set[int], lang: str) -> Working:
    """``5,30`` or ``5.30`` for a time with minutes, and a bare hour, each where the half of the day is not said."""
    hour, minute = figure.clock or (0, 0)
    if not minute and not figure.half:
        return working
    for own in sorted(hours, reverse=True):
        shape = rf"[.,:]{minute:02d}" if minute else r"(?:[:.,]00)?"
        for match in re.finditer(
            rf"(?<![\d.,:-])0?{own}{shape}(?![\d%]|[.,:]\d)(?:-(?P<suffix>\w+))?{_HOURS}", working.text
        ):
            if _said(working.text, match.end(), match.start(), lang):
                if minute and ":" not in match[0]:
                    digits = f"{own}:{minute:02d}"
                    return working.replaced((match.start(), match.start() + len(digits)), digits, figure.at)
                continue
            if match[0] == written(figure):
                continue
            if not minute and (own == hour or not _is_hour(match, working, figure, lang)):
                continue
            if own == hour and re.match(rf"0?{own}:", match[0]):
                continue
            suffix = f"-{ending(written(figure), match['suffix'])}" if match["suffix"] and lang == "az" else ""
            return working.replaced(match.span(), written(figure) + suffix, figure.at)
    return working


def _said(text: str, end: int, start: int, lang: str) -> bool:
    near = text[end : end + 22] if lang == "ru" else text[max(0, start - 22) : start]
    return _PART[lang].search(near) is not None


def _is_hour(match: re.Match[str], working: Working, figure: Figure, lang: str) -> bool:
    """«в 5», «в 5 часов», "saat 5-də": where the alignment points, or the only such place."""
    before, after = working.text[: match.start()], working.text[match.end() :]
    if match["suffix"] and lang == "ru":
        return False
    if lang == "az":
        said = re.search(r"\bsaat\w*[ \u00a0]+$", before, re.I) is not None
    else:
        said = re.search(r"\b(?:в|к|до|с|после|около)[ \u00a0]+$", before, re.I) is not None
        said = said and (match[0].endswith(("час", "часа", "часов")) or _no_noun(after))
    place = linked(working.text, working.links, figure.at)
    return said and (place is None or overlaps(place[0], match.span()))


def _no_noun(after: str) -> bool:
    """No word follows that the number could count."""
    return re.match(r"[ \u00a0]+(?!по\b|в\b|во\b|на\b|и\b|у\b|с\b)[а-яё]+", after, re.I) is None


def stated(figure: Figure, text: str, locale: str) -> bool:
    """The target has the time by the 24-hour clock, or by twelve hours with the half of the day."""
    hour, minute = figure.clock or (0, 0)
    if re.search(rf"(?<!\d)0?{hour}[:.]{minute:02d}(?!\d)", text):
        return True
    if not minute and re.search(rf"(?<![\d.,:])0?{hour}(?![\d%]|[.,:]\d)", text) and figure.half != "p":
        return True
    if not minute and hour > 12 and re.search(rf"(?<![\d.,:]){hour}(?![\d%]|[.,:]\d)", text):
        return True
    lang = base(locale)
    return in_words(figure, text) or (lang in _PART and _PART[lang].search(text) is not None)


_NOON = re.compile(r"\b(?:пол(?:день|ночь|дня|ночи|удня|уночи)|gecəyarı\w*|günorta\w*)", re.I)
_ONE = re.compile(r"\bчаса?\s+(?:дня|ночи)\b|\bчас\s+(?:пополудни|пополуночи)\b", re.I)
_HALF_PAST = re.compile(
    r"\b(?:пол-?\s?|половин[аеу]\s+)(?:перв|втор|трет|четв|пят|шест|седьм|восьм|девят|десят|одиннадц|двенадц)", re.I
)


def in_words(figure: Figure, text: str) -> bool:
    """The target tells the hour without a number: час дня, полдень, половина третьего."""
    hour, minute = figure.clock or (0, 0)
    if minute == 30:
        return _HALF_PAST.search(text) is not None
    pattern = {0: _NOON, 12: _NOON, 1: _ONE, 13: _ONE}.get(hour)
    return not minute and pattern is not None and pattern.search(text) is not None


def count(figure: Figure, text: str) -> int:
    """How often the target has the time by the 24-hour clock."""
    hour, minute = figure.clock or (0, 0)
    return len(re.findall(rf"(?<![\d:])0?{hour}[:.]{minute:02d}(?![\d:])", text))
