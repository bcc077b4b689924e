"""Where training computes: on a graphics card where torch finds one, else on the processor."""

from __future__ import annotations

import os

import torch
from torch import Tensor

# Without it the card's matrix products may add in another order each time; read when the card is first used.
os.environ.setdefault("CUBLAS_WORKSPACE_CONFIG", ":4096:8")

DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")


def here(weights: dict[str, Tensor]) -> dict[str, Tensor]:
    """The arrays on the device that computes."""
    return {name: values.to(DEVICE) for name, values in weights.items()}


def chance() -> Tensor:
    """The state of the device's random numbers."""
    return torch.cuda.get_rng_state() if DEVICE.type == "cuda" else torch.get_rng_state()


def set_chance(state: Tensor) -> None:
    """Go on with random numbers from a state that :func:`chance` gave."""
    if DEVICE.type == "cuda":
        torch.cuda.set_rng_state(state.cpu())
    else:
        torch.set_rng_state(state.cpu())
