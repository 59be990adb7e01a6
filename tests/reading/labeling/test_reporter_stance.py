"""How the reporter stands to what a source says."""

import pytest

from onrecord.types import ReporterStance
from tests.reading.labeling.marked import labels

ENDORSING, NEUTRAL, DISTANCING = ReporterStance.ENDORSING, ReporterStance.NEUTRAL, ReporterStance.DISTANCING


@pytest.mark.parametrize(
    ("cue", "stance"),
    [
        ("noted", ENDORSING),
        ("pointed out", ENDORSING),
        ("revealed", ENDORSING),
        ("acknowledged", ENDORSING),
        ("said", NEUTRAL),
        ("stressed", NEUTRAL),
        ("argued", NEUTRAL),
        ("claimed", DISTANCING),
        ("insisted", DISTANCING),
        ("alleged", DISTANCING),
        ("falsely said", DISTANCING),
        ("rightly said", ENDORSING),
        ("has not acknowledged", NEUTRAL),
    ],
)
def test_stance_follows_the_cue(cue, stance):
    assert labels(f"<The board> {{{cue}}} that [_the wall_ *was thin*].").reporter_stance.value is stance


def test_the_author_takes_no_stance():
    assert labels("[_The wall_ *was thin*].").reporter_stance is None
