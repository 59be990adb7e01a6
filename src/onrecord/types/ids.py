"""Names of things inside one reading; numbered in text order."""

from __future__ import annotations

from typing import NewType

AttributionId = NewType("AttributionId", str)
MentionId = NewType("MentionId", str)
EntityId = NewType("EntityId", str)
StatementId = NewType("StatementId", str)
QuantityId = NewType("QuantityId", str)
DateId = NewType("DateId", str)
