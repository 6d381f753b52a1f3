"""`l10n check`: glossary and catalogs, and both against each other."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from l10n.commands import console
from l10n.model import Severity

if TYPE_CHECKING:
    from l10n.checks.run import Checked
    from l10n.model import Finding
    from l10n.project import Project


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"
    JUNIT = "junit"


def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            help="Catalogs, glossaries, folders, or articles for their catalogs; without any, the whole project."
        ),
    ] = None,
    format: Annotated[Format, typer.Option(help="How the findings are written.")] = Format.TEXT,
    json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    require_reviewed: Annotated[
        bool, typer.Option("--require-reviewed", help="Every unit has to be reviewed, and drafts count in full.")
    ] = False,
    fail_on: Annotated[
        Severity,
        typer.Option(help="The least severity that makes the exit status 1. Findings in drafts are one step milder."),
    ] = Severity.ERROR,
    since: Annotated[str, typer.Option(metavar="REV", help="Only files that changed since a git revision.")] = "",
    baseline: Annotated[Path | None, typer.Option(metavar="FILE", help="Leave out the findings listed there.")] = None,
    write_baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="List the present findings there, and be done.")
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = None,
) -> None:
    """Check the glossary, the catalogs, and both against each other; made for CI.

    Exit status: 0 nothing as grave as --fail-on, 1 something, 2 could not run.
    One finding is kept with the translator comment "l10n-ignore: check-id - reason" in its catalog entry.
    """
    from l10n.checks import run

    project = locate(paths or ())
    checked = run.check(project, paths or (), require_reviewed=require_reviewed, since=since)
    if write_baseline is not None:
        _write_baseline(write_baseline, checked)
        raise typer.Exit(console.DONE)
    findings = _beyond_baseline(checked, project, baseline)
    from l10n.report.findings import render

    chosen = Format.JSON if json else format
    console.put(render(from_here(findings, project), chosen.value, looked_at=_looked_at(checked)), output)
    raise typer.Exit(status(findings, fail_on))


def locate(paths: Sequence[Path]) -> Project:
    """The project of the working folder; where that is none, the one to which the first path belongs."""
    from l10n.project import Project

    project = Project.locate()
    if project.settings_path is None and paths:
        other = Project.locate(paths[0].absolute().parent)
        return other if other.settings_path else project
    return project


def status(findings: tuple[Finding, ...], fail_on: Severity) -> int:
    """1 where something is at least as grave."""
    from l10n.checks.rules import at_least

    grave = any(at_least(finding.severity, fail_on) for finding in findings)
    return console.FINDINGS if grave else console.DONE


def _beyond_baseline(checked: Checked, project: Project, baseline: Path | None) -> tuple[Finding, ...]:
    """The findings without those of the baseline named, or of the settings' own."""
    setting = project.settings.get("check", {}).get("baseline")
    path = baseline or (project.root / str(setting) if setting else None)
    if path is None:
        return checked.findings
    from l10n.checks import baseline as baselines

    return baselines.new(checked.findings, baselines.load(path))


def _write_baseline(path: Path, checked: Checked) -> None:
    from l10n.checks import baseline as baselines

    console.put(baselines.dump(checked.findings), path)
    count = len(checked.findings)
    console.talk(f"{path}: {count} finding{'' if count == 1 else 's'} noted; from now on: l10n check --baseline {path}")


def from_here(findings: tuple[Finding, ...], project: Project) -> tuple[Finding, ...]:
    """Paths as seen from the working folder, with forward slashes."""
    from dataclasses import replace

    def seen(path: str) -> str:
        return Path(project.shown(project.root / path)).as_posix()

    names = {path: seen(path) for path in {finding.path for finding in findings}}
    return tuple(replace(finding, path=names[finding.path]) for finding in findings)


def _looked_at(checked: Checked) -> str:
    catalogs, glossaries = len(checked.scope.catalogs), len(checked.scope.glossaries)
    return (
        f"{catalogs} catalog{'' if catalogs == 1 else 's'} ({checked.units} reviewed units) "
        f"and {glossaries} glossar{'y' if glossaries == 1 else 'ies'}"
    )
