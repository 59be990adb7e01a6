"""What every head is taught by: the joint loss of one batch, of whatever its corpus knows."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor

from onrecord.reading.labels import DISTANCES
from training.features import IGNORED, UNASKED
from training.model import ILLEGAL, OUTPUTS, Reader
from training.windows import Batch

ROLE_WEIGHT = 0.04
"""Weight of one attribution's sequence loss (nats) against the mean loss of a unit's cue tag."""
SIDE_WEIGHT = 0.3
"""Weight of silver names beside attributions on the same windows."""
SILVER_WEIGHT = 0.2
"""Weight of silver syntax and coreference beside gold."""


def loss_of(model: Reader, batch: Batch) -> tuple[Tensor, dict[str, float]]:
    """The joint loss of one batch, and its parts for the log."""
    inputs = (batch.ids, batch.case, batch.line, batch.quote, batch.mask, batch.unit_piece)
    read = dict(zip(OUTPUTS, model.encoder(*inputs), strict=True))
    states, cue, mention, clause = (read[name] for name in ("states", "cue", "mention", "clause"))
    parts: dict[str, Tensor] = {}
    if (batch.cues != IGNORED).any():
        labels = batch.cues.clamp_min(0)
        units = batch.unit_mask.sum()
        tags = F.cross_entropy(cue.flatten(0, 1), batch.cues.flatten(), ignore_index=IGNORED)
        parts["cue"] = tags + model.cue_transitions.loss(cue, labels, batch.unit_mask).sum() / units
        if len(batch.window):
            logits = model.tagger(states[batch.window], batch.unit_mask[batch.window], batch.first, batch.last)
            mask = batch.unit_mask[batch.window]
            parts["roles"] = ROLE_WEIGHT * model.role_transitions.loss(logits, batch.roles, mask).mean()
    if not batch.mentions.all():
        known = (~batch.mentions.all(-1)) & (batch.unit_mask > 0)
        scores = F.log_softmax(mention, -1).masked_fill(~batch.mentions, -1e4)
        weight = SIDE_WEIGHT if "cue" in parts else 1.0
        parts["mentions"] = weight * -torch.logsumexp(scores, -1)[known].mean()
    if (batch.clauses != IGNORED).any():
        parts["clauses"] = F.cross_entropy(clause.flatten(0, 1), batch.clauses.flatten(), ignore_index=IGNORED)
    side = SILVER_WEIGHT if batch.silver else 1.0
    parts |= {name: side * part for name, part in syntax_losses(model, read, batch).items()}
    parts |= {name: side * part for name, part in reference_losses(model, read, batch).items()}
    return torch.stack(list(parts.values())).sum(), {name: float(part.detach()) for name, part in parts.items()}


def syntax_losses(model: Reader, read: dict[str, Tensor], batch: Batch) -> dict[str, Tensor]:
    """Parts of speech, tenses, heads, and the relations to the gold heads."""
    if not (batch.pos != IGNORED).any():
        return {}

    def tags(name: str, labels: Tensor) -> Tensor:
        return F.cross_entropy(read[name].flatten(0, 1), labels.flatten(), ignore_index=IGNORED)

    arcs = read["arcs"].masked_fill(batch.unit_mask[:, None, :] == 0, ILLEGAL)
    row, unit = torch.nonzero((batch.heads != IGNORED) & (batch.relations != IGNORED), as_tuple=True)
    head = batch.heads[row, unit]
    relations = model.relations(read["dependent"][row, unit], read["governor"][row, head], head - unit)
    return {
        "pos": 0.3 * tags("pos", batch.pos) + 0.2 * tags("tense", batch.tense),
        "arcs": 0.5 * F.cross_entropy(arcs.flatten(0, 1), batch.heads.flatten(), ignore_index=IGNORED),
        "relations": 0.3 * F.cross_entropy(relations, batch.relations[row, unit]),
    }


def reference_losses(model: Reader, read: dict[str, Tensor], batch: Batch) -> dict[str, Tensor]:
    """Entity types of heads, coreference within windows, and factuality of predicates."""
    parts: dict[str, Tensor] = {}
    known = (~batch.kinds.all(-1)) & (batch.unit_mask > 0)
    if known.any():
        scores = F.log_softmax(read["kinds"], -1).masked_fill(~batch.kinds, ILLEGAL)
        parts["kinds"] = -torch.logsumexp(scores, -1)[known].mean()
    factual = ~batch.facts.isnan()
    if factual.any():
        parts["facts"] = 0.2 * F.smooth_l1_loss(read["facts"].squeeze(-1)[factual], batch.facts[factual])
    rows = (_coreference(model, read, batch, row) for row in range(len(batch.clusters)))
    losses = [loss for loss in rows if loss is not None]
    if losses:
        parts["coreference"] = 0.3 * torch.cat(losses).mean()
    return parts


def _coreference(model: Reader, read: dict[str, Tensor], batch: Batch, row: int) -> Tensor | None:
    """Minus the log-probability of any right antecedent, or of none, for each asked mention of a window."""
    labels = batch.clusters[row]
    units = torch.nonzero(labels != IGNORED).squeeze(-1)
    asked = labels[units] >= 0
    if len(units) < 2 or not asked.any():
        return None
    cluster = torch.where(asked, labels[units], UNASKED - labels[units])
    words = batch.words[row, units]
    pronoun = torch.isin(words, model.antecedents.pronouns).long()
    same = ((words[:, None] == words[None, :]) & (pronoun[:, None] == 0)).long()
    gap = torch.clamp(units[:, None] - units[None, :], min=0)
    buckets = torch.clamp(torch.floor(torch.log2(gap.clamp_min(1).float())) + (gap > 0), max=DISTANCES - 1).long()
    scores = model.antecedents(
        read["anaphor"][row, units], read["antecedent"][row, units], pronoun, same, buckets
    )
    earlier = torch.ones_like(scores, dtype=torch.bool).tril(-1)
    right = earlier & (cluster[:, None] == cluster[None, :]) & (cluster[:, None] > 0)
    scores = torch.cat([read["new"][row, units], scores.masked_fill(~earlier, ILLEGAL)], 1)
    right = torch.cat([~right.any(1, keepdim=True), right], 1)
    logs = torch.logsumexp(scores.masked_fill(~right, ILLEGAL), 1) - torch.logsumexp(scores, 1)
    return -logs[asked]
