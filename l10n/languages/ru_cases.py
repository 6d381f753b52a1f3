"""The cases a phrase of running text can stand in, whatever its lemma: by its endings and the dictionary's guess."""

from __future__ import annotations

import re

from l10n.languages.ru_letters import key_of
from l10n.languages.ru_lists import first_names, word_list
from l10n.languages.ru_morphology import readings
from l10n.model import Gender, Kind

ALL = ("nom", "gen", "acc", "ins", "dat", "loc")
MAN: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (re.compile(pattern), tuple(cases.split()))
    for pattern, cases in (
        (r"(?:заде|дзе|швили|оглу|оглы|кызы|о|[иыу]х)$", " ".join(ALL)),
        (r"(?:[оеё]в|ин|ын|ск|цк)[ыи]м$", "ins"),
        (r"[ыи]м$", "ins nom"),
        (r"[сц]ком$", "loc ins"),
        (r"[оеё]м$", "ins nom"),
        (r"[ое]го$", "gen acc"),
        (r"[ое]му$", "dat"),
        (r"(?:ией|[оё]й|ею|ою)$", "ins nom"),
        (r"ей$", "nom ins"),
        (r"ию$", "dat acc"),
        (r"ии$", "loc dat gen"),
        (r"(?:[оеё]в|[иы]н)а$", "gen acc"),
        (r"(?:[оеё]в|[иы]н)у$", "dat"),
        (r"[ая]$", "gen acc nom"),
        (r"[ую]$", "dat acc nom"),
        (r"е$", "loc dat nom"),
        (r"[иы]$", "nom gen acc ins dat loc"),
        (r"", "nom"),
    )
)
"""Endings of men's names, the longest first, with the cases they show."""
WOMAN: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (re.compile(pattern), tuple(cases.split()))
    for pattern, cases in (
        (r"(?:[оеё]в|[иы]н|ск|цк)ой$", "gen ins dat loc"),
        (r"(?:ой|ей|ою|ею|ью)$", "ins gen dat loc"),
        (r"[ую]$", "acc"),
        (r"ии$", "gen dat loc"),
        (r"[иы]$", "gen nom acc ins dat loc"),
        (r"е$", "dat loc"),
        (r"[ая]$", "nom"),
        (r"", " ".join(ALL)),
    )
)
"""Endings of women's names; a consonant and the vowels not listed do not decline."""


def cases_of(phrase: str, kind: Kind, gender: Gender) -> tuple[str, ...]:
    """Keys the phrase can stand in, likeliest first; empty where no word of it shows a case."""
    words = [word.strip("«»„“”\"'().,:;!?") for word in key_of(phrase).split()]
    words = [word for word in words if re.search(r"[а-я]", word)]
    if not words:
        return ()
    return _person(words, gender) if kind is Kind.PERSON else _phrase(words)


def _person(words: list[str], gender: Gender) -> tuple[str, ...]:
    free = [
        w for i, w in enumerate(words) if w not in word_list("ru-names.txt", "particle") or i == 0 == len(words) - 1
    ]
    free = [w for w in free if not w.startswith(("аль-", "эль-", "ас-", "аш-", "ад-", "ар-", "ат-"))] or free
    sexes = [gender] if gender else [Gender.MASCULINE, Gender.FEMININE]
    found: list[str] = []
    for sex in sexes:
        found.extend(case for case in _one_sex(free, sex) if case not in found)
    return tuple(found)


def _one_sex(words: list[str], gender: Gender) -> tuple[str, ...]:
    table = WOMAN if gender is Gender.FEMININE else MAN
    columns = [
        _known_name(word, gender) or next(cases for pattern, cases in table if pattern.search(word)) for word in words
    ]
    common = set(columns[0]).intersection(*columns[1:])
    if not common:
        return ()
    main = min(reversed(columns), key=len)
    return tuple(case for case in main if case in common)


def _known_name(word: str, gender: Gender) -> tuple[str, ...]:
    """The cases of a first name that stands in the word list as it is: it is in the nominative, or has one form."""
    listed = first_names().get(word)
    if listed is None or listed[0] != gender.value:
        return ()
    if word[-1] in "оеиуыэю" or (gender is Gender.FEMININE and word[-1] not in "ая"):
        return ALL
    return ("nom",)


def _phrase(words: list[str]) -> tuple[str, ...]:
    """The keys on which the modifiers and the head agree, by the dictionary's probabilities."""
    common: dict[str, float] = {}
    for word in words:
        scores: dict[str, float] = {}
        noun = False
        for reading in readings(word):
            if reading.case and (reading.pos == "NOUN" or reading.adjective):
                key = f"{reading.case}.pl" if reading.plural else reading.case
                scores[key] = scores.get(key, 0.0) + reading.score
                noun = noun or reading.pos == "NOUN"
        if not scores:
            if common:
                break
            continue
        agreed = {key: score * common[key] for key, score in scores.items() if key in common} if common else scores
        if not agreed:
            break
        common = agreed
        if noun and not any(reading.adjective for reading in readings(word)[:1]):
            break
    return tuple(sorted(common, key=lambda key: -common[key]))
