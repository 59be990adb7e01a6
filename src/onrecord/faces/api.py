"""The Python face: a ledger with the same verbs as the command line.

import onrecord

with onrecord.open("ledger.db") as ledger:
for outcome in ledger.add("articles/"):
print(outcome.source, outcome.result)
for claim in ledger.claims(about="Marun Front").items:
print(claim.text)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from onrecord.ledger import backup, checking, decisions, failures, removal, repairing, verdicts
from onrecord.ledger.address import Address, parse
from onrecord.ledger.edits import Edit
from onrecord.ledger.failures import Failed, Given
from onrecord.ledger.finding import find_inside
from onrecord.ledger.keys import Kind, inside
from onrecord.ledger.loading import load_reading
from onrecord.ledger.rereading import Reread
from onrecord.ledger.store import Store, open_store
from onrecord.ledger.verdict_kinds import Decision, Ground, Judgement
from onrecord.query import answers
from onrecord.query.claim import claim as one_claim
from onrecord.query.claims import ClaimFilter
from onrecord.query.claims import claims as list_claims
from onrecord.query.disputes import disputes as list_disputes
from onrecord.query.documents import DocumentFilter
from onrecord.query.documents import documents as list_documents
from onrecord.query.dossier import dossiers as list_dossiers
from onrecord.query.figures import figures as list_figures
from onrecord.query.identities import entities_named, suggestions
from onrecord.query.pledges import pledges as list_pledges
from onrecord.query.search import search as list_hits
from onrecord.query.sources import sources as list_sources
from onrecord.query.streams import Period
from onrecord.query.ties import ties as list_ties
from onrecord.query.view import View
from onrecord.settings import Settings
from onrecord.types import Act, CommitmentKind, Reading

if TYPE_CHECKING:
    from onrecord.run.adding import Outcome
    from onrecord.run.manifest import Listed

LIMIT = 20
"""Entries a page, when nothing is said."""


def open_ledger(address: str | None = None, *, create: bool = True) -> Ledger:
    """Open a ledger, and bring its tables up to date.

    Args:
        address: a file or a ``postgresql://`` address; ``ONRECORD_LEDGER``, else ``onrecord.db``, when not given.
        create: make the file where there is none.

    Raises:
        NotFound: there is no such file, and it is not to be made.
        BadInput: the file is no ledger.
        Unreachable: the database does not answer.
    """
    return Ledger(open_store(parse(address), create=create))


class Ledger:
    """An open ledger. Questions raise `onrecord.errors.OnrecordError` with a sentence on what to do."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def address(self) -> Address:
        """Where it is."""
        return self._store.address

    def close(self) -> None:
        """Close it."""
        self._store.close()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # ------------------------------------------------------------------ adding

    def add(
        self,
        *sources: str | Path,
        manifest: Path | None = None,
        url: str | None = None,
        publisher: str | None = None,
        published: str | None = None,
        lexicon: Path | None = None,
        jobs: int = 1,
    ) -> list[Outcome]:
        """Read sources into the ledger, and tell what became of each.

        Args:
            sources: files, folders and addresses.
            manifest: a CSV or JSON-lines file that lists sources.
            url, publisher, published: what pages do not tell; given values win.
            lexicon: a table, or a folder of tables, to lay over the shipped lexicon.
            jobs: processes that read; 0 means one for each processor.
        """
        names = [str(source) for source in sources]
        listed = self.list_sources(names, manifest, url=url, publisher=publisher, published=published)
        return list(self.add_listed(listed, lexicon=lexicon, jobs=jobs))

    def list_sources(
        self,
        sources: Sequence[str],
        manifest: Path | None = None,
        *,
        url: str | None = None,
        publisher: str | None = None,
        published: str | None = None,
    ) -> list[Listed]:
        """Sources and the files of folders, with what is said of each; a manifest's own words win."""
        from onrecord.intake.sources import expand  # noqa: PLC0415 - parsers of pages are slow to import
        from onrecord.run.manifest import Listed, read_manifest  # noqa: PLC0415

        given = Given(url, publisher, published)
        found = [Listed(source, given) for source in expand(sources)]
        for one in read_manifest(manifest) if manifest is not None else ():
            own = one.given
            merged = Given(own.url or url, own.publisher or publisher, own.published or published)
            found += [Listed(source, merged) for source in expand([one.source])]
        return found

    def add_listed(
        self, listed: Sequence[Listed], *, lexicon: Path | None = None, jobs: int = 1
    ) -> Iterator[Outcome]:
        """Add sources one after the other; each is added when its outcome is taken."""
        from onrecord.run.adding import add_many  # noqa: PLC0415 - the reader is slow to import

        return add_many(self._store, listed, Settings(jobs=jobs, lexicon=lexicon))

    def failures(self) -> list[Failed]:
        """Sources that could not be added, and why."""
        with self._store.reading() as connection:
            return failures.list_failures(connection)

    def list_failed(self) -> list[Listed]:
        """Sources that could not be added, to be added again."""
        from onrecord.run.manifest import Listed  # noqa: PLC0415

        return [Listed(one.source, one.given) for one in self.failures()]

    def reread(
        self,
        documents: Sequence[str] = (),
        *,
        everything: bool = False,
        lexicon: Path | None = None,
        jobs: int = 1,
    ) -> Iterator[Reread]:
        """Read documents again with the model that is installed; what people decided is kept.

        Args:
            documents: which; all when none are given.
            everything: also those that this model and lexicon have read.
            lexicon: a table, or a folder of tables, to lay over the shipped lexicon.
            jobs: processes that read; 0 means one for each processor.
        """
        from onrecord.run.rereading import reread_many  # noqa: PLC0415 - the reader is slow to import

        return reread_many(self._store, documents, Settings(jobs=jobs, lexicon=lexicon), everything=everything)

    # ------------------------------------------------------------------ questions

    def documents(
        self,
        *,
        publisher: str | None = None,
        url: str | None = None,
        since: str | None = None,
        until: str | None = None,
        text: str | None = None,
        limit: int = LIMIT,
        after: str | None = None,
    ) -> answers.Page[answers.DocumentAnswer]:
        """Documents, newest first."""
        wanted = DocumentFilter(publisher, Period(since, until), text, url)
        with self._view() as view:
            return list_documents(view, wanted, limit=limit, after=after)

    def reading(self, document: str) -> Reading:
        """The reading of a document, with what people put in place of suggestions."""
        from onrecord.ledger.finding import find_document  # noqa: PLC0415

        with self._store.reading() as connection:
            return load_reading(connection, find_document(connection, document).id, original=True)

    def claims(
        self,
        *,
        about: str | None = None,
        by: str | None = None,
        act: Act | str | None = None,
        since: str | None = None,
        until: str | None = None,
        text: str | None = None,
        accepted: bool = False,
        limit: int = LIMIT,
        after: str | None = None,
    ) -> answers.Page[answers.ClaimAnswer]:
        """Claims, newest first: about whom, by whom, in which act, when, with which words."""
        wanted = ClaimFilter(about, by, None if act is None else Act(act), Period(since, until), text, accepted)
        with self._view() as view:
            return list_claims(view, wanted, limit=limit, after=after)

    def claim(self, name: str) -> answers.ClaimDetail:
        """Everything on record about one claim."""
        with self._view() as view:
            return one_claim(view, name)

    def search(
        self,
        query: str,
        *,
        since: str | None = None,
        until: str | None = None,
        limit: int = LIMIT,
        after: str | None = None,
    ) -> answers.Page[answers.Hit]:
        """Passages that hold words, "phrases" and beginnings of words*."""
        with self._view() as view:
            return list_hits(view, query, period=Period(since, until), limit=limit, after=after)

    def sources(self, *, limit: int = LIMIT, after: str | None = None) -> answers.Page[answers.SourceAnswer]:
        """Who is quoted, most quoted first."""
        with self._view() as view:
            return list_sources(view, limit=limit, after=after)

    def dossier(self, entity: str, *, since: str | None = None, until: str | None = None) -> list[answers.Dossier]:
        """Everything on record about and by an entity; several where a name means several."""
        with self._view() as view:
            return list_dossiers(view, entity, period=Period(since, until))

    def figures(
        self,
        entity: str | None = None,
        *,
        unit: str | None = None,
        since: str | None = None,
        until: str | None = None,
        limit: int = LIMIT,
        after: str | None = None,
    ) -> answers.Page[answers.FigureAnswer]:
        """Figures about an entity, or all."""
        with self._view() as view:
            return list_figures(view, entity, unit=unit, period=Period(since, until), limit=limit, after=after)

    def pledges(
        self,
        entity: str | None = None,
        *,
        kind: CommitmentKind | str | None = None,
        since: str | None = None,
        until: str | None = None,
        limit: int = LIMIT,
        after: str | None = None,
    ) -> answers.Page[answers.PledgeAnswer]:
        """Pledges and demands by or to an entity, or all."""
        wanted = None if kind is None else CommitmentKind(kind)
        with self._view() as view:
            return list_pledges(view, entity, kind=wanted, period=Period(since, until), limit=limit, after=after)

    def disputes(
        self,
        entity: str | None = None,
        *,
        since: str | None = None,
        until: str | None = None,
        limit: int = LIMIT,
        after: str | None = None,
    ) -> answers.Page[answers.DisputeAnswer]:
        """Who denies, questions or declines, by, toward or about an entity, or all."""
        with self._view() as view:
            return list_disputes(view, entity, period=Period(since, until), limit=limit, after=after)

    def ties(
        self,
        a: str,
        b: str,
        *,
        since: str | None = None,
        until: str | None = None,
        limit: int = LIMIT,
        after: str | None = None,
    ) -> answers.Page[answers.TieAnswer]:
        """What is said of the relation between two entities."""
        with self._view() as view:
            return list_ties(view, a, b, period=Period(since, until), limit=limit, after=after)

    def meant(self, name: str) -> answers.Asked:
        """Whom a name is taken to mean."""
        with self._view() as view:
            return view.meant(name).asked

    # ------------------------------------------------------------------ who is who

    def entities(self, name: str) -> list[answers.EntityAnswer]:
        """Entities known by a name, with the documents they stand in."""
        with self._view() as view:
            return entities_named(view, name)

    def suggestions(
        self, name: str | None = None, *, limit: int = LIMIT, after: str | None = None
    ) -> answers.Page[answers.Suggestion]:
        """Pairs of entities that may be one, and why."""
        with self._view() as view:
            return suggestions(view, name, limit=limit, after=after)

    def judge(
        self, a: str, b: str, judgement: Judgement | str, *, by: str, note: str | None = None
    ) -> decisions.IdentityDecision:
        """Decide whether two entities are one: same, different or unsure."""
        return decisions.judge(self._store, a, b, Judgement(judgement), by=by, note=note)

    def undo(self, decision: int, *, by: str) -> decisions.IdentityDecision:
        """Take a decision on who is who back."""
        return decisions.undo(self._store, decision, by=by)

    def decisions(self) -> list[decisions.IdentityDecision]:
        """All decisions on who is who, undone ones included."""
        with self._store.reading() as connection:
            return decisions.list_decisions(connection)

    # ------------------------------------------------------------------ verdicts

    def verdict(
        self,
        name: str,
        decision: Decision | str,
        *,
        by: str,
        ground: Ground | str | None = None,
        note: str | None = None,
        edit: Edit | None = None,
    ) -> verdicts.Verdict:
        """Decide about a suggestion: accept, reject, edit or unsure."""
        given = None if ground is None else Ground(ground)
        return verdicts.decide(self._store, name, Decision(decision), by=by, ground=given, note=note, edit=edit)

    def verdicts(self, name: str) -> list[verdicts.Verdict]:
        """All verdicts on an attribution or a statement, oldest first."""
        with self._store.reading() as connection:
            found = find_inside(connection, name, Kind.ATTRIBUTION, Kind.STATEMENT, Kind.CLAIM)
            kind = Kind.ATTRIBUTION if found.kind is Kind.ATTRIBUTION else Kind.STATEMENT
            return verdicts.verdicts_on(connection, inside(kind, found.hash, found.row.mark))

    # ------------------------------------------------------------------ care

    def check(self) -> Iterator[tuple[int, list[checking.Problem]]]:
        """Check everything: first the ledger itself, then each document.

        Yields:
            How many documents there are, and what is wrong with one, or with the ledger itself.
        """
        yield 0, checking.check_ledger(self._store)
        yield from checking.check_documents(self._store)

    def repair(self, problems: Sequence[checking.Problem]) -> int:
        """Put right what can be made again; returns how many problems were."""
        return repairing.repair(self._store, problems)

    def remove(self, document: str, reason: str, *, by: str) -> removal.Tombstone:
        """Remove a document for good; a tombstone with the reason stays."""
        return removal.remove(self._store, document, reason, by=by)

    def removed(self) -> list[removal.Tombstone]:
        """Removed documents."""
        with self._store.reading() as connection:
            return removal.tombstones(connection)

    def back_up(self, path: Path) -> int:
        """Write all of it to a file; returns how many documents it holds."""
        return backup.back_up(self._store, path)

    @contextmanager
    def _view(self) -> Iterator[View]:
        with self._store.reading() as connection:
            yield View(self._store, connection)


def restore_ledger(path: Path, address: str | None = None) -> int:
    """Make a ledger of a backup; returns how many documents it holds.

    Raises:
        NotFound: there is no such backup.
        BadInput: there is a ledger already.
    """
    return backup.restore(path, parse(address))


