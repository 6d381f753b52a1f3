"""Term marks: English in which a name or term stands as its target's citation form, `⟦ Анар Керимов⟧ said`.

A model trained on such text puts a given term in its translation, in the form that the sentence asks for: target-lemma
annotation (Bergmanis & Pinnis 2021), with the lemma in the place of the English words (Dinu et al. 2019).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from starter.align import Links, words
from starter.corpus import Pair, Term

OPEN, CLOSE = "⟦", "⟧"
"""Pieces of their own in the vocabulary; neither the corpus nor `nmt_nfkc` has them. A blank follows the first, so that
the citation form is cut into the pieces that it has in the translation (`▁Ба ку`, not `Б а ку`)."""


def marked(pair: Pair, links: Links, chosen: Sequence[Term]) -> tuple[Pair, Links]:
    """The pair with the chosen terms (from left to right) marked in its source, and the links of its words: each
    word of the term to its citation form, everything else as before."""
    source, position = "", 0
    for term in chosen:
        source += f"{pair.source[position : term.source[0]]}{OPEN} {term.lemma}{CLOSE}"
        position = term.source[1]
    moved, firsts = _moved(pair.source, chosen)
    target = words(pair.target)
    table: list[tuple[int, int]] = []
    covered: set[int] = set()
    for term, first in zip(chosen, firsts, strict=True):
        inside = [index for index, (start, _) in enumerate(target) if term.target[0] <= start < term.target[1]]
        covered.update(inside)
        table += _word_by_word(inside, range(first, first + len(words(term.lemma))))
    table += [(t, moved[s]) for t, s in links.tolist() if t not in covered and s in moved]
    kept = sorted(link for link in table if max(link) < 256)
    return replace(pair, source=source + pair.source[position:], terms=()), np.array(kept, np.uint8).reshape(-1, 2)


def _moved(source: str, chosen: Sequence[Term]) -> tuple[dict[int, int], list[int]]:
    """Where each word outside the terms has gone, and where the citation form of each term begins, in words."""
    moved: dict[int, int] = {}
    firsts: list[int] = []
    count = 0
    waiting = list(chosen)
    for index, (start, _) in enumerate(words(source)):
        while waiting and start >= waiting[0].source[0]:
            firsts.append(count + 1)
            count += len(words(waiting.pop(0).lemma)) + 2
        if not any(term.source[0] <= start < term.source[1] for term in chosen):
            moved[index] = count
            count += 1
    return moved, firsts


def _word_by_word(target: Sequence[int], lemma: Sequence[int]) -> Iterable[tuple[int, int]]:
    if len(target) == len(lemma):
        return zip(target, lemma, strict=True)
    return [(mine, theirs) for mine in target for theirs in lemma]
