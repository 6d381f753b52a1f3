"""Azerbaijani forms and recognition against tables that a linguist can edit."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n.languages.az import LANGUAGE
from l10n.model import Gender, Kind

HERE = Path(__file__).parent


def rows(name: str) -> list[list[str]]:
    """The rows of a table beside this file, without comments."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(("term", "kind", "gender", "key", "form"), rows("az_forms.tsv"))
def test_form(term: str, kind: str, gender: str, key: str, form: str) -> None:
    """The form of each row is the one a proofreader expects."""
    assert LANGUAGE.forms(term, kind=Kind(kind), gender=Gender(gender))[key] == form


@pytest.mark.parametrize(("term", "kind", "gender", "sentence", "expected"), rows("az_find.tsv"))
def test_find(term: str, kind: str, gender: str, sentence: str, expected: str) -> None:
    """In each sentence exactly the expected stretches are found, at their places."""
    found = LANGUAGE.find(term, sentence, kind=Kind(kind), gender=Gender(gender))
    assert " | ".join(form.text for form in found) == expected.removesuffix("-" if expected == "-" else "\0")
    assert all(sentence[form.start : form.end] == form.text for form in found)


def test_tables_are_broad() -> None:
    """The tables keep the size that makes them worth reading."""
    assert len(rows("az_forms.tsv")) >= 300
    assert len(rows("az_find.tsv")) >= 150
