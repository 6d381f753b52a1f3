"""Figures that the model left out, put back where alignment and grammar make it safe; each time a doubt says so."""

from __future__ import annotations

import re

from l10n.figures import dates, numerals
from l10n.figures.digits import SURE, account
from l10n.figures.english import Figure, Kind, find
from l10n.figures.numerals import base
from l10n.figures.values import Quantity
from l10n.locate import Range, Working, linked, overlaps

_FOLLOWING = re.compile(r"(?P<gap>[\s\u00a0]+|-)(?P<word>[^\W\d_]{2,})")
_NO_NOUN = re.compile(
    r"an|the|at|in|on|of|to|for|from|by|with|and|or|but|as|that|this|who|which|is|was|were|are|be|been|per|after|before|"
    r"when|while|if|than|then|not|he|she|it|they|we|his|her|its|their|said|says|will|would|has|have|had|st|nd|rd|th|am|pm",
    re.I,
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_PLACED = frozenset({Kind.DATE, Kind.TIME, Kind.SCORE, Kind.CODE, Kind.DECADE, Kind.ORDINAL})


def put_back(source: str, working: Working, locale: str) -> tuple[Working, tuple[str, ...]]:
    """The translation with dropped numbers before the words they count, behind the names they belong to, and dates and
    years at the end of the sentence where the source has them; a doubt for each."""
    lang = base(locale)
    lines: list[str] = []
    if lang not in ("ru", "az"):
        return working, ()
    figures = find(source)
    if lang == "ru":
        working, lines = _at_the_end(source, working, figures)
    for lost in account(source, working.text, locale).missing:
        if any(f.kind in _PLACED and overlaps(f.at, (lost.start, lost.end)) for f in figures):
            continue
        new = numerals.written(lost.text, lang)
        if (place := _counted(source, working, lost)) is not None:
            word = working.text[slice(*place)]
            joint = "-" if word.startswith("летн") and source[lost.end : lost.end + 1] == "-" else " "
            working = working.replaced((place[0], place[0]), new + joint, (lost.start, lost.end))
            lines.append(f"number {lost.text} was put back before “{word}”: check the form of the word")
        elif (place := _named(source, working, lost)) is not None:
            word = working.text[slice(*place)]
            working = working.replaced((place[1], place[1]), f" {new}", (lost.start, lost.end))
            lines.append(f"number {lost.text} was put back behind “{word}”: check its place")
    return working, tuple(lines)


def _counted(source: str, working: Working, lost: Quantity) -> Range | None:
    """The one word of the target that the word behind a source number became; no digits stand beside it."""
    match = _FOLLOWING.match(source, lost.end)
    if match is None or _NO_NOUN.fullmatch(match["word"]) or _YEAR.fullmatch(lost.text):
        return None
    if re.search(r"(?:#|\b(?:number|no\.?) ?)$", source[: lost.start], re.I):
        return None  # the number of the thing, not a count of it
    place = _word(working, match.span("word"))
    if place is None or re.search(r"[\d-]\S*[ \u00a0]*$|\w$", working.text[: place[0]]):
        return None
    return place


def _named(source: str, working: Working, lost: Quantity) -> Range | None:
    """The word of the target for the name in front of a number: London 2012, Radio 4."""
    match = re.search(r"[a-z,] +(?:[A-Z][\w'’]+ )*(?P<name>[A-Z][\w'’]+) $", source[: lost.start])
    if match is None or not re.fullmatch(r"\d{1,4}", lost.text) or re.match(r"[\d%]|\s?[-–/]", source[lost.end :]):
        return None
    place = _word(working, match.span("name"))
    if place is None or re.match(r"\w|[ \u00a0]*\d|-", working.text[place[1] :]):
        return None
    return place if working.text[place[0]].isupper() else None


def _word(working: Working, at: Range) -> Range | None:
    """The single word, of letters only, that the alignment surely gives for a source word."""
    found = linked(working.text, working.links, at)
    if found is None or found[1] < SURE:
        return None
    start, end = found[0]
    return (start, end) if re.fullmatch(r"[^\W\d_]+", working.text[start:end]) else None


_PREPOSITIONS = {
    "in": "в {} году",
    "since": "с {} года",
    "after": "после {} года",
    "before": "до {} года",
    "until": "до {} года",
    "till": "до {} года",
    "by": "к {} году",
    "from": "с {} года",
}
_LAST_YEAR = re.compile(
    rf"\b(?P<prep>{'|'.join(_PREPOSITIONS)}) (?P<year>{_YEAR.pattern})(?P<rest>\s?[.!?]?[\"”]?)$", re.I
)
_END = re.compile(r"[.!?…»\"”]*$")


def _at_the_end(source: str, working: Working, figures: tuple[Figure, ...]) -> tuple[Working, list[str]]:
    """A date or year that ends the source sentence ends the Russian one: it depends on no other word's form."""
    text, phrase, at = source.rstrip(), "", (0, 0)
    if year := _LAST_YEAR.search(text):
        phrase, at = _PREPOSITIONS[year["prep"].lower()].format(year["year"]), year.span()
        lost = not re.search(rf"(?<!\d){year['year']}(?!\d)", working.text)
    else:
        last = figures[-1] if figures else None
        if last is None or last.kind is not Kind.DATE or not last.day or text[last.end :].strip(' .!?"”'):
            return working, []
        lost = not dates.stated(last, working.text, "ru") and not re.search(rf"(?<!\d){last.day}(?!\d)", working.text)
        phrase, at = dates.written(last, "ru"), last.at
        lost = lost and re.search(r"\bon\s+$", text[: last.start], re.I) is not None
    if not lost:
        return working, []
    end = _END.search(working.text.rstrip())
    place = end.start() if end else len(working.text)
    if re.search(r"\d\s*$", working.text[:place]):
        return working, []
    working = working.replaced((place, place), f" {phrase}", at)
    return working, [f"“{phrase}” was put back at the end: check its place"]
