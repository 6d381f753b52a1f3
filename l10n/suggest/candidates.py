"""Which words of English running text are names: runs of capitals that neither sentence nor headline explains."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from l10n.glossary import Glossary
from l10n.glossary.english import FUNCTION_WORDS, TITLES, normalise, words
from l10n.suggest.territories import adjectives, is_territory
from l10n.transliterate import is_personal

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?")
LINKS = frozenset(("of", "the", "for", "and", "de", "al", "bin", "von", "van", "der", "la"))
"""Small words inside a name."""
_TAILS = frozenset(("of", "for", "on"))
"""After these an `and` joins what an office is for: Ministry of Youth and Sports."""
ORGANIZATIONS = words(
    """ministry committee agency bank university organization organisation council union association company party
    center centre fund foundation commission institute academy parliament assembly court corporation federation
    league club museum theatre theater department bureau office authority administration holding news
    post times press herald journal daily"""
)
PLACES = words(
    """city region district province county river sea gulf bay lake island islands mountain mountains valley street
    avenue square airport port strait ocean republic kingdom corridor"""
)
_CALENDAR = words(
    """january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday"""
)
_NO_NAMES = FUNCTION_WORDS | _CALENDAR | {"mr", "mrs", "ms", "dr"}
_BEFORE_PLACES = frozenset(("in", "at", "from", "near", "to", "outside", "around", "across"))


@dataclass(slots=True)
class Candidate:
    term: str
    count: int = 0
    initial: int = 0
    """How often it stands only at the start of a sentence."""
    placed: int = 0
    """How often a preposition of place stands before it."""
    titled: int = 0
    """How often a title stands before it."""


def candidates(texts: Sequence[str], glossary: Glossary) -> tuple[Candidate, ...]:
    """The names that the glossary does not know, the most frequent first."""
    found = _runs_of(texts, glossary)
    common = Counter(word for text in texts for word in re.findall(r"\b[a-z]+\b", text))
    names = [c for c in found.values() if not _is_ordinary(c, common)]
    names = [c for c in names if not _is_part(c, names)]
    return tuple(sorted(names, key=lambda c: -c.count))


def _runs_of(texts: Sequence[str], glossary: Glossary) -> dict[str, Candidate]:
    found: dict[str, Candidate] = {}
    for text, matches in zip(texts, glossary.find_all(texts), strict=True):
        if _is_headline(text):
            continue
        gaps = [0, *(edge for m in matches for edge in (m.start, m.end)), len(text)]
        for start, end in zip(gaps[::2], gaps[1::2], strict=True):
            for run in _runs(text, start, end):
                _count(found, run, text)
    return found


def _is_headline(text: str) -> bool:
    """Capitals say nothing about names here: all letters, or most long words, are capitals."""
    words = [w for w in re.findall(r"[^\W\d_]+", text) if len(w) > 3]
    capitals = sum(w[0].isupper() for w in words)
    return text.isupper() or (len(words) > 4 and capitals > 0.7 * len(words) and not text.rstrip().endswith("."))


def _runs(text: str, start: int, end: int) -> Iterator[list[re.Match[str]]]:
    """Neighbouring capitalised words, with the small words that join them."""
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(text, start, end):
        token = word.group()
        joined = not run or re.fullmatch(r"\s+", text[run[-1].end() : word.start()]) is not None
        if run and (not joined or (run[-1].group().endswith(".") and len(run[-1].group()) > 3)):
            yield run
            run = []
        inside = token in LINKS or (token == "on" and run and run[-1].group().lower() in ORGANIZATIONS)
        if token[0].isupper() or (run and inside):
            run.append(word)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _count(found: dict[str, Candidate], run: list[re.Match[str]], text: str) -> None:
    first = text[: run[0].start()].rstrip()
    initial = not first or first[-1] in '.!?:“"«'
    words = list(run)
    if initial and words[0].group().lower() in FUNCTION_WORDS:
        words, initial = words[1:], False
    while words and (words[-1].group() in (*LINKS, "on") or words[-1].group().lower() in _CALENDAR):
        words.pop()
    while words and words[0].group() in (*LINKS, "The", "A", "An"):
        words, initial = words[1:], False
    for part in _parts(words):
        term = re.sub(r"\s+", " ", text[part[0].start() : part[-1].end()])
        term = term.rstrip(".") if len(term.split()[-1]) > 2 and term.count(".") == 1 else term
        term = re.sub(r"['’]s?$", "", term)
        candidate = found.setdefault(term, Candidate(term))
        before = text[: part[0].start()].split()[-1:]
        candidate.count += 1
        candidate.initial += initial and part[0] is words[0]
        candidate.placed += bool(before) and before[0].lower() in _BEFORE_PLACES
        candidate.titled += bool(before) and before[0].strip(".").lower() in TITLES


def _parts(words: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """A run with a title before a name is two candidates; `and` separates people."""
    split: list[list[re.Match[str]]] = [[]]
    for word, after in zip(words, [*words[1:], None], strict=False):
        office = _has(split[-1], ORGANIZATIONS | TITLES) and _has(split[-1], _TAILS)
        if word.group() == "and" and (not office or (after is not None and after.group().isupper())):
            split.append([])
        else:
            split[-1].append(word)
    for part in split:
        last = max((i for i, w in enumerate(part) if w.group().strip(".").lower() in TITLES), default=-1)
        follows = part[last + 1 : last + 2]
        if last >= 0 and follows and follows[0].group() not in LINKS:
            yield part[: last + 1]
            yield part[last + 1 :]
        elif part:
            yield part


def _has(words: Iterable[re.Match[str]], kinds: frozenset[str]) -> bool:
    return any(word.group().lower() in kinds for word in words)


def _is_ordinary(candidate: Candidate, common: Counter[str]) -> bool:
    """A word that is no name: a month, a title alone, or a word that has its capital from its sentence."""
    parts = candidate.term.lower().split()
    if len(candidate.term) < 2 or all(w.strip(".") in _NO_NAMES for w in parts):
        return True
    if all(word in adjectives() for word in normalise(candidate.term)[0].split()):
        return True
    if len(parts) > 1:
        return False
    known = is_territory(candidate.term) or is_personal(candidate.term)
    only_initial = candidate.initial == candidate.count and not known and not candidate.term.isupper()
    return common[parts[0]] > 0 or only_initial or parts[0] in TITLES


def _is_part(candidate: Candidate, names: Sequence[Candidate]) -> bool:
    """A surname whose full name is there too, or the end of a longer name."""
    tail = " " + candidate.term
    return any(other.term.endswith(tail) for other in names)
