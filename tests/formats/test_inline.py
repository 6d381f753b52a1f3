"""Inline marks of strings standing alone, and what a reader sees of them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.formats.inline import marks, plain
from l10n.model import MarkKind, Syntax

MARKDOWN, HTML, ATTRIBUTE, TEXT = Syntax.MARKDOWN, Syntax.HTML, Syntax.ATTRIBUTE, Syntax.TEXT


def shown(text: str, syntax: Syntax) -> list[str]:
    """Each mark as its kind's first letter and its characters."""
    return [f"{mark.kind.value[0]} {text[mark.start : mark.end]}" for mark in marks(text, syntax)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("*a* b", ["o *", "c *"]),
        ("**a _b_**", ["o **", "o _", "c _", "c **"]),
        ("***a** b*", ["o *", "o **", "c **", "c *"]),
        ("a * b * c", []),
        ("snake_case_name", []),
        ("~~old~~ new", ["o ~~", "c ~~"]),
        ("2*3*4", ["o *", "c *"]),
        (r"\*a\*", []),
        ("[a](u)", ["o [", "c ](u)"]),
        ('[a](<u v> "t (x)")', ["o [", 'c ](<u v> "t (x)")']),
        ("[a](u(v)w)", ["o [", "c ](u(v)w)"]),
        ("[a][r] [b][]", ["o [", "c ][r]", "o [", "c ][]"]),
        ("[a] (u)", []),
        ("![a *b*](u)", ["o ![", "o *", "c *", "c ](u)"]),
        ("[![a](i)](u)", ["o [", "o ![", "c ](i)", "c ](u)"]),
        ("`a *b*` c", ["s `a *b*`"]),
        ("``a ` b``", ["s ``a ` b``"]),
        ("`a", []),
        ("<https://a.b> <a@b.c>", ["s <https://a.b>", "s <a@b.c>"]),
        ("see https://a.b/c_d_e*f* now", ["o *", "c *"]),
        ("see https://a.b/c_d_e now", []),
        ("a <b>c</b> <br/> d", ["o <b>", "c </b>", "s <br/>"]),
        ("*a <b>c* d</b>", ["o *", "s <b>", "c *", "s </b>"]),
        ("<kbd>Ctrl *x*</kbd>", ["s <kbd>Ctrl *x*</kbd>"]),
        ("a <!-- *c* --> d", ["s <!-- *c* -->"]),
        ("a[^1] b", ["s [^1]"]),
        ("a  \nb\\\nc", ["s   \n", "s \\\n"]),
        ("&lt; &copy; &nbsp;&amp;&eacute; &#8364;", ["s &lt;", "s &copy;"]),
        ("a < b > c", []),
    ],
)
def test_markdown_marks(text: str, wanted: list[str]) -> None:
    """CommonMark's inline grammar decides what is a mark."""
    assert shown(text, MARKDOWN) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a <b class='x>y'>c</b>", ["o <b class='x>y'>", "c </b>"]),
        ("a<br>b<br />c", ["s <br>", "s <br />"]),
        ("<i>a", ["s <i>"]),
        ("a</i>", ["s </i>"]),
        ("<b><i>a</b></i>", ["o <b>", "s <i>", "c </b>", "s </i>"]),
        ("<code>a <b>x</b></code> c", ["s <code>a <b>x</b></code>"]),
        ('<span translate="no">Baku</span> b', ['s <span translate="no">Baku</span>']),
        ("<em class='notranslate'>x</em>", ["s <em class='notranslate'>x</em>"]),
        ("a<!-- b -->c", ["s <!-- b -->"]),
        ("5 < 6 & 7", []),
        ("a < b and <c", []),
        ("&shy;&lt;&quot;&nbsp;", ["s &shy;", "s &lt;"]),
        ("*a* [b](c)", []),
    ],
)
def test_html_marks(text: str, wanted: list[str]) -> None:
    """Tags pair where they nest; untranslatable elements are one mark with their content."""
    assert shown(text, HTML) == wanted


@pytest.mark.parametrize(
    ("text", "syntax", "wanted"),
    [
        ("**Baku**, [5 May](u). &quot;Yes\\*&quot;", MARKDOWN, 'Baku, 5 May. "Yes*"'),
        ("Use `x` now", MARKDOWN, "Use  now"),
        ("one  \ntwo", MARKDOWN, "one two"),
        ("A &amp; B<br>C <i>d</i>&nbsp;e", HTML, "A & B C d\u00a0e"),
        ("Tom &amp; &#39;Ann&#39;", ATTRIBUTE, "Tom & 'Ann'"),
        ("*a* &amp;", TEXT, "*a* &amp;"),
        ("it''s", Syntax.YAML_SINGLE, "it's"),
        (r"a \"b\" \u0259 \x41\t", Syntax.YAML_DOUBLE, 'a "b" ə A\t'),
        ("it''s \\x", Syntax.YAML_PLAIN, "it''s \\x"),
    ],
)
def test_what_a_reader_sees(text: str, syntax: Syntax, wanted: str) -> None:
    """Marks are gone, references and escapes resolved."""
    assert plain(text, syntax)[0] == wanted


def test_offsets_lead_back() -> None:
    """Each clean character knows where it comes from."""
    text = "a **b** &amp; \\*c"
    clean, offsets = plain(text, MARKDOWN)
    assert clean == "a b & *c"
    assert [text[offset] for offset in offsets] == ["a", " ", "b", " ", "&", " ", "\\", "c"]


_MARKUP = """* ** _ ~~ [ ] ]( ) (u) ][r] ![ ` `` < <b> </b> <code> </code> > <br> <!-- --> &amp; &lt; &#0; & ; \\ \\*
a B . 1"""
_PIECES = st.sampled_from([*_MARKUP.split(), " ", "\n", "  \n", "\\\n", "é", "「"])


@settings(max_examples=200, deadline=None)
@given(text=st.lists(_PIECES, max_size=40).map("".join), syntax=st.sampled_from(Syntax))
def test_marks_nest_and_offsets_ascend(text: str, syntax: Syntax) -> None:
    """Any string: marks ascend, do not overlap, pairs nest and close; offsets ascend and stay inside."""
    at = 0
    stack: list[int] = []
    solos: set[int] = set()
    for mark in marks(text, syntax):
        assert at <= mark.start < mark.end <= len(text)
        at = mark.end
        if mark.kind is MarkKind.OPEN:
            stack.append(mark.pair)
        elif mark.kind is MarkKind.CLOSE:
            assert stack.pop() == mark.pair
        else:
            assert mark.pair not in solos
            solos.add(mark.pair)
    assert not stack
    clean, offsets = plain(text, syntax)
    assert len(clean) == len(offsets)
    assert list(offsets) == sorted(offsets)
    assert all(0 <= offset < len(text) for offset in offsets)
