"""Written numbers, and the endings and nouns that depend on them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.figures.numerals import counted, ending, plural, suffixed, written

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("number", "suffix", "expected"),
    [
        ("1", "ci", "ci"),
        ("3", "ci", "cü"),
        ("6", "ci", "cı"),
        ("9", "ci", "cu"),
        ("10", "ci", "cu"),
        ("40", "ci", "cı"),
        ("100", "ci", "cü"),
        ("2000", "ci", "ci"),
        ("5", "da", "də"),
        ("6", "də", "da"),
        ("17:00", "də", "da"),
        ("17:30", "də", "da"),
        ("5", "nın", "in"),
        ("6", "in", "nın"),
        ("6", "ə", "ya"),
        ("5", "ya", "ə"),
        ("3", "dan", "dən"),
        ("7", "x", "x"),
    ],
)
def test_azerbaijani_endings_follow_the_number(number: str, suffix: str, expected: str) -> None:
    """Vowels and the joining consonant are those of the number as it is read."""
    assert ending(number, suffix) == expected


def test_endings_move_to_a_word() -> None:
    """A case ending of a number becomes that of the currency behind it."""
    assert suffixed("dollar", "ə") == "dollara"
    assert suffixed("avro", "dən") == "avrodan"
    assert suffixed("manat", "lik") == "manatlıq"


@pytest.mark.parametrize(
    ("number", "form"), [("1", "год"), ("21", "год"), ("2", "года"), ("34", "года"), ("5", "лет"), ("11", "лет")]
)
def test_russian_nouns_follow_the_number(number: str, form: str) -> None:
    """One, few, many."""
    assert plural(number, ("год", "года", "лет")) == form


def test_a_noun_that_another_word_governs_stays() -> None:
    """«Около 5 лет» becomes «около 2 лет», «5 лет» becomes «2 года»."""
    assert counted("около ", "5", "2", "лет") == "лет"
    assert counted("", "5", "2", "лет") == "года"
    assert counted("", "5", "2", "домами") == "домами"


@given(st.integers(0, 10**12))
def test_every_number_keeps_its_digits(number: int) -> None:
    """Thousands are parted by no-break spaces from five digits on, and no digit is lost."""
    made = written(f"{number:,}", "ru")
    assert made.replace(NBSP, "") == str(number)
    assert (NBSP in made) == (number >= 10_000)
