"""Edits of a text, and what must change around the new words: `a` or `an`, во or в, da or də."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from l10n.languages import language
from l10n.languages.az_letters import BACK, last_vowel
from starter.mentions import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """A span of a text and what replaces it."""

    start: int
    end: int
    text: str


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with every edit made."""
    for edit in sorted(edits, key=lambda edit: -edit.start):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def moved(span: Span, edits: Iterable[Edit]) -> Span:
    """Where a span is after the edits; an edit lies outside it or is all of it."""
    start, end = span
    for edit in edits:
        grown = len(edit.text) - (edit.end - edit.start)
        if edit.end <= span[0] and edit.start != span[0]:
            start, end = start + grown, end + grown
        elif (edit.start, edit.end) == span:
            end += grown
    return start, end


def capital(word: str, old: str, locale: str) -> str:
    """The word with a capital where the old one had one: at the start of a sentence, in titles."""
    return language(locale).upper(word[0]) + word[1:] if old.isupper() and word[0].islower() else word


_ARTICLE = re.compile(r"(?<![\w’'-])([Aa]n?) $")
_VOWEL = re.compile(
    r"(?!eu|one\b|once|u(?:k|ni(?![nm])|s[aeiu]|ti|ru|ga|ra|ro))[aeiou]|hour|honest|heir|honou?r", re.IGNORECASE
)
_LETTERS = re.compile(r"(?!NATO|UNESCO|UNICEF)[AEFHILMNORSX][A-Z]+(?![a-z])")
"""Abbreviations read by letters whose names begin with a vowel: an EU, an IMF."""


def articles(text: str, edits: Sequence[Edit]) -> list[Edit]:
    """`a` or `an` before the new words."""
    found = []
    for edit in edits:
        article = _ARTICLE.search(text[: edit.start])
        if article:
            new = article[1][0] + ("n" if starts_with_vowel(edit.text) else "")
            if new != article[1]:
                found.append(Edit(*article.span(1), new))
    return found


def starts_with_vowel(word: str) -> bool:
    """Whether `an` stands before an English word: an hour, a university, a European."""
    if word[:2].isupper():
        return _LETTERS.match(word) is not None
    return _VOWEL.match(word) is not None


_PREPOSITION = re.compile(r"(?<![\w-])(во?|со?|ко?|об?|обо)( [\"«]?)$", re.IGNORECASE)


def prepositions(text: str, edits: Sequence[Edit]) -> list[Edit]:
    """The vowel of the prepositions before the new words: во Францию, об Армении."""
    found = []
    for edit in edits:
        before = _PREPOSITION.search(text[: edit.start])
        if before:
            new = language("ru").agree_preposition(before[1], edit.text)
            if new != before[1]:
                found.append(Edit(*before.span(1), new))
    return found


_PARTICLE = re.compile(r" (d[aə])(?!\w)")


def particles(text: str, edits: Sequence[Edit]) -> list[Edit]:
    """The particle da or də (too) after the new words, by their last vowel."""
    found = []
    for edit in edits:
        after = _PARTICLE.match(text, edit.end)
        if after:
            new = "da" if last_vowel(language("az").lower(edit.text)) in BACK else "də"
            if new != after[1]:
                found.append(Edit(*after.span(1), new))
    return found
