"""What the verbs share: data goes to stdout, talk to stderr."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from rich.console import Console
    from rich.table import Table

    from l10n.pipeline import Outcome
    from l10n.project import Project

DONE, FINDINGS, COULD_NOT_RUN = 0, 1, 2
"""Exit statuses: done and clean; findings or unreviewed units; could not run."""


def stdout() -> Console:
    from rich.console import Console

    return Console(soft_wrap=True, highlight=False, markup=False)


def stderr() -> Console:
    from rich.console import Console

    return Console(stderr=True, soft_wrap=True, highlight=False, markup=False)


def talk(message: str) -> None:
    """One line for the person at the terminal."""
    stderr().print(message)


def put(text: str, output: Path | None = None) -> None:
    """Data to a file or to stdout, in UTF-8 whatever the terminal's encoding."""
    if output is not None:
        from l10n import files

        files.write(output, text, make_folders=False)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "surrogateescape"))
    sys.stdout.buffer.flush()


def print_json(data: Any) -> None:
    """Data for another program."""
    put(json.dumps(data, ensure_ascii=False, indent=2) + "\n")


@contextmanager
def progress(label: str, total: int) -> Iterator[Callable[[int], None]]:
    """A bar on a terminal, nothing elsewhere; yields a function that takes how much more is done."""
    console = stderr()
    if not console.is_terminal or total == 0:
        yield lambda _: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(label, total=total)
        yield lambda step: bar.advance(task, step)


def sentences(count: int) -> str:
    """``1 sentence``, ``2 sentences``."""
    return f"{count} sentence" if count == 1 else f"{count} sentences"


def outcome_json(project: Project, outcome: Outcome) -> dict[str, Any]:
    """One article in one locale: counts of units by state and by origin, findings."""
    from l10n.report.findings import as_json

    return {
        "article": outcome.article.reference,
        "locale": outcome.locale,
        "path": project.shown(outcome.path),
        "written": outcome.written,
        "units": outcome.states(),
        "origins": outcome.origins(),
        "unreviewed": outcome.unreviewed,
        "doubts": [{"source": unit.source, "doubts": list(doubts)} for unit, doubts in outcome.doubts],
        "findings": as_json(outcome.findings)["findings"],
    }


def status_table(outcomes: Sequence[Outcome]) -> Table:
    """Progress, one row per article and locale."""
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False)
    for header in ("article", "locale"):
        table.add_column(header, overflow="fold")
    for header in ("sentences", "reviewed", "to review", "missing", "doubts"):
        table.add_column(header, justify="right")
    for outcome in outcomes:
        states = outcome.states()
        counts = (len(outcome.live), states["reviewed"], states["needs-review"], states["untranslated"])
        table.add_row(outcome.article.slug, outcome.locale, *map(str, counts), str(len(outcome.doubts)))
    return table
