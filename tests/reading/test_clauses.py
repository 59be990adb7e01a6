"""What makes a statement of its own, and what stays inside the one it belongs to."""

from onrecord.reading.clauses import clauses, set_off
from onrecord.types import Span
from tests.reading.hand_parsed import layered, said, syntax

COORDINATED = """
The DET 2 det
guards NOUN 3 nsubj
fled VERB 0 root past
and CCONJ 6 cc
nobody PRON 6 nsubj
returned VERB 3 conj past
"""
RESTRICTIVE = """
Guards NOUN 5 nsubj
who PRON 3 nsubj
fled VERB 1 acl:relcl past
were AUX 5 cop past
afraid ADJ 0 root
"""
COPULA = """
She PRON 2 nsubj
said VERB 0 root past
that SCONJ 6 mark
talks NOUN 6 nsubj
are AUX 6 cop present
over ADV 2 ccomp
"""


def test_coordinated_predicates_are_two_statements_without_the_word_that_joins_them():
    text = "The guards fled and nobody returned."
    assert said(text, COORDINATED, text) == ["The guards fled", "nobody returned"]


def test_a_restrictive_relative_clause_stays_inside():
    text = "Guards who fled were afraid."
    assert said(text, RESTRICTIVE, text) == ["Guards who fled were afraid"]


def test_a_relative_clause_set_off_by_a_comma_is_a_statement_about_what_it_follows():
    text = "Guards, who fled, were afraid."
    assert said(text, RESTRICTIVE, text) == ["Guards were afraid", "who fled"]
    relative = clauses(layered(syntax(text, RESTRICTIVE)), [Span(0, len(text))])[1]
    assert relative.subject == 0


def test_a_content_is_a_statement_without_that():
    text = "She said that talks are over."
    assert said(text, COPULA, "that talks are over") == ["talks are over"]


def test_a_content_without_a_predicate_makes_none():
    text = "She praised the findings of it."
    rows = """
    She PRON 2 nsubj
    praised VERB 0 root past
    the DET 4 det
    findings NOUN 2 obj
    of ADP 6 case
    it PRON 4 nmod
    """
    assert said(text, rows, "the findings of it") == []


def test_a_finite_adverbial_clause_is_a_statement_an_infinitive_is_not():
    text = "They left to hide because it rained."
    rows = """
    They PRON 2 nsubj
    left VERB 0 root past
    to PART 4 mark
    hide VERB 2 advcl base
    because SCONJ 7 mark
    it PRON 7 nsubj
    rained VERB 2 advcl past
    """
    assert said(text, rows, text) == ["They left to hide", "because it rained"]


def test_verbs_that_share_subject_and_object_are_one_statement():
    text = "They planned and financed raids."
    rows = """
    They PRON 2 nsubj
    planned VERB 0 root past
    and CCONJ 4 cc
    financed VERB 2 conj past
    raids NOUN 2 obj
    """
    assert said(text, rows, text) == ["They planned and financed raids"]


def test_what_is_said_of_an_object_is_a_statement():
    text = "She called the plan reckless."
    rows = """
    She PRON 2 nsubj
    called VERB 0 root past
    the DET 4 det
    plan NOUN 2 obj
    reckless ADJ 2 xcomp
    """
    assert said(text, rows, "the plan reckless") == ["the plan reckless"]


def test_the_clause_of_an_inner_cue_makes_no_statement():
    text = "She said that talks are over."
    parsed = syntax(text, COPULA)
    found = clauses(layered(parsed), [Span(0, len(text))], frozenset({1}))
    assert found == []


def test_a_shared_subject_is_told():
    text = "Guards fled quickly and returned."
    rows = """
    Guards NOUN 2 nsubj
    fled VERB 0 root past
    quickly ADV 2 advmod
    and CCONJ 5 cc
    returned VERB 2 conj past
    """
    _, second = clauses(layered(syntax(text, rows)), [Span(0, len(text))])
    assert (second.units, second.subject) == ((4,), 0)


def test_words_that_hang_outside_of_the_content_join_the_statement_that_begins_next():
    text = "On Monday she said talks are over."
    rows = """
    On ADP 2 case
    Monday PROPN 4 obl
    she PRON 4 nsubj
    said VERB 0 root past
    talks NOUN 7 nsubj
    are AUX 7 cop present
    over ADV 4 ccomp
    """
    assert said(text, rows, "On Monday", "talks are over") == ["On Monday talks are over"]


def test_set_off_by_a_comma_or_at_the_beginning():
    parsed = syntax("Guards, who fled, were afraid.", RESTRICTIVE)
    assert set_off(parsed, 2)
    assert not set_off(syntax("Guards who fled were afraid.", RESTRICTIVE), 2)
