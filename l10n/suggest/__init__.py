"""Names and titles of an article that no glossary has, with ranked target spellings; a person approves them.

Spellings come from, best first: the Unicode CLDR for territories, currencies and languages; reviewed translations of
the project that contain the spelling in any case form; the table of Azerbaijani names; transliteration rules.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from l10n.glossary import Glossary
from l10n.glossary.english import TITLES, normalise
from l10n.languages import language
from l10n.model import Gender, Kind
from l10n.suggest.candidates import LINKS, ORGANIZATIONS, PLACES, Candidate, candidates
from l10n.suggest.territories import adjectives, is_territory, territories
from l10n.transliterate import Spelling, gender_of, is_personal, spellings

Memory = Callable[[str], Sequence[tuple[str, str]]]
"""The reviewed (source, target) pairs of a locale."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One row to look at."""

    term: str
    kind: Kind
    gender: Gender
    count: int
    """How often the articles have it."""
    targets: dict[str, tuple[Spelling, ...]] = field(default_factory=dict)
    """Per locale, best first; empty where no rule applies."""

    def as_dict(self) -> dict[str, Any]:
        """``{"term", "kind", "gender", "count", "targets": {locale: [{"text", "rule"}]}}``"""
        targets = {
            code: [{"text": s.text, "rule": s.rule} for s in found] for code, found in self.targets.items()
        }  # fmt: skip
        return {
            "term": self.term,
            "kind": str(self.kind),
            "gender": str(self.gender),
            "count": self.count,
            "targets": targets,
        }


def suggestions(
    texts: Sequence[str], glossary: Glossary, *, locales: Sequence[str], memory: Memory | None = None
) -> tuple[Suggestion, ...]:
    """The unknown names of these texts (clean English segments of articles), the most frequent first."""
    return tuple(_suggestion(candidate, locales, memory) for candidate in candidates(texts, glossary))


def write_rows(found: Iterable[Suggestion], locales: Sequence[str]) -> str:
    """Rows of a glossary file: the best spelling of each locale in its cell, the others and every rule in the note."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("term", "kind", "gender", *locales, "note"))
    for suggestion in found:
        best = [suggestion.targets.get(code, ())[:1] for code in locales]
        notes = [
            f"{code}: " + ", ".join(f"{s.text} ({s.rule})" for s in suggestion.targets[code])
            for code in locales
            if suggestion.targets.get(code)
        ]
        cells = [spelling[0].text if spelling else "" for spelling in best]
        note = "; ".join(("CHECK", *notes)) if notes else "CHECK: no rule spells it, translate it"
        writer.writerow((suggestion.term, suggestion.kind, suggestion.gender, *cells, note))
    return out.getvalue()


def _suggestion(candidate: Candidate, locales: Sequence[str], memory: Memory | None) -> Suggestion:
    kind = _kind(candidate)
    words = tuple(candidate.term.split())
    gender = gender_of(words) if kind is Kind.PERSON else Gender.NONE
    targets = {code: _targets(candidate.term, kind, gender, code, memory) for code in locales}
    return Suggestion(candidate.term, kind, gender, candidate.count, targets)


def _kind(candidate: Candidate) -> Kind:
    words = [w.strip(".").lower() for w in candidate.term.split()]
    if is_territory(candidate.term) or (set(words) & PLACES and not set(words) & ORGANIZATIONS):
        return Kind.PLACE
    if set(words) & ORGANIZATIONS or _is_acronym(candidate.term):
        return Kind.ORGANIZATION
    if set(words) & TITLES:
        return Kind.TITLE
    if set(words) & adjectives() or any(map(_is_acronym, candidate.term.split())):
        return Kind.TERM
    if candidate.titled or is_personal(candidate.term.split()[-1]) or is_personal(candidate.term.split()[0]):
        return Kind.PERSON
    if candidate.placed:
        return Kind.PLACE
    return Kind.PERSON if 2 <= len(words) <= 3 and not set(words) & LINKS else Kind.TERM


def _is_acronym(word: str) -> bool:
    """UNESCO, MEPs; not McDonald."""
    return len(word) > 1 and word.removesuffix("s").isupper() and " " not in word and not word.endswith(".")


def _targets(term: str, kind: Kind, gender: Gender, locale: str, memory: Memory | None) -> tuple[Spelling, ...]:
    known = territories().get(normalise(term)[0], {}).get(locale)
    if known:
        return (Spelling(known, "Unicode CLDR"),)
    common = LINKS | PLACES
    spelled = kind in (Kind.PERSON, Kind.PLACE) or (kind is Kind.TERM and term.isalpha() and not _is_acronym(term))
    if not spelled or (kind is Kind.PLACE and common & set(term.lower().split())):
        return ()  # these are translated, not spelled
    ranked = _whole_names(term, locale)
    if memory is None or not ranked:
        return ranked
    targets = [target for source, target in memory(locale) if term.split()[-1] in source]
    seen = {
        s.text: sum(bool(language(locale).find(s.text, t, kind=kind, gender=gender)) for t in targets) for s in ranked
    }
    told = (
        Spelling(s.text, f"in {seen[s.text]} reviewed translations; {s.rule}") if seen[s.text] else s for s in ranked
    )
    return tuple(sorted(told, key=lambda s: -seen[s.text]))


def _whole_names(term: str, locale: str) -> tuple[Spelling, ...]:
    """The spellings of the words of a name put together: best with best; then one word at a time second best."""
    words = [spellings(word, locale) for word in re.split(r"[\s-]+", term)]
    joints = [*("-" if joint.strip() == "-" else " " for joint in re.findall(r"[\s-]+", term)), ""]
    if not all(words):
        return ()
    picks = [[0] * len(words)]
    picks += [[int(i == at) for i in range(len(words))] for at in reversed(range(len(words))) if len(words[at]) > 1]
    found = []
    for pick in picks[:3]:
        chosen = [options[index] for options, index in zip(words, pick, strict=True)]
        text = "".join(spelling.text + joint for spelling, joint in zip(chosen, joints, strict=True))
        found.append(Spelling(text, ", ".join(dict.fromkeys(spelling.rule for spelling in chosen))))
    return tuple(found)
