"""``l10n assemble``: the finished articles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from l10n.commands import console

if TYPE_CHECKING:
    from l10n.pipeline import Outcome
    from l10n.project import Project

_SHOWN = 3
"""How many unreviewed sentences are named before the rest is counted."""


def assemble(
    articles: Annotated[list[Path], typer.Argument(metavar="ARTICLE", help="The source articles.")],
    to: Annotated[
        list[str] | None, typer.Option(metavar="LOCALE", help="May be given several times. [default: all]")
    ] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="DIR", help="[default: translated]")] = None,
    draft: Annotated[bool, typer.Option("--draft", help="Write it with unreviewed text in it.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Report as JSON on stdout.")] = False,
) -> None:
    """Write finished articles from reviewed catalogs; refuses one that holds unreviewed sentences."""
    from l10n import pipeline
    from l10n.project import Project

    project = Project.locate()
    outcomes = pipeline.assemble(project, articles, locales=project.choose_locales(to), output=output, draft=draft)
    if as_json:
        console.print_json({"articles": [console.outcome_json(project, outcome) for outcome in outcomes]})
    else:
        for outcome in outcomes:
            if outcome.written:
                note = f" (draft: {console.sentences(outcome.unreviewed)} unreviewed)" if outcome.unreviewed else ""
                console.stdout().print(f"{project.shown(outcome.path)}{note}")
            else:
                _refuse(project, outcome)
    raise typer.Exit(console.DONE if all(outcome.written for outcome in outcomes) else console.FINDINGS)


def _refuse(project: Project, outcome: Outcome) -> None:
    """Why an article was not written: the first sentences that nobody has reviewed, and what to do."""
    findings = outcome.findings
    article = project.shown(outcome.article.path)
    console.talk(f"{article}: not written in {outcome.locale}, {console.sentences(len(findings))} not reviewed:")
    for finding in findings[:_SHOWN]:
        excerpt = finding.source if len(finding.source) <= 70 else finding.source[:69] + "…"
        console.talk(f"  line {finding.line}: {excerpt}")
    if len(findings) > _SHOWN:
        console.talk(f"  and {len(findings) - _SHOWN} more")
    if any(finding.check == "stale" for finding in findings):
        console.talk(f"Some are not in the catalog, since the article was edited; run: l10n translate {article}")
    catalog = project.shown(project.catalog_path(outcome.locale, outcome.article.slug))
    console.talk(f"Confirm them in {catalog} (remove the fuzzy mark), or write a draft with --draft.")
