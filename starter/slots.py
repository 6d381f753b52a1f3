"""Names and terms of a triple, with their places in the three texts and their nominatives.

What the lexicon knows is looked up, full names of people are also found by how they sound (`people.py`). Everything
is verified by writing it again: the texts must hold exactly a form that l10n's grammars make of the nominative, once
in each language; what does not verify is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from l10n.languages import language
from l10n.languages.az_suffixes import Tags
from l10n.languages.ru_morphology import readings
from l10n.languages.ru_recognise import PREPOSITIONS
from l10n.model import Gender, Kind
from starter.align import Links, tokens
from starter.corpus import Triple
from starter.inflect import az_chains, az_form, ru_cases, ru_form, ru_forms
from starter.lexicon import (
    Entry,
    adjectives,
    dates,
    institutions,
    nouns,
    places,
    protected,
    qualities,
    surname_entries,
    surname_entry,
)
from starter.mentions import Span, Table, by_first_word, mentions
from starter.people import full_names

RU_WORD = re.compile(r"[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*")


@dataclass(frozen=True, slots=True)
class Slot:
    """A name or term in the three texts of a triple; spans are half-open, in characters."""

    source: Span
    ru: Span
    az: Span
    entry: Entry
    """The word that stands there, its kind and its family."""
    cases: tuple[str, ...]
    """The keys that the Russian form can stand for."""
    chains: tuple[Tags, ...]
    """The chains of suffixes that the Azerbaijani form can have."""

    @property
    def kind(self) -> str:
        """person, surname, place, adjective, organization, title, term, date or quality"""
        return self.entry.kind

    @property
    def lemma_ru(self) -> str:
        """The Russian nominative; of a plural the nominative plural."""
        if not self.entry.plural:
            return self.entry.ru
        return ru_form(self.entry.ru, ("nom.pl",), Kind.TERM, Gender.NONE) or self.entry.ru

    @property
    def lemma_az(self) -> str:
        """The Azerbaijani nominative; of a plural the nominative plural."""
        return (az_form(self.entry.az, (("pl",),), Kind.TERM) if self.entry.plural else None) or self.entry.az

    def target(self, locale: str) -> Span:
        """Where it stands in the Russian or Azerbaijani text."""
        return self.ru if locale == "ru" else self.az

    def lemma(self, locale: str) -> str:
        """Its Russian or Azerbaijani nominative."""
        return self.lemma_ru if locale == "ru" else self.lemma_az


def find_slots(
    triples: Sequence[Triple], links_ru: Sequence[Links], links_az: Sequence[Links]
) -> list[tuple[Slot, ...]]:
    """The slots of every triple, by their place in the English text, none overlapping in any language.

    The links are those of the pairs English-Russian and English-Azerbaijani, one for each triple, in order. Surnames
    that the corpus names in full are known in the other triples too.
    """
    people = [tuple(_people(triple)) for triple in triples]
    learned = {slot.entry for found in people for slot in found}
    surnames = by_first_word((*surname_entries(), *_surnames_of(learned)))
    found = []
    for triple, named, ru, az in zip(triples, people, links_ru, links_az, strict=True):
        candidates = [*named, *_known(triple, lexicon()), *_known(triple, surnames), *_terms(triple, ru, az)]
        found.append(_apart(candidates))
    return found


@cache
def lexicon() -> Table:
    """Places, their adjectives and institutions by their first English word."""
    return by_first_word((*places(), *adjectives(), *institutions(), *dates(), *protected()))


@cache
def _common() -> Table:
    return by_first_word((*nouns(), *qualities()))


def _surnames_of(people: set[Entry]) -> list[Entry]:
    """The last words of names of two words."""
    found = []
    for entry in sorted(people, key=lambda entry: entry.source):
        names = [text.split() for text in (entry.source, entry.ru, entry.az)]
        if all(len(words) == 2 for words in names):
            found.append(surname_entry(names[0][1], names[1][1], names[2][1], entry.gender))
    return found


def _people(triple: Triple) -> Iterator[Slot]:
    for name in full_names(triple):
        slot = verified(triple, name.entry, name.source, name.ru, name.az)
        if slot:
            yield slot


def _known(triple: Triple, table: Table) -> Iterator[Slot]:
    """The entries of a table that stand once in each language; of two that stand in the same place, neither."""
    for source, entries in mentions(triple.source, table):
        slots = [slot for entry in entries if (slot := _located(triple, entry, source))]
        if (
            slots
            and len({(slot.ru, slot.az) for slot in slots}) == 1
            and len({slot.entry.gender for slot in slots}) == 1
        ):
            yield slots[0]


def _located(triple: Triple, entry: Entry, source: Span) -> Slot | None:
    """The slot of an entry whose Russian and Azerbaijani forms stand once in the texts."""
    ru, az = _once_ru(entry, triple.ru), _once_az(entry, triple.az)
    if ru is None or az is None:
        return None
    if entry.kind == "surname" and not _gender_shows(entry, triple.ru, ru):
        return None
    return verified(triple, entry, source, ru, az)


def _once_ru(entry: Entry, text: str) -> Span | None:
    if entry.grammar is None:
        forms = _adjective_forms(entry.ru)
        spans = [match.span() for match in RU_WORD.finditer(text) if match.group().lower() in forms]
    else:
        found = language("ru").find(entry.ru, text, kind=entry.grammar, gender=entry.gender)
        spans = [(form.start, form.end) for form in found]
    return spans[0] if len(spans) == 1 else None


@cache
def _adjective_forms(lemma: str) -> frozenset[str]:
    return frozenset(ru_forms(lemma, None, Gender.NONE).values())


def _once_az(entry: Entry, text: str) -> Span | None:
    kind = entry.grammar_az
    found = language("az").find(entry.az, text, kind=kind, gender=entry.gender)
    return (found[0].start, found[0].end) if len(found) == 1 else None


_PAST = re.compile(r"\w+(?:л|лся)\b")
_PAST_F = re.compile(r"\w+(?:ла|лась)\b")


def _gender_shows(entry: Entry, text: str, span: Span) -> bool:
    """A surname alone is of a man or a woman by its form (Керимова, Смитом) or by the verb next to it."""
    both = {
        gender: ru_cases(entry.ru, text[slice(*span)], Kind.PERSON, gender)
        for gender in (Gender.MASCULINE, Gender.FEMININE)
    }
    if not both[Gender.MASCULINE] or not both[Gender.FEMININE]:
        return True
    near = re.findall(r"\w+", text[: span[0]])[-1:] + re.findall(r"\w+", text[span[1] :])[:1]
    wanted = _PAST_F if entry.gender is Gender.FEMININE else _PAST
    return any(wanted.fullmatch(word) for word in near)


_NOUN_AFTER = re.compile(r" ([а-яё-]+)", re.IGNORECASE)
_MORE = re.compile(r"(?:^|\W)(?:ən|daha|çox|самый|самая|самое|самые|более) $", re.IGNORECASE)


def _before_noun(triple: Triple, slot: Slot) -> bool:
    """An adjective stands before a Russian word of its case and is not compared; so it is no noun itself."""
    after = _NOUN_AFTER.match(triple.ru, slot.ru[1])
    cases = {case.split(".")[0] for case in slot.cases}
    agrees = after is not None and any(r.case in cases for r in readings(after[1])[:2])
    compared = _MORE.search(triple.ru[: slot.ru[0]]) or _MORE.search(triple.az[: slot.az[0]])
    following = re.match(r" [a-z]{3,}", triple.source[slot.source[1] :]) and re.match(
        r" \w{2,}", triple.az[slot.az[1] :]
    )
    return agrees and not compared and following is not None


def _terms(triple: Triple, links_ru: Links, links_az: Links) -> Iterator[Slot]:
    """Common nouns of the lexicon whose words are linked."""
    for source, entries in mentions(triple.source, _common()):
        for entry in entries:
            slot = _located(triple, entry, source)
            sides = (("ru", links_ru), ("az", links_az))
            if slot is None or not all(_linked(triple, locale, links, slot) for locale, links in sides):
                continue
            if slot.kind != "quality" or _before_noun(triple, slot):
                yield slot


def _linked(triple: Triple, locale: str, links: Links, slot: Slot) -> bool:
    """Whether a link joins the English word and the other, and none goes to a neighbour of the other, of which it
    would be a part only (tənzimləyici qurum: a regulator)."""
    left, right = words_in(triple.source, slot.source), words_in(triple.target(locale), slot.target(locale))
    linked = {target for target, source in links.tolist() if source in left}
    text = triple.target(locale)
    beside = linked & {right.start - 1, right.stop}
    return bool(linked & set(right)) and not any(_is_word(text, index) for index in beside)


def _is_word(text: str, index: int) -> bool:
    """Whether a token is longer than most particles and prepositions."""
    start, end = tokens(text)[index]
    return end - start > 3


def words_in(text: str, span: Span) -> range:
    """The indices of the tokens (`align.tokens`) inside a span of the text."""
    start = len(text[: span[0]].replace(" ", ""))
    end = start + len(text[slice(*span)].replace(" ", ""))
    inside = [index for index, (left, right) in enumerate(tokens(text)) if left < end and right > start]
    return range(inside[0], inside[-1] + 1) if inside else range(0)


def verified(triple: Triple, entry: Entry, source: Span, ru: Span, az: Span) -> Slot | None:
    """The slot, when the grammars make exactly these forms of the entry's nominatives."""
    cases = ru_cases(entry.ru, triple.ru[slice(*ru)], entry.grammar, entry.gender)
    chains = az_chains(entry.az, triple.az[slice(*az)], entry.grammar_az)
    if entry.kind == "quality":  # before its noun: «yeniləri» are things
        chains = tuple(tags for tags in chains if not tags)
    if entry.grammar is Kind.PERSON:  # «Anarı» is an accusative: a person is nobody's
        chains = tuple(tags for tags in chains if "poss3" not in tags)
    cases = narrowed(_of_number(cases, entry), triple.ru[: ru[0]], chains)
    return Slot(source, ru, az, entry, cases, chains) if cases and chains else None


def _of_number(cases: tuple[str, ...], entry: Entry) -> tuple[str, ...]:
    """The keys of the English number; after a numeral a Russian noun is singular (два моста)."""
    if entry.grammar is None:
        return cases
    many = tuple(case for case in cases if case.endswith(".pl"))
    if entry.plural:
        return many or tuple(case for case in cases if case == "gen")
    return tuple(case for case in cases if case not in many)


_GOVERNED = re.compile(r"([а-яё-]+) [\"«(]?$", re.IGNORECASE)


def narrowed(cases: tuple[str, ...], before: str, chains: tuple[Tags, ...]) -> tuple[str, ...]:
    """The keys that the preposition before the word governs; в and на with the Azerbaijani case: -da loc, -a acc."""
    found = _GOVERNED.search(before)
    word = found[1].lower() if found else ""
    governed = PREPOSITIONS.get(word, ())
    if word in ("в", "во", "на"):
        ends = {tags[-1] if tags else "" for tags in chains}
        governed = ("loc",) if ends == {"loc"} else ("acc",) if ends == {"dat"} else governed
    return tuple(case for case in cases if case.split(".")[0] in governed) if governed else cases


def _apart(candidates: list[Slot]) -> tuple[Slot, ...]:
    """The slots that overlap none before them, the longest English first; then by place."""
    kept: list[Slot] = []
    for slot in sorted(candidates, key=lambda slot: (slot.source[0] - slot.source[1], slot.source[0])):
        if all(_disjoint(slot, other) for other in kept):
            kept.append(slot)
    return tuple(sorted(kept, key=lambda slot: slot.source))


def _disjoint(one: Slot, other: Slot) -> bool:
    pairs = ((one.source, other.source), (one.ru, other.ru), (one.az, other.az))
    return all(a[1] <= b[0] or b[1] <= a[0] for a, b in pairs)
