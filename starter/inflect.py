"""What form a word of a text stands in, and the same form of another word: l10n's grammars, with a cache.

A form often has several readings (`министра` is a genitive and an accusative). All of them are kept: another word
takes the place only where it has one form for all of them, so nothing has to be guessed.
"""

from __future__ import annotations

from functools import lru_cache

from l10n.languages import language
from l10n.languages.az_forms import write_term
from l10n.languages.az_letters import VOWELS, fold, lower
from l10n.languages.az_stems import Stem
from l10n.languages.az_suffixes import OWN, Tags, first_suffixes, read_chain
from l10n.languages.az_terms import last_word, split_term
from l10n.languages.ru_morphology import adjective_forms, readings
from l10n.languages.ru_recognise import paradigm
from l10n.model import Gender, Kind

FAR_FETCHED = frozenset(("am", "art", "we-are", "you-are", "ask", "family", "as", "was", "were")) | OWN
"""Azerbaijani suffixes that newswire hardly puts on a noun: a reading with one counts only where no other is left."""


@lru_cache(maxsize=262_144)
def ru_forms(lemma: str, kind: Kind | None, gender: Gender) -> dict[str, str]:
    """Every Russian form of a nominative by its key (`nom`, `gen.pl`); of an adjective, for which `kind` is nothing,
    by case, gender and animacy (`acc.m.an`)."""
    return language("ru").forms(lemma, kind=kind, gender=gender) if kind else _adjective(lemma)


@lru_cache(maxsize=262_144)
def _second_locatives(lemma: str, kind: Kind | None, gender: Gender) -> tuple[str, ...]:
    """Locatives other than that after о: (в) саду, (на) мосту."""
    if kind is None or kind is Kind.PERSON:
        return ()
    return tuple(text.lower() for text in paradigm(lemma, kind, gender)["loc"][1:] if text[-1] in "ую")


_AGREEMENTS = {
    "m.an": ("m", False, True),
    "m.in": ("m", False, False),
    "f": ("f", False, False),
    "n": ("n", False, False),
    "pl.an": ("", True, True),
    "pl.in": ("", True, False),
}


def _adjective(lemma: str) -> dict[str, str]:
    index = next((i for i, reading in enumerate(readings(lemma)) if reading.adjective), None)
    if index is None:
        return {"nom.m.in": lemma}
    forms: dict[str, str] = {}
    for mark, (gender, plural, animate) in _AGREEMENTS.items():
        found = adjective_forms((lemma, index), gender=gender, plural=plural, animate=animate)
        forms |= {f"{case}.{mark}": texts[0].replace("ё", "е") for case, texts in found.items()}
    return forms


@lru_cache(maxsize=262_144)
def ru_cases(lemma: str, observed: str, kind: Kind | None, gender: Gender) -> tuple[str, ...]:
    """The keys under which the lemma has exactly the observed form; empty where it has none, and for a form that is
    also a second locative (саду), which looks like a dative."""
    forms = ru_forms(lemma, kind, gender)
    small = _small(observed)
    if small in _second_locatives(lemma, kind, gender):
        return ()
    return tuple(key for key, form in forms.items() if _small(form) == small)


@lru_cache(maxsize=262_144)
def ru_form(lemma: str, cases: tuple[str, ...], kind: Kind | None, gender: Gender) -> str | None:
    """The one form that the lemma has for all of these keys; nothing where there are several, or none."""
    forms = ru_forms(lemma, kind, gender)
    if "loc" in cases and _second_locatives(lemma, kind, gender):
        return None
    found = {forms.get(key) for key in cases}
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=262_144)
def az_chains(lemma: str, observed: str, kind: Kind) -> tuple[Tags, ...]:
    """The chains of suffixes with which the lemma is written exactly as observed; empty where there is none."""
    head, _ = split_term(lemma)
    if not observed.startswith(head) and not _small_az(observed).startswith(_small_az(head)):
        return ()
    word = last_word(lemma, kind)
    small = fold(observed[len(head) :])[0]
    found = [tags for stem in word.stems for tags in _readings(stem, small, fold(word.text)[0], word.joiner)]
    wanted = _small_az(observed)
    right = [tags for tags in dict.fromkeys(found) if _written(lemma, tags, kind) == wanted]
    near = [tags for tags in right if not FAR_FETCHED & set(tags)]
    return tuple(near or right)


@lru_cache(maxsize=262_144)
def az_form(lemma: str, chains: tuple[Tags, ...], kind: Kind) -> str | None:
    """The one form that the lemma has with any of these chains; nothing where they differ or cannot follow."""
    try:
        found = {write_term(lemma, tags, kind) for tags in chains}
    except ValueError:
        return None
    return found.pop() if len(found) == 1 else None


def _readings(stem: Stem, small: str, text: str, joiner: str) -> list[Tags]:
    """Every chain that could follow a stem to make a word, all in small letters."""
    found: list[Tags] = [()] if small in (stem.base, text) else []
    if joiner:
        rest = small.removeprefix(text + joiner)
        return found + list(read_chain(rest, stem.sound, stem.state) if rest != small else ())
    for suffix, letters, sound in first_suffixes(stem.state, stem.sound):
        left = (stem.oblique if letters[0] in VOWELS else stem.base) + letters
        if small.startswith(left):
            found += [(suffix.tag, *tags) for tags in read_chain(small[len(left) :], sound, suffix.gives)]
    return found


def _written(lemma: str, tags: Tags, kind: Kind) -> str:
    try:
        return _small_az(write_term(lemma, tags, kind))
    except ValueError:
        return ""


def _small(text: str) -> str:
    return text.lower().replace("ё", "е")


def _small_az(text: str) -> str:
    return lower(text)
