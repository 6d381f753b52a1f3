"""Which part or number of a target answers to what was found in the English."""

from __future__ import annotations

import re

from l10n.glossary.english import PATRONYMIC, surname
from l10n.languages import Language
from l10n.model import Kind

_ARTICLE = re.compile(r"(?:аль|эль|ас|аш|ад|ар|əl|əs|əş|əd|ər)-(?=[^\W\d_])", re.IGNORECASE)


def surnames_of(target: str, part: tuple[int, int], size: int) -> tuple[str, ...]:
    """The surname in a full name of the target language, and the same without its Arabic article (аль-Асад, Асад)."""
    found = _surname_of(target, part, size)
    return tuple(dict.fromkeys((found, _ARTICLE.sub("", found))))


def _surname_of(target: str, part: tuple[int, int], size: int) -> str:
    """The surname in a full name.

    ``part`` are the words of the surname in an English name of ``size`` words: a target of as many words has it in
    the same place, any other at its end (before it a patronymic may stand, as in Гейдар Алирза оглы Алиев).
    """
    words = target.split()
    start, end = part
    if len(words) == size:
        return " ".join(words[start:end])
    if start == 0:
        return words[0]
    if words[-1].lower() in PATRONYMIC and len(words) > 2:
        return words[0]
    own = surname(target)
    return " ".join(words[slice(*own)]) if own and end - start > 1 else words[-1]


def plural_of(target: str, kind: Kind, grammar: Language) -> str:
    """The nominative plural, or the target itself where the language has none for it."""
    return grammar.forms(target, kind=kind).get("nom.pl", target)
