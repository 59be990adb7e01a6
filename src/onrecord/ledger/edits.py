"""Edits: what a person puts in place of what the reader suggested, as typed values, as JSON, and in rows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any, Final

from onrecord.errors import BadInput
from onrecord.ledger import codes
from onrecord.ledger.codes import Codes
from onrecord.ledger.packing import pack_spans, unpack_spans
from onrecord.types import Act, Certainty, Polarity, ReporterStance, SourceKind, Span, Time


@dataclass(frozen=True, slots=True)
class Edit:
    """New values for parts of an attribution or a statement; ``None`` leaves a part as it is.

    Attributes:
        source, cue, content, source_kind, act, reporter_stance: of an attribution.
        spans, time: of a statement.
        certainty, polarity: of either.
    """

    source: tuple[Span, ...] | None = None
    cue: tuple[Span, ...] | None = None
    content: tuple[Span, ...] | None = None
    source_kind: SourceKind | None = None
    act: Act | None = None
    reporter_stance: ReporterStance | None = None
    spans: tuple[Span, ...] | None = None
    certainty: Certainty | None = None
    polarity: Polarity | None = None
    time: Time | None = None

    def parts(self) -> dict[str, Any]:
        """The parts that are edited."""
        return {one.name: value for one in fields(self) if (value := getattr(self, one.name)) is not None}


_CODED: Final[Mapping[str, Codes[Any]]] = {
    "source_kind": codes.SOURCES, "act": codes.ACTS, "reporter_stance": codes.REPORTER_STANCES,
    "certainty": codes.CERTAINTIES, "polarity": codes.POLARITIES, "time": codes.TIMES,
}  # fmt: skip
_SPANS: Final = frozenset({"source", "cue", "content", "spans"})
_OF_ATTRIBUTION: Final = frozenset(
    {"source", "cue", "content", "source_kind", "act", "reporter_stance", "certainty", "polarity"}
)
_OF_STATEMENT: Final = frozenset({"spans", "certainty", "polarity", "time"})


def check_edit(edit: Edit, text: str, *, of_attribution: bool) -> None:
    """See that an edit fits what is edited.

    Raises:
        BadInput: it changes nothing, a part that the thing does not have, or gives spans without text.
    """
    parts = edit.parts()
    if not parts:
        raise BadInput("The edit changes nothing.", "Say what is to be different, for example --act claim.")
    foreign = sorted(set(parts) - (_OF_ATTRIBUTION if of_attribution else _OF_STATEMENT))
    if foreign:
        what = "attribution" if of_attribution else "statement"
        raise BadInput(f"{', '.join(foreign)} cannot be edited on a {what}.", "Name the attribution or statement.")
    for name in _SPANS & set(parts):
        for span in parts[name]:
            if span.end > len(text) or span.of(text).isspace():
                raise BadInput(f"There is no text from {span.start} to {span.end}.", "Give characters of the text.")
    if edit.content == () or edit.spans == ():
        raise BadInput("Nothing would be left.", "Reject it instead.")


def edit_to_json(edit: Edit) -> str:
    """An edit as it is kept."""
    return json.dumps({name: _plain(name, value) for name, value in edit.parts().items()}, sort_keys=True)


def edit_from_json(kept: str) -> Edit:
    """The edit that was kept; parts that were nothing are left as they are."""
    found: dict[str, Any] = json.loads(kept)
    return Edit(**{name: _typed(name, value) for name, value in found.items() if value is not None})


def as_columns(edit: Edit) -> dict[str, Any]:
    """The columns that an edit changes, with their new values."""
    return {name: _column(name, value) for name, value in edit.parts().items()}


def keep_columns(names: Iterable[str], row: Mapping[str, Any]) -> str:
    """What the columns of some parts hold in a row, to be put back one day."""
    found = {}
    for name in names:
        value = row[name]
        if value is not None:
            value = unpack_spans(value) if name in _SPANS else _CODED[name].member(value)
        found[name] = None if value is None else _plain(name, value)
    return json.dumps(found, sort_keys=True)


def kept_columns(kept: str | None) -> dict[str, Any]:
    """The columns that were kept, with their values."""
    found: dict[str, Any] = json.loads(kept) if kept else {}
    return {
        name: None if value is None else _column(name, _typed(name, value)) for name, value in found.items()
    }


def apply_edit(row: dict[str, Any], edit: Edit | None) -> None:
    """Put an edit into a row in place of any earlier one; what the reader had suggested is kept beside it."""
    row |= kept_columns(row["suggested"])
    row["suggested"] = keep_columns(edit.parts(), row) if edit is not None else None
    if edit is not None:
        row |= as_columns(edit)


def _plain(name: str, value: Any) -> Any:  # noqa: ANN401 - JSON
    return [[span.start, span.end] for span in value] if name in _SPANS else value.value


def _typed(name: str, value: Any) -> Any:  # noqa: ANN401 - JSON
    return tuple(Span(*pair) for pair in value) if name in _SPANS else _KINDS[name](value)


def _column(name: str, value: Any) -> Any:  # noqa: ANN401 - a column's value
    return pack_spans(value) if name in _SPANS else _CODED[name].number(value)


_KINDS: Final[Mapping[str, Any]] = {
    "source_kind": SourceKind, "act": Act, "reporter_stance": ReporterStance, "certainty": Certainty,
    "polarity": Polarity, "time": Time,
}  # fmt: skip
