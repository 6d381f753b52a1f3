"""The words of a person's name: which is the surname, and what the gender is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from l10n.languages.ru_lists import first_names, word_list
from l10n.languages.ru_morphology import readings
from l10n.languages.ru_syllables import is_chinese, is_monosyllabic_name, is_vietnamese
from l10n.model import Gender

NAMES = "ru-names.txt"
PATRONYMIC_M = re.compile(r"(?:[оеё]вич|ьич|[мктф]ич|инич)$")
PATRONYMIC_F = re.compile(r"(?:[оеё]вна|ична|инична)$")
PATRONYMIC_MARK_M = frozenset(("оглу", "оглы", "огли", "улы", "уулу"))
PATRONYMIC_MARK_F = frozenset(("кызы", "гызы", "кизи", "кызи"))
SURNAME_OF_MAN = re.compile(r"(?:[аеёиоуыэюя].*(?:[оеё]в|[иы]н)|[сц]кий)$")
SURNAME_OF_WOMAN = re.compile(r"(?:[аеёиоуыэюя].*(?:[оеё]ва|[иы]на)|[сц]кая)$")


@dataclass(frozen=True, slots=True)
class Name:
    """One word of a name and what it is."""

    text: str
    role: str
    """first, patronymic, surname, or fixed"""


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
        last = "fixed" if words[-1].endswith(("я", "Я")) else "first"  # Чжан Юся
        return tuple(Name(word, "fixed" if i < len(words) - 1 else last) for i, word in enumerate(words))
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
    if _family_name_first(term.split()):
        return Gender.MASCULINE
    if words and len(words) > 1 and words[0] in first_names():
        return Gender(first_names()[words[0]][0])
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
    return all(is_monosyllabic_name(word) for word in words[1:]) if len(words) > 2 else _second(words[1])


def _second(word: str) -> bool:
    return is_chinese(word) or is_vietnamese(word) or word.lower() in word_list(NAMES, "east-last")


def shows_gender(term: str) -> bool:
    """A patronymic or a Russian surname suffix leaves no doubt about the gender."""
    words = term.lower().split()
    marks = PATRONYMIC_MARK_M | PATRONYMIC_MARK_F
    if marks.intersection(words) or any(PATRONYMIC_M.search(w) or PATRONYMIC_F.search(w) for w in words[1:]):
        return True
    return any(SURNAME_OF_MAN.search(word) or SURNAME_OF_WOMAN.search(word) for word in words)
