"""Gold for assembly: loading clusters, and refusing what is not sound.

A cluster is a folder with ``manifest.toml`` (the documents), the documents themselves, ``gold.toml`` (what is to be
found) and drafts to be checked. The format is described in docs/how-to-evaluate-assembly.md.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from itertools import combinations
from pathlib import Path
from typing import Any, Final, TypeVar

from onrecord.errors import BadInput
from onrecord.evaluation.assembly_cluster import (
    Apart,
    ApartKind,
    AssemblyCommitment,
    AssemblyFigure,
    AssemblyStance,
    Changed,
    ChangeKind,
    Circle,
    ClaimEvidence,
    ClaimOrigin,
    ClaimRelation,
    Cluster,
    ClusterDocument,
    Correction,
    CorrectionKind,
    Counts,
    DraftItem,
    DraftKind,
    Drift,
    DriftKind,
    EchoKind,
    EditionChange,
    EditionDiff,
    Fidelity,
    FigureRelation,
    Finding,
    GoldClaim,
    GoldDraft,
    GoldEcho,
    GoldOrigin,
    GoldQuote,
    LaterConduct,
    Piece,
    Quoted,
    QuoteOccurrence,
    RelatedClaim,
    RelatedFigure,
)
from onrecord.evaluation.assembly_text import compared, plain_text
from onrecord.types import Certainty, CommitmentKind, ConductRelation, Interval, SourceKind, StanceKind

SPLITS: Final = ("dev", "test")
"""Folders of the benchmark: ``dev`` is developed on, ``test`` is measured on."""
MANIFEST: Final = "manifest.toml"
GOLD: Final = "gold.toml"
_HELP: Final = "Correct it; see docs/how-to-evaluate-assembly.md."
_Closed = TypeVar("_Closed", bound=StrEnum)


def clusters(folder: Path, split: str | None = None) -> Iterator[Cluster]:
    """The clusters of the benchmark in ``folder``, by name; of one part where ``split`` names it.

    Raises:
        BadInput: there are none, or one is not sound: words that do not stand in their document, keys that nothing
            has, counts that the evidence does not bear out.
    """
    found = [one for part in SPLITS if split in {None, part} for one in sorted((folder / part).glob(f"*/{GOLD}"))]
    if not found:
        named = " or ".join(part for part in SPLITS if split in {None, part})
        raise BadInput(f"{folder} holds no clusters in {named}.", "Give the folder of the benchmark.")
    for file in found:
        yield load(file.parent)


def load(folder: Path) -> Cluster:
    """One cluster, checked.

    Raises:
        BadInput: as :func:`clusters`.
    """
    try:
        return _Loader(folder).cluster()
    except (KeyError, TypeError, AttributeError) as error:
        raise BadInput(f"{folder / GOLD} lacks a key, or a value is of the wrong type ({error}).", _HELP) from error


class _Loader:
    """Reads one cluster and refuses what is not sound, naming the file and the entry."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._manifest = _toml(folder / MANIFEST)
        self._gold = _toml(folder / GOLD)
        self._texts: dict[str, str] = {}
        self._at = ""

    def cluster(self) -> Cluster:
        documents = tuple(self._document(raw) for raw in self._list(self._manifest, "document"))
        self._documents = {one.key: one for one in documents}
        origins = tuple(self._origin(raw) for raw in self._list(self._gold, "origin"))
        self._origins = self._keys("origin", [one.key for one in origins])
        self._claims = self._keys("claim", [raw["key"] for raw in self._gold.get("claim", ())])
        self._figures = self._keys("figure", [raw["key"] for raw in self._gold.get("figure", ())])
        made = Cluster(
            name=self._folder.name,
            split=self._folder.parent.name,
            field=str(self._manifest["field"]),
            documents=documents,
            families={raw["name"]: tuple(raw["publishers"]) for raw in self._list(self._manifest, "family")},
            origins=origins,
            claims=tuple(self._claim(raw) for raw in self._list(self._gold, "claim")),
            echoes=tuple(self._echo(raw) for raw in self._list(self._gold, "echo")),
            apart=tuple(self._aparts()),
            quotes=tuple(self._quote(raw) for raw in self._list(self._gold, "quote")),
            stances=tuple(self._stance(raw) for raw in self._list(self._gold, "stance")),
            corrections=tuple(self._correction(raw) for raw in self._list(self._gold, "correction")),
            figures=tuple(self._figure(raw) for raw in self._list(self._gold, "figure")),
            commitments=tuple(self._commitment(raw) for raw in self._list(self._gold, "commitment")),
            drifts=tuple(self._drift(raw) for raw in self._list(self._gold, "drift")),
            circles=tuple(self._circle(raw) for raw in self._list(self._gold, "circular")),
            diffs=tuple(self._diff(raw) for raw in self._list(self._gold, "diff")),
            drafts=tuple(self._draft(raw) for raw in self._list(self._gold, "draft")),
        )
        self._check_pairs(made)
        self._check_claims(made)
        return made

    def _refuse(self, problem: str) -> BadInput:
        return BadInput(f"{self._folder.parent.name}/{self._folder.name}: {self._at} {problem}.", _HELP)

    def _list(self, raw: Mapping[str, Any], name: str) -> Iterator[Mapping[str, Any]]:
        for number, one in enumerate(raw.get(name, ()), 1):
            self._at = f"{name} {one.get('key', number)}"
            yield one

    def _keys(self, name: str, keys: Sequence[str]) -> frozenset[str]:
        for key in keys:
            if keys.count(key) > 1:
                self._at = name
                raise self._refuse(f"{key} is there twice")
        return frozenset(keys)

    def _get(self, raw: Mapping[str, Any], key: str) -> Any:  # noqa: ANN401
        if key not in raw:
            raise self._refuse(f"has no “{key}”")
        return raw[key]

    def _known(self, raw: Mapping[str, Any], keys: str) -> None:
        for key in raw:
            if key not in keys.split():
                raise self._refuse(f"has “{key}”, which is no key of it")

    def _one_of(self, kind: type[_Closed], value: object) -> _Closed:
        try:
            return kind(str(value))
        except ValueError as error:
            raise self._refuse(f"has “{value}”, which is none of {', '.join(kind)}") from error

    def _among(self, value: str, known: Sequence[str] | frozenset[str] | Mapping[str, Any], what: str) -> str:
        if value not in known:
            raise self._refuse(f"names the {what} {value}, which there is not")
        return value

    def _quoted(self, raw: Mapping[str, Any]) -> Quoted:
        document = self._among(self._get(raw, "d"), self._documents, "document")
        return self._checked(raw, document, self._folder / self._documents[document].file)

    def _checked(self, raw: Mapping[str, Any], name: str, file: Path) -> Quoted:
        given = self._get(raw, "s")
        many = given if isinstance(given, list) else [{"s": given, "n": raw["n"]} if "n" in raw else given]
        pieces = tuple(Piece(one["s"], one.get("n")) if isinstance(one, dict) else Piece(one) for one in many)
        quoted = Quoted(name, pieces)
        if name not in self._texts:
            self._texts[name] = plain_text(file)
        try:
            quoted.spans(self._texts[name])
        except LookupError as error:
            raise self._refuse(f"quotes {file.name}, which {error}") from error
        return quoted

    def _document(self, raw: Mapping[str, Any]) -> ClusterDocument:
        self._known(raw, "file publisher published url")
        file = Path(self._get(raw, "file"))
        if not (self._folder / file).is_file():
            raise self._refuse(f"names the file {file}, which there is not")
        try:
            published = date.fromisoformat(str(self._get(raw, "published")))
        except ValueError as error:
            raise self._refuse("has a date of publication that is none") from error
        return ClusterDocument(file.stem, file, self._get(raw, "publisher"), published, raw.get("url"))

    def _origin(self, raw: Mapping[str, Any]) -> GoldOrigin:
        self._known(raw, "key name kind")
        return GoldOrigin(self._get(raw, "key"), self._get(raw, "name"), self._one_of(SourceKind, raw.get("kind")))

    def _claim(self, raw: Mapping[str, Any]) -> GoldClaim:
        self._known(raw, "key evidence origins counts related")
        evidence = tuple(self._evidence(one) for one in self._get(raw, "evidence"))
        origins = tuple(
            ClaimOrigin(self._among(one["o"], self._origins, "origin"), tuple(_many(one["why"])))
            for one in raw.get("origins", ())
        )
        related = tuple(
            RelatedClaim(
                self._among(one["claim"], self._claims, "claim"),
                self._one_of(ClaimRelation, one["relation"]),
                self._get(one, "why"),
            )
            for one in raw.get("related", ())
        )
        return GoldClaim(raw["key"], evidence, origins, Counts(**self._get(raw, "counts")), related)

    def _evidence(self, raw: Mapping[str, Any]) -> ClaimEvidence:
        self._known(raw, "d s n o stance")
        stance = self._one_of(StanceKind, raw.get("stance", StanceKind.AFFIRM))
        origins = tuple(self._among(one, self._origins, "origin") for one in _many(raw.get("o", ())))
        if (stance is StanceKind.AFFIRM) != bool(origins):
            raise self._refuse(f"has evidence in {raw.get('d')} that must have origins if, and only if, it affirms")
        return ClaimEvidence(self._quoted(raw), stance, origins)

    def _echo(self, raw: Mapping[str, Any]) -> GoldEcho:
        self._known(raw, "document of kind why shared")
        document = self._documents[self._among(self._get(raw, "document"), self._documents, "document")]
        of = self._documents[self._among(self._get(raw, "of"), self._documents, "document")]
        if of.published > document.published:
            raise self._refuse(f"makes {document.key} an echo of {of.key}, which was published later")
        shared = tuple(self._quoted({"d": document.key, "s": words}) for words in raw.get("shared", ()))
        return GoldEcho(document.key, of.key, self._one_of(EchoKind, raw.get("kind")), self._get(raw, "why"), shared)

    def _aparts(self) -> Iterator[Apart]:
        self._at = "apart"
        for kind, pairs in self._gold.get("apart", {}).items():
            for first, second in pairs:
                self._among(first, self._documents, "document")
                self._among(second, self._documents, "document")
                yield Apart(first, second, self._one_of(ApartKind, kind))

    def _quote(self, raw: Mapping[str, Any]) -> GoldQuote:
        self._known(raw, "key speaker reference within occurrences")
        reference = self._quoted(raw["reference"]) if "reference" in raw else None
        occurrences = tuple(self._occurrence(one, reference) for one in self._get(raw, "occurrences"))
        if (reference is None) != ("within" in raw):
            raise self._refuse("must have either a reference or the document within which it does not stand")
        return GoldQuote(raw["key"], self._get(raw, "speaker"), reference, raw.get("within"), occurrences)

    def _occurrence(self, raw: Mapping[str, Any], reference: Quoted | None) -> QuoteOccurrence:
        self._known(raw, "d s n fidelity changed speaker")
        quoted, fidelity = self._quoted(raw), self._one_of(Fidelity, raw.get("fidelity"))
        changed = self._changes(raw)
        if (reference is None) != (fidelity is Fidelity.NOT_FOUND):
            raise self._refuse("is not found if, and only if, it has no reference")
        if (fidelity is Fidelity.MISATTRIBUTED) != ("speaker" in raw):
            raise self._refuse("names another speaker if, and only if, it is misattributed")
        if reference is not None:
            self._check_fidelity(quoted, fidelity, changed, reference)
        return QuoteOccurrence(quoted, fidelity, changed, raw.get("speaker"))

    def _changes(self, raw: Mapping[str, Any]) -> tuple[Changed, ...]:
        return tuple(Changed(one["from"], one["to"]) for one in raw.get("changed", ()))

    def _check_fidelity(
        self, quoted: Quoted, fidelity: Fidelity, changed: tuple[Changed, ...], reference: Quoted
    ) -> None:
        full, part = compared(reference.words), compared(quoted.words)
        same, within = full == part, _holds(full, part)
        sound = {
            Fidelity.EXACT: same,
            Fidelity.SHORTENED: within and not same,
            Fidelity.ALTERED: not within,
            Fidelity.SPLICED: not within and _in_order(full, part),
        }.get(fidelity, True)
        if not sound:
            raise self._refuse(f"has “{quoted.words}”, which is not {fidelity} beside “{reference.words}”")
        if (fidelity is Fidelity.ALTERED) != bool(changed):
            raise self._refuse("has changed words if, and only if, it is altered")
        for one in changed:
            if not _holds(full, compared(one.before)) or not _holds(part, compared(one.after)):
                raise self._refuse(f"changes “{one.before}” to “{one.after}”, which do not stand there")

    def _stance(self, raw: Mapping[str, Any]) -> AssemblyStance:
        self._known(raw, "by kind d s n source document claims")
        claims = tuple(self._among(one, self._claims, "claim") for one in self._get(raw, "claims"))
        document = raw.get("document")
        if document is not None:
            self._among(document, self._documents, "document")
        return AssemblyStance(
            by=self._get(raw, "by"),
            kind=self._one_of(StanceKind, raw.get("kind")),
            quoted=self._quoted(raw),
            source=raw.get("source"),
            document=document,
            claims=claims,
        )

    def _correction(self, raw: Mapping[str, Any]) -> Correction:
        self._known(raw, "kind by d s n of claims")
        return Correction(
            kind=self._one_of(CorrectionKind, raw.get("kind")),
            by=self._get(raw, "by"),
            quoted=self._quoted(raw),
            of=self._quoted(self._get(raw, "of")),
            claims=tuple(self._among(one, self._claims, "claim") for one in self._get(raw, "claims")),
        )

    def _figure(self, raw: Mapping[str, Any]) -> AssemblyFigure:
        self._known(raw, "key entity value low high unit modifier as_of source evidence relations")
        value = Interval(raw.get("low", raw.get("value")), raw.get("high", raw.get("value")))
        if (value.low is None and value.high is None) or (
            value.low is not None and value.high is not None and value.low > value.high
        ):
            raise self._refuse("has no value, or a low end above its high end")
        relations = tuple(
            RelatedFigure(
                self._among(one["figure"], self._figures, "figure"),
                self._one_of(FigureRelation, one["relation"]),
                self._get(one, "why"),
            )
            for one in raw.get("relations", ())
        )
        return AssemblyFigure(
            key=raw["key"],
            entity=self._get(raw, "entity"),
            value=value,
            unit=self._get(raw, "unit"),
            modifier=raw.get("modifier"),
            as_of=raw.get("as_of"),
            source=self._get(raw, "source"),
            evidence=tuple(self._quoted(one) for one in self._get(raw, "evidence")),
            relations=relations,
        )

    def _commitment(self, raw: Mapping[str, Any]) -> AssemblyCommitment:
        self._known(raw, "key kind by to evidence instrument date deadline conduct")
        conduct = tuple(
            LaterConduct(
                self._quoted({key: one[key] for key in ("d", "s", "n") if key in one}),
                self._get(one, "by"),
                self._one_of(ConductRelation, one["relation"]) if "relation" in one else None,
            )
            for one in raw.get("conduct", ())
        )
        return AssemblyCommitment(
            key=self._get(raw, "key"),
            kind=self._one_of(CommitmentKind, raw.get("kind")),
            by=self._get(raw, "by"),
            to=raw.get("to"),
            evidence=tuple(self._quoted(one) for one in self._get(raw, "evidence")),
            instrument=raw.get("instrument"),
            date=raw.get("date"),
            deadline=raw.get("deadline"),
            conduct=conduct,
        )

    def _drift(self, raw: Mapping[str, Any]) -> Drift:
        self._known(raw, "claim kind from to")
        start, end = self._get(raw, "from"), self._get(raw, "to")
        return Drift(
            self._among(self._get(raw, "claim"), self._claims, "claim"),
            self._one_of(DriftKind, raw.get("kind")),
            self._quoted(start),
            self._one_of(Certainty, start.get("certainty")),
            self._quoted(end),
            self._one_of(Certainty, end.get("certainty")),
        )

    def _circle(self, raw: Mapping[str, Any]) -> Circle:
        self._known(raw, "claim path why")
        path = tuple(self._among(one, self._documents, "document") for one in self._get(raw, "path"))
        return Circle(self._among(self._get(raw, "claim"), self._claims, "claim"), path, self._get(raw, "why"))

    def _diff(self, raw: Mapping[str, Any]) -> EditionDiff:
        self._known(raw, "old new changes")
        old, new = self._get(raw, "old"), self._get(raw, "new")
        changes = []
        for one in self._get(raw, "changes"):
            kind = self._one_of(ChangeKind, one.get("kind"))
            before = self._quoted({"d": old, "s": one["from"]}) if "from" in one else None
            after = self._quoted({"d": new, "s": one["to"]}) if "to" in one else None
            if (before is None) != (kind is ChangeKind.NEW) or (after is None) != (kind is ChangeKind.DROPPED):
                raise self._refuse(f"has a change ({kind}) that lacks its old or new words, or has too many")
            changes.append(EditionChange(kind, before, after))
        return EditionDiff(old, new, tuple(changes))

    def _draft(self, raw: Mapping[str, Any]) -> GoldDraft:
        self._known(raw, "file items")
        file = Path(self._get(raw, "file"))
        items = []
        for one in self._get(raw, "items"):
            self._known(one, "s n kind finding reference changed")
            finding = self._one_of(Finding, one.get("finding"))
            reference = self._quoted(one["reference"]) if "reference" in one else None
            if (reference is None) != (finding is Finding.NOT_FOUND):
                raise self._refuse("is not found if, and only if, it has no reference")
            quoted = self._checked(one, file.name, self._folder / file)
            items.append(
                DraftItem(quoted, self._one_of(DraftKind, one.get("kind")), finding, reference, self._changes(one))
            )
        return GoldDraft(file, tuple(items))

    def _check_pairs(self, made: Cluster) -> None:
        """Each pair of documents is decided once: tied by echoes, or apart."""
        group = {key: key for key in self._documents}
        for echo in made.echoes:
            before, after = group[echo.of], group[echo.document]
            group = {key: before if value == after else value for key, value in group.items()}
        said = [frozenset((one.first, one.second)) for one in made.apart]
        self._at = "apart"
        for first, second in combinations(self._documents, 2):
            times = (group[first] == group[second]) + said.count(frozenset((first, second)))
            if times != 1:
                raise self._refuse(f"decides the pair {first}, {second} {times} times in place of once")

    def _check_claims(self, made: Cluster) -> None:
        seen: dict[Quoted, str] = {}
        for claim in made.claims:
            self._at = f"claim {claim.key}"
            for one in claim.evidence:
                if one.quoted in seen:
                    raise self._refuse(f"shares “{one.quoted.words}” with claim {seen[one.quoted]}")
                seen[one.quoted] = claim.key
            if {one.origin for one in claim.origins} != {o for one in claim.evidence for o in one.origins}:
                raise self._refuse("has other origins than its evidence has")
            counted = self.count(claim)
            if counted != claim.counts:
                raise self._refuse(f"says {claim.counts}, but its evidence makes {counted}")
            if not min(1, counted.origins) <= claim.counts.origins_min <= counted.origins:
                raise self._refuse(f"has at least {claim.counts.origins_min} origins, and at most {counted.origins}")

    def count(self, claim: GoldClaim) -> Counts:
        """What the affirming evidence of a claim makes; the lower bound is the gold's own."""
        affirming = [one for one in claim.evidence if one.stance is StanceKind.AFFIRM]
        documents = {one.quoted.document for one in affirming}
        return Counts(
            statements=len(affirming),
            documents=len(documents),
            publishers=len({self._documents[key].publisher for key in documents}),
            origins=len({origin for one in affirming for origin in one.origins}),
            origins_min=claim.counts.origins_min,
        )


def _holds(long: Sequence[str], short: Sequence[str]) -> bool:
    return any(list(long[i : i + len(short)]) == list(short) for i in range(len(long) - len(short) + 1))


def _in_order(full: Sequence[str], part: Sequence[str]) -> bool:
    rest = iter(full)
    return all(word in rest for word in part)


def _many(value: str | Sequence[str]) -> Sequence[str]:
    return [value] if isinstance(value, str) else value


def _toml(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except FileNotFoundError as error:
        raise BadInput(f"There is no {file}.", "Give the folder of a cluster.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInput(f"{file} is not valid TOML: {error}.", _HELP) from error
