"""The words that can be swapped: `lexicon/*.tsv` read into entries, each with its family.

Members of one family agree in what the words around them could show: part of speech, Russian gender and animacy,
the preposition of place (в or на), and roughly in meaning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import product
from pathlib import Path

from l10n.glossary import load
from l10n.languages.ru_morphology import Reading, readings
from l10n.model import Gender, Kind

FOLDER = Path(__file__).with_name("lexicon")
GLOSSARIES = Path(__file__).parents[1] / "glossaries"
M, F = Gender.MASCULINE, Gender.FEMININE


@dataclass(frozen=True, slots=True)
class Entry:
    """A name or term in English and its nominatives in Russian and Azerbaijani."""

    kind: str
    """person, surname, place, adjective (of a country), organization, title, term, date, quality (an adjective)"""
    family: str
    """What it may be swapped within; begins with the kind. Empty for what is not swapped."""
    source: str
    ru: str
    az: str
    gender: Gender = Gender.NONE
    """Of a person."""
    plural: bool = False
    """The English is a plural, the nominatives are singular."""

    @property
    def grammar(self) -> Kind | None:
        """How l10n declines it in Russian; nothing for an adjective."""
        return GRAMMAR[self.kind]

    @property
    def grammar_az(self) -> Kind:
        """How l10n declines it in Azerbaijani, where the adjective of a country is its name."""
        return Kind.PLACE if self.kind == "adjective" else self.grammar or Kind.TERM


GRAMMAR = {
    "person": Kind.PERSON,
    "surname": Kind.PERSON,
    "place": Kind.PLACE,
    "adjective": None,
    "quality": None,
    "organization": Kind.ORGANIZATION,
    "title": Kind.TITLE,
    "term": Kind.TERM,
    "date": Kind.TERM,
}


@dataclass(frozen=True, slots=True)
class GivenName:
    """A first name and the culture whose surnames it goes with."""

    culture: str
    gender: Gender
    source: str
    ru: str
    az: str


@dataclass(frozen=True, slots=True)
class Surname:
    """A surname as a man and as a woman bears it: (English, Russian, Azerbaijani)."""

    culture: str
    man: tuple[str, str, str]
    woman: tuple[str, str, str]


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a table, without comments."""
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@cache
def given_names() -> tuple[GivenName, ...]:
    """`first-names.tsv`."""
    return tuple(GivenName(row[0], Gender(row[1]), *row[2:5]) for row in rows("first-names.tsv"))


@cache
def surnames() -> tuple[Surname, ...]:
    """`surnames.tsv`, with the women's forms."""
    found = []
    for culture, *words in rows("surnames.tsv"):
        source, ru, az = words
        found.append(Surname(culture.split("-")[0], (source, ru, az), of_woman(source, ru, az)))
    return tuple(found)


def of_woman(source: str, ru: str, az: str) -> tuple[str, str, str]:
    """The surname of a woman: Karimova, Керимова, Kərimova; Petrovskaya; most others do not change."""
    if re.search(r"(?:[оеё]в|[аеиоуыьй]?[иы]н)$", ru) and re.search(r"(?:[oe]v|in|yn)$", source):
        return source + "a", ru + "а", az + "a"
    if ru.endswith("ский"):
        return (
            re.sub(r"sky$|skii$|skiy$", "skaya", source),
            ru[:-2] + "ая",
            az + "ya" if az.endswith("ska") else az[:-1] + "aya",
        )
    return source, ru, az


@cache
def people() -> tuple[Entry, ...]:
    """Full names: every first name with every surname of its culture, and those of `people.tsv`."""
    made = [
        person(f"{given.source} {source}", f"{given.ru} {ru}", f"{given.az} {az}", given.gender)
        for given in given_names()
        for surname in surnames()
        if surname.culture == given.culture
        for source, ru, az in [surname.man if given.gender is M else surname.woman]
    ]
    whole = [person(row[0], row[1], row[2], Gender(row[3])) for row in rows("people.tsv")]
    return (*made, *whole)


def person(source: str, ru: str, az: str, gender: Gender) -> Entry:
    """The entry of a full name."""
    return Entry("person", f"person {gender}", source, ru, az, gender)


@cache
def surname_entries() -> tuple[Entry, ...]:
    """Surnames alone, of men and of women."""
    pairs = [(surname_entry(*surname.man, M), surname_entry(*surname.woman, F)) for surname in surnames()]
    return tuple(dict.fromkeys(entry for pair in pairs for entry in pair))


def surname_entry(source: str, ru: str, az: str, gender: Gender) -> Entry:
    """The entry of a surname alone."""
    return Entry("surname", f"surname {gender}", source, ru, az, gender)


@cache
def places() -> tuple[Entry, ...]:
    """Countries, cities and regions, by gender and preposition."""
    found = []
    for source, ru, az, *more in rows("countries.tsv"):
        at = "на" if more[2:] else "в"
        found.append(Entry("place", f"place country {place_gender(ru, 'n')} {at}", source, ru, az))
    for family, source, ru, az in rows("places.tsv"):
        at = "на" if family == "island" else "в"
        found.append(Entry("place", f"place {family} {place_gender(ru, 'm')} {at}", source, ru, az))
    return tuple(dict.fromkeys(found))


@cache
def adjectives() -> tuple[Entry, ...]:
    """Adjectives of countries: French as Russian «Франция» (президент Франции) and as «французский»."""
    found = []
    for _, ru, az, *more in rows("countries.tsv"):
        if len(more) > 1 and more[0]:
            at = "на" if more[2:] else "в"
            found.append(Entry("place", f"place of-country {place_gender(ru, 'n')} {at}", more[0], ru, az))
            found.append(Entry("adjective", "adjective country", more[0], more[1], az))
    return tuple(dict.fromkeys(found))


@cache
def institutions() -> tuple[Entry, ...]:
    """Organizations and titles: kind, family, English, Russian, Azerbaijani."""
    found = []
    for kind, family, source, ru, az in rows("institutions.tsv"):
        found.append(Entry(kind, f"{kind} {family}", source, ru, az))
    return tuple(found)


@cache
def protected() -> tuple[Entry, ...]:
    """The terms of the project's glossaries, in every combination of their alternatives. They are annotated but not
    swapped: nothing says what they could be swapped for."""
    found = []
    for concept in load(sorted(GLOSSARIES.glob("*.csv"))).concepts:
        if concept.kind is not Kind.KEEP:
            words = product(*(concept.targets(locale) for locale in ("en", "ru", "az")))
            found += [
                Entry(concept.kind.value, "", source.text, ru.text, az.text, concept.gender) for source, ru, az in words
            ]
    small = [replace(entry, source=entry.source.lower()) for entry in found if entry.kind in ("title", "term")]
    return tuple(dict.fromkeys((*found, *small)))


@cache
def dates() -> tuple[Entry, ...]:
    """Months and days of the week. They are written small in the other languages; no glossary has them as terms."""
    return tuple(Entry("date", f"date {family}", source, ru, az) for family, source, ru, az in rows("dates.tsv"))


@cache
def nouns() -> tuple[Entry, ...]:
    """Common nouns in singular and plural, by class, gender, animacy and whether they can be counted."""
    found = []
    for family, source, ru, az, *more in rows("nouns.tsv"):
        reading = noun_reading(ru)
        if reading is None:
            continue
        many = more[0] if more else plural(source)
        mass = " mass" if many == "-" else ""
        kin = f"term {family} {reading.gender} {'animate' if reading.animate else 'inanimate'}{mass}"
        found.append(Entry("term", kin, source, ru, az))
        if many != "-":
            found.append(Entry("term", kin + " plural", many, ru, az, plural=True))
    return tuple(found)


@cache
def qualities() -> tuple[Entry, ...]:
    """Adjectives, by class."""
    return tuple(Entry("quality", f"quality {row[0]}", row[1], row[2], row[3]) for row in rows("adjectives.tsv"))


def noun_reading(word: str) -> Reading | None:
    """The reading of a Russian noun in the nominative singular; nothing when the dictionary has none."""
    for reading in readings(word):
        if reading.pos == "NOUN" and reading.case == "nom" and not reading.plural and reading.known and reading.gender:
            return reading
    return None


def plural(noun: str) -> str:
    """The regular English plural."""
    if re.search(r"(?:s|x|z|ch|sh)$", noun):
        return noun + "es"
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + "s"


def place_gender(ru: str, fixed: str) -> str:
    """Gender of a place by its last word; `fixed` for one that does not decline; `pl` for a plural."""
    word = re.split(r"[ -]", ru)[-1].lower()
    if re.search(r"[аеоёя][яй]$", word) or word[-1] in "ая":
        return "f"
    if word in ("афины", "нидерланды", "филиппины", "мальдивы"):
        return "pl"
    if word[-1] in "еиоуыэю":
        declined = word.endswith(("ово", "ево", "ино", "ское", "ое"))
        return "n" if declined else fixed
    if word.endswith("ь"):
        known = noun_reading(word)
        return known.gender if known else "m"
    return "m"
