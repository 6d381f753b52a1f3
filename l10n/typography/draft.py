"""What a rule of typography sees, and what it wants."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

NBSP = "\u00a0"
Edit = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Draft:
    """What a rule sees."""

    source: str
    text: str
    lang: str


Rule = Callable[[Draft], Iterable[Edit]]
