"""Who does what to whom, in active terms."""

import pytest

from onrecord.reading.clauses import clauses
from onrecord.reading.roles import roles
from onrecord.run.evaluating import plain_document
from onrecord.run.pipeline import reader
from onrecord.types import Span
from tests.reading.hand_parsed import layered, syntax


def parts(text: str, rows: str, content: str | None = None, source: int | None = None) -> list[tuple[str | None, ...]]:
    """Subject, predicate and object of each clause, parsed by hand."""
    parsed = syntax(text, rows)
    start = text.index(content or text)
    found = []
    for clause in clauses(layered(parsed), [Span(start, start + len(content or text))]):
        units = roles(parsed, clause, source)
        runs = (units.subject, units.predicate, units.object)
        found.append(tuple(run and text[parsed.start[run[0]] : parsed.end[run[1]]] for run in runs))
    return found


def read(text: str) -> list[tuple[str | None, ...]]:
    """Subject, predicate and object of each statement, as the shipped model reads a text."""
    return [
        tuple(span and span.of(text) for span in (one.roles.subject, one.roles.predicate, one.roles.object))
        for attribution in reader().read(plain_document(text)).attributions
        for one in attribution.statements
    ]


def test_in_a_passive_who_does_it_is_the_subject():
    rows = """
    The DET 2 det
    camp NOUN 4 nsubj:pass
    was AUX 4 aux:pass past
    attacked VERB 0 root past participle
    by ADP 6 case
    rebels NOUN 4 obl:agent
    """
    assert parts("The camp was attacked by rebels.", rows) == [("rebels", "was attacked", "The camp")]


def test_a_relative_pronoun_stands_for_what_it_refers_to():
    rows = """
    The DET 2 det
    union NOUN 6 nsubj
    which PRON 4 nsubj
    left VERB 2 acl:relcl past
    was AUX 6 cop past
    weak ADJ 0 root
    """
    found = parts("The union, which left, was weak.", rows)
    assert [(who, what) for who, what, _ in found] == [("The union", "was weak"), ("The union", "left")]


def test_the_predicate_goes_on_to_the_last_verb():
    rows = """
    Police NOUN 3 nsubj
    had AUX 3 aux past
    failed VERB 0 root past participle
    to PART 5 mark
    stop VERB 3 xcomp base
    it PRON 5 obj
    """
    assert parts("Police had failed to stop it.", rows) == [("Police", "had failed to stop", "it")]


def test_who_pledges_is_to_do_what_a_bare_infinitive_says():
    rows = """
    Rebels NOUN 2 nsubj
    pledged VERB 0 root past
    to PART 4 mark
    leave VERB 2 xcomp base
    """
    assert parts("Rebels pledged to leave.", rows, "to leave", 0) == [("Rebels", "to leave", None)]


def test_whom_somebody_urges_is_to_do_it():
    rows = """
    She PRON 2 nsubj
    urged VERB 0 root past
    donors NOUN 2 obj
    to PART 5 mark
    pay VERB 2 xcomp base
    """
    assert parts("She urged donors to pay.", rows, "donors to pay") == [("donors", "to pay", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army destroyed two bridges.", ("The army", "destroyed", "two bridges")),
        ("Two bridges were destroyed by the army.", ("the army", "were destroyed", "Two bridges")),
        ("The mayor did not sign the contract.", ("The mayor", "did not sign", "the contract")),
        ("The talks will fail.", ("The talks", "will fail", None)),
        ("The valley is dry.", ("The valley", "is dry", None)),
    ],
)
def test_plain_sentences_as_the_shipped_model_reads_them(text, expected):
    assert read(text) == [expected]
