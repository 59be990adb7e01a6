"""Lists of spans and of numbers as a few bytes, so that millions of rows stay narrow.

Numbers are zigzag varints (Protocol Buffers' encoding of ``sint64``); a span is the distance from the end of the one
before it, and its length. A span of an article takes two to four bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.types import Span


def pack_spans(spans: Sequence[Span]) -> bytes:
    """Spans in the order given, as bytes; none give no bytes."""
    numbers: list[int] = []
    at = 0
    for span in spans:
        numbers += (span.start - at, span.end - span.start)
        at = span.end
    return pack_numbers(numbers)


def unpack_spans(packed: bytes | None) -> tuple[Span, ...]:
    """The spans that `pack_spans` packed.

    Raises:
        ValueError: the bytes are no packed spans.
    """
    if not packed:
        return ()
    numbers = unpack_numbers(packed)
    if len(numbers) % 2:
        raise ValueError("packed spans end within a span")
    spans = []
    at = 0
    for place in range(0, len(numbers), 2):
        start = at + numbers[place]
        at = start + numbers[place + 1]
        spans.append(Span(start, at))
    return tuple(spans)


def pack_numbers(numbers: Iterable[int]) -> bytes:
    """Whole numbers as zigzag varints."""
    packed = bytearray()
    for number in numbers:
        rest = number << 1 if number >= 0 else (-number << 1) - 1
        while rest > 0x7F:
            packed.append(rest & 0x7F | 0x80)
            rest >>= 7
        packed.append(rest)
    return bytes(packed)


def unpack_numbers(packed: bytes | None) -> tuple[int, ...]:
    """The numbers that `pack_numbers` packed.

    Raises:
        ValueError: the bytes end within a number.
    """
    numbers = []
    value = shift = 0
    for byte in packed or b"":
        value |= (byte & 0x7F) << shift
        if byte & 0x80:
            shift += 7
            continue
        numbers.append(value >> 1 if not value & 1 else -((value + 1) >> 1))
        value = shift = 0
    if shift:
        raise ValueError("packed numbers end within a number")
    return tuple(numbers)
