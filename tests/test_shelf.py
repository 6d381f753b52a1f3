"""The shelf: what it gives is always what reading the catalogs would give."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from l10n import shelf as shelf_module
from l10n.errors import CatalogError
from l10n.memory import Reviewed
from l10n.shelf import Shelf, shelf_file

OLD = 1_600_000_000


class Reader:
    """Reads "source=target" lines and counts how often it is asked."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def __call__(self, path: Path) -> tuple[Reviewed, ...]:
        self.read.append(path.name)
        text = path.read_text(encoding="utf-8")
        if text == "broken":
            raise CatalogError("not valid PO here", path=path)
        return tuple(Reviewed(*line.split("=")) for line in text.splitlines())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three catalogs that were written long ago."""
    made = tmp_path / "catalogs" / "ru"
    made.mkdir(parents=True)
    for name in ("a", "b", "c"):
        put(made / f"{name}.po", f"{name}={name.upper()}")
    return made


def put(path: Path, text: str, when: int = OLD) -> None:
    path.write_text(text, encoding="utf-8")
    os.utime(path, (when, when))


def ask(folder: Path, reader: Reader) -> dict[str, tuple[Reviewed, ...]]:
    """One run: every catalog there is."""
    shelf = Shelf(folder.parents[1] / "cache" / "memory.sqlite3", folder)
    found = {path.name: shelf.reviewed(path, reader) for path in sorted(folder.glob("*.po"))}
    shelf.keep()
    return found


def test_what_did_not_change_is_read_once(folder: Path) -> None:
    """The second run reads nothing; an edited, a new and a deleted catalog are noticed."""
    reader = Reader()
    first = ask(folder, reader)
    assert first == ask(folder, reader)
    assert reader.read == ["a.po", "b.po", "c.po"]
    put(folder / "b.po", "b=Б", OLD + 1)
    put(folder / "d.po", "d=Д")
    (folder / "a.po").unlink()
    found = ask(folder, reader)
    assert reader.read[3:] == ["b.po", "d.po"]
    assert found == {"b.po": (Reviewed("b", "Б"),), "c.po": (Reviewed("c", "C"),), "d.po": (Reviewed("d", "Д"),)}
    put(folder / "a.po", "a=А")
    assert ask(folder, reader)["a.po"] == (Reviewed("a", "А"),)


def test_a_catalog_that_has_just_changed_is_not_kept(folder: Path) -> None:
    """It may change again within one tick of the clock."""
    (folder / "a.po").write_text("a=1", encoding="utf-8")
    reader = Reader()
    ask(folder, reader)
    ask(folder, reader)
    assert reader.read == ["a.po", "b.po", "c.po", "a.po"]


def test_locales_do_not_forget_each_other(folder: Path) -> None:
    """A run asks for one locale's catalogs; those of another one stay known, also one whose name begins alike."""
    other = folder.with_name("ru-Latn")
    other.mkdir()
    put(other / "a.po", "a=A")
    reader = Reader()
    for place in (folder, other, folder, other):
        ask(place, reader)
    assert reader.read == ["a.po", "b.po", "c.po", "a.po"]


def test_an_unreadable_catalog_stays_an_error(folder: Path) -> None:
    """It is asked again on every run."""
    put(folder / "a.po", "broken")
    for _ in range(2):
        with pytest.raises(CatalogError):
            ask(folder, Reader())


@pytest.mark.parametrize("damage", ["no database", "rows", "table", "locked", "version"])
def test_whatever_is_wrong_the_catalogs_are_read(folder: Path, damage: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is no database, rows of another kind, another version, another run that is writing."""
    file = folder.parents[1] / "cache" / "memory.sqlite3"
    before = ask(folder, Reader())
    monkeypatch.setattr(shelf_module, "_MOST_WAIT", 0.05)
    base = sqlite3.connect(file, isolation_level=None)
    if damage == "no database":
        file.write_bytes(b"not a database at all" * 100)
    elif damage == "rows":
        base.execute(f"UPDATE {shelf_module._TABLE} SET pairs = '[[1]]'")
    elif damage == "table":
        base.execute(f"ALTER TABLE {shelf_module._TABLE} DROP COLUMN pairs")
    elif damage == "locked":
        base.execute("BEGIN EXCLUSIVE")
    else:
        monkeypatch.setattr(shelf_module, "_TABLE", "reviewed_0")
    reader = Reader()
    assert ask(folder, reader) == before
    assert reader.read == ["a.po", "b.po", "c.po"]
    base.close()
    assert ask(folder, Reader()) == before


def test_a_folder_that_cannot_be_written_does_no_harm(folder: Path) -> None:
    """A file stands where the cache folder would be."""
    (folder.parents[1] / "cache").write_text("", encoding="utf-8")
    assert ask(folder, Reader()) == ask(folder, Reader())


def nobody() -> Path:
    raise RuntimeError("Could not determine home directory.")


def test_each_project_has_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By its path, in the folder for caches of the system; without a home in that for temporary files."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    one, other = shelf_file(tmp_path / "one"), shelf_file(tmp_path / "other")
    assert one.parent == other.parent == tmp_path / "l10n" and one != other
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    monkeypatch.setattr(Path, "home", nobody)
    assert shelf_file(tmp_path).is_absolute()
