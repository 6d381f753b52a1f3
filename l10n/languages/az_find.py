"""Find a term in running text, whole words only."""

from __future__ import annotations

from collections.abc import Iterator

from l10n.languages.az_letters import APOSTROPHES, fold
from l10n.languages.az_match import HYPHENS, Pattern, pattern, read_last
from l10n.languages.az_stems import word_list
from l10n.model import Form, Kind

_JOINED_KINDS = (Kind.PLACE, Kind.ORGANIZATION)
"""Names that stand whole in a hyphenated pair: Azərbaycan-UNESCO, Bakı-Tbilisi-Ceyhan."""


def find_all(term: str, text: str, kind: Kind) -> tuple[Form, ...]:
    """Every occurrence of any form of a term in a text, ascending."""
    wanted = pattern(term, kind)
    if wanted is None:
        return ()
    small, places = fold(text)
    start = wanted.head[0] if wanted.head else wanted.prefix
    if start not in small:
        return ()
    out = []
    for begin, end, keys in _occurrences(wanted, start, small, _source(text, places)):
        left, right = (begin, end) if places is None else (places[begin], places[end])
        out.append(Form(left, right, text[left:right], keys))
    return tuple(out)


def _source(text: str, places: tuple[int, ...] | None) -> str:
    """The text with its capitals, character by character as the folded one."""
    return text if places is None else "".join(text[place] for place in places[:-1])


def _occurrences(wanted: Pattern, start: str, small: str, cased: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    position = small.find(start)
    while position >= 0:
        after = position + 1
        if _starts_word(small, position, wanted.kind):
            begins = _walk_head(wanted, small, position)
            if begins and (hit := read_last(wanted, small, begins[-1])):
                end, keys = hit
                if _capitals_agree(wanted, cased, begins, end) and _ends_well(wanted, small, cased, end):
                    yield position, end, keys
                    after = end
        position = small.find(start, after)


def _starts_word(small: str, position: int, kind: Kind) -> bool:
    if position == 0:
        return True
    before = small[position - 1]
    if before.isalnum() or before == "_":
        return False
    if before in HYPHENS[:2] and position > 1 and small[position - 2].isalnum():
        return kind in _JOINED_KINDS and _piece_before(small, position - 1) not in word_list("compound-firsts")
    return True


def _piece_before(small: str, end: int) -> str:
    start = end
    while start and small[start - 1].isalpha():
        start -= 1
    return small[start:end]


def _walk_head(wanted: Pattern, small: str, position: int) -> tuple[int, ...]:
    """Where each word of the term starts in the text; empty where its words do not follow."""
    begins = [position]
    for word in wanted.head:
        if not small.startswith(word, position):
            return ()
        position += len(word)
        start = position
        while position < len(small) and small[position].isspace():
            position += 1
        if position == start:
            return ()
        begins.append(position)
    return tuple(begins)


def _capitals_agree(wanted: Pattern, cased: str, begins: tuple[int, ...], end: int) -> bool:
    """A name starts with a capital in text too; titles and terms may be written either way."""
    if wanted.abbreviation:
        at, word = begins[-1], wanted.words[-1]
        after = cased[at + len(word) : end]
        if cased[at : at + len(word)] != word or (after.isupper() and after[0].isalpha()):
            return False
    if wanted.kind in (Kind.TITLE, Kind.TERM):
        return True
    strict = wanted.words[:1] if wanted.kind is Kind.ORGANIZATION else wanted.words
    return all(not word[0].isupper() or cased[at].isupper() for word, at in zip(strict, begins, strict=False))


def _ends_well(wanted: Pattern, small: str, cased: str, end: int) -> bool:
    """The word is over: no letters after it, nor a hyphen that makes another name (Qvineya-Bisau, Kərimov-Quliyev)."""
    following = small[end : end + 2]
    if not following:
        return True
    if following[0].isalnum() or following[0] == "_":
        return False
    if len(following) < 2 or not following[1].isalnum() or following[0] not in HYPHENS[:2] + APOSTROPHES:
        return True
    if following[0] in APOSTROPHES:
        return False
    name = cased[end + 1].isupper() and wanted.kind is not Kind.PERSON
    return name and not small.startswith(tuple(word_list("compound-seconds")), end + 1)
