"""A project's folders, locales and settings, from ``l10n.toml`` or ``[tool.l10n]`` in ``pyproject.toml``."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from l10n.errors import ProjectError

SETTINGS = "l10n.toml"
_LOCALE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_DEFAULTS: dict[str, Any] = {"source": "en", "locales": ["ru", "az"], "engine": "argos"}
_PATHS = {"articles": "articles", "catalogs": "catalogs", "glossaries": "glossaries", "output": "translated"}
_KNOWN = {*_DEFAULTS, "paths", "packages", "check", "terminology", "index"}


@dataclass(frozen=True)
class Project:
    """Where things are and how they are to be done. Relative paths are below ``root``."""

    root: Path
    settings: Mapping[str, Any] = field(default_factory=dict)
    """The parsed settings, as they stand in the file."""
    settings_path: Path | None = None

    @classmethod
    def locate(cls, start: Path | None = None) -> Project:
        """The project that a folder belongs to: the nearest one above with settings, else the folder itself."""
        start = (start or Path.cwd()).absolute()
        for folder in (start, *start.parents):
            for path, table in ((folder / SETTINGS, None), (folder / "pyproject.toml", "l10n")):
                settings = _read_settings(path, table)
                if settings is not None:
                    return cls(folder, settings, path)._checked()
        return cls(start)

    def _checked(self) -> Project:
        unknown = sorted(set(self.settings) - _KNOWN)
        if unknown:
            raise self._wrong(f"unknown setting {unknown[0]!r}; there are {', '.join(sorted(_KNOWN))}")
        for table in ("paths", "check", "terminology"):
            if not isinstance(self.settings.get(table, {}), Mapping):
                raise self._wrong(f"{table!r} has to be a table: [{table}]")
        unknown = sorted(set(self.settings.get("paths", {})) - set(_PATHS))
        if unknown:
            raise self._wrong(f"unknown path {unknown[0]!r}; there are {', '.join(_PATHS)}")
        if not self.locales or not all(_LOCALE.fullmatch(code) for code in self.locales):
            raise self._wrong('locales has to be a list of codes, for instance locales = ["ru", "az"]')
        return self

    def _wrong(self, reason: str) -> ProjectError:
        return ProjectError(reason, path=self.settings_path)

    @property
    def source(self) -> str:
        return str(self.settings.get("source", _DEFAULTS["source"]))

    @cached_property
    def locales(self) -> tuple[str, ...]:
        value = self.settings.get("locales", _DEFAULTS["locales"])
        return tuple(map(str, value)) if isinstance(value, list) else ()

    @property
    def engine(self) -> str:
        return str(self.settings.get("engine", _DEFAULTS["engine"]))

    @property
    def packages(self) -> tuple[str, ...]:
        """Argos packages to be preferred, as ``en_ru=1.9``, ``en_ru=starter`` or the path of a package folder."""
        value = self.settings.get("packages", [])
        if not isinstance(value, list):
            raise self._wrong('packages has to be a list, for instance packages = ["en_ru=starter"]')
        return tuple(map(str, value))

    def folder(self, name: str) -> Path:
        """``articles``, ``catalogs``, ``glossaries`` or ``output``."""
        return self.root / str(self.settings.get("paths", {}).get(name, _PATHS[name]))

    def choose_locales(self, wanted: Iterable[str] | None) -> tuple[str, ...]:
        """The locales asked for, or all; each has to be one of the project's."""
        chosen = tuple(dict.fromkeys(wanted or ())) or self.locales
        for code in chosen:
            if code not in self.locales:
                where = self.settings_path.name if self.settings_path else f"a {SETTINGS} beside your articles"
                raise ProjectError(
                    f"unknown locale {code!r}; this project has {', '.join(self.locales)} "
                    f"(to add one, put it into locales = [...] in {where})"
                )
        return chosen

    def slug(self, article: Path) -> str:
        """The article's path below the articles folder, else its stem, without suffix."""
        path, articles = article.absolute(), self.folder("articles")
        for base in (articles, articles.resolve()):
            if path.is_relative_to(base):
                return path.relative_to(base).with_suffix("").as_posix()
        return path.stem

    def catalog_path(self, locale: str, slug: str) -> Path:
        return self.folder("catalogs") / locale / f"{slug}.po"

    def reference(self, article: Path) -> str:
        """How catalogs name an article: its path below the root, else its bare file name."""
        path = article.absolute()
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.name

    def catalog_files(self, locale: str | None = None) -> tuple[Path, ...]:
        """Every PO file of a locale, or of all locales, sorted."""
        codes = (locale,) if locale else self.locales
        return tuple(path for code in codes for path in sorted((self.folder("catalogs") / code).rglob("*.po")))

    def glossary_files(self) -> tuple[Path, ...]:
        return tuple(sorted(self.folder("glossaries").rglob("*.csv")))

    def article_files(self) -> tuple[Path, ...]:
        """Every article of the articles folder that a format reads, sorted; hidden files are none."""
        from l10n.formats import SUFFIXES

        files = (path for path in self.folder("articles").rglob("*") if not path.name.startswith("."))
        return tuple(sorted(path for path in files if path.suffix.lower() in SUFFIXES and path.is_file()))

    def shown(self, path: Path) -> str:
        """A path as a person at the terminal would write it."""
        try:
            relative = os.path.relpath(path)
        except ValueError:  # another drive
            return str(path)
        return str(path) if Path(relative).parts[:2] == ("..", "..") else relative


def _read_settings(path: Path, tool: str | None) -> dict[str, Any] | None:
    """The settings in a TOML file: all of it, or its ``[tool.<tool>]`` table; ``None`` where there is none."""
    try:
        data = tomllib.loads(path.read_bytes().decode("utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise ProjectError(f"cannot be read ({error.strerror}); check its permissions", path=path) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        if tool:
            return None  # another tool's file; it will complain itself
        raise ProjectError(
            f"not valid TOML ({error}); mend it or start a new one with: l10n init", path=path
        ) from error
    if tool is None:
        return data
    table = data.get("tool", {}).get(tool)
    return table if isinstance(table, dict) else None
