"""Small watch lists of invented entries, in every format, and readings of invented texts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from onrecord.linking.watchlists.entries import EntryType, NameQuality, WatchEntry, WatchList, WatchName
from onrecord.types import (
    Document,
    DocumentId,
    Entity,
    EntityId,
    ListLink,
    Mention,
    MentionForm,
    MentionId,
    MentionType,
    Metadata,
    ModelVersion,
    Reading,
    Span,
)

UN = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<CONSOLIDATED_LIST dateGenerated="2031-04-05T00:00:09.554Z">
  <INDIVIDUALS>
    <INDIVIDUAL>
      <DATAID>1</DATAID>
      <FIRST_NAME>QASIM</FIRST_NAME><SECOND_NAME>YUSUF</SECOND_NAME><THIRD_NAME>TARBUZI</THIRD_NAME>
      <UN_LIST_TYPE>Taliban</UN_LIST_TYPE>
      <REFERENCE_NUMBER>TAi.901</REFERENCE_NUMBER>
      <NAME_ORIGINAL_SCRIPT>قاسم يوسف تربوزي</NAME_ORIGINAL_SCRIPT>
      <COMMENTS1>Believed to be
in the border area.</COMMENTS1>
      <TITLE><VALUE>Mullah</VALUE></TITLE>
      <DESIGNATION><VALUE>Deputy Minister of Transport under the old regime</VALUE></DESIGNATION>
      <NATIONALITY><VALUE>Afghanistan</VALUE></NATIONALITY>
      <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Mullah Tarbuzi Akhund</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Abdullah</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ADDRESS><COUNTRY>Pakistan</COUNTRY></INDIVIDUAL_ADDRESS>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1968</YEAR></INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1970</FROM_YEAR><TO_YEAR>1972</TO_YEAR>
      </INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1969-03-02</DATE></INDIVIDUAL_DATE_OF_BIRTH>
    </INDIVIDUAL>
  </INDIVIDUALS>
  <ENTITIES>
    <ENTITY>
      <DATAID>2</DATAID>
      <FIRST_NAME>VANGUARD OF THE TARMIRI PEOPLE - EASTERN PROVINCE (VTP-EP)</FIRST_NAME>
      <UN_LIST_TYPE>Al-Qaida</UN_LIST_TYPE>
      <REFERENCE_NUMBER>QDe.902</REFERENCE_NUMBER>
      <ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>VTP-EP</ALIAS_NAME></ENTITY_ALIAS>
      <ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>Tarmiri Brigades; Tarmiri Sword</ALIAS_NAME></ENTITY_ALIAS>
      <ENTITY_ADDRESS><COUNTRY>Yemen</COUNTRY></ENTITY_ADDRESS>
    </ENTITY>
  </ENTITIES>
</CONSOLIDATED_LIST>
"""

SDN = (
    '101,"DOROKHIN, Arseny Valeryevich","individual","RUSSIA-EO1","Governor; Former General",-0- ,-0- ,-0- ,-0- ,-0- ,'
    '-0- ,"DOB 29 Jul 1955; alt. DOB 1956; POB Omsk, Russia; nationality Russia; citizen Cyprus; a.k.a. \'SENYA\'."\r\n'
    '102,"KRANIVSK METALLURGICAL WORKS OOO",-0- ,"RUSSIA-EO1",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n'
    '103,"AMBERWIND","vessel","IRAN",-0- ,-0- ,"Crude Oil Tanker",-0- ,-0- ,"Iran",-0- ,"IMO 1234567."\r\n'
    "\x1a"
)
ALT = '101,1,"aka","DOROHIN, Arsenii",-0- \r\n102,2,"fka","KRANIVSK IRON TRUST",-0- \r\n'
ADD = '101,1,-0- ,"Omsk","Russia",-0- \r\n102,2,"1 Works Road","Kranivsk","Russia",-0- \r\n'

FTM = "\n".join(
    json.dumps(line)
    for line in (
        {
            "id": "x-1", "schema": "Person", "caption": "Faridun Ghelanov", "last_change": "2031-02-03T04:05:06",
            "properties": {
                "name": ["Faridun Ghelanov", "Фаридун Геланов"], "weakAlias": ["The Fox"], "birthDate": ["1971-05"],
                "nationality": ["tj"], "topics": ["sanction"], "position": ["Head of customs"],
            },
        },
        {"id": "x-2", "schema": "Address", "properties": {"full": ["1 Works Road"]}},
        {"id": "x-3", "schema": "Company", "properties": {"name": ["Pamirgranit LLC"], "country": ["Tajikistan"]}},
        {"id": "x-4", "schema": "LegalEntity", "properties": {"name": ["Ghelan Holding"]}},
    )
)  # fmt: skip

CSV = (
    "Reference;Full Name;Aliases;Type;Date of Birth;Nationality;List\n"
    "A-1;Oluwadara Fashinka;Dara Fashinka|O. Fashinka;individual;12/05/1971;ng;House List\n"
    "A-2;Fashinka Logistics Ltd;;company;;Nigeria;House List\n"
    "A-3;Somebody Ungrouped;;;;;Second List\n"
)


def un_file(folder: Path, text: str = UN) -> Path:
    file = folder / "consolidated.xml"
    file.write_text(text, "utf-8")
    return file


def ofac_files(folder: Path, *, beside: bool = True) -> Path:
    (folder / "sdn.csv").write_text(SDN, "utf-8", newline="")
    if beside:
        (folder / "ALT.CSV").write_text(ALT, "utf-8", newline="")
        (folder / "add.csv").write_text(ADD, "utf-8", newline="")
    return folder / "sdn.csv"


def entry(
    id_: str,
    names: Sequence[str],
    kind: EntryType = EntryType.PERSON,
    weak: Sequence[str] = (),
    **facts: object,
) -> WatchEntry:
    """An entry with its primary name, good aliases, and weak ones."""
    known = [WatchName(name, NameQuality.GOOD) for name in names]
    known[0] = WatchName(names[0], NameQuality.PRIMARY)
    known += [WatchName(name, NameQuality.LOW) for name in weak]
    return WatchEntry(id_, kind, tuple(known), **facts)  # type: ignore[arg-type]


def watch_list(*entries: WatchEntry) -> WatchList:
    return WatchList("made-up", entries)


def reading(
    text: str,
    name: str,
    kind: MentionType = MentionType.PERSON,
    *,
    roles: tuple[str, ...] = (),
    form: MentionForm = MentionForm.NAME,
    published: str | None = "2031-06-01",
) -> Reading:
    """A reading in which every occurrence of a name is a mention of one entity."""
    mentions = []
    at = text.find(name)
    while at >= 0:
        mentions.append(Mention(MentionId(f"m{len(mentions)}"), Span(at, at + len(name)), form, kind, EntityId("e1")))
        at = text.find(name, at + 1)
    entity = Entity(EntityId("e1"), name, kind, tuple(mention.id for mention in mentions), roles=roles)
    document = Document(DocumentId("sha256:"), "made up", text, (), Metadata(published=published), b"")
    return Reading(document, (), tuple(mentions), (entity,), None, ModelVersion("none"))


def only(links: dict[EntityId, tuple[ListLink, ...]]) -> ListLink:
    """The one link that there is."""
    ((link,),) = links.values()
    return link
