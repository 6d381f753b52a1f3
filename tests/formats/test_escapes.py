"""From a raw slice to its value and back."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.formats import decode, escape, parse
from l10n.model import Syntax
from l10n.segment import segments

_ANY = st.text(alphabet="aбə \n\r\t\"'&;<>\\:#-|[]{}*`=~0.?!,\u00a0%@/", max_size=20)


@settings(max_examples=200, deadline=None)
@given(raw=_ANY, syntax=st.sampled_from(Syntax))
def test_the_value_of_a_slice_is_written_as_the_slice(raw: str, syntax: Syntax) -> None:
    """A translation equal to the source changes no character."""
    assert escape(decode(raw, syntax), raw, syntax) == raw


@settings(max_examples=200, deadline=None)
@given(target=_ANY, quote=st.sampled_from("\"'"))
def test_attributes_stay_well_formed(target: str, quote: str) -> None:
    """Whatever the translation, the attribute reads back as it, on one line."""
    page = f"<img alt={quote}{escape(target, 'Old', Syntax.ATTRIBUTE)}{quote} src=x>"
    found: list[tuple[str, str | None]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.extend(attrs)

    Reader().feed(page)
    value = dict(found)["alt"] or ""
    assert value.split() == target.split()
    assert dict(found)["src"] == "x"


@settings(max_examples=200, deadline=None)
@given(target=_ANY, style=st.sampled_from(["{}", "'{}'", '"{}"']))
def test_front_matter_stays_well_formed(target: str, style: str) -> None:
    """Whatever the translation, a YAML reader gets it back as text."""
    yaml = pytest.importorskip("yaml")
    syntax = {"{}": Syntax.YAML_PLAIN, "'{}'": Syntax.YAML_SINGLE, '"{}"': Syntax.YAML_DOUBLE}[style]
    loaded = yaml.safe_load("title: " + style.format(escape(target, "Old", syntax)) + "\nnext: 1\n")
    assert loaded["next"] == 1
    assert isinstance(loaded["title"], str)
    assert loaded["title"].split() == "".join(c for c in target if c.isprintable() or c.isspace()).split()


@pytest.mark.parametrize(
    "target", ["Нет", "null", "yes", "1.5", "2027-01-05", "Баку: встреча", "- a", "# a", "a #b", "@a"]
)
def test_plain_scalars_that_would_change_are_quoted(target: str) -> None:
    """A translation that YAML would read as something else stands in quotation marks; one that it would not, as is."""
    written = escape(target, "Old", Syntax.YAML_PLAIN)
    assert written == (target if target == "Нет" else f'"{target}"')


@pytest.mark.parametrize(
    ("target", "wanted"),
    [
        ("# Глава", r"\# Глава"),
        ("- пункт", r"\- пункт"),
        ("1. Первый", r"1\. Первый"),
        ("1990. Год", r"1990\. Год"),
        ("> цитата", r"\> цитата"),
        ("[x]: y", r"\[x]: y"),
        ("да | нет", "да &#124; нет"),
        ("`a|b`", "`a|b`"),
        ("один\nдва", "один два"),
        ("  слово ", "слово"),
        ("<div> слово", r"\<div> слово"),
        ("<b>слово</b> и", "<b>слово</b> и"),
        ("*слово*", "*слово*"),
        ("5 мая", "5 мая"),
        ("-5 градусов", "-5 градусов"),
    ],
)
def test_markdown_translations_begin_no_block(target: str, wanted: str) -> None:
    """A translation at the start of a line makes no heading, list, quotation, table or block of HTML."""
    assert escape(target, "Old", Syntax.MARKDOWN) == wanted


def test_hard_breaks_of_the_source_stay() -> None:
    """A hard break survives where the source has one."""
    assert escape("а  \nб\nв", "a  \nb c", Syntax.MARKDOWN) == "а  \nб в"
    assert escape("а  \nб", "a b", Syntax.MARKDOWN) == "а б"


def test_text_stays_one_paragraph() -> None:
    """No line break and no list mark comes from a translation of plain text."""
    assert escape("а\r\n\r\nб", "a b", Syntax.TEXT) == "а б"
    assert escape("- а", "a", Syntax.TEXT) == "– а"


@pytest.mark.parametrize("target", ["# x", "- x", "1) x", "> x", "a\n\nb", "x | y", "<p>x", "`` x"])
def test_structure_survives_any_translation(target: str) -> None:
    """A Markdown file keeps its blocks whatever is put in place of its segments."""
    text = "# Head\n\nBody one. Body two.\n\n- item\n\n> quote\n\n| a | b |\n|---|---|\n| c | d |\n\nLine\n---\n"
    document = parse(Path("a.md"), text)
    written = text
    for segment in reversed(segments(document)):
        written = written[: segment.start] + escape(target, segment.text, segment.syntax) + written[segment.end :]
    assert [span.role for span in parse(Path("a.md"), written).spans] == [span.role for span in document.spans]
