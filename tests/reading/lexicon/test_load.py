"""The shipped tables are whole and sound; a newsroom's own are laid over them; mistakes are named with their line."""

from collections import Counter

import pytest

from onrecord.errors import BadInput, NotFound
from onrecord.reading.lexicon import CertaintyEffect, Lexicon, Negated, Part, When, words_of
from onrecord.reading.lexicon.load import CUE_COLUMNS, HEDGE_COLUMNS, NEGATOR_COLUMNS
from onrecord.types import Act, ReporterStance

LEXICON = Lexicon.load()


def table(tmp_path, columns, *rows, name="own.tsv"):
    path = tmp_path / name
    path.write_text("\n".join(["\t".join(columns), *("\t".join(row) for row in rows)]) + "\n", encoding="utf-8")
    return path


def act_of(lexicon, word):
    rows = lexicon.cue_patterns.at(words_of(word), 0)[0].rows
    return next(row.act for row in rows if row.when is When.ALWAYS)


def test_there_are_cues_enough_for_every_act_in_several_parts_of_speech():
    assert len(LEXICON.cues) >= 700
    assert set(Counter(cue.act for cue in LEXICON.cues)) == set(Act)
    assert {Part.VERB, Part.NOUN, Part.ADJECTIVE, Part.ADVERB, Part.PREPOSITION, Part.PHRASE} <= {
        cue.part for cue in LEXICON.cues
    }
    assert sum(len(cue.pattern) > 1 for cue in LEXICON.cues) >= 300
    assert len(LEXICON.hedges) >= 100
    assert len(LEXICON.negators) >= 40


@pytest.mark.parametrize(
    "phrase",
    [
        "made assurances", "cast doubt on", "according to", "is believed to", "in the view of", "rule out",
        "refused to confirm", "decline to comment", "points to", "went on record", "was quoted as saying",
        "put the death toll at", "stopped short of", "played down", "brushed off",
    ],
)  # fmt: skip
def test_phrases_that_newsrooms_use_are_there(phrase):
    words = words_of(phrase)
    longest = LEXICON.cue_patterns.at(words, 0)[0]
    assert longest.size > 1, phrase


def test_every_row_has_an_example_in_which_its_words_are_found():
    for rows, patterns in (
        (LEXICON.cues, LEXICON.cue_patterns),
        (LEXICON.hedges, LEXICON.hedge_patterns),
        (LEXICON.negators, LEXICON.negator_patterns),
    ):
        for row in rows:
            words = words_of(row.example)
            found = {hit.rows[0].pattern for place in range(len(words)) for hit in patterns.at(words, place)}
            assert row.pattern in found or row.pattern == (":",), (row.pattern, row.example)


def test_examples_are_not_used_twice():
    twice = [example for example, count in Counter(cue.example for cue in LEXICON.cues).items() if count > 2]
    assert twice == []


def test_rows_with_a_condition_are_tried_before_those_without():
    for cue in ("agree", "ask", "suggest", "want"):
        whens = [row.when for row in LEXICON.cues if row.pattern == (cue,) and row.part is Part.VERB]
        assert When.ALWAYS in whens
        assert whens.index(When.ALWAYS) == len(whens) - 1


def test_reporter_stances_of_the_design():
    stance = {" ".join(cue.pattern): cue.stance for cue in LEXICON.cues if cue.when is When.ALWAYS}
    for word in ("note", "highlight", "point out", "show", "reveal", "acknowledge"):
        assert stance[word] is ReporterStance.ENDORSING
    for word in ("say", "tell", "state", "according to"):
        assert stance[word] is ReporterStance.NEUTRAL
    for word in ("claim", "allege", "purport"):
        assert stance[word] is ReporterStance.DISTANCING


def test_the_shipped_lexicon_has_a_plain_version():
    assert LEXICON.version == "1"


def test_an_overlay_replaces_a_row_with_the_same_pattern_part_and_condition(tmp_path):
    own = table(
        tmp_path,
        CUE_COLUMNS,
        ("announce", "verb", "", "decide", "probable", "keep", "distancing", "", "same", "They announced it."),
    )
    laid = Lexicon.load(own)
    assert act_of(LEXICON, "announced") is Act.SAY
    assert act_of(laid, "announced") is Act.DECIDE
    row = next(cue for cue in laid.cues if cue.pattern == ("announce",) and cue.when is When.ALWAYS)
    assert (row.certainty, row.stance, row.negated) == (
        CertaintyEffect.PROBABLE,
        ReporterStance.DISTANCING,
        Negated.SAME,
    )
    assert len(laid.cues) == len(LEXICON.cues)


def test_an_overlay_adds_rows_and_takes_rows_away(tmp_path):
    own = table(
        tmp_path,
        CUE_COLUMNS,
        ("toot", "verb", "", "say", "keep", "keep", "neutral", "", "same", "She tooted that it was over."),
        ("wax", "verb", "", "-"),
        ("gush", "verb", "", "-"),
    )
    laid = Lexicon.load(own)
    assert act_of(laid, "tooted") is Act.SAY
    assert LEXICON.cue_patterns.at(words_of("gushed"), 0)
    assert laid.cue_patterns.at(words_of("gushed"), 0) == []


def test_hedges_and_negators_can_be_laid_over_alone_or_in_a_folder(tmp_path):
    row = ("hearsay", "so they say", "phrase", "", "possible", "", "It is, so they say.")
    hedge = table(tmp_path, HEDGE_COLUMNS, row)
    assert Lexicon.load(hedge).hedge_patterns.at(words_of("so they say"), 0)
    folder = tmp_path / "ours"
    folder.mkdir()
    table(folder, NEGATOR_COLUMNS, ("nary a", "argument", "flips", "Nary a soul came."), name="negators.tsv")
    table(folder, CUE_COLUMNS, ("toot", "verb", "", "say", "keep", "keep", "neutral", "", "same", "x"), name="cues.tsv")
    laid = Lexicon.load(folder)
    assert laid.negator_patterns.at(words_of("nary a"), 0)
    assert act_of(laid, "tooted") is Act.SAY


def test_the_version_tells_which_overlay_was_used_and_not_how_it_is_called(tmp_path):
    row = ("toot", "verb", "", "say", "keep", "keep", "neutral", "", "same", "x")
    first = Lexicon.load(table(tmp_path, CUE_COLUMNS, row, name="a.tsv")).version
    same = Lexicon.load(table(tmp_path, CUE_COLUMNS, row, name="b.tsv")).version
    other = Lexicon.load(table(tmp_path, CUE_COLUMNS, ("toot", "noun", *row[2:]), name="c.tsv")).version
    assert first.startswith("1+")
    assert first == same != other


def test_remarks_a_byte_order_mark_and_short_rows_do_no_harm(tmp_path):
    path = tmp_path / "own.tsv"
    text = "# ours\n\n" + "\t".join(CUE_COLUMNS) + "\n# more\ntoot\tverb\t\tsay\tkeep\tkeep\tneutral\t\tsame\n"
    path.write_text(text, encoding="utf-8-sig")
    assert act_of(Lexicon.load(path), "tooted") is Act.SAY


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (("toot", "verb", "", "shout", "keep", "keep", "neutral", "", "same", "x"), "“shout” is no value of the"),
        (("toot", "verb", "sometimes", "say", "keep", "keep", "neutral", "", "same", "x"), "column “when”"),
        (("", "verb", "", "say", "keep", "keep", "neutral", "", "same", "x"), "column “pattern” is empty"),
        (("_ toot", "verb", "", "say", "keep", "keep", "neutral", "", "same", "x"), "begins or ends with a gap"),
        (("toot", "verb", "", "say", "keep", "keep", "neutral", "", "same", "x", "y"), "11 cells"),
    ],
)
def test_a_mistake_is_named_with_its_file_and_line(tmp_path, row, problem):
    own = table(tmp_path, CUE_COLUMNS, row)
    with pytest.raises(BadInput) as error:
        Lexicon.load(own)
    assert problem in error.value.problem
    assert f"{own}, line 2" in error.value.problem
    assert error.value.remedy


def test_a_row_that_stands_twice_is_a_mistake(tmp_path):
    row = ("toot", "verb", "", "say", "keep", "keep", "neutral", "", "same", "x")
    with pytest.raises(BadInput, match="stands in line 2 already"):
        Lexicon.load(table(tmp_path, CUE_COLUMNS, row, row))


def test_other_columns_and_missing_files_are_told(tmp_path):
    with pytest.raises(BadInput, match="has the columns of no table"):
        Lexicon.load(table(tmp_path, ("word", "meaning"), ("say", "speak")))
    with pytest.raises(NotFound):
        Lexicon.load(tmp_path / "nowhere.tsv")
    with pytest.raises(NotFound, match="holds no table"):
        Lexicon.load(tmp_path)


def test_what_is_no_text_is_told(tmp_path):
    path = tmp_path / "own.tsv"
    path.write_bytes(b"\xff\xfe\x00pattern")
    with pytest.raises(BadInput, match="cannot be read as text"):
        Lexicon.load(path)
