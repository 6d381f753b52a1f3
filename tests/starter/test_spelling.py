"""Other spellings of the English keep the links of every word."""

from typing import Any

import pytest

np = pytest.importorskip("numpy")

from starter.align import words  # noqa: E402
from starter.corpus import Pair, Term  # noqa: E402
from starter.spelling import abbreviated, in_capitals, respelled  # noqa: E402


def linked(pair: Pair, links: Any) -> set[tuple[str, str]]:
    """Links as words."""
    sides = [[text[start:end] for start, end in words(text)] for text in (pair.target, pair.source)]
    return {(sides[0][target], sides[1][source]) for target, source in links.tolist()}


def test_words_behind_an_abbreviation_stay_linked() -> None:
    """`November` is one word and `Nov.` two, `US` one and `U.S.` four."""
    pair = Pair(
        "On November 22 US exports rose 5 percent.",
        "22 ноября экспорт США вырос на 5 процентов.",
        "ru",
        (Term((15, 17), (19, 22), "США"),),
    )
    names = [("ноября", "November"), ("22", "22"), ("США", "US"), ("экспорт", "exports"), ("процентов", "percent")]
    table = [[pair.target[s:e] for s, e in words(pair.target)], [pair.source[s:e] for s, e in words(pair.source)]]
    links = np.array([(table[0].index(t), table[1].index(s)) for t, s in names], np.uint8)
    other, moved = abbreviated(pair, links)
    assert other.source == "On Nov. 22 U.S. exports rose 5%."
    assert (other.target, other.terms) == (pair.target, ())
    assert linked(other, moved) == {
        ("ноября", "Nov"),
        ("22", "22"),
        ("США", "U"),
        ("экспорт", "exports"),
        ("процентов", "%"),
    }


def test_a_word_that_is_left_out_takes_its_links_along() -> None:
    """`said on Tuesday` -> `said Tuesday`."""
    pair = Pair("He said on Tuesday it rained.", "Во вторник он сказал.", "ru")
    other, moved = abbreviated(pair, np.array([[0, 2], [1, 3], [2, 0], [3, 1], [4, 6]], np.uint8))
    assert other.source == "He said Tuesday it rained."
    assert linked(other, moved) == {("вторник", "Tuesday"), ("он", "He"), ("сказал", "said"), (".", ".")}
    assert abbreviated(Pair("On Monday", "x", "ru"), moved)[0].source == "On Monday"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Centre organised a theatre programme.", "The Center organized a theater program."),
        ("Neighbours cancelled a favourite.", "Neighbors canceled a favorite."),
        ("Privatisation of defence", "Privatization of defense"),
        ("He rose and promised advice.", "He rose and promised advice."),
    ],
)
def test_both_sides_of_the_ocean(one: str, other: str) -> None:
    """British becomes American and comes back; the links stay."""
    links = np.array([[0, 1]], np.uint8)
    there, kept = respelled(Pair(one, "x", "ru"), links)
    assert there.source == other and kept.tolist() == links.tolist()
    assert respelled(there, links)[0].source == one


def test_what_means_two_things_goes_one_way() -> None:
    """Ten metres may become meters; a gas meter never becomes a metre."""
    links = np.zeros((0, 2), np.uint8)
    assert respelled(Pair("Ten metres", "x", "ru"), links)[0].source == "Ten meters"
    assert respelled(Pair("A gas meter", "x", "ru"), links)[0].source == "A gas meter"


@pytest.mark.parametrize("source", ["In November it rained.", "May 5 and March 3", "US-backed", "A percentage of ten"])
def test_what_agencies_write_in_full_stays(source: str) -> None:
    """A month without a day, short months, a part of a compound."""
    pair, links = Pair(source, "x", "ru", (Term((0, 1), (0, 1), "x"),)), np.zeros((0, 2), np.uint8)
    assert abbreviated(pair, links) == (pair, links)


def test_without_links() -> None:
    """A pair that was never aligned."""
    other, links = abbreviated(Pair("The UN", "ООН", "ru"), np.zeros((0, 2), np.uint8))
    assert other.source == "The U.N." and links.shape == (0, 2)


def test_capitals_keep_the_length() -> None:
    """What would change it stays."""
    assert in_capitals(Pair("Big dogs win", "Böyük itlər", "az")) == Pair("BIG DOGS WIN", "Böyük itlər", "az")
    assert in_capitals(Pair("Straße", "küçə", "az")).source == "Straße"
