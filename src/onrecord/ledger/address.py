"""Where a ledger is: a file, or a PostgreSQL database."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from onrecord.errors import BadInput

DEFAULT: Final = "onrecord.db"
VARIABLE: Final = "ONRECORD_LEDGER"
"""Environment variable that names the ledger where no address is given."""

_POSTGRES: Final = re.compile(r"^postgres(?:ql)?://", re.IGNORECASE)
_PASSWORD: Final = re.compile(r"(?<=:)[^:@/]+(?=@)")
_OTHER_SCHEME: Final = re.compile(r"^[a-z][a-z0-9+.-]+://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Address:
    """Where a ledger is.

    Attributes:
        path: the file, for SQLite; ``None`` for PostgreSQL.
        url: the database's address, for PostgreSQL, without the driver's name; ``None`` for SQLite.
    """

    path: Path | None
    url: str | None

    @property
    def shown(self) -> str:
        """The address as a person may see it, without a password."""
        return str(self.path) if self.path is not None else _PASSWORD.sub("***", self.url or "")

    def __str__(self) -> str:
        return str(self.path) if self.path is not None else self.url or ""


def parse(given: str | None = None, environment: Mapping[str, str] | None = None) -> Address:
    """The address that was given, else the environment's, else ``onrecord.db`` in the working folder.

    Raises:
        BadInput: it names a kind of database that cannot hold a ledger, or a folder.
    """
    words = given or (os.environ if environment is None else environment).get(VARIABLE) or DEFAULT
    if _POSTGRES.match(words):
        return Address(None, _POSTGRES.sub("postgresql://", words))
    if _OTHER_SCHEME.match(words):
        raise BadInput(
            f"{words} is no ledger that can be opened.", "Give a file, or an address that starts with postgresql://."
        )
    path = Path(words)
    if path.is_dir():
        raise BadInput(f"{words} is a folder.", f"Give a file in it, for example {path / DEFAULT}.")
    return Address(path, None)
