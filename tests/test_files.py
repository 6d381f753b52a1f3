"""Files are written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from l10n import files
from l10n.errors import WriteError


def test_permissions_and_links_are_kept(tmp_path: Path) -> None:
    """A link stays a link to the file that is written, which keeps its permissions."""
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    real.write_text("old", encoding="utf-8")
    real.chmod(0o640)
    link.symlink_to(real)
    files.write(link, "новое")
    assert link.is_symlink()
    assert (real.read_text(encoding="utf-8"), real.stat().st_mode & 0o777) == ("новое", 0o640)


def test_a_failed_write_is_one_line_and_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Disk full: the old bytes, no litter, an error that says so."""
    path = tmp_path / "x.csv"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WriteError, match="no space left on device"):
        files.write(path, "new")
    assert (path.read_bytes(), [p.name for p in tmp_path.iterdir()]) == (b"old", ["x.csv"])


def test_a_missing_folder_is_made_or_refused(tmp_path: Path) -> None:
    """Folders of the project are made; in a place that a person named a missing one is an error."""
    files.write(tmp_path / "a" / "b" / "x", "text")
    with pytest.raises(WriteError, match="no such file or directory"):
        files.write(tmp_path / "c" / "x", "text", make_folders=False)
    assert not (tmp_path / "c").exists()
