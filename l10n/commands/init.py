"""``l10n init``: start a project."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from l10n.commands import console


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The project's folder.")] = Path(),
) -> None:
    """Start a project: settings, folders, glossary headers, CI and pre-commit snippets. Existing files stay."""
    from l10n import starting

    for path, made in starting.start(folder):
        console.stdout().print(f"{'made' if made else 'kept'} {path}")
    console.talk("Put an article into articles/ and run: l10n translate articles/YOUR-ARTICLE.txt")
