"""Words of no dictionary as the head of a phrase: their forms by their endings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from l10n.languages.ru_endings import (
    ADJECTIVE_F,
    ADJECTIVE_M,
    ADJECTIVE_M_VELAR,
    ADJECTIVE_N,
    ADJECTIVE_N_VELAR,
    CASES,
    COMMON_A,
    CONSONANT,
    FIXED,
    NEUTER,
    NEUTER_COMMON,
    NEUTER_II,
    NEUTER_SOFT,
    SOFT,
    THIRD,
    Declension,
    Rule,
    decline,
)
from l10n.languages.ru_letters import like
from l10n.languages.ru_lists import pairs, word_list
from l10n.languages.ru_syllables import is_chinese
from l10n.model import Kind

Columns = dict[str, tuple[str, ...]]
PHRASES = "ru-phrases.txt"


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a phrase: its forms, and what its modifiers agree with."""

    columns: Columns
    gender: str
    plural: bool
    animate: bool
    has_plural: bool

    @property
    def inflects(self) -> bool:
        return len({texts[0] for key, texts in self.columns.items() if not key.endswith(".pl")}) > 1


def _rule(pattern: str, declension: Declension) -> Rule:
    return Rule(re.compile(pattern), declension)


PLACE = (
    _rule(r"[сц]кий$", ADJECTIVE_M_VELAR),
    _rule(r"[бвдзлмнпрст]ый$", ADJECTIVE_M),
    _rule(r"(?:ск|цк)ое$", ADJECTIVE_N_VELAR),
    _rule(r"[внл]ое$", ADJECTIVE_N),
    _rule(r"(?:ск|цк|н|ов)ая$", ADJECTIVE_F),
    _rule(r"ство$", NEUTER_COMMON),
    _rule(r"[нт]ие$", NEUTER_II),
    _rule(r"^(?:при|за|по|под|между|пред|сред).*ье$|(?:речье|морье|горье|лесье|полье)$", NEUTER_SOFT),
    _rule(r"(?:ов|ев|ин|ын)о$", NEUTER),
    _rule(r"поль$", SOFT),
    _rule(r"[^лр]ь$|[аеёиоуыэюя]рь$", THIRD),
    *COMMON_A,
    *CONSONANT,
)
"""Places, organizations and things that the dictionary does not hold."""


def given_plural(token: str) -> Head:
    """Дарданеллы, Мардакяны: a hard plural whose genitive is given."""
    stem = token[:-1]
    soft = token.endswith("и") and token[-2:-1].lower() in "аеиоуья"
    endings = ("ям", "ями", "ях") if soft else ("ам", "ами", "ах")
    dat, ins, loc = (stem + ending for ending in endings)
    forms = (token, like(token, pairs(PHRASES, "plurale")[token.lower()]), dat, token, ins, loc)
    columns: Columns = {case: (text,) for case, text in zip(CASES, forms, strict=True)}
    return Head(columns, "", True, False, has_plural=False)


def declined_noun(token: str, kind: Kind) -> tuple[Head, ...]:
    """A word of no dictionary, by its ending: Гянджа, Ханкенди, Ходжавенд."""
    declension = SOFT if token.lower().endswith("ь") and is_chinese(token) else decline(token, PLACE)
    declension = {"m": SOFT, "f": THIRD}.get(pairs(PHRASES, "gender").get(token.lower(), ""), declension)
    forms = declension.forms(token)
    animate = kind in (Kind.TITLE, Kind.PERSON) or token.lower() in word_list(PHRASES, "being")
    masculine = not re.search(r"[аяоеиуыэю]$", token.lower()) and declension is not THIRD
    columns: Columns = {case: (text,) for case, text in zip(CASES, forms, strict=True)}
    if masculine and declension is not FIXED:
        columns["acc"] = (forms[1] if animate else token,)
    if re.search(r"[жшч]а$", token.lower()) and kind is Kind.PLACE:
        columns["ins"] = (forms[4], token[:-1] + "ой")  # Абуджей; but Хурчой
    if declension in (NEUTER_II, NEUTER_COMMON):
        columns["acc"] = (token,)
    if declension is NEUTER:
        columns["acc"] = (token,)
        columns = {case: (texts[0], token) for case, texts in columns.items()}
    has_plural = kind in (Kind.TITLE, Kind.TERM) and token[:1].islower() and bool(plural := _plural(token, animate))
    if has_plural:
        columns.update(plural)
    gender = (
        "m"
        if masculine
        else ""
        if animate
        else "f"
        if token.lower()[-1:] in "аяь"
        else ""
        if declension is FIXED
        else "n"
    )
    return (Head(columns, gender, False, animate, has_plural=has_plural),)


def _plural(token: str, animate: bool) -> Columns:
    """The plural of a common noun of no dictionary: мугамы, каравансараи; empty for endings that do not tell."""
    low = token.lower()
    if re.search(r"[бвдзлмнпрстф]$", low):
        stem, endings = token, ("ы", "ов", "ам", "ами", "ах")
    elif re.search(r"[гкх]$", low):
        stem, endings = token, ("и", "ов", "ам", "ами", "ах")
    elif re.search(r"[жшчщ]$", low):
        stem, endings = token, ("и", "ей", "ам", "ами", "ах")
    elif re.search(r"[жшчщ]ь$", low):
        stem, endings = token[:-1], ("и", "ей", "ам", "ами", "ах")
    elif low.endswith("ь"):
        stem, endings = token[:-1], ("и", "ей", "ям", "ями", "ях")
    elif low.endswith(("ия", "ие")):
        stem, endings = token[:-1], ("я" if low.endswith("е") else "и", "й", "ям", "ями", "ях")
    elif re.search(r"[аеоуэыюя]й$", low):
        stem, endings = token[:-1], ("и", "ев", "ям", "ями", "ях")
    elif re.search(r"[бвдзлмнпрстф]а$", low):
        stem, endings = token[:-1], ("ы", "", "ам", "ами", "ах")
    elif re.search(r"[гкхжшчщ]а$", low):
        stem, endings = token[:-1], ("и", "", "ам", "ами", "ах")
    else:
        return {}
    nom, gen, dat, ins, loc = (stem + ending for ending in endings)
    forms = (nom, gen, dat, gen if animate else nom, ins, loc)
    return {f"{case}.pl": (text,) for case, text in zip(CASES, forms, strict=True)}


def single(token: str) -> Columns:
    """An ordinal in figures: 29-я, 29-й, 29-ю; empty for anything else."""
    found = re.fullmatch(r"(\d+[-‐‑])(й|я|е)", token)
    if not found:
        return {}
    endings = {
        "й": ("й", "го", "му", "й", "м", "м"),
        "я": ("я", "й", "й", "ю", "й", "й"),
        "е": ("е", "го", "му", "е", "м", "м"),
    }[found[2]]
    keys = (*CASES, *(f"{case}.pl" for case in CASES))
    return {
        key: (found[1] + ending,) for key, ending in zip(keys, (*endings, "е", "х", "м", "е", "ми", "х"), strict=True)
    }
