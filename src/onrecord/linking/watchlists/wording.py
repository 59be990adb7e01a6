"""Agreements between names said in words."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.linking.watchlists.agreement import Agreement
from onrecord.linking.watchlists.pairing import Pair
from onrecord.linking.watchlists.romanization import EASTERN


def shared_words(pairs: Sequence[Pair]) -> str:
    """Which words of two persons' names agree, and how."""
    if any(pair.written.startswith(EASTERN) or pair.listed.startswith(EASTERN) for pair in pairs):
        return "family name and given name, as romanized"
    exact = [shown(pair.written) for pair in pairs if pair.agreement is Agreement.EXACT]
    spelled = [pair for pair in pairs if pair.agreement in {Agreement.SOUND, Agreement.NEAR}]
    other = [f"{shown(pair.written)} as {shown(pair.listed)}" for pair in spelled]
    initial = [shown(pair.written) for pair in pairs if pair.agreement is Agreement.INITIAL]
    parts = [f"{', '.join(exact)} to the letter"] if exact else []
    parts += [f"{', '.join(other)} by transliteration"] if other else []
    parts += [f"{', '.join(initial)} by initial"] if initial else []
    return "; ".join(parts)


def shown(word: str) -> str:
    """A word of a name for people; compounds as they are usually written."""
    if " " in word:
        return " ".join(map(shown, word.split()))
    word = word[2:] if word.startswith(EASTERN) else word
    if word.startswith("abd") and len(word) > 6 and word[3] not in "aeiou":
        return f"Abd al-{word[3:].title()}"
    if word.startswith(("abu", "umm")) and len(word) > 5:
        return f"{word[:3].title()} {word[3:].title()}"
    if word.endswith("din") and len(word) > 6:
        return f"{word[:-3].title()} al-Din"
    return f"{word[:-4].title()}ullah" if word.endswith("ulah") and len(word) > 6 else word.title()
