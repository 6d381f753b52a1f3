"""Translation memory: what people have already reviewed in any catalog of a locale."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz import fuzz, process

from l10n.model import State, Unit

SIMILAR = 75.0
"""Least similarity (percent, Indel) at which an old sentence helps a translator more than it distracts."""


class Reviewed(NamedTuple):
    """What a person confirmed in one unit."""

    source: str
    target: str
    context: str = ""


def reviewed(units: Iterable[Unit]) -> tuple[Reviewed, ...]:
    """The confirmed pairs of a catalog; those of sentences that are no longer in the article as well."""
    return tuple(Reviewed(unit.source, unit.target, unit.context) for unit in units if _is_reviewed(unit))


@dataclass(frozen=True, slots=True)
class Match:
    """A reviewed sentence like the one asked for."""

    source: str
    target: str
    catalog: str
    """Where it was reviewed."""
    similarity: float
    """0..1; 1 is the same text."""


class Memory:
    """Reviewed pairs of one locale, by source text; where several differ, the one most often used, then the first."""

    def __init__(self, by_catalog: Mapping[str, Iterable[Reviewed]]) -> None:
        """``by_catalog``: what was reviewed, by the name of the catalog."""
        found: dict[str, Counter[tuple[str, str]]] = {}
        first: dict[tuple[str, str], str] = {}
        for catalog, pairs in by_catalog.items():
            for source, target, context in pairs:
                found.setdefault(source, Counter())[target, context] += 1
                first.setdefault((source, target), catalog)
        self._pairs = {source: _most_used(targets) for source, targets in found.items()}
        self._first = first
        self._sources = list(self._pairs)

    def __len__(self) -> int:
        return len(self._pairs)

    def exact(self, source: str, context: str = "") -> Match | None:
        """The reviewed translation of this very text; one made in the same context before another."""
        targets = self._pairs.get(source)
        if not targets:
            return None
        target = targets.get(context) or next(iter(targets.values()))
        return Match(source, target, self._first[source, target], 1.0)

    def similar(self, source: str) -> Match | None:
        """The most similar reviewed text, at least `SIMILAR`; for the translator to see, never to publish."""
        found = process.extractOne(source, self._sources, scorer=fuzz.ratio, score_cutoff=SIMILAR)
        if found is None or found[0] == source:
            return None
        target = next(iter(self._pairs[found[0]].values()))
        return Match(found[0], target, self._first[found[0], target], round(found[1]) / 100)

    def pairs(self) -> Iterable[Match]:
        """Every pair, in the order of the catalogs."""
        for source in self._sources:
            match = self.exact(source)
            if match is not None:
                yield match


def _is_reviewed(unit: Unit) -> bool:
    if not unit.target:
        return False
    return unit.state is State.REVIEWED or (unit.state is State.OBSOLETE and "fuzzy" not in unit.flags)


def _most_used(targets: Counter[tuple[str, str]]) -> dict[str, str]:
    """Targets by context, the most used first."""
    result: dict[str, str] = {}
    for (target, context), _ in targets.most_common():
        result.setdefault(context, target)
    return result
