"""Put a term into the form that a phrase of running text stands in, though the phrase may spell it wrongly.

Where the last word of the phrase resembles that of the term, their likeness tells the stem from the suffixes
(«Muhriddin» is Mühriddin, no genitive; «Solinin» is one of Sulyoni); elsewhere the endings alone must tell.
"""

from __future__ import annotations

import re
from functools import lru_cache

from l10n.languages.az_analyse import STRIPPED, Analysis, analyse, cost, loose_splits, read_phrase
from l10n.languages.az_forms import write_term
from l10n.languages.az_letters import APOSTROPHES, VOWELS, fold
from l10n.languages.az_suffixes import OWN
from l10n.languages.az_terms import last_word
from l10n.model import Gender, Kind

_OF_THE_NAME = {
    Kind.PERSON: ("poss3",),
    Kind.PLACE: ("pl", "poss3"),
    Kind.ORGANIZATION: ("pl", "poss3"),
}
"""Suffixes that are part of a name («Millətlər», «Ştatları») and stay behind with it."""
_FIRST_AND_SECOND = frozenset(("am", "art", "we-are", "you-are"))
"""Predicates that news hardly has: «sədrlik» is a misspelt noun rather than «we are ...»."""
_ALIKE = 0.36
"""Two stems resemble each other where at most this part of their letters differs: Solini and Sulyoni (2 of 7)."""
_GROUPS = (
    ("sh", "ş"), ("ch", "ç"), ("kh", "x"), ("gh", "ğ"), ("zh", "j"), ("ph", "f"), ("ck", "k"), ("ts", "s"), ("ee", "i"),
    ("oo", "u"), ("w", "v"),
)  # fmt: skip
_SOUNDS = str.maketrans("əeıyöuüqgğkhcjçşzptf", "aaiiooo" + "kkkk" + "x" + "ccc" + "ss" + "bdv")


def inflect_like(term: str, phrase: str, kind: Kind, gender: Gender) -> str | None:
    """The term with the suffixes of the phrase (its case, and -dır, -la, -dakı, ... with it); None where none show.

    The question particle stays behind: in what a machine wrote, -mı is a slip of spelling.
    """
    dropped = (*_OF_THE_NAME.get(kind, ()), "ask")
    far = (r for r in read_phrase(phrase, kind, gender) if not _FIRST_AND_SECOND & set(r.tags))
    for reading in (*_alike(term, phrase, kind), *far):
        try:
            return write_term(term, tuple(tag for tag in reading.tags if tag not in dropped), kind)
        except ValueError:
            continue
    return None


def _alike(term: str, phrase: str, kind: Kind) -> tuple[Analysis, ...]:
    """The reading of the last word whose stem is most like that of the term; none where no stem is like it."""
    words = phrase.split()
    last = words[-1].strip(STRIPPED) if words else ""
    word = last_word(term, kind)
    if not last or not term.strip() or ("-" in last and "-" not in word.text):
        return ()
    joined = fold(re.sub(f"[{APOSTROPHES}]", "", last))[0]
    readings = [r for r in dict.fromkeys((*analyse(last), *loose_splits(joined))) if not OWN & set(r.tags)]
    rated = [
        (_unlike(reading.stem, stem.base), reading.stem != stem.base, cost(reading, kind), reading)
        for reading in readings
        for stem in word.stems
        if stem.shown or reading.tags[:1] != ("acc",)
        if not (word.joiner and "poss3" in reading.tags)
        if reading.stem == stem.base or not _FIRST_AND_SECOND & set(reading.tags)
    ]
    best = min(rated, key=lambda item: item[:3], default=None)
    return (best[3],) if best and best[0] <= _ALIKE else ()


@lru_cache(maxsize=16384)
def _unlike(one: str, other: str) -> float:
    """The part of the letters in which two words differ, letters of like sound taken as the same."""
    a, b = _skeleton(one), _skeleton(other)
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (x != y))
    end = 0.05 * ((one[-1:] in VOWELS) != (other[-1:] in VOWELS))  # Baku is rather Bakı than an accusative of Bak
    return row[-1] / max(len(a), len(b), 1) + end


def _skeleton(word: str) -> str:
    for group, letter in _GROUPS:
        word = word.replace(group, letter)
    return word.translate(_SOUNDS)
