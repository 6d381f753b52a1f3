"""`l10n lint`: problems of the source, before they are translated twice."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from l10n.commands import console
from l10n.commands.check import Format, from_here, locate, status
from l10n.model import Severity


def lint(
    articles: Annotated[list[Path], typer.Argument(help="The articles to look at.")],
    format: Annotated[Format, typer.Option(help="How the findings are written.")] = Format.TEXT,
    json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    fail_on: Annotated[
        Severity, typer.Option(help="The least severity that makes the exit status 1.")
    ] = Severity.WARNING,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = None,
) -> None:
    """Look for mistakes in the source before translating it.

    A name spelled in two ways, a country that only the lead mentions, titles that contradict each other, quotation
    marks that do not close, numbers and dates that disagree. Exit status: 0 nothing, 1 something, 2 could not run.
    One finding is kept with <!-- l10n-ignore: check-id - reason --> in the article (Markdown, HTML), or with a
    [[check.waive]] entry (check, path, reason) in l10n.toml.
    """
    from l10n.checks.source import lint as look
    from l10n.report.findings import render

    project = locate(articles)
    findings = look(project, articles)
    count = len(articles)
    text = render(
        from_here(findings, project),
        "json" if json else format.value,
        looked_at=f"{count} article{'' if count == 1 else 's'}",
    )
    console.put(text, output)
    raise typer.Exit(status(findings, fail_on))
