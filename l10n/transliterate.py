"""Spellings of an English name in Russian and Azerbaijani, each with the rule it comes from.

A name that is Azerbaijani at heart (Mammadov, Jafarzade) is taken back to its Azerbaijani spelling by a table of
given names, which surnames are made of; a Slavic surname is read by the BGN/PCGN romanisation in reverse; any other
name letter by letter, as newspapers write foreign names.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from l10n.languages import language
from l10n.model import Gender


@dataclass(frozen=True, slots=True)
class Spelling:
    text: str
    rule: str
    """Where it comes from, in plain words for the reviewer."""


@dataclass(frozen=True, slots=True)
class _Given:
    ru: str
    az: str
    gender: Gender


@dataclass(frozen=True, slots=True)
class _Ending:
    """A surname ending: how English, Russian and Azerbaijani write it."""

    en: str
    ru: str
    az: str
    gender: Gender = Gender.NONE


_M, _F = Gender.MASCULINE, Gender.FEMININE
_ENDINGS = (
    _Ending("yeva", "ева", "yeva", _F),
    _Ending("eva", "ева", "eva", _F),
    _Ending("ova", "ова", "ova", _F),
    _Ending("yev", "ев", "yev", _M),
    _Ending("ev", "ев", "ev", _M),
    _Ending("ov", "ов", "ov", _M),
    _Ending("zada", "заде", "zadə"),
    _Ending("zadeh", "заде", "zadə"),
    _Ending("zade", "заде", "zadə"),
    _Ending("oghlu", "оглу", "oğlu", _M),
    _Ending("oglu", "оглу", "oğlu", _M),
    _Ending("bayli", "бейли", "bəyli"),
    _Ending("beyli", "бейли", "bəyli"),
    _Ending("bayov", "беков", "bəyov", _M),
    _Ending("li", "ли", "li"),
    _Ending("ly", "лы", "lı"),
    _Ending("lu", "лу", "lu"),
)
"""Longest first where one ends in another."""
_HARMONY = {"a": "ı", "ı": "ı", "o": "u", "u": "u", "e": "i", "ə": "i", "i": "i", "ö": "ü", "ü": "ü"}


def _table(pairs: str) -> tuple[tuple[str, str], ...]:
    """``sh=ш ch=ч``: what letters become; where several fit, the first."""
    return tuple((left, right) for left, _, right in (pair.partition("=") for pair in pairs.split()))


_RU = _table(
    """
    shch=щ tsch=ч sch=ш tch=ч dzh=дж sh=ш ch=ч zh=ж kh=х gh=г ph=ф th=т tts=ттс ts=ц tz=ц ew=ью ck=к qu=кв cz=ч wh=у
    oo=у ee=и ou=у ya=я yu=ю yo=йо ye=е ia=ия ohn=он ai=ай ei=ей oi=ой x=кс j=дж a=а b=б d=д e=е f=ф g=г h=х i=и
    k=к l=л m=м n=н o=о p=п q=к r=р s=с t=т u=у v=в w=у z=з ə=э ç=ч ş=ш ğ=г ı=ы ö=ё ü=ю ä=е
    """
)
_AZ = _table(
    """
    shch=şç tsch=ç sch=ş tch=ç dzh=c sh=ş ch=ç zh=j kh=x gh=ğ ph=f th=t ts=ts tz=ts ew=yu ck=k qu=kv cz=ç wh=v oo=u
    ee=i ou=u ohn=on iev=iyev skyy=ski skiy=ski sky=ski x=ks j=c w=v q=q
    """
)
_SLAVIC = _table(
    """
    shch=щ skyy=ский skiy=ский sky=ский skaya=ская iya=ия iye=ие iy=ий yy=ый kh=х zh=ж ts=ц ch=ч sh=ш ya=я
    yu=ю yo=ё ye=е j=дж w=в x=кс y=ы
    """
)
_SLAVIC_NAME = re.compile(r"(?:[oy]?ov|[oy]?ova|yev|yeva|ev|eva|in|ina|skyy?|skiy|skaya|enko|chuk|ich|uk)$")
_FRONT = frozenset("eiyəöü")


def spellings(word: str, locale: str) -> tuple[Spelling, ...]:
    """Spellings of one word of a name, the likeliest first; empty for a locale that no rules are written for."""
    if locale not in ("ru", "az") or not word:
        return ()
    found = dict.fromkeys(_spellings(word.lower(), locale))
    upper = language(locale).upper
    unique: dict[str, Spelling] = {}
    for spelling in found:
        text = upper(spelling.text[0]) + spelling.text[1:]
        unique.setdefault(text, Spelling(text, spelling.rule))
    return tuple(unique.values())


def gender_of(words: tuple[str, ...]) -> Gender:
    """What the given name or the surname ending says of a person's gender."""
    for word in words[:1]:
        given = _names().get(word.lower())
        if given is not None:
            return given.gender
    for ending in _ENDINGS:
        if words and words[-1].lower().endswith(ending.en) and ending.gender is not Gender.NONE:
            return ending.gender
    return Gender.NONE


def is_personal(word: str) -> bool:
    """The word is a given name of the table, or ends as surnames do."""
    low = word.lower()
    return low in _names() or (
        len(low) > 4 and re.search(r"(?:[oe]va?|zad[ae]h?|oghlu|oglu|enko|sky)$", low) is not None
    )


def _spellings(word: str, locale: str) -> Iterator[Spelling]:
    yield from _by_names(word, locale)
    if locale == "ru":
        if _SLAVIC_NAME.search(word):
            yield Spelling(_replaced(word, (*_SLAVIC, *_RU), _ru_letter), "BGN/PCGN romanisation reversed")
        yield Spelling(_replaced(word, _RU, _ru_letter), "letter by letter")
    else:
        yield Spelling(_replaced(word, _AZ, _az_letter), "letter by letter")
        yield from _with_open_vowels(word)


def _with_open_vowels(word: str) -> Iterator[Spelling]:
    """English writes both a and ə as a: the other reading of an Azerbaijani surname that no table has."""
    ending = next((e for e in _ENDINGS if word.endswith(e.en)), None)
    if ending is not None and "a" in (stem := word.removesuffix(ending.en)):
        open_ = _replaced(stem.replace("a", "ə"), _AZ, _az_letter)
        yield Spelling(open_ + _az_ending(open_, ending), "letter by letter, a as ə")


def _by_names(word: str, locale: str) -> Iterator[Spelling]:
    names = _names()
    given = names.get(word)
    if given is not None:
        yield Spelling(given.ru.lower() if locale == "ru" else language("az").lower(given.az), "Azerbaijani given name")
    for ending in _ENDINGS:
        stem = word.removesuffix(ending.en)
        base = names.get(stem) if stem != word else None
        if base is None:
            continue
        rule = f"Azerbaijani surname: {base.az} + -{ending.az}"
        if locale == "ru":
            yield Spelling(base.ru.lower() + _ru_ending(base, ending), rule)
        else:
            yield Spelling(language("az").lower(base.az) + _az_ending(base.az, ending), rule)


def _ru_ending(base: _Given, ending: _Ending) -> str:
    return "лы" if ending.en == "li" and _last_vowel(base.az) in "aıou" else ending.ru


def _az_ending(stem: str, ending: _Ending) -> str:
    return "l" + _HARMONY.get(_last_vowel(stem), "i") if ending.en in ("li", "ly", "lu") else ending.az


def _last_vowel(stem: str) -> str:
    return next((c for c in reversed(language("az").lower(stem)) if c in _HARMONY), "e")


def _replaced(word: str, table: tuple[tuple[str, str], ...], single: Callable[[str, int], str | None]) -> str:
    """The word with the first pair of the table that fits at each place, or the rule for single letters."""
    out: list[str] = []
    place = 0
    while place < len(word):
        own = single(word, place)
        pair = next((p for p in table if word.startswith(p[0], place) and (own is None or len(p[0]) > 1)), None)
        if pair is not None:
            out.append(pair[1])
            place += len(pair[0])
        else:
            out.append(word[place] if own is None else own)
            place += 1
    return "".join(out)


def _ru_letter(word: str, place: int) -> str | None:
    """What one letter is where its neighbours decide; ``None`` where the table does."""
    letter, before, after = word[place], word[place - 1 : place], word[place + 1 : place + 2]
    if letter == "c":
        return "с" if after in ("e", "i", "y") and after else "к"
    if letter == "e" and place == 0:
        return "э"
    if letter == "y":
        return "й" if before and before in "aeiou" else "и"
    if letter == "w" and after and after in "aeiou":
        return "в"
    return "" if letter == "'" else None


def _az_letter(word: str, place: int) -> str | None:
    letter, before, after = word[place], word[place - 1 : place], word[place + 1 : place + 2]
    if letter == "c":
        return "s" if after and after in "eiy" else "k"
    if letter == "g":
        return "g" if after and after in _FRONT else "q"
    if letter == "y" and not after and before not in tuple(_HARMONY):
        return "i"
    return "" if letter == "'" else None


@cache
def _names() -> dict[str, _Given]:
    text = files("l10n.data").joinpath("az-names.csv").read_text(encoding="utf-8")
    return {
        name.lower(): _Given(row["ru"], row["az"], Gender(row["gender"]))
        for row in csv.DictReader(text.splitlines())
        for name in row["en"].split("|")
    }
