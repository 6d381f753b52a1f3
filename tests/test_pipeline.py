"""The main job through the command line: article -> catalogs -> review -> finished articles."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from l10n import catalog
from l10n.model import Origin, State, Unit
from tests.conftest import Run

TEXT = """Ministers meet in Baku

By Aida Hasanova

The ministers of culture met in Baku on Monday.

They talked about museums. "We agree on much," one of them said.

The next meeting will take place in spring.
"""


@pytest.fixture
def article(project: Path) -> Path:
    path = project / "articles" / "meeting.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def po(project: Path, locale: str = "ru", slug: str = "meeting") -> Path:
    return project / "catalogs" / locale / f"{slug}.po"


def change(path: Path, change_unit: object) -> None:
    """A reviewer's work on a catalog: every live unit through a function."""
    old = catalog.read(path)
    assert callable(change_unit)
    units = tuple(u if u.state is State.OBSOLETE else change_unit(u) for u in old.units)
    path.write_text(catalog.render(replace(old, units=units), locale=path.parent.name), encoding="utf-8")


def confirm(unit: Unit) -> Unit:
    return replace(unit, state=State.REVIEWED)


def test_translate_makes_catalogs_of_drafts(run: Run, project: Path, article: Path) -> None:
    """One command: a catalog per locale, all fuzzy, in article order, with notes for the translator."""
    done = run("translate", article)
    assert done.status == 0, done.err
    assert "catalogs/ru/meeting.po: 6 sentences, 0 reviewed, 6 to review" in done.out
    units = catalog.read(po(project)).units
    assert [unit.source for unit in units][:3] == [
        "Ministers meet in Baku",
        "By Aida Hasanova",
        "The ministers of culture met in Baku on Monday.",
    ]
    assert {unit.state for unit in units} == {State.NEEDS_REVIEW}
    assert {unit.origin for unit in units} == {Origin.ENGINE}
    assert units[3].references == ("articles/meeting.txt:7",)
    assert any(note.startswith("context: [...] ") for note in units[3].notes)
    assert "pseudo" in (catalog.read(po(project)).headers or {})[catalog.SIGNATURE]


def test_a_second_run_changes_no_byte(run: Run, project: Path, article: Path) -> None:
    """Neither right after the first run nor after a review."""
    run("translate", article)
    first = po(project).read_bytes()
    assert "(unchanged)" in run("translate", article).out
    assert po(project).read_bytes() == first
    change(po(project), confirm)
    reviewed = po(project).read_bytes()
    run("translate", article, "--refresh")
    assert po(project).read_bytes() == reviewed


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")
def test_msgfmt_accepts_the_catalogs(run: Run, project: Path, article: Path) -> None:
    """`msgfmt --check` passes on what translate writes."""
    run("translate", article)
    for locale in ("ru", "az"):
        subprocess.run(["msgfmt", "--check", "-o", os.devnull, po(project, locale)], check=True)


def test_assemble_refuses_what_is_not_reviewed(run: Run, project: Path, article: Path) -> None:
    """Unreviewed text never passes, unless as a draft; exit status 1 and nothing written."""
    run("translate", article)
    done = run("assemble", article, "--to", "ru")
    assert done.status == 1
    assert "6 sentences not reviewed" in done.err
    assert not (project / "translated").exists()
    assert run("assemble", article, "--to", "ru", "--draft").status == 0
    assert (project / "translated" / "ru" / "meeting.txt").exists()


def test_a_reviewed_article_is_assembled(run: Run, project: Path, article: Path) -> None:
    """Once every unit is confirmed, the finished article has the same paragraphs."""
    run("translate", article)
    for locale in ("ru", "az"):
        change(po(project, locale), confirm)
    assert run("assemble", article, "-o", "out").status == 0
    for locale in ("ru", "az"):
        made = (project / "out" / locale / "meeting.txt").read_text(encoding="utf-8")
        assert [bool(line) for line in made.split("\n")] == [bool(line) for line in TEXT.split("\n")]
    assert run("status").status == 0


def test_an_edit_after_the_review(run: Run, project: Path, article: Path) -> None:
    """The edited sentence is fuzzy with its previous source; the rest of its paragraph stays reviewed."""
    run("translate", article)
    change(po(project), confirm)
    article.write_text(TEXT.replace("talked about museums", "talked about two museums"), encoding="utf-8")
    assert run("assemble", article, "--to", "ru").status == 1
    run("translate", article)
    units = {unit.source: unit for unit in catalog.read(po(project)).units}
    edited = units["They talked about two museums."]
    assert (edited.state, edited.previous_source) == (State.NEEDS_REVIEW, "They talked about museums.")
    assert edited.target == units["They talked about museums."].target
    assert units['"We agree on much," one of them said.'].state is State.REVIEWED
    article.write_text(TEXT, encoding="utf-8")
    run("translate", article)
    assert {unit.state for unit in catalog.read(po(project)).units if unit.references} == {State.REVIEWED}


def test_a_persons_fuzzy_text_is_never_overwritten(run: Run, project: Path, article: Path) -> None:
    """--refresh renews only machine output that nobody touched."""
    run("translate", article)
    change(po(project), lambda u: replace(u, target="моё", pristine=False) if "museums" in u.source else u)
    before = po(project).read_bytes()
    run("translate", article, "--refresh")
    units = {unit.source: unit for unit in catalog.read(po(project)).units}
    assert units["They talked about museums."].target == "моё"
    assert po(project).read_bytes() == before


def test_reviewed_text_comes_from_memory(run: Run, project: Path, article: Path) -> None:
    """A sentence that another catalog holds reviewed is taken from there, also over an untouched machine draft."""
    second = project / "articles" / "second.txt"
    second.write_text("Other news\n\nThey talked about museums. It rained.\n", encoding="utf-8")
    run("translate", article, second)
    change(po(project), lambda u: replace(u, target="Речь шла о музеях.", state=State.REVIEWED, pristine=False))
    run("translate", second)
    units = {unit.source: unit for unit in catalog.read(po(project, slug="second")).units}
    taken = units["They talked about museums."]
    assert (taken.target, taken.origin, taken.state) == ("Речь шла о музеях.", Origin.MEMORY, State.NEEDS_REVIEW)
    assert taken.maker == "ru/meeting.po"
    assert units["It rained."].origin is Origin.ENGINE


def test_memory_travels_as_tmx(run: Run, project: Path, article: Path) -> None:
    """Export, import into another project folder, translate: the sentences come from memory."""
    run("translate", article)
    change(po(project), confirm)
    assert run("memory", "export", "--locale", "ru", "-o", "m.tmx").status == 0
    shutil.rmtree(project / "catalogs")
    assert run("memory", "import", "m.tmx", "--locale", "ru").status == 0
    run("translate", article, "--to", "ru")
    assert {unit.origin for unit in catalog.read(po(project)).units} == {Origin.MEMORY}


def test_json_counts(run: Run, project: Path, article: Path) -> None:
    """`--json` gives counts by state and origin per article and locale."""
    data = json.loads(run("translate", article, "--json").out)
    first = data["articles"][0]
    assert (first["article"], first["locale"]) == ("articles/meeting.txt", "ru")
    assert first["units"] == {"untranslated": 0, "needs-review": 6, "reviewed": 0, "obsolete": 0}
    assert first["origins"] == {"human": 0, "memory": 0, "engine": 6}
    assert json.loads(run("status", "--json").out)["articles"][0]["units"] == first["units"]


def test_preview_is_one_page(run: Run, project: Path, article: Path) -> None:
    """The preview holds both languages and nothing from elsewhere."""
    run("translate", article)
    assert run("preview", article).status == 0
    page = (project / "previews" / "meeting.html").read_text(encoding="utf-8")
    assert page.count('lang="ru"') == page.count('lang="az"') == 5
    assert "http" not in page


def test_init_keeps_what_is_there(run: Run, project: Path) -> None:
    """A new project has all it needs; a second init changes nothing."""
    assert run("init", "new").status == 0
    (project / "new" / "l10n.toml").write_text("locales = ['az']\n", encoding="utf-8")
    assert "kept new/l10n.toml" in run("init", "new").out
    assert (project / "new" / "l10n.toml").read_text(encoding="utf-8") == "locales = ['az']\n"


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("missing.txt", None, "there is no such file"),
        ("latin.txt", b"caf\xe9", "not UTF-8 (byte 0xe9 at offset 3)"),
        ("binary.txt", b"a\0b", "not a text file"),
        ("word.docx", b"PK", "the suffix .docx is not known"),
    ],
)
def test_bad_articles(run: Run, project: Path, name: str, data: bytes | None, message: str) -> None:
    """One clear line, exit status 2, no traceback, nothing written."""
    path = project / "articles" / name
    if data is not None:
        path.write_bytes(data)
    for verb in ("translate", "segment", "preview", "assemble", "lint"):
        done = run(verb, path)
        assert (done.status, done.err.count("\n")) == (2, 1), done.err
        assert message in done.err
    assert list((project / "catalogs").iterdir()) == []


def test_other_bad_input(run: Run, project: Path, article: Path) -> None:
    """A folder, an unknown locale or engine, a broken catalog or settings file: one line each, exit status 2."""
    run("translate", article)
    before = po(project, "az").read_bytes()
    with po(project).open("a", encoding="utf-8") as file:
        file.write("\nnonsense\n")
    broken = po(project).read_bytes()
    cases: list[tuple[tuple[str | Path, ...], str]] = [
        (("translate", project / "articles"), "articles"),
        (("translate", article, "--to", "xx"), "unknown locale 'xx'"),
        (("translate", article, "--engine", "babel"), "no engine is called 'babel'"),
        (("translate", article), "not valid PO here"),
        (("assemble", article), "not valid PO here"),
        (("memory", "import", article, "--locale", "ru"), "not valid XML here"),
    ]
    for arguments, message in cases:
        done = run(*arguments)
        assert (done.status, done.err.count("\n")) == (2, 1), done.err
        assert message in done.err
    assert (po(project).read_bytes(), po(project, "az").read_bytes()) == (broken, before)
    (project / "l10n.toml").write_text("locales = [\n", encoding="utf-8")
    assert run("status").status == 2


def test_a_broken_catalog_of_the_last_locale(run: Run, project: Path, article: Path) -> None:
    """Nothing is written for the first locale either, when the catalog of the last one cannot be read."""
    path = po(project, "az")
    path.parent.mkdir(parents=True)
    path.write_text("nonsense\n", encoding="utf-8")
    assert run("translate", article).status == 2
    assert not po(project, "ru").exists()


def test_a_broken_catalog_of_another_article(run: Run, project: Path, article: Path) -> None:
    """Another article's broken catalog does not stop this one; `check` reports it."""
    path = po(project, "ru", "other")
    path.parent.mkdir(parents=True)
    path.write_text("nonsense\n", encoding="utf-8")
    assert run("translate", article).status == 0
    done = run("check")
    assert done.status == 1
    assert "catalog-syntax" in done.out


def test_two_articles_of_one_name(run: Run, project: Path, article: Path) -> None:
    """meeting.txt and meeting.md would share a catalog: refused before anything is written."""
    other = project / "articles" / "meeting.md"
    other.write_text("# Meeting\n", encoding="utf-8")
    done = run("translate", article, other)
    assert (done.status, done.err.count("\n")) == (2, 1)
    assert "same name" in done.err


def test_a_failed_write_loses_nothing(run: Run, project: Path, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Disk full: one line, exit status 2, the catalog as it was."""
    run("translate", article)
    before = po(project).read_bytes()
    article.write_text(TEXT + "\nOne more sentence.\n", encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    done = run("translate", article)
    assert (done.status, done.err.count("\n")) == (2, 1)
    assert "no space left on device" in done.err
    assert po(project).read_bytes() == before


@pytest.mark.shared
def test_the_real_article(run: Run, project: Path, shared: Path) -> None:
    """The article this project exists for goes through, in both locales, with its paragraphs."""
    path = project / "articles" / "azernews-culture.txt"
    shutil.copy(shared / "articles" / "azernews-culture.txt", path)
    assert run("translate", path, "--engine", "argos").status == 0
    for locale in ("ru", "az"):
        change(po(project, locale, "azernews-culture"), confirm)
        if shutil.which("msgfmt"):
            check = ["msgfmt", "--check", "-o", os.devnull, str(po(project, locale, "azernews-culture"))]
            subprocess.run(check, check=True)
    before = po(project, slug="azernews-culture").read_bytes()
    run("translate", path, "--engine", "argos")
    assert po(project, slug="azernews-culture").read_bytes() == before
    assert run("assemble", path).status == 0
    source = path.read_text(encoding="utf-8")
    for locale in ("ru", "az"):
        made = (project / "translated" / locale / "azernews-culture.txt").read_text(encoding="utf-8")
        assert [bool(line.strip()) for line in made.split("\n")] == [bool(s.strip()) for s in source.split("\n")]
