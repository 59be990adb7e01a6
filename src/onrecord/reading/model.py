"""The shipped reader model: three ONNX graphs, a vocabulary and a settings file."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache, cached_property
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
        inner_cue_bias, inner_least: the same as ``cue_bias`` and ``least`` when a content is read again: a content is
            short, and much of it would be a cue by itself. Chosen on our own gold's nested attributions.
    """

    cue_bias: float = 0.0
    content_begin_bias: float = 0.0
    source_begin_bias: float = 0.0
    reach: int = 60
    least: float = 0.0
    inner_cue_bias: float = -3.5
    inner_least: float = 0.3


@dataclass(frozen=True, slots=True)
class Logistic:
    """Logistic regression on the evidence for one attribution (Platt 1999); see :func:`finding.evidence`."""

    weights: tuple[float, ...] = (0.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0)

    def probability(self, evidence: tuple[float, ...]) -> float:
        """The probability, between 0 and 1."""
        score = sum(weight * value for weight, value in zip(self.weights, evidence, strict=True))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


@dataclass(frozen=True, slots=True)
class Layers:
    """What the encoder says of the units of one window besides who says what; logits unless said otherwise.

    Attributes:
        mention: float32[u, 17], labels of names.
        clause: float32[u, 2], whether a clause-sized discourse unit begins.
        pos, tense: float32[u, 16] and [u, 6], see :mod:`onrecord.reading.syntax`.
        arcs: float32[u, u], each unit's possible heads; a root hangs on itself.
        dependent, governor: float32[u, 64], what tells the relation of a unit to its head.
        kinds: float32[u, 9], what a unit is the head of: nothing of ours, or a mention of a type.
        facts: float32[u, 1], how sure it is that what a predicate says is so, from -3 to 3.
        anaphor, antecedent: float32[u, 96], vectors to look back with and to be found by.
        new: float32[u, 1], the score of referring back to nothing.
    """

    mention: Floats
    clause: Floats
    pos: Floats
    tense: Floats
    arcs: Floats
    dependent: Floats
    governor: Floats
    kinds: Floats
    facts: Floats
    anaphor: Floats
    antecedent: Floats
    new: Floats


_LAYERS = tuple(Layers.__dataclass_fields__)


@dataclass(frozen=True, slots=True)
class Encoded:
    """One window after the encoder: ``states`` float32[1, u, width], ``cue`` [u, 5]; layers where asked for."""

    states: Floats
    cue: Floats
    layers: Layers | None


@dataclass(frozen=True, slots=True)
class PairScores:
    """What the coreference head adds to the product of two vectors: float32[2, 10] and float32[2, 2].

    The first place says whether the anaphor is a pronoun; ``distance`` is by bucket, ``same`` by whether the head
    words are alike.
    """

    distance: Floats
    same: Floats


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
            pairs = settings["antecedents"]
            self.pairs = PairScores(*(np.asarray(pairs[name], np.float32) for name in ("distance", "same")))
            self.wordpieces = Wordpieces(folder / "tokenizer.json")
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise self._broken(error) from error

    def encode(self, tokens: Tokens, start: int, end: int, layers: bool) -> Encoded:
        """Read pieces ``[start, end)`` as one window; ``layers`` asks for more than cues."""
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
        if not layers:
            states, cue = self._encoder.run(["states", "cue"], features, _only_what_is_asked())
            return Encoded(states, cue[0], None)
        states, cue, *rest = self._encoder.run(["states", "cue", *_LAYERS], features)
        return Encoded(states, cue[0], Layers(*(layer[0] for layer in rest)))

    def relate(self, dependent: Floats, governor: Floats, offset: Integers) -> Integers:
        """The relations of units to their heads.

        Args:
            dependent, governor: float32[n, 64], of the units and of their heads; offset: int64[n], head minus unit.

        Returns:
            int64[n], places in :data:`onrecord.reading.syntax.RELATIONS`.
        """
        features = {"dependent": dependent, "governor": governor, "offset": offset}
        relations: Integers = self._relations.run(["relation"], features)[0].argmax(-1)
        return relations

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

    @cached_property
    def _relations(self) -> onnxruntime.InferenceSession:
        return self._session("relations.onnx")

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


@cache
def _only_what_is_asked() -> onnxruntime.RunOptions:
    """Run options that leave out every part of the graph whose output nobody asked for."""
    options = onnxruntime.RunOptions()
    options.only_execute_path_to_fetches = True
    return options


def _closed(table: list[list[float]], labels: int) -> Floats:
    """Transition scores with the illegal successions closed."""
    scores = np.full((labels, labels), _CLOSED, np.float32)
    learned = np.asarray(table, np.float32)
    for before, after in successions(labels):
        scores[before, after] = learned[before, after]
    return scores
