r"""One line of JSON: safe for programs that end lines elsewhere, and for terminals that obey what they are shown."""

from __future__ import annotations

import json
import re
from typing import Final

# Valid inside a JSON string as they are, and still harmful: some programs end a line at NEL, U+2028 and U+2029;
# a terminal obeys C1 controls and bidi overrides; UTF-8 has no bytes for a lone surrogate.
_ESCAPED: Final = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def json_line(value: object) -> str:
    """A value as one line of JSON without its line end; the same value gives the same line."""
    line = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", line)
