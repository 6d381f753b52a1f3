"""What the source checks know of English: countries, organizations, offices, and capitalised words that name nobody."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files


def _sections() -> dict[str, frozenset[str]]:
    """The word lists of ``en-not-names.txt`` by section."""
    found: dict[str, set[str]] = {}
    current: set[str] = set()
    for line in (files("l10n.languages") / "data" / "en-not-names.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            current = found.setdefault(line[1 : line.index("]")], set())
        elif not line.startswith("#"):
            current.update(line.split())
    return {name: frozenset(words) for name, words in found.items()}


_SECTIONS = _sections()
MODIFIERS, HEADS = _SECTIONS["modifiers"], _SECTIONS["heads"]
NOT_NAMES = frozenset().union(*_SECTIONS.values())


@dataclass(frozen=True, slots=True)
class Mention:
    """A country or organization named in a text."""

    name: str
    """Its first name in the list."""
    start: int
    end: int
    by_name: bool
    """Not by its people or its capital."""
    by_capital: bool = False


@dataclass(frozen=True)
class Gazetteer:
    """Names found in text, the longest first."""

    entries: dict[str, tuple[str, str]]
    """Surface to (name, how)."""
    kinds: dict[str, str]
    words: frozenset[str]
    """Single words that occur in names, peoples and capitals."""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        surfaces = sorted(self.entries, key=len, reverse=True)
        return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, surfaces))})(?![\w])")

    def mentions(self, text: str) -> list[Mention]:
        found = []
        for match in self.pattern.finditer(text):
            name, how = self.entries[match[0]]
            if match[0] in _FIRST_NAMES and re.search(r"\b[A-Z][a-z]+\s$", text[: match.start()][-16:]):
                continue
            found.append(Mention(name, match.start(), match.end(), how == "name", how == "capital"))
        return found


_FIRST_NAMES = frozenset(
    ("Jordan", "Chad", "Israel", "Georgia", "Holland", "Ireland", "German", "French", "English", "Pole", "US")
)
"""Also people's names: not a country right behind a capitalised word (Michael Jordan)."""


@cache
def countries() -> Gazetteer:
    """The countries of the world with their peoples and capitals."""
    entries: dict[str, tuple[str, str]] = {}
    for row in _rows("en-countries.csv"):
        names = row["name"].split("|")
        for how, cell in (("capital", row["capital"]), ("people", row["people"]), ("name", row["name"])):
            entries.update({surface: (names[0], how) for surface in cell.split("|") if surface})
    return _gazetteer(entries, {})


@cache
def is_name(word: str) -> bool:
    """A capitalised word that may be part of a person's name: no title, place, month, opener or abbreviation."""
    return word.lower() not in NOT_NAMES and word not in countries().words and not (word.isupper() and len(word) > 2)


@cache
def organizations(extra: tuple[str, ...] = ()) -> Gazetteer:
    """International organizations, and those of a glossary (``a|b|c``: the names of one)."""
    entries: dict[str, tuple[str, str]] = {}
    kinds: dict[str, str] = {}
    for cell, kind in [
        *((row["name"], row["kind"]) for row in _rows("en-organizations.csv")),
        *((c, "") for c in extra),
    ]:
        names = cell.split("|")
        if any(name in entries for name in names):
            continue
        kinds[names[0]] = kind or _head(names[0])
        entries.update({surface: (names[0], "name") for surface in names if len(surface) > 1})
    return _gazetteer(entries, kinds)


_SORT = re.compile(
    r"\b(ministry|committee|agency|university|bank|fund|museum|theatre|theater|academy|party|club|airlines?|commission|"
    r"council|service|institute|court)\b",
    re.I,
)


def _head(name: str) -> str:
    """What sort of organization a name says it is; empty where it does not."""
    found = _SORT.search(name)
    return found[1].lower() if found else ""


def _rows(name: str) -> list[dict[str, str]]:
    text = (files("l10n.languages") / "data" / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def _gazetteer(entries: dict[str, tuple[str, str]], kinds: dict[str, str]) -> Gazetteer:
    words = frozenset(word for surface in entries for word in surface.split() if word[:1].isupper())
    return Gazetteer(entries, kinds, words)
