"""Batches made by other processes while the model trains; the same ones in the same order, however many there are."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import count

import numpy as np
from numpy.typing import NDArray
from sentencepiece import set_random_generator_seed

from starter.batches import Batch, Sampler, batches
from starter.dataset import Dataset

AHEAD = 2
"""buffers that wait or are being made, a process"""


class Loader:
    """Batches of buffer `buffer` and all that follow.

    Buffer n is made from `(seed, n)` alone. With `processes` 0 it is made here; otherwise by that many processes,
    forked at once: make the loader before anything has taken a GPU.
    """

    def __init__(
        self, data: Dataset, sampler: Sampler, *, tokens_per_batch: int, seed: int, buffer: int, processes: int
    ) -> None:
        _Made.settings = (data, sampler, tokens_per_batch, seed)
        self.numbers = count(buffer)
        self.pool = None
        if processes:
            self.pool = ProcessPoolExecutor(processes, multiprocessing.get_context("fork"))
            numbers = [next(self.numbers) for _ in range(AHEAD * processes)]
            self.waiting = deque((number, self.pool.submit(_Made.arrays, number)) for number in numbers)

    def __enter__(self) -> Loader:
        return self

    def __exit__(self, *_: object) -> None:
        if self.pool:
            self.pool.shutdown(cancel_futures=True)

    def stream(self, device: str) -> Iterator[tuple[int, Batch]]:
        """`(number of the buffer, batch on the device)`, without end."""
        while True:
            number, made = self._next()
            for arrays in made:
                yield number, Batch.of(arrays).sent(device)

    def _next(self) -> tuple[int, list[tuple[NDArray[np.int16], ...]]]:
        if not self.pool:
            number = next(self.numbers)
            return number, _Made.arrays(number)
        number, future = self.waiting.popleft()
        following = next(self.numbers)
        self.waiting.append((following, self.pool.submit(_Made.arrays, following)))
        return number, future.result()


class _Made:
    """What the processes inherit: the data is too large to be sent to them."""

    settings: tuple[Dataset, Sampler, int, int]

    @classmethod
    def arrays(cls, number: int) -> list[tuple[NDArray[np.int16], ...]]:
        """The batches of one buffer."""
        data, sampler, tokens_per_batch, seed = cls.settings
        chance = np.random.default_rng([seed, number])
        set_random_generator_seed(int(chance.integers(2**31)))
        made = batches(data, sampler, tokens_per_batch=tokens_per_batch, chance=chance)
        return [batch.arrays() for batch in made]
