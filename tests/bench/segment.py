"""Boundary F1 of the segmenter beside sentencex and syntok, on sentences whose boundaries are known.

    python tests/bench/segment.py [SENTENCES...]

SENTENCES are text files with one sentence a paragraph, or .tsv files whose column --column holds one. Three to five
sentences at a time are joined into a paragraph; every system is asked where its sentences begin; the F1 is over the
inner boundaries of paragraphs. With --errors N the first N of ours are printed.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Iterable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from l10n.segment import sentences


def main() -> None:
    """Prints one line per set and system."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--column", type=int, default=0)
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    lines = [s for path in options.files or default_files() for s in read(path, options.column)]
    sets = {"as given": paragraphs(lines), "quoted": paragraphs(quoted(lines))}
    for name, texts in sets.items():
        for system, starts in systems().items():
            print(f"{name:>9}  {system:<10} {report([(gold, starts(text)) for text, gold in texts])}")
    for text, gold in sets["as given"][:]:
        if options.errors > 0:
            options.errors -= show(text, gold, ours(text))


def default_files() -> list[Path]:
    """The shared acceptance articles, where they are there."""
    return sorted((Path(__file__).parents[3] / "shared" / "articles").glob("ntrex-*.txt"))


def read(path: Path, column: int) -> list[str]:
    """The sentences of a file."""
    rows = path.read_text(encoding="utf-8").splitlines()
    if path.suffix == ".tsv":
        rows = [row.split("\t")[column] for row in rows if row.count("\t") >= column]
    return [row.strip() for row in rows if row.strip()]


def paragraphs(lines: Iterable[str]) -> list[tuple[str, set[int]]]:
    """Texts of three to five sentences with the offsets where sentences begin; headlines are left out."""
    draw = random.Random(7)
    texts: list[tuple[str, set[int]]] = []
    pending = [line for line in lines if line.rstrip("\"'”’)").endswith((".", "!", "?"))]
    while pending:
        size = draw.choice((3, 4, 5))
        taken, pending = pending[:size], pending[size:]
        text, starts = "", set()
        for line in taken:
            text += " " if text else ""
            starts.add(len(text))
            text += line
        texts.append((text, starts - {0}))
    return texts


def quoted(lines: Iterable[str]) -> list[str]:
    """Every third pair of plain sentences as one quotation with its attribution; both stay sentences of their own."""
    plain = list(lines)
    for at in range(0, len(plain) - 1, 3):
        first, second = plain[at], plain[at + 1]
        if not set("\"“”'‘’()") & set(first + second) and first.endswith(".") and second.endswith("."):
            plain[at], plain[at + 1] = f'"{first}', f'{second[:-1]}," he said.'
    return plain


def systems() -> dict[str, Callable[[str], set[int]]]:
    """Name -> where sentences begin."""
    found = {"l10n": ours, "sentencex": by_sentencex, "syntok": by_syntok}
    return {name: starts for name, starts in found.items() if name == "l10n" or find_spec(name) is not None}


def ours(text: str) -> set[int]:
    """Where our sentences begin."""
    starts, at = set(), 0
    for sentence in sentences(text):
        at = text.index(sentence, at)
        starts.add(at)
        at += len(sentence)
    return starts - {0}


def by_sentencex(text: str) -> set[int]:
    """Where sentencex begins sentences."""
    sentencex = import_module("sentencex")
    starts, at = set(), 0
    for part in sentencex.segment("en", text):
        at += len(part)
        starts.add(at)
    return starts - {len(text)}


def by_syntok(text: str) -> set[int]:
    """Where syntok begins sentences."""
    segmenter = import_module("syntok.segmenter")
    return {s[0].offset for paragraph in segmenter.process(text) for s in paragraph} - {0}


def report(pairs: Iterable[tuple[set[int], set[int]]]) -> str:
    """Precision, recall and F1 over all boundaries."""
    right = wanted = made = 0
    for gold, found in pairs:
        right, wanted, made = right + len(gold & found), wanted + len(gold), made + len(found)
    precision, recall = right / max(made, 1), right / max(wanted, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"F1 {f1:.4f}  precision {precision:.4f}  recall {recall:.4f}  boundaries {wanted}"


def show(text: str, gold: set[int], found: set[int]) -> int:
    """Prints the boundaries that differ; how many there were."""
    for at in sorted(gold ^ found):
        kind = "missed" if at in gold else "extra "
        print(f"{kind} …{text[max(0, at - 50) : at]}|{text[at : at + 40]}…")
    return len(gold ^ found)


if __name__ == "__main__":
    main()
