"""`l10n lint ARTICLE...`: exit status and JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

WRONG = "The fair opens on September 31.\n"


def test_findings_exit_1_and_a_clean_article_0(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """One finding with the contract's keys, from the working folder; none, and 0, when it is mended."""
    monkeypatch.chdir(tmp_path)
    article = tmp_path / "a.txt"
    article.write_text(WRONG, encoding="utf-8")
    done = run("lint", "a.txt", "--json")
    (finding,) = json.loads(done.out)["findings"]
    assert done.status == 1
    assert (finding["check"], finding["path"], finding["line"]) == ("source-numbers", "a.txt", 1)
    assert run("lint", "a.txt", "--fail-on", "error").status == 0
    article.write_text(WRONG.replace("31", "30"), encoding="utf-8")
    done = run("lint", "a.txt")
    assert (done.status, done.out) == (0, "Nothing found in 1 article.\n")


@pytest.mark.parametrize("name", ["missing.txt", "a.xyz"])
def test_what_cannot_be_read_exits_2(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """One clear line on stderr."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.xyz").write_text(WRONG, encoding="utf-8")
    done = run("lint", name)
    assert done.status == 2 and done.out == "" and len(done.err.strip().splitlines()) == 1
