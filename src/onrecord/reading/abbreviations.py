"""Word lists that tell where a sentence ends."""

from __future__ import annotations

BEFORE_NAMES = frozenset({
    "Adm", "Ald", "Amb", "Assoc", "Asst", "Atty", "Brig", "Brig-Gen", "Capt", "Cdr", "Cllr", "Cmdr", "Col",
    "Comdr", "Cpl", "Dep", "Dept", "Det", "Dr", "Fr", "Gen", "Gov", "Govs", "Hon", "Insp", "Lt", "Lt-Col",
    "Lt-Gen", "Maj", "Maj-Gen", "Messrs", "Mlle", "Mme", "Mr", "Mrs", "Ms", "Msgr", "Mx", "Pfc", "Pres", "Prof",
    "Pte", "Pvt", "Rep", "Reps", "Rev", "Sec", "Sen", "Sens", "Sgt", "Spc", "Supt", "Treas", "Ven", "Vice-Adm",
})  # fmt: skip
"""Titles: what follows is a name, whatever it looks like."""

NEVER_LAST = frozenset({"e.g", "i.e", "cf", "viz", "vs", "v", "approx", "ca", "incl", "esp", "resp"})
"""Abbreviations that no sentence ends in (folded)."""

BEFORE_NUMBERS = frozenset({
    "app", "art", "arts", "ch", "chs", "cit", "ed", "eds", "exh", "fig", "figs", "no", "nos", "op", "p", "para",
    "paras", "pp", "pt", "reg", "regs", "res", "sec", "secs", "stat", "vol", "vols",
})  # fmt: skip
"""Abbreviations that stand before a number (folded)."""

CLOCK = frozenset({"a.m", "p.m"})

TIME_GOES_ON = frozenset({
    "Apr", "April", "Aug", "August", "BST", "CDT", "CEST", "CET", "CST", "CT", "Central", "Dec", "December",
    "EDT", "EST", "ET", "Eastern", "Feb", "February", "Fri", "Friday", "GMT", "Greenwich", "IST", "Jan",
    "January", "Jul", "July", "Jun", "June", "Local", "MT", "Mar", "March", "May", "Mon", "Monday", "Mountain",
    "Nov", "November", "Oct", "October", "PDT", "PST", "PT", "Pacific", "Sat", "Saturday", "Sep", "Sept",
    "September", "Sun", "Sunday", "Thu", "Thur", "Thurs", "Thursday", "Tue", "Tues", "Tuesday", "UTC", "Wed",
    "Wednesday",
})  # fmt: skip

ELSEWHERE = frozenset({
    "Ala", "Alta", "Apr", "Apt", "Ariz", "Ark", "Assn", "Aug", "Ave", "Bldg", "Blvd", "Bros", "Calif", "Co",
    "Colo", "Conn", "Corp", "Cos", "Dec", "Del", "Dist", "Div", "Esq", "Feb", "Fla", "Fri", "Ft", "Ga", "Gmbh",
    "Hwy", "Ill", "Inc", "Ind", "Inst", "Intl", "Is", "Jan", "Jr", "Jul", "Jun", "Kan", "Ky", "LLC", "La",
    "Ltd", "Mar", "Mass", "Md", "Mich", "Minn", "Miss", "Mo", "Mon", "Mont", "Mt", "Mtn", "Natl", "Neb", "Nev",
    "Nov", "Nr", "Oct", "Okla", "Ont", "Ore", "PLC", "Pa", "Penn", "Ph", "Plc", "Pty", "Pvt", "Que", "Rd",
    "Rte", "Sask", "Sat", "Sep", "Sept", "Sq", "Sr", "St", "Ste", "Sun", "Tenn", "Tex", "Thu", "Thur", "Thurs",
    "Tue", "Tues", "Univ", "Va", "Vt", "Wash", "Wed", "Wis", "Wyo", "al", "dept", "est", "etc", "govt", "ibid",
    "inst",
})  # fmt: skip
"""Other abbreviations; a sentence may end in one."""

BRANDS = frozenset(
    {"Yahoo", "Jeopardy", "Yum", "Joomla", "Wham", "Chips", "Panic", "Bing", "Mamma", "Oliver", "E", "Pizza"}
)
"""Names that carry an exclamation mark."""

STARTERS = frozenset({
    "A", "About", "According", "After", "Against", "All", "Along", "Also", "Although", "Amid", "Among", "An",
    "And", "Another", "Are", "As", "Asked", "At", "Because", "Before", "Between", "Both", "But", "By", "Can",
    "Could", "Critics", "Despite", "Did", "Didn't", "Didn’t", "Do", "Does", "Don't", "Don’t", "During", "Each",
    "Earlier", "Eight", "Even", "Every", "Finally", "First", "Five", "For", "Four", "From", "Had", "Has",
    "Have", "He", "He's", "Hence", "Her", "Here", "He’s", "His", "How", "However", "I", "I'm", "I've", "If",
    "In", "Instead", "Is", "It", "It's", "Its", "It’s", "I’m", "I’ve", "Just", "Last", "Later", "Less", "Let",
    "Like", "Many", "May", "Maybe", "Meanwhile", "More", "Moreover", "Most", "My", "Nearly", "Nevertheless",
    "Next", "Nine", "Nobody", "None", "Nonetheless", "Nor", "Not", "Nothing", "Now", "Officials", "On", "Once",
    "Only", "Or", "Other", "Others", "Our", "Perhaps", "Please", "Police", "Recently", "Second", "Seven",
    "Several", "She", "She's", "She’s", "Should", "Since", "Six", "So", "Some", "Still", "Such", "Ten", "That",
    "That's", "That’s", "The", "Their", "Then", "There", "There's", "Therefore", "There’s", "These", "They",
    "They're", "They’re", "Third", "This", "Those", "Though", "Three", "Through", "Throughout", "Thus", "To",
    "Today", "Tomorrow", "Two", "Under", "Unlike", "Until", "Was", "We", "We're", "We've", "Were", "We’re",
    "We’ve", "What", "When", "Where", "Whether", "Which", "While", "Who", "Why", "Will", "With", "Within",
    "Without", "Would", "Yes", "Yesterday", "Yet", "You",
})  # fmt: skip
"""Words that, capitalized after an abbreviation, begin a sentence."""

SPEECH = frozenset({
    "added", "adds", "announced", "answered", "answers", "argued", "argues", "asked", "asks", "called",
    "chanted", "concluded", "continued", "continues", "countered", "cried", "cries", "declared", "declares",
    "demanded", "demands", "exclaimed", "exclaims", "explained", "explains", "inquired", "insisted", "insists",
    "joked", "jokes", "laughed", "muttered", "noted", "observed", "posted", "quipped", "recalled", "recalls",
    "remarked", "replied", "replies", "responded", "responds", "retorted", "said", "says", "screamed",
    "shouted", "shouts", "stated", "tells", "testified", "told", "tweeted", "urged", "warned", "warns",
    "whispered", "wondered", "wonders", "writes", "wrote", "yelled", "yells",
})  # fmt: skip
"""Verbs of the tag after a quotation."""

TAG_GOES_ON = frozenset({
    "about", "after", "afterward", "afterwards", "again", "aloud", "and", "as", "at", "back", "before", "by",
    "during", "earlier", "from", "her", "herself", "him", "himself", "in", "inside", "into", "it", "later",
    "me", "of", "on", "out", "outside", "over", "reporters", "them", "through", "to", "today", "up", "us",
    "via", "when", "while", "with", "yesterday",
})  # fmt: skip
"""Words that may follow the verb of such a tag; after any other, the verb has an object of its own."""
