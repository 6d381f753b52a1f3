"""chrF and BLEU of packages on news with references and on the held-back authored lines.

Both metrics come from sacrebleu, with its signature. The reference sets are read, never trained on.
"""

from __future__ import annotations

import re
import tempfile
import time
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ctranslate2 import Translator
from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF
from sentencepiece import SentencePieceProcessor

from l10n.engines.plain import plain
from starter.corpus import LOCALES, Triple

BEAM = 4


@dataclass(frozen=True, slots=True)
class ReferenceSet:
    """English lines and their references in one locale."""

    name: str
    locale: str
    sources: tuple[str, ...]
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """What a package reached on a test set; `seconds` for all its lines on `threads` threads."""

    package: str
    on: ReferenceSet
    chrf: float
    bleu: float
    seconds: float
    signatures: tuple[str, str]
    outputs: tuple[str, ...]


class Package:
    """An unpacked `.argosmodel`, used as the tool uses it: plain signs, its pieces, its target tag, CTranslate2."""

    def __init__(self, path: Path, *, threads: int = 2) -> None:
        self.name = path.stem
        self._folder = tempfile.TemporaryDirectory()
        with zipfile.ZipFile(path) as archive:
            archive.extractall(self._folder.name)
        (top,) = Path(self._folder.name).iterdir()
        self.locale = path.stem.split("en_")[1][:2]
        self.pieces = SentencePieceProcessor(model_file=str(top / "sentencepiece.model"))
        self.model = Translator(str(top / "model"), compute_type="int8", inter_threads=1, intra_threads=threads)

    def __enter__(self) -> Package:
        return self

    def __exit__(self, *_: object) -> None:
        self._folder.cleanup()

    def translate(self, sources: Sequence[str]) -> list[str]:
        """One target line a source line."""
        tag = f">>{self.locale}<<"
        results = self.model.translate_batch(
            self.pieces.encode([plain(source) for source in sources], out_type=str),
            target_prefix=[[tag]] * len(sources),
            beam_size=BEAM,
            max_batch_size=1024,
            batch_type="tokens",
        )
        return [self.pieces.decode([piece for piece in result.hypotheses[0] if piece != tag]) for result in results]


def reference_sets(eval_folder: Path, held: Iterable[Triple], fresh: Iterable[Triple] = ()) -> list[ReferenceSet]:
    """NTREX and X-WMT from `eval_folder`, the held-back authored lines, and lines no model has seen."""
    held, fresh = list(held), list(fresh)
    sets = []
    for locale in LOCALES:
        column = 2 if locale == "ru" else 3
        sets.append(_read(eval_folder / "ntrex-dev.tsv", "ntrex-dev", locale, columns=(1, column)))
        sets.append(_read(eval_folder / f"x-wmt-test.en-{locale}.tsv", "x-wmt", locale, columns=(0, 1)))
        for name, triples in (("held-back", held), ("fresh", fresh)):
            sources, references = [t.source for t in triples], [t.target(locale) for t in triples]
            sets.append(ReferenceSet(name, locale, tuple(sources), tuple(references)))
    return [test for test in sets if test.sources]


def _read(path: Path, name: str, locale: str, *, columns: tuple[int, int]) -> ReferenceSet:
    if not path.exists():
        return ReferenceSet(name, locale, (), ())
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    sources, references = (tuple(row[column] for row in rows) for column in columns)
    if name == "x-wmt":
        sources, references = (tuple(map(detokenized, side)) for side in (sources, references))
    return ReferenceSet(name, locale, sources, references)


def detokenized(text: str) -> str:
    """X-WMT is tokenised; articles are not. Joins punctuation to its word on both sides."""
    text = re.sub(r" ([,.;:!?%)\]»”])", r"\1", text)
    text = re.sub(r"([(\[«“$£€#]) ", r"\1", text)
    text = re.sub(r" ('s|'t|n't|'re|'ve|'ll|'d|'m)\b", r"\1", text)
    return re.sub(r'" ([^"]*?) ?"', r'"\1"', text)


def subset(test: ReferenceSet, lines: int) -> ReferenceSet:
    """About `lines` lines, evenly spread."""
    step = max(1, len(test.sources) // lines)
    return ReferenceSet(test.name, test.locale, test.sources[::step][:lines], test.references[::step][:lines])


def score(package: Package, test: ReferenceSet) -> Score:
    """Translate `test` and compare."""
    start = time.perf_counter()
    outputs = package.translate(test.sources)
    seconds = time.perf_counter() - start
    chrf, bleu = CHRF(), BLEU()
    references = [list(test.references)]
    values = chrf.corpus_score(outputs, references).score, bleu.corpus_score(outputs, references).score
    signatures = str(chrf.get_signature()), str(bleu.get_signature())
    return Score(package.name, test, *values, seconds, signatures, tuple(outputs))
