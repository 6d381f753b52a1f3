"""Letters, spaces and marks: what counts as the same text when a term is looked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

VOWELS = frozenset("аеёиоуыэюя")
VELARS = frozenset("гкх")
HUSHERS = frozenset("жшчщ")

SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\n\r\v\f"
HYPHENS = "\u2010\u2011\u2043\ufe63\uff0d"
QUOTES = "«»„“”‟‹›\u2033"
APOSTROPHES = "’‘ʼ`´\u2032"
UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u0301\u0300"
"""Soft hyphen, zero-width marks, stress marks: they stand inside a word without changing it."""

_SAME = str.maketrans(
    {
        "ё": "е",
        **dict.fromkeys(SPACES, " "),
        **dict.fromkeys(HYPHENS, "-"),
        **dict.fromkeys(QUOTES, '"'),
        **dict.fromkeys(APOSTROPHES, "'"),
    }
)
_UNEVEN = re.compile(f"[{UNSEEN}\u0306\u0308]|  ")
_PIECES = re.compile(r"([-‐‑'’])")
_FOREIGN_LETTER = re.compile(r"[^\W\d_]")
_RUSSIAN_LETTER = re.compile(r"[а-яёА-ЯЁ]")


@dataclass(frozen=True, slots=True)
class Plain:
    """A text as terms are compared: lower case, ё as е, one kind of space, hyphen, quote and apostrophe."""

    text: str
    offsets: tuple[int, ...] | None
    """Where each character stood, and one for the end; ``None`` where nothing moved."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the original text of a half-open span of this one."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1


def _plain(text: str) -> Plain:
    same = text.lower().translate(_SAME)
    if len(same) == len(text) and not _UNEVEN.search(same):
        return Plain(same, None)
    characters: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        if character in UNSEEN or (character == "\u0308" and characters and characters[-1] == "е"):
            continue
        if character == "\u0306" and characters and characters[-1] == "и":
            characters[-1] = "й"
            continue
        low = character.lower().translate(_SAME)[:1]
        if low == " " and characters and characters[-1] == " ":
            continue
        characters.append(low)
        offsets.append(offset)
    return Plain("".join(characters), (*offsets, len(text)))


plain = lru_cache(maxsize=4096)(_plain)
"""The text as terms are compared, with the way back to the original offsets."""


def key_of(text: str) -> str:
    """A term or form as it is compared; surrounding blanks do not count."""
    return _plain(text).text.strip()


def syllables(word: str) -> int:
    """How many vowels a word has."""
    return sum(letter in VOWELS for letter in word.lower())


def like(model: str, word: str) -> str:
    """``word`` with the capitals of ``model``: all, the first, or none; each part of a hyphenated word by itself."""
    pieces, models = _PIECES.split(word), _PIECES.split(model)
    if len(pieces) == len(models) > 1:
        joined = enumerate(zip(models, pieces, strict=True))
        return "".join(piece if at % 2 else like(part, piece) for at, (part, piece) in joined)
    if len(model) > 1 and model.isupper():
        return word.upper()
    if model[:1].isupper():
        return word[:1].upper() + word[1:]
    return word


def is_russian(text: str) -> bool:
    """Every letter is one of the 33 of the Russian alphabet; stress marks do not count."""
    return all(_RUSSIAN_LETTER.match(letter) for letter in _FOREIGN_LETTER.findall(text))
