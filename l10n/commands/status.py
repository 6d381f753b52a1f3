"""``l10n status``: progress per article and locale."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from l10n.commands import console


def status(
    articles: Annotated[list[Path] | None, typer.Argument(metavar="[ARTICLE...]", help="[default: all]")] = None,
    to: Annotated[list[str] | None, typer.Option(help="Locale; may be given several times. [default: all]")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Report as JSON on stdout.")] = False,
) -> None:
    """Show how far each article is; exit status 1 while anything is unreviewed."""
    from l10n import pipeline
    from l10n.project import Project

    project = Project.locate()
    outcomes = pipeline.status(project, articles or (), locales=project.choose_locales(to))
    if as_json:
        console.print_json({"articles": [console.outcome_json(project, outcome) for outcome in outcomes]})
    elif not outcomes:
        console.talk(f"no articles in {project.shown(project.folder('articles'))}; name one, or put some there")
    else:
        console.stdout().print(console.status_table(outcomes))
    raise typer.Exit(console.FINDINGS if any(outcome.unreviewed for outcome in outcomes) else console.DONE)
