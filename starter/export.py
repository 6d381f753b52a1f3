"""Checkpoint -> int8 CTranslate2 model -> two `.argosmodel` packages that differ in their target tag only."""

from __future__ import annotations

import json
import shutil
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from ctranslate2.specs import TransformerSpec, common_spec
from numpy.typing import NDArray
from sentencepiece import SentencePieceProcessor

from starter import marks, weights
from starter.model import MAX_POSITIONS, Shape, positions

NAMES = {"ru": "Russian", "az": "Azerbaijani"}
EPOCH = (2026, 1, 1, 0, 0, 0)
"""The date of every file in a package, so that the same weights give the same bytes."""


def export(values: weights.Weights, shape: Shape, pieces: Path, folder: Path, *, quantization: str = "int8") -> None:
    """Write the CTranslate2 model of these weights with the vocabulary of `pieces` into `folder`."""
    spec = TransformerSpec.from_config(
        (shape.encoder_layers, shape.decoder_layers), shape.heads, pre_norm=True, activation=common_spec.Activation.RELU
    )
    fill(spec, _Source(values), shape)
    vocabulary = SentencePieceProcessor(model_file=str(pieces))
    tokens = [vocabulary.id_to_piece(index) for index in range(vocabulary.get_piece_size())]
    spec.register_source_vocabulary(tokens)
    spec.register_target_vocabulary(tokens)
    spec.config.bos_token = spec.config.decoder_start_token = "<s>"
    spec.config.eos_token, spec.config.unk_token = "</s>", "<unk>"
    spec.config.add_source_eos = True
    spec.validate()
    spec.optimize(quantization=None if quantization == "none" else quantization)
    folder.mkdir(parents=True, exist_ok=True)
    spec.save(str(folder))


class _Source:
    """Our weights by our names, put where a CTranslate2 spec wants them."""

    def __init__(self, values: weights.Weights) -> None:
        self.weights: dict[str, NDArray[np.float32]] = {
            name: value.float().cpu().numpy() for name, value in values.items()
        }

    def linear(self, spec: common_spec.LinearSpec, *names: str) -> None:
        """One matrix, or several stacked, as CTranslate2 keeps query, key and value."""
        spec.weight = np.concatenate([self.weights[f"{name}.weight"] for name in names])
        spec.bias = np.concatenate([self.weights[f"{name}.bias"] for name in names])

    def norm(self, spec: common_spec.LayerNormSpec, name: str) -> None:
        """Scale and shift of a layer norm."""
        spec.gamma, spec.beta = self.weights[f"{name}.weight"], self.weights[f"{name}.bias"]


def fill(spec: TransformerSpec, source: _Source, shape: Shape) -> None:
    """Every weight of the model."""
    embedding = source.weights["embedding.weight"]
    spec.encoder.embeddings[0].weight = spec.decoder.embeddings.weight = embedding
    spec.decoder.projection.weight, spec.decoder.projection.bias = embedding, source.weights["output_bias"]
    sinusoids = positions(MAX_POSITIONS, shape.width).numpy()
    for side, name in ((spec.encoder, "encoder"), (spec.decoder, "decoder")):
        side.scale_embeddings = True
        side.position_encodings.encodings = sinusoids
        source.norm(side.layer_norm, f"{name}_norm")
        for index, layer in enumerate(side.layer):
            _fill_layer(layer, source, f"{name}.{index}", cross=name == "decoder")


def _fill_layer(layer: common_spec.LayerSpec, source: _Source, name: str, *, cross: bool) -> None:
    attention = f"{name}.self_attention"
    source.norm(layer.self_attention.layer_norm, f"{name}.self_norm")
    source.linear(layer.self_attention.linear[0], *(f"{attention}.{part}" for part in ("query", "key", "value")))
    source.linear(layer.self_attention.linear[1], f"{attention}.output")
    if cross:
        attention = f"{name}.cross_attention"
        source.norm(layer.attention.layer_norm, f"{name}.cross_norm")
        source.linear(layer.attention.linear[0], f"{attention}.query")
        source.linear(layer.attention.linear[1], f"{attention}.key", f"{attention}.value")
        source.linear(layer.attention.linear[2], f"{attention}.output")
    source.norm(layer.ffn.layer_norm, f"{name}.ffn_norm")
    source.linear(layer.ffn.linear_0, f"{name}.ffn.inner")
    source.linear(layer.ffn.linear_1, f"{name}.ffn.outer")


def pack(model: Path, pieces: Path, readme: str, out: Path, *, version: str) -> list[Path]:
    """One `.argosmodel` a language in `out`, from a CTranslate2 folder and its SentencePiece model."""
    out.mkdir(parents=True, exist_ok=True)
    packages = []
    for locale, name in NAMES.items():
        top = f"translate-en_{locale}-{version.replace('.', '_')}"
        files = {
            "metadata.json": json.dumps(metadata(locale, version), indent=2).encode(),
            "README.md": readme.replace("{language}", name).encode(),
            "sentencepiece.model": pieces.read_bytes(),
            **{f"model/{path.name}": path.read_bytes() for path in sorted(model.iterdir())},
        }
        packages.append(out / f"{top}.argosmodel")
        with zipfile.ZipFile(packages[-1], "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            for path, content in files.items():
                info = zipfile.ZipInfo(f"{top}/{path}", EPOCH)
                info.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(info, content)
    return packages


def metadata(locale: str, version: str) -> dict[str, str | list[str]]:
    """What Argos reads; `l10n_quality`, by which `l10n models list` tells a starter from a full package; and
    `term_marks`, by which l10n knows that this model takes terms in marks."""
    return {
        "package_version": version,
        "argos_version": "1.9",
        "from_code": "en",
        "from_name": "English",
        "to_code": locale,
        "to_name": NAMES[locale],
        "target_prefix": f">>{locale}<<",
        "l10n_quality": "starter",
        "term_marks": [marks.OPEN, marks.CLOSE],
    }


def export_weights(folder: Path, pieces: Path, readme: str, out: Path, *, version: str) -> list[Path]:
    """Both packages of the averaged weights in `folder`."""
    with tempfile.TemporaryDirectory() as made:
        export(*weights.load(folder), pieces, Path(made))
        return pack(Path(made), pieces, readme, out, version=version)


def unpack(packages: Sequence[Path], folder: Path) -> None:
    """Replace what is in `folder` by these packages, unpacked: the first whole, the others, which have the same model,
    with links to it, and with `l10n_model_of` for where links do not travel."""
    shutil.rmtree(folder, ignore_errors=True)
    lender = ""
    for path in packages:
        with zipfile.ZipFile(path) as archive:
            archive.extractall(folder)
            top = archive.namelist()[0].partition("/")[0]
        if lender:
            shutil.rmtree(folder / top / "model")
            (folder / top / "sentencepiece.model").unlink()
            for name in ("model", "sentencepiece.model"):
                (folder / top / name).symlink_to(Path("..", lender, name))
            described = folder / top / "metadata.json"
            content = {**json.loads(described.read_text(encoding="utf-8")), "l10n_model_of": lender}
            described.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
        lender = lender or top
