"""Markup around machine translation: every mark comes back, around the right words, and pairs stay whole."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n import markup
from l10n.formats import inline
from l10n.model import Link, Syntax


def links(source: str, target: str, *pairs: tuple[str, str]) -> tuple[Link, ...]:
    """Links between words, each given as (source word, target word)."""
    found = []
    for one, other in pairs:
        start, place = source.index(one), target.index(other)
        found.append(Link((start, start + len(one)), (place, place + len(other)), 0.9))
    return tuple(found)


CASES = [
    (
        Syntax.HTML,
        "The <b>Culture Minister</b> spoke.",
        "Выступил министр культуры.",
        (("Culture", "культуры"), ("Minister", "министр"), ("spoke", "Выступил")),
        "Выступил <b>министр культуры</b>.",
    ),
    (
        Syntax.MARKDOWN,
        "He met **the ambassador** in *Baku*.",
        "Bakıda səfirlə görüşüb.",
        (("ambassador", "səfirlə"), ("Baku", "Bakıda"), ("met", "görüşüb")),
        "*Bakıda* **səfirlə** görüşüb.",
    ),
    (
        Syntax.MARKDOWN,
        "See [the report](https://example.org/a_b) today.",
        "Сегодня смотрите доклад.",
        (("report", "доклад"), ("today", "Сегодня"), ("See", "смотрите")),
        "Сегодня смотрите [доклад](https://example.org/a_b).",
    ),
    (
        Syntax.HTML,
        "Profits of AT&amp;T rose<sup>1</sup>.",
        "Прибыль AT&T выросла1.",
        (("Profits", "Прибыль"), ("rose", "выросла")),
        "Прибыль AT&amp;T выросла<sup>1</sup>.",
    ),
    (
        Syntax.MARKDOWN,
        "Run `make test` first.",
        "Сначала запустите make test.",
        (("Run", "запустите"), ("first", "Сначала")),
        "Сначала запустите `make test`.",
    ),
    (
        Syntax.HTML,
        "<em><a href='#'>All of it</a></em>",
        "Всё это",
        (),
        "<em><a href='#'>Всё это</a></em>",
    ),
    (
        Syntax.HTML,
        "One<br>two <img src='a.png'> three",
        "Один два три",
        (("One", "Один"), ("two", "два"), ("three", "три")),
        "Один<br> два <img src='a.png'> три",
    ),
]


@pytest.mark.parametrize(("syntax", "source", "target", "pairs", "expected"), CASES)
def test_marks_go_around_the_right_words(
    syntax: Syntax, source: str, target: str, pairs: tuple[tuple[str, str], ...], expected: str
) -> None:
    """Pairs follow the alignment, also when the order changes; entities and code come back as written."""
    stripped = markup.strip(source, syntax)
    text, doubts = markup.restore(stripped, target, links(stripped.text, target, *pairs))
    assert (text, doubts) == (expected, ())


def test_a_guess_is_a_doubt() -> None:
    """Without alignment the marks still come back, whole, with a doubt."""
    stripped = markup.strip("Talks <i>about gas</i> go on.", Syntax.HTML)
    text, doubts = markup.restore(stripped, "Переговоры о газе продолжаются.", ())
    assert sorted(re.findall(r"</?i>", text)) == ["</i>", "<i>"]
    assert len(doubts) == 1


def test_clean_text_is_what_a_reader_sees() -> None:
    """The model gets no tags, no asterisks, no entities."""
    assert markup.strip("<b>A &amp; B</b> &mdash; c", Syntax.HTML).text == "A & B — c"
    assert markup.strip(r"**A\*** [b](c)", Syntax.MARKDOWN).text == "A* b"


WORDS = st.sampled_from(["alpha", "beta", "gamma", "delta", "5", "x."])
MARKUP = {
    Syntax.HTML: ["<b>", "</b>", "<i>", "</i>", "<br>", "&amp;", "<a href='x'>", "</a>", "<code>y</code>"],
    Syntax.MARKDOWN: ["**", "*", "`y`", "[", "](x)", "<br>", "&amp;", "\\*", "[^1]"],
}


@given(
    st.sampled_from([Syntax.HTML, Syntax.MARKDOWN]),
    st.lists(st.tuples(WORDS, st.integers(0, 8)), min_size=1, max_size=8),
    st.lists(WORDS, min_size=1, max_size=8),
    st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=12),
)
@settings(max_examples=200, deadline=None)
def test_pairs_stay_whole_on_any_input(
    syntax: Syntax, source: list[tuple[str, int]], target: list[str], aligned: list[tuple[int, int]]
) -> None:
    """Whatever the markup, the target and the alignment: all marks are back, or none and the unit says so."""
    text = " ".join(MARKUP[syntax][mark] + word if mark < len(MARKUP[syntax]) else word for word, mark in source)
    stripped = markup.strip(text, syntax)
    clean = " ".join(target)
    ours = [m.span() for m in re.finditer(r"\S+", stripped.text)]
    theirs = [m.span() for m in re.finditer(r"\S+", clean)]
    found = [Link(ours[a], theirs[b], 0.5) for a, b in aligned if a < len(ours) and b < len(theirs)]
    made, doubts = markup.restore(stripped, clean, found)
    before, after = (Counter(each[m.start : m.end] for m in inline.marks(each, syntax)) for each in (text, made))
    if "markup lost: put it back from the source" in doubts:
        return
    assert all(after[mark] >= count for mark, count in before.items())
