"""Money: the currency before a number ("US$", "Rs") or after it ("Swiss francs"), with its ISO 4217 code."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.reading.quantities.words import Kind, Words

_SIGNS = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "￥": "JPY", "₹": "INR", "₦": "NGN", "₽": "RUB", "₺": "TRY",
    "₴": "UAH", "₩": "KRW", "₪": "ILS", "₱": "PHP", "฿": "THB", "₫": "VND", "₡": "CRC", "₵": "GHS", "₸": "KZT",
    "₾": "GEL", "₼": "AZN", "₨": "INR", "₿": "BTC", "৳": "BDT",
}  # fmt: skip
_DOLLARS = {
    "us": "USD", "u.s.": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "can": "CAD", "hk": "HKD",
    "nt": "TWD", "s": "SGD", "nz": "NZD", "r": "BRL", "mx": "MXN", "j": "JMD", "tt": "TTD", "z": "ZWL", "n": "NAD",
    "bz": "BZD",
}  # fmt: skip
"""Letters right before "$"."""
_CODES = {
    "Rs": "INR", "Rs.": "INR", "INR": "INR", "USD": "USD", "EUR": "EUR", "GBP": "GBP", "CHF": "CHF", "JPY": "JPY",
    "CNY": "CNY", "RMB": "CNY", "AUD": "AUD", "CAD": "CAD", "NZD": "NZD", "SGD": "SGD", "HKD": "HKD", "SDR": "XDR",
    "XDR": "XDR", "AED": "AED", "Dh": "AED", "Dhs": "AED", "SAR": "SAR", "QAR": "QAR", "PKR": "PKR", "LKR": "LKR",
    "BDT": "BDT", "Tk": "BDT", "NGN": "NGN", "GHS": "GHS", "ZAR": "ZAR", "KES": "KES", "Ksh": "KES", "KSh": "KES",
    "Sh": "shilling", "Shs": "shilling", "UGX": "UGX", "TZS": "TZS", "RM": "MYR", "MYR": "MYR", "Rp": "IDR",
    "IDR": "IDR", "PHP": "PHP", "THB": "THB", "SEK": "SEK", "NOK": "NOK", "DKK": "DKK", "PLN": "PLN", "HUF": "HUF",
    "CZK": "CZK", "RUB": "RUB", "UAH": "UAH", "TRY": "TRY", "BRL": "BRL", "MXN": "MXN", "KRW": "KRW", "ILS": "ILS",
    "NIS": "ILS", "EGP": "EGP", "Kshs": "KES",
}  # fmt: skip
_NOUNS = {
    "dollar": "USD", "buck": "USD", "euro": "EUR", "pound": "GBP", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY",
    "rupee": "INR", "rupiah": "IDR", "ringgit": "MYR", "baht": "THB", "ruble": "RUB", "rouble": "RUB",
    "hryvnia": "UAH", "hryvnias": "UAH", "zloty": "PLN", "zlotys": "PLN", "forint": "HUF", "koruna": "CZK",
    "kronor": "SEK", "krona": "SEK", "kroner": "krone", "krone": "krone", "crown": "crown", "franc": "franc",
    "peso": "peso", "real": "BRL", "reais": "BRL", "lira": "TRY", "lire": "lira", "rand": "ZAR", "naira": "NGN",
    "cedi": "GHS", "shilling": "shilling", "dinar": "dinar", "dirham": "dirham", "riyal": "riyal", "rial": "rial",
    "shekel": "ILS", "taka": "BDT", "won": "KRW", "dong": "VND", "kyat": "MMK", "birr": "ETB", "kwacha": "kwacha",
    "afghani": "AFN", "tenge": "KZT", "lari": "GEL", "dram": "AMD", "manat": "manat", "som": "som", "leu": "RON",
    "lei": "RON", "lev": "BGN", "leva": "BGN", "guarani": "PYG", "bolivar": "VES", "sol": "PEN", "quetzal": "GTQ",
    "lempira": "HNL", "cordoba": "NIO", "gourde": "HTG", "metical": "MZN", "ariary": "MGA", "ouguiya": "MRU",
    "bitcoin": "BTC", "ether": "ETH", "cent": "cent", "penny": "penny", "pence": "penny",
}  # fmt: skip
_OF = {
    ("canadian", "dollar"): "CAD", ("australian", "dollar"): "AUD", ("hong kong", "dollar"): "HKD",
    ("new zealand", "dollar"): "NZD", ("singapore", "dollar"): "SGD", ("taiwan", "dollar"): "TWD",
    ("jamaican", "dollar"): "JMD", ("zimbabwe", "dollar"): "ZWL", ("namibian", "dollar"): "NAD",
    ("swiss", "franc"): "CHF", ("cfa", "franc"): "XAF", ("congolese", "franc"): "CDF", ("rwandan", "franc"): "RWF",
    ("turkish", "lira"): "TRY", ("lebanese", "lira"): "LBP", ("syrian", "lira"): "SYP", ("italian", "lire"): "ITL",
    ("egyptian", "pound"): "EGP", ("lebanese", "pound"): "LBP", ("syrian", "pound"): "SYP",
    ("sudanese", "pound"): "SDG", ("british", "pound"): "GBP", ("irish", "pound"): "IEP",
    ("mexican", "peso"): "MXN", ("philippine", "peso"): "PHP", ("argentine", "peso"): "ARS",
    ("chilean", "peso"): "CLP", ("colombian", "peso"): "COP", ("cuban", "peso"): "CUP", ("uruguayan", "peso"): "UYU",
    ("pakistani", "rupee"): "PKR", ("pakistan", "rupee"): "PKR", ("indian", "rupee"): "INR",
    ("nepalese", "rupee"): "NPR", ("lankan", "rupee"): "LKR", ("swedish", "krona"): "SEK",
    ("swedish", "kronor"): "SEK", ("swedish", "crown"): "SEK", ("danish", "krone"): "DKK",
    ("danish", "kroner"): "DKK", ("danish", "crown"): "DKK", ("norwegian", "krone"): "NOK",
    ("norwegian", "kroner"): "NOK", ("norwegian", "crown"): "NOK", ("icelandic", "krona"): "ISK",
    ("icelandic", "kronur"): "ISK", ("czech", "crown"): "CZK", ("kenyan", "shilling"): "KES",
    ("ugandan", "shilling"): "UGX", ("tanzanian", "shilling"): "TZS", ("somali", "shilling"): "SOS",
    ("iraqi", "dinar"): "IQD", ("jordanian", "dinar"): "JOD", ("kuwaiti", "dinar"): "KWD", ("libyan", "dinar"): "LYD",
    ("tunisian", "dinar"): "TND", ("algerian", "dinar"): "DZD", ("serbian", "dinar"): "RSD",
    ("bahraini", "dinar"): "BHD", ("uae", "dirham"): "AED", ("emirati", "dirham"): "AED",
    ("moroccan", "dirham"): "MAD", ("saudi", "riyal"): "SAR", ("qatari", "riyal"): "QAR", ("omani", "rial"): "OMR",
    ("iranian", "rial"): "IRR", ("yemeni", "rial"): "YER", ("korean", "won"): "KRW", ("zambian", "kwacha"): "ZMW",
    ("malawian", "kwacha"): "MWK",
}  # fmt: skip
_BEFORE_NOUN = frozenset({adjective.split()[-1] for adjective, _ in _OF} | {
    "us", "u.s.", "american", "chinese", "japanese", "russian", "brazilian", "ukrainian", "polish", "nigerian", "south",
    "african", "israeli", "thai", "local", "hong", "new", "sri", "convertible",
})  # fmt: skip
_WEIGHING = frozenset(
    "weigh weighs weighed weighing heavy lost lose gained gain shed dropped lifted lift pressed thrust".split()
)


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency beside a number.

    Attributes:
        first, end: its words.
        text: as written.
        code: the ISO 4217 code, or the plain name where the text does not say whose ("peso").
    """

    first: int
    end: int
    text: str
    code: str


def before(words: Words, at: int) -> Currency | None:
    """The currency whose sign or code ends right before a word."""
    sign = words.raw[at - 1]
    code = _SIGNS.get(sign)
    if code is None:
        code = _CODES.get(sign)
        if code is None and sign == "R" and words.glued(at):
            code = "ZAR"
        return None if code is None else Currency(at - 1, at, sign, code)
    if sign == "$" and words.glued(at - 1) and words.low[at - 2] in _DOLLARS:
        return Currency(at - 2, at, words.of(at - 2, at), _DOLLARS[words.low[at - 2]])
    return Currency(at - 1, at, sign, code)


def after(words: Words, at: int, start: int, large: bool) -> Currency | None:
    """The currency named right after a number ("Turkish lira", "euros", "€").

    Args:
        at: the word after the number.
        start: the number's first word.
        large: the number has a magnitude, so that "pounds" are money and "won" is no verb.
    """
    low = words.low
    if words.raw[at] in _SIGNS and words.kind[at + 1] != Kind.NUMBER:
        return Currency(at, at + 1, words.raw[at], _SIGNS[words.raw[at]])
    if words.raw[at] in _CODES and words.raw[at].isupper() and words.kind[at + 1] != Kind.NUMBER:
        return Currency(at, at + 1, words.raw[at], _CODES[words.raw[at]])
    place = at
    while low[place] in _BEFORE_NOUN and place < at + 2:
        place += 1
    noun = low[place]
    name = noun if noun in _NOUNS else noun.removesuffix("s")
    code = _NOUNS.get(name)
    if code is None or (noun in ("won", "real", "sol", "sold", "lev", "som", "ether") and not large):
        return None
    if name == "pound" and place == at and not _is_money(words, at, start, large):
        return None
    if place > at:
        adjective = low[place - 1] if place == at + 1 else f"{low[place - 2]} {low[place - 1]}"
        code = _OF.get((adjective, name)) or _OF.get((low[place - 1], name)) or code
    end = place + 2 if low[place + 1] == "sterling" else place + 1
    return Currency(at, end, words.of(at, end), code)


def _is_money(words: Words, at: int, start: int, large: bool) -> bool:
    """Whether pounds are money and no weight."""
    if words.low[at + 1] == "of":
        return words.low[at + 2] in ("public", "taxpayers", "debt", "cash", "savings", "investment", "spending")
    return large or not any(word in _WEIGHING for word in words.low[max(0, start - 4) : start])
