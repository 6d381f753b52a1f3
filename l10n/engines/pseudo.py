"""A stand-in that needs no model: every common word is spelled in the target's letters, everything else is kept.

For tests and demonstrations: the result is plainly not a translation, is as long as the source, is always the same, and
names, numbers, addresses and punctuation stay where they were, so that the links between the words are known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from l10n.engines import Progress, TermMarks
from l10n.engines.doubts import CYRILLIC
from l10n.languages import base
from l10n.model import Hypothesis, Link, Translation

LATIN = "abcdefghijklmnopqrstuvwxyz"
LETTERS = {
    "cyrillic": str.maketrans(LATIN + LATIN.upper(), (small := "абцдефгхийклмнопкрстуввхыз") + small.upper()),
    "az": str.maketrans("acegiosuw" + "ACEGIOSUW", "əçeğıöşüv" + "ƏÇEĞIÖŞÜV"),
    "latin": str.maketrans("aceinosuyz" + "ACEINOSUYZ", "áćéíńóśúýź" + "ÁĆÉÍŃÓŚÚÝŹ"),
}
"""One letter for one letter."""

TOKEN = re.compile(r"\S*(?:://|@|_|\d|www\.)\S*|[^\W\d_]+(?:['’-][^\W\d_]+)*|[^\w\s]")
ADDRESS_OR_NUMBER = re.compile(r"://|@|_|\d|www\.")


class PseudoEngine:
    """Always available, for every pair."""

    name = "pseudo"

    def signature(self, source: str, target: str) -> str:
        return f"{self.name} {source}_{target}"

    def term_marks(self, source: str, target: str) -> TermMarks | None:
        """None: it keeps names as they are."""
        return None

    def translate(
        self,
        texts: Sequence[str],
        source: str,
        target: str,
        *,
        alternatives: int = 1,
        progress: Progress | None = None,
    ) -> list[Translation]:
        """One translation per text, in order; further alternatives are the same with a number before it."""
        results = []
        for text in texts:
            best = Hypothesis(_spelled(text, target), 0.0, _links(text))
            others = (Hypothesis(f"[{n}] {best.text}", float(1 - n)) for n in range(2, alternatives + 1))
            results.append(Translation(text, (best, *others)))
            if progress:
                progress(1)
        return results

    def score(self, pairs: Sequence[tuple[str, str]], source: str, target: str) -> list[float]:
        """It has no opinion: 0.0 for every pair."""
        return [0.0] * len(pairs)


def create(pins: Sequence[str] = ()) -> PseudoEngine:
    """The engine; it uses no packages, so there is nothing to pin."""
    return PseudoEngine()


def _spelled(text: str, target: str) -> str:
    code = base(target)
    letters = LETTERS["cyrillic" if code in CYRILLIC else code if code in LETTERS else "latin"]

    def spelled(match: re.Match[str]) -> str:
        word = match.group()
        opens = not any(char.isalnum() for char in text[: match.start()])
        is_name = word[0].isupper() and (not opens or word.isupper())
        return word if is_name or ADDRESS_OR_NUMBER.search(word) else word.translate(letters)

    return TOKEN.sub(spelled, text)


def _links(text: str) -> tuple[Link, ...]:
    return tuple(Link(match.span(), match.span(), 1.0) for match in TOKEN.finditer(text))
