"""What of a term takes suffixes: its last word, with the stems and the joiner it has."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from l10n.languages.az_letters import fold, is_capitals
from l10n.languages.az_owned import is_guess, is_owned
from l10n.languages.az_readings import is_abbreviation, is_foreign, sounds
from l10n.languages.az_stems import Stem, is_plural, oblique_of, owned_stems, plain_sound, simple_stem, word_list
from l10n.languages.az_suffixes import State
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
    if not word[-1:].isalpha() or (not capitals and is_abbreviation(word)) or is_foreign(word):
        small = fold(word)[0]
        return Word(word, tuple(Stem(small, small, sound) for sound in sounds(word) or ()), quote or "-")
    return Word(word, _stems(word, kind, tuple(fold(head)[0].split())), quote)


def _stems(word: str, kind: Kind, before: tuple[str, ...]) -> tuple[Stem, ...]:
    small = fold(word)[0]
    simple = simple_stem(small, name=kind in NAMES)
    owned = is_owned(small, kind, before, capital=word[0].isupper())
    if is_guess(small, kind, before):
        return (*owned_stems(small), simple) if owned else (simple, *owned_stems(small))
    if owned:
        return owned_stems(small)
    if kind in NAMES and (common := oblique_of(small)) != small:  # Babəkin; Babəyin is read too
        return simple, Stem(small, common, plain_sound(small))
    if kind is Kind.PLACE and small.endswith("kəndi"):  # Xankəndiyə, and Xankəndinə too
        return simple, Stem(small, small, plain_sound(small), State.OWNED)
    if kind not in NAMES and is_plural(small):
        return (replace(simple, state=State.PLURAL),)
    if small in word_list("glide") and kind not in NAMES:  # mövqeyin; mövqenin is read too
        return simple, Stem(small, small, plain_sound(small))
    return (simple,)
