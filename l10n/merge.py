"""An article's units against its catalog: what stays, what was edited, what left and what came back.

Pure: no files. The rules are those of DESIGN section 5; the translator's text is carried, never changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from l10n.model import Origin, Segment, State, Unit

NEAR = 65.0
"""Least similarity (percent, Indel) at which a sentence counts as an edited one. Unrelated sentences of one news
article stay below 58; msgmerge's own threshold is 60."""

_REWRITTEN = ("role", "context", "glossary", "memory")
"""Kinds of notes made anew on every run; all others are kept as they are."""


def units(segments: Sequence[Segment], reference: str) -> tuple[Unit, ...]:
    """The untranslated units of an article, in its order, one per source text and role that needs telling apart."""
    roles: dict[str, list[str]] = {}
    for segment in segments:
        found = roles.setdefault(segment.source, [])
        if segment.role not in found:
            found.append(segment.role)
    made: dict[tuple[str, str], Unit] = {}
    for position, segment in enumerate(segments):
        context = str(segment.role) if len(roles[segment.source]) > 1 else ""
        where = f"{reference}:{segment.line}"
        known = made.get((segment.source, context))
        if known is None:
            notes = (f"role: {segment.role}", *_surroundings(segments, position))
            made[segment.source, context] = Unit(segment.source, context, references=(where,), notes=notes)
        elif where not in known.references:
            made[known.key] = replace(known, references=(*known.references, where))
    return tuple(made.values())


def _surroundings(segments: Sequence[Segment], position: int) -> Iterator[str]:
    """The paragraph with this sentence as ``[...]``; for a paragraph of one sentence, the sentences around it."""
    own = segments[position].span
    paragraph = [n for n, segment in enumerate(segments) if segment.span == own]
    if len(paragraph) == 1:
        paragraph = [n for n in (position - 1, position, position + 1) if 0 <= n < len(segments)]
    if len(paragraph) > 1:
        yield "context: " + " ".join("[...]" if n == position else segments[n].source for n in paragraph)


def merge(old: Iterable[Unit], wanted: Sequence[Unit]) -> tuple[Unit, ...]:
    """The catalog's units for an article as it now is: the wanted ones in their order, then the obsolete ones.

    An unchanged sentence keeps everything; a near match gives its target as needing review, with the previous source;
    what is no longer in the article becomes obsolete, and comes back with its sentence.
    """
    old = tuple(old)
    live = [unit for unit in old if unit.state is not State.OBSOLETE]
    gone = [unit for unit in old if unit.state is State.OBSOLETE]
    used: set[int] = set()
    result: dict[int, Unit] = {}
    for number, unit in enumerate(wanted):
        same = _same(unit, live, gone)
        if same is not None:
            used.add(id(same))
            result[number] = _carry(unit, same)
    free = [unit for unit in (*live, *gone) if id(unit) not in used and unit.target]
    replaced: set[int] = set()
    for number, near in _nearest(wanted, free, skip=result):
        result[number] = _edited(wanted[number], near)
        if near.pristine and near.state is not State.REVIEWED:
            replaced.add(id(near))
    kept = [result.get(number, unit) for number, unit in enumerate(wanted)]
    left = [_retire(unit) for unit in (*live, *gone) if id(unit) not in used | replaced]
    return (*kept, *_distinct(filter(None, left), kept))


def _same(unit: Unit, live: Sequence[Unit], gone: Sequence[Unit]) -> Unit | None:
    """The old unit of the same source text: one of the same context before others, a live one before an obsolete."""
    found = [old for old in (*live, *gone) if old.source == unit.source]

    def fitness(old: Unit) -> tuple[bool, ...]:
        role = f"role: {old.context}" in unit.notes
        reviewed = old.state is State.REVIEWED
        return not old.target, old.context != unit.context, not role, not reviewed, old.state is State.OBSOLETE

    return min(found, key=fitness, default=None)


def _carry(unit: Unit, old: Unit) -> Unit:
    """The unit with all that the old one of the same source holds."""
    state, flags = old.state, old.flags
    if state is State.OBSOLETE:
        state = State.NEEDS_REVIEW if "fuzzy" in flags else State.REVIEWED
        state = state if old.target else State.UNTRANSLATED
        flags = tuple(flag for flag in flags if flag != "fuzzy")
    if state is State.REVIEWED and not _fits(unit, old):
        state = State.NEEDS_REVIEW  # the same words in another place of an article: a headline is not a sentence
    return replace(
        old, context=unit.context, state=state, flags=flags, references=unit.references, notes=_notes(unit, old)
    )


def _fits(unit: Unit, old: Unit) -> bool:
    """The old translation was made for this role: the context says so, or there was and is only one."""
    if unit.context == old.context or not unit.context:
        return True
    return f"role: {unit.context}" in old.notes or not any(note.startswith("role: ") for note in old.notes)


def _notes(unit: Unit, old: Unit) -> tuple[str, ...]:
    kept = (note for note in old.notes if note.partition(":")[0] not in _REWRITTEN)
    return (*unit.notes, *kept)


def _nearest(wanted: Sequence[Unit], free: Sequence[Unit], *, skip: Iterable[int]) -> Iterator[tuple[int, Unit]]:
    """Pairs of a new source text and the old unit it was edited from, best first, each old unit once."""
    skip = set(skip)
    pairs = sorted(
        (
            (-score, unit.state is State.OBSOLETE, number, rank)
            for number, new in enumerate(wanted)
            if number not in skip
            for rank, unit in enumerate(free)
            if (score := fuzz.ratio(new.source, unit.source, score_cutoff=NEAR))
        ),
    )
    done: set[int] = set()
    taken: set[int] = set()
    for _, _, number, rank in pairs:
        if number not in done and rank not in taken:
            done.add(number)
            taken.add(rank)
            yield number, free[rank]


def _edited(unit: Unit, old: Unit) -> Unit:
    """The unit of an edited sentence. An untouched machine draft of the old sentence makes room for a new one."""
    unit = replace(unit, previous_source=old.source, comment=old.comment)
    if old.pristine and old.origin is Origin.ENGINE and _unreviewed(old):
        return unit
    notes = tuple(note for note in _notes(unit, old) if not note.startswith(("origin:", "doubt:")))
    flags = tuple(flag for flag in old.flags if flag != "fuzzy")
    return replace(unit, target=old.target, state=State.NEEDS_REVIEW, origin=Origin.HUMAN, notes=notes, flags=flags)


def _unreviewed(unit: Unit) -> bool:
    return unit.state is State.NEEDS_REVIEW or (unit.state is State.OBSOLETE and "fuzzy" in unit.flags)


def _retire(unit: Unit) -> Unit | None:
    """The unit as an obsolete one; ``None`` where there is nothing to keep."""
    if unit.state is State.OBSOLETE:
        return unit
    if not unit.target and not unit.comment:
        return None
    flags = ("fuzzy", *unit.flags) if unit.state is State.NEEDS_REVIEW else unit.flags
    return replace(unit, state=State.OBSOLETE, flags=flags, notes=(), references=(), previous_source="")


def _distinct(obsolete: Iterable[Unit], kept: Iterable[Unit]) -> Iterator[Unit]:
    """Obsolete units whose key nothing else has: gettext's tools refuse a file with one key twice, even obsolete."""
    seen = {unit.key for unit in kept}
    for unit in obsolete:
        if unit.key not in seen:
            seen.add(unit.key)
            yield unit
