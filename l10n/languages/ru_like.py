"""A term in the form of the phrase in its place: by likeness to its own forms, else by the phrase's case."""

from __future__ import annotations

from l10n.languages.ru_cases import cases_of
from l10n.languages.ru_letters import key_of
from l10n.languages.ru_recognise import paradigm
from l10n.model import Gender, Kind

STRANGE = 0.45
"""From this share of changed letters on a phrase is another word, and only its own endings tell the case."""


def inflect_like(term: str, phrase: str, kind: Kind, gender: Gender) -> str | None:
    """The form of the term that a phrase stands for: Карпатами for «Корпатами»; ``None`` where nothing tells."""
    forms = paradigm(term, kind, gender)
    ranked = [key if key in forms else key.removesuffix(".pl") for key in cases_of(phrase, kind, gender)]
    near = _nearest(forms, phrase)
    if near and (ranked or len({texts[0] for texts in forms.values()}) > 1):
        best = next((key for key in ranked if key in near), near[0])
        return forms[best][0]
    return forms[ranked[0]][0] if ranked else None


def _nearest(forms: dict[str, tuple[str, ...]], phrase: str) -> tuple[str, ...]:
    """The keys of the forms that differ least from the phrase; empty where all differ too much."""
    words = key_of(phrase).split()
    distances: dict[str, float] = {}
    for key, texts in forms.items():
        parts = key_of(texts[0]).split()
        windows = [parts[at : at + len(words)] for at in range(max(1, len(parts) - len(words) + 1))]
        distances[key] = min(_distance(" ".join(window), " ".join(words)) for window in windows)
    least = min(distances.values())
    if not words or least > STRANGE * len(" ".join(words)):
        return ()
    return tuple(key for key, distance in distances.items() if distance == least)


def _distance(first: str, second: str) -> float:
    """Levenshtein distance."""
    row = list(range(len(second) + 1))
    for at, letter in enumerate(first, 1):
        before, row[0] = row[0], at
        for column, other in enumerate(second, 1):
            before, row[column] = (
                row[column],
                min(row[column] + 1, row[column - 1] + 1, before + (letter != other)),
            )
    return row[-1]
