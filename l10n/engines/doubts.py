"""What can be seen to be wrong with a machine translation without knowing the language."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

CYRILLIC = frozenset(("ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "tg", "mn"))
LETTERS = re.compile(r"[^\W\d_]+")
TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Draft:
    """A source text and one translation of it."""

    source: str
    target: str
    locale: str
    given: tuple[str, ...] = ()
    """Stretches of the source that were given in the target language and belong in the target as they are."""
    limited: bool = False
    """The model was stopped at the length limit."""


def empty(draft: Draft) -> str | None:
    """No word where the source has one."""
    if LETTERS.search(draft.source) and not LETTERS.search(draft.target):
        return "the engine returned no words"
    return None


def unfinished(draft: Draft) -> str | None:
    """Decoding ran into its length limit."""
    return "the engine did not come to an end; the translation may be cut off" if draft.limited else None


def repeated(draft: Draft) -> str | None:
    """One to six words three times in a row, a long word twice, or a scrap of a word five times, where the source does
    no such thing."""
    found = _run(draft.target)
    if found and not _run(draft.source):
        return f"the engine repeated itself: {found}"
    return None


def copied(draft: Draft) -> str | None:
    """Common words of the source stand in the target. Names are copied rightly, and so are words that two languages
    with one script share: there it takes three in a row or half of the sentence."""
    given = {word for stretch in draft.given for word in LETTERS.findall(stretch)}
    common = {word for word in LETTERS.findall(draft.source) if len(word) >= 3 and word.isascii() and word.islower()}
    common -= given
    words = LETTERS.findall(draft.target)
    same = [word for word in words if word in common]
    if not same:
        return None
    if draft.locale not in CYRILLIC:
        row = longest = 0
        for word in words:
            row = row + 1 if word in common else 0
            longest = max(longest, row)
        if longest < 3 and len(same) * 2 < len(words):
            return None
    return f"copied from the source: {', '.join(dict.fromkeys(same))}"


def short(draft: Draft) -> str | None:
    """Far shorter than any faithful translation between these languages."""
    before, after = (len(LETTERS.findall(text)) for text in (draft.source, draft.target))
    if before >= 8 and after * 10 < before * 3:
        return f"the translation has {after} words for {before}; something may be missing"
    return None


DOUBTS: tuple[Callable[[Draft], str | None], ...] = (empty, unfinished, repeated, copied, short)


def doubts(draft: Draft) -> tuple[str, ...]:
    """Plain words for the reviewer, worst first; empty where nothing was noticed."""
    return tuple(reason for doubt in DOUBTS if (reason := doubt(draft)))


def _run(text: str) -> str | None:
    tokens = [token.casefold() for token in TOKEN.findall(text)]
    for width in range(1, 7):
        for start in range(len(tokens) - 3 * width + 1):
            unit = tokens[start : start + width]
            if tokens[start + width : start + 3 * width] == unit * 2 and any(token.isalpha() for token in unit):
                return " ".join(unit)
    doubled = re.search(r"\b([^\W\d_]{5,})\s+\1\b", text, re.IGNORECASE)
    if doubled:
        return doubled.group().casefold()
    for match in re.finditer(r"([^\W\d_]{1,6}?)\1{4,}", text):
        return match.group()[:30]
    return None
