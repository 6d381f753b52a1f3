"""Projects: where the settings are found, and one clear line for each that is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n.errors import ProjectError
from l10n.project import Project
from tests.conftest import Run


def test_found_from_any_folder_below(project: Path) -> None:
    """The nearest l10n.toml above; settings of other tools are passed over."""
    below = project / "articles" / "2026"
    below.mkdir()
    (below / "pyproject.toml").write_text("[tool.other]\nx = 1\n", encoding="utf-8")
    assert Project.locate(below).root == project


def test_settings_in_pyproject(tmp_path: Path) -> None:
    """[tool.l10n] is as good as a file of its own."""
    (tmp_path / "pyproject.toml").write_text('[tool.l10n]\nlocales = ["az"]\n', encoding="utf-8")
    assert Project.locate(tmp_path).locales == ("az",)


def test_a_broken_pyproject_is_another_tools_trouble(tmp_path: Path) -> None:
    """It is passed over, and the defaults hold."""
    (tmp_path / "pyproject.toml").write_text("[tool", encoding="utf-8")
    assert Project.locate(tmp_path).locales == ("ru", "az")


@pytest.mark.parametrize(
    ("settings", "reason"),
    [
        ("[x", "not valid TOML"),
        ("engin = 'argos'", "unknown setting 'engin'; there are"),
        ("paths = 'articles'", "'paths' has to be a table"),
        ("[paths]\narticle = 'x'", "unknown path 'article'; there are"),
        ("locales = 'ru'", "locales has to be a list of codes"),
        ("locales = ['../ru']", "locales has to be a list of codes"),
        ("locales = []", "locales has to be a list of codes"),
        ("packages = 'en_ru=1.9'", "packages has to be a list"),
    ],
)
def test_wrong_settings_stop_the_run(run: Run, project: Path, settings: str, reason: str) -> None:
    """One line with the file, exit status 2, nothing written."""
    (project / "l10n.toml").write_text(settings + "\n", encoding="utf-8")
    article = project / "articles" / "a.txt"
    article.write_text("Yes.\n", encoding="utf-8")
    done = run("translate", article)
    assert done.status == 2 and reason in done.err and "l10n.toml" in done.err
    assert len(done.err.strip().splitlines()) == 1
    assert not list((project / "catalogs").iterdir())


def test_slugs_and_references(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Below the articles folder the path counts, elsewhere the name; a link to the folder changes nothing."""
    found = Project.locate(project)
    assert found.slug(project / "articles" / "2026" / "a.b.md") == "2026/a.b"
    assert found.slug(Path("elsewhere/a.md")) == "a"
    assert found.reference(project / "articles" / "a.md") == "articles/a.md"
    assert found.reference(Path("/elsewhere/a.md")) == "a.md"
    (project / "link").symlink_to(project / "articles")
    assert found.slug(project / "link" / "a.md") == "a"


def test_locales_are_the_projects(project: Path) -> None:
    """A locale that the project does not have is named, with what to do."""
    found = Project.locate(project)
    assert found.choose_locales(["az", "az"]) == ("az",)
    assert found.choose_locales(None) == ("ru", "az")
    with pytest.raises(ProjectError, match=r"unknown locale 'de'; this project has ru, az \(to add one"):
        found.choose_locales(["de"])
