"""Numbers by value: 1,000 is «1 000» and 5.69 is «5,69»; a converted measure or a number word is no mistake. And days
of the week, which Azerbaijani makes easy to mistake: "çərşənbə" is Wednesday, "çərşənbə axşamı" Tuesday."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks.context import Pair, Problem, quote
from l10n.figures import weekdays
from l10n.figures.english import WEEKDAYS, Kind, find, kinds
from l10n.figures.values import (
    IMPERIAL_WORD,
    Quantity,
    digits_of_source,
    digits_of_target,
    met,
    plain_numbers,
    roman,
    spelled,
)
from l10n.model import Severity


def numbers(pair: Pair) -> Iterator[Problem]:
    """Every number of the source is in the translation, and no other; no day of the week stands for another."""
    yield from _weekdays(pair)
    if _same_figures(pair.source, pair.target):
        return
    there, here = digits_of_source(pair.source), digits_of_target(pair.target, pair.language)
    if all(met(q, here) for q in there) and all(met(q, there) for q in here):
        return
    there += spelled(pair.source, "en")
    here += roman(pair.target) + spelled(pair.target, pair.language)
    missing = [q for q in there if q.digits and not q.optional and not met(q, here)]
    converted = any(q.converted for q in there) or IMPERIAL_WORD.search(pair.source)
    extra = [] if converted else [q for q in here if q.digits and not met(q, there)]
    for lost in missing:
        yield _missing(lost, extra, pair)
    if extra and not missing:
        words = [q for q in there if not q.digits and max(plain_numbers(q), default=0) >= 2 and not met(q, here)]
        yield _extra(extra, words, pair)


def _weekdays(pair: Pair) -> Iterator[Problem]:
    """A day that is missing is often meant to be (yesterday); one that stands in its place is a mistake."""
    if not _DAY.search(pair.source):
        return
    days = kinds(find(pair.source), Kind.WEEKDAY)
    lost = [day for day in days if not weekdays.named(day, pair.target, pair.locale)]
    other = weekdays.surplus(days, pair.target, pair.locale)
    if lost and other:
        start, end = other[0]
        what = f"the source says {WEEKDAYS[lost[0].weekday]}, the translation {quote(pair.target[start:end])}"
        yield Problem("numbers", what, f"Write “{weekdays.written(lost[0], pair.locale)}”, inflected", other[0])


_DAY = re.compile("|".join(WEEKDAYS))
_FIGURE, _JOINED = re.compile(r"\d+"), re.compile(r"\d[.,:]\d")
_SCALED = re.compile(
    r"\d[ \u00a0-]?(?:hundred|thousand|[mbtr]+ill?ion|[bmkt]n?\b|тыс|мил|млн|млрд|трил|min\b|mil|mln|mlrd|tril)",
    re.I,
)


def _same_figures(source: str, target: str) -> bool:
    """Plain figures on both sides, and the same ones: nothing to weigh."""
    there, here = _FIGURE.findall(source), _FIGURE.findall(target)
    if set(there) != set(here):
        return False
    return not there or not any(p.search(text) for p in (_JOINED, _SCALED) for text in (source, target))


def _missing(lost: Quantity, extra: list[Quantity], pair: Pair) -> Problem:
    misread = next((q for q in extra if q.text == lost.text and "," in q.text), None)
    if misread is not None:
        right = lost.text.replace(",", " ")
        what = f"the number {lost.text} is written as in English; in {pair.language_name} a comma is the decimal mark"
        return Problem("numbers", what, f"Write “{right}”", (misread.start, misread.end))
    what = f"the number {lost.text} of the source is missing from the translation"
    if extra:
        what += f", which has {', '.join(q.text for q in extra)}"
    span = (extra[0].start, extra[0].end) if extra else None
    return Problem("numbers", what, "Give the number of the source", span)


def _extra(extra: list[Quantity], words: list[Quantity], pair: Pair) -> Problem:
    there = f"; the source says {quote(words[0].text)}" if words else ", which the source does not have"
    what = f"the translation has the number {', '.join(q.text for q in extra)}{there}"
    severity = None if words else Severity.WARNING
    return Problem("numbers", what, "Give the number of the source", (extra[0].start, extra[0].end), severity)
