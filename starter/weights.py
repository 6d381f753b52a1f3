"""The averaged weights of a run as half-precision arrays in files of at most 15 MB: what leaves a training machine."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from starter.model import Shape

PART = 7_500_000
"""weights a file"""

Weights = dict[str, Tensor]


def save(weights: Mapping[str, Tensor], shape: Shape, folder: Path) -> None:
    """`shape.json` and `weights-N.npz` in `folder`, each written in one move."""
    parts: list[dict[str, Any]] = [{}]
    size = 0
    for name, value in weights.items():
        if size + value.numel() > PART and parts[-1]:
            parts.append({})
            size = 0
        size += value.numel()
        parts[-1][name] = value.detach().half().cpu().numpy()
    for number, part in enumerate(parts):
        written = folder / f"weights-{number}.part"
        with written.open("wb") as file:
            np.savez(file, **part)
        written.replace(folder / f"weights-{number}.npz")
    (folder / "shape.json").write_text(json.dumps(asdict(shape)))


def load(folder: Path) -> tuple[Weights, Shape]:
    """What `save` wrote, in single precision."""
    shape = Shape(**json.loads((folder / "shape.json").read_text()))
    weights: Weights = {}
    for path in sorted(folder.glob("weights-*.npz")):
        with np.load(path) as arrays:
            weights |= {name: torch.from_numpy(arrays[name].astype(np.float32)) for name in arrays.files}
    return weights, shape
