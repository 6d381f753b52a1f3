"""Whatever happens: one line and exit status 2, never a traceback."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from l10n.commands import main as commands
from tests.conftest import Run


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (KeyboardInterrupt(), "stopped; every catalog is as it was or completely written"),
        (OSError(28, "No space left on device", "catalogs/ru/a.po"), "catalogs/ru/a.po: no space left on device; free"),
        (OSError("odd"), "odd; free space or change permissions"),
    ],
)
def test_what_stops_a_run(run: Run, monkeypatch: pytest.MonkeyPatch, error: BaseException, line: str) -> None:
    """An interrupt and a failing disk are told in a line."""

    def fail() -> None:
        raise error

    monkeypatch.setattr(commands, "app", fail)
    done = run("status")
    assert done.status == 2 and done.err.startswith(line) and done.err.count("\n") == 1


def test_a_reader_that_goes_away(project: Path) -> None:
    """`l10n ... | head -1` ends without a complaint of Python's."""
    (project / "articles" / "a.txt").write_text("One. Two.\n\n" * 20_000, encoding="utf-8")
    code = "import sys; sys.argv = ['l10n', 'segment', 'articles/a.txt']; from l10n.__main__ import main; main()"
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=project
    ) as running:
        assert running.stdout is not None and running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        complaint = running.stderr.read()
    assert running.returncode != 0
    assert complaint == b""
