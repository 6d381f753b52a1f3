"""All training pairs, weighted, with their word links; one file, which a machine without the corpus reads."""

from __future__ import annotations

import lzma
import pickle
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from starter.align import Links
from starter.corpus import Pair, Term


@dataclass(frozen=True, slots=True)
class Dataset:
    """Pairs, their links, and groups of `(weight, indices of pairs)`."""

    pairs: list[Pair]
    links: list[Links]
    groups: list[tuple[float, NDArray[np.int64]]]
    held: list[Pair]
    """pairs that no group holds, for the loss on text that is not trained on"""


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
    return Dataset(
        pairs,
        np.split(content["links"], content["ends"][:-1]),
        content["groups"],
        [Pair(*each) for each in content["held"]],
    )
