"""Claims: exactly those that are asked for, newest first, page by page."""

from dataclasses import replace

import pytest

from onrecord.errors import BadInput, NotFound
from onrecord.ledger.keys import Kind
from onrecord.ledger.verdict_kinds import Decision
from onrecord.ledger.verdicts import decide
from onrecord.query.claim import claim
from onrecord.query.claims import ClaimFilter, claims
from onrecord.query.streams import Period
from onrecord.types import (
    Act,
    EntityId,
    Mention,
    MentionForm,
    MentionId,
    MentionType,
    SourceKind,
    Stance,
    StanceKind,
)
from tests.ledger.articles import article, says, small_world

from .plain import named, told

READINGS = [article(number) for number in range(30)]
SOME = [known.name for known in small_world().known.things[:6]]


ALL = ClaimFilter()


def every(ledger, wanted=ALL, size=7):
    """All claims of a question, page by page."""
    found, after = [], None
    while True:
        page = ledger.ask(claims, wanted, limit=size, after=after)
        found += page.items
        assert len(page.items) == size or page.next is None
        if page.next is None:
            return found
        after = page.next


def due(fits) -> list[tuple[str, str]]:
    found = ((r, s) for r in READINGS for a, s in told(r) if fits(r, a, s))
    return sorted((r.document.id, s.spans[0].of(r.document.text)) for r, s in found)


def test_all_claims_come_once_and_newest_first(many):
    found = every(many)
    assert len(found) == len({one.id for one in found}) == sum(1 for r in READINGS for _ in told(r))
    assert [one.last_seen for one in found] == sorted((one.last_seen for one in found), reverse=True)


def test_pages_do_not_depend_on_their_size(many):
    assert every(many, size=1_000) == every(many, size=13)


@pytest.mark.parametrize("name", SOME)
def test_about_gives_the_statements_that_name_somebody(many, name):
    expected = due(lambda r, a, s: name in {named(r, entity) for entity in s.entities})
    if not expected:
        pytest.skip("nobody speaks of them")
    assert len(every(many, ClaimFilter(about=name))) == len(expected)


@pytest.mark.parametrize("name", SOME)
@pytest.mark.parametrize("act", [None, Act.SAY, Act.DENY])
def test_by_gives_the_statements_of_a_source(many, name, act):
    expected = due(lambda r, a, s: named(r, a.source_entity) == name and act in (None, a.act))
    try:
        found = every(many, ClaimFilter(by=name, act=act))
    except NotFound:
        found = []
    assert len(found) == len(expected)
    assert all({each.name for each in (*one.affirmed_by, *one.denied_by)} >= {name} for one in found)


def test_by_a_publisher_gives_what_it_says_in_its_own_voice(many):
    outlet = READINGS[0].document.metadata.publisher
    expected = due(lambda r, a, s: r.document.metadata.publisher == outlet and a.source_kind is SourceKind.AUTHOR)
    assert len(every(many, ClaimFilter(by=outlet))) == len(expected) > 0


def test_filters_hold_together(many):
    about, by = SOME[0], SOME[1]
    period = Period("2016-01-01", "2022-12-31")
    expected = due(
        lambda r, a, s: about in {named(r, entity) for entity in s.entities}
        and named(r, a.source_entity) == by
        and "2016-01-01" <= r.document.metadata.published <= "2022-12-31"
    )
    assert len(every(many, ClaimFilter(about=about, by=by, period=period))) == len(expected)


def test_text_is_looked_for_in_the_words_of_the_claim(many):
    word = READINGS[3].document.text.split()[20].strip(".").lower()
    expected = due(lambda r, a, s: word in s.spans[0].of(r.document.text).lower().split())
    found = every(many, ClaimFilter(text=word))
    assert len(found) == len(expected) > 0
    assert all(word in one.text.lower().split() for one in found)


def test_a_full_name_never_returns_a_namesakes_claims(ledger):
    ledger.add(
        says(("Ahmad Nazary", "the bridge holds"), ("Ahmad Nazary", "it will hold")),
        says(("Ali Nazary", "the bridge fell")),
        says(("Nazary", "nobody was told")),
    )
    assert {one.text for one in every(ledger, ClaimFilter(by="Ahmad Nazary"))} == {"the bridge holds", "it will hold"}
    assert {one.text for one in every(ledger, ClaimFilter(by="nazary"))} == {"nobody was told"}


@pytest.mark.parametrize("name", ["marun front", "The Marun Front", "MARUN FRONT's"])
def test_any_writing_of_a_name_is_understood(ledger, name):
    ledger.add(says(("Marun Front", "it is so"), types={"Marun Front": MentionType.ORGANIZATION}))
    assert [one.text for one in every(ledger, ClaimFilter(by=name))] == ["it is so"]


def test_a_short_name_finds_whom_documents_call_so(ledger):
    types = {"Lake Relief Front": MentionType.ORGANIZATION}
    reading = says(("Lake Relief Front", "it is so"), types=types, extra="LRF")
    at = reading.document.text.index("LRF")
    span = replace(reading.mentions[0].span, start=at, end=at + 3)
    short = Mention(MentionId("m2"), span, MentionForm.NAME, MentionType.ORGANIZATION, EntityId("e1"), span)
    entity = replace(reading.entities[0], mentions=(MentionId("m1"), MentionId("m2")))
    ledger.add(replace(reading, mentions=(*reading.mentions, short), entities=(entity,)))
    assert [one.text for one in every(ledger, ClaimFilter(by="LRF"))] == ["it is so"]


def test_who_is_not_on_record_is_said_with_whoever_is_called_alike(ledger):
    ledger.add(says(("Lena Ostrow", "it is so")))
    with pytest.raises(NotFound) as error:
        every(ledger, ClaimFilter(about="Lena Ostrova"))
    assert "Lena Ostrow" in error.value.remedy


@pytest.mark.parametrize("token", ["nonsense!", "1", "1.2.3", "zzzzzzzzzzzzzzzz.1"])
def test_a_token_that_is_none_is_refused(many, token):
    with pytest.raises(BadInput, match="token"):
        many.ask(claims, ClaimFilter(), after=token)


def test_a_denial_counts_against_and_a_stance_stands_on_the_claim(ledger):
    reading = says(("Lena Ostrow", "the port is closed"), ("Harbor Board", "that is untrue"),
                   types={"Harbor Board": MentionType.ORGANIZATION})  # fmt: skip
    first = replace(reading.attributions[0], act=Act.SAY, statements=(_statement(reading, 0),))
    second = replace(reading.attributions[1], act=Act.DENY, statements=(_statement(reading, 1),))
    stance = Stance(second.id, StanceKind.DENY, reading.entities[0].id, (first.statements[0].id,))
    ledger.add(replace(reading, attributions=(first, second), stances=(stance,)))
    said, denied = sorted(every(ledger), key=lambda one: one.text, reverse=True)
    assert [(one.name, one.toward) for one in said.denied_by] == [("Harbor Board", "source")]
    assert [one.name for one in said.affirmed_by] == ["Lena Ostrow"]
    assert denied.counts.statements == 0
    assert [one.name for one in denied.denied_by] == ["Harbor Board"]


def _statement(reading, number):
    from onrecord.types import Certainty, Polarity, Statement, StatementId, Time

    spans = reading.attributions[number].content
    return Statement(StatementId(f"s{number + 1}"), spans, Certainty.CERTAIN, Polarity.POSITIVE, Time.PRESENT)


def test_what_is_rejected_is_gone_and_what_is_accepted_can_be_asked_for(many):
    first, second = every(many)[:2]
    decide(many.store, first.id, Decision.REJECT, by="ana")
    decide(many.store, second.id, Decision.ACCEPT, by="ana")
    assert first.id not in {one.id for one in every(many)}
    assert [one.id for one in every(many, ClaimFilter(accepted=True))] == [second.id]


def test_a_claim_shows_its_evidence_with_chain_origin_and_citation(many):
    listed = next(one for one in every(many) if one.act is Act.WARN)
    detail = many.ask(claim, listed.id)
    (own,) = detail.evidence
    assert detail.claim == listed
    assert own.id == listed.id.replace(Kind.CLAIM.value, Kind.STATEMENT.value, 1)
    reading = next(one for one in READINGS if one.document.id == own.document)
    assert own.text == " ".join(own.spans[0].of(reading.document.text).split())
    assert own.chain[0].name == reading.document.metadata.publisher
    assert own.chain[-1].entity == own.speaker.entity
    assert own.citation.url == reading.document.metadata.url
    assert own.citation.paragraph is not None
    assert [one.name for one in detail.origins] == [own.speaker.name]
    assert many.ask(claim, own.id) == detail, "a statement stands for its claim"


def test_a_claim_that_is_not_there_is_said_to_be_missing(many):
    with pytest.raises(NotFound):
        many.ask(claim, "c000000000000-0000000000")
