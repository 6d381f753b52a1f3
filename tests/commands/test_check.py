"""`l10n check` and its exit status, as CI calls it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

GLOSSARY = "term,kind,gender,ru,az\nAnar Karimov,person,m,Анар Керимов,Anar Kərimov\n"
HEADER = 'msgid ""\nmsgstr "Language: ru\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
GOOD = 'msgid "Anar Karimov came."\nmsgstr "Приехал Анар Керимов."\n'
WRONG = 'msgid "Anar Karimov came."\nmsgstr "Приехал Анар Каримов."\n'


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project in the working folder, all of it right."""
    (tmp_path / "l10n.toml").write_text('locales = ["ru"]\n', encoding="utf-8")
    (tmp_path / "glossaries").mkdir()
    (tmp_path / "glossaries" / "people.csv").write_text(GLOSSARY, encoding="utf-8")
    (tmp_path / "catalogs" / "ru").mkdir(parents=True)
    (tmp_path / "catalogs" / "ru" / "a.po").write_text(HEADER + GOOD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_clean_project_exits_0(project: Path, run: Run) -> None:
    """Nothing found: 0, and a line that says what was looked at."""
    done = run("check")
    assert done.status == 0 and "Nothing found in 1 catalog (1 reviewed units) and 1 glossary." in done.out


def test_an_error_exits_1_and_a_draft_does_not(project: Path, run: Run) -> None:
    """A wrong name in a reviewed unit fails; in a draft it warns, unless --fail-on or --require-reviewed say more."""
    catalog = project / "catalogs" / "ru" / "a.po"
    catalog.write_text(HEADER + WRONG, encoding="utf-8")
    done = run("check", "--json")
    (finding,) = json.loads(done.out)["findings"]
    assert done.status == 1 and finding["check"] == "glossary-term" and finding["path"] == "catalogs/ru/a.po"
    catalog.write_text(HEADER + "#, fuzzy\n" + WRONG, encoding="utf-8")
    assert run("check").status == 0
    assert run("check", "--fail-on", "warning").status == 1
    assert run("check", "--require-reviewed").status == 1


@pytest.mark.parametrize("format", ["text", "json", "github", "sarif", "junit"])
def test_every_format_goes_to_stdout_or_a_file(project: Path, run: Run, format: str) -> None:
    """-o writes what stdout would have shown."""
    (project / "catalogs" / "ru" / "a.po").write_text(HEADER + WRONG, encoding="utf-8")
    shown = run("check", "--format", format)
    written = run("check", "--format", format, "-o", "out")
    assert (shown.status, written.status, written.out) == (1, 1, "")
    assert (project / "out").read_text(encoding="utf-8") == shown.out


def test_paths_are_shown_from_the_working_folder(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """From inside a folder of the project the path can be opened as it is printed."""
    (project / "catalogs" / "ru" / "a.po").write_text(HEADER + WRONG, encoding="utf-8")
    monkeypatch.chdir(project / "catalogs")
    (finding,) = json.loads(run("check", "ru", "--json").out)["findings"]
    assert finding["path"] == "ru/a.po" and finding["check"] == "glossary-term"


def test_a_baseline_is_written_and_used(project: Path, run: Run) -> None:
    """An old project adopts the check: what is known passes, from the option or from the settings."""
    (project / "catalogs" / "ru" / "a.po").write_text(HEADER + WRONG, encoding="utf-8")
    assert run("check", "--write-baseline", "known.json").status == 0
    assert run("check", "--baseline", "known.json").status == 0
    (project / "l10n.toml").write_text('locales = ["ru"]\n[check]\nbaseline = "known.json"\n', encoding="utf-8")
    assert run("check").status == 0
    (project / "catalogs" / "ru" / "b.po").write_text(HEADER + WRONG, encoding="utf-8")
    assert run("check").status == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("missing.po",),
        ("--since", "HEAD"),
        ("--baseline", "missing.json"),
        ("-o", "no/such/folder/out"),
        ("l10n.toml",),
    ],
)
def test_what_cannot_run_exits_2_with_one_line(project: Path, run: Run, arguments: tuple[str, ...]) -> None:
    """One clear line on stderr, nothing on stdout."""
    done = run("check", *arguments)
    assert done.status == 2 and done.out == "" and len(done.err.strip().splitlines()) == 1
