"""What stands before a head and agrees with it: adjectives, participles, ordinals, possessives of names."""

from __future__ import annotations

import re

from l10n.languages.ru_endings import CASES
from l10n.languages.ru_letters import like
from l10n.languages.ru_morphology import Reading, adjective_forms, readings
from l10n.languages.ru_nouns import Columns, Head, single

_POSSESSIVE = re.compile(r"^([А-ЯЁ][а-яё]+(?:[оеё]в|[иы]н))([аоы]?)$")
_POSSESSIVE_ENDINGS = {
    "": ("", "а", "у", "", "ым", "ом"),
    "а": ("а", "ой", "ой", "у", "ой", "ой"),
    "о": ("о", "а", "у", "о", "ым", "ом"),
    "ы": ("ы", "ых", "ым", "ы", "ыми", "ых"),
}


def adjectives(token: str) -> tuple[Reading, ...]:
    """The readings of a token as an adjective in the nominative."""
    word = _core(token)[1]
    found = readings(word)
    noun = any(r.pos == "NOUN" and r.case == "nom" and r.known for r in found)
    return tuple(
        r
        for r in found
        if r.adjective and r.case == "nom" and (r.known or _looks_adjective(word))
        if not (noun and "Fixd" in r.grammemes)  # порт is a noun before it is short for портовый
    )


def agrees(reading: Reading, noun: Head) -> bool:
    """The adjective is a nominative in the gender and number of the head."""
    if not reading.adjective or reading.case != "nom" or reading.plural != noun.plural:
        return False
    return noun.plural or not noun.gender or reading.gender == noun.gender


def modifies(token: str, noun: Head) -> bool:
    """The token can stand before the head as its modifier."""
    fits = bool(single(token)) or any(agrees(reading, noun) for reading in adjectives(token))
    return fits or bool(_possessive(token, noun))


def is_possessive(token: str, following: str) -> bool:
    """Воробьёвы before горы, Часов before Яр: the possessive of a name before a common noun."""
    if not _POSSESSIVE.match(token):
        return False
    return any(
        r.known and r.pos == "NOUN" and r.case == "nom" and not r.grammemes & {"Geox", "Name", "Surn", "Fixd"}
        for r in readings(following)
    )


def modifier(token: str, noun: Head) -> Columns:
    """The forms of a modifier by key, in agreement with the head; with the plural where the head has both numbers."""
    columns = single(token) or agreeing(token, noun, plural=noun.plural)
    if noun.has_plural and not noun.plural:
        columns.update({f"{case}.pl": texts for case, texts in agreeing(token, noun, plural=True).items()})
    return columns


def agreeing(token: str, noun: Head, *, plural: bool) -> Columns:
    """The six forms of a modifier in one number; empty where it does not agree."""
    prefix, word = _core(token)
    for index, reading in enumerate(readings(word)):
        if agrees(reading, noun):
            forms = adjective_forms(
                (word, index), gender=noun.gender or reading.gender, plural=plural, animate=noun.animate
            )
            return {case: tuple(prefix + like(word, form) for form in texts) for case, texts in forms.items()}
    return _possessive(token, noun) if plural == noun.plural else {}


def _possessive(token: str, noun: Head) -> Columns:
    found = _POSSESSIVE.match(token)
    ending = "ы" if noun.plural else {"m": "", "f": "а", "n": "о"}.get(noun.gender)
    if not found or found[2] != ending:
        return {}
    return {case: (found[1] + letters,) for case, letters in zip(CASES, _POSSESSIVE_ENDINGS[found[2]], strict=True)}


def _core(token: str) -> tuple[str, str]:
    """44-дневная -> (44-, дневная); северо-восточная stays whole for the dictionary."""
    numbered = re.match(r"\d+[-‐‑]", token)
    if numbered and len(token) - numbered.end() > 2:
        return token[: numbered.end()], token[numbered.end() :]
    return "", token


def _looks_adjective(word: str) -> bool:
    return bool(re.search(r"(?:ый|ий|ой|ая|яя|ое|ее|ые|ие)$", word.lower()))
