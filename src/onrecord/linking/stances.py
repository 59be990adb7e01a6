"""What each stance in a document reaches: all that a source says, or single statements.

The words that a stance is aimed at are tried in turn: whose they are ("the report's findings"), which of several
("the second allegation"), what they are about ("the claim that ..."), and last what was said nearest before. A stance
that reaches nothing that anybody says in the document is none, and is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from onrecord.linking.places import Referents
from onrecord.linking.said import Said, Saying, Spoken
from onrecord.linking.stems import named, stems
from onrecord.linking.targets import Aim, Form, aim
from onrecord.types import (
    Act,
    Attribution,
    AttributionId,
    EntityId,
    Mention,
    MentionForm,
    Reading,
    SourceKind,
    Span,
    Stance,
    StanceKind,
    StatementId,
    cover,
)

LEAST_SHARED: Final = 0.5
"""Share of a target's words that a statement must hold to be what it is about."""
_OWN: Final = frozenset({"retract", "withdraw", "recant", "take"})


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What the words of a target look for in a statement: names count half, and never alone."""

    common: frozenset[str]
    names: frozenset[str]
    head: frozenset[str]

    @classmethod
    def of(cls, said: str, start: int, head: str = "") -> _Wanted:
        words, names = stems(said[start:]), named(said)
        return cls(words - names, words & names, stems(head))

    def shared(self, words: frozenset[str]) -> float:
        """The part of it that a statement holds."""
        common = len(self.common & words)
        if not common or (common < 2 <= len(self.common) - 1) or (common < 2 and not self.head <= words):
            return 0.0
        return (common + len(self.names & words) / 2) / (len(self.common) + len(self.names) / 2)


@dataclass(frozen=True, slots=True)
class _Reached:
    toward: EntityId | None
    places: tuple[int, ...]
    statements: tuple[StatementId, ...]
    reason: str


def with_stances(reading: Reading) -> Reading:
    """The reading with its stances aimed; those that reach nothing are left out."""
    if not reading.stances:
        return reading
    linker = _Linker(reading)
    return replace(reading, stances=tuple(linker.linked()))


class _Linker:
    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._text = reading.document.text
        self._referents = Referents(reading)
        self._said = Said(reading)
        self._items: dict[AttributionId, Attribution] = {item.id: item for item in reading.attributions}
        self._earlier: dict[str, set[StatementId]] = {}
        self._taking = {stance.attribution for stance in reading.stances}
        self._issuers = {one.id: one.issuer for one in reading.entities if one.issuer is not None}

    def linked(self) -> Iterator[Stance]:
        taken: set[tuple[AttributionId, StanceKind]] = set()
        for stance in self._reading.stances:
            item = self._items.get(stance.attribution)
            if item is None or (item.id, stance.kind) in taken:
                continue
            by = self._by(stance, item)
            found = self._reach(stance, item, by)
            if found is None or not self._reaches(found):
                continue
            taken.add((item.id, stance.kind))
            self._earlier.setdefault(self._who(stance, by), set()).update(found.statements)
            yield replace(
                stance,
                by=by,
                toward=found.toward,
                statements=found.statements,
                reasons=(*stance.reasons, found.reason),
            )

    def _reaches(self, found: _Reached) -> bool:
        """Whether there is a statement, or at least an accusation in words without a predicate."""
        return bool(found.statements) or (
            found.toward is not None and any(self._says_something(self._said.sayings[at]) for at in found.places)
        )

    def _by(self, stance: Stance, item: Attribution) -> EntityId | None:
        if item.source_entity is not None and (
            stance.by_span is None or any(span.overlaps(stance.by_span) for span in item.source)
        ):
            return item.source_entity
        return self._referents.of(stance.by_span)

    def _who(self, stance: Stance, by: EntityId | None) -> str:
        return by or (stance.by_span.of(self._text).lower() if stance.by_span else "")

    def _reach(self, stance: Stance, item: Attribution, by: EntityId | None) -> _Reached | None:
        target = cover(stance.target) if stance.target else None
        aimed = aim(target.of(self._text)) if target is not None else Aim(Form.NONE)
        others = self._others(stance, item, by)
        if aimed.form is Form.CLAUSE and target is not None:
            found = self._about(others, target, aimed.topic or 0, "it is about what is said there")
            return found or self._how(others, target)
        if aimed.form is Form.REST:
            return self._rest(stance, others, by)
        if stance.own or (target is not None and aimed.owned and self._self(target, by)):
            own = self._own(stance, target, aimed, by)
            if own is not None or (stance.own and (target is None or self._possessive(target))):
                return own
        owner = self._owner(target, aimed, stance, by) if target is not None else None
        if owner is not None and target is not None:
            return self._all_of(owner, target, aimed, item)
        if target is not None and _BY_OTHERS.search(target.of(self._text)):
            return None  # it is said whose words they are, and those do not stand here
        if target is not None and aimed.owned:
            others = self._called(target, others) or others
        if aimed.form is Form.FIGURE and target is not None:
            return self._figure(others, target)
        if aimed.ordinal is not None and aimed.form in (Form.UTTERANCE, Form.WORK, Form.THING):
            return self._ordinal(others, aimed.ordinal)
        matter = stance.kind is StanceKind.DECLINE and aimed.form is Form.THING and aimed.noun in _MATTERS
        if aimed.topic is not None and target is not None and not matter:
            head = aimed.noun if aimed.form is Form.THING else ""
            found = self._about(others, target, aimed.topic, "it is about what is said there", head)
            if found is not None or _of_a_clause(target.of(self._text), aimed.topic):
                return found
        if aimed.form is Form.THING and not matter:
            return None
        if aimed.form is Form.GENERIC:
            return self._accusation(stance, others, by)
        return self._nearest(stance, aimed, others)

    def _others(self, stance: Stance, item: Attribution, by: EntityId | None) -> list[int]:
        """Places of what others say, the nearest before first, then what follows; not what the stance itself says."""
        named = (stance.by_span,) if stance.by_span is not None else ()
        position = min(span.start for span in (*stance.target, *named, *item.cue, item.content[0]))
        who = self._who(stance, by)
        mine = stems(stance.by_span.of(self._text)) if stance.by_span is not None else frozenset()
        kept, unsure = [], []
        for at in (*self._said.before(position), *self._said.after(position)):
            saying = self._said.sayings[at]
            if saying.item.id == item.id or (saying.item.parent == item.id and not _inside(saying.item, stance.target)):
                continue
            if saying.who != who and (by is None or saying.entity != by):
                kept.append(at)
            elif self._other_words(saying, mine) and (mine or stance.kind in (StanceKind.DENY, StanceKind.QUESTION)):
                unsure.append(at)
        return kept or unsure

    def _other_words(self, saying: Saying, mine: frozenset[str]) -> bool:
        """Whether two sources that were taken for one are called by quite different nouns."""
        theirs = stems(" ".join(span.of(self._text) for span in saying.item.source))
        return bool(theirs) and not theirs & mine

    def _owner(self, target: Span, aimed: Aim, stance: Stance, by: EntityId | None) -> Mention | None:
        """The source whose words are meant: named by the target, before its noun or after it, or being the target."""
        mentions = self._referents.inside(target)
        sources = [mention for mention in mentions if mention.entity is not None and self._said.by(mention.entity)]
        mine = stance.by_span.of(self._text).lower() if stance.by_span is not None else ""
        own = [mention for mention in sources if mention.entity != by or _unlike(mention.span.of(self._text), mine)]
        if aimed.form is Form.WORK or aimed.form is Form.UTTERANCE or aimed.form is Form.FIGURE:
            limit = target.start + (aimed.topic if aimed.topic is not None else len(target))
            after = target.start + aimed.owner_after if aimed.owner_after is not None else None
            for mention in own:
                owned = aimed.owned and mention.span.start < limit
                if (
                    owned
                    or mention.span.start == after
                    or (aimed.form is Form.WORK and mention.span.start <= target.start + 4)
                ):
                    return mention
        elif aimed.form in (Form.THING, Form.POINTING):
            for mention in own:
                whole = mention.span.start <= target.start + 4 and mention.form is not MentionForm.ADJECTIVE
                if whole and not self._belongs(target, mention.span):
                    return mention
        return None

    def _self(self, target: Span, by: EntityId | None) -> bool:
        word = self._possessive(target)
        return bool(word) and by is not None and self._referents.of(Span(target.start, target.start + len(word))) == by

    def _possessive(self, target: Span) -> str:
        """The possessive pronoun that a target begins with."""
        words = target.of(self._text).lower().split()
        return words[0] if words and words[0] in _POSSESSIVE else ""

    def _own(self, stance: Stance, target: Span | None, aimed: Aim, by: EntityId | None) -> _Reached | None:
        """What the source itself said before, where its words are meant."""
        if by is None:
            return None
        places = [at for at in self._said.by(by) if self._said.sayings[at].item.id != stance.attribution]
        place = target.start if target is not None else self._items[stance.attribution].content[0].start
        if aimed.topic is not None and target is not None:
            found = self._about(places, target, aimed.topic, "it is about this part of what the source itself said")
            if found is not None:
                return found
        before = [at for at in places if self._said.sayings[at].start < place]
        return self._group(by, before, "it is aimed at what the source itself said") if before else None

    def _called(self, target: Span, others: Sequence[int]) -> list[int]:
        """What is said by a source that is called by the noun before "'s", where linking knows of no entity."""
        said = target.of(self._text)
        cut = next((at for mark in ("'s", "’s", "s'", "s’") if (at := said.find(mark)) > 0), 0)
        owner = stems(said[: cut + 1].rstrip("'’"))
        return [at for at in others if owner and owner & stems(self._source_words(at))]

    def _source_words(self, at: int) -> str:
        return " ".join(span.of(self._text) for span in self._said.sayings[at].item.source)

    def _belongs(self, target: Span, span: Span) -> bool:
        """Whether something of somebody's is meant: "the firm's plan"."""
        after = self._text[span.end : span.end + 2]
        return after in ("'s", "’s") and span.end + 2 < target.end

    def _all_of(self, owner: Mention, target: Span, aimed: Aim, item: Attribution) -> _Reached | None:
        """All that a source says, or the part of it that the target picks out."""
        assert owner.entity is not None
        issuer = self._issuers.get(owner.entity)
        everything = sorted({*self._said.by(owner.entity), *(self._said.by(issuer) if issuer is not None else ())})
        places = [
            at for at in everything
            if self._said.sayings[at].item.id != item.id and self._said.sayings[at].item.parent != item.id
        ]  # fmt: skip
        if item.source_entity == owner.entity:  # two that were taken for one: their nouns keep them apart
            called = stems(owner.span.of(self._text))
            places = [
                at
                for at in places
                if called & stems(cover(self._said.sayings[at].item.source or (target,)).of(self._text))
            ]
        if not places:
            return None
        if aimed.topic is not None:
            found = self._about(places, target, aimed.topic, "it is about this part of what the source says")
            if found is not None:
                return found
            if aimed.form is Form.UTTERANCE and _of_a_clause(target.of(self._text), aimed.topic):
                places = [at for at in places if self._said.sayings[at].start < target.start]
                if not places:
                    return None
        if aimed.form is Form.FIGURE:
            counted = [one for one in self._said.statements(places) if one.counts]
            if counted:
                return _Reached(
                    None, tuple({one.owner for one in counted}), tuple(one.id for one in counted), "figures"
                )
        if aimed.ordinal is not None:
            return self._ordinal(places, aimed.ordinal)
        return self._group(owner.entity, places, "it is aimed at all that this source says")

    def _group(self, toward: EntityId | None, places: Sequence[int], reason: str) -> _Reached:
        statements = tuple(one.id for one in self._said.statements(places))
        return _Reached(toward, tuple(places), statements, reason)

    def _how(self, others: Sequence[int], target: Span) -> _Reached | None:
        """As in "Questioned how the campaigners had counted": all that the source named there says."""
        if not stems(target.of(self._text)) & _KNOWING:
            return None
        known = set(others)
        for mention in self._referents.inside(target):
            if mention.entity is not None:
                places = [at for at in self._said.by(mention.entity) if at in known]
                if places:
                    return self._group(mention.entity, places, "it is aimed at what this source says")
        return None

    def _about(self, places: Sequence[int], target: Span, start: int, reason: str, head: str = "") -> _Reached | None:
        """The statement that shares most words with what a target is about, its head among them if it is but a noun."""
        wanted = _Wanted.of(target.of(self._text), start, head)
        best: tuple[float, Spoken] | None = None
        for at in places:
            for one in self._said.sayings[at].statements:
                shared = wanted.shared(one.words)
                if shared >= LEAST_SHARED and (best is None or shared > best[0] + 0.01):
                    best = shared, one
        if best is not None:
            return _Reached(None, (best[1].owner,), (best[1].id,), reason)
        for at in places:  # contents without a predicate make no statement
            saying = self._said.sayings[at]
            if saying.item.act is Act.ACCUSE and wanted.shared(saying.words) >= LEAST_SHARED:
                return _Reached(saying.entity, (at,), (), reason)
        return None

    def _figure(self, others: Sequence[int], target: Span) -> _Reached | None:
        """The nearest statement with a number, or the one that shares a word with the target."""
        wanted = stems(target.of(self._text))
        counted = [one for at in others for one in self._said.sayings[at].statements if one.counts]
        if not counted:
            return None
        alike = [one for one in counted if wanted & one.words]
        chosen = (alike or counted)[0]
        return _Reached(None, (chosen.owner,), (chosen.id,), "it is the nearest figure that another source gives")

    def _ordinal(self, places: Sequence[int], ordinal: int) -> _Reached | None:
        group = self._last_group(places)
        statements = list(self._said.statements(group))
        if not statements or ordinal >= len(statements):
            return None
        chosen = statements[ordinal]
        return _Reached(None, (chosen.owner,), (chosen.id,), "it is the one of these statements that is counted out")

    def _rest(self, stance: Stance, others: Sequence[int], by: EntityId | None) -> _Reached | None:
        group = self._last_group(others)
        taken = self._earlier.get(self._who(stance, by), set())
        left = [one for one in self._said.statements(group) if one.id not in taken]
        if not left:
            return None
        return _Reached(None, tuple({one.owner for one in left}), tuple(one.id for one in left), "it is what was left")

    def _accusation(self, stance: Stance, others: Sequence[int], by: EntityId | None) -> _Reached | None:
        """What others say of whoever denies "any wrongdoing": the nearest that accuses, or speaks of them."""
        accusing = [at for at in others[:_NEAR] if self._said.sayings[at].item.act is Act.ACCUSE]
        for at in (*accusing, *others[:_NEAR]):
            saying = self._said.sayings[at]
            if by is None or self._speaks_of(saying, by):
                return self._group(saying.entity, self._of_source(others, at), "it answers what is said of them")
        return self._nearest(stance, Aim(Form.UTTERANCE), others)

    def _speaks_of(self, saying: Saying, entity: EntityId) -> bool:
        return any(mention.entity == entity for span in saying.item.content for mention in self._referents.inside(span))

    def _nearest(self, stance: Stance, aimed: Aim, others: Sequence[int]) -> _Reached | None:
        """What another source said last: one attribution for "this", all of the source's near ones for "the claims"."""
        group = self._last_group(others, aimed.noun)
        if not group:
            return None
        if not self._near(stance, group):
            return None
        last = self._said.sayings[group[0]]
        work = last.entity is not None and _of_a_document(self._said, group)
        if (
            work
            and last.entity is not None
            and (aimed.form is Form.WORK or (aimed.form is Form.UTTERANCE and not aimed.single))
        ):
            return self._group(last.entity, self._said.by(last.entity), "it is aimed at all that this source says")
        if aimed.single or aimed.form is Form.NONE:
            toward = None if last.statements else last.entity
            return self._group(toward, group[:1], "it is what another source said last")
        return self._group(last.entity, group, "it is what another source said last")

    def _near(self, stance: Stance, group: Sequence[int]) -> bool:
        place = stance.by_span.start if stance.by_span is not None else self._items[stance.attribution].content[0].start
        gap = place - self._said.sayings[group[0]].start
        document = self._said.sayings[group[0]].item.source_kind is SourceKind.DOCUMENT
        return (
            0 < gap < _PARAGRAPHS
            or (-_PARAGRAPHS / 3 < gap < 0 and document)
            or (stance.kind is StanceKind.DECLINE and -_PARAGRAPHS / 3 < gap < 0)
        )

    def _last_group(self, places: Sequence[int], noun: str = "") -> list[int]:
        """The nearest saying that says something, and those of the same source that stand beside it.

        One whose cue is the verb of the target's noun ("found" for "the finding") comes before others, and what takes
        a stance itself comes last.
        """
        cues = _CUES.get(noun.removesuffix("s"))
        near = [at for at in places if self._says_something(self._said.sayings[at])]
        plain = [at for at in near if self._said.sayings[at].item.id not in self._taking]
        alike = [at for at in plain[:_NEAR] if cues is not None and self._reported_by(self._said.sayings[at], cues)]
        chosen = next(iter(alike or plain or near), None)
        return [] if chosen is None else self._of_source(places, chosen)

    def _says_something(self, saying: Saying) -> bool:
        return bool(saying.statements) or (
            len(saying.words) >= _LEAST_WORDS and saying.item.source_kind is not SourceKind.AUTHOR
        )

    def _reported_by(self, saying: Saying, cues: frozenset[str]) -> bool:
        if saying.item.source_kind is SourceKind.DOCUMENT and "document" in cues:
            return True
        return bool(saying.item.cue) and bool(stems(saying.item.cue[0].of(self._text)) & cues)

    def _of_source(self, places: Sequence[int], at: int) -> list[int]:
        who = self._said.sayings[at].who
        group = [at]
        for other in places:
            if other < at and self._said.sayings[other].who == who and at - other <= _BESIDE:
                group.append(other)
        return group


def _of_a_document(said: Said, group: Sequence[int]) -> bool:
    """Whether a document is what is reported there, by name or because the passage goes on reporting it."""
    return any(
        said.sayings[at].item.source_kind is SourceKind.DOCUMENT or said.sayings[at].item.context_source is not None
        for at in group
    )


def _of_a_clause(said: str, topic: int) -> bool:
    """Whether "that" and a clause say what a target is about; if nobody says it in the document, nothing is reached."""
    return said[:topic].rstrip().endswith("that")


def _unlike(one: str, other: str) -> bool:
    """Whether two phrases that were taken for one share no noun."""
    return not stems(one) & stems(other) and bool(stems(one)) and bool(stems(other))


_BY_OTHERS: Final = re.compile(r"\b(?:made|given|issued|published|written|leveled|levelled|posted|brought)\b.*\bby\b")
_POSSESSIVE: Final = frozenset("its his her their".split())
_KNOWING: Final = stems(
    "counted calculated arrived measured estimated concluded knew known learned tallied computed polled tested"
)
_MATTERS: Final = frozenset(
    "matter matters issue issues subject question questions case affair details specifics contents topic situation "
    "incident investigation inquiry inquiries reports story further media reporters request requests time day "
    "week".split()
)
"""What is declined to be spoken of, where no more is said than that."""
_FOUND: Final = stems("found concluded showed determined discovered established revealed") | {"document"}
_WROTE: Final = stems("wrote write published reported") | {"document"}
_CUES: Final = {
    "finding": _FOUND, "result": _FOUND | stems("announced reported"), "conclusion": _FOUND, "study": _FOUND | _WROTE,
    "allegation": stems("alleged alleges accused accuses claimed"), "accusation": stems("accused accuses alleged"),
    "charge": stems("accused accuses charged alleged"), "claim": stems("claimed claims alleged asserted"),
    "estimate": stems("estimated estimates"), "prediction": stems("predicted predicts forecast"),
    "forecast": stems("forecast predicted expects"), "letter": _WROTE, "article": _WROTE, "story": _WROTE,
    "book": _WROTE,
    "memo": _WROTE, "paper": _WROTE | _FOUND, "report": _WROTE | _FOUND, "tweet": stems("tweeted wrote posted"),
    "suggestion": stems("suggested suggests"), "warning": stems("warned warns"), "denial": stems("denied denies"),
    "testimony": stems("testified testifies"), "criticism": stems("criticized"), "audit": _FOUND, "analysis": _FOUND,
    "verdict": stems("ruled"), "assertion": stems("asserted claimed"), "theory": stems("theorized suggested"),
}  # fmt: skip
"""Verbs that report what a noun stands for."""
_LEAST_WORDS: Final = 2
"""Content words from which a content without a predicate says something ("the pills from his coach")."""
_NEAR: Final = 8
"""Sayings among which the one is looked for whose cue fits."""
_PARAGRAPHS: Final = 1500
"""Code points between what is said and a stance that does not say toward what it is taken."""
_BESIDE: Final = 4
"""Attributions over which those of one source count as one group."""


def _inside(item: Attribution, target: Sequence[Span]) -> bool:
    """Whether an attribution stands in the words of a target: "their claim that ..."."""
    return any(part.contains(span) for span in item.cue for part in target)
