"""Packages come whole and go whole: unpacked beside their place, tried, then moved there in one step."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from l10n.errors import PackageError
from l10n.packages.store import Installed, argos_settings, installed, read_package

LARGEST = 4 << 30
"""Bytes an unpacked package may have; the largest of the public index has under 1 GB."""

MOST_FILES = 10_000
RATIO = 200
"""Packed model weights shrink by a tenth, vocabularies to a third; what shrinks 200 times is made to fill a disk."""

Check = Callable[[Installed], None]


def install_file(archive: Path, *, check: Check) -> Installed:
    """Installs an ``.argosmodel`` file into Argos's package folder, replacing the same pair's older package there.

    ``check`` is given the package before anything is replaced, and raises where its model does not run.
    Raises PackageError for an archive that is unsafe or no package; what was installed before is then untouched.
    """
    folder = Path(argos_settings().package_data_dir)
    with _disk_errors(folder), _beside(folder) as work:
        fresh = _unpacked(archive, work / "unpacked")
        package = read_package(fresh)
        if package is None or package.problem:
            raise PackageError(
                f"not a translation package: {package.problem if package else 'metadata.json names no language pair'}",
                path=archive,
            )
        _tried(package, archive, check)
        place = folder / _folder_name(package)
        _exchanged(fresh, place, work / "before")
        for older in _older(package, folder, place):
            _removed(older.path)
    result = read_package(place)
    assert result is not None
    return result


def remove(pair: str) -> tuple[Installed, ...]:
    """Removes every installed package of a pair (``en_ru``); returns them. Raises PackageError where there is none, or
    where only the shipped one is left."""
    found = [package for package in installed() if package.pair == pair]
    own = tuple(package for package in found if not package.shipped)
    if not found:
        raise PackageError(f"no package {pair} is installed; `l10n models list` shows which are")
    if not own:
        raise PackageError(f"{pair} is shipped with l10n and cannot be removed; an installed package goes before it")
    for package in own:
        with _disk_errors(package.path):
            _removed(package.path)
    return own


def _folder_name(package: Installed) -> str:
    """As in the public index: ``translate-en_ru-1_9``."""
    return f"translate-{package.pair}-{package.version.replace('.', '_')}"


def _older(package: Installed, folder: Path, place: Path) -> list[Installed]:
    return [p for p in installed() if p.pair == package.pair and p.path.parent == folder and p.path != place]


def _unpacked(archive: Path, into: Path) -> Path:
    """The folder that holds ``metadata.json``."""
    try:
        with zipfile.ZipFile(archive) as packed:
            _verified(packed, archive)
            packed.extractall(into)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise PackageError(f"not a readable .argosmodel file (a zip archive): {error}", path=archive) from None
    except FileNotFoundError:
        raise PackageError("there is no such file", path=archive) from None
    except IsADirectoryError:
        raise PackageError("a folder, not an .argosmodel file", path=archive) from None
    tops = [into, *sorted(path for path in into.iterdir() if path.is_dir())]
    found = next((path for path in tops if (path / "metadata.json").is_file()), None)
    if found is None:
        raise PackageError("not a translation package: there is no metadata.json", path=archive)
    return found


def _verified(packed: zipfile.ZipFile, archive: Path) -> None:
    """No member reaches outside the folder, is a link or a device, or fills the disk."""
    members = packed.infolist()
    for member in members:
        path = PurePosixPath(member.filename.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or (path.parts and path.parts[0].endswith(":")):
            raise PackageError(
                f"the archive reaches outside its folder ({member.filename}); not installed", path=archive
            )
        kind = stat.S_IFMT(member.external_attr >> 16)
        if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
            raise PackageError(f"the archive holds a link or device ({member.filename}); not installed", path=archive)
    size, packed_size = sum(m.file_size for m in members), sum(m.compress_size for m in members)
    if size > LARGEST or len(members) > MOST_FILES or size > RATIO * max(packed_size, 1 << 16):
        reason = f"the archive would unpack to {size:,} bytes in {len(members):,} files; not installed"
        raise PackageError(reason, path=archive)


def _tried(package: Installed, archive: Path, check: Check) -> None:
    try:
        check(package)
    except Exception as error:
        reason = " ".join(str(getattr(error, "reason", error)).split())
        raise PackageError(f"the package does not work: {reason}; not installed", path=archive) from None


def _exchanged(fresh: Path, place: Path, before: Path) -> None:
    """Moves a package to its place; the one that was there comes back where that fails."""
    if place.exists():
        place.rename(before)
    try:
        fresh.rename(place)
    except OSError:
        if before.exists():
            before.rename(place)
        raise


def _removed(path: Path) -> None:
    """Out of sight in one step, then deleted: an interrupted removal leaves no half package where Argos looks."""
    with _beside(path.parent) as work:
        path.rename(work / path.name)


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    """A scratch folder on the same disk, beside the package folder: Argos takes every folder inside for a package."""
    folder.mkdir(parents=True, exist_ok=True)
    roomy = os.access(folder.parent, os.W_OK) and folder.parent.stat().st_dev == folder.stat().st_dev
    work = Path(tempfile.mkdtemp(prefix=".l10n-", dir=folder.parent if roomy else folder))
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


@contextmanager
def _disk_errors(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        reason = "the disk is full" if full else f"cannot be written ({error.strerror})"
        raise PackageError(f"{reason}; nothing was changed", path=error.filename or folder) from None
