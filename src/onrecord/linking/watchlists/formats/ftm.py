"""FollowTheMoney entities as JSON lines, one object a line (https://followthemoney.tech), as OpenSanctions has them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from onrecord.errors import BadInput
from onrecord.linking.watchlists.entries import EntryType, NameQuality, WatchEntry, WatchList, WatchName
from onrecord.linking.watchlists.formats.text import lines

_SCHEMATA: Final = {
    "Person": EntryType.PERSON,
    "Organization": EntryType.ORGANIZATION,
    "Company": EntryType.ORGANIZATION,
    "PublicBody": EntryType.ORGANIZATION,
    "LegalEntity": EntryType.UNKNOWN,
    "Vessel": EntryType.VESSEL,
    "Airplane": EntryType.AIRCRAFT,
}
_NAMES: Final = {
    "name": NameQuality.GOOD,
    "alias": NameQuality.ALSO,
    "previousName": NameQuality.FORMER,
    "weakAlias": NameQuality.LOW,
    "abbreviation": NameQuality.ALSO,
}
_COUNTRIES: Final = ("nationality", "citizenship", "country", "jurisdiction", "mainCountry", "flag")
_STEM = re.compile(r"(?:\.ftm|\.entities|\.json|\.jsonl|\.ndjson|\.ijson)+$", re.IGNORECASE)


def load(path: Path) -> WatchList:
    """The list of a file, named for the file; lines with other schemata (addresses, ownerships) are passed over.

    Raises:
        BadInput: a line is not a JSON object, or no line is a person or an organization.
    """
    entries: list[WatchEntry] = []
    newest = ""
    for number, read in _objects(path):
        entry = _entry(path, number, read)
        if entry is not None:
            entries.append(entry)
            seen = read.get("last_change") or read.get("last_seen") or ""
            newest = max(newest, seen[:10]) if isinstance(seen, str) else newest
    if not entries:
        raise BadInput(
            f"{path} holds no person and no organization.",
            "Give FollowTheMoney entities with the schema Person, Organization, Company or LegalEntity.",
        )
    return WatchList(name_of(path), tuple(entries), newest or None)


def name_of(path: Path) -> str:
    """What a list from a file is called: the file's name in lowercase without its endings."""
    stem = _STEM.sub("", path.name)
    stem = stem.rsplit(".", 1)[0] if stem == path.name else stem
    return re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-") or "list"


def _objects(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(lines(path), 1):
        if not line.strip():
            continue
        try:
            read = json.loads(line)
        except (json.JSONDecodeError, RecursionError) as error:
            raise BadInput(f"Line {number} of {path} is not JSON: {error}.", "Download the file again.") from error
        if not isinstance(read, dict) or not isinstance(read.get("properties", {}), dict):
            raise BadInput(f"Line {number} of {path} is not a FollowTheMoney entity.", "Give one object a line.")
        yield number, read


def _entry(path: Path, number: int, read: dict[str, Any]) -> WatchEntry | None:
    kind = _SCHEMATA.get(str(read.get("schema")))
    if kind is None:
        return None
    properties = read.get("properties", {})
    names = [
        WatchName(text, quality) for key, quality in _NAMES.items() for text in _values(properties, key)
    ]
    caption = read.get("caption")
    primary = caption if isinstance(caption, str) and caption.strip() else names[0].text if names else ""
    if not primary:
        return None
    reference = read.get("id")
    if not isinstance(reference, str) or not reference:
        raise BadInput(f"Line {number} of {path} is an entity without id.", "Download the file again.")
    others = [name for name in names if name.text != primary]
    return WatchEntry(
        id=reference,
        type=kind,
        names=(WatchName(primary, NameQuality.PRIMARY), *dict.fromkeys(others)),
        births=tuple(_values(properties, "birthDate")),
        countries=tuple(dict.fromkeys(country_name(value) for key in _COUNTRIES for value in _values(properties, key))),
        titles=tuple(_values(properties, "title")),
        designations=tuple(_values(properties, "position")),
        program=", ".join((*_values(properties, "program"), *_values(properties, "topics"))),
        remarks=" ".join(_values(properties, "notes")),
    )


def _values(properties: dict[str, Any], key: str) -> list[str]:
    values = properties.get(key) or []
    values = values if isinstance(values, list) else [values]
    return [value.strip() for value in values if isinstance(value, str) and value.strip()]


def country_name(code: str) -> str:
    """The English name of a country given by its two letters, as FollowTheMoney does; other words as they are."""
    return _CODES.get(code.lower(), code)


_CODES: Final = dict(
    pair.split("=", 1)
    for pair in (
        "ae=United Arab Emirates,af=Afghanistan,al=Albania,am=Armenia,ao=Angola,ar=Argentina,at=Austria,au=Australia,"
        "az=Azerbaijan,ba=Bosnia and Herzegovina,bd=Bangladesh,be=Belgium,bf=Burkina Faso,bg=Bulgaria,bh=Bahrain,"
        "bi=Burundi,bj=Benin,bo=Bolivia,br=Brazil,by=Belarus,ca=Canada,cd=Democratic Republic of the Congo,"
        "cf=Central African Republic,cg=Congo,ch=Switzerland,ci=Ivory Coast,cl=Chile,cm=Cameroon,cn=China,co=Colombia,"
        "cr=Costa Rica,cu=Cuba,cy=Cyprus,cz=Czech Republic,de=Germany,dj=Djibouti,dk=Denmark,do=Dominican Republic,"
        "dz=Algeria,ec=Ecuador,ee=Estonia,eg=Egypt,er=Eritrea,es=Spain,et=Ethiopia,fi=Finland,fr=France,ga=Gabon,"
        "gb=United Kingdom,ge=Georgia,gh=Ghana,gm=Gambia,gn=Guinea,gq=Equatorial Guinea,gr=Greece,gt=Guatemala,"
        "gw=Guinea-Bissau,hk=Hong Kong,hn=Honduras,hr=Croatia,ht=Haiti,hu=Hungary,id=Indonesia,ie=Ireland,il=Israel,"
        "in=India,iq=Iraq,ir=Iran,is=Iceland,it=Italy,jm=Jamaica,jo=Jordan,jp=Japan,ke=Kenya,kg=Kyrgyzstan,"
        "kh=Cambodia,kp=North Korea,kr=South Korea,kw=Kuwait,kz=Kazakhstan,la=Laos,lb=Lebanon,lk=Sri Lanka,lr=Liberia,"
        "lt=Lithuania,lu=Luxembourg,lv=Latvia,ly=Libya,ma=Morocco,md=Moldova,me=Montenegro,mg=Madagascar,"
        "mk=North Macedonia,ml=Mali,mm=Myanmar,mn=Mongolia,mr=Mauritania,mt=Malta,mw=Malawi,mx=Mexico,my=Malaysia,"
        "mz=Mozambique,na=Namibia,ne=Niger,ng=Nigeria,ni=Nicaragua,nl=Netherlands,no=Norway,np=Nepal,nz=New Zealand,"
        "om=Oman,pa=Panama,pe=Peru,ph=Philippines,pk=Pakistan,pl=Poland,ps=Palestine,pt=Portugal,py=Paraguay,qa=Qatar,"
        "ro=Romania,rs=Serbia,ru=Russia,rw=Rwanda,sa=Saudi Arabia,sd=Sudan,se=Sweden,sg=Singapore,si=Slovenia,"
        "sk=Slovakia,sl=Sierra Leone,sn=Senegal,so=Somalia,ss=South Sudan,su=Soviet Union,sv=El Salvador,sy=Syria,"
        "td=Chad,tg=Togo,th=Thailand,tj=Tajikistan,tm=Turkmenistan,tn=Tunisia,tr=Turkey,tt=Trinidad and Tobago,"
        "tw=Taiwan,tz=Tanzania,ua=Ukraine,ug=Uganda,us=United States,uy=Uruguay,uz=Uzbekistan,ve=Venezuela,vn=Vietnam,"
        "xk=Kosovo,ye=Yemen,za=South Africa,zm=Zambia,zw=Zimbabwe"
    ).split(",")
)
