"""The ending tables of Russian nouns, names and adjectives, for words that no dictionary holds.

A declension is five endings, for gen dat acc ins loc, put after the word without its last ``strip`` letters. Each
table is tried from the top; the first pattern that fits the lower-case word decides. Sources: A. A. Zaliznyak,
«Грамматический словарь русского языка», annex on proper names; L. P. Kalakutskaya, «Склонение фамилий и личных
имён в русском литературном языке».
"""

from __future__ import annotations

import re
from dataclasses import dataclass

CASES = ("nom", "gen", "dat", "acc", "ins", "loc")


@dataclass(frozen=True, slots=True)
class Declension:
    """How the words of one kind decline."""

    name: str
    strip: int
    endings: tuple[str, ...]
    """For gen dat acc ins loc; empty where the word has one form."""

    def forms(self, word: str) -> tuple[str, ...]:
        """The six forms of a nominative, in the order of ``CASES``."""
        if not self.endings:
            return (word,) * 6
        stem = word[: len(word) - self.strip]
        return (word, *(stem + ending for ending in self.endings))


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over the lower-case word, and the declension of the words it fits."""

    pattern: re.Pattern[str]
    declension: Declension


def _declension(name: str, strip: int, endings: str) -> Declension:
    return Declension(name, strip, tuple(endings.split()))


FIXED = _declension("indeclinable", 0, "")
HARD = _declension("second declension, hard: Рахмон, Рахмоном", 0, "а у а ом е")
HUSHED = _declension("second declension after a sibilant: Гутерриш, Гутерришем", 0, "а у а ем е")
SOFT = _declension("second declension, soft: Гоголь, Токай", 1, "я ю я ем е")
SOFT_II = _declension("second declension in -ий: Юрий, о Юрии", 1, "я ю я ем и")
POSSESSIVE_M = _declension("possessive surname: Алиев, Алиевым", 0, "а у а ым е")
POSSESSIVE_F = _declension("possessive surname of a woman: Алиева, Алиевой", 1, "ой ой у ой ой")
ADJECTIVE_M = _declension("adjective: Толстой, Толстым", 2, "ого ому ого ым ом")
ADJECTIVE_M_VELAR = _declension("adjective after г к х: Чайковский, Чайковским", 2, "ого ому ого им ом")
ADJECTIVE_M_SOFT = _declension("adjective, soft or after a sibilant: Зимний, Рабочий", 2, "его ему его им ем")
ADJECTIVE_M_THIRD = _declension("third: Александр Третий, Третьего", 2, "ьего ьему ьего ьим ьем")
ADJECTIVE_F = _declension("adjective: Плисецкая, Плисецкую", 2, "ой ой ую ой ой")
ADJECTIVE_F_HUSHED = _declension("adjective after a sibilant: Рабочая, Рабочую", 2, "ей ей ую ей ей")
ADJECTIVE_F_SOFT = _declension("adjective, soft: Зимняя, Зимнюю", 2, "ей ей юю ей ей")
ADJECTIVE_F_POLISH = _declension("Polish surname of a woman: Бандровска, Бандровскую", 1, "ой ой ую ой ой")
ADJECTIVE_N = _declension("adjective: Простоквашинское", 2, "ого ому ое ым ом")
ADJECTIVE_N_VELAR = _declension("adjective after г к х: Подольское, Подольским", 2, "ого ому ое им ом")
FIRST = _declension("first declension: Окуджава, Окуджавой", 1, "ы е у ой е")
FIRST_VELAR = _declension("first declension after г к х: Глинка, Глинки", 1, "и е у ой е")
FIRST_HUSHED = _declension("first declension after a sibilant: Хатиджа, Хатиджей", 1, "и е у ей е")
FIRST_C = _declension("first declension after ц: Капица, Капицей", 1, "ы е у ей е")
FIRST_SOFT = _declension("first declension, soft: Илья, Ильи", 1, "и е ю ей е")
FIRST_II = _declension("first declension in -ия: Мария, о Марии", 1, "и и ю ей и")
THIRD = _declension("third declension: Любовь, Любовью", 1, "и и ь ью и")
NEUTER = _declension("neuter: Иваново, Ивановом", 1, "а у о ом е")
NEUTER_COMMON = _declension("neuter that always declines: Госагентство, Госагентством", 1, "а у о ом е")
NEUTER_II = _declension("neuter in -ие: Нацсобрание, о Нацсобрании", 1, "я ю е ем и")
NEUTER_SOFT = _declension("neuter in -ье: Приамурье, в Приамурье", 1, "я ю е ем е")
FLEETING_EC = _declension("fleeting vowel: Кравец, Кравца", 2, "ца цу ца цем це")
FLEETING_LEC = _declension("fleeting vowel after л: Стрелец, Стрельца", 2, "ьца ьцу ьца ьцем ьце")
FLEETING_IEC = _declension("fleeting vowel after a vowel: Коломиец, Коломийца", 2, "йца йцу йца йцем йце")


def _rules(*pairs: tuple[str, Declension]) -> tuple[Rule, ...]:
    return tuple(Rule(re.compile(pattern), declension) for pattern, declension in pairs)


COMMON_A = _rules(
    (r"[аеёиоуыэюя]а$|^[^аеёиоуыэюя]а$", FIXED),  # Моруа, Гарсиа, аш-Шараа; Джек Ма
    (r"[гкх]а$", FIRST_VELAR),
    (r"[жшчщ]а$", FIRST_HUSHED),
    (r"ца$", FIRST_C),
    (r"а$", FIRST),
    (r"ия$", FIRST_II),
    (r"я$", FIRST_SOFT),
)
"""Men's and women's names in -а and -я alike."""

CONSONANT = _rules(
    (r"[жшчщц]$", HUSHED),
    (r"ий$", SOFT_II),
    (r"[йь]$", SOFT),
    (r"[бвгджзклмнпрстфхцчшщ]$", HARD),
    (r"", FIXED),
)
"""A man's name that ends in a consonant; any other vowel does not decline."""

SURNAME_M = (
    *_rules(
        (r"ых$|(?<!н)них$|[гкхщшж]их$", FIXED),  # Седых, Долгих, Нижних; but Мюнних, Дитрих decline
        (r"[бвгджзклмнпрстфхцчшщ]ый$", ADJECTIVE_M),
        (r"[гкх]ий$", ADJECTIVE_M_VELAR),
        (r"^третий$", ADJECTIVE_M_THIRD),
        (r"[нжшчщ]ий$", ADJECTIVE_M_SOFT),
        (r"^[^аеёиоуыэюя]*[оэ]й$|сой$", SOFT),  # Цой, Эрсой
        (r"[гкхжшчщ]ой$", ADJECTIVE_M_VELAR),
        (r"ой$", ADJECTIVE_M),
        (r"[аиуе]ддин$|[аеёиоуыэюя](?:шт|нгт|гст|дв|лв)[ие]н$", HARD),  # Мухриддин: a name of faith, not a suffix
        (r"[аеёиоуыэюя].*(?:[оеё]в|[иы]н)$", POSSESSIVE_M),
        (r"[аеёиоуыэюя].*лец$", FLEETING_LEC),
        (r"[еиоу]ец$", FLEETING_IEC),
        (r"[аеёиоуыэюя].*[бвгджзкмнпрстфх]ец$", FLEETING_EC),
    ),
    *COMMON_A,
    *CONSONANT,
)

SURNAME_F = (
    *_rules(
        (r"[аеёиоуыэюя].*(?:[оеё]в|[иы]н)а$|^[гл]инина$", POSSESSIVE_F),
        (r"[жшчщ]ая$", ADJECTIVE_F_HUSHED),
        (r"[бвгдзклмнпрстфхц]ая$", ADJECTIVE_F),
        (r"няя$", ADJECTIVE_F_SOFT),
        (r"[вньлр][сц]ка$", ADJECTIVE_F_POLISH),
    ),
    *COMMON_A,
    *_rules((r"", FIXED)),
)

FIRST_NAME_M = (*COMMON_A, *CONSONANT)
FIRST_NAME_F = (*COMMON_A, *_rules((r"", FIXED)))


def decline(word: str, rules: tuple[Rule, ...]) -> Declension:
    """The declension that the first fitting rule gives the word."""
    low = word.lower()
    return next((rule.declension for rule in rules if rule.pattern.search(low)), FIXED)
