"""Languages without a grammar of their own: a term matches exactly, whatever the case of its letters."""

from __future__ import annotations

import re
from dataclasses import dataclass

from l10n.model import Form, Gender, Kind


@dataclass(frozen=True, slots=True)
class PlainLanguage:
    code: str
    name: str
    plural_forms: str = "nplurals=2; plural=(n != 1);"
    cases: tuple[str, ...] = ("nom",)
    conjunction: str = ""
    titles_agree: bool = False
    lists_agree: bool = False

    def forms(self, term: str, *, kind: Kind = Kind.TERM, gender: Gender = Gender.NONE) -> dict[str, str]:
        return {"nom": term}

    def find(self, term: str, text: str, *, kind: Kind = Kind.TERM, gender: Gender = Gender.NONE) -> tuple[Form, ...]:
        words = r"\s+".join(map(re.escape, term.split()))
        pattern = re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)
        return tuple(Form(m.start(), m.end(), m.group(), ("nom",)) for m in pattern.finditer(text))

    def cases_of(self, phrase: str, *, kind: Kind = Kind.TERM, gender: Gender = Gender.NONE) -> tuple[str, ...]:
        return ("nom",)

    def inflect_like(
        self, term: str, phrase: str, *, kind: Kind = Kind.TERM, gender: Gender = Gender.NONE
    ) -> str | None:
        return None

    def agree_preposition(self, preposition: str, following: str) -> str:
        return preposition

    def governed(self, preposition: str) -> tuple[str, ...]:
        return ()

    def agreed_verb(self, verb: str, gender: Gender) -> str | None:
        return None

    def locative(self, term: str, preposition: str, *, kind: Kind = Kind.TERM, gender: Gender = Gender.NONE) -> str:
        return term

    def right_script(self, text: str) -> bool:
        return True

    def lower(self, text: str) -> str:
        return text.lower()

    def upper(self, text: str) -> str:
        return text.upper()


def language(code: str) -> PlainLanguage:
    return PlainLanguage(code, code)
