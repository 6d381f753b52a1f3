"""Figures that a draft lost, given to the model in the target's writing where it takes terms in marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from l10n import figures
from l10n.model import Concept, Gender, Kind, TermMatch
from l10n.terminology.drafter import Drafter
from l10n.terminology.repair import repair
from l10n.terminology.terms import Grammar, Job, Term, choose, wrong


def figured(jobs: Sequence[Job], grammar: Grammar, drafter: Drafter, *, alternatives: int) -> None:
    """Takes the translation with given figures where it lacks fewer figures and no more terms."""
    asked = [(job, (*job.terms, *given(job, grammar))) for job in jobs]
    asked = [(job, terms) for job, terms in asked if len(terms) > len(job.terms) and drafter.gives((job.clean, terms))]
    if not asked:
        return
    made = drafter.translate([(job.clean, terms) for job, terms in asked], alternatives=alternatives)
    others = [choose(job.clean, job.terms, done, grammar) for (job, _), done in zip(asked, made, strict=True)]
    repair(others, grammar, drafter)
    for (job, _), other in zip(asked, others, strict=True):
        if lacking(other, grammar) < lacking(job, grammar):
            job.translation, job.working, job.score = other.translation, other.working, other.score


def lacking(job: Job, grammar: Grammar) -> tuple[int, int]:
    """How many terms and figures a draft lacks once its figures are repaired."""
    repaired, _ = figures.repair(job.clean, job.working, grammar.language.code)
    return wrong(job.clean, job.terms, repaired.text, grammar)


def given(job: Job, grammar: Grammar) -> Iterator[Term]:
    """The lost figures as terms that are kept as they are written."""
    locale = grammar.language.code
    repaired, _ = figures.repair(job.clean, job.working, locale)
    for (start, end), written in figures.lost(job.clean, repaired.text, locale):
        text = job.clean[start:end]
        concept = Concept(text, Kind.KEEP, Gender.NONE, ())
        yield Term(TermMatch(concept, start, end, text), (written,), surname=False)
