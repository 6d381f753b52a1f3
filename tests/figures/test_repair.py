"""Repairing the figures of drafts: a table that linguists edit, doubts, and properties on any input."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n import figures
from l10n.locate import Working
from l10n.model import Link

TABLE = [
    tuple(line.replace("~", "\u00a0").split("\t"))
    for line in (Path(__file__).parent / "repair.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def test_a_lost_day_is_given_as_the_target_names_it() -> None:
    """What a model with term marks is told to put in: the day, in the nominative or as an adverb."""
    assert figures.lost("They met on Wednesday.", "Они встретились.", "ru") == (((12, 21), "среда"),)
    assert figures.lost("They met on Wednesday.", "Onlar görüşdülər.", "az") == (((12, 21), "çərşənbə günü"),)


def test_the_table_is_large() -> None:
    """At least 150 drafts with what must become of them, in both languages."""
    assert len(TABLE) >= 150
    assert {row[0] for row in TABLE} == {"ru", "az"}
    assert all(len(row) == 4 for row in TABLE)


@pytest.mark.parametrize(("locale", "source", "draft", "expected"), TABLE)
def test_a_draft_comes_out_as_the_table_says(locale: str, source: str, draft: str, expected: str) -> None:
    """Each draft of the table becomes the text beside it, and repairing that changes nothing more."""
    repaired, _ = figures.repair(source, Working(draft), locale)
    assert repaired.text == expected
    again, _ = figures.repair(source, repaired, locale)
    assert again.text == expected


@pytest.mark.parametrize(("locale", "source", "draft", "expected"), TABLE)
def test_what_the_table_expects_lacks_nothing(locale: str, source: str, draft: str, expected: str) -> None:
    """No figure of the source is missing from a finished text."""
    assert figures.missing(source, expected, locale) == ()


@pytest.mark.parametrize(
    ("locale", "source", "draft", "doubt"),
    [
        ("ru", "The 27 delegates met at noon.", "Делегаты встретились в полдень.", "number 27 is missing"),
        ("ru", "It begins at 5 p.m. today.", "Это начинается сегодня в пять.", "5 p.m. should be 17:00"),
        ("ru", "He paid $5.", "Он заплатил 5.", "currency of $5 is missing"),
        ("ru", "Write to news@example.org.", "Напишите нам.", "news@example.org is missing"),
        ("ru", "The vote on July 5 failed.", "Голосование провалилось.", "date July 5 is missing"),
        ("ru", "About 550 people came.", "Около 550 человек пришли, 550 человек.", "number 550 is there twice"),
        ("ru", "On July 5 they met.", "5 июля они встретились, это было 5 июля.", "date July 5 is there twice"),
        ("ru", "They met twice.", "Они встретились 17 раз.", "number 17 is not in the source"),
        ("ru", "The ship is 385 miles away.", "Корабль в 360 километрах.", "number 385 is missing"),
        ("az", "The 27 delegates met at noon.", "Nümayəndələr günorta görüşdülər.", "number 27 is missing"),
        ("az", "It begins at 5 p.m. today.", "Bu gün saat beşdə başlayır.", "5 p.m. should be 17:00"),
        ("az", "On July 5 they met.", "Onlar görüşdülər.", "date July 5 is missing"),
        ("ru", "They met last Friday.", "Они встретились в прошлый вторник.", "Friday is missing"),
        ("ru", "They met last Friday.", "Они встретились в прошлый вторник.", "“вторник” is not in the source"),
        ("az", "They met on Sunday.", "Onlar görüşdülər.", "Sunday is missing"),
    ],
)
def test_what_is_left_is_said(locale: str, source: str, draft: str, doubt: str) -> None:
    """A figure that cannot be repaired safely is named for the reviewer in plain words."""
    repaired, doubts = figures.repair(source, Working(draft), locale)
    assert repaired.text == draft
    assert doubt in doubts


@pytest.mark.parametrize(
    ("locale", "source", "target"),
    [
        ("ru", "Two of the 3 bridges opened at 5 p.m.", "Два из трех мостов открылись в 17:00."),
        ("ru", "It is 5 feet high.", "Высота — 1,5 метра."),
        ("ru", "The 1980s were hard.", "Восьмидесятые годы были трудными, 80-е."),
        ("az", "Two of the 3 bridges opened.", "Üç körpüdən ikisi açıldı."),
        ("az", "On Oct. 8 they met.", "Onlar oktyabrın 8-də görüşdülər."),
    ],
)
def test_equal_values_are_no_lack(locale: str, source: str, target: str) -> None:
    """Words stand for digits, the 24-hour clock for p.m., metres for feet."""
    assert figures.missing(source, target, locale) == ()


def _linked(source: str, target: str, *pairs: tuple[str, str]) -> Working:
    links = []
    for there, here in pairs:
        start, at = source.index(there), target.index(here)
        links.append(Link((start, start + len(there)), (at, at + len(here)), 1.0))
    return Working(target, tuple(links))


def test_alignment_decides_between_two_wrong_numbers() -> None:
    """With two numbers lost and two strange ones there, each goes where its word was translated."""
    source = "The 340 women and 520 men came."
    working = _linked(source, "Пришли 511 мужчин и 333 женщины.", ("340", "333"), ("520", "511"))
    assert figures.repair(source, working, "ru")[0].text.startswith("Пришли 520 мужчин и 340 ")


def test_without_alignment_two_wrong_numbers_stay() -> None:
    """Which of two strange numbers stands for which lost one cannot be known; both are doubts."""
    source, draft = "The 340 women and 520 men came.", "Пришли 511 мужчин и 333 женщины."
    repaired, doubts = figures.repair(source, Working(draft), "ru")
    assert repaired.text == draft
    assert {"number 340 is missing", "number 520 is missing"} <= set(doubts)


def test_a_dropped_number_returns_before_its_noun_with_a_doubt() -> None:
    """The alignment gives the noun; the reviewer is asked to look at its form."""
    source = "He brought 15 pigs to the market."
    working = _linked(source, "Он привез свиней на рынок.", ("pigs", "свиней"), ("market", "рынок"))
    repaired, doubts = figures.repair(source, working, "ru")
    assert repaired.text == "Он привез 15 свиней на рынок."
    assert any("15" in doubt and "свиней" in doubt for doubt in doubts)


def test_a_dropped_number_returns_behind_its_name() -> None:
    """Radio 4, London 2012: the number follows the name the alignment gives."""
    source = "He spoke on BBC Radio 4 today."
    working = _linked(source, "Он выступил сегодня на Радио Би-би-си.", ("Radio", "Радио"))
    assert figures.repair(source, working, "ru")[0].text == "Он выступил сегодня на Радио 4 Би-би-си."


@pytest.mark.parametrize(
    ("locale", "source", "draft", "pair", "expected"),
    [
        ("ru", "In 2019, the museum closed.", "Музей закрылся.", ("museum", "Музей"), "В 2019 году музей закрылся."),
        ("ru", "On May 28, Leyla sang.", "Лейла пела.", ("Leyla", "Лейла"), "28 мая Лейла пела."),
        ("az", "The law passed in 2016.", "Qanun qəbul edilib.", ("law", "Qanun"), "2016-cı ildə qanun qəbul edilib."),
        ("az", "In 2006, Leyla sang.", "Leyla oxuyub.", ("Leyla", "Leyla"), "2006-cı ildə Leyla oxuyub."),
    ],
)
def test_a_dropped_year_returns_as_an_adverbial(
    locale: str, source: str, draft: str, pair: tuple[str, str], expected: str
) -> None:
    """It begins the sentence; the word that began it loses its capital where the alignment shows that it is no name."""
    repaired, doubts = figures.repair(source, _linked(source, draft, pair), locale)
    assert repaired.text == expected
    assert any("check its place" in doubt for doubt in doubts)


def test_links_stay_with_their_words() -> None:
    """After a repair before it, a word is still linked to its source word."""
    source = "A crowd of 71,300 filled the arena."
    working = _linked(source, "71,300 зрителей заполнили арену.", ("71,300", "71,300"), ("arena", "арену"))
    repaired, _ = figures.repair(source, working, "ru")
    arena = next(link for link in repaired.links if source[slice(*link.source)] == "arena")
    assert repaired.text[slice(*arena.target)] == "арену"


_WRITTEN = """
5 12 27 1,200 71,300 3.5 5.69 2016 1990s $ € % bn million млн тыс. p.m. 17:00 4-2 4:2 September сентября Sept. 27th
sentyabrın 27-də May мая долларов dollar news@example.org @name https://example.org/a, a.pdf #tag № No. ( ) « » . , -
в to he он o won G20 A-10 ½ ² ٣ two два iki час часов saat 5:30 1-0 milyon 395 £ £5 и and
"""
_PIECES = st.sampled_from(_WRITTEN.split())
_TEXT = st.one_of(st.text(max_size=40), st.lists(_PIECES, max_size=14).map(" ".join))


@settings(max_examples=200, deadline=None)
@given(_TEXT, _TEXT, st.sampled_from(["ru", "az", "de"]))
def test_any_input_is_repaired_once_and_for_all(source: str, draft: str, locale: str) -> None:
    """Nothing raises, a second repair changes nothing, and links stay inside the text."""
    words = tuple(Link((0, min(1, len(source))), (n, n + 1), 0.5) for n in range(0, len(draft), 3))
    once, _ = figures.repair(source, Working(draft, words), locale)
    twice, _ = figures.repair(source, once, locale)
    assert twice.text == once.text
    assert all(0 <= link.target[0] <= link.target[1] <= len(once.text) for link in once.links)
    figures.missing(source, draft, locale)


@settings(max_examples=100, deadline=None)
@given(
    st.text(st.characters(exclude_categories=["Nd", "No", "Nl", "Cs"], exclude_characters="@#./"), max_size=60),
    st.text(st.characters(exclude_categories=["Nd", "No", "Nl", "Cs"], exclude_characters="@#./"), max_size=60),
    st.sampled_from(["ru", "az"]),
)
def test_a_text_without_figures_stays(source: str, draft: str, locale: str) -> None:
    """Where neither text has a figure, the very same draft comes back without a doubt."""
    working = Working(draft)
    assert figures.repair(source, working, locale) == (working, ())
