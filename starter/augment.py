"""New triples out of old ones: names and terms swapped for others of their family, in all three languages.

The new word takes the form of the old one: the Russian case, with the preposition's vowel adjusted, the Azerbaijani
chain of suffixes by its own harmony, `a` or `an` in English. Where the form of the old word can be read in several
ways, only a word that is the same in all of them takes its place. A copy keeps its slots, in order, with their new
places: `carried` moves the word links along. (Other numbers: `numbers`, at every draw.)
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from starter.align import Links, tokens
from starter.corpus import Triple
from starter.edits import Edit, articles, capital, edited, moved, particles, prepositions
from starter.inflect import az_form, ru_form
from starter.lexicon import Entry, adjectives, dates, institutions, nouns, people, places, qualities, surname_entries
from starter.mentions import Span
from starter.slots import Slot, words_in

TRIES = 40
"""Members of a family drawn for a slot before it is left as it is: some do not fit the form."""

KEPT = {"term": 0.85, "quality": 0.9}
"""How often a slot of a kind keeps its word; other kinds `KEPT_NAMES`. Other common words
make a sentence stranger than other names do: at 0.6 a third of the copies were nonsense."""

KEPT_NAMES = 0.25


def variants(triple: Triple, *, seed: int, copies: int) -> list[Triple]:
    """Up to `copies` different changed copies of one triple; the same for the same seed.

    A triple without slots (`slots.find_slots`) has none.
    """
    chance = random.Random(f"{seed}\t{triple.source}")
    found: dict[str, Triple] = {}
    for _ in range(2 * copies):
        changed = swap_slots(triple, chance)
        if changed.source != triple.source:
            found.setdefault(changed.source, changed)
        if len(found) == copies or not triple.slots:
            break
    return list(found.values())


def swap_slots(triple: Triple, chance: random.Random) -> Triple:
    """The triple with some of its slots swapped: at least one name, where there is one and a fitting one is found."""
    chosen = [slot for slot in triple.slots if chance.random() >= KEPT.get(slot.kind, KEPT_NAMES)]
    names = [slot for slot in triple.slots if slot.kind not in KEPT]
    chosen = chosen or ([chance.choice(names)] if names else [])
    new = {slot: found for slot in chosen if (found := _other(triple, slot, chance))}
    return _rewritten(triple, new) if new else triple


@dataclass(frozen=True, slots=True)
class Word:
    """A word in the form in which it is to stand in a slot."""

    entry: Entry
    source: str
    ru: str
    az: str


def _other(triple: Triple, slot: Slot, chance: random.Random) -> Word | None:
    """Another member of the slot's family, in the slot's form; nothing where none fits."""
    members = families().get(slot.entry.family, ())
    for _ in range(TRIES if len(members) > 1 and _usual_preposition(triple.ru, slot) else 0):
        entry = chance.choice(members)
        if entry.ru == slot.entry.ru or entry.source in triple.source or entry.ru in triple.ru or entry.az in triple.az:
            continue
        word = in_form(entry, slot)
        if word:
            return word
    return None


_WHERE = re.compile(r"(?<![\w-])(во?|на) [\"«]?$", re.IGNORECASE)
_INSIDE = ("building", "land", "infra", "organization")
"""Classes of nouns whose members stand with в where something is in them."""


def _usual_preposition(text: str, slot: Slot) -> bool:
    """Whether a place stands with the preposition of its family: «на церкви» (a cross) is not «на кинотеатре»."""
    found = _WHERE.search(text[: slot.ru[0]])
    if found is None or not all(case.startswith("loc") for case in slot.cases):
        return True
    name = slot.entry.family.split()
    with_na = name[-1] == "на" or name[1].endswith("-на")
    inside = name[-1] == "в" or name[1] in _INSIDE
    return not (inside or with_na) or with_na == (found[1].lower() == "на")


def in_form(entry: Entry, slot: Slot) -> Word | None:
    """The entry in the form that a slot asks for; nothing where it has not one form for all readings."""
    ru = ru_form(entry.ru, slot.cases, entry.grammar, entry.gender)
    az = az_form(entry.az, slot.chains, entry.grammar_az)
    return Word(entry, entry.source, ru, az) if ru and az else None


@cache
def families() -> dict[str, tuple[Entry, ...]]:
    """The members of every family of the lexicon that may be put into a text."""
    table: dict[str, list[Entry]] = {}
    names = (*people(), *surname_entries(), *places(), *adjectives(), *institutions(), *dates())
    for entry in dict.fromkeys((*names, *unambiguous(nouns()), *unambiguous(qualities()))):
        table.setdefault(entry.family, []).append(entry)
    return {family: tuple(members) for family, members in table.items()}


def unambiguous(entries: Sequence[Entry]) -> list[Entry]:
    """Of synonyms the first; nothing of an English word of several classes: any context would then teach that a field
    is поле here and месторождение there."""
    by_source: dict[str, list[Entry]] = {}
    for entry in entries:
        by_source.setdefault(entry.source, []).append(entry)
    return [found[0] for found in by_source.values() if len({_class(entry) for entry in found}) == 1]


def _class(entry: Entry) -> str:
    return " ".join(entry.family.split()[:2])


def _rewritten(triple: Triple, new: dict[Slot, Word]) -> Triple:
    source, ru, az = [], [], []
    for slot, word in new.items():
        source.append(Edit(*slot.source, capital(word.source, triple.source[slot.source[0]], "en")))
        ru.append(Edit(*slot.ru, capital(word.ru, triple.ru[slot.ru[0]], "ru")))
        az.append(Edit(*slot.az, capital(word.az, triple.az[slot.az[0]], "az")))
    source += articles(triple.source, source)
    ru += prepositions(triple.ru, ru)
    az += particles(triple.az, az)
    slots = tuple(
        replace(
            slot,
            source=moved(slot.source, source),
            ru=moved(slot.ru, ru),
            az=moved(slot.az, az),
            entry=new[slot].entry if slot in new else slot.entry,
        )
        for slot in triple.slots
    )
    return replace(
        triple, source=edited(triple.source, source), ru=edited(triple.ru, ru), az=edited(triple.az, az), slots=slots
    )


def carried(links: Links, old: Triple, new: Triple, locale: str) -> Links:
    """The word links of a triple for a copy of it: outside the slots one to one, inside them every word with every."""
    places = [
        (slot.source, slot.target(locale), copy.source, copy.target(locale))
        for slot, copy in zip(old.slots, new.slots, strict=True)
    ]
    source = _mapping(old.source, new.source, [(a, c) for a, _, c, _ in places])
    target = _mapping(old.target(locale), new.target(locale), [(b, d) for _, b, _, d in places])
    pairs = {(t, s) for one, other in links.tolist() for t in target[one] for s in source[other]}
    return np.array(sorted(pair for pair in pairs if max(pair) < 256), np.uint8).reshape(-1, 2)


def _mapping(old: str, new: str, spans: Sequence[tuple[Span, Span]]) -> list[range]:
    """For every token of the old text those of the new one in its place."""
    table = [range(0)] * len(tokens(old))
    inside = [(words_in(old, before), words_in(new, after)) for before, after in spans]
    shift, at = 0, 0
    starts = {before.start: (before, after) for before, after in inside}
    while at < len(table):
        if at in starts:
            before, after = starts[at]
            table[at : before.stop] = [after] * len(before)
            at, shift = before.stop, after.stop - before.stop
        else:
            table[at] = range(at + shift, at + shift + 1)
            at += 1
    return table
