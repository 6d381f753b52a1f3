"""Concepts in English text: one automaton over all terms, then the conditions a word must meet to be that term."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

import ahocorasick

from l10n.glossary.english import FUNCTION_WORDS, HYPHENS, TITLES, fold, key, normalise, plurals, spelled, surname
from l10n.model import Concept, Kind, TermMatch


class Flavour(IntEnum):
    """How a surface stands for its concept; where two concepts claim one surface the lower number wins."""

    TERM = 0
    PLURAL = 1
    SURNAME = 2


@dataclass(frozen=True, slots=True)
class Pattern:
    """One surface of a concept."""

    concept: Concept
    order: int
    """Place of the concept in the glossary."""
    written: str
    """As in the glossary, spaces and hyphens alike."""
    flavour: Flavour
    rank: int
    """0 for the preferred English term, then its alternatives."""
    named: tuple[int, int] = (0, 0)
    """Of a surname: its words in the alternative it was taken from."""


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    pattern: Pattern
    rivals: tuple[Pattern, ...] = ()
    """Of a surname: every person who bears it, this one included."""


_NAMES = (Kind.PERSON, Kind.PLACE, Kind.ORGANIZATION, Kind.KEEP)
_ADDRESS = re.compile(
    r"https?://\S+ | www\.\S+ | [\w.+-]+@[\w-]+\.[\w.]+ | [@#]\w+"
    r"| \b[\w-]+(?:\.[\w-]+)*\.(?:az|ru|com|org|net|gov|int|info|eu|uk|tr|io|tv)\b(?:/\S*)?",
    re.VERBOSE,
)
"""Web and mail addresses, handles, hashtags: no term is translated inside one."""
_ENCLITIC = re.compile(r"'(?:s|d|m|ll|ve|re)(?![\w'])")


class Finder:
    """Finds the concepts of one glossary; built once, linear in the length of the text."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self._patterns: dict[str, list[Pattern]] = {}
        self._titles = set(TITLES)
        for order, concept in enumerate(concepts):
            for pattern in _patterns(concept, order):
                self._patterns.setdefault(key(pattern.written), []).append(pattern)
            if concept.kind is Kind.TITLE:
                self._titles.update(w for t in concept.targets("en") for w in normalise(t.text)[0].split())
        self._patterns.pop("", None)
        self._automaton = ahocorasick.Automaton()
        for surface, patterns in self._patterns.items():
            if len(patterns) > 1:
                patterns.sort(key=lambda p: (p.flavour, not p.concept.exact, p.rank, p.order))
            self._automaton.add_word(surface, len(surface))
        if self._patterns:
            self._automaton.make_automaton()

    def pattern(self, match: TermMatch) -> Pattern | None:
        """The pattern behind a match, or ``None`` for a match that is not of this glossary."""
        found = self._patterns.get(key(match.surface), ())
        mine = [p for p in found if p.concept.id == match.concept.id and p.concept.kind is match.concept.kind]
        return next((p for p in mine if _written(p, match.surface)), mine[0] if mine else None)

    def claims(self, term: str) -> tuple[Pattern, ...]:
        """Every pattern with the surface ``term``, the winner first."""
        return tuple(self._patterns.get(key(term), ()))

    def find(self, texts: Sequence[str]) -> list[tuple[TermMatch, ...]]:
        """The matches of each text, ascending, without overlap; a surname is read in the light of all the texts."""
        if not self._patterns:
            return [() for _ in texts]
        lower = not any(c.isupper() for text in texts for c in text)
        hits = [self._hits(text, lower) for text in texts]
        people = _People(hits)
        return [
            tuple(
                TermMatch(p.concept, hit.start, hit.end, text[hit.start : hit.end])
                for hit in found
                if (p := people.read(hit, text, self._titles)) is not None
            )
            for text, found in zip(texts, hits, strict=True)
        ]

    def _hits(self, text: str, lower: bool) -> list[_Hit]:
        """Leftmost, then longest."""
        folded, offsets = normalise(text)
        capitals = _all_capitals(text)
        addresses = [m.span() for m in _ADDRESS.finditer(text)] if "." in text or "@" in text or "#" in text else []
        spans = [(end + 1 - size, end + 1) for end, size in self._automaton.iter(folded)]
        spans.sort(key=lambda s: (s[0], -s[1]))
        hits: list[_Hit] = []
        reached = 0
        for begin, finish in spans:
            if begin < reached or not _whole(folded, begin, finish):
                continue
            start, end = offsets[begin], offsets[finish - 1] + 1
            if any(a < end and start < b for a, b in addresses):
                continue
            patterns = [
                p
                for p in self._patterns[folded[begin:finish]]
                if _cased(p, text[start:end], capitals=capitals, lower=lower)
            ]
            if patterns:
                rivals = tuple(p for p in patterns if p.flavour is Flavour.SURNAME)
                hits.append(_Hit(start, end, patterns[0], rivals))
                reached = finish
        return hits


class _People:
    """Who a surname standing alone belongs to: the person named in full last, else the only one who bears it."""

    def __init__(self, hits: list[list[_Hit]]) -> None:
        self._named = {
            hit.pattern.order
            for found in hits
            for hit in found
            if hit.pattern.concept.kind is Kind.PERSON and hit.pattern.flavour is Flavour.TERM
        }
        self._latest: dict[int, int] = {}
        self._strangers: dict[str, int] = {}
        self._clock = 0

    def read(self, hit: _Hit, text: str, titles: set[str]) -> Pattern | None:
        self._clock += 1
        if hit.pattern.flavour is not Flavour.SURNAME:
            self._latest[hit.pattern.order] = self._clock
            return hit.pattern
        bearers = hit.rivals
        before = _name_before(text, hit.start, titles)
        if before.endswith("."):  # an initial: A. Karimov
            bearers = tuple(p for p in bearers if fold(p.concept.id[:1]) == fold(before[:1]))
        elif before:  # somebody else of that name: Islam Karimov
            self._strangers[hit.pattern.written] = self._clock
            return None
        return self._bearer(bearers, hit.pattern.written)

    def _bearer(self, bearers: tuple[Pattern, ...], written: str) -> Pattern | None:
        stranger = self._strangers.get(written, 0)
        mentioned = [p for p in bearers if self._latest.get(p.order, 0) > stranger]
        if mentioned:
            return max(mentioned, key=lambda p: self._latest[p.order])
        if stranger:
            return None
        if len({p.order for p in bearers}) == 1:
            return bearers[0]
        later = [p for p in bearers if p.order in self._named]
        return later[0] if len({p.order for p in later}) == 1 else None


def _patterns(concept: Concept, order: int) -> Iterator[Pattern]:
    terms = [t.text for t in concept.targets("en")]
    for rank, text in enumerate(terms):
        yield Pattern(concept, order, spelled(text), Flavour.TERM, rank)
        part = surname(text) if concept.kind is Kind.PERSON else None
        if part:
            alone = " ".join(text.split()[slice(*part)]).strip(".,")
            if len(alone) > 1 and all(spelled(alone) != spelled(t) for t in terms):
                yield Pattern(concept, order, spelled(alone), Flavour.SURNAME, rank, part)
        if concept.kind in (Kind.TITLE, Kind.TERM, Kind.ORGANIZATION):
            for plural in plurals(text):
                yield Pattern(concept, order, spelled(plural), Flavour.PLURAL, rank)


def _whole(folded: str, begin: int, finish: int) -> bool:
    """No letter or digit touches the match; an apostrophe inside a word (O'Brien) is no boundary, ``'s`` is."""
    before, after = folded[begin - 1 : begin], folded[finish : finish + 1]
    if _joins(before) and _joins(folded[begin]):
        return False
    if before == "'" and begin > 1 and _joins(folded[begin - 2]):
        return False
    if _joins(after) and _joins(folded[finish - 1]):
        return False
    if after == "'" and _joins(folded[finish + 1 : finish + 2]):
        return _ENCLITIC.match(folded, finish) is not None
    return True


def _joins(character: str) -> bool:
    return character.isalnum() or character == "_"


def _cased(pattern: Pattern, surface: str, *, capitals: bool, lower: bool) -> bool:
    """The capitals of the surface allow it to be this term.

    ``exact``, and acronyms of two letters or that are also function words (IT, US, WHO), match letter by letter, or
    as capitals in a text of capitals. A name in capitals is not a lower-case word (Turkey, turkey), save for names of
    several words in a text that has no capitals at all. Surnames always begin with a capital.
    """
    written = pattern.written
    acronym = written.isupper() and (len(written) == 2 or written.lower() in FUNCTION_WORDS)
    if pattern.concept.exact or acronym:
        return _written(pattern, surface) or (capitals and spelled(surface) == pattern.written.upper())
    if pattern.flavour is Flavour.SURNAME:
        return any(c.isupper() for c in surface)
    if pattern.concept.kind in _NAMES and any(c.isupper() for c in pattern.written):
        return any(c.isupper() for c in surface) or (lower and " " in pattern.written)
    return True


def _written(pattern: Pattern, surface: str) -> bool:
    return spelled(surface) == pattern.written


def _all_capitals(text: str) -> bool:
    return len(text.split()) > 1 and text.isupper()


_BEFORE = re.compile(rf"(?:^|(?<=[\s(\[\"“«‘'’—/]))([^\W\d_][\w'’{HYPHENS}]*\.?)[ \t\u00a0\r\n]+$")


def _name_before(text: str, start: int, titles: set[str]) -> str:
    """The given name or initial right before a surname, ``""`` where the word before is none."""
    found = _BEFORE.search(text, max(0, start - 60), start)
    if found is None:
        return ""
    word = found.group(1)
    plain = normalise(word.strip("."))[0]
    last = plain.split()[-1] if plain.split() else plain
    if len(word) == 2 and word[0].isupper() and word[1] == ".":
        return word
    if not word[0].isupper() or last in titles or last in FUNCTION_WORDS or _all_capitals(text):
        return ""
    return "" if word.endswith(".") else word  # a sentence ends there, or Mr.
