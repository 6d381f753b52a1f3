"""TMX: what is exported comes back, whatever characters it has; other tools' files are read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.errors import ExchangeError
from l10n.report.tmx import Pair, read, render

TEXT = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1).filter(lambda t: "\ufffe" not in t)


@given(st.lists(st.builds(Pair, TEXT, TEXT, st.just("ru/a.po")), max_size=4))
def test_what_is_exported_comes_back(tmp_path_factory: pytest.TempPathFactory, pairs: list[Pair]) -> None:
    """Markup characters, blanks at the ends, other scripts."""
    pairs = [pair for pair in pairs if "\uffff" not in pair.source + pair.target]
    path = tmp_path_factory.mktemp("tmx") / "a.tmx"
    path.write_text(render(pairs, source="en", target="ru"), encoding="utf-8")
    assert read(path, source="en", target="ru") == tuple(pairs)


@pytest.mark.parametrize("locale", ["az", "az_Latn", "az-AZ"])
def test_languages_go_by_their_first_part(tmp_path: Path, locale: str) -> None:
    """A region or script of the project or of the file is passed over; the file names a language tag."""
    path = tmp_path / "a.tmx"
    path.write_text(render([Pair("Yes", "Bəli")], source="en_GB", target=locale), encoding="utf-8")
    assert "_" not in path.read_text(encoding="utf-8")
    for target in ("az", "az_Latn", "az-AZ"):
        assert read(path, source="en", target=target) == (Pair("Yes", "Bəli"),)
    assert read(path, source="en", target="ru") == ()


def test_a_file_of_another_tool(tmp_path: Path) -> None:
    """Old lang attributes, inline codes, further languages, empty segments."""
    path = tmp_path / "a.tmx"
    path.write_text(
        """<?xml version="1.0"?><tmx version="1.4"><header/><body>
        <tu><tuv lang="EN-US"><seg>Press <bpt i="1">&lt;b&gt;</bpt>OK<ept i="1">&lt;/b&gt;</ept></seg></tuv>
        <tuv lang="DE"><seg>OK</seg></tuv><tuv lang="RU"><seg>Нажмите OK</seg></tuv></tu>
        <tu><tuv xml:lang="en"><seg>Empty</seg></tuv><tuv xml:lang="ru"><seg/></tuv></tu></body></tmx>""",
        encoding="utf-8",
    )
    assert read(path, source="en", target="ru") == (Pair("Press <b>OK</b>", "Нажмите OK"),)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<tmx>", "not valid XML here"),
        ("<xliff/>", "not TMX but <xliff>"),
        ('<!DOCTYPE tmx [<!ENTITY a "b">]><tmx/>', "declares XML entities"),
        (None, "cannot be read"),
    ],
)
def test_bad_files(tmp_path: Path, text: str | None, reason: str) -> None:
    """One line that says what to do."""
    path = tmp_path / "a.tmx"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(ExchangeError, match=reason):
        read(path, source="en", target="ru")
