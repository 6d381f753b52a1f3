"""Slots are what can be written again: names, places, terms with their nominatives in all three languages."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.model import Gender, Kind
from starter.align import tokens
from starter.corpus import Triple
from starter.inflect import az_chains, az_form, ru_cases, ru_form
from starter.lexicon import (
    adjectives,
    dates,
    institutions,
    noun_reading,
    nouns,
    of_woman,
    people,
    place_gender,
    places,
    plural,
    qualities,
    rows,
    surname_entries,
)
from starter.slots import Slot, find_slots, words_in

NO_LINKS = np.zeros((0, 2), np.uint8)


def slots_of(source: str, ru: str, az: str) -> list[Slot]:
    """What is found in a triple without links."""
    return list(find_slots([Triple(source, ru, az, "t")], [NO_LINKS], [NO_LINKS])[0])


def linked(source: str, ru: str, az: str, *pairs: tuple[int, int, int]) -> list[Slot]:
    """What is found in a triple where the English word is linked to the Russian and the Azerbaijani one."""
    links = [np.array([(pair[side], pair[0]) for pair in pairs], np.uint8) for side in (1, 2)]
    return list(find_slots([Triple(source, ru, az, "t")], links[:1], links[1:])[0])


@pytest.mark.parametrize(
    ("source", "ru", "az", "lemmas"),
    [
        ("Farid Alasgarov", "Фарид Алескеров", "Fərid Ələsgərov", "Фарид Алескеров|Fərid Ələsgərov"),
        ("A letter to Walter Pruitt", "Письмо Уолтеру Прюитту", "Uolter Pruittə məktub", "Уолтер Прюитт|Uolter Pruitt"),
        ("by Mikhail Sedov", "Михаила Седова", "Mixail Sedovun", "Михаил Седов|Mixail Sedov"),
        ("about Leyla Tahirova", "о Лейле Тахировой", "Leyla Tahirovadan", "Лейла Тахирова|Leyla Tahirova"),
        ("of Nurana Hajizade", "Нураны Гаджизаде", "Nuranə Hacızadənin", "Нурана Гаджизаде|Nuranə Hacızadə"),
        ("of Julia Bennett", "Джулии Беннетт", "Culiya Bennetin", "Джулия Беннетт|Culiya Bennet"),
        ("with Angela Merkel", "с Ангелой Меркель", "Angela Merkellə", "Ангела Меркель|Angela Merkel"),
        ("of Uzeyir Hajibeyli", "Узеира Гаджибейли", "Üzeyir Hacıbəylinin", "Узеир Гаджибейли|Üzeyir Hacıbəyli"),
        ("of Marek Dvorsky", "Марека Дворского", "Marek Dvorskinin", "Марек Дворский|Marek Dvorski"),
        ("of Teresa Alvarado", "Тересы Альварадо", "Teresa Alvaradonun", "Тереса Альварадо|Teresa Alvarado"),
        ("to Rovshan Sadikhbeyli", "Ровшану Садыхбейли", "Rövşən Sadıxbəyliyə", "Ровшан Садыхбейли|Rövşən Sadıxbəyli"),
    ],
)  # fmt: skip
def test_people_in_any_case(source: str, ru: str, az: str, lemmas: str) -> None:
    """A name of no lexicon is taken back to the nominative in both languages."""
    (slot,) = slots_of(source, ru, az)
    assert (slot.kind, f"{slot.lemma_ru}|{slot.lemma_az}") == ("person", lemmas)
    assert source[slice(*slot.source)].istitle() and (slot.ru[1], len(slot.az)) == (len(ru), 2)


def test_places_titles_and_institutions_have_their_spans() -> None:
    """Each of them is found by its form, the Azerbaijani possessive chain included."""
    source = "The Culture Minister of France met the ambassador in Baku."
    ru = "Министр культуры Франции встретился с послом в Баку."
    az = "Fransanın mədəniyyət naziri Bakıda səfirlə görüşüb."
    found = slots_of(source, ru, az)
    assert [(slot.kind, source[slice(*slot.source)], ru[slice(*slot.ru)], az[slice(*slot.az)]) for slot in found] == [
        ("title", "Culture Minister", "Министр культуры", "mədəniyyət naziri"),
        ("place", "France", "Франции", "Fransanın"),
        ("title", "ambassador", "послом", "səfirlə"),
        ("place", "Baku", "Баку", "Bakıda"),
    ]
    assert [slot.target("ru") for slot in found] == [slot.ru for slot in found]
    assert [slot.lemma("az") for slot in found] == ["mədəniyyət naziri", "Fransa", "səfir", "Bakı"]


def test_an_adjective_of_a_country_is_the_country_or_the_adjective() -> None:
    """French is Франция in «президент Франции» and французский in «французский сыр»."""
    (place,) = slots_of("the French leader", "руководитель Франции", "Fransa rəhbəri")
    (adjective,) = slots_of("French wine", "французское вино", "Fransa şərabı")
    assert (place.kind, place.lemma_ru) == ("place", "Франция")
    assert (adjective.kind, adjective.lemma_ru, adjective.lemma_az) == ("adjective", "французский", "Fransa")


@pytest.mark.parametrize(
    ("source", "ru", "az"),
    [
        ("Paris and Paris again", "Париж и снова Париж", "Paris və yenə Paris"),
        ("From Paris", "Из столицы", "Parisdən"),
        ("Baku-Ceyhan", "Баку-Джейхан", "Bakı-Ceyhan"),
        ("Two ports in the sun", "Солнце в саду", "Bağda günəş"),
    ],
)
def test_what_is_not_there_once_in_each_language_is_no_slot(source: str, ru: str, az: str) -> None:
    """Two mentions, a missing one, a part of a compound."""
    assert slots_of(source, ru, az) == []


def test_nouns_need_links() -> None:
    """A common noun counts where the words are linked, and its plural lemma is plural."""
    text = ("Three bridges collapsed", "Рухнули три моста", "Üç körpü uçub")
    assert slots_of(*text) == []
    (slot,) = linked(*text, (1, 2, 1))
    assert (slot.kind, slot.lemma_ru, slot.lemma_az, slot.cases) == ("term", "мосты", "körpülər", ("gen",))


def test_adjectives_stand_before_their_noun() -> None:
    """Not «the future» nor «the last to leave», and not in the superlative."""
    (slot,) = linked("an old road", "по старой дороге", "köhnə yolla", (1, 1, 0))
    assert (slot.kind, slot.lemma_ru, slot.lemma_az) == ("quality", "старый", "köhnə")
    assert linked("the future is near", "будущее близко", "gələcək yaxındır", (1, 0, 0)) == []
    assert linked("an old road", "самая старая дорога", "ən köhnə yol", (1, 1, 1)) == []


def test_a_second_locative_is_left_alone() -> None:
    """«В саду» looks like a dative: no other noun takes its place."""
    assert linked("in the garden", "в саду", "bağda", (2, 1, 0)) == []


def test_a_surname_alone_needs_a_gender() -> None:
    """Керимова shows it, Смит only with a verb in the past tense beside it."""
    named = slots_of("Karimov spoke", "выступление Керимова", "Kərimovun çıxışı")
    assert [slot.entry.gender for slot in named] == [Gender.MASCULINE]
    said = slots_of("Smith said so", "Смит сказала так", "Smit belə deyib")
    assert [slot.entry.gender for slot in said] == [Gender.FEMININE]
    assert slots_of("Smith says so", "Смит говорит так", "Smit belə deyir") == []


def test_every_lexicon_entry_is_written_and_read_again() -> None:
    """The genitive of each entry is read as a genitive of it; every family but a few has several members."""
    entries = [*places(), *institutions(), *dates(), *nouns(), *surname_entries(), *people()[:500]]
    for entry in entries:
        ru, az = (
            ru_form(entry.ru, ("gen",), entry.grammar, entry.gender),
            az_form(entry.az, (("gen",),), entry.grammar_az),
        )
        if ru:
            assert "gen" in ru_cases(entry.ru, ru, entry.grammar, entry.gender) or ru[-1] in "ую", entry
        assert az and ("gen",) in az_chains(entry.az, az, entry.grammar_az), entry


def test_tables_are_well_formed() -> None:
    """The Russian nouns are in the dictionary, adjectives decline, no row stands twice."""
    for name in ("nouns.tsv", "adjectives.tsv", "places.tsv", "countries.tsv", "institutions.tsv", "surnames.tsv"):
        found = [tuple(row) for row in rows(name)]
        assert len(found) == len(set(found)), name
    assert [row[2] for row in rows("nouns.tsv") if noun_reading(row[2]) is None] == []
    for entry in (*qualities(), *adjectives()):
        if entry.grammar is None:
            assert ru_form(entry.ru, ("dat.m.an",), None, Gender.NONE) != entry.ru, entry


def test_women_bear_the_surname_in_their_form() -> None:
    """Karimova, Petrovskaya; Smith, Керимли and Шевченко do not change."""
    assert of_woman("Karimov", "Керимов", "Kərimov") == ("Karimova", "Керимова", "Kərimova")
    assert of_woman("Petrovsky", "Петровский", "Petrovski") == ("Petrovskaya", "Петровская", "Petrovskaya")
    for name in (("Smith", "Смит", "Smit"), ("Karimli", "Керимли", "Kərimli")):
        assert of_woman(*name) == name


@pytest.mark.parametrize(("noun", "many"), [("bus", "buses"), ("city", "cities"), ("boy", "boys"), ("law", "laws")])
def test_regular_plurals(noun: str, many: str) -> None:
    """-es after a hiss, -ies after a consonant and y."""
    assert plural(noun) == many


@pytest.mark.parametrize(
    ("ru", "gender"), [("Казань", "f"), ("Ярославль", "m"), ("Баку", "m"), ("Гянджа", "f"), ("Новая Зеландия", "f")]
)
def test_gender_of_places(ru: str, gender: str) -> None:
    """By the last word; -ь by the dictionary."""
    assert place_gender(ru, "m") == gender


@given(st.lists(st.sampled_from(["Baku", "Xi'an", "is", "a", "—", "3.5"]), min_size=1, max_size=8), st.data())
def test_words_in_a_span_are_its_tokens(words: list[str], data: st.DataObject) -> None:
    """The tokens of a word of the text, joined, are the word."""
    text = " ".join(words)
    at = data.draw(st.integers(0, len(words) - 1))
    start = len(" ".join(words[:at])) + (at > 0)
    bare = text.replace(" ", "")
    inside = [bare[slice(*tokens(text)[index])] for index in words_in(text, (start, start + len(words[at])))]
    assert "".join(inside) == words[at]


def test_the_grammar_of_an_entry() -> None:
    """Adjectives have no kind of l10n in Russian; that of a country is a place in Azerbaijani."""
    country = next(entry for entry in adjectives() if entry.kind == "adjective")
    assert country.grammar is None and country.grammar_az is Kind.PLACE
    assert qualities()[0].grammar_az is Kind.TERM
