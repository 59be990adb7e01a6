"""Language: English is read, anything else is refused with its name."""

from __future__ import annotations

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from onrecord.errors import UnsupportedLanguage

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SAMPLE = 12_000
_SHORT = 40
# Function words are 35 to 50 of 100 words in English news; in articles full of foreign names still above 25. In Dutch,
# German or French the words they share with this list stay below 12 of 100 ("in", "is", "was", "on").
_ENGLISH_SHARE = 0.2
_ENGLISH_SHARE_IF_UNSURE = 0.12
_SURE = 0.9
_FUNCTION_WORDS = frozenset({
    "a", "about", "after", "all", "also", "although", "an", "and", "any", "are", "as", "at", "be", "because",
    "been", "before", "being", "between", "both", "but", "by", "can", "could", "did", "do", "does", "for", "from",
    "had", "has", "have", "he", "her", "him", "his", "how", "i", "if", "in", "into", "is", "it", "its", "it's",
    "like", "many", "may", "more", "most", "much", "no", "not", "of", "on", "one", "only", "or", "other", "our",
    "out", "over", "said", "say", "says", "she", "should", "since", "so", "some", "such", "than", "that", "the",
    "their", "them", "then", "there", "these", "they", "this", "those", "to", "under", "until", "up", "was", "we",
    "were", "what", "when", "where", "which", "while", "who", "whose", "will", "with", "would", "you", "your",
})  # fmt: skip
_NAMES = {
    "af": "Afrikaans", "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali",
    "bs": "Bosnian", "ca": "Catalan", "cs": "Czech", "cy": "Welsh", "da": "Danish", "de": "German", "el": "Greek",
    "eo": "Esperanto", "es": "Spanish", "et": "Estonian", "eu": "Basque", "fa": "Persian", "fi": "Finnish",
    "fr": "French", "ga": "Irish", "gl": "Galician", "gu": "Gujarati", "ha": "Hausa", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "ht": "Haitian", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "is": "Icelandic",
    "it": "Italian", "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh", "km": "Khmer", "kn": "Kannada",
    "ko": "Korean", "ku": "Kurdish", "ky": "Kyrgyz", "la": "Latin", "lb": "Luxembourgish", "lo": "Lao",
    "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian", "ml": "Malayalam", "mn": "Mongolian", "mr": "Marathi",
    "ms": "Malay", "mt": "Maltese", "my": "Burmese", "nb": "Norwegian", "ne": "Nepali", "nl": "Dutch",
    "nn": "Norwegian", "no": "Norwegian", "pa": "Punjabi", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "si": "Sinhala", "sk": "Slovak", "sl": "Slovenian", "so": "Somali",
    "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "te": "Telugu", "th": "Thai",
    "tl": "Tagalog", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek", "vi": "Vietnamese",
    "xh": "Xhosa", "zh": "Chinese", "zu": "Zulu",
}  # fmt: skip


def check_language(source: str, text: str) -> str:
    """The ISO 639-1 code of a text that is read: always ``en`` for now.

    Raises:
        UnsupportedLanguage: the text is in another language.
    """
    code = detect(text)
    if code == "en":
        return code
    raise UnsupportedLanguage(
        f"{source} is in {_NAMES.get(code, 'another language')}; only English is read yet.",
        "Give the English edition, or a translation whose origin you note.",
    )


def detect(text: str) -> str:
    """The ISO 639-1 code of a text, English where nothing speaks clearly for another language."""
    sample = _sample(text)
    words = _WORD.findall(sample)
    letters = sum(map(len, words))
    if not letters:
        return "en"
    share = sum(word.lower().replace("’", "'") in _FUNCTION_WORDS for word in words) / len(words)
    if share >= _ENGLISH_SHARE:
        return "en"
    code, confidence = _classify(sample)
    foreign_script = sum(letter > "\u024f" for word in words for letter in word) > letters / 2
    if foreign_script:
        return code if code != "en" else "und"
    if letters < _SHORT:
        return "en" if confidence < _SURE or share > 0 else code
    if confidence < _SURE and share >= _ENGLISH_SHARE_IF_UNSURE:
        return "en"
    return code


def _sample(text: str) -> str:
    """Up to three stretches of a text: beginning, middle and end, so that a foreign abstract does not decide alone."""
    if len(text) <= _SAMPLE:
        return text
    part = _SAMPLE // 3
    middle = len(text) // 2
    return f"{text[:part]} {text[middle : middle + part]} {text[-part:]}"


def _classify(text: str) -> tuple[str, float]:
    code, confidence = _identifier().classify(text)
    return str(code), float(confidence)


@cache
def _identifier() -> LanguageIdentifier:
    # A model of our own and not py3langid's shared one: its settings belong to whoever uses it.
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
