"""`l10n check` over a project: glossary, catalogs, both against each other."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from l10n.checks import baseline, run
from l10n.errors import ProjectError
from l10n.model import Finding, Severity
from l10n.project import Project

Writer = Callable[..., Path]

VISIT = "Culture Minister Anar Karimov visited Tajikistan."


def check(project: Project, **options: bool | str) -> tuple[Finding, ...]:
    return run.check(project, **options).findings  # type: ignore[arg-type]


def only(findings: tuple[Finding, ...], check: str) -> list[Finding]:
    return [finding for finding in findings if finding.check == check]


@pytest.mark.parametrize(
    ("locale", "target"),
    [
        ("ru", "Министр культуры Анар Керимов посетил Таджикистан."),
        ("ru", "В Таджикистане побывал Анар Керимов, министр культуры."),
        ("ru", "Состоялась поездка министра культуры Анара Керимова по Таджикистану."),
        ("ru", "Министром культуры Анаром Керимовым совершена таджикская поездка."),
        ("az", "Mədəniyyət naziri Anar Kərimov Tacikistana səfər edib."),
        ("az", "Mədəniyyət naziri Anar Kərimovun Tacikistana səfəri olub."),
    ],
)
def test_any_form_of_a_term_will_do(project: Project, write: Writer, locale: str, target: str) -> None:
    """Case, order and the adjective of a place are the translator's choice."""
    write(locale, "a", (VISIT, target))
    assert check(project) == ()


def test_a_wrong_name_is_reported_with_the_form_expected(project: Project, write: Writer) -> None:
    """The message names the term, its forms, what stands instead and in which form to write it; line and span fit."""
    write("ru", "a", (VISIT, "Состоялась поездка министра культуры Анара Керимли по Таджикистану."))
    (found,) = only(check(project), "glossary-term")
    assert found.severity is Severity.ERROR
    assert (found.path, found.line, found.locale) == ("catalogs/ru/a.po", 4, "ru")
    assert "«Анар Керимов»" in found.message and "Анара Керимова" in found.message
    assert found.span is not None and found.target[slice(*found.span)] == "Анара Керимли"
    assert "Write «Анара Керимова»" in found.message
    assert "l10n-ignore: glossary-term - reason" in found.message


def test_a_term_that_is_not_there_at_all_is_reported(project: Project, write: Writer) -> None:
    """Without a near match the message still says what was expected."""
    write("az", "a", ("UNESCO sent experts.", "Təşkilat ekspertlər göndərib."))
    (found,) = only(check(project), "glossary-term")
    assert "«YUNESKO»" in found.message and found.span is None


def test_a_regional_catalog_uses_the_terms_of_its_language(project: Project, write: Writer) -> None:
    """ru_RU has no column of its own, so the Russian terms count."""
    path = write("ru", "a", (VISIT, "Министр культуры приехал."))
    path.write_text(path.read_text(encoding="utf-8").replace("Language: ru", "Language: ru_RU"), encoding="utf-8")
    assert len(only(check(project), "glossary-term")) == 2


def test_a_common_noun_is_only_a_warning(project: Project, write: Writer) -> None:
    """A governor in small letters may be rendered freely; the Governor of somewhere may not."""
    path = project.root / "glossaries" / "terms.csv"
    path.write_text(path.read_text(encoding="utf-8") + "governor,title,,губернатор,qubernator,,,,\n", encoding="utf-8")
    write("ru", "a", ("They met the governor.", "Они встретились с главой области."))
    (found,) = only(check(project), "glossary-term")
    assert found.severity is Severity.WARNING


def test_a_forbidden_variant_is_found_in_any_form(project: Project, write: Writer) -> None:
    """An inflected forbidden variant is reported with the right term in the same case."""
    write("ru", "a", (VISIT, "Министр культуры Анар Керимов находится в Таджикии."))
    (found,) = only(check(project), "glossary-forbidden")
    assert "«Таджикия»" in found.message and "Write «Таджикистане»" in found.message
    assert found.target[slice(*(found.span or (0, 0)))] == "Таджикии"


def test_a_name_kept_inside_a_longer_one_is_no_term(project: Project, write: Writer) -> None:
    """A brand that holds a glossary word may stand as it is."""
    write("ru", "a", ("Tajikistan Airlines Cargo resumed flights.", "Tajikistan Airlines Cargo возобновила полеты."))
    assert only(check(project), "glossary-term") == []


def test_a_draft_is_judged_one_step_milder(project: Project, write: Writer) -> None:
    """What is an error in a reviewed unit is a warning in a fuzzy one, unless reviews are required."""
    write("ru", "a", ("Karimov met 27 guests.", "Керимов встретил 28 гостей.", "#, fuzzy"))
    assert [f.severity for f in only(check(project), "numbers")] == [Severity.WARNING]
    strict = check(project, require_reviewed=True)
    assert [f.severity for f in only(strict, "numbers")] == [Severity.ERROR]
    assert [f.severity for f in only(strict, "unreviewed")] == [Severity.ERROR]


def test_an_untranslated_unit_is_only_reported_when_reviews_are_required(project: Project, write: Writer) -> None:
    """Work in progress passes; a release does not."""
    write("ru", "a", ("The talks have begun.", ""))
    assert check(project) == ()
    (found,) = check(project, require_reviewed=True)
    assert found.check == "unreviewed" and "not translated" in found.message


def test_one_text_in_two_wordings_is_reported_at_the_rarer(project: Project, write: Writer) -> None:
    """The usual wording is the model; the other is told where the model stands."""
    same = "Photos are courtesy of the ministry."
    write("ru", "a", (same, "Фотографии предоставлены министерством."))
    write("ru", "b", (same, "Фотографии предоставлены министерством."))
    write("ru", "c", (same, "Фото министерства."))
    (found,) = only(check(project), "inconsistent")
    assert found.path == "catalogs/ru/c.po" and "catalogs/ru/a.po:4" in found.message


def test_one_name_in_two_spellings_is_reported_within_an_article(project: Project, write: Writer) -> None:
    """A name that no glossary has is still to be spelled alike; endings do not count."""
    write(
        "ru",
        "a",
        ("Rashid Guliyev spoke first.", "Первым выступил Рашид Гулиев."),
        ("They thanked Guliyev for the speech.", "Они поблагодарили Гулиева за выступление."),
        ("The hall applauded Guliyev at the end.", "В конце зал аплодировал Кулиеву."),
        ("The hall applauded Mammadov at the end.", "В конце зал аплодировал Мамедову."),
        ("The audience liked Mammadov.", "Публике понравился Маммедов."),
    )
    findings = only(check(project), "inconsistent")
    assert [finding.line for finding in findings] == [10, 16]
    assert "«Кулиеву» here and «Гулиев» in line 4" in findings[0].message and "Маммедов" in findings[1].message


def test_a_broken_catalog_is_a_finding(project: Project, write: Writer) -> None:
    """One file that cannot be read does not hide what is wrong in the others."""
    path = write("ru", "a", ("The talks have begun.", "Переговоры начались."))
    path.write_text(path.read_text(encoding="utf-8") + 'msgid "x\n', encoding="utf-8")
    write("ru", "b", ("He met 2 guests and 31 more.", "Он встретил 2 гостей и еще 32."))
    findings = check(project)
    (broken,) = only(findings, "catalog-syntax")
    assert broken.path == "catalogs/ru/a.po" and broken.line == 6
    assert len(only(findings, "numbers")) == 1


def test_an_article_that_changed_makes_its_catalog_stale(project: Project, write: Writer) -> None:
    """A sentence that went is reported at its unit, one that came at the top of the catalog."""
    (project.root / "articles").mkdir()
    article = project.root / "articles" / "a.txt"
    kept = ("The talks have begun.", "Переговоры начались.", "#: articles/a.txt:1")
    gone = ("They end today.", "Сегодня они закончатся.", "#: articles/a.txt:3")
    write("ru", "a", kept, gone)
    article.write_text("The talks have begun.\n\nThey end today.\n", encoding="utf-8")
    assert check(project) == ()
    article.write_text("The talks have begun.\n\nThey will end on Friday.\n", encoding="utf-8")
    findings = only(check(project), "stale")
    assert [finding.line for finding in findings] == [1, 9]
    assert "They will end on Friday." in findings[0].message and "l10n translate articles/a.txt" in findings[0].message


def test_a_waiver_needs_a_reason_and_something_to_waive(project: Project, write: Writer) -> None:
    """With a reason it removes the finding; without one, unused or misspelled it is reported itself."""
    wrong = ("He met 27 guests.", "Он встретил 28 гостей.")
    write("ru", "a", (*wrong, "# l10n-ignore: numbers - the ministry corrected the figure later"))
    assert check(project) == ()
    write("ru", "a", (*wrong, "# l10n-ignore: numbers"))
    assert sorted(f.check for f in check(project)) == ["numbers", "waiver-reason"]
    write("ru", "a", (*wrong, "# Seen by the desk.", "# l10n-ignore: numbers, spacing - as agreed"))
    assert [f.check for f in check(project)] == ["waiver-unused"]
    write("ru", "a", ("He came.", "Он пришел.", "# l10n-ignore: numbrs - as agreed"))
    assert [f.check for f in check(project)] == ["waiver-reason"]


def test_the_settings_grade_and_waive(project: Project, write: Writer) -> None:
    """Severities and waivers of the project apply; a waiver without a reason stops the run."""
    write("ru", "a", ("He met 27 guests.", "Он встретил  28 гостей."))

    def findings(toml: str) -> list[tuple[str, str]]:
        (project.root / "l10n.toml").write_text(f'locales = ["ru", "az"]\n{toml}', encoding="utf-8")
        return [(f.check, f.severity.value) for f in check(Project.locate(project.root))]

    assert findings('[check.severity]\nspacing = "off"\nnumbers = "info"') == [("numbers", "info")]
    waiver = '[[check.waive]]\ncheck = "numbers"\npath = "catalogs/ru/*.po"\nsource = "27 guests"\n'
    assert findings(waiver + 'reason = "corrected later"') == [("spacing", "warning")]
    for wrong in (waiver, '[check.severity]\nspacing = "loud"', '[check.severity]\nspacign = "off"'):
        with pytest.raises(ProjectError):
            findings(wrong)


def test_paths_choose_what_is_checked(project: Project, write: Writer) -> None:
    """A catalog, a folder, a glossary or an article, which stands for its catalogs; the glossary is always known."""
    write("ru", "a", (VISIT, "Министр культуры приехал."))
    write("az", "a", (VISIT, "Nazir gəldi."))
    write("ru", "b", (VISIT, "Министр культуры приехал."))
    (project.root / "articles").mkdir()
    article = project.root / "articles" / "a.txt"
    article.write_text(VISIT, encoding="utf-8")

    def paths(*chosen: Path) -> set[str]:
        return {finding.path for finding in run.check(project, chosen).findings}

    catalogs = project.root / "catalogs"
    assert paths(catalogs / "ru" / "b.po") == {"catalogs/ru/b.po"}
    assert paths(catalogs / "ru") == {"catalogs/ru/a.po", "catalogs/ru/b.po"}
    assert paths(article) == {"catalogs/ru/a.po", "catalogs/az/a.po"}
    assert paths(project.root / "glossaries" / "terms.csv") == set()
    with pytest.raises(ProjectError):
        paths(project.root / "missing.po")


def test_a_glossary_is_checked_by_itself(project: Project) -> None:
    """What is wrong inside a glossary is reported with file and line."""
    path = project.root / "glossaries" / "terms.csv"
    path.write_text(path.read_text(encoding="utf-8") + "UNESCO,organization,,ЮНЕСКO,YUNESKO,,,,\n", encoding="utf-8")
    found = {(f.check, f.path, f.line) for f in check(project)}
    assert ("glossary-script", "glossaries/terms.csv", 6) in found
    assert ("glossary-duplicate", "glossaries/terms.csv", 6) in found
    assert all("[waive" in finding.message for finding in check(project))


def test_a_baseline_hides_the_old_and_shows_the_new(project: Project, write: Writer, tmp_path: Path) -> None:
    """Known findings stay known when lines move; a new one, and a second of the same kind, is shown."""
    wrong = ("He met 27 guests.", "Он встретил 28 гостей.")
    write("ru", "a", wrong)
    path = tmp_path / "baseline.json"
    path.write_text(baseline.dump(check(project)), encoding="utf-8")
    write("ru", "a", ("The talks have begun.", "Переговоры начались."), wrong)
    assert baseline.new(check(project), baseline.load(path)) == ()
    write("ru", "a", wrong, ("He met 5 guests.", "Он встретил 6 гостей."))
    (fresh,) = baseline.new(check(project), baseline.load(path))
    assert "5" in fresh.message
    path.write_text("[]", encoding="utf-8")
    with pytest.raises(ProjectError):
        baseline.load(path)


def test_since_takes_only_what_changed(project: Project, write: Writer) -> None:
    """Catalogs that differ from a revision and new ones are checked; a changed glossary means every catalog."""

    def git(*arguments: str) -> None:
        identity = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *identity, *arguments], cwd=project.root, check=True, capture_output=True)

    wrong = ("He met 27 guests.", "Он встретил 28 гостей.")
    write("ru", "old", wrong)
    with pytest.raises(ProjectError, match="git"):
        check(project, since="HEAD")
    git("init", "-q")
    git("add", "-A")
    git("commit", "-q", "-m", "start")
    assert check(project, since="HEAD") == ()
    write("ru", "new", wrong)
    assert {f.path for f in check(project, since="HEAD")} == {"catalogs/ru/new.po"}
    glossary = project.root / "glossaries" / "terms.csv"
    glossary.write_text(glossary.read_text(encoding="utf-8") + "Baku,place,,Баку,Bakı,,,,\n", encoding="utf-8")
    assert {f.path for f in check(project, since="HEAD")} == {"catalogs/ru/new.po", "catalogs/ru/old.po"}
    with pytest.raises(ProjectError, match="revision"):
        check(project, since="no-such-revision")


def test_many_processes_find_what_one_finds(project: Project, write: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    """The number of processes decides nothing but the time."""
    for number in range(6):
        write("ru", f"a{number}", ("He met 27 guests.", f"Он встретил 2{number} гостей."))
        write("az", f"a{number}", (VISIT, "Nazir gəldi."))
    alone = check(project)
    monkeypatch.setattr(run, "MANY", 2)
    assert check(project) == alone and len(alone) > 6


def test_a_waiver_in_the_glossary_row_holds_for_catalogs(project: Project, write: Writer) -> None:
    """A note may take a concept's checks back, with a reason; without one it does not count."""
    path = project.root / "glossaries" / "terms.csv"
    rows = path.read_text(encoding="utf-8")
    write("ru", "a", ("UNESCO sent experts.", "Организация направила экспертов."))
    note = "l10n-ignore: glossary-term - often left out in headlines"
    path.write_text(rows.replace("YUNESKO,,,,", f"YUNESKO,,,,{note}"), encoding="utf-8")
    assert only(check(project), "glossary-term") == []
    path.write_text(rows.replace("YUNESKO,,,,", "YUNESKO,,,,l10n-ignore: glossary-term"), encoding="utf-8")
    assert len(only(check(project), "glossary-term")) == 1
