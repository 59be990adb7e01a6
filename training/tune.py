"""Decoding weights, calibration and cue words of an exported model: ``python -m training.tune --model ... --data ...``.

Works on PolNeAR's development set with the graphs that ship: a coordinate search over a few decoding weights, and two
logistic regressions (Platt 1999), one for which attributions to keep and one for the confidence, with its expected
calibration error. Writes ``reader.json`` anew.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np

from onrecord.evaluation import polnear
from onrecord.evaluation.polnear import GoldArticle, GoldAttribution
from onrecord.evaluation.spans import Scores, aligned, alphanumeric
from onrecord.reading.finding import Findings, Run, find
from onrecord.reading.model import Decoding, Encoded, Floats, Integers, Logistic, ReaderModel
from onrecord.reading.tokens import Tokens

GRID: dict[str, tuple[float, ...]] = {
    "cue_bias": (-1.0, -0.8, -0.6, -0.4, 0.0),
    "least": (0.30, 0.34, 0.38, 0.42, 0.46),
    "source_begin_bias": (-0.5, 0.0, 0.5, 0.75, 1.0),
    "content_begin_bias": (-2.0, -1.0, 0.0, 0.5),
}
LIKENESS = 0.8
"""Share of a content's letters that must agree for an attribution to count as right in the calibration."""
SEEN_TWICE = 2
OFTEN = 0.1
"""Least share of a word's occurrences that are in cues; 0.03 reads two fifths more windows and finds no more."""
EDGES = "“”\"'‘’.,;:!?()"


Sets = tuple[frozenset[int], ...]


class Remembering(ReaderModel):
    """A model that computes every window and every cue once, for repeated decoding of the same texts."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._windows: dict[tuple[int, int, int], Encoded] = {}
        self._tags: dict[tuple[int, int, int], Floats] = {}

    def encode(self, tokens: Tokens, start: int, end: int, layers: bool = False) -> Encoded:
        key = (id(tokens), start, end)
        if key not in self._windows:
            self._windows[key] = super().encode(tokens, start, end, layers)
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
    """What is tuned: the mean of exact scores, partial scores and the triple."""
    both = [*scores.exact.values(), *scores.partial.values(), scores.triple]
    return sum(counts.f1() for counts in both) / len(both)


def search(model: Remembering, articles: list[GoldArticle], tokens: dict[str, Tokens]) -> None:
    """Coordinate search over the grid, two rounds; the acceptance is fitted anew for every trial."""
    best, top = replace(model.decoding, least=GRID["least"][0]), -1.0
    for _ in range(2):
        for name, values in GRID.items():
            for value in values:
                trial = replace(best, **{name: value})
                result = _try(model, trial, articles, tokens)
                if result > top + 0.005:
                    best, top = trial, result
            print(name, getattr(best, name), round(top, 2), flush=True)
    _try(model, best, articles, tokens)


def _try(model: Remembering, trial: Decoding, articles: list[GoldArticle], tokens: dict[str, Tokens]) -> float:
    model.decoding = replace(trial, least=0.0)
    model.acceptance, _ = _regression(*_cases(model, articles, tokens, right=lambda _, __: True))
    model.decoding = trial
    return worth(score(model, articles, tokens))


def _cases(
    model: ReaderModel, articles: list[GoldArticle], tokens: dict[str, Tokens], right: Callable[[Sets, Sets], bool]
) -> tuple[np.ndarray, np.ndarray]:
    """Evidence of every attribution found, and whether it has a gold partner by its cue that it is ``right`` about."""
    rows, answers = [], []
    for article in {item.name: item for item in articles}.values():
        findings = find(model, tokens[article.name])
        predicted = [_sets(article.text, item) for item in _golden(tokens[article.name], findings)]
        gold = [_sets(article.text, item) for item in article.attributions]
        partner = {id(p): g for p, g in aligned(predicted, gold)}
        for item, sets in zip(findings.attributions, predicted, strict=True):
            rows.append(item.evidence)
            answers.append(float(id(sets) in partner and right(sets, partner[id(sets)])))
    return np.asarray(rows), np.asarray(answers)


def _regression(x: np.ndarray, y: np.ndarray) -> tuple[Logistic, float]:
    """Fit, with the expected calibration error (ten bins, two halves cross-fitted)."""
    half = np.arange(len(y)) % 2 == 0
    crossed = np.empty(len(y))
    crossed[half] = _probability(x[half], _fit(x[~half], y[~half]))
    crossed[~half] = _probability(x[~half], _fit(x[half], y[half]))
    bins = np.minimum((crossed * 10).astype(int), 9)
    gaps = [(abs(crossed[bins == b].mean() - y[bins == b].mean()), (bins == b).mean()) for b in set(bins.tolist())]
    weights = tuple(round(float(value), 4) for value in _fit(x, y))
    return Logistic(weights), float(sum(gap * share for gap, share in gaps))


def _sets(text: str, item: GoldAttribution) -> Sets:
    return tuple(alphanumeric(text, fragments) for fragments in (item.source, item.cue, item.content))


def _right(predicted: Sets, gold: Sets) -> bool:
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
    search(model, articles, tokens)
    calibration, error = _regression(*_cases(model, articles, tokens, _right))
    print(f"expected calibration error {error:.3f}")
    file = options.model / "reader.json"
    settings = json.loads(file.read_text("utf-8"))
    settings["decoding"] = asdict(model.decoding)
    settings["acceptance"] = model.acceptance.weights
    settings["calibration"] = calibration.weights
    settings["calibration_error"] = round(error, 4)
    settings["cue_words"] = cue_words(options.data / "polnear" / "train")
    file.write_text(json.dumps(settings, indent=1, ensure_ascii=False) + "\n", "utf-8")
    final = score(model, articles, tokens)
    for name in ("exact", "partial", "token"):
        print(name, " / ".join(f"{counts.f1():.1f}" for counts in getattr(final, name).values()))
    print(f"triple {final.triple.f1():.1f}")


if __name__ == "__main__":
    main()
