"""Prints how loading, building and finding grow with the glossary: ``python tests/bench/glossary.py [CONCEPTS]``.

Concepts are made of syllables; a tenth are people, so that surnames are looked for too. Figures are CPU
seconds, the best of three, taken in one run on one machine; the last column is time per concept (or per character)
against the row above.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from l10n.glossary import Glossary, load
from l10n.languages import language

SYLLABLES = "ba ka ri mo va lu sen to ger han ny ol de ste mar ti".split()  # noqa: SIM905
CYRILLIC = "ба ка ри мо ва лу сен то гер хан ны ол де сте мар ти".split()  # noqa: SIM905


def rows(count: int, dice: random.Random) -> list[str]:
    made = ["term,kind,gender,ru,az,ru.forbidden,case,note"]
    for number in range(count):
        picks = [[dice.randrange(16) for _ in range(dice.randint(2, 4))] for _ in range(2)]
        english = " ".join("".join(SYLLABLES[i] for i in pick).capitalize() for pick in picks)
        russian = " ".join("".join(CYRILLIC[i] for i in pick).capitalize() for pick in picks)
        kind, gender = ("person", "m") if number % 10 == 0 else ("term", "")
        made.append(f"{english} {SYLLABLES[number % 16]},{kind},{gender},{russian},{english},,,note {number}")
    return made


def built(glossary: Glossary) -> None:
    Glossary(glossary.concepts).find("x")


def best(act: Callable[[], object], times: int = 3) -> float:
    taken = []
    for _ in range(times):
        start = time.process_time()
        act()
        taken.append(time.process_time() - start)
    return min(taken)


def main() -> None:
    top = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    dice = random.Random(3)
    table = rows(top, dice)
    language("ru"), language("az")
    print(f"{'concepts':>9} {'load s':>8} {'build s':>8} {'x per concept':>14}")
    last = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for count in sorted({1_000, 10_000, top}):
            path = Path(folder) / f"{count}.csv"
            path.write_text("\n".join(table[: count + 1]), encoding="utf-8")
            loading = best(partial(load, [path]))
            glossary = load([path])
            building = best(partial(built, glossary))
            each = (loading + building) / count
            print(f"{count:>9} {loading:>8.3f} {building:>8.3f} {each / last if last else 1:>14.2f}")
            last = each
    names = [line.split(",")[0] for line in table[1:]]
    print(f"{'characters':>10} {'find s':>8} {'matches':>8} {'x per character':>16}")
    last = 0.0
    for size in (10_000, 100_000, 1_000_000):
        words: list[str] = []
        while sum(map(len, words)) + len(words) < size:
            words.append(dice.choice(names) + " told the meeting about the plan and other things.")
        text = " ".join(words)
        finding = best(partial(glossary.find, text))
        each = finding / len(text)
        print(f"{len(text):>10} {finding:>8.3f} {len(glossary.find(text)):>8} {each / last if last else 1:>16.2f}")
        last = each


if __name__ == "__main__":
    main()
