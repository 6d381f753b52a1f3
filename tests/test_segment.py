"""The segmenter: boundaries that linguists marked, and segments that stand in the exact text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.formats import parse
from l10n.languages import en
from l10n.model import Role, Syntax
from l10n.segment import explain, segments, sentences
from l10n.segment.rules import RULES

FIXTURES = Path(__file__).parent / "segments" / "en.txt"
LINES = [
    line for line in FIXTURES.read_text(encoding="utf-8").splitlines() if line.strip() and not line.startswith("#")
]


def marked(line: str) -> tuple[str, list[str]]:
    """A line of the fixtures as its text and its sentences."""
    parts = [part.strip() for part in line.split("|")]
    return line.replace("| ", ""), parts


@pytest.mark.parametrize("line", LINES)
def test_boundaries_are_where_linguists_marked_them(line: str) -> None:
    """Each line of tests/segments/en.txt is split at its bars and nowhere else."""
    text, wanted = marked(line)
    assert sentences(text) == wanted


def test_every_rule_decides_somewhere() -> None:
    """No rule is dead: each names at least one decision on the fixtures or in markup, headlines and bylines."""
    texts = [marked(line)[0] for line in LINES] + ["Stop! ***", '"Why?" , Karimov asked.']
    used = {boundary.rule for text in texts for boundary in explain(parse(Path("a.txt"), text))}
    page = "<h1>Dr. Hall vs. the city: No. 1 falls</h1><p class=byline>By R. Soli. Baku</p><p>A <b>b. C</b> d.</p>"
    used |= {boundary.rule for boundary in explain(parse(Path("a.html"), page))}
    assert {rule.__name__ for rule in RULES} <= used


@pytest.mark.parametrize("name", ["en-abbreviations.txt", "en-starters.txt", "en-speech.txt"])
def test_word_lists_attest_their_entries(name: str) -> None:
    """Every entry stands once, and its example contains it."""
    rows = en.rows(name)
    assert len({row[0] for row in rows}) == len(rows)
    for row in rows:
        assert row[0] in row[-1], row


@pytest.mark.parametrize("row", [row for row in en.rows("en-abbreviations.txt") if row[1] != "final"])
def test_abbreviations_do_not_end_their_example(row: tuple[str, ...]) -> None:
    """The stop of an abbreviation is not the end of its example, unless the abbreviation can end a sentence."""
    if row[1] != "closing":
        assert len(sentences(row[2])) == 1


def test_segment_knows_where_it_stands() -> None:
    """Offsets, line, role and span index of each segment."""
    text = "Talks end in Baku\r\n\r\nBy Ann Lee\r\n\r\nThe sides met. They\r\ntalked for hours and hours.\r\n"
    found = segments(parse(Path("a.txt"), text))
    assert [(s.role, s.line, s.span) for s in found] == [
        (Role.HEADLINE, 1, 0),
        (Role.BYLINE, 3, 1),
        (Role.LEAD, 5, 2),
        (Role.LEAD, 5, 2),
    ]
    assert [s.text for s in found][2:] == ["The sides met.", "They\r\ntalked for hours and hours."]
    assert found[3].source == "They talked for hours and hours."
    assert all(text[s.start : s.end] == s.text for s in found)


@pytest.mark.parametrize(
    ("name", "text", "wanted"),
    [
        ("a.md", "**One. Two.** Three.", ["One.", "Two.", "Three."]),
        ("a.md", "**One. Two** and three.", ["**One. Two** and three."]),
        (
            "a.md",
            "See [the first. And the second](u) here. Done.",
            ["See [the first. And the second](u) here.", "Done."],
        ),
        ("a.md", "[One. Two.](u) Three.", ["One.", "Two.", "Three."]),
        ("a.md", "One.[^1] Two *now*.[^2]", ["One.", "Two *now*."]),
        ("a.md", "He said **no**. Then *he* left.", ["He said **no**.", "Then *he* left."]),
        ("a.md", "Use `a. B` here. Now.", ["Use `a. B` here.", "Now."]),
        ("a.html", "<p><i>One.</i> <b>Two.</b> Three.</p>", ["One.", "Two.", "Three."]),
        ("a.html", "<p>One.<br>Two <b>three</b>.<br/>\nFour.</p>", ["One.", "Two <b>three</b>.", "Four."]),
        ("a.html", "<p><a href='u'>One. Two</a> three. Four.</p>", ["<a href='u'>One. Two</a> three.", "Four."]),
        ("a.html", "<p>One.<!-- c --> Two.</p>", ["One.", "Two."]),
        ("a.html", "<p>&ldquo;One. Two,&rdquo; he said. Three.</p>", ["&ldquo;One.", "Two,&rdquo; he said.", "Three."]),
        ("a.html", "<p>At 5&nbsp;p.m. Monday. Then.</p>", ["At 5&nbsp;p.m. Monday.", "Then."]),
    ],
)
def test_markup_stays_whole(name: str, text: str, wanted: list[str]) -> None:
    """No segment holds half a pair of marks; pairs around whole sentences stay outside them."""
    assert [segment.source for segment in segments(parse(Path(name), text))] == wanted


def test_escapes_are_resolved_in_attributes_and_front_matter() -> None:
    """The source of an attribute or of a quoted value is what a reader sees."""
    (alt,) = segments(parse(Path("a.html"), '<img alt="Tom &amp; &quot;Ann&quot;">'))
    assert (alt.source, alt.syntax) == ('Tom & "Ann"', Syntax.ATTRIBUTE)
    title, text = segments(parse(Path("a.md"), "---\ntitle: 'Baku''s day. It rains.'\n---\nRain.\n"))[::2]
    assert (title.source, title.syntax) == ("Baku's day.", Syntax.YAML_SINGLE)
    assert text.source == "Rain."


def test_plain_yaml_scalar_is_one_segment() -> None:
    """An unquoted value is not divided: quotation marks may have to go around the whole of its translation."""
    (found,) = segments(parse(Path("a.md"), "---\ndescription: It rains. It pours.\n---\n"))
    assert found.source == "It rains. It pours."


def test_explain_names_the_rule() -> None:
    """Every place where a sentence might end is listed with its answer, ascending."""
    document = parse(Path("a.txt"), "The U.S. Secretary met Dr. Hall on Jan. 5. It rained.")
    found = [(boundary.rule, boundary.split) for boundary in explain(document)]
    assert found == [
        ("dotted_acronym", False),
        ("title_before_name", False),
        ("month_before_day", False),
        ("capital_after_stop", True),
    ]
    assert [b.offset for b in explain(document)] == sorted(b.offset for b in explain(document))


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(["Baku", " ", "U.S.", ".", "?", '"', "(", ")", "No.", "1", "p.m.", "A.", "…", "he", "\u00a0"])
    )
)
def test_sentences_lose_only_white_space(words: list[str]) -> None:
    """Any mixture of stops and abbreviations: what stands between sentences has no letter or digit."""
    text = " ".join(words)
    rest = text
    for sentence in sentences(text):
        before, _, rest = rest.partition(sentence)
        assert not any(char.isalnum() for char in before)
    assert not any(char.isalnum() for char in rest)


@pytest.mark.shared
def test_the_article_this_project_exists_for() -> None:
    """Two bylines, the lead and thirteen sentences."""
    path = Path(__file__).parents[2] / "shared" / "articles" / "azernews-culture.txt"
    if not path.exists():
        pytest.skip("no shared folder")
    found = segments(parse(path, path.read_text(encoding="utf-8")))
    assert [s.role for s in found[:4]] == [Role.BYLINE, Role.BYLINE, Role.LEAD, Role.BODY]
    assert len(found) == 16
