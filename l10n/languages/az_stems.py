"""Stems of Azerbaijani nouns: what changes before a vowel (çörək -> çörəy-, ağız -> ağz-), and possessive heads."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from l10n.languages.az_letters import FRONT, VOWELS, last_vowel, syllables
from l10n.languages.az_suffixes import Sound, State

_LONE_Y = re.compile(r"(?<![aıoueəiöü])y(?![aıoueəiöü])")
_DATA = Path(__file__).with_name("data")


@cache
def word_list(name: str) -> dict[str, tuple[str, ...]]:
    """A word list of this language: each word with the words behind it on its line."""
    lines = (_DATA / f"az-{name}.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    return {row[0]: tuple(row[1:]) for row in rows}


@dataclass(frozen=True, slots=True)
class Stem:
    """A word in small letters that takes suffixes."""

    base: str
    """What stands before a consonant and alone: otaq."""
    oblique: str
    """What stands before a vowel: otağ."""
    sound: Sound
    state: State = State.STEM
    shown: bool = True
    """The stem itself is a form of the term; not so for nazir in «mədəniyyət naziri», which needs an ending."""


def plain_sound(word: str) -> Sound:
    """The sound of a word read as it is spelled; y without a vowel beside it is read as i (Corbyn)."""
    if "y" in word:
        word = _LONE_Y.sub("i", word)
    return Sound(last_vowel(word), word[-1:] in VOWELS)


def _drops_vowel(word: str) -> str | None:
    changed = word_list("vowel-drop").get(word)
    return changed[0] if changed else None


def _softens(word: str) -> str | None:
    """k -> y after a front vowel, q -> ğ after a back one, in words of two syllables; borrowed words keep theirs."""
    if len(word) < 3 or word[-1] not in "kq" or word[-2] not in VOWELS or syllables(word) < 2:
        return None
    if word in word_list("hard"):
        return None
    if word[-1] == "k" and word[-2] in FRONT - {"e"}:
        return None if word[-2] == "i" and _is_borrowed_in_ik(word) else word[:-1] + "y"
    if word[-1] == "q" and word[-2] in "aıu":  # dialoq, psixoloq are borrowed
        return word[:-1] + "ğ"
    return None


def _is_borrowed_in_ik(word: str) -> bool:
    """texnik, akademik, klassik, prozaik; the natives that end alike are few."""
    return word[-3:-2] in (*"tnmfszdpbvx", *VOWELS) and not word.endswith("lik") and word not in word_list("soft")


def oblique_of(word: str, *, name: bool = False) -> str:
    """The stem of a word before a vowel; proper names keep their letters (İraq -> İraqın, Bişkek -> Bişkekin)."""
    if word == "su" or word == "nə":
        return word + "y"
    if name:
        return word
    if word in word_list("glide"):
        return word + "y"
    return _drops_vowel(word) or _softens(word) or word


def simple_stem(word: str, *, name: bool = False) -> Stem:
    """The stem of a word that carries no ending of its own."""
    oblique = oblique_of(word, name=name)
    sound = plain_sound(word)
    return Stem(word, oblique, Sound(sound.vowel, sound.open and oblique == word))


def is_plural(small: str) -> bool:
    """A term that is plural as it stands: gənclər, Yaşıllar; not dollar."""
    stem, ending = small[:-3], small[-3:]
    if ending not in ("lar", "lər") or len(stem) < 3 or small == "dollar":
        return False
    return (last_vowel(stem) in FRONT) == (ending == "lər")


def bare_head(word: str) -> str:
    """The noun under a third-person possessive: nazirliyi -> nazirlik, komitəsi -> komitə, oğlu -> oğul."""
    known = _undropped().get(word[:-1])
    if known:
        return known
    if word == "suyu":
        return "su"
    if word[-2] == "s" and word[-3:-2] in VOWELS and word[:-1] not in word_list("s-nouns"):
        return word[:-2]
    if word[-2] == "y" and word[-3] in FRONT - {"e"} and syllables(word) > 2:
        return word[:-2] + "k"
    if word[-2] == "ğ" and syllables(word) > 2 and not word.endswith(("bağı", "dağı", "yağı")):
        return word[:-2] + "q"
    return word[:-1]


@cache
def _undropped() -> dict[str, str]:
    glides = {word + "y": word for word in word_list("glide")}
    return glides | {forms[0]: word for word, forms in word_list("vowel-drop").items()}


def owned_stems(word: str) -> tuple[Stem, ...]:
    """Stems of a possessive head: with its ending, and without it (for plurals: nazirləri, nazirlərimiz)."""
    whole = Stem(word, word, plain_sound(word), State.OWNED)
    bare = word[:-1] if word.endswith(("ları", "ləri")) else bare_head(word)
    if word.endswith("oğlu") and len(word) > 4:
        return whole, simple_stem(word, name=True)
    state = State.PLURAL if is_plural(bare) and bare != word[:-2] else State.STEM
    sound = plain_sound(bare)
    oblique = oblique_of(bare) if state is State.STEM else bare
    return whole, Stem(bare, oblique, Sound(sound.vowel, sound.open and oblique == bare), state, shown=False)
