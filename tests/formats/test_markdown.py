"""Markdown: blocks as spans, and what is copied through."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from l10n.assemble import assemble
from l10n.formats import parse
from l10n.model import Document, State, Syntax, Unit
from l10n.segment import segments

Check = Callable[[str, str], Document]


def read(text: str) -> list[tuple[str, str]]:
    """(role, exact characters) of each span."""
    document = parse(Path("a.md"), text)
    return [(span.role.value, text[span.start : span.end]) for span in document.spans]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("# Rain\n\n## More *rain* ##\n", [("headline", "Rain"), ("heading", "More *rain*")]),
        ("Rain\n====\n\nMore\n----\n", [("headline", "Rain"), ("heading", "More")]),
        ("# One\n\n# Two\n", [("headline", "One"), ("heading", "Two")]),
        ("#hashtag\n", [("lead", "#hashtag")]),
        ("# #1 wins # again #\n", [("headline", "#1 wins # again")]),
        ("> # One\n", [("headline", "One")]),
        ("> It rained\n> all day.\n", [("quotation", "It rained\n> all day.")]),
        ("- one\n- two\n  more\n", [("list-item", "one"), ("list-item", "two\n  more")]),
        ("1) one\n   - two\n", [("list-item", "one"), ("list-item", "two")]),
        ("> - one\nlazy\n", [("list-item", "one\nlazy")]),
        ("\tcode\n\n    code\n", []),
        ("```\ncode\n```\n\n~~~ py\ncode\n~~~\n", []),
        ("---\n\n***\n", []),
        ("[a]: http://x 'Title'\n", []),
        ("`code`\n", []),
        ("![A boat](b.png)\n", [("alt", "A boat")]),
        ("**By Ann Lee**\n", [("byline", "By Ann Lee")]),
        ("|a|b|\n|-|-|\n|c \\| d| a |\n", [("table-cell", c) for c in ("a", "b", "c \\| d", "a")]),
        ("Text[^1].\n\n[^1]: A note\n    here.\n", [("lead", "Text[^1]."), ("body", "A note\n    here.")]),
        ("[^1]: One.\n[^2]: Two.\n", [("lead", "One."), ("body", "Two.")]),
        ("<div>\n<p>It *rained*.</p>\n</div>\n", [("lead", "It *rained*.")]),
        ("<!-- note -->\n\n<script>\nvar a;\n</script>\n", []),
        ("a\\\nb  \nc\nd\n", [("lead", "a\\\nb  \nc\nd")]),
    ],
)
def test_blocks(text: str, wanted: list[tuple[str, str]]) -> None:
    """Each block gives its exact stretch of the file and its role."""
    assert read(text) == wanted


def test_hard_breaks_are_no_soft_breaks() -> None:
    """Two spaces or a backslash at the end of a line stay in the text; other line ends read as spaces."""
    (span,) = parse(Path("a.md"), "> a\\\n> b  \n> c\n> d\n").spans
    assert span.breaks == ((14, 17),)


@pytest.mark.parametrize(
    ("value", "syntax", "wanted"),
    [
        ("It rained", Syntax.YAML_PLAIN, "It rained"),
        ("It rained # really", Syntax.YAML_PLAIN, "It rained"),
        ("'It''s raining' # really", Syntax.YAML_SINGLE, "It''s raining"),
        ('"It \\"rained\\""', Syntax.YAML_DOUBLE, 'It \\"rained\\"'),
        ("It rained\n  all day", Syntax.YAML_PLAIN, "It rained\n  all day"),
        (">-\n  It rained\n  all day", Syntax.TEXT, "It rained\n  all day"),
        ("|\n  It rained", Syntax.TEXT, "It rained"),
    ],
)
@pytest.mark.parametrize("key", ["title", "description", "summary"])
def test_front_matter_values(key: str, value: str, syntax: Syntax, wanted: str) -> None:
    """The prose keys give the value inside its quotation marks, without comments."""
    text = f"---\nslug: rain\n{key}: {value}\ntags: [title, b]\n---\n"
    (span,) = parse(Path("a.md"), text).spans
    assert (text[span.start : span.end], span.syntax) == (wanted, syntax)
    assert span.role.value == ("title" if key == "title" else "description")


@pytest.mark.parametrize(
    "text",
    [
        "---\nslug: It rained\nauthor: Ann Lee\nnested:\n  title: no\n---\n",
        "---\ntitle: [a, b]\n---\n",
        "---\ntitle: {a: b}\n---\n",
        "---\ntitle: &x !!str\n---\n",
        "---\ntitle:\n---\n",
        "---\ntitle: 'open\n---\n",
        "+++\ntitle = 'It rained'\n+++\n",
        "---\n---\n",
    ],
)
def test_front_matter_copied_through(text: str) -> None:
    """Other keys, nested ones, collections and TOML stay as they are."""
    assert read(text) == []


_EXAMPLES = [
    *("\tfoo\tbaz\t\tbim", "  - foo\n\n\tbar", ">\t\tfoo", "-\t\tfoo", "    foo\n\tbar", " - foo\n   - bar\n\t - baz"),
    *(
        "- `one\n- two`",
        "***\n---\n___",
        "+++",
        "Foo\n***\nbar",
        "* Foo\n* * *\n* Bar",
        "####### foo",
        "#\tFoo",
        "## \n#\n### ###",
    ),
    *("Foo *bar\nbaz*\n====", "    Foo\n---", "`Foo\n----\n`", "> foo\nbar\n===", "- Foo\n---", "\\> foo\n------"),
    *(
        "```\n<\n```",
        "~~~\naaa\n```\n~~~",
        "```\n\n\naaa",
        "> ```\n> aaa\n\nbbb",
        "``` ```\naaa",
        "<table><tr><td>\n<pre>\n**Hi**,\n\n_w_.\n</pre>",
    ),
    *(
        "<div>\n*hello*\n         <foo><a>",
        "</div>\n*foo*",
        "<del>\n\n*foo*\n\n</del>",
        "<?php\n\n  echo;\n\n?>\nokay",
        "<![CDATA[\nx\n]]>\nokay",
    ),
    *(
        "[foo]: \n   /url  \n           'the title'  \n\n[foo]",
        "[foo]: /url '\ntitle\n'\n\n[foo]",
        "[foo]\n\n> [foo]: /url",
        "[foo]: /url 'x' ok",
    ),
    *(
        "aaa\n\n\nbbb",
        "  aaa\n bbb",
        "aaa             \nbbb",
        "aaa     \nbbb     ",
        "   aaa\n    bbb",
        "> # Foo\n> bar\n> baz",
        "># Foo\n>bar",
    ),
    *(
        "> - foo\n- bar",
        ">     foo\n    bar",
        "> ```\nfoo",
        ">\n>",
        "> bar\n\nbaz",
        "> > > foo\nbar",
        ">>> foo\n> bar\n>>baz",
    ),
    *(
        "A paragraph\nwith two lines.\n\n    code\n\n> q.",
        "1.  A\n    b.\n\n        code\n\n    > q",
        "-one\n\n2.two",
        "- foo\n\n\n  bar",
        "10) foo\n    - bar",
    ),
    *(
        "- - foo",
        "1. - 2. foo",
        "- # Foo\n- Bar\n  ---\n  baz",
        "- a\n - b\n\n\n    c",
        "* a\n*\n\n* c",
        "- a\n  > b\n  ```\n  c\n  ```\n- d",
    ),
    *(
        "| f | b |\n| --- | --- |\n| b\\|z | `x\\|y` |",
        "|a|\n|-|\nb\nc",
        "a|b\n-|-\n|||\n|a||",
        "> |a|b|\n> |-|-|\n> |c|d|",
        "- |a|\n  |-|\n  |b|",
    ),
    *(
        "\u00a0a",
        "a\u00a0  \nb",
        "\f\n# a\f\n",
        "a\x0bb\n\x0c\nc",
        "# a\u2028b",
        "a\x00b",
        "\ufeff# a",
        "\t\t\n \n",
        "a\\",
        "a\\\n",
        "# \\#",
        "#\n#",
    ),
]


@pytest.mark.parametrize("text", _EXAMPLES)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_corners_of_commonmark(sound: Check, text: str, end: str) -> None:
    """Tabs, lazy lines, nesting and odd spaces, with every line end: sound spans, and the text comes back."""
    sound("a.md", text.replace("\n", end))


@pytest.mark.skipif("COMMONMARK_SPEC" not in os.environ, reason="COMMONMARK_SPEC names no commonmark.json")
def test_all_examples_of_the_specification(sound: Check) -> None:
    """The examples of the CommonMark specification, as published with its tests, with every line end."""
    examples = json.loads(Path(os.environ["COMMONMARK_SPEC"]).read_text(encoding="utf-8"))
    assert len(examples) > 600
    for example in examples:
        for end in ("\n", "\r\n", "\r"):
            sound("a.md", example["markdown"].replace("\n", end))


SURVEY = "According to a [survey], see [the rest][survey] and [Survey][], `[survey]` or [other] [x](y) \\[survey].\n"


def test_a_link_that_is_its_own_label_has_it_written_out() -> None:
    """Its words can then be translated and the link still finds its address; code, escapes and other brackets stay."""
    document = parse(Path("a.md"), SURVEY + "\n[survey]: https://example.org/s\n")
    (found,) = segments(document)
    assert found.source == (
        "According to a [survey][survey], see [the rest][survey] and [Survey][Survey], `[survey]` or [other] [x](y) "
        "\\[survey]."
    )
    assert document.text[found.start : found.end] == found.text == SURVEY.strip()
    assert parse(Path("a.md"), SURVEY).labels == frozenset()


def test_labels_of_a_document() -> None:
    """Compared without regard to case and blanks; what looks like one inside code is none."""
    text = "[A  b]: <x>\n> [c]: y 'title'\n\n```\n[d]: z\n```\n\n[^1]: A note.\n"
    assert parse(Path("a.md"), text).labels == {"a b", "c"}


def test_the_translated_link_keeps_its_label() -> None:
    """A reviewed article with the link's words translated."""
    document = parse(Path("a.md"), "See the [survey].\n\n[survey]: https://example.org/s\n")
    (found,) = segments(document)
    unit = Unit(found.source, target="См. [опрос][survey].", state=State.REVIEWED)
    assert assemble(document, [found], [unit]).text == "См. [опрос][survey].\n\n[survey]: https://example.org/s\n"
    same = Unit(found.source, target=found.source, state=State.REVIEWED)
    assert assemble(document, [found], [same]).text == document.text
