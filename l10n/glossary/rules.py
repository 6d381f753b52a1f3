"""What is wrong with a glossary in itself: ordered tuples of rules, for one row and for all rows together."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from l10n.glossary.english import key, spelled
from l10n.glossary.rows import Row
from l10n.languages import language
from l10n.model import Concept, Finding, Gender, Kind, Severity, Status

Rule = Callable[[Row, Concept], Iterator[Finding]]

_LOOKALIKES = dict(zip("аАеЕоОрРсСхХуУкКМНВТіІјЈѕЅһԁԛԝəә", "aAeEoOpPcCxXyYkKMHBTiIjJsShdqwəə", strict=True))
"""Cyrillic letters and the Latin ones they are taken for (Unicode TR 39, the letters of our three languages)."""
_ODD_SPACE = re.compile(r"[^\S ]|[\x00-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""White space other than the space, control and invisible characters."""
_TO_CYRILLIC = {latin: cyrillic for cyrillic, latin in _LOOKALIKES.items() if cyrillic != latin}


def finding(row: Row, check: str, message: str, *, severity: Severity = Severity.ERROR, locale: str = "") -> Finding:
    source = row.concept.id if row.concept else ""
    return Finding(check, severity, row.path, row.line, message, locale, source)


# --- one row -----------------------------------------------------------------------------------------------------


def values_are_known(row: Row, concept: Concept) -> Iterator[Finding]:
    for name, allowed in (("kind", tuple(Kind)), ("gender", ("m", "f")), ("case", ("exact",))):
        value = row.cells.get(name, "").strip().lower()
        if value and value not in allowed:
            said = f"{name} is {value!r}; it can be {', '.join(allowed)}, or empty"
            yield finding(row, "glossary-value", said)


def persons_have_a_gender(row: Row, concept: Concept) -> Iterator[Finding]:
    if concept.kind is Kind.PERSON and concept.gender is Gender.NONE and not row.cells.get("gender", "").strip():
        said = f"{concept.id!r} is a person without a gender; write m or f, the case forms of the name depend on it"
        yield finding(row, "glossary-gender", said, severity=Severity.WARNING)


def terms_are_in_their_script(row: Row, concept: Concept) -> Iterator[Finding]:
    if concept.kind is Kind.KEEP:
        return
    for term in concept.terms:
        if term.locale == "en":
            wrong = "" if term.text.isascii() else next((c for c in term.text if c.isalpha() and not _latin(c)), "")
        elif _right_script(term.locale, term.text):
            continue
        else:
            wrong = next((c for c in term.text if not _right_script(term.locale, c)), "")
        if term.locale != "en" or wrong:
            where = "the English term" if term.locale == "en" else f"the {term.locale} target"
            said = f"{where} {term.text!r} has {_described(wrong)}; {_script_advice(wrong, term.locale)}"
            yield finding(row, "glossary-script", said, locale="" if term.locale == "en" else term.locale)


def spaces_are_plain(row: Row, concept: Concept) -> Iterator[Finding]:
    for name, cell in row.cells.items():
        if name in ("note", "") or name.startswith("?"):
            continue
        odd = _ODD_SPACE.search(cell)
        if odd:
            said = f"the cell {name!r} has {_described(odd.group())}; write a plain space, or nothing"
        elif "  " in cell and "  " in cell.strip():
            said = f"the cell {name!r} has two spaces in a row; write one"
        elif "|" in cell and not all(part.strip() for part in cell.split("|")):
            said = f"the cell {name!r} has an empty alternative; delete the extra '|'"
        else:
            continue
        yield finding(row, "glossary-spacing", said, severity=Severity.WARNING)


def alternatives_differ(row: Row, concept: Concept) -> Iterator[Finding]:
    seen: set[tuple[str, str, bool]] = set()
    for term in concept.terms:
        forbidden = term.status is Status.FORBIDDEN
        place = (term.locale, term.text, forbidden)
        if place in seen:
            said = f"{term.text!r} stands twice in one cell; delete one"
            yield finding(row, "glossary-duplicate", said, severity=Severity.WARNING)
        elif forbidden and (term.locale, term.text, False) in seen:
            said = (
                f"{term.text!r} is both a target and forbidden; delete it from {term.locale} or {term.locale}.forbidden"
            )
            yield finding(row, "glossary-conflict", said, locale=term.locale)
        seen.add(place)


def terms_can_be_found(row: Row, concept: Concept) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for term in concept.targets("en"):
        surface = spelled(term.text) if concept.exact else key(term.text)
        if not any(map(str.isalnum, surface)):
            said = f"the English term {term.text!r} has no letter, so nothing is ever found for it"
            yield finding(row, "glossary-unreachable", said)
        elif seen.get(surface, term.text) != term.text:
            said = f"{term.text!r} is never found: {seen[surface]!r} already matches everything that it does; delete it"
            yield finding(row, "glossary-unreachable", said, severity=Severity.INFO)
        seen.setdefault(surface, term.text)


def waivers_have_reasons(row: Row, concept: Concept) -> Iterator[Finding]:
    for waiver in row.waivers:
        if not waiver.reason:
            said = f"the waiver of {waiver.check} gives no reason; write l10n-ignore: {waiver.check} - why"
            yield finding(row, "glossary-waiver", said)


ROW_RULES: tuple[Rule, ...] = (
    values_are_known,
    persons_have_a_gender,
    terms_are_in_their_script,
    spaces_are_plain,
    alternatives_differ,
    terms_can_be_found,
    waivers_have_reasons,
)


def row_findings(
    rows: Sequence[Row], headers: Sequence[tuple[str, tuple[str, ...]]], locales: Sequence[str]
) -> list[Finding]:
    """What is wrong with each row by itself, and which targets are missing.

    ``headers`` are the path and the locale columns of each file; ``locales`` those that every concept needs. A file
    that lacks a whole column is told so once.
    """
    found = [f for row in rows if row.concept for rule in ROW_RULES for f in rule(row, row.concept)]
    columns = dict(headers)
    for path, present in headers:
        said = "no column {0!r}: none of the concepts in this file has a target for it; add the column"
        needy = any(r.concept and r.concept.kind is not Kind.KEEP for r in rows if r.path == path)
        found += (
            Finding("glossary-missing-target", Severity.WARNING, path, 1, said.format(code), code)
            for code in locales
            if needy and code not in present and code != "en"
        )
    for row in rows:
        if row.concept and row.concept.kind is not Kind.KEEP:
            for code in locales:
                if code in columns[row.path] and code != "en" and row.concept.preferred(code) is None:
                    said = f"{row.concept.id!r} has no {code} target; fill the cell, or make its kind keep"
                    severity = Severity.WARNING
                    found.append(finding(row, "glossary-missing-target", said, severity=severity, locale=code))
    return found


# --- all rows ----------------------------------------------------------------------------------------------------


def table_findings(rows: Sequence[Row]) -> tuple[tuple[Concept, ...], list[Finding]]:
    """The concepts, each once, and what contradicts what across rows and files."""
    concepts: dict[tuple[str, Kind], Row] = {}
    english: dict[str, Row] = {}
    found: list[Finding] = []
    for row in rows:
        concept = row.concept
        if concept is None:
            continue
        first = concepts.setdefault((concept.id, concept.kind), row)
        if first is not row:
            said = f"{concept.id!r} ({concept.kind}) is already in {_place(first, row)}; put the two rows together"
            found.append(finding(row, "glossary-duplicate", said))
            found += _conflicts(row, concept, first, concept.id)
            continue
        for term in concept.targets("en"):
            surface = spelled(term.text) if concept.exact else key(term.text)
            other = english.setdefault(surface, row)
            if other is not row:
                found += _conflicts(row, concept, other, term.text) or [_hidden(row, other, term.text)]
    return tuple(row.concept for row in concepts.values() if row.concept), found


def _conflicts(row: Row, concept: Concept, first: Row, term: str) -> list[Finding]:
    assert first.concept is not None
    found = []
    for code in dict.fromkeys(t.locale for t in concept.terms if t.locale != "en"):
        ours, theirs = concept.preferred(code), first.concept.preferred(code)
        if ours and theirs and ours != theirs:
            said = (
                f"{term!r} is {ours!r} here and {theirs!r} in {_place(first, row)}; keep one as preferred and put the "
                f"other after it with '|', or waive this in the note: l10n-ignore: glossary-conflict - why"
            )
            found.append(finding(row, "glossary-conflict", said, locale=code))
    return found


def _hidden(row: Row, other: Row, term: str) -> Finding:
    assert other.concept is not None
    said = (
        f"{term!r} is never found for this row: {other.concept.id!r} in {_place(other, row)} has the same term and wins"
    )
    return finding(row, "glossary-unreachable", said, severity=Severity.WARNING)


def _place(other: Row, row: Row) -> str:
    return f"line {other.line}" if other.path == row.path else f"{other.path}:{other.line}"


@cache
def _seen(locale: str) -> set[str]:
    """The characters that stood in a text which the language called right: most texts need no second look."""
    return set()


def _right_script(locale: str, text: str) -> bool:
    seen = _seen(locale)
    if seen.issuperset(text):
        return True
    right = language(locale).right_script(text)
    if right:
        seen.update(text)
    return right


def _latin(character: str) -> bool:
    return character.isascii() or "LATIN" in unicodedata.name(character, "") or not character.isalpha()


def _described(character: str) -> str:
    """``U+0430 CYRILLIC SMALL LETTER A (looks like Latin a)``."""
    if not character:
        return "letters of another script"
    name = f"U+{ord(character):04X} {unicodedata.name(character, 'control character')}"
    if character in _LOOKALIKES and ord(character) > 0x400:
        return f"{name}, which looks like Latin {_LOOKALIKES[character]!r}"
    if character in _TO_CYRILLIC:
        return f"{name}, which looks like Cyrillic {_TO_CYRILLIC[character]!r}"
    return name


def _script_advice(character: str, locale: str) -> str:
    if character in _LOOKALIKES and locale != "ru":
        return f"type {_LOOKALIKES[character]!r} (U+{ord(_LOOKALIKES[character]):04X}) instead"
    if locale == "ru" and character in _TO_CYRILLIC:
        other = _TO_CYRILLIC[character]
        return f"type {other!r} (U+{ord(other):04X}) instead, or say kind keep if the name is written in Latin letters"
    return "write it in the right alphabet, or say kind keep if the name is not translated"
