"""What the tests share: a project folder, and the command line in this process."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from l10n.__main__ import main

SHARED = Path(__file__).parents[2] / "shared"


@dataclass(frozen=True, slots=True)
class Done:
    """What a command left: exit status, stdout, stderr."""

    status: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture(autouse=True, scope="session")
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What l10n keeps between runs is kept apart from that of the person who runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs `l10n ARGUMENTS` in this process."""

    def command(*arguments: str | Path) -> Done:
        monkeypatch.setattr(sys, "argv", ["l10n", *map(str, arguments)])
        capfdbinary.readouterr()
        status = 0
        try:
            main()
        except SystemExit as stop:
            status = stop.code if isinstance(stop.code, int) else 1
        sys.stdout.flush()
        captured = capfdbinary.readouterr()
        return Done(status, captured.out.decode("utf-8"), captured.err.decode("utf-8"))

    return command


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project, which is also the current folder."""
    (tmp_path / "l10n.toml").write_text('locales = ["ru", "az"]\nengine = "pseudo"\n', encoding="utf-8")
    for name in ("articles", "catalogs", "glossaries"):
        (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def shared() -> Path:
    """The shared folder beside the checkout, where there is one."""
    if not SHARED.is_dir():
        pytest.skip("there is no ../shared")
    return SHARED
