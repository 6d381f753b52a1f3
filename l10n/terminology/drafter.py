"""The engine as this package asks it: sentences with their terms in, translations of the clean sentences out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from l10n.engines import Engine, Progress
from l10n.languages import language
from l10n.model import Translation
from l10n.terminology import marks
from l10n.terminology.rewriting import Rewritten
from l10n.terminology.terms import Term

Sentence = tuple[str, Sequence[Term]]
"""A clean text, and the terms in it that the engine may be given; none for a translation by its own lights."""


class Drafter:
    """One engine for one pair of languages."""

    def __init__(self, engine: Engine, source: str, target: str) -> None:
        self._engine, self._locales = engine, (source, target)
        self._marks = engine.term_marks(source, target)
        self._language = language(target)

    @property
    def takes_marks(self) -> bool:
        """The engine can be given terms."""
        return self._marks is not None

    def gives(self, sentence: Sentence) -> bool:
        """The engine would be given a term of the sentence."""
        return bool(self._asked(sentence).places)

    def translate(
        self, sentences: Sequence[Sentence], *, alternatives: int = 1, progress: Progress | None = None
    ) -> list[Translation]:
        """One translation per sentence, in one call of the engine; links are in the clean texts."""
        asked = [self._asked(sentence) for sentence in sentences]
        texts = [each.text for each in asked]
        made = self._engine.translate(texts, *self._locales, alternatives=alternatives, progress=progress)
        return [
            self._taken(text, given, translation)
            for (text, _), given, translation in zip(sentences, asked, made, strict=True)
        ]

    def best(self, questions: Sequence[tuple[Sentence, Sequence[str]]]) -> list[int]:
        """For each sentence with candidate translations the index of the likeliest; all are scored in one call."""
        open_ones = [(self._asked(sentence).text, texts) for sentence, texts in questions if len(texts) > 1]
        pairs = [(asked, self._hidden(text)) for asked, texts in open_ones for text in texts]
        scores = iter(self._engine.score(pairs, *self._locales) if pairs else ())
        rated = ([next(scores) for _ in texts] if len(texts) > 1 else [0.0] for _, texts in questions)
        return [own.index(max(own)) for own in rated]

    def _asked(self, sentence: Sentence) -> Rewritten:
        if self._marks is None:
            return Rewritten(sentence[0])
        return marks.given(*sentence, marks=self._marks, language=self._language)

    def _hidden(self, text: str) -> str:
        """A translation as the engine would have made it: an article's own marks are brackets."""
        return self._asked((text, ())).text

    def _taken(self, clean: str, asked: Rewritten, made: Translation) -> Translation:
        if self._marks is None:
            return made
        own = tuple(
            marks.taken(each, clean, asked, marks=self._marks, language=self._language) for each in made.hypotheses
        )
        return replace(made, source=clean, hypotheses=own)
