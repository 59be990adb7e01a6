"""What a careful person reads in the made-up article beside who says what: labels, figures, dates, pledges, stances."""

from __future__ import annotations

from onrecord.types import (
    Act,
    AttributionId,
    Certainty,
    Commitment,
    CommitmentKind,
    Conduct,
    ConductRelation,
    EntityId,
    Granularity,
    Polarity,
    ReporterStance,
    StanceKind,
    StatementId,
    Time,
)

from .builder import Builder

REPORT, REYES, DUNMORE, UNION = EntityId("e2"), EntityId("e3"), EntityId("e6"), EntityId("e10")
PLEDGE, CONDUCT, DEMAND, DENIAL, DECLINED = (AttributionId(key) for key in ("a6", "a18", "a19", "a5", "a12"))


def add_layers(make: Builder) -> None:
    """Adds the layers; attributions are named as they were said, ``a1`` first."""
    make.lexicon = "1"
    _figures(make)
    _dates(make)
    report = _report(make)
    _denial(make, report)
    _pledge(make)
    _people(make)
    _voice(make)


def _figures(make: Builder) -> None:
    make.quantity("61 samples", 61, 61, "samples", entity=DUNMORE, as_of="2026")
    make.quantity("at least 38", 38, None, modifier="at least")
    make.quantity("two people", 2, 2, "people")
    make.quantity("an estimated 40 to 55 million", 40_000_000, 55_000_000, modifier="estimated")
    make.quantity("nine fields", 9, 9, "fields")


def _dates(make: Builder) -> None:
    make.date("March", "2026-03", Granularity.MONTH)
    make.date("two years", "P2Y", Granularity.DURATION)
    make.date("the end of June", "2026-06", Granularity.MONTH)
    make.date("in November", "2025-11", Granularity.MONTH)
    make.date("the autumn", "2026-FA", Granularity.SEASON)
    make.date("15 May", "2026-05-15", Granularity.DAY)


def _report(make: Builder) -> list[StatementId]:
    """Labels what the report says; gives the statements that rest on it."""
    hidden = make.statement(
        "A company paid to keep the harbor open recorded unsafe levels of lead in the silt it moved",
        subject="A company paid to keep the harbor open",
        predicate="recorded",
        object="unsafe levels of lead in the silt it moved",
    )
    silent = make.statement(
        ["A company paid to keep the harbor open", "told no one"],
        polarity=Polarity.NEGATIVE,
        subject="A company paid to keep the harbor open",
        predicate="told",
        object="no one",
        deciding="no one",
        reasons=("certain: it is said flatly", "negative: “no one” negates it", "past: “told” is over"),
    )
    make.label(AttributionId("a1"), Act.CLAIM, hidden, silent, stance=ReporterStance.DISTANCING)
    taken = make.statement("Dunmore Marine took 61 samples over two years", subject="Dunmore Marine", predicate="took")
    above = make.statement("at least 38 of them exceeded the legal limit", predicate="exceeded")
    make.label(AttributionId("a2"), Act.SAY, taken, above)
    warned = make.statement("a laboratory technician warned that the barges were", predicate="warned")
    make.label(AttributionId("a3"), Act.SAY, warned)
    poison = make.statement(
        "the barges were “loading poison in daylight.”", subject="the barges", predicate="were “loading"
    )
    make.label(AttributionId("a4"), Act.WARN, poison)
    return [one.id for one in (hidden, silent, taken, above, warned, poison)]


def _denial(make: Builder, reached: list[StatementId]) -> None:
    nobody = make.statement(
        "Nobody hid anything",
        polarity=Polarity.NEGATIVE,
        subject="Nobody",
        predicate="hid",
        object="anything",
        deciding="Nobody",
        reasons=("certain: it is said flatly", "negative: “Nobody” negates it", "past: “hid” is over"),
    )
    went = make.statement("Every reading went into a file", subject="Every reading", predicate="went")
    make.label(DENIAL, Act.DENY, nobody, went)
    make.stands(DENIAL, StanceKind.DENY, REPORT, reached, "“Nobody hid anything” denies what the report says")


def _pledge(make: Builder) -> None:
    opening = make.statement(
        "the firm would open its records to the town by the end of June",
        time=Time.FUTURE,
        subject="the firm",
        predicate="would open",
        object="its records",
        deciding="would",
        reasons=(
            "certain: a flat promise",
            "positive: nothing in it says no",
            "future: “would” tells of what is to come",
        ),
    )
    make.label(PLEDGE, Act.PLEDGE, opening)
    make.amend(
        PLEDGE,
        commitment=Commitment(
            CommitmentKind.PLEDGE,
            make.spans("open its records"),
            by=DUNMORE,
            by_span=make.at("the firm", "He added"),
            to_span=make.at("the town", "He added"),
            deadline="2026-06",
            reasons=("“would” after “added that the firm” binds who speaks",),
        ),
    )
    broken = make.statement("the firm has broken that promise", subject="the firm", predicate="has broken")
    make.label(CONDUCT, Act.ACCUSE, broken)
    conduct = Conduct(PLEDGE, ConductRelation.CONTRADICTS, make.spans("has broken that promise"))
    make.amend(CONDUCT, conduct=(conduct,))
    asked = make.statement(
        "Dunmore publish it before 15 May",
        certainty=Certainty.UNKNOWN,
        polarity=Polarity.UNKNOWN,
        time=Time.FUTURE,
        reasons=(
            "unknown: “demanded” asks for it and does not say that it is so",
            "unknown: “demanded” asks for it and does not say that it is so",
            "future: “publish” is what is to come",
        ),
    )
    make.label(DEMAND, Act.DEMAND, asked)
    make.amend(
        DEMAND,
        commitment=Commitment(
            CommitmentKind.DEMAND,
            make.spans("publish it"),
            by=UNION,
            to=DUNMORE,
            to_span=make.at("Dunmore", "that Dunmore publish"),
            exchange=(),
            instrument=None,
            deadline="2026-05-15",
            reasons=("“demanded” reports a demand",),
        ),
    )


def _people(make: Builder) -> None:
    shown = make.statement("the harbor master was shown the figures", predicate="was shown")
    make.label(AttributionId("a7"), Act.SAY, shown)
    make.label(AttributionId("a8"), Act.ASK)
    make.label(DECLINED, Act.DECLINE)
    make.stands(
        DECLINED, StanceKind.DECLINE, None, [shown.id], "“declined to comment” leaves it open", target="the meeting"
    )
    learned = make.statement("she learned of the readings from the newspapers", predicate="learned")
    make.label(AttributionId("a13"), Act.SAY, learned, stance=ReporterStance.ENDORSING)
    regarded = make.statement(
        ["Dunmore is", "the most careful operator on this coast"],
        certainty=Certainty.PROBABLE,
        time=Time.PRESENT,
        deciding="regarded as",
        reasons=(
            "probable: “regarded as” makes it probable only",
            "positive: nothing in it says no",
            "present: nothing tells of another time",
        ),
    )
    make.label(AttributionId("a15"), Act.BELIEVE, regarded)
    contract = make.statement(
        "Whether it will keep the contract, worth an estimated 40 to 55 million",
        certainty=Certainty.UNKNOWN,
        polarity=Polarity.UNKNOWN,
        time=Time.FUTURE,
        deciding="Whether",
        reasons=(
            "unknown: “Whether” leaves it open",
            "unknown: “Whether” leaves it open",
            "future: “will keep” tells of what is to come",
        ),
    )
    make.label(AttributionId("a16"), Act.SAY, contract)


def _voice(make: Builder) -> None:
    words = "The silt was spread on low fields east of the town"
    spread = make.statement(words, object="The silt", predicate="was spread")
    voice = next(one for one in make.attributions if one.content == make.spans(words + "."))
    make.label(voice.id, None, spread)
