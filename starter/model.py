# mypy: disallow-subclassing-any=False, disallow-untyped-decorators=False
# (torch is an optional dependency: without it, its classes are of unknown type)
"""A small pre-norm Transformer whose layers map one to one onto CTranslate2's `TransformerSpec`.

Shapes: B sentences, S source and T target positions, D model width. Attention is written as plain matrix products,
since the backward pass of PyTorch's fused attention is slow on a CPU for such short sequences.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

PAD, UNK, BOS, EOS = 0, 1, 2, 3
MAX_POSITIONS = 320
MASKED = -1e4


SMOOTHING = 0.1
"""share of the probability that the wanted piece leaves to all pieces alike"""


@dataclass(frozen=True, slots=True)
class LossWeights:
    """What counts beside the cross-entropy of the target."""

    guidance: float = 0.4
    """of the alignment loss"""

    consistency: float = 0.0
    """of the divergence between two passes with different dropout (R-Drop); 0: one pass"""


@dataclass(frozen=True, slots=True)
class Shape:
    """The size of a model; widths in units, `vocabulary` in pieces."""

    vocabulary: int
    width: int = 256
    heads: int = 4
    feed_forward: int = 1024
    encoder_layers: int = 3
    decoder_layers: int = 2


class Dropout(nn.Module):
    """Dropout from a generator of its own, so that replicas in parallel threads stay deterministic."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share
        self.generator: torch.Generator | None = None

    def forward(self, states: Tensor) -> Tensor:
        """The states with a share of them zeroed and the others scaled up, in training only."""
        if not self.training or not self.share:
            return states
        if self.generator is None:
            return functional.dropout(states, self.share)
        kept = torch.rand(states.shape, generator=self.generator, device=states.device) >= self.share
        return states * (kept * (1 / (1 - self.share)))


class Attention(nn.Module):
    """Multi-head attention of `queries` (B, T, D) over `memory` (B, S, D)."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.query = nn.Linear(shape.width, shape.width)
        self.key = nn.Linear(shape.width, shape.width)
        self.value = nn.Linear(shape.width, shape.width)
        self.output = nn.Linear(shape.width, shape.width)

    def forward(self, queries: Tensor, memory: Tensor, bias: Tensor) -> tuple[Tensor, Tensor]:
        """`(B, T, D)` and the attention averaged over heads `(B, T, S)`; `bias` is added to the scores."""
        batch, length, width = queries.shape
        split = (batch, -1, self.heads, width // self.heads)
        query = self.query(queries).view(split).transpose(1, 2) * (width // self.heads) ** -0.5
        key = self.key(memory).view(split).transpose(1, 2)
        value = self.value(memory).view(split).transpose(1, 2)
        weights = torch.softmax(query @ key.transpose(-1, -2) + bias, -1)
        mixed = (weights @ value).transpose(1, 2).reshape(batch, length, width)
        return self.output(mixed), weights.mean(1)


class FeedForward(nn.Module):
    """Two linear layers around a ReLU."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.inner = nn.Linear(shape.width, shape.feed_forward)
        self.outer = nn.Linear(shape.feed_forward, shape.width)

    def forward(self, states: Tensor) -> Tensor:
        """(B, T, D) -> (B, T, D)."""
        return self.outer(functional.relu(self.inner(states)))


class EncoderLayer(nn.Module):
    """Self-attention and feed-forward, each normalised before and added after."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.self_norm, self.self_attention = nn.LayerNorm(shape.width), Attention(shape)
        self.ffn_norm, self.ffn = nn.LayerNorm(shape.width), FeedForward(shape)
        self.dropout = Dropout(dropout)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        """(B, S, D) -> (B, S, D)."""
        normed = self.self_norm(states)
        states = states + self.dropout(self.self_attention(normed, normed, bias)[0])
        return states + self.dropout(self.ffn(self.ffn_norm(states)))


class DecoderLayer(nn.Module):
    """Causal self-attention, attention over the source, feed-forward."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.self_norm, self.self_attention = nn.LayerNorm(shape.width), Attention(shape)
        self.cross_norm, self.cross_attention = nn.LayerNorm(shape.width), Attention(shape)
        self.ffn_norm, self.ffn = nn.LayerNorm(shape.width), FeedForward(shape)
        self.dropout = Dropout(dropout)

    def forward(self, states: Tensor, memory: Tensor, causal: Tensor, bias: Tensor) -> tuple[Tensor, Tensor]:
        """(B, T, D), and the cross-attention (B, T, S)."""
        normed = self.self_norm(states)
        states = states + self.dropout(self.self_attention(normed, normed, causal)[0])
        mixed, attention = self.cross_attention(self.cross_norm(states), memory, bias)
        states = states + self.dropout(mixed)
        return states + self.dropout(self.ffn(self.ffn_norm(states))), attention


def positions(count: int, width: int) -> Tensor:
    """Sinusoids (count, width) in CTranslate2's layout: first half sines, second half cosines."""
    half = width // 2
    scales = torch.exp(torch.arange(half) * -(math.log(10000) / (half - 1)))
    angles = torch.arange(count)[:, None] * scales[None]
    return torch.cat([torch.sin(angles), torch.cos(angles)], 1)


class Translator(nn.Module):
    """Encoder and decoder with one tied embedding for source, target and output."""

    positions: Tensor

    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        self.shape = shape
        self.compiled = False
        self.embedding = nn.Embedding(shape.vocabulary, shape.width, padding_idx=PAD)
        self.register_buffer("positions", positions(MAX_POSITIONS, shape.width), persistent=False)
        self.encoder = nn.ModuleList(EncoderLayer(shape, dropout) for _ in range(shape.encoder_layers))
        self.encoder_norm = nn.LayerNorm(shape.width)
        self.decoder = nn.ModuleList(DecoderLayer(shape, dropout) for _ in range(shape.decoder_layers))
        self.decoder_norm = nn.LayerNorm(shape.width)
        self.output_bias = nn.Parameter(torch.zeros(shape.vocabulary))
        self.dropout = Dropout(dropout)
        nn.init.normal_(self.embedding.weight, 0, shape.width**-0.5)
        for module in self.modules():
            if isinstance(module, nn.Linear):
                nn.init.xavier_uniform_(module.weight)
                nn.init.zeros_(module.bias)

    def compile_parts(self) -> None:
        """Let PyTorch compile each kind of layer and the loss over the vocabulary, once for all lengths: a step on a
        GPU is mostly the launching of small kernels, and this fuses them; compiling the whole takes minutes."""
        for layer in (*self.encoder, *self.decoder):
            layer.compile(dynamic=True)
        self.compiled = True

    def embed(self, ids: Tensor) -> Tensor:
        """(B, T) -> (B, T, D)."""
        scaled = self.embedding(ids) * math.sqrt(self.shape.width)
        return self.dropout(scaled + self.positions[: ids.shape[1]])

    def decode(self, source: Tensor, prefix: Tensor) -> tuple[Tensor, Tensor]:
        """States (B, T, D) for every position of `prefix` (B, T), and the last layer's cross-attention (B, T, S)."""
        bias = (source == PAD)[:, None, None, :] * MASKED
        states = self.embed(source)
        for layer in self.encoder:
            states = layer(states, bias)
        memory = self.encoder_norm(states)
        length = prefix.shape[1]
        causal = torch.full((length, length), MASKED, device=prefix.device).triu(1)
        states = self.embed(prefix)
        for layer in self.decoder:
            states, attention = layer(states, memory, causal, bias)
        return self.decoder_norm(states), attention

    def loss(
        self, source: Tensor, prefix: Tensor, following: Tensor, links: Tensor, weights: LossWeights
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Total loss, label-smoothed cross-entropy of `following` (B, T), and alignment loss.

        `links` (L, 3) are the row, target piece and source piece of every pair that the aligner linked; the
        alignment loss is minus the log of the attention that the linked pieces of a target piece get together.
        """
        doubled = weights.consistency > 0 and self.training
        if doubled:
            again = links.clone()
            again[:, 0] += len(source)
            links = torch.cat([links, again])
            source, prefix, following = (each.repeat(2, 1) for each in (source, prefix, following))
        states, attention = self.decode(source, prefix)
        flat, wanted = states.flatten(0, 1), following.flatten()
        real = (wanted != PAD).float()
        if doubled:
            consistency = _compiled_consistency() if self.compiled else consistent
            entropy, disagreement = consistency(flat, self.embedding.weight, self.output_bias, wanted, real)
        else:
            entropy, disagreement = self.cross_entropy(flat, wanted, real), 0.0
        alignment = guided(attention, links)
        return entropy + weights.guidance * alignment + weights.consistency * disagreement, entropy, alignment

    def cross_entropy(self, states: Tensor, wanted: Tensor, real: Tensor) -> Tensor:
        """Label-smoothed cross-entropy; states (N, D), wanted and real (N,)."""
        normaliser, score = Normaliser.apply(states, self.embedding.weight, self.output_bias, wanted)
        average = states @ self.embedding.weight.mean(0) + self.output_bias.mean()
        loss = normaliser - (1 - SMOOTHING) * score - SMOOTHING * average
        return (loss * real).sum() / real.sum()


def consistent(states: Tensor, embedding: Tensor, bias: Tensor, wanted: Tensor, real: Tensor) -> tuple[Tensor, Tensor]:
    """Label-smoothed cross-entropy, and how far the two passes of each piece differ (symmetric Kullback-Leibler
    divergence): R-Drop (Liang et al. 2021).

    The two halves of N hold the same pieces under other dropout: states (N, D), embedding (V, D), bias (V,), wanted
    and real (N,).
    """
    logs = torch.log_softmax(functional.linear(states, embedding, bias).float(), -1)
    loss = -(1 - SMOOTHING) * logs.gather(1, wanted[:, None])[:, 0] - SMOOTHING * logs.mean(-1)
    one, other = logs.chunk(2)
    difference = ((one.exp() - other.exp()) * (one - other)).sum(-1) / 2
    half = real[: len(one)]
    return (loss * real).sum() / real.sum(), (difference * half).sum() / half.sum()


@cache
def _compiled_consistency() -> Callable[..., tuple[Tensor, Tensor]]:
    compiled: Callable[..., tuple[Tensor, Tensor]] = torch.compile(consistent, dynamic=True)
    return compiled


def guided(attention: Tensor, links: Tensor) -> Tensor:
    """Minus the log of the attention (B, T, S) on linked source pieces, averaged over target pieces with links."""
    table = torch.zeros_like(attention, dtype=torch.bool)
    table[links[:, 0], links[:, 1], links[:, 2]] = True
    linked = table.any(-1).float()
    mass = (attention * table).sum(-1)
    return -(torch.log(mass + 1e-6) * linked).sum() / linked.sum().clamp(min=1)


class Normaliser(torch.autograd.Function):
    """Log-sum-exp of the logits and the logit of the wanted piece, with the (N, vocabulary) matrix kept only once.

    PyTorch's own chain walks that matrix a dozen times, which on a CPU costs as much as a layer.
    """

    @staticmethod
    @torch.amp.custom_fwd(device_type="cuda", cast_inputs=torch.float32)
    def forward(ctx: Any, states: Tensor, weight: Tensor, bias: Tensor, wanted: Tensor) -> tuple[Tensor, Tensor]:
        """(N, D), (V, D), (V,), (N,) -> (N,), (N,)."""
        scores = torch.addmm(bias, states, weight.t())
        score = scores.gather(1, wanted[:, None])[:, 0]
        top = scores.amax(-1)
        total = scores.sub_(top[:, None]).exp_().sum(-1)
        ctx.save_for_backward(states, weight, wanted, scores, total)
        return total.log() + top, score

    @staticmethod
    @torch.amp.custom_bwd(device_type="cuda")
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor, Tensor, Tensor, None]:
        """Gradients of both outputs (N,) -> those of the states, weight and bias."""
        states, weight, wanted, scores, total = ctx.saved_tensors
        of_normaliser, of_score = gradients
        scores.mul_((of_normaliser / total)[:, None])
        scores.scatter_add_(1, wanted[:, None], of_score[:, None])
        return scores @ weight, scores.t() @ states, scores.sum(0), None
