"""Case forms of people's names."""

from __future__ import annotations

import re

from l10n.languages.ru_endings import (
    CASES,
    FIRST_HUSHED,
    FIRST_NAME_F,
    FIRST_NAME_M,
    FLEETING_EC,
    FLEETING_IEC,
    FLEETING_LEC,
    HARD,
    HUSHED,
    POSSESSIVE_F,
    POSSESSIVE_M,
    SOFT,
    SURNAME_F,
    SURNAME_M,
    THIRD,
    Declension,
    decline,
)
from l10n.languages.ru_letters import like, syllables
from l10n.languages.ru_lists import first_names, pairs, word_list
from l10n.languages.ru_names import NAMES, Name, guess_gender, parts
from l10n.languages.ru_syllables import is_chinese
from l10n.model import Gender

Names = dict[str, tuple[str, ...]]
"""Form keys with the forms that stand for each, the one to write first."""


def people(term: str, gender: Gender) -> Names:
    """The case forms of a person's name in the nominative, singular only."""
    names = parts(term)
    sex = gender or guess_gender(term)
    foreign = _is_foreign(names)
    columns = [_word(name, sex, foreign=foreign) for name in names]
    separators = [*re.findall(r"\s+", term.strip()), ""]
    forms: Names = {}
    for index, case in enumerate(CASES):
        chosen = [tuple(dict.fromkeys(way[index] for way in column)) for column in columns]
        texts = [""]
        for words, separator in zip(chosen, separators, strict=True):
            texts = [text + word + separator for word in words for text in texts][:16]
        forms[case] = tuple(texts)
    return forms


def _is_foreign(names: tuple[Name, ...]) -> bool:
    """The first name says that the surname has no Russian suffix."""
    first = next((name.text.lower() for name in names if name.role == "first"), "")
    return first_names().get(first.split("-")[0], ("", ""))[1] in ("west", "turk")


def _word(name: Name, gender: Gender, *, foreign: bool) -> tuple[tuple[str, ...], ...]:
    """The six forms of a word, and further sets of six that are accepted as well."""
    if name.role == "fixed":
        return ((name.text,) * 6,)
    if name.text.lower() == "г-жа":
        return (tuple(name.text[:-1] + ending for ending in ("а", "и", "е", "у", "ой", "е")),)
    pieces = re.split(r"([-‐‑])", name.text)
    last = len(pieces) - 1
    columns = []
    for index, piece in enumerate(pieces):
        still = index % 2 == 1 or (index < last and not _first_piece_declines(name, piece, gender))
        still = still or (index > 0 and piece.lower() in ("заде", "оглу", "оглы", "кызы", "гызы", "паша-заде"))
        if index < last and pieces[-1].islower() and not pieces[-1].endswith("ший"):
            still = True  # Кемаль-паши, Фатали-хана; but Байдена-младшего
        columns.append(((piece,) * 6,) if still else _piece(piece, name.role, gender, foreign=foreign))
    ways = max(len(column) for column in columns)
    return tuple(
        tuple("".join(column[min(way, len(column) - 1)][case] for column in columns) for case in range(6))
        for way in range(ways)
    )


def _first_piece_declines(name: Name, piece: str, gender: Gender) -> bool:
    """Салтыкова-Щедрина and Анны-Марии, but Касым-Жомарта, Жан-Клода, аль-Асада, Бонч-Бруевича."""
    low = piece.lower()
    if name.role == "surname":
        suffix = re.search(r"(?:[оеё]ва?|ина?|[сц]кий|[сц]кая|[сц]ка|ян|ко|[оеё]вич)$", low)
        return bool(suffix) or name.text.endswith("ший")
    return gender is Gender.FEMININE and low[-1:] in ("а", "я") and low not in word_list(NAMES, "fixed-first")


def _piece(word: str, role: str, gender: Gender, *, foreign: bool) -> tuple[tuple[str, ...], ...]:
    low = word.lower()
    if gender is Gender.FEMININE:
        return _woman(word, low, role, foreign=foreign)
    if low in pairs(NAMES, "fleeting"):
        return (_fleeting(word, pairs(NAMES, "fleeting")[low]),)
    if low in word_list(NAMES, "fixed"):
        return ((word,) * 6,)
    if role != "surname":
        declined = decline(word, FIRST_NAME_M).forms(word)
        return ((word,) * 6, declined) if low in word_list(NAMES, "wavering") else (declined,)
    if low in word_list(NAMES, "soft-oj"):
        return (SOFT.forms(word),)
    chosen = SOFT if foreign and low.endswith("ой") else decline(word, SURNAME_M)
    if chosen is POSSESSIVE_M and low not in word_list(NAMES, "slavic"):  # Тхависин, Калын; but Голицын
        alien = low in word_list(NAMES, "foreign") or syllables(word) == 1 or bool(re.search(r"[бгдкпт]х|[^ц]ын$", low))
        alien = alien or (foreign and not re.search(r"[оеё]в$", low))
        chosen = HARD if alien else chosen
    if chosen in (FLEETING_EC, FLEETING_LEC, FLEETING_IEC):
        full = HUSHED.forms(word)
        if low in word_list(NAMES, "sturdy") or foreign or syllables(word) == 1:
            return (full,)
        return (chosen.forms(word), full)
    return _either_stress(word, chosen)


def _either_stress(word: str, chosen: Declension) -> tuple[tuple[str, ...], ...]:
    """Ганжой beside Ганжей: after a sibilant the stress of a surname in -а decides, which spelling does not show."""
    forms = chosen.forms(word)
    if chosen is not FIRST_HUSHED:
        return (forms,)
    return (forms, (*forms[:4], word[:-1] + "ой", forms[5]))


def _woman(word: str, low: str, role: str, *, foreign: bool) -> tuple[tuple[str, ...], ...]:
    if low.endswith("ь") and role != "surname" and not is_chinese(low):
        declined = _fleeting(word, "любови") if low == "любовь" else THIRD.forms(word)
        still = (word,) * 6
        return (declined, still) if low in word_list(NAMES, "third") else (still, declined)
    if low in word_list(NAMES, "fixed"):
        return ((word,) * 6,)
    if role != "surname":
        return (decline(word, FIRST_NAME_F).forms(word),)
    chosen = decline(word, SURNAME_F)
    if chosen is POSSESSIVE_F and (
        low in word_list(NAMES, "noun-f")
        or (foreign and re.search(r"[иы]на$", low))
        or (syllables(word) < 3 and not low.endswith(("ова", "ева")))
    ):
        noun = decline(word, FIRST_NAME_F).forms(word)
        return (noun, POSSESSIVE_F.forms(word)) if not foreign else (noun,)
    return _either_stress(word, chosen)


def _fleeting(word: str, genitive: str) -> tuple[str, ...]:
    """The six forms of a name whose genitive is given: Лев, Льва."""
    if genitive.endswith("ви"):
        return (word, *(like(word, form) for form in ("любови", "любови", "любовь", "любовью", "любови")))
    stem = genitive[:-1]
    soft = genitive.endswith("я")
    ins = "ем" if soft or stem[-1:] in ("ц", "ч", "ж", "ш", "щ") else "ом"
    endings = ("я", "ю", "я", ins, "е") if soft else ("а", "у", "а", ins, "е")
    return (word, *(like(word, stem + ending) for ending in endings))
