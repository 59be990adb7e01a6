"""Source kind: who is named, who is not, and what is a document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.source_kind import PRONOUN, decide
from onrecord.types import Mention, MentionForm, MentionId, MentionType, SourceKind, Span

KINDS = {
    SourceKind.NAMED_PERSON: [
        "Vaughn",
        "Tomas Eke",
        "Mr. Pell",
        "Mrs Porter's",
        "acting Interior Minister Davo Orshan",
        "Fire captain Dolores Whitfeather",
        "Council leader Bram Eddowes",
        "the prosecutor, Ilse Varga,",
        "Its head, Carmen Ulloa,",
        "One of them, Lionel Petrie,",
        "Piet van Aalst, who owns the arcade",
        "Rennet, 54,",
        "Republican strategist Ana Cook",
        "The chairman of Fennimore, Sir Leon Batty,",
        "Secretary of State Jo Arlen",
        "Gov. Ed Marsh (R)",
        "the Evening Post's Noel Kerr",
        "Arlen and Brandt",
        "a man named Ole Brandt",
        "Orla Tribe, a professor of law",
        "Derek Pym, 71",
        "Your colleague Professor Aldous Reim",
        "Gareth Baker",
        "PRESIDENT OYELLE",
    ],
    SourceKind.NAMED_ORGANIZATION: [
        "the ministry",
        "The company's",
        "police",
        "the High Court in Maarden",
        "Trump's campaign",
        "his government",
        "the White House",
        "The Association of Rural Banks",
        "the advisory firm Cask & Lindley",
        "The main supplier, Tallis Systems,",
        "One of the four companies, Bluewater Handling,",
        "NATO",
        "Ostravian state television",
        "Kenya",
        "Reuters",
        "The Washington Post",
        "the Department of Health and Human Services",
        "Parliament",
        "water authority",
        "the Oyelle administration",
        "Tarn Valley, an energy company",
        "the union that represents workers at the site",
        "This newspaper",
    ],
    SourceKind.DOCUMENT: [
        "the report",
        "A 212-page report on the cement market, published this week by the Bureau,",
        "a study published in the journal Tidal Systems",
        "leaked cables",
        "court filings",
        "the indictment",
        "a new Lodestar Weekly poll",
        "Data from a monitor in the playground",
        "The memo, dated October,",
        "figures from the provincial laboratory",
        "One of the letters",
        "the law",
        "Text messages recovered from his phone",
        "Article 33",
        "a statement from the ministry",
        "Oyelle's memoir",
    ],
    SourceKind.UNNAMED_PERSON: [
        "a spokesman for the Interior Ministry",
        "A senior official, briefing reporters on condition that he not be named,",
        "one of the people",
        "the second person",
        "His wife",
        "a Clinton aide",
        "one Western ambassador",
        "The harbour master",
        "a lawyer in Portland, Oregon,",
        "a resident of Leeds, West Yorkshire,",
        "someone close to the talks",
        "an inside source",
        "another",
        "the 43-year-old",
        "the soft-spoken, 62-year-old envoy",
        "Mrs D",
    ],
    SourceKind.UNNAMED_GROUP: [
        "Clinton aides",
        "U.S. officials",
        "critics",
        "many",
        "Experts",
        "two people familiar with the matter",
        "More than two hundred writers",
        "Most of them",
        "Several agencies",
        "a company",
        "one member state",
        "A jury",
        "41 percent of drivers",
        "Dockworkers",
        "BOFFINS",
        "Treasury and Admiralty spokesmen",
        "Republicans",
        "the poor",
        "Nobody in the village of Stell",
        "traders in the next two ports — Grimsvik and Port Estrella —",
        "most ministers, including Minister Pell,",
        "his lawyer and his wife",
        "members of the panel",
        "its insurer",
    ],
    SourceKind.UNSPECIFIED: ["people", "everyone", "nobody", "History", "the question"],
}
CASES = [(words, kind) for kind, sources in KINDS.items() for words in sources]


def mention(text: str, name: str, kind: MentionType) -> Mention:
    start = text.index(name)
    return Mention(MentionId("m1"), Span(start, start + len(name)), MentionForm.NAME, kind)


@pytest.mark.parametrize(("words", "kind"), CASES)
def test_kind(words: str, kind: SourceKind) -> None:
    decision = decide(words, [Span(0, len(words))], [])
    assert decision.kind is kind, decision.reason
    assert decision.reason


def test_no_source() -> None:
    assert decide("It is said.", [], []).kind is SourceKind.UNSPECIFIED


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("he", SourceKind.UNNAMED_PERSON),
        ("She", SourceKind.UNNAMED_PERSON),
        ("I", SourceKind.UNNAMED_PERSON),
        ("who", SourceKind.UNNAMED_PERSON),
        ("his", SourceKind.UNNAMED_PERSON),
        ("they", SourceKind.UNNAMED_GROUP),
        ("We", SourceKind.UNNAMED_GROUP),
        ("it", SourceKind.UNSPECIFIED),
        ("which", SourceKind.UNSPECIFIED),
    ],
)
def test_a_pronoun_says_so(words: str, kind: SourceKind) -> None:
    decision = decide(words, [Span(0, len(words))], [])
    assert (decision.kind, decision.deciding) == (kind, PRONOUN)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (MentionType.ORGANIZATION, SourceKind.NAMED_ORGANIZATION),
        (MentionType.GEOPOLITICAL, SourceKind.NAMED_ORGANIZATION),
        (MentionType.PERSON, SourceKind.NAMED_PERSON),
        (MentionType.WORK, SourceKind.DOCUMENT),
    ],
)
def test_a_mention_tells_where_the_words_do_not(kind: MentionType, expected: SourceKind) -> None:
    text = "Varuna said so."
    assert decide(text, [Span(0, 6)], [mention(text, "Varuna", kind)]).kind is expected


def test_words_of_the_name_overrule_a_wrong_mention() -> None:
    text = "The Interior Ministry said so."
    wrong = mention(text, "Interior Ministry", MentionType.PERSON)
    assert decide(text, [Span(0, 21)], [wrong]).kind is SourceKind.NAMED_ORGANIZATION


def test_the_rest_of_the_text_tells_a_firm_from_a_person() -> None:
    text = "Kollmar Beton fell. Prices in Kollmar, which makes cement, rose, Kollmar said."
    start = text.rindex("Kollmar")
    assert decide(text, [Span(start, start + 7)], []).kind is SourceKind.NAMED_ORGANIZATION


def test_a_role_that_goes_with_one_name() -> None:
    text = "Judge Renata Fole sat on Monday. The judge said no."
    start = text.index("The judge")
    assert decide(text, [Span(start, start + 9)], []).kind is SourceKind.NAMED_PERSON


def test_the_reason_is_in_words() -> None:
    assert decide("officials", [Span(0, 9)], []).reason == "'officials' is plural and names nobody"


@given(st.text(max_size=60), st.integers(0, 59), st.integers(1, 60))
def test_any_text_gives_a_kind(text: str, start: int, length: int) -> None:
    assert isinstance(decide(text, [Span(start, start + length)], []).kind, SourceKind)


@given(
    st.lists(
        st.sampled_from(
            [
                "the",
                "of",
                "The",
                "Of",
                "and",
                ",",
                "(",
                ")",
                "'s",
                "’",
                "a",
                "The",
                "X.",
                "—",
                "one",
                "in",
                "named",
                "by",
                "who",
                "Ministry",
                "officials",
                "Ana",
            ]
        ),
        max_size=9,
    )
)
def test_any_words_give_a_kind(words: list[str]) -> None:
    text = " ".join(words)
    if text:
        assert isinstance(decide(text, [Span(0, len(text))], []).kind, SourceKind)
