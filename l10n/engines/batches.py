"""Texts of similar length translated together waste no time on padding."""

from __future__ import annotations

from collections.abc import Sequence

PADDED = 1.15
"""A batch with its padding is about that much larger than its texts, in news sorted by length."""


def balanced(lengths: Sequence[int], *, tokens: int, workers: int = 1) -> tuple[tuple[int, ...], ...]:
    """Indices in batches, longest texts first, each at most ``tokens`` large (rows times its longest row).

    There are at least as many batches as workers where there are as many texts, so that no worker stands idle.
    """
    order = sorted(range(len(lengths)), key=lambda i: (-lengths[i], i))
    total = sum(lengths)
    room = max(1, min(tokens, -(-total * PADDED // workers)))
    batches: list[list[int]] = []
    for index in order:
        if batches and (len(batches[-1]) + 1) * max(1, lengths[batches[-1][0]]) <= room:
            batches[-1].append(index)
        else:
            batches.append([index])
    return tuple(tuple(batch) for batch in batches)
