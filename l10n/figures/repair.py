"""Numbers, dates, times, sums, scores and addresses of a machine draft, held against the English source."""

from __future__ import annotations

import re
from functools import lru_cache

from l10n.figures import accounts, dates, digits, dropped, money, scores, times, verbatim, weekdays
from l10n.figures.english import WEEKDAYS, Figure, Kind, find, kinds
from l10n.figures.standalone import standalone
from l10n.languages import base
from l10n.locate import Range, Working

ROUNDS = 6
"""A repair may make room for another one (a garbled draft has a sum three times); more rounds were never needed."""


@lru_cache(maxsize=1024)
def repair(source: str, working: Working, locale: str) -> tuple[Working, tuple[str, ...]]:
    """The draft with its figures right and in the target's writing where that is safe, and doubts about the others.

    Clean text without markup. A figure that is right keeps its digits; text without figures comes back as it is;
    repairing twice changes nothing more. Never raises. Remembered, since a draft is looked at several times on its way.
    """
    if not working.text.strip() or not _has_figures(source, working.text):
        return working, ()
    figures = find(source)
    working = _settled(figures, source, working, locale)
    filled, lines = dropped.put_back(source, working, locale)
    if lines:
        working = _settled(figures, source, filled, locale)
    return working, (*lines, *_doubts(figures, source, working, locale))


def _settled(figures: tuple[Figure, ...], source: str, working: Working, locale: str) -> Working:
    for _ in range(ROUNDS):
        before = working.text
        working = _once(figures, source, working, locale)
        if working.text == before:
            break
    return working


def _once(figures: tuple[Figure, ...], source: str, working: Working, locale: str) -> Working:
    working = _verbatim(figures, working, source)
    working = scores.repaired(kinds(figures, Kind.SCORE), working, locale)
    working = times.repaired(kinds(figures, Kind.TIME), working, locale)
    working = dates.repaired(kinds(figures, Kind.DATE), working, locale)
    working = weekdays.repaired(kinds(figures, Kind.WEEKDAY), working, locale)
    working = digits.repaired(source, working, locale)
    return money.repaired(kinds(figures, Kind.MONEY), working, locale)


def _has_figures(source: str, target: str) -> bool:
    signs = any(char.isdecimal() or char in "@#" for text in (source, target) for char in text)
    return signs or any(day in source for day in WEEKDAYS) or any(map(verbatim.find, (source, target)))


def _verbatim(figures: tuple[Figure, ...], working: Working, source: str) -> Working:
    for figure in kinds(figures, Kind.VERBATIM):
        if not verbatim.present(figure.text, working.text):
            working = verbatim.restored(figure.text, figure.at, working, source) or working
    return working


def missing(source: str, target: str, locale: str, *, days: bool = True) -> tuple[str, ...]:
    """What the source has in figures and the target lacks by value, as the source writes it; with days of the week,
    which translators leave out at times, or without."""
    figures = find(source)
    lost = [f.text for f in kinds(figures, Kind.VERBATIM) if not verbatim.present(f.text, target)]
    lost += [q.text for q in accounts.missing(source, target, locale)]
    lost += [f.text for f in kinds(figures, Kind.DATE) if not dates.stated(f, target, locale)]
    if days:
        lost += [f.text for f in kinds(figures, Kind.WEEKDAY) if not weekdays.named(f, target, locale)]
    return tuple(dict.fromkeys(lost))


def lost(source: str, target: str, locale: str) -> tuple[tuple[Range, str], ...]:
    """Where the source has the figures that the target lacks, each with its sum or date around it, and how the target
    would write it; ascending."""
    figures = find(source)
    found: dict[Range, str] = {}
    for text in missing(source, target, locale):
        for match in re.finditer(rf"(?<![\w.,]){re.escape(text)}(?!\w)", source):
            inside = [(f.start, f.end) for f in figures if f.start <= match.start() and match.end() <= f.end]
            start, end = inside[0] if inside else match.span()
            found[start, end] = standalone(source[start:end], locale) or source[start:end]
    for day in kinds(figures, Kind.WEEKDAY):
        if day.at in found:
            found[day.at] = weekdays.written(day, locale)
    return tuple(sorted(found.items()))


def _doubts(figures: tuple[Figure, ...], source: str, working: Working, locale: str) -> tuple[str, ...]:
    text = working.text
    lines = [f"{f.text} is missing" for f in kinds(figures, Kind.VERBATIM) if not verbatim.present(f.text, text)]
    lines += list(digits.doubts(source, working, locale))
    for figure in kinds(figures, Kind.DATE):
        if not dates.stated(figure, text, locale):
            lines.append(f"date {figure.text} is missing")
        elif len(dates.places(figure, text, locale)) > sum(_same(figure, other) for other in figures):
            lines.append(f"date {figure.text} is there twice")
    for figure in kinds(figures, Kind.TIME):
        if times.count(figure, text) > sum(other.clock == figure.clock for other in figures):
            lines.append(f"time {times.written(figure)} is there twice")
        if base(locale) in ("ru", "az") and not times.stated(figure, text, locale):
            lines.append(f"{figure.text} should be {times.written(figure)}")
    days = kinds(figures, Kind.WEEKDAY)
    lines += [f"{WEEKDAYS[f.weekday]} is missing" for f in days if not weekdays.named(f, text, locale)]
    lines += [f"“{text[a:b]}” is not in the source" for a, b in weekdays.surplus(days, text, locale)]
    for figure in kinds(figures, Kind.MONEY):
        if base(locale) in ("ru", "az") and figure.unit and not money.named(figure.unit, text):
            if f"number {figure.text} is missing" in lines:
                continue
            lines.append(f"currency of {figure.text} is missing")
    return tuple(dict.fromkeys(line for line in lines if re.search(r"\S", line)))


def _same(one: Figure, other: Figure) -> bool:
    return other.kind is Kind.DATE and (one.day, one.month) == (other.day, other.month)
