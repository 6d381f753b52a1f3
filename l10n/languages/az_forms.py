"""From a nominative term to its forms: chains of the grammar written after the stems of its last word."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from l10n.languages.az_letters import VOWELS, is_capitals, lower, upper
from l10n.languages.az_stems import is_plural
from l10n.languages.az_suffixes import CASES, KEYS, OWN, State, Tags, tags_of, write_chain
from l10n.languages.az_terms import Word, last_word, split_term
from l10n.model import Kind


@lru_cache(maxsize=65536)
def all_forms(term: str, kind: Kind) -> dict[str, str]:
    """Every form of a term by key; the same text under every key where the term cannot take suffixes."""
    if not term.strip() or not any(map(str.isalnum, term)):
        return dict.fromkeys(CASES, term)
    term = unicodedata.normalize("NFC", term)
    head, _ = split_term(term)
    word = last_word(term, kind)
    return {key: head + write_word(word, tags_of(key)) for key in keys_of(word, kind)}


def keys_of(word: Word, kind: Kind) -> tuple[str, ...]:
    """The form keys a word has: no plural for a single place, nor for what is plural already (Ştatları, gənclər)."""
    first = word.stems[0]
    plural = first.state is State.PLURAL or (first.state is State.OWNED and is_plural(first.base[:-1]))
    return tuple(key for key in KEYS if ".pl" not in key) if plural or kind is Kind.PLACE else KEYS


def write_term(term: str, tags: Tags, kind: Kind) -> str:
    """A term with a chain of suffixes. Raises ValueError where the grammar has no such chain."""
    return split_term(term)[0] + write_word(last_word(term, kind), tags)


def write_word(word: Word, tags: Tags) -> str:
    """The last word of a term with a chain of suffixes; a possessive head has its own possessive already."""
    stem = word.stems[0]
    if stem.state is State.OWNED:
        if "pl" in tags and len(word.stems) > 1:
            stem = word.stems[1]
            owned = stem.shown or "poss3" in tags or OWN & set(tags)
            tags = tags if owned else (*tags[: tags.index("pl") + 1], "poss3", *tags[tags.index("pl") + 1 :])
        elif OWN & set(tags) and len(word.stems) > 1:
            stem = word.stems[1]
        else:
            tags = tuple(tag for tag in tags if tag != "poss3")
    elif stem.state is State.PLURAL:
        tags = tuple(tag for tag in tags if tag != "pl")
    letters = write_chain(tags, stem.sound, stem.state)
    if not letters:
        return word.text + (word.joiner if word.joiner != "-" else "")
    if word.joiner:
        return word.text + word.joiner + letters
    left = _cased(word.text, stem.oblique if letters[0] in VOWELS else stem.base)
    return left + (upper(letters) if word.text.isupper() and is_capitals(word.text) else letters)


@lru_cache(maxsize=4096)
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
