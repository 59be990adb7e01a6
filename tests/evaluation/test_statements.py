"""Acts and statements: the gold, and the metrics on cases small enough to count by hand."""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from onrecord.errors import BadInput
from onrecord.evaluation import statement_gold
from onrecord.evaluation.confusion import NOT_FOUND, Confusion
from onrecord.evaluation.heads import head_of_phrase, head_of_predicate
from onrecord.evaluation.statement_gold import GoldStatement, LabeledAttribution, StatementText
from onrecord.evaluation.statements import (
    Found,
    FoundAttribution,
    FoundStatement,
    StatementScores,
    by_second,
    in_reading,
    same_words,
)
from onrecord.faces.cli.evaluate_statements import acts
from onrecord.reading.sentences import split
from onrecord.run.evaluating_statements import agree_on_statements, unlabeled
from onrecord.types import Act, Certainty, Polarity, ReporterStance, Roles, SourceKind, Span, Time

GOLD = Path(__file__).parents[2] / "eval" / "gold" / "statements"
HALVES = {half: list(statement_gold.texts(GOLD, half)) for half in ("dev", "test")}
TEXTS = [*HALVES["dev"], *HALVES["test"]]
MARKED = [item for text in TEXTS for item in text.attributions]
STATEMENTS = [(text, statement) for text in TEXTS for item in text.attributions for statement in item.statements]

TEXT = "The port is closed and ships will wait outside, the harbor master said."


def at(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def statement(words: str, subject: str, predicate: str, *shared: str) -> GoldStatement:
    return GoldStatement(
        words=(at(words),),
        shared=tuple(at(one) for one in shared),
        certainty=Certainty.CERTAIN,
        polarity=Polarity.POSITIVE,
        time=Time.PRESENT,
        roles=Roles(at(subject), at(predicate), None),
    )


CLOSED = statement("The port is closed", "The port", "is closed")
WAIT = replace(statement("ships will wait outside", "ships", "will wait"), time=Time.FUTURE)
SAID = LabeledAttribution(
    source=(at("the harbor master"),),
    cue=(at("said"),),
    content=(at("The port is closed and ships will wait outside"),),
    statements=(CLOSED, WAIT),
    act=Act.SAY,
    reporter_stance=ReporterStance.NEUTRAL,
)
PORT = StatementText("port", "local", "wire", TEXT, (SAID,))


def found(item: GoldStatement) -> FoundStatement:
    return FoundStatement(
        (*item.words, *item.shared), item.certainty, item.polarity, item.time, item.roles, item.deciding
    )


def scored(found: Found) -> StatementScores:
    scores = StatementScores()
    scores.add(PORT, found)
    return scores


class TestGold:
    def test_it_is_large_and_varied(self):
        sentences = sum(len(split(text.text, Span(0, len(text.text)))) for text in TEXTS)
        assert sentences >= 400
        assert len({text.field for text in TEXTS}) >= 12
        assert len({text.register for text in TEXTS}) >= 6

    def test_every_label_is_there_often_enough(self):
        acts = Counter(item.act for item in MARKED if item.act)
        assert {act.value: acts[act] for act in Act if acts[act] < 15} == {}
        certainties = Counter(one.certainty for _, one in STATEMENTS)
        assert {label.value: certainties[label] for label in Certainty if certainties[label] < 40} == {}
        assert set(Polarity) <= {one.polarity for _, one in STATEMENTS}
        assert set(Time) <= {one.time for _, one in STATEMENTS}
        assert set(ReporterStance) <= {item.reporter_stance for item in MARKED}

    def test_its_halves_are_balanced(self):
        counts = {half: [item.act for text in texts for item in text.attributions] for half, texts in HALVES.items()}
        for act in Act:
            here, there = (Counter(counts[half])[act] for half in HALVES)
            assert min(here, there) >= 7, act.value
        assert {text.field for text in HALVES["dev"]} == {text.field for text in HALVES["test"]}

    def test_no_text_is_there_twice(self):
        assert len({text.id for text in TEXTS}) == len({text.text for text in TEXTS}) == len(TEXTS)

    def test_statements_stand_in_their_content_and_in_one_sentence(self):
        for text in TEXTS:
            sentences = split(text.text, Span(0, len(text.text)))
            for item in text.attributions:
                for one in item.statements:
                    assert all(any(piece.contains(span) for piece in item.content) for span in one.words), text.id
                    assert any(all(here.contains(span) for span in one.words) for here in sentences), text.id

    def test_predicates_stand_in_one_statement_only(self):
        for text in TEXTS:
            statements = [one for item in text.attributions for one in item.statements]
            for one in statements:
                pieces = [span for other in statements if other is not one for span in other.words]
                assert not any(span.overlaps(one.roles.predicate) for span in pieces), text.id

    def test_every_statement_has_a_predicate_and_roles_among_its_words(self):
        for text, one in STATEMENTS:
            assert one.roles.predicate is not None, text.id
            assert any(span.contains(one.roles.predicate) for span in one.words), text.id
            for role in (one.roles.subject, one.roles.object):
                assert role is None or any(span.contains(role) for span in (*one.words, *one.shared)), text.id

    def test_what_is_less_than_certain_or_not_positive_says_by_which_words(self):
        plain = (Certainty.CERTAIN, Polarity.POSITIVE)
        for text, one in STATEMENTS:
            assert one.deciding or (one.certainty, one.polarity) == plain, text.id

    def test_source_cue_and_content_do_not_overlap(self):
        for text in TEXTS:
            for item in text.attributions:
                for span in item.content:
                    assert not any(span.overlaps(other) for other in item.cue), text.id

    def test_a_fifth_is_annotated_twice(self):
        pairs = list(statement_gold.annotated_twice(GOLD))
        assert len(pairs) * 5 >= len(TEXTS)
        for first, second in pairs:
            assert [item.content for item in first.attributions] == [item.content for item in second.attributions]

    def test_the_second_annotation_agrees(self):
        scores = agree_on_statements(GOLD)
        for name in ("act", "reporter_stance", "certainty", "polarity", "time"):
            assert getattr(scores, name).kappa() > 0.6, name

    def test_agreement_is_printed_for_people_and_programs(self):
        table = CliRunner().invoke(acts, ["--data", str(GOLD), "--agreement"])
        assert "kappa" in table.output
        program = CliRunner().invoke(acts, ["--data", str(GOLD), "--agreement", "--format", "json"])
        figures = json.loads(program.output)
        assert figures["statements"]["gold"] == sum(row["number"] for row in figures["certainty"]["confusion"])

    def test_gold_against_itself_is_all_right(self):
        scores = StatementScores()
        for text in TEXTS:
            scores.add(text, by_second(text))
        assert scores.boundaries.f1() == scores.act.macro_f1(found_only=False) == 100
        assert all(confusion.accuracy(found_only=False) == 100 for confusion in scores.roles.values())

    def test_it_can_be_given_without_labels(self):
        reading = unlabeled(PORT)
        (only,) = reading.attributions
        assert (only.cue, only.content, only.act, only.statements) == (SAID.cue, SAID.content, None, ())
        assert only.source_kind is SourceKind.UNNAMED_PERSON
        assert in_reading(reading).statements == ()


class TestLoading:
    def load(self, folder: Path, statement: str) -> StatementText:
        (folder / "dev-x.toml").write_text(
            '[[text]]\nid = "x"\nfield = "local"\nregister = "wire"\ntext = "It was late, it was dark, she said."\n'
            '[[text.attribution]]\nsource = "she"\ncue = "said"\ncontent = ["It was late, it was dark"]\n'
            f'act = "say"\nreporter_stance = "neutral"\nstatements = [{statement}]\n',
            "utf-8",
        )
        return next(statement_gold.texts(folder))

    def test_roles_are_looked_for_inside_their_statement(self, tmp_path):
        text = self.load(
            tmp_path,
            '{words = ["it was dark"], certainty = "certain", polarity = "positive", time = "past", predicate = "was"}',
        )
        (one,) = text.attributions[0].statements
        assert one.roles.predicate == Span(16, 19)

    def test_words_that_are_not_there_are_an_error_that_names_the_text(self, tmp_path):
        with pytest.raises(BadInput, match="text x"):
            self.load(
                tmp_path,
                '{words = ["it was cold"], certainty = "certain", polarity = "positive", time = "past"}',
            )

    def test_an_unknown_label_is_an_error(self, tmp_path):
        with pytest.raises(BadInput, match="unknown label “sure”"):
            self.load(tmp_path, '{words = ["it was dark"], certainty = "sure", polarity = "positive", time = "past"}')


class TestConfusion:
    def test_macro_f1_is_the_mean_over_the_labels_of_gold(self):
        confusion = Confusion()
        for gold, said in (("a", "a"), ("a", "b"), ("b", "b"), ("b", "c")):
            confusion.add(gold, said)
        assert confusion.f1("a", found_only=True) == pytest.approx(100 * 2 / 3)
        assert confusion.macro_f1(found_only=True) == pytest.approx((100 * 2 / 3 + 50) / 2)

    def test_what_is_not_found_counts_only_among_all(self):
        confusion = Confusion()
        confusion.add("a", "a")
        confusion.add("a", NOT_FOUND)
        assert (confusion.accuracy(found_only=True), confusion.accuracy(found_only=False)) == (100, 50)

    def test_kappa_is_agreement_beyond_chance(self):
        confusion = Confusion()
        for gold, said, times in (("a", "a", 20), ("a", "b", 5), ("b", "a", 10), ("b", "b", 15)):
            for _ in range(times):
                confusion.add(gold, said)
        assert confusion.kappa() == pytest.approx(0.4)


class TestScores:
    def test_an_attribution_that_is_not_found_is_no_wrong_act_among_those_found(self):
        scores = scored(Found((), (found(CLOSED), found(WAIT))))
        assert scores.act.of(found_only=True) == 0
        assert scores.act.accuracy(found_only=False) == 0
        assert scores.boundaries.f1() == 100

    def test_attributions_are_paired_by_their_cues(self):
        other = FoundAttribution((at("harbor master said"),), SAID.content, Act.CLAIM, ReporterStance.NEUTRAL)
        scores = scored(Found((other,), ()))
        assert scores.act.wrong() == [("say", "claim", 1)]
        assert scores.reporter_stance.accuracy(found_only=True) == 100

    def test_two_statements_read_as_one_find_one_partner_and_no_boundary(self):
        whole = replace(found(CLOSED), spans=SAID.content)
        scores = scored(Found((), (whole,)))
        assert scores.statements.of(found_only=True) == 1
        assert scores.boundaries.f1() == 0
        assert (scores.positions.gold, scores.positions.predicted) == (1, 0)

    def test_joining_words_at_the_beginning_are_no_error(self):
        joined = replace(found(WAIT), spans=(at("and ships will wait outside"),))
        scores = scored(Found((), (found(CLOSED), joined)))
        assert scores.boundaries.f1() == scores.positions.f1() == 100

    def test_a_word_too_many_is_one(self):
        assert scored(Found((), (replace(found(CLOSED), spans=(at("port is closed"),)),))).boundaries.f1() == 0

    def test_a_shared_subject_may_be_there_or_not(self):
        text = "The port is closed and has been drained, she said."
        drained = GoldStatement(
            words=(at("has been drained", text),),
            shared=(at("The port", text),),
            certainty=Certainty.CERTAIN,
            polarity=Polarity.POSITIVE,
            time=Time.PAST,
            roles=Roles(None, at("has been drained", text), at("The port", text)),
        )
        with_it, without = found(drained), replace(found(drained), spans=drained.words)
        assert same_words(text, drained, with_it)
        assert same_words(text, drained, without)
        assert not same_words(text, drained, replace(with_it, spans=(at("is closed", text), at("The port", text))))

    def test_no_role_is_right_where_gold_has_none(self):
        outside = replace(found(WAIT), roles=replace(WAIT.roles, object=at("outside")))
        scores = scored(Found((), (found(CLOSED), outside)))
        assert scores.roles["subject, exact"].accuracy(found_only=False) == 100
        assert scores.roles["object, exact"].accuracy(found_only=False) == 50

    def test_heads_forgive_what_hangs_on_a_phrase(self):
        master = replace(CLOSED.roles, subject=at("port"))
        scores = scored(Found((), (replace(found(CLOSED), roles=master), found(WAIT))))
        assert scores.roles["subject, exact"].accuracy(found_only=False) == 50
        assert scores.roles["subject, head"].accuracy(found_only=False) == 100


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("the relationship between the two groups", "relationship"),
        ("Two men who were held", "men"),
        ("the director, Pavel Orlo", "director"),
        ("more than 40 guards in two cars", "guards"),
        ("at 31", "31"),
    ],
)
def test_the_head_of_a_phrase(phrase: str, head: str):
    assert phrase[head_of_phrase(phrase, Span(0, len(phrase))) :].startswith(head)


@pytest.mark.parametrize(("words", "head"), [("has broken down", "broken"), ("is likely to hold", "hold")])
def test_the_head_of_a_predicate(words: str, head: str):
    assert words[head_of_predicate(words, Span(0, len(words))) :].startswith(head)
