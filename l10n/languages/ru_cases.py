"""The cases a phrase of running text can stand in, whatever its lemma: by its endings and the dictionary's guess.

Each word gives every case a weight: how often a word with this ending stands in it. The weights of the words of a
phrase are multiplied, so that «Андрею Бабишу» is a dative though each word alone could be something else.
"""

from __future__ import annotations

import re

from l10n.languages.ru_letters import key_of, syllables
from l10n.languages.ru_lists import first_names, word_list
from l10n.languages.ru_morphology import readings
from l10n.model import Gender, Kind

CASES = ("nom", "gen", "acc", "ins", "loc", "dat")
Weights = dict[str, float]
Table = tuple[tuple[re.Pattern[str], Weights], ...]
UNLIKELY = 0.05
"""Cases of a name with less than this share of the best one's weight are left out."""


def _table(*rows: tuple[str, str]) -> Table:
    """Rows of an ending and its weights, ``gen 1 acc .9``; ``any`` is the weight of the cases not named."""
    table = []
    for pattern, text in rows:
        words = text.split()
        given = {case: float(weight) for case, weight in zip(words[::2], words[1::2], strict=True)}
        rest = given.pop("any", 0.0)
        table.append((re.compile(pattern), {case: given.get(case, rest) for case in CASES}))
    return tuple(table)


MAN = _table(
    (r"(?:заде|дзе|швили|оглу|оглы|кызы|о|э|[гкхщ]их|ых)$", "any 1"),
    (r"(?:[оеё]в|[иы]н|[сц]к)[ыи]м$", "ins 1"),
    (r"[ыи]м$", "ins 1 nom .3"),
    (r"[сц]ком$", "loc 1 ins .6"),
    (r"[оеё]м$", "ins 1 nom .2 loc .1"),
    (r"[ое]го$", "gen 1 acc .9"),
    (r"[ое]му$", "dat 1"),
    (r"(?:ий|[ыя]й)$", "nom 1"),
    (r"[оеё]й$", "ins 1 nom .8"),
    (r"ию$", "dat 1 acc .3"),
    (r"ии$", "loc 1 gen .4 dat .4"),
    (r"(?:[оеё]в|[иы]н)а$", "gen 1 acc .9"),
    (r"(?:[оеё]в|[иы]н)у$", "dat 1"),
    (r"(?:[оеё]в|[иы]н)е$", "loc 1"),
    (r"[ая]$", "gen 1 acc .9 nom .5 any .1"),
    (r"[ую]$", "dat 1 acc .3 any .15"),
    (r"е$", "loc 1 dat .5 any .15"),
    (r"[иы]$", "gen .5 any .4"),
    (r"", "nom 1 any .02"),
)
WOMAN = _table(
    (r"(?:[оеё]в|[иы]н|[сц]к)ой$", "gen 1 ins .9 dat .7 loc .6"),
    (r"[оеё][йю]$", "ins 1 gen .3 dat .2 loc .2"),
    (r"ью$", "acc 1 ins .6"),
    (r"[ую]$", "acc 1 any .1"),
    (r"ии$", "gen 1 dat .9 loc .7"),
    (r"[иы]$", "gen 1 any .3"),
    (r"е$", "dat 1 loc .9 any .15"),
    (r"[ая]$", "nom 1 any .05"),
    (r"", "any 1"),
)
THING = _table(
    (r"[оэ]$", "any 1"),
    (r"..[ая]ми$", "ins 1"),
    (r"..[ая]х$", "loc 1 gen .1 nom .1"),
    (r"(?:ени|ани|тви)ю$|ству$", "dat 1"),
    (r"(?:ени|ани)я$", "gen 1"),
    (r"ия$", "nom 1 gen .5"),
    (r"..(?:стан|град|бург|ленд|полис|абад)у$", "dat 1"),
    (r"[оеё]вом$", "ins 1 loc .6"),
    (r"[оеё]м$", "ins 1 nom .1"),
    (r"[оеё][йю]$|ью$", "ins 1"),
    (r"ию$", "acc 1"),
    (r"[ую]$", "acc 1 dat .8 any .1"),
    (r"ии$", "loc 1 gen .9 dat .5"),
    (r"[иы]$", "gen .6 any .4"),
    (r"е$", "loc 1 dat .4 any .1"),
    (r"[ая]$", "gen 1 nom .9 any .05"),
    (r"", "nom 1 acc .8"),
)
"""Places and organizations of no dictionary."""
LIKE_ADJECTIVE = re.compile(r"(?:ый|ий|ая|яя|ую|юю|ое|ее|ые|ие|[ео]го|[ео]му|[сц]к(?:ом|им|ой)|[ыи]ми|ым|ых)$")


def cases_of(phrase: str, kind: Kind, gender: Gender) -> tuple[str, ...]:
    """Keys the phrase can stand in, likeliest first; empty where no word of it shows a case."""
    words = [word.strip("«»„“”\"'().,:;!?") for word in key_of(phrase).split()]
    words = [word for word in words if re.search(r"[а-я]", word)]
    if not words:
        return ()
    if kind is Kind.PERSON:
        return _person(words, gender)
    return _phrase(words, kind)


def _ranked(weights: Weights, least: float = 0.0) -> tuple[str, ...]:
    best = max(weights.values(), default=0.0)
    kept = (key for key, weight in weights.items() if weight > best * least)
    return tuple(sorted(kept, key=lambda key: -weights[key])) if best else ()


def _person(words: list[str], gender: Gender) -> tuple[str, ...]:
    if words[0] in word_list("ru-names.txt", "east") and all(syllables(word) == 1 for word in words[:-1]):
        words = words[-1:]  # Ким Чен Ына, Си Цзиньпину
    particles = word_list("ru-names.txt", "particle") | word_list("ru-names.txt", "fixed-first")
    free = [word for word in words[:-1] if word not in particles] + words[-1:]
    free = [re.sub(r"^(?:аль|эль|ас|аш|ад|ар|ат|ан)-", "", word) for word in free]
    sexes = (gender,) if gender else (Gender.MASCULINE, Gender.FEMININE)
    total = dict.fromkeys(CASES, 0.0)
    for sex in sexes:
        share = 1.0 if sex is Gender.MASCULINE or gender else 0.3
        for case, weight in _one_sex(free, sex).items():
            total[case] = max(total[case], weight * share)
    return _ranked(total, UNLIKELY)


def _one_sex(words: list[str], gender: Gender) -> Weights:
    product = dict.fromkeys(CASES, 1.0)
    for index, word in enumerate(words):
        weights = _name(word, gender, first=index == 0 and len(words) > 1)
        product = {case: product[case] * weights[case] for case in CASES}
    return product


def _name(word: str, gender: Gender, *, first: bool) -> Weights:
    """The weights of one word of a name."""
    woman = gender is Gender.FEMININE
    listed = first_names().get(word)
    if listed is not None and listed[0] == gender.value:
        fixed = word[-1] in "оеиуыэю" or (woman and word[-1] not in "ая")
        return dict.fromkeys(CASES, 1.0) if fixed else {case: 1.0 if case == "nom" else 0.05 for case in CASES}
    if woman and word == "любовью":
        return {case: float(case == "ins") for case in CASES}
    weights = next(weights for pattern, weights in (WOMAN if woman else MAN) if pattern.search(word))
    if woman and first and word.endswith(("ой", "ей")):
        return {case: 1.0 if case == "ins" else 0.05 for case in CASES}
    if not woman and first and syllables(word) == 1 and weights["nom"] == 1:
        return {case: 1.0 if case == "nom" else 0.3 for case in CASES}
    return weights


def _phrase(words: list[str], kind: Kind) -> tuple[str, ...]:
    """The keys on which the modifiers and the head agree, by the dictionary's probabilities."""
    common: Weights = {}
    for word in words:
        if len(words) > 1 and word in word_list("ru-phrases.txt", "still"):
            continue
        scores, noun = _word(re.sub(r"-\d+$", "", word), kind, alone=len(words) == 1)
        if not scores:
            if common:
                break
            continue
        agreed = {key: score * common[key] for key, score in scores.items() if key in common} if common else scores
        if not agreed:
            break
        common = agreed
        if noun:
            break
    return _ranked(common)


def _word(word: str, kind: Kind, *, alone: bool) -> tuple[Weights, bool]:
    """The weights of a word by key, and whether it is the noun that ends the search."""
    proper = kind in (Kind.PLACE, Kind.ORGANIZATION)
    found = [reading for reading in readings(word) if reading.case and (reading.pos == "NOUN" or reading.adjective)]
    adjective = not alone or bool(LIKE_ADJECTIVE.search(word))
    if proper and found and not any(reading.known or (reading.adjective and adjective) for reading in found):
        return dict(next(weights for pattern, weights in THING if pattern.search(word))), True
    scores: Weights = {}
    for reading in found:
        plural = reading.plural and not proper and "Pltm" not in reading.grammemes
        key = f"{reading.case}.pl" if plural else reading.case
        scores[key] = scores.get(key, 0.0) + reading.score
    return scores, any(r.pos == "NOUN" for r in found) and not any(r.adjective for r in found[:1])
