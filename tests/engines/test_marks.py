"""Stretches of a source that are given in the target language."""

from __future__ import annotations

import pytest

from l10n.engines.marks import filled, marked


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("⟦Баку⟧ and ⟦Душанбе⟧'s", ["⟦Баку⟧", "⟦Душанбе⟧"]),
        ("⟦a ⟦b⟧ c⟧", ["⟦b⟧"]),
        ("⟧ none ⟦", []),
        ("⟦⟧", ["⟦⟧"]),
    ],
)
def test_marked(text: str, found: list[str]) -> None:
    """Every pair, and nothing for a mark alone."""
    assert [text[start:end] for start, end in marked(text, ("⟦", "⟧"))] == found
    assert marked(text, None) == ()


def test_filled() -> None:
    """The rest of the text stays in its place."""
    assert filled("in ⟦Баку⟧ now", [(3, 9)], "x") == "in xxxxxx now"
