"""``l10n status``: progress per article and locale."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from l10n.commands import console

if TYPE_CHECKING:
    from l10n.pipeline import Outcome

_SHOWN = 10
"""How many doubtful sentences of an article are shown."""


def status(
    articles: Annotated[list[Path] | None, typer.Argument(metavar="ARTICLE", help="[default: all]")] = None,
    to: Annotated[
        list[str] | None, typer.Option(metavar="LOCALE", help="May be given several times. [default: all]")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Report as JSON on stdout.")] = False,
) -> None:
    """Show how far each article is, the most doubtful first; of articles that are named, also the doubtful sentences.

    Exit status 1 while anything is unreviewed.
    """
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
        for outcome in outcomes if articles else ():
            _tell_doubts(outcome)
    raise typer.Exit(console.FINDINGS if any(outcome.unreviewed for outcome in outcomes) else console.DONE)


def _tell_doubts(outcome: Outcome) -> None:
    """The sentences that a reviewer should look at first."""
    out = console.stdout()
    if outcome.doubts:
        out.print(f"{outcome.article.slug}, {outcome.locale}: look at these first")
    for unit, doubts in outcome.doubts[:_SHOWN]:
        line = unit.references[0].rpartition(":")[2] if unit.references else "?"
        out.print(f"  line {line}: {unit.source}")
        for doubt in doubts:
            out.print(f"    - {doubt}")
    if len(outcome.doubts) > _SHOWN:
        out.print(f"  and {len(outcome.doubts) - _SHOWN} more")
