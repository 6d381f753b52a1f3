"""How abbreviations, numerals and foreign spellings are read, which decides their suffixes."""

from __future__ import annotations

import re
from functools import lru_cache

from l10n.languages.az_letters import VOWELS, lower
from l10n.languages.az_stems import plain_sound, word_list
from l10n.languages.az_suffixes import Sound

_LETTER_NAMES = {
    "h": "he", "k": "ka", "l": "el", "m": "em", "n": "en", "r": "er", "s": "es", "x": "xe",
}  # fmt: skip
"""Letters whose newspaper reading is not the letter and e (FHN-in, MTK-nın, KXDR-in)."""
_ALSO_NAMED = {"f": "ef"}
"""Second names in use: DSMF-nin, and DSMF-in."""
_FOREIGN_MARKS = re.compile(r"w|ck|ph|oo|ee|tch|gh|sch|ough|^sh|^th|sh$|[^ə]th$|ieu|eau|[^\W\daıoueəiöüy]y$")
_PRONOUNCEABLE = re.compile(r"(?:[^\W\daıoueəiöü]?[aıoueəiöü])+[^\W\daıoueəiöü]")
_DIGITS = ("sıfır", "bir", "iki", "üç", "dörd", "beş", "altı", "yeddi", "səkkiz", "doqquz")
_TENS = ("yüz", "on", "iyirmi", "otuz", "qırx", "əlli", "altmış", "yetmiş", "səksən", "doxsan")


def is_abbreviation(word: str) -> bool:
    """Capitals, perhaps with digits (BMT, AzTV, COP29, G20): suffixes follow a hyphen."""
    letters = [char for char in word if char.isalpha()]
    capitals = sum(char.isupper() for char in letters)
    return (
        len(word) > 1
        and bool(letters)
        and word.isalnum()
        and capitals >= 1
        and (word.isupper() or (capitals > 1 and len(word) < 8 and word[-1].isupper()))
    )


def is_foreign(word: str) -> bool:
    """A capitalised spelling that Azerbaijani does not read as written: a listed brand, or letters it never pairs."""
    small = lower(word)
    return small != word and (small in word_list("foreign") or _FOREIGN_MARKS.search(small) is not None)


@lru_cache(maxsize=4096)
def sounds(word: str) -> tuple[Sound, ...]:
    """The sounds a word's suffixes follow, the one to write first: several where usage is divided."""
    small = lower(word)
    listed = (is_abbreviation(word) and word_list("abbreviations").get(small)) or word_list("foreign").get(small)
    if listed:
        read = tuple(plain_sound(reading) for reading in listed[0].split(","))
        letters = _by_last_letter(small[-1]) if len(small) == 3 and is_abbreviation(word) else ()  # BOK-un, and BOK-nın
        return tuple(dict.fromkeys((*read, *letters)))
    if word[-1:].isdecimal() and word[-1:].isascii():
        return (plain_sound(_number(word)),)
    if word[-1:] == "%":
        return (plain_sound("faiz"),)
    if is_abbreviation(word):
        return _spelled(small)
    if _FOREIGN_MARKS.search(small):
        return _guessed(small)
    return (plain_sound(small),)


def _spelled(small: str) -> tuple[Sound, ...]:
    """As a word where vowels and consonants take turns (DİN, ATƏT), else by the last letter's name (BMT: te)."""
    word = (plain_sound(small.replace("ı", "i")),) if len(small) > 2 and _PRONOUNCEABLE.fullmatch(small) else ()
    return tuple(dict.fromkeys((*word, *_by_last_letter(small[-1]))))


def _by_last_letter(last: str) -> tuple[Sound, ...]:
    if last in VOWELS:
        return (plain_sound(last),)
    names = (_LETTER_NAMES.get(last, last + "e"), last + "e", _ALSO_NAMED.get(last, last + "e"))
    return tuple(dict.fromkeys(map(plain_sound, names)))


def _guessed(small: str) -> tuple[Sound, ...]:
    """A silent e is not heard; the other close harmonies are accepted too."""
    heard = small[:-1] if small.endswith("e") and len(small) > 3 and small[-2] not in VOWELS else small
    first = plain_sound(heard)
    others = [Sound(vowel, first.open) for vowel in "aeou" if vowel != first.vowel]
    return (first, *others, plain_sound(small)) if heard != small else (first, *others)


def _number(word: str) -> str:
    """The last word of a number written in digits: 29 -> doqquz, 20 -> iyirmi, 2000 -> min."""
    digits = word[len(word.rstrip("0123456789")) :]
    zeros = len(digits) - len(digits.rstrip("0"))
    if zeros == 0:
        return _DIGITS[int(digits[-1])]
    if zeros == len(digits):
        return _DIGITS[0]
    if zeros == 1:
        return _TENS[int(digits[-2])]
    return "yüz" if zeros == 2 else "min" if zeros < 6 else "milyon" if zeros < 9 else "milyard"
