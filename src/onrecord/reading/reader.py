"""From a document to its reading: who says what in it, how surely, and of whom and what it speaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.errors import BrokenInstallation
from onrecord.reading import commitments, stances
from onrecord.reading.antecedents import candidates
from onrecord.reading.continuing import continued
from onrecord.reading.drafts import read_passage
from onrecord.reading.echo import echo_evidence
from onrecord.reading.finding import find
from onrecord.reading.homes import homes_of
from onrecord.reading.layers import Layered
from onrecord.reading.lexicon import Lexicon
from onrecord.reading.mentions import Found, bare_names, find_mentions
from onrecord.reading.model import ReaderModel
from onrecord.reading.nesting import settled
from onrecord.reading.passages import passages
from onrecord.reading.passives import without_empty_subject
from onrecord.reading.quotation import Quotations
from onrecord.reading.voices import Heard, Writer, hear
from onrecord.types import (
    Antecedent,
    AttributionId,
    Document,
    LinkReason,
    Mention,
    MentionId,
    ModelVersion,
    Reading,
    Span,
)


class Reader:
    """Reads documents with one model and one lexicon, the shipped one if no other is given."""

    def __init__(self, model: ReaderModel, lexicon: Lexicon | None = None) -> None:
        self._model = model
        self._lexicon = lexicon or Lexicon.load()

    @property
    def name(self) -> str:
        """The model's name."""
        return self._model.name

    def probe(self) -> str:
        """Whether the model works: reads one sentence and says what it found.

        Raises:
            BrokenInstallation: the model cannot be loaded or finds nothing.
        """
        sentence = "The bridge is safe, the mayor said on Tuesday."
        found = find(self._model, self._model.wordpieces(sentence)).attributions
        if not found:
            raise BrokenInstallation("The reader model finds nothing in a plain sentence.", "Install Onrecord again.")
        return "works"

    def read(self, document: Document) -> Reading:
        """Everything the text itself tells: who says what, and what the author says.

        Entities, context sources and chains are left to linking.
        """
        quotations = Quotations(document.text, document.blocks)
        heard = list(self._hear(document, quotations))
        found = [item for passage in heard for item in passage.mentions]
        order = sorted((item.mention for item in found), key=lambda mention: (mention.span, mention.head))
        ids = {(m.span, m.head): MentionId(f"m{number}") for number, m in enumerate(order, 1)}
        names = sorted(bare_names(found), key=_place)
        writer = Writer(document, heard, names, quotations, self._model.calibration, self._lexicon)
        reading = Reading(
            document=document,
            attributions=writer.attributions(),
            mentions=tuple(replace(m, id=ids[m.span, m.head]) for m in order),
            entities=(),
            echo=echo_evidence(document),
            model=ModelVersion(self._model.name, self._lexicon.version),
            quantities=writer.quantities,
            dates=writer.dates,
            antecedents=tuple(
                Antecedent(ids[later.span, later.head], ids[earlier.span, earlier.head], probability, reason)
                for passage in heard
                if passage.layered is not None
                for later, earlier, probability, reason in _links(self._model, passage.layered, passage.mentions)
            ),
        )
        homes = homes_of(reading, [passage.layered for passage in heard if passage.layered is not None])
        return stances.find(commitments.find(reading, homes), homes)

    def state(self, reading: Reading) -> Reading:
        """A reading with the statements and labels of its attributions found anew, whoever marked these."""
        document = reading.document
        quotations = Quotations(document.text, document.blocks)
        heard = list(self._hear(document, quotations))
        names = sorted(bare_names([item for passage in heard for item in passage.mentions]), key=_place)
        writer = Writer(document, heard, names, quotations, self._model.calibration, self._lexicon)
        cues: dict[AttributionId, list[Span]] = {}
        for attribution in reading.attributions:
            if attribution.parent is not None:
                cues.setdefault(attribution.parent, []).extend(attribution.cue)
        stated = []
        for attribution in reading.attributions:
            passage = next((one for one in heard if one.holds(attribution.content[0])), None)
            inner = cues.get(attribution.id, ())
            stated.append(attribution if passage is None else writer.stated(attribution, passage, inner))
        return replace(
            reading, attributions=writer.numbered(stated), quantities=writer.quantities, dates=writer.dates
        )

    def _hear(self, document: Document, quotations: Quotations) -> Iterator[Heard]:
        text = document.text
        for passage in passages(document):
            found = read_passage(self._model, text, passage)
            drafts = settled([without_empty_subject(text, draft) for draft in found.drafts])
            drafts = continued(text, passage.blocks, drafts)
            mentions = (
                find_mentions(text, found.layered, found.tokens, found.blocks) if found.layered is not None else []
            )
            yield hear(text, passage, found, drafts, mentions, quotations.spans)


def _place(mention: Mention) -> Span:
    return mention.span


def _links(
    model: ReaderModel, layered: Layered, found: Sequence[Found]
) -> list[tuple[Mention, Mention, float, LinkReason]]:
    """Mentions of one passage that may be of one entity: the later one, the earlier one, how likely, and why."""
    mentions = [item.mention for item in found]
    links = [
        (mentions[later], mentions[earlier], probability, LinkReason.MODEL)
        for later, earlier, probability in candidates(layered, model.pairs, [item.head for item in found])
    ]
    by_head = {item.head: item.mention for item in found}
    for item in found:
        head = layered.syntax.head_of(item.head)
        if head in by_head and layered.syntax.relation_of(item.head) == "appos":
            links.append((item.mention, by_head[head], 1.0, LinkReason.APPOSITION))
    return links
