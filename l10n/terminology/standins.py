"""Well-known names of the same kind and gender, which any news model translates, in place of one it does not know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from l10n.locate import Working
from l10n.model import Gender, Hypothesis, Kind
from l10n.terminology.drafter import Drafter
from l10n.terminology.repair import put
from l10n.terminology.rewriting import Rewritten, rewrite
from l10n.terminology.terms import Grammar, Job, Term, absent

PEOPLE = {
    Gender.MASCULINE: (
        ("Vladimir Putin", {"ru": "Владимир Путин", "az": "Vladimir Putin"}),
        ("Ilham Aliyev", {"ru": "Ильхам Алиев", "az": "İlham Əliyev"}),
        ("Sergei Ivanov", {"ru": "Сергей Иванов", "az": "Sergey İvanov"}),
    ),
    Gender.FEMININE: (
        ("Maria Petrova", {"ru": "Мария Петрова", "az": "Mariya Petrova"}),
        ("Maria Zakharova", {"ru": "Мария Захарова", "az": "Mariya Zaxarova"}),
    ),
}
SURNAMES = {
    Gender.MASCULINE: (
        ("Putin", {"ru": "Путин", "az": "Putin"}),
        ("Ivanov", {"ru": "Иванов", "az": "İvanov"}),
    ),
    Gender.FEMININE: (("Zakharova", {"ru": "Захарова", "az": "Zaxarova"}),),
}
OTHERS = {
    Kind.PLACE: (
        ("Russia", {"ru": "Россия", "az": "Rusiya"}),
        ("Moscow", {"ru": "Москва", "az": "Moskva"}),
        ("Germany", {"ru": "Германия", "az": "Almaniya"}),
    ),
    Kind.ORGANIZATION: (
        ("the European Union", {"ru": "Европейский союз", "az": "Avropa İttifaqı"}),
        ("the World Bank", {"ru": "Всемирный банк", "az": "Dünya Bankı"}),
    ),
    Kind.TITLE: (
        ("president", {"ru": "президент", "az": "prezident"}),
        ("minister", {"ru": "министр", "az": "nazir"}),
    ),
}

StandIn = tuple[str, str]
"""The English stand-in, and its target in the nominative."""


def stand_ins(kind: Kind, gender: Gender, locale: str, *, surname: bool, text: str) -> list[StandIn]:
    """Stand-ins for a name in a text, best first; none that the text speaks of itself. Empty where there are none."""
    if kind is Kind.PERSON:
        table = (SURNAMES if surname else PEOPLE)[gender or Gender.MASCULINE]
    else:
        table = OTHERS.get(kind, ())
    lowered = text.casefold()
    return [
        (english, targets[locale])
        for english, targets in table
        if locale in targets and not any(word in lowered for word in english.casefold().removeprefix("the ").split())
    ]


@dataclass(frozen=True, slots=True)
class _Swap:
    """A term, the stand-in that is written for it, and the target to look for."""

    term: Term
    english: str
    target: str


def stand_in(jobs: Sequence[Job], grammar: Grammar, drafter: Drafter, locale: str) -> None:
    """Translates sentences again with a known name for each term that is still missing."""
    asked: list[tuple[Job, tuple[_Swap, ...], Rewritten]] = []
    for job in jobs:
        swaps = _swaps(job, absent(job.terms, job.working.text, grammar), locale)
        if swaps:
            asked.append((job, swaps, rewrite(job.clean, ((swap.term.at, swap.english) for swap in swaps))))
    if not asked:
        return
    made = drafter.translate([(rewritten.text, ()) for _, _, rewritten in asked])
    for (job, swaps, rewritten), translation in zip(asked, made, strict=True):
        _swap_back(job, rewritten.of_source(translation.best), swaps, grammar)


def _swaps(job: Job, lacking: Sequence[Term], locale: str) -> tuple[_Swap, ...]:
    """The stand-ins for a sentence, in its order; each is written once."""
    swaps: list[_Swap] = []
    for term in sorted(lacking, key=lambda term: term.match.start):
        concept = term.match.concept
        text = " ".join([job.clean, *(swap.english for swap in swaps)])
        options = stand_ins(concept.kind, concept.gender, locale, surname=term.surname, text=text)
        if options:
            swaps.append(_Swap(term, *options[0]))
    return tuple(swaps)


def _swap_back(job: Job, best: Hypothesis, swaps: Sequence[_Swap], grammar: Grammar) -> None:
    """Takes the new translation if every stand-in is found in it and no other term is lost."""
    working = Working(best.text, best.links)
    for swap in swaps:
        term, concept = swap.term, swap.term.match.concept
        found = grammar.language.find(swap.target, working.text, kind=concept.kind, gender=concept.gender)
        if not found:
            return
        forms = grammar.forms(term, term.targets[0])
        form = grammar.like(term, term.targets[0], found[0].text)
        form = form or next((forms[case] for case in found[0].cases if case in forms), term.targets[0])
        working = put(working, (found[0].start, found[0].end), form, term, grammar)
    before = len(absent(job.terms, job.working.text, grammar))
    if len(absent(job.terms, working.text, grammar)) < before:
        job.working, job.score = working, best.score
