"""Glossaries as CSV: l10n's own columns, and the two columns of Weblate, DeepL and Pontoon."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from l10n.errors import ExchangeError, GlossaryError
from l10n.glossary.rows import alternatives, is_locale, records_of
from l10n.model import Concept, Gender, Kind, Status, Term


class Dialect(StrEnum):
    """Who reads the file."""

    WEBLATE = "weblate"
    """Header ``source,target``; more of its columns may follow, a repeated source is a further target."""
    DEEPL = "deepl"
    """No header: source, target, and the two language codes where an account mixes languages."""
    PONTOON = "pontoon"
    """Header ``term,part_of_speech,definition,usage,notes,case_sensitive,do_not_translate,translation``: the fields of
    Pontoon's terms. Its own download is TBX, which ``l10n.report.tbx`` reads."""


_PONTOON = (
    "term", "part_of_speech", "definition", "usage", "notes", "case_sensitive", "do_not_translate", "translation",
)  # fmt: skip
_SOURCES, _TARGETS = ("source", "term"), ("target", "translation")
_NOTES = ("developer_comments", "translator_comments", "notes", "definition", "usage")
_YES = ("1", "true", "yes", "y", "x")


def write_glossary(concepts: Iterable[Concept], locales: Sequence[str]) -> str:
    """A glossary file of l10n, a row per concept in the order given; reading it gives the same concepts back."""
    concepts = tuple(concepts)
    used = [t for c in concepts for t in c.terms if t.locale != "en"]
    codes = tuple(dict.fromkeys((*locales, *(t.locale for t in used))))
    forbidden = tuple(code for code in codes if any(t.locale == code and t.status is Status.FORBIDDEN for t in used))
    header = ["term", "kind", "gender", *codes, *(f"{code}.forbidden" for code in forbidden), "case", "note"]
    rows = [header]
    for concept in concepts:
        rows.append(
            [
                _cell(t.text for t in concept.targets("en")),
                concept.kind,
                concept.gender,
                *(_cell(t.text for t in concept.targets(code)) for code in codes),
                *(_cell(t.text for t in concept.targets(code, Status.FORBIDDEN)) for code in forbidden),
                "exact" if concept.exact else "",
                concept.note,
            ]
        )
    return _written(rows)


def write_pairs(concepts: Iterable[Concept], locale: str, dialect: Dialect) -> str:
    """Every English term with its target in one locale; a concept without one is left out.

    DeepL takes one target per source, the preferred one; the others are told the admitted ones too.
    """
    rows: list[list[str]] = []
    for concept in concepts:
        keep = concept.kind is Kind.KEEP
        for term in concept.targets("en"):
            targets = [term.text] if keep else [t.text for t in concept.targets(locale)]
            for target in targets[:1] if dialect is Dialect.DEEPL else targets:
                if dialect is Dialect.DEEPL:
                    rows.append([term.text, target, "en", locale])
                elif dialect is Dialect.WEBLATE:
                    rows.append([term.text, target])
                else:
                    flags = ["true" if concept.exact else "false", "true" if keep else "false"]
                    rows.append([term.text, "noun", "", "", concept.note, *flags, target])
    if dialect is Dialect.DEEPL:
        rows = list({row[0]: row for row in reversed(rows)}.values())[::-1]
    header = {Dialect.WEBLATE: [["source", "target"]], Dialect.PONTOON: [list(_PONTOON)], Dialect.DEEPL: []}
    return _written([*header[dialect], *rows])


def read_pairs(path: Path, dialect: Dialect, locale: str | None) -> tuple[Concept, ...]:
    """The concepts of a two-column file; neighbouring rows with one target are one concept with alternatives.

    ``locale`` is needed where the file does not name it itself. ExchangeError where the file is not of this dialect.
    """
    try:
        records = list(records_of(path))
    except GlossaryError as error:
        raise ExchangeError(error.reason, path=path, line=error.line) from None
    if not records:
        raise ExchangeError("the file is empty", path=path)
    names = ["source", "target", "source_lang", "target_lang"]
    if dialect is not Dialect.DEEPL or [v.strip().lower() for v in records[0][1][:2]] == names[:2]:
        line, header = records.pop(0)
        names = [name.strip().lower() for name in header]
    source = next((names.index(name) for name in _SOURCES if name in names), -1)
    target = next((names.index(name) for name in _TARGETS if name in names), -1)
    if source < 0 or target < 0:
        raise ExchangeError(f"no columns {_SOURCES[0]!r} and {_TARGETS[0]!r} in the first row", path=path, line=1)
    gathering = _Gathering()
    for line, values in records:
        cells = dict(zip(names, (value.strip() for value in values), strict=False))
        if not any(cells.values()) or cells.get("fuzzy", "").lower() in _YES:
            continue
        english, translated = (cells.get(names[column], "") for column in (source, target))
        code = (locale or cells.get("target_lang", "")).lower()
        if not is_locale(code):
            raise ExchangeError("the file does not say its target language; name it with --to", path=path, line=line)
        if not english:
            raise ExchangeError("the row has no source term", path=path, line=line)
        gathering.add(_concept(cells, english, translated, code))
    return tuple(gathering.concepts)


def _concept(cells: dict[str, str], english: str, translated: str, code: str) -> Concept:
    keep = cells.get("do_not_translate", "").lower() in _YES
    notes = "; ".join(dict.fromkeys(cells[name] for name in _NOTES if cells.get(name)))
    sources = [Term(text, "en", _status(i)) for i, text in enumerate(alternatives(english))]
    targets = [] if keep else [Term(text, code, _status(i)) for i, text in enumerate(alternatives(translated))]
    exact = cells.get("case_sensitive", "").lower() in _YES
    kind = Kind.KEEP if keep else Kind.TERM
    return Concept(sources[0].text, kind, Gender.NONE, (*sources, *targets), notes, exact)


class _Gathering:
    """Rows become concepts: a repeated source, and a neighbour with the same target, add to the concept before."""

    def __init__(self) -> None:
        self.concepts: list[Concept] = []
        self._places: dict[tuple[Kind, str], int] = {}

    def add(self, new: Concept) -> None:
        place = self._places.get((new.kind, new.id))
        if place is None and self.concepts:
            theirs = {t.text for t in new.terms if t.locale != "en"}
            last = self.concepts[-1]
            if theirs and last.kind is new.kind and theirs <= {t.text for t in last.terms if t.locale != "en"}:
                place = len(self.concepts) - 1
        if place is None:
            place = len(self.concepts)
            self.concepts.append(new)
        else:
            old = self.concepts[place]
            known = {(t.locale, t.text) for t in old.terms}
            more = (replace(t, status=Status.ADMITTED) for t in new.terms if (t.locale, t.text) not in known)
            self.concepts[place] = replace(old, terms=_in_order((*old.terms, *more)))
        self._places[new.kind, new.id] = place


def _in_order(terms: Iterable[Term]) -> tuple[Term, ...]:
    return tuple(sorted(terms, key=lambda t: t.locale != "en"))


def _status(index: int) -> Status:
    return Status.ADMITTED if index else Status.PREFERRED


def _cell(texts: Iterable[str]) -> str:
    return "|".join(text.replace("|", "/") for text in texts)


def _written(rows: Iterable[Sequence[str]]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()
