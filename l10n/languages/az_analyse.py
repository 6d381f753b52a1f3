"""Read a word of running text without knowing its lemma: possible stems and chains of suffixes, likeliest first."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from l10n.languages.az_letters import APOSTROPHES, FRONT, VOWELS, fold, last_vowel
from l10n.languages.az_readings import is_abbreviation, is_foreign, sounds
from l10n.languages.az_stems import Stem, plain_sound, simple_stem, word_list
from l10n.languages.az_suffixes import OWN, Sound, State, Tags, key_of, read_chain
from l10n.languages.az_terms import NAMES
from l10n.model import Gender, Kind

_JOINT = re.compile(rf"[{APOSTROPHES}\"”»“-]+(?=[^\W\d_]{{1,14}}$)")
_SURNAME = re.compile(r".*(?:ov|ev)")
_SURNAME_END = re.compile(r".+(?:zadə|oğlu|şvili|ski|dze|nko|bəyli|[^\Waıoueəiöül]l[ıiuü])")
_DATIVE_OF_PLACE = re.compile(
    r".+(?:stan|abad|ton|burq|qrad|kənd|land|ford|vil|ev|ov|sk|nd|rk|ran|van|on|in)a|.+[^\Waıoueəiöü]ə"
)
STRIPPED = " \t\n.,;:!?()[]«“„"


@dataclass(frozen=True, slots=True)
class Analysis:
    """One reading of a word: the stem in small letters as a dictionary has it, and the suffixes after it."""

    stem: str
    tags: Tags

    @property
    def front(self) -> bool:
        """The last vowel of the stem is a front one."""
        return last_vowel(self.stem) in FRONT

    @property
    def key(self) -> str:
        """The form key, as in ``Language.forms``."""
        return key_of(self.tags)


@lru_cache(maxsize=16384)
def analyse(word: str) -> tuple[Analysis, ...]:
    """Every reading of a word that the grammar allows, the longest stem first, which is the word itself."""
    word = word.strip(STRIPPED)
    small = fold(word)[0]
    joint = _JOINT.search(small)
    if joint and joint.start() and (small[joint.start()] != "-" or _takes_hyphen(word[: joint.start()])):
        rest = small[joint.end() :]
        chains = [tags for sound in sounds(word[: joint.start()]) for tags in read_chain(rest, sound, State.STEM)]
        if chains or small[joint.start()] not in APOSTROPHES:
            return tuple(dict.fromkeys(Analysis(small[: joint.start()], tags) for tags in chains))
    found = [Analysis(small, ())] if small else []
    for end in range(len(small) - 1, 1, -1):
        if any(char in VOWELS for char in small[:end]):
            found += _split(small[:end], small[end:])
    return tuple(dict.fromkeys(found))


def loose_splits(small: str) -> list[Analysis]:
    """Readings of a misspelt word whose suffixes follow another vowel than its last: Lachin-da, Kazakhstan-ın."""
    found = []
    for end in range(len(small) - 1, 0, -1):
        open_ = small[end - 1] in VOWELS
        chains = (tags for vowel in "aeoö" for tags in read_chain(small[end:], Sound(vowel, open_), State.STEM))
        found += [Analysis(small[:end], tags) for tags in chains]
    return list(dict.fromkeys(found))


def _takes_hyphen(word: str) -> bool:
    return is_abbreviation(word) or is_foreign(word) or word[-1:].isdigit()


def _split(left: str, rest: str) -> list[Analysis]:
    stems = _softened(left) if rest[0] in VOWELS and left[-1] in "yğ" else []
    return [
        Analysis(stem.base, tags)
        for stem in (*stems, Stem(left, left, plain_sound(left)))
        for tags in read_chain(rest, stem.sound, stem.state)
    ]


def _softened(left: str) -> list[Stem]:
    """The stem in k or q that looks like this before a vowel."""
    stem = simple_stem(left[:-1] + ("k" if left[-1] == "y" else "q"))
    return [stem] if stem.oblique == left else []


def read_cases(phrase: str, kind: Kind, gender: Gender) -> tuple[str, ...]:
    """The form keys a phrase can stand in, whatever its lemma, likeliest first; empty where it has no letters."""
    return tuple(dict.fromkeys(reading.key for reading in read_phrase(phrase, kind, gender)))


def read_phrase(phrase: str, kind: Kind, gender: Gender) -> tuple[Analysis, ...]:
    """The readings of the last word of a phrase, whatever its lemma, likeliest first."""
    words = phrase.split()
    last = words[-1].strip(STRIPPED) if words else ""
    if not any(map(str.isalnum, last)):
        return ()
    if kind is Kind.PLACE and len(words) > 1:  # a common noun closes it: Xəzər dənizi, Qara dənizdə
        readings = _known_stem(last, Kind.TERM, gender) or _suffixed_known_stem(last, Kind.TERM, gender)
        if readings:
            return readings
    for rule in _RULES:
        readings = rule(last, kind, gender)
        if readings:
            return readings
    return _ranked(
        [reading for reading in analyse(last) if len(reading.stem) > 2 or not (reading.tags and last.isalpha())], kind
    )


def _surname_in_ov(word: str, kind: Kind, gender: Gender) -> tuple[Analysis, ...]:
    """Kərimovun, Kərimovanın; «Kərimova» is the dative of a man and the nominative of a woman."""
    small = fold(word)[0]
    match = _SURNAME.match(small)
    if kind is not Kind.PERSON or match is None:
        return ()
    stem, rest = match.group(), small[match.end() :]
    man = [Analysis(stem, tags) for tags in read_chain(rest, plain_sound(stem), State.STEM)]
    woman = [Analysis(stem + "a", tags) for tags in read_chain(rest[1:], plain_sound(stem + "a"), State.STEM)]
    woman = woman if rest.startswith("a") else []
    first, second = (man, woman) if gender is Gender.MASCULINE else (woman, man)
    ranked = _ranked(first, kind), _ranked(second, kind)
    return (ranked[0] or ranked[1]) if gender else ranked[0] + ranked[1]


def _surname_by_ending(word: str, kind: Kind, gender: Gender) -> tuple[Analysis, ...]:
    """Kərimlinin, Hacızadəyə, Çavuşoğluna, Saakaşvilidən: surnames known by their end."""
    small = fold(word)[0]
    match = _SURNAME_END.match(small)
    if kind is not Kind.PERSON or match is None:
        return ()
    stem, rest = match.group(), small[match.end() :]
    states = (State.OWNED, State.STEM) if stem.endswith("oğlu") else (State.STEM,)
    chains = (tags for state in states for tags in read_chain(rest, plain_sound(stem), state))
    return _ranked([Analysis(stem, tags) for tags in chains], kind)


def _lists(kind: Kind) -> tuple[str, ...]:
    return ("known-names", "narrow-stems") if kind in NAMES else ("nouns", "narrow-stems", "vowel-drop", "hard")


def _known_stem(word: str, kind: Kind, gender: Gender) -> tuple[Analysis, ...]:
    """A word list has the word as it stands: Tbilisi, ordu, Ruanda."""
    small = fold(word)[0]
    known = any(small in word_list(name) for name in _lists(kind))
    return (Analysis(small, ()),) if known else ()


def _suffixed_known_stem(word: str, kind: Kind, gender: Gender) -> tuple[Analysis, ...]:
    """A word list has the stem: Tbilisidə, ordunun, Ruandaya."""
    known = [reading for reading in analyse(word) if any(reading.stem in word_list(name) for name in _lists(kind))]
    longest = max((len(reading.stem) for reading in known), default=0)
    return _ranked([reading for reading in known if len(reading.stem) == longest], kind)


_RULES: tuple[Callable[[str, Kind, Gender], tuple[Analysis, ...]], ...] = (
    _surname_in_ov,
    _surname_by_ending,
    _known_stem,
    _suffixed_known_stem,
)


def _ranked(readings: list[Analysis], kind: Kind) -> tuple[Analysis, ...]:
    """Readings by how likely they are for a phrase of this kind, the far-fetched left out."""
    costs = {reading: cost(reading, kind) for reading in readings if not OWN & set(reading.tags)}
    best = min(costs.values(), default=0)
    return tuple(sorted((reading for reading in costs if costs[reading] < best + 4), key=lambda r: costs[r]))


def cost(reading: Analysis, kind: Kind) -> int:
    """A named ending is likelier than a stem that happens to end so; one vowel alone says least."""
    tags, name = reading.tags, kind in NAMES
    if not tags:
        return 5 if name else 6
    letter = tags in (("dat",), ("acc",), ("poss3",)) and reading.stem[-1] not in VOWELS
    if letter and tags == ("dat",):
        return 4 if kind is not Kind.PLACE or _DATIVE_OF_PLACE.fullmatch(reading.stem + "aə"[reading.front]) else 6
    if letter:
        return (3 if tags == ("acc",) else 6) if name else (3 if tags == ("poss3",) else 4)
    cost = 2 if "poss3" in tags and name else 1
    if reading.stem.endswith(("lar", "lər")):  # rather a plural than a stem
        cost += 2
    if "that" in tags:
        return cost
    return cost + min(len(tags), 2) - ("poss3" in tags and not name) * 2 + (tags[0] == "family") * 3
