"""How alike a word sounds in English, Russian and Azerbaijani spelling."""

from __future__ import annotations

import re
from functools import lru_cache


def ends_otherwise(source: str, target: str) -> bool:
    """One of the two ends in a vowel that is heard, the other in a consonant; final e, y, h, w may be either."""
    if source[-1] in "eyhw":
        return False
    vowel = next((vowels for vowels in ("aəаяae", "iıиыйiıy", "oöоуёo", "uüуюu") if source[-1] in vowels), "")
    return target[-1] not in vowel if vowel else target[-1] in "аеёиоуыэюяaeəıioöuü"


def _sounds(pairs: str) -> tuple[tuple[str, str], ...]:
    """`sh=S`: what letters sound like; one that stands alone is silent."""
    return tuple((left, right) for left, _, right in (pair.partition("=") for pair in pairs.split()))


_SOUNDS = {
    "en": _sounds(
        """sch=S tch=C sh=S ch=C zh=J kh=H gh=G ph=f th=t ck=k qu=kv ts=s tz=s x=ks j=J c=k q=k w=v h=H g=G ç=C ş=S
        ğ=G"""
    ),
    "ru": _sounds(
        """дж=J щ=S ш=S ч=C ж=J х=H г=G ц=s к=k б=b в=v д=d з=z л=l м=m н=n п=p р=r с=s т=t ф=f й ь ъ я=a ю=u ё=o
        ы=i э=e а=a о=o у=u и=i е=e"""
    ),
    "az": _sounds("ts=s c=J ç=C ş=S j=J x=H h=H ğ=G q=G g=G ə=a ı=i ö=o ü=u w=v"),
}
_CONSONANTS = str.maketrans("wkHJzdb", "vGGGstp", "aeiouy")
"""Vowels are left out, consonants that the spellings mix up are one."""


@lru_cache(maxsize=65536)
def shape(word: str, locale: str) -> str:
    """The word as a row of consonants as they sound and vowels all alike."""
    small = _letters(word.removesuffix("h") if locale == "en" and word[-2:-1] in "aeiou" else word, locale)
    return re.sub(r"(.)\1+", r"\1", re.sub("[aeiouyäöüéè]", "a", small))


def _letters(word: str, locale: str) -> str:
    small = word.replace("İ", "i").replace("I", "ı" if locale == "az" else "i").lower()
    for letters, letter in _SOUNDS[locale]:
        small = small.replace(letters, letter)
    return re.sub(r"[^A-Za-zäöüéè]", "", small)


@lru_cache(maxsize=65536)
def sound(word: str, locale: str) -> str:
    """The word as a row of the consonants that the three spellings share; its first vowel where it has none."""
    small = _letters(word, locale)
    return re.sub(r"(.)\1+", r"\1", small.translate(_CONSONANTS)) or small[:1]


@lru_cache(maxsize=262_144)
def unlike(one: str, other: str, *, open_end: bool = False) -> float:
    """The part of the sounds in which two words differ; with an open end the second may go on (a case ending)."""
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        before, row[0] = row[0], at
        for column, second in enumerate(other, 1):
            before, row[column] = row[column], min(row[column] + 1, row[column - 1] + 1, before + (letter != second))
    least = min(row[max(1, len(other) - 2) :], default=row[-1]) if open_end else row[-1]
    return least / max(len(one), 1)
