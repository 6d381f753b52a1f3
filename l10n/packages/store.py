"""The packages that are on this machine, and the choice among them."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path, PurePath
from typing import Any

from l10n.errors import PackageError
from l10n.languages import base

SHIPPED = Path(__file__).parent.parent / "data" / "packages"
HUB = "en"
"""Argos packages translate to and from English; any other pair goes through it."""


class Quality(StrEnum):
    STARTER = "starter"
    """Gives drafts: what l10n ships so that the first run works offline."""
    FULL = "full"
    """A package of the public Argos index, or one as good."""


@dataclass(frozen=True, slots=True)
class Installed:
    """A package folder. One with a ``problem`` is listed and never used."""

    path: Path
    source: str
    target: str
    version: str
    quality: Quality
    shipped: bool
    prefix: str = ""
    """The token that every target starts with in a model of several target languages."""
    window: int | None = None
    """Longest source, in pieces, that the model was trained on, where the package says so."""
    term_marks: tuple[str, str] | None = None
    """The characters around a given target term in a source (``⟦ Баку⟧ is a city.``) where the model was trained to put
    it, inflected, into its translation."""
    size: int = 0
    """Bytes on disk."""
    problem: str = ""
    lender: Path | None = None
    """The package folder whose model and tokenizer this one uses, where it has none of its own. Shipped packages that
    differ in their target token only hold their weights once: by links, and by this where links do not travel (wheels,
    Windows)."""

    @property
    def pair(self) -> str:
        return f"{self.source}_{self.target}"

    @property
    def signature(self) -> str:
        return f"{self.pair}={self.version}"

    @property
    def model(self) -> Path:
        """The CTranslate2 folder, links resolved."""
        return ((self.lender or self.path) / "model").resolve()

    def tokenizer(self) -> Any:
        """The package's tokenizer: ``encode(text) -> list of pieces``, ``decode(pieces) -> text``."""
        from argostranslate.tokenizer import BPETokenizer, SentencePieceTokenizer

        folder = self.lender or self.path
        if (folder / "sentencepiece.model").exists():
            return SentencePieceTokenizer(folder / "sentencepiece.model")
        return BPETokenizer(folder / "bpe.model", self.source, self.target)


@cache
def argos_settings() -> Any:
    """``argostranslate.settings``; raises PackageError where it cannot make its folders (importing it does)."""
    try:
        from argostranslate import settings
    except OSError as error:
        reason = f"the folder of the Argos packages cannot be made ({error.strerror}); set ARGOS_PACKAGES_DIR"
        raise PackageError(
            f"{reason} and XDG_DATA_HOME, XDG_CONFIG_HOME, XDG_CACHE_HOME", path=error.filename
        ) from None
    except (ValueError, AssertionError, KeyError) as error:
        raise PackageError(f"the settings of Argos Translate cannot be read: {error}") from None
    return settings


def package_folders() -> tuple[Path, ...]:
    """Where packages are looked for, Argos's own folders first. Without a home that can be written: only ours."""
    try:
        own = tuple(Path(folder) for folder in argos_settings().package_dirs)
    except PackageError:
        own = ()
    return (*own, SHIPPED)


def installed() -> tuple[Installed, ...]:
    """Every package on this machine, best first within a pair."""
    found = [package for folder in package_folders() for package in _in_folder(folder)]
    return tuple(sorted(found, key=lambda p: (p.pair, *_rank(p))))


def locate(source: str, target: str, *, pins: Sequence[str] = ()) -> tuple[Installed, ...]:
    """The package that translates a pair, or the two that do so through English.

    A pin (``en_ru=1.9``, ``en_ru=starter``, or the path of a package folder) goes before everything; then a full
    package before a starter, an installed full one before a shipped one, and a newer before an older. Raises
    PackageError where there is none.
    """
    source, target = base(source), base(target)
    pinned = [_in_pin(Path(pin)) for pin in pins if "=" not in pin]
    usable = [*pinned, *(package for package in installed() if not package.problem)]
    direct = _choose(usable, source, target, pins)
    if direct:
        return (direct,)
    first, second = (_choose(usable, *pair, pins) for pair in ((source, HUB), (HUB, target)))
    if first and second:
        return first, second
    raise PackageError(_missing(source, target, first, second))


def _choose(usable: Sequence[Installed], source: str, target: str, pins: Sequence[str]) -> Installed | None:
    pair = f"{source}_{target}"
    candidates = [package for package in usable if package.pair == pair]
    wanted = [pin.partition("=")[2] for pin in pins if pin.partition("=")[:2] == (pair, "=")]
    if wanted:
        chosen = [package for package in candidates if wanted[-1] in (package.version, package.quality)]
        if not chosen:
            there = ", ".join(package.version for package in candidates) or "none"
            raise PackageError(f"the package {pair}={wanted[-1]} is pinned but not installed (there is {there})")
        return chosen[0]
    return candidates[0] if candidates else None


def _missing(source: str, target: str, first: Installed | None, second: Installed | None) -> str:
    if HUB in (source, target):
        needed = [f"{source}_{target}"]
    else:
        needed = [*([] if first else [f"{source}_{HUB}"]), *([] if second else [f"{HUB}_{target}"])]
    command = " and ".join(f"l10n models install {pair}" for pair in needed)
    return f"no package translates {source} to {target}; run {command}"


def _rank(package: Installed) -> tuple[Any, ...]:
    numbers = [int(part) if part.isdigit() else 0 for part in package.version.split(".")]
    starter = package.quality is Quality.STARTER
    newest = [-number for number in numbers]
    return bool(package.problem), starter, package.shipped and not starter, newest, package.shipped, str(package.path)


def _in_folder(folder: Path) -> Iterator[Installed]:
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith(".") or not entry.is_dir():
            continue
        package = read_package(entry)
        if package is not None:
            yield package


def _in_pin(path: Path) -> Installed:
    package = read_package(path)
    if package is None or package.problem:
        raise PackageError(f"pinned, but {package.problem if package else 'not a translation package'}", path=path)
    return package


def read_package(path: Path) -> Installed | None:
    """The package in a folder; one that cannot be used has a ``problem``. None for other kinds of Argos packages."""
    shipped = path.parent == SHIPPED
    try:
        metadata = json.loads((path / "metadata.json").read_text(encoding="utf-8"))
        if not isinstance(metadata, dict):
            raise ValueError("not an object")
    except (OSError, ValueError) as error:
        reason = "there is no metadata.json" if isinstance(error, FileNotFoundError) else f"metadata.json: {error}"
        return Installed(path, "", "", "", Quality.FULL, shipped, problem=reason)
    if metadata.get("type", "translate") != "translate" or not (metadata.get("from_code") and metadata.get("to_code")):
        return None
    version = str(metadata.get("package_version", "")) or "0"
    default = Quality.STARTER if version.split(".")[0] == "0" else Quality.FULL
    window, marks = metadata.get("l10n_window"), _term_marks(metadata.get("term_marks"))
    lender = _lender(path, metadata.get("l10n_model_of"))
    return Installed(
        path,
        str(metadata["from_code"]),
        str(metadata["to_code"]),
        version,
        Quality.STARTER if metadata.get("l10n_quality", default) == Quality.STARTER else Quality.FULL,
        shipped,
        prefix=str(metadata.get("target_prefix") or ""),
        window=window if isinstance(window, int) and window > 0 else None,
        term_marks=marks if isinstance(marks, tuple) else None,
        size=sum(file.stat().st_size for file in path.rglob("*") if file.is_file()),
        problem=_problem(path, lender) or (marks if isinstance(marks, str) else ""),
        lender=lender,
    )


def _lender(path: Path, name: Any) -> Path | None:
    """The folder beside a package without a model that its metadata names; it need not be there."""
    borrows = isinstance(name, str) and name and not (path / "model").is_dir()
    return path.parent / PurePath(name).name if borrows else None


def _term_marks(declared: Any) -> tuple[str, str] | str | None:
    """The marks a package declares, or what is wrong with them; None where it declares none."""
    if declared is None:
        return None
    match declared:
        case [str(opening), str(closing)] if opening != closing and all(map(_is_mark, (opening, closing))):
            return opening, closing
    return f"metadata.json: term_marks must be two different signs such as ⟦ and ⟧, not {declared!r}"


def _is_mark(char: str) -> bool:
    """A sign that stays itself in SentencePiece's normal form and that English text is never full of."""
    return (
        len(char) == 1
        and not char.isascii()
        and unicodedata.category(char)[0] in "PS"
        and char not in "«»“”‘’„‚…–—"
        and unicodedata.normalize("NFKC", char) == char
    )


def _problem(path: Path, lender: Path | None) -> str:
    """What a package folder lacks."""
    if lender and not (lender / "model" / "model.bin").is_file():
        return f"its model is that of {lender.name}, which is not beside it"
    folder = lender or path
    if not (folder / "model" / "model.bin").is_file():
        return "there is no model/model.bin"
    if not any((folder / name).is_file() for name in ("sentencepiece.model", "bpe.model")):
        return "there is no sentencepiece.model and no bpe.model"
    return ""
