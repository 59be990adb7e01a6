"""Our gold for entities is whole, large and varied, and what is wrong in gold is said."""

from collections import Counter
from pathlib import Path

import pytest

from onrecord.errors import BadInput
from onrecord.evaluation import entity_gold
from onrecord.types import MentionForm, MentionType

GOLD = Path(__file__).parents[2] / "eval" / "gold" / "entities"
TEXT = """
[[text]]
id = "harbor"
split = "dev"
field = "local"
text = '''
The harbor master, Ines Calloway, said the ferry leaked. She blamed the Ferry Board's report.
'''

[[text.entity]]
key = "calloway"
name = "Ines Calloway"
type = "person"
roles = ["harbor master"]
mentions = [
  {s = "The harbor master", form = "nominal"},
  {s = "Ines Calloway"},
  {s = "She", form = "pronoun"},
]

[[text.entity]]
key = "board"
name = "Ferry Board"
type = "organization"
mentions = [{s = "the Ferry Board", name = "Ferry Board"}]

[[text.entity]]
key = "report"
name = "the Ferry Board's report"
type = "work"
issuer = "board"
mentions = [{s = "the Ferry Board's report", form = "nominal"}]

[[text.source]]
words = "The harbor master, Ines Calloway,"
entity = "calloway"

[[text.source]]
words = "She"
entity = "calloway"
"""


def written(folder: Path, gold: str) -> Path:
    (folder / "harbor.toml").write_text(gold, "utf-8")
    return folder


@pytest.fixture(scope="module")
def ours():
    return list(entity_gold.texts(GOLD))


def test_our_gold_is_valid_and_large(ours):
    assert len(ours) >= 40
    assert sum(len(text.sources) for text in ours) >= 300
    assert sum(source.pronoun for text in ours for source in text.sources) >= 80


def test_half_of_it_is_kept_for_measuring(ours):
    assert Counter(text.split for text in ours) == {"test": len(ours) // 2, "dev": len(ours) // 2}


def test_it_covers_the_fields_and_the_hard_cases(ours):
    features = {feature for text in ours for feature in text.features}
    fields = {text.field for text in ours}
    assert fields >= set("politics court sanctions science health sport business disaster local ngo diplomacy".split())
    assert features >= {
        "same-surname", "nickname", "metonymy", "plural-source", "quoted-group", "titles", "acronym-introduced",
        "acronym-without-introduction", "alias-in-apposition", "age-as-description", "the-group", "possessive",
        "cataphora", "issuer", "the-ministry-of-two-countries", "the-agency-after-two-agencies", "from-line",
        "surname-never-introduced", "anonymity-reason", "affiliation", "demonym",
    }  # fmt: skip


def test_every_type_and_form_is_there(ours):
    mentions = [(entity, mention) for text in ours for entity in text.entities for mention in entity.mentions]
    assert {kind for entity, _ in mentions for kind in entity.types} == set(MentionType)
    assert {mention.form for _, mention in mentions} == set(MentionForm)


def test_some_entities_cannot_be_told(ours):
    reasons = [entity.reason or "" for text in ours for entity in text.entities if not entity.resolved]
    assert sum("does not say which" in reason for reason in reasons) >= 4
    assert any("never introduces" in reason for reason in reasons)


def test_every_entity_has_a_name_or_speaks(ours):
    for text in ours:
        speaking = {source.entity for source in text.sources}
        for key in [key for entity in text.entities for key in (entity.issuer, entity.affiliation, *entity.members)]:
            speaking.add(key or "")
        for entity in text.entities:
            named = any(mention.form in {MentionForm.NAME, MentionForm.ADJECTIVE} for mention in entity.mentions)
            assert named or entity.key in speaking or len(entity.mentions) > 1 or not entity.resolved, (text.id, entity)


def test_words_become_places(tmp_path):
    (text,) = entity_gold.texts(written(tmp_path, TEXT))
    master, name, pronoun = text.entity("calloway").mentions
    assert (master.span.of(text.text), master.core.of(text.text)) == ("The harbor master", "master")
    assert (name.span.of(text.text), name.name) == ("Ines Calloway", name.span)
    assert (pronoun.span.of(text.text), pronoun.name) == ("She", None)
    assert [source.pronoun for source in text.sources] == [False, True]
    assert text.entity("board").mentions[0].core.of(text.text) == "Ferry Board"


def test_one_part_can_be_asked_for(tmp_path):
    folder = written(tmp_path, TEXT)
    assert [text.id for text in entity_gold.texts(folder, "dev")] == ["harbor"]
    assert list(entity_gold.texts(folder, "test")) == []


def test_a_text_can_be_that_of_an_attribution_gold(tmp_path):
    (tmp_path / "attribution").mkdir()
    (tmp_path / "attribution" / "local.toml").write_text("[[text]]\nid = 'local-01'\ntext = 'Ada spoke.'\n", "utf-8")
    (tmp_path / "entities").mkdir()
    gold = "[[text]]\nid = 'ada'\nof = 'local-01'\nsplit = 'dev'\n\n[[text.entity]]\nkey = 'ada'\nname = 'Ada'\n"
    written(tmp_path / "entities", gold + "type = 'person'\nmentions = ['Ada']\n")
    (text,) = entity_gold.texts(tmp_path / "entities")
    assert text.text == "Ada spoke."
    written(tmp_path / "entities", gold.replace("local-01", "local-02"))
    with pytest.raises(BadInput, match="local-02"):
        list(entity_gold.texts(tmp_path / "entities"))


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ('{s = "Ines Calloway"}', '{s = "Ines Galloway"}', "does not hold"),
        ('{s = "Ines Calloway"}', '{s = "Ines Calloway"}, {s = "Ines Calloway"}', "given twice"),
        ('key = "board"', 'key = "calloway"', "given twice"),
        ('issuer = "board"', 'issuer = "bureau"', "bureau"),
        ('type = "work"', 'type = "paper"', "paper"),
        ('form = "pronoun"', 'form = "she"', "she"),
        ('name = "Ferry Board"}', 'name = "Harbor Board"}', "Harbor Board"),
        ('entity = "calloway"', 'entity = "she"', "points to she"),
        ('split = "dev"', 'split = "train"', "split"),
        ('field = "local"', 'area = "local"', "area"),
        ('roles = ["harbor master"]', "resolved = false", "reason"),
        ('words = "She"', 'words = "The harbor master, Ines Calloway,"', "given twice"),
    ],
)
def test_what_is_wrong_is_said(tmp_path, right, wrong, message):
    assert right in TEXT
    with pytest.raises(BadInput, match=message):
        list(entity_gold.texts(written(tmp_path, TEXT.replace(right, wrong))))


def test_two_texts_of_one_id_are_one_too_many(tmp_path):
    with pytest.raises(BadInput, match="same id"):
        list(entity_gold.texts(written(tmp_path, TEXT + TEXT)))


def test_the_documented_example_is_valid(tmp_path):
    page = (Path(__file__).parents[2] / "docs" / "how-to-evaluate.md").read_text("utf-8")
    (example,) = [part.partition("```")[0] for part in page.split("```toml\n") if 'id = "harbor-02"' in part]
    (text,) = entity_gold.texts(written(tmp_path, example))
    assert text.entity(text.sources[0].entity).name == "Ines Calloway"
