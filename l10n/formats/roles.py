"""What a paragraph is, by the conventions of a newsroom: "By Some Name" under the headline, "Photo: ..." and so on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from l10n.languages import en
from l10n.model import Role, Span

LIST_MARK = re.compile(r"(?:[-*+•‣▪●–—]|\(?\d{1,3}[.)]|\(?[a-z]\))[ \t\u00a0]+(?=\S)")
"""The mark that begins a list item, with the blanks after it: ``- ``, ``• ``, ``1. ``, ``a) ``."""

_NUMBERED = re.compile(r"\(?\d{1,3}[.)]")
_CREDIT = re.compile(r"(?:Photos?|Pictures?|Images?|File photo|Photo credit|Photo by|Caption|Credit)\s*[:/]\s?", re.I)
_SOURCE = re.compile(r"(?:Source|Reporting|Additional reporting|Editing|Written|Edited)(?: by)?\s*:", re.I)
_BYLINE = re.compile(r"(?:By|BY)[ \t\u00a0]+(?P<names>\S.*)")
_NAME_PART = (
    r"(?:(?:Mc|Mac|O['’]|D['’]|al-|el-|de la |de |van der |van |von |der |du |di |bin |ibn )?[^\W\d_a-z][\w'’.\-]*)"
)
_NAMES = re.compile(rf"{_NAME_PART}(?:(?:,| and| &| at| in| for|, and)?\s+{_NAME_PART}){{0,9}}[.]?", re.UNICODE)
_NO_NAMES = "Christmas Easter Ramadan Novruz The A An This That Then Now"
_CALENDAR = en.WEEKDAYS | en.MONTHS | frozenset(_NO_NAMES.split())
"""First words after "By" that begin a sentence, not a name: "By Monday the roads had reopened"."""

_END_OF_SENTENCE = re.compile(r"[.!?…]['\"”’»)\]]*$")
_OPENING, _CLOSING = "\"“„«‘'", "\"”“»’'"


def is_byline(text: str) -> bool:
    """ "By Some Name", and the like with several names or an agency, but not a sentence that begins with "By"."""
    match = _BYLINE.fullmatch(text)
    if match is None or len(text) > 100:
        return False
    names = match["names"]
    first = names.split(maxsplit=1)[0].strip(",.")
    return first not in _CALENDAR and _NAMES.fullmatch(names) is not None


def is_caption(text: str) -> bool:
    """ "Photo: ..." and other credits."""
    return _CREDIT.match(text) is not None or (_SOURCE.match(text) is not None and len(text) < 200)


def is_quotation(text: str) -> bool:
    """The whole paragraph stands in quotation marks, and they are one pair."""
    if len(text) < 3 or text[0] not in _OPENING or text[-1] not in _CLOSING:
        return False
    return not any(mark in text[1:-1] for mark in (text[0], text[-1]))


def is_title_line(text: str) -> bool:
    """Short and without a full stop, as headlines are."""
    return len(text) <= 160 and not _END_OF_SENTENCE.search(text) and text[-1] not in ",;:"


def numbered(mark: str) -> bool:
    """A list mark that counts."""
    return _NUMBERED.match(mark) is not None


def of_paragraph(text: str) -> Role:
    """The role a paragraph shows by itself."""
    if is_byline(text):
        return Role.BYLINE
    if is_caption(text):
        return Role.CAPTION
    if is_quotation(text):
        return Role.QUOTATION
    return Role.BODY


def with_lead(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The same spans; the first body paragraph is the lead unless the markup already names one."""
    if any(span.role is Role.LEAD for span in spans):
        return tuple(spans)
    for index, span in enumerate(spans):
        if span.role is Role.BODY:
            return (*spans[:index], replace(span, role=Role.LEAD), *spans[index + 1 :])
    return tuple(spans)
