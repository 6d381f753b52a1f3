"""Cells of figures are finished without an engine."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n import figures

TABLE = [
    tuple(line.replace("~", "\u00a0").split("\t"))
    for line in (Path(__file__).parent / "standalone.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("# ")
]


@pytest.mark.parametrize(("source", "russian", "azerbaijani"), TABLE)
def test_a_cell_comes_out_as_the_table_says(source: str, russian: str, azerbaijani: str) -> None:
    """Each cell of the table becomes its two targets; a dash means that there are words to translate."""
    assert (figures.standalone(source, "ru") or "-") == russian
    assert (figures.standalone(source, "az") or "-") == azerbaijani


def test_other_languages_are_left_to_the_engine() -> None:
    """l10n knows no number convention of a language it has no grammar of."""
    assert figures.standalone("71,300", "ka") is None


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=30), st.sampled_from(["ru", "az", "de"]))
def test_any_text_is_a_cell_or_not(source: str, locale: str) -> None:
    """Nothing raises, and an empty text is no cell."""
    made = figures.standalone(source, locale)
    assert made is None or source.strip()
