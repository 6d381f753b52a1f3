"""The surfaces of a concept: its English terms, their plurals, and a person's surname."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from l10n.glossary.english import plurals, spelled, surname
from l10n.model import Concept, Kind

_ARTICLE = re.compile(r"(?:al|el|as|ash|ad|ar)-(?=[^\W\d_])", re.IGNORECASE)
"""al-Assad is Assad too."""


class Flavour(IntEnum):
    """How a surface stands for its concept; where two concepts claim one surface the lower number wins."""

    TERM = 0
    PLURAL = 1
    SURNAME = 2


@dataclass(frozen=True, slots=True)
class Pattern:
    """One surface of a concept."""

    concept: Concept
    order: int
    """Place of the concept in the glossary."""
    written: str
    """As in the glossary, spaces and hyphens alike."""
    flavour: Flavour
    rank: int
    """0 for the preferred English term, then its alternatives."""
    named: tuple[int, int] = (0, 0)
    """Of a surname: its words in the alternative it was taken from."""


def patterns(concept: Concept, order: int) -> Iterator[Pattern]:
    terms = [t.text for t in concept.targets("en")]
    for rank, text in enumerate(terms):
        yield Pattern(concept, order, spelled(text), Flavour.TERM, rank)
        part = surname(text) if concept.kind is Kind.PERSON else None
        if part:
            alone = " ".join(text.split()[slice(*part)]).strip(".,")
            for name in dict.fromkeys((alone, _ARTICLE.sub("", alone))):
                if len(name) > 1 and all(spelled(name) != spelled(t) for t in terms):
                    yield Pattern(concept, order, spelled(name), Flavour.SURNAME, rank, part)
        if concept.kind in (Kind.TITLE, Kind.TERM, Kind.ORGANIZATION):
            for plural in plurals(text):
                yield Pattern(concept, order, spelled(plural), Flavour.PLURAL, rank)
