"""Endless batches: draw pairs by group weight, sample a segmentation, project the word links, pad.

The order is a function of the seed and of how many buffers were drawn, so a resumed run goes on where it stopped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from sentencepiece import SentencePieceProcessor
from torch import Tensor

from starter.align import Links, tokens
from starter.corpus import Pair
from starter.model import BOS, EOS

BUFFER = 12_000
"""Pairs drawn at a time, then sorted by length: batches with little padding, in random order."""

MAX_PIECES = 110
SPACE = "\u2581"


@dataclass(frozen=True, slots=True)
class Batch:
    """Piece ids `source` (B, S), `prefix` and `following` (B, T), and `links` (B, T, S)."""

    source: Tensor
    prefix: Tensor
    following: Tensor
    links: Tensor


@dataclass(frozen=True, slots=True)
class Example:
    """One pair as piece ids, and its links as (target piece, source piece)."""

    source: list[int]
    target: list[int]
    links: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Sampler:
    """How pairs become pieces: `sampled` is the share of sides segmented at random (0 in the last minutes)."""

    pieces: SentencePieceProcessor
    sampled: float = 0.5
    alpha: float = 0.2

    def segment(self, text: str, random: np.random.Generator) -> list[str]:
        """The best segmentation or, for the sampled share, one drawn by its probability to the power of alpha."""
        if random.random() < self.sampled:
            drawn: list[str] = self.pieces.encode(
                text, out_type=str, enable_sampling=True, alpha=self.alpha, nbest_size=-1
            )
            return drawn
        best: list[str] = self.pieces.encode(text, out_type=str)
        return best

    def example(self, pair: Pair, links: Links, random: np.random.Generator) -> Example | None:
        """The pair in pieces, the target after its language tag; nothing when it is too long."""
        source, target = self.segment(pair.source, random), self.segment(pair.target, random)
        if not 0 < len(source) <= MAX_PIECES or not 0 < len(target) <= MAX_PIECES:
            return None
        tag = self.pieces.piece_to_id(f">>{pair.locale}<<")
        ids = [tag, *self.pieces.piece_to_id(target)]
        return Example(self.pieces.piece_to_id(source), ids, project(pair, source, target, links))


def project(pair: Pair, source: Sequence[str], target: Sequence[str], links: Links) -> NDArray[np.int64]:
    """Word links as piece links (links, 2): target piece (counted after the tag) and source piece."""
    of_source, of_target = words_of(source, pair.source), words_of(target, pair.target)
    if of_source is None or of_target is None or not len(links):
        return np.zeros((0, 2), np.int64)
    table = np.zeros((of_target.max() + 1, of_source.max() + 1), bool)
    inside = (links[:, 0] < table.shape[0]) & (links[:, 1] < table.shape[1])
    table[links[inside, 0], links[inside, 1]] = True
    return np.argwhere(table[of_target][:, of_source]) + np.array([1, 0])


def words_of(pieces: Sequence[str], text: str) -> NDArray[np.int64] | None:
    """For every piece the index of its word in `text`; nothing when the pieces do not spell the text."""
    lengths = np.array([len(piece.replace(SPACE, "")) for piece in pieces])
    spans = tokens(text)
    if not spans or lengths.sum() != spans[-1][1]:
        return None
    starts = np.concatenate(([0], np.cumsum(lengths)[:-1]))
    ends = np.array([end for _, end in spans])
    return np.minimum(np.searchsorted(ends, starts, side="right"), len(spans) - 1)


def batches(
    groups: Sequence[tuple[float, NDArray[np.int64]]],
    pairs: Sequence[Pair],
    links: Sequence[Links],
    sampler: Sampler,
    *,
    tokens_per_batch: int,
    random: np.random.Generator,
) -> Iterator[Batch]:
    """One buffer's batches. `groups` are `(weight, indices of pairs)`; weights are shares of the lines drawn."""
    weights = np.array([weight for weight, _ in groups])
    counts = random.multinomial(BUFFER, weights / weights.sum())
    drawn = np.concatenate([random.choice(indices, count) for (_, indices), count in zip(groups, counts, strict=True)])
    examples = [sampler.example(pairs[index], links[index], random) for index in drawn]
    ready = sorted((example for example in examples if example), key=lambda e: (len(e.target), len(e.source)))
    packed = list(_pack(ready, tokens_per_batch))
    for index in random.permutation(len(packed)):
        yield _pad(packed[index])


def _pack(examples: Sequence[Example], limit: int) -> Iterator[list[Example]]:
    batch: list[Example] = []
    longest = 0
    for example in examples:
        longest = max(longest, len(example.target) + 1, len(example.source) + 1)
        if batch and longest * (len(batch) + 1) > limit:
            yield batch
            batch, longest = [], max(len(example.target), len(example.source)) + 1
        batch.append(example)
    if batch:
        yield batch


def _pad(examples: Sequence[Example]) -> Batch:
    source = _matrix([[*example.source, EOS] for example in examples])
    prefix = _matrix([[BOS, *example.target] for example in examples])
    following = _matrix([[*example.target, EOS] for example in examples])
    linked = np.zeros((len(examples), following.shape[1], source.shape[1]), bool)
    for row, example in enumerate(examples):
        linked[row, example.links[:, 0], example.links[:, 1]] = True
    return Batch(source, prefix, following, torch.from_numpy(linked))


def _matrix(rows: Sequence[Sequence[int]]) -> Tensor:
    padded = np.zeros((len(rows), max(map(len, rows))), np.int64)
    for row, ids in zip(padded, rows, strict=True):
        row[: len(ids)] = ids
    return torch.from_numpy(padded)
