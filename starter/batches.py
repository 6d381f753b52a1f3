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
from starter.dataset import Dataset
from starter.marks import marked
from starter.model import BOS, EOS
from starter.numbers import renumbered
from starter.spelling import abbreviated, in_capitals, respelled

BUFFER = 6_000
"""Pairs drawn at a time, then sorted by length: batches with little padding, in random order."""

MAX_PIECES = 160
MULTIPLE = 8
"""of which lengths are: a GPU's matrix units want it"""

SPACE = "\u2581"


@dataclass(frozen=True, slots=True)
class Batch:
    """Piece ids `source` (B, S), `prefix` and `following` (B, T), and `links` (L, 3): row, target and source piece."""

    source: Tensor
    prefix: Tensor
    following: Tensor
    links: Tensor

    def to(self, device: str) -> Batch:
        """The batch on another device, as long integers."""
        return Batch(*(part.to(device).long() for part in self._parts()))

    def sent(self, device: str) -> Batch:
        """The same without waiting for the device: from ordinary memory, CUDA starts no copy before all earlier work
        is done, and a step would be launched only when the one before it has ended."""
        if device != "cuda":
            return self.to(device)
        return Batch(*(part.pin_memory().to(device, non_blocking=True).long() for part in self._parts()))

    def _parts(self) -> tuple[Tensor, ...]:
        return self.source, self.prefix, self.following, self.links

    def arrays(self) -> tuple[NDArray[np.int16], ...]:
        """What `of` takes: small enough to be sent to another process."""
        return tuple(part.numpy() for part in self._parts())

    @classmethod
    def of(cls, arrays: tuple[NDArray[np.int16], ...]) -> Batch:
        """The batch of these arrays."""
        return cls(*map(torch.from_numpy, arrays))


@dataclass(frozen=True, slots=True)
class Example:
    """One pair as piece ids, and its links as (target piece, source piece)."""

    source: list[int]
    target: list[int]
    links: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Sampler:
    """How pairs become pieces: with which changes, and in which segmentation."""

    pieces: SentencePieceProcessor
    sampled: float = 0.0
    """share of the sources that are segmented at random"""

    sampled_target: float = 0.0
    """share of the targets; what is learned here in several segmentations comes out in several as well, and takes up
    the places of other translations in a list of the best"""

    alpha: float = 0.4
    """how likely the likeliest segmentations are, of those"""

    with_marks: float = 0.0
    """share of the pairs with terms in which some are marked"""

    marked: float = 0.7
    """share of the terms that are marked there"""

    renumbered: float = 0.0
    """share of the pairs that get other numbers"""

    capitals: float = 0.0
    """share of the headlines (pairs without a mark at their end) that are read in capitals"""

    abbreviated: float = 0.0
    """share of the pairs whose months, countries and percent are abbreviated where they can be"""

    respelled: float = 0.0
    """share of the pairs in British spelling where they were in American, or the other way round"""

    def segment(self, text: str, chance: np.random.Generator, sampled: float) -> list[str]:
        """The best segmentation or, for the sampled share, one drawn by its probability to the power of alpha."""
        if chance.random() < sampled:
            drawn: list[str] = self.pieces.encode(
                text, out_type=str, enable_sampling=True, alpha=self.alpha, nbest_size=-1
            )
            return drawn
        best: list[str] = self.pieces.encode(text, out_type=str)
        return best

    def changed(self, pair: Pair, links: Links, chance: np.random.Generator) -> tuple[Pair, Links]:
        """The pair with other numbers and spellings and with marked terms, as often as the shares say."""
        if chance.random() < self.renumbered:
            pair = renumbered(pair, chance)
        if pair.source[-1].isalnum() and chance.random() < self.capitals:
            pair = in_capitals(pair)
        if pair.terms and chance.random() < self.with_marks:
            pair, links = marked(pair, links, [term for term in pair.terms if chance.random() < self.marked])
        if chance.random() < self.abbreviated:
            pair, links = abbreviated(pair, links)
        if chance.random() < self.respelled:
            pair, links = respelled(pair, links)
        return pair, links

    def example(self, pair: Pair, links: Links, chance: np.random.Generator) -> Example | None:
        """The pair in pieces, the target after its language tag; nothing when it is too long."""
        pair, links = self.changed(pair, links, chance)
        source = self.segment(pair.source, chance, self.sampled)
        target = self.segment(pair.target, chance, self.sampled_target)
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
    linked: NDArray[np.int64] = np.argwhere(table[of_target][:, of_source]) + np.array([1, 0])
    return linked


def words_of(pieces: Sequence[str], text: str) -> NDArray[np.int64] | None:
    """For every piece the index of its word in `text`; nothing when the pieces do not spell the text."""
    lengths = np.array([len(piece.replace(SPACE, "")) for piece in pieces])
    spans = tokens(text)
    if not spans or lengths.sum() != spans[-1][1]:
        return None
    starts = np.concatenate(([0], np.cumsum(lengths)[:-1]))
    ends = np.array([end for _, end in spans])
    return np.minimum(np.searchsorted(ends, starts, side="right"), len(spans) - 1)


def batches(data: Dataset, sampler: Sampler, *, tokens_per_batch: int, chance: np.random.Generator) -> Iterator[Batch]:
    """The batches of one buffer, drawn by the groups' weights."""
    weights = np.array([group.weight for group in data.groups])
    counts = chance.multinomial(BUFFER, weights / weights.sum())
    drawn = np.concatenate([chance.choice(g.indices, count) for g, count in zip(data.groups, counts, strict=True)])
    examples = [sampler.example(data.pairs[index], data.links[index], chance) for index in drawn]
    packed = list(_packed(examples, tokens_per_batch))
    for index in chance.permutation(len(packed)):
        yield _pad(packed[index])


def held_batches(data: Dataset, pieces: SentencePieceProcessor, *, tokens_per_batch: int) -> list[Batch]:
    """The held-back pairs, as they are."""
    unlinked = np.zeros((0, 2), np.uint8)
    examples = [Sampler(pieces).example(pair, unlinked, np.random.default_rng(0)) for pair in data.held]
    return [_pad(some) for some in _packed(examples, tokens_per_batch)]


def _packed(examples: Sequence[Example | None], limit: int) -> Iterator[list[Example]]:
    ready = sorted((each for each in examples if each), key=lambda each: (len(each.target), len(each.source)))
    return _pack(ready, limit)


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
    linked = [np.insert(example.links, 0, row, axis=1) for row, example in enumerate(examples)]
    return Batch(source, prefix, following, torch.from_numpy(np.concatenate(linked).astype(np.int16)))


def _matrix(rows: Sequence[Sequence[int]]) -> Tensor:
    padded = np.zeros((len(rows), -(-max(map(len, rows)) // MULTIPLE) * MULTIPLE), np.int16)
    for row, ids in zip(padded, rows, strict=True):
        row[: len(ids)] = ids
    return torch.from_numpy(padded)
