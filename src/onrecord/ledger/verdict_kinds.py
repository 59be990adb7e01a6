"""What a person can decide about a suggestion, and what that makes of it."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import Final

from onrecord.ledger.codes import Codes


class Decision(StrEnum):
    """A person's decision on something the machine suggested."""

    ACCEPT = "accept"
    REJECT = "reject"
    EDIT = "edit"
    UNSURE = "unsure"


class Ground(StrEnum):
    """Why a suggestion is rejected."""

    BOUNDARY = "boundary"
    SOURCE = "source"
    ACT = "act"
    POLARITY = "polarity"
    ENTITY = "entity"
    LINK = "link"
    NOT_A_CLAIM = "not-a-claim"


class Standing(IntEnum):
    """What the last decision makes of a suggestion; kept beside it and never instead of the decisions."""

    UNDECIDED = 0
    ACCEPTED = 1
    REJECTED = 2
    UNSURE = 3
    EDITED = 4


STANDINGS: Final = {
    Decision.ACCEPT: Standing.ACCEPTED,
    Decision.REJECT: Standing.REJECTED,
    Decision.UNSURE: Standing.UNSURE,
    Decision.EDIT: Standing.EDITED,
}
DECISIONS: Final = Codes(Decision.ACCEPT, Decision.REJECT, Decision.EDIT, Decision.UNSURE)
GROUNDS: Final = Codes(
    Ground.BOUNDARY, Ground.SOURCE, Ground.ACT, Ground.POLARITY, Ground.ENTITY, Ground.LINK, Ground.NOT_A_CLAIM
)


class Judgement(StrEnum):
    """A person's decision on whether two entities are one."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


JUDGEMENTS: Final = Codes(Judgement.SAME, Judgement.DIFFERENT, Judgement.UNSURE)
