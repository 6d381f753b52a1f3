"""Read the last word of a term, with any well-formed chain of suffixes, at one place of a text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from l10n.languages.az_letters import APOSTROPHES, VOWELS, fold, last_vowel
from l10n.languages.az_readings import is_abbreviation
from l10n.languages.az_stems import Stem, word_list
from l10n.languages.az_suffixes import OWN, Sound, State, Tags, attach, first_suffixes, key_of, read_chain
from l10n.languages.az_terms import NAMES, last_word, split_term
from l10n.model import Kind

HYPHENS = "-‑–"
_GENITIVE = re.compile(r"(\w*?[aıoueəiöü]\w*?)((?<=[aıoueəiöü])n|(?<![aıoueəiöü]))([ıiuü])n")
_CLOSING = '"”“»'


@dataclass(frozen=True, slots=True)
class Pattern:
    """A term made ready for search; all letters small."""

    head: tuple[tuple[str, ...], ...]
    """The words before the last, each with its shapes, the longest first: «nazirinin» (of a country) and «nazirin»."""
    start: str
    """What every form of the term starts with."""
    prefix: str
    """What every form of the last word starts with."""
    stems: tuple[Stem, ...]
    words: tuple[str, ...]
    """The words as the term writes them, for their capitals."""
    kind: Kind
    hyphen: bool
    """Suffixes may follow a hyphen: standard in abbreviations, common after names in a foreign spelling."""
    abbreviation: bool
    """The last word is one: its letters stand as the term has them, and suffixes written solid are small."""
    quote: str = ""


@lru_cache(maxsize=65536)
def pattern(term: str, kind: Kind) -> Pattern | None:
    """The search pattern of a term; None where it has no letters or digits."""
    term = unicodedata.normalize("NFC", " ".join(term.split()))
    if not any(map(str.isalnum, term)):
        return None
    head, _ = split_term(term)
    word = last_word(term, kind)
    prefix = _common_prefix([part for stem in word.stems for part in (stem.base, stem.oblique)])
    hyphen = word.joiner == "-" or word.text[0].isupper()
    shapes = tuple(_shapes(word) if kind is not Kind.PERSON else (word,) for word in fold(head)[0].split())
    start = _common_prefix(list(shapes[0])) if shapes else prefix
    return Pattern(
        shapes,
        start,
        prefix,
        word.stems,
        tuple(term.split()),
        kind,
        hyphen,
        is_abbreviation(word.text),
        word.joiner.strip("-"),
    )


def _shapes(word: str) -> tuple[str, ...]:
    """A word inside a term, and as it is with the possessive where it is a genitive: məclisin and məclisinin."""
    match = _GENITIVE.fullmatch(word)
    if match is None or word in word_list("nouns"):
        return (word,)
    stem, glide, vowel = match.groups()
    return stem + ("s" if glide else "") + f"{vowel}n{vowel}n", word


def _common_prefix(words: list[str]) -> str:
    first, last = min(words), max(words)
    same = next((i for i, char in enumerate(first) if last[i : i + 1] != char), len(first))
    return first[:same]


def read_last(wanted: Pattern, small: str, begin: int) -> tuple[int, tuple[str, ...]] | None:
    """Where the last word with its suffixes ends, and the keys it can stand for."""
    if not small.startswith(wanted.prefix, begin):
        return None
    end = begin + len(wanted.prefix)
    while end < len(small) and (small[end].isalnum() or small[end] == "_"):
        end += 1
    word = small[begin:end]
    chains = (
        [(stem, tags) for stem in wanted.stems for tags in _solid(stem, word, wanted.kind)] if not wanted.quote else []
    )
    shown = next((stem for stem in wanted.stems if stem.shown and stem.base == word), None)
    if shown is not None:
        joined = _joined(wanted, small, end)
        if joined:
            return joined
    elif not chains:
        return _hyphened_name(wanted, small, begin)
    if wanted.quote:
        return (end + small.startswith(tuple(_CLOSING), end), ("nom",)) if shown else None
    return end, ranked(chains, wanted.kind)


def _hyphened_name(wanted: Pattern, small: str, begin: int) -> tuple[int, tuple[str, ...]] | None:
    """A name that itself holds a hyphen or another sign: Nyu-York, Əl-Cəzirə, COP-29."""
    for stem in wanted.stems:
        base = stem.base
        if base.isalnum() or not small.startswith(base[:-1], begin):
            continue
        end = begin + len(_common_prefix([base, stem.oblique]))
        while end < len(small) and small[end].isalnum():
            end += 1
        word = small[begin:end]
        if word == base and (joined := _joined(wanted, small, end)):
            return joined
        chains = [(stem, tags) for tags in _solid(stem, word, wanted.kind)]
        if chains:
            return end, ranked(chains, wanted.kind)
    return None


_BARRED = {
    Kind.PERSON: frozenset(("poss1s", "poss2s")),
    Kind.PLACE: frozenset(("poss2s", "family", "as")),
    Kind.ORGANIZATION: frozenset(("poss2s", "family")),
    Kind.TITLE: frozenset(("poss2s",)),
}
"""Suffixes a kind of term does not take in news: «Xanım» is no form of the name Xan, «Tbilisində» not of Tbilisi,
«qazaxca» (a language) not of Qazax."""


def _solid(stem: Stem, word: str, kind: Kind) -> tuple[Tags, ...]:
    """Every chain that makes this word of the stem."""
    found: list[Tags] = [()] if stem.shown and word == stem.base else []
    for suffix, letters, sound in first_suffixes(stem.state, stem.sound):
        left = (stem.oblique if letters[0] in VOWELS else stem.base) + letters
        if word.startswith(left):
            found += [(suffix.tag, *tags) for tags in read_chain(word[len(left) :], sound, suffix.gives)]
    if not stem.shown:
        found = [tags for tags in found if any(tag.startswith("poss") for tag in tags)]
    if barred := _BARRED.get(kind):
        found = [tags for tags in found if not barred & set(tags)]
    if kind is Kind.PLACE and stem.shown:  # «Qazaxlar» is a people; «Qazaxdakılar» is a form
        found = [tags for tags in found if tags[:1] != ("pl",)]
    if stem.base in word_list("units") and word == stem.base + attach("lIQ", stem.sound)[0]:  # min manatlıq
        found.append(("worth",))
    return tuple(found)


def _joined(wanted: Pattern, small: str, end: int) -> tuple[int, tuple[str, ...]] | None:
    """Suffixes after an apostrophe, after a hyphen in abbreviations, after a closing quotation mark."""
    start = end
    if small[start : start + 1] and small[start] in _CLOSING:
        start += 1
        if small[start : start + 1] in tuple(HYPHENS):
            start += 1
    elif small[start : start + 1] in tuple(APOSTROPHES) or (
        wanted.hyphen and small[start : start + 1] in tuple(HYPHENS)
    ):
        start += 1
    else:
        return None
    stop = start
    while stop < len(small) and small[stop].isalnum():
        stop += 1
    rest = small[start:stop]
    if not rest:
        return None
    shown = [stem for stem in wanted.stems if stem.shown]
    chains = [(stem, tags) for stem in shown for sound in _heard(stem) for tags in read_chain(rest, sound, stem.state)]
    return (stop, ranked(chains, wanted.kind)) if chains else None


def _heard(stem: Stem) -> tuple[Sound, ...]:
    """How a stem set off by a mark may be read: a foreign final e may be silent (Pence-in, Pence’nin)."""
    if len(stem.base) > 3 and stem.base[-1] == "e" and stem.base[-2] not in VOWELS:
        return stem.sound, Sound(last_vowel(stem.base[:-1]), False)
    return (stem.sound,)


def ranked(chains: list[tuple[Stem, Tags]], kind: Kind) -> tuple[str, ...]:
    """The form keys of readings of one word, likeliest first; a possessive of mine or yours only if nothing else."""
    own = [item for item in chains if not OWN & set(item[1])] or chains
    keys: dict[str, int] = {}
    for stem, tags in own:
        key = key_of(tags)
        if stem.state is State.OWNED:
            keys.setdefault(key, 0)
            keys.setdefault(key + ".poss", 1)
            continue
        if not stem.shown:
            keys.setdefault(key.removesuffix(".poss"), 1)
            keys.setdefault(key, 2)
            continue
        rank = 2 * key.endswith(".poss") if kind in NAMES else 2 * (key == "acc")
        keys.setdefault(key, rank + (len(tags) > 2))
    return tuple(sorted(keys, key=lambda key: keys[key]))
