"""Fixtures of the intake tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def pdf(tmp_path: Path) -> Callable[[Callable], bytes]:
    """Bytes of a PDF that a function draws on a canvas."""
    from reportlab.pdfgen.canvas import Canvas

    def make(draw: Callable, **options: object) -> bytes:
        path = tmp_path / "made.pdf"
        canvas = Canvas(str(path), invariant=1, **options)
        draw(canvas)
        canvas.save()
        return path.read_bytes()

    return make
