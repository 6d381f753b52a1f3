"""The grammar of Azerbaijani suffix chains: one ordered description that both writes and reads them.

In a template ``A`` is a/ə and ``I`` is ı/i/u/ü by harmony, ``Q`` is q/k; a consonant in brackets stands after a
vowel only, a vowel in brackets after a consonant only.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from l10n.languages.az_letters import BACK, NARROW, VOWELS


class State(StrEnum):
    """What a word is after its last suffix: it decides what may follow."""

    STEM = "stem"
    PLURAL = "plural"
    OWN = "own"
    """With a possessive of the first or second person: kitabım."""
    OWNED = "owned"
    """With the possessive of the third person, which takes the pronominal n: kitabı, kitabında."""
    GEN = "gen"
    DAT = "dat"
    ACC = "acc"
    LOC = "loc"
    ABL = "abl"
    WITH = "with"
    THAT = "that"
    """Bakıdakı: a noun again, with the pronominal n."""
    FINITE = "finite"
    LAST = "last"


S = State
_NOUN = (S.STEM, S.PLURAL, S.OWN)
_NOMINAL = (*_NOUN, S.OWNED, S.THAT)
_PREDICATE = (*_NOMINAL, S.GEN, S.DAT, S.LOC, S.ABL, S.WITH)


@dataclass(frozen=True, slots=True)
class Suffix:
    """One suffix: its tag, its template, after what it stands, and what the word is then."""

    tag: str
    template: str
    after: tuple[State, ...]
    gives: State


GRAMMAR: tuple[Suffix, ...] = (
    Suffix("pl", "lAr", (S.STEM, S.THAT), S.PLURAL),  # nazirlər, Bakıdakılar
    Suffix("family", "gil", (S.STEM,), S.PLURAL),  # Əliyevgil
    Suffix("poss3", "(s)I", (S.STEM, S.PLURAL), S.OWNED),  # naziri, komitəsi
    Suffix("gen", "(n)In", _NOMINAL, S.GEN),  # nazirin, Bakının, nazirinin
    Suffix("dat", "(y)A", _NOUN, S.DAT),  # nazirə, Bakıya
    Suffix("dat", "nA", (S.OWNED, S.THAT), S.DAT),  # nazirinə
    Suffix("acc", "(n)I", _NOMINAL, S.ACC),  # naziri, Bakını, nazirini
    Suffix("loc", "dA", _NOUN, S.LOC),
    Suffix("loc", "ndA", (S.OWNED, S.THAT), S.LOC),
    Suffix("abl", "dAn", _NOUN, S.ABL),
    Suffix("abl", "ndAn", (S.OWNED, S.THAT), S.ABL),
    Suffix("poss1s", "(I)m", (S.STEM, S.PLURAL), S.OWN),
    Suffix("poss1p", "(I)mIz", (S.STEM, S.PLURAL), S.OWN),
    Suffix("poss2p", "(I)nIz", (S.STEM, S.PLURAL), S.OWN),
    Suffix("poss2s", "(I)n", (S.STEM, S.PLURAL), S.OWN),
    Suffix("that", "kI", (S.LOC, S.GEN), S.THAT),  # Bakıdakı, Kərimovunku
    Suffix("with", "(y)lA", _NOMINAL, S.WITH),  # Kərimovla, Bakıyla
    Suffix("with", "lA", (S.OWNED,), S.WITH),  # vasitəsilə
    Suffix("as", "cA", _NOUN, S.WITH),  # fikrimcə
    Suffix("as", "ncA", (S.OWNED,), S.WITH),  # qərarınca
    Suffix("until", "dək", (S.DAT,), S.LAST),  # sonunadək
    Suffix("up-to", "cAn", (S.DAT,), S.LAST),  # Bakıyacan
    Suffix("is", "dIr", _PREDICATE, S.FINITE),
    Suffix("are", "dIrlAr", _PREDICATE, S.FINITE),
    Suffix("am", "(y)Am", _PREDICATE, S.FINITE),  # nazirəm, Bakıdayam
    Suffix("art", "sAn", _PREDICATE, S.FINITE),
    Suffix("we-are", "(y)IQ", _PREDICATE, S.FINITE),  # nazirik, Bakıdayıq
    Suffix("you-are", "sInIz", _PREDICATE, S.FINITE),
    Suffix("was", "(y)dI", _PREDICATE, S.FINITE),  # nazirdi, Bakıdaydı
    Suffix("were", "(y)dIlAr", _PREDICATE, S.FINITE),
    Suffix("reportedly", "(y)mIş", _PREDICATE, S.FINITE),
    Suffix("if", "(y)sA", (*_PREDICATE, S.FINITE), S.FINITE),  # nazirdirsə
    Suffix("while", "(y)kən", _PREDICATE, S.LAST),  # nazirkən
    Suffix("ask", "mI", (*_PREDICATE, S.ACC, S.FINITE), S.LAST),  # nazirdirmi
)
OWN = frozenset(("poss1s", "poss1p", "poss2s", "poss2p"))
CASES = ("nom", "gen", "dat", "acc", "loc", "abl")

_AFTER = {state: tuple(suffix for suffix in GRAMMAR if state in suffix.after) for state in State}
Tags = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sound:
    """All that a suffix needs to know of the word before it: its last vowel, and whether it ends in one, as read."""

    vowel: str
    open: bool


@lru_cache(maxsize=4096)
def attach(template: str, sound: Sound) -> tuple[str, Sound]:
    """The letters of a suffix after a word of this sound, and the sound of the word that results."""
    if template[0] == "(":
        wanted = sound.open != (template[1] in "AI")
        template = (template[1] if wanted else "") + template[3:]
    vowel, out = sound.vowel, ""
    for char in template:
        if char == "A":
            char = "a" if vowel in BACK else "ə"
        elif char == "I":
            char = NARROW[vowel]
        elif char == "Q":
            char = "q" if vowel in BACK else "k"
        vowel = char if char in VOWELS else vowel
        out += char
    return out, Sound(vowel, out[-1] in VOWELS)


def first_suffixes(state: State, sound: Sound) -> tuple[tuple[Suffix, str, Sound], ...]:
    """What may stand directly after a word, written out: the suffix, its letters, the sound that results."""
    return tuple((suffix, *attach(suffix.template, sound)) for suffix in _AFTER[state])


@lru_cache(maxsize=65536)
def read_chain(rest: str, sound: Sound, state: State) -> tuple[Tags, ...]:
    """Every way to read letters after a word as a chain of suffixes; ``((),)`` for no letters, ``()`` for no way."""
    if not rest:
        return ((),)
    found: list[Tags] = []
    for suffix, letters, after in first_suffixes(state, sound):
        if rest.startswith(letters):
            found += [(suffix.tag, *tags) for tags in read_chain(rest[len(letters) :], after, suffix.gives)]
    return tuple(found)


@lru_cache(maxsize=4096)
def write_chain(tags: Tags, sound: Sound, state: State) -> str:
    """The letters of a chain after a word. Raises ValueError where the grammar has no such chain."""
    out = ""
    for tag in tags:
        suffix = next((suffix for suffix in _AFTER[state] if suffix.tag == tag), None)
        if suffix is None:
            raise ValueError(f"no suffix {tag} after {state}")
        letters, sound = attach(suffix.template, sound)
        out, state = out + letters, suffix.gives
    return out


def key_of(tags: Tags) -> str:
    """The form key of a chain, as in ``Language.forms``: ``nom``, ``gen.pl``, ``dat.poss``, ``abl.pl.poss``."""
    tags = tags[: tags.index("that")] if "that" in tags else tags
    case = next((tag for tag in tags if tag in CASES), "nom")
    plural = ".pl" if "pl" in tags or "family" in tags else ""
    owned = ".poss" if any(tag.startswith("poss") for tag in tags) else ""
    return case + plural + owned


def tags_of(key: str) -> Tags:
    """The chain of a form key."""
    case, *marks = key.split(".")
    chain = ("pl",) * ("pl" in marks) + ("poss3",) * ("poss" in marks)
    return chain if case == "nom" else (*chain, case)


KEYS: tuple[str, ...] = tuple(case + mark for mark in ("", ".pl", ".poss", ".pl.poss") for case in CASES)
"""Every form key, likeliest number and possession first."""
