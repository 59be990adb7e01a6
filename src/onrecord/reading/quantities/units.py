"""Units: percent, measures and times, and what a number is "per" ("barrels a day")."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.reading.quantities.words import Kind, Words


def _table(rows: str) -> dict[str, str]:
    return {word: norm for row in rows.split(";") for norm, *names in [row.split()] for word in (*names,)}


_WORDS = _table(
    "km km kilometer kilometers kilometre kilometres kms;m meter meters metre metres;"
    "cm centimeter centimeters centimetre centimetres cm;mm millimeter millimeters millimetre millimetres mm;"
    "micron micron microns micrometer micrometers micrometre micrometres;nm nanometer nanometers nanometre nanometres;"
    "mile mile miles;foot foot feet ft;inch inch inches;yard yard yards yds;kg kilogram kilograms kilo kilos kg kgs;"
    "g gram grams gramme grammes;mg milligram milligrams mg;tonne tonne tonnes;ton ton tons;lb pound pounds lb lbs;"
    "ounce ounce ounces oz;stone stone;liter liter liters litre litres;ml milliliter milliliters millilitre ml;"
    "gallon gallon gallons;barrel barrel barrels;bushel bushel bushels;hectare hectare hectares ha;acre acre acres;"
    "mph mph;km/h kph kmh;knot knot knots;W watt watts;kW kilowatt kilowatts kw;MW megawatt megawatts mw;"
    "GW gigawatt gigawatts gw;TW terawatt terawatts;kWh kwh;MWh mwh;GWh gwh;TWh twh;V volt volts;"
    "kV kilovolt kilovolts kv;Hz hertz hz;kHz kilohertz khz;MHz megahertz mhz;GHz gigahertz ghz;"
    "byte byte bytes;kB kilobyte kilobytes kb;MB megabyte megabytes mb;GB gigabyte gigabytes gb;"
    "TB terabyte terabytes tb;J joule joules;calorie calorie calories;decibel decibel decibels db;"
    "degree degree degrees;carat carat carats;fathom fathom fathoms;hp horsepower hp;Pa pascal pascals;"
    "psi psi;bpd bpd;ppm ppm;mAh mah;mpg mpg;mmHg mmhg;rpm rpm;bpm bpm;fps fps;megapixel megapixel megapixels;cc cc;"
    "mcg mcg;kcal kcal;lumen lumen lumens;C celsius centigrade;F fahrenheit;megaton megaton megatons;"
    "kiloton kiloton kilotons;"
    "second second seconds sec secs;minute minute minutes min mins;hour hour hours hr hrs;day day days;"
    "night night nights;week week weeks;fortnight fortnight fortnights;month month months;quarter quarter quarters;"
    "year year years;decade decade decades;century century centuries;millisecond millisecond milliseconds"
)
_GLUED = {"m": "m", "g": "g", "t": "tonne", "l": "liter", "W": "W", "V": "V", "C": "C", "F": "F", "s": "second",
          "h": "hour", "x": "ratio", "B": "byte", "K": "K", "p": "penny"}  # fmt: skip
"""Signs that mean a unit only right after the digits."""
_LOOSE = frozenset({"m", "g", "W", "V"})
"""Those of them that are often written apart."""
TIMES = frozenset("second minute hour day night week fortnight month quarter year decade century millisecond".split())
"""Normal forms of the units of time."""
_RATES = TIMES | frozenset(
    "share barrel ounce ton tonne gallon liter bushel head person piece unit ticket song page game match season"
    " family household child worker employee resident customer passenger capita kilo pound lb litre kg kilogram"
    " kilogramme pack packet bottle dose mile kilometer km acre hectare tree word vote article pupil student visit"
    " shift term carton box bag sack pint cup gram pop trip ride shot shipment vehicle car truck crate shareholder"
    " dollar euro cubic square episode session round hundredweight megawatt megawatt-hour".split()
)
_ADVERBS = {"annually": "year", "yearly": "year", "daily": "day", "weekly": "week", "monthly": "month",
            "hourly": "hour"}  # fmt: skip
_NOT_RATE = frozenset({"ago", "earlier", "later", "before", "after"})
_SPELLINGS = {"litre": "liter", "metre": "m", "kilometre": "km", "kilo": "kg", "capita": "person"}


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number counts or measures, and where that is written.

    Attributes:
        first, end: its words; nothing between them where the unit is only understood.
        text: as written; percent and ages in one spelling.
        norm: a normal form, where there is one.
    """

    first: int
    end: int
    text: str | None
    norm: str | None = None


def percent(words: Words, at: int) -> Unit | None:
    """As in “%”, “per cent”, “percentage points”, “basis points”, “points” at a place."""
    low = words.low
    word = low[at]
    if word in ("%", "percent", "pct", "percents") or (word == "per" and low[at + 1] == "cent"):
        end = at + 2 if word == "per" else at + 1
        if low[end] in ("point", "points"):
            return Unit(at, end + 1, "percentage points", "percentage point")
        return Unit(at, end, "percent", "percent")
    if word in ("percentage", "percentage-point") and low[at + 1] in ("point", "points"):
        return Unit(at, at + 2, words.of(at, at + 2), "percentage point")
    if word == "basis" and low[at + 1] in ("point", "points"):
        return Unit(at, at + 2, words.of(at, at + 2), "basis point")
    return None


def measure(words: Words, at: int) -> Unit | None:
    """The measure named at a place: length, area, mass, volume, energy, temperature, time ...; without a rate."""
    low = words.low
    word = low[at]
    glued = words.glued(at)
    sign = words.raw[at]
    if word == "°":
        end = at + 2 if words.raw[at + 1] in ("C", "F", "K") else at + 1
        return Unit(at, end, words.of(at, end), words.raw[at + 1] if end > at + 1 else "degree")
    if sign in _GLUED and (glued or (sign in _LOOSE and not words.hyphen(at + 1))):
        if sign in ("m", "t", "s", "K", "B") and not glued and words.kind[at + 1] == Kind.NUMBER:
            return None
        power = {"²": "2", "³": "3"}.get(low[at + 1], "")
        end = at + 2 if power and words.glued(at + 1) else at + 1
        return Unit(at, end, words.of(at, end), _GLUED[sign] + (power if end > at + 1 else ""))
    power, place = "", at
    if word in ("square", "sq", "sq.", "cubic"):
        power, place = ("3" if word == "cubic" else "2"), at + 1
        place += words.hyphen(place)
    elif word in ("nautical", "light", "metric") and low[at + 1] in _WORDS:
        norm = _WORDS[low[at + 1]]
        return Unit(at, at + 2, words.of(at, at + 2), "tonne" if word == "metric" else f"{word} {norm}")
    elif word == "parts" and low[at + 1] == "per" and low[at + 2] in ("million", "billion"):
        return Unit(at, at + 3, words.of(at, at + 3), "ppm" if low[at + 2] == "million" else "ppb")
    norm = _WORDS.get(low[place], "")
    if not norm or (power and norm in TIMES):
        return None
    end = place + 1
    if power:
        return Unit(at, end, words.of(at, end), norm + power)
    if norm == "degree":
        if low[end] in ("celsius", "centigrade", "fahrenheit", "kelvin"):
            return Unit(at, end + 1, words.of(at, end + 1), {"f": "F", "k": "K"}.get(low[end][0], "C"))
        if words.raw[end] in ("C", "F"):
            return Unit(at, end + 1, words.of(at, end + 1), words.raw[end])
    if norm.endswith("W") and words.hyphen(end) and low[end + 1] in ("hours", "hour"):
        return Unit(at, end + 2, words.of(at, end + 2), norm + "h")
    if norm.endswith("W") and low[end] in ("hours", "hour"):
        return Unit(at, end + 1, words.of(at, end + 1), norm + "h")
    if low[end] in ("²", "³") and words.glued(end):
        return Unit(at, end + 1, words.of(at, end + 1), norm + {"²": "2", "³": "3"}[low[end]])
    if low[end] in ("squared", "cubed"):
        return Unit(at, end + 1, words.of(at, end + 1), norm + ("2" if low[end] == "squared" else "3"))
    return Unit(at, end, words.of(at, end), norm)


def rate(words: Words, at: int) -> tuple[int, str] | None:
    """What a number is per ("a day", "per passenger", "/month") at a place: where it ends, and its normal form."""
    low = words.low
    word = low[at]
    if word in ("a", "an"):
        noun = low[at + 1]
        if noun not in _RATES or words.hyphen(at + 2):
            return None
        if (noun in TIMES and low[at + 2] in _NOT_RATE) or (noun == "quarter" and low[at + 2] == "of"):
            return None
        return at + 2, _SPELLINGS.get(noun, noun)
    if word == "per" and words.kind[at + 1] == Kind.WORD and low[at + 1] != "cent":
        end = at + 2
        if low[at + 1] in ("square", "cubic", "million", "thousand") and words.kind[at + 2] == Kind.WORD:
            end += 1
        noun = low[end - 1]
        norm: str = _WORDS.get(noun) or _SPELLINGS.get(noun, noun)
        if low[at + 1] in ("square", "cubic"):
            norm += "2" if low[at + 1] == "square" else "3"
        return end, norm
    if word == "/" and words.glued(at) and words.kind[at + 1] == Kind.WORD and words.glued(at + 1):
        short = {"h": "hour", "hr": "hour", "d": "day", "s": "second", "yr": "year", "mo": "month"}.get(low[at + 1])
        return at + 2, short or _WORDS.get(low[at + 1]) or low[at + 1]
    return None


def with_rate(words: Words, unit: Unit, adverb: bool = False) -> Unit:
    """A unit with what it is per, where that follows.

    Args:
        adverb: also "annually" and the like.
    """
    found = rate(words, unit.end)
    if found is None and adverb and words.low[unit.end] in _ADVERBS:
        found = unit.end + 1, _ADVERBS[words.low[unit.end]]
    if found is None:
        return unit
    end, per = found
    # What a currency before the number says stands apart from what comes after the number.
    text = words.of(unit.first, end)
    if unit.first >= unit.end:
        gap = "" if words.low[unit.end] == "/" else " "
        text = f"{unit.text or ''}{gap}{words.of(unit.end, end)}".strip()
    norm = None if unit.norm is None else _SPEEDS.get(f"{unit.norm}/{per}", f"{unit.norm}/{per}")
    return Unit(unit.first, end, text, norm)


_SPEEDS = {"mile/hour": "mph", "km/hour": "km/h", "knot/hour": "knot"}


def plain(name: str) -> str | None:
    """The normal form of a unit's name, as it stands in "a 6.5-metre mirror"."""
    return _WORDS.get(name.lower()) or {"percent": "percent", "percentage-point": "percentage point"}.get(name.lower())
