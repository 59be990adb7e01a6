"""Draw ``docs/read.svg``: an example article as ``onrecord read`` shows it. Run by ``make docs``."""

from __future__ import annotations

import io
import os
import re
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
    os.chdir(ROOT)
    settings = Settings()
    reading = read_raw(fetch("examples/denial.txt", settings, sys.stdin.buffer), settings)
    console = Console(record=True, width=118, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    print_reading(reading, console)
    picture = console.export_svg(title="onrecord read examples/denial.txt")
    # Fonts come from the reader's machine: a picture in our docs loads nothing from elsewhere.
    Path("docs/read.svg").write_text(re.sub(r"@font-face\s*{[^}]*}\s*", "", picture), "utf-8")


if __name__ == "__main__":
    main()
