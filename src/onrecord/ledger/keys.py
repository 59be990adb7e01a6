"""Names of things in a ledger, made from what they are and never from when they came.

A document's name is the hash its reading gives it. What stands in a document is named by the first digits of that and
a hash of its spans (its *mark*): ``a3f09c1b22d45-19ab775c01`` is an attribution, so that it can be found without
an index over all attributions, and a re-reading keeps it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import blake2b
from typing import Final

from onrecord.ledger.packing import pack_spans
from onrecord.types import DocumentId, Span

PREFIX: Final = 6
"""Bytes of a document's hash in the names of what stands in it. Two of 100,000 documents share six bytes once in
50,000 ledgers, and then both are looked through."""
MARK: Final = 5
"""Bytes of a mark: two of a document's 10,000 attributions share five bytes once in 20,000 documents."""

_DOCUMENT: Final = re.compile(r"^sha256:([0-9a-f]{64})$")
_FIRST_DAY: Final = date(1900, 1, 1).toordinal() - 1
_DAYS: Final = 1 << 16
_PLACE_BITS: Final = 47


class Kind(StrEnum):
    """What a public name is of, by its first letter."""

    ATTRIBUTION = "a"
    STATEMENT = "s"
    CLAIM = "c"
    ENTITY = "e"
    FIGURE = "f"
    PLEDGE = "p"
    STANCE = "d"


_INSIDE: Final = re.compile(r"^([a-z])([0-9a-f]{12})-([0-9a-f]{10})$")
_ENTITY: Final = re.compile(r"^e([0-9a-f]{16})$")


@dataclass(frozen=True, slots=True)
class Inside:
    """The name of something in a document.

    Attributes:
        prefix: first bytes of the document's hash.
        mark: hash of its spans.
    """

    kind: Kind
    prefix: bytes
    mark: int

    def __str__(self) -> str:
        return f"{self.kind.value}{self.prefix.hex()}-{self.mark:010x}"


def inside(kind: Kind, document: bytes, mark: int) -> str:
    """The public name of something in a document."""
    return str(Inside(kind, document[:PREFIX], mark))


def parse_inside(name: str) -> Inside | None:
    """The parts of a public name of something in a document; nothing where it is no such name."""
    found = _INSIDE.match(name)
    if found is None or found[1] not in set(Kind):
        return None
    return Inside(Kind(found[1]), bytes.fromhex(found[2]), int(found[3], 16))


def document_hash(document: DocumentId | str) -> bytes:
    """The 32 bytes of a document's name.

    Raises:
        ValueError: it is not ``sha256:`` and 64 digits.
    """
    found = _DOCUMENT.match(document)
    if found is None:
        raise ValueError(f"{document!r} is no document id")
    return bytes.fromhex(found[1])


def document_id(hashed: bytes) -> DocumentId:
    """The name of a document from its 32 bytes."""
    return DocumentId(f"sha256:{hashed.hex()}")


def mark(*spans: Sequence[Span], ordinal: int = 0, words: str = "") -> int:
    """A number of 40 bits for lists of spans, the same wherever they come from.

    Args:
        spans: what it is made of, in a fixed order.
        ordinal: tells things apart that have the same spans.
        words: what else it is made of.
    """
    hashed = blake2b(digest_size=MARK)
    for part in spans:
        packed = pack_spans(part)
        hashed.update(len(packed).to_bytes(4, "big") + packed)
    hashed.update(ordinal.to_bytes(2, "big") + words.encode("utf-8", "surrogatepass"))
    return int.from_bytes(hashed.digest(), "big")


def digest(*parts: str) -> int:
    """A number of 63 bits for words in order."""
    hashed = blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8)
    return int.from_bytes(hashed.digest(), "big") >> 1


def entity_name(public: int) -> str:
    """The public name of an entity."""
    return f"e{public:016x}"


def parse_entity(name: str) -> int | None:
    """The number in an entity's public name; nothing where it is no such name."""
    found = _ENTITY.match(name)
    return int(found[1], 16) if found else None


def day_number(published: str | None) -> int:
    """Days since the end of 1899; 0 for what has no date, or one that no news can have."""
    if not published:
        return 0
    try:
        number = date.fromisoformat(published[:10]).toordinal() - _FIRST_DAY
    except ValueError:
        return 0
    return number if 0 < number < _DAYS else 0


def place(published: str | None, document: bytes) -> int:
    """Where a document stands in every list: by day, then by its hash; newest is highest, undated is lowest."""
    return day_number(published) << _PLACE_BITS | int.from_bytes(document[:6], "big") & (1 << _PLACE_BITS) - 1


DATED: Final = 1 << _PLACE_BITS
"""Places below are those of documents without a date."""


def first_place(day: str) -> int:
    """The lowest place of a day."""
    return day_number(day) << _PLACE_BITS


def last_place(day: str) -> int:
    """The highest place of a day."""
    return (day_number(day) + 1 << _PLACE_BITS) - 1


def place_day(where: int) -> str:
    """The day of a place that has one, as ISO date."""
    return date.fromordinal((where >> _PLACE_BITS) + _FIRST_DAY).isoformat()
