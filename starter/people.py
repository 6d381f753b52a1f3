"""Full names of people: capitalised words that sound alike in the three languages and begin with a first name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from l10n.languages.ru_lists import first_names
from l10n.languages.ru_morphology import readings
from l10n.model import Gender, Kind
from starter.corpus import Triple
from starter.inflect import az_chains, ru_cases
from starter.lexicon import Entry, given_names, person, places, surnames

Span = tuple[int, int]
_EN = re.compile(r"(?<![\w’'-])[A-ZÄÖÜÉÇŞĞİ][\w]+(?:[-'’][A-Z]\w+)?(?: [A-ZÄÖÜÉÇŞĞİ][\w]+(?:[-'’][A-Z]\w+)?)+")
_RU = re.compile(r"(?<![\w-])[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?(?: [А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?)+")
_AZ = re.compile(
    r"(?<![\w-])[A-ZÇƏĞİÖŞÜ][^\W\d_]+(?:-[A-ZÇƏĞİÖŞÜ]\w+)?(?: [A-ZÇƏĞİÖŞÜ][^\W\d_]+(?:-[A-ZÇƏĞİÖŞÜ]\w+)?)+"
)
ALIKE = 0.4
"""Words sound alike where at most this part of their sounds differs."""


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
        if not _may_be_name(words[0]) or triple.source.count(words[1]) != 1:
            continue
        ru = [pair for pair in ru_pairs if _alike(words, pair[0], "ru")]
        az = [pair for pair in az_pairs if _alike(words, pair[0], "az")]
        if len(ru) == 1 and len(az) == 1:
            entry = _entry(words, ru[0][0], az[0][0])
            if entry:
                yield FullName(entry, source, ru[0][1], az[0][1])


def _pairs(pattern: re.Pattern[str], text: str) -> Iterator[tuple[tuple[str, str], Span]]:
    """Every two capitalised words that end a run of them: a title may stand before a name, nothing after it."""
    for match in pattern.finditer(text):
        words = match.group().split(" ")
        length = len(words[-2]) + 1 + len(words[-1])
        yield (words[-2], words[-1]), (match.end() - length, match.end())


@cache
def _not_names() -> frozenset[str]:
    return frozenset(word for place in places() for word in place.source.split())


def _may_be_name(word: str) -> bool:
    return word not in _not_names() and word not in ("The", "A", "An", "In", "On", "At", "For", "But", "And", "St")


def _alike(source: tuple[str, str], target: tuple[str, str], locale: str) -> bool:
    return all(
        unlike(sound(a, "en"), sound(b, locale), open_end=True) <= ALIKE for a, b in zip(source, target, strict=True)
    )


def _entry(source: tuple[str, str], ru: tuple[str, str], az: tuple[str, str]) -> Entry | None:
    """The name with its nominatives and gender, where all three can be told."""
    best: tuple[float, Entry] | None = None
    for first, gender in _firsts(source[0], ru[0]):
        for last in _nominatives(ru[1], gender):
            cases = ru_cases(f"{first} {last}", " ".join(ru), Kind.PERSON, gender)
            if not cases:
                continue
            for az_last, bare in _az_nominatives(" ".join(az)):
                cost = _distance(source[1], last, az_last) + 0.3 * (bare and "nom" not in cases)
                entry = person(" ".join(source), f"{first} {last}", f"{az[0]} {az_last}", gender)
                if _fits(entry) and (best is None or cost < best[0]):
                    best = cost, entry
    return best[1] if best else None


def _distance(source: str, last: str, az: str) -> float:
    """How far the nominatives are from the English surname, known spellings first."""
    known = _known_surnames().get(source, frozenset())
    far = unlike(sound(source, "en"), sound(last, "ru")) + unlike(sound(source, "en"), sound(az, "az"))
    ends = 0.5 * (_ends_otherwise(source, last) + _ends_otherwise(source, az))
    return far + ends - ((last, az) in known) + 0.001 * (len(last) + len(az))


def _ends_otherwise(source: str, target: str) -> bool:
    """One of the two ends in a vowel that is heard, the other in a consonant; final e, y, h, w may be either."""
    if source[-1] in "eyhw":
        return False
    return (source[-1] in "aiouəıöü") != (target[-1] in "аеёиоуыэюяaeəıioöuü")


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


def _firsts(source: str, ru: str) -> Iterator[tuple[str, Gender]]:
    """Nominatives and genders that a Russian first name in some case can have."""
    known = _given().get(source, ())
    yield from known
    stems = {
        ru,
        ru[:-1],
        *(ru[:-1] + end for end in ("а", "я", "й", "ь")),
        ru[:-2],
        *(ru[:-2] + end for end in ("ь", "й", "а", "я")),
    }
    for stem in sorted(stems):
        gender = _gender_of(stem.lower())
        if gender and stem not in dict(known):
            yield stem, gender


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
    return sorted(stem for stem in stems if len(stem) > 1)


def _az_nominatives(name: str) -> list[tuple[str, bool]]:
    """What an Azerbaijani surname with suffixes could be without them, and whether that is the word as it stands."""
    first, last = name.split(" ")
    return [
        (last[:end], end == len(last))
        for end in range(len(last), 1, -1)
        if any("poss3" not in tags for tags in az_chains(f"{first} {last[:end]}", name, Kind.PERSON))
    ]


def _sounds(pairs: str) -> tuple[tuple[str, str], ...]:
    """`sh=S`: what letters sound like; one that stands alone is silent."""
    return tuple((left, right) for left, _, right in (pair.partition("=") for pair in pairs.split()))


_SOUNDS = {
    "en": _sounds(
        """sch=S tch=C sh=S ch=C zh=J kh=H gh=G ph=f th=t ck=k qu=kv ts=s tz=s x=ks j=J c=k q=k w=v h=H g=G ç=C ş=S
        ğ=G"""
    ),
    "ru": _sounds(
        """дж=J щ=S ш=S ч=C ж=J х=H г=G ц=s к=k б=b в=v д=d з=z л=l м=m н=n п=p р=r с=s т=t ф=f й ь ъ я=a ю=u ё=o
        ы=i э=e а=a о=o у=u и=i е=e"""
    ),
    "az": _sounds("ts=s c=J ç=C ş=S j=J x=H h=H ğ=G q=G g=G ə=a ı=i ö=o ü=u w=v"),
}
_VOWELS = str.maketrans(
    {
        "a": "",
        "e": "",
        "i": "",
        "o": "",
        "u": "",
        "y": "",
        "w": "v",
        "k": "G",
        "H": "G",
        "J": "G",
        "z": "s",
        "d": "t",
        "b": "p",
    }
)


@lru_cache(maxsize=65536)
def sound(word: str, locale: str) -> str:
    """The word as a row of sounds that the three spellings share: the first letter, then consonants alone."""
    small = word.replace("İ", "i").replace("I", "ı" if locale == "az" else "i").lower()
    for letters, letter in _SOUNDS[locale]:
        small = small.replace(letters, letter)
    small = re.sub(r"[^A-Za-zäöüéè]", "", small)
    return re.sub(r"(.)\1+", r"\1", small.translate(_VOWELS)) or small[:1]


@lru_cache(maxsize=262_144)
def unlike(one: str, other: str, *, open_end: bool = False) -> float:
    """The part of the sounds in which two words differ; with an open end the second may go on (a case ending)."""
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        before, row[0] = row[0], at
        for column, second in enumerate(other, 1):
            before, row[column] = row[column], min(row[column] + 1, row[column - 1] + 1, before + (letter != second))
    least = min(row[max(1, len(other) - 2) :], default=row[-1]) if open_end else row[-1]
    return least / max(len(one), 1)
