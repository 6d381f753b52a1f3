"""New triples out of old ones: a month, country, first name or number swapped consistently in all three languages.

Only swaps that leave every ending right: the members of a family decline alike in Russian and take the same
vowel-harmonic suffixes in Azerbaijani (`families.tsv`), or, where a family is called bare, the Azerbaijani word
must stand without a suffix; so the stem is replaced and the ending stays. A line in which a slot is not found
exactly once in each language is left alone.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from starter.corpus import Triple

FAMILIES = Path(__file__).with_name("families.tsv")

_WORD = r"(?<![\w-]){}{}"
_NO_ENDING = r"(?![\w'’-])"
_ENDING = {"months": "[а-я]{1,3}", "countries -ia": "[яиюейй]{1,2}", "women -a": "[а-я]{1,2}"}
"""What may follow a Russian stem; otherwise up to two letters, which keeps out adjectives (казахстанский)."""

_NUMBER = re.compile(r"(?<![\w.,:/-])[2-9][1-9](?![\w.,:/%-]|[.,]\d)")
"""Two digits, neither a teen nor a round number: Russian agreement and Azerbaijani suffixes follow the last digit."""

_NEAR_DATE = re.compile(r"\b(January|February|March|April|May|June|July|August|September|October|November|December)\b")


@dataclass(frozen=True, slots=True)
class Stem:
    """A word in English, its Russian and Azerbaijani stems, and the family within which it may be swapped."""

    family: str
    source: str
    ru: str
    az: str

    def patterns(self) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
        """What finds the word in each language; only the stem is matched."""
        ending = _ENDING.get(self.family, "" if self.family.endswith("women bare") else "[а-я]{0,2}")
        after = _NO_ENDING if "bare" in self.family else ""
        return (
            re.compile(_WORD.format(self.source, r"\b(?!-)")),
            re.compile(_WORD.format(self.ru, rf"(?={ending}(?![\w-]))")),
            re.compile(_WORD.format(self.az, after)),
        )


@cache
def families() -> dict[str, tuple[Stem, ...]]:
    """The stems of every family in `families.tsv`."""
    lines = FAMILIES.read_text(encoding="utf-8").splitlines()
    found: dict[str, tuple[Stem, ...]] = {}
    for line in lines:
        if line and not line.startswith("#"):
            stem = Stem(*line.split("\t"))
            found[stem.family] = (*found.get(stem.family, ()), stem)
    return found


def augment(triples: Iterable[Triple], *, seed: int) -> Iterator[Triple]:
    """One changed copy of every triple that has a slot, all its slots swapped; the same for the same seed."""
    for triple in triples:
        chance = random.Random(f"{seed}\t{triple.source}")
        changed = swap_number(swap_words(triple, chance), chance)
        if changed != triple:
            yield changed


def swap_words(triple: Triple, chance: random.Random) -> Triple:
    """Every family word replaced by another of its family."""
    for members in families().values():
        present = [stem for stem in members if stem.source in triple.source]
        if len(present) != 1:
            continue
        other = chance.choice([stem for stem in members if stem != present[0] and stem.ru not in triple.ru])
        triple = _swapped(triple, present[0], other)
    return triple


def _swapped(triple: Triple, old: Stem, new: Stem) -> Triple:
    sides = (triple.source, triple.ru, triple.az)
    found = [list(pattern.finditer(side)) for pattern, side in zip(old.patterns(), sides, strict=True)]
    if any(len(matches) != 1 for matches in found) or _vowel_preposition(triple.ru, found[1][0]):
        return triple
    words = (new.source, new.ru, new.az)
    source, ru, az = (
        side[: match[0].start()] + word + side[match[0].end() :]
        for side, match, word in zip(sides, found, words, strict=True)
    )
    return replace(triple, source=source, ru=ru, az=az)


def _vowel_preposition(text: str, match: re.Match[str]) -> bool:
    """Whether о/об, с/со, в/во or к/ко before the word depends on its first sound: such a slot is not touched."""
    return re.search(r"\b(об?|со?|во|ко)\s$", text[: match.start()], re.IGNORECASE) is not None


def swap_number(triple: Triple, chance: random.Random) -> Triple:
    """The tens of a number that stands once in each language; days of a month and ages with a suffix stay."""
    found = _NUMBER.findall(triple.source)
    if len(found) != 1 or _NEAR_DATE.search(triple.source):
        return triple
    old = found[0]
    new = chance.choice([tens for tens in "23456789" if tens != old[0]]) + old[1]
    sides = (triple.source, triple.ru, triple.az)
    if any(len(re.findall(r"\d+", side)) != 1 or old not in side for side in sides):
        return triple
    source, ru, az = (side.replace(old, new) for side in sides)
    return replace(triple, source=source, ru=ru, az=az)
