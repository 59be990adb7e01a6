"""Which verbs report a commitment, and which words around them say that there was none; parsed by hand."""

from onrecord.reading.commitments.verbs import from_verbs
from onrecord.reading.parsed import Parsed
from onrecord.types import CommitmentKind
from tests.reading.hand_parsed import layered, syntax

VOWED = """
The DET 2 det
harbor NOUN 3 nsubj
vowed VERB 0 root past
to PART 5 mark
mend VERB 3 xcomp base
cranes NOUN 5 obj
"""
URGED = """
Pilots NOUN 2 nsubj
urged VERB 0 root past
the DET 4 det
airline NOUN 2 obj
to PART 6 mark
pay VERB 2 xcomp base
"""
REFUSED = """
She PRON 2 nsubj
refused VERB 0 root past
to PART 4 mark
promise VERB 2 xcomp base
a DET 6 det
vote NOUN 4 obj
"""
CONDITION = """
If SCONJ 4 mark
the DET 3 det
mayor NOUN 4 nsubj
agrees VERB 8 advcl present
to PART 6 mark
talk VERB 4 xcomp base
strikers NOUN 8 nsubj
return VERB 0 root present
"""
PASSIVE = """
Tenants NOUN 3 nsubj:pass
were AUX 3 aux:pass past
promised VERB 0 root past participle
that SCONJ 7 mark
rents NOUN 7 nsubj
would AUX 7 aux
fall VERB 3 ccomp base
"""


def found(text: str, rows: str) -> list[tuple[CommitmentKind, str | None, str | None, str]]:
    """Kind, who, to whom, and what, of each commitment."""
    p = Parsed.of(text, layered(syntax(text, rows)))

    def words(run: tuple[int, int] | None) -> str | None:
        return None if run is None else p.span(run).of(text)

    return [(one.kind, words(one.by), words(one.to), str(words(one.what[0]))) for one in from_verbs(p)]


def test_a_verb_of_promising_with_an_infinitive_is_a_pledge_of_its_subject():
    text = "The harbor vowed to mend cranes."
    assert found(text, VOWED) == [(CommitmentKind.PLEDGE, "The harbor", None, "to mend cranes")]


def test_a_verb_of_urging_is_a_demand_put_to_its_object():
    text = "Pilots urged the airline to pay."
    assert found(text, URGED) == [(CommitmentKind.DEMAND, "Pilots", "the airline", "to pay")]


def test_a_promise_that_is_refused_is_none():
    assert found("She refused to promise a vote.", REFUSED) == []


def test_a_condition_is_no_commitment():
    assert found("If the mayor agrees to talk strikers return.", CONDITION) == []


def test_in_a_passive_the_subject_is_who_was_promised_something():
    text = "Tenants were promised that rents would fall."
    assert found(text, PASSIVE) == [(CommitmentKind.PLEDGE, None, "Tenants", "rents would fall")]


def test_who_assures_others_of_the_past_pledges_nothing():
    text = "Tenants were promised that rents had fallen."
    rows = PASSIVE.replace("would AUX 7 aux", "had AUX 7 aux past").replace("fall VERB", "fallen VERB")
    assert found(text, rows) == []
