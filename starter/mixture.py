"""What the data set is mixed from: authored triples, changed copies of them, openly licensed pairs."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from starter.align import Links, align
from starter.augment import carried, variants
from starter.corpus import LOCALES, Pair, Term, Triple, read_open, usable
from starter.dataset import Dataset, Group
from starter.slots import find_slots


@dataclass(frozen=True, slots=True)
class OpenSource:
    """How much of an openly licensed source is used."""

    share: float
    """of the lines drawn in training, all its locales together, in percent"""

    lines: int
    """at most so many lines a locale, chosen by hash"""


AUTHORED_SHARE = {"ru": 24.0, "az": 28.0}
"""Percent of the lines drawn. Azerbaijani gets more, since nearly all open prose is Russian."""

AUGMENTED_SHARE = {"ru": 9.0, "az": 11.0}
"""The same for the authored lines with other names and nouns."""

EMPHASIS = {
    "news": 2,
    "wire": 2,
    "gaps": 2,
    "formats": 2,
    "diplomacy": 3,
    "regional": 3,
    "culture": 3,
    "statements": 3,
    "politics": 3,
}
"""How often a line of a theme counts (theme names without their number): the news this tool is for, and the gaps."""

OPEN = {
    "mlqe-pe": OpenSource(6.0, 9_000),
    "tico19": OpenSource(3.0, 9_000),
    "tatoeba-opusmt-2021": OpenSource(5.0, 20_000),
    "tatoeba-opusmt-2020": OpenSource(3.0, 10_000),
    "tatoeba-opusmt": OpenSource(2.0, 10_000),
    "tatoeba-manythings": OpenSource(1.5, 10_000),
    "tatoeba-laser": OpenSource(1.0, 10_000),
    "react-docs": OpenSource(2.5, 7_000),
    "mozilla-www": OpenSource(0.8, 3_000),
    "cldr-names": OpenSource(1.0, 3_000),
    "cldr-annotations": OpenSource(0.8, 3_000),
    "tico19-terms": OpenSource(0.4, 1_000),
    "aosp-android": OpenSource(0.6, 8_000),
    "chromium-ui": OpenSource(0.8, 10_000),
    "firefox-ui": OpenSource(0.6, 8_000),
    "php-docs": OpenSource(1.2, 24_000),
}
"""Prose counts, interface strings hardly: they teach imperatives and fragments."""


@dataclass(slots=True)
class _Builder:
    pairs: list[Pair]
    links: list[Links]
    groups: list[Group]

    def add(self, kind: str, weight: float, more: Iterable[tuple[Pair, Links, int]]) -> None:
        """A group of usable pairs, their links, and how often each of them is to be drawn."""
        start = len(self.pairs)
        counts = []
        for pair, links, count in more:
            if usable(pair):
                self.pairs.append(pair)
                self.links.append(links)
                counts.append(count)
        if counts:
            self.groups.append(Group(kind, weight, np.repeat(np.arange(start, len(self.pairs)), counts)))


def build(
    triples: Sequence[Triple], held: Iterable[Triple], open_folder: Path | None, *, seed: int, copies: int
) -> Dataset:
    """The training set: authored triples, up to `copies` changed copies of each, the open corpora.

    All text is aligned together, about a minute per 100,000 pairs; the copies take the links of their originals.
    """
    opened = list(_open_pairs(open_folder)) if open_folder else []
    authored = [pair_of(triple, locale) for locale in LOCALES for triple in triples]
    links = align([*authored, *(pair for _, some in opened for pair in some)])
    of = {locale: links[index * len(triples) :][: len(triples)] for index, locale in enumerate(LOCALES)}
    found = find_slots(triples, of["ru"], of["az"])
    triples = [replace(triple, slots=slots) for triple, slots in zip(triples, found, strict=True)]
    changed = [(index, copy) for index, each in enumerate(triples) for copy in variants(each, seed=seed, copies=copies)]
    builder = _Builder([], [], [])
    for locale in LOCALES:
        own = zip(triples, of[locale], strict=True)
        builder.add(
            "authored",
            AUTHORED_SHARE[locale],
            ((pair_of(each, locale), known, emphasis(each.theme)) for each, known in own),
        )
        builder.add(
            "copies",
            AUGMENTED_SHARE[locale],
            (
                (pair_of(copy, locale), carried(of[locale][index], triples[index], copy, locale), emphasis(copy.theme))
                for index, copy in changed
            ),
        )
    rest = iter(links[len(authored) :])
    for share, some in opened:
        builder.add("open", share, ((pair, next(rest), 1) for pair in some))
    held_pairs = [pair_of(each, locale) for each in held for locale in LOCALES]
    return Dataset(builder.pairs, builder.links, builder.groups, held_pairs)


def _open_pairs(folder: Path) -> Iterable[tuple[float, list[Pair]]]:
    """The share of every file and what is used of it."""
    for name, source in OPEN.items():
        files = sorted(folder.glob(f"{name}.en-*.tsv.xz"))
        for path in files:
            yield source.share / len(files), _chosen(read_open(path), source.lines)


def pair_of(triple: Triple, locale: str) -> Pair:
    """One language of a triple, with its terms from left to right in the English text."""
    terms = (Term(slot.source, slot.target(locale), slot.lemma(locale)) for slot in triple.slots)
    return Pair(triple.source, triple.target(locale), locale, tuple(sorted(terms, key=lambda term: term.source)))


def emphasis(theme: str) -> int:
    """How often a line of `theme` counts: `regional2` and `gaps-world` go by `regional` and `gaps`."""
    return EMPHASIS.get(re.split(r"[-\d]", theme)[0], 1)


def _chosen(pairs: Iterable[Pair], lines: int) -> list[Pair]:
    """At most `lines` different pairs, the same ones on every machine."""
    different = sorted(set(pairs), key=lambda pair: hashlib.sha256(f"{pair.source}\t{pair.target}".encode()).digest())
    return different[:lines]
