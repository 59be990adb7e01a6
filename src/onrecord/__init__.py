"""Onrecord: a ledger of attributed claims. Who said what, on whose word."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.faces.api import Ledger

__version__ = "0.1.0"


def open(address: str | None = None, *, create: bool = True) -> Ledger:
    """Open a ledger: ``onrecord.open("ledger.db")``.

    Args:
        address: a file or a ``postgresql://`` address; ``ONRECORD_LEDGER``, else ``onrecord.db``, when not given.
        create: make the file where there is none.

    Raises:
        onrecord.errors.OnrecordError: it cannot be opened; says why and what to do.
    """
    # A database is slow to import, and reading needs none; nor does the root of the package import a face.
    opened: Ledger = import_module("onrecord.faces.api").open_ledger(address, create=create)
    return opened
