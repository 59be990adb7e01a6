"""Why a source is not named, in the words of the text."""

from __future__ import annotations

import re

from onrecord.types import Span

REACH = 320
"""Code points after the beginning of a source in which the reason stands, if it is given: a long sentence."""
_REASON = re.compile(
    r"(?:on (?:the )?conditions? (?:of|that)|(?:requested|requesting|asked for|demanded|insisted on|granted|seeking)"
    r" anonymity|ask(?:ed|ing)? (?:that (?:his|her|their) names? not|not to be (?:named|identified|quoted by name))"
    r"|declin(?:ed|ing) to be (?:named|identified)|did not want to be (?:named|identified)"
    r"|(?:was|were|is|are) not (?:authori[sz]ed|allowed|permitted|cleared) to (?:speak|talk|comment|discuss|brief)"
    r"|not being (?:authori[sz]ed|allowed|permitted) to (?:speak|talk|comment|discuss)"
    r"|(?:speak|spoke|speaking|talk(?:ed|ing)) (?:anonymously|on background)"
    r"|(?:whose|his|her|their) (?:full )?names? (?:(?:has|have) been|(?:was|were|is|are)|(?:are|is) being)"
    r" (?:withheld|changed|not (?:given|used|disclosed))|cannot be (?:named|identified)|fear(?:ed|ing|s)? (?:reprisals?"
    r"|retaliation|retribution|for (?:his|her|their) (?:safety|jobs?|life|lives)))"
    r"[^.!?;”\"\n]{0,160}",
    re.IGNORECASE,
)
_END = re.compile(
    r"(?:(?<![\s.(][A-Z])(?<!\b(?:Mr|Ms|Dr|St|Lt))(?<!\b(?:Mrs|Gov|Sen|Rep|Gen|Col))\.|[!?])[”\"’)]*"
    r"(?=\s+[A-Z“\"]|\s*\Z)|\n"
)
"""The end of a sentence; the dot of an initial or of a title ("a U.S. Embassy aide", "Gov. Hale") is none."""
_TAIL = re.compile(r"(?:,\s+(?:said|says|told|added|confirmed|warned)\b.*|[,\s–—-]+(?:said|says|told|added)?[,\s]*)$")


def anonymity(text: str, source: Span) -> str | None:
    """The reason the sentence of a source gives for its not being named, as written."""
    end = _END.search(text, source.start, min(len(text), source.start + REACH))
    stop = end.start() if end else min(len(text), source.start + REACH)
    found = _REASON.search(text, source.start, stop)
    return _TAIL.sub("", found.group()).strip() or None if found else None
