"""Stretches of a source that are given in the target language (``⟦ Баку⟧ is a city.``); no step may take one apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from l10n.engines import TermMarks
from l10n.engines.alignment import Span


def marked(text: str, marks: TermMarks | None) -> tuple[Span, ...]:
    """The given stretches with their marks, ascending; a mark without its other half marks nothing."""
    if marks is None:
        return ()
    opening, closing = map(re.escape, marks)
    return tuple(match.span() for match in re.finditer(f"{opening}[^{opening}{closing}]*{closing}", text))


def filled(text: str, spans: Sequence[Span], filler: str) -> str:
    """The text with one character throughout the spans; as long as before."""
    for start, end in spans:
        text = text[:start] + filler * (end - start) + text[end:]
    return text
