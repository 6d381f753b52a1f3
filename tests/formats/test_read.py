"""Reading files: what is kept, and one clear line for what cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n.errors import FormatError
from l10n.formats import encode, parse, read, syntax_of
from l10n.model import Syntax


@pytest.mark.parametrize(
    "raw", [b"", b"a\r\nb\rc\n", b"\xef\xbb\xbfBaku\r\n", "İğ\u2028ə\x0c".encode(), b"\xef\xbb\xbf"]
)
def test_bytes_come_back(tmp_path: Path, raw: bytes) -> None:
    """Byte order mark and line ends are kept."""
    path = tmp_path / "a.txt"
    path.write_bytes(raw)
    document = read(path)
    assert encode(document.text, document.bom) == raw
    assert document.bom == raw.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("name", ["a.txt", "a.TEXT", "README", "a.md", "a.markdown", "a.HTML", "a.htm", "a.xhtml"])
def test_known_suffixes(tmp_path: Path, name: str) -> None:
    """Every known suffix, in any case, is read."""
    path = tmp_path / name
    path.write_text("<p>Baku</p>\n", encoding="utf-8")
    assert len(read(path).spans) == 1


@pytest.mark.parametrize(
    ("name", "raw", "words"),
    [
        ("a.docx", b"x", ".html"),
        ("a.txt", b"Baku\nab\xe9 \n", "offset 7"),
        ("b.txt", b"\xef\xbb\xbfBaku\xff", "offset 7"),
        ("c.txt", b"PK\x03\x04\0\0", "offset 4"),
        ("d.txt", b"abc\xd0", "offset 3"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, name: str, raw: bytes, words: str) -> None:
    """One line that names the file and the byte."""
    path = tmp_path / name
    path.write_bytes(raw)
    with pytest.raises(FormatError) as error:
        read(path)
    assert words in str(error.value)
    assert str(path) in str(error.value)
    assert "\n" not in str(error.value)


def test_missing_files_and_folders(tmp_path: Path) -> None:
    """A missing file and a folder are told apart."""
    with pytest.raises(FormatError, match="no such file"):
        read(tmp_path / "a.txt")
    (tmp_path / "b.txt").mkdir()
    with pytest.raises(FormatError, match="folder"):
        read(tmp_path / "b.txt")
    with pytest.raises(FormatError, match="folder"):
        read(tmp_path)


def test_line_of_a_bad_byte(tmp_path: Path) -> None:
    """The error names the line of the byte."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"one\ntwo\n\xff")
    with pytest.raises(FormatError) as error:
        read(path)
    assert error.value.line == 3


def test_syntax_of_a_reference() -> None:
    """The inline syntax follows the suffix; what is unknown is text."""
    assert syntax_of("articles/a.md") is Syntax.MARKDOWN
    assert syntax_of("articles/a.html") is Syntax.HTML
    assert syntax_of("articles/a.txt") is syntax_of("articles/a") is syntax_of("a.xyz") is Syntax.TEXT


def test_unknown_suffix_of_a_text() -> None:
    """Parsing needs a known format too."""
    with pytest.raises(FormatError, match="known"):
        parse(Path("a.pdf"), "Baku")
