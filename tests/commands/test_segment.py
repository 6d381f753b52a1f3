"""``l10n segment``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from l10n.commands.segment import segment
from l10n.errors import FormatError

app = typer.Typer()
app.command()(segment)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A short article with a title and an initial."""
    path = tmp_path / "rain.txt"
    path.write_text("Rain in Baku\n\nDr. Hall met R. Soli. It rained.\n", encoding="utf-8")
    return path


def test_json_has_the_agreed_shape(article: Path) -> None:
    """Text, offsets, role and line of each segment; offsets are characters of the file."""
    result = CliRunner().invoke(app, [str(article), "--json"])
    found = json.loads(result.stdout)
    assert result.exit_code == 0
    assert found["segments"][1] == {"text": "Dr. Hall met R. Soli.", "start": 14, "end": 35, "role": "lead", "line": 3}
    assert set(found) == {"segments"}


def test_one_segment_a_line(article: Path) -> None:
    """Without options: line, role and text."""
    result = CliRunner().invoke(app, [str(article)])
    assert [line.split(maxsplit=2) for line in result.stdout.splitlines()] == [
        ["1", "headline", "Rain in Baku"],
        ["3", "lead", "Dr. Hall met R. Soli."],
        ["3", "lead", "It rained."],
    ]


def test_explain_names_the_rules(article: Path) -> None:
    """Each decision is printed with its rule, under the segment it was made in."""
    result = CliRunner().invoke(app, [str(article), "--explain"])
    rules = [line.split()[1].rstrip(":") for line in result.stdout.splitlines() if line.startswith(" " * 20)]
    assert rules == ["title_before_name", "initial_before_name", "capital_after_stop"]
    data = json.loads(CliRunner().invoke(app, [str(article), "--explain", "--json"]).stdout)
    assert [(b["rule"], b["split"]) for b in data["boundaries"]][-1] == ("capital_after_stop", True)


def test_unreadable_article(tmp_path: Path) -> None:
    """What cannot be read is an error of the format."""
    result = CliRunner().invoke(app, [str(tmp_path / "none.txt")])
    assert isinstance(result.exception, FormatError)
