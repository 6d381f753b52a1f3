"""Where the English words of a lexicon stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from starter.lexicon import Entry

Span = tuple[int, int]
Table = dict[str, tuple[Entry, ...]]
"""Entries by their first word."""

WORD = re.compile(r"[^\W\d_]+(?:[-.][^\W\d_]+)*")


def by_first_word(entries: Sequence[Entry]) -> Table:
    """The table of some entries."""
    table: dict[str, list[Entry]] = {}
    for entry in dict.fromkeys(entries):
        table.setdefault(WORD.findall(entry.source)[0], []).append(entry)
    return {word: tuple(found) for word, found in table.items()}


def mentions(text: str, table: Table) -> Iterator[tuple[Span, list[Entry]]]:
    """Span and entries of every phrase of the table that stands in the text once."""
    words = [(match.group(), match.start(), match.end()) for match in WORD.finditer(text)]
    for at, (word, start, _) in enumerate(words):
        by_source: dict[str, list[Entry]] = {}
        for entry in table.get(word, ()):
            by_source.setdefault(entry.source, []).append(entry)
        for source, entries in by_source.items():
            end = start + len(source)
            whole = text.startswith(source, start) and not text[end : end + 1].isalnum()
            if whole and _count(source, text) == 1 and _stands_alone(entries[0], words, at, text[end : end + 1]):
                yield (start, end), entries


def _count(phrase: str, text: str) -> int:
    return len(re.findall(rf"(?<![\w-]){re.escape(phrase)}(?![\w])", text))


def _stands_alone(entry: Entry, words: list[tuple[str, int, int]], at: int, after: str) -> bool:
    """A surname is no part of a longer name (Aliyev Foundation); nothing is the first part of a compound."""
    if after == "-":
        return False
    if entry.kind != "surname":
        return True
    following = words[at + 1 : at + 2]
    joined = following and following[0][1] == words[at][2] + 1 and following[0][0][0].isupper()
    before = words[at - 1][0] if at and words[at - 1][2] + 1 == words[at][1] else ""
    return not joined and not (before[:1].isupper() and at > 1)
