"""Commitments and conduct: the gold, and the metrics on cases small enough to count by hand."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.errors import BadInput
from onrecord.evaluation import commitment_gold, stance_gold
from onrecord.evaluation.commitment_gold import CommitmentText, GoldCommitment, GoldConduct, Party
from onrecord.evaluation.commitments import (
    CommitmentScores,
    Found,
    FoundCommitment,
    FoundConduct,
    by_second,
    in_reading,
)
from onrecord.evaluation.parties import Named
from onrecord.run.evaluating_commitments import agree_on_commitments, dated
from onrecord.types import (
    Attribution,
    AttributionId,
    Commitment,
    CommitmentKind,
    Conduct,
    ConductRelation,
    Entity,
    EntityId,
    Mention,
    MentionForm,
    MentionId,
    MentionType,
    ModelVersion,
    Quotation,
    Reading,
    SourceKind,
    Span,
)

GOLD = Path(__file__).parents[2] / "eval" / "gold" / "commitments"
TEXTS = list(commitment_gold.texts(GOLD))

TEXT = (
    "The Harbor Board promised the crews in May to mend the crane by 1 August under the port charter. "
    "It mended the crane in July, as promised."
)


def at(words: str, number: int = 1) -> Span:
    start = -1
    for _ in range(number):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


PROMISE = GoldCommitment(
    kind=CommitmentKind.PLEDGE,
    cue=(at("promised"),),
    what=(at("to mend the crane by 1 August"),),
    by=Party((at("The Harbor Board"),)),
    to=Party((at("the crews"),)),
    instrument=at("the port charter"),
    date=("2024-05",),
    deadline=("2024-08-01",),
)
KEPT = GoldConduct(0, (at("It mended the crane in July"),), ConductRelation.KEEPS, (at("as promised"),))
MARKED = CommitmentText("crane", "transport", "2024-09-02", TEXT, (PROMISE,), (KEPT,))
FOUND = FoundCommitment(
    kind=CommitmentKind.PLEDGE,
    reports=(at("promised"),),
    what=(at("to mend the crane by 1 August"),),
    by=Named((at("The Harbor Board"),)),
    to=Named((at("the crews"),)),
    instrument="port charter",
    date="2024-05",
    deadline="2024-08-01",
)
TOLD = FoundConduct(0, (at("It mended the crane in July, as promised."),), ConductRelation.KEEPS, (at("as promised"),))


def scored(*commitments: FoundCommitment, conduct: tuple[FoundConduct, ...] = (), gold=MARKED) -> CommitmentScores:
    scores = CommitmentScores()
    scores.add(gold, Found(commitments, conduct))
    return scores


def test_the_gold_is_large_and_varied():
    with_some = [text for text in TEXTS if text.commitments]
    assert len(TEXTS) >= 150
    assert 0.5 <= len(with_some) / len(TEXTS) <= 0.7
    assert sum(len(text.conduct) for text in TEXTS) >= 35
    assert len({text.field for text in TEXTS}) >= 12
    kinds = [item.kind for text in TEXTS for item in text.commitments]
    assert min(kinds.count(kind) for kind in CommitmentKind) >= 40


def test_half_of_the_gold_is_kept_apart():
    assert len(list(commitment_gold.texts(GOLD, "dev"))) == len(list(commitment_gold.texts(GOLD, "test")))


def test_every_text_has_a_name_of_its_own():
    assert len({text.id for text in TEXTS}) == len(TEXTS)


def test_every_text_has_one_to_four_sentences():
    assert [text.id for text in TEXTS if len(text.text.split()) > 80] == []


def test_no_text_of_the_test_part_repeats_one_of_the_other():
    def runs(text: str) -> set[tuple[str, ...]]:
        words = text.lower().split()
        return {tuple(words[at : at + 6]) for at in range(len(words) - 5)}

    dev = set().union(*(runs(text.text) for text in TEXTS if text.id.startswith("dev")))
    test = set().union(*(runs(text.text) for text in TEXTS if text.id.startswith("test")))
    assert sorted(dev & test) == []


def test_a_cue_stands_outside_of_what_it_reports():
    for text in TEXTS:
        for item in text.commitments:
            assert item.optional or not any(cue.overlaps(what) for cue in item.cue for what in item.what), text.id


def test_conduct_is_linked_by_words():
    assert [text.id for text in TEXTS if not all(link.words and link.sentence for link in text.conduct)] == []


def test_the_gold_agrees_with_itself():
    for text in TEXTS:
        scores = CommitmentScores()
        scores.add(text, by_second(text))
        if any(not item.optional for item in text.commitments):
            assert scores.commitments.f1() == 100, text.id
        if any(not item.optional for item in text.conduct):
            assert scores.conduct.f1() == 100, text.id
        for name, share in scores.details.items():
            assert share.right == share.of, (text.id, name)


def test_a_fifth_was_annotated_twice():
    pairs = list(commitment_gold.annotated_twice(GOLD))
    assert len(pairs) >= len(TEXTS) / 5
    assert {first.id.partition("-")[0] for first, _ in pairs} == {"dev", "test"}
    assert agree_on_commitments(GOLD).texts == len(pairs)


def test_the_same_commitment_is_all_right():
    scores = scored(FOUND, conduct=(TOLD,))
    assert scores.commitments.f1() == scores.kinds[CommitmentKind.PLEDGE].f1() == scores.conduct.f1() == 100
    assert {name: share.percent() for name, share in scores.details.items() if share.of} == {
        "by": 100, "to": 100, "instrument": 100, "date": 100, "deadline": 100,
    }  # fmt: skip
    assert scores.words.percent() == 100


def test_a_demand_is_no_pledge():
    assert scored(replace(FOUND, kind=CommitmentKind.DEMAND)).commitments.f1() == 0


def test_the_cue_alone_is_enough():
    assert scored(replace(FOUND, what=(at("by 1 August"),))).commitments.f1() == 100


def test_half_of_the_words_are_enough():
    elsewhere = replace(FOUND, reports=(at("port charter"),))
    assert scored(replace(elsewhere, what=(at("to mend the crane"),))).commitments.f1() == 100
    assert scored(replace(elsewhere, what=(at("by 1 August"),))).commitments.f1() == 0
    assert scored(replace(elsewhere, what=(Span(0, len(TEXT)),))).commitments.f1() == 0


def test_a_second_finding_of_one_commitment_is_one_too_many():
    scores = scored(FOUND, FOUND)
    assert (scores.commitments.hit_predicted, scores.commitments.predicted) == (1, 2)


def test_optional_counts_neither_way():
    gold = replace(MARKED, commitments=(replace(PROMISE, optional=True),), conduct=())
    for scores in (scored(gold=gold), scored(FOUND, gold=gold)):
        assert (scores.commitments.predicted, scores.commitments.gold) == (0, 0)
        assert all(share.of == 0 for share in scores.details.values())


def test_the_wrong_party_is_wrong():
    assert scored(replace(FOUND, by=Named((at("the crews"),)))).details["by"].percent() == 0
    assert scored(replace(FOUND, by=None)).details["by"].percent() == 0


def test_a_party_that_is_only_implied_may_be_left_out():
    implied = replace(PROMISE, to=Party((), (at("the crews"),)))
    gold = replace(MARKED, commitments=(implied,))
    assert scored(replace(FOUND, to=None), gold=gold).details["to"].of == 0
    assert scored(FOUND, gold=gold).details["to"].percent() == 100
    assert scored(replace(FOUND, to=Named((at("The Harbor Board"),))), gold=gold).details["to"].percent() == 0


def test_details_that_neither_side_gives_are_not_counted():
    assert scored(FOUND).details["exchange"].of == 0


def test_a_detail_that_only_the_machine_gives_is_wrong():
    share = scored(replace(FOUND, exchange=(at("the port charter"),))).details["exchange"]
    assert (share.right, share.of) == (0, 1)


def test_any_of_several_values_is_right_and_the_hour_does_not_matter():
    gold = replace(MARKED, commitments=(replace(PROMISE, deadline=("2024", "2024-08-01")),))
    assert scored(replace(FOUND, deadline="2024-08-01T12:00"), gold=gold).details["deadline"].percent() == 100
    assert scored(replace(FOUND, deadline="2024-08"), gold=gold).details["deadline"].percent() == 0


def test_conduct_needs_its_commitment_and_its_relation():
    other = replace(FOUND, reports=(at("mended"),), what=(at("the crane in July"),))
    assert scored(other, conduct=(TOLD,)).conduct.f1() == 0
    assert scored(FOUND, conduct=(replace(TOLD, relation=ConductRelation.CONTRADICTS),)).conduct.f1() == 0
    assert scored(FOUND, conduct=(replace(TOLD, commitment=None),)).conduct.f1() == 0


def test_conduct_is_found_by_its_words_too():
    assert scored(FOUND, conduct=(replace(TOLD, extent=(at("in July"),)),)).conduct.f1() == 100
    apart = replace(TOLD, extent=(at("in July"),), words=(at("under"),))
    assert scored(FOUND, conduct=(apart,)).conduct.f1() == 0


def test_a_reading_is_scored_by_its_entities():
    board = Entity(EntityId("e1"), "Harbor Board", MentionType.ORGANIZATION, (MentionId("m1"), MentionId("m2")))
    mentions = (
        Mention(MentionId("m1"), at("The Harbor Board"), MentionForm.NAME, MentionType.ORGANIZATION, board.id),
        Mention(MentionId("m2"), at("It"), MentionForm.PRONOUN, MentionType.ORGANIZATION, board.id),
    )
    promise = Attribution(
        AttributionId("a1"), (at("The Harbor Board"),), (at("promised"),), (at("to mend the crane"),),
        SourceKind.NAMED_ORGANIZATION, Quotation.INDIRECT, 0.9,
        commitment=Commitment(CommitmentKind.PLEDGE, (at("to mend the crane"),), by=board.id),
    )  # fmt: skip
    conduct = Attribution(
        AttributionId("a2"), (), (), (at("It mended the crane in July, as promised."),),
        SourceKind.AUTHOR, Quotation.INDIRECT, 0.9,
        conduct=(Conduct(promise.id, ConductRelation.KEEPS, (at("as promised"),)),),
    )  # fmt: skip
    document = dated(TEXT, MARKED.published)
    reading = Reading(document, (promise, conduct), mentions, (board,), None, ModelVersion("en-1"))
    scores = CommitmentScores()
    scores.add(MARKED, in_reading(reading))
    assert scores.commitments.f1() == scores.conduct.f1() == 100
    assert scores.details["by"].percent() == 100
    assert scores.details["to"].percent() == 0


@pytest.mark.parametrize(
    ("labels", "problem"),
    [
        ('cue = "swore"\nkind = "pledge"\nwhat = ["it"]', "does not hold “swore”"),
        ('cue = "said"\nkind = "pledge"\nwhat = ["rain"]', "holds “said” 2 times"),
        ('cue = "rained"\nkind = "pledge"\nwhat = ["it"]\nwhom = "me"', "unknown key “whom”"),
    ],
)
def test_gold_that_does_not_fit_its_text_is_an_error(tmp_path, labels, problem):
    text = "id = 'a'\nfield = 'x'\npublished = '2024-01-01'\ntext = 'She said it rained, he said.'"
    (tmp_path / "dev-a.toml").write_text(f"[[text]]\n{text}\n[[text.commitment]]\n{labels}", "utf-8")
    with pytest.raises(BadInput, match=problem):
        list(commitment_gold.texts(tmp_path))


def test_the_example_in_the_documentation_is_sound(tmp_path):
    page = (Path(__file__).parents[2] / "docs" / "how-to-evaluate.md").read_text("utf-8")
    block = next(one for one in re.findall(r"^```toml\n(.*?)^```$", page, re.M | re.S) if "[[text.conduct]]" in one)
    pledged, denied = block.split('[[text]]\nid = "dev-wells"')
    (tmp_path / "dev-crane.toml").write_text(pledged, "utf-8")
    (text,) = commitment_gold.texts(tmp_path)
    assert (len(text.commitments), len(text.conduct)) == (1, 1)
    (tmp_path / "dev-crane.toml").write_text('[[text]]\nid = "dev-wells"' + denied, "utf-8")
    (told,) = stance_gold.texts(tmp_path)
    assert len(told.stances) == 1


def test_a_folder_without_gold_is_an_error(tmp_path):
    with pytest.raises(BadInput, match="holds no test-"):
        list(commitment_gold.texts(tmp_path, "test"))
