"""What was reviewed in each catalog, kept between runs: thousands of catalogs need not be parsed for one article.

A cache outside the project and nothing more: whatever is wrong with it, the catalogs are read instead.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from l10n import __version__
from l10n.memory import Reviewed

SETTLED = 2.0
"""Seconds after its last change before a catalog is kept: a second change within one tick of the file system's clock
that leaves the size as it is would go unseen."""

_MOST_WAIT = 5.0
"""Seconds that a run waits for another one that is writing the same file."""


def shelf_file(root: Path) -> Path:
    """The file of a project: below ``$XDG_CACHE_HOME`` or ``~/.cache``, named by a hash of the project's path."""
    try:
        usual = Path.home() / ".cache"
    except RuntimeError:  # nobody's
        usual = Path(tempfile.gettempdir())
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or usual
    return Path(base) / "l10n" / f"memory-{hashlib.sha256(str(root.absolute()).encode()).hexdigest()[:24]}.sqlite3"


class Shelf:
    """The reviewed pairs of the catalogs below a folder, by path, with the time and size of the file they were read
    from. Open it, ask for every catalog there is, and ``keep``: what was not asked for is forgotten."""

    def __init__(self, file: Path, folder: Path) -> None:
        self._file, self._folder = file, folder
        self._kept = self._load()
        self._asked: dict[str, tuple[int, int, str]] = {}

    def reviewed(self, path: Path, read: Callable[[Path], tuple[Reviewed, ...]]) -> tuple[Reviewed, ...]:
        """What was reviewed in a catalog; ``read`` is called where that is not known, and its errors are passed on."""
        try:
            found = path.stat()
        except OSError:
            return read(path)
        name, mark = str(path.absolute()), (found.st_mtime_ns, found.st_size)
        known = self._kept.get(name)
        pairs = _pairs(known[2]) if known is not None and known[:2] == mark else None
        if known is not None and pairs is not None:
            self._asked[name] = known
            return pairs
        pairs = read(path)
        if time.time() - found.st_mtime > SETTLED:
            self._asked[name] = (*mark, json.dumps(pairs, ensure_ascii=False, separators=(",", ":")))
        return pairs

    def keep(self) -> None:
        """Writes what has changed."""
        new = [(name, *row) for name, row in self._asked.items() if self._kept.get(name) != row]
        gone = [(name,) for name in self._kept.keys() - self._asked.keys()]
        if not new and not gone:
            return
        with suppress(sqlite3.Error, OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._file, timeout=_MOST_WAIT)) as base, base:
                base.execute(f"CREATE TABLE IF NOT EXISTS {_TABLE} (path TEXT PRIMARY KEY, time, size, pairs)")
                base.executemany(f"DELETE FROM {_TABLE} WHERE path = ?", gone)
                base.executemany(f"INSERT OR REPLACE INTO {_TABLE} VALUES (?, ?, ?, ?)", new)

    def _load(self) -> dict[str, tuple[int, int, str]]:
        """Everything that is kept below the folder; nothing where the file is missing, broken or of another version."""
        if not self._file.exists():
            return {}
        inside = str(self._folder.absolute()) + os.sep
        try:
            with closing(sqlite3.connect(self._file, timeout=_MOST_WAIT)) as base:
                rows = base.execute(f"SELECT * FROM {_TABLE} WHERE substr(path, 1, ?) = ?", (len(inside), inside))
                return {str(name): (int(when), int(size), str(pairs)) for name, when, size, pairs in rows}
        except sqlite3.OperationalError:
            return {}  # of another version, or busy
        except (sqlite3.Error, ValueError, TypeError):
            with suppress(OSError):
                self._file.unlink()
            return {}


def _pairs(text: str) -> tuple[Reviewed, ...] | None:
    """The pairs of a row; nothing where they are not what this module writes."""
    try:
        return tuple(Reviewed(*map(str, pair)) for pair in json.loads(text))
    except (ValueError, TypeError):
        return None


_TABLE = "reviewed_" + "".join(char if char.isalnum() else "_" for char in __version__)
