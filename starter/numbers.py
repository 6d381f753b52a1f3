"""Other digits in a pair, on both sides alike, so that a model copies numbers instead of remembering them.

Only digits that decide no ending: the last two of a long number and the last of a short one stay, and with them the
Russian agreement and the Azerbaijani suffix.
"""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np

from starter.corpus import Pair

_NUMBER = re.compile(r"(?<![\w:/-])\d{2,4}(?![\w:/])")
_ARTICLE = re.compile(r"\b[Aa]n? $")
_DAY = re.compile(
    r"\b(January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|"
    r"Sept?\.|Oct\.|Nov\.|Dec\.)"
)
_CENTURIES = ("17", "18", "19", "20")


def renumbered(pair: Pair, chance: np.random.Generator) -> Pair:
    """The pair with other numbers; texts keep their length, so that terms and links stay where they are."""
    source, target = pair.source, pair.target
    for match in _NUMBER.finditer(pair.source):
        old = match.group()
        in_date = len(old) == 2 and _DAY.search(pair.source[max(0, match.start() - 12) : match.end() + 12])
        if in_date or _ARTICLE.search(pair.source[: match.start()]) or not _once(old, source, target):
            continue
        new = _other(old, chance)
        source = re.sub(rf"(?<!\d){old}(?!\d)", new, source)
        target = re.sub(rf"(?<!\d){old}(?!\d)", new, target)
    return replace(pair, source=source, target=target)


def _once(number: str, *sides: str) -> bool:
    return all(len(re.findall(rf"(?<!\d){number}(?!\d)", side)) == 1 for side in sides)


def _other(old: str, chance: np.random.Generator) -> str:
    """A number that ends and agrees as `old` does; `old` itself where that is not sure (a teen, a round number)."""
    if len(old) == 4 and old[:2] in _CENTURIES:
        return str(chance.choice(_CENTURIES)) + old[2:]
    if len(old) > 2:
        return str(chance.integers(10 ** (len(old) - 3), 10 ** (len(old) - 2))) + old[-2:]
    if old[0] in "01" or old[1] == "0":
        return old
    return str(chance.integers(2, 10)) + old[1]
