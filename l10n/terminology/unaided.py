"""Sentences whose given terms did not all arrive, translated once more as they are: the model may do better unaided."""

from __future__ import annotations

from collections.abc import Sequence

from l10n.terminology.drafter import Drafter
from l10n.terminology.terms import Grammar, Job, absent, choose, wrong


def unaided(jobs: Sequence[Job], grammar: Grammar, drafter: Drafter, *, alternatives: int) -> None:
    """Takes the plain translation where it has more of a sentence's terms, or as many and fewer doubts. This comes
    before any repair: a sentence that the model built around its terms reads better than one they were put into."""
    asked = [job for job in jobs if drafter.gives((job.clean, job.terms)) and _doubtful(job, grammar)]
    if not asked:
        return
    plain = drafter.translate([(job.clean, ()) for job in asked], alternatives=alternatives)
    for job, made in zip(asked, plain, strict=True):
        other = choose(job.clean, job.terms, made, grammar)
        if _rank(other, grammar) < _rank(job, grammar):
            job.translation, job.working, job.score = other.translation, other.working, other.score


def _doubtful(job: Job, grammar: Grammar) -> bool:
    return bool(job.translation.doubts or absent(job.terms, job.working.text, grammar))


def _rank(job: Job, grammar: Grammar) -> tuple[int, int, int]:
    terms, figures = wrong(job.clean, job.terms, job.working.text, grammar)
    return terms, len(job.translation.doubts), figures
