"""Texts longer than the window of a model are split at clause boundaries; nothing is cut off."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from l10n.engines.alignment import Span

BOUNDARIES = (
    re.compile(r"(?<=[.!?…][”\"’)])\s+|(?<=[.!?…;])\s+"),
    re.compile(r"(?<=:)\s+|\s+(?=[-–—]\s)"),
    re.compile(r"(?<=,)\s+(?=(?:and|but|or|while|which|who|where|as|because|although)\b)"),
    re.compile(r"(?<=,)\s+"),
    re.compile(r"\s+(?=(?:and|but|or|that|which|who|while|because|after|before)\b)"),
    re.compile(r"\s+"),
)
"""Where a long sentence may be parted, best place first: sentences, colons and dashes, clauses, commas, words."""


def windows(text: str, length: Callable[[str], int], limit: int, *, whole: Sequence[Span] = ()) -> tuple[Span, ...]:
    """Slices of the text, ascending, each at most ``limit`` long by ``length`` (pieces); blanks between are in none.

    A single word longer than the window is left whole, as are the stretches named ``whole``: the engine notices when
    its translation is incomplete.
    """

    def split(start: int, end: int) -> list[Span]:
        if length(text[start:end]) <= limit:
            return [(start, end)]
        for boundary in BOUNDARIES:
            cuts = [m.span() for m in boundary.finditer(text, start, end) if start < m.start() and m.end() < end]
            cuts = [cut for cut in cuts if not any(cut[0] < right and left < cut[1] for left, right in whole)]
            cuts = [cut for cut in cuts if _fair(cut, start, end, boundary is BOUNDARIES[-1])]
            if cuts:
                middle = (start + end) / 2
                before, after = min(cuts, key=lambda cut: abs(cut[0] - middle))
                return [*split(start, before), *split(after, end)]
        return [(start, end)]

    return tuple(split(0, len(text)))


def _fair(cut: Span, start: int, end: int, anywhere: bool) -> bool:
    """Neither side is a scrap that the model would have to translate without its clause."""
    return anywhere or min(cut[0] - start, end - cut[1]) >= (end - start) / 6
