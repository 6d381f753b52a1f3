"""Concepts from elsewhere join a glossary; what is there already is never changed, only filled in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from l10n.model import Concept, Gender, Kind, Status, Term


@dataclass(frozen=True, slots=True)
class Clash:
    """A target that was not taken over because another one is preferred here."""

    concept: Concept
    locale: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Merged:
    concepts: tuple[Concept, ...]
    """What was there, in its order, filled in; then what is new."""
    added: tuple[Concept, ...] = ()
    filled: tuple[Concept, ...] = ()
    """Concepts that were there and got terms, a gender or a note."""
    clashes: tuple[Clash, ...] = ()


def merge(existing: Sequence[Concept], incoming: Iterable[Concept]) -> Merged:
    """Adds concepts to a glossary: a concept is the same where its English term is one of ours and its kind agrees,
    or where it comes without a kind (``term``) and only one concept of ours has that English term."""
    concepts = list(existing)
    places: dict[str, list[int]] = {}
    for index, concept in enumerate(concepts):
        for term in concept.targets("en"):
            places.setdefault(term.text, []).append(index)
    added: dict[int, None] = {}
    filled: dict[int, None] = {}
    clashes: list[Clash] = []
    for new in incoming:
        place = _place(concepts, places.get(new.id, ()), new)
        if place is None:
            place = len(concepts)
            concepts.append(new)
            added[place] = None
        else:
            clashes += _clashes(concepts[place], new)
            joined = _joined(concepts[place], new)
            if joined != concepts[place]:
                concepts[place] = joined
                if place not in added:
                    filled[place] = None
        for term in concepts[place].targets("en"):
            if place not in places.setdefault(term.text, []):
                places[term.text].append(place)
    return Merged(
        tuple(concepts), tuple(concepts[i] for i in added), tuple(concepts[i] for i in filled), tuple(clashes)
    )


def _place(concepts: list[Concept], candidates: Iterable[int], new: Concept) -> int | None:
    candidates = list(candidates)
    same = [place for place in candidates if concepts[place].kind is new.kind]
    if same:
        return same[0]
    return candidates[0] if new.kind is Kind.TERM and len(candidates) == 1 else None


def _clashes(old: Concept, new: Concept) -> list[Clash]:
    pairs = ((code, old.preferred(code), new.preferred(code)) for code in _locales(new))
    approved = {(t.locale, t.text) for t in old.terms if t.status is not Status.FORBIDDEN}
    return [
        Clash(old, code, ours, theirs)
        for code, ours, theirs in pairs
        if ours and theirs and ours != theirs and (code, theirs) not in approved and old.kind is not Kind.KEEP
    ]


def _joined(old: Concept, new: Concept) -> Concept:
    """The old concept with the new one's terms where they contradict nothing."""
    known = {(t.locale, t.text) for t in old.terms}
    closed = {clash.locale for clash in _clashes(old, new)} | (set(_locales(new)) if old.kind is Kind.KEEP else set())
    filled = {t.locale for t in old.terms if t.status is Status.PREFERRED}
    more = [
        replace(t, status=Status.ADMITTED) if t.status is Status.PREFERRED and t.locale in filled else t
        for t in new.terms
        if (t.locale, t.text) not in known and t.locale not in closed
    ]
    terms: list[Term] = []
    for code in dict.fromkeys(t.locale for t in (*old.terms, *more)):
        here = [t for t in (*old.terms, *more) if t.locale == code]
        terms += [t for t in here if t.status is not Status.FORBIDDEN]
    terms += [t for t in (*old.terms, *more) if t.status is Status.FORBIDDEN]
    gender = new.gender if old.gender is Gender.NONE else old.gender
    if set(terms) == set(old.terms) and gender is old.gender and (old.note or not new.note):
        return old
    return replace(old, terms=tuple(terms), gender=gender, note=old.note or new.note)


def _locales(concept: Concept) -> tuple[str, ...]:
    return tuple(dict.fromkeys(t.locale for t in concept.terms if t.locale != "en"))
