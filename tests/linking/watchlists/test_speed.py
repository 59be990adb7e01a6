"""Linking one document of forty entities against lists of the size of the UN's and OFAC's takes under 20 ms.

The lists are made up: 1,000 and 18,000 entries with 20,000 aliases, whose names share words as real ones do. Time is
that of the processor, and the least of several documents with other names counts, so that a busy machine does not.
"""

import random
import time

import pytest

from onrecord.linking.watchlists.entries import EntryType
from onrecord.linking.watchlists.index import build
from onrecord.linking.watchlists.link_entities import link_entities, prepare
from onrecord.linking.watchlists.tables import common_names
from onrecord.types import (
    Document,
    DocumentId,
    Entity,
    EntityId,
    Mention,
    MentionForm,
    MentionId,
    MentionType,
    Metadata,
    ModelVersion,
    Reading,
    Span,
)

from .made_up import entry, watch_list

LIMIT = 0.020
ENTITIES = 40
KINDS = ("TRADING", "SHIPPING COMPANY", "BANK", "FOUNDATION", "BRIGADE", "INDUSTRIES LLC", "GROUP", "PETROLEUM CO.")


class Maker:
    """Makes up names: common ones, rare ones of syllables, and bodies called after places."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.common = sorted(name for name in common_names() if len(name) > 3)

    def rare(self):
        syllables = self.random.randint(2, 4)
        return "".join(
            self.random.choice("b d f g h j k kh l m n q r s sh t v z".split())
            + self.random.choice("a e i o u ai".split())
            for _ in range(syllables)
        ) + self.random.choice(["", "n", "r", "di", "ov", "ani", "zai"])

    def person(self):
        given = [self.random.choice(self.common) for _ in range(self.random.randint(1, 2))]
        family = self.rare() if self.random.random() < 0.7 else self.random.choice(self.common)
        return " ".join([*given, family]).title()

    def body(self):
        words = [self.rare() for _ in range(self.random.randint(1, 2))]
        return " ".join(words).upper() + " " + self.random.choice(KINDS)


def large_list(entries, aliases, seed):
    maker = Maker(seed)
    made = []
    for number in range(entries):
        person = maker.random.random() < 0.6
        one = maker.person if person else maker.body
        names = [one() for _ in range(1 + (maker.random.random() < aliases / entries) * maker.random.randint(1, 2))]
        made.append(entry(str(number), names, EntryType.PERSON if person else EntryType.ORGANIZATION))
    return build(watch_list(*made))


def document(seed, listed):
    """A text with forty names, one in ten of them on a list."""
    maker = Maker(seed)
    text, mentions, entities = "", [], []
    for number in range(ENTITIES):
        person = number % 3 != 0
        name = maker.person() if person else maker.body().title()
        if number % 10 == 0:
            name, person = listed[maker.random.randrange(len(listed))]
        start = len(text)
        text += f"{name} said in Afghanistan on Monday that the road to the port had been closed for a week. "
        kind = MentionType.PERSON if person else MentionType.ORGANIZATION
        mention = Mention(
            MentionId(f"m{number}"), Span(start, start + len(name)), MentionForm.NAME, kind, EntityId(f"e{number}")
        )
        mentions.append(mention)
        entities.append(Entity(EntityId(f"e{number}"), name, kind, (mention.id,)))
    made = Document(DocumentId("sha256:"), "made up", text, (), Metadata(), b"")
    return Reading(made, (), tuple(mentions), tuple(entities), None, ModelVersion("none"))


@pytest.fixture(scope="module")
def lists():
    return [large_list(1_000, 3_000, 1), large_list(18_000, 17_000, 2)]


def test_a_document_of_forty_entities(lists):
    entries = [lists[1].entry(number) for number in range(0, 18_000, 90)]
    listed = [(found.name, found.type is EntryType.PERSON) for found in entries]
    prepare(lists)
    times, certain = [], 0
    for seed in range(10, 18):
        read = document(seed, listed)
        begun = time.process_time()
        links = link_entities(read, lists)
        times.append(time.process_time() - begun)
        certain += any(link.certain for found in links.values() for link in found)
    assert certain == 8
    print("milliseconds:", [round(1000 * one, 1) for one in times])
    assert min(times) < LIMIT
