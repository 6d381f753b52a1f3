"""Azerbaijani: case forms, and how to recognise them."""

from __future__ import annotations

from l10n.languages import az_letters
from l10n.languages.az_analyse import Analysis, analyse, read_cases
from l10n.languages.az_find import find_all
from l10n.languages.az_forms import all_forms
from l10n.languages.az_like import inflect_like
from l10n.languages.az_suffixes import CASES
from l10n.model import Form, Gender, Kind

_PATRONYMICS = ("oğlu", "qızı")


def surname(term: str) -> str:
    """The surname in a person's name: its last word, or its first where a patronymic closes the name.

    «Heydər Əlirza oğlu Əliyev» and «Əliyev Heydər Əlirza oğlu» both give Əliyev.
    """
    words = term.split()
    if len(words) > 2 and az_letters.lower(words[-1]) in _PATRONYMICS:
        return words[0]
    return words[-1] if words else ""


class Azerbaijani:
    """The ``Language`` of locale az."""

    code: str = "az"
    name: str = "Azerbaijani"
    plural_forms: str = "nplurals=2; plural=(n != 1);"
    cases: tuple[str, ...] = CASES
    conjunction: str = "və"
    titles_agree: bool = False
    lists_agree: bool = False

    def forms(self, term: str, *, kind: Kind = Kind.TERM, gender: Gender = Gender.NONE) -> dict[str, str]:
        return dict(all_forms(term, kind))

    def find(self, term: str, text: str, *, kind: Kind = Kind.TERM, gender: Gender = Gender.NONE) -> tuple[Form, ...]:
        return find_all(term, text, kind)

    def cases_of(self, phrase: str, *, kind: Kind = Kind.TERM, gender: Gender = Gender.NONE) -> tuple[str, ...]:
        return read_cases(phrase, kind, gender)

    def inflect_like(
        self, term: str, phrase: str, *, kind: Kind = Kind.TERM, gender: Gender = Gender.NONE
    ) -> str | None:
        return inflect_like(term, phrase, kind, gender)

    def agree_preposition(self, preposition: str, following: str) -> str:
        """Azerbaijani has postpositions, which do not change: the word as it is."""
        return preposition

    def governed(self, preposition: str) -> tuple[str, ...]:
        return ()

    def agreed_verb(self, verb: str, gender: Gender) -> str | None:
        return None

    def locative(self, term: str, preposition: str, *, kind: Kind = Kind.TERM, gender: Gender = Gender.NONE) -> str:
        return self.forms(term, kind=kind, gender=gender)["loc"]

    def right_script(self, text: str) -> bool:
        return az_letters.right_script(text)

    def lower(self, text: str) -> str:
        return az_letters.lower(text)

    def upper(self, text: str) -> str:
        return az_letters.upper(text)

    def title_case(self, text: str) -> str:
        return az_letters.title_case(text)


LANGUAGE = Azerbaijani()

__all__ = ["LANGUAGE", "Analysis", "Azerbaijani", "analyse", "surname"]
