"""Gettext PO catalogs: read, write, and the lock that makes two writers wait; the only importer of polib.

What only this module knows is how a `Unit` looks as a PO entry (DESIGN section 5). The origin of a machine target is
the ``#. origin:`` comment, with a digest of the text, so that a target that anybody edited is known as a person's.
"""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import polib
from filelock import FileLock

from l10n import __version__, files
from l10n.errors import CatalogError
from l10n.languages import language
from l10n.model import Origin, State, Unit

SIGNATURE = "X-L10n-Signature"

_ORIGIN = re.compile(
    r"origin: (?P<kind>machine|memory) \((?P<maker>.*)\)(?:, (?:score|match) (?P<score>-?[\d.]+)( %)?)?"
    r", draft (?P<digest>[0-9a-f]{8})"
)
_RANK = {kind: place for place, kind in enumerate(("role", "context", "glossary", "memory", "origin", "doubt"))}
_MSGID_LINE = re.compile(r"(?:#~ ?)?msgid[ \t\"]")
_BARE_COMMENT = re.compile(r"\A#(?=[^\s.:,|~#])")
_STARTS = ('"', 'msgid "', 'msgstr "', 'msgctxt "')
_LINE = re.compile(
    r"""\s*(?:\#(?![~|]).*|\#[~|]+\s*|(?:\#~\|?|\#\|)?\s*(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s*)?
    "(?:[^"\\]|\\.)*"\s*)?""",
    re.VERBOSE,
)
"""A line of a PO file. polib takes an unclosed string for a shorter one, and so would lose its last character."""
_REFERENCE = re.compile(r"\u2068([^\u2069]*)\u2069(:\d+)?|(\S+)")


@dataclass(frozen=True, slots=True)
class Catalog:
    """One article in one locale."""

    units: tuple[Unit, ...] = ()
    """In file order, obsolete ones last."""
    headers: Mapping[str, str] | None = None
    lines: Mapping[tuple[str, str], int] | None = None
    """Where each unit's ``msgid`` stands (1-based), by unit key."""
    path: Path | None = None
    comment: str = ""
    """The comment at the top of the file."""
    tail: str = ""
    """Comment lines behind the last entry, which belong to nothing."""

    @property
    def locale(self) -> str:
        return (self.headers or {}).get("Language", "") or (self.path.parent.name if self.path else "")

    def by_key(self) -> dict[tuple[str, str], Unit]:
        """Live units by key."""
        return {unit.key: unit for unit in self.units if unit.state is not State.OBSOLETE}


class _Lines(str):
    """A text that polib splits at line feeds only: str.splitlines also splits at U+2028, to gettext a letter."""

    __slots__ = ()

    def splitlines(self, keepends: bool = False) -> list[str]:
        return self.split("\n")


def digest(target: str) -> str:
    """Eight hex digits by which an untouched machine target is known again."""
    return hashlib.sha256(target.encode()).hexdigest()[:8]


def read(path: Path) -> Catalog:
    """The catalog in a file; CatalogError names the line that is wrong."""
    text = _read_text(path)
    lines = text.split("\n")
    wrong = next((n for n, line in enumerate(lines, 1) if not _is_plain(line) and not _LINE.fullmatch(line)), None)
    if wrong is not None:
        raise _not_valid(path, wrong)
    try:
        entries = polib.pofile(_Lines("\n".join(_BARE_COMMENT.sub("# ", line) for line in lines)))
    except (OSError, ValueError, IndexError) as error:
        found = re.search(r"\(line (\d+)\)", str(error))
        raise _not_valid(path, int(found[1]) if found else None) from error
    starts = [n for n, line in enumerate(lines, 1) if _MSGID_LINE.match(line)]
    return _catalog(path, entries, starts[len(starts) - len(entries) :], _tail(lines))


def _is_plain(line: str) -> bool:
    """Nearly every line: a comment, or one string without escaped quotation marks (`_LINE` is five times slower)."""
    if line[:1] == "#":
        return line[1:2] not in "~|"
    return line.count('"') == 2 and line[-1] == '"' and line[-2:] != '\\"' and line.startswith(_STARTS)


def _not_valid(path: Path, line: int | None) -> CatalogError:
    return CatalogError(
        "not valid PO here; mend the line, or restore the file from your backup or version control",
        path=path,
        line=line,
    )


def _read_text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise CatalogError("there is no such catalog; make it with: l10n translate ARTICLE", path=path) from None
    except IsADirectoryError:
        raise CatalogError("is a folder; name a .po file", path=path) from None
    except OSError as error:
        raise CatalogError(f"cannot be read ({error.strerror}); check its permissions", path=path) from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CatalogError(f"not UTF-8 at byte {error.start}; save it as UTF-8", path=path) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _catalog(path: Path, entries: polib.POFile, starts: list[int], tail: str) -> Catalog:
    if entries and not (entries.metadata or all(entry.msgid for entry in entries)):
        raise CatalogError("has an entry without a source text; restore its msgid", path=path)
    live: list[Unit] = []
    obsolete: list[Unit] = []
    lines: dict[tuple[str, str], int] = {}
    for entry, line in zip(entries, starts, strict=False):
        if entry.msgid_plural:
            raise CatalogError(
                "plural entries do not belong into an article's catalog; remove it", path=path, line=line
            )
        unit = _unit(entry)
        if unit.key in lines:
            raise CatalogError(
                f"the same msgid stands in line {lines[unit.key]} already; delete one of the two", path=path, line=line
            )
        (obsolete if entry.obsolete else live).append(unit)
        lines[unit.key] = line
    return Catalog((*live, *obsolete), dict(entries.metadata), lines, path, entries.header, tail)


def _tail(lines: list[str]) -> str:
    """Comments behind the last entry, which polib drops."""
    kept: list[str] = []
    for line in reversed(lines):
        if line.strip() and (not line.startswith("#") or line.startswith("#~")):
            break
        kept.append(line)
    return "\n".join(reversed(kept)).strip("\n") if kept and any(line.strip() for line in kept) else ""


def _unit(entry: polib.POEntry) -> Unit:
    fuzzy = "fuzzy" in entry.flags
    if entry.obsolete:
        state = State.OBSOLETE
    elif not entry.msgstr:
        state = State.UNTRANSLATED
    else:
        state = State.NEEDS_REVIEW if fuzzy else State.REVIEWED
    unit = Unit(
        source=entry.msgid,
        context=entry.msgctxt or "",
        target=entry.msgstr,
        state=state,
        references=_references(entry.occurrences),
        notes=tuple(filter(None, entry.comment.split("\n"))),
        comment=entry.tcomment,
        previous_source=entry.previous_msgid or "",
        flags=tuple(f for f in entry.flags if f and (f != "fuzzy" or entry.obsolete)),
    )
    return _with_origin(unit)


def _with_origin(unit: Unit) -> Unit:
    """The unit with what its origin comment says, where the target is still what the machine wrote."""
    if not unit.target:
        return unit
    found = next(filter(None, map(_ORIGIN.fullmatch, unit.notes)), None)
    if found is None or found["digest"] != digest(unit.target):
        return replace(unit, origin=Origin.HUMAN)  # the comment, if any, stays as the history of the draft
    memory = found["kind"] == "memory"
    score = float(found["score"]) / (100 if memory else 1) if found["score"] else None
    origin = Origin.MEMORY if memory else Origin.ENGINE
    notes = tuple(note for note in unit.notes if note != found.group())
    return replace(unit, origin=origin, score=score, maker=found["maker"], pristine=True, notes=notes)


def _origin_note(unit: Unit) -> str | None:
    """The comment that says where an untouched machine target came from; ``None`` for a person's."""
    if not unit.pristine or unit.origin not in (Origin.ENGINE, Origin.MEMORY):
        return None
    if unit.origin is Origin.MEMORY:
        kind, score = "memory", "" if unit.score is None else f", match {unit.score * 100:.0f} %"
    else:
        kind, score = "machine", "" if unit.score is None else f", score {unit.score:.2f}"
    return f"origin: {kind} ({unit.maker}){score}, draft {digest(unit.target)}"


def _references(occurrences: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """PO references; a name with blanks stands between U+2068 and U+2069, as gettext writes it."""
    joined = " ".join(f"{path}:{line}" if line else path for path, line in occurrences)
    return tuple(m[3] or m[1] + (m[2] or "") for m in _REFERENCE.finditer(joined))


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Holds a catalog for one writer; a second one waits. The lock lies outside the project, which stays clean."""
    name = hashlib.sha256(str(path.absolute()).encode()).hexdigest()[:24]
    folder = Path(tempfile.gettempdir()) / "l10n-locks"
    folder.mkdir(exist_ok=True)
    with suppress(PermissionError):  # made by another user, who has opened it to all
        folder.chmod(0o1777)
    with FileLock(folder / f"{name}.lock", mode=0o666):
        yield


def write(path: Path, catalog: Catalog, *, locale: str) -> bool:
    """Writes a catalog if its units differ from those on disk, atomically; true when it did. Call it under `locked`."""
    if path.exists() and [*map(_entry, read(path).units)] == [*map(_entry, catalog.units)]:
        return False
    files.write(path, render(catalog, locale=locale), error=CatalogError)
    return True


def render(catalog: Catalog, *, locale: str) -> str:
    """The PO text of a catalog."""
    blocks = [_header(catalog, locale), *map(_entry, catalog.units)]
    if catalog.tail:
        blocks.append(catalog.tail + "\n")
    return "\n".join(blocks)


def _header(catalog: Catalog, locale: str) -> str:
    old = dict(catalog.headers or {})
    now = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", datetime.now(UTC).timestamp())), UTC)
    stamp = now.astimezone().strftime("%Y-%m-%d %H:%M%z")
    fresh = {
        "Project-Id-Version": old.get("Project-Id-Version", "l10n"),
        "Report-Msgid-Bugs-To": old.get("Report-Msgid-Bugs-To", ""),
        "POT-Creation-Date": old.get("POT-Creation-Date", stamp),
        "PO-Revision-Date": stamp,
        "Last-Translator": old.get("Last-Translator", ""),
        "Language-Team": old.get("Language-Team", language(locale).name),
        "Language": locale,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": language(locale).plural_forms,
        "X-Generator": f"l10n {__version__}",
    }
    entry = polib.POEntry(msgid="", msgstr="".join(f"{k}: {v}\n" for k, v in {**old, **fresh}.items()))
    top = "".join(f"#{' ' if line else ''}{line}\n" for line in catalog.comment.split("\n")) if catalog.comment else ""
    return top + str(entry.__unicode__(0)).removeprefix("#\n")


def _entry(unit: Unit) -> str:
    """One PO entry. Comments and references are written here, since polib would wrap a translator's lines anew."""
    obsolete = unit.state is State.OBSOLETE
    lines = [f"# {line}".rstrip(" ") for line in unit.comment.split("\n")] if unit.comment else []
    lines += [f"#. {note}" for note in _ordered((*unit.notes, _origin_note(unit)))]
    lines += [f"#: {_shown_reference(reference)}" for reference in unit.references]
    flags = [*(["fuzzy"] if unit.state is State.NEEDS_REVIEW else []), *unit.flags]
    entry = polib.POEntry(
        msgid=unit.source,
        msgstr=unit.target,
        msgctxt=unit.context or None,
        flags=flags,
        obsolete=obsolete,
        previous_msgid=unit.previous_source or None if not obsolete else None,
    )
    return "".join(f"{line}\n" for line in lines) + str(entry.__unicode__(78))


def _ordered(notes: Iterable[str | None]) -> list[str]:
    """Notes in the order a translator reads them; kinds that are not ours come last."""
    return sorted(filter(None, notes), key=lambda note: _RANK.get(note.partition(":")[0], len(_RANK)))


def _shown_reference(reference: str) -> str:
    path, colon, line = reference.rpartition(":")
    return f"\u2068{path}\u2069{colon}{line}" if re.search(r"\s", path) else reference
