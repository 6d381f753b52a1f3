"""A place by its adjective or its people: бакинский, бакинцы, bakılı. Not a form of the name, and not a wrong name."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from l10n.languages import base

_RU_ENDING = re.compile(r"(?:[аеи]?й|ь|и?я|[аоеиуы])$")
_RU_LAND = re.compile(r"и?стан$")
_RU_ADJECTIVE = r"(?:ин|ан|ян|ьян|ей|ий|ов|ев|он|ен|ь)?(?:ск|цк)(?:ий|ая|ое|ие|ого|ой|ому|им|их|ими|ую|ом|о-[а-я-]+)"
_RU_PEOPLE = (
    r"(?:ин|ан|ян|ьян|ий|ей|и|а|я)?"
    r"(?:ец|ц[ыаеу]|цев|цам|цами|цах|цем|нин\w{0,2}|н[ые]|н|нам|нами|нах|нк\w{1,3}|чан\w*|о-[а-я-]+)"
)
_AZ_SUFFIX = r"l[ıiuü]\w*"
_AZ_LAND = re.compile(r"[ıiuü]?stan$")


def derived(place: str, text: str, locale: str) -> bool:
    """The text has an adjective of the place, or its inhabitants."""
    pattern = _pattern(place, base(locale))
    return pattern is not None and pattern.search(_lower(text, locale)) is not None


def _lower(text: str, locale: str) -> str:
    if locale.startswith("az"):
        return text.replace("İ", "i").replace("I", "ı").lower()
    return text.lower().replace("ё", "е")


@cache
def _pattern(place: str, language: str) -> re.Pattern[str] | None:
    low = _lower(place, language)
    irregular = [re.escape(stem) + r"\w*" for stem in _irregular().get((language, low), ())]
    if language == "ru":
        stem = _RU_LAND.sub("", low) if _RU_LAND.search(low) else _RU_ENDING.sub("", low)
        stems = [s for s in dict.fromkeys((stem, low)) if len(s) >= 3]
        regular = [re.escape(s) + _RU_ADJECTIVE for s in stems]
        regular += [rf"{re.escape(s)}(?:{_RU_PEOPLE})" for s in stems if len(s) >= 4]
    elif language == "az":
        land = [re.escape(_AZ_LAND.sub("", low)) + r"(?:l[ıiuü]\w*|ca|cə)?"] if _AZ_LAND.search(low) else []
        regular = [re.escape(low) + _AZ_SUFFIX, *land]
    else:
        return None
    return re.compile(rf"(?<!\w)(?:[а-яa-zə]+-)?(?:{'|'.join(irregular + regular)})(?!\w)")


@cache
def _irregular() -> dict[tuple[str, str], tuple[str, ...]]:
    table = {}
    text = (files("l10n.languages") / "data" / "place-adjectives.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            language, rest = line.split(" ", 1)
            place, stems = rest.rsplit(" ", 1)
            table[language, _lower(place, language)] = tuple(stems.split("|"))
    return table
