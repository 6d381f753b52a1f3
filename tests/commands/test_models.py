"""`l10n models`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from l10n.commands.models import app
from l10n.errors import PackageError
from l10n.packages import locate
from l10n.packages.store import SHIPPED, argos_settings

RUN = CliRunner()


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty Argos package folder, and a project folder without settings to work in."""
    packages = tmp_path / "argos" / "packages"
    packages.mkdir(parents=True)
    monkeypatch.setattr(argos_settings(), "package_data_dir", packages)
    monkeypatch.setattr(argos_settings(), "package_dirs", [packages])
    monkeypatch.chdir(tmp_path)
    return packages


def archive(tmp_path: Path) -> Path:
    """The shipped Azerbaijani package as a file, with the model that it shares."""
    import zipfile

    file = tmp_path / "az.argosmodel"
    (package,) = locate("en", "az", pins=["en_az=starter"])
    with zipfile.ZipFile(file, "w") as packed:
        for name in ("metadata.json", "README.md"):
            packed.write(package.path / name, f"{package.path.name}/{name}")
        for path in (*sorted(package.model.iterdir()), package.model.parent / "sentencepiece.model"):
            packed.write(path, f"{package.path.name}/{path.relative_to(package.model.parent)}")
    return file


def test_list_says_drafts() -> None:
    """The shipped packages are listed as starters, with the command that gets better ones."""
    result = RUN.invoke(app, ["list"])
    assert result.exit_code == 0
    rows = [line.split() for line in result.stdout.splitlines()[1:]]
    assert [(row[0], row[2]) for row in rows] == [("en_az", "starter"), ("en_ru", "starter")]
    assert "starter packages give drafts" in result.stderr
    assert "l10n models install en_az en_ru" in result.stderr


def test_list_json() -> None:
    """Another program gets every field."""
    packages = json.loads(RUN.invoke(app, ["list", "--json"]).stdout)["packages"]
    assert [(package["pair"], package["used"], package["shipped"]) for package in packages] == [
        ("en_az", True, True),
        ("en_ru", True, True),
    ]
    assert set(packages[0]) == {"pair", "version", "quality", "size", "shipped", "path", "used", "problem"}


def test_install_list_remove(folder: Path, tmp_path: Path) -> None:
    """An installed package is used instead of the shipped one until it is removed."""
    assert RUN.invoke(app, ["install", str(archive(tmp_path))]).exit_code == 0
    packages = json.loads(RUN.invoke(app, ["list", "--json"]).stdout)["packages"]
    assert [(p["shipped"], p["used"]) for p in packages if p["pair"] == "en_az"] == [(False, True), (True, False)]
    assert RUN.invoke(app, ["remove", "en_az"]).exit_code == 0
    assert list(folder.iterdir()) == []


def test_pin_of_the_project_shows(folder: Path, tmp_path: Path) -> None:
    """What the project pins is what is marked as used."""
    RUN.invoke(app, ["install", str(archive(tmp_path))])
    shipped = next(SHIPPED.glob("translate-en_az-*"))
    (tmp_path / "l10n.toml").write_text(f'packages = ["{shipped}"]\n', encoding="utf-8")
    packages = json.loads(RUN.invoke(app, ["list", "--json"]).stdout)["packages"]
    assert [p["used"] for p in packages if p["pair"] == "en_az"] == [False, True]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["install", "russian"], "neither a pair such as en_ru nor an .argosmodel file"),
        (["install", "missing.argosmodel"], "there is no such file"),
        (["remove", "en_ru"], "cannot be removed"),
        (["install", "en_ru", "--index", "http://127.0.0.1:9/index.json"], "cannot be reached"),
    ],
)
def test_bad_input(words: list[str], reason: str, folder: Path) -> None:
    """One clear line, and nothing is written."""
    error = RUN.invoke(app, words).exception
    assert isinstance(error, PackageError)
    assert reason in str(error)
    assert list(folder.iterdir()) == []
