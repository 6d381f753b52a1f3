"""Make a machine translation obey the glossary: protect, locate, inflect, repair, verify."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from l10n import markup
from l10n.engines import Engine, Progress
from l10n.glossary import Glossary
from l10n.model import Syntax, TermMatch


@dataclass(frozen=True, slots=True)
class Request:
    """A source text to translate, as its unit has it."""

    source: str
    syntax: Syntax
    matches: tuple[TermMatch, ...] = ()
    """Glossary terms in its clean text (`markup.strip`), with offsets in that text."""


@dataclass(frozen=True, slots=True)
class Result:
    """A machine translation with its marks, and what a reviewer should look at."""

    text: str
    score: float
    doubts: tuple[str, ...] = ()


def translate(
    requests: Sequence[Request],
    *,
    engine: Engine,
    glossary: Glossary,
    source: str,
    target: str,
    progress: Progress | None = None,
) -> list[Result]:
    """One result per request, in order; all of them go to the engine in one call."""
    stripped = [markup.strip(request.source, request.syntax) for request in requests]
    translations = engine.translate([each.text for each in stripped], source, target, progress=progress)
    results = []
    for each, translation in zip(stripped, translations, strict=True):
        text, doubts = markup.restore(each, translation.best.text, translation.best.links)
        results.append(Result(text, translation.best.score, (*translation.doubts, *doubts)))
    return results
