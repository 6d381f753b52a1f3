"""Plain text: paragraphs, wrapping and the conventions of a newsroom."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from l10n.formats import parse
from l10n.model import Document, Role

Check = Callable[[str, str], Document]


def read(text: str) -> list[tuple[str, str]]:
    """(role, words) of each paragraph."""
    document = parse(Path("a.txt"), text)
    return [(span.role.value, " ".join(text[span.start : span.end].split())) for span in document.spans]


def test_article_with_headline_byline_and_lead() -> None:
    """The first short line is the headline, "By ..." the byline, the first paragraph after them the lead."""
    text = "Museum reopens in Sheki\n\nBy Ann Lee\n\nThe museum reopened on Monday.\n\nIt was closed for a year.\n"
    assert read(text) == [
        ("headline", "Museum reopens in Sheki"),
        ("byline", "By Ann Lee"),
        ("lead", "The museum reopened on Monday."),
        ("body", "It was closed for a year."),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "By Ann Lee",
        "By Azernews",
        "BY LAMAN ISMAYILOVA",
        "By Ann Lee and John O'Hara",
        "By Ann Lee, Reuters",
        "By Ann Lee in Baku",
        "By R. Soli",
        "By Jean-Pierre de la Tour",
    ],
)
def test_bylines(line: str) -> None:
    """Names after "By", also several, with an agency or a place."""
    assert read(f"{line}\n\nIt rained.\n")[0] == ("byline", line)


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the roads had reopened.",
        "By The end of the day it was over.",
        "By noon the square was full.",
        "By Baku standards the winter was cold.",
        "By 2030 exports will double.",
        "By and large it went well.",
    ],
)
def test_sentences_that_begin_with_by(line: str) -> None:
    """A sentence that begins with "By" is no byline."""
    assert "byline" not in [role for role, _ in read(f"{line}\n\nIt rained.\n")]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    """Lines broken at a width belong together; the breaks are soft."""
    text = (
        "The two ministers met in the capital on Monday and discussed the\n"
        "prospects of cultural cooperation between their countries. They\n"
        "agreed to meet again.\n\nThe next round will be held in Ashgabat in the first half of\nthe year.\n"
    )
    document = parse(Path("a.txt"), text)
    assert [len(span.breaks) for span in document.spans] == [2, 1]


def test_a_paragraph_a_line() -> None:
    """Without wrapping and without blank lines each line is a paragraph."""
    text = "It rained in Baku all day and the streets were flooded.\nBuses stopped.\nSchools will open on Monday.\n"
    assert len(read(text)) == 3


def test_headline_right_above_wrapped_text() -> None:
    """A line that had room for the next word ends a paragraph."""
    text = (
        "Museum reopens\nBy Ann Lee\n"
        "The museum reopened on Monday after a year of works that cost the\n"
        "city more than two million manats, the mayor told reporters.\n"
    )
    assert [role for role, _ in read(text)] == ["headline", "byline", "lead"]


def test_list_items() -> None:
    """Marks of list items stay outside; a wrapped item is one."""
    text = "The sides agreed:\n\n- to meet in May;\n• to open a centre;\n1. to publish\n2) to translate\n"
    assert read(text)[1:] == [
        ("list-item", "to meet in May;"),
        ("list-item", "to open a centre;"),
        ("list-item", "to publish"),
        ("list-item", "to translate"),
    ]


def test_captions_and_quotations() -> None:
    """Credits are captions; a paragraph in one pair of quotation marks is a quotation."""
    text = 'Photo: Ann Lee\n\nIt rained.\n\n"We stayed at home all day."\n\n"Yes," he said. "No."\n'
    assert [role for role, _ in read(text)] == ["caption", "lead", "quotation", "body"]


@pytest.mark.parametrize("end", ["\f", "\u2029", "\n\f\n", "\n \t \n", "\r\r", "\x85\x85"])
def test_what_separates_paragraphs(end: str) -> None:
    """A form feed, a paragraph separator or a blank line, whatever blank characters it holds."""
    assert [words for _, words in read(f"It rained{end}It poured")] == ["It rained", "It poured"]


@pytest.mark.parametrize("text", ["", "\n", " \t\r\n\f", "* * *", "---\n\n***\n", "\ufeff", "\u200b\n"])
def test_nothing_to_translate(sound: Check, text: str) -> None:
    """A file without a letter or digit has no spans."""
    assert sound("a.txt", text).spans == ()


def test_one_line_is_body_text() -> None:
    """A single line is the lead, not a headline over nothing."""
    assert read("It rained") == [("lead", "It rained")]


def test_roles_are_strings_of_the_model() -> None:
    """Roles come from the model."""
    assert all(isinstance(span.role, Role) for span in parse(Path("a.txt"), "A b\n\nC d.").spans)
