"""Prose to segments: places where a sentence may end, and an ordered list of named rules that decide.

The rules (``rules.RULES``) read the clean view of a paragraph: no marks, soft breaks as spaces. A boundary is then
mapped back to the exact text and kept only where it leaves no segment with half a pair of marks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from l10n import formats
from l10n.formats.labels import explicit
from l10n.model import Document, Role, Segment, Span, Syntax
from l10n.segment.candidates import Candidate, candidates
from l10n.segment.rules import decide
from l10n.segment.view import View, view

__all__ = ["VERSION", "Boundary", "explain", "segments", "sentences"]

VERSION = "1"
"""Goes into the signature of catalogs: raise it with any change that moves boundaries."""

_LINE = re.compile(r"\r\n|[\n\r]")
_SHOWN = 32


@dataclass(frozen=True, slots=True)
class Boundary:
    """A place where a sentence might end, and what decided."""

    offset: int
    """In ``Document.text``: where the next sentence begins, or would."""
    line: int
    split: bool
    rule: str
    before: str
    after: str
    """A few words on either side, as a reader sees them."""


@dataclass(frozen=True, slots=True)
class _Decision:
    candidate: Candidate
    split: bool
    rule: str
    at: int
    """Where in the view's text the two parts meet."""


def segments(document: Document) -> tuple[Segment, ...]:
    """The segments of a document, ascending; none empty or blank, none with white space around it. Replacing each by
    itself gives the text back."""
    starts = _line_starts(document.text)
    found = []
    for index, span in enumerate(document.spans):
        shown = view(document.text, span)
        for first, last in _parts(shown, span):
            start, end = shown.offsets[first], shown.offsets[last - 1] + 1
            found.append(
                Segment(
                    text=document.text[start:end],
                    start=start,
                    end=end,
                    role=span.role,
                    line=bisect_right(starts, start),
                    source=_source(shown.text[first:last], span, document),
                    syntax=span.syntax,
                    span=index,
                )
            )
    return tuple(found)


def explain(document: Document) -> tuple[Boundary, ...]:
    """Every place where a sentence might end, ascending, with the rule that decided."""
    starts = _line_starts(document.text)
    found = []
    for span in document.spans:
        shown = view(document.text, span)
        for decision in _decisions(shown, span):
            end, follows = decision.candidate.end, decision.candidate.follows
            offset = shown.offsets[shown.origins[follows]]
            before, after = shown.clean[max(0, end - _SHOWN) : end], shown.clean[follows : follows + _SHOWN]
            line = bisect_right(starts, offset)
            found.append(Boundary(offset, line, decision.split, decision.rule, before, after))
    return tuple(found)


def sentences(text: str) -> list[str]:
    """The sentences of one plain paragraph."""
    span = Span(0, len(text), Role.BODY)
    return [text[first:last] for first, last in _parts(view(text, span), span)]


def _source(text: str, span: Span, document: Document) -> str:
    """What a translator is given of a part of a span."""
    if span.syntax is Syntax.MARKDOWN:
        return explicit(text, document.labels)
    return formats.decode(text, span.syntax)


def _line_starts(text: str) -> list[int]:
    return [0, *(found.end() for found in _LINE.finditer(text))]


def _parts(shown: View, span: Span) -> Iterator[tuple[int, int]]:
    """The segments of a span as ranges of its view's text."""
    cuts = [decision.at for decision in _decisions(shown, span) if decision.split]
    for start, end in pairwise([0, *cuts, len(shown.text)]):
        first, last = shown.inner(start, end)
        if first < last:
            yield first, last


def _decisions(shown: View, span: Span) -> list[_Decision]:
    """What the rules say of every candidate, and where markup overrules them."""
    made = list(_ruled(shown, span))
    kept = set(shown.balanced([decision.at for decision in made if decision.split]))
    return [
        decision if not decision.split or decision.at in kept else _joined(decision, "open_markup") for decision in made
    ]


def _joined(decision: _Decision, rule: str) -> _Decision:
    return _Decision(decision.candidate, False, rule, decision.at)


def _ruled(shown: View, span: Span) -> Iterator[_Decision]:
    begin = 0
    for stop, end, follows in candidates(shown.clean):
        candidate = Candidate(shown.clean, begin, stop, end, follows, span.role)
        split, rule = decide(candidate)
        decision = _Decision(candidate, split, rule, shown.place(end, follows))
        if span.syntax is Syntax.YAML_PLAIN:
            # A plain scalar may need quotation marks once it is translated, and those go around the whole.
            decision = _joined(decision, "front_matter_value")
        elif split:
            begin = follows
        yield decision
