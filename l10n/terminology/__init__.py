"""Make a machine translation obey the glossary: give, choose, locate, inflect, part, stand in, verify.

An engine that takes terms in marks is given the glossary's term in the place of the English one and inflects it itself.
Datelines and bylines need no engine. For each sentence: take the alternative that has most terms right; where terms are
missing, try the engine without marks; then find what the model wrote for a term it got wrong, by its spelling or by the
alignment, and put the glossary's term there in the case of what stood there, the model itself judging between candidate
forms. Where names or figures are still missing, translate clause by clause, then with well-known names in their place
that are swapped back. A name in a case that its preposition or its list forbids is put right, and the verb beside it.
What still fails is left as the model wrote it, with a doubt for the reviewer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from l10n import figures, markup, typography
from l10n.engines import Engine, Progress
from l10n.glossary import Glossary
from l10n.languages import language
from l10n.model import Hypothesis, Syntax, TermMatch, Translation
from l10n.terminology.agreement import agree
from l10n.terminology.capitals import capitalise, first_capital
from l10n.terminology.clauses import by_clauses
from l10n.terminology.compose import appose, byline
from l10n.terminology.datelines import dateline
from l10n.terminology.drafter import Drafter
from l10n.terminology.government import govern
from l10n.terminology.lost import figured
from l10n.terminology.repair import repair
from l10n.terminology.standins import stand_in
from l10n.terminology.terms import Grammar, Job, Term, absent, choose, terms_of
from l10n.terminology.unaided import unaided

ALTERNATIVES = 4
"""Translations asked of the engine for each sentence."""

WITH_MARKS = 2
"""The same where the engine is given the terms: as many terms right as with four, for a fifth less time."""


@dataclass(frozen=True, slots=True)
class Request:
    """A source text to translate, as its unit has it."""

    source: str
    syntax: Syntax
    matches: tuple[TermMatch, ...] = ()
    """Glossary terms in its clean text (`markup.strip`), with offsets in that text."""


@dataclass(frozen=True, slots=True)
class Result:
    """A machine translation with its marks, and what a reviewer should look at."""

    text: str
    score: float
    doubts: tuple[str, ...] = ()


def translate(
    requests: Sequence[Request],
    *,
    engine: Engine,
    glossary: Glossary,
    source: str,
    target: str,
    progress: Progress | None = None,
) -> list[Result]:
    """One result per request, in order; all of them go to the engine in one call."""
    grammar = Grammar(language(target))
    stripped = [markup.strip(request.source, request.syntax) for request in requests]
    terms = [terms_of(request.matches, glossary, target) for request in requests]
    heads = [dateline(each.text, own, grammar.language) for each, own in zip(stripped, terms, strict=True)]
    bodies = [
        head.rest(each.text, own) if head else (each.text, own)
        for head, each, own in zip(heads, stripped, terms, strict=True)
    ]
    composed = [_ready(*body, grammar) for body in bodies]
    drafter = Drafter(engine, source, target)
    asked = [body for body, ready in zip(bodies, composed, strict=True) if ready is None]
    if progress:
        progress(len(stripped) - len(asked))
    alternatives = (WITH_MARKS if drafter.takes_marks else ALTERNATIVES) if any(terms) else 1
    made = iter(drafter.translate(asked, alternatives=alternatives, progress=progress))
    jobs = [choose(*body, ready or next(made), grammar) for body, ready in zip(bodies, composed, strict=True)]
    unaided(jobs, grammar, drafter, alternatives=alternatives)
    repair(jobs, grammar, drafter)
    figured(jobs, grammar, drafter, alternatives=alternatives)
    by_clauses(jobs, grammar, drafter)
    stand_in(jobs, grammar, drafter, target)
    govern(jobs, grammar, drafter)
    agree(jobs, grammar)
    for job in jobs:
        appose(job, grammar)
        capitalise(job, grammar)
    for job, head, each, own in zip(jobs, heads, stripped, terms, strict=True):
        if head:
            job.clean, job.terms, job.working = each.text, own, head.before(job.working)
    return [_result(each, job, grammar) for each, job in zip(stripped, jobs, strict=True)]


def _ready(clean: str, terms: tuple[Term, ...], grammar: Grammar) -> Translation | None:
    """What needs no engine: a byline of known names, a cell of nothing but figures."""
    text = byline(clean, terms, grammar) or figures.standalone(clean, grammar.language.code)
    return None if text is None else Translation(clean, (Hypothesis(text, 0.0),))


def _result(stripped: markup.Stripped, job: Job, grammar: Grammar) -> Result:
    """The draft as the unit gets it: figures and typography of the target language, the marks in their places."""
    locale = grammar.language.code
    working, wrong = figures.repair(stripped.text, job.working, locale)
    working = first_capital(stripped.text, typography.polish(stripped.text, working, locale), grammar.language)
    lacking = [
        f"term missing: {term.match.surface} -> {' | '.join(term.targets)}"
        for term in absent(job.terms, working.text, grammar)
    ]
    text, misplaced = markup.restore(stripped, working.text, working.links)
    doubts = (*job.translation.doubts, *lacking, *wrong, *misplaced)
    return Result(text, job.score, tuple(dict.fromkeys(doubts)))
