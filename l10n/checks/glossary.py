"""A translation against the glossary: the protected terms are there in some form, the forbidden variants in none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from l10n.checks.context import Pair, Problem, quote
from l10n.glossary import Glossary
from l10n.languages import language
from l10n.languages.place_adjectives import derived
from l10n.model import PROPER, Concept, Form, Kind, Severity, Status, TermMatch


@dataclass(frozen=True, slots=True)
class Wanted:
    """A concept of the source and the nominative targets any form of which will do, the preferred first."""

    concept: Concept
    surface: str
    targets: tuple[str, ...]
    forbidden: tuple[str, ...]
    inside: str = ""
    """The longer name of which it is a part (Air India), which may stand in the translation as it is."""


def wanted(glossary: Glossary, matches: tuple[TermMatch, ...], locale: str, source: str) -> tuple[Wanted, ...]:
    """What the matches of one source ask of its translation, each concept and surface once; nothing that a waiver in
    the concept's own row takes back."""
    found: dict[tuple[str, Kind, str], Wanted] = {}
    for match in matches:
        key = match.concept.id, match.concept.kind, match.surface
        if key not in found:
            waived = {waiver.check for waiver in glossary.waivers_of(match.concept) if waiver.reason}
            forbidden = tuple(t.text for t in match.concept.targets(locale, Status.FORBIDDEN))
            forbidden = () if "glossary-forbidden" in waived else forbidden
            targets = () if "glossary-term" in waived else glossary.target_for(match, locale)
            found[key] = Wanted(match.concept, match.surface, targets, forbidden, _longer_name(match, source))
    return tuple(found.values())


_BEFORE, _AFTER = re.compile(r"(?:[A-Z][\w&-]* )+$"), re.compile(r"(?: (?:of )?[A-Z][\w&-]*)+")


def _longer_name(match: TermMatch, source: str) -> str:
    before = _BEFORE.search(source[: match.start])
    after = _AFTER.match(source, match.start + len(match.surface))
    if not before and not after:
        return ""
    return f"{before[0] if before else ''}{match.surface}{after[0] if after else ''}"


def glossary_term(pair: Pair, terms: tuple[Wanted, ...]) -> Iterator[Problem]:
    """Each protected term of the source is in the translation, in whatever form; a place also by its adjective."""
    for term in terms:
        if term.targets and not _kept(term, pair) and not _present(term, pair):
            yield _missing(term, pair)


def glossary_forbidden(pair: Pair, terms: tuple[Wanted, ...]) -> Iterator[Problem]:
    """No forbidden variant of a term of the source is in the translation, in no form."""
    low = _folded(pair.target)
    for term in terms:
        for variant in () if _kept(term, pair) else term.forbidden:
            if _beginning(variant) not in low:
                continue
            for form in _forms_in(variant, term.concept, pair):
                if not any(a.start <= form.start and form.end <= a.end for a in _allowed(term, pair)):
                    yield _forbidden(term, variant, form, pair)


def _kept(term: Wanted, pair: Pair) -> bool:
    return bool(term.inside) and term.inside in pair.target


def _present(term: Wanted, pair: Pair) -> bool:
    keep = term.concept.kind is Kind.KEEP
    if any(_literal(target, pair.target, prefix=keep) for target in term.targets):
        return True
    if any(_forms_in(target, term.concept, pair) for target in term.targets):
        return True
    place = term.concept.kind is Kind.PLACE
    return place and any(derived(target, pair.target, pair.locale) for target in term.targets)


def _literal(target: str, text: str, *, prefix: bool = False) -> bool:
    """The nominative itself is there as a whole word; what is kept may carry an ending (Facebook-da)."""
    return any(prefix or whole for _, whole in places(target, text))


def places(form: str, text: str) -> Iterator[tuple[int, bool]]:
    """Where words begin as a form does, and whether the form is all of the word there."""
    start = text.find(form)
    while start >= 0:
        end = start + len(form)
        if not text[start - 1 : start].isalnum():
            yield start, not (text[end : end + 1].isalnum() or text[end : end + 1] in tuple("-’'"))
        start = text.find(form, start + 1)


def _forms_in(target: str, concept: Concept, pair: Pair) -> tuple[Form, ...]:
    grammar = language(pair.locale)
    return grammar.find(target, pair.target, kind=concept.kind, gender=concept.gender)


def _allowed(term: Wanted, pair: Pair) -> list[Form]:
    return [form for target in term.targets for form in _forms_in(target, term.concept, pair)]


def _missing(term: Wanted, pair: Pair) -> Problem:
    expected = f"{quote(term.surface)} is {_choice(term.targets, pair.locale)} in {pair.language_name}"
    others = _examples(term.targets[0], term.concept, pair.locale)
    if others:
        expected += f", in any case form ({', '.join(others)} ...)"
    mild = Severity.WARNING if _common_noun(term) else None
    near = nearest(term.targets[0], term.concept, pair)
    if near is None:
        what = f"{expected}, and the translation has none of its forms"
        fix = f"Write {quote(term.targets[0], pair.locale)} in the form the sentence needs"
        return Problem("glossary-term", what, fix, None, mild)
    form, span = near
    written = pair.target[span[0] : span[1]]
    what = f"{expected}; the translation has {quote(written, pair.locale)} instead"
    return Problem("glossary-term", what, f"Write {quote(form, pair.locale)}", span, mild)


def _common_noun(term: Wanted) -> bool:
    """One word in small letters (a governor, settlements) is often rendered freely: a warning, not an error."""
    return term.concept.kind in (Kind.TITLE, Kind.TERM) and term.surface.islower() and " " not in term.surface


def _forbidden(term: Wanted, variant: str, form: Form, pair: Pair) -> Problem:
    what = f"the glossary forbids {quote(variant, pair.locale)} for {quote(term.surface)}"
    if form.text.lower() != variant.lower():
        what += f", and {quote(form.text, pair.locale)} is a form of it"
    fix = ""
    if term.targets:
        right = in_case(term.targets[0], form, term.concept, pair.locale)
        fix = f"Write {quote(right, pair.locale)}"
    return Problem("glossary-forbidden", what, fix, (form.start, form.end))


def in_case(target: str, form: Form, concept: Concept, locale: str) -> str:
    """The right term in the case in which the wrong one stands."""
    forms = forms_of(target, concept, locale)
    return next((forms[case] for case in form.cases if case in forms), target)


@lru_cache(maxsize=4096)
def _forms(target: str, kind: Kind, gender: str, locale: str) -> tuple[tuple[str, str], ...]:
    from l10n.model import Gender

    return tuple(language(locale).forms(target, kind=kind, gender=Gender(gender)).items())


def forms_of(target: str, concept: Concept, locale: str) -> dict[str, str]:
    return dict(_forms(target, concept.kind, concept.gender.value, locale))


def _examples(target: str, concept: Concept, locale: str) -> tuple[str, ...]:
    """Two other case forms, so that the reader sees that forms are welcome."""
    forms = forms_of(target, concept, locale)
    others = dict.fromkeys(
        forms[case] for case in ("gen", "dat", "ins", "loc") if case in forms and forms[case] != target
    )
    return tuple(others)[:2]


def _choice(targets: tuple[str, ...], locale: str) -> str:
    return " or ".join(quote(target, locale) for target in targets[:3])


_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_NEAR = {1: 70.0, 2: 72.0}
"""Least likeness by number of words: Каримов and Керимов are 86, Туркменистан and Таджикистан 61."""
_NEAR_COMMON = {1: 85.0, 2: 80.0}
"""The same of common nouns, which have many neighbours: после and поселения are 71."""


def nearest(target: str, concept: Concept, pair: Pair) -> tuple[str, tuple[int, int]] | None:
    """The words of the translation most like a form of the term: the form that was meant, and where the words stand."""
    from rapidfuzz import fuzz

    words = list(_WORD.finditer(pair.target))
    grammar = language(pair.locale)
    forms = list(dict.fromkeys(forms_of(target, concept, pair.locale).values())) or [target]
    least = _NEAR if concept.kind in PROPER else _NEAR_COMMON
    best: tuple[float, str, tuple[int, int]] | None = None
    for form in forms:
        size = len(_WORD.findall(form))
        for first in range(len(words) - size + 1):
            span = words[first].start(), words[first + size - 1].end()
            score = fuzz.ratio(grammar.lower(form), grammar.lower(pair.target[span[0] : span[1]]))
            if score >= least.get(size, 75.0) and (best is None or score > best[0]):
                best = score, form, span
    return None if best is None else (best[1], best[2])


def _folded(text: str) -> str:
    return text.replace("İ", "i").replace("I", "ı").lower().replace("ё", "е").replace("ı", "i")


def _beginning(term: str) -> str:
    """What every form of a term begins with, as far as one can say without grammar."""
    word = _folded(term.split()[0])
    return word[:3] if len(word) > 4 else word[:2]
