"""Numbers of closed sets: each member has one, and it is the one it has always had."""

from onrecord.ledger import codes
from onrecord.ledger.verdict_kinds import DECISIONS, GROUNDS, JUDGEMENTS, Decision, Ground, Judgement
from onrecord.types import (
    Act,
    BlockKind,
    Certainty,
    CommitmentKind,
    ConductRelation,
    EchoKind,
    Granularity,
    LinkKind,
    MentionForm,
    MentionType,
    Polarity,
    Quotation,
    ReporterStance,
    SourceKind,
    StanceKind,
    Time,
)

SETS = {
    BlockKind: codes.BLOCKS, SourceKind: codes.SOURCES, LinkKind: codes.LINKS, Quotation: codes.QUOTATIONS,
    MentionType: codes.TYPES, MentionForm: codes.FORMS, EchoKind: codes.ECHOES, Act: codes.ACTS,
    Certainty: codes.CERTAINTIES, Polarity: codes.POLARITIES, Time: codes.TIMES,
    ReporterStance: codes.REPORTER_STANCES, Granularity: codes.GRANULARITIES, CommitmentKind: codes.COMMITMENTS,
    ConductRelation: codes.CONDUCTS, StanceKind: codes.STANCES, Decision: DECISIONS, Ground: GROUNDS,
    Judgement: JUDGEMENTS,
}  # fmt: skip


def test_every_member_of_every_set_has_a_number_of_its_own():
    for members, numbers in SETS.items():
        given = [numbers.number(member) for member in members]
        assert len(set(given)) == len(members)
        assert [numbers.member(number) for number in given] == list(members)


def test_numbers_that_ledgers_hold_never_change():
    assert [codes.ACTS.number(act) for act in (Act.SAY, Act.DENY, Act.EXPRESS)] == [1, 4, 16]
    assert [codes.SOURCES.number(kind) for kind in (SourceKind.NAMED_PERSON, SourceKind.AUTHOR)] == [1, 6]
    assert codes.BLOCKS.number(BlockKind.FURNITURE) == 11


def test_a_mask_has_a_bit_for_each_member_and_one_for_none():
    assert codes.ACTS.mask([Act.SAY, None, Act.SAY, Act.CONFIRM]) == 0b1011
