"""Datelines: "PESHAWAR, Pakistan, Nov. 22 (AP) - " is composed of the glossary and the date; the rest is translated."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from l10n import figures
from l10n.engines.alignment import shifted
from l10n.figures.english import Kind as FigureKind
from l10n.figures.english import find, kinds
from l10n.languages import Language
from l10n.locate import Working
from l10n.model import Kind, Link
from l10n.terminology.terms import Term, inside

LONGEST = 70
"""Characters before the dash."""

_DASH = re.compile(r"\s+(?:-|--|–|—)\s+(?=[\"“‘']?[^\W\d_])")
_AGENCY = re.compile(r"\(([^()]{2,30})\)")
_GAP = re.compile(r"[ ,]*")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The beginning of a report, and what it is in the target."""

    end: int
    """Where the report itself begins in the source."""
    target: str
    links: tuple[Link, ...]
    """From its parts in the source to those in the target."""

    def rest(self, clean: str, terms: Sequence[Term]) -> tuple[str, tuple[Term, ...]]:
        """The report, with its terms."""
        return clean[self.end :], inside(terms, (self.end, len(clean)))

    def before(self, working: Working) -> Working:
        """The translation of the whole, from that of the report."""
        links = shifted(working.links, self.end, len(self.target))
        return Working(self.target + working.text, (*self.links, *links))


def dateline(clean: str, terms: Sequence[Term], language: Language) -> Dateline | None:
    """The dateline of a sentence: a place in capitals, or one with a date or an agency, every word of it known."""
    dash = _DASH.search(clean[: LONGEST + 4])
    if dash is None or language.code not in _DASHES:
        return None
    head = clean[: dash.start()]
    places = {term.match.start: term for term in terms if term.match.concept.kind is Kind.PLACE}
    dates = {figure.start: figure for figure in kinds(find(head), FigureKind.DATE) if figure.day}
    target = ""
    links: list[Link] = []
    at, sure = 0, False
    route = dash.end() in places and places[dash.end()].match.surface.isupper()  # BAKU - TBILISI train
    while at < len(head):
        term, date, agency = places.get(at), dates.get(at), _AGENCY.match(head, at)
        if term and term.match.end <= len(head):
            sure = sure or (not target and term.match.surface.isupper() and not route)
            part, end = term.targets[0], term.match.end
        elif target and date:
            part, end = figures.standalone(date.text, language.code) or date.text, date.end
            sure = True
        elif target and agency:
            country = places.get(at + 1)
            part, end = f"({country.targets[0] if country else agency[1]})", agency.end()
            sure = sure or country is None
        else:
            return None
        target += " " if agency and target else ", " if target else ""
        links.append(Link((at, end), (len(target), len(target) + len(part)), 1.0))
        target += part
        at = _gap_end(head, end)
    return Dateline(dash.end(), target + _DASHES[language.code], tuple(links)) if sure else None


_DASHES = {"ru": "\u00a0— ", "az": " – "}


def _gap_end(head: str, at: int) -> int:
    gap = _GAP.match(head, at)
    return gap.end() if gap else at
