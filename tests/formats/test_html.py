"""HTML: paragraphs and readable attributes as spans, and what is copied through."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from l10n.formats import parse
from l10n.formats.tags import tokens
from l10n.model import Document

Check = Callable[[str, str], Document]


def read(text: str) -> list[tuple[str, str]]:
    """(role, exact characters) of each span."""
    document = parse(Path("a.html"), text)
    return [(span.role.value, text[span.start : span.end]) for span in document.spans]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("<h1>Rain</h1><h2>More <i>rain</i></h2>", [("headline", "Rain"), ("heading", "More <i>rain</i>")]),
        ("<p>It <b>rained</b>\n all day.</p>", [("lead", "It <b>rained</b>\n all day.")]),
        ("<p>One<p>Two<div>Three</div>four", [("lead", "One"), ("body", "Two"), ("body", "Three"), ("body", "four")]),
        ("<ul><li>One<li>Two <ul><li>Three</ul></ul>", [("list-item", w) for w in ("One", "Two", "Three")]),
        ("<table><tr><td>One<th>Two</table>", [("table-cell", "One"), ("table-cell", "Two")]),
        ("<figure><img src=a><figcaption>A boat</figcaption></figure>", [("caption", "A boat")]),
        ("<blockquote><p>It rained.</p></blockquote>", [("quotation", "It rained.")]),
        ('<p class="byline">Ann Lee</p><p>Rain.', [("byline", "Ann Lee"), ("lead", "Rain.")]),
        ('<p><span class="author">Ann Lee</span></p>', [("byline", "Ann Lee")]),
        ("<p>By <a href=u>Ann Lee</a></p>", [("byline", "By <a href=u>Ann Lee</a>")]),
        ('<p>Intro.</p><p class="x lead">Rain.</p>', [("body", "Intro."), ("lead", "Rain.")]),
        ("<title>Rain &amp; snow</title>", [("title", "Rain &amp; snow")]),
        ("<title><b>Rain</b></title>", [("title", "<b>Rain</b>")]),
        ('<meta name="description" content="Rain."><meta name="author" content="Ann">', [("description", "Rain.")]),
        ('<p>Rain <img src="a" alt="A boat"></p>', [("lead", "Rain"), ("alt", "A boat")]),
        ("<p><img alt='A boat'> Rain</p>", [("alt", "A boat"), ("lead", "Rain")]),
        ('<div title="A box">Rain</div>', [("title", "A box"), ("lead", "Rain")]),
        ('<a href="u" title="More">Rain</a>', [("title", "More"), ("lead", "Rain")]),
        ("<img alt=boat><img alt=''>", []),
        ("<p><b><i>Rain</i></b></p>", [("lead", "Rain")]),
        ("<p>One<br><br/>Two</p>", [("lead", "One"), ("body", "Two")]),
        ("<p>One<br>two</p>", [("lead", "One<br>two")]),
        ("<p><a id=x></a>Rain<br></p>", [("lead", "Rain")]),
        ("<p>Use <code>a b</code> now", [("lead", "Use <code>a b</code> now")]),
        ("<p>Rain <!-- note --> fell<!-- end --></p>", [("lead", "Rain <!-- note --> fell")]),
        (
            '<p>In <span translate="no">Baku</span> it rained',
            [("lead", 'In <span translate="no">Baku</span> it rained')],
        ),
        ("<my-box>Rain</my-box>", [("lead", "Rain")]),
        ("5 < 6 & more", [("lead", "5 < 6 & more")]),
    ],
)
def test_paragraphs(text: str, wanted: list[tuple[str, str]]) -> None:
    """Each block gives its exact stretch of the page and its role."""
    assert read(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "<script>var a = '<p>no</p>';</script>",
        "<style>p { content: 'no' }</style>",
        "<pre>no</pre><p><code>no</code></p>",
        "<!-- <p>no</p> --><!doctype html><?xml no?>",
        '<div translate="no"><p>no</p><img alt="no"></div>',
        '<p class="notranslate">no</p>',
        "<textarea>no</textarea><svg><text>no</text></svg><template><p>no</p></template>",
        "<p> \n&nbsp;</p><p>...</p><hr>",
        "<![CDATA[no]]>",
        '<input value="no"><a href="no" data-title="no"></a>',
        "<script>no",
    ],
)
def test_copied_through(text: str) -> None:
    """Code, comments, scripts, other attributes and what is marked so stay as they are."""
    assert read(text) == []


def test_text_after_something_untranslatable() -> None:
    """What is skipped ends where it ends."""
    text = '<div translate="no"><div>no</div></div><p>Yes</p><script></script>more<pre>no</pre>again'
    assert [words for _, words in read(text)] == ["Yes", "more", "again"]


def test_breaks_are_line_ends_outside_tags() -> None:
    """A line end in the text is a soft break, one inside a tag is not."""
    text = '<p>It <a\n href="u">rained</a>\r\n  all day.</p>'
    (span,) = parse(Path("a.html"), text).spans
    assert [text[start:end] for start, end in span.breaks] == ["\r\n  "]


@pytest.mark.parametrize(
    "text", ["<p a='", "<", "</", "<a b=c", "<!--", "<a <b>c", "</ x>", "<a\n>", "x<y z>", "<a b='>'>"]
)
def test_tokens_cover_the_text(text: str) -> None:
    """Tokens lie side by side, whatever is left open."""
    found = tokens(text)
    assert "".join(text[token.start : token.end] for token in found) == text
    assert all(token.start < token.end for token in found)


_INPUTS = [
    *(
        "<!DOCTYPE html>Hello",
        "<a><p></a></p>x",
        "<b><i>a</b>c</i>",
        "<table>foo<tr><td>bar</table>",
        "<p><table></p>a",
    ),
    *("<select><option>a<option>b</select>", "<frameset><frame></frameset>", "</br>a", "<svg><title>a</title></svg>b"),
    *(
        "<title>&amp;</title",
        "<textarea>\n\nfoo</textarea>",
        "<script><!--<script></script>--></script>a",
        "<plaintext></plaintext>",
    ),
    *(
        "<div a=1 a=2 b>c",
        "<div/a>b",
        '<div a="1"b="2">c',
        "<DIV TITLE='A b'>C</DIV>",
        "<a href=x>b<a href=y>c",
        "&notit; &#x80; &amp",
    ),
    *(
        "<!-->a",
        "<!--->b",
        "<!--a--!>b",
        "<!a>b",
        "<?a>b",
        "</>a",
        "</1>a",
        "<1>a",
        "< a>b",
        "<a\0b>c",
        "<a\fb='c d'>e",
        "\0",
    ),
    *(
        "<math><mi>a</mi></math>b",
        "<ruby>a<rt>b</ruby>",
        "<dl><dt>a<dd>b</dl>",
        "<body><body>a",
        "<noscript><p>a</noscript>",
        "a\r\n<p>\rb",
    ),
    *(
        "<p title='a&quot;b'>c",
        "<img alt='a\nb c'>",
        '<meta content="A b" name=description>',
        "<iframe><p>a</p></iframe>b",
        "<p>a</p>\f<p>b",
    ),
]


@pytest.mark.parametrize("text", _INPUTS)
def test_corners_of_html(sound: Check, text: str) -> None:
    """Broken nesting, half tags and odd attributes: sound spans, and the text comes back."""
    sound("a.html", text)
    sound("a.html", text.replace("a", "Baku\r\nrain. Snow"))
