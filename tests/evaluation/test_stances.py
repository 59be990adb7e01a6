"""Stances: the gold, and the metrics on cases small enough to count by hand."""

from dataclasses import replace
from pathlib import Path

from onrecord.evaluation import stance_gold
from onrecord.evaluation.parties import Named
from onrecord.evaluation.stance_gold import GoldStance, StanceText
from onrecord.evaluation.stances import FoundStance, StanceScores, by_second, in_reading
from onrecord.run.evaluating_commitments import agree_on_stances, dated
from onrecord.types import (
    Attribution,
    AttributionId,
    Certainty,
    Entity,
    EntityId,
    Mention,
    MentionForm,
    MentionId,
    MentionType,
    ModelVersion,
    Polarity,
    Quotation,
    Reading,
    SourceKind,
    Span,
    Stance,
    StanceKind,
    Statement,
    StatementId,
    Time,
)

GOLD = Path(__file__).parents[2] / "eval" / "gold" / "stances"
TEXTS = list(stance_gold.texts(GOLD))

TEXT = (
    "A study found that two wells are poisoned and that children fell ill. Farmers say the mill is old. "
    "The mill's owner denied the findings."
)


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


WELLS, CHILDREN, OLD = at("two wells are poisoned"), at("children fell ill"), at("the mill is old")
DENIAL = GoldStance(
    StanceKind.DENY, (at("The mill's owner"),), (at("denied"),), (WELLS, CHILDREN), toward=(at("A study"),)
)
MARKED = StanceText("wells", "health", "2024-09-02", TEXT, (DENIAL,))
FOUND = FoundStance(
    StanceKind.DENY,
    Named((at("The mill's owner"),)),
    (at("denied"),),
    Named((), (at("A study"),), "A study"),
    ((WELLS,), (CHILDREN,)),
)


def scored(*found: FoundStance, gold: StanceText = MARKED) -> StanceScores:
    scores = StanceScores()
    scores.add(gold, found)
    return scores


def right(scores: StanceScores) -> tuple[float, ...]:
    return scores.stance.f1(), scores.target.f1(), scores.strict.f1(), scores.relaxed.f1()


def test_the_gold_is_large_and_varied():
    without = [text for text in TEXTS if not text.stances]
    assert len(TEXTS) >= 80
    assert 0.2 <= len(without) / len(TEXTS) <= 0.3
    assert len({text.field for text in TEXTS}) >= 12
    kinds = [item.kind for text in TEXTS for item in text.stances]
    assert all(kinds.count(kind) >= 8 for kind in StanceKind)


def test_half_of_the_gold_is_kept_apart():
    assert len(list(stance_gold.texts(GOLD, "dev"))) == len(list(stance_gold.texts(GOLD, "test")))


def test_every_text_has_a_name_of_its_own():
    assert len({text.id for text in TEXTS}) == len(TEXTS)


def test_no_text_of_the_test_part_repeats_one_of_the_other():
    def runs(text: str) -> set[tuple[str, ...]]:
        words = text.lower().split()
        return {tuple(words[at : at + 6]) for at in range(len(words) - 5)}

    dev = set().union(*(runs(text.text) for text in TEXTS if text.id.startswith("dev")))
    test = set().union(*(runs(text.text) for text in TEXTS if text.id.startswith("test")))
    assert sorted(dev & test) == []


def test_every_stance_reaches_something():
    assert [text.id for text in TEXTS for item in text.stances if not item.reaches] == []


def test_the_gold_agrees_with_itself():
    for text in TEXTS:
        if any(not item.optional for item in text.stances):
            assert right(scored(*by_second(text), gold=text)) == (100, 100, 100, 100), text.id


def test_a_fifth_was_annotated_twice():
    pairs = list(stance_gold.annotated_twice(GOLD))
    assert len(pairs) >= len(TEXTS) / 5
    assert {first.id.partition("-")[0] for first, _ in pairs} == {"dev", "test"}
    assert agree_on_stances(GOLD).texts == len(pairs)


def test_the_same_stance_is_all_right():
    assert right(scored(FOUND)) == (100, 100, 100, 100)


def test_kind_and_source_must_be_right():
    assert right(scored(replace(FOUND, kind=StanceKind.QUESTION))) == (0, 0, 0, 0)
    assert right(scored(replace(FOUND, source=Named((at("Farmers"),))))) == (0, 0, 0, 0)


def test_the_right_source_as_a_whole_is_a_right_target():
    assert right(scored(replace(FOUND, reaches=()))) == (100, 100, 0, 0)


def test_one_right_statement_and_no_wrong_one_is_a_right_target():
    some = replace(FOUND, toward=None)
    assert right(scored(replace(some, reaches=((WELLS,),)))) == (100, 100, 0, 100)
    assert right(scored(replace(some, reaches=((WELLS,), (OLD,))))) == (100, 0, 0, 0)
    assert right(scored(replace(some, reaches=((OLD,),)))) == (100, 0, 0, 0)


def test_another_source_as_a_whole_is_a_wrong_target():
    assert right(scored(replace(FOUND, toward=Named((), (at("Farmers"),)), reaches=((OLD,),)))) == (100, 0, 0, 0)


def test_a_statement_much_wider_than_what_is_reached_is_wrong():
    wide = replace(FOUND, toward=None, reaches=((Span(0, len(TEXT)),),))
    assert right(scored(wide)) == (100, 0, 0, 0)


def test_statements_of_the_denial_itself_count_neither_way():
    assert right(scored(replace(FOUND, own=((at("the findings"),),)))) == (100, 100, 100, 100)
    assert right(scored(replace(FOUND, reaches=((WELLS,),), own=((CHILDREN,),)))) == (100, 100, 100, 100)


def test_optional_counts_neither_way():
    gold = replace(MARKED, stances=(replace(DENIAL, optional=True),))
    for scores in (scored(gold=gold), scored(FOUND, gold=gold)):
        assert (scores.stance.predicted, scores.stance.gold) == (0, 0)
        assert all((counts.predicted, counts.gold) == (0, 0) for counts in scores.kinds.values())


def test_a_stance_where_there_is_none_is_one_too_many():
    scores = scored(FOUND, gold=replace(MARKED, stances=()))
    assert (scores.stance.predicted, scores.stance.gold) == (1, 0)


def test_a_reading_is_scored_by_its_statements_and_entities():
    def statement(name: str, span: Span) -> Statement:
        return Statement(StatementId(name), (span,), Certainty.CERTAIN, Polarity.POSITIVE, Time.PRESENT)

    def attribution(name: str, source: str, cue: str, *statements: Statement) -> Attribution:
        content = tuple(span for one in statements for span in one.spans) or (at("the findings"),)
        return Attribution(
            AttributionId(name), (at(source),), (at(cue),), content,
            SourceKind.NAMED_PERSON, Quotation.INDIRECT, 0.9, statements=statements,
        )  # fmt: skip

    study = Entity(EntityId("e1"), "A study", MentionType.WORK, (MentionId("m1"),))
    reading = Reading(
        dated(TEXT, MARKED.published),
        (
            attribution("a1", "A study", "found", statement("s1", WELLS), statement("s2", CHILDREN)),
            attribution("a2", "The mill's owner", "denied"),
        ),
        (Mention(MentionId("m1"), at("A study"), MentionForm.NOMINAL, MentionType.WORK, study.id),),
        (study,),
        None,
        ModelVersion("en-1"),
        stances=(Stance(AttributionId("a2"), StanceKind.DENY, study.id, (StatementId("s1"), StatementId("s2"))),),
    )
    assert right(scored(*in_reading(reading))) == (100, 100, 100, 100)
    alone = replace(reading, stances=(replace(reading.stances[0], statements=()),))
    assert right(scored(*in_reading(alone))) == (100, 100, 0, 0)
