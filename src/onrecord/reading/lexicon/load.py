"""Loading a lexicon from its three tables, and laying a newsroom's own tables over it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from typing import Final, Protocol, TypeVar

from onrecord.errors import BadInput, NotFound
from onrecord.reading.lexicon.entries import (
    CertaintyEffect,
    Cue,
    Hedge,
    HedgeKind,
    HedgePolarity,
    HedgeWhen,
    Negated,
    Negator,
    NegatorEffect,
    Part,
    PolarityEffect,
    Scope,
    When,
)
from onrecord.reading.lexicon.pattern import Patterns
from onrecord.reading.lexicon.tables import Line, columns_of, lines_of
from onrecord.types import Act, ReporterStance

VERSION: Final = "1"
"""Version of the shipped tables; an overlay adds a plus sign and the beginning of its hash."""

CUE_COLUMNS: Final = (
    "pattern", "part", "when", "act", "certainty", "polarity", "stance", "factive", "negated", "example",
)  # fmt: skip
HEDGE_COLUMNS: Final = ("kind", "pattern", "part", "when", "certainty", "polarity", "example")
NEGATOR_COLUMNS: Final = ("pattern", "scope", "effect", "example")

REMOVE: Final = "-"
"""In an overlay, in the column that says what a word does (act, certainty, effect): the row is taken away."""


class _Keyed(Protocol):
    @property
    def key(self) -> Hashable: ...


Entry = TypeVar("Entry", bound=_Keyed)


class _Factive(StrEnum):
    NO = ""
    YES = "yes"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Cues, hedges and negators with what they do, as tables and as indexes over words.

    Attributes:
        version: "1", or "1+3f9a0c12" where an overlay changes it.
        cues, hedges, negators: the rows; those of an overlay first, and rows without a condition after those with one.
    """

    version: str
    cues: tuple[Cue, ...]
    hedges: tuple[Hedge, ...]
    negators: tuple[Negator, ...]
    cue_patterns: Patterns[Cue]
    hedge_patterns: Patterns[Hedge]
    negator_patterns: Patterns[Negator]

    @classmethod
    def load(cls, overlay: Path | None = None) -> Lexicon:
        """The shipped lexicon, with a newsroom's own rows laid over it.

        Args:
            overlay: a table in the form of ``cues.tsv``, ``hedges.tsv`` or ``negators.tsv`` (its line of column names
                tells which), or a folder that holds any of the three under these names.

        Raises:
            NotFound: the overlay is not there.
            BadInput: a table has a mistake; the error names the file and the line.
        """
        over = dict(_overlay_tables(overlay)) if overlay is not None else {}
        cues = _laid(_read("cues.tsv", _cue), over.get(CUE_COLUMNS), _cue)
        hedges = _laid(_read("hedges.tsv", _hedge), over.get(HEDGE_COLUMNS), _hedge)
        negators = _laid(_read("negators.tsv", _negator), over.get(NEGATOR_COLUMNS), _negator)
        cues.sort(key=lambda cue: cue.when is When.ALWAYS)
        hedges.sort(key=lambda hedge: hedge.when is HedgeWhen.ALWAYS)
        return cls(
            version=VERSION if not over else f"{VERSION}+{_digest(over.values())}",
            cues=tuple(cues),
            hedges=tuple(hedges),
            negators=tuple(negators),
            cue_patterns=Patterns(((cue.pattern, cue) for cue in cues), articles=True),
            hedge_patterns=Patterns((hedge.pattern, hedge) for hedge in hedges),
            negator_patterns=Patterns((negator.pattern, negator) for negator in negators),
        )


@dataclass(frozen=True, slots=True)
class _Table:
    file: str
    text: str


_Maker = Callable[[Line], Entry]


def _cue(line: Line) -> Cue:
    return Cue(
        pattern=line.words("pattern"),
        part=line.choice("part", Part),
        when=line.choice("when", When),
        act=line.choice("act", Act),
        certainty=line.choice("certainty", CertaintyEffect),
        polarity=line.choice("polarity", PolarityEffect),
        stance=line.choice("stance", ReporterStance),
        factive=line.choice("factive", _Factive) is _Factive.YES,
        negated=line.choice("negated", Negated),
        example=line.cells["example"],
    )


def _hedge(line: Line) -> Hedge:
    return Hedge(
        kind=line.choice("kind", HedgeKind),
        pattern=line.words("pattern"),
        part=line.choice("part", Part),
        when=line.choice("when", HedgeWhen),
        certainty=line.choice("certainty", CertaintyEffect),
        polarity=line.choice("polarity", HedgePolarity),
        example=line.cells["example"],
    )


def _negator(line: Line) -> Negator:
    return Negator(
        pattern=line.words("pattern"),
        scope=line.choice("scope", Scope),
        effect=line.choice("effect", NegatorEffect),
        example=line.cells["example"],
    )


_COLUMNS: Final[Mapping[object, tuple[str, ...]]] = {
    _cue: CUE_COLUMNS,
    _hedge: HEDGE_COLUMNS,
    _negator: NEGATOR_COLUMNS,
}
_DECIDES: Final[Mapping[object, str]] = {_cue: "act", _hedge: "certainty", _negator: "effect"}
"""The column of each table where an overlay writes :data:`REMOVE`."""


def _read(file: str, make: _Maker[Entry]) -> dict[Hashable, Entry]:
    text = files(__package__).joinpath(file).read_text(encoding="utf-8")
    return {key: entry for key, entry in _entries(_Table(file, text), make) if entry is not None}


def _entries(table: _Table, make: _Maker[Entry]) -> Iterator[tuple[Hashable, Entry | None]]:
    """The entries of a table by key; ``None`` for one that an overlay takes away.

    Raises:
        BadInput: a row has a mistake, or two rows say different things of one word under one condition.
    """
    seen: dict[Hashable, Line] = {}
    columns, decides = _COLUMNS[make], _DECIDES[make]
    for line in lines_of(table.file, table.text, columns):
        removed = line.cells[decides] == REMOVE
        entry = make(_with_defaults(line, columns) if removed else line)
        if entry.key in seen:
            problem = f"“{line.cells['pattern']}” stands in line {seen[entry.key].number} already."
            raise line.wrong(problem, "Leave one of the two, or give them different conditions.")
        seen[entry.key] = line
        yield entry.key, None if removed else entry


def _with_defaults(line: Line, columns: tuple[str, ...]) -> Line:
    """A row to be taken away needs its key alone; the rest is filled so that it can be read."""
    filling = {
        "act": Act.SAY, "certainty": CertaintyEffect.KEEP, "polarity": "", "stance": ReporterStance.NEUTRAL,
        "negated": Negated.SAME, "effect": NegatorEffect.KEEPS, "kind": HedgeKind.MODAL, "scope": Scope.CLAUSE,
    }  # fmt: skip
    if "act" in columns:
        filling["polarity"] = PolarityEffect.KEEP
    kept = {
        name: str(filling[name]) if name in filling and cell in ("", REMOVE) else cell
        for name, cell in line.cells.items()
    }
    return Line(line.file, line.number, kept)


def _laid(base: dict[Hashable, Entry], over: _Table | None, make: _Maker[Entry]) -> list[Entry]:
    """The base with the overlay's rows before it; rows with a key of the base take its place."""
    if over is None:
        return list(base.values())
    own = dict(_entries(over, make))
    return [entry for entry in own.values() if entry is not None] + [
        entry for key, entry in base.items() if key not in own
    ]


def _overlay_tables(overlay: Path) -> Iterator[tuple[tuple[str, ...], _Table]]:
    if not overlay.exists():
        raise NotFound(f"There is no lexicon {overlay}.", "Check the name given with --lexicon.")
    names = ("cues.tsv", "hedges.tsv", "negators.tsv")
    paths = [overlay / name for name in names if (overlay / name).exists()] if overlay.is_dir() else [overlay]
    if not paths:
        raise NotFound(f"The folder {overlay} holds no table.", f"Put one of {', '.join(names)} there.")
    for path in paths:
        try:
            text = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            problem = f"The lexicon {path} cannot be read as text."
            raise BadInput(problem, "Save it as tab-separated text in UTF-8.") from error
        yield _known_columns(path, text), _Table(str(path), text)


def _known_columns(path: Path, text: str) -> tuple[str, ...]:
    columns = columns_of(text)
    if columns not in (CUE_COLUMNS, HEDGE_COLUMNS, NEGATOR_COLUMNS):
        problem = f"The lexicon {path} has the columns of no table: {' | '.join(columns) or 'it is empty'}."
        raise BadInput(problem, f"For cues, begin with this line, parted by tabs: {' | '.join(CUE_COLUMNS)}.")
    return columns


def _digest(tables: Iterable[_Table]) -> str:
    """The beginning of a hash of what the overlay's lines say; the file's name and line ends do not matter."""
    lines = "\n".join("\n".join(table.text.splitlines()) for table in tables)
    return hashlib.sha256(lines.encode()).hexdigest()[:8]
