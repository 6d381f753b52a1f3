"""Machine translation behind one protocol; engines load when first asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Protocol

from l10n.errors import EngineError
from l10n.model import Translation

Progress = Callable[[int], None]
"""Called with the number of texts finished since the last call."""

TermMarks = tuple[str, str]
"""What stands before and behind a target term that is given inside a source, one character each."""


class Engine(Protocol):
    """Translates plain sentences; knows nothing of markup, glossaries or catalogs."""

    name: str

    def signature(self, source: str, target: str) -> str:
        """Engine, package versions and settings that decide the output, in one line: ``argos en_ru=0.1 beam=4``."""
        ...

    def term_marks(self, source: str, target: str) -> TermMarks | None:
        """The marks of given terms, where the engine was trained to take them: of ``⟦ Анар Керимов⟧ met us`` it makes a
        translation that has the term, inflected, and no mark. None where marks would be text like any other."""
        ...

    def translate(
        self,
        texts: Sequence[str],
        source: str,
        target: str,
        *,
        alternatives: int = 1,
        progress: Progress | None = None,
    ) -> list[Translation]:
        """One translation per text, in order, deterministic; raises EngineError or PackageError when it cannot run."""
        ...

    def score(self, pairs: Sequence[tuple[str, str]], source: str, target: str) -> list[float]:
        """Mean log probability per target token of each (source, target) pair; 0.0 where the engine has none."""
        ...


_ENGINES = {"argos": "l10n.engines.argos", "pseudo": "l10n.engines.pseudo"}


def engine(name: str, pins: Sequence[str] = ()) -> Engine:
    """The engine of that name; pins say which packages it should prefer (see ``packages.locate``)."""
    if name not in _ENGINES:
        raise EngineError(f"no engine is called {name!r}; there are {', '.join(sorted(_ENGINES))}")
    return import_module(_ENGINES[name]).create(pins)  # type: ignore[no-any-return]
