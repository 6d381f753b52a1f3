"""Approved names in a case that their place forbids: «по Северной Кореи», «из Шуши, Губа и Гянджи»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from l10n.locate import Working, word_before
from l10n.model import PROPER, Form, Kind
from l10n.terminology.drafter import Drafter
from l10n.terminology.repair import put
from l10n.terminology.terms import Grammar, Job, Term

_SMALL = re.compile(r"[ \u00a0]*(?:(?:в|во|на|при|по|и)[ \u00a0]*)*")
_NO_CLAUSE = re.compile(r"(?: (?:of|to|in|for|at|the|and|[A-Z][\w'’.-]*))*,? ")
_INFLECTED = (*PROPER, Kind.TITLE)
_ROUNDS = 6
"""Names of one sentence that may be set right."""


@dataclass(frozen=True, slots=True)
class Placed:
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


def _options(job: Job, grammar: Grammar) -> Iterator[list[Working]]:
    """For each name in a case that cannot be, the translation with it in each that can."""
    placed = names(job, grammar)
    for each in placed:
        cases = grammar.language.governed(word_before(job.working.text, each.form.start))
        if cases and not set(cases) & set(each.form.cases):
            yield from _put(job, each, cases, grammar)
    for title, person in _appositions(job, placed) if grammar.language.titles_agree else ():
        if not set(title.form.cases) & set(person.form.cases) and _heads(job, title, grammar):
            yield from _put(job, person, title.form.cases, grammar)
    for one, other in pairwise(placed) if grammar.language.lists_agree else ():
        if listed(job, one, other, grammar) and not set(one.form.cases) & set(other.form.cases):
            yield from _put(job, other, one.form.cases, grammar)


def names(job: Job, grammar: Grammar) -> list[Placed]:
    """The names and titles of which the translation has one form only, from left to right."""
    placed = []
    for term in job.terms:
        concept = term.match.concept
        found = [
            Placed(term, target, form)
            for target in term.targets
            for form in grammar.language.find(target, job.working.text, kind=concept.kind, gender=concept.gender)
        ]
        if concept.kind in _INFLECTED and len(found) == 1 and set(found[0].form.cases) <= set(grammar.language.cases):
            placed += found
    return sorted(placed, key=lambda each: each.form.start)


def _appositions(job: Job, placed: Sequence[Placed]) -> Iterator[tuple[Placed, Placed]]:
    """Titles with the person they belong to: nothing stands between them but other names and small words, in both
    languages («послом Таджикистана в Азербайджане Рустамом Соли»)."""
    for number, person in enumerate(placed):
        title = next((each for each in reversed(placed[:number]) if each.term.match.concept.kind is Kind.TITLE), None)
        if title is None or person.term.match.concept.kind is not Kind.PERSON:
            continue
        target = job.working.text[title.form.end : person.form.start]
        for other in placed[placed.index(title) + 1 : number]:
            target = target.replace(other.form.text, "")
        source = job.clean[title.term.match.end : person.term.match.start]
        if (
            title.term.match.end <= person.term.match.start
            and _SMALL.fullmatch(target)
            and _NO_CLAUSE.fullmatch(source)
        ):
            yield title, person


def _heads(job: Job, title: Placed, grammar: Grammar) -> bool:
    """The title is no genitive of another one («исполняющий обязанности министра Анар Керимов»)."""
    governed = grammar.language.governed(word_before(job.working.text, title.form.start))
    return "gen" not in title.form.cases or bool(set(governed) & set(title.form.cases))


def listed(job: Job, one: Placed, other: Placed, grammar: Grammar) -> bool:
    """Two names of one kind that a comma or "and" joins in both languages; the first has its case from the sentence."""
    source = job.clean[one.term.match.end : other.term.match.start]
    target = job.working.text[one.form.end : other.form.start]
    joined = (", ", f" {grammar.language.conjunction} ")
    alike = one.term.match.concept.kind is other.term.match.concept.kind is not Kind.TITLE
    return alike and source in (", ", " and ", ", and ") and target in joined


def _put(job: Job, placed: Placed, cases: Sequence[str], grammar: Grammar) -> Iterator[list[Working]]:
    forms = grammar.forms(placed.term, placed.target)
    span = placed.form.start, placed.form.end
    made = [put(job.working, span, forms[case], placed.term, grammar) for case in cases if case in forms]
    if made:
        yield list({working.text: working for working in made}.values())
