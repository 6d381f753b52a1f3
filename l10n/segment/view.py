"""A paragraph as it is written, as it is translated and as it is read, with the ways between."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from l10n.formats import inline
from l10n.formats.lines import joined
from l10n.formats.trim import unwrap
from l10n.model import Mark, MarkKind, Span


@dataclass(frozen=True, slots=True)
class View:
    """A span of a document; ``text`` has its soft breaks as single spaces, ``clean`` is what a reader sees."""

    text: str
    offsets: tuple[int, ...]
    """Of each character of ``text``, in the document."""
    clean: str
    origins: tuple[int, ...]
    """Of each character of ``clean``, in ``text``."""
    marks: tuple[Mark, ...]
    """In ``text``."""

    def place(self, end: int, follows: int) -> int:
        """Where in ``text`` to cut between two characters of ``clean``: closing marks and marks that stand alone
        stay with the sentence they follow."""
        last = self.origins[follows]
        ends = [mark.start for mark in self._marks_between(self.origins[end - 1] + 1, self.origins[end])]
        at = ends[0] if ends else self.origins[end]
        for mark in self._marks_between(at, last):
            if mark.kind is MarkKind.OPEN or self.text[at : mark.start].strip():
                break
            if mark.start > at and mark.kind is not MarkKind.CLOSE:
                break
            at = mark.end
        return at

    def _marks_between(self, start: int, end: int) -> Sequence[Mark]:
        """The marks that begin in a range, ascending."""
        first = bisect_left(self.marks, start, key=lambda mark: mark.start)
        return self.marks[first : bisect_left(self.marks, end, key=lambda mark: mark.start)]

    def inner(self, start: int, end: int) -> tuple[int, int]:
        """A part of ``text`` without white space and marks around it; empty where a reader sees no word in it."""
        start, end = unwrap(self.text, start, end, self._marks_between(start, end))
        first, last = bisect_left(self.origins, start), bisect_left(self.origins, end)
        if not any(char.isalnum() for char in self.clean[first:last]):
            return start, start
        return start, end

    def balanced(self, cuts: Sequence[int]) -> list[int]:
        """The cuts that leave no part with half a pair inside it; both halves at the edges of parts are no harm."""
        kept = list(cuts)
        pairs = self._pairs()
        changed = True
        while changed and kept:
            changed = False
            for opening, closing in pairs:
                first, last = bisect_left(kept, opening.end), bisect_right(kept, closing.start)
                if first < last and not (self._begins(opening, kept) and self._ends(closing, kept)):
                    del kept[first:last]
                    changed = True
        return kept

    def _pairs(self) -> list[tuple[Mark, Mark]]:
        opened = {mark.pair: mark for mark in self.marks if mark.kind is MarkKind.OPEN}
        return [(opened[mark.pair], mark) for mark in self.marks if mark.kind is MarkKind.CLOSE]

    def _begins(self, mark: Mark, cuts: Sequence[int]) -> bool:
        """Nothing that a reader sees stands between the last cut and the mark."""
        at = bisect_right(cuts, mark.start)
        return self._nothing_between(cuts[at - 1] if at else 0, mark.start)

    def _ends(self, mark: Mark, cuts: Sequence[int]) -> bool:
        at = bisect_left(cuts, mark.end)
        return self._nothing_between(mark.end, cuts[at] if at < len(cuts) else len(self.text))

    def _nothing_between(self, start: int, end: int) -> bool:
        first, last = bisect_left(self.origins, start), bisect_left(self.origins, end)
        solo = any(m.kind is MarkKind.SOLO for m in self._marks_between(start, end))
        return not solo and not self.clean[first:last].strip()


def view(text: str, span: Span) -> View:
    """The view of a span of a text."""
    unwrapped, offsets = joined(text, span.start, span.end, span.breaks)
    clean, origins = inline.plain(unwrapped, span.syntax)
    return View(unwrapped, tuple(offsets), clean, origins, inline.marks(unwrapped, span.syntax))
