"""Train, resume and average.

The learning rate rises shortly, then falls in a line to nearly zero at the end of the run. The end is a number of
steps (the same result for the same seed) or a time of day (the most of a machine whose speed is not known).
"""

from __future__ import annotations

import copy
import signal
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

import torch

from starter import weights
from starter.batches import Batch, Sampler
from starter.dataset import Dataset
from starter.loader import Loader
from starter.model import LossWeights, Shape, Translator
from starter.optimiser import optimisers
from starter.replicas import Replicas, Result

AVERAGED = 4
"""steps between updates of the running average"""


@dataclass(frozen=True, slots=True)
class Settings:
    """What decides a run, beside the data."""

    steps: int = 0
    """end of the run in steps since its start; 0: by the clock"""

    until: float = 0.0
    """end of the run in seconds since the epoch, where `steps` is 0"""

    learning_rate: float = 5e-4
    warm_up: int = 60
    tokens_per_batch: int = 1400
    replicas: int = 2
    """batches a step, each in a thread of its own"""

    dropout: float = 0.05
    loss: LossWeights = field(default_factory=LossWeights)
    processes: int = 0
    """that make batches; 0: the training process itself"""

    average: float = 0.995
    """of the running average of the weights, a step"""

    save_every: float = 180.0
    """seconds"""

    log_every: int = 50
    """steps"""

    compiled: bool = False
    """whether PyTorch compiles the layers, which takes it half a minute"""

    muon: bool = True
    seed: int = 1
    device: str = "cpu"


@dataclass(slots=True)
class State:
    """A run in progress."""

    model: Translator
    optimisers: list[torch.optim.Optimizer]
    average: dict[str, torch.Tensor]
    step: int = 0
    buffers: int = 0
    """buffers of pairs drawn so far; a resumed run goes on with the next one"""

    spent: float = 0.0
    """seconds of training so far, over all resumptions"""


def start(model: Translator, settings: Settings) -> State:
    """A fresh state around `model`, on the CPU."""
    chosen = optimisers(model, learning_rate=settings.learning_rate, muon=settings.muon)
    return State(model, chosen, {name: value.clone() for name, value in model.state_dict().items()})


def save(state: State, path: Path) -> None:
    """Write a checkpoint in one move."""
    content = {
        "shape": asdict(state.model.shape),
        "model": state.model.state_dict(),
        "optimisers": [each.state_dict() for each in state.optimisers],
        "average": state.average,
        "step": state.step,
        "buffers": state.buffers,
        "spent": state.spent,
    }
    part = path.with_suffix(".part")
    torch.save(content, part)
    part.replace(path)


def resume(path: Path, settings: Settings) -> State:
    """The state that `save` wrote, on the CPU."""
    content: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
    model = Translator(Shape(**content["shape"]), settings.dropout)
    model.load_state_dict(content["model"])
    state = start(model, settings)
    for each, stored in zip(state.optimisers, content["optimisers"], strict=True):
        each.load_state_dict(stored)
    state.average = content["average"]
    state.step, state.buffers, state.spent = content["step"], content["buffers"], content["spent"]
    return state


def move(state: State, device: str) -> None:
    """Put everything of a state on a device."""
    state.model.to(device)
    state.average = {name: value.to(device) for name, value in state.average.items()}
    for optimiser in state.optimisers:
        for kept in optimiser.state.values():
            kept.update((name, value.to(device)) for name, value in kept.items() if isinstance(value, torch.Tensor))


def train(
    state: State, data: Dataset, sampler: Sampler, settings: Settings, work: Path, held: Sequence[Batch] = ()
) -> State:
    """Run to the end of the schedule, or until SIGTERM; `checkpoint.pt` and the averaged weights are written to `work`
    every few minutes and at the end, with the loss on the `held` batches in the log."""
    with (
        Loader(
            data,
            sampler,
            tokens_per_batch=settings.tokens_per_batch,
            seed=settings.seed,
            buffer=state.buffers,
            processes=settings.processes,
        ) as loader,
        Replicas(
            state.model,
            count=settings.replicas,
            weights=settings.loss,
            seed=settings.seed + state.buffers,
            device=settings.device,
            compiled=settings.compiled,
        ) as replicas,
    ):
        move(state, settings.device)
        clock, log = Clock(state, settings), Log()
        signal.signal(signal.SIGTERM, clock.stop)
        drawn = loader.stream(settings.device)
        while not clock.over:
            some = list(islice(drawn, settings.replicas))
            state.buffers = some[-1][0] + 1
            log.add(replicas.gradients([batch for _, batch in some]))
            advance(state, settings, clock)
            if state.step % settings.log_every == 0:
                print(log.line(state), flush=True)
            if clock.due():
                store(state, work)
                if held:
                    print(f"held-back entropy {validate(state, held, settings.device):.3f}", flush=True)
    store(state, work)
    return state


def store(state: State, work: Path) -> None:
    """The checkpoint and the averaged weights of a state."""
    save(state, work / "checkpoint.pt")
    weights.save(state.average, state.model.shape, work)


def validate(state: State, held: Sequence[Batch], device: str) -> float:
    """The label-smoothed cross-entropy of the averaged weights on batches that are not trained on."""
    model = copy.deepcopy(state.model).eval()
    model.load_state_dict(state.average)
    total = 0.0
    with torch.no_grad(), torch.autocast(device, dtype=torch.bfloat16, enabled=device == "cuda"):
        for batch in (each.to(device) for each in held):
            loss = model.loss(batch.source, batch.prefix, batch.following, batch.links, LossWeights())
            total += float(loss[1])
    return total / len(held)


def advance(state: State, settings: Settings, clock: Clock) -> None:
    """One optimiser step on the gradients at hand, and the running average of the weights."""
    torch.nn.utils.clip_grad_norm_(state.model.parameters(), 1.0)
    for each in state.optimisers:
        for group in each.param_groups:
            group["lr"] = rate(settings, state.step, clock.fraction)
        each.step()
    state.model.zero_grad(set_to_none=True)
    state.step += 1
    state.spent = clock.spent
    if state.step % AVERAGED == 0:
        current = state.model.state_dict()
        new = [current[name] for name in state.average]
        torch._foreach_lerp_(list(state.average.values()), new, 1 - settings.average**AVERAGED)


def rate(settings: Settings, step: int, fraction: float) -> float:
    """The learning rate at a step and a fraction (0 to 1) of the run."""
    return settings.learning_rate * min(1.0, (step + 1) / settings.warm_up) * max(0.003, 1 - fraction)


class Clock:
    """Where a run is between its start and its end."""

    def __init__(self, state: State, settings: Settings) -> None:
        self.state, self.settings = state, settings
        self.before = state.spent
        self.began = self.saved = time.time()
        self.stopped = False

    def stop(self, *_: object) -> None:
        """End the run after this step, as if it were to be resumed."""
        self.stopped = True

    @property
    def spent(self) -> float:
        """Seconds trained so far, earlier runs included."""
        return self.before + time.time() - self.began

    @property
    def fraction(self) -> float:
        """0 at the first start, 1 at the end."""
        if self.settings.steps:
            return min(1.0, self.state.step / self.settings.steps)
        return min(1.0, self.spent / max(1.0, self.before + self.settings.until - self.began))

    @property
    def over(self) -> bool:
        """Whether the run has reached its end or was stopped."""
        return self.stopped or self.fraction >= 1.0

    def due(self) -> bool:
        """Whether the next checkpoint is due; starts the time to the one after it."""
        if time.time() - self.saved < self.settings.save_every:
            return False
        self.saved = time.time()
        return True


class Log:
    """Means since the last line."""

    def __init__(self) -> None:
        self.results: list[Result] = []
        self.began = time.time()

    def add(self, results: list[Result]) -> None:
        """Remember the results of one step."""
        self.results += results

    def line(self, state: State) -> str:
        """Losses, learning rate and speed since the last line."""
        count, now = len(self.results), time.time()
        entropy = float(sum(result.entropy for result in self.results)) / count
        alignment = float(sum(result.alignment for result in self.results)) / count
        speed = int(sum(result.pieces for result in self.results)) / (now - self.began)
        self.results, self.began = [], now
        return (
            f"{time.strftime('%H:%M:%S')} step {state.step} entropy {entropy:.3f} alignment {alignment:.3f} "
            f"rate {state.optimisers[0].param_groups[0]['lr']:.6f} pieces/s {speed:.0f}"
        )
