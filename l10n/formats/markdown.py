"""Markdown: block structure from markdown-it-py (CommonMark, tables), offsets our own.

markdown-it knows which lines an inline token came from, not where in them; its content is each line's tail (or, in
tables, a stretch of the line), so it is found again in the exact text. What cannot be found is copied through.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from l10n.formats import frontmatter, html, inline, roles
from l10n.formats.labels import label
from l10n.formats.lines import joined
from l10n.formats.trim import unwrap
from l10n.model import Role, Span, Syntax

_FOOTNOTE = re.compile(r"(?P<indent>^[ >]{0,6})\[(?P<label>\^[^\]\s]+\]:)", re.MULTILINE)
_FOOTNOTE_LINE = re.compile(r"\(\^[^\]\s]+\]:[ \t]*")
_LINE = re.compile(r"\r\n|[\n\r]")
_DEFINITION = re.compile(r"^[ >]{0,6}\[[^\]\n\r]+\]:", re.MULTILINE)
_HARD_BREAK = re.compile(r"(?:\\| {2,})\Z")


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table").disable("inline")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of one line of the exact text."""

    start: int
    end: int


def spans(text: str) -> tuple[Span, ...]:
    """The paragraphs, headings, list items and table cells of a text, its front matter's prose, and HTML blocks'."""
    body = frontmatter.end(text)
    reader = _Reader(text, body)
    found = [*frontmatter.spans(text), *reader.read()]
    return roles.with_lead(_ascending(found))


def declared(text: str) -> list[tuple[int, int]]:
    """Where the front matter names the language."""
    return frontmatter.declared(text)


def labels(text: str) -> frozenset[str]:
    """The labels of the links that the text defines."""
    body = frontmatter.end(text)
    if not _DEFINITION.search(text, body):
        return frozenset()
    found: dict[str, dict[str, object]] = {}
    _parser().parse(_LINE.sub("\n", text[body:]).replace("\0", "\ufffd"), found)
    return frozenset(map(label, found.get("references", {})))


def _ascending(found: Sequence[Span]) -> list[Span]:
    """Sorted; a span that would overlap the one before is dropped, and stays as it is in the file."""
    kept: list[Span] = []
    for span in sorted(found, key=lambda span: (span.start, span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


class _Reader:
    def __init__(self, text: str, body: int) -> None:
        self.text = text
        self.ends = [match.span() for match in _LINE.finditer(text, body)]
        self.starts = [body, *(end for _, end in self.ends)]
        source = _LINE.sub("\n", text[body:]).replace("\0", "\ufffd")
        self.source = _FOOTNOTE.sub(r"\g<indent>(\g<label>", source)
        self.lines = self.source.split("\n")

    def read(self) -> Iterator[Span]:
        open_blocks: list[str] = []
        cells: dict[int, int] = {}
        headlines = 0
        for token in _parser().parse(self.source):
            if token.nesting == 1:
                open_blocks.append(token.tag)
                headlines += token.tag == "h1"
            elif token.nesting == -1:
                open_blocks.pop()
            elif token.type == "html_block" and token.level == 0:
                yield from self._html(token)
            elif token.type == "inline" and token.map is not None:
                role = _role(open_blocks, headlines)
                if role is Role.TABLE_CELL:
                    yield from self._cell(token, cells)
                else:
                    yield from self._block(token, role, open_blocks)

    def _html(self, token: Token) -> list[Span]:
        assert token.map is not None
        start, stop = self.starts[token.map[0]], self._line_start(token.map[1])
        return html.fragment(self.text[start:stop], start)

    def _line_start(self, line: int) -> int:
        return self.starts[line] if line < len(self.starts) else len(self.text)

    def _cell(self, token: Token, cells: dict[int, int]) -> list[Span]:
        """A table cell; cells of one line come in order."""
        assert token.map is not None
        line = token.map[0]
        written = token.content.replace("|", "\\|")
        at = self.lines[line].find(written, cells.get(line, 0)) if written else -1
        if at < 0:
            return []
        cells[line] = at + len(written)
        start = self.starts[line] + at
        return self._spans([_Piece(start, start + len(written))], Role.TABLE_CELL)

    def _block(self, token: Token, role: Role, open_blocks: Sequence[str]) -> list[Span]:
        assert token.map is not None
        contents = token.content.split("\n")
        heading = open_blocks[-1] in ("h1", "h2", "h3", "h4", "h5", "h6")
        paragraphs: list[list[_Piece]] = [[]]
        for line, content in enumerate(contents, token.map[0]):
            piece = self._heading(line, content) if heading and len(contents) == 1 else self._tail(line, content)
            if piece is None:
                return []
            definition = _FOOTNOTE_LINE.match(self.lines[line], piece.start - self.starts[line])
            if definition is not None:
                piece = _Piece(self.starts[line] + definition.end(), piece.end)
                paragraphs.append([])
            if piece.start < piece.end:
                paragraphs[-1].append(piece)
        return [span for pieces in paragraphs if pieces for span in self._spans(pieces, role)]

    def _tail(self, line: int, content: str) -> _Piece | None:
        """Where a paragraph's line stands: it is the end of the source line, which container marks begin."""
        source, content = self.lines[line].rstrip(), content.strip()
        if not content or not source.endswith(content):
            return None
        end = self.starts[line] + len(source)
        return _Piece(end - len(content), end)

    def _heading(self, line: int, content: str) -> _Piece | None:
        """Where the text of a heading stands: after the first ``#`` of its line, or all of it over a ``===`` line."""
        found = re.search(r"#{1,6}[ \t]+", self.lines[line])
        tail = self._tail(line, content)
        if found is None or (tail is not None and "#" not in self.lines[line][: tail.start - self.starts[line]]):
            return tail
        at = self.lines[line].find(content.strip(), found.end())
        if at < 0 or not content.strip():
            return None
        return _Piece(self.starts[line] + at, self.starts[line] + at + len(content.strip()))

    def _spans(self, pieces: Sequence[_Piece], role: Role) -> list[Span]:
        """One span over the lines of a paragraph, without the marks that enclose all of it."""
        start, end = pieces[0].start, pieces[-1].end
        breaks = [
            (above.end, below.start)
            for above, below in pairwise(pieces)
            if not _HARD_BREAK.search(self.text[: self._line_end(above.end)][-3:])
        ]
        piece, offsets = joined(self.text, start, end, breaks)
        inner = unwrap(piece, 0, len(piece), inline.marks(piece, Syntax.MARKDOWN))
        seen = inline.plain(piece[slice(*inner)], Syntax.MARKDOWN)[0]
        if not any(char.isalnum() for char in seen):
            return []
        start, end = offsets[inner[0]], offsets[inner[1] - 1] + 1
        inside = tuple(pair for pair in breaks if start < pair[0] and pair[1] < end)
        if piece[: inner[0]].endswith("!["):
            role = Role.ALT
        elif role is Role.BODY:
            role = roles.of_paragraph(" ".join(seen.split()))
        return [Span(start, end, role, Syntax.MARKDOWN, inside)]

    def _line_end(self, at: int) -> int:
        line = bisect_right(self.starts, at) - 1
        return self.ends[line][0] if line < len(self.ends) else len(self.text)


def _role(open_blocks: Sequence[str], headlines: int) -> Role:
    """The innermost block that says something."""
    for tag in reversed(open_blocks):
        if tag == "h1":
            return Role.HEADLINE if headlines <= 1 else Role.HEADING
        if tag in ("h2", "h3", "h4", "h5", "h6"):
            return Role.HEADING
        if tag in ("th", "td"):
            return Role.TABLE_CELL
        if tag == "li":
            return Role.LIST_ITEM
        if tag == "blockquote":
            return Role.QUOTATION
    return Role.BODY
