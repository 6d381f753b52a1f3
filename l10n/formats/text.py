"""Plain text: paragraphs between blank lines, or one a line where the file is not hard-wrapped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from l10n.formats import roles
from l10n.formats.lines import Line, lines
from l10n.model import Role, Span

_ENDED = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_SHORT = 0.7
"""A line that ends, with the next line's first word, before this share of the width was not broken by wrapping."""


def declared(_: str) -> tuple[tuple[int, int], ...]:
    """Plain text does not say in which language it is."""
    return ()


def spans(text: str) -> tuple[Span, ...]:
    """The paragraphs of a text with their newsroom roles, ascending."""
    blocks = _blocks(lines(text))
    width = _width(blocks)
    paragraphs = [paragraph for block in blocks for paragraph in _paragraphs(block, width)]
    found = [span for paragraph in paragraphs if (span := _span(text, paragraph)) is not None]
    return roles.with_lead(_with_headline(text, found))


def _blocks(all_lines: Sequence[Line]) -> list[list[Line]]:
    """Runs of lines without a blank one."""
    blocks: list[list[Line]] = [[]]
    for line in all_lines:
        if not line.blank:
            blocks[-1].append(line)
        if (line.blank or line.closes) and blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _width(blocks: Sequence[Sequence[Line]]) -> int:
    """The column the file was wrapped at; 0 where it was not: most lines then end like sentences."""
    pairs = [pair for block in blocks for pair in pairwise(block) if not _marked(pair[1])]
    ended = sum(1 for above, _ in pairs if _ENDED.search(above.text))
    width = max((len(line.text) for pair in pairs for line in pair), default=0)
    running = sum(1 for above, below in pairs if not _ENDED.search(above.text) and _full(above, below, width))
    return width if running > ended else 0


def _full(above: Line, below: Line, width: int) -> bool:
    """The first word below would hardly have fitted above."""
    return len(above.text) + 1 + len(below.text.split(maxsplit=1)[0]) > width * _SHORT or below.text[0].islower()


def _marked(line: Line) -> bool:
    return roles.LIST_MARK.match(line.text) is not None


def _paragraphs(block: Sequence[Line], width: int) -> list[list[Line]]:
    """A block cut into paragraphs."""
    found = [[block[0]]]
    for above, below in pairwise(block):
        if width and _continues(found[-1], above, below, width):
            found[-1].append(below)
        else:
            found.append([below])
    return found


def _continues(paragraph: Sequence[Line], above: Line, below: Line, width: int) -> bool:
    if roles.is_byline(above.text) or roles.is_byline(below.text) or _list_item_begins(paragraph, below):
        return False
    if below.indent > above.indent and not _marked(paragraph[0]) and len(paragraph) > 1:
        return False  # an indented first line begins a paragraph; under a list mark it is a hanging indent
    return _full(above, below, width)


def _list_item_begins(paragraph: Sequence[Line], line: Line) -> bool:
    """A list mark begins an item, unless a wrapped number merely came to stand there: "in\\n1991. The"."""
    mark = roles.LIST_MARK.match(line.text)
    if mark is None:
        return False
    return not roles.numbered(mark.group()) or _marked(paragraph[0]) or _ENDED.search(paragraph[-1].text) is not None


def _span(text: str, paragraph: Sequence[Line]) -> Span | None:
    """The span of a paragraph without its list mark; nothing where there is no word to translate."""
    start, end = paragraph[0].start, paragraph[-1].end
    breaks = tuple((above.end, below.start) for above, below in pairwise(paragraph))
    mark = roles.LIST_MARK.match(paragraph[0].text)
    if mark is not None:
        start += mark.end()
    if not any(char.isalnum() for char in text[start:end]):
        return None
    role = Role.LIST_ITEM if mark is not None else roles.of_paragraph(_unwrapped(text[start:end]))
    return Span(start, end, role, breaks=breaks)


def _unwrapped(text: str) -> str:
    return " ".join(text.split())


def _with_headline(text: str, found: Sequence[Span]) -> tuple[Span, ...]:
    """The first short line without a full stop is the headline, where body text follows it."""
    for index, span in enumerate(found):
        if span.role is Role.BYLINE:
            continue
        title = _unwrapped(text[span.start : span.end])
        body = any(later.role in (Role.BODY, Role.QUOTATION) for later in found[index + 1 :])
        if span.role in (Role.BODY, Role.QUOTATION) and body and roles.is_title_line(title):
            return (*found[:index], replace(span, role=Role.HEADLINE), *found[index + 1 :])
        break
    return tuple(found)
