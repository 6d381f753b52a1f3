"""Lines with exact offsets, whatever ends them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_END = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_NEW_PAGE = frozenset("\f\x1c\x1d\x1e\u2029")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its outer whitespace; offsets into the text it stands in."""

    start: int
    end: int
    text: str
    indent: int
    """Whitespace characters before ``start``."""
    closes: bool
    """What ends the line also ends a paragraph: a form feed, a file, group or record separator, U+2029."""

    @property
    def blank(self) -> bool:
        return not self.text


def lines(text: str) -> list[Line]:
    """Every line of a text, trimmed; LF, CRLF, lone CR, VT, FF, NEL and the Unicode separators all end one."""
    found, at = [], 0
    for match in _END.finditer(text):
        found.append(_line(text, at, match.start(), match.group() in _NEW_PAGE))
        at = match.end()
    found.append(_line(text, at, len(text), True))
    return found


def _line(text: str, start: int, end: int, closes: bool) -> Line:
    raw = text[start:end]
    content = raw.strip()
    indent = len(raw) - len(raw.lstrip()) if content else 0
    return Line(start + indent, start + indent + len(content), content, indent, closes)


def joined(text: str, start: int, end: int, breaks: Sequence[tuple[int, int]]) -> tuple[str, list[int]]:
    """A range of a text with its soft breaks as single spaces and, for each character, its offset in the text."""
    parts: list[str] = []
    offsets: list[int] = []
    at = start
    for first, last in [*breaks, (end, end)]:
        parts.append(text[at:first])
        offsets.extend(range(at, first))
        if first < last:
            parts.append(" ")
            offsets.append(first)
        at = last
    return "".join(parts), offsets
