"""Batches of similar length."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.engines.batches import balanced


def test_two_workers_share() -> None:
    """Texts are shared out so that no worker stands idle, and none gets a scrap of its own."""
    assert balanced([10, 9, 10, 9], tokens=1000, workers=2) == ((0, 2), (1, 3))
    assert balanced([10, 10, 10, 10], tokens=1000, workers=2) == ((0, 1), (2, 3))
    assert balanced([5], tokens=1000, workers=2) == ((0,),)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.integers(0, 200), max_size=40), st.integers(1, 500), st.integers(1, 4))
def test_every_text_once_and_none_too_large(lengths: list[int], tokens: int, workers: int) -> None:
    """Every text is in one batch; a batch of several texts keeps to its size, padding included."""
    batches = balanced(lengths, tokens=tokens, workers=workers)
    assert sorted(index for batch in batches for index in batch) == list(range(len(lengths)))
    for batch in batches:
        assert len(batch) == 1 or len(batch) * max(lengths[i] for i in batch) <= max(tokens, len(batch))
    assert [lengths[i] for batch in batches for i in batch] == sorted(lengths, reverse=True)
