"""The words of Onrecord as types: frozen, slotted, importing nothing else of ours."""

from onrecord.types.document import Block, BlockKind, Document, DocumentId, Metadata
from onrecord.types.reading import (
    Attribution,
    AttributionId,
    ChainLink,
    Echo,
    EchoKind,
    Entity,
    EntityId,
    LinkKind,
    Mention,
    MentionForm,
    MentionId,
    MentionType,
    ModelVersion,
    Quotation,
    Reading,
    SourceKind,
)
from onrecord.types.spans import Span, cover

__all__ = [
    "Attribution",
    "AttributionId",
    "Block",
    "BlockKind",
    "ChainLink",
    "Document",
    "DocumentId",
    "Echo",
    "EchoKind",
    "Entity",
    "EntityId",
    "LinkKind",
    "Mention",
    "MentionForm",
    "MentionId",
    "MentionType",
    "Metadata",
    "ModelVersion",
    "Quotation",
    "Reading",
    "SourceKind",
    "Span",
    "cover",
]
