"""Where a translation speaks of a source phrase, and how to put another text there without losing the alignment."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from l10n.model import Link

Range = tuple[int, int]

WORD = re.compile(r"\d+(?:[.,]\d+)+|\w(?:[\w'’.-]*\w)?|[^\w\s]")
UNLINKED = -0.05
"""What a target word without alignment counts inside a phrase: a little less than nothing, so that it joins two
linked words but never widens the phrase."""


_BEFORE = re.compile(r"(?<![\w-])(\w+(?:-\w+)?)[ \u00a0][«„\"]?$")


def word_before(text: str, at: int) -> str:
    """The word right before a place, a blank and at most an opening mark between; empty where there is none."""
    found = _BEFORE.search(text, max(0, at - 40), at)
    return found[1] if found else ""


@dataclass(frozen=True, slots=True)
class Working:
    """A translation under repair: its text, and the links from the source words to its words as it now is."""

    text: str
    links: tuple[Link, ...] = ()

    def replaced(self, at: Range, text: str, source: Range | None = None) -> Working:
        """With a stretch replaced. Links move along; the new text is linked to the whole source phrase, if given."""
        start, end = at
        shift = len(text) - (end - start)
        links: list[Link] = []
        placed = False
        for link in self.links:
            left, right = link.target
            if right <= start:
                links.append(link)
            elif left >= end:
                links.append(replace(link, target=(left + shift, right + shift)))
            elif not placed:
                placed = True
                links.append(Link(source or link.source, (start, start + len(text)), 1.0))
        if source and not placed:
            links.append(Link(source, (start, start + len(text)), 1.0))
        return Working(self.text[:start] + text + self.text[end:], tuple(links))


def overlaps(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def linked(target: str, links: Sequence[Link], at: Range, taken: Iterable[Range] = ()) -> tuple[Range, float] | None:
    """The run of target words that most of all come from a source range and least from elsewhere, with how sure it is
    (0..1: the share of the run's alignment that points into the range). Words that are taken are passed over."""
    taken = tuple(taken)
    words = [m.span() for m in WORD.finditer(target) if m.group()[0].isalnum()]
    values: list[float] = []
    for word in words:
        own = [link for link in links if overlaps(link.target, word)]
        total = sum(link.weight for link in own)
        inside = sum(link.weight for link in own if overlaps(link.source, at))
        blocked = any(overlaps(word, other) for other in taken)
        values.append(-9.0 if blocked else (2 * inside - total) / max(total, 0.5) if total else UNLINKED)
    best, best_value = None, 0.0
    for first in range(len(words)):
        value = 0.0
        for last in range(first, len(words)):
            value += values[last]
            if value > best_value + 1e-9:
                best, best_value = (first, last), value
    if best is None:
        return None
    span = words[best[0]][0], words[best[1]][1]
    return span, best_value / (best[1] - best[0] + 1)


@dataclass(frozen=True, slots=True)
class Spelled:
    """A stretch of a translation that is spelled like forms of a term."""

    at: Range
    forms: tuple[str, ...]
    """The forms it is nearly as much like as the one it is most like, best first."""
    likeness: float
    """0..1, of the best form."""


CLOSE = 0.03
"""Forms whose likeness is within this of the best one's are as good a guess: «Анар Каримова» is as much like the
nominative as like the genitive."""


def likeness(one: str, other: str) -> float:
    """How much alike two stretches are spelled, 0..1, whatever the case of their letters."""
    return fuzz.ratio(one.casefold(), other.casefold()) / 100


def alike(
    target: str,
    forms: Iterable[str],
    *,
    taken: Iterable[Range] = (),
    near: Range | None = None,
    proper: bool = False,
) -> Spelled | None:
    """The stretch of words spelled most like one of the forms.

    ``near``: where the alignment points; a stretch that overlaps it counts a little more. ``proper``: the stretch
    begins with a capital letter («içində» is no misspelling of «Çində»), or is the form itself in small ones.
    """
    taken = tuple(taken)
    words = [m.span() for m in WORD.finditer(target) if m.group()[0].isalnum()]
    found: dict[Range, list[tuple[float, str]]] = {}
    for form in dict.fromkeys(forms):
        size = len(form.split())
        for length in {max(1, size - 1), size}:
            for first in range(len(words) - length + 1):
                span = words[first][0], words[first + length - 1][1]
                if any(overlaps(span, other) for other in taken):
                    continue
                same = likeness(target[span[0] : span[1]], form)
                if proper and same < 1 and not target[span[0]].isupper():
                    continue
                value = same - 0.12 * abs(length - size)
                value += 0.08 if near is not None and overlaps(span, near) else 0.0
                found.setdefault(span, []).append((value, form))
    if not found:
        return None
    at = max(found, key=lambda span: max(found[span])[0])
    ranked = sorted(found[at], key=lambda pair: -pair[0])
    best = ranked[0][0]
    return Spelled(at, tuple(form for value, form in ranked if value > best - CLOSE), best)
