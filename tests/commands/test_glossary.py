"""``l10n glossary``: what the verbs print, which files they write, and how they end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from l10n.commands.glossary import glossary
from l10n.errors import L10nError
from l10n.glossary import load

ROWS = (
    "term,kind,gender,ru,az,note\nFarid Karimov,person,m,Фарид Керимов,Fərid Kərimov,\n"
    "Culture Minister|Minister of Culture,title,,министр культуры,mədəniyyət naziri,[waive glossary-term: free]\n"
)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "glossaries").mkdir()
    (tmp_path / "glossaries" / "a.csv").write_text(ROWS, encoding="utf-8")
    (tmp_path / "l10n.toml").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str, text: str = "") -> Result:
    return CliRunner().invoke(glossary, list(words), input=text.encode())


def test_find_reads_standard_input(project: Path) -> None:
    """Each term with its line and the targets it asks for."""
    result = run("find", "-", "--json", text="The Ministers of Culture met.\n\nKarimov said so.\n")
    assert result.exit_code == 0
    matches = json.loads(result.stdout)["matches"]
    assert [(m["line"], m["surface"], m["concept"]) for m in matches] == [
        (1, "Ministers of Culture", "Culture Minister"),
        (3, "Karimov", "Farid Karimov"),
    ]
    assert matches[0]["targets"]["ru"][0] == "министры культуры"
    assert matches[1]["targets"] == {"ru": ["Керимов"], "az": ["Kərimov"]}


def test_find_prints_columns_for_a_pipe(project: Path) -> None:
    """Tab-separated, never wrapped."""
    (project / "one.md").write_text("# Talks\n\nFarid **Karimov** met the Culture Minister.\n", encoding="utf-8")
    lines = run("find", "one.md").stdout.splitlines()
    assert lines[0].split("\t") == ["line", "English", "kind", "ru", "az"]
    assert lines[-1].split("\t") == ["3", "Culture Minister", "title", "министр культуры", "mədəniyyət naziri"]


def test_forms_of_a_target(project: Path) -> None:
    """The JSON shape that others rely on."""
    data = json.loads(run("forms", "Баку", "--locale", "ru", "--kind", "place", "--json").stdout)
    assert (data["term"], data["locale"], data["forms"]["gen"]) == ("Баку", "ru", "Баку")


def test_forms_know_the_glossary(project: Path) -> None:
    """An English term of the glossary is looked up, with its kind and gender."""
    data = json.loads(run("forms", "Farid Karimov", "--locale", "ru", "--json").stdout)
    assert (data["term"], data["forms"]["ins"]) == ("Фарид Керимов", "Фаридом Керимовым")


@pytest.mark.parametrize(
    "words",
    [
        ("forms", "Баку", "--locale", "ru", "--gender", "x"),
        ("forms", " ", "--locale", "ru"),
        ("find", "none.txt"),
        ("find", "-", "--to", "xx"),
        ("export", "--format", "weblate"),
        ("export", "--format", "doc"),
        ("import", "none.tbx"),
        ("import", "glossaries/a.csv", "--format", "weblate", "--to", "ru"),
    ],
)
def test_bad_input_is_one_clear_line(project: Path, words: tuple[str, ...]) -> None:
    """An L10nError, which the program prints as a line, and nothing written."""
    before = sorted(project.rglob("*"))
    result = run(*words)
    assert isinstance(result.exception, L10nError)
    assert "\n" not in str(result.exception)
    assert sorted(project.rglob("*")) == before


@pytest.mark.parametrize("name", ["all.tbx", "all.csv"])
def test_export_and_import_lose_nothing(project: Path, name: str) -> None:
    """Out to a file, in to an empty project: the same glossary, waivers included."""
    original = load([project / "glossaries" / "a.csv"])
    assert run("export", "-o", name).exit_code == 0
    (project / "glossaries" / "a.csv").unlink()
    assert run("import", name).exit_code == 0
    again = load([project / "glossaries" / "all.csv"])
    assert again.hash == original.hash
    assert [w.reason for w in again.waivers] == ["free"]


def test_import_fills_and_never_changes(project: Path) -> None:
    """New rows are added; another target than ours is told, not taken over, and the exit status is 1."""
    (project / "pairs.csv").write_text("source,target\nBaku,Баку\nCulture Minister,глава\n", encoding="utf-8")
    before = (project / "glossaries" / "a.csv").read_bytes()
    result = run("import", "pairs.csv", "--format", "weblate", "--to", "ru")
    assert result.exit_code == 1
    assert "a.csv:3: 'Culture Minister' stays 'министр культуры'" in result.stderr
    assert (project / "glossaries" / "a.csv").read_bytes() == before
    assert [c.id for c in load([project / "glossaries" / "pairs.csv"]).concepts] == ["Baku"]
    (project / "more.csv").write_text("Baku,Bakı,en,az\n", encoding="utf-8")
    assert run("import", "more.csv", "--format", "deepl", "--into", "glossaries/pairs.csv").exit_code == 0
    (baku,) = load([project / "glossaries" / "pairs.csv"]).concepts
    assert (baku.preferred("ru"), baku.preferred("az")) == ("Баку", "Bakı")


def test_import_twice_changes_nothing(project: Path) -> None:
    """The second import writes no byte."""
    (project / "pairs.csv").write_text("Baku,Bakı,en,az\n", encoding="utf-8")
    assert run("import", "pairs.csv", "--format", "deepl").exit_code == 0
    first = (project / "glossaries" / "pairs.csv").read_bytes()
    assert run("import", "pairs.csv", "--format", "deepl").exit_code == 0
    assert (project / "glossaries" / "pairs.csv").read_bytes() == first


def test_suggest_prints_rows(project: Path) -> None:
    """Rows to paste on standard output, talk on standard error."""
    (project / "one.txt").write_text("Talks\n\nFarid Karimov met Rauf Jafarzade in Sweden.\n", encoding="utf-8")
    result = run("suggest", "one.txt")
    assert result.stdout.splitlines()[0] == "term,kind,gender,ru,az,note"
    assert [line.split(",")[0] for line in result.stdout.splitlines()[1:]] == ["Rauf Jafarzade", "Sweden"]
    assert "check each row" in result.stderr
