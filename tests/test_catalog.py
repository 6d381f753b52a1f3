"""PO files: what is written reads back, gettext's tools accept it, and a write is whole or not at all."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n import catalog
from l10n.catalog import Catalog
from l10n.errors import CatalogError
from l10n.model import Origin, State, Unit

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'

UNITS = (
    Unit(
        'Said "no" \\ yes',
        target="Сказал «нет»",
        state=State.NEEDS_REVIEW,
        origin=Origin.ENGINE,
        maker="argos en_ru=1",
        score=-0.31,
        pristine=True,
        notes=("role: body", "glossary: a -> b", "doubt: number 3 is missing"),
        references=("articles/my x.txt:12", "b.txt:3"),
        comment="first line\n\nthird line",
        previous_source="Said yes",
    ),
    Unit("A headline", "headline", "Заголовок", State.REVIEWED, Origin.HUMAN, flags=("no-wrap",)),
    Unit("Not yet", references=("b.txt:9",)),
    Unit("Gone", target="Ушло", state=State.OBSOLETE, origin=Origin.HUMAN, flags=("fuzzy",), comment="keep me"),
)


def written(folder: Path, units: tuple[Unit, ...] = UNITS) -> Path:
    path = folder / "ru" / "x.po"
    assert catalog.write(path, Catalog(units), locale="ru")
    return path


def test_a_catalog_reads_back_as_it_was(tmp_path: Path) -> None:
    """Every field of every unit survives a write and a read."""
    assert catalog.read(written(tmp_path)).units == UNITS


def test_lines_point_to_the_msgid(tmp_path: Path) -> None:
    """Findings can name the line of a unit's msgid."""
    path = written(tmp_path)
    lines = path.read_text(encoding="utf-8").split("\n")
    found = catalog.read(path).lines
    assert found is not None
    assert lines[found["Not yet", ""] - 1] == 'msgid "Not yet"'
    assert lines[found["A headline", "headline"] - 1] == 'msgid "A headline"'


def test_writing_twice_changes_no_byte(tmp_path: Path) -> None:
    """Only content changes a catalog; a second write does not even touch the file."""
    path = written(tmp_path)
    before, when = path.read_bytes(), path.stat().st_mtime_ns
    assert not catalog.write(path, catalog.read(path), locale="ru")
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (before, when)


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")
def test_gettext_accepts_it(tmp_path: Path) -> None:
    """`msgfmt --check` passes and `msgcat` reads the same messages."""
    path = written(tmp_path)
    subprocess.run(["msgfmt", "--check", "-o", os.devnull, path], check=True, capture_output=True)
    again = tmp_path / "again.po"
    subprocess.run(["msgcat", "-o", again, path], check=True, capture_output=True)
    kept = [(unit.source, unit.context, unit.target, unit.comment) for unit in catalog.read(again).units]
    assert kept == [(unit.source, unit.context, unit.target, unit.comment) for unit in UNITS]


def test_an_edited_draft_is_a_persons(tmp_path: Path) -> None:
    """A machine target that somebody changed, fuzzy or not, is no longer the machine's."""
    path = written(tmp_path)
    text = path.read_text(encoding="utf-8").replace("Сказал «нет»", "Сказала «нет»")
    path.write_text(text, encoding="utf-8")
    unit = catalog.read(path).units[0]
    assert (unit.origin, unit.pristine, unit.state) == (Origin.HUMAN, False, State.NEEDS_REVIEW)


def test_headers_of_other_tools_stay(tmp_path: Path) -> None:
    """What Poedit or Weblate wrote into the header survives; ours is set."""
    path = written(tmp_path)
    path.write_text(
        path.read_text(encoding="utf-8").replace(
            '"Last-Translator: \\n"', '"Last-Translator: Aida\\n"\n"X-Poedit: 1\\n"'
        ),
        encoding="utf-8",
    )
    found = catalog.read(path)
    catalog.write(path, Catalog(found.units[:2], found.headers), locale="ru")
    headers = catalog.read(path).headers or {}
    assert (headers["Last-Translator"], headers["X-Poedit"], headers["Language"]) == ("Aida", "1", "ru")
    assert "n%10==1" in headers["Plural-Forms"].replace(" ", "")


def test_comments_without_a_blank_and_behind_the_last_entry(tmp_path: Path) -> None:
    """Comments that polib chokes on or drops are kept."""
    path = tmp_path / "x.po"
    path.write_text(HEADER + '#glued comment\nmsgid "a"\nmsgstr "b"\n\n# the end\n', encoding="utf-8")
    found = catalog.read(path)
    assert found.units[0].comment == "glued comment"
    catalog.write(path, Catalog((*found.units, Unit("c")), found.headers, tail=found.tail), locale="ru")
    assert path.read_text(encoding="utf-8").endswith("\n# the end\n")


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ('msgid "a"\nmsgstr "b\n', 5),
        ('msgid "a" "\nmsgstr "b"\n', 4),
        ('msgstr "b"\n', 4),
        ("nonsense\n", 4),
        ('msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n', 7),
        ('msgid "a"\nmsgid_plural "as"\nmsgstr[0] "b"\n', 4),
    ],
)
def test_broken_files_are_named_with_their_line(tmp_path: Path, body: str, line: int) -> None:
    """A syntax error is a CatalogError with the line, not a traceback."""
    path = tmp_path / "x.po"
    path.write_text(HEADER + body, encoding="utf-8")
    with pytest.raises(CatalogError) as caught:
        catalog.read(path)
    assert caught.value.line == line


def test_other_charsets_are_refused(tmp_path: Path) -> None:
    """A file that is not UTF-8 is refused with the byte, not guessed at."""
    path = tmp_path / "x.po"
    path.write_bytes(HEADER.encode() + 'msgid "a"\nmsgstr "Привет"\n'.encode("cp1251"))
    with pytest.raises(CatalogError, match="not UTF-8 at byte"):
        catalog.read(path)


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Disk full in the middle of a write: one error, the old bytes, no litter."""
    path = written(tmp_path)
    before = path.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CatalogError, match="no space left"):
        catalog.write(path, Catalog(UNITS[:1]), locale="ru")
    assert path.read_bytes() == before
    assert [p.name for p in path.parent.iterdir()] == ["x.po"]


def test_two_writers_wait_for_each_other(tmp_path: Path) -> None:
    """Read, change, write under the lock: no update is lost."""
    path = tmp_path / "x.po"

    def add(number: int) -> None:
        with catalog.locked(path):
            old = catalog.read(path).units if path.exists() else ()
            catalog.write(path, Catalog((*old, Unit(f"sentence {number}"))), locale="ru")

    threads = [threading.Thread(target=add, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(catalog.read(path).units) == 8


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r\n"), min_size=1, max_size=40)


@given(st.lists(st.tuples(TEXT, TEXT, TEXT), max_size=4, unique_by=lambda t: t[0]))
@settings(max_examples=150, deadline=None)
def test_any_text_survives(tmp_path_factory: pytest.TempPathFactory, entries: list[tuple[str, str, str]]) -> None:
    """Quotes, backslashes, U+2028, control characters: text reads back as it was written."""
    path = tmp_path_factory.mktemp("po") / "x.po"
    units = tuple(
        Unit(s, target=t, state=State.REVIEWED, origin=Origin.HUMAN, previous_source=p) for s, t, p in entries
    )
    path.write_text(catalog.render(Catalog(units), locale="ru"), encoding="utf-8", newline="")
    assert [(u.source, u.target, u.previous_source) for u in catalog.read(path).units] == [*entries]
