"""Find a term in running text, whole words only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.languages.az_letters import APOSTROPHES, fold
from l10n.languages.az_match import HYPHENS, Pattern, pattern, read_last
from l10n.languages.az_stems import word_list
from l10n.languages.az_suffixes import State
from l10n.model import Form, Kind

_JOINED_KINDS = (Kind.PLACE, Kind.ORGANIZATION)
"""Names that stand whole in a hyphenated pair: Azərbaycan-UNESCO, Bakı-Tbilisi-Ceyhan."""


_AND = re.compile(r"(?:və|ilə) +(?=\w)")
_WORD = re.compile(r"[\w-]+,? +(?:və +)?")
_REACH = 40
"""How far after the «və» the shared word may stand, in characters."""


def find_all(term: str, text: str, kind: Kind) -> tuple[Form, ...]:
    """Every occurrence of any form of a term in a text, ascending."""
    wanted = pattern(term, kind)
    if wanted is None:
        return ()
    small, places = fold(text)
    if wanted.start not in small:
        return ()
    out = []
    for begin, end, keys in _occurrences(wanted, small, _source(text, places)):
        left, right = (begin, end) if places is None else (places[begin], places[end])
        out.append(Form(left, right, text[left:right], keys))
    return tuple(out)


def _source(text: str, places: tuple[int, ...] | None) -> str:
    """The text with its capitals, character by character as the folded one."""
    return text if places is None else "".join(text[place] for place in places[:-1])


def _occurrences(wanted: Pattern, small: str, cased: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    position = small.find(wanted.start)
    while position >= 0:
        after = position + 1
        if _starts_word(small, position, wanted.kind) and (hit := _occurrence(wanted, small, cased, position)):
            after, keys = hit
            yield position, after, keys
        position = small.find(wanted.start, after)


def _occurrence(wanted: Pattern, small: str, cased: str, position: int) -> tuple[int, tuple[str, ...]] | None:
    """Where the term that starts here ends, and the keys it can stand for."""
    begins = _walk_head(wanted, small, position)
    if not begins:
        return None
    hit = read_last(wanted, small, begins[-1])
    if hit is None:
        hit = _shared_head(wanted, small, begins[-1])
        return hit if hit and _capitals_agree(wanted, cased, begins, hit[0]) else None
    fits = _capitals_agree(wanted, cased, begins, hit[0]) and _ends_well(wanted, small, cased, hit[0])
    return hit if fits else None


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
    for shapes in wanted.head:
        word = next((shape for shape in shapes if small.startswith(shape, position)), None)
        if word is None:
            return ()
        position += len(word)
        start = position
        while position < len(small) and small[position].isspace():
            position += 1
        if position == start:
            return ()
        begins.append(position)
    return tuple(begins)


def _shared_head(wanted: Pattern, small: str, begin: int) -> tuple[int, tuple[str, ...]] | None:
    """Where a term ends whose last word stands once for two: «xarici işlər» of «xarici işlər və müdafiə nazirləri».

    The keys are those of the shared word, which is in the plural.
    """
    if wanted.kind is Kind.PERSON or wanted.stems[0].state is not State.OWNED:
        return None
    link = _AND.match(small, begin)
    while link:
        hit = read_last(wanted, small, link.end())
        if hit and any(".pl" in key or wanted.kind is Kind.PLACE for key in hit[1]):
            return len(small[:begin].rstrip()), tuple(key for key in hit[1] if ".pl" in key) or hit[1]
        link = _WORD.match(small, link.end()) if link.end() - begin < _REACH else None
    return None


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
