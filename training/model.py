"""The reader network in PyTorch: one encoder, heads for all layers of reading, and a cue-conditioned tagger.

The encoder is MiniLM-L6 (Wang et al. 2020) with learned embeddings of what the uncased vocabulary drops. For
every cue a small transformer layer looks at all units again, knowing which cue is asked about, and a
linear-chain CRF (Lafferty et al. 2001) over begin/inside/end/single tags of source and content is trained on
whole sequences.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from onrecord.reading.labels import DISTANCES, MENTION_TYPES, PLACES, PRONOUNS, Role, Tag, successions
from onrecord.reading.syntax import PARTS_OF_SPEECH, RELATIONS, TENSES
from onrecord.reading.tokens import Case, Line, Quote

ILLEGAL = -1e4
NEGLIGIBLE = -30.0
"""Log-probability below which a path counts as this much: smaller numbers are denormal and very slow on a CPU."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the network; the defaults are MiniLM-L6's and ours."""

    vocabulary: int = 30522
    positions: int = 512
    width: int = 384
    layers: int = 6
    heads: int = 12
    inner: int = 1536
    role_width: int = 128
    role_heads: int = 4
    arc_width: int = 128
    relation_width: int = 64
    reference_width: int = 96
    reach: int = 64
    """Relative distances to the cue are clamped at this many units."""
    dropout: float = 0.1


class CheapDropout(nn.Module):
    """Dropout whose mask is shared along the sequence (Gal & Ghahramani 2016): random numbers cost time on a CPU."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or self.rate == 0:
            return x
        mask = (torch.rand(x.shape[0], 1, x.shape[2]) >= self.rate).to(x.dtype) / (1 - self.rate)
        return x * mask


class Block(nn.Module):
    """A post-norm transformer layer as in BERT."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.attention_norm = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.drop = CheapDropout(dropout)

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        """``x``: float32[b, t, width]; ``bias``: float32[b, 1, 1, t], 0 for what may be seen, ``None`` for all."""
        q, k, v = self.qkv(x).chunk(3, -1)
        x = self.attention_norm(x + self.drop(self.out(self.attend(q, k, v, bias))))
        return self.norm(x + self.drop(self.down(F.gelu(self.up(x)))))


    def attend(self, q: Tensor, k: Tensor, v: Tensor, bias: Tensor | None) -> Tensor:
        """Multi-head attention; queries, keys and values are float32[b, t, width]."""
        b, t, width = q.shape
        q, k, v = (part.view(b, t, self.heads, width // self.heads).transpose(1, 2) for part in (q, k, v))
        return F.scaled_dot_product_attention(q, k, v, attn_mask=bias).transpose(1, 2).reshape(b, t, width)


OUTPUTS = ("states", "cue", "mention", "clause", "pos", "tense", "arcs", "dependent", "governor", "kinds",
           "facts", "anaphor", "antecedent", "new")  # fmt: skip
"""Names of what the encoder gives, in order."""


class Mix(nn.Module):
    """A learned average of all layers (Peters et al. 2018): syntax is best seen halfway up."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(layers))

    def forward(self, layers: list[Tensor]) -> Tensor:
        weights = torch.softmax(self.weight, 0)
        mixed = layers[0] * weights[0]
        for number, layer in enumerate(layers[1:], 1):
            mixed = mixed + layer * weights[number]
        return mixed


class Syntax(nn.Module):
    """Parts of speech, tenses and a biaffine parser (Dozat & Manning 2017); a root hangs on itself."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.mix = Mix(shape.layers)
        self.pos = nn.Linear(shape.width, len(PARTS_OF_SPEECH))
        self.tense = nn.Linear(shape.width, len(TENSES))
        self.from_dependent = nn.Linear(shape.width, shape.arc_width)
        self.from_governor = nn.Linear(shape.width, shape.arc_width)
        self.between = nn.Linear(shape.arc_width, shape.arc_width)
        self.dependent = nn.Linear(shape.width, shape.relation_width)
        self.governor = nn.Linear(shape.width, shape.relation_width)

    def forward(self, x: Tensor) -> tuple[Tensor, ...]:
        """Logits of pos [b, u, 16], tense [b, u, 6] and arcs [b, u dependents, u governors]; what tells relations."""
        dependent, governor = F.gelu(self.from_dependent(x)), F.gelu(self.from_governor(x))
        arcs = self.between(dependent) @ governor.transpose(1, 2)
        return self.pos(x), self.tense(x), arcs, self.dependent(x), self.governor(x)


class Relations(nn.Module):
    """The relation of a unit to its head, from both and from the direction and distance between them."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.place = nn.Embedding(2 * PLACES + 1, shape.relation_width)
        self.relation = nn.Linear(shape.relation_width, len(RELATIONS))

    def forward(self, dependent: Tensor, governor: Tensor, offset: Tensor) -> Tensor:
        """float32[n, 64] twice and int64[n], head minus dependent, to logits float32[n, relations]."""
        place = torch.clamp(offset, -PLACES, PLACES) + PLACES
        logits: Tensor = self.relation(F.gelu(dependent + governor + self.place(place)))
        return logits


class Reference(nn.Module):
    """What a noun or pronoun refers to: its entity type, a vector to look back with and one to be found by."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.mix = Mix(shape.layers)
        self.kinds = nn.Linear(shape.width, 1 + len(MENTION_TYPES))
        self.facts = nn.Linear(shape.width, 1)
        self.anaphor = nn.Linear(shape.width, shape.reference_width)
        self.antecedent = nn.Linear(shape.width, shape.reference_width)
        self.new = nn.Linear(shape.width, 1)

    def forward(self, x: Tensor) -> tuple[Tensor, ...]:
        """Logits of kinds [b, u, 9]; factuality [b, u, 1]; vectors [b, u, 96] twice; scores of being new [b, u, 1]."""
        return self.kinds(x), self.facts(x), self.anaphor(x), self.antecedent(x), self.new(x)


class Antecedents(nn.Module):
    """Scores of earlier mentions as antecedents, at the level of head words (Dobrovolskii 2021)."""

    def __init__(self) -> None:
        super().__init__()
        self.distance = nn.Parameter(torch.zeros(2, DISTANCES))
        self.same = nn.Parameter(torch.zeros(2, 2))
        self.register_buffer("pronouns", torch.zeros(len(PRONOUNS), dtype=torch.int64))

    def forward(self, anaphor: Tensor, antecedent: Tensor, pronoun: Tensor, same: Tensor, gap: Tensor) -> Tensor:
        """Scores float32[m, m] of all pairs of one window's mentions; see :mod:`onrecord.reading.antecedents`.

        Args:
            anaphor, antecedent: float32[m, 96]; pronoun: int64[m]; same: int64[m, m], head words alike;
                gap: int64[m, m], buckets of the distance in units.
        """
        scores = anaphor @ antecedent.T / anaphor.shape[1] ** 0.5
        return scores + self.distance[pronoun[:, None], gap] + self.same[pronoun[:, None], same]


class Encoder(nn.Module):
    """Word pieces to vectors and token-level heads; what one pass over a window gives."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.position = nn.Embedding(shape.positions, shape.width)
        self.case = nn.Embedding(len(Case), shape.width)
        self.line = nn.Embedding(len(Line), shape.width)
        self.quote = nn.Embedding(len(Quote), shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.blocks = nn.ModuleList(
            Block(shape.width, shape.heads, shape.inner, shape.dropout) for _ in range(shape.layers)
        )
        self.drop = CheapDropout(shape.dropout)
        self.cue = nn.Linear(shape.width, len(Tag))
        self.mention = nn.Linear(shape.width, 1 + 2 * len(MENTION_TYPES))
        self.clause = nn.Linear(shape.width, 2)
        self.syntax = Syntax(shape)
        self.reference = Reference(shape)
        for embedding in (self.case, self.line, self.quote):
            nn.init.zeros_(embedding.weight)

    def forward(
        self, ids: Tensor, case: Tensor, line: Tensor, quote: Tensor, mask: Tensor | None, unit_piece: Tensor
    ) -> tuple[Tensor, ...]:
        """Read windows.

        Args:
            ids, case, line, quote: int64[b, t], with CLS and SEP; ``mask``: float32[b, t], 1 where there is a piece,
                ``None`` where all are pieces.
            unit_piece: int64[b, u]: position of each unit's first piece; 0 where there is no unit.

        Returns:
            states float32[b, u, width]; logits of cue [b, u, 5], mention [b, u, 17], clause [b, u, 2]; what
            :class:`Syntax` and :class:`Reference` give; see :data:`OUTPUTS` for the names.
        """
        positions = torch.arange(ids.shape[1]).unsqueeze(0)
        x = self.words(ids) + self.position(positions) + self.case(case) + self.line(line) + self.quote(quote)
        x = self.drop(self.norm(x))
        bias = _bias(mask)
        layers = []
        for block in self.blocks:
            x = block(x, bias)
            layers.append(x)
        index = unit_piece.unsqueeze(-1).expand(-1, -1, x.shape[-1])
        syntax = self.syntax(self.drop(torch.gather(self.syntax.mix(layers), 1, index)))
        reference = self.reference(self.drop(torch.gather(self.reference.mix(layers), 1, index)))
        x = self.drop(torch.gather(x, 1, index))
        return x, self.cue(x), self.mention(x), self.clause(x), *syntax, *reference


class Tagger(nn.Module):
    """Source and content of one cue: a look at all units of its window, conditioned on the cue."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.reach = shape.reach
        self.unit = nn.Linear(shape.width, shape.role_width)
        self.cue = nn.Linear(2 * shape.width, 2 * shape.role_width)
        self.distance = nn.Embedding(2 * shape.reach + 2, shape.role_width)
        self.norm = nn.LayerNorm(shape.role_width)
        self.block = Block(shape.role_width, shape.role_heads, 2 * shape.role_width, shape.dropout)
        self.roles = nn.Linear(shape.role_width, len(Role))

    def forward(self, states: Tensor, mask: Tensor | None, first: Tensor, last: Tensor) -> Tensor:
        """Label units for each cue.

        Args:
            states: float32[a, u, width], the units of each cue's window; mask: float32[a, u].
            first, last: int64[a], the cue's units in that window.

        Returns:
            logits float32[a, u, 9] over :class:`onrecord.reading.labels.Role`.
        """
        units = torch.arange(states.shape[1]).unsqueeze(0)
        before = torch.clamp(units - first.unsqueeze(1), min=-self.reach, max=0)
        after = torch.clamp(units - last.unsqueeze(1), min=0, max=self.reach)
        inside = (units >= first.unsqueeze(1)) & (units <= last.unsqueeze(1))
        distance = torch.where(inside, torch.full_like(before, 2 * self.reach + 1), before + after + self.reach)
        index = torch.arange(states.shape[0])
        ends = torch.cat([states[index, first], states[index, last]], -1)
        scale, shift = self.cue(ends).unsqueeze(1).chunk(2, -1)
        x = self.norm(self.unit(states) * (1.0 + scale) + shift + self.distance(distance))
        bias = _bias(mask)
        logits: Tensor = self.roles(self.block(x, bias))
        return logits


def _bias(mask: Tensor | None) -> Tensor | None:
    return None if mask is None else ((1.0 - mask) * ILLEGAL)[:, None, None, :]


class Transitions(nn.Module):
    """A linear-chain CRF's transitions, illegal ones closed."""

    def __init__(self, labels: int) -> None:
        super().__init__()
        self.score = nn.Parameter(torch.zeros(labels, labels))
        closed = torch.full((labels, labels), ILLEGAL)
        for before, after in successions(labels):
            closed[before, after] = 0.0
        self.register_buffer("closed", closed)

    def loss(self, logits: Tensor, labels: Tensor, mask: Tensor) -> Tensor:
        """Negative log-likelihood of each sequence, float32[a].

        A window may cut a span, so a sequence may start or end with any label here.

        Args:
            logits: float32[a, u, labels]; labels: int64[a, u]; mask: float32[a, u], units first.
        """
        table = self.score + self.closed
        gold = (logits.gather(-1, labels.unsqueeze(-1)).squeeze(-1) * mask).sum(1)
        gold = gold + (table[labels[:, :-1], labels[:, 1:]] * mask[:, 1:]).sum(1)
        weights = table.exp()
        alpha = logits[:, 0]
        for unit in range(1, logits.shape[1]):
            top = alpha.max(-1, keepdim=True).values
            spread = (alpha - top).clamp_min(NEGLIGIBLE).exp()
            step = (spread @ weights).log() + top + logits[:, unit]
            alpha = torch.where(mask[:, unit, None] > 0, step, alpha)
        return torch.logsumexp(alpha, -1) - gold


class Reader(nn.Module):
    """All heads on one encoder."""

    def __init__(self, shape: Shape = Shape()) -> None:
        super().__init__()
        self.shape = shape
        self.encoder = Encoder(shape)
        self.tagger = Tagger(shape)
        self.relations = Relations(shape)
        self.antecedents = Antecedents()
        self.role_transitions = Transitions(len(Role))
        self.cue_transitions = Transitions(len(Tag))

    def load_base(self, weights: dict[str, Tensor]) -> None:
        """Start from MiniLM's weights (names as in BERT's checkpoint)."""
        encoder = self.encoder
        with torch.no_grad():
            encoder.words.weight.copy_(weights["embeddings.word_embeddings.weight"])
            encoder.position.weight.copy_(weights["embeddings.position_embeddings.weight"])
            encoder.position.weight.add_(weights["embeddings.token_type_embeddings.weight"][0])
            encoder.norm.weight.copy_(weights["embeddings.LayerNorm.weight"])
            encoder.norm.bias.copy_(weights["embeddings.LayerNorm.bias"])
            for number, block in enumerate(encoder.blocks):
                prefix = f"encoder.layer.{number}."
                for part in ("weight", "bias"):
                    qkv = [weights[f"{prefix}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
                    getattr(block.qkv, part).copy_(torch.cat(qkv))
                    getattr(block.out, part).copy_(weights[f"{prefix}attention.output.dense.{part}"])
                    norm = weights[f"{prefix}attention.output.LayerNorm.{part}"]
                    getattr(block.attention_norm, part).copy_(norm)
                    getattr(block.up, part).copy_(weights[f"{prefix}intermediate.dense.{part}"])
                    getattr(block.down, part).copy_(weights[f"{prefix}output.dense.{part}"])
                    getattr(block.norm, part).copy_(weights[f"{prefix}output.LayerNorm.{part}"])
