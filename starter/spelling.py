"""The same English as other newsrooms write it: headlines in capitals, `Nov. 22`, `U.S.`, `12%`. The target stays."""

from __future__ import annotations

import re
from dataclasses import replace

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
}
"""As American agencies abbreviate: months beside a day only, and no month of up to five letters."""

_LONG = re.compile(
    r"\b(?:January|February|August|September|October|November|December)(?= \d{1,2}\b)|\b(?:US|UN|UK)\b(?!-)|"
    r"(?<=\d) percent\b"
)


def in_capitals(pair: Pair) -> Pair:
    """The pair with its source in capitals; itself where a letter becomes two (ß)."""
    source = pair.source.upper()
    return replace(pair, source=source) if len(source) == len(pair.source) else pair


def abbreviated(pair: Pair, links: Links) -> tuple[Pair, Links]:
    """The pair with what can be abbreviated in its source, and the links of its words. Its terms are gone: their
    places have moved."""
    found = list(_LONG.finditer(pair.source))
    if not found:
        return pair, links
    places = words(pair.source)
    added = np.zeros(len(places) + 1, np.int64)
    for match in found:
        word = next(index for index, (start, _) in enumerate(places) if start >= match.start())
        added[word + 1 :] += len(words(_SHORT[match.group()])) - 1
    source = _LONG.sub(lambda match: _SHORT[match.group()], pair.source)
    inside = links[links[:, 1] < len(places)].astype(np.int64)
    inside[:, 1] += added[inside[:, 1]]
    kept = inside[inside.max(axis=1, initial=0) < 256].astype(np.uint8)
    return replace(pair, source=source, terms=()), kept
