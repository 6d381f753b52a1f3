"""What the tests of the readers share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from l10n.formats import parse
from l10n.model import Document
from l10n.segment import segments

Check = Callable[[str, str], Document]


def _sound(name: str, text: str) -> Document:
    document = parse(Path(name), text)
    at = 0
    for span in document.spans:
        assert at <= span.start < span.end <= len(text), span
        assert text[span.start : span.end].strip(), span
        inside = span.start
        for start, end in span.breaks:
            assert inside <= start < end <= span.end, span
            inside = end
        at = span.end
    rebuilt, at = [], 0
    for segment in segments(document):
        assert at <= segment.start < segment.end <= len(text), segment
        assert segment.text == text[segment.start : segment.end], segment
        assert segment.source.strip(), segment
        assert segment.text == segment.text.strip(), segment
        span = document.spans[segment.span]
        assert span.start <= segment.start and segment.end <= span.end, segment
        rebuilt += [text[at : segment.start], segment.text]
        at = segment.end
    assert "".join([*rebuilt, text[at:]]) == text
    return document


@pytest.fixture(scope="session")
def sound() -> Check:
    """Parses a text under a file name and holds every invariant of documents and segments."""
    return _sound
