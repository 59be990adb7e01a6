"""One claim on a terminal: its words, its evidence with chains, its origins with reasons, who stands how to it."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console, Group
from rich.padding import Padding
from rich.text import Text

from onrecord.present.answer_objects import STANDINGS
from onrecord.present.answer_sheets import NOTE
from onrecord.present.outline import kind_words
from onrecord.present.sheet import inert_lines
from onrecord.query.answers import ClaimDetail, Evidence, Origin, Stander
from onrecord.types import ChainLink, LinkKind


def print_claim(one: ClaimDetail, console: Console) -> None:
    """Print a claim for people."""
    lines = [Text(inert_lines(one.claim.text), style="bold"), Text(one.claim.id, style="dim")]
    for verb, group in (
        ("Affirmed by", one.claim.affirmed_by), ("Denied by", one.claim.denied_by),
        ("Questioned by", one.claim.questioned_by), ("No answer from", one.claim.declined_by),
    ):  # fmt: skip
        if group:
            lines.append(Text(f"{verb} {_standers(group)}"))
    console.print(Group(*lines))
    console.print(Text("\nEvidence", style="bold"))
    for each in one.evidence:
        console.print(Padding(_evidence(each), (0, 0, 1, 2)))
    if one.origins:
        console.print(Text(f"Origins: {len(one.origins)}, an upper bound", style="bold"))
        for origin in one.origins:
            console.print(Padding(_origin(origin), (0, 0, 0, 2)))
    console.print(Text(f"\n{NOTE}", style="dim"))


def chain_words(chain: Sequence[ChainLink]) -> str:
    """A chain from the publisher inward."""
    words = []
    for link in chain:
        name = link.name or ("the publication" if link.kind is LinkKind.PUBLISHER else kind_words(link.kind))
        cue = f" ({link.cue})" if link.cue else ""
        words.append(f"{name}{cue}{' (implied)' if link.implied else ''}")
    return " > ".join(words)


def _evidence(one: Evidence) -> Group:
    place = one.citation
    where = [place.publisher, place.published, place.title, place.url, f"paragraph {place.paragraph}"]
    read = [
        one.stance.value, one.act and f"act {one.act.value}", one.certainty and one.certainty.value,
        one.polarity and one.polarity.value, f"confidence {one.confidence:.2f}", STANDINGS[one.standing],
    ]  # fmt: skip
    return Group(
        Text(inert_lines(one.text)),
        Text(inert_lines(chain_words(one.chain)), style="cyan"),
        Text(inert_lines(", ".join(part for part in read if part))),
        Text(inert_lines(" - ".join(part for part in where if part)), style="dim"),
        Text(f"{one.id}  {one.document}  retrieved {place.retrieved}  sha256 {place.original[:16]}", style="dim"),
        *(Text(inert_lines(f"why: {reason}"), style="dim italic") for reason in one.reasons),
    )


def _origin(one: Origin) -> Text:
    name = one.name or "nobody named"
    return Text(inert_lines(f"{name} ({kind_words(one.kind)}): {'; '.join(one.reasons)}"))


def _standers(group: Sequence[Stander]) -> str:
    return inert_lines(", ".join(
        f"{one.name or 'somebody not named'}{' (everything the source said)' if one.toward == 'source' else ''}"
        for one in group
    ))  # fmt: skip
