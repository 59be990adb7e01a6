"""The assembly benchmark: it is sound, it is varied, and what is not sound is refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.errors import BadInput
from onrecord.evaluation.assembly_cluster import ApartKind, Cluster, EchoKind, Fidelity, Finding, GoldClaim, Quoted
from onrecord.evaluation.assembly_gold import clusters, load
from onrecord.evaluation.assembly_text import place, plain_text
from onrecord.intake.sources import Raw
from onrecord.intake.take import take_in
from onrecord.settings import Settings
from onrecord.types import Document, StanceKind

BENCHMARK = Path(__file__).parents[2] / "eval" / "assembly"
ALL = list(clusters(BENCHMARK))

MANIFEST = """
field = "harbors"

[[document]]
file = "board.txt"
publisher = "Harbor Board"
published = 2024-05-01

[[document]]
file = "post.txt"
publisher = "Quay Post"
published = 2024-05-02
"""
BOARD = 'The crane is safe. "We test it, and we oil it," the master said.\n'
POST = 'The crane is safe, the Harbor Board says. "We test it," the master said.\n'
GOLD = """
[[origin]]
key = "board"
name = "Harbor Board"
kind = "named-organization"

[[claim]]
key = "safe"
evidence = [
  { d = "board", s = "The crane is safe", o = "board" },
  { d = "post", s = "The crane is safe", o = "board" },
]
origins = [{ o = "board", why = "the Post cites the board" }]
counts = { statements = 2, documents = 2, publishers = 2, origins = 1, origins_min = 1 }

[apart]
about = [["post", "board"]]

[[quote]]
key = "test"
speaker = "the master"
reference = { d = "board", s = "We test it, and we oil it," }
occurrences = [{ d = "post", s = "We test it,", fidelity = "shortened" }]
"""


def small(tmp_path: Path, gold: str = GOLD) -> Path:
    folder = tmp_path / "dev" / "crane"
    folder.mkdir(parents=True)
    for name, words in {"manifest.toml": MANIFEST, "board.txt": BOARD, "post.txt": POST, "gold.toml": gold}.items():
        (folder / name).write_text(words, "utf-8")
    return folder


def taken_in(cluster: Cluster) -> dict[str, Document]:
    folder = BENCHMARK / cluster.split / cluster.name
    return {
        one.key: take_in(
            Raw(one.file.name, (folder / one.file).read_bytes()),
            Settings(publisher=one.publisher, published=one.published.isoformat(), url=one.url),
        )
        for one in cluster.documents
    }


def claims(split: str) -> list[GoldClaim]:
    return [claim for one in ALL if one.split == split for claim in one.claims]


def quoted(cluster: Cluster) -> Iterator[Quoted]:
    for claim in cluster.claims:
        yield from (one.quoted for one in claim.evidence)
    for echo in cluster.echoes:
        yield from echo.shared
    for quote in cluster.quotes:
        yield from [quote.reference] if quote.reference else []
        yield from (one.quoted for one in quote.occurrences)
    for figure in cluster.figures:
        yield from figure.evidence
    for commitment in cluster.commitments:
        yield from commitment.evidence
        yield from (one.quoted for one in commitment.conduct)
    for correction in cluster.corrections:
        yield from (correction.quoted, correction.of)
    for drift in cluster.drifts:
        yield from (drift.start, drift.end)
    yield from (one.quoted for one in cluster.stances)


def test_seven_clusters_of_each_half_are_sound() -> None:
    assert Counter(one.split for one in ALL) == {"dev": 7, "test": 7}
    assert all(4 <= len(one.documents) <= 8 for one in ALL)
    assert len({one.field for one in ALL}) == len({one.name for one in ALL}) == len(ALL)


@pytest.mark.parametrize("cluster", ALL, ids=lambda one: one.name)
def test_every_quoted_word_is_in_what_intake_makes_of_the_file(cluster: Cluster) -> None:
    documents = taken_in(cluster)
    for one in quoted(cluster):
        assert one.spans(documents[one.document].text)


@pytest.mark.parametrize("cluster", ALL, ids=lambda one: one.name)
def test_articles_are_short(cluster: Cluster) -> None:
    for one in cluster.documents:
        words = len(plain_text(BENCHMARK / cluster.split / cluster.name / one.file).split())
        assert 110 <= words <= 400, one.file


@pytest.mark.parametrize("split", ["dev", "test"])
def test_always_answering_one_origin_does_not_pass(split: str) -> None:
    counts = [claim.counts for claim in claims(split)]
    several = [one for one in counts if one.statements > 1]
    assert sum(one.origins > 1 for one in counts) / len(counts) >= 0.4
    assert sum(one.origins > 1 for one in several) / len(several) >= 0.5
    assert any(one.origins_min < one.origins for one in counts)


@pytest.mark.parametrize("split", ["dev", "test"])
def test_each_half_has_what_the_design_asks_for(split: str) -> None:
    half = [one for one in ALL if one.split == split]
    kinds = {echo.kind for one in half for echo in one.echoes}
    assert kinds == set(EchoKind)
    assert sum(apart.kind is ApartKind.INDEPENDENT for one in half for apart in one.apart) > 40
    fidelity = {item.fidelity for one in half for quote in one.quotes for item in quote.occurrences}
    assert fidelity == set(Fidelity)
    stances = {stance.kind for one in half for stance in one.stances}
    assert stances == set(StanceKind)
    assert any(stance.document for one in half for stance in one.stances)
    assert sum(bool(one.diffs) for one in half) >= 2
    assert sum(bool(one.drafts) for one in half) >= 2
    assert sum(bool(one.circles) for one in half) >= 2
    assert all(one.corrections or one.commitments for one in half)
    findings = {item.finding for one in half for draft in one.drafts for item in draft.items}
    assert {Finding.ALTERED, Finding.OTHER_FIGURE, Finding.OTHER_SOURCE, Finding.NOT_FOUND} <= findings


def test_no_outlet_and_no_sentence_is_in_both_halves() -> None:
    publishers = {
        split: {item.publisher for one in ALL if one.split == split for item in one.documents}
        for split in ("dev", "test")
    }
    assert not publishers["dev"] & publishers["test"]
    words = {
        split: {item.quoted.words for claim in claims(split) for item in claim.evidence} for split in ("dev", "test")
    }
    assert not words["dev"] & words["test"]


def test_a_sound_cluster_loads(tmp_path: Path) -> None:
    cluster = load(small(tmp_path))
    (claim,) = cluster.claims
    assert (cluster.split, cluster.name, cluster.field) == ("dev", "crane", "harbors")
    assert (claim.counts.documents, claim.counts.origins) == (2, 1)
    assert [span.of(POST) for span in claim.evidence[1].quoted.spans(POST)] == ["The crane is safe"]


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ('s = "The crane is safe", o = "board" },\n]', 's = "The crane is old", o = "board" },\n]', "does not hold"),
        ('s = "We test it,"', 's = "the"', "2 times"),
        ("documents = 2", "documents = 3", "its evidence makes"),
        ('{ d = "post", s = "The crane', '{ d = "herald", s = "The crane', "herald"),
        ('about = [["post", "board"]]', "about = []", "0 times in place of once"),
        ('fidelity = "shortened"', 'fidelity = "exact"', "not exact"),
        ('fidelity = "shortened"', 'fidelity = "cut"', "none of"),
        ('o = "board", why', 'o = "crane", why', "origin crane"),
        ('key = "test"', "", "lacks a key"),
    ],
)
def test_what_is_not_sound_is_refused(tmp_path: Path, before: str, after: str, problem: str) -> None:
    assert before in GOLD
    with pytest.raises(BadInput, match=problem):
        load(small(tmp_path, GOLD.replace(before, after, 1)))


def test_an_echo_is_never_older_than_what_it_echoes(tmp_path: Path) -> None:
    echo = '[[echo]]\ndocument = "board"\nof = "post"\nkind = "reprint"\nwhy = "the same words"\n[apart]'
    with pytest.raises(BadInput, match="published later"):
        load(small(tmp_path, GOLD.replace("[apart]", echo)))


def test_a_folder_without_clusters_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no clusters"):
        list(clusters(tmp_path, "dev"))


def test_words_are_found_whatever_their_quotation_marks() -> None:
    text = "“It’s his,” she said – and it was. “It’s hers.”"
    assert place("It's his", None, text).of(text) == "It’s his"
    assert place("It's", 2, text).start == text.rindex("It’s")
    with pytest.raises(LookupError, match="2 times"):
        place("It's", None, text)
    with pytest.raises(LookupError, match="does not hold"):
        place("he", None, text)
