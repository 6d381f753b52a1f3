"""From attention between pieces to links between words, in characters of the two texts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from l10n.model import Link

WORD = re.compile(r"\w+(?:[-'’.]\w+)*|[^\w\s]")
SURE, SOME = 0.3, 0.08
"""Attention mass above which a link stands by itself, and below which not even the best link of a word is kept: in the
prototype packages right links have 0.6 to 0.99, the sinks (first piece, full stop) of function words 0.05 to 0.25."""

Span = tuple[int, int]


def piece_spans(text: str, pieces: Sequence[str]) -> tuple[Span, ...] | None:
    """Where each piece stands in the text (empty spans for pieces that are only a word mark).

    Pieces are counted off over the NFKC form of the text, which SentencePiece trains on; None where they do not add up.
    """
    places = [(i, i + 1) for i, char in enumerate(text) for c in unicodedata.normalize("NFKC", char) if not c.isspace()]
    spans = []
    at = 0
    for piece in pieces:
        bare = piece.removesuffix("@@").replace("▁", "").replace(" ", "")
        count = len(bare)
        if at + count > len(places):
            return None
        spans.append((places[at][0], places[at + count - 1][1]) if count else (0, 0))
        at += count
    return tuple(spans) if at == len(places) else None


def word_links(
    source: str,
    target: str,
    attention: Sequence[Sequence[float]],
    *,
    source_spans: Sequence[Span],
    target_spans: Sequence[Span],
) -> tuple[Link, ...]:
    """Links by target position: per target word the source words its pieces attend to.

    ``attention`` has a row per target piece and a column per source piece; weights are means of row sums, 0..1.
    """
    sources = [match.span() for match in WORD.finditer(source)]
    targets = [match.span() for match in WORD.finditer(target)]
    columns = [(place, owner) for place, owner in enumerate(_owners(source_spans, sources)) if owner is not None]
    rows: dict[int, list[Sequence[float]]] = {}
    for row, word in zip(attention, _owners(target_spans, targets), strict=False):
        if word is not None:
            rows.setdefault(word, []).append(row)
    links = []
    for word, mine in rows.items():
        own = targets[word]
        weights = mine[0] if len(mine) == 1 else [sum(column) / len(mine) for column in zip(*mine, strict=True)]
        mass: dict[int, float] = {}
        for place, column in columns:
            mass[column] = mass.get(column, 0.0) + weights[place]
        if not mass:
            continue
        best = max(mass.values())
        kept = sorted(c for c, weight in mass.items() if weight >= SURE or (weight == best and weight >= SOME))
        links += [Link(sources[column], own, round(min(1.0, mass[column]), 4)) for column in kept]
    return tuple(links)


def shifted(links: Sequence[Link], source: int, target: int) -> tuple[Link, ...]:
    """The links of a window in the whole text."""
    return tuple(
        Link((k.source[0] + source, k.source[1] + source), (k.target[0] + target, k.target[1] + target), k.weight)
        for k in links
    )


def composed(first: Sequence[Link], second: Sequence[Link]) -> tuple[Link, ...]:
    """Source to target through the pivot: links that meet in a word of the middle text, weights multiplied."""
    met: dict[tuple[Span, Span], float] = {}
    for near in second:
        for far in first:
            if far.target[0] < near.source[1] and near.source[0] < far.target[1]:
                key = (near.target, far.source)
                met[key] = max(met.get(key, 0.0), far.weight * near.weight)
    return tuple(Link(source, target, round(weight, 4)) for (target, source), weight in sorted(met.items()))


def _owners(spans: Sequence[Span], words: Sequence[Span]) -> list[int | None]:
    """Per piece the index of the word it lies in; None for word marks and what no word covers."""
    owners: list[int | None] = []
    word = 0
    for start, end in spans:
        while word < len(words) - 1 and words[word][1] <= start:
            word += 1
        inside = start < end and words and start < words[word][1] and words[word][0] < end
        owners.append(word if inside else None)
    return owners
