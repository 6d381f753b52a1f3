"""`l10n status`: how far each article is, and where to look first."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run


@pytest.fixture
def drafted(run: Run, project: Path) -> Path:
    """An article with drafts of the shipped packages, one of which has lost its number for sure."""
    (project / "l10n.toml").write_text('locales = ["ru"]\nengine = "pseudo"\n', encoding="utf-8")
    article = project / "articles" / "a.txt"
    article.write_text("It cost $5.\n\nThe ministers met in Baku.\n", encoding="utf-8")
    assert run("translate", article).status == 0
    path = project / "catalogs" / "ru" / "a.po"
    text = path.read_text(encoding="utf-8")
    notes = "#. doubt: number $5 is missing\n#. doubt: the draft breaks off\n#. origin"
    path.write_text(text.replace("#. origin", notes, 1), encoding="utf-8")
    return article


def test_all_articles_as_a_table(run: Run, drafted: Path) -> None:
    """One row an article and locale; unreviewed units are exit status 1."""
    done = run("status")
    assert done.status == 1
    assert [line.split()[:2] for line in done.out.splitlines() if line.split()[:1] == ["a"]] == [["a", "ru"]]


def test_one_article_says_what_to_look_at(run: Run, drafted: Path) -> None:
    """The doubtful sentences with their line and their doubts; the others not."""
    done = run("status", drafted)
    assert "a, ru: look at these first" in done.out
    assert "line 1: It cost $5." in done.out and "- number $5 is missing" in done.out
    assert "line 3" not in done.out


def test_many_doubts_are_cut_short(run: Run, project: Path) -> None:
    """A list that nobody reads to the end says how much more there is."""
    article = project / "articles" / "long.txt"
    article.write_text("\n\n".join(f"Sentence {word} stands here." for word in "abcdefghijklmnop"), encoding="utf-8")
    run("translate", article, "--to", "ru")
    path = project / "catalogs" / "ru" / "long.po"
    path.write_text(path.read_text(encoding="utf-8").replace("#. origin", "#. doubt: x\n#. origin"), encoding="utf-8")
    done = run("status", article, "--to", "ru")
    shown = done.out.count("- x")
    assert 3 <= shown < 16 and f"and {16 - shown} more" in done.out


def test_reviewed_is_zero(run: Run, drafted: Path, project: Path) -> None:
    """With every unit confirmed the status is clean, as text and as JSON."""
    path = project / "catalogs" / "ru" / "a.po"
    path.write_text(path.read_text(encoding="utf-8").replace("#, fuzzy\n", ""), encoding="utf-8")
    assert run("status").status == 0
    done = run("status", "--json")
    assert done.status == 0
    (article,) = json.loads(done.out)["articles"]
    assert article["locale"] == "ru"


def test_no_articles(run: Run, project: Path) -> None:
    """An empty project is told what to do."""
    done = run("status")
    assert (done.status, done.out) == (0, "")
    assert "no articles in articles" in done.err
