"""Which given names are a man's and which a woman's.

The table beside this module says what is common usage in English-language news, for names of many languages. A name
that both commonly bear tells nothing, and neither does one that the table does not have.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final

from onrecord.linking.persons import Gender
from onrecord.types.words import folded

_EITHER: Final = "either"
_PLAIN: Final = str.maketrans(
    {"ø": "o", "ł": "l", "ı": "i", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th", "’": "", "'": ""}
)
"""Letters that Unicode does not take apart, and apostrophes."""


def gender_of_given_name(word: str) -> Gender | None:
    """Whose name a word is, case and accents aside; ``None`` where both bear it or the table does not have it.

    A name of two with a hyphen that the table does not have ("Jean-Claude", "Maria-Elena") goes by the part that
    tells, unless they contradict each other.
    """
    table = _table()
    plain = folded(word).translate(_PLAIN)
    if plain in table:
        return table[plain]
    parts = {table.get(part) for part in plain.split("-")} - {None}
    return parts.pop() if len(parts) == 1 else None


@cache
def _table() -> dict[str, Gender | None]:
    """Names of the table; those of both have ``None``."""
    text = (files("onrecord.linking") / "tables" / "given_names.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return {name: None if gender == _EITHER else Gender(gender) for name, gender in rows[1:]}
