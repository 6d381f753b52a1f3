"""``l10n models``: the translation packages on this machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from l10n.commands import console
from l10n.errors import PackageError

if TYPE_CHECKING:
    from l10n.packages import Installed

app = typer.Typer(help="Translation packages: list, install, remove.", no_args_is_help=True, rich_markup_mode=None)

Json = Annotated[bool, typer.Option("--json", help="For another program.")]


@app.command("list")
def list_models(json: Json = False) -> None:
    """Show the packages on this machine, and which are used."""
    from l10n.packages import installed
    from l10n.project import Project

    pins = Project.locate().packages
    rows = [_row(package, _is_used(package, pins)) for package in installed()]
    if json:
        console.print_json({"packages": rows})
        return
    lines = [("PAIR", "VERSION", "QUALITY", "SIZE", "USED", "WHERE"), *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(5)] + [0]
    for line in lines:
        console.stdout().print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)))
    drafts = [row["pair"] for row in rows if row["used"] and row["quality"] == "starter"]
    if drafts:
        better = " ".join(drafts)
        console.talk(f"starter packages give drafts; for the full Argos packages: l10n models install {better}")


@app.command()
def install(
    packages: Annotated[list[str], typer.Argument(help="Pairs such as en_ru, or .argosmodel files.")],
    index: Annotated[str | None, typer.Option(help="Address of the package index.", metavar="URL")] = None,
) -> None:
    """Fetch packages from the Argos index, or install them from files."""
    from l10n.engines.argos import check
    from l10n.packages.index import download, find
    from l10n.packages.install import install_file
    from l10n.project import Project

    setting = Project.locate().settings.get("index")
    for name in packages:
        if _is_file(name):
            package = install_file(Path(name), check=check)
        else:
            found = find(name, url=index or (str(setting) if setting else None))
            with _download_bar(f"{found.pair} {found.version}") as advance:
                file = download(found, progress=advance)
            try:
                package = install_file(file, check=check)
            finally:
                file.unlink(missing_ok=True)
        console.talk(f"installed {package.pair} {package.version} in {package.path}")


@app.command()
def remove(packages: Annotated[list[str], typer.Argument(help="Pairs such as en_ru.")]) -> None:
    """Remove installed packages; the ones shipped with l10n stay."""
    from l10n.packages.install import remove as remove_package

    for pair in packages:
        for package in remove_package(pair):
            console.talk(f"removed {package.pair} {package.version} from {package.path}")


def _is_file(name: str) -> bool:
    looks = name.endswith((".argosmodel", ".zip")) or "/" in name or "\\" in name
    if not looks and not _is_pair(name):
        raise PackageError(f"{name!r} is neither a pair such as en_ru nor an .argosmodel file")
    return looks


def _is_pair(name: str) -> bool:
    source, _, target = name.partition("_")
    return source.isalpha() and target.isalpha()


def _is_used(package: Installed, pins: tuple[str, ...]) -> bool:
    """The package is the one that translates its pair in this project."""
    from l10n.packages import locate

    if package.problem:
        return False
    return locate(package.source, package.target, pins=pins)[0].path == package.path


def _row(package: Installed, used: bool) -> dict[str, Any]:
    return {
        "pair": package.pair if package.source else package.path.name,
        "version": package.version,
        "quality": str(package.quality),
        "size": package.size,
        "shipped": package.shipped,
        "path": str(package.path),
        "used": used,
        "problem": package.problem,
    }


def _cells(row: dict[str, Any]) -> tuple[str, ...]:
    """A line of the table; paths are not wrapped, so that they can be copied."""
    used = "yes" if row["used"] else row["problem"] or "no"
    where = "shipped with l10n" if row["shipped"] else row["path"]
    return row["pair"], row["version"], row["quality"], f"{row['size'] / 1e6:.1f} MB", used, where


@contextmanager
def _download_bar(label: str) -> Iterator[Callable[[int, int], None] | None]:
    """A bar in megabytes on a terminal, nothing elsewhere."""
    terminal = console.stderr()
    if not terminal.is_terminal:
        yield None
        return
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    with Progress(*columns, console=terminal, transient=True) as bar:
        task = bar.add_task(label, total=None)
        yield lambda have, total: bar.update(task, completed=have, total=total or None)
