"""All training pairs, grouped and weighted, with their word links; cached under the work folder."""

from __future__ import annotations

import hashlib
import pickle
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from starter.align import Links, align
from starter.augment import augment
from starter.corpus import LOCALES, Pair, Triple, read_open, usable


@dataclass(frozen=True, slots=True)
class OpenSource:
    """How much of an openly licensed source is used."""

    share: float
    """of the lines drawn in training, all its locales together, in percent"""

    lines: int
    """at most so many lines a locale, chosen by hash"""


AUTHORED_SHARE = {"ru": 30.0, "az": 38.0}
"""Percent of the lines drawn. Azerbaijani gets more, since nearly all open prose is Russian."""

EMPHASIS = {"wire": 3, "gaps": 3, "diplomacy": 2, "regional": 2, "culture": 2, "statements": 2, "politics": 2}
"""How often a line of a theme counts (theme names without their number): the news this tool is for, and the gaps."""

OPEN = {
    "mlqe-pe": OpenSource(5.0, 9_000),
    "tico19": OpenSource(3.5, 9_000),
    "tatoeba-opusmt-2021": OpenSource(5.0, 20_000),
    "tatoeba-opusmt-2020": OpenSource(2.0, 10_000),
    "tatoeba-opusmt": OpenSource(2.5, 10_000),
    "tatoeba-manythings": OpenSource(2.0, 10_000),
    "tatoeba-laser": OpenSource(1.5, 10_000),
    "react-docs": OpenSource(1.5, 7_000),
    "mozilla-www": OpenSource(0.7, 3_000),
    "cldr-names": OpenSource(1.0, 3_000),
    "tico19-terms": OpenSource(0.5, 1_000),
    "aosp-android": OpenSource(0.5, 4_000),
    "chromium-ui": OpenSource(0.5, 5_000),
    "firefox-ui": OpenSource(0.3, 4_000),
    "php-docs": OpenSource(0.3, 5_000),
}
"""Prose counts, interface strings hardly: they teach imperatives and fragments."""


CONTEXT = 12_000
"""pairs a locale that are aligned again beside new ones"""


@dataclass(frozen=True, slots=True)
class Dataset:
    """Pairs, their links, and groups of `(weight, indices of pairs)`."""

    pairs: list[Pair]
    links: list[Links]
    groups: list[tuple[float, NDArray[np.int64]]]


def build(triples: Iterable[Triple], open_folder: Path | None, cache: Path, *, seed: int) -> Dataset:
    """The training set; word links come from `cache` when the same pairs were aligned before."""
    pairs: list[Pair] = []
    groups: list[tuple[float, NDArray[np.int64]]] = []

    def add(weight: float, more: Iterable[Pair], counts: Iterable[int] = ()) -> None:
        start = len(pairs)
        pairs.extend(more)
        if len(pairs) > start:
            indices = np.arange(start, len(pairs))
            groups.append((weight, np.repeat(indices, list(counts) or 1)))

    triples = list(triples)
    triples += list(augment(triples, seed=seed))
    for locale in LOCALES:
        authored = [(Pair(each.source, each.target(locale), locale), emphasis(each.theme)) for each in triples]
        kept = [(pair, count) for pair, count in authored if usable(pair)]
        add(AUTHORED_SHARE[locale], (pair for pair, _ in kept), (count for _, count in kept))
    for name, source in OPEN.items():
        files = sorted(open_folder.glob(f"{name}.en-*.tsv.xz")) if open_folder else []
        for path in files:
            add(source.share / len(files), _chosen(read_open(path), source.lines))
    return Dataset(pairs, _aligned(pairs, cache), groups)


def emphasis(theme: str) -> int:
    """How often a line of `theme` counts: `regional2` and `gaps-world` go by `regional` and `gaps`."""
    return EMPHASIS.get(re.split(r"[-\d]", theme)[0], 1)


def _chosen(pairs: Iterable[Pair], lines: int) -> list[Pair]:
    """At most `lines` different pairs, the same ones on every machine."""
    different = sorted(set(pairs), key=lambda pair: hashlib.sha256(f"{pair.source}\t{pair.target}".encode()).digest())
    return different[:lines]


def _aligned(pairs: list[Pair], cache: Path) -> list[Links]:
    """The links of every pair; only pairs that `cache` does not know are aligned, among others for context."""
    path = cache / "links.pickle"
    known: dict[str, Links] = pickle.loads(path.read_bytes()) if path.exists() else {}
    keys = [hashlib.sha256(f"{pair.locale}\t{pair.source}\t{pair.target}".encode()).hexdigest() for pair in pairs]
    new = [pair for pair, key in zip(pairs, keys, strict=True) if key not in known]
    if new:
        aligned = align([*new, *_context(pairs, set(new))])
        by_pair = dict(zip(new, aligned, strict=False))
        known |= {key: by_pair[pair] for pair, key in zip(pairs, keys, strict=True) if key not in known}
        cache.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pickle.dumps(known))
    return [known[key] for key in keys]


def _context(pairs: list[Pair], new: set[Pair]) -> list[Pair]:
    """Known pairs that help the aligner with a few new ones: the first of each locale, which are authored."""
    old = [pair for pair in pairs if pair not in new]
    return [pair for locale in LOCALES for pair in [each for each in old if each.locale == locale][:CONTEXT]]
