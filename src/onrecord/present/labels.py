"""Labels of attributions and statements in plain words, each with the sentence that says why it is there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.types import Act, Attribution, Certainty, Polarity, ReporterStance, Statement, Time

ACTS: Final = {
    Act.SAY: "says",
    Act.CLAIM: "claims",
    Act.CONFIRM: "confirms",
    Act.DENY: "denies",
    Act.ESTIMATE: "estimates",
    Act.PREDICT: "predicts",
    Act.PLEDGE: "pledges",
    Act.DEMAND: "demands",
    Act.ACCUSE: "accuses",
    Act.WARN: "warns",
    Act.BELIEVE: "believes",
    Act.INFER: "infers",
    Act.ASK: "asks",
    Act.DECLINE: "declines",
    Act.DECIDE: "decides",
    Act.EXPRESS: "expresses a view",
}
"""Acts as what the source does."""

_REPORTERS: Final = {
    ReporterStance.ENDORSING: "reporter endorses",
    ReporterStance.NEUTRAL: "reporter neutral",
    ReporterStance.DISTANCING: "reporter keeps distance",
}

UNTOLD: Final = "The reader kept no reason."
"""The answer of a label whose reason is not told."""


@dataclass(frozen=True, slots=True)
class Label:
    """One label as it is shown.

    Attributes:
        words: the label.
        reason: one sentence that says why.
        plain: whether it is what one expects of a sentence in the news (says, certain, positive, neutral); a list
            that has little room leaves it out.
        silent: whether it tells so little that it is only told when one asks (no time, a neutral reporter).
    """

    words: str
    reason: str
    plain: bool = False
    silent: bool = False


@dataclass(frozen=True, slots=True)
class AttributionLabels:
    """The labels of one attribution.

    Attributes:
        act, reporter: absent in the author's voice.
        main: certainty, polarity and time of its main statement; empty where it has none.
        rest: reasons that answer for no single label: why it is an attribution, and why its source is of its kind.
    """

    act: Label | None
    reporter: Label | None
    main: tuple[Label, ...]
    rest: tuple[str, ...]

    @property
    def all(self) -> tuple[Label, ...]:
        """Every label there is, in the order in which they are read."""
        return tuple(label for label in (self.act, *self.main, self.reporter) if label is not None)


def attribution_labels(attribution: Attribution) -> AttributionLabels:
    """The labels of an attribution and, in them, those of its main statement."""
    reasons = _Reasons(attribution.reasons)
    act, reporter = attribution.act, attribution.reporter_stance
    act_label = None if act is None else Label(ACTS[act], reasons.of(act), plain=act is Act.SAY)
    stance = None
    if reporter is not None:
        neutral = reporter is ReporterStance.NEUTRAL
        stance = Label(_REPORTERS[reporter], reasons.of(reporter), plain=neutral, silent=neutral)
    main = main_statement(attribution)
    return AttributionLabels(act_label, stance, () if main is None else statement_labels(main), reasons.rest())


def main_statement(attribution: Attribution) -> Statement | None:
    """The statement whose certainty and polarity the attribution has; the first where none fits."""
    fitting = (
        one
        for one in attribution.statements
        if one.certainty is attribution.certainty and one.polarity is attribution.polarity
    )
    return next(fitting, attribution.statements[0] if attribution.statements else None)


def statement_labels(statement: Statement) -> tuple[Label, ...]:
    """Certainty, polarity and time; one "unknown" where the first two are unknown for one reason."""
    reasons = _Reasons(statement.reasons)
    certainty, polarity, time = statement.certainty, statement.polarity, statement.time
    why_certainty, why_polarity, why_time = reasons.of(certainty), reasons.of(polarity), reasons.of(time)
    none = time is Time.NONE
    when = Label("no time" if none else time.value, why_time, plain=time is not Time.FUTURE, silent=none)
    unknown = certainty is Certainty.UNKNOWN, polarity is Polarity.UNKNOWN
    if all(unknown) and why_certainty == why_polarity:
        return Label("unknown whether it is so", why_certainty), when
    sure = Label(
        "certainty unknown" if unknown[0] else certainty.value, why_certainty, plain=certainty is Certainty.CERTAIN
    )
    sign = Label(
        "polarity unknown" if unknown[1] else polarity.value, why_polarity, plain=polarity is Polarity.POSITIVE
    )
    return sure, sign, when


def sentence(reason: str) -> str:
    """A reason as a sentence: a capital at its beginning, a full stop at its end, curly quotation marks."""
    words = " ".join(reason.split())
    if words.startswith("cue “") and words.endswith("”"):
        words = f"{words.removeprefix('cue ')} marks the attribution"
    words = _curly(words)
    if not words:
        return UNTOLD
    if words[0].islower():
        words = words[0].upper() + words[1:]
    return words if words.rstrip("”’)")[-1:] in {".", "!", "?"} else f"{words}."


def sentences(reasons: Iterable[str]) -> str:
    """Several reasons, a sentence each."""
    return " ".join(sentence(reason) for reason in reasons)


class _Reasons:
    """Reasons by the label they begin with (``probable: ...``); each answers once, in the order given."""

    def __init__(self, reasons: Sequence[str]) -> None:
        self._left = list(reasons)

    def of(self, value: str) -> str:
        """The next reason for a label, as a sentence."""
        for place, reason in enumerate(self._left):
            label, colon, words = reason.partition(": ")
            if colon and label == value:
                del self._left[place]
                return sentence(words)
        return UNTOLD

    def rest(self) -> tuple[str, ...]:
        """What no label has asked for."""
        return tuple(sentence(reason) for reason in self._left)


def _curly(words: str) -> str:
    """Straight single quotation marks around words made curly double ones; apostrophes stay."""
    parts: list[str] = []
    opened: int | None = None
    for place, character in enumerate(words):
        if character == "'":
            before = words[place - 1] if place else " "
            after = words[place + 1] if place + 1 < len(words) else " "
            if opened is None and not before.isalnum() and not after.isspace() and words.find("'", place + 1) > 0:
                opened = place
                parts.append("“")
                continue
            if opened is not None and not after.isalnum():
                opened = None
                parts.append("”")
                continue
        parts.append(character)
    return "".join(parts)
