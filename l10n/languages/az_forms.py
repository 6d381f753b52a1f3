"""From a nominative term to its forms: which stems it has, and every chain of the grammar written after them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from l10n.languages.az_letters import fold, is_capitals, lower, upper
from l10n.languages.az_readings import is_abbreviation, is_foreign, sounds
from l10n.languages.az_stems import Stem, is_owned, oblique_of, owned_stems, plain_sound, simple_stem
from l10n.languages.az_suffixes import CASES, KEYS, State, tags_of, write_chain
from l10n.model import Kind

NAMES = (Kind.PERSON, Kind.PLACE)
_QUOTES = "\"”“»'’"


@dataclass(frozen=True, slots=True)
class Word:
    """The last word of a term, which takes the suffixes."""

    text: str
    """As written in the term, without a closing quotation mark."""
    stems: tuple[Stem, ...]
    """The stem to write first."""
    joiner: str = ""
    """What stands before a suffix: a hyphen in BMT-nin, a quotation mark in "Qarabağ"ın."""


def split_term(term: str) -> tuple[str, str]:
    """A term as all that never changes, and its last word."""
    head, space, last = term.rpartition(" ")
    return head + space, last


@lru_cache(maxsize=65536)
def last_word(term: str, kind: Kind) -> Word:
    """The last word of a term with its stems, the one to write first."""
    head, last = split_term(term)
    quote = last[-1:] if last[-1:] in _QUOTES and len(last) > 1 else ""
    word = last.removesuffix(quote) if quote else last
    capitals = is_capitals(term) and len(max(term.split(), key=len)) > 7
    if not word[-1:].isalpha() or (not capitals and is_abbreviation(word)) or is_foreign(word, kind):
        small = fold(word)[0]
        return Word(word, tuple(Stem(small, small, sound) for sound in sounds(word) or ()), quote or "-")
    return Word(word, _stems(word, kind, not head.strip()), quote)


def _stems(word: str, kind: Kind, lone: bool) -> tuple[Stem, ...]:
    small = fold(word)[0]
    simple = simple_stem(small, name=kind in NAMES)
    if is_owned(small, kind, lone=lone, capital=word[0].isupper()):
        return owned_stems(small)
    if kind in NAMES and not lone and (common := oblique_of(small)) != small:
        return simple, Stem(small, common, plain_sound(small))
    if small in ("xankəndi",):
        return simple, Stem(small, small, plain_sound(small), State.OWNED)
    return (simple,)


@lru_cache(maxsize=65536)
def all_forms(term: str, kind: Kind) -> dict[str, str]:
    """Every form of a term by key; the same text under every key where the term cannot take suffixes."""
    if not term.strip() or not any(map(str.isalnum, term)):
        return dict.fromkeys(CASES, term)
    head, _ = split_term(term)
    word = last_word(term, kind)
    return {key: head + write_form(word, key) for key in keys_of(word, kind)}


def keys_of(word: Word, kind: Kind) -> tuple[str, ...]:
    """The form keys a word has: no plural for a single place, nor for what is plural already (Ştatları)."""
    plural = word.stems[0].state is State.OWNED and word.stems[0].base.endswith(("ları", "ləri"))
    return tuple(key for key in KEYS if ".pl" not in key) if plural or kind is Kind.PLACE else KEYS


def write_form(word: Word, key: str) -> str:
    """The form of a last word under a key."""
    tags, stem = tags_of(key), word.stems[0]
    if stem.state is State.OWNED:
        if "pl" in tags and len(word.stems) > 1:
            stem = word.stems[1]
            plural = stem.state is State.PLURAL
            tags = (
                ("poss3", *(tag for tag in tags if tag in CASES))
                if plural
                else tags_of(key if stem.shown else _owned_plural(key))
            )
        else:
            tags = tuple(tag for tag in tags if tag in CASES)
    letters = write_chain(tags, stem.sound, stem.state)
    if not letters:
        return word.text + (word.joiner if word.joiner != "-" else "")
    if word.joiner:
        return word.text + word.joiner + letters
    left = _cased(word.text, stem.oblique if _opens_with_vowel(letters) else stem.base)
    return left + (upper(letters) if is_capitals(word.text) else letters)


def _owned_plural(key: str) -> str:
    return key if key.endswith(".poss") else key + ".poss"


def _opens_with_vowel(letters: str) -> bool:
    return letters[0] in "aeəıioöuü"


def _cased(text: str, small: str) -> str:
    """Small letters of a stem with the capitals of the word it comes from."""
    if is_capitals(text):
        return upper(small)
    same = 0
    for a, b in zip(lower(text), small, strict=False):
        if a != b:
            break
        same += 1
    return text[:same] + small[same:]
