"""Whatever the characters, a file gives sound spans and segments, and its text back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from l10n.model import Document

Check = Callable[[str, str], Document]

_COMMON = [
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\f",
    "\v",
    "\x85",
    "\u2028",
    "\u2029",
    "\t",
    " ",
    "  ",
    "\u00a0",
    "\ufeff",
    "\0",
]
_PROSE = [
    "A",
    "b",
    "Baku",
    "He left. ",
    "U.S. ",
    "No. 1 ",
    '"',
    "“",
    "”",
    "'",
    ". ",
    "? ",
    "... ",
    "İ",
    "ə",
    "你好。",
    "😀",
    "e\u0301",
]
_ALPHABETS = {
    "a.txt": ["- ", "• ", "1. ", "a) ", "By Ann Lee", "Photo: x", "x" * 70, "    "],
    "a.md": [
        *(
            "*",
            "**",
            "_",
            "__",
            "~~",
            "`",
            "``",
            "[",
            "]",
            "](",
            ")",
            "![",
            "](u)",
            "][r]",
            "[r]: /u",
            "[^1]",
            "[^1]: ",
        ),
        *(
            "# ",
            "## ",
            "> ",
            "- ",
            "1. ",
            "    ",
            "---",
            "===",
            "```",
            "~~~",
            "| a | b |",
            "|---|---|",
            "|",
            "\\",
            "\\|",
        ),
        *("<b>", "</b>", "<div>", "</div>", "<!--", "-->", "<a@b.c>", "&amp;", "&lt;", "&#0;", "  \n", "\\\n", "+++"),
        *("title: ", "description: >\n  ", "---\ntitle: 'a'\n---\n", ": "),
    ],
    "a.html": [
        *(
            "<p>",
            "</p>",
            "<b>",
            "</b>",
            "<i",
            ">",
            "<br>",
            "<br/>",
            "<img alt='x y'>",
            '<a title="t u">',
            "</a>",
            "<li>",
        ),
        *("<script>", "</script>", "<!--", "-->", "<![CDATA[", "]]>", "<!", "<?", "</", "<", "<title>", "</title>"),
        *('<span translate="no">', "</span>", "<td>", "<h1>", "</h1>", "<pre>", "</pre>", "<code>", "</code>", "="),
        *("&amp;", "&nbsp;", "&lt;", "&#x41;", "&", ";", '<meta name="description" content="', "<textarea>"),
    ],
}
_QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _texts(name: str) -> st.SearchStrategy[str]:
    pieces = st.sampled_from([*_COMMON, *_PROSE, *_ALPHABETS[name]])
    return st.lists(pieces, max_size=40).map("".join) | st.text(max_size=60)


@_QUICK
@given(text=_texts("a.txt"))
@example("")
@example("\f")
@example("\r")
def test_plain_text_is_given_back(sound: Check, text: str) -> None:
    """Any characters: plain text reads soundly and comes back."""
    sound("a.txt", text)


@_QUICK
@given(text=_texts("a.md"))
@example("")
@example("\r\n> a\r\n")
def test_markdown_is_given_back(sound: Check, text: str) -> None:
    """Any characters: Markdown reads soundly and comes back."""
    sound("a.md", text)


@_QUICK
@given(text=_texts("a.html"))
@example("")
@example("<")
def test_html_is_given_back(sound: Check, text: str) -> None:
    """Any characters: HTML reads soundly and comes back."""
    sound("a.html", text)


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_only_line_ends_differ(sound: Check, name: str) -> None:
    """A file with CRLF or lone CR has the same spans, by their words, as with LF."""
    text = "First one here.\nIt goes on.\n\nSecond paragraph *is*\nlonger <b>now</b>.\n"
    words = [
        [" ".join(d.text[s.start : s.end].split()) for s in d.spans]
        for end in ("\n", "\r\n", "\r")
        for d in [sound(name, text.replace("\n", end))]
    ]
    assert words[0] == words[1] == words[2]
    assert words[0]
