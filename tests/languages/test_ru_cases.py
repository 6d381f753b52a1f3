"""Russian: the case of a phrase whatever its lemma."""

from __future__ import annotations

import pytest

from l10n.languages.ru import LANGUAGE
from l10n.model import Gender, Kind


@pytest.mark.parametrize(
    ("phrase", "gender", "cases"),
    [
        ("Каримовым", "m", {"ins"}),
        ("Анаром Каримовым", "m", {"ins"}),
        ("Анара Каримова", "m", {"gen", "acc"}),
        ("Ильхаму Алийеву", "m", {"dat"}),
        ("Андрею Бабишу", "m", {"dat"}),
        ("Гутеррешем", "m", {"ins"}),
        ("Эрдогане", "m", {"loc"}),
        ("Ким Чен Ыном", "m", {"ins"}),
        ("Абдель Фаттахом ас-Сисси", "m", {"ins"}),
        ("Мехрибан Алиевой", "f", {"gen", "ins", "dat", "loc"}),
        ("Лейлой Алийевой", "f", {"ins"}),
        ("Лейлу Алийеву", "f", {"acc"}),
        ("Урсулы фон дер Лейен", "f", {"gen"}),
    ],
)
def test_people(phrase: str, gender: str, cases: set[str]) -> None:
    """A name spelled wrongly still shows its case, and the likeliest one comes first."""
    found = LANGUAGE.cases_of(phrase, kind=Kind.PERSON, gender=Gender(gender))
    assert set(found[: len(cases)]) == cases


@pytest.mark.parametrize(
    ("phrase", "kind", "key"),
    [
        ("министром культуры", Kind.TITLE, "ins"),
        ("министрами культуры", Kind.TITLE, "ins.pl"),
        ("первому заместителю министра", Kind.TITLE, "dat"),
        ("исполняющим обязанности директора", Kind.TITLE, "ins"),
        ("Организацией Объединенных Наций", Kind.ORGANIZATION, "ins"),
        ("Организацию Соединённых Наций", Kind.ORGANIZATION, "acc"),
        ("Горным Карабахом", Kind.PLACE, "ins"),
        ("Гянджой", Kind.PLACE, "ins"),
        ("Соединёнными Штатами", Kind.PLACE, "ins"),
        ("мирные договоры", Kind.TERM, "nom.pl"),
    ],
)
def test_phrases(phrase: str, kind: Kind, key: str) -> None:
    """The head and its modifiers agree on one key."""
    assert key in LANGUAGE.cases_of(phrase, kind=kind)[:2]


def test_nothing_to_say() -> None:
    """Where no word is Russian there is no case."""
    assert LANGUAGE.cases_of("Microsoft", kind=Kind.ORGANIZATION) == ()
    assert LANGUAGE.cases_of("", kind=Kind.PERSON) == ()


def test_the_preposition_ranks_the_cases() -> None:
    """An ambiguous form is read by the preposition before it."""
    assert LANGUAGE.find("Алиев", "для Алиева", kind=Kind.PERSON)[0].cases[0] == "gen"
    assert LANGUAGE.find("Гянджа", "к Гяндже", kind=Kind.PLACE)[0].cases[0] == "dat"
    assert LANGUAGE.find("Гянджа", "в Гяндже", kind=Kind.PLACE)[0].cases[0] == "loc"
    assert LANGUAGE.find("Баку", "из Баку", kind=Kind.PLACE)[0].cases[0] == "gen"


def test_inflect_like() -> None:
    """A term takes the case of the phrase that stands in its place, singular where it has no plural."""
    like = LANGUAGE.inflect_like("Анар Керимов", "Анаром Каримовым", kind=Kind.PERSON, gender=Gender.MASCULINE)
    assert like == "Анаром Керимовым"
    assert LANGUAGE.inflect_like("Нагорный Карабах", "Горном Карабахе", kind=Kind.PLACE) == "Нагорном Карабахе"
    assert LANGUAGE.inflect_like("министр культуры", "министрам спорта", kind=Kind.TITLE) == "министрам культуры"
    assert LANGUAGE.inflect_like("переговоры", "консультациями", kind=Kind.TERM) == "переговорами"
    assert LANGUAGE.inflect_like("МИД", "Microsoft", kind=Kind.ORGANIZATION) is None


@pytest.mark.parametrize(
    ("term", "phrase", "kind", "gender", "wanted"),
    [
        ("Карпаты", "Корпатами", "place", "", "Карпатами"),
        ("Филиппины", "Фелиппин", "place", "", "Филиппин"),
        ("Таджикистан", "Тажикистану", "place", "", "Таджикистану"),
        ("Таджикистан", "Тажикистане", "place", "", "Таджикистане"),
        ("Вашингтон", "Вашингтоном", "place", "", "Вашингтоном"),
        ("Молдова", "Молдаву", "place", "", "Молдову"),
        ("Набережные Челны", "Набережным Чалнам", "place", "", "Набережным Челнам"),
        ("Гянджа", "Ганджой", "place", "", "Гянджой"),
        ("Реджеп Тайип Эрдоган", "Эрдаганом", "person", "m", "Реджепом Тайипом Эрдоганом"),
        ("Франсуа Олланд", "Франсуа Холландом", "person", "m", "Франсуа Олландом"),
        ("Фумио Кисида", "Фумио Кишиду", "person", "m", "Фумио Кисиду"),
        ("Каха Каладзе", "Каху Каладзэ", "person", "m", "Каху Каладзе"),
        ("Сергей Шойгу", "Сергее Шоигу", "person", "m", "Сергее Шойгу"),
        ("Майя Санду", "Майе Санда", "person", "f", "Майе Санду"),
        ("Садыр Жапаров", "Садыром Джапаровым", "person", "m", "Садыром Жапаровым"),
        ("Ким Чен Ын", "Ким Чон Ына", "person", "m", "Ким Чен Ына"),
        (
            "Организация тюркских государств",
            "Организацией тюрских государств",
            "organization",
            "",
            "Организацией тюркских государств",
        ),
        ("министр культуры", "министрами искусства", "title", "", "министрами культуры"),
    ],
)
def test_a_misspelt_name_takes_its_form(term: str, phrase: str, kind: str, gender: str, wanted: str) -> None:
    """What the phrase resembles most among the forms of the term itself is the form it stands for."""
    assert LANGUAGE.inflect_like(term, phrase, kind=Kind(kind), gender=Gender(gender)) == wanted
