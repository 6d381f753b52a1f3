"""One pass of texts through one package: plain signs, sentence case, windows, decoding, doubts, retries, all joined."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from l10n.engines import Progress, TermMarks
from l10n.engines.alignment import shifted
from l10n.engines.casing import is_shouted, sentence_case
from l10n.engines.doubts import Draft, doubts
from l10n.engines.marks import marked
from l10n.engines.plain import plain
from l10n.engines.windows import windows
from l10n.model import Hypothesis, Link, Translation

BEAM = 4


@dataclass(frozen=True, slots=True)
class Search:
    """How the decoder looks for the best target."""

    beam: int = BEAM
    alternatives: int = 1
    no_repeat: int = 0
    """No sequence of that many pieces occurs twice; 0 switches it off."""
    repetition_penalty: float = 1.0
    minimum: float = 0.0
    """Least length of the target as a share of the source's, in pieces."""


RETRIES = (
    Search(no_repeat=3, repetition_penalty=1.1),
    Search(beam=8, no_repeat=4, minimum=0.5),
    Search(beam=1, no_repeat=2, repetition_penalty=1.3, minimum=0.4),
)
"""What is tried in turn on a text whose translation raises doubts; the first with the fewest is kept."""


@dataclass(frozen=True, slots=True)
class Output:
    """What the decoder proposes for one text."""

    text: str
    log_probability: float
    """Summed over ``tokens``."""
    tokens: int
    """Target pieces and the end mark, without the language token."""
    links: tuple[Link, ...] = ()
    limited: bool = False
    """Decoding was stopped by the length limit before the end mark."""


class Decoder(Protocol):
    """A loaded package."""

    locale: str
    window: int
    marks: TermMarks | None

    def length(self, text: str) -> int:
        """Of a text, in source pieces."""
        ...

    def rarity(self, word: str) -> tuple[int, ...]: ...

    def run(
        self, texts: Sequence[str], search: Search, *, finished: Callable[[Sequence[int]], None] | None = None
    ) -> list[tuple[Output, ...]]:
        """Per text the outputs, best first; ``finished`` hears the indices of each batch."""
        ...


@dataclass(frozen=True, slots=True)
class Job:
    """A window of a text, as it is given to the model."""

    text: int
    start: int
    source: str


def step(
    decoder: Decoder, texts: Sequence[str], *, alternatives: int = 1, progress: Progress | None = None
) -> list[Translation]:
    """One translation per text, in order."""
    jobs = [job for index, text in enumerate(texts) for job in _jobs(index, text, decoder)]
    search = Search(beam=max(BEAM, alternatives), alternatives=alternatives)
    left = [0] * len(texts)
    for job in jobs:
        left[job.text] += 1

    def finished(indices: Sequence[int]) -> None:
        done = 0
        for index in indices:
            left[jobs[index].text] -= 1
            done += left[jobs[index].text] == 0
        if progress and done:
            progress(done)

    if progress and left.count(0):
        progress(left.count(0))
    outputs = _retried(decoder, jobs, decoder.run([job.source for job in jobs], search, finished=finished))
    parts: list[list[tuple[Job, tuple[Output, ...]]]] = [[] for _ in texts]
    for job, output in zip(jobs, outputs, strict=True):
        parts[job.text].append((job, output))
    return [_joined(text, own, decoder) for text, own in zip(texts, parts, strict=True)]


def _jobs(index: int, text: str, decoder: Decoder) -> list[Job]:
    """A text without a letter is not given to a model: there is nothing to translate, and much to invent."""
    if not any(char.isalpha() for char in text):
        return []
    given = marked(text, decoder.marks)
    spoken = plain(text, given)
    if is_shouted(spoken, given):
        spoken = sentence_case(spoken, decoder.rarity, given)
    slices = windows(spoken, decoder.length, decoder.window, whole=given)
    return [Job(index, start, spoken[start:end]) for start, end in slices]


def _retried(decoder: Decoder, jobs: Sequence[Job], outputs: Sequence[tuple[Output, ...]]) -> list[tuple[Output, ...]]:
    """Doubtful outputs are decoded again with other settings; a retry is kept where it raises fewer doubts."""
    kept = list(outputs)
    for search in RETRIES:
        doubtful = [i for i, job in enumerate(jobs) if _doubts(job, kept[i][0], decoder)]
        if not doubtful:
            break
        again = decoder.run([jobs[i].source for i in doubtful], search)
        for i, retry in zip(doubtful, again, strict=True):
            before, after = (len(_doubts(jobs[i], outputs[0], decoder)) for outputs in (kept[i], retry))
            if after < before:
                kept[i] = (*retry, *kept[i][1:])
    return kept


def _doubts(job: Job, output: Output, decoder: Decoder) -> tuple[str, ...]:
    given = tuple(job.source[start:end] for start, end in marked(job.source, decoder.marks))
    return doubts(Draft(job.source, output.text, decoder.locale, given, limited=output.limited))


def _joined(text: str, parts: Sequence[tuple[Job, tuple[Output, ...]]], decoder: Decoder) -> Translation:
    """The windows of a text in one; the n-th alternative is made of the n-th alternatives of the windows."""
    if not parts:
        return Translation(text, (Hypothesis(text, 0.0),))
    count = max(len(outputs) for _, outputs in parts)
    hypotheses = []
    for rank in range(count):
        chosen = [(job, outputs[min(rank, len(outputs) - 1)]) for job, outputs in parts]
        hypotheses.append(_hypothesis(chosen))
    found = tuple(dict.fromkeys(reason for job, outputs in parts for reason in _doubts(job, outputs[0], decoder)))
    return Translation(
        text, tuple({hypothesis.text: hypothesis for hypothesis in reversed(hypotheses)}.values())[::-1], found
    )


def _hypothesis(chosen: Sequence[tuple[Job, Output]]) -> Hypothesis:
    text = ""
    links: list[Link] = []
    for job, output in chosen:
        text += " " if text and output.text else ""
        links += shifted(output.links, job.start, len(text))
        text += output.text
    tokens = sum(output.tokens for _, output in chosen)
    total = sum(output.log_probability for _, output in chosen)
    return Hypothesis(text, min(0.0, total / max(1, tokens)), tuple(links))
