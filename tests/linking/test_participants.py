"""Whom statements and quantities are about."""

from dataclasses import replace

import pytest

from onrecord.linking.participants import with_participants
from onrecord.types import (
    Certainty,
    EntityId,
    Polarity,
    Quantity,
    QuantityId,
    Reading,
    Roles,
    Span,
    Statement,
    StatementId,
    Time,
)
from tests.linking.read_by_hand import Script


def about(text: str, names: list[str], quantity: str | None = None, subject: str | None = None) -> Reading:
    """One author's statement of all the text, each name an entity (e1, e2, ...)."""
    script = Script(text)
    for name in names:
        script.mention(name, "nO")
    script.says((), "", text, kind="author")
    reading = script.reading()

    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    count = () if quantity is None else (Quantity(QuantityId("q1"), span(quantity), 5, 5, "men"),)
    statement = Statement(
        StatementId("s1"), (Span(0, len(text)),), Certainty.CERTAIN, Polarity.POSITIVE, Time.PAST,
        Roles(None if subject is None else span(subject)), quantities=tuple(one.id for one in count),
    )  # fmt: skip
    mentions = tuple(replace(one, entity=EntityId(f"e{n}")) for n, one in enumerate(reading.mentions, 1))
    attribution = replace(reading.attributions[0], statements=(statement,))
    return with_participants(replace(reading, mentions=mentions, attributions=(attribution,), quantities=count))


def test_a_statement_has_the_entities_in_it_in_text_order():
    (statement,) = about("Tin Union sued Marlow Bank.", ["Tin Union", "Marlow Bank"]).attributions[0].statements
    assert statement.entities == ("e1", "e2")


@pytest.mark.parametrize(
    ("text", "names", "quantity", "subject", "whose"),
    [
        ("The 5 Tin Union men left Marlow.", ["Tin Union", "Marlow"], "5 Tin Union men", None, "e1"),
        ("Marlow saw 5 men of the Tin Union.", ["Marlow", "Tin Union"], "5 men", "Marlow", "e2"),
        ("Tin Union has 5 men.", ["Tin Union"], "5 men", "Tin Union", "e1"),
        ("5 men left.", [], "5 men", "5 men", None),
        ("In Marlow 5 men left.", ["Marlow"], "5 men", None, None),
    ],
)
def test_a_quantity_is_of_whom_it_names_or_of_the_subject(text, names, quantity, subject, whose):
    assert about(text, names, quantity, subject).quantities[0].entity == whose
