"""Document + catalog -> article: untouched text to the byte, wrapped text wrapped again, nothing unreviewed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n import formats, merge, segment
from l10n.assemble import assemble
from l10n.model import Role, State, Unit

ARTICLES = sorted((Path(__file__).parents[1] / "articles").iterdir())


def assembled(name: str, text: str, change: dict[str, str] | None = None) -> str:
    """The article with every unit reviewed; targets as in ``change``, else the source itself."""
    document = formats.parse(Path(name), text)
    segments = segment.segments(document)
    units = [
        replace(unit, target=(change or {}).get(unit.source, unit.source), state=State.REVIEWED)
        for unit in merge.units(segments, name)
    ]
    made = assemble(document, segments, units)
    assert (made.unreviewed, made.missing) == ((), ())
    return made.text


@pytest.mark.parametrize("path", [p for p in ARTICLES if p.suffix in formats.SUFFIXES], ids=lambda p: p.name)
def test_sample_articles_come_back(path: Path) -> None:
    """With every target equal to its source, each sample article comes back byte for byte."""
    document = formats.read(path)
    made = assembled(path.name, document.text)
    assert formats.encode(made, document.bom) == path.read_bytes()


BLOCKS = st.sampled_from(
    [
        "# Title",
        "A sentence. And one more (really).",
        "Wrapped text of a\nparagraph that goes\non. And on.",
        "> A quotation of **some\n> importance**. Yes.",
        "- one item\n- another item\n  that goes on",
        "1. first",
        "| a | b |\n|---|---|\n| c. D | e |",
        "```\ncode. Not prose.\n```",
        "<p class='lead'>An <em>important</em>\n  thing. It <b>is. So</b> it goes.</p>",
        "<img alt=\"A &quot;picture&quot;. Two.\" src='x'><br/>",
        '"I go," he said. "You stay."',
        "---\ntitle: 'It''s new'\ndescription: \"A \\\"b\\\" c\"\n---",
        "    indented",
        "[link. Text](http://a.b/c 'title')",
        "By Anar Karimov",
        "&nbsp;x&mdash;y &lt;z&gt;",
        "\x0c\x0b\x85 odd \u2028 spaces",
        "",
    ]
)


@given(
    st.sampled_from(["a.txt", "a.md", "a.html"]),
    st.lists(BLOCKS, max_size=6),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["\n\n", "\n", "\n \n\n"]),
)
@settings(max_examples=200, deadline=None)
def test_any_document_comes_back(name: str, blocks: list[str], newline: str, between: str) -> None:
    """msgstr = msgid gives back the document, whatever it is made of."""
    text = between.join(blocks).replace("\n", newline)
    assert assembled(name, text) == text


@given(st.sampled_from(["a.txt", "a.md", "a.html"]), st.text(max_size=120))
@settings(max_examples=200, deadline=None)
def test_any_text_comes_back(name: str, text: str) -> None:
    """The same for text of any characters."""
    assert assembled(name, text.replace("\0", "")) == text.replace("\0", "")


WRAPPED = """\
The ministers of culture of the two countries met in Baku on Monday and
talked about museums, libraries and theatres. They agree on much, and on
the rest they will talk in spring.

The next meeting is planned for the month of March, when a delegation of
eighteen will come to Dushanbe to sign the document.
"""


def test_hard_wrapped_text_is_wrapped_again() -> None:
    """A paragraph of wrapped lines stays one: no line longer than the longest it had, no word lost."""
    source = "They agree on much, and on the rest they will talk in spring."
    target = "Они во многом согласны, а обо всём остальном, как сообщили журналистам, поговорят весной в Душанбе."
    made = assembled("a.txt", WRAPPED, {source: target})
    assert target in " ".join(made.split())
    assert max(map(len, made.split("\n"))) <= max(map(len, WRAPPED.split("\n")))
    assert made.split("\n\n")[1] == WRAPPED.split("\n\n")[1]


def test_wrapped_quotations_keep_their_marks() -> None:
    """In Markdown every line of a wrapped quotation begins with its mark."""
    made = assembled(
        "a.md", "> One two three\n> four five.\n", {"One two three four five.": "раз два три четыре пять шесть"}
    )
    assert made == "> раз два три\n> четыре пять\n> шесть\n"


def test_a_line_never_begins_like_a_list() -> None:
    """Wrapping does not make a list or a heading out of a sentence."""
    made = assembled(
        "a.md", "One two three\nfour five six.\n", {"One two three four five six.": "раз два тр - четыре 2019. # пять"}
    )
    assert [line for line in made.split("\n")[1:] if line.startswith(("-", "#", "2"))] == []


def test_escapes_of_the_format() -> None:
    """A target is written as the format wants it: attribute quotes, YAML quotes."""
    html = assembled("a.html", '<p><img alt="A picture" src="x"></p>', {"A picture": 'Книга "Али и Нино"'})
    assert html == '<p><img alt="Книга &quot;Али и Нино&quot;" src="x"></p>'
    yaml = assembled("a.md", "---\ntitle: News\n---\n", {"News": "Новости: Баку"})
    assert yaml == '---\ntitle: "Новости: Баку"\n---\n'


def test_unreviewed_and_missing_are_named() -> None:
    """What nobody reviewed, and what the catalog does not have, keeps an article from being final."""
    document = formats.parse(Path("a.txt"), "Head line\n\nOne sentence. Two sentences.\n")
    segments = segment.segments(document)
    units = [
        Unit("One sentence.", target="Раз.", state=State.NEEDS_REVIEW),
        Unit("Head line", target="Г", state=State.REVIEWED),
    ]
    made = assemble(document, segments, units)
    assert [s.source for s in made.unreviewed] == ["One sentence."]
    assert [s.source for s in made.missing] == ["Two sentences."]
    assert made.text == "Г\n\nРаз. Two sentences.\n"


def test_a_text_in_two_roles_has_two_targets() -> None:
    """The headline's own unit goes into the headline, the sentence's into the body."""
    document = formats.parse(Path("a.html"), "<h1>War</h1><p>War</p>")
    segments = segment.segments(document)
    assert segments[0].role is Role.HEADLINE
    units = [
        replace(unit, target="Война" if unit.context == "headline" else "война", state=State.REVIEWED)
        for unit in merge.units(segments, "a.html")
    ]
    assert assemble(document, segments, units).text == "<h1>Война</h1><p>война</p>"


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.html", '<html lang="en"><p>Yes</p>', '<html lang="az"><p>Yes</p>'),
        ("a.html", "<HTML xml:lang='en-GB' lang=en>", "<HTML xml:lang='az' lang=az>"),
        (
            "a.html",
            '<meta http-equiv="Content-Language" content="en">',
            '<meta http-equiv="Content-Language" content="az">',
        ),
        (
            "a.html",
            '<html lang="fr"><p>Non <i lang="en">yes</i></p>',
            '<html lang="fr"><p>Non <i lang="en">yes</i></p>',
        ),
        ("a.html", '<html lang=""><link hreflang="en" href="x">', '<html lang=""><link hreflang="en" href="x">'),
        ("a.md", "---\ntitle: 1\nlang: en\n---\nYes\n", "---\ntitle: 1\nlang: az\n---\nYes\n"),
        ("a.md", '---\r\nlanguage: "en_US"\r\n---\r\n', '---\r\nlanguage: "az"\r\n---\r\n'),
        ("a.md", "Text\nlang: en\n", "Text\nlang: en\n"),
        ("a.txt", "lang: en", "lang: en"),
    ],
)
def test_the_finished_article_names_its_own_language(name: str, text: str, expected: str) -> None:
    """What says that the whole article is English says Azerbaijani there; a quoted word keeps its language."""
    document = formats.parse(Path(name), text)
    assert assemble(document, (), (), source="en", target="az").text == expected
    assert assemble(document, (), ()).text == text
