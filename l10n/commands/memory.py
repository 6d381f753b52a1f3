"""``l10n memory``: the translation memory as TMX."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from l10n.commands import console

memory = typer.Typer(help="Exchange the translation memory as TMX.", no_args_is_help=True, rich_markup_mode=None)

Locale = Annotated[str, typer.Option("--locale", "--to", metavar="LOCALE", help="Locale of the translations.")]


@memory.command("export")
def export(
    locale: Locale,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="TMX file. [default: stdout]")
    ] = None,
) -> None:
    """Write every reviewed sentence of a locale as TMX."""
    from l10n import pipeline
    from l10n.project import Project

    project = Project.locate()
    (locale,) = project.choose_locales([locale])
    text, count = pipeline.export_memory(project, locale)
    console.put(text, output)
    if output is not None:
        console.talk(f"{project.shown(output)}: {console.sentences(count)}")


@memory.command("import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE.tmx", help="A TMX file.")],
    locale: Locale,
    name: Annotated[str | None, typer.Option(metavar="NAME", help="Name of the memory. [default: the file's]")] = None,
) -> None:
    """Keep the sentences of a TMX file as a memory of this project; articles that hold them take them from there."""
    from l10n import pipeline
    from l10n.project import Project

    project = Project.locate()
    (locale,) = project.choose_locales([locale])
    path, added = pipeline.import_memory(project, file, locale, name or file.stem)
    console.talk(f"{project.shown(path)}: {console.sentences(added)} added")
