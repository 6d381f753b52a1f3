"""Marked terms keep the links of all other words; other numbers keep what agrees with them."""

from typing import Any

import pytest

np = pytest.importorskip("numpy")

from starter.align import words  # noqa: E402
from starter.corpus import Pair, Term  # noqa: E402
from starter.marks import marked  # noqa: E402
from starter.numbers import renumbered  # noqa: E402

PAIR = Pair(
    "Anar Karimov visited Agdam on Friday.",
    "В пятницу Анар Керимов посетил Агдам.",
    "ru",
    (Term((0, 12), (10, 22), "Анар Керимов"), Term((21, 26), (31, 36), "Агдам")),
)
LINKS = np.array([[1, 5], [2, 0], [3, 1], [4, 2], [5, 3], [6, 6]], np.uint8)


def linked(pair: Pair, links: Any) -> set[tuple[str, str]]:
    """Links as words."""
    sides = [[text[start:end] for start, end in words(text)] for text in (pair.target, pair.source)]
    return {(sides[0][target], sides[1][source]) for target, source in links.tolist()}


def test_terms_stand_in_marks_and_words_stay_linked() -> None:
    """Each word of a term is linked to its own word in the citation form, all others as before."""
    pair, links = marked(PAIR, LINKS, PAIR.terms)
    assert pair.source == "⟦ Анар Керимов⟧ visited ⟦ Агдам⟧ on Friday."
    assert pair.terms == ()
    others = {("пятницу", "Friday"), ("посетил", "visited"), (".", ".")}
    assert linked(pair, links) == others | {("Анар", "Анар"), ("Керимов", "Керимов"), ("Агдам", "Агдам")}


def test_only_chosen_terms_are_marked() -> None:
    """The other term stays English and linked."""
    pair, links = marked(PAIR, LINKS, PAIR.terms[1:])
    assert pair.source == "Anar Karimov visited ⟦ Агдам⟧ on Friday."
    assert ("Керимов", "Karimov") in linked(pair, links)
    assert ("Агдам", "Агдам") in linked(pair, links)
    assert marked(PAIR, LINKS, ())[0].source == PAIR.source


def test_a_term_of_another_length_is_linked_as_a_whole() -> None:
    """Where the citation form has more words than stand in the target, each is linked to all."""
    pair = Pair("The UN met.", "ООН собралась.", "ru", (Term((4, 6), (0, 3), "Организация Объединенных Наций"),))
    changed, links = marked(pair, np.array([[0, 1], [1, 2]], np.uint8), pair.terms)
    assert changed.source == "The ⟦ Организация Объединенных Наций⟧ met."
    assert {source for target, source in linked(changed, links) if target == "ООН"} == {
        "Организация",
        "Объединенных",
        "Наций",
    }


@pytest.mark.parametrize(
    ("source", "target", "ends"),
    [
        ("He scored 27 goals in 2018.", "В 2018 году он забил 27 голов.", ("7", "18")),
        ("They counted 12,345 votes.", "Насчитали 12 345 голосов.", ("12,", "45")),
    ],
)
def test_numbers_change_alike_and_keep_their_end(source: str, target: str, ends: tuple[str, str]) -> None:
    """Both sides get the same new digits, and what decides endings stays."""
    seen = set()
    for seed in range(30):
        pair = renumbered(Pair(source, target, "ru"), np.random.default_rng(seed))
        assert len(pair.source) == len(source)
        assert len(pair.target) == len(target)
        assert sorted("".join(filter(str.isdigit, pair.source))) == sorted(filter(str.isdigit, pair.target))
        assert all(end in pair.source for end in ends)
        seen.add(pair.source)
    assert len(seen) > 5


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("It was 27 September.", "Было 27 сентября."),
        ("He is an 85-year-old.", "Ему 85 лет."),
        ("There were 12 of them.", "Их было 12."),
        ("They won 50 medals.", "Они выиграли 50 медалей."),
        ("At 17:30 it began.", "В 17:30 началось."),
        ("It grew from 25 to 25.5.", "Выросло с 25 до 25,5."),
    ],
)
def test_numbers_that_decide_an_ending_stay(source: str, target: str) -> None:
    """Days, teens, round numbers, times, and numbers that stand twice."""
    pair = Pair(source, target, "ru")
    assert all(renumbered(pair, np.random.default_rng(seed)) == pair for seed in range(20))
