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


def orthogonal(matrices: Tensor) -> Tensor:
    """The nearest orthogonal matrices, roughly: singular values end between 0.7 and 1.2. (N, R, C) -> (N, R, C).

    The quintic iteration runs on the small Gram matrix only: X' = X p(X X^T) keeps X's row space, so the product
    of the polynomials is multiplied out once at the end.
    """
    tall = matrices.shape[-2] > matrices.shape[-1]
    wide = matrices.transpose(-1, -2) if tall else matrices
    wide = wide / (wide.norm(dim=(-2, -1), keepdim=True) + 1e-7)
    gram = wide @ wide.transpose(-1, -2)
    identity = torch.eye(gram.shape[-1], dtype=gram.dtype, device=gram.device)
    factor = identity.expand_as(gram)
    first, second, third = COEFFICIENTS
    for iteration in range(ITERATIONS):
        step = first * identity + second * gram + third * (gram @ gram)
        factor = step @ factor
        if iteration + 1 < ITERATIONS:
            gram = step @ gram @ step
    result = factor @ wide
    return result.transpose(-1, -2) if tall else result


class Muon(torch.optim.Optimizer):
    """Muon with Nesterov momentum and decoupled weight decay; matrices of one shape are updated together, which
    spares a GPU a thousand small products a step."""

    def __init__(self, parameters: list[Tensor], lr: float, weight_decay: float = 0.01) -> None:
        super().__init__(parameters, {"lr": lr, "weight_decay": weight_decay})

    @torch.no_grad()
    def step(self, closure: None = None) -> None:
        """Update every matrix that has a gradient."""
        for group in self.param_groups:
            by_shape: dict[torch.Size, list[Tensor]] = {}
            for matrix in group["params"]:
                if matrix.grad is not None:
                    by_shape.setdefault(matrix.shape, []).append(matrix)
            for matrices in by_shape.values():
                self._update(matrices, group["lr"], group["weight_decay"])

    def _update(self, matrices: list[Tensor], rate: float, weight_decay: float) -> None:
        gradients = [matrix.grad for matrix in matrices if matrix.grad is not None]
        momenta = [self.state[matrix].setdefault("momentum", torch.zeros_like(matrix)) for matrix in matrices]
        torch._foreach_lerp_(momenta, gradients, 1 - MOMENTUM)
        ahead = torch.stack(torch._foreach_lerp(gradients, momenta, MOMENTUM))
        updates = list(orthogonal(ahead).unbind())
        torch._foreach_mul_(matrices, 1 - rate * weight_decay)
        torch._foreach_add_(matrices, updates, alpha=-rate * 0.2 * max(matrices[0].shape) ** 0.5)


def optimisers(model: nn.Module, *, learning_rate: float, muon: bool) -> list[torch.optim.Optimizer]:
    """The optimisers that together train all parameters."""
    matrices: list[Tensor] = []
    rest: list[Tensor] = []
    for name, parameter in model.named_parameters():
        chosen = muon and parameter.ndim == 2 and "embedding" not in name
        (matrices if chosen else rest).append(parameter)
    adam = torch.optim.AdamW(rest, lr=learning_rate, betas=(0.9, 0.98), eps=1e-9, weight_decay=0.01)
    return [adam, Muon(matrices, learning_rate)] if matrices else [adam]
