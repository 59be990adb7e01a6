"""A made-up article with everything a reading can hold, and its reading as a careful person would make it."""

from __future__ import annotations

from onrecord.types import (
    AttributionId,
    BlockKind,
    Certainty,
    ChainLink,
    EntityId,
    LinkKind,
    ListLink,
    MentionForm,
    MentionType,
    Metadata,
    Quotation,
    Reading,
    SourceKind,
    Span,
)

from .builder import Builder, publisher
from .sample_layers import add_layers

_BLOCKS = [
    (BlockKind.FURNITURE, "Harbor Weekly   Home   Politics   Coast   Weather 14 °C"),
    (BlockKind.HEADLINE, "Dredging firm hid unsafe silt readings for two years, inspectors find"),
    (BlockKind.BYLINE, "By Ines Calder"),
    (
        BlockKind.CAPTION,
        "The outer basin at Port Merrow in March, before the dredgers were withdrawn. Photo: T. Okafor / Coastwire",
    ),
    (
        BlockKind.PARAGRAPH,
        "PORT MERROW — A company paid to keep the harbor open recorded unsafe levels of lead in the silt it moved and "
        "told no one, a report by the Coastal Inspectorate claims. The report states that Dunmore Marine took 61 "
        "samples over two years and that “at least 38 of them exceeded the legal limit.” It also says a laboratory "
        "technician warned that the barges were “loading poison in daylight.”",
    ),
    (
        BlockKind.PARAGRAPH,
        "The silt was spread on low fields east of the town. Some of it lies within sight of the primary school.",
    ),
    (
        BlockKind.PARAGRAPH,
        "“Nobody hid anything,” Dunmore’s chief executive, Halvard Reyes, told Coastwire News. “Every reading went "
        "into a file, and the file was there for anyone who asked.” He added that the firm would open its records "
        "to the town by the end of June.",
    ),
    (BlockKind.SUBHEADING, "Two accounts of one meeting"),
    (
        BlockKind.PARAGRAPH,
        "According to two people who attended a meeting in November, the harbor master was shown the figures and "
        "asked for them to be “kept inside the room.” One of them said the harbor master had been told by a Dunmore "
        "manager that the inspectors had privately "
        "called the figures “a formality.” A spokeswoman for the port declined to comment on the meeting.",
    ),
    (
        BlockKind.PARAGRAPH,
        "The mayor, Lucia Brandt, said that she learned of the readings from the newspapers, and that the council "
        "had been assured, in the words of a letter it received in January, that the silt was “clean enough to grow "
        "wheat on.”",
    ),
    (
        BlockKind.LIST,
        "What the inspectors ask for\n– new samples from all nine fields\n– a register of every barge load\n"
        "– a named person who answers for both",
    ),
    (
        BlockKind.PARAGRAPH,
        "Dunmore is widely regarded as the most careful operator on this coast. Whether it will keep the contract, "
        "worth an estimated 40 to 55 million, is to be decided in the autumn, officials said.",
    ),
    (
        BlockKind.PARAGRAPH,
        "“They should never have gone near those fields,” said Vance. “We told them so, and we told the port.”",
    ),
    (
        BlockKind.PARAGRAPH,
        "By keeping its barge register closed the firm has broken that promise, said the pilots’ union, which demanded "
        "that Dunmore publish it before 15 May.",
    ),
    (BlockKind.FOOTNOTE, "Correction: an earlier version of this article misstated the number of samples."),
    (BlockKind.FURNITURE, "Related: Ferry timetable   Tides this week   Subscribe to our newsletter"),
]


def sample() -> Reading:
    """The reading of the made-up article."""
    make = Builder(
        source="harbor-weekly-silt.html",
        metadata=Metadata(
            title="Dredging firm hid unsafe silt readings for two years, inspectors find",
            byline="Ines Calder",
            publisher="Harbor Weekly",
            published="2026-04-17",
            url="https://harborweekly.example/2026/04/silt",
            language="en",
        ),
    )
    for kind, words in _BLOCKS:
        credit = "Photo: T. Okafor / Coastwire" if kind is BlockKind.CAPTION else None
        make.block(kind, words, credit=credit)
    _attribute(make)
    _voice(make)
    add_layers(make)
    make.carries("Coastwire News", "told Coastwire News", "A person in the text speaks to another outlet.")
    make.attributions.sort(key=lambda one: min((*one.source, *one.cue, *one.content)))
    return make.reading()


def _attribute(make: Builder) -> None:
    inspectorate = make.entity("e1", "Coastal Inspectorate", MentionType.ORGANIZATION)
    make.mention(inspectorate, make.at("Coastal Inspectorate"))
    report = make.entity("e2", "the Coastal Inspectorate’s report", MentionType.WORK, issuer=inspectorate)
    unsure = "“Halvard Reyes” may be “REYES SOLBERG, Halvard” (name): both names agree. Against it: no date of birth."
    reyes = make.entity(
        "e3",
        "Halvard Reyes",
        MentionType.PERSON,
        roles=("Dunmore’s chief executive",),
        links=(ListLink("harbor-watch", "HW-114", 0.61, False, unsure),),
    )
    make.mention(reyes, make.at("Halvard Reyes"))
    brandt = make.entity("e4", "Lucia Brandt", MentionType.PERSON, roles=("The mayor",))
    make.mention(brandt, make.at("Lucia Brandt"))
    vance = make.entity(
        "e5",
        "Vance",
        MentionType.PERSON,
        resolved=False,
        reason="A surname that the text never introduces; the words that did were probably cut.",
    )
    listed = "“Dunmore Marine” is “DUNMORE MARINE LTD” (name): the names agree but for the form of company."
    dunmore = make.entity(
        "e6",
        "Dunmore Marine",
        MentionType.ORGANIZATION,
        links=(ListLink("harbor-watch", "HW-020", 0.97, True, listed),),
    )
    make.mention(dunmore, make.at("Dunmore Marine"))
    make.mention(dunmore, make.at("Dunmore", "Dunmore is widely"))
    port = make.entity("e7", "Port Merrow", MentionType.GEOPOLITICAL)
    make.mention(port, make.at("Port Merrow"))
    unnamed = "the text does not name this source"
    two = make.entity(
        "e8",
        "two people who attended a meeting in November",
        MentionType.PERSON,
        resolved=False,
        reason=unnamed,
        anonymity="kept inside the room",
    )
    spokeswoman = make.entity(
        "e9", "A spokeswoman for the port", MentionType.PERSON, resolved=False, reason=unnamed, affiliation=port
    )
    union = make.entity("e10", "the pilots’ union", MentionType.ORGANIZATION)
    make.mention(union, make.at("the pilots’ union"))
    page, wire = publisher("Harbor Weekly"), ChainLink("Coastwire News", LinkKind.NAMED_ORGANIZATION, None, "citing")
    the_report = ChainLink("a report by the Coastal Inspectorate", LinkKind.DOCUMENT, report, "claims")
    base = (page, wire)

    make.say(
        "A company paid",
        "a report by the Coastal Inspectorate",
        "claims",
        "A company paid to keep the harbor open recorded unsafe levels of lead in the silt it moved and told no one",
        kind=SourceKind.DOCUMENT,
        entity=report,
        chain=(*base, the_report),
        confidence=0.97,
        reasons=["“claims” is a verb of saying with the report as its subject.", "The claim comes before its source."],
    )
    make.say(
        "The report states",
        "The report",
        "states",
        [
            "that Dunmore Marine took 61 samples over two years",
            "that “at least 38 of them exceeded the legal limit.”",
        ],
        kind=SourceKind.DOCUMENT,
        quotation=Quotation.MIXED,
        entity=report,
        chain=(*base, the_report),
        confidence=0.95,
        reasons=["Two that-clauses joined by “and” hang on one cue."],
    )
    says = make.say(
        "It also says",
        "It",
        "says",
        "a laboratory technician warned that the barges were “loading poison in daylight.”",
        kind=SourceKind.DOCUMENT,
        quotation=Quotation.MIXED,
        entity=report,
        form=MentionForm.PRONOUN,
        chain=(*base, the_report),
        confidence=0.91,
        reasons=["“It” follows two sentences about the report."],
    )
    make.say(
        "a laboratory technician",
        "a laboratory technician",
        "warned",
        "that the barges were “loading poison in daylight.”",
        kind=SourceKind.UNNAMED_PERSON,
        quotation=Quotation.MIXED,
        parent=says,
        chain=(*base, the_report, ChainLink("a laboratory technician", LinkKind.UNNAMED_PERSON, None, "says")),
        confidence=0.88,
        reasons=["Stands inside what the report says.", "A person with no name."],
    )
    make.say(
        "“Nobody hid",
        "Dunmore’s chief executive, Halvard Reyes,",
        "told",
        ["“Nobody hid anything,”", "“Every reading went into a file, and the file was there for anyone who asked.”"],
        kind=SourceKind.NAMED_PERSON,
        quotation=Quotation.DIRECT,
        entity=reyes,
        chain=(*base, ChainLink("Halvard Reyes", LinkKind.NAMED_PERSON, reyes, "told")),
        confidence=0.96,
        reasons=["Two quotations in one paragraph with one speaker between them."],
    )
    make.say(
        "He added",
        "He",
        "added",
        "that the firm would open its records to the town by the end of June",
        entity=reyes,
        form=MentionForm.PRONOUN,
        chain=(*base, ChainLink("Halvard Reyes", LinkKind.NAMED_PERSON, reyes, "told")),
        confidence=0.93,
        reasons=["“He” is the speaker of the quotation before it."],
    )
    attended = ChainLink("two people who attended a meeting in November", LinkKind.UNNAMED_GROUP, None, "According to")
    make.say(
        "According to two",
        "two people who attended a meeting in November",
        "According to",
        "the harbor master was shown the figures and asked for them to be “kept inside the room.”",
        kind=SourceKind.UNNAMED_GROUP,
        quotation=Quotation.MIXED,
        entity=two,
        chain=(*base, attended),
        confidence=0.9,
        reasons=["“According to” names its source right after it."],
    )
    make.say(
        "the harbor master was shown",
        "the harbor master",
        "asked for",
        "them to be “kept inside the room.”",
        kind=SourceKind.UNNAMED_PERSON,
        quotation=Quotation.MIXED,
        parent=AttributionId("a7"),
        chain=(*base, attended, ChainLink("the harbor master", LinkKind.UNNAMED_PERSON, None, "asked for")),
        confidence=0.71,
        reasons=["An office, and nobody is named with it."],
    )
    one = ChainLink("One of them", LinkKind.UNNAMED_PERSON, None, "said")
    master = make.say(
        "One of them said",
        "One of them",
        "said",
        "the harbor master had been told by a Dunmore manager that the inspectors had privately called the figures "
        "“a formality.”",
        kind=SourceKind.UNNAMED_PERSON,
        chain=(*base, one),
        confidence=0.87,
    )
    manager = make.say(
        "a Dunmore manager that",
        "a Dunmore manager",
        "that",
        "that the inspectors had privately called the figures “a formality.”",
        kind=SourceKind.UNNAMED_PERSON,
        quotation=Quotation.MIXED,
        parent=master,
        chain=(*base, one, ChainLink("a Dunmore manager", LinkKind.UNNAMED_PERSON, None, "had been told")),
        confidence=0.79,
        reasons=["The subject of a passive: told by a manager."],
    )
    _fix_cue(make, manager, "had been told by")
    make.say(
        "the inspectors had privately",
        "the inspectors",
        "called",
        ["the figures", "“a formality.”"],
        kind=SourceKind.NAMED_ORGANIZATION,
        quotation=Quotation.MIXED,
        entity=inspectorate,
        parent=manager,
        chain=(
            *base,
            one,
            ChainLink("a Dunmore manager", LinkKind.UNNAMED_PERSON, None, "had been told"),
            ChainLink("the inspectors", LinkKind.NAMED_ORGANIZATION, inspectorate, "called"),
        ),
        confidence=0.44,
        reasons=["“called” can also mean telephoned; the quoted name decides."],
    )
    make.say(
        "A spokeswoman",
        "A spokeswoman for the port",
        "declined to comment",
        "on the meeting",
        kind=SourceKind.UNNAMED_PERSON,
        entity=spokeswoman,
        chain=(*base, ChainLink("A spokeswoman for the port", LinkKind.UNNAMED_PERSON, None, "declined")),
        confidence=0.82,
    )
    mayor = make.say(
        "The mayor",
        "The mayor, Lucia Brandt,",
        "said",
        "that she learned of the readings from the newspapers, and that the council had been assured, in the words of a"
        " letter it received in January, that the silt was “clean enough to grow wheat on.”",
        kind=SourceKind.NAMED_PERSON,
        quotation=Quotation.MIXED,
        entity=brandt,
        chain=(*base, ChainLink("Lucia Brandt", LinkKind.NAMED_PERSON, brandt, "said")),
        confidence=0.94,
    )
    make.say(
        "in the words of a letter",
        "a letter it received in January",
        "in the words of",
        "that the silt was “clean enough to grow wheat on.”",
        kind=SourceKind.DOCUMENT,
        quotation=Quotation.MIXED,
        parent=mayor,
        chain=(
            *base,
            ChainLink("Lucia Brandt", LinkKind.NAMED_PERSON, brandt, "said"),
            ChainLink("a letter it received in January", LinkKind.DOCUMENT, None, "in the words of"),
        ),
        confidence=0.84,
    )
    make.say(
        "Dunmore is widely",
        "",
        "is widely regarded as",
        ["Dunmore", "the most careful operator on this coast"],
        kind=SourceKind.UNSPECIFIED,
        chain=(*base, ChainLink(None, LinkKind.UNSPECIFIED, None, "is widely regarded as")),
        confidence=0.76,
        reasons=["A passive verb of judgment; the text does not say who regards it so."],
    )
    make.say(
        "Whether it will keep",
        "officials",
        "said",
        "Whether it will keep the contract, worth an estimated 40 to 55 million, is to be decided in the autumn",
        kind=SourceKind.UNNAMED_GROUP,
        chain=(*base, ChainLink("officials", LinkKind.UNNAMED_GROUP, None, "said")),
        confidence=0.92,
    )
    make.say(
        "“They should never",
        "Vance",
        "said",
        ["“They should never have gone near those fields,”", "“We told them so, and we told the port.”"],
        kind=SourceKind.NAMED_PERSON,
        quotation=Quotation.DIRECT,
        entity=vance,
        chain=(*base, ChainLink("Vance", LinkKind.NAMED_PERSON, vance, "said")),
        confidence=0.89,
    )
    the_union = ChainLink("the pilots’ union", LinkKind.NAMED_ORGANIZATION, union, "said", certainty=Certainty.CERTAIN)
    told = make.say(
        "By keeping",
        "the pilots’ union",
        "said",
        "By keeping its barge register closed the firm has broken that promise",
        kind=SourceKind.NAMED_ORGANIZATION,
        entity=union,
        chain=(*base, the_union),
        confidence=0.9,
    )
    _fix_cue(make, told, "said", "said the pilots’ union")
    make.say(
        "the pilots’ union",
        "the pilots’ union",
        "demanded",
        "that Dunmore publish it before 15 May",
        kind=SourceKind.NAMED_ORGANIZATION,
        entity=union,
        chain=(*base, ChainLink("the pilots’ union", LinkKind.NAMED_ORGANIZATION, union, "demanded")),
        confidence=0.86,
    )


def _fix_cue(make: Builder, key: AttributionId, words: str, inside: str | None = None) -> None:
    """Sets a cue that stands before its source, which ``say`` (looking from the source on) cannot find."""
    make.amend(key, cue=make.spans(words, inside))


def _voice(make: Builder) -> None:
    for words in (
        "Dredging firm hid unsafe silt readings for two years, inspectors find",
        "The outer basin at Port Merrow in March, before the dredgers were withdrawn.",
        "Correction: an earlier version of this article misstated the number of samples.",
    ):
        make.say(None, "", "", words, kind=SourceKind.AUTHOR, chain=(publisher("Harbor Weekly"),), confidence=0.98)
    implied = ChainLink("a report by the Coastal Inspectorate", LinkKind.DOCUMENT, None, None, Span(0, 1), True)
    for words in (
        "The silt was spread on low fields east of the town.",
        "Some of it lies within sight of the primary school.",
    ):
        make.say(
            None,
            "",
            "",
            words,
            kind=SourceKind.AUTHOR,
            context=EntityId("e2"),
            chain=(publisher("Harbor Weekly"), implied),
            confidence=0.66,
            reasons=["No cue here; the passage before goes on with the report."],
        )
