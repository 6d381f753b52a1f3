"""The word lists of Russian, read once from ``data/ru-*``."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def _lines(name: str) -> list[str]:
    text = files("l10n.languages").joinpath("data", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


@cache
def word_list(file: str, section: str) -> frozenset[str]:
    """The words of all lines of a file that begin with the name of the section, in lower case."""
    found: set[str] = set()
    for line in _lines(file):
        head, *words = line.lower().split()
        if head == section:
            found.update(words)
    return frozenset(found)


@cache
def pairs(file: str, section: str) -> dict[str, str]:
    """The ``left=right`` words of a section, as a mapping."""
    split = (word.split("=", 1) for word in word_list(file, section))
    return dict(split)


@cache
def first_names() -> dict[str, tuple[str, str]]:
    """First names in lower case, with their gender (m, f) and origin (west, home, turk)."""
    found: dict[str, tuple[str, str]] = {}
    for line in _lines("ru-first-names.txt"):
        gender, origin, *names = line.lower().split()
        for name in names:
            found.setdefault(name, (gender, origin))
    return found
