"""Members of closed sets as small numbers in the tables. A number, once given, is never given to another member."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Final, Generic, TypeVar

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

Member = TypeVar("Member", bound=StrEnum)


class Codes(Generic[Member]):
    """Numbers for the members of one set, from 1 in the order given; new members go to the end."""

    def __init__(self, *members: Member) -> None:
        self._numbers = {member: number for number, member in enumerate(members, 1)}
        self._members = {number: member for member, number in self._numbers.items()}

    def number(self, member: Member) -> int:
        """The number of a member."""
        return self._numbers[member]

    def number_or_none(self, member: Member | None) -> int | None:
        """The number of a member; nothing for nothing."""
        return None if member is None else self._numbers[member]

    def member(self, number: int) -> Member:
        """The member of a number."""
        return self._members[number]

    def member_or_none(self, number: int | None) -> Member | None:
        """The member of a number; nothing for nothing."""
        return None if number is None else self._members[number]

    def mask(self, members: Iterable[Member | None]) -> int:
        """A number with one bit for each member; bit 0 stands for nothing."""
        found = 0
        for member in members:
            found |= 1 << (0 if member is None else self._numbers[member])
        return found


BLOCKS: Final = Codes(
    BlockKind.HEADLINE, BlockKind.SUBHEADING, BlockKind.BYLINE, BlockKind.PARAGRAPH, BlockKind.LIST, BlockKind.TABLE,
    BlockKind.CAPTION, BlockKind.CREDIT, BlockKind.QUOTE, BlockKind.FOOTNOTE, BlockKind.FURNITURE,
)  # fmt: skip
SOURCES: Final = Codes(
    SourceKind.NAMED_PERSON, SourceKind.NAMED_ORGANIZATION, SourceKind.DOCUMENT, SourceKind.UNNAMED_PERSON,
    SourceKind.UNNAMED_GROUP, SourceKind.AUTHOR, SourceKind.UNSPECIFIED,
)  # fmt: skip
LINKS: Final = Codes(
    LinkKind.PUBLISHER, LinkKind.NAMED_PERSON, LinkKind.NAMED_ORGANIZATION, LinkKind.DOCUMENT, LinkKind.UNNAMED_PERSON,
    LinkKind.UNNAMED_GROUP, LinkKind.UNSPECIFIED,
)  # fmt: skip
QUOTATIONS: Final = Codes(Quotation.DIRECT, Quotation.INDIRECT, Quotation.MIXED)
TYPES: Final = Codes(
    MentionType.PERSON, MentionType.ORGANIZATION, MentionType.GEOPOLITICAL, MentionType.PLACE, MentionType.FACILITY,
    MentionType.EVENT, MentionType.WORK, MentionType.OTHER,
)  # fmt: skip
FORMS: Final = Codes(MentionForm.NAME, MentionForm.NOMINAL, MentionForm.PRONOUN, MentionForm.ADJECTIVE)
ECHOES: Final = Codes(EchoKind.REPRINT, EchoKind.CREDIT, EchoKind.CITATION)
ACTS: Final = Codes(
    Act.SAY, Act.CLAIM, Act.CONFIRM, Act.DENY, Act.ESTIMATE, Act.PREDICT, Act.PLEDGE, Act.DEMAND, Act.ACCUSE, Act.WARN,
    Act.BELIEVE, Act.INFER, Act.ASK, Act.DECLINE, Act.DECIDE, Act.EXPRESS,
)  # fmt: skip
CERTAINTIES: Final = Codes(Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNKNOWN)
POLARITIES: Final = Codes(Polarity.POSITIVE, Polarity.NEGATIVE, Polarity.UNKNOWN)
TIMES: Final = Codes(Time.PAST, Time.PRESENT, Time.FUTURE, Time.NONE)
REPORTER_STANCES: Final = Codes(ReporterStance.ENDORSING, ReporterStance.NEUTRAL, ReporterStance.DISTANCING)
GRANULARITIES: Final = Codes(
    Granularity.TIME, Granularity.DAY, Granularity.WEEK, Granularity.MONTH, Granularity.QUARTER, Granularity.SEASON,
    Granularity.YEAR, Granularity.DECADE, Granularity.CENTURY, Granularity.DURATION, Granularity.SET,
    Granularity.REFERENCE,
)  # fmt: skip
COMMITMENTS: Final = Codes(CommitmentKind.PLEDGE, CommitmentKind.DEMAND)
CONDUCTS: Final = Codes(ConductRelation.KEEPS, ConductRelation.CONTRADICTS)
STANCES: Final = Codes(StanceKind.AFFIRM, StanceKind.DENY, StanceKind.QUESTION, StanceKind.DECLINE)
