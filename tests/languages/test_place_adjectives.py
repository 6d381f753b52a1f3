"""Adjectives and inhabitants stand for their place; other words with the same beginning do not."""

from __future__ import annotations

import pytest

from l10n.languages.place_adjectives import derived


@pytest.mark.parametrize(
    ("locale", "place", "text"),
    [
        ("ru", "Баку", "на бакинской улице"),
        ("ru", "Баку", "многие бакинцы"),
        ("ru", "Азербайджан", "азербайджано-таджикские связи"),
        ("ru", "Польша", "Польский оператор"),
        ("ru", "Таджикистан", "таджикский посол"),
        ("ru", "Италия", "итальянцы победили"),
        ("ru", "Грузия", "по словам грузинского дипломата"),
        ("ru", "Россия", "российские компании"),
        ("az", "Bakı", "bakılı neftçi"),
        ("az", "Rusiya", "rus jurnalisti"),
        ("az", "Gürcüstan", "gürcü rəssam"),
        ("az", "İtaliya", "italiyalı tennisçi"),
        ("az", "Tacikistan", "tacik sərhədçi"),
    ],
)
def test_an_adjective_stands_for_its_place(locale: str, place: str, text: str) -> None:
    """Regular ones by their suffix, irregular ones from the list."""
    assert derived(place, text, locale)


@pytest.mark.parametrize(
    ("locale", "place", "text"),
    [
        ("ru", "Иран", "иракский посол"),
        ("ru", "Таджикистан", "туркменский посол"),
        ("ru", "Грузия", "перевозка грузов"),
        ("ru", "Австрия", "австралийский посол"),
        ("ru", "Туркменистан", "Туркмения"),
        ("ru", "Перу", "красный перец"),
        ("az", "İran", "iraqlı səfir"),
        ("az", "Tacikistan", "türkmən səfir"),
        ("az", "Bakı", "baxımlı şəhər"),
    ],
)
def test_another_word_does_not(locale: str, place: str, text: str) -> None:
    """A look-alike, another country and a common word are no adjectives of the place."""
    assert not derived(place, text, locale)
