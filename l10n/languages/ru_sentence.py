"""A term as tokens, and what has been decided of each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from l10n.languages.ru_nouns import Columns
from l10n.model import Gender, Kind

TOKEN = re.compile(r"[^\W_]+(?:[-‐‑.'’][^\W_]+)*\.?|\s+|.")


@dataclass(slots=True)
class Sentence:
    """The tokens of a term, and what has been decided of each so far."""

    tokens: list[str]
    kind: Kind
    gender: Gender
    columns: dict[int, Columns] = field(default_factory=dict)
    """By token index: forms by case key; a token that is missing stays as it is."""
    plural: bool = False
    """The columns hold plural keys as well."""

    def word(self, index: int) -> int | None:
        """The index of the first word at or after a token."""
        return next((i for i in range(index, len(self.tokens)) if self.tokens[i][:1].isalnum()), None)
