"""Presentation: readings as JSON for programs, as a table for a terminal, as a page for a browser."""

from onrecord.present.contract import SCHEMA, reading_object, to_json
from onrecord.present.page import page
from onrecord.present.table import print_reading

__all__ = ["SCHEMA", "page", "print_reading", "reading_object", "to_json"]
