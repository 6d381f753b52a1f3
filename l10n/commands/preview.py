"""``l10n preview``: a page to read source and translations side by side."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from l10n.commands import console


def preview(
    article: Annotated[Path, typer.Argument(metavar="ARTICLE", help="The source article.")],
    to: Annotated[
        list[str] | None, typer.Option(metavar="LOCALE", help="May be given several times. [default: all]")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="FILE", help="The page, or - for stdout. [default: previews/ARTICLE.html]"
        ),
    ] = None,
) -> None:
    """Write a self-contained HTML page with the article beside its translations."""
    from l10n import files, pipeline
    from l10n.project import Project

    project = Project.locate()
    page = pipeline.preview(project, article, locales=project.choose_locales(to))
    if output is not None and str(output) == "-":
        console.put(page)
        return
    path = output or project.root / "previews" / f"{project.slug(article)}.html"
    files.write(path, page)
    console.stdout().print(f"{project.shown(path)} (open it in a browser)")
