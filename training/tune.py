"""Decoding weights, calibration and cue words of an exported model: ``python -m training.tune --model ... --data ...``.

Works on PolNeAR's development set with the graphs that ship, by coordinate search over a few decoding weights, then
fits the confidence by logistic regression (Platt 1999) and reports its expected calibration error, cross-fitted over
two halves. Writes ``reader.json`` anew.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np

from onrecord.evaluation import polnear
from onrecord.evaluation.polnear import GoldArticle, GoldAttribution
from onrecord.evaluation.spans import Scores, aligned, alphanumeric
from onrecord.reading.finding import Findings, Run, find
from onrecord.reading.model import Calibration, Decoding, Encoded, Floats, Integers, ReaderModel
from onrecord.reading.tokens import Tokens

GRID: dict[str, tuple[float, ...]] = {
    "cue_bias": (-1.5, -1.2, -0.9, -0.6, -0.3, 0.0, 0.3),
    "content_begin_bias": (-3.0, -2.0, -1.0, -0.5, 0.0, 0.5),
    "source_begin_bias": (-1.0, -0.5, 0.0, 0.5),
    "reach": (20, 40, 60, 100),
}
LIKENESS = 0.8
"""Share of a content's letters that must agree for an attribution to count as right in the calibration."""
SEEN_TWICE = 2
OFTEN = 0.03
"""Least share of a word's occurrences that are in cues: below are only function words."""
EDGES = "“”\"'‘’.,;:!?()"


class Remembering(ReaderModel):
    """A model that computes every window and every cue once, for repeated decoding of the same texts."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._windows: dict[tuple[int, int, int], Encoded] = {}
        self._tags: dict[tuple[int, int, int], Floats] = {}

    def encode(self, tokens: Tokens, start: int, end: int) -> Encoded:
        key = (id(tokens), start, end)
        if key not in self._windows:
            self._windows[key] = super().encode(tokens, start, end)
        return self._windows[key]

    def tag(self, encoded: Encoded, first: Integers, last: Integers) -> Floats:
        keys = [(id(encoded), int(a), int(b)) for a, b in zip(first, last, strict=True)]
        new = [at for at, key in enumerate(keys) if key not in self._tags]
        if new:
            for at, row in zip(new, super().tag(encoded, first[new], last[new]), strict=True):
                self._tags[keys[at]] = row
        return np.stack([self._tags[key] for key in keys])


def _spans(tokens: Tokens, found: tuple[Run, ...]) -> tuple[tuple[int, int], ...]:
    return tuple((int(tokens.unit_start[a]), int(tokens.unit_end[b])) for a, b in found)


def _golden(tokens: Tokens, findings: Findings) -> list[GoldAttribution]:
    return [
        GoldAttribution(_spans(tokens, item.source), _spans(tokens, (item.cue,)), _spans(tokens, item.content))
        for item in findings.attributions
        if item.content
    ]


def score(model: ReaderModel, articles: list[GoldArticle], tokens: dict[str, Tokens]) -> Scores:
    """Scores of outermost attributions over articles, each annotator in proportion."""
    annotators = Counter(article.name for article in articles)
    scores = Scores()
    found: dict[str, list[GoldAttribution]] = {}
    for article in articles:
        if article.name not in found:
            found[article.name] = _golden(tokens[article.name], find(model, tokens[article.name]))
        scores.add(article.text, article.attributions, found[article.name], 1 / annotators[article.name])
    return scores


def worth(scores: Scores) -> float:
    """What is tuned: the mean of the three exact scores and the triple."""
    return (sum(counts.f1() for counts in scores.exact.values()) + scores.triple.f1()) / 4


def search(model: ReaderModel, articles: list[GoldArticle], tokens: dict[str, Tokens]) -> Decoding:
    """Coordinate search, two rounds."""
    best, top = model.decoding, -1.0
    for _ in range(2):
        for name, values in GRID.items():
            for value in values:
                trial = replace(best, **{name: value})
                if trial == best and top >= 0:
                    continue
                model.decoding = trial
                result = worth(score(model, articles, tokens))
                if result > top + 0.02:
                    best, top = trial, result
            print(name, getattr(best, name), round(top, 2), flush=True)
    model.decoding = best
    return best


def calibrate(model: ReaderModel, articles: list[GoldArticle], tokens: dict[str, Tokens]) -> tuple[Calibration, float]:
    """Fit the confidence; returns it and the expected calibration error (10 bins, two halves cross-fitted)."""
    rows, right = [], []
    for article in {item.name: item for item in articles}.values():
        findings = find(model, tokens[article.name])
        kept = [item for item in findings.attributions if item.content]
        predicted = [_sets(article.text, item) for item in _golden(tokens[article.name], findings)]
        gold = [_sets(article.text, item) for item in article.attributions]
        partner = {id(p): g for p, g in aligned(predicted, gold)}
        for item, sets in zip(kept, predicted, strict=True):
            rows.append((1.0, item.cue_score, item.roles_score))
            right.append(float(id(sets) in partner and _right(sets, partner[id(sets)])))
    x, y = np.asarray(rows), np.asarray(right)
    half = np.arange(len(y)) % 2 == 0
    crossed = np.empty(len(y))
    crossed[half] = _probability(x[half], _fit(x[~half], y[~half]))
    crossed[~half] = _probability(x[~half], _fit(x[half], y[half]))
    bins = np.minimum((crossed * 10).astype(int), 9)
    error = 0.0
    for number in range(10):
        inside = bins == number
        if inside.any():
            said, were = crossed[inside].mean(), y[inside].mean()
            error += abs(said - were) * inside.mean()
            print(f"confidence {said:.2f}, right {were:.2f}, of {inside.sum()}")
    weights = [round(float(value), 4) for value in _fit(x, y)]
    return Calibration(*weights), float(error)


def _sets(text: str, item: GoldAttribution) -> tuple[frozenset[int], ...]:
    return tuple(alphanumeric(text, fragments) for fragments in (item.source, item.cue, item.content))


def _right(predicted: tuple[frozenset[int], ...], gold: tuple[frozenset[int], ...]) -> bool:
    sources = bool(predicted[0] & gold[0]) or not (predicted[0] or gold[0])
    return sources and len(predicted[2] & gold[2]) >= LIKENESS * len(predicted[2] | gold[2])


def _probability(x: np.ndarray, weights: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))


def _fit(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Logistic regression by Newton's method with a little ridge."""
    weights = np.zeros(x.shape[1])
    for _ in range(30):
        p = _probability(x, weights)
        hessian = (x * (p * (1 - p))[:, None]).T @ x + 1e-3 * np.eye(x.shape[1])
        weights = weights + np.linalg.solve(hessian, x.T @ (y - p) - 1e-3 * weights)
    return weights


def cue_words(folder: Path) -> list[str]:
    """Lowercase words that stand in cues of the training set at least twice and not by chance ("of", "to")."""
    inside: Counter[str] = Counter()
    everywhere: Counter[str] = Counter()
    texts: set[str] = set()
    for article in polnear.articles(folder):
        if article.name not in texts:
            texts.add(article.name)
            everywhere.update(word.strip(EDGES).lower() for word in article.text.split())
        for attribution in article.attributions:
            start, end = attribution.cue[0]
            inside.update({word.strip(EDGES).lower() for word in article.text[start:end].split()})
    return sorted(
        word
        for word, count in inside.items()
        if count >= SEEN_TWICE and count >= OFTEN * everywhere[word] and any(c.isalpha() for c in word)
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    options = parser.parse_args()
    model = Remembering(options.model)
    articles = list(polnear.articles(options.data / "polnear" / "dev"))
    tokens = {article.name: model.wordpieces(article.text) for article in articles}
    decoding = search(model, articles, tokens)
    calibration, error = calibrate(model, articles, tokens)
    print(f"expected calibration error {error:.3f}")
    file = options.model / "reader.json"
    settings = json.loads(file.read_text("utf-8"))
    settings["decoding"] = asdict(decoding)
    settings["calibration"] = asdict(calibration)
    settings["calibration_error"] = round(error, 4)
    settings["cue_words"] = cue_words(options.data / "polnear" / "train")
    file.write_text(json.dumps(settings, indent=1, ensure_ascii=False) + "\n", "utf-8")
    final = score(model, articles, tokens)
    for name in ("exact", "partial", "token"):
        print(name, " / ".join(f"{counts.f1():.1f}" for counts in getattr(final, name).values()))
    print(f"triple {final.triple.f1():.1f}")


if __name__ == "__main__":
    main()
