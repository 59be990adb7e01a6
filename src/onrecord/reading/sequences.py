"""Best label sequences under a linear-chain model, and how probable they are."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]


def best_paths(
    scores: Floats, lengths: npt.NDArray[np.int64], transitions: Floats
) -> tuple[npt.NDArray[np.int8], Floats]:
    """Viterbi paths of several sequences at once, with their log-probability.

    Args:
        scores: float32[a, u, labels], padded at the end; lengths: int64[a], at least 1.
        transitions: float32[labels, labels].

    Returns:
        labels int8[a, u], 0 in the padding, and log-probabilities float32[a] (forward algorithm in scaled form).
    """
    count, steps, labels = scores.shape
    peak = scores.max(-1, keepdims=True)
    emissions = np.exp(scores - peak)
    weights = np.exp(transitions)
    back = np.empty((steps, count, labels), np.int8)
    best = scores[:, 0].copy()
    mass = emissions[:, 0]
    total = mass.sum(-1, keepdims=True)
    mass = mass / total
    log_mass = np.log(total[:, 0]) + peak[:, 0, 0]
    alive = np.arange(steps)[:, None] < lengths[None, :]
    same = np.arange(labels, dtype=np.int8)
    rows = np.arange(count)[:, None]
    columns = np.arange(labels)[None, :]
    whole = int(lengths.min())
    for step in range(1, steps):
        through = best[:, :, None] + transitions
        choice = through.argmax(1)
        reached = through[rows, choice, columns] + scores[:, step]
        spread = (mass @ weights) * emissions[:, step]
        total = spread.sum(-1, keepdims=True)
        if step < whole:
            back[step], best, mass = choice, reached, spread / total
            log_mass = log_mass + np.log(total[:, 0]) + peak[:, step, 0]
        else:
            goes_on = alive[step]
            back[step] = np.where(goes_on[:, None], choice, same)
            best = np.where(goes_on[:, None], reached, best)
            mass = np.where(goes_on[:, None], spread / total, mass)
            log_mass = log_mass + np.where(goes_on, np.log(total[:, 0]) + peak[:, step, 0], 0)
    paths = np.empty((count, steps), np.int8)
    paths[:, -1] = best.argmax(-1)
    top = best.max(-1)
    for step in range(steps - 1, 0, -1):
        paths[:, step - 1] = back[step, np.arange(count), paths[:, step]]
    paths[~alive.T] = 0
    return paths, (top - log_mass).astype(np.float32)
