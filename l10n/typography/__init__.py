"""Quotation marks, dashes, spaces and final marks as Russian and Azerbaijani newspapers set them.

Rules are functions in an ordered tuple; each gives the edits it wants on the text as it is then. Addresses stay.
"""

from __future__ import annotations

from dataclasses import replace

from l10n.figures import verbatim
from l10n.languages import base
from l10n.locate import Working
from l10n.typography.draft import Draft, Rule
from l10n.typography.final import final_mark
from l10n.typography.quotation import (
    marks_outside_quotation_marks,
    no_space_inside_quotation_marks,
    own_quotation_marks,
    words_of_saying,
)
from l10n.typography.spacing import dashes, number_sign, ranges_with_a_short_dash, single_spaces, three_dots

__all__ = ["polish"]

RULES: tuple[Rule, ...] = (
    single_spaces,
    three_dots,
    own_quotation_marks,
    no_space_inside_quotation_marks,
    number_sign,
    words_of_saying,
    marks_outside_quotation_marks,
    dashes,
    ranges_with_a_short_dash,
    final_mark,
)


def polish(source: str, working: Working, locale: str) -> Working:
    """The translation in the target's typography; links keep their words. Polishing twice changes nothing more."""
    lang = base(locale)
    if not working.text.strip() or lang not in ("ru", "az"):
        return working
    for _ in range(4):
        before = working.text
        for rule in RULES:
            edits = sorted(rule(Draft(source, working.text, lang)), reverse=True)
            kept = verbatim.find(working.text)
            for start, end, text in edits:
                if not any(start < right and left < end for left, right in kept):
                    working = _edited(working, start, end, text)
        if working.text == before:
            break
    return working


def _edited(working: Working, start: int, end: int, text: str) -> Working:
    """With some marks changed; a word whose range holds them keeps its link."""
    shift = len(text) - (end - start)

    def moved(place: int) -> int:
        return place if place <= start else place + shift if place >= end else min(place, start + len(text))

    links = []
    for link in working.links:
        left, right = link.target
        span = (left if left < start or left == start < end else moved(left)), moved(right)
        if span[1] > span[0]:
            links.append(replace(link, target=span))
    return Working(working.text[:start] + text + working.text[end:], tuple(links))
