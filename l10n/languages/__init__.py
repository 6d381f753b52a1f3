"""What the tool knows of a language, behind one protocol; modules load when first asked for."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Protocol

from l10n.model import Form, Gender, Kind


class Language(Protocol):
    """A target language: its case forms, and how to recognise them."""

    @property
    def code(self) -> str: ...

    @property
    def name(self) -> str: ...

    @property
    def plural_forms(self) -> str:
        """The gettext ``Plural-Forms`` header."""
        ...

    @property
    def cases(self) -> tuple[str, ...]:
        """Case keys, nominative first: ru nom gen dat acc ins loc; az nom gen dat acc loc abl."""
        ...

    @property
    def conjunction(self) -> str:
        """The word for "and"; empty where l10n does not know it."""
        ...

    @property
    def titles_agree(self) -> bool:
        """A title before a name stands in the name's case («министром Керимовым»), not in the nominative always
        ("nazir Kərimovla")."""
        ...

    @property
    def lists_agree(self) -> bool:
        """Every name of a list has the list's case («из Шуши и Гянджи»), not the last alone ("Şuşa və Gəncədən")."""
        ...

    def forms(self, term: str, *, kind: Kind = Kind.TERM, gender: Gender = Gender.NONE) -> dict[str, str]:
        """Every form of a nominative term by key: ``nom``, ``gen`` ..., ``nom.pl`` ... where there is a plural,
        in Azerbaijani ``nom.poss`` ... with the third-person possessive. Never raises on odd input: a term that
        cannot be inflected has the same text under every key."""
        ...

    def find(self, term: str, text: str, *, kind: Kind = Kind.TERM, gender: Gender = Gender.NONE) -> tuple[Form, ...]:
        """Every occurrence of any form of the term in a text, ascending; whole words only."""
        ...

    def cases_of(self, phrase: str, *, kind: Kind = Kind.TERM, gender: Gender = Gender.NONE) -> tuple[str, ...]:
        """The form keys that a phrase of running text can stand in, likeliest first, whatever its lemma: how the
        case of a wrongly spelled name is read off. Empty where nothing can be said."""
        ...

    def inflect_like(
        self, term: str, phrase: str, *, kind: Kind = Kind.TERM, gender: Gender = Gender.NONE
    ) -> str | None:
        """The nominative term in the form that a phrase of running text stands in, suffixes beyond the cases included
        (Azerbaijani -la, -dır, -dakı); ``None`` where no form can be read off."""
        ...

    def agree_preposition(self, preposition: str, following: str) -> str:
        """The preposition in the shape it takes before a word: Russian во, со, об. Any other word is returned as is."""
        ...

    def governed(self, preposition: str) -> tuple[str, ...]:
        """The cases that a noun can stand in right behind a preposition; empty for any other word, and in a language
        whose prepositions leave the noun as it is."""
        ...

    def agreed_verb(self, verb: str, gender: Gender) -> str | None:
        """A verb that can be nothing else, as one subject of that gender asks for it, or several (``Gender.NONE``);
        ``None`` of any other word, of one that agrees already, and where subjects ask for nothing."""
        ...

    def locative(self, term: str, preposition: str, *, kind: Kind = Kind.TERM, gender: Gender = Gender.NONE) -> str:
        """The locative of a nominative term after a preposition: Russian «в Крыму», but «о Крыме»."""
        ...

    def right_script(self, text: str) -> bool:
        """Every letter belongs to the alphabets this language's newspapers write words in."""
        ...

    def lower(self, text: str) -> str: ...

    def upper(self, text: str) -> str: ...


def base(code: str) -> str:
    """The language of a locale code or tag: ``az`` of ``az``, ``az_AZ`` and ``az-Latn``."""
    return code.replace("_", "-").partition("-")[0].lower()


@cache
def language(code: str) -> Language:
    """The language of a locale code; one that l10n has no grammar of matches terms exactly."""
    if base(code) in ("ru", "az"):
        module = import_module(f"l10n.languages.{base(code)}")
    else:
        module = import_module("l10n.languages.plain")
        return module.language(code)  # type: ignore[no-any-return]
    return module.LANGUAGE  # type: ignore[no-any-return]
