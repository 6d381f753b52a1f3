"""Figures that the model left out, put back where alignment and grammar make it safe; each time a doubt says so."""

from __future__ import annotations

import re

from l10n.figures import dates, money, numerals
from l10n.figures.accounts import account
from l10n.figures.digits import SURE
from l10n.figures.english import Figure, Kind, find
from l10n.figures.values import Quantity
from l10n.languages import base
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
    working, lines = _adverbial(source, working, figures, lang)
    for lost in account(source, working.text, locale).missing:
        if any(f.kind in _PLACED and overlaps(f.at, (lost.start, lost.end)) for f in figures):
            continue
        new = numerals.written(lost.text, lang)
        owner = next((f for f in figures if overlaps(f.at, (lost.start, lost.end))), None)
        if owner and (filled := _before_unit(owner, working, lang)) is not None:
            working = filled
            lines.append(f"{owner.text} was put back: check its place")
        elif (place := _counted(source, working, lost)) is not None:
            word = working.text[slice(*place)]
            joint = "-" if word.startswith("летн") and source[lost.end : lost.end + 1] == "-" else " "
            working = working.replaced((place[0], place[0]), new + joint, (lost.start, lost.end))
            lines.append(f"number {lost.text} was put back before “{word}”: check the form of the word")
        elif (place := _named(source, working, lost)) is not None:
            word = working.text[slice(*place)]
            working = working.replaced((place[1], place[1]), f" {new}", (lost.start, lost.end))
            lines.append(f"number {lost.text} was put back behind “{word}”: check its place")
    return working, tuple(lines)


_PERCENT = {"ru": r"процент(?:а|ов)?", "az": r"faiz\w*"}
_AMOUNT = re.compile(
    r"[\d%][ \u00a0]*$|(?:тыс\w*\.?|мл[нр]д?\.?|милли\w+|трлн|min|milyon|milyard|mln|mlrd)[ \u00a0]*$", re.I
)


def _before_unit(figure: Figure, working: Working, lang: str) -> Working | None:
    """A sum or share of which only the currency or the percent word is left, and only once."""
    if figure.kind is Kind.MONEY and figure.unit in money.CURRENCIES:
        unit = rf"(?:{money.STEMS[figure.unit]})\w*"
    elif figure.kind is Kind.PERCENT:
        unit = _PERCENT[lang]
    else:
        return None
    found = list(re.finditer(rf"(?<![\w-]){unit}(?!\w)", working.text, re.I))
    if len(found) != 1 or _AMOUNT.search(working.text[: found[0].start()]):
        return None
    number = numerals.written(figure.number, lang)
    scale = numerals.SCALES[lang].get(figure.scale, "")
    word = found[0][0]
    if lang == "ru" and not scale:
        word = numerals.counted_as(number, word)
    text = f"{number} {scale} {word}" if scale else f"{number} {word}"
    return working.replaced(found[0].span(), text, figure.at)


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
    "ru": {
        "in": "в {} году",
        "since": "с {} года",
        "from": "с {} года",
        "after": "после {} года",
        "before": "до {} года",
        "until": "до {} года",
        "by": "к {} году",
    },
    "az": {
        "in": "{} ildə",
        "since": "{} ildən",
        "from": "{} ildən",
        "after": "{} ildən sonra",
        "before": "{} ilə qədər",
        "until": "{} ilə qədər",
        "by": "{} ilə qədər",
    },
}
"""A year behind a preposition, as an adverbial: it depends on no other word's form."""
_YEARLY = rf"\b(?P<prep>{'|'.join(_PREPOSITIONS['ru'])})\s+(?P<year>{_YEAR.pattern})"
_FIRST_YEAR = re.compile(rf"[\"“]?{_YEARLY}(?=\s?,)", re.I)
_LAST_YEAR = re.compile(rf"{_YEARLY}(?=\s?[.!?]?[\"”]?$)", re.I)
_FIRST_DATE = re.compile(r"[\"“]?on\s+$", re.I)
_END = re.compile(r"[.!?…»\"”]*$")


def _adverbial(source: str, working: Working, figures: tuple[Figure, ...], lang: str) -> tuple[Working, list[str]]:
    """A dropped date or year that begins or ends the source sentence begins or ends the Russian one, and begins the
    Azerbaijani one, whose verb comes last."""
    text = source.strip()
    found = _lost_year(text, working.text, lang) or _lost_date(source, working.text, figures, lang)
    if found is None:
        return working, []
    phrase, at, first = found
    if first or lang == "az":
        begun = _begun(phrase, at, working, source=source, lang=lang)
        if begun is None:
            return working, []
        return begun, [f"“{phrase}” was put back at the beginning: check its place"]
    end = _END.search(working.text.rstrip())
    place = end.start() if end else len(working.text)
    if re.search(r"\d\s*$", working.text[:place]):
        return working, []
    return working.replaced((place, place), f" {phrase}", at), [f"“{phrase}” was put back at the end: check its place"]


def _lost_year(text: str, target: str, lang: str) -> tuple[str, Range, bool] | None:
    first, last = _FIRST_YEAR.match(text), _LAST_YEAR.search(text)
    match = first or last
    if match is None or re.search(rf"(?<!\d){match['year']}(?!\d)", target):
        return None
    year = match["year"] if lang == "ru" else f"{match['year']}-{numerals.ending(match['year'], 'ci')}"
    return _PREPOSITIONS[lang][match["prep"].lower()].format(year), match.span(), match is first


def _lost_date(source: str, target: str, figures: tuple[Figure, ...], lang: str) -> tuple[str, Range, bool] | None:
    """“On July 5, ...” or “... on July 5.”, of which the target has neither day nor month."""
    for figure in (figures[:1] + figures[-1:]) if figures else ():
        if figure.kind is not Kind.DATE or not figure.day or dates.stated(figure, target, lang):
            continue
        if re.search(rf"(?<!\d){figure.day}(?!\d)", target):
            continue
        before, after = source[: figure.start], source[figure.end :]
        first = _FIRST_DATE.fullmatch(before) is not None and after.lstrip().startswith(",")
        last = re.search(r"\bon\s+$", before, re.I) is not None and not after.strip(' .!?"”\u00a0')
        if first or last:
            phrase = dates.written(figure, lang) + ("" if lang == "ru" else "də" if figure.year else " tarixində")
            return phrase, figure.at, first
    return None


def _begun(phrase: str, at: Range, working: Working, *, source: str, lang: str) -> Working | None:
    """With the phrase as the first words; what was first keeps its capital unless the alignment says it is no name."""
    opening = re.match(r"[\s«\"“„]*", working.text)
    place = opening.end() if opening else 0
    own = [link for link in working.links if link.target[0] <= place < link.target[1]]
    if not own:
        return None
    common = source[max(own, key=lambda link: link.weight).source[0]].islower()
    if common and not working.text[place : place + 2].isupper():
        letter = working.text[place]
        small = {"I": "ı", "İ": "i"}.get(letter) if lang == "az" else None
        working = working.replaced((place, place + 1), small or letter.lower())
    return working.replaced((place, place), f"{phrase[:1].upper()}{phrase[1:]} ", at)
