"""Figures and sample sentences of an evaluation, as Markdown for people and JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

from sacrebleu.metrics.chrf import CHRF

from starter.evaluate import Score

SAMPLES = 5
"""best and worst sentences each, of the lines no model has seen"""


def write(scores: Sequence[Score], folder: Path) -> None:
    """`report.md` and `report.json` in `folder`."""
    (folder / "report.json").write_text(json.dumps([asdict(score) for score in scores], ensure_ascii=False, indent=1))
    (folder / "report.md").write_text(markdown(scores), encoding="utf-8")


def markdown(scores: Sequence[Score]) -> str:
    """A table of all scores, the signatures, and samples of the last package of each language."""
    lines = ["| set | lines | package | chrF | BLEU | lines/s |", "|---|---|---|---|---|---|"]
    for score in sorted(scores, key=lambda each: (each.on.locale, each.on.name)):
        count = len(score.outputs)
        lines.append(
            f"| {score.on.name} en-{score.on.locale} | {count} | {score.package} | {score.chrf:.1f} "
            f"| {score.bleu:.1f} | {count / score.seconds:.0f} |"
        )
    lines += ["", *sorted({f"- `{signature}`" for score in scores for signature in score.signatures})]
    last = {score.on.locale: score for score in scores if score.on.name == "fresh"}
    for locale, score in last.items():
        lines += ["", f"## Samples en-{locale}", "", *samples(score)]
    return "\n".join(lines) + "\n"


def samples(score: Score) -> Iterable[str]:
    """The best and the worst translations by sentence chrF."""
    chrf = CHRF()
    rows = [
        (chrf.sentence_score(output, [reference]).score, source, reference, output)
        for source, reference, output in zip(score.on.sources, score.on.references, score.outputs, strict=True)
    ]
    rows.sort(reverse=True)
    for value, source, reference, output in (*rows[:SAMPLES], *rows[-SAMPLES:]):
        yield f"- chrF {value:.0f}: {source}\n  - reference: {reference}\n  - output: {output}"
