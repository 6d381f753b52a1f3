"""The terms of a sentence, what is approved for each, and the sentence on its way to obeying."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from l10n import figures
from l10n.glossary import Glossary
from l10n.languages import Language
from l10n.languages.place_adjectives import derived
from l10n.locate import Range, Working, overlaps
from l10n.model import Form, Kind, TermMatch, Translation


@dataclass(frozen=True, slots=True)
class Term:
    """One occurrence of a concept in the source, and what is approved for it."""

    match: TermMatch
    targets: tuple[str, ...]
    surname: bool
    plural: bool = False
    """The English is a plural of a term that the glossary has in the singular."""

    @property
    def at(self) -> Range:
        return self.match.start, self.match.end


@dataclass(slots=True)
class Job:
    """One sentence on its way."""

    clean: str
    terms: tuple[Term, ...]
    translation: Translation
    working: Working
    score: float


class Grammar:
    """What a locale's grammar says of approved terms."""

    def __init__(self, grammar: Language) -> None:
        self.language = grammar

    def found(self, term: Term, text: str) -> tuple[Form, ...]:
        """Every approved form of a term in a text, by position, longest first where they overlap."""
        concept = term.match.concept
        forms = [
            form
            for target in term.targets
            for form in self.language.find(target, text, kind=concept.kind, gender=concept.gender)
        ]
        chosen: list[Form] = []
        for form in sorted(forms, key=lambda form: form.start - form.end):
            if not any(overlaps((form.start, form.end), (other.start, other.end)) for other in chosen):
                chosen.append(form)
        return tuple(sorted(chosen, key=lambda form: form.start))

    def forms(self, term: Term, target: str) -> dict[str, str]:
        """The forms of an approved target by case key, in the number the target stands in."""
        concept = term.match.concept
        if concept.kind is Kind.KEEP:
            return {"nom": target}
        found = self.language.forms(target, kind=concept.kind, gender=concept.gender)
        return {key: form for key, form in found.items() if key in self.language.cases} or {"nom": target}

    def governed(self, term: Term, form: str, preposition: str) -> str:
        """The form after a preposition, where a locative has a shape of its own there: «в Крыму»."""
        concept = term.match.concept
        for target in term.targets if preposition and concept.kind is not Kind.KEEP else ():
            if form == self.forms(term, target).get("loc"):
                return self.language.locative(target, preposition, kind=concept.kind, gender=concept.gender)
        return form

    def like(self, term: Term, target: str, phrase: str) -> str | None:
        """The target with the suffixes of a phrase that stands where it should."""
        concept = term.match.concept
        if concept.kind is Kind.KEEP:
            return target
        return self.language.inflect_like(target, phrase, kind=concept.kind, gender=concept.gender)


def terms_of(matches: Sequence[TermMatch], glossary: Glossary, locale: str) -> tuple[Term, ...]:
    terms = (Term(m, glossary.target_for(m, locale), glossary.is_surname(m), glossary.is_plural(m)) for m in matches)
    return tuple(term for term in terms if term.targets)


def inside(terms: Sequence[Term], part: Range) -> tuple[Term, ...]:
    """The terms of a part of a text, with their places in it."""
    start, end = part
    return tuple(
        replace(term, match=replace(term.match, start=term.match.start - start, end=term.match.end - start))
        for term in terms
        if start <= term.match.start and term.match.end <= end
    )


def choose(clean: str, terms: tuple[Term, ...], translation: Translation, grammar: Grammar) -> Job:
    """The alternative with most terms approved, then with most figures; the model's order decides between equals."""
    best, least = translation.best, None
    for each in translation.hypotheses if len(translation.hypotheses) > 1 else ():
        lacks = wrong(clean, terms, each.text, grammar)
        if least is None or lacks < least:
            best, least = each, lacks
        if not any(lacks):
            break
    return Job(clean, terms, translation, Working(best.text, best.links), best.score)


def wrong(clean: str, terms: Sequence[Term], text: str, grammar: Grammar) -> tuple[int, int]:
    """How many terms and figures of the source a translation lacks."""
    return len(absent(terms, text, grammar)), len(figures.missing(clean, text, grammar.language.code))


def absent(terms: Sequence[Term], text: str, grammar: Grammar) -> list[Term]:
    """The terms that a reader does not find at all: a name that is said again may be a pronoun the second time, and a
    place an adjective («нагорно-карабахский конфликт»)."""
    lacking = missing(terms, text, grammar)
    if not lacking:
        return lacking
    there = {term.match.concept.id for term in terms if term not in lacking}
    locale = grammar.language.code
    return [
        term
        for term in lacking
        if term.match.concept.id not in there
        and not (term.match.concept.kind is Kind.PLACE and any(derived(each, text, locale) for each in term.targets))
    ]


def missing(terms: Sequence[Term], text: str, grammar: Grammar) -> list[Term]:
    """The occurrences that have no approved form of their own in the text."""
    missing = []
    used: list[Range] = []
    for term in sorted(terms, key=lambda term: term.match.start - term.match.end):
        free = [f for f in grammar.found(term, text) if not any(overlaps((f.start, f.end), u) for u in used)]
        if free:
            used.append((free[0].start, free[0].end))
        else:
            missing.append(term)
    return sorted(missing, key=lambda term: term.match.start)
