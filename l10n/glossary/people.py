"""Whom a surname standing alone names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from l10n.glossary.english import FUNCTION_WORDS, HYPHENS, fold, normalise
from l10n.glossary.patterns import Flavour, Pattern
from l10n.model import Kind


@dataclass(frozen=True, slots=True)
class Hit:
    start: int
    end: int
    pattern: Pattern
    rivals: tuple[Pattern, ...] = ()
    """Of a surname: every person who bears it, this one included."""


class People:
    """Who a surname standing alone belongs to: the person named in full last, else the only one who bears it."""

    def __init__(self, hits: list[list[Hit]]) -> None:
        self._named = {
            hit.pattern.order
            for found in hits
            for hit in found
            if hit.pattern.concept.kind is Kind.PERSON and hit.pattern.flavour is Flavour.TERM
        }
        self._latest: dict[int, int] = {}
        self._strangers: dict[str, int] = {}
        self._clock = 0

    def read(self, hit: Hit, previous: Hit | None, text: str, titles: set[str]) -> Pattern | None:
        """The pattern that a hit stands for, ``None`` where it names nobody of ours; hits come in reading order."""
        self._clock += 1
        if hit.pattern.flavour is not Flavour.SURNAME:
            self._latest[hit.pattern.order] = self._clock
            return hit.pattern
        bearers = hit.rivals
        behind_term = previous is not None and not text[previous.end : hit.start].strip()
        before = "" if behind_term else name_before(text, hit.start, titles)
        if before.endswith("."):  # an initial: A. Karimov
            bearers = tuple(p for p in bearers if fold(p.concept.id[:1]) == fold(before[:1]))
        elif before:  # somebody else of that name: Islam Karimov
            bearers = ()
        if not bearers:
            self._strangers[hit.pattern.written] = self._clock
            return None
        return self._bearer(bearers, hit.pattern.written)

    def _bearer(self, bearers: tuple[Pattern, ...], written: str) -> Pattern | None:
        stranger = self._strangers.get(written, 0)
        mentioned = [p for p in bearers if self._latest.get(p.order, 0) > stranger]
        if mentioned:
            return max(mentioned, key=lambda p: self._latest[p.order])
        if stranger:
            return None
        if len({p.order for p in bearers}) == 1:
            return bearers[0]
        later = [p for p in bearers if p.order in self._named]
        return later[0] if len({p.order for p in later}) == 1 else None


_BEFORE = re.compile(rf"(?:^|(?<=[\s(\[\"“«‘'’—/]))([^\W\d_][\w'’{HYPHENS}]*\.?)[ \t\u00a0\r\n]+$")


def name_before(text: str, start: int, titles: set[str]) -> str:
    """The given name or initial right before a surname, ``""`` where the word before is none.

    None are titles and words that only begin a sentence, possessives (Turkey's Erdogan), abbreviations (PM Erdogan),
    and in a headline with capitals the verbs (Aliyev Meets Erdogan).
    """
    found = _BEFORE.search(text, max(0, start - 60), start)
    if found is None:
        return ""
    word = found.group(1)
    if len(word) == 2 and word[0].isupper() and word[1] == ".":
        return word
    parts = normalise(word.strip("."))[0].split() or [""]
    if not word[0].isupper() or word.endswith(".") or parts[-1] in titles or parts[-1] in FUNCTION_WORDS:
        return ""
    if parts[-1].endswith(("'s", "s'")) or (len(word) > 1 and word.isupper()):
        return ""
    return "" if parts[-1].endswith("s") and _has_capitals_throughout(text) else word


def _has_capitals_throughout(text: str) -> bool:
    """A headline in the American manner: every long word has a capital."""
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    return len(words) > 2 and all(word[0].isupper() for word in words)
