"""All verbs, in the order of the work."""

from __future__ import annotations

from typing import Annotated

import typer

from l10n import __version__
from l10n.commands import app
from l10n.commands.assemble import assemble
from l10n.commands.check import check
from l10n.commands.glossary import glossary
from l10n.commands.init import init
from l10n.commands.lint import lint
from l10n.commands.memory import memory
from l10n.commands.models import app as models
from l10n.commands.preview import preview
from l10n.commands.segment import segment
from l10n.commands.status import status
from l10n.commands.translate import translate

__all__ = ["app"]


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"l10n {__version__}")
        raise typer.Exit


@app.callback()
def start(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """From an English news article to a reviewed Russian and Azerbaijani one, offline."""


for verb in (init, lint, translate, status, preview, check, assemble, segment):
    app.command()(verb)
app.add_typer(glossary, name="glossary")
app.add_typer(memory, name="memory")
app.add_typer(models, name="models")
