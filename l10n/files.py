"""How every file is written: whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from l10n.errors import L10nError, WriteError


def write(path: Path, text: str | bytes, *, error: type[L10nError] = WriteError, make_folders: bool = True) -> None:
    """Writes a file through a temporary one beside it; text is UTF-8, permissions and links are kept. Where that
    fails, the old file is intact, and ``error`` says so in one line.

    ``make_folders``: false for a place that a person named, where a missing folder is a slip of the pen.
    """
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogateescape")
    try:
        if make_folders:
            path.parent.mkdir(parents=True, exist_ok=True)
        _replace(Path(os.path.realpath(path)), data)
    except OSError as failure:
        reason = (failure.strerror or str(failure)).lower()
        raise error(
            f"cannot be written ({reason}); what was there is intact: free space, change permissions or choose "
            "another place, then run it again",
            path=path,
        ) from failure


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        umask = os.umask(0)
        os.umask(umask)
        Path(name).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~umask)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
