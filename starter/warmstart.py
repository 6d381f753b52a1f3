"""Read the weights of a shipped package back into a trainable state.

A later session, on another machine, has the package and not the checkpoint. The int8 weights of CTranslate2's
`model.bin` are multiplied out; layers that the larger model has in addition start as the identity (pre-norm layers
whose output is zero), so the grown model translates exactly as the package did before its first step.
"""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from starter.model import Shape, Translator

_TYPES = {0: np.float32, 1: np.int8, 2: np.int16, 3: np.int32, 4: np.float16}
_Arrays = dict[str, NDArray[np.float32]]


def read_package(package: Path) -> tuple[_Arrays, bytes]:
    """The weights of an `.argosmodel` by CTranslate2 name, as float32, and its SentencePiece model."""
    with zipfile.ZipFile(package) as archive:
        names = {name.split("/", 1)[1]: name for name in archive.namelist() if "/" in name}
        weights = archive.read(names["model/model.bin"])
        return read_weights(BytesIO(weights)), archive.read(names["sentencepiece.model"])


def read_weights(file: BinaryIO) -> _Arrays:
    """The variables of a CTranslate2 binary, dequantised: name, shape, type and bytes of each, then the aliases of
    equal ones."""
    _number(file)
    _text(file)
    _number(file)
    raw = {}
    for _ in range(_number(file)):
        name = _text(file)
        shape = [_number(file) for _ in range(file.read(1)[0])]
        kind = _TYPES[file.read(1)[0]]
        raw[name] = np.frombuffer(file.read(_number(file)), kind).reshape(shape)
    arrays = {name: _dequantised(name, raw) for name in raw if raw[name].ndim and not name.endswith("_scale")}
    aliases = {_text(file): _text(file) for _ in range(_number(file))}
    return arrays | {alias: arrays[name] for alias, name in aliases.items() if name in arrays}


def _number(file: BinaryIO) -> int:
    return int(struct.unpack("<I", file.read(4))[0])


def _text(file: BinaryIO) -> str:
    return file.read(struct.unpack("<H", file.read(2))[0]).rstrip(b"\0").decode()


def _dequantised(name: str, raw: dict[str, NDArray[np.generic]]) -> NDArray[np.float32]:
    values = raw[name].astype(np.float32)
    scale = raw.get(f"{name}_scale")
    if scale is not None:
        values = values / scale.astype(np.float32)[:, None]
    return values


def load(model: Translator, arrays: _Arrays) -> None:
    """Fill `model` from a package with the same widths and vocabulary and at most as many layers."""
    state = model.state_dict()
    depth = {side: 1 + max(_layers(arrays, side)) for side in ("encoder", "decoder")}
    for side in depth:
        for index in range(getattr(model.shape, f"{side}_layers")):
            if index < depth[side]:
                _load_layer(state, arrays, side, index)
            else:
                _silence(state, f"{side}.{index}")
        _norm(state, arrays, f"{side}_norm", f"{side}/layer_norm")
    _set(state, "embedding.weight", arrays["decoder/embeddings/weight"])
    _set(state, "output_bias", arrays["decoder/projection/bias"])
    model.load_state_dict(state)


def shape_of(arrays: _Arrays) -> Shape:
    """The size of the package's model; the heads, which the weights do not tell, have 64 units."""
    vocabulary, width = arrays["decoder/embeddings/weight"].shape
    inner = arrays["encoder/layer_0/ffn/linear_0/weight"].shape[0]
    layers = [1 + max(_layers(arrays, side)) for side in ("encoder", "decoder")]
    return Shape(vocabulary, width, width // 64, inner, *layers)


def _layers(arrays: _Arrays, side: str) -> set[int]:
    prefix = f"{side}/layer_"
    parts = (name.removeprefix(prefix).split("/")[0] for name in arrays if name.startswith(prefix))
    return {int(part) for part in parts if part.isdigit()}


_ATTENTION: dict[str, tuple[str, tuple[tuple[str, ...], ...]]] = {
    "self": ("self_attention", (("query", "key", "value"), ("output",))),
    "cross": ("attention", (("query",), ("key", "value"), ("output",))),
}
"""Our attention blocks: CTranslate2's name, and what each of its linears stacks."""


def _load_layer(state: dict[str, Tensor], arrays: _Arrays, side: str, index: int) -> None:
    ours, theirs = f"{side}.{index}", f"{side}/layer_{index}"
    for short, (long, linears) in _ATTENTION.items():
        if short == "cross" and side == "encoder":
            continue
        _norm(state, arrays, f"{ours}.{short}_norm", f"{theirs}/{long}/layer_norm")
        for number, names in enumerate(linears):
            attention = [f"{ours}.{short}_attention.{name}" for name in names]
            _linears(state, arrays, attention, f"{theirs}/{long}/linear_{number}")
    _norm(state, arrays, f"{ours}.ffn_norm", f"{theirs}/ffn/layer_norm")
    _linears(state, arrays, [f"{ours}.ffn.inner"], f"{theirs}/ffn/linear_0")
    _linears(state, arrays, [f"{ours}.ffn.outer"], f"{theirs}/ffn/linear_1")


def _linears(state: dict[str, Tensor], arrays: _Arrays, ours: list[str], theirs: str) -> None:
    """CTranslate2 keeps query, key and value stacked in one matrix."""
    for part in ("weight", "bias"):
        for name, block in zip(ours, np.split(arrays[f"{theirs}/{part}"], len(ours)), strict=True):
            _set(state, f"{name}.{part}", block)


def _norm(state: dict[str, Tensor], arrays: _Arrays, ours: str, theirs: str) -> None:
    _set(state, f"{ours}.weight", arrays[f"{theirs}/gamma"])
    _set(state, f"{ours}.bias", arrays[f"{theirs}/beta"])


def _set(state: dict[str, Tensor], name: str, values: NDArray[np.float32]) -> None:
    """Copy into the first units; units beyond the package's width keep their initial values."""
    state[name][tuple(slice(size) for size in values.shape)] = torch.from_numpy(values.copy())


def _silence(state: dict[str, Tensor], layer: str) -> None:
    for name in state:
        if name.startswith(layer + ".") and (".output." in name or ".outer." in name):
            state[name].zero_()
