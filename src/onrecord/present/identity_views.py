"""Who is who: entities by name, and pairs that may be one."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.present.ledger_views import View
from onrecord.present.sheet import Cell, Column, Sheet, joined
from onrecord.query.answers import EntityAnswer, Page, Suggestion


def entities_view(every: Sequence[EntityAnswer]) -> View:
    """Entities; one row for each document they stand in."""
    objects = tuple(
        {
            "id": one.entity.entity, "name": one.entity.name, "type": one.entity.type and one.entity.type.value,
            "names": list(one.names), "documents": one.documents, "about": one.about, "said": one.said,
            "trait": one.trait, "link": one.link, "everywhere": one.everywhere, "same": list(one.same),
            "in": [
                {"id": each.id, "document": each.document, "name": each.name, "roles": list(each.roles),
                 "published": each.published, "title": each.title}
                for each in one.bearers
            ],
        }
        for one in every
    )  # fmt: skip
    columns = (
        Column("entity", "Entity"), Column("name", "Name", 2), Column("type", "Type"),
        Column("told_by", "Told apart by", 2), Column("in_document", "In its document"), Column("published", "Date"),
        Column("title", "Title", 2), Column("document"), Column("documents"),
    )  # fmt: skip
    rows: list[tuple[Cell, ...]] = []
    for one in every:
        kind = one.entity.type.value if one.entity.type else None
        told = joined([one.trait, None if one.everywhere else "known in this document only",
                       f"one with {', '.join(one.same)}" if one.same else None])  # fmt: skip
        for each in one.bearers:
            roles = f" ({', '.join(each.roles)})" if each.roles else ""
            rows.append((
                one.entity.entity, f"{each.name}{roles}", kind, told, each.id, each.published, each.title,
                each.document, one.documents,
            ))  # fmt: skip
        if not one.bearers:
            rows.append((one.entity.entity, one.entity.name, kind, told, None, None, None, None, one.documents))
    return View("entities", objects, Sheet(columns, tuple(rows), "Nobody is called so."))


def suggestions_view(page: Page[Suggestion]) -> View:
    """Pairs that may be one."""
    objects = tuple(
        {
            "a": {"name": one.a.name, "entity": one.a.entity},
            "b": {"name": one.b.name, "entity": one.b.entity},
            "reason": one.reason,
        }
        for one in page.items
    )
    columns = (
        Column("a", "A"), Column("a_name", "Name", 1), Column("b", "B"), Column("b_name", "Name", 1),
        Column("reason", "Why they may be one", 3),
    )  # fmt: skip
    rows = tuple((one.a.entity, one.a.name, one.b.entity, one.b.name, one.reason) for one in page.items)
    return View("suggestions", objects, Sheet(columns, rows, "There is nobody to decide about."), page.next)
