"""Word links between the two sides of a pair, from eflomal, for guided alignment.

Links are kept between words, not subwords: training samples several segmentations of a sentence and projects the
same links onto each. Words are aligned by their first five letters, lower case, which joins most inflected forms
of one stem and helps a corpus of this size.
"""

from __future__ import annotations

import io
import re
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from starter.corpus import LOCALES, Pair

STEM = 5
Links = NDArray[np.uint8]
"""(links, 2): index of the target word, index of the source word."""

_TOKEN = re.compile(r"\w+|[^\w\s]")


def words(text: str) -> list[tuple[int, int]]:
    """`(start, end)` of every word and every punctuation mark in the text."""
    return [match.span() for match in _TOKEN.finditer(text)]


def tokens(text: str) -> list[tuple[int, int]]:
    """`(start, end)` of every word and every punctuation mark, in characters with the spaces left out."""
    offset = 0
    spans = []
    for match in _TOKEN.finditer(text):
        spans.append((offset, offset := offset + len(match.group())))
    return spans


def align(pairs: Sequence[Pair]) -> list[Links]:
    """The links of every pair; empty where eflomal finds none. About a minute per 100,000 pairs of a language."""
    links: list[Links] = [np.zeros((0, 2), np.uint8)] * len(pairs)
    chosen = [[index for index, pair in enumerate(pairs) if pair.locale == locale] for locale in LOCALES]
    with ThreadPoolExecutor() as pool:  # eflomal is a process of its own
        found = pool.map(_eflomal, ([pairs[index] for index in indices] for indices in chosen if indices))
        for indices, some in zip(filter(None, chosen), found, strict=True):
            for index, pair_links in zip(indices, some, strict=True):
                links[index] = pair_links
    return links


def _eflomal(pairs: Sequence[Pair]) -> list[Links]:
    from eflomal import Aligner  # compiled; only preparing the data needs it

    sources = io.StringIO("".join(_stems(pair.source) + "\n" for pair in pairs))
    targets = io.StringIO("".join(_stems(pair.target) + "\n" for pair in pairs))
    with tempfile.TemporaryDirectory() as folder:
        forward, reverse = Path(folder) / "forward", Path(folder) / "reverse"
        Aligner().align(sources, targets, links_filename_fwd=str(forward), links_filename_rev=str(reverse))
        lines = zip(forward.read_text().splitlines(), reverse.read_text().splitlines(), strict=True)
        return [_symmetric(_links(one), _links(other)) for one, other in lines]


def _stems(text: str) -> str:
    return " ".join(token[:STEM].lower() for token in _TOKEN.findall(text))


def _links(line: str) -> set[tuple[int, int]]:
    pairs = (link.split("-") for link in line.split())
    return {(int(source), int(target)) for source, target in pairs}


def _symmetric(forward: set[tuple[int, int]], reverse: set[tuple[int, int]]) -> Links:
    """What both directions say; target words left without a link take the reverse direction's."""
    both = forward & reverse or forward | reverse
    linked = {target for _, target in both}
    chosen = both | {(source, target) for source, target in reverse if target not in linked}
    inside = sorted((target, source) for source, target in chosen if max(source, target) < 256)
    return np.array(inside, np.uint8).reshape(-1, 2)
