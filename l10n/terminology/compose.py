"""What needs no model: bylines, and a title beside the name it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from l10n.model import Kind
from l10n.terminology.repair import put
from l10n.terminology.terms import Grammar, Job, Term, missing


def byline(clean: str, terms: Sequence[Term], grammar: Grammar) -> str | None:
    """A line of nothing but "By" and names of the glossary: the names alone, as newspapers of both languages sign."""
    if not clean.startswith("By ") or not terms:
        return None
    conjunction = grammar.language.conjunction
    pieces, done = [], len("By ")
    for term in terms:
        between = clean[done : term.match.start]
        pieces += [f" {conjunction} " if between == " and " and conjunction else between, term.targets[0]]
        done = term.match.end
        if between.strip(" ,") not in ("", "and"):
            return None
    return "".join(pieces) if not clean[done:].strip() else None


def appose(job: Job, grammar: Grammar) -> None:
    """Puts a title the model dropped before the name it belongs to, or a name behind its title."""
    for term in missing(job.terms, job.working.text, grammar):
        for title, name in _appositions(job):
            if term is title and (found := grammar.found(name, job.working.text)):
                forms = grammar.forms(title, title.targets[0])
                cases = found[0].cases if grammar.language.titles_agree else ()
                form = next((forms[case] for case in cases if case in forms), title.targets[0])
                at = found[0].start, found[0].start
                job.working = put(job.working, at, f"{form} ", title, grammar)
            elif term is name and (found := grammar.found(title, job.working.text)):
                cases = found[0].cases
                forms = grammar.forms(name, name.targets[0])
                form = next((forms[case] for case in cases if case in forms), name.targets[0])
                start, end = found[0].start, found[0].end
                if grammar.language.titles_agree:
                    job.working = job.working.replaced((end, end), f" {form}", name.at)
                else:
                    job.working = put(job.working, (start, end), f"{title.targets[0]} {form}", title, grammar)


def _appositions(job: Job) -> list[tuple[Term, Term]]:
    """Titles of a sentence with the name that directly follows each."""
    in_order = sorted(job.terms, key=lambda term: term.match.start)
    return [
        (one, other)
        for one, other in pairwise(in_order)
        if one.match.concept.kind is Kind.TITLE
        and other.match.concept.kind is Kind.PERSON
        and not job.clean[one.match.end : other.match.start].strip(" ,")
    ]
