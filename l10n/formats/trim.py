"""What stands around prose and stays in the file: white space, marks that enclose all of it, marks at its edges."""

from __future__ import annotations

import re
from collections.abc import Sequence

from l10n.formats.tags import tag
from l10n.model import Mark, MarkKind

_ADDRESS = re.compile(r"<[^\s<>]*(?://|@|mailto:)")


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without outer white space."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def unwrap(text: str, start: int, end: int, marks: Sequence[Mark]) -> tuple[int, int]:
    """The range without outer white space, the pairs that enclose all of it, halves of pairs that enclose more than
    it, empty pairs and edge marks that no sentence needs. ``marks``: those of the range, or of all the text."""
    inside = [mark for mark in marks if start <= mark.start and mark.end <= end]
    at = {(mark.pair, mark.kind): index for index, mark in enumerate(inside)}
    first, last = 0, len(inside) - 1
    start, end = trim(text, start, end)
    while first <= last and start < end:
        head, tail = inside[first], inside[last]
        closing = at.get((head.pair, MarkKind.CLOSE))
        if head.start == start and (_droppable(text, head) or (head.kind is MarkKind.OPEN and closing is None)):
            start, first = head.end, first + 1
        elif tail.end == end and (_droppable(text, tail) or _closes_more(tail, at)):
            end, last = tail.start, last - 1
        elif head.start == start and head.kind is MarkKind.OPEN and closing == last and tail.end == end:
            start, end, first, last = head.end, tail.start, first + 1, last - 1
        elif head.start == start and closing == first + 1 and not text[head.end : inside[closing].start].strip():
            start, first = inside[closing].end, first + 2
        else:
            break
        start, end = trim(text, start, end)
    return start, end


def _closes_more(mark: Mark, at: dict[tuple[int, MarkKind], int]) -> bool:
    return mark.kind is MarkKind.CLOSE and (mark.pair, MarkKind.OPEN) not in at


def _droppable(text: str, mark: Mark) -> bool:
    """A lone tag, a comment or a footnote mark; code, addresses and references belong to the sentence."""
    if mark.kind is not MarkKind.SOLO:
        return False
    written = text[mark.start : mark.end]
    if written.startswith(("<!--", "[^")):
        return True
    found = tag(written, 0)
    return found is not None and found.end == len(written) and _ADDRESS.match(written) is None
