"""Glossary CSV to rows: exact line numbers, the delimiters spreadsheets write, and one concept per row."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from l10n.errors import GlossaryError
from l10n.glossary.english import words
from l10n.model import Concept, Finding, Gender, Kind, Severity, Status, Term

COLUMNS = ("term", "kind", "gender", "case", "note")

_ISO_639_1 = words(
    """aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el
    en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja
    jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd
    ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss
    st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    ckb crh fil gag hsb kmr lez sah tly tyv udm"""
)
_KINDS = {str(kind): kind for kind in Kind}
_GENDERS = {str(gender): gender for gender in Gender}
_LOCALE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*")
_CHECKS = r"([a-z][a-z-]*(?:\s*,\s*[a-z][a-z-]*)*)"
_WAIVER = re.compile(
    rf"\s*(?:\[waive\s+{_CHECKS}\s*(?::\s*([^\]]*))?\]|l10n-ignore:\s*{_CHECKS}(?:\s+[-–—]+\s+(.*?))?[ \t]*$)", re.M
)


@dataclass(frozen=True, slots=True)
class Waiver:
    """``l10n-ignore: CHECK - reason`` at the end of a line of a row's note, or ``[waive CHECK: reason]`` in it: that
    check says nothing about this concept."""

    check: str
    reason: str
    path: str
    line: int

    def __str__(self) -> str:
        return f"l10n-ignore: {self.check} - {self.reason}" if self.reason else f"l10n-ignore: {self.check}"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a file: its cells as written, and the concept they make (``None`` where there is no term)."""

    path: str
    line: int
    """Where the row begins, also when a quoted cell runs over several lines."""
    cells: dict[str, str]
    concept: Concept | None
    waivers: tuple[Waiver, ...] = ()


@dataclass(slots=True)
class Table:
    """What one file holds."""

    path: str
    locales: tuple[str, ...] = ()
    rows: list[Row] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


@cache
def is_locale(name: str) -> bool:
    """The name of a column is a locale code: ``ru``, ``az``, ``pt-BR``; ISO 639-1, and a few neighbours beyond it."""
    found = _LOCALE.fullmatch(name)
    return found is not None and found.group(1).lower() in _ISO_639_1


def alternatives(cell: str) -> tuple[str, ...]:
    """The terms of a cell, the preferred one first: ``a | b`` holds two; white space runs read as one space."""
    if "|" not in cell:
        return (text,) if (text := " ".join(cell.split())) else ()
    return tuple(text for part in cell.split("|") if (text := " ".join(part.split())))


def read_rows(path: Path) -> Table:
    """Every row of a glossary file; GlossaryError where it is no UTF-8 table with a ``term`` column."""
    records = list(records_of(path))
    if not records:
        raise GlossaryError(
            "the file is empty; its first row has to name the columns: term,kind,gender,ru,az", path=path
        )
    table = Table(path.as_posix())
    line, names = records[0]
    header = _header(table, line, names)
    if "term" not in header:
        raise GlossaryError(
            "no column is called 'term'; the first row has to name the columns: term,kind,gender,ru,az",
            path=path,
            line=line,
        )
    table.locales = tuple(name for name in header if is_locale(name))
    for line, values in records[1:]:
        if any(value.strip() for value in values):
            table.rows.append(_row(table, line, dict(zip(header, values, strict=False))))
            if any(value.strip() for value in values[len(header) :]):
                text = (
                    f"{len(values)} cells, but {len(header)} columns: a delimiter inside a cell needs quotation marks"
                )
                _add(table, line, "glossary-column", text)
    return table


def records_of(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The records of a CSV file, each with the line it begins on; comma, semicolon or tab, as the header row has it."""
    text = decoded(path)
    first, _, rest = text.partition("\n")
    skipped = 0
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:  # what Excel writes for its own use
        text, skipped = rest, 1
        delimiter = first.strip()[4]
    else:
        delimiter = max(",;\t", key=_unquoted(first).count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 0
    try:
        for record in reader:
            if record:
                yield line + 1 + skipped, record
            line = reader.line_num
    except csv.Error as error:
        unclosed = "unexpected end of data" in str(error)
        reason = (
            "a quotation mark opens here and is never closed; close it, or double it if it belongs to the text"
            if unclosed
            else 'a cell in quotation marks goes on after they close; inside a quoted cell write " twice'
            if "expected after" in str(error)
            else f"not a CSV row: {error}"
        )
        raise GlossaryError(reason, path=path, line=line + 1 + skipped) from None


def decoded(path: Path) -> str:
    """The text of a file without its byte order mark; GlossaryError where it cannot be read or is not UTF-8."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise GlossaryError(f"cannot be read: {error.strerror or error}", path=path) from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise GlossaryError("not UTF-8; save it as 'CSV UTF-8'", path=path, line=line) from None


def _unquoted(line: str) -> str:
    return re.sub(r'"[^"]*"', "", line)


def _header(table: Table, line: int, names: list[str]) -> list[str]:
    header: list[str] = []
    for name in names:
        clean = name.strip()
        low = clean.lower()
        base, dot, status = clean.rpartition(".")
        if low in COLUMNS:
            clean = low
        elif dot and status.lower() == "forbidden" and is_locale(base):
            clean = f"{base}.forbidden"
        elif clean and not is_locale(clean):
            known = ", ".join((*COLUMNS, "a locale such as ru", "ru.forbidden"))
            _add(table, line, "glossary-column", f"unknown column {clean!r}: its cells are not read; known are {known}")
            clean = f"?{clean}"
        if clean and clean in header:
            _add(table, line, "glossary-column", f"the column {clean!r} occurs twice; the second one is not read")
            clean = f"?{clean}"
        header.append(clean)
    return header


def _row(table: Table, line: int, cells: dict[str, str]) -> Row:
    texts = alternatives(cells.get("term", ""))
    note, waivers = waivers_in(cells.get("note", ""), table.path, line)
    if not texts:
        _add(
            table, line, "glossary-term-empty", "the row has no English term; fill the column 'term' or delete the row"
        )
        return Row(table.path, line, cells, None, waivers)
    terms = [*_terms(texts, "en")]
    for name, cell in cells.items():
        if cell and is_locale(name) and name != "en":
            terms += _terms(alternatives(cell), name)
        elif cell and name.endswith(".forbidden"):
            terms += (Term(t, name.removesuffix(".forbidden"), Status.FORBIDDEN) for t in alternatives(cell))
    concept = Concept(
        texts[0],
        _KINDS.get(cells.get("kind", "").strip().lower(), Kind.TERM),
        _GENDERS.get(cells.get("gender", "").strip().lower(), Gender.NONE),
        tuple(terms),
        note,
        cells.get("case", "").strip().lower() == "exact",
        table.path,
        line,
    )
    return Row(table.path, line, cells, concept, waivers)


def _terms(texts: tuple[str, ...], locale: str) -> Iterator[Term]:
    for index, text in enumerate(texts):
        yield Term(text, locale, Status.ADMITTED if index else Status.PREFERRED)


def waivers_in(note: str, path: str, line: int) -> tuple[str, tuple[Waiver, ...]]:
    """A note without its waivers, and the waivers."""
    if "[" not in note and "l10n-ignore" not in note:
        return note.strip(), ()
    found: list[Waiver] = []
    for match in _WAIVER.finditer(note):
        reason = " ".join((match.group(2) or match.group(4) or "").split())
        checks = (match.group(1) or match.group(3)).split(",")
        found += (Waiver(check.strip(), reason, path, line) for check in checks)
    return (_WAIVER.sub("", note).strip() if found else note.strip()), tuple(found)


def _add(table: Table, line: int, check: str, message: str) -> None:
    table.findings.append(Finding(check, Severity.ERROR, table.path, line, message))
