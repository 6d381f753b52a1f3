"""Plain signs: what a page is set in, in the form a model knows, and every character in its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.engines.plain import plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“I heard the arena,” she said.", '"I heard the arena," she said.'),
        ("Azerbaijan’s ‘new’ team", "Azerbaijan's 'new' team"),
        ("10\u00a0km, minus\u202f3, co\u2011op, \u22125", "10 km, minus 3, co-op, -5"),
        ("one — two – three, May 1–3", "one - two - three, May 1-3"),
        ('It is "plain".', 'It is "plain".'),
    ],
)
def test_plain(text: str, expected: str) -> None:
    """Quotes, apostrophes, blanks, hyphens, dashes."""
    assert plain(text) == expected


def test_what_is_given_stays() -> None:
    """A term in the target language keeps its own signs."""
    text = "⟦ «Карабах»⟧ beat “Neftchi”."
    assert plain(text, [(0, 12)]) == '⟦ «Карабах»⟧ beat "Neftchi".'


@given(st.text())
def test_every_character_keeps_its_place(text: str) -> None:
    """Alignments and marks point into the text as it was; doing it twice changes nothing."""
    assert len(plain(text)) == len(text)
    assert plain(plain(text)) == plain(text)
