"""All training pairs, grouped and weighted, with their word links; one file, which a machine without the corpus reads."""

from __future__ import annotations

import hashlib
import lzma
import pickle
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from starter.align import Links, align
from starter.corpus import LOCALES, Pair, Term, Triple, read_open, usable


@dataclass(frozen=True, slots=True)
class OpenSource:
    """How much of an openly licensed source is used."""

    share: float
    """of the lines drawn in training, all its locales together, in percent"""

    lines: int
    """at most so many lines a locale, chosen by hash"""


AUTHORED_SHARE = {"ru": 18.0, "az": 22.0}
"""Percent of the lines drawn. Azerbaijani gets more, since nearly all open prose is Russian."""

AUGMENTED_SHARE = {"ru": 14.0, "az": 16.0}
"""The same for the authored lines with other names and nouns."""

EMPHASIS = {"news": 2, "wire": 2, "gaps": 2, "diplomacy": 2, "regional": 2, "culture": 2, "statements": 2, "politics": 2}
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
    "tico19-terms": OpenSource(0.4, 1_000),
    "aosp-android": OpenSource(0.6, 8_000),
    "chromium-ui": OpenSource(1.0, 18_000),
    "firefox-ui": OpenSource(0.8, 20_000),
    "php-docs": OpenSource(1.4, 72_000),
}
"""Prose counts, interface strings hardly: they teach imperatives and fragments."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """Pairs, their links, and groups of `(weight, indices of pairs)`."""

    pairs: list[Pair]
    links: list[Links]
    groups: list[tuple[float, NDArray[np.int64]]]
    held: list[Pair]
    """pairs that no group holds, for the loss on text that is not trained on"""


@dataclass(slots=True)
class _Builder:
    pairs: list[Pair]
    groups: list[tuple[float, NDArray[np.int64]]]

    def add(self, weight: float, more: Iterable[Pair], counts: Sequence[int] = ()) -> None:
        """A group of pairs, each of them to be drawn so often as `counts` says (once)."""
        start = len(self.pairs)
        self.pairs.extend(more)
        if len(self.pairs) > start:
            indices = np.arange(start, len(self.pairs))
            self.groups.append((weight, np.repeat(indices, counts or 1)))


def build(
    triples: Iterable[Triple], changed: Iterable[Triple], held: Iterable[Triple], open_folder: Path | None
) -> Dataset:
    """The training set of authored triples, their changed copies and the open corpora, all of it aligned."""
    builder = _Builder([], [])
    for some, shares in ((list(triples), AUTHORED_SHARE), (list(changed), AUGMENTED_SHARE)):
        for locale in LOCALES:
            pairs = [(pair_of(each, locale), emphasis(each.theme)) for each in some]
            kept = [(pair, count) for pair, count in pairs if usable(pair)]
            builder.add(shares[locale], (pair for pair, _ in kept), [count for _, count in kept])
    for name, source in OPEN.items():
        files = sorted(open_folder.glob(f"{name}.en-*.tsv.xz")) if open_folder else []
        for path in files:
            builder.add(source.share / len(files), _chosen(read_open(path), source.lines))
    held_pairs = [pair_of(each, locale) for each in held for locale in LOCALES]
    return Dataset(builder.pairs, align(builder.pairs), builder.groups, held_pairs)


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


def save(data: Dataset, path: Path) -> None:
    """Write the set in one compressed file (about 60 bytes a pair)."""
    content = {
        "pairs": [
            (pair.source, pair.target, pair.locale, [(*term.source, *term.target, term.lemma) for term in pair.terms])
            for pair in data.pairs
        ],
        "links": np.concatenate(data.links),
        "ends": np.cumsum([len(links) for links in data.links]),
        "groups": data.groups,
        "held": [(pair.source, pair.target, pair.locale) for pair in data.held],
    }
    with lzma.open(path, "wb", preset=4) as file:
        pickle.dump(content, file)


def load(path: Path) -> Dataset:
    """The set that `save` wrote."""
    with lzma.open(path, "rb") as file:
        content = pickle.load(file)
    pairs = [
        Pair(source, target, locale, tuple(Term((a, b), (c, d), lemma) for a, b, c, d, lemma in terms))
        for source, target, locale, terms in content["pairs"]
    ]
    return Dataset(pairs, np.split(content["links"], content["ends"][:-1]), content["groups"], [Pair(*each) for each in content["held"]])
