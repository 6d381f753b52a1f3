"""Figures of machine drafts, before and after repair; and how often the comparison by value cries wolf.

    python tests/bench/figures.py [--limit 300] [--to ru --to az] [--show] [--no-engine]

Reads ../shared/eval. Three measures, each over segments whose source has figures: false alarms on human references;
references in which one number was changed (a good model's mistake), set right again; drafts of the shipped package.
"""

from __future__ import annotations

import argparse
import random
import re
from pathlib import Path

from l10n import figures, glossary, terminology
from l10n.engines import engine
from l10n.figures.english import Kind, find
from l10n.locate import Working
from l10n.model import Syntax

EVAL = Path(__file__).parents[2].parent / "shared" / "eval"
Pair = tuple[str, str]


def pairs(locale: str, limit: int) -> list[Pair]:
    """English and reference of segments with figures, from both sets, shuffled by a fixed seed."""
    found: list[Pair] = []
    for line in (EVAL / "ntrex-dev.tsv").read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        found.append((cells[1], cells[{"ru": 2, "az": 3}[locale]]))
    for line in (EVAL / f"x-wmt-test.en-{locale}.tsv").read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        found.append((cells[0], cells[1]))
    wanted = [pair for pair in found if any(f.kind not in (Kind.CODE, Kind.WEEKDAY) for f in find(pair[0]))]
    random.Random(5).shuffle(wanted)
    return wanted[:limit]


def false_alarms(locale: str, sample: list[Pair], show: bool) -> None:
    wrong = [(s, t, lost) for s, t in sample if (lost := figures.missing(s, t, locale, days=False))]
    print(f"{locale}  references said to lack a figure: {len(wrong)} of {len(sample)} ({len(wrong) / len(sample):.1%})")
    for source, target, lost in wrong if show else ():
        print(f"    {', '.join(lost)}\n      {source}\n      {target}")


def damaged(locale: str, sample: list[Pair], show: bool) -> None:
    """One number of the reference gets another digit; no alignment helps."""
    tried = restored = doubted = wrong = 0
    for source, target in sample:
        numbers = [m for m in re.finditer(r"(?<![\w.,:])\d{2,}(?![\w.,:])", target) if m[0] in source]
        if not numbers or figures.missing(source, target, locale, days=False):
            continue
        number = numbers[0]
        draft = target[: number.start()] + _other(number[0]) + target[number.end() :]
        if not figures.missing(source, draft, locale, days=False):
            continue
        tried += 1
        repaired, doubts = figures.repair(source, Working(draft), locale)
        if not figures.missing(source, repaired.text, locale, days=False):
            restored += 1
            wrong += number[0] not in repaired.text
        elif doubts:
            doubted += 1
        elif show:
            print(f"    {source}\n      {draft}\n      {repaired.text}")
    print(
        f"{locale}  references with a changed number: {tried}; set right {restored} ({restored / tried:.1%}), "
        f"the others doubted {doubted} of {tried - restored}, wrong places {wrong}"
    )


def _other(number: str) -> str:
    """The number with another last digit but one."""
    return number[:-2] + str((int(number[-2]) + 3) % 10 or 7) + number[-1]


def drafts(locale: str, sample: list[Pair], show: bool) -> None:
    sources = [source for source, _ in sample]
    requests = [terminology.Request(source, Syntax.TEXT) for source in sources]
    machine = engine("argos")
    made = machine.translate(sources, "en", locale)
    results = terminology.translate(
        requests, engine=machine, glossary=glossary.Glossary(()), source="en", target=locale
    )
    before = after = silent = 0
    for source, plain, result in zip(sources, made, results, strict=True):
        lost = figures.missing(source, result.text, locale, days=False)
        before += not figures.missing(source, plain.best.text, locale, days=False)
        after += not lost
        silent += bool(lost) and not result.doubts
        if show and lost:
            print(f"    {source}\n      {plain.best.text}\n      {result.text}\n      {result.doubts}")
    print(
        f"{locale}  drafts with all figures right: of the engine {before / len(sample):.1%}, of the tool "
        f"{after / len(sample):.1%}; wrong without a doubt: {silent}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--limit", type=int, default=300)
    parser.add_argument("--to", action="append", choices=["ru", "az"])
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--no-engine", action="store_true")
    options = parser.parse_args()
    if not EVAL.is_dir():
        print("there is no ../shared/eval to measure on")
        return
    for locale in options.to or ["ru", "az"]:
        sample = pairs(locale, options.limit)
        false_alarms(locale, sample, options.show)
        damaged(locale, sample, options.show)
        if not options.no_engine:
            drafts(locale, sample, options.show)


if __name__ == "__main__":
    main()
