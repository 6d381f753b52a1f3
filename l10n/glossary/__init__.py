"""The glossary: protected names and titles from ``glossaries/*.csv``, found in English text.

A cell ``note`` may waive a finding about its row, and must say why: ``l10n-ignore: glossary-conflict - both are used``,
as in catalogs and articles, at the end of a line; or ``[waive glossary-conflict: both are used]`` anywhere.
"""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from l10n.glossary.english import surname
from l10n.glossary.finder import Finder
from l10n.glossary.patterns import Flavour, Pattern
from l10n.glossary.rows import Row, Waiver, read_rows
from l10n.glossary.rules import row_findings, table_findings
from l10n.glossary.targets import plural_of, surnames_of
from l10n.languages import language
from l10n.model import Concept, Finding, Kind, TermMatch

__all__ = ["Glossary", "Waiver", "load"]


@dataclass(frozen=True)
class Glossary:
    """Concepts in file order, what is wrong with the files they came from, and what their notes waive."""

    concepts: tuple[Concept, ...] = ()
    findings: tuple[Finding, ...] = ()
    """Without the waived ones."""
    waivers: tuple[Waiver, ...] = ()
    waived: tuple[Finding, ...] = ()

    @cached_property
    def hash(self) -> str:
        """12 hex digits of everything that decides a translation; the same whatever the order of rows and files,
        spacing and notes."""
        lines = sorted(
            "\x1f".join((c.id, c.kind, c.gender, str(c.exact), *(f"{t.locale}={t.status}={t.text}" for t in c.terms)))
            for c in self.concepts
        )
        return hashlib.sha256("\x1e".join(lines).encode()).hexdigest()[:12]

    @cached_property
    def _finder(self) -> Finder:
        with _collector_paused():
            return Finder(self.concepts)

    @cached_property
    def _waivers(self) -> dict[tuple[str, int], tuple[Waiver, ...]]:
        table: dict[tuple[str, int], tuple[Waiver, ...]] = {}
        for waiver in self.waivers:
            table[waiver.path, waiver.line] = (*table.get((waiver.path, waiver.line), ()), waiver)
        return table

    def find(self, text: str) -> tuple[TermMatch, ...]:
        """The concepts named in one clean English text: leftmost, then longest, ascending, without overlap.

        A person is also found by the surname alone where nobody else in the glossary bears it, or where the text
        has named the person in full; see ``find_all`` for an article.
        """
        return self._finder.find([text])[0]

    def find_all(self, texts: Sequence[str]) -> list[tuple[TermMatch, ...]]:
        """The matches of each text of one article; a surname alone is the person last named in full, if any."""
        return self._finder.find(texts)

    def is_surname(self, match: TermMatch) -> bool:
        """A person named by the surname alone: only that part of the target is expected."""
        pattern = self._finder.pattern(match)
        return pattern is not None and _surname_part(pattern) is not None

    def is_plural(self, match: TermMatch) -> bool:
        """The English is a plural of a term that the glossary has in the singular."""
        pattern = self._finder.pattern(match)
        return pattern is not None and pattern.flavour is Flavour.PLURAL

    def target_for(self, match: TermMatch, locale: str) -> tuple[str, ...]:
        """Every approved nominative target for a match, the one to write first; empty where there is none.

        A surname alone asks for the surname. An English plural asks for the plural; the singulars follow, for
        recognising a form by its lemma. What is kept is kept as it was found.
        """
        concept = match.concept
        if concept.kind is Kind.KEEP:
            return tuple(dict.fromkeys((match.surface, *(t.text for t in concept.targets("en")))))
        targets = tuple(t.text for t in concept.targets(locale))
        pattern = self._finder.pattern(match)
        if pattern is None:
            return targets
        part = _surname_part(pattern)
        if part:
            size = len(concept.targets("en")[pattern.rank if pattern.flavour is Flavour.SURNAME else 0].text.split())
            return tuple(dict.fromkeys(name for t in targets for name in surnames_of(t, part, size)))
        if pattern.flavour is Flavour.PLURAL:
            grammar = language(locale)
            return tuple(dict.fromkeys((*(plural_of(t, concept.kind, grammar) for t in targets), *targets)))
        return targets

    def waivers_of(self, concept: Concept) -> tuple[Waiver, ...]:
        """What the note of a concept's row waives."""
        return self._waivers.get((concept.path, concept.line), ())

    def as_written(self) -> tuple[Concept, ...]:
        """The concepts with their waivers back in the notes: what an export has to write."""
        return tuple(
            replace(c, note="\n".join(filter(None, (c.note, *map(str, self.waivers_of(c))))))
            if self.waivers_of(c)
            else c
            for c in self.concepts
        )


def _surname_part(pattern: Pattern) -> tuple[int, int] | None:
    """The words of the surname when the pattern is one, also where it is listed as an alternative of its own."""
    if pattern.flavour is Flavour.SURNAME:
        return pattern.named
    if pattern.concept.kind is not Kind.PERSON or " " in pattern.written:
        return None
    full = pattern.concept.id
    part = surname(full)
    return part if part and " ".join(full.split()[slice(*part)]) == pattern.written else None


@contextmanager
def _collector_paused() -> Iterator[None]:
    """No garbage collection meanwhile: a large glossary is a million objects that live on, and looking through them
    again and again takes a quarter of the time (tests/bench/glossary.py)."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def load(paths: Sequence[Path], *, locales: Sequence[str] = ()) -> Glossary:
    """One glossary from CSV files, in the order given.

    ``locales`` are those every concept needs a target for; by default the locale columns that occur in the files.
    What is wrong in a row is a finding; GlossaryError where a file cannot be read as a glossary at all.
    """
    with _collector_paused():
        return _load(paths, locales)


def _load(paths: Sequence[Path], locales: Sequence[str]) -> Glossary:
    rows: list[Row] = []
    findings: list[Finding] = []
    headers: list[tuple[str, tuple[str, ...]]] = []
    for path in paths:
        table = read_rows(path)
        rows += table.rows
        findings += table.findings
        headers.append((table.path, table.locales))
    needed = tuple(locales) or tuple(dict.fromkeys(code for _, codes in headers for code in codes))
    concepts, crossed = table_findings(rows)
    findings += row_findings(rows, headers, needed)
    findings += crossed
    waivers = tuple(waiver for row in rows for waiver in row.waivers)
    allowed = {(w.path, w.line, w.check) for w in waivers if w.reason}
    order = {path: place for place, (path, _) in enumerate(headers)}
    findings.sort(key=lambda f: (order[f.path], f.line))
    return Glossary(
        concepts,
        tuple(f for f in findings if (f.path, f.line, f.check) not in allowed),
        waivers,
        tuple(f for f in findings if (f.path, f.line, f.check) in allowed),
    )
