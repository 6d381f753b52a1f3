"""Document + catalog -> target article. Text that no person has reviewed passes only as a draft."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from l10n.formats import escape
from l10n.languages import base
from l10n.model import Document, Segment, Span, State, Syntax, Unit

_NOT_FIRST = re.compile(r"[-+*>#=|]|\d+[.)]?$|[-=*_]{3,}|```|~~~|•")
"""Words that at the start of a line would begin a list, a quotation, a heading or a rule."""


@dataclass(frozen=True, slots=True)
class Assembled:
    """A finished article, and what keeps it from being final."""

    text: str
    unreviewed: tuple[Segment, ...] = ()
    """Segments whose unit needs review, or has no target (then the source text stands there)."""
    missing: tuple[Segment, ...] = ()
    """Segments that the catalog does not have: the article was edited since the last translate."""


def assemble(
    document: Document, segments: Sequence[Segment], units: Iterable[Unit], *, source: str = "", target: str = ""
) -> Assembled:
    """The document with each segment replaced by its target. Where a target equals its source, the bytes stay.

    Where the document says that it is in the source language, the target's code is written; without codes nowhere.
    """
    by_key = {unit.key: unit for unit in units if unit.state is not State.OBSOLETE}
    targets: dict[int, str] = {}
    unreviewed, missing = [], []
    for segment in segments:
        unit = by_key.get((segment.source, segment.role)) or by_key.get((segment.source, ""))
        if unit is None:
            missing.append(segment)
        elif unit.state is not State.REVIEWED:
            unreviewed.append(segment)
        if unit is not None and unit.target and unit.target != segment.source:
            targets[segment.start] = unit.target
    changes = [*_paragraphs(document, segments, targets), *_languages(document, source, target)]
    return Assembled(_changed(document.text, sorted(changes)), tuple(unreviewed), tuple(missing))


Change = tuple[int, int, str]
"""Start and end in the document, and what stands there in the finished article."""


def _changed(text: str, changes: Sequence[Change]) -> str:
    pieces: list[str] = []
    done = 0
    for start, end, new in changes:
        pieces += [text[done:start], new]
        done = end
    return "".join([*pieces, text[done:]])


def _paragraphs(document: Document, segments: Sequence[Segment], targets: Mapping[int, str]) -> Iterator[Change]:
    for number, span in enumerate(document.spans):
        own = [segment for segment in segments if segment.span == number]
        if any(segment.start in targets for segment in own):
            yield span.start, span.end, _span_text(document, span, own, targets)


def _languages(document: Document, source: str, target: str) -> Iterator[Change]:
    for start, end in document.declared:
        if source and target and base(document.text[start:end]) == base(source):
            yield start, end, target.replace("_", "-")


def _span_text(document: Document, span: Span, segments: Sequence[Segment], targets: Mapping[int, str]) -> str:
    """One paragraph with its targets; hard-wrapped as it was, where it was."""
    pieces: list[str] = []
    done = span.start
    wrapped = bool(span.breaks)
    for segment in segments:
        gap = _unwrapped(document.text, done, segment.start, span) if wrapped else document.text[done : segment.start]
        target = targets.get(segment.start)
        if target is not None:
            piece = escape(target, segment.text, span.syntax)
        else:
            piece = segment.source if wrapped else segment.text
        pieces += [gap, piece]
        done = segment.end
    pieces.append(_unwrapped(document.text, done, span.end, span) if wrapped else document.text[done : span.end])
    text = "".join(pieces)
    return _fill(text, document.text, span) if wrapped else text


def _unwrapped(text: str, start: int, end: int, span: Span) -> str:
    """A slice of the document with the span's soft breaks as single spaces."""
    pieces: list[str] = []
    for left, right in span.breaks:
        if start <= left and right <= end:
            pieces += [text[start:left], " "]
            start = right
    return "".join([*pieces, text[start:end]])


def _fill(text: str, original: str, span: Span) -> str:
    """Breaks a paragraph into lines no longer than the longest it had, with the line break it had."""
    mark = Counter(original[left:right] for left, right in span.breaks).most_common(1)[0][0]
    newline = max(mark.rfind("\n"), mark.rfind("\r"), 0)
    indent = len(mark) - newline - 1
    edges = [span.start, *(right for _, right in span.breaks)]
    ends = [*(left for left, _ in span.breaks), span.end]
    first = span.start - max(original.rfind("\n", 0, span.start), original.rfind("\r", 0, span.start)) - 1
    offsets = [first, *[indent] * len(span.breaks)]
    width = max(offset + end - start for offset, start, end in zip(offsets, edges, ends, strict=True))
    keep_whole = span.syntax is Syntax.TEXT or span.syntax is Syntax.MARKDOWN
    lines: list[str] = []
    column = first
    words: list[str] = []
    for word in text.split(" "):
        if words and column + 1 + len(word) > width and word and not (keep_whole and _NOT_FIRST.match(word)):
            lines.append(" ".join(words))
            column, words = indent, []
        column += len(word) + (1 if words else 0)
        words.append(word)
    lines.append(" ".join(words))
    return mark.join(lines)
