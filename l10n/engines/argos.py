"""Argos packages on CTranslate2, driven directly: all texts of a call in one go. Only here ctranslate2 is imported."""

from __future__ import annotations

import filecmp
import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from l10n.engines import Progress, TermMarks
from l10n.engines.alignment import Span, composed, piece_spans, word_links
from l10n.engines.batches import balanced
from l10n.engines.marks import marked
from l10n.engines.plain import plain
from l10n.engines.steps import BEAM, Output, Search, step
from l10n.errors import EngineError
from l10n.model import Hypothesis, Link, Translation
from l10n.packages import Installed, locate

WINDOW = 100
"""Longest source in pieces translated as one where the package does not say: what the shipped ones were trained on."""

BATCH_TOKENS = 2048
"""Source pieces with padding per batch: larger ones pad more than they save."""

LONGEST_GROWTH, LENGTH_SLACK = 2, 24
"""Longest target allowed for a source, in pieces; one that reaches the limit is tried again and, at worst, doubted."""


class ArgosEngine:
    """Deterministic; loads a package when it is first needed and keeps it."""

    name = "argos"

    def __init__(self, pins: Sequence[str] = ()) -> None:
        self._pins = tuple(pins)

    def signature(self, source: str, target: str) -> str:
        """``argos en_ru=0.1 beam=4``; through English ``argos az_en=1.5+en_ru=0.1 beam=4``."""
        route = locate(source, target, pins=self._pins)
        return f"{self.name} {'+'.join(package.signature for package in route)} beam={BEAM}"

    def term_marks(self, source: str, target: str) -> TermMarks | None:
        """What the package of the pair declares. None through English: a term would have to survive the first step."""
        route = locate(source, target, pins=self._pins)
        return route[0].term_marks if len(route) == 1 else None

    def translate(
        self,
        texts: Sequence[str],
        source: str,
        target: str,
        *,
        alternatives: int = 1,
        progress: Progress | None = None,
    ) -> list[Translation]:
        """One translation per text, in order. Raises PackageError where no package translates the pair, EngineError
        where the model does not run."""
        route = locate(source, target, pins=self._pins)
        distinct = tuple(dict.fromkeys(texts))
        if len(route) == 1:
            results = step(_decoder(route[0]), distinct, alternatives=alternatives, progress=progress)
        else:
            first = step(_decoder(route[0]), distinct)
            middle = [result.best.text for result in first]
            second = step(_decoder(route[1]), middle, alternatives=alternatives, progress=progress)
            results = [_through(a, b) for a, b in zip(first, second, strict=True)]
        if progress and len(texts) > len(distinct):
            progress(len(texts) - len(distinct))
        by_text = dict(zip(distinct, results, strict=True))
        return [by_text[text] for text in texts]

    def score(self, pairs: Sequence[tuple[str, str]], source: str, target: str) -> list[float]:
        """Mean log probability per target token. Through English only the second step can be scored, on the best
        translation of the first."""
        route = locate(source, target, pins=self._pins)
        sources = [pair[0] for pair in pairs]
        if len(route) == 2:
            sources = [result.best.text for result in step(_decoder(route[0]), sources)]
        return _decoder(route[-1]).score(sources, [pair[1] for pair in pairs])


def create(pins: Sequence[str] = ()) -> ArgosEngine:
    """The engine; pins are packages that go before all others (see ``packages.locate``)."""
    return ArgosEngine(pins)


def check(package: Installed) -> None:
    """Translates a sentence with a package about to be installed; raises EngineError where it does not run, or declares
    marks that its vocabulary does not have."""
    decoder = PackageDecoder(package, _load(package.model))
    (output, *_), *_ = decoder.run(["Baku is a city."], Search())
    if not output.text:
        raise EngineError("it translates a sentence to nothing", path=package.path)
    if not decoder.knows_marks():
        raise EngineError(f"its vocabulary has no {' and no '.join(package.term_marks or ())}", path=package.path)


def _through(first: Translation, second: Translation) -> Translation:
    """Two steps as one: log probabilities add up, links meet in the words of the middle text."""
    hypotheses = tuple(
        Hypothesis(h.text, h.score + first.best.score, composed(first.best.links, h.links)) for h in second.hypotheses
    )
    return Translation(first.source, hypotheses, tuple(dict.fromkeys((*first.doubts, *second.doubts))))


class PackageDecoder:
    """A loaded package: its tokenizer and its model."""

    def __init__(self, package: Installed, translator: Any) -> None:
        self.locale = package.target
        self.window = package.window or WINDOW
        self.marks = package.term_marks
        self._prefix = [package.prefix] if package.prefix else []
        self._model = package.model
        self._translator = translator
        self._tokenizer = package.tokenizer()

    def length(self, text: str) -> int:
        return len(self._tokenizer.encode(text))

    def knows_marks(self) -> bool:
        """The marks, if any, are pieces of their own wherever they stand, and the model's vocabulary has them."""
        pieces = self._tokenizer.encode("{0}Baku{1}'s {0}city{1}".format(*self.marks)) if self.marks else []
        known = (self._model / "shared_vocabulary.json").read_text(encoding="utf-8") if self.marks else ""
        return all(pieces.count(mark) == 2 and mark in json.loads(known) for mark in self.marks or ())

    def rarity(self, word: str) -> tuple[int, ...]:
        """Number of pieces, then their numbers: SentencePiece numbers frequent pieces low."""
        pieces = self._tokenizer.encode(word)
        processor = getattr(self._tokenizer, "processor", None)
        return (len(pieces), *(processor.piece_to_id(pieces) if processor else ()))

    def run(
        self, texts: Sequence[str], search: Search, *, finished: Callable[[Sequence[int]], None] | None = None
    ) -> list[tuple[Output, ...]]:
        """Batches are decoded side by side by the translator's workers, longest first."""
        tokens = [self._tokenizer.encode(text) for text in texts]
        batches = balanced([len(t) for t in tokens], tokens=BATCH_TOKENS, workers=self._translator.num_translators)
        with _plain_errors(self._model):
            pending = [(batch, *self._submit([tokens[i] for i in batch], search)) for batch in batches]
            outputs: dict[int, tuple[Output, ...]] = {}
            for batch, limit, results in pending:
                for index, result in zip(batch, results, strict=True):
                    outputs[index] = self._outputs(texts[index], tokens[index], result.result(), limit)
                if finished:
                    finished(batch)
        return [outputs[index] for index in range(len(texts))]

    def score(self, sources: Sequence[str], targets: Sequence[str]) -> list[float]:
        """Mean log probability per target token, the end mark counted and the language token not; 0.0 for no text."""
        encode = self._tokenizer.encode
        scores = [0.0] * len(sources)
        pairs = [
            (i, encode(plain(s, marked(s, self.marks))), encode(t))
            for i, (s, t) in enumerate(zip(sources, targets, strict=True))
        ]
        pairs = [(i, s, [*self._prefix, *t]) for i, s, t in pairs if s and t]
        batches = balanced([len(s) + len(t) for _, s, t in pairs], tokens=2 * BATCH_TOKENS)
        with _plain_errors(self._model):
            for batch in batches:
                results = self._translator.score_batch(
                    [pairs[i][1] for i in batch],
                    [pairs[i][2] for i in batch],
                    max_input_length=0,
                    offset=len(self._prefix),
                )
                for i, result in zip(batch, results, strict=True):
                    scores[pairs[i][0]] = min(0.0, sum(result.log_probs) / max(1, len(result.log_probs)))
        return scores

    def _submit(self, batch: list[list[str]], search: Search) -> tuple[int, list[Any]]:
        """Hands a batch to the workers; returns its length limit and the results to come."""
        longest, shortest = (measure(len(tokens) for tokens in batch) for measure in (max, min))
        limit = LONGEST_GROWTH * longest + LENGTH_SLACK
        results = self._translator.translate_batch(
            batch,
            target_prefix=[self._prefix] * len(batch) if self._prefix else None,
            asynchronous=True,
            beam_size=search.beam,
            num_hypotheses=min(search.alternatives, search.beam),
            no_repeat_ngram_size=search.no_repeat,
            repetition_penalty=search.repetition_penalty,
            min_decoding_length=max(1, int(search.minimum * shortest)),
            max_decoding_length=limit,
            max_input_length=0,
            return_scores=True,
            return_attention=True,
            replace_unknowns=True,
        )
        return limit, results

    def _outputs(self, text: str, tokens: list[str], result: Any, limit: int) -> tuple[Output, ...]:
        attentions = result.attention or [[]] * len(result.hypotheses)
        spans = piece_spans(text, tokens)
        return tuple(
            self._output(text, spans, pieces, score=score, attention=attention, limit=limit)
            for pieces, score, attention in zip(result.hypotheses, result.scores, attentions, strict=True)
        )

    def _output(
        self,
        text: str,
        source_spans: tuple[Span, ...] | None,
        pieces: list[str],
        *,
        score: float,
        attention: list[list[float]],
        limit: int,
    ) -> Output:
        skip = len(self._prefix) if pieces[: len(self._prefix)] == self._prefix else 0
        own = pieces[skip:]
        target = self._detokenized(own)
        links: tuple[Link, ...] = ()
        target_spans = piece_spans(target, own)
        if len(attention) == len(pieces) and source_spans and target_spans:
            rows = attention[skip:]
            links = word_links(text, target, rows, source_spans=source_spans, target_spans=target_spans)
        # CTranslate2 divides the sum by the length with language token and end mark (checked against score_batch).
        return Output(target, score * (len(pieces) + 1), len(own) + 1, links, limited=len(pieces) >= limit)

    def _detokenized(self, pieces: list[str]) -> str:
        """The tokenizer's own text, but with underscores: Argos turns every ``_`` into a blank."""
        processor = getattr(self._tokenizer, "processor", None)
        if processor is None:
            return str(self._tokenizer.decode(pieces)).strip()
        return str(processor.decode_pieces(pieces)).replace("▁", " ").strip()


@cache
def _decoder(package: Installed) -> PackageDecoder:
    return PackageDecoder(package, _translator(package.model))


_LOADED: dict[Path, Any] = {}


def _translator(model: Path) -> Any:
    """The model of a folder; one whose files are byte for byte those of a loaded model is not loaded again."""
    twin = next((folder for folder in _LOADED if _same_files(folder, model)), model)
    if twin not in _LOADED:
        _LOADED[twin] = _load(model)
    return _LOADED[twin]


def _load(model: Path) -> Any:
    import ctranslate2

    best = "int8" if "int8" in ctranslate2.get_supported_compute_types("cpu") else "default"
    with _plain_errors(model):
        return ctranslate2.Translator(str(model), device="cpu", compute_type=best, max_queued_batches=-1, **_threads())


def _threads() -> dict[str, int]:
    """One worker per core, each with one thread."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return {"inter_threads": cores, "intra_threads": 1}


def _same_files(one: Path, other: Path) -> bool:
    names = sorted(file.name for file in one.iterdir())
    if names != sorted(file.name for file in other.iterdir()):
        return False
    return all(filecmp.cmp(one / name, other / name, shallow=False) for name in names)


@contextmanager
def _plain_errors(model: Path) -> Iterator[None]:
    """What CTranslate2 throws, as one line."""
    try:
        yield
    except (RuntimeError, ValueError) as error:
        raise EngineError(f"the translation model does not run: {error}", path=model) from None
