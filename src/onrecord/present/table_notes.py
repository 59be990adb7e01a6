"""The lines under a content in the table: what labels, pledges and denials say beyond "says, certain, positive"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.present.date_words import deadline_words
from onrecord.present.index import Index
from onrecord.present.labels import attribution_labels
from onrecord.present.outline import Entry, counted, passage, shortened
from onrecord.present.relations import (
    DOES,
    IS,
    STANCES,
    by_source,
    committed,
    is_content,
    is_own,
    met_stances,
    reached_entries,
)
from onrecord.types import Act, Commitment, EntityId, Span, Stance
from onrecord.types.words import words

MOST = 3
"""Sources named that take one stance; more are counted."""

LONGEST = 80
"""Characters of quoted words in a line; the page and the JSON have all of them."""


def notes(known: Index, entry: Entry) -> Iterator[str]:
    """The lines of an entry, most telling first; reasons are left to the page and the JSON."""
    one = entry.attribution
    shown = list(_labels(entry))
    if shown:
        yield ", ".join(shown)
    if one.commitment is not None:
        yield _commitment(known, entry, one.commitment)
    for conduct in one.conduct:
        home = known.entries.get(conduct.commitment)
        yield f"said to {DOES[conduct.relation]} the {committed(home)} {_where(home)}"
    for other, conduct in known.conduct.get(one.id, ()):
        yield f"said to be {IS[conduct.relation]} {_where(other)}"
    for stance in known.taken.get(one.id, ()):
        yield _stance(known, entry, stance)
    for kind, stances in met_stances(known, entry):
        homes = [known.entries[stance.attribution] for stance in stances[:MOST]]
        whos = ", ".join(_source(who, entries) for who, entries in by_source(homes))
        more = f" and {len(stances) - MOST:,} more" if len(stances) > MOST else ""
        yield f"{STANCES[kind][1]} by {whos}{more}"


def _labels(entry: Entry) -> Iterator[str]:
    """Act, certainty and polarity where they are news: the act where neither cue nor pledge shows it."""
    one = entry.attribution
    labels = attribution_labels(one)
    shown = one.act is not None and any(word.startswith(_stem(one.act)) for word in words(entry.cue))
    if labels.act is not None and not labels.act.plain and not shown and one.commitment is None:
        yield labels.act.words
    if one.act in (Act.ASK, Act.DEMAND):
        return
    yield from (label.words for label in labels.main[:-1] if not label.plain)


def _stem(act: Act) -> str:
    """What the forms of an act's verb begin with: ``den`` for "deny", "denied", "denies"."""
    return act.value.rstrip("y")[:4]


def _commitment(known: Index, entry: Entry, commitment: Commitment) -> str:
    line = commitment.kind.value
    by = _party(known, commitment.by, commitment.by_span)
    if by and not is_own(entry, commitment.by, commitment.by_span):
        line += f" of {by}"
    if to := _party(known, commitment.to, commitment.to_span):
        line += f" to {to}"
    what = passage(known.text, commitment.what)
    tail = [] if not what or is_content(entry, what) else [f"“{shortened(what, LONGEST)}”"]
    if commitment.exchange:
        tail.append(f"in exchange for “{shortened(passage(known.text, commitment.exchange), LONGEST)}”")
    if commitment.instrument:
        tail.append(f"under {' '.join(commitment.instrument.split())}")
    if commitment.deadline:
        tail.append(deadline_words(commitment.deadline))
    return line + (": " + ", ".join(tail) if tail else "")


def _party(known: Index, entity: EntityId | None, span: Span | None) -> str:
    return known.name(entity) or ("" if span is None else " ".join(span.of(known.text).split()))


def _stance(known: Index, entry: Entry, stance: Stance) -> str:
    own = is_own(entry, stance.by, stance.by_span)
    by = "" if own else _party(known, stance.by, stance.by_span)
    line = f"{by} {STANCES[stance.kind][0]}".strip()
    if stance.toward is not None:
        line += f" everything that {known.name(stance.toward) or 'another source'} says"
    elif stance.target:
        line += f" “{shortened(passage(known.text, stance.target), LONGEST)}”"
    reached = reached_entries(known, stance)
    if len(reached) == 1:
        return f"{line} {_number(reached[0])}".rstrip()
    if stance.statements:
        line += f": {counted(len(stance.statements), 'statement', 'statements')}"
    return line


def _source(who: str, entries: Sequence[Entry]) -> str:
    """A source with the numbers of its entries; of the author's voice, the article."""
    numbers = ", ".join(str(one.number) for one in entries if one.attribution.source or one.attribution.cue)
    return f"{who or 'no source given'} ({numbers})" if numbers else "the article"


def _where(home: Entry | None) -> str:
    """Where an entry stands: its number, or what the article says itself."""
    if home is None:
        return "elsewhere in the text"
    return f"in {home.number}" if _number(home) else "in the article's own voice"


def _number(entry: Entry) -> str:
    return f"({entry.number})" if entry.attribution.source or entry.attribution.cue else ""
