"""Statements as spans: words, roles, and a subject that is shared with another."""

import numpy as np

from onrecord.reading.edges import Blocks
from onrecord.reading.name_runs import Name
from onrecord.reading.statements import StatementDraft, Stater
from onrecord.reading.tokens import Tokens
from onrecord.types import Block, BlockKind, Span
from tests.reading.hand_parsed import layered, syntax


def drafts(text: str, rows: str, content: str, source: str | None = None, name: tuple[int, int] | None = None):
    parsed = syntax(text, rows)
    names = [] if name is None else [Name(name, 0)]
    none = np.zeros(len(parsed), np.uint8)
    tokens = Tokens(np.zeros(0, np.int32), none, none, none, np.arange(len(parsed)), parsed.start, parsed.end)
    blocks = Blocks([Block(BlockKind.PARAGRAPH, Span(0, len(text)))])
    stater = Stater(text, layered(parsed, names=names), tokens, blocks)

    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    return stater.statements([span(content)], [span(source)] if source else [])


def words(text: str, draft: StatementDraft) -> tuple[list[str], str | None, str | None]:
    subject = draft.roles.subject
    shared = draft.shared
    return [part.of(text) for part in draft.spans], subject and subject.of(text), shared and shared.of(text)


def test_a_shared_subject_is_a_span_of_its_own():
    text = "Guards fled quickly and returned."
    rows = """
    Guards NOUN 2 nsubj
    fled VERB 0 root past
    quickly ADV 2 advmod
    and CCONJ 5 cc
    returned VERB 2 conj past
    """
    first, second = drafts(text, rows, text)
    assert words(text, first) == (["Guards fled quickly"], "Guards", None)
    assert words(text, second) == (["returned"], "Guards", "Guards")


def test_a_role_holds_the_whole_of_a_name():
    text = "Port Marlow Union left."
    rows = """
    Port PROPN 4 dep
    Marlow PROPN 4 dep
    Union PROPN 4 nsubj
    left VERB 0 root past
    """
    (draft,) = drafts(text, rows, text, name=(0, 2))
    assert words(text, draft)[1] == "Port Marlow Union"


def test_the_source_is_to_do_what_it_pledges():
    text = "Rebels pledged to leave."
    rows = """
    Rebels NOUN 2 nsubj
    pledged VERB 0 root past
    to PART 4 mark
    leave VERB 2 xcomp base
    """
    (draft,) = drafts(text, rows, "to leave", "Rebels")
    assert words(text, draft) == (["to leave"], "Rebels", "Rebels")
