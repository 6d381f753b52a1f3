"""Swaps are consistent in three languages and keep every ending."""

import numpy as np
import pytest

from l10n.model import Gender
from starter.augment import carried, in_form, variants
from starter.corpus import Triple
from starter.edits import starts_with_vowel
from starter.lexicon import Entry, person
from starter.slots import find_slots

NO_LINKS = np.zeros((0, 2), np.uint8)
PAKISTAN = Triple(
    "The ambassador of Pakistan arrived in Paris.",
    "Посол Пакистана прибыл в Париж.",
    "Pakistanın səfiri Parisə gəlib.",
    "t",
)


def with_slots(triple: Triple) -> Triple:
    """The triple with what is found without links."""
    slots = find_slots([triple], [NO_LINKS], [NO_LINKS])[0]
    return Triple(triple.source, triple.ru, triple.az, triple.theme, slots)


def test_copies_differ_and_carry_their_slots() -> None:
    """Every copy is new, and its spans hold forms of its own lemmas."""
    copies = variants(with_slots(PAKISTAN), seed=1, copies=5)
    assert len({copy.source for copy in copies} | {PAKISTAN.source}) == 6
    for copy in copies:
        for slot in copy.slots:
            assert copy.source[slice(*slot.source)].lower() == slot.entry.source.lower()
            assert slot.lemma_ru[:2].lower() == copy.ru[slice(*slot.ru)][:2].lower()
            assert copy.az[slice(*slot.az)][1:].startswith(slot.lemma_az[1:4])


def test_augment_is_deterministic_and_yields_changed_lines_only() -> None:
    """The same seed gives the same lines; a line without a slot yields nothing."""
    plain = Triple("Nothing here.", "Ничего.", "Heç nə.", "t")
    once, again = (variants(with_slots(PAKISTAN), seed=3, copies=4) for _ in range(2))
    assert variants(plain, seed=3, copies=4) == []
    assert once == again
    assert len(once) == 4 and all(copy.source != PAKISTAN.source for copy in once)


def test_names_take_the_form_that_stood_there() -> None:
    """Men decline, women's surnames on consonants and surnames in -о do not; -zadə takes -yə, Kərimova -nın."""
    triple = with_slots(
        Triple(
            "The letter was handed to Anar Karimov.",
            "Письмо вручили Анару Керимову.",
            "Məktub Anar Kərimova təqdim edilib.",
            "t",
        )
    )
    (slot,) = triple.slots
    smith = in_form(person("John Smith", "Джон Смит", "Con Smit", Gender.MASCULINE), slot)
    valizade = in_form(person("Anar Valizade", "Анар Велизаде", "Anar Vəlizadə", Gender.MASCULINE), slot)
    mary = in_form(person("Emma Smith", "Эмма Смит", "Emma Smit", Gender.FEMININE), slot)
    assert smith and (smith.ru, smith.az) == ("Джону Смиту", "Con Smitə")
    assert valizade and (valizade.ru, valizade.az) == ("Анару Велизаде", "Anar Vəlizadəyə")
    assert mary and (mary.ru, mary.az) == ("Эмме Смит", "Emma Smitə")


def test_a_word_that_does_not_fit_every_reading_stays_out() -> None:
    """«Пакистан» may be a nominative or an accusative; Турция has two forms for that, Китай one."""
    triple = with_slots(Triple("Pakistan won.", "Победил Пакистан.", "Pakistan qalib gəlib.", "t"))
    (slot,) = triple.slots
    assert in_form(Entry("place", "place country f в", "Turkey", "Турция", "Türkiyə"), slot) is None
    china = in_form(Entry("place", "place country m в", "China", "Китай", "Çin"), slot)
    assert china and (china.ru, china.az) == ("Китай", "Çin")


def test_places_keep_to_their_preposition() -> None:
    """A church may have a cross on it; no cinema takes its place there, but it does after в."""
    for preposition, changed in (("на", False), ("в", True)):
        triple = Triple("Something in churches", f"Что-то {preposition} церквях", "Kilsələrdə nəsə", "t")
        ru = np.array([[4, 2]], np.uint8)
        slots = find_slots([triple], [ru], [np.array([[0, 2]], np.uint8)])[0]
        assert [slot.lemma_ru for slot in slots] == ["церкви"]
        assert bool(variants(Triple(triple.source, triple.ru, triple.az, "t", slots), seed=1, copies=2)) is changed


def test_prepositions_and_articles_follow_the_new_word() -> None:
    """во Францию but в Италию, a French and an Italian; the Azerbaijani particle by harmony."""
    triple = with_slots(
        Triple(
            "A French delegation came, and Baku too welcomed it, a guest from France says.",
            "Приехала французская делегация, и Баку тоже ее приветствовал, говорит гость из Франции.",
            "Fransız nümayəndə heyəti gəlib, Bakı da onu salamlayıb, Fransadan olan qonaq deyir.",
            "t",
        )
    )
    for copy in variants(triple, seed=2, copies=8):
        article, word = copy.source.split()[:2]
        assert (article == "An") == starts_with_vowel(word)
        before = copy.az.split(" onu ")[0].split()
        assert (before[-1] == "da") == (
            max(before[-2].lower().rfind(v) for v in "aıou") > max(before[-2].lower().rfind(v) for v in "eəiöü")
        )


@pytest.mark.parametrize(
    ("word", "vowel"),
    [
        ("Italian", True),
        ("European", False),
        ("Ukrainian", False),
        ("hour", True),
        ("university", False),
        ("Uzbek", True),
        ("Omani", True),
    ],
)
def test_article_by_sound(word: str, vowel: bool) -> None:
    """`an` before a vowel that is heard."""
    assert starts_with_vowel(word) is vowel


def test_links_are_carried_to_the_copy() -> None:
    """A longer name has all its words linked; what follows moves along."""
    triple = with_slots(Triple("Paris is far.", "Париж далеко.", "Paris uzaqdır.", "t"))
    links = np.array([[0, 0], [1, 2], [2, 3]], np.uint8)
    for copy in variants(triple, seed=1, copies=30):
        moved = carried(links, triple, copy, "ru").tolist()
        words = len(copy.ru.replace("-", " - ").split()) - 1
        assert [words, len(copy.source.replace("-", " - ").split()) - 1] in moved
        assert [0, 0] in moved
