"""Full names of people: capitalised words that sound alike in the three languages, the first of them a first name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from l10n.languages.ru_lists import first_names
from l10n.languages.ru_morphology import readings
from l10n.model import Gender, Kind
from starter.corpus import Triple
from starter.inflect import az_chains, ru_cases
from starter.lexicon import Entry, adjectives, given_names, person, places, rows, surnames
from starter.mentions import Span
from starter.sounds import ends_otherwise, shape, sound, unlike

_EN = re.compile(r"(?<![\w’'-])[A-ZÄÖÜÉÇŞĞİ][\w]+(?:[-'’][A-Z]\w+)?(?: [A-ZÄÖÜÉÇŞĞİ][\w]+(?:[-'’][A-Z]\w+)?)+")
_RU = re.compile(r"(?<![\w-])[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?(?: [А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?)+")
_AZ = re.compile(
    r"(?<![\w-])[A-ZÇƏĞİÖŞÜ][^\W\d_]+(?:-[A-ZÇƏĞİÖŞÜ]\w+)?(?: [A-ZÇƏĞİÖŞÜ][^\W\d_]+(?:-[A-ZÇƏĞİÖŞÜ]\w+)?)+"
)
ALIKE = 0.4
"""Words sound alike where at most this part of their sounds differs."""

DOUBTFUL = 1.0
"""From this cost on the nominatives are guesses: ends that do not go together, sounds that differ in both languages."""


@dataclass(frozen=True, slots=True)
class FullName:
    """A person named in full, with the places of the name."""

    entry: Entry
    source: Span
    ru: Span
    az: Span


def full_names(triple: Triple) -> Iterator[FullName]:
    """The people whom all three texts name once, by first name and surname."""
    ru_pairs, az_pairs = list(_pairs(_RU, triple.ru)), list(_pairs(_AZ, triple.az))
    for words, source in _pairs(_EN, triple.source):
        longer = re.match(r" [A-Z]", triple.source[source[1] :]) or re.search(r"-$", triple.source[: source[0]])
        if longer or not all(map(_may_be_name, words)) or triple.source.count(words[1]) != 1:
            continue
        ru = [pair for pair in ru_pairs if _alike(words, pair[0], "ru")]
        az = [pair for pair in az_pairs if _alike(words, pair[0], "az")]
        if len(ru) == 1 and len(az) == 1:
            shown = _gender_by_verb(triple.ru, ru[0][1])
            entry = _entry(words, ru[0][0], az[0][0], shown)
            if entry:
                yield FullName(entry, source, ru[0][1], az[0][1])


def _pairs(pattern: re.Pattern[str], text: str) -> Iterator[tuple[tuple[str, str], Span]]:
    """Every two capitalised words in a row, with their place."""
    for match in pattern.finditer(text):
        start, words = match.start(), match.group().split(" ")
        for first, last in pairwise(words):
            yield (first, last), (start, start + len(first) + 1 + len(last))
            start += len(first) + 1


_PAST = re.compile(r"[а-яё]+л(?P<woman>а)?(?:с[ья])?")


def _gender_by_verb(text: str, span: Span) -> Gender:
    """What a verb in the past tense next to the name says: заявил, сообщила."""
    near = re.findall(r"[\w-]+", text[: span[0]])[-1:] + re.findall(r"[\w-]+", text[span[1] :])[:1]
    verbs = [match for word in near if (match := _PAST.fullmatch(word)) and readings(word)[0].pos == "VERB"]
    genders = {Gender.FEMININE if verb["woman"] else Gender.MASCULINE for verb in verbs}
    return genders.pop() if len(genders) == 1 else Gender.NONE


@cache
def _not_names() -> frozenset[str]:
    geographic = (word for entry in (*places(), *adjectives()) for word in entry.source.split())
    return frozenset((*geographic, *(row[0] for row in rows("not-names.txt"))))


def _may_be_name(word: str) -> bool:
    return word not in _not_names()


def _alike(source: tuple[str, str], target: tuple[str, str], locale: str) -> bool:
    return all(
        unlike(sound(a, "en"), sound(b, locale), open_end=True) <= ALIKE for a, b in zip(source, target, strict=True)
    )


def _entry(source: tuple[str, str], ru: tuple[str, str], az: tuple[str, str], shown: Gender) -> Entry | None:
    """The name with its nominatives and gender, where all three can be told."""
    best: tuple[float, Entry] | None = None
    for first, gender in _firsts(source, ru, shown):
        for last in _nominatives(ru[1], gender):
            cases = ru_cases(f"{first} {last}", " ".join(ru), Kind.PERSON, gender)
            if not cases:
                continue
            for az_last, bare in _az_nominatives(" ".join(az)):
                changed = 0.02 * (last != ru[1]) + 0.02 * (first != ru[0]) + 0.02 * (bare and "nom" not in cases)
                cost = _distance(source[1], last, az_last) + 0.5 * ends_otherwise(source[0], first) + changed
                entry = person(" ".join(source), f"{first} {last}", f"{az[0]} {az_last}", gender)
                if _fits(entry) and (best is None or cost < best[0]):
                    best = cost, entry
    return best[1] if best and best[0] < DOUBTFUL else None


def _distance(source: str, last: str, az: str) -> float:
    """How far the nominatives are from the English surname, known spellings first."""
    known = _known_surnames().get(source, frozenset())
    far = unlike(sound(source, "en"), sound(last, "ru")) + unlike(sound(source, "en"), sound(az, "az"))
    near = unlike(shape(source, "en"), shape(last, "ru")) + unlike(shape(source, "en"), shape(az, "az"))
    ends = 1.0 * (ends_otherwise(source, last) + ends_otherwise(source, az))
    return far + ends - ((last, az) in known) + 0.2 * near + 0.01 * abs(len(source) - len(az))


@cache
def _known_surnames() -> dict[str, frozenset[tuple[str, str]]]:
    table: dict[str, set[tuple[str, str]]] = {}
    for surname in surnames():
        for source, ru, az in (surname.man, surname.woman):
            table.setdefault(source, set()).add((ru, az))
    return {source: frozenset(found) for source, found in table.items()}


def _fits(entry: Entry) -> bool:
    """A surname in -ova is a woman's, one in -ov a man's, in all three languages."""
    ends = [re.search(r"(?:[oeо-яёеo][vв])([aа]?)$", text) for text in (entry.source, entry.ru, entry.az)]
    shown = [end[1] != "" for end in ends if end]
    return (
        not shown
        or (len(shown) == 3 and set(shown) == {entry.gender is Gender.FEMININE})
        or (len(shown) < 3 and not any(shown))
    )


@cache
def _given() -> dict[str, tuple[tuple[str, Gender], ...]]:
    table: dict[str, list[tuple[str, Gender]]] = {}
    for name in given_names():
        table.setdefault(name.source, []).append((name.ru, name.gender))
    return {source: tuple(found) for source, found in table.items()}


def _firsts(source: tuple[str, str], ru: tuple[str, str], shown: Gender) -> Iterator[tuple[str, Gender]]:
    """Nominatives and genders that a Russian first name in some case can have.

    A name of no list counts when the surname or a verb tells the gender.
    """
    known = _given().get(source[0], ())
    yield from known
    stems = [
        ru[0],
        ru[0][:-1],
        *(ru[0][:-1] + end for end in "аяйь"),
        ru[0][:-2],
        *(ru[0][:-2] + end for end in "ьйая"),
    ]
    found = [(stem, gender) for stem in stems if (gender := _gender_of(stem.lower())) and stem not in dict(known)]
    yield from found
    if not known:
        woman = not found and source[0][-1] == "a"
        gender = _gender_by_surname(source[1]) or (Gender.FEMININE if woman else Gender.NONE)
        ends = ("", "ь", "й") if gender is Gender.MASCULINE else ("а", "я")
        if gender:
            yield from ((stem, gender) for stem in (ru[0], *(ru[0][:cut] + end for end in ends for cut in (-1, -2))))
        elif shown:
            yield ru[0], shown


def _gender_by_surname(surname: str) -> Gender:
    found = re.search(r"[oe]v(a)?$", surname)
    return Gender.NONE if not found else Gender.FEMININE if found[1] else Gender.MASCULINE


@lru_cache(maxsize=65536)
def _gender_of(name: str) -> Gender:
    """The gender of a first name that l10n's list or the dictionary has."""
    if name in first_names():
        return Gender(first_names()[name][0])
    for reading in readings(name) if name else ():
        if reading.known and "Name" in reading.grammemes and reading.case == "nom" and reading.gender in ("m", "f"):
            return Gender(reading.gender)
    return Gender.NONE


def _nominatives(surname: str, gender: Gender) -> list[str]:
    """What a Russian surname in some case could be in the nominative."""
    ends = ("", "а", "я", "й", "ь") if gender is Gender.MASCULINE else ("а", "я")
    more = ("ий", "ый", "ой", "й", "ь", "а", "я") if gender is Gender.MASCULINE else ("а", "я", "ая")
    stems = {surname, *(surname[:-1] + end for end in ends), *(surname[:-2] + end for end in ("", *more))}
    stems |= {surname[:-3] + end for end in ("ий", "ый", "ой")} if gender is Gender.MASCULINE else set()
    return sorted(stem for stem in stems if re.search(r"..$", stem) and not re.search(r"[^аеёиоуыэюя]й$", stem))


def _az_nominatives(name: str) -> list[tuple[str, bool]]:
    """What an Azerbaijani surname with suffixes could be without them, and whether that is the word as it stands."""
    first, last = name.split(" ")
    found = [
        last[:end]
        for end in range(len(last), 1, -1)
        if any("poss3" not in tags for tags in az_chains(f"{first} {last[:end]}", name, Kind.PERSON))
    ]
    glides = {stem + "y" for stem in found}  # «Vəlizadəyə» is of Vəlizadə
    return [(stem, stem == last) for stem in found if stem not in glides]
