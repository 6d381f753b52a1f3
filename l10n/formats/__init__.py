"""Source files as documents: the text exactly as it was, with spans of prose over it."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path, PurePath

from l10n.errors import FormatError
from l10n.formats.escapes import decode, escape
from l10n.model import Document, Span, Syntax

__all__ = ["SUFFIXES", "decode", "encode", "escape", "parse", "read", "syntax_of"]

_BOM = b"\xef\xbb\xbf"
SUFFIXES = {
    "": "text",
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}
_SYNTAX = {"text": Syntax.TEXT, "markdown": Syntax.MARKDOWN, "html": Syntax.HTML}


def read(path: Path) -> Document:
    """The document in a file; its suffix says the format. Raises FormatError where it cannot be read."""
    _format(path)
    text, bom = _text(path, _bytes(path))
    return parse(path, text, bom)


def parse(path: Path, text: str, bom: bool = False) -> Document:
    """The document that a file of this name with this text would be."""
    name = _format(path)
    reader = import_module(f"l10n.formats.{name}")
    spans: tuple[Span, ...] = reader.spans(text)
    labels: frozenset[str] = reader.labels(text) if name == "markdown" else frozenset()
    return Document(path, text, spans, bom, tuple(reader.declared(text)), labels)


def encode(text: str, bom: bool) -> bytes:
    """The bytes of a file: UTF-8, with the byte order mark it had."""
    return (_BOM if bom else b"") + text.encode("utf-8")


def syntax_of(path: str) -> Syntax:
    """How the inline characters of a file of this name are to be read; an unknown suffix is text."""
    return _SYNTAX[SUFFIXES.get(PurePath(path).suffix.lower(), "text")]


def _format(path: Path) -> str:
    name = SUFFIXES.get(path.suffix.lower())
    if name is None:
        known = ", ".join(suffix for suffix in SUFFIXES if suffix)
        raise FormatError(f"the suffix {path.suffix} is not known; save the article as one of {known}", path=path)
    return name


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise FormatError("there is no such file; check the name and the folder you are in", path=path) from None
    except IsADirectoryError:
        raise FormatError("this is a folder; name the articles in it", path=path) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise FormatError(f"cannot be read ({reason}); check its permissions", path=path) from None


def _text(path: Path, raw: bytes) -> tuple[str, bool]:
    bom = raw.startswith(_BOM)
    shift = len(_BOM) if bom else 0
    nul = raw.find(b"\0")
    if nul >= 0:
        reason = f"this is not a text file (a zero byte at offset {nul}); save the article as UTF-8 text"
        raise FormatError(reason, path=path)
    try:
        return raw[shift:].decode("utf-8"), bom
    except UnicodeDecodeError as error:
        offset = error.start + shift
        reason = f"not UTF-8 (byte 0x{raw[offset]:02x} at offset {offset}); save the article as UTF-8"
        raise FormatError(reason, path=path, line=raw.count(b"\n", 0, offset) + 1) from None
