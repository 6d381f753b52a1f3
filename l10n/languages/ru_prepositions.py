"""The vowel that a preposition takes before the word that follows, by the newspaper norm."""

from __future__ import annotations

import re

from l10n.languages.ru_letters import VOWELS, key_of, like

FORMS = {
    **dict.fromkeys(("в", "во"), ("в", "во")),
    **dict.fromkeys(("с", "со"), ("с", "со")),
    **dict.fromkeys(("к", "ко"), ("к", "ко")),
    **dict.fromkeys(("о", "об", "обо"), ("о", "об")),
    **dict.fromkeys(("из", "изо"), ("из", "изо")),
    **dict.fromkeys(("над", "надо"), ("над", "надо")),
    **dict.fromkeys(("под", "подо"), ("под", "подо")),
    **dict.fromkeys(("перед", "передо"), ("перед", "передо")),
    **dict.fromkeys(("от", "ото"), ("от", "ото")),
    **dict.fromkeys(("без", "безо"), ("без", "безо")),
}
_CONSONANT = "[бвгджзйклмнпрстфхцчшщ]"
WITH_VOWEL = {
    "в": re.compile(
        rf"[вф](?:{_CONSONANT}|ь)|льв|льд|мно[гж]|мне$|дво|тьм|рту$|рву$|лбу$|лжи$|мст|мц|мгл|мрак|вс[её]|рж[еи]|сне$"
    ),
    "с": re.compile(
        rf"[сзшж](?:{_CONSONANT}|ъ)|щ|льв|льд|льн|мно[йгж]|мст|мц|вс[еёя]|втор|вчер|ртом|рта$|лба|лбом|лжи|дня$|дном$|дна$|двора$|времен(?:ем)?$"
    ),
    "к": re.compile(r"льв|льд|мне|мног|мст|вс[еёя]|втор|дну$|дню$|лбу|рту$|лжи|сну$"),
    "из": re.compile(r"льда$|рта$|лжи$|лба$"),
    "над": re.compile(r"мно[йю]$|льдом$"),
    "под": re.compile(r"мно[йю]$|льдом$|лбом$"),
    "перед": re.compile(r"мно[йю]$"),
    "от": re.compile(r"льда$|рта$|лжи$|сна$|лба$"),
    "без": re.compile(r"сна$"),
}
"""What a word begins with when the preposition before it takes the vowel: во Франции, со Шри-Ланкой, ко Львову."""
EITHER_WAY = re.compile(r"(?:из|над|под|перед|от|без)о? вс(?:е[хмй]|его|еми|як)|во? главе$")
"""Both are right, and differ in tone or sense: изо всех сил, из всех стран; во главе, в главе второй."""
SPELLED = {"с": "эс", "м": "эм", "н": "эн", "л": "эл", "р": "эр", "ф": "эф"}
"""Letters whose names begin with a vowel: об МВД, об НХЛ, об СНГ."""
READ_AS_WORDS = ("сми", "спид", "мхат", "глонасс", "мрот")
"""Abbreviations in two consonants that are read as words: со СМИ, о СПИДе."""


_CASES = {
    "gen": "без возле вокруг вместо вследствие для до из из-за из-под кроме насчет около от относительно помимо после "
    "посреди против ради среди у",
    "dat": "благодаря вопреки к навстречу согласно",
    "acc": "про сквозь через",
    "ins": "между над перед",
    "loc": "при",
    "ins gen": "с",
    "loc acc": "в на о",
    "ins acc": "за под",
    "dat loc acc": "по",
}
"""Prepositions by the cases that newspapers use them with; the likelier first."""
_GOVERNED = {word: tuple(cases.split()) for cases, words in _CASES.items() for word in words.split()}


def governed(preposition: str) -> tuple[str, ...]:
    """The cases that a noun can stand in behind a preposition, in any of its shapes; empty for another word."""
    low = preposition.lower()
    return _GOVERNED.get(FORMS[low][0] if low in FORMS else low, ())


def agree_preposition(preposition: str, following: str) -> str:
    """The form of the preposition before the words that follow: во before Франции, об before Азербайджане.

    Any other preposition comes back as it was; capitals are kept.
    """
    low = preposition.lower()
    if low not in FORMS:
        return preposition
    short, long = FORMS[low]
    word = following.lstrip(" \u00a0«„“\"'([")
    first = re.split(r"[\s\u00a0]", word, maxsplit=1)[0].strip('.,;:!?»”")')
    if not first or not re.match(r"[А-Яа-яЁё]", first):
        return preposition
    heard = _heard(first)
    if EITHER_WAY.match(f"{low} {heard}"):
        return preposition
    chosen = _about(heard, low) if short == "о" else long if WITH_VOWEL[short].match(heard) else short
    return like(preposition, chosen) if len(preposition) > 1 or preposition.islower() else chosen.capitalize()


def _about(heard: str, low: str) -> str:
    """об before a vowel sound (not before е ё ю я, which begin with й); обо мне, обо всём."""
    if re.match(r"мне$|вс[её](?:х|м|й)?$", heard):
        return "обо"
    return "об" if heard[0] in "аиоуэы" else "о"


def _heard(word: str) -> str:
    """The beginning of the word as it is read aloud, in small letters."""
    low = key_of(word)
    if not re.match(r"[А-ЯЁ]{2}", word) or low[0] in VOWELS or low[1] in VOWELS:
        return low
    if low.startswith(("сша", "фрг")):
        return "сэ" if low[0] == "с" else "фэ"
    return low if low.startswith(READ_AS_WORDS) else SPELLED.get(low[0], low[0] + "э")
