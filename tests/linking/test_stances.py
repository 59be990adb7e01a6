"""What a stance reaches: all of a source, one of several, what it is about, or what was said last; written by hand."""

from __future__ import annotations

from dataclasses import replace

from onrecord.linking.sources import resolve
from onrecord.linking.stances import with_stances
from onrecord.types import (
    AttributionId,
    Certainty,
    Polarity,
    Reading,
    Span,
    Stance,
    StanceKind,
    Statement,
    StatementId,
    Time,
)
from tests.linking.read_by_hand import Script, entity


def stating(reading: Reading, *clauses: str) -> Reading:
    """The reading with a statement for each clause, in the innermost attribution whose content holds it."""
    text = reading.document.text
    found: dict[AttributionId, list[Statement]] = {}
    for number, words in enumerate(clauses, 1):
        span = Span(text.index(words), text.index(words) + len(words))
        home = next(item for item in reading.attributions if any(part.contains(span) for part in item.content))
        statement = Statement(StatementId(f"s{number}"), (span,), Certainty.CERTAIN, Polarity.POSITIVE, Time.PAST)
        found.setdefault(home.id, []).append(statement)
    return replace(
        reading,
        attributions=tuple(replace(item, statements=tuple(found.get(item.id, ()))) for item in reading.attributions),
    )


def reached(reading: Reading, at: AttributionId, kind: StanceKind, target: str | None, by: str) -> Stance | None:
    """The stance of one attribution after linking."""
    text = reading.document.text

    def span(words: str) -> Span:
        start = text.rindex(words)
        return Span(start, start + len(words))

    stance = Stance(at, kind, None, (), (), None, span(by), () if target is None else (span(target),))
    return next(iter(with_stances(replace(reading, stances=(stance,))).stances), None)


REPORT = (
    "A report by auditors says that the dam leaks. It also finds that two gates are stuck. "
    "A mayor said that the road is wet. The ministry rejected the report's findings."
)


def report() -> tuple[Reading, AttributionId]:
    script = Script(REPORT)
    first = script.mention("A report by auditors", "dW", head="report")
    again = script.mention("It", "pW")
    script.mention("A mayor", "dP")
    script.mention("The ministry", "dO")
    owner = script.mention("the report", "dW")
    script.back(again, first)
    script.back(owner, first)
    script.says("A report by auditors", "says", "that the dam leaks", "document")
    script.says("It", "also finds", "that two gates are stuck", "document")
    script.says("A mayor", "said", "that the road is wet", "somebody")
    last = script.says("The ministry", "rejected", "the report's findings", "body")
    return stating(resolve(script.reading()), "the dam leaks", "two gates are stuck", "the road is wet"), last


def test_a_report_s_findings_are_all_that_the_report_says_and_nothing_else():
    reading, at = report()
    stance = reached(reading, at, StanceKind.DENY, "the report's findings", "The ministry")
    assert stance is not None
    assert stance.statements == ("s1", "s2")
    assert stance.toward == next(item.source_entity for item in reading.attributions if item.id == "a1")
    assert stance.by == entity(reading, "The ministry").id


CLAIMS = (
    "A driver alleges that the firm cut wages and that it burned files. "
    "The firm denied the second allegation. The owner declined to comment."
)


def claims(target: str) -> tuple[Reading, AttributionId]:
    text = CLAIMS.replace("the second allegation", target)
    script = Script(text)
    script.mention("A driver", "dP")
    script.mention("The firm", "dO")
    script.mention("The owner", "dP")
    script.says("A driver", "alleges", "that the firm cut wages and that it burned files", "somebody")
    at = script.says("The firm", "denied", target, "body")
    script.says("The owner", "declined", "to comment", "somebody")
    return stating(resolve(script.reading()), "the firm cut wages", "it burned files"), at


def test_an_ordinal_counts_out_one_of_them():
    reading, at = claims("the second allegation")
    stance = reached(reading, at, StanceKind.DENY, "the second allegation", "The firm")
    assert stance is not None
    assert stance.statements == ("s2",)
    assert stance.toward is None


def test_a_noun_for_a_deed_finds_the_statement_that_tells_of_it():
    reading, at = claims("the burning of files")
    stance = reached(reading, at, StanceKind.DENY, "the burning of files", "The firm")
    assert stance is not None
    assert stance.statements == ("s2",)


def test_this_is_what_another_source_said_last():
    reading, at = claims("this")
    stance = reached(reading, at, StanceKind.DENY, "this", "The firm")
    assert stance is not None
    assert stance.statements == ("s1", "s2")


def test_declining_to_comment_is_about_what_was_said_before():
    reading, _ = claims("this")
    stance = reached(reading, AttributionId("a3"), StanceKind.DECLINE, None, "The owner")
    assert stance is not None
    assert stance.statements == ("s1", "s2")


def test_a_stance_toward_what_nobody_says_here_is_none():
    reading, at = claims("the sale of the harbor")
    assert reached(reading, at, StanceKind.DENY, "the sale of the harbor", "The firm") is None


def test_a_figure_is_the_nearest_statement_with_a_number():
    text = "A union says 900 people marched. It adds that the sun shone. Police disputed the figure."
    script = Script(text)
    first = script.mention("A union", "dO")
    script.back(script.mention("It", "pO"), first)
    script.mention("Police", "dO")
    script.says("A union", "says", "900 people marched", "body")
    script.says("It", "adds", "that the sun shone", "body")
    at = script.says("Police", "disputed", "the figure", "body")
    reading = stating(resolve(script.reading()), "900 people marched", "the sun shone")
    stance = reached(reading, at, StanceKind.DENY, "the figure", "Police")
    assert stance is not None
    assert stance.statements == ("s1",)
