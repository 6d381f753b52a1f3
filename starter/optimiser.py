# mypy: disallow-subclassing-any=False, disallow-untyped-decorators=False
# (torch is an optional dependency: without it, its classes are of unknown type)
"""Muon for the matrices of the layers, AdamW for everything else.

Muon (Jordan et al. 2024) replaces the momentum of a matrix by the nearest orthogonal one, so that every direction
of a layer learns at the same pace; scaled as in Liu et al. 2025 it shares AdamW's learning rate. PyTorch's own
version multiplies in bfloat16, fifty times slower than float32 on a CPU without AVX512-BF16.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

COEFFICIENTS = (3.4445, -4.775, 2.0315)
ITERATIONS = 5
MOMENTUM = 0.95


def orthogonal(matrix: Tensor) -> Tensor:
    """The nearest orthogonal matrix, roughly: singular values end between 0.7 and 1.2. (R, C) -> (R, C).

    The quintic iteration runs on the small Gram matrix only: X' = X p(X X^T) keeps X's row space, so the product
    of the polynomials is multiplied out once at the end.
    """
    tall = matrix.shape[0] > matrix.shape[1]
    wide = matrix.t() if tall else matrix
    wide = wide / (wide.norm() + 1e-7)
    gram = wide @ wide.t()
    factor = torch.eye(gram.shape[0], dtype=gram.dtype, device=gram.device)
    first, second, third = COEFFICIENTS
    for iteration in range(ITERATIONS):
        step = torch.addmm(gram, gram, gram, beta=second, alpha=third)
        step.diagonal().add_(first)
        factor = step @ factor
        if iteration + 1 < ITERATIONS:
            gram = step @ gram @ step
    result = factor @ wide
    return result.t() if tall else result


class Muon(torch.optim.Optimizer):
    """Muon with Nesterov momentum and decoupled weight decay."""

    def __init__(self, parameters: list[Tensor], lr: float, weight_decay: float = 0.01) -> None:
        super().__init__(parameters, {"lr": lr, "weight_decay": weight_decay})

    @torch.no_grad()
    def step(self, closure: None = None) -> None:
        """Update every matrix that has a gradient."""
        for group in self.param_groups:
            for matrix in group["params"]:
                if matrix.grad is None:
                    continue
                state = self.state[matrix]
                momentum = state.setdefault("momentum", torch.zeros_like(matrix))
                momentum.lerp_(matrix.grad, 1 - MOMENTUM)
                update = orthogonal(matrix.grad.lerp(momentum, MOMENTUM))
                matrix.mul_(1 - group["lr"] * group["weight_decay"])
                matrix.add_(update, alpha=-group["lr"] * 0.2 * max(matrix.shape) ** 0.5)


def optimisers(model: nn.Module, *, learning_rate: float, muon: bool) -> list[torch.optim.Optimizer]:
    """The optimisers that together train all parameters."""
    matrices: list[Tensor] = []
    rest: list[Tensor] = []
    for name, parameter in model.named_parameters():
        chosen = muon and parameter.ndim == 2 and "embedding" not in name
        (matrices if chosen else rest).append(parameter)
    adam = torch.optim.AdamW(rest, lr=learning_rate, betas=(0.9, 0.98), eps=1e-9, weight_decay=0.01)
    return [adam, Muon(matrices, learning_rate)] if matrices else [adam]
