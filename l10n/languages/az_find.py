"""Find a term in running text: its stem with any well-formed chain of suffixes, whole words only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from l10n.languages.az_forms import NAMES, last_word, split_term
from l10n.languages.az_letters import APOSTROPHES, VOWELS, fold
from l10n.languages.az_readings import is_abbreviation, is_foreign
from l10n.languages.az_stems import Stem, word_list
from l10n.languages.az_suffixes import OWN, State, Tags, first_suffixes, key_of, read_chain
from l10n.model import Form, Kind

_HYPHENS = "-‑–"
_CLOSING = '"”“»'


@dataclass(frozen=True, slots=True)
class Pattern:
    """A term made ready for search; all letters small."""

    head: tuple[str, ...]
    """The words before the last, which never change."""
    prefix: str
    """What every form of the last word starts with."""
    stems: tuple[Stem, ...]
    words: tuple[str, ...]
    """The words as the term writes them, for their capitals."""
    kind: Kind
    hyphen: bool
    """Suffixes may follow a hyphen."""
    abbreviation: bool
    """The last word is one: its letters stand as the term has them, and suffixes written solid are small."""
    quote: str = ""


@lru_cache(maxsize=65536)
def pattern(term: str, kind: Kind) -> Pattern | None:
    """The search pattern of a term; None where it has no letters or digits."""
    term = " ".join(term.split())
    if not any(map(str.isalnum, term)):
        return None
    head, _ = split_term(term)
    word = last_word(term, kind)
    prefix = _common_prefix([part for stem in word.stems for part in (stem.base, stem.oblique)])
    hyphen = word.joiner == "-" or is_foreign(word.text, kind)
    small = tuple(fold(head)[0].split())
    return Pattern(
        small, prefix, word.stems, tuple(term.split()), kind, hyphen, is_abbreviation(word.text), word.joiner.strip("-")
    )


def _common_prefix(words: list[str]) -> str:
    first, last = min(words), max(words)
    same = next((i for i, char in enumerate(first) if last[i : i + 1] != char), len(first))
    return first[:same]


def find_all(term: str, text: str, kind: Kind) -> tuple[Form, ...]:
    """Every occurrence of any form of a term in a text, ascending."""
    wanted = pattern(term, kind)
    if wanted is None:
        return ()
    small, places = fold(text)
    start = wanted.head[0] if wanted.head else wanted.prefix
    if start not in small:
        return ()
    out = []
    for begin, end, keys in _occurrences(wanted, start, small, _source(text, places)):
        left, right = (begin, end) if places is None else (places[begin], places[end])
        out.append(Form(left, right, text[left:right], keys))
    return tuple(out)


def _source(text: str, places: tuple[int, ...] | None) -> str:
    """The text with its capitals, character by character as the folded one."""
    return text if places is None else "".join(text[place] for place in places[:-1])


def _occurrences(wanted: Pattern, start: str, small: str, cased: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    position = small.find(start)
    while position >= 0:
        after = position + 1
        if _starts_word(small, position, wanted.kind):
            begins = _walk_head(wanted, small, position)
            if begins and (hit := _read_last(wanted, small, begins[-1])):
                end, keys = hit
                if _capitals_agree(wanted, cased, begins, end) and _ends_well(wanted, small, cased, end):
                    yield position, end, keys
                    after = end
        position = small.find(start, after)


def _starts_word(small: str, position: int, kind: Kind) -> bool:
    if position == 0:
        return True
    before = small[position - 1]
    if before.isalnum() or before == "_":
        return False
    if before in _HYPHENS[:2] and position > 1 and small[position - 2].isalnum():
        return kind is Kind.PLACE and _piece_before(small, position - 1) not in word_list("compound-firsts")
    return True


def _piece_before(small: str, end: int) -> str:
    start = end
    while start and small[start - 1].isalpha():
        start -= 1
    return small[start:end]


def _walk_head(wanted: Pattern, small: str, position: int) -> tuple[int, ...]:
    """Where each word of the term starts in the text; empty where its words do not follow."""
    begins = [position]
    for word in wanted.head:
        if not small.startswith(word, position):
            return ()
        position += len(word)
        start = position
        while position < len(small) and small[position].isspace():
            position += 1
        if position == start:
            return ()
        begins.append(position)
    return tuple(begins)


def _read_last(wanted: Pattern, small: str, begin: int) -> tuple[int, tuple[str, ...]] | None:
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
    Kind.PLACE: frozenset(("poss2s", "family")),
    Kind.ORGANIZATION: frozenset(("poss2s", "family")),
}
"""Suffixes that a kind of term does not take in news: «Xanım» is no form of the name Xan, «Tbilisində» none of Tbilisi."""


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
    return tuple(found)


def _joined(wanted: Pattern, small: str, end: int) -> tuple[int, tuple[str, ...]] | None:
    """Suffixes after an apostrophe, after a hyphen in abbreviations, after a closing quotation mark."""
    start = end
    if small[start : start + 1] and small[start] in _CLOSING:
        start += 1
        if small[start : start + 1] in tuple(_HYPHENS):
            start += 1
    elif small[start : start + 1] in tuple(APOSTROPHES) or (
        wanted.hyphen and small[start : start + 1] in tuple(_HYPHENS)
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
    chains = [(stem, tags) for stem in wanted.stems if stem.shown for tags in read_chain(rest, stem.sound, stem.state)]
    return (stop, ranked(chains, wanted.kind)) if chains else None


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


def _capitals_agree(wanted: Pattern, cased: str, begins: tuple[int, ...], end: int) -> bool:
    """A name starts with a capital in text too; titles and terms may be written either way."""
    if wanted.abbreviation:
        at, word = begins[-1], wanted.words[-1]
        after = cased[at + len(word) : end]
        if cased[at : at + len(word)] != word or (after.isupper() and after[0].isalpha()):
            return False
    if wanted.kind in (Kind.TITLE, Kind.TERM):
        return True
    strict = wanted.words[:1] if wanted.kind is Kind.ORGANIZATION else wanted.words
    return all(not word[0].isupper() or cased[at].isupper() for word, at in zip(strict, begins, strict=False))


def _ends_well(wanted: Pattern, small: str, cased: str, end: int) -> bool:
    """The word is over: no letters after it, nor a hyphen that makes another name (Qvineya-Bisau, Kərimov-Quliyev)."""
    following = small[end : end + 2]
    if not following:
        return True
    if following[0].isalnum() or following[0] == "_":
        return False
    if len(following) < 2 or not following[1].isalnum() or following[0] not in _HYPHENS[:2] + APOSTROPHES:
        return True
    if following[0] in APOSTROPHES:
        return False
    name = cased[end + 1].isupper() and wanted.kind is not Kind.PERSON
    return name and not small.startswith(tuple(word_list("compound-seconds")), end + 1)
