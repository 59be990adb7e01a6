"""Errors for people: one sentence on what is wrong, one on what to do, a stable code and an exit code."""

from __future__ import annotations

from typing import ClassVar


class OnrecordError(Exception):
    """Base of all errors that are shown to a person instead of a traceback.

    Attributes:
        code: stable name of the kind of error, for programs.
        exit_code: what the command line exits with.
        problem: one sentence on what is wrong; names the file or address.
        remedy: one sentence on what to do.
    """

    code: ClassVar[str] = "error"
    exit_code: ClassVar[int] = 1

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(f"{problem} {remedy}")
        self.problem = problem
        self.remedy = remedy

    def __reduce__(self) -> tuple[type[OnrecordError], tuple[str, str]]:
        """How another process gets it: an exception by itself would be called with one sentence."""
        return type(self), (self.problem, self.remedy)


class BadInput(OnrecordError):
    """A file, an address or a text that cannot be read."""

    code = "bad-input"
    exit_code = 65


class NotFound(OnrecordError):
    """A file that is not there."""

    code = "not-found"
    exit_code = 66


class Unreachable(OnrecordError):
    """An address that does not answer, or not with a page."""

    code = "unreachable"
    exit_code = 69


class UnsupportedLanguage(OnrecordError):
    """A text in a language that is not read yet."""

    code = "unsupported-language"
    exit_code = 68


class BrokenInstallation(OnrecordError):
    """A part of Onrecord itself is missing or damaged."""

    code = "broken-installation"
    exit_code = 71


class UnsoundReading(OnrecordError):
    """A reading with a span outside its text, or one that refers to what is not in it."""

    code = "unsound-reading"
    exit_code = 76


class BrokenList(OnrecordError):
    """A stored watch list that is damaged."""

    code = "broken-list"
    exit_code = 67
