"""All training pairs, weighted, with their word links; one file, which a machine without the corpus reads."""

from __future__ import annotations

import lzma
import pickle
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from starter.align import Links
from starter.corpus import Pair, Term


@dataclass(frozen=True, slots=True)
class Group:
    """Pairs that are drawn by one weight."""

    kind: str
    """`authored`, `copies` or `open`"""
    weight: float
    indices: NDArray[np.int64]
    """of pairs, each as often as it counts within the group"""


@dataclass(frozen=True, slots=True)
class Dataset:
    """Pairs, their links, and the groups that they are drawn by."""

    pairs: list[Pair]
    links: list[Links]
    groups: list[Group]
    held: list[Pair]
    """pairs that no group holds, for the loss on text that is not trained on"""


def reweighted(data: Dataset, shares: Mapping[str, float]) -> Dataset:
    """The set with the weights of some kinds of groups multiplied."""
    groups = [replace(group, weight=group.weight * shares.get(group.kind, 1.0)) for group in data.groups]
    return replace(data, groups=groups)


def save(data: Dataset, path: Path) -> None:
    """Write the set in one compressed file (about 60 bytes a pair)."""
    content = {
        "pairs": [
            (pair.source, pair.target, pair.locale, [(*term.source, *term.target, term.lemma) for term in pair.terms])
            for pair in data.pairs
        ],
        "links": np.concatenate(data.links),
        "ends": np.cumsum([len(links) for links in data.links]),
        "groups": [(group.kind, group.weight, group.indices) for group in data.groups],
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
    return Dataset(
        pairs,
        np.split(content["links"], content["ends"][:-1]),
        [Group(*each) for each in content["groups"]],
        [Pair(*each) for each in content["held"]],
    )
