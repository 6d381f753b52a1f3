"""The Azerbaijani alphabet: casing with dotted and dotless i, vowel harmony classes, the right script."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

FRONT = frozenset("eəiöü")
BACK = frozenset("aıou")
VOWELS = FRONT | BACK
NARROW = {"a": "ı", "ı": "ı", "o": "u", "u": "u", "e": "i", "ə": "i", "i": "i", "ö": "ü", "ü": "ü"}
"""The close vowel that follows each vowel: fourfold harmony."""
LETTERS = frozenset("abcçdeəfgğhxıijkqlmnoöprsştuüvyzw")
"""The 32 letters, and w, which newspapers keep in foreign names."""
APOSTROPHES = "'’ʼ‘`′"
DOT_ABOVE = "\u0307"


def lower(text: str) -> str:
    """``text`` in small letters: I becomes ı, İ becomes i, never i with a combining dot."""
    text = text.replace("I" + DOT_ABOVE, "İ").replace("İ", "i").replace("I", "ı")
    return text.lower().replace("i" + DOT_ABOVE, "i")


def upper(text: str) -> str:
    """``text`` in capitals: i becomes İ, ı becomes I."""
    return text.replace("i" + DOT_ABOVE, "i").replace("i", "İ").replace("ı", "I").upper()


def capitalize(text: str) -> str:
    """``text`` with its first letter as a capital; the rest stays."""
    return upper(text[:1]) + text[1:]


def title_case(text: str) -> str:
    """``text`` with a capital at the start of each word; a text wholly in capitals is made small first."""
    small = lower(text) if is_capitals(text) else text
    starts = (i == 0 or not (small[i - 1].isalnum() or small[i - 1] in APOSTROPHES) for i in range(len(small)))
    return "".join(upper(char) if start else char for char, start in zip(small, starts, strict=True))


def is_capitals(text: str) -> bool:
    """The text has at least two letters and none of them is small."""
    return text.isupper() and sum(map(str.isalpha, text)) > 1


@lru_cache(maxsize=4096)
def fold(text: str) -> tuple[str, tuple[int, ...] | None]:
    """``text`` composed and in small letters, and where each of its characters (and its end) stood in ``text``.

    The places are ``None`` where nothing moved: the text was composed already.
    """
    if DOT_ABOVE not in text and unicodedata.is_normalized("NFC", text):
        small = text.replace("İ", "i").replace("I", "ı").lower()
        return (small if len(small) == len(text) else "".join(c.lower()[:1] for c in small)), None
    out: list[str] = []
    places: list[int] = []
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        piece = lower(unicodedata.normalize("NFC", text[start:end]))
        out.append(piece)
        places += [start] * len(piece)
        start = end
    return "".join(out), (*places, len(text))


def last_vowel(word: str) -> str:
    """The last vowel of a word in small letters; ``ə``, the commonest, where there is none."""
    return next((char for char in reversed(word) if char in VOWELS), "ə")


def syllables(word: str) -> int:
    """How many vowels a word in small letters has."""
    return sum(char in VOWELS for char in word)


def right_script(text: str) -> bool:
    """Every letter is one of the Latin letters of Azerbaijani newspapers (w included): no Cyrillic ә, no Greek."""
    composed = unicodedata.normalize("NFC", text.replace("i" + DOT_ABOVE, "i"))
    return all(lower(char) in LETTERS for char in composed if char.isalpha())
