"""A small glossary, and an engine that says what a test tells it to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from l10n import glossary, terminology
from l10n.engines import Progress, TermMarks
from l10n.glossary import Glossary
from l10n.model import Hypothesis, Link, Syntax, Translation

ROWS = """term,kind,gender,ru,az
Anar Karimov,person,m,Анар Керимов,Anar Kərimov
Laman Ismayilova,person,f,Ляман Исмаилова,Ləman İsmayılova
Culture Minister,title,,министр культуры,mədəniyyət naziri
Tajikistan,place,,Таджикистан,Tacikistan
France,place,,Франция,Fransa
European Union,organization,,Европейский союз,Avropa İttifaqı
Azernews,keep,,,
"""


def loaded(rows: str, made: pytest.TempPathFactory) -> Glossary:
    """The glossary of these rows."""
    path = made.mktemp("glossaries") / "all.csv"
    path.write_text(rows, encoding="utf-8")
    return glossary.load([path])


@pytest.fixture(scope="session")
def terms(tmp_path_factory: pytest.TempPathFactory) -> Glossary:
    return loaded(ROWS, tmp_path_factory)


class Fake:
    """An engine that says what a function tells it to; ``likes`` is the text that its scores prefer."""

    name = "fake"

    def __init__(
        self, says: Callable[[str], Sequence[Hypothesis]], likes: str = "", marks: TermMarks | None = None
    ) -> None:
        self._says = says
        self._marks = marks
        self._likes = likes
        self.asked: list[str] = []

    def signature(self, source: str, target: str) -> str:
        return self.name

    def term_marks(self, source: str, target: str) -> TermMarks | None:
        return self._marks

    def translate(
        self,
        texts: Sequence[str],
        source: str,
        target: str,
        *,
        alternatives: int = 1,
        progress: Progress | None = None,
    ) -> list[Translation]:
        self.asked += texts
        return [Translation(text, tuple(self._says(text))[:alternatives]) for text in texts]

    def score(self, pairs: Sequence[tuple[str, str]], source: str, target: str) -> list[float]:
        return [0.0 if text == self._likes else -1.0 for _, text in pairs]


def saying(text: str, *links: tuple[str, str], source: str = "") -> Callable[[str], list[Hypothesis]]:
    made = tuple(
        Link(
            (source.index(one), source.index(one) + len(one)),
            (text.index(other), text.index(other) + len(other)),
            0.9,
        )
        for one, other in links
    )
    return lambda _: [Hypothesis(text, -0.5, made)]


def obey(terms: Glossary, engine: Fake, source: str, locale: str = "ru") -> terminology.Result:
    request = terminology.Request(source, Syntax.TEXT, terms.find(source))
    return terminology.translate([request], engine=engine, glossary=terms, source="en", target=locale)[0]
