"""``l10n glossary import`` and ``export``: TBX, CSV, and the two columns of Weblate, DeepL and Pontoon."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from l10n.commands.console import DONE, FINDINGS, put, talk
from l10n.errors import ExchangeError, GlossaryError

if TYPE_CHECKING:
    from l10n.glossary import Glossary
    from l10n.model import Concept
    from l10n.project import Project

_FORMATS = ("csv", "tbx", "weblate", "deepl", "pontoon")


def export(
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Where to write; standard output otherwise.")
    ] = None,
    format_: Annotated[str | None, typer.Option("--format", help=", ".join(_FORMATS) + ".")] = None,
    to: Annotated[str | None, typer.Option("--to", help="The locale of a two-column file.")] = None,
) -> None:
    """The project's glossary as one file, for another tool."""
    from l10n.glossary import load
    from l10n.project import Project

    project = Project.locate()
    chosen = _format(format_, output)
    if to is not None:
        project.choose_locales([to])
    text = _exported(load(project.glossary_files()), project, chosen, to)
    put(text, output)
    if output is not None:
        talk(f"{output}: {chosen}")


def _exported(terms: Glossary, project: Project, chosen: str, to: str | None) -> str:
    from l10n.report.tbx import write_tbx
    from l10n.report.termcsv import Dialect, write_glossary, write_pairs

    if chosen == "csv":
        return write_glossary(terms.as_written(), project.locales)
    if chosen == "tbx":
        return write_tbx(terms.as_written())
    if to is None:
        raise ExchangeError(f"a {chosen} file holds one language; name it: --to {' or --to '.join(project.locales)}")
    return write_pairs(terms.concepts, to, Dialect(chosen))


def import_(
    file: Annotated[Path, typer.Argument(help="A TBX or CSV file.")],
    into: Annotated[
        Path | None, typer.Option("--into", help="The glossary to fill; glossaries/<name>.csv otherwise.")
    ] = None,
    format_: Annotated[str | None, typer.Option("--format", help=", ".join(_FORMATS) + ".")] = None,
    to: Annotated[str | None, typer.Option("--to", help="The target locale of a two-column file.")] = None,
) -> None:
    """Bring a glossary in: new concepts are added, empty cells filled, and nothing that is there is changed."""
    from l10n import files
    from l10n.glossary import load
    from l10n.glossary.merge import merge
    from l10n.project import Project
    from l10n.report.termcsv import write_glossary

    project = Project.locate()
    incoming = _incoming(file, _format(format_, file), to)
    target = into or project.folder("glossaries") / f"{file.stem}.csv"
    here = load([target]) if target.exists() else load([])
    unread = next((f for f in here.findings if f.check == "glossary-column"), None)
    if unread is not None:
        raise ExchangeError(f"would be lost: {unread.message}; import into another file", path=target, line=unread.line)
    others = load([path for path in project.glossary_files() if path.absolute() != target.absolute()])
    beside = merge(others.concepts, incoming)
    result = merge(here.as_written(), beside.added)
    if result.added or result.filled:
        files.write(target, write_glossary(result.concepts, project.locales))
    clashes = [c for c in (*beside.clashes, *result.clashes) if c.concept.path]
    for clash in clashes:
        where = f"{clash.concept.path}:{clash.concept.line}"
        talk(f"{where}: {clash.concept.id!r} stays {clash.ours!r} ({clash.locale}); the file has {clash.theirs!r}")
    for concept in beside.filled:
        talk(f"{concept.path}:{concept.line}: the file has more for {concept.id!r}; this row was left as it is")
    known = len(incoming) - len(beside.added)
    talk(
        f"{project.shown(target)}: {len(result.added)} added, {len(result.filled)} filled in; {known} known from other "
        f"glossaries; {len(clashes)} targets not taken over"
    )
    raise typer.Exit(FINDINGS if clashes else DONE)


def _incoming(file: Path, chosen: str, to: str | None) -> tuple[Concept, ...]:
    from l10n.glossary import load
    from l10n.report.tbx import read_tbx
    from l10n.report.termcsv import Dialect, read_pairs

    if chosen == "tbx":
        return read_tbx(file)
    if chosen == "csv":
        try:
            return load([file]).as_written()
        except GlossaryError as error:
            hint = "; a two-column file needs --format weblate, deepl or pontoon" if "'term'" in error.reason else ""
            raise ExchangeError(error.reason + hint, path=file, line=error.line) from None
    return read_pairs(file, Dialect(chosen), to)


def _format(named: str | None, path: Path | None) -> str:
    chosen = named or ("tbx" if path is not None and path.suffix.lower() in (".tbx", ".xml") else "csv")
    if chosen not in _FORMATS:
        raise ExchangeError(f"no format is called {chosen!r}; there are {', '.join(_FORMATS)}")
    return chosen
