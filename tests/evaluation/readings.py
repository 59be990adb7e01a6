"""Small readings, written by words."""

from onrecord.run.evaluating import plain_document
from onrecord.types import (
    Attribution,
    AttributionId,
    Entity,
    EntityId,
    Mention,
    MentionForm,
    MentionId,
    MentionType,
    ModelVersion,
    Quotation,
    Reading,
    SourceKind,
    Span,
)


def span(text, words, number=1):
    """The ``number``-th place of words in a text."""
    at = -1
    for _ in range(number):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def reading(text, entities, sources=()):
    """A reading with entities, each a name and its mentions, and sources, each words and the place of an entity.

    Mentions are words, or words with which of them is meant; those that begin with a small letter are no names.
    """
    mentions, made = [], []
    for number, (name, places) in enumerate(entities):
        own = []
        for place in places:
            words, which = (place, 1) if isinstance(place, str) else place
            form = MentionForm.NAME if words[0].isupper() and len(words) > 3 else MentionForm.NOMINAL
            form = MentionForm.PRONOUN if words.lower() in {"he", "she", "they", "it"} else form
            own.append(MentionId(f"m{len(mentions)}"))
            mentions.append(
                Mention(own[-1], span(text, words, which), form, MentionType.PERSON, EntityId(f"e{number}"))
            )
        made.append(Entity(EntityId(f"e{number}"), name, MentionType.PERSON, tuple(own)))
    attributions = tuple(
        Attribution(
            AttributionId(f"a{number}"), (span(text, *((place,) if isinstance(place, str) else place)),), (), (),
            SourceKind.NAMED_PERSON, Quotation.INDIRECT, 1.0, None if entity is None else EntityId(f"e{entity}"),
        )
        for number, (place, entity) in enumerate(sources)
    )  # fmt: skip
    return Reading(plain_document(text), attributions, tuple(mentions), tuple(made), None, ModelVersion("none"))
