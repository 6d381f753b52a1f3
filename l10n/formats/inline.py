"""Inline markup: where a string holds marks, and what a reader sees of it.

Strings are spans of a document, msgids and msgstrs: everything here works on a string standing alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from unicodedata import category

from l10n.formats.tags import Token, TokenKind, partners, tokens
from l10n.model import Mark, MarkKind, Syntax

REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);")
"""A character reference; without its semicolon it is text."""

_READABLE = ("L", "M", "N", "P", "Z", "Sc")
"""Unicode categories of characters that sentences are written with; other references are kept as marks (``&lt;``,
``&shy;``, ``&copy;``)."""

_YAML_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|(?:\r\n|[\n\r])[ \t]*|.)", re.DOTALL)
_YAML_NAMED = dict(zip("0abtnvfre N_LP", "\0\a\b\t\n\v\f\r\x1b \x85\u00a0\u2028\u2029", strict=True))

_LINE_BREAK = re.compile(r"<br\b|(?:\\| {2,})[\r\n]", re.IGNORECASE)
"""A mark that reads as a space."""

Piece = tuple[int, str]
"""An offset and the characters a reader sees there."""


def marks(text: str, syntax: Syntax) -> tuple[Mark, ...]:
    """The inline marks of a string, ascending, not overlapping; pairs nest."""
    if syntax is Syntax.HTML:
        return html_marks(text)
    if syntax is Syntax.MARKDOWN:
        from l10n.formats.emphasis import markdown_marks

        return markdown_marks(text)
    if syntax is Syntax.ATTRIBUTE:
        return numbered([(m.start(), m.end(), MarkKind.SOLO, -1) for m in REFERENCE.finditer(text) if _is_mark(m[0])])
    return ()


def plain(text: str, syntax: Syntax) -> tuple[str, tuple[int, ...]]:
    """What a reader sees (no marks, references and escapes resolved) and, for each of its characters, the offset in
    ``text`` it comes from, ascending."""
    found = marks(text, syntax)
    escape = _ESCAPES.get(syntax)
    seen: list[str] = []
    offsets: list[int] = []
    at = 0
    for start, end in [*((mark.start, mark.end) for mark in found), (len(text), len(text))]:
        for offset, char in _pieces(text, at, start, escape):
            seen.append(char)
            offsets.extend([offset] * len(char))
        if _LINE_BREAK.match(text, start, end):
            seen.append(" ")
            offsets.append(start)
        at = end
    return "".join(seen), tuple(offsets)


def _pieces(
    text: str, start: int, end: int, escape: tuple[re.Pattern[str], Callable[[str], str]] | None
) -> list[Piece]:
    found: list[Piece] = []
    if escape is not None:
        pattern, value = escape
        for match in pattern.finditer(text, start, end):
            found.extend(zip(range(start, match.start()), text[start : match.start()], strict=True))
            found.append((match.start(), value(match.group())))
            start = match.end()
    found.extend(zip(range(start, end), text[start:end], strict=True))
    return found


def numbered(found: list[tuple[int, int, MarkKind, int]]) -> tuple[Mark, ...]:
    """Marks from (start, end, kind, key), sorted; an OPEN and a CLOSE of one key share a pair number."""
    pairs: dict[int, int] = {}
    result = []
    count = 0
    for start, end, kind, key in sorted(found):
        if kind is MarkKind.SOLO:
            pair, count = count, count + 1
        else:
            if key not in pairs:
                pairs[key], count = count, count + 1
            pair = pairs[key]
        result.append(Mark(start, end, kind, pair))
    return tuple(result)


def html_marks(text: str) -> tuple[Mark, ...]:
    """Tags (paired ones as OPEN and CLOSE), comments, references; untranslatable elements are one SOLO mark."""
    found = tokens(text)
    pairs = partners(found)
    closing = {end: start for start, end in pairs.items()}
    result: list[tuple[int, int, MarkKind, int]] = []
    index = 0
    while index < len(found):
        token = found[index]
        end = pairs.get(index)
        if token.kind is TokenKind.TEXT:
            result.extend(_reference_marks(text, token))
        elif token.kind is TokenKind.START and end is not None and token.untranslatable:
            result.append((token.start, found[end].end, MarkKind.SOLO, -1))
            index = end
        elif end is not None:
            result.append((token.start, token.end, MarkKind.OPEN, index))
        elif index in closing:
            result.append((token.start, token.end, MarkKind.CLOSE, closing[index]))
        else:
            result.append((token.start, token.end, MarkKind.SOLO, -1))
        index += 1
    return numbered(result)


def _reference_marks(text: str, token: Token) -> list[tuple[int, int, MarkKind, int]]:
    matches = REFERENCE.finditer(text, token.start, token.end)
    return [(m.start(), m.end(), MarkKind.SOLO, -1) for m in matches if _is_mark(m[0])]


def _is_mark(reference: str) -> bool:
    """A reference that stands for something sentences are not written with, and which the target must keep."""
    value = unescape(reference)
    return value != reference and not all(category(char).startswith(_READABLE) for char in value)


def reference_is_mark(reference: str) -> bool:
    """Whether a character reference is a mark of its own or reads as its character."""
    return _is_mark(reference)


def _yaml_double(escape: str) -> str:
    body = escape[1:]
    if body[0] in "xuU" and len(body) > 1:
        code = int(body[1:], 16)
        return chr(code) if code < 0x110000 else escape
    if body[0] in "\r\n":
        return ""
    return _YAML_NAMED.get(body, body if body in '"/\\\t' else escape)


_ESCAPES: dict[Syntax, tuple[re.Pattern[str], Callable[[str], str]]] = {
    Syntax.HTML: (REFERENCE, unescape),
    Syntax.ATTRIBUTE: (REFERENCE, unescape),
    Syntax.MARKDOWN: (
        re.compile(rf"\\[!-/:-@\[-`{{-~]|{REFERENCE.pattern}"),
        lambda found: found[1:] if found[0] == "\\" else unescape(found),
    ),
    Syntax.YAML_SINGLE: (re.compile("''"), lambda _: "'"),
    Syntax.YAML_DOUBLE: (_YAML_ESCAPE, _yaml_double),
}
