"""Read, clean and hold back the parallel text.

Two kinds of source: authored triples (`English, Russian, Azerbaijani` in tab-separated files) and open pairs
(`English, target` in `NAME.en-LOCALE.tsv.xz`). Everything becomes a `Pair`, its English with straight
quotes and hyphens for dashes, as l10n gives it to a model; a `Group` of pairs says how often its lines are drawn.
"""

from __future__ import annotations

import hashlib
import lzma
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from l10n.engines.plain import plain

if TYPE_CHECKING:
    from starter.slots import Slot

LOCALES = ("ru", "az")
MAX_CHARACTERS = 380
"""Longer lines are left out: the tool translates sentences, and attention memory grows with the square."""

HELD_BACK_SHARE = 0.018
"""Of the authored lines, about 300 of 16,800: enough for a chrF that moves by less than a point by chance."""


@dataclass(frozen=True, slots=True)
class Triple:
    """One authored line in all three languages, and the stem of its file."""

    source: str
    ru: str
    az: str
    theme: str
    slots: tuple[Slot, ...] = ()
    """The names and terms that `slots.find_slots` recognised, by their place in the English line."""

    def target(self, locale: str) -> str:
        """The Russian or Azerbaijani side."""
        return self.ru if locale == "ru" else self.az


@dataclass(frozen=True, slots=True)
class Term:
    """A name or term of a pair: where it stands, `(start, end)` in characters, and the target's citation form."""

    source: tuple[int, int]
    target: tuple[int, int]
    lemma: str


@dataclass(frozen=True, slots=True)
class Pair:
    """English, its translation, the locale of the translation (`ru` or `az`), and its terms from left to right."""

    source: str
    target: str
    locale: str
    terms: tuple[Term, ...] = ()


def clean(text: str) -> str:
    """NFKC with single spaces: what SentencePiece's `nmt_nfkc` would make of it, so offsets stay comparable."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).strip()


def read_triples(folder: Path) -> list[Triple]:
    """The authored triples of every `*.tsv` in `folder`, files in name order; a line without three columns raises."""
    triples: list[Triple] = []
    for path in sorted(folder.glob("*.tsv")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            columns = [clean(column) for column in line.split("\t")]
            if len(columns) != 3 or not all(columns):
                raise ValueError(f"{path}:{number}: expected English, Russian and Azerbaijani")
            source, ru, az = columns
            triples.append(Triple(plain(source), ru, az, path.stem))
    return triples


def read_open(path: Path) -> Iterator[Pair]:
    """The usable pairs of one `NAME.en-LOCALE.tsv.xz`."""
    locale = path.name.split(".en-")[1][:2]
    with lzma.open(path, "rt", encoding="utf-8", errors="replace") as lines:
        for line in lines:
            columns = line.rstrip("\n").split("\t")
            if len(columns) == 2:
                pair = Pair(plain(clean(columns[0])), _house_style(clean(columns[1]), locale), locale)
                if usable(pair):
                    yield pair


def _house_style(target: str, locale: str) -> str:
    """Newspapers write е for ё, and so do the authored lines."""
    return target.replace("ё", "е").replace("Ё", "Е") if locale == "ru" else target


def usable(pair: Pair) -> bool:
    """Whether both sides are there, of comparable length, and the target is in its script."""
    long, short = max(len(pair.source), len(pair.target)), min(len(pair.source), len(pair.target))
    if not short or pair.source == pair.target or long > MAX_CHARACTERS:
        return False
    if long > 20 and not 0.4 < len(pair.target) / len(pair.source) < 2.6:
        return False
    cyrillic = sum("\u0400" <= letter <= "\u04ff" for letter in pair.target)
    if pair.locale == "az":
        return cyrillic == 0
    return cyrillic >= 0.5 * sum(letter.isalpha() for letter in pair.target)


def fingerprint(source: str) -> str:
    """What two near-duplicate English lines share: lower case, digits as 0, no punctuation."""
    return " ".join(re.findall(r"\w+", re.sub(r"\d+", "0", source.lower())))


def held_back(source: str, *, share: float = HELD_BACK_SHARE) -> bool:
    """Whether an English line belongs to the held-back part: by a hash of its fingerprint, so that near
    duplicates, which share a fingerprint, are held back together, and lines added later move no other line."""
    digest = hashlib.sha256(fingerprint(source).encode()).digest()
    return int.from_bytes(digest[:4], "big") < share * 2**32


def split(triples: Iterable[Triple]) -> tuple[list[Triple], list[Triple]]:
    """`(train, held back)`; a training line that nearly repeats a held-back one is in neither."""
    train: list[Triple] = []
    held: list[Triple] = []
    for triple in triples:
        (held if held_back(triple.source) else train).append(triple)
    index = _by_word(held)
    return [triple for triple in train if not _near(triple, index)], held


def _words(source: str) -> frozenset[str]:
    return frozenset(fingerprint(source).split())


def _by_word(held: list[Triple]) -> dict[str, list[frozenset[str]]]:
    index: dict[str, list[frozenset[str]]] = {}
    for triple in held:
        words = _words(triple.source)
        for word in words:
            index.setdefault(word, []).append(words)
    return index


def _near(triple: Triple, index: dict[str, list[frozenset[str]]]) -> bool:
    """Whether four fifths of the words (Jaccard) are those of some held-back line."""
    words = _words(triple.source)
    rare = sorted(words, key=lambda word: len(index.get(word, ())))[: max(1, len(words) // 5 + 1)]
    candidates = {other for word in rare for other in index.get(word, ())}
    return any(len(words & other) >= 0.8 * len(words | other) for other in candidates)
