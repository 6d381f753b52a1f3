"""The same English as other newsrooms write it, the target as it is: headlines in capitals, `Nov. 22`, `U.S.`, `12%`,
`said Tuesday`, `center` for `centre` and the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from starter.align import Links, words
from starter.corpus import Pair

_SHORT = {
    "January": "Jan.",
    "February": "Feb.",
    "August": "Aug.",
    "September": "Sept.",
    "October": "Oct.",
    "November": "Nov.",
    "December": "Dec.",
    "US": "U.S.",
    "UN": "U.N.",
    "UK": "U.K.",
    " percent": "%",
    "on ": "",
}
"""As American agencies abbreviate: months beside a day only, and no month of up to five letters; no preposition before
the day of the week."""

_LONG = re.compile(
    r"\b(?:January|February|August|September|October|November|December)(?= \d{1,2}\b)|\b(?:US|UN|UK)\b(?!-)|"
    r"(?<=\d) percent\b|(?<=[a-z] )on (?=(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)"
)

_ISE = (
    "agon apolog author capital central character civil colon critic custom demilitar democrat digital emphas equal "
    "famil fertil final general harmon hospital immun industrial jeopard legal local material maxim memor minim mobil "
    "modern monopol national neutral normal organ penal polar popular priorit privat public real recogn revolution "
    "scrutin sensit social special stabil standard steril summar symbol sympath terror traumat util vandal "
    "victim visual"
)
_OUR = (
    "armour behaviour clamour colour endeavour favour flavour harbour honour humour labour neighbour odour rigour "
    "rumour saviour savour splendour tumour valour vapour vigour"
)
_DOUBLED = "cancel channel counsel duel fuel label level marvel model quarrel rival signal total travel tunnel"
_OTHER = (
    "aeroplane/airplane aluminium/aluminum analyse/analyze calibre/caliber centre/center centred/centered "
    "centres/centers cosy/cozy defence/defense defences/defenses fibre/fiber fulfil/fulfill grey/gray "
    "instalment/installment jewellery/jewelry judgement/judgment kilometre/kilometer kilometres/kilometers "
    "litre/liter litres/liters manoeuvre/maneuver manoeuvres/maneuvers moustache/mustache mould/mold offence/offense "
    "offences/offenses paediatric/pediatric paralyse/paralyze paralysed/paralyzed plough/plow programme/program "
    "programmes/programs pyjamas/pajamas sceptical/skeptical sceptics/skeptics skilful/skillful theatre/theater "
    "theatres/theaters"
)
_TO_AMERICAN = "licence/license licences/licenses metre/meter metres/meters tyre/tire tyres/tires"
"""Not the other way round: a meter is also a device, and to tire no thing of rubber."""


def in_capitals(pair: Pair) -> Pair:
    """The pair with its source in capitals; itself where a letter becomes two (ß)."""
    source = pair.source.upper()
    return replace(pair, source=source) if len(source) == len(pair.source) else pair


def abbreviated(pair: Pair, links: Links) -> tuple[Pair, Links]:
    """The pair with what can be abbreviated in its source, and the links of its words. Its terms are gone: their
    places have moved."""
    return _rewritten(
        pair, links, [_Edit(*match.span(), _SHORT[match.group()]) for match in _LONG.finditer(pair.source)]
    )


def respelled(pair: Pair, links: Links) -> tuple[Pair, Links]:
    """The pair with British spellings for American ones and the other way round; its terms are gone."""
    edits = []
    for match in re.finditer(r"[^\W\d_]{4,}", pair.source):
        other = _spellings().get(match.group().lower())
        if other:
            edits.append(_Edit(*match.span(), other.capitalize() if match.group()[0].isupper() else other))
    return _rewritten(pair, links, edits)


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    text: str


def _rewritten(pair: Pair, links: Links, edits: list[_Edit]) -> tuple[Pair, Links]:
    if not edits:
        return pair, links
    source, done = "", 0
    for edit in edits:
        source += pair.source[done : edit.start] + edit.text
        done = edit.end
    moved = _moved(pair.source, edits)
    inside = links[links[:, 1] < len(moved)].astype(np.int64)
    inside[:, 1] = moved[inside[:, 1]]
    kept = inside[(inside[:, 1] >= 0) & (inside.max(axis=1, initial=0) < 256)].astype(np.uint8)
    return replace(pair, source=source + pair.source[done:], terms=()), kept


def _moved(source: str, edits: list[_Edit]) -> np.ndarray:
    """For every word of the source where it is afterwards; -1 where it is gone."""
    places = words(source)
    moved, shift, waiting = np.full(len(places), -1, np.int64), 0, list(edits)
    for index, (start, _) in enumerate(places):
        if waiting and start >= waiting[0].start:
            edit = waiting.pop(0)
            size = len(words(edit.text))
            moved[index] = index + shift if size else -1
            shift += size - 1
        else:
            moved[index] = index + shift
    return moved


@cache
def _spellings() -> dict[str, str]:
    """British to American and back."""
    pairs = list(_pairs())
    one_way = dict(_split(_TO_AMERICAN))
    return {**dict(pairs), **{american: british for british, american in pairs}, **one_way}


def _pairs() -> Iterator[tuple[str, str]]:
    for stem in _ISE.split():
        for ending in ("e", "ed", "es", "ing", "ation", "er", "ers"):
            yield f"{stem}is{ending}", f"{stem}iz{ending}"
    for word in _OUR.split():
        for ending in ("", "s", "ed", "ing", "able", "hood", "ing", "ite", "ites"):
            yield word + ending, word[:-3] + "or" + ending
    for stem in _DOUBLED.split():
        for ending in ("ed", "ing", "er", "ers", "or", "ors"):
            yield f"{stem}l{ending}", stem + ending
    yield from _split(_OTHER)


def _split(pairs: str) -> Iterator[tuple[str, str]]:
    for both in pairs.split():
        british, american = both.split("/")
        yield british, american
