"""Onrecord: a ledger of attributed claims. Who said what, on whose word."""

__version__ = "0.1.0"
