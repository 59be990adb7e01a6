"""Two small corpora: novels with coreference, sentences with how sure people were."""

import json

import numpy as np

from onrecord.reading.model import SHIPPED
from onrecord.reading.tokens import Wordpieces
from training.corpora import factuality, litbank
from training.features import IGNORED, UNASKED

WORDPIECES = Wordpieces(SHIPPED / "tokenizer.json")


def test_a_novels_mentions_have_clusters_on_their_heads(tmp_path):
    rows = [("The", "(4"), ("captain", "_"), ("of", "_"), ("ships", "4)"), ("wept", "_"), ("for", "_"), ("him", "(4)")]
    folder = tmp_path / "coref" / "litbank" / "coref" / "conll"
    folder.mkdir(parents=True)
    lines = ["#begin", *("\t".join(["b", "0", str(n), form, *["_"] * 8, mark]) for n, (form, mark) in enumerate(rows))]
    (folder / "made_up.conll").write_text("\n".join(lines), "utf-8")
    (article,) = litbank.load(tmp_path, WORDPIECES)
    (example,) = article.versions
    found = example.clusters.tolist()
    assert [found[1], found[6]] == [5, 5]
    assert set(found) <= {5, IGNORED, UNASKED}


def test_how_sure_people_were_stands_on_the_predicate(tmp_path):
    folder = tmp_path / "factuality" / "uds-ih2"
    folder.mkdir(parents=True)
    sentences = [
        {"text": "It rained , he said .", "targets": [{"span1": [1, 2], "label": 2.5}]},
        {"text": "Nobody did n't care", "targets": [{"span1": [3, 4], "label": -1}]},
    ]
    (folder / "train.jsonl").write_text("\n".join(map(json.dumps, sentences)), "utf-8")
    (article,) = factuality.load(tmp_path, WORDPIECES)
    (example,) = article.versions
    known = np.flatnonzero(~np.isnan(example.facts))
    assert example.facts[known].tolist() == [2.5, -1.0]
    assert known[0] == 1
