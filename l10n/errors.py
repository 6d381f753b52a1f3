"""What can stop a run. Each prints as one line, ``path:line: what, and what to do``, never as a traceback."""

from __future__ import annotations

from pathlib import Path


class L10nError(Exception):
    """A run that cannot go on. ``path`` and ``line`` (1-based) say where; ``reason`` says what and what to do."""

    def __init__(self, reason: str, *, path: Path | str | None = None, line: int | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.path = None if path is None else str(path)
        self.line = line

    def __str__(self) -> str:
        where = self.path or ""
        if where and self.line is not None:
            where += f":{self.line}"
        return " ".join(f"{where}: {self.reason}".removeprefix(": ").split())


class ProjectError(L10nError):
    """The settings, a locale or a path of the project."""


class FormatError(L10nError):
    """An article that cannot be read."""


class GlossaryError(L10nError):
    """A glossary file that cannot be read at all (what is merely wrong in one is a finding)."""


class CatalogError(L10nError):
    """A PO file that cannot be read or written."""


class EngineError(L10nError):
    """A translation engine that is unknown or does not run."""


class PackageError(L10nError):
    """An Argos package that is missing, broken or cannot be fetched."""


class ExchangeError(L10nError):
    """A TMX, TBX or CSV exchange file that cannot be read."""


class WriteError(L10nError):
    """A file that cannot be written."""


class AssembleError(L10nError):
    """A finished article that cannot be written."""
