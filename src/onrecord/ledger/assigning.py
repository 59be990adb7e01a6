"""Telling the entities of a document who they are in the ledger. Runs inside a write transaction."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, delete, insert, select, update

from onrecord.ledger import codes
from onrecord.ledger.dialects import insert_or_add
from onrecord.ledger.grouping import regroup
from onrecord.ledger.identities import LIST, scoped_public, shared_public
from onrecord.ledger.queue import Task, put
from onrecord.ledger.store import Store
from onrecord.ledger.tables import appearances, entities, traits
from onrecord.types import MentionType
from onrecord.types.identity import Identity
from onrecord.types.words import name_key


@dataclass(frozen=True, slots=True)
class Claimant:
    """A named entity of a document, on its way to who it is in the ledger.

    Attributes:
        number: in the document.
        mark: of its name and first mention.
        trait: what must agree between namesakes.
        whole: its name suffices across documents; never for one that a person set apart.
        names: as written in the document.
    """

    number: int
    mark: int
    type: MentionType
    key: str
    trait: str | None
    whole: bool
    names: tuple[str, ...]

    @property
    def shared(self) -> int:
        """The public number of whoever has this name."""
        return shared_public(self.type, self.key)


PUBLISHER: Final = -1
"""The number under which who publishes a document is assigned; its own entities are numbered from 0."""


def with_publisher(claimants: Sequence[Claimant], publisher: str | None) -> list[Claimant]:
    """The named entities of a document and its publisher, who is known by its name in every document."""
    key = name_key(publisher or "")
    if publisher is None or not key:
        return list(claimants)
    return [*claimants, Claimant(PUBLISHER, 0, MentionType.ORGANIZATION, key, None, True, (publisher,))]


def claimant_of_identity(number: int, mark: int, identity: Identity, *, apart: bool) -> Claimant:
    """A claimant from what linking says."""
    whole = identity.whole and not apart
    return Claimant(number, mark, identity.type, identity.key, identity.trait, whole, identity.names)


def claimant_of_row(row: Mapping[str, Any]) -> Claimant:
    """A claimant from a row of ``document_entities`` with the ``known_type`` and ``known_key`` of its entity."""
    names = tuple(json.loads(row["names"])) if row["names"] else (row["name"],)
    whole = bool(row["whole"]) and not row["apart"]
    kind = codes.TYPES.member(row["known_type"])
    return Claimant(row["number"], row["mark"], kind, row["known_key"], row["trait"], whole, names)


def assign(
    connection: Connection, hashed: bytes, document: int, claimants: Sequence[Claimant]
) -> tuple[dict[int, int], dict[int, int]]:
    """The entity of the ledger for each named entity of a document; those not there yet are made.

    The traits of the document must have been counted (`change_traits`).

    Args:
        connection: in a write transaction.
        hashed: of the document's name.
        document: its number.
        claimants: its named entities.

    Returns:
        Entities of the ledger by the number in the document, and their public numbers.
    """
    traited = {one.shared for one in claimants if one.whole and one.trait is not None}
    known = _traits(connection, traited)
    chosen: dict[int, int] = {}
    first: dict[int, Claimant] = {}
    for one in claimants:
        chosen[one.number] = _public(hashed, one, known)
        first.setdefault(chosen[one.number], one)
    ids = _by_public(connection, first)
    missing = sorted(set(first) - set(ids))
    if missing:
        for public in missing:
            connection.execute(insert(entities), _row(connection, public, first[public], hashed, document))
        made = _by_public(connection, missing)
        regroup(connection, made.values())
        ids |= made
    who = {number: ids[public] for number, public in chosen.items()}
    return who, {number: public for public, number in ids.items()}


def change_traits(store: Store, connection: Connection, claimants: Iterable[Claimant], by: int) -> None:
    """Count the traits of a document's entities among those of their namesakes, or take them out.

    Where namesakes come to have several traits, or no longer have, their documents are queued.

    Args:
        store, connection: where, in a write transaction.
        claimants: the named entities of the document.
        by: 1 to count, -1 to take out.
    """
    changed: dict[int, set[str]] = defaultdict(set)
    bearers: dict[int, Claimant] = {}
    for one in claimants:
        if one.whole and one.trait is not None:
            changed[one.shared].add(one.trait)
            bearers[one.shared] = one
    if not changed:
        return
    before = _traits(connection, changed)
    rows = [
        {"public": public, "trait": trait, "documents": by}
        for public, found in sorted(changed.items())
        for trait in sorted(found)
    ]
    connection.execute(insert_or_add(store, traits, "documents"), rows)
    connection.execute(delete(traits).where(traits.c.public.in_(changed), traits.c.documents <= 0))
    after = _traits(connection, changed)
    for public, bearer in bearers.items():
        old, new = before[public], after[public]
        if old == new:
            continue
        if (len(old) > 1) != (len(new) > 1):
            _queue_bearers(store, connection, bearer, old | new)
        base = _by_public(connection, [public])
        if base:
            link = _base_link(new)
            connection.execute(update(entities).where(entities.c.public == public).values(link=link))
            regroup(connection, base.values())


def _public(hashed: bytes, one: Claimant, known: Mapping[int, set[str]]) -> int:
    if not one.whole:
        return scoped_public(hashed, one.mark)
    if one.trait is not None and len(known[one.shared]) > 1:
        return shared_public(one.type, one.key, one.trait)
    return one.shared


def _row(connection: Connection, public: int, one: Claimant, hashed: bytes, document: int) -> dict[str, object]:
    scoped = public == scoped_public(hashed, one.mark)
    variant = not scoped and public != one.shared
    if scoped or variant:
        link = one.trait if one.trait is not None and one.trait.startswith(LIST) else None
    else:
        link = _base_link(_traits(connection, [public])[public]) if one.trait is not None else None
    return {
        "public": public, "type": codes.TYPES.number(one.type), "key": one.key, "trait": one.trait if variant else None,
        "scope": document if scoped else None, "documents": 0, "about": 0, "said": 0, "link": link, "cluster": None,
    }  # fmt: skip


def _base_link(found: Collection[str]) -> str | None:
    """The entry of a watch list that all bearers of a name who have a trait are."""
    only = next(iter(found)) if len(found) == 1 else None
    return only if only is not None and only.startswith(LIST) else None


def _traits(connection: Connection, publics: Collection[int]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {public: set() for public in publics}
    if found:
        query = select(traits.c.public, traits.c.trait).where(traits.c.public.in_(found), traits.c.documents > 0)
        for public, trait in connection.execute(query):
            found[public].add(trait)
    return found


def _queue_bearers(store: Store, connection: Connection, bearer: Claimant, found: Collection[str]) -> None:
    """Queue the documents whose entities of one name have to be told apart, or no longer."""
    publics = [bearer.shared, *(shared_public(bearer.type, bearer.key, trait) for trait in found)]
    ids = _by_public(connection, publics)
    where = appearances.c.entity.in_(ids.values())
    put(store, connection, Task.REASSIGN, select(appearances.c.document).where(where).distinct())


def _by_public(connection: Connection, publics: Collection[int]) -> dict[int, int]:
    """Numbers in the ledger by public number, of those that are there."""
    found: dict[int, int] = {}
    wanted = list(publics)
    for start in range(0, len(wanted), 500):
        query = select(entities.c.public, entities.c.id).where(entities.c.public.in_(wanted[start : start + 500]))
        found |= {public: number for public, number in connection.execute(query)}  # noqa: C416
    return found
