"""Names of months, days, seasons, holidays and units of time."""

from __future__ import annotations

from onrecord.reading.dates.meanings import Period

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan jan.", "february feb feb.", "march mar.", "april apr apr.", "may", "june jun.", "july jul.",
            "august aug aug.", "september sep sept sep. sept.", "october oct oct.", "november nov nov.",
            "december dec dec.",
        ),
        1,
    )
    for name in names.split()
}
SHORT_MONTHS = frozenset({"jan", "feb", "apr", "aug", "sep", "sept", "oct", "nov", "dec"})
"""Read as months only beside a number."""
NAMED_MONTHS = frozenset({"may", "march", "april", "june", "august"})
"""Months that are also names or verbs."""
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon.", "tuesday tue. tues.", "wednesday wed.", "thursday thu. thurs. thur.", "friday fri.",
            "saturday", "sunday",
        )
    )
    for name in names.split()
}
PLURAL_WEEKDAYS = {f"{name}s": number for name, number in WEEKDAYS.items() if not name.endswith(".")}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The month each season begins in, in the north."""
PERIODS = {
    name: period
    for period, names in {
        Period.SECOND: "second seconds", Period.MINUTE: "minute minutes", Period.HOUR: "hour hours",
        Period.DAY: "day days", Period.NIGHT: "night nights", Period.WEEK: "week weeks",
        Period.FORTNIGHT: "fortnight fortnights", Period.MONTH: "month months", Period.QUARTER: "quarters",
        Period.YEAR: "year years", Period.DECADE: "decade decades", Period.CENTURY: "century centuries",
    }.items()
    for name in names.split()
}
DAYTIMES = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "noon": "T12:00",
            "midday": "T12:00", "midnight": "T24:00"}  # fmt: skip
ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
        " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first".split(),
        1,
    )
}
DECADE_WORDS = {"twenties": "2", "thirties": "3", "forties": "4", "fifties": "5", "sixties": "6", "seventies": "7",
                "eighties": "8", "nineties": "9"}  # fmt: skip
SETS = {"daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W", "fortnightly": "P2W", "monthly": "P1M",
        "quarterly": "P3M", "yearly": "P1Y", "annual": "P1Y", "annually": "P1Y", "hourly": "PT1H",
        "biannual": "P6M", "biennial": "P2Y"}  # fmt: skip
NOW = frozenset({"now", "currently", "presently", "nowadays"})
LATELY = frozenset({"recently", "lately"})
HOLIDAYS = {
    tuple(words.split()): name
    for name, written in {
        "christmas": "christmas,christmas day", "christmas-eve": "christmas eve", "boxing-day": "boxing day",
        "new-year": "new year ’ s day,new year ' s day", "new-year-eve": "new year ’ s eve,new year ' s eve",
        "valentine": "valentine ’ s day,valentine ' s day", "halloween": "halloween",
        "thanksgiving": "thanksgiving,thanksgiving day", "easter": "easter,easter sunday",
        "easter-monday": "easter monday", "good-friday": "good friday", "labor-day": "labor day",
        "memorial-day": "memorial day", "july-4": "independence day,fourth of july", "may-day": "may day",
    }.items()
    for words in written.split(",")
}
HOLIDAY_WORDS = frozenset(words[0] for words in HOLIDAYS)
