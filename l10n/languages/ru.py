"""Russian: case forms of names, titles and phrases, and their recognition in text."""

from __future__ import annotations

from dataclasses import dataclass

from l10n.languages.ru_cases import cases_of
from l10n.languages.ru_endings import CASES
from l10n.languages.ru_letters import is_russian
from l10n.languages.ru_like import inflect_like
from l10n.languages.ru_morphology import agreed_verb
from l10n.languages.ru_names import surname
from l10n.languages.ru_prepositions import agree_preposition, governed
from l10n.languages.ru_recognise import find, index_of, locative, paradigm
from l10n.model import Form, Gender, Kind


@dataclass(frozen=True, slots=True)
class Russian:
    """The ``Language`` of Russian."""

    code: str = "ru"
    name: str = "Russian"
    plural_forms: str = (
        "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
    )
    cases: tuple[str, ...] = CASES
    conjunction: str = "и"
    titles_agree: bool = True
    lists_agree: bool = True

    def forms(self, term: str, *, kind: Kind = Kind.TERM, gender: Gender = Gender.NONE) -> dict[str, str]:
        """Every form of a nominative term by key; ``nom.pl`` ... for titles and common nouns that have a plural."""
        return {key: texts[0] for key, texts in paradigm(term, kind, gender).items()}

    def find(self, term: str, text: str, *, kind: Kind = Kind.TERM, gender: Gender = Gender.NONE) -> tuple[Form, ...]:
        """Every occurrence of any form of the term, ascending; whole words only, ё as е, any space or hyphen."""
        return find(term, text, kind, gender)

    def cases_of(self, phrase: str, *, kind: Kind = Kind.TERM, gender: Gender = Gender.NONE) -> tuple[str, ...]:
        """The keys a phrase of running text can stand in, likeliest first, whatever its lemma."""
        return cases_of(phrase, kind, gender)

    def inflect_like(
        self, term: str, phrase: str, *, kind: Kind = Kind.TERM, gender: Gender = Gender.NONE
    ) -> str | None:
        """The term in the form that a phrase of running text stands in; ``None`` where none shows."""
        return inflect_like(term, phrase, kind, gender)

    def agree_preposition(self, preposition: str, following: str) -> str:
        """в or во, с or со, о or об ... before the words that follow."""
        return agree_preposition(preposition, following)

    def governed(self, preposition: str) -> tuple[str, ...]:
        """``dat`` of к, ``loc`` and ``acc`` of в."""
        return governed(preposition)

    def agreed_verb(self, verb: str, gender: Gender) -> str | None:
        """проведут of проведет with several subjects; сказал of сказала with a man."""
        return agreed_verb(verb, gender)

    def locative(self, term: str, preposition: str, *, kind: Kind = Kind.TERM, gender: Gender = Gender.NONE) -> str:
        """The locative of a term after a preposition: в Крыму, but о Крыме."""
        return locative(term, preposition, kind, gender)

    def form_index(self, term: str, *, kind: Kind = Kind.TERM, gender: Gender = Gender.NONE) -> frozenset[str]:
        """All forms of the term as texts are compared: lower case, ё as е, plain spaces, hyphens and quotes."""
        return frozenset(index_of(term, kind, gender))

    def surname(self, term: str) -> str:
        """The part of a person's name that stands alone after the first mention."""
        return surname(term)

    def right_script(self, text: str) -> bool:
        """Every letter is Russian."""
        return is_russian(text)

    def lower(self, text: str) -> str:
        return text.lower()

    def upper(self, text: str) -> str:
        return text.upper()


LANGUAGE = Russian()
