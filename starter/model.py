"""A small pre-norm Transformer whose layers map one to one onto CTranslate2's `TransformerSpec`.

Shapes: B sentences, S source and T target positions, D model width. Attention is written as plain matrix products,
since the backward pass of PyTorch's fused attention is slow on a CPU for such short sequences.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

PAD, UNK, BOS, EOS = 0, 1, 2, 3
MAX_POSITIONS = 512
MASKED = -1e4


@dataclass(frozen=True, slots=True)
class Shape:
    """The size of a model; widths in units, `vocabulary` in pieces."""

    vocabulary: int
    width: int = 256
    heads: int = 4
    feed_forward: int = 1024
    encoder_layers: int = 4
    decoder_layers: int = 2


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
        self.dropout = nn.Dropout(dropout)

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
        self.dropout = nn.Dropout(dropout)

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
        self.embedding = nn.Embedding(shape.vocabulary, shape.width, padding_idx=PAD)
        self.register_buffer("positions", positions(MAX_POSITIONS, shape.width), persistent=False)
        self.encoder = nn.ModuleList(EncoderLayer(shape, dropout) for _ in range(shape.encoder_layers))
        self.encoder_norm = nn.LayerNorm(shape.width)
        self.decoder = nn.ModuleList(DecoderLayer(shape, dropout) for _ in range(shape.decoder_layers))
        self.decoder_norm = nn.LayerNorm(shape.width)
        self.output_bias = nn.Parameter(torch.zeros(shape.vocabulary))
        self.dropout = nn.Dropout(dropout)
        nn.init.normal_(self.embedding.weight, 0, shape.width**-0.5)
        for module in self.modules():
            if isinstance(module, nn.Linear):
                nn.init.xavier_uniform_(module.weight)
                nn.init.zeros_(module.bias)

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
        self, source: Tensor, prefix: Tensor, following: Tensor, links: Tensor, guidance: float, smoothing: float = 0.1
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Total loss, label-smoothed cross-entropy of `following` (B, T), and alignment loss.

        `links` (B, T, S) marks the source pieces that the aligner linked to a target piece; the alignment loss
        is minus the log of the attention they get together, over the pieces that have links.
        """
        states, attention = self.decode(source, prefix)
        logits = functional.linear(states.flatten(0, 1), self.embedding.weight, self.output_bias).float()
        wanted = following.flatten()
        real = (wanted != PAD).float()
        normaliser = torch.logsumexp(logits, -1)
        miss = normaliser - logits.gather(1, wanted[:, None])[:, 0]
        smooth = normaliser - logits.mean(-1)
        entropy = (((1 - smoothing) * miss + smoothing * smooth) * real).sum() / real.sum()
        linked = links.any(-1).float()
        mass = (attention.float() * links).sum(-1)
        alignment = -(torch.log(mass + 1e-6) * linked).sum() / linked.sum().clamp(min=1)
        return entropy + guidance * alignment, entropy, alignment
