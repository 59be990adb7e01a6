"""Whether what the machine names is the party that people named.

People give the words of a text that name a party. A prediction gives words, an entity, or both. They name the same
party if the head of one stands among the words of the other up to its own head: "the health board" and "health board in
Delmore" do, "the board's lawyer" and "the lawyer" do, "the lawyer" and "the board" elsewhere do not. Neither side is
held to where a name ends; a pronoun counts by the entity that it was resolved to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.types import EntityId, MentionForm, Reading, Span

_TOKEN = re.compile(r"\w+(?:['’-]\w+)*|[^\w\s]")
_DETERMINERS = frozenset(
    "a an the this that these those its his her their our my your each every both all some any no one's".split()
)
_BETWEEN = frozenset({",", "(", ")", ";", ":", "—", "–", "and", "or"})
_AFTER_HEAD = frozenset(
    "of in at for from with on by to near under over between among against about across around during within without "
    "since until after before who whom whose which that where when as".split()
)
_PRONOUNS = frozenset(
    "i you he she it we they me him her us them his its their our my your who whom which that this these those one "
    "himself herself itself themselves ourselves mine hers ours theirs there neither both none all everyone".split()
)


@dataclass(frozen=True, slots=True)
class Named:
    """A party as a prediction names it.

    Attributes:
        spans: the words beside the cue.
        elsewhere: where the text names the entity they were resolved to, pronouns left out.
        name: that entity's name.
    """

    spans: tuple[Span, ...] = ()
    elsewhere: tuple[Span, ...] = ()
    name: str | None = None


def named(reading: Reading, entity: EntityId | None, *spans: Span | None) -> Named | None:
    """What a reading names by an entity, by words, or by both; ``None`` where it names nobody."""
    here = tuple(span for span in spans if span is not None)
    known = next((one for one in reading.entities if one.id == entity), None) if entity is not None else None
    if known is None:
        return Named(here) if here else None
    mentions = set(known.mentions)
    elsewhere = tuple(
        mention.span
        for mention in reading.mentions
        if (mention.entity == entity or mention.id in mentions) and mention.form is not MentionForm.PRONOUN
    )
    return Named(here, elsewhere, known.name)


def is_pronoun(words: str) -> bool:
    """Whether words are a pronoun, which names nobody by itself."""
    return words.strip(" ,.;:").lower() in _PRONOUNS


def same(text: str, found: Named, gold: Iterable[Span]) -> bool:
    """Whether a prediction names the party that ``gold``, several names of one party, names.

    Pronouns of the gold count only where it holds no name: the party cannot be told from the text then.
    """
    all_names = tuple(gold)
    names = tuple(span for span in all_names if not is_pronoun(span.of(text)))
    places = (*found.spans, *found.elsewhere)
    if any(_share_head(text, place, span) for place in places for span in names or all_names):
        return True
    return found.name is not None and any(_same_words(found.name, span.of(text)) for span in names)


def _share_head(text: str, one: Span, other: Span) -> bool:
    if not one.overlaps(other):
        return False
    return _share([frozenset(part) for part in _parts(text, one)], _parts(text, other)) or _share(
        [frozenset(part) for part in _parts(text, other)], _parts(text, one)
    )


def _share(words: list[frozenset[int]], heads: list[tuple[int, ...]]) -> bool:
    return any(part[-1] in group for part in heads for group in words)


def _same_words(name: str, words: str) -> bool:
    """Whether a name stands whole in one part of a phrase, or that part in the name."""
    ones, others = _lowered(name), _lowered(words)
    return any(one <= other or other <= one for one in ones for other in others)


def _lowered(words: str) -> list[frozenset[str]]:
    parts = _parts(words, Span(0, len(words))) if words else []
    tokens = [[_TOKEN.match(words, start) for start in part] for part in parts]
    return [frozenset(re.sub(r"['’]s$", "", match[0].lower()) for match in part if match) for part in tokens]


def _parts(text: str, span: Span) -> list[tuple[int, ...]]:
    """Places of the words of each noun phrase of a span, up to and with its head; the head is the last.

    "The mayor of Lund, Ada Ruiz," has two: "mayor" and "Ada Ruiz"; "Lund and Osmar" too.
    """
    parts: list[tuple[int, ...]] = []
    part: list[int] = []
    after_head = False
    for match in _TOKEN.finditer(text, span.start, span.end):
        token = match[0].lower()
        if token in _BETWEEN:
            parts += [tuple(part)] if part else []
            part, after_head = [], False
        elif token in _AFTER_HEAD:
            after_head = True
        elif not after_head and token[0].isalnum() and token not in _DETERMINERS:
            part.append(match.start())
    parts += [tuple(part)] if part else []
    # "those", "its": a phrase of little words alone is its own head.
    return parts or [tuple(match.start() for match in _TOKEN.finditer(text, span.start, span.end))]
