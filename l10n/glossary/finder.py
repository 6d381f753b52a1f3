"""Concepts in English text: one automaton over all terms, then the conditions a word must meet to be that term."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

import ahocorasick

from l10n.glossary.english import FUNCTION_WORDS, TITLES, key, normalise, spelled
from l10n.glossary.patterns import Flavour, Pattern, patterns
from l10n.glossary.people import Hit, People
from l10n.model import Concept, Kind, TermMatch

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
            for pattern in patterns(concept, order):
                self._patterns.setdefault(key(pattern.written), []).append(pattern)
            if concept.kind is Kind.TITLE:
                self._titles.update(w for t in concept.targets("en") for w in normalise(t.text)[0].split())
        self._patterns.pop("", None)
        self._automaton = ahocorasick.Automaton()
        for surface, rivals in self._patterns.items():
            if len(rivals) > 1:
                rivals.sort(key=lambda p: (p.flavour, not p.concept.exact, p.rank, p.order))
            self._automaton.add_word(surface, len(surface))
        if self._patterns:
            self._automaton.make_automaton()

    def pattern(self, match: TermMatch) -> Pattern | None:
        """The pattern behind a match, or ``None`` for a match that is not of this glossary."""
        found = self._patterns.get(key(match.surface), ())
        mine = [p for p in found if p.concept.id == match.concept.id and p.concept.kind is match.concept.kind]
        return next((p for p in mine if _written(p, match.surface)), mine[0] if mine else None)

    def find(self, texts: Sequence[str]) -> list[tuple[TermMatch, ...]]:
        """The matches of each text, ascending, without overlap; a surname is read in the light of all the texts."""
        if not self._patterns:
            return [() for _ in texts]
        lower = not any(c.isupper() for text in texts for c in text)
        hits = [self._hits(text, lower) for text in texts]
        people = People(hits)
        return [
            tuple(
                TermMatch(p.concept, hit.start, hit.end, text[hit.start : hit.end])
                for previous, hit in pairwise((None, *found))
                if hit is not None and (p := people.read(hit, previous, text, self._titles)) is not None
            )
            for text, found in zip(texts, hits, strict=True)
        ]

    def _hits(self, text: str, lower: bool) -> list[Hit]:
        """Leftmost, then longest."""
        folded, offsets = normalise(text)
        capitals = _all_capitals(text)
        addresses = [m.span() for m in _ADDRESS.finditer(text)] if "." in text or "@" in text or "#" in text else []
        spans = [(end + 1 - size, end + 1) for end, size in self._automaton.iter(folded)]
        spans.sort(key=lambda s: (s[0], -s[1]))
        hits: list[Hit] = []
        reached = 0
        for begin, finish in spans:
            if begin < reached or not _whole(folded, begin, finish):
                continue
            start, end = offsets[begin], offsets[finish - 1] + 1
            if any(a < end and start < b for a, b in addresses):
                continue
            fitting = [
                p
                for p in self._patterns[folded[begin:finish]]
                if _cased(p, text[start:end], capitals=capitals, lower=lower)
            ]
            if fitting:
                rivals = tuple(p for p in fitting if p.flavour is Flavour.SURNAME)
                hits.append(Hit(start, end, fitting[0], rivals))
                reached = finish
        return hits


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
