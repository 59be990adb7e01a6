"""Draw ``docs/read.svg``: an example article as ``onrecord read`` shows it. Run by ``make docs``."""

from __future__ import annotations

import io
import sys
from pathlib import Path

from rich.console import Console

from onrecord.intake.sources import fetch
from onrecord.present.table import print_reading
from onrecord.run.pipeline import read_raw
from onrecord.settings import Settings

ROOT = Path(__file__).parents[1]


def main() -> None:
    """Read the article and write the picture."""
    settings = Settings()
    reading = read_raw(fetch(str(ROOT / "examples" / "denial.txt"), settings, sys.stdin.buffer), settings)
    console = Console(record=True, width=118, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    print_reading(reading, console)
    console.save_svg(str(ROOT / "docs" / "read.svg"), title="onrecord read examples/denial.txt")


if __name__ == "__main__":
    main()
