"""Coreference inside one document: which mentions are of one entity.

Names come first and by rule (:mod:`onrecord.linking.naming`), then appositions; then the text is walked once, and
each definite description and pronoun joins the entity that the reader's coreference finds most likely among those
that number, gender and type allow. What no rule allows or nothing makes likely stays alone: unresolved is better
than wrong.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.linking.given_names import gender_of_given_name
from onrecord.linking.groups import parts
from onrecord.linking.names import words
from onrecord.linking.naming import NameGroup, group_names
from onrecord.linking.persons import HE, SHE, Gender, gender_of, name_words
from onrecord.linking.salience import Places, Seen, evidence, ranked
from onrecord.types import BlockKind, LinkReason, MentionForm, MentionType, Reading, Span

LEAST_PERSON = 0.3
"""Probability from which a personal pronoun joins an entity."""
MARGIN_PERSON = 1.1
"""How many times as likely as the next the entity must be that such a pronoun joins it.

Both were chosen on the development pronouns: higher ones leave more unresolved and take few wrong names away.
"""
LEAST_OTHER = 0.45
"""The same for "it", "they" and definite descriptions, whose antecedents are more often no mention at all."""
LEAST_ALIKE = 0.1
"""The same for a description whose noun an entity has already been called by ("the report")."""
LEAST_UNNAMED = 0.05
"""The reader's own probability from which a pronoun may mean somebody who has no name."""
RECENT = 40
"""Mentions that are looked back over for whom a personal pronoun means."""
MARGIN = 1.3
"""The same as :data:`MARGIN_PERSON` for "it", "they" and definite descriptions."""

_IT = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
_RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
_DEFINITE = frozenset("the this that these those his her its their our both".split())
_BODIES = frozenset({MentionType.ORGANIZATION, MentionType.GEOPOLITICAL, MentionType.WORK})


@dataclass(slots=True)
class Cluster:
    """Mentions of one entity, while the document is walked and after.

    Attributes:
        members: places in the list of mentions.
        nouns: head words of its descriptions.
        ambiguous: full names that its only name may stand for.
        described: members that stand beside a name and say what its bearer is.
        parts: clusters of those who make up a group ("Smith and Jones").
    """

    type: MentionType
    members: list[int] = field(default_factory=list)
    named: bool = False
    gender: Gender | None = None
    plural: bool | None = None
    nouns: set[str] = field(default_factory=set)
    ambiguous: tuple[str, ...] = ()
    described: list[int] = field(default_factory=list)
    parts: tuple[int, ...] = ()


def clusters(reading: Reading) -> list[Cluster]:
    """All entities that mentions show; each mention is in at most one, single unnamed ones included."""
    return _Walk(reading).run()


class _Walk:
    def __init__(self, reading: Reading) -> None:
        self._text = reading.document.text
        self._mentions = reading.mentions
        place = {mention.id: at for at, mention in enumerate(self._mentions)}
        self._likely: dict[int, list[tuple[int, float]]] = defaultdict(list)
        self._appositions: list[tuple[int, int]] = []
        for link in reading.antecedents:
            later, earlier = place[link.mention], place[link.antecedent]
            if link.reason is LinkReason.APPOSITION:
                self._appositions.append((later, earlier))
            else:
                self._likely[later].append((earlier, link.probability))
        self._clusters: list[Cluster] = []
        self._of: dict[int, int] = {}
        self._places = Places(reading)
        self._seen: dict[int, Seen] = {}
        self._recent: deque[int] = deque(maxlen=RECENT)
        self._headline: dict[tuple[str, MentionType], deque[int]] = defaultdict(deque)
        """Entities of headlines by the noun and type of their descriptions."""
        self._in_story: set[int] = set()
        """Entities with a mention outside of headlines."""
        self._at_span = {mention.span.start: at for at, mention in enumerate(self._mentions)}

    def run(self) -> list[Cluster]:
        for group in group_names(self._text, self._mentions, self._likely):
            self._begin(group)
        self._join_groups()
        for later, earlier in self._appositions:
            self._join_apposition(later, earlier)
        order = sorted(range(len(self._mentions)), key=self._position)
        for at in order:
            if at in self._of:
                self._learn(at)
                self._see(at)
                continue
            mention = self._mentions[at]
            target = self._pronoun(at) if mention.form is MentionForm.PRONOUN else self._description(at)
            if target is None and mention.form is not MentionForm.PRONOUN:
                target = self._new(mention.type)
            if target is not None:
                self._put(at, target)
                self._learn(at)
                self._see(at)
        for cluster in self._clusters:
            cluster.members.sort(key=self._position)
        return [cluster for cluster in self._clusters if cluster.members]

    def _position(self, at: int) -> tuple[int, int]:
        mention = self._mentions[at]
        head = mention.head or mention.span
        return head.start, mention.span.start

    def _begin(self, group: NameGroup) -> None:
        number = self._new(group.type)
        cluster = self._clusters[number]
        cluster.named, cluster.ambiguous = True, group.ambiguous
        cluster.plural = None if group.type is not MentionType.PERSON else False
        for at in group.members:
            self._put(at, number)
            self._note_gender(cluster, at)

    def _new(self, kind: MentionType) -> int:
        self._clusters.append(Cluster(kind))
        return len(self._clusters) - 1

    def _put(self, at: int, number: int) -> None:
        self._of[at] = number
        self._clusters[number].members.append(at)
        if not self._is_headline(at):
            self._in_story.add(number)

    def _is_headline(self, at: int) -> bool:
        return self._places.kind(self._position(at)[0]) is BlockKind.HEADLINE

    def _learn(self, at: int) -> None:
        """What a mention shows of its entity, known from there on."""
        cluster, mention = self._clusters[self._of[at]], self._mentions[at]
        if mention.form is MentionForm.NOMINAL:
            noun = self._noun(at)
            if noun not in cluster.nouns:
                cluster.nouns.add(noun)
                self._headline[noun, cluster.type].append(self._of[at])
            if cluster.plural is None:
                cluster.plural = _is_plural(noun)
        self._note_gender(cluster, at)

    def _see(self, at: int) -> None:
        """Remember where an entity was last mentioned."""
        number, mention = self._of[at], self._mentions[at]
        position = self._position(at)[0]
        before = self._seen.get(number, Seen(position, None, None, 0))
        subject = position if mention.subject else before.subject
        name = position if mention.name is not None else before.name
        self._seen[number] = Seen(position, subject, name, before.count + 1)
        self._recent.append(number)

    def _note_gender(self, cluster: Cluster, at: int) -> None:
        if cluster.gender is None and cluster.type is MentionType.PERSON:
            mention = self._mentions[at]
            said = mention.span.of(self._text).lower().split() if mention.form is MentionForm.PRONOUN else [
                word for word in words(mention.span.of(self._text)) if word not in HE | SHE
            ]
            cluster.gender = gender_of(said)
            if cluster.gender is None and mention.name is not None:
                name = name_words(mention.name.of(self._text))
                cluster.gender = gender_of_given_name(name[0]) if len(name) > 1 else None

    def _noun(self, at: int) -> str:
        mention = self._mentions[at]
        return (mention.head or mention.span).of(self._text).lower()

    def _join_groups(self) -> None:
        """Names that are one source together are an entity of their own, the same for the same names."""
        starts = [mention.span.start for mention in self._mentions]
        of_parts: dict[tuple[int, ...], int] = {}
        for at, mention in enumerate(self._mentions):
            if mention.form is not MentionForm.NOMINAL:
                continue
            joined = parts(self._text, self._mentions, starts, mention.span)
            if not joined:
                continue
            members = tuple(sorted({self._of[part] for part in joined}))
            if members not in of_parts:
                of_parts[members] = self._new(mention.type)
                self._clusters[of_parts[members]].plural = True
                self._clusters[of_parts[members]].parts = members
            self._put(at, of_parts[members])

    def _join_apposition(self, later: int, earlier: int) -> None:
        """A description beside a name, or beside another description, is of the same entity."""
        one, other = self._mentions[later], self._mentions[earlier]
        both_named = one.name is not None and other.name is not None
        if both_named or MentionForm.PRONOUN in (one.form, other.form) or not _may_be_one(one.type, other.type):
            return
        if later in self._of and earlier in self._of:
            return
        named = self._of.get(later, self._of.get(earlier))
        if named is None:
            named = self._new(other.type)
        for at in (earlier, later):
            if at not in self._of:
                self._put(at, named)
                if self._mentions[at].name is None:
                    self._clusters[named].described.append(at)

    def _chances(self, at: int) -> dict[int, float]:
        """The probability of each entity so far: the sum over its mentions."""
        chances: dict[int, float] = defaultdict(float)
        for earlier, probability in self._likely.get(at, ()):
            if earlier in self._of:
                chances[self._of[earlier]] += probability
        return chances

    def _with_groups(self, chances: dict[int, float]) -> dict[int, float]:
        """Whoever is meant by "they" may be a group whose members the reader finds likely."""
        for number in set(self._recent):
            if self._clusters[number].parts:
                chances[number] = chances.get(number, 0.0) + sum(
                    chances.get(part, 0.0) for part in self._clusters[number].parts
                )
        return chances

    def _foremost(self, at: int, word: str) -> int | None:
        """Whom a personal pronoun means, or any that is a source."""
        best = ranked(self.evidence(at, word))
        if not best or best[0][0] < LEAST_PERSON or (len(best) > 1 and best[0][0] < MARGIN_PERSON * best[1][0]):
            return None
        return best[0][1]

    def evidence(self, at: int, word: str) -> dict[int, tuple[float, ...]]:
        """What speaks for each entity that a pronoun may mean, see :func:`onrecord.linking.salience.evidence`."""
        position = self._position(at)[0]
        chances = self._chances(at)
        if word in _THEY:
            chances = self._with_groups(chances)
        speaker = self._of_span(self._places.speaker(position))
        source = self._of_span(self._places.source_before(position))
        possible = [
            number
            for number in sorted({*self._recent, *chances})
            if number in self._seen and number != speaker and self._fits(word, number)
            if self._clusters[number].named or chances.get(number, 0.0) >= LEAST_UNNAMED or number == source
        ]
        asked = self._places.asked(position, self._mentions[at].subject)
        subjects = [(self._seen[n].subject or -1, n) for n in possible]
        latest = max(subjects, default=(-1, -1))
        return {
            number: evidence(
                self._places, asked, chances.get(number, 0.0), self._seen[number],
                latest[0] >= 0 and number == latest[1], number == source, self._clusters[number].gender is not None,
            )
            for number in possible
        }  # fmt: skip

    def _fits(self, word: str, number: int) -> bool:
        """Whether number, gender and type allow a pronoun for an entity."""
        cluster = self._clusters[number]
        if word in HE or word in SHE:
            gender = Gender.MAN if word in HE else Gender.WOMAN
            return cluster.type is MentionType.PERSON and cluster.gender in (gender, None) and not cluster.plural
        if word in _IT:
            return cluster.type is not MentionType.PERSON and not cluster.plural
        if word in _THEY:
            return cluster.plural is not False or cluster.type in _BODIES
        return word in _RELATIVE

    def _of_span(self, span: Span | None) -> int | None:
        at = None if span is None else self._at_span.get(span.start)
        return None if at is None else self._of.get(at)

    def _pronoun(self, at: int) -> int | None:
        word = self._noun(at)
        if word in HE or word in SHE or (word in _IT | _THEY and self._places.is_source(self._position(at)[0])):
            return self._foremost(at, word)
        chances = self._chances(at)
        if word in _THEY:
            chances = self._with_groups(chances)
        return _clear({number: chance for number, chance in chances.items() if self._fits(word, number)}, LEAST_OTHER)

    def _description(self, at: int) -> int | None:
        mention = self._mentions[at]
        said = mention.span.of(self._text).lower().split()
        noun = self._noun(at)
        if said[0] not in _DEFINITE and not (mention.type is MentionType.WORK and len(said) == 1):
            return self._of_headline(at, noun)
        chances = self._chances(at)
        alike, others = {}, {}
        plural = _is_plural(noun)
        for number, chance in chances.items():
            cluster = self._clusters[number]
            if not _may_be_one(mention.type, cluster.type) or (cluster.plural is not None and cluster.plural != plural):
                continue
            if noun in cluster.nouns or noun in self._name_words(number):
                alike[number] = chance
            elif chance >= LEAST_OTHER:
                others[number] = chance
        return _clear(alike, LEAST_ALIKE) if alike else _clear(others, LEAST_OTHER)

    def _of_headline(self, at: int, noun: str) -> int | None:
        """What the story introduces as "a report" is the report of its headline, if that has just one."""
        kind = self._mentions[at].type
        if kind not in _BODIES or self._is_headline(at):
            return None
        types = [other for other in MentionType if _may_be_one(kind, other)]
        fitting = [number for other in types for number in self._only_in_headlines(noun, other)]
        return fitting[0] if len(fitting) == 1 else None

    def _only_in_headlines(self, noun: str, kind: MentionType) -> list[int]:
        """Two of the entities that the story has not taken up so far; those that it has are forgotten on the way."""
        waiting = self._headline.get((noun, kind))
        found: list[int] = []
        while waiting and len(found) < 2:
            number = waiting.popleft()
            if number not in self._in_story:
                found.append(number)
        if waiting is not None:
            waiting.extendleft(reversed(found))
        return found

    def _name_words(self, number: int) -> set[str]:
        if not self._clusters[number].named:
            return set()
        first = next((m for at in self._clusters[number].members if (m := self._mentions[at]).name is not None), None)
        return set(words(first.name.of(self._text))) if first is not None and first.name is not None else set()


def _clear(chances: Mapping[int, float], least: float) -> int | None:
    """The one entity that is likely enough and clearly ahead of the next."""
    ranked: Sequence[tuple[float, int]] = sorted(((chance, number) for number, chance in chances.items()), reverse=True)
    if not ranked or ranked[0][0] < least:
        return None
    if len(ranked) > 1 and ranked[0][0] < MARGIN * ranked[1][0]:
        return None
    return ranked[0][1]


def _may_be_one(one: MentionType, other: MentionType) -> bool:
    if one is other or MentionType.OTHER in (one, other):
        return True
    loose = {MentionType.ORGANIZATION, MentionType.GEOPOLITICAL, MentionType.PLACE, MentionType.FACILITY}
    return one in loose and other in loose


def _is_plural(noun: str) -> bool:
    irregular = {"people", "men", "women", "children", "police", "media"}
    singular = ("ss", "us", "is", "news", "series", "ics")
    return noun in irregular or (noun.endswith("s") and not noun.endswith(singular))
