"""The shipped reader model: two ONNX graphs, a vocabulary and a settings file."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime

from onrecord.errors import BrokenInstallation
from onrecord.reading.labels import Role, Tag, successions
from onrecord.reading.tokens import CLS, SEP, Tokens, Wordpieces

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int64]

SHIPPED = Path(__file__).parent / "model"
_CLOSED = -1e4


@dataclass(frozen=True, slots=True)
class Decoding:
    """What decoding adds to the network's scores, tuned on the development set (see the model card).

    Attributes:
        cue_bias: added to the log-odds that a unit is outside every cue; lower finds more cues.
        content_begin_bias, source_begin_bias: added where a run of that role would begin; lower gives fewer runs.
        reach: content runs further than this many units from the main run and the cue are dropped.
        least: an attribution is kept when the probability that people would mark its cue is at least this.
    """

    cue_bias: float = 0.0
    content_begin_bias: float = 0.0
    source_begin_bias: float = 0.0
    reach: int = 60
    least: float = 0.0


@dataclass(frozen=True, slots=True)
class Logistic:
    """Logistic regression on the evidence for one attribution (Platt 1999); see :func:`finding.evidence`."""

    weights: tuple[float, ...] = (0.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0)

    def probability(self, evidence: tuple[float, ...]) -> float:
        """The probability, between 0 and 1."""
        score = sum(weight * value for weight, value in zip(self.weights, evidence, strict=True))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


@dataclass(frozen=True, slots=True)
class Encoded:
    """One window after the encoder: ``states`` float32[1, u, width], ``cue`` [u, 5], ``mention`` [u, 17]."""

    states: Floats
    cue: Floats
    mention: Floats


class ReaderModel:
    """Loads lazily; one instance a process. Runs on one thread, so that the same input gives the same bits."""

    def __init__(self, folder: Path = SHIPPED) -> None:
        """Open the model in ``folder``.

        Raises:
            BrokenInstallation: a file of the model is missing or damaged.
        """
        self._folder = folder
        try:
            settings: dict[str, Any] = json.loads((folder / "reader.json").read_text("utf-8"))
            self.name: str = settings["name"]
            self.decoding = Decoding(**settings.get("decoding", {}))
            default = Logistic().weights
            self.acceptance = Logistic(tuple(settings.get("acceptance", default)))
            self.calibration = Logistic(tuple(settings.get("calibration", default)))
            self.cue_words = frozenset[str](settings.get("cue_words", ()))
            transitions = settings["transitions"]
            self.cue_transitions = _closed(transitions["cue"], len(Tag))
            self.role_transitions = _closed(transitions["role"], len(Role))
            self.wordpieces = Wordpieces(folder / "tokenizer.json")
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise self._broken(error) from error

    def encode(self, tokens: Tokens, start: int, end: int) -> Encoded:
        """Read pieces ``[start, end)`` as one window."""
        low, high = np.searchsorted(tokens.unit_piece, (start, end))
        length = end - start
        ids = np.empty((1, length + 2), np.int64)
        ids[0, 0], ids[0, 1:-1], ids[0, -1] = CLS, tokens.ids[start:end], SEP
        features = {"ids": ids}
        for name in ("case", "line", "quote"):
            feature = np.zeros((1, length + 2), np.int64)
            feature[0, 1:-1] = getattr(tokens, name)[start:end]
            features[name] = feature
        features["unit_piece"] = (tokens.unit_piece[low:high] - start + 1).astype(np.int64)[None]
        states, cue, mention = self._encoder.run(["states", "cue", "mention"], features)
        return Encoded(states, cue[0], mention[0])

    def tag(self, encoded: Encoded, first: Integers, last: Integers) -> Floats:
        """Source and content of cues of one window: logits float32[a, u, 9]; ``first``, ``last``: int64[a]."""
        states = np.repeat(encoded.states, len(first), axis=0)
        roles: Floats = self._tagger.run(["roles"], {"states": states, "first": first, "last": last})[0]
        return roles

    @cached_property
    def _encoder(self) -> onnxruntime.InferenceSession:
        return self._session("encoder.onnx")

    @cached_property
    def _tagger(self) -> onnxruntime.InferenceSession:
        return self._session("tagger.onnx")

    def _session(self, name: str) -> onnxruntime.InferenceSession:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False
        options.log_severity_level = 3
        try:
            return onnxruntime.InferenceSession(
                str(self._folder / name), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # onnxruntime raises classes of its C++ side that share no public base
            raise self._broken(error) from error

    def _broken(self, error: Exception) -> BrokenInstallation:
        return BrokenInstallation(
            f"The reader model in {self._folder} cannot be loaded ({type(error).__name__}).",
            "Install Onrecord again; 'onrecord doctor' shows what is missing.",
        )


def _closed(table: list[list[float]], labels: int) -> Floats:
    """Transition scores with the illegal successions closed."""
    scores = np.full((labels, labels), _CLOSED, np.float32)
    learned = np.asarray(table, np.float32)
    for before, after in successions(labels):
        scores[before, after] = learned[before, after]
    return scores
