"""Labels of attributions and statements by the lexicon and by rules, each with its reason in one sentence."""

from onrecord.reading.labeling.label import Clause, Frame, Label
from onrecord.reading.labeling.rules import AttributionLabels, StatementLabels, label

__all__ = ["AttributionLabels", "Clause", "Frame", "Label", "StatementLabels", "label"]
