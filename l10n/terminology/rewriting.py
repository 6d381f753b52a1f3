"""A source text with something else written for some of its terms, and the way back to the text as it was."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from l10n.locate import Range, overlaps
from l10n.model import Hypothesis


@dataclass(frozen=True, slots=True)
class Rewritten:
    """What the engine is asked in place of a source text."""

    text: str
    places: tuple[tuple[Range, Range], ...] = ()
    """A stretch of the source, and the one that stands in its place here; ascending."""

    def origin(self, place: Range) -> Range:
        """A stretch of this text in the source; one that touches what was written for a term is the whole term."""
        shift = 0
        for source, own in self.places:
            if overlaps(place, own):
                return source
            if own[1] <= place[0]:
                shift = source[1] - own[1]
        return place[0] + shift, place[1] + shift

    def of_source(self, hypothesis: Hypothesis) -> Hypothesis:
        """A translation of this text with its links in the source."""
        links = tuple(replace(link, source=self.origin(link.source)) for link in hypothesis.links)
        return replace(hypothesis, links=links)


def rewrite(source: str, swaps: Iterable[tuple[Range, str]]) -> Rewritten:
    """The source with each stretch, ascending and none overlapping another, replaced by a text."""
    text, done = "", 0
    places: list[tuple[Range, Range]] = []
    for (start, end), new in swaps:
        text += source[done:start]
        places.append(((start, end), (len(text), len(text) + len(new))))
        text += new
        done = end
    return Rewritten(text + source[done:], tuple(places))
