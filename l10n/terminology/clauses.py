"""Sentences that still lack terms or figures, translated clause by clause: a small model loses less of a short text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from l10n import figures
from l10n.engines.alignment import shifted
from l10n.engines.windows import windows
from l10n.locate import Range, Working
from l10n.model import Kind, Link
from l10n.terminology.drafter import Drafter
from l10n.terminology.lost import given, lacking
from l10n.terminology.repair import repair
from l10n.terminology.terms import Grammar, Job, absent, choose, inside

CLAUSE = 9
"""Words of a clause beyond which a sentence is parted further."""


def by_clauses(jobs: Sequence[Job], grammar: Grammar, drafter: Drafter) -> None:
    """Takes the translation by clauses where it lacks fewer terms of a sentence, or as many and fewer figures. A common
    noun alone is not worth it: clauses read worse than the sentence."""
    asked: list[tuple[Job, tuple[Range, ...]]] = []
    for job in jobs:
        if _lacks_facts(job, grammar):
            parts = windows(job.clean, lambda text: len(text.split()), CLAUSE)
            if len(parts) > 1:
                asked.append((job, parts))
    if not asked:
        return
    sentences = [
        (job.clean[a:b], inside(terms, (a, b)))
        for job, parts in asked
        for terms in [(*job.terms, *given(job, grammar))]
        for a, b in parts
    ]
    made = iter(zip(sentences, drafter.translate(sentences), strict=True))
    whole = [[choose(*sentence, done, grammar) for sentence, done in islice(made, len(parts))] for _, parts in asked]
    repair([part for parts in whole for part in parts], grammar, drafter)
    for (job, places), done in zip(asked, whole, strict=True):
        joined = replace(job, working=_joined(places, done))
        if lacking(joined, grammar) < lacking(job, grammar):
            job.working = joined.working
            job.score = sum(part.score for part in done) / len(done)


def _lacks_facts(job: Job, grammar: Grammar) -> bool:
    """A name, a title or a figure is not there; a day of the week alone is no reason either."""
    facts = [term for term in job.terms if term.match.concept.kind is not Kind.TERM]
    locale = grammar.language.code
    repaired, _ = figures.repair(job.clean, job.working, locale)
    return bool(absent(facts, repaired.text, grammar) or figures.missing(job.clean, repaired.text, locale, days=False))


def _joined(places: Sequence[Range], parts: Sequence[Job]) -> Working:
    """The clauses as one sentence, with their links in its coordinates."""
    text = ""
    links: list[Link] = []
    for number, ((start, _), part) in enumerate(zip(places, parts, strict=True)):
        own = part.working.text
        if number + 1 < len(parts) and not part.clean.endswith((".", "!", "?")):
            own = re.sub(r"[.!?…]+$", "", own)
            own += part.clean[-1] if part.clean[-1] in ",;:" and own[-1:].isalnum() else ""
        if number and part.clean[:1].islower() and (own[1:2].islower() or own[1:2] == " "):
            own = own[:1].lower() + own[1:]
        at = len(text) + bool(text)
        text = f"{text} {own}" if text else own
        links += [link for link in shifted(part.working.links, start, at) if link.target[1] <= at + len(own)]
    return Working(text, tuple(links))
