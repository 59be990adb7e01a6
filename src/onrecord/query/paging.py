"""Tokens that say where a page ended.

They hold a place in the order, so that nothing is missed or repeated when documents come in between.
"""

from __future__ import annotations

import re
from typing import Final

from onrecord.errors import BadInput

_TOKEN: Final = re.compile(r"^[0-9a-z]{1,16}(?:\.[0-9a-z]{1,16})*$")
_DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"


def token(*numbers: int) -> str:
    """A token for numbers that are not negative."""
    return ".".join(_base36(number) for number in numbers)


def parse_token(given: str | None, length: int) -> tuple[int, ...] | None:
    """The numbers of a token; nothing for nothing.

    Raises:
        BadInput: it is no token of this question.
    """
    if given is None:
        return None
    if _TOKEN.match(given):
        numbers = tuple(int(part, 36) for part in given.split("."))
        if len(numbers) == length and all(number < 1 << 63 for number in numbers):
            return numbers
    raise BadInput(f"{given!r} is no token to go on after.", "Use the one that the page before gave, or leave it out.")


def _base36(number: int) -> str:
    digits = []
    while True:
        number, digit = divmod(number, 36)
        digits.append(_DIGITS[digit])
        if not number:
            return "".join(reversed(digits))
