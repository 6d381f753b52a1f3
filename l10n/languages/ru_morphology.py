"""The door of pymorphy3: what a word can be, and its paradigm. The dictionary loads with the first question."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from l10n.languages.ru_endings import CASES
from l10n.model import Gender

CASE_OF_TAG = {
    "nomn": "nom",
    "gent": "gen",
    "datv": "dat",
    "accs": "acc",
    "ablt": "ins",
    "loct": "loc",
    "gen2": "gen",
    "loc2": "loc",
    "acc2": "acc",
}
ADJECTIVES = ("ADJF", "PRTF")
MARGINAL = frozenset(("Erro", "Infr", "Dist", "Arch", "Litr", "V-oy", "V-be", "V-bi", "Abbr"))
"""Misspelt, colloquial, archaic and poetic forms: neither written nor recognised."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing a word form can be."""

    word: str
    """The form in lower case, ё where the dictionary has it."""
    lemma: str
    pos: str
    case: str
    """nom gen dat acc ins loc, or empty."""
    plural: bool
    gender: str
    """m, f, n, or empty where the number is plural or the word has none."""
    animate: bool
    grammemes: frozenset[str]
    known: bool
    """The word is in the dictionary; else its ending was guessed from."""
    score: float
    parse: Any

    @property
    def adjective(self) -> bool:
        """Declines as an adjective: adjective, participle, ordinal or pronoun."""
        return self.pos in ADJECTIVES


@cache
def _analyzer() -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer()


@lru_cache(maxsize=16384)
def readings(word: str) -> tuple[Reading, ...]:
    """Everything a word form can be, likeliest first; of one word without spaces."""
    found = [_reading(parse) for parse in _analyzer().parse(word)]
    return tuple(sorted(found, key=lambda reading: reading.lemma == "больший"))  # Большая семёрка is of большой


@cache
def _tag(tag: Any) -> tuple[frozenset[str], str, str, str]:
    """Grammemes, part of speech, case key and gender of a tag of the dictionary."""
    grammemes = frozenset(tag.grammemes)
    case = next((CASE_OF_TAG[g] for g in grammemes if g in CASE_OF_TAG), "")
    gender = "m" if "masc" in grammemes else "f" if "femn" in grammemes else "n" if "neut" in grammemes else ""
    return grammemes, str(tag.POS or ""), case, gender


def _reading(parse: Any) -> Reading:
    grammemes, pos, case, gender = _tag(parse.tag)
    return Reading(
        word=parse.word,
        lemma=parse.normal_form,
        pos=pos,
        case=case,
        plural="plur" in grammemes,
        gender=gender,
        animate="anim" in grammemes,
        grammemes=grammemes,
        known=bool(parse.is_known),
        score=float(parse.score),
        parse=parse,
    )


@lru_cache(maxsize=4096)
def noun_forms(reading_key: tuple[str, int], *, plural: bool) -> dict[str, tuple[str, ...]]:
    """The forms of a noun by case key, the one to write first; empty where the number does not exist.

    ``reading_key`` is the word form and the index of its reading in ``readings``.
    """
    word, index = reading_key
    number = "plur" if plural else "sing"
    source = readings(word)[index]
    found: dict[str, list[str]] = {}
    for form in source.parse.lexeme:
        grammemes, pos, case, gender = _tag(form.tag)
        if number not in grammemes or pos != "NOUN" or (gender and source.gender and gender != source.gender):
            continue
        if not case or (grammemes - source.grammemes) & MARGINAL or "gen2" in grammemes:
            continue  # стакан чаю reads as the dative; газу is no genitive of природный газ
        forms = found.setdefault(case, [])
        if form.word not in forms and not (case == "ins" and forms and form.word.endswith(("ою", "ею", "ёю"))):
            forms.append(form.word)
    if set(found) != set(CASES):
        return {}
    return {case: tuple(found[case]) for case in CASES}


@lru_cache(maxsize=4096)
def adjective_forms(
    reading_key: tuple[str, int], *, gender: str, plural: bool, animate: bool
) -> dict[str, tuple[str, ...]]:
    """The forms of an adjective or participle in one gender and number; accusative by animacy."""
    word, index = reading_key
    wanted = "plur" if plural else {"m": "masc", "f": "femn", "n": "neut"}[gender or "m"]
    source = readings(word)[index]
    stem = source.word[:-2] if "Supr" in source.grammemes else ""
    found: dict[str, list[str]] = {}
    for form in source.parse.lexeme:
        grammemes, pos, case, _ = _tag(form.tag)
        if wanted not in grammemes or pos != source.pos or not form.word.startswith(stem):
            continue  # высшей is no form of высокая, though both are of one lexeme
        if (grammemes - source.grammemes) & (MARGINAL | {"Supr", "Cmp2", "past", "pres", "actv", "pssv"}):
            continue
        if case == "acc" and (plural or gender == "m") and ("anim" in grammemes) != animate:
            continue
        if case:
            forms = found.setdefault(case, [])
            if form.word not in forms and not (forms and form.word.endswith(("ою", "ею", "еюся"))):
                forms.append(form.word)
    if set(found) != set(CASES):
        return {}
    return {case: tuple(found[case]) for case in CASES}


_OF_GENDER = {Gender.MASCULINE: "masc", Gender.FEMININE: "femn"}


def agreed_verb(verb: str, gender: Gender) -> str | None:
    """A verb in the third person or the past, and nothing else, with one subject or (``Gender.NONE``) several."""
    found = [reading for reading in readings(verb.lower()) if reading.known]
    first = found[0] if found else None
    if first is None or any(reading.pos != "VERB" or "sing" not in reading.grammemes for reading in found):
        return None
    if {"1per", "2per", "impr"} & first.grammemes or (gender in _OF_GENDER and "past" not in first.grammemes):
        return None
    wanted = {_OF_GENDER.get(gender, "plur")}
    other = None if wanted <= first.grammemes else first.parse.inflect(wanted)
    return None if other is None else str(other.word).replace("ё", "е")
