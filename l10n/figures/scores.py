"""Scores with a colon: 4-2 -> 4:2."""

from __future__ import annotations

import re

from l10n.figures.english import Figure
from l10n.languages import base
from l10n.locate import Working


def written(figure: Figure) -> str:
    return ":".join(re.findall(r"\d+", figure.text))


def repaired(scores: tuple[Figure, ...], working: Working, locale: str) -> Working:
    """The translation with a colon in every score that it writes with a hyphen or a dash."""
    if base(locale) not in ("ru", "az"):
        return working
    for figure in scores:
        home, away = re.findall(r"\d+", figure.text)
        match = re.search(rf"(?<![\d.,:-]){home}[ \u00a0]?[-–—][ \u00a0]?{away}(?![\d%]|[.,:]\d)", working.text)
        if match:
            working = working.replaced(match.span(), f"{home}:{away}", figure.at)
    return working
