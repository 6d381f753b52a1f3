"""One pass over the units of a locale: memory first, else engine under the glossary; records origin and state."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from l10n import markup, terminology
from l10n.checks import quality
from l10n.engines import Engine, Progress
from l10n.glossary import Glossary
from l10n.memory import Memory
from l10n.model import Origin, State, Syntax, TermMatch, Unit


@dataclass(frozen=True, slots=True)
class Draft:
    """A machine translation of one source text."""

    target: str
    origin: Origin
    maker: str
    score: float | None
    doubts: tuple[str, ...] = ()


UNSURE = -0.75
"""Mean log probability per target token below which a draft is doubted: of the starter packages' drafts of news, the
worst tenth."""

Matches = Mapping[tuple[str, str], tuple[TermMatch, ...]]
"""Glossary terms in the clean text of each live unit, by unit key."""


def find_terms(units: Iterable[Unit], glossary: Glossary, syntax: Syntax) -> Matches:
    """The terms of one article; read as a whole, since a surname alone is the person named in full before."""
    live = [unit for unit in units if unit.state is not State.OBSOLETE]
    found = glossary.find_all([markup.strip(unit.source, syntax).text for unit in live])
    return {unit.key: matches for unit, matches in zip(live, found, strict=True)}


def annotate(units: Iterable[Unit], matches: Matches, glossary: Glossary, locale: str) -> tuple[Unit, ...]:
    """The units with the glossary terms that apply to each as ``glossary: English -> target`` notes."""
    return tuple(
        _with_notes(unit, "glossary", _glossary_notes(matches.get(unit.key, ()), glossary, locale)) for unit in units
    )


def _glossary_notes(matches: Sequence[TermMatch], glossary: Glossary, locale: str) -> list[str]:
    notes = []
    for match in matches:
        targets = glossary.target_for(match, locale)
        if targets:
            line = f"{match.surface} -> {' | '.join(targets)}"
            notes.append(f"{line} ({match.concept.note})" if match.concept.note else line)
    return list(dict.fromkeys(" ".join(note.split()) for note in notes))


def _with_notes(unit: Unit, kind: str, texts: Iterable[str]) -> Unit:
    """The unit with its notes of one kind replaced."""
    kept = tuple(note for note in unit.notes if not note.startswith(f"{kind}: "))
    return replace(unit, notes=(*kept, *(f"{kind}: {text}" for text in texts)))


def renewable(unit: Unit) -> bool:
    """A machine draft that nobody has touched or confirmed."""
    return unit.pristine and unit.origin is Origin.ENGINE and unit.state is State.NEEDS_REVIEW


def wants_engine(unit: Unit, memory: Memory, *, refresh: bool) -> bool:
    """The unit has to be machine-translated."""
    wanted = unit.state is State.UNTRANSLATED or (refresh and renewable(unit))
    return wanted and memory.exact(unit.source, unit.context) is None


def draft(
    requests: Sequence[terminology.Request],
    *,
    engine: Engine,
    glossary: Glossary,
    locales: tuple[str, str],
    progress: Progress | None = None,
) -> list[Draft]:
    """Machine drafts in the order of the requests. ``locales``: source and target."""
    source, target = locales
    results = terminology.translate(
        requests, engine=engine, glossary=glossary, source=source, target=target, progress=progress
    )
    maker = engine.signature(source, target)
    return [
        Draft(result.text, Origin.ENGINE, maker, result.score, _doubts(request, result, target))
        for request, result in zip(requests, results, strict=True)
    ]


def _doubts(request: terminology.Request, result: terminology.Result, locale: str) -> tuple[str, ...]:
    """What a reviewer should look at first: what the translation could not do, then what the checks see in it."""
    seen = quality.doubts(request.source, result.text, locale, syntax=request.syntax)
    unsure = ("the model was unsure of this sentence",) if result.score < UNSURE else ()
    return tuple(dict.fromkeys((*result.doubts, *seen, *unsure)))


def fill(unit: Unit, *, memory: Memory, drafts: Mapping[tuple[str, str], Draft], refresh: bool) -> Unit:
    """The unit with a reviewed text from memory, else its draft; what a person wrote or confirmed stays as it is."""
    if not (unit.state is State.UNTRANSLATED or renewable(unit)):
        return unit
    match = memory.exact(unit.source, unit.context)
    if match is not None:
        return _put(unit, Draft(match.target, Origin.MEMORY, match.catalog, match.similarity))
    made = drafts.get(unit.key)
    if made is None or not made.target or (unit.state is not State.UNTRANSLATED and not refresh):
        return unit
    similar = memory.similar(unit.source)
    notes = (
        []
        if similar is None
        else [f"{similar.similarity * 100:.0f} % like in {similar.catalog}: {similar.source} -> {similar.target}"]
    )
    return _with_notes(_put(unit, made), "memory", notes)


def _put(unit: Unit, made: Draft) -> Unit:
    unit = replace(
        unit,
        target=made.target,
        state=State.NEEDS_REVIEW,
        origin=made.origin,
        maker=made.maker,
        score=made.score,
        pristine=True,
    )
    return _with_notes(_with_notes(unit, "origin", ()), "doubt", made.doubts)
