"""`python -m starter WORK`: corpus -> vocabulary -> training -> packages -> figures, each resumed where it stopped.

Everything made lies in WORK: `pieces.model`, `links-*.pickle`, `checkpoint.pt`, `packages/*.argosmodel`,
`report.md` and `report.json`.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from sentencepiece import set_random_generator_seed

from starter import dataset, vocabulary, warmstart
from starter.batches import Sampler
from starter.corpus import Triple, read_triples, split
from starter.evaluate import Package, reference_sets
from starter.evaluate import score as score_package
from starter.export import export_checkpoint
from starter.model import Shape, Translator
from starter.report import write
from starter.train import Settings, State, resume, start, train

HERE = Path(__file__).parent
VERSION = "0.2"


@dataclass(frozen=True, slots=True)
class Paths:
    """Where a run keeps its things."""

    work: Path

    @property
    def pieces(self) -> Path:
        """The SentencePiece model."""
        return self.work / "pieces.model"

    @property
    def checkpoint(self) -> Path:
        """The latest checkpoint."""
        return self.work / "checkpoint.pt"

    @property
    def packages(self) -> Path:
        """The folder of finished packages."""
        return self.work / "packages"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run every stage that has something left to do."""
    options = parser().parse_args(arguments)
    paths = Paths(options.work)
    paths.work.mkdir(parents=True, exist_ok=True)
    triples, held = split(read_triples(HERE / "corpus"))
    print(f"{len(triples)} authored triples, {len(held)} held back")
    if not options.only_evaluate:
        fit(options, paths, triples)
        readme = (HERE / "PACKAGE.md").read_text(encoding="utf-8")
        export_checkpoint(paths.checkpoint, paths.pieces, readme, paths.packages, version=VERSION)
    compare(options, paths, held)
    return 0


def fit(options: argparse.Namespace, paths: Paths, triples: list[Triple]) -> None:
    """Train until the end that the options set; an interrupted run goes on from its checkpoint."""
    settings = settings_of(options)
    state = begin(options, paths, triples, settings)
    if settings.steps and state.step >= settings.steps:
        return
    data = dataset.build(triples, options.open if options.open.is_dir() else None, paths.work, seed=settings.seed)
    print(f"{len(data.pairs)} pairs; starting at step {state.step}", flush=True)
    set_random_generator_seed(settings.seed)
    train(state, data, Sampler(vocabulary.load(paths.pieces)), settings, paths.checkpoint)


def begin(options: argparse.Namespace, paths: Paths, triples: list[Triple], settings: Settings) -> State:
    """The state of the checkpoint, of a package's weights, or of a new model."""
    if paths.checkpoint.exists():
        return resume(paths.checkpoint, settings)
    torch.manual_seed(settings.seed)
    if options.init_from:
        arrays, pieces = warmstart.read_package(options.init_from)
        paths.pieces.write_bytes(pieces)
        shape = warmstart.shape_of(arrays)
        deeper = replace(shape, encoder_layers=max(shape.encoder_layers, options.encoder_layers))
        model = Translator(deeper, settings.dropout)
        warmstart.load(model, arrays)
        return start(model, settings)
    if not paths.pieces.exists():
        vocabulary.learn(triples, paths.pieces)
    shape = Shape(vocabulary.load(paths.pieces).get_piece_size(), encoder_layers=options.encoder_layers)
    return start(Translator(shape, settings.dropout), settings)


def compare(options: argparse.Namespace, paths: Paths, held: list[Triple]) -> None:
    """Score our packages, and those of `--against`, on every test set of their language; write the report."""
    fresh = read_triples(HERE / "heldout")
    tests = reference_sets(options.eval, held, fresh)
    scores = []
    for folder in (*options.against, paths.packages):
        for path in sorted(folder.glob("*.argosmodel")):
            package = Package(path)
            scores += [score_package(package, test) for test in tests if test.locale == package.locale]
    write(scores, paths.work)
    print((paths.work / "report.md").read_text(encoding="utf-8"))


def settings_of(options: argparse.Namespace) -> Settings:
    """The training settings that the options ask for."""
    return Settings(
        steps=options.steps,
        until=time.time() + 60 * options.minutes,
        learning_rate=options.learning_rate,
        tokens_per_batch=options.tokens,
        replicas=1 if options.device == "cuda" else options.replicas,
        dropout=options.dropout,
        muon=options.optimiser == "muon",
        seed=options.seed,
        device=options.device,
    )


def parser() -> argparse.ArgumentParser:
    """The options of the command."""
    made = argparse.ArgumentParser(prog="python -m starter", description=__doc__)
    made.add_argument("work", type=Path, help="folder for everything that is made")
    made.add_argument("--open", type=Path, default=Path("../shared/corpus/open"), help="openly licensed pairs")
    made.add_argument("--eval", type=Path, default=Path("../shared/eval"), help="reference sets")
    made.add_argument("--against", type=Path, nargs="*", default=[], help="folders of packages to compare with")
    made.add_argument("--init-from", type=Path, help="an .argosmodel whose weights and vocabulary to start from")
    made.add_argument("--only-evaluate", action="store_true", help="score the packages that are there")
    made.add_argument("--minutes", type=float, default=120.0, help="length of the run (default %(default)s)")
    made.add_argument("--steps", type=int, default=0, help="length in steps instead: the same result for a seed")
    made.add_argument("--encoder-layers", type=int, default=3)
    made.add_argument("--learning-rate", type=float, default=5e-4)
    made.add_argument("--tokens", type=int, default=1400, help="pieces a batch, padding included")
    made.add_argument("--replicas", type=int, default=2, help="batches a step, one thread each")
    made.add_argument("--dropout", type=float, default=0.05)
    made.add_argument("--optimiser", choices=("muon", "adamw"), default="muon")
    made.add_argument("--seed", type=int, default=1)
    made.add_argument("--device", choices=("cpu", "cuda"), default="cpu")
    return made


if __name__ == "__main__":
    raise SystemExit(main())
