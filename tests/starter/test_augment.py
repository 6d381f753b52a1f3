"""Swaps are consistent in three languages and keep every ending."""

import random
import re

import pytest

from starter.augment import augment, families, swap_number, swap_words
from starter.corpus import Triple

PAKISTAN = Triple(
    "The ambassador of Pakistan arrived in October.",
    "Посол Пакистана прибыл в октябре.",
    "Pakistanın səfiri oktyabrda gəlib.",
    "t",
)


def chance() -> random.Random:
    """A fixed source of choices."""
    return random.Random(1)


def test_swaps_country_and_month_with_their_endings() -> None:
    """The stem changes, the case ending and the suffix stay."""
    swapped = swap_words(PAKISTAN, chance())
    assert "Pakistan" not in swapped.source
    assert re.fullmatch(r"Посол \w+стана прибыл в \w+бре\.|Посол \w+стана прибыл в январе\.", swapped.ru)
    assert re.fullmatch(r"\w+stanın səfiri \w+da gəlib\.", swapped.az)


@pytest.mark.parametrize(
    ("source", "ru", "az"),
    [
        ("Kazakh wheat", "Казахстанская пшеница", "Qazaxıstan buğdası"),
        ("A visit to Pakistan and Pakistan's debt", "Визит в Пакистан и долг Пакистана", "Pakistana səfər"),
        ("About Germany", "О Германии", "Almaniya haqqında"),
        ("David's book", "Книга Дэвида", "Devidin kitabı"),
    ],
)
def test_leaves_unsafe_slots_alone(source: str, ru: str, az: str) -> None:
    """Adjectives, two mentions, о/об, and an Azerbaijani suffix on a name whose vowel may not match."""
    triple = Triple(source, ru, az, "t")
    assert swap_words(triple, chance()) == triple


def test_numbers_keep_their_last_digit() -> None:
    """24 may become 54: голоса and the Azerbaijani suffix go by the last digit."""
    triple = Triple("It won 24 votes.", "Он получил 24 голоса.", "O, 24 səs qazanıb.", "t")
    swapped = swap_number(triple, chance())
    found = [re.findall(r"\d+", side) for side in (swapped.source, swapped.ru, swapped.az)]
    assert found[0] == found[1] == found[2]
    assert found[0][0][1] == "4" and found[0] != ["24"]


@pytest.mark.parametrize("source", ["It won 14 votes.", "On May 24 it won.", "It won 2.24 points.", "It won 20 votes."])
def test_teens_dates_decimals_and_round_numbers_stay(source: str) -> None:
    """Their agreement or suffix does not follow the last digit, or the day would not exist."""
    digits = re.findall(r"[\d.]+\d", source)[0]
    triple = Triple(source, f"Он {digits}", f"O {digits}", "t")
    assert swap_number(triple, chance()) == triple


def test_augment_is_deterministic_and_yields_changed_lines_only() -> None:
    """The same seed gives the same lines; a line without a slot yields nothing."""
    plain = Triple("Nothing here.", "Ничего.", "Heç nə.", "t")
    once, again = (list(augment([PAKISTAN, plain], seed=3)) for _ in range(2))
    assert once == again
    assert len(once) == 1 and once[0] != PAKISTAN


def test_families_have_at_least_two_members() -> None:
    """A family of one has nothing to swap; no stem is in two families."""
    assert all(len(members) > 1 for members in families().values())
    sources = [stem.source for members in families().values() for stem in members]
    assert len(sources) == len(set(sources))
