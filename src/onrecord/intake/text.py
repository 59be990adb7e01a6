"""Plain text: pasted or saved pages, plain articles and reports, to drafts of blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.intake.captions import ends_in_credit
from onrecord.intake.dates import iso_date
from onrecord.intake.draft import Draft, Drafted
from onrecord.intake.furniture import ends_sentence, is_byline, is_furniture, is_weather_line, opens_links
from onrecord.intake.lines import Unit, units
from onrecord.types import BlockKind, Metadata

# The shortest sentence that shows that a story has begun; teasers and decks are mostly shorter, and a first paragraph
# is hardly ever. In texts that have none so long, any sentence counts.
_PROSE = 80
_HEADLINE_LONGEST = 200
_HEADLINE_WORDS = 4
_SUBHEADING_LONGEST = 120
_MARKDOWN_HEADING = re.compile(r"^#{1,6}\s+(?=\S)")
_EMPHASIS = re.compile(r"^(\*{1,3}|_{1,3})([^\W_][^*_]*)\1$")
_SENTENCE_WORDS = 3
_REPORT_HEADINGS = frozenset({"summary", "executive summary", "introduction", "contents", "abstract", "background"})
_FOOTNOTE = re.compile(r"^(?:\[\d{1,3}\]|[¹²³⁴-⁹⁰]{1,3}|\d{1,3}/)\s*\S")
_BULLET = re.compile(r"^[-*•‣◦▪]\s+\S")
_SHORT_NUMBERED = re.compile(r"^\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)]\s+\S", re.IGNORECASE)
_LETTER_OR_DIGIT = re.compile(r"[^\W_]+")
_BYLINE_PARTS = re.compile(r"\s*[|•·]\s*")
_BY = re.compile(r"^(?:(?:story|words|report(?:ing|ed)?|written|analysis|text)\s+)?by:?\s+", re.IGNORECASE)


def draft_text(text: str) -> Drafted:
    """Drafts of a plain text. Nothing is left out: what is no part of the story becomes furniture."""
    found = [Unit(_EMPHASIS.sub(r"\2", unit.text), unit.table) for unit in units(text)]
    kinds = _kinds(found)
    drafts = _merge_lists([Draft(kind, _without_markup(unit.text)) for unit, kind in zip(found, kinds, strict=True)])
    title = next((draft.text for draft in drafts if draft.kind is BlockKind.HEADLINE), None)
    byline = next((draft.text for draft in drafts if draft.kind is BlockKind.BYLINE), None)
    return Drafted(tuple(drafts), Metadata(title=title, byline=byline_name(byline) if byline else None))


def byline_alone(byline: str) -> str:
    """A byline without the date and reading time that stand on its line behind bars or dots."""
    parts = _BYLINE_PARTS.split(byline)
    kept = [part for i, part in enumerate(parts) if i == 0 or not (is_furniture(part) or iso_date(part))]
    return " | ".join(kept) if len(kept) < len(parts) else byline


def byline_name(byline: str) -> str:
    """A byline without the word before it: "By Mairead Colquist" is "Mairead Colquist"."""
    return _BY.sub("", byline).strip()


def _without_markup(line: str) -> str:
    """A line without the signs of Markdown before a heading or a quotation."""
    return _MARKDOWN_HEADING.sub("", line).removeprefix("> ")


def _kinds(found: Sequence[Unit]) -> list[BlockKind]:
    """The kind of each unit, by what it is and by where it stands to the story."""
    prose = [i for i, unit in enumerate(found) if _is_prose(unit, _PROSE)]
    sentences = [i for i, unit in enumerate(found) if _is_prose(unit, 0)]
    if not sentences:
        return [BlockKind.TABLE if unit.table else BlockKind.PARAGRAPH for unit in found]
    first, last = (prose or sentences)[0], sentences[-1]
    captions = _captions(found)
    headline = _headline(found, first, captions)
    kinds: list[BlockKind] = []
    links = False
    for i, unit in enumerate(found):
        links = opens_links(unit.text) or (links and i not in sentences)
        if i in captions:
            kinds.append(BlockKind.CAPTION)
        elif i == headline:
            kinds.append(BlockKind.HEADLINE)
        elif i < first:
            kinds.append(_kind_above(unit, after_headline=headline is not None and i > headline))
        else:
            after_item = bool(kinds) and kinds[-1] is BlockKind.LIST and _same_marker(found[i - 1], unit)
            before_item = i + 1 < len(found) and _same_marker(unit, found[i + 1])
            among_items = after_item or before_item
            kinds.append(_kind_in_story(unit, below=i > last, among_links=links, among_items=among_items))
    return kinds


def _same_marker(one: Unit, other: Unit) -> bool:
    """Whether two lines start with markers of one sort: "(a)" and "(b)", but not "I." and "1."."""
    first, second = _SHORT_NUMBERED.match(one.text), _SHORT_NUMBERED.match(other.text)
    if not first or not second:
        return False
    return _LETTER_OR_DIGIT.sub(_sort, first[0][:-1]) == _LETTER_OR_DIGIT.sub(_sort, second[0][:-1])


def _sort(letters: re.Match[str]) -> str:
    return "1" if letters[0].isdigit() else "A" if letters[0].isupper() else "a"


def _is_prose(unit: Unit, shortest: int) -> bool:
    """Whether a unit is a sentence of a story, at least so long; questions alone are often headlines of others."""
    line = unit.text
    if unit.table or len(line) < shortest or is_furniture(line) or _MARKDOWN_HEADING.match(line):
        return False
    if len(line) > _HEADLINE_LONGEST or line[:1] in '“"':
        return True
    return ends_sentence(line) and not line.endswith("?") and len(line.split()) >= _SENTENCE_WORDS


def _captions(found: Sequence[Unit]) -> set[int]:
    """Paragraphs that end in a credit, and the fragment right above one: the picture's alternative text.

    The fragment must repeat a word of the caption or stand where no subheading stands (a caption right below it).
    """
    captions: set[int] = set()
    for i, unit in enumerate(found):
        if unit.table or not ends_in_credit(unit.text):
            continue
        captions.add(i)
        above = found[i - 1] if i >= 2 else None
        if above and not above.table and _is_fragment(above.text) and not is_furniture(above.text):
            shared = _content_words(above.text) & _content_words(unit.text)
            # Above the story, the fragment may be the headline, which shares words with its picture's caption too.
            if _is_prose(found[i - 2], _PROSE) or (shared and len(above.text.split()) < _HEADLINE_WORDS):
                captions.add(i - 1)
    return captions


def _is_fragment(line: str) -> bool:
    return len(line) <= _SUBHEADING_LONGEST and not ends_sentence(line) and not is_byline(line)


def _content_words(line: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{4,}", line.lower()))


def _headline(found: Sequence[Unit], first: int, captions: set[int]) -> int | None:
    """The headline among the units above the first paragraph.

    The first line long enough for one; but a line with weather or a menu below it is the site's name or motto. Where
    none is long enough (some headlines have two words), the last line above the story.
    """
    candidates = [i for i in range(first) if i not in captions and _could_be_headline(found[i])]
    for i in candidates:
        if len(found[i].text.split()) >= _HEADLINE_WORDS and not _has_page_head_below(found, i, first):
            return i
    return candidates[-1] if candidates else None


def _could_be_headline(unit: Unit) -> bool:
    line = unit.text
    if unit.table or len(line) > _HEADLINE_LONGEST or line.endswith((".", ":", ";", ",")):
        return False
    return not is_furniture(line) and not is_byline(line)


def _has_page_head_below(found: Sequence[Unit], i: int, first: int) -> bool:
    return any(is_weather_line(found[j].text) or _is_menu_word(found[j].text) for j in range(i + 1, first))


def _is_menu_word(line: str) -> bool:
    return line.strip().lower() in {"home", "menu", "search", "log in", "sign in", "skip to content"}


def _kind_above(unit: Unit, *, after_headline: bool) -> BlockKind:
    """What stands above the first paragraph: byline, deck, or the head of the page."""
    line = unit.text
    if is_byline(line):
        return BlockKind.BYLINE
    if is_furniture(line):
        return BlockKind.FURNITURE
    if ends_sentence(line) and len(line.split()) >= _SENTENCE_WORDS:
        return BlockKind.PARAGRAPH
    if not after_headline:
        return BlockKind.FURNITURE
    if unit.table:
        return BlockKind.TABLE
    if ends_sentence(line) or line.endswith(":"):
        return BlockKind.PARAGRAPH
    if len(line.split()) >= _HEADLINE_WORDS or _MARKDOWN_HEADING.match(line) or line.lower() in _REPORT_HEADINGS:
        return BlockKind.SUBHEADING
    return BlockKind.FURNITURE


def _kind_in_story(unit: Unit, *, below: bool, among_links: bool, among_items: bool) -> BlockKind:
    """What stands after the first paragraph; below the last one, a line that is no sentence is furniture."""
    line = unit.text
    if unit.table:
        return BlockKind.TABLE
    if is_furniture(line):
        return BlockKind.FURNITURE
    if _FOOTNOTE.match(line):
        return BlockKind.FOOTNOTE
    if line.startswith("> "):
        return BlockKind.QUOTE
    if _BULLET.match(line):
        return BlockKind.FURNITURE if among_links else BlockKind.LIST
    if among_items and _SHORT_NUMBERED.match(line) and (not ends_sentence(line) or line[0] == "("):
        return BlockKind.LIST
    if ends_sentence(line) or line.endswith((":", ",”", ',"')):
        teaser = among_links and line.endswith(("?", "!")) and line[0] not in '“"'
        return BlockKind.FURNITURE if teaser else BlockKind.PARAGRAPH
    if is_byline(line):
        return BlockKind.BYLINE
    if below or among_links:
        return BlockKind.FURNITURE
    return BlockKind.SUBHEADING if len(line) <= _SUBHEADING_LONGEST else BlockKind.PARAGRAPH


def _merge_lists(drafts: Sequence[Draft]) -> list[Draft]:
    """Items that follow one another become one list."""
    merged: list[Draft] = []
    for draft in drafts:
        if merged and draft.kind is BlockKind.LIST and merged[-1].kind is BlockKind.LIST:
            merged[-1] = Draft(BlockKind.LIST, f"{merged[-1].text}\n{draft.text}")
        else:
            merged.append(draft)
    return merged
