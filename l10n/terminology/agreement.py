"""Verbs beside approved names: «Азербайджан и Таджикистан проведет», «сказала журналистам Мамедов»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from l10n.locate import Range
from l10n.model import Gender, Kind
from l10n.terminology.government import Placed, listed, names
from l10n.terminology.terms import Grammar, Job

_CLAUSE = re.compile(r"(?:^|[.!?:;—–(«\"] ?|\b(?:что|и|а|но) )$")
_NEXT = re.compile(r" (?:(?:вновь|также|уже|совместно|снова|еще) )?(?P<verb>[а-яё]+)(?!\w)")
_APPOSITION = re.compile(r",(?P<text>[^,.:;«»\"—–]{3,80}),(?= )")
_SAID = re.compile(
    r"[—–,-][ \u00a0](?P<verb>(?:сказал|заявил|сообщил|отметил|добавил|подчеркнул|рассказал|пояснил|объяснил|"
    r"написал|ответил|спросил|признал|уточнил|напомнил|указал|подтвердил|предупредил|заметил|призвал)а?)"
    r"(?: [\w-]+){0,4}? $"
)
"""A verb of saying behind quoted words, with what may stand before the speaker: «, — сказала журналистам в Баку »."""


def agree(jobs: Sequence[Job], grammar: Grammar) -> None:
    """Puts the verb behind a list of names into the plural, and a person's verb into that person's gender."""
    for job in jobs if grammar.language.lists_agree else ():
        for at, gender in sorted(_subjects(job, names(job, grammar), grammar), reverse=True):
            agreed = grammar.language.agreed_verb(job.working.text[slice(*at)], gender)
            if agreed:
                job.working = job.working.replaced(at, agreed)


def _subjects(job: Job, placed: Sequence[Placed], grammar: Grammar) -> Iterator[tuple[Range, Gender]]:
    """Verbs whose subject is an approved name, with the gender that it asks for; ``NONE`` for a list of names."""
    text, number = job.working.text, 0
    while number < len(placed):
        last = number
        while last + 1 < len(placed) and listed(job, placed[last], placed[last + 1], grammar):
            last += 1
        chain, number = placed[number : last + 1], last + 1
        start, end = chain[0].form.start, chain[-1].form.end
        if not all("nom" in each.form.cases for each in chain):
            continue
        behind = _NEXT.match(text, _apposition_end(text, end, grammar))
        if len(chain) > 1:
            if behind and behind.start() == end and _CLAUSE.search(text[:start]):
                yield behind.span("verb"), Gender.NONE
        elif _is_person(chain[0]):
            gender = chain[0].term.match.concept.gender
            before = _SAID.search(text[:start])
            if behind:
                yield behind.span("verb"), gender
            if before:
                yield before.span("verb"), gender


def _is_person(placed: Placed) -> bool:
    """Of known gender, and nothing but a nominative."""
    concept = placed.term.match.concept
    return concept.kind is Kind.PERSON and concept.gender is not Gender.NONE and placed.form.cases == ("nom",)


def _apposition_end(text: str, end: int, grammar: Grammar) -> int:
    """Behind an apposition (", историк университета,"), where one follows that holds no verb."""
    found = _APPOSITION.match(text, end)
    words = re.findall(r"[\w-]+", found["text"]) if found else []
    verbal = any(grammar.language.agreed_verb(word, gender) for word in words for gender in Gender)
    return found.end() if found and not verbal else end
