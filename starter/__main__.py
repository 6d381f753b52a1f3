"""`python -m starter WORK`: corpus -> vocabulary -> training -> packages -> figures, each resumed where it stopped.

Everything made lies in WORK: `pieces.model`, `data.pickle.xz`, `checkpoint.pt`, `packages/*.argosmodel`, `report.md`
and `report.json`.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch

from starter import dataset, vocabulary, warmstart
from starter.batches import Sampler, held_batches
from starter.model import LossWeights, Shape, Translator
from starter.train import Settings, State, resume, start, train

HERE = Path(__file__).parent
VERSION = "0.4"
STAGES = ("prepare", "fit", "package", "compare")
SHIPPED = HERE.parent / "l10n" / "data" / "packages"


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
    def data(self) -> Path:
        """Pairs, links and terms."""
        return self.work / "data.pickle.xz"

    @property
    def packages(self) -> Path:
        """The folder of finished packages."""
        return self.work / "packages"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the stages that the options ask for, all by default."""
    options = parser().parse_args(arguments)
    paths = Paths(options.work)
    paths.work.mkdir(parents=True, exist_ok=True)
    for stage in (prepare, fit, package, compare, ship):
        if stage.__name__ in options.stages:
            stage(options, paths)
    return 0


def prepare(options: argparse.Namespace, paths: Paths) -> None:
    """Corpus -> vocabulary and data set: all that training needs, so that it can run on another machine."""
    from starter import mixture
    from starter.corpus import read_triples, split

    triples, held = split(read_triples(HERE / "corpus"))
    print(f"{len(triples)} authored triples, {len(held)} held back", flush=True)
    if options.init_from:
        paths.pieces.write_bytes(warmstart.read_package(options.init_from)[1])
    elif not paths.pieces.exists():
        vocabulary.learn(triples, paths.pieces)
    opened = options.open if options.open.is_dir() else None
    data = mixture.build(triples, held, opened, seed=options.seed, copies=options.copies)
    dataset.save(data, paths.data)
    marked = sum(bool(pair.terms) for pair in data.pairs)
    print(f"{len(data.pairs)} pairs, {marked} of them with terms", flush=True)


def fit(options: argparse.Namespace, paths: Paths) -> None:
    """Train until the end that the options set; an interrupted run goes on from its checkpoint."""
    settings = settings_of(options)
    torch.set_float32_matmul_precision("high")
    state = begin(options, paths, settings)
    if settings.steps and state.step >= settings.steps:
        return
    shares = {"copies": options.copies_share, "open": options.open_share}
    data, pieces = dataset.reweighted(dataset.load(paths.data), shares), vocabulary.load(paths.pieces)
    held = held_batches(data, pieces, tokens_per_batch=settings.tokens_per_batch)
    sampler = Sampler(
        pieces,
        sampled=options.sampled,
        sampled_target=options.sampled_target,
        with_marks=options.with_marks,
        renumbered=0.5,
        capitals=0.05,
        abbreviated=0.25,
        respelled=0.4,
    )
    print(f"{len(data.pairs)} pairs; {state.model.shape}; starting at step {state.step}", flush=True)
    train(state, data, sampler, settings, paths.work, held)


def begin(options: argparse.Namespace, paths: Paths, settings: Settings) -> State:
    """The state of the checkpoint, of a package's weights, or of a new model."""
    if paths.checkpoint.exists():
        return resume(paths.checkpoint, settings)
    torch.manual_seed(settings.seed)
    if options.init_from:
        arrays, _ = warmstart.read_package(options.init_from)
        shape = warmstart.shape_of(arrays)
        deeper = replace(shape, encoder_layers=max(shape.encoder_layers, options.encoder_layers))
        model = Translator(deeper, settings.dropout)
        warmstart.load(model, arrays)
        return start(model, settings)
    shape = Shape(
        vocabulary.load(paths.pieces).get_piece_size(),
        width=options.width,
        heads=options.width // 64,
        feed_forward=options.feed_forward,
        encoder_layers=options.encoder_layers,
    )
    return start(Translator(shape, settings.dropout), settings)


def package(_: argparse.Namespace, paths: Paths) -> None:
    """The averaged weights as two packages."""
    from starter.export import export_weights

    readme = (HERE / "PACKAGE.md").read_text(encoding="utf-8")
    export_weights(paths.work, paths.pieces, readme, paths.packages, version=VERSION)


def compare(options: argparse.Namespace, paths: Paths) -> None:
    """Score our packages, and those of `--against`, on every test set of their language; write the report."""
    from starter.corpus import read_triples, split
    from starter.evaluate import Package, reference_sets
    from starter.evaluate import score as score_package
    from starter.report import write

    _, held = split(read_triples(HERE / "corpus"))
    tests = reference_sets(options.eval, held, read_triples(HERE / "heldout"))
    scores = []
    for folder in (*options.against, paths.packages):
        for path in sorted(folder.glob("*.argosmodel")):
            with Package(path) as ready:
                scores += [score_package(ready, test) for test in tests if test.locale == ready.locale]
    write(scores, paths.work)
    print((paths.work / "report.md").read_text(encoding="utf-8"))


def ship(_: argparse.Namespace, paths: Paths) -> None:
    """Put the packages into l10n, in place of those that it ships."""
    from starter.export import unpack

    unpack(sorted(paths.packages.glob("*.argosmodel"), reverse=True), SHIPPED)


def settings_of(options: argparse.Namespace) -> Settings:
    """The training settings that the options ask for."""
    return Settings(
        steps=options.steps,
        until=time.time() + 60 * options.minutes,
        learning_rate=options.learning_rate,
        warm_up=options.warm_up,
        tokens_per_batch=options.tokens,
        loss=LossWeights(consistency=options.consistency),
        processes=options.processes,
        compiled=options.compiled,
        average=options.average,
        save_every=120.0 if options.device == "cuda" else 180.0,
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
    made.add_argument(
        "--stages", nargs="*", choices=(*STAGES, "ship"), default=STAGES, help="what to run (default all but ship)"
    )
    made.add_argument("--copies", type=int, default=5, help="changed copies of an authored line")
    made.add_argument("--minutes", type=float, default=120.0, help="length of the run (default %(default)s)")
    made.add_argument("--steps", type=int, default=0, help="length in steps instead: the same result for a seed")
    made.add_argument("--width", type=int, default=512)
    made.add_argument("--feed-forward", type=int, default=1536)
    made.add_argument("--encoder-layers", type=int, default=6)
    made.add_argument("--learning-rate", type=float, default=1e-3)
    made.add_argument("--warm-up", type=int, default=200, help="steps")
    made.add_argument("--average", type=float, default=0.998, help="of the running average of the weights, a step")
    made.add_argument("--tokens", type=int, default=1400, help="pieces a batch, padding included")
    made.add_argument("--replicas", type=int, default=2, help="batches a step, one thread each")
    made.add_argument("--processes", type=int, default=0, help="that make batches (default: the training process)")
    made.add_argument("--compiled", action="store_true", help="let PyTorch compile the layers (for a GPU)")
    made.add_argument("--dropout", type=float, default=0.1)
    made.add_argument("--consistency", type=float, default=0.0, help="weight of R-Drop; doubles the time of a step")
    made.add_argument("--sampled", type=float, default=0.5, help="share of sources segmented at random")
    made.add_argument("--sampled-target", type=float, default=0.3, help="the same of targets")
    made.add_argument(
        "--with-marks", type=float, default=0.4, help="share of pairs with terms in which some are marked"
    )
    made.add_argument("--copies-share", type=float, default=1.0, help="times the weight of the changed copies")
    made.add_argument("--open-share", type=float, default=1.0, help="times the weight of the open pairs")
    made.add_argument("--optimiser", choices=("muon", "adamw"), default="muon")
    made.add_argument("--seed", type=int, default=1)
    made.add_argument("--device", choices=("cpu", "cuda"), default="cpu")
    return made


if __name__ == "__main__":
    raise SystemExit(main())
