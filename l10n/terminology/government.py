"""Approved names in a case that their place forbids («по Северной Кореи», «из Шуши, Губа и Гянджи»), and the verb
behind several of them («Азербайджан и Таджикистан проведет»)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from l10n.locate import Working
from l10n.model import PROPER, Form, Kind
from l10n.terminology.drafter import Drafter
from l10n.terminology.repair import put
from l10n.terminology.terms import Grammar, Job, Term

_CLAUSE = re.compile(r"(?:^|[.!?:;—–(«\"] ?|\b(?:что|и|а|но) )$")
_NEXT = re.compile(r" (?:(?:вновь|также|уже|совместно|снова|еще) )?(?P<verb>[а-яё]+)(?!\w)")
_BEFORE = re.compile(r"(?<![\w-])(\w+(?:-\w+)?)[ \u00a0][«„\"]?$")
_INFLECTED = (*PROPER, Kind.TITLE)
_ROUNDS = 6
"""Names of one sentence that may be set right."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A name where it stands in the translation."""

    term: Term
    target: str
    form: Form


def govern(jobs: Sequence[Job], grammar: Grammar, drafter: Drafter) -> None:
    """Puts names into a case that their preposition governs, and names of one list into one case; where several are
    possible, the model judges."""
    waiting = [job for job in jobs if any(term.match.concept.kind in _INFLECTED for term in job.terms)]
    for _ in range(_ROUNDS):
        questions = [(job, options) for job in waiting if (options := next(_options(job, grammar), None))]
        asked = [((job.clean, job.terms), [each.text for each in options]) for job, options in questions]
        for (job, options), number in zip(questions, drafter.best(asked), strict=True):
            job.working = options[number]
        waiting = [job for job, _ in questions]
    for job in jobs:
        job.working = _agreed(job, grammar)


def _agreed(job: Job, grammar: Grammar) -> Working:
    """The sentence with the verb in the plural that follows a list of names at the beginning of a clause."""
    placed = sorted(_placed(job, grammar), key=lambda each: each.form.start) if grammar.language.lists_agree else []
    for number, first in enumerate(placed):
        last = number
        while last + 1 < len(placed) and _listed(job, placed[last], placed[last + 1], grammar):
            last += 1
        text, end = job.working.text, placed[last].form.end
        verb = _NEXT.match(text, end)
        if last == number or not verb or not _CLAUSE.search(text[: first.form.start]):
            continue
        if all("nom" in each.form.cases for each in placed[number : last + 1]):
            plural = grammar.language.plural_verb(verb["verb"])
            return job.working.replaced(verb.span("verb"), plural) if plural else job.working
    return job.working


def _options(job: Job, grammar: Grammar) -> Iterator[list[Working]]:
    """For each name in a case that cannot be, the translation with it in each that can."""
    placed = sorted(_placed(job, grammar), key=lambda each: each.form.start)
    for each in placed:
        before = _BEFORE.search(job.working.text[: each.form.start])
        cases = grammar.language.governed(before[1]) if before else ()
        if cases and not set(cases) & set(each.form.cases):
            yield from _put(job, each, cases, grammar)
    for one, other in pairwise(placed) if grammar.language.lists_agree else ():
        if _listed(job, one, other, grammar) and not set(one.form.cases) & set(other.form.cases):
            yield from _put(job, other, one.form.cases, grammar)


def _placed(job: Job, grammar: Grammar) -> Iterator[_Placed]:
    """The names and titles of a sentence in the only form that its translation has of each."""
    for term in job.terms:
        concept = term.match.concept
        found = [
            _Placed(term, target, form)
            for target in term.targets
            for form in grammar.language.find(target, job.working.text, kind=concept.kind, gender=concept.gender)
        ]
        if concept.kind in _INFLECTED and len(found) == 1 and set(found[0].form.cases) <= set(grammar.language.cases):
            yield found[0]


def _listed(job: Job, one: _Placed, other: _Placed, grammar: Grammar) -> bool:
    """Two names of one kind that a comma or "and" joins in both languages; the first has its case from the sentence."""
    source = job.clean[one.term.match.end : other.term.match.start]
    target = job.working.text[one.form.end : other.form.start]
    joined = (", ", f" {grammar.language.conjunction} ")
    alike = one.term.match.concept.kind is other.term.match.concept.kind is not Kind.TITLE
    return alike and source in (", ", " and ", ", and ") and target in joined


def _put(job: Job, placed: _Placed, cases: Sequence[str], grammar: Grammar) -> Iterator[list[Working]]:
    forms = grammar.forms(placed.term, placed.target)
    span = placed.form.start, placed.form.end
    made = [put(job.working, span, forms[case], placed.term, grammar) for case in cases if case in forms]
    if made:
        yield list({working.text: working for working in made}.values())
