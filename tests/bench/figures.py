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

from l10n import figures
from l10n.engines import engine
from l10n.figures.english import Kind, find
from l10n.locate import Working

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
    wanted = [pair for pair in found if any(f.kind is not Kind.CODE for f in find(pair[0]))]
    random.Random(5).shuffle(wanted)
    return wanted[:limit]


def false_alarms(locale: str, sample: list[Pair], show: bool) -> None:
    wrong = [(s, t, lost) for s, t in sample if (lost := figures.missing(s, t, locale))]
    print(f"{locale}  references said to lack a figure: {len(wrong)} of {len(sample)} ({len(wrong) / len(sample):.1%})")
    for source, target, lost in wrong if show else ():
        print(f"    {', '.join(lost)}\n      {source}\n      {target}")


def damaged(locale: str, sample: list[Pair], show: bool) -> None:
    """One number of the reference gets another digit; no alignment helps."""
    tried = restored = doubted = wrong = 0
    for source, target in sample:
        numbers = [m for m in re.finditer(r"(?<![\w.,:])\d{2,}(?![\w.,:])", target) if m[0] in source]
        if not numbers or figures.missing(source, target, locale):
            continue
        number = numbers[0]
        draft = target[: number.start()] + _other(number[0]) + target[number.end() :]
        if not figures.missing(source, draft, locale):
            continue
        tried += 1
        repaired, doubts = figures.repair(source, Working(draft), locale)
        if not figures.missing(source, repaired.text, locale):
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
    made = engine("argos").translate([source for source, _ in sample], "en", locale)
    before = after = silent = 0
    for (source, _), translation in zip(sample, made, strict=True):
        working = Working(translation.best.text, translation.best.links)
        repaired, doubts = figures.repair(source, working, locale)
        lost = figures.missing(source, repaired.text, locale)
        before += not figures.missing(source, working.text, locale)
        after += not lost
        silent += bool(lost) and not doubts
        if show and (lost or repaired.text != working.text):
            print(f"    {source}\n      {working.text}\n      {repaired.text}\n      {doubts}")
    print(
        f"{locale}  drafts with all figures right: before {before / len(sample):.1%}, after {after / len(sample):.1%}; "
        f"wrong without a doubt: {silent}"
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
