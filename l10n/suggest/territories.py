"""Names of territories and currencies in several languages, from the Unicode CLDR."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files

from l10n.glossary.english import normalise

_ALIASES = {"turkey": "TR", "usa": "US", "uk": "GB", "britain": "GB", "great britain": "GB", "czech republic": "CZ"}


@cache
def territories() -> dict[str, dict[str, str]]:
    """``{"azerbaijan": {"ru": "Азербайджан", "az": "Azərbaycan"}}``: by English name as ``normalise`` writes it."""
    lines = files("l10n.data").joinpath("cldr-names.csv").read_text(encoding="utf-8").splitlines()[1:]
    table: dict[str, dict[str, str]] = {}
    codes: dict[str, dict[str, str]] = {}
    for row in csv.DictReader(lines):
        names = {code: row[code] for code in ("ru", "az")}
        if row["kind"] == "language":
            continue  # English and Russian are adjectives more often than languages
        for name in re.split(r"\s*[()]\s*", row["en"].replace("&", "and")):
            if name:
                table.setdefault(normalise(name)[0], names)
        codes[row["code"]] = names
    for alias, code in _ALIASES.items():
        table.setdefault(alias, codes[code])
    return table


def is_territory(name: str) -> bool:
    return normalise(name)[0] in territories()


@cache
def adjectives() -> frozenset[str]:
    """``welsh``, ``armenian``: names of languages, which are adjectives of nations too, in one word each."""
    lines = files("l10n.data").joinpath("cldr-names.csv").read_text(encoding="utf-8").splitlines()[1:]
    names = (normalise(row["en"])[0] for row in csv.DictReader(lines) if row["kind"] == "language")
    return frozenset(name for name in names if " " not in name)
