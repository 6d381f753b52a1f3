"""Approved forms where the model wrote something else: by its spelling, or by the alignment."""

from __future__ import annotations

from collections.abc import Sequence

from l10n.locate import Range, Spelled, Working, alike, likeness, linked
from l10n.model import PROPER
from l10n.terminology.drafter import Drafter
from l10n.terminology.terms import Grammar, Job, Term, missing

SPELLED_ALIKE = 0.72
"""Least likeness (0..1) at which a stretch is a misspelling of a name: «Каримов» of «Керимов» is 0.86."""
SPELLED_ALIKE_COMMON = 0.85
"""The same of common nouns, which are seldom misspelt and have neighbours: "layihələr mübadiləsi" (an exchange of
projects) and "tələbə mübadiləsi" (of students) are 0.74."""
SURE = 0.45
"""Least share of alignment at which the aligned words are taken for a term's translation."""


def repair(jobs: Sequence[Job], grammar: Grammar, drafter: Drafter) -> None:
    """Puts approved forms where the model wrote something else, one term of every sentence at a time."""
    open_terms = [missing(job.terms, job.working.text, grammar) for job in jobs]
    while any(open_terms):
        questions: list[tuple[Job, list[Working]]] = []
        for job, waiting in zip(jobs, open_terms, strict=True):
            if waiting:
                term = waiting.pop(0)
                candidates = _candidates(job, term, grammar)
                if candidates:
                    questions.append((job, candidates))
        chosen = drafter.best([((job.clean, job.terms), [each.text for each in texts]) for job, texts in questions])
        for (job, candidates), number in zip(questions, chosen, strict=True):
            job.working = candidates[number]


def _candidates(job: Job, term: Term, grammar: Grammar) -> list[Working]:
    """The sentence with the term in each form it may take where the model wrote something else for it."""
    place = _place(job, term, grammar)
    if place is None:
        return []
    span, wanted = place
    return [put(job.working, span, form, term, grammar) for form in wanted]


def _place(job: Job, term: Term, grammar: Grammar) -> tuple[Range, tuple[str, ...]] | None:
    """Where the term's place in the translation is, and the forms it can take there, likeliest first."""
    text, concept = job.working.text, term.match.concept
    taken = [(f.start, f.end) for other in job.terms if other is not term for f in grammar.found(other, text)]
    aligned = linked(text, job.working.links, term.at, taken)
    spelled = _spelled(text, term, grammar, taken=taken, near=aligned[0] if aligned else None)
    if spelled is not None:
        return spelled
    again = any(other.match.concept.id == concept.id and grammar.found(other, text) for other in job.terms)
    if aligned is None or aligned[1] < SURE or again:
        return None  # named already: where the aligned words are a pronoun, they are right
    span = aligned[0]
    if concept.kind in PROPER and not text[span[0]].isupper():
        return None
    preferred = term.targets[0]
    like = grammar.like(term, preferred, text[span[0] : span[1]])
    return span, (like,) if like else tuple(dict.fromkeys(grammar.forms(term, preferred).values()))


def _spelled(
    text: str, term: Term, grammar: Grammar, *, taken: Sequence[Range], near: Range | None
) -> tuple[Range, tuple[str, ...]] | None:
    """The stretch that is a misspelling of an approved target, and the forms of that target it can stand for."""
    best: tuple[Spelled, str] | None = None
    for target in term.targets:
        proper = term.match.concept.kind in PROPER
        spelled = alike(text, grammar.forms(term, target).values(), taken=taken, near=near, proper=proper)
        least = SPELLED_ALIKE if proper else SPELLED_ALIKE_COMMON
        if spelled and spelled.likeness >= least and (best is None or spelled.likeness > best[0].likeness):
            best = spelled, target
    if best is None:
        return None
    spelled, target = best
    stretch = text[spelled.at[0] : spelled.at[1]]
    like = grammar.like(term, target, stretch)
    if like and likeness(stretch, like) > max(likeness(stretch, form) for form in spelled.forms):
        return spelled.at, (like,)  # a suffix that is not a case: Vaşinqtonla
    return spelled.at, spelled.forms


def put(working: Working, span: Range, form: str, term: Term, grammar: Grammar) -> Working:
    """The translation with a form in place: capital where a sentence begins, the preposition before it adapted."""
    before = working.text[: span[0]].rstrip()
    starts = not before.strip("«\"“„'—–- ") or before.endswith((".", "!", "?"))
    preposition = before.split()[-1] if before and span[0] - len(before) == 1 else ""
    form = grammar.governed(term, form, preposition)
    form = form[:1].upper() + form[1:] if starts else form
    result = working.replaced(span, form, term.at)
    adapted = grammar.language.agree_preposition(preposition, form) if preposition else ""
    if adapted != preposition:
        result = result.replaced((len(before) - len(preposition), len(before)), adapted)
    return result
