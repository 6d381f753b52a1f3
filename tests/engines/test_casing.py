"""Headlines in capitals."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.engines.casing import is_shouted, sentence_case
from l10n.engines.marks import marked

KNOWN = {"Turkey", "London", "Baku", "talks", "gas", "minister", "signs", "deal", "foreign", "jailed", "man", "warns"}


def rarity(word: str) -> tuple[int, ...]:
    """A tokenizer that knows a dozen words in one spelling."""
    return (1, 7) if word in KNOWN else (3, 7, 7, 7)


@pytest.mark.parametrize(
    ("text", "shouted"),
    [
        ("BAKU HOSTS TALKS ON GAS", True),
        ("MINISTER'S VISIT: 3 DEALS SIGNED", True),
        ("NATO, EU, UNESCO", False),
        ("OSCE", False),
        ("The UNESCO delegation visited Shusha", False),
        ("12.5%", False),
        ("", False),
    ],
)
def test_shouted(text: str, shouted: bool) -> None:
    """Capitals throughout are shouting; acronyms by themselves are not."""
    assert is_shouted(text) is shouted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TURKEY SIGNS GAS DEAL", "Turkey signs gas deal"),
        ("FOREIGN MINISTER OF TURKEY IN BAKU", "Foreign minister of Turkey in Baku"),
        ("NATO WARNS U.S. OVER COP29", "NATO warns U.S. over COP29"),
        ("WHO WARNS MAN WHO JAILED MINISTER", "WHO warns man who jailed minister"),
        ("TURKEY'S MINISTER ISN'T IN BAKU", "Turkey's minister isn't in Baku"),
        ("KARIMLI PLEDGED REFORM", "Karimli pledged Reform"),
    ],
)
def test_sentence_case(text: str, expected: str) -> None:
    """Acronyms stay, names keep a capital, the rest is small; an unknown word counts as a name."""
    assert sentence_case(text, rarity) == expected


@pytest.mark.parametrize(
    ("text", "shouted", "expected"),
    [
        ("⟦Анар Керимов⟧'S VISIT ENDS", True, "⟦Анар Керимов⟧'s Visit Ends"),
        ("TALKS IN ⟦Баку⟧", True, "Talks in ⟦Баку⟧"),
        ("TURKEY AND ⟦ООН⟧ SIGN", True, "Turkey and ⟦ООН⟧ Sign"),
        ("⟦министр⟧ ⟦ООН⟧ NATO", False, ""),
        ("⟦ООН⟧ ⟦АБВГДЕЖЗ⟧ ⟦ВСЕМИРНЫЙ БАНК⟧ says so", False, ""),
        ("⟦а⟧ GAS", False, ""),
    ],
)
def test_what_is_given_keeps_its_letters(text: str, shouted: bool, expected: str) -> None:
    """A stretch given in the target language is a word like any other, and none whose capitals are to be changed."""
    given = marked(text, ("⟦", "⟧"))
    assert is_shouted(text, given) is shouted
    if shouted:
        assert sentence_case(text, rarity, given) == expected


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80))
def test_length_is_kept(text: str) -> None:
    """Character offsets stay true, whatever the text."""
    recased = sentence_case(text, rarity)
    assert len(recased) == len(text)
    assert recased.casefold() == text.casefold() or recased.upper() == text.upper()
