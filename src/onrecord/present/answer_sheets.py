"""Answers as sheets: one row for each claim, document, figure and so on."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.present.answer_objects import STANDINGS, number
from onrecord.present.sheet import Cell, Column, Sheet, joined
from onrecord.query.answers import (
    ClaimAnswer,
    DisputeAnswer,
    DocumentAnswer,
    Evidence,
    FigureAnswer,
    Hit,
    Named,
    PledgeAnswer,
    SourceAnswer,
    TieAnswer,
)

NOTE = "Suggestions by a machine; check before you quote."


def claims_sheet(every: Sequence[ClaimAnswer]) -> Sheet:
    """Claims: the words, whose they are, and who disputes them."""
    columns = (
        Column("id", "Claim"), Column("last_seen", "Date"), Column("text", "Words", 5), Column("by", "By", 2),
        Column("act", "Act"), Column("certainty", "Certainty"), Column("disputed_by", "Disputed by", 1),
        Column("verdict", "Verdict"), Column("entities"), Column("statements"), Column("documents"),
        Column("origins"), Column("first_seen"), Column("document"),
    )  # fmt: skip
    rows = tuple(
        (
            one.id, one.last_seen, one.text, joined([each.name for each in one.affirmed_by]),
            one.act and one.act.value, one.certainty and one.certainty.value,
            joined([f"{each.name or 'unspecified'} ({word})" for word, group in (
                ("denies", one.denied_by), ("questions", one.questioned_by), ("declines", one.declined_by)
            ) for each in group]),
            STANDINGS[one.standing] if one.standing else None, joined([each.name for each in one.entities]),
            one.counts.statements, one.counts.documents, one.counts.origins, one.first_seen, one.document,
        )
        for one in every
    )  # fmt: skip
    return Sheet(columns, rows, "No claim on record fits.", NOTE)


def documents_sheet(every: Sequence[DocumentAnswer]) -> Sheet:
    """Documents."""
    columns = (
        Column("id"), Column("short", "Document"), Column("published", "Date"), Column("publisher", "Publisher", 1),
        Column("title", "Title", 3), Column("version", "Version"), Column("url"), Column("source"),
        Column("retrieved"), Column("sha256"), Column("length"), Column("reader"),
    )  # fmt: skip
    rows = tuple(
        (
            one.id, one.id[:19], one.published, one.publisher, one.title or one.source,
            f"{one.version} of {one.versions}" if one.versions > 1 else None, one.url, one.source, one.retrieved,
            one.original, one.length, one.model.reader,
        )
        for one in every
    )  # fmt: skip
    return Sheet(columns, rows, "The ledger holds no document that fits.")


def search_sheet(every: Sequence[Hit]) -> Sheet:
    """What a search found."""
    columns = (
        Column("document"), Column("published", "Date"), Column("publisher", "Publisher", 1),
        Column("text", "Words", 4), Column("block", "In"), Column("title"), Column("url"), Column("start"),
        Column("end"),
    )  # fmt: skip
    rows = tuple(
        (
            one.document, one.published, one.publisher, one.text, one.block.value, one.title, one.url, one.span.start,
            one.span.end,
        )
        for one in every
    )  # fmt: skip
    return Sheet(columns, rows, "Nothing on record holds all of these words.")


def sources_sheet(every: Sequence[SourceAnswer]) -> Sheet:
    """Sources."""
    columns = (
        Column("name", "Source", 3), Column("type", "Type"), Column("statements", "Statements", right=True),
        Column("documents", "Documents", right=True), Column("entity", "Entity"),
    )  # fmt: skip
    rows = tuple((one.name, one.type.value, one.statements, one.documents, one.entity) for one in every)
    return Sheet(columns, rows, "Nobody is on record as a source.")


def figures_sheet(every: Sequence[FigureAnswer]) -> Sheet:
    """Figures."""
    columns = (
        Column("id"), Column("published", "Date"), Column("as_of", "As of"), Column("low", "Low", right=True),
        Column("high", "High", right=True), Column("unit", "Unit", 1), Column("text", "Words", 2),
        Column("source", "Source", 2), Column("certainty", "Certainty"), Column("entity", "Of", 1),
        Column("unit_norm"), Column("modifier"), Column("documents"), Column("document"), Column("evidence"),
    )  # fmt: skip
    rows = tuple(
        (
            one.id, one.published, one.as_of, number(one.low), number(one.high), one.unit, one.text, one.source.name,
            one.certainty and one.certainty.value, one.entity.name, one.unit_norm, one.modifier,
            len({each.document for each in one.evidence}), *_first(one.evidence),
        )
        for one in every
    )  # fmt: skip
    return Sheet(columns, rows, "No figure on record fits.", NOTE)


def pledges_sheet(every: Sequence[PledgeAnswer]) -> Sheet:
    """Pledges and demands."""
    columns = (
        Column("id"), Column("published", "Date"), Column("kind", "Kind"), Column("by", "By", 1), Column("to", "To", 1),
        Column("what", "What", 4), Column("instrument", "Instrument", 1), Column("conduct", "Later conduct", 1),
        Column("exchange"), Column("date"), Column("deadline"), Column("document"), Column("evidence"),
    )  # fmt: skip
    rows = tuple(
        (
            one.id, one.evidence[0].citation.published if one.evidence else None, one.kind.value, one.by.name,
            _name(one.to), one.what, one.instrument,
            joined([f"{each.relation.value}, says {each.by.name or 'the article'}" for each in one.conduct]),
            one.exchange, one.date, one.deadline, *_first(one.evidence),
        )
        for one in every
    )  # fmt: skip
    return Sheet(columns, rows, "No pledge on record fits.", NOTE)


def disputes_sheet(every: Sequence[DisputeAnswer]) -> Sheet:
    """Disputes."""
    columns = (
        Column("id"), Column("published", "Date"), Column("by", "By", 2), Column("stance", "Stance"),
        Column("text", "Words", 5), Column("toward", "Toward", 1), Column("claims"), Column("document"),
        Column("evidence"),
    )  # fmt: skip
    rows = tuple(
        (
            one.id, one.evidence.citation.published, one.by.name, one.stance.value, one.text,
            _name(one.toward), joined(one.claims),
            one.evidence.document, one.evidence.id,
        )
        for one in every
    )  # fmt: skip
    return Sheet(columns, rows, "No dispute on record fits.", NOTE)


def ties_sheet(every: Sequence[TieAnswer]) -> Sheet:
    """Ties."""
    columns = (
        Column("claim", "Claim"), Column("published", "Date"), Column("subject", "Who", 1),
        Column("predicate", "does what", 1), Column("object", "to whom", 1), Column("text", "Words", 4),
        Column("by", "By", 2), Column("certainty", "Certainty"), Column("polarity", "Polarity"), Column("direct"),
        Column("document"), Column("evidence"),
    )  # fmt: skip
    rows: list[tuple[Cell, ...]] = []
    for one in every:
        roles, own = one.evidence.roles, one.evidence
        rows.append((
            one.claim, own.citation.published, _name(roles.subject), roles.predicate, _name(roles.object), one.text,
            own.speaker.name, own.certainty.value if own.certainty else None,
            own.polarity.value if own.polarity else None, int(one.direct), own.document, own.id,
        ))  # fmt: skip
    return Sheet(columns, tuple(rows), "Nothing on record is about both.", NOTE)


def evidence_sheet(every: Sequence[Evidence]) -> Sheet:
    """Evidence of claims."""
    columns = (
        Column("evidence", "Evidence"), Column("published", "Date"), Column("publisher", "Publisher", 1),
        Column("by", "By", 2), Column("text", "Words", 5), Column("act", "Act"), Column("certainty", "Certainty"),
        Column("stance", "Stance"), Column("url"), Column("paragraph"), Column("document"), Column("sha256"),
        Column("retrieved"),
    )  # fmt: skip
    rows = tuple(
        (
            one.id, one.citation.published, one.citation.publisher, one.speaker.name, one.text,
            one.act and one.act.value, one.certainty and one.certainty.value, one.stance.value, one.citation.url,
            one.citation.paragraph, one.document, one.citation.original, one.citation.retrieved,
        )
        for one in every
    )  # fmt: skip
    return Sheet(columns, rows, "There is no evidence.", NOTE)


def _name(one: Named | None) -> str | None:
    return None if one is None else one.name


def _first(every: Sequence[Evidence]) -> tuple[Cell, Cell]:
    """Document and name of the first evidence."""
    return (every[0].document, every[0].id) if every else (None, None)
