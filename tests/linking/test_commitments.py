"""Whose commitments they are, and which one is said to be kept or broken; readings written by hand."""

from __future__ import annotations

from dataclasses import replace

from onrecord.linking.commitments import with_commitments
from onrecord.linking.sources import resolve
from onrecord.types import (
    AttributionId,
    Commitment,
    CommitmentKind,
    ConductRelation,
    ConductSign,
    Reading,
    Span,
)
from tests.linking.read_by_hand import Script, entity


def span(text: str, words: str, after: int = 0) -> Span:
    start = text.index(words, after)
    return Span(start, start + len(words))


def pledged(
    reading: Reading, at: AttributionId, by: str, instrument: str | None = None, date: str | None = None
) -> Reading:
    """The reading with a pledge of what the attribution's content says."""
    text = reading.document.text
    return replace(
        reading,
        attributions=tuple(
            replace(
                item,
                commitment=Commitment(
                    CommitmentKind.PLEDGE, item.content, by_span=span(text, by),
                    instrument=instrument, date=date,
                ),
            )
            if item.id == at
            else item
            for item in reading.attributions
        ),
    )  # fmt: skip


def sign(reading: Reading, at: AttributionId, words: str, refers: str | None, actor: str | None = None) -> Reading:
    text = reading.document.text
    drawn = span(text, words)
    found = ConductSign(
        at, ConductRelation.CONTRADICTS, (drawn,),
        None if refers is None else span(text, refers, drawn.start), None if actor is None else span(text, actor),
    )  # fmt: skip
    return replace(reading, conduct_signs=(*reading.conduct_signs, found))


def linked(reading: Reading) -> Reading:
    return with_commitments(reading)


def links(reading: Reading, at: AttributionId) -> list[str]:
    return [one.commitment for item in reading.attributions if item.id == at for one in item.conduct]


TEXT = (
    "Ruritania vowed to close the base. Graustark vowed to open the bridge. "
    "Inspectors said Ruritania had enlarged the base in breach of its vow."
)


def script() -> tuple[Script, AttributionId, AttributionId, AttributionId]:
    text = Script(TEXT)
    text.mention("Ruritania", "nG")
    text.mention("Graustark", "nG")
    text.mention("Inspectors", "dP")
    text.mention("Ruritania", "nG")
    first = text.says("Ruritania", "vowed", "to close the base", "body")
    second = text.says("Graustark", "vowed", "to open the bridge", "body")
    third = text.says("Inspectors", "said", "Ruritania had enlarged the base in breach of its vow", "people")
    return text, first, second, third


def test_who_is_bound_is_the_entity_that_the_words_name():
    text, first, _, _ = script()
    reading = linked(pledged(resolve(text.reading()), first, "Ruritania"))
    [commitment] = [item.commitment for item in reading.attributions if item.commitment is not None]
    assert commitment.by == entity(reading, "Ruritania").id


def test_conduct_is_linked_to_the_commitment_of_whoever_acted_not_to_the_nearest():
    text, first, second, third = script()
    reading = pledged(pledged(resolve(text.reading()), first, "Ruritania"), second, "Graustark")
    reading = sign(reading, third, "in breach of its vow", "its vow", actor="Ruritania")
    assert links(linked(reading), third) == [first]


def test_words_that_name_an_agreement_mean_what_stands_under_it():
    text, first, second, third = script()
    reading = resolve(text.reading())
    reading = pledged(reading, first, "Ruritania", instrument="the Orsk accord")
    reading = pledged(reading, second, "Graustark", instrument="a harbor treaty")
    broken = "in breach of the treaty"
    other = replace(reading, document=replace(reading.document, text=TEXT.replace("in breach of its vow", broken)))
    assert links(linked(sign(other, third, broken, "the treaty")), third) == [second]


def test_a_year_in_the_words_means_the_commitment_of_that_year():
    text, first, second, third = script()
    reading = resolve(text.reading())
    reading = pledged(reading, first, "Ruritania", date="2021")
    reading = pledged(reading, second, "Graustark", date="2020")
    broken = "in breach of 2021 vows"
    other = replace(reading, document=replace(reading.document, text=TEXT.replace("in breach of its vow", broken)))
    assert links(linked(sign(other, third, broken, "2021 vows")), third) == [first]


def test_where_nothing_was_pledged_nothing_is_kept_or_broken():
    text, _, _, third = script()
    reading = linked(sign(resolve(text.reading()), third, "in breach of its vow", "its vow"))
    assert links(reading, third) == []
    assert reading.conduct_signs == ()
