"""``l10n translate``: the main job."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from l10n.commands import console

if TYPE_CHECKING:
    from l10n.pipeline import Outcome
    from l10n.project import Project


def translate(
    articles: Annotated[list[Path], typer.Argument(metavar="ARTICLE", help="Text, Markdown or HTML files.")],
    to: Annotated[
        list[str] | None, typer.Option(metavar="LOCALE", help="May be given several times. [default: all]")
    ] = None,
    engine: Annotated[str | None, typer.Option(metavar="NAME", help="argos or pseudo. [default: argos]")] = None,
    refresh: Annotated[
        bool, typer.Option("--refresh", help="Renew machine drafts that nobody has touched or confirmed.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Report as JSON on stdout.")] = False,
) -> None:
    """Translate articles into catalogs (PO files) for review; run it again after the article was edited."""
    from l10n import pipeline
    from l10n.project import Project

    project = Project.locate()
    outcomes = pipeline.translate(
        project,
        articles,
        locales=project.choose_locales(to),
        engine_name=engine,
        refresh=refresh,
        bar=console.progress,
    )
    if as_json:
        console.print_json({"articles": [console.outcome_json(project, outcome) for outcome in outcomes]})
        return
    for outcome in outcomes:
        _tell(project, outcome)
    if any(outcome.states()["needs-review"] for outcome in outcomes):
        console.talk("Drafts are marked fuzzy. Review them in Poedit, Weblate or OmegaT, then run: l10n assemble")
    _advise(project, outcomes)


def _tell(project: Project, outcome: Outcome) -> None:
    """One line per catalog: what is in it, and what is new."""
    states, origins = outcome.states(), outcome.origins()
    parts = [
        console.sentences(len(outcome.live)),
        f"{states['reviewed']} reviewed",
        f"{states['needs-review']} to review",
    ]
    if states["untranslated"]:
        parts.append(f"{states['untranslated']} without translation")
    if origins["memory"]:
        parts.append(f"{origins['memory']} from memory")
    if outcome.doubts:
        parts.append(f"{len(outcome.doubts)} with doubts")
    news = "" if outcome.written else " (unchanged)"
    console.stdout().print(f"{project.shown(outcome.path)}: {', '.join(parts)}{news}")


def _advise(project: Project, outcomes: tuple[Outcome, ...]) -> None:
    """Says once that the shipped packages give drafts only, where they were used."""
    from l10n import packages

    made = {o.locale for o in outcomes if o.written and any(u.maker.startswith("argos ") for u in o.live)}
    starters = [
        package.pair
        for locale in sorted(made)
        for package in packages.locate(project.source, locale, pins=project.packages)
        if package.quality == packages.Quality.STARTER
    ]
    if starters:
        console.talk(
            f"These are rough drafts from the small packages that come with l10n. For better ones, when online: "
            f"l10n models install {' '.join(starters)}"
        )
