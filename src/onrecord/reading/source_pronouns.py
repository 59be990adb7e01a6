"""Words that stand for people without a noun: pronouns, quantities, and words for nobody in particular."""

from __future__ import annotations

ANONYMOUS_ONE = frozenset({
    "another", "each", "either", "elder", "first", "former", "fourth", "last", "latter", "older", "one",
    "other", "second", "third", "younger",
})  # fmt: skip
ANONYMOUS_MANY = frozenset({
    "%", "all", "any", "array", "batch", "both", "bunch", "couple", "crop", "dozens", "eight", "few", "fewer",
    "five", "four", "half", "handful", "host", "hundreds", "least", "lot", "lots", "majority", "many",
    "millions", "minority", "more", "most", "much", "neither", "nine", "none", "number", "one-third", "others",
    "pair", "part", "percent", "plenty", "plurality", "portion", "proportion", "quarter", "quorum", "range",
    "remainder", "rest", "score", "scores", "series", "seven", "several", "share", "six", "some", "string",
    "ten", "tens", "these", "those", "thousands", "three", "three-fourths", "three-quarters", "twelve",
    "twenty", "two", "two-thirds",
})  # fmt: skip
GENERIC = frozenset({
    "anybody", "anyone", "everybody", "everyone", "everything", "experience", "fate", "folklore", "history",
    "humanity", "mankind", "no-one", "nobody", "nothing", "one's", "people", "rumor", "rumour", "something",
    "tradition", "wisdom",
})  # fmt: skip
"""Words for no source in particular; with a restriction ("people familiar with the plan") they are a group."""

PRONOUNS_ONE = frozenset({
    "he", "her", "hers", "him", "himself", "his", "i", "me", "mine", "my", "myself", "s/he", "she", "who",
    "whom", "whose",
})  # fmt: skip
"""Pronouns for one person."""

PRONOUNS_MANY = frozenset({
    "our", "ours", "ourselves", "their", "theirs", "them", "themselves", "they", "us", "we", "y'all", "ye", "you",
    "your", "yours",
})  # fmt: skip
"""Pronouns for several."""

PRONOUNS_OPEN = frozenset({"as", "it", "its", "itself", "so", "that", "there", "this", "what", "which"})
"""Pronouns that alone do not tell what they stand for."""
