"""Case forms of people's names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from l10n.languages.ru_endings import (
    CASES,
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
    decline,
)
from l10n.languages.ru_letters import like, syllables
from l10n.languages.ru_lists import first_names, pairs, word_list
from l10n.languages.ru_morphology import readings
from l10n.languages.ru_syllables import is_chinese, is_monosyllabic_name
from l10n.model import Gender

NAMES = "ru-names.txt"
PATRONYMIC_M = re.compile(r"(?:[оеё]вич|ьич|[мктф]ич|инич)$")
PATRONYMIC_F = re.compile(r"(?:[оеё]вна|ична|инична)$")
PATRONYMIC_MARK_M = frozenset(("оглу", "оглы", "огли", "улы", "уулу"))
PATRONYMIC_MARK_F = frozenset(("кызы", "гызы", "кизи", "кызи"))
SURNAME_OF_MAN = re.compile(r"(?:[аеёиоуыэюя].*(?:[оеё]в|[иы]н)|[сц]кий)$")
SURNAME_OF_WOMAN = re.compile(r"(?:[аеёиоуыэюя].*(?:[оеё]ва|[иы]на)|[сц]кая)$")
Names = dict[str, tuple[str, ...]]
"""Form keys with the forms that stand for each, the one to write first."""


@dataclass(frozen=True, slots=True)
class Name:
    """One word of a name and what it is."""

    text: str
    role: str
    """first, patronymic, surname, or fixed"""


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


def parts(term: str) -> tuple[Name, ...]:
    """The words of a name with their roles: Ильхам (first) Гейдар (fixed) оглу (fixed) Алиев (surname)."""
    words = term.split()
    roles = ["" for _ in words]
    for index, word in enumerate(words):
        low = word.lower()
        if (word.islower() and low in word_list(NAMES, "particle")) or not re.search(
            r"[а-яё]", word.rstrip(".").lower() * (word[-1] != ".")
        ):
            roles[index] = "fixed"
        if low in PATRONYMIC_MARK_M | PATRONYMIC_MARK_F | {"заде"} and index:
            roles[index] = "fixed"
            roles[index - 1] = "fixed"
    if _family_name_first(words):
        return tuple(Name(word, "fixed" if i < len(words) - 1 else "first") for i, word in enumerate(words))
    free = [i for i, role in enumerate(roles) if not role]
    _assign(words, roles, free)
    return tuple(Name(word, role) for word, role in zip(words, roles, strict=True))


def _assign(words: list[str], roles: list[str], free: list[int]) -> None:
    """Give the words that can decline their roles: the last is the surname, unless a patronymic stands there."""
    patronymics = [
        i for i in free[1:] if PATRONYMIC_M.search(words[i].lower()) or PATRONYMIC_F.search(words[i].lower())
    ]
    for i in free:
        roles[i] = "fixed" if i != free[-1] and words[i].lower() in word_list(NAMES, "fixed-first") else "first"
    if not free:
        return
    if patronymics and patronymics[-1] == free[-1] and len(free) == 2 and words[free[0]].lower() not in first_names():
        patronymics = []  # Слободан Милошевич: a surname that looks like a patronymic
    for i in patronymics:
        roles[i] = "patronymic"
    if patronymics and patronymics[-1] == free[-1]:
        if len(free) > 2:
            roles[free[0]] = "surname"
    elif len(free) > 1 or not _lone_first_name(words, free[0]):
        roles[free[-1]] = "surname"


def _lone_first_name(words: list[str], index: int) -> bool:
    """Екатерина II, Марина: a name alone that is no surname."""
    low = words[index].lower()
    if low in first_names() or any(re.fullmatch(r"[IVXLC]+", word) for word in words):
        return True
    if not low.endswith(("ина", "ына")):
        return False
    return any("Name" in reading.grammemes and reading.known for reading in readings(low))


def surname(term: str) -> str:
    """The part of a person's name by which a newspaper calls him after the first mention.

    Алиев of Ильхам Алиев, фон дер Ляйен of Урсула фон дер Ляйен, Си of Си Цзиньпин; the whole of a single name.
    """
    words = term.split()
    while len(words) > 1 and words[0].islower() and words[0] not in word_list(NAMES, "particle"):
        words = words[1:]  # королева Елизавета II
    if len(words) < 2:
        return " ".join(words)
    if _family_name_first(words):
        return words[0] if len(words) < 3 or words[0].lower() == "ким" else " ".join(words)
    at = next((i for i, name in enumerate(parts(" ".join(words))) if name.role == "surname"), None)
    if at is None:
        return " ".join(words)
    start = at
    particles = word_list(NAMES, "particle") | frozenset(("ле", "ван", "ла", "сен"))
    while (
        start > 1
        and words[start - 1].lower() in particles
        and words[start - 1].lower() not in (PATRONYMIC_MARK_M | PATRONYMIC_MARK_F)
    ):
        start -= 1
    return " ".join(words[start : at + 1])


def guess_gender(term: str) -> Gender:
    """The gender a name shows by its patronymic, its first name or its endings; masculine where nothing tells."""
    words = [
        word.lower()
        for word in term.split()
        if not word.islower() or word.lower() in PATRONYMIC_MARK_M | PATRONYMIC_MARK_F
    ]
    if any(PATRONYMIC_F.search(word) for word in words[1:]) or PATRONYMIC_MARK_F.intersection(words):
        return Gender.FEMININE
    if any(PATRONYMIC_M.search(word) for word in words[1:-1]) or PATRONYMIC_MARK_M.intersection(words):
        return Gender.MASCULINE
    if words and len(words) > 1 and words[0] in first_names():
        return Gender(first_names()[words[0]][0])
    if _family_name_first(term.split()):
        return Gender.MASCULINE
    if words and SURNAME_OF_WOMAN.search(words[-1]):
        return Gender.FEMININE
    soft = len(words) > 1 and words[0][-1:] in ("а", "я") and words[0] not in word_list(NAMES, "man")
    if words and SURNAME_OF_MAN.search(words[-1]) and not (soft and words[-1].endswith("ин")):
        return Gender.MASCULINE
    if words and words[0] in first_names():
        return Gender(first_names()[words[0]][0])
    return Gender.FEMININE if soft else Gender.MASCULINE


def _family_name_first(words: list[str]) -> bool:
    """Chinese, Korean and Vietnamese order: only the last word declines (Си Цзиньпином, Ким Чен Ыном)."""
    if len(words) < 2 or words[0].lower() not in word_list(NAMES, "east") or words[0].islower():
        return False
    return all(is_monosyllabic_name(word) for word in words[1:]) if len(words) > 2 else is_chinese(words[1])


def _is_foreign(names: tuple[Name, ...]) -> bool:
    """The first name says that the surname has no Russian suffix."""
    first = next((name.text.lower() for name in names if name.role == "first"), "")
    return first_names().get(first.split("-")[0], ("", ""))[1] in ("west", "turk")


def _word(name: Name, gender: Gender, *, foreign: bool) -> tuple[tuple[str, ...], ...]:
    """The six forms of a word, and further sets of six that are accepted as well."""
    if name.role == "fixed":
        return ((name.text,) * 6,)
    pieces = re.split(r"([-‐‑])", name.text)
    last = len(pieces) - 1
    columns = []
    for index, piece in enumerate(pieces):
        still = index % 2 == 1 or (index < last and not _first_piece_declines(name, piece, gender))
        still = still or (index > 0 and piece.lower() in ("заде", "оглу", "оглы", "кызы", "гызы", "паша-заде"))
        if index < last and pieces[-1].lower() in ("оглу", "оглы", "кызы", "гызы"):
            still = True
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
        return (syllables(piece) > 1 and low not in word_list(NAMES, "fixed-first") and not low.islower()) or bool(
            re.search(r"(?:[оеё]ва?|ина?|ский|ская|ян|ко)$", low)
        )
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
    chosen = decline(word, SURNAME_M)
    if chosen is POSSESSIVE_M and low not in word_list(NAMES, "slavic"):
        alien = low in word_list(NAMES, "foreign") or syllables(word) == 1
        alien = alien or (foreign and not re.search(r"[оеё]в$", low))
        chosen = HARD if alien else chosen
    if chosen in (FLEETING_EC, FLEETING_LEC, FLEETING_IEC):
        full = HUSHED.forms(word)
        if low in word_list(NAMES, "sturdy") or foreign or syllables(word) == 1:
            return (full,)
        return (chosen.forms(word), full)
    return (chosen.forms(word),)


def _woman(word: str, low: str, role: str, *, foreign: bool) -> tuple[tuple[str, ...], ...]:
    if low.endswith("ь") and role != "surname":
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
    return (chosen.forms(word),)


def _fleeting(word: str, genitive: str) -> tuple[str, ...]:
    """The six forms of a name whose genitive is given: Лев, Льва."""
    if genitive.endswith("ви"):
        return (word, *(like(word, form) for form in ("любови", "любови", "любовь", "любовью", "любови")))
    stem = genitive[:-1]
    soft = genitive.endswith("я")
    ins = "ем" if soft or stem[-1:] in ("ц", "ч", "ж", "ш", "щ") else "ом"
    endings = ("я", "ю", "я", ins, "е") if soft else ("а", "у", "а", ins, "е")
    return (word, *(like(word, stem + ending) for ending in endings))
