"""Small words around the noun that decides: determiners, titles, what ends a noun phrase, names of states."""

from __future__ import annotations

INDEFINITE = frozenset({
    "a", "an", "another", "any", "certain", "each", "either", "every", "no", "one", "some", "unidentified",
    "unnamed",
})  # fmt: skip
POSSESSIVE = frozenset({"her", "his", "its", "my", "our", "their", "whose", "your"})
DEFINITE = frozenset({"said", "such", "that", "the", "these", "this", "those"}) | POSSESSIVE
LEADING = frozenset({
    "according", "also", "although", "among", "and", "as", "at", "because", "both", "but", "by", "either",
    "especially", "even", "for", "from", "if", "in", "including", "just", "like", "neither", "nor", "not", "of",
    "on", "only", "or", "per", "said", "says", "so", "then", "though", "through", "to", "unlike", "via", "when",
    "where", "while", "with", "yet",
})  # fmt: skip
"""Words that a span may begin with before its noun phrase does."""

CUTS = frozenset({
    "able", "aboard", "about", "above", "abroad", "accountable", "across", "after", "against", "alike", "alone",
    "also", "amid", "among", "are", "around", "as", "at", "available", "aware", "away", "back", "based", "be",
    "been", "before", "behind", "below", "between", "beyond", "briefed", "brought", "built", "by", "caught",
    "close", "commissioned", "concerned", "conducted", "critical", "dated", "despite", "did", "does", "down",
    "drawn", "dug", "during", "elsewhere", "familiar", "filed", "for", "from", "given", "had", "has", "have",
    "held", "here", "herself", "himself", "in", "including", "inside", "into", "involved", "is", "issued",
    "itself", "knowledgeable", "known", "leaked", "led", "like", "linked", "loyal", "made", "near", "next",
    "not", "obtained", "of", "off", "on", "onto", "opposed", "opposite", "out", "outside", "over", "per",
    "polled", "posted", "present", "privy", "published", "released", "responsible", "reviewed", "said", "say",
    "says", "seen", "sent", "shown", "signed", "since", "sought", "such", "supplied", "sympathetic", "taken",
    "than", "that", "themselves", "there", "through", "throughout", "to", "today", "told", "too", "toward",
    "towards", "unable", "under", "up", "upon", "versus", "via", "was", "were", "when", "where", "which", "who",
    "whom", "whose", "will", "with", "within", "without", "won", "would", "written", "yesterday",
})  # fmt: skip
"""What comes after the noun that decides."""

MAYBE_ADJECTIVES = frozenset({
    "able", "above", "accountable", "aware", "close", "dated", "down", "drawn", "familiar", "filed", "given",
    "held", "inside", "issued", "known", "last", "leaked", "like", "loyal", "made", "next", "obtained",
    "opposed", "opposite", "outside", "posted", "present", "published", "released", "responsible", "reviewed",
    "signed", "up",
})  # fmt: skip
"""Those of them that may as well stand before the noun ("an inside source")."""

LATER_CUTS = frozenset({
    "a", "ago", "an", "earlier", "friday", "he", "her", "his", "i", "it", "last", "later", "monday",
    "nationwide", "previously", "prior", "recently", "saturday", "she", "sunday", "the", "their", "they",
    "this", "thursday", "tuesday", "we", "wednesday", "worldwide", "you",
})  # fmt: skip
"""What ends a noun phrase that already has its noun ("a poll last week", "a voter he met")."""

TITLE_CASE_CUTS = frozenset({
    "after", "against", "amid", "at", "by", "from", "in", "on", "over", "said", "say", "says", "that", "to",
    "who", "with",
})  # fmt: skip
"""Cuts that are cuts with a capital too, in a headline."""

SUBJECTS = frozenset({"he", "i", "it", "she", "they", "we", "who", "you"})

OFFICES = frozenset({
    "agriculture", "ceremonies", "commerce", "commons", "council", "defence", "defense", "education",
    "elections", "energy", "health", "homeland", "house", "intelligence", "interior", "justice", "labor",
    "labour", "parliament", "police", "revenue", "schools", "security", "senate", "staff", "state",
    "transportation", "treasury",
})  # fmt: skip
"""What an office is "of" right before its holder's name."""

TITLES = frozenset({
    "adm", "admiral", "alderman", "ambassador", "archbishop", "atty", "aunt", "auntie", "ayatollah", "baron",
    "baroness", "bishop", "brother", "capt", "captain", "cardinal", "chairman", "chairwoman", "chancellor",
    "chief", "cllr", "cmdr", "coach", "col", "colonel", "commander", "congressman", "congresswoman",
    "constable", "corporal", "councillor", "councilman", "councilwoman", "cpl", "dame", "dc", "dci", "det",
    "detective", "doctor", "don", "dona", "doña", "dr", "emir", "emperor", "father", "fr", "frau", "gen",
    "general", "gov", "governor", "govs", "herr", "hon", "imam", "insp", "inspector", "judge", "justice",
    "king", "lady", "lieutenant", "lord", "lt", "madame", "magistrate", "maj", "major", "maulvi", "mawlawi",
    "mayor", "minister", "miss", "monsieur", "mother", "mr", "mrs", "ms", "mufti", "mullah", "mx", "officer",
    "pastor", "pc", "pope", "premier", "pres", "president", "prince", "princess", "prof", "professor", "pvt",
    "queen", "rabbi", "rep", "representative", "reps", "rev", "reverend", "saint", "secretary", "sen",
    "senator", "senor", "sens", "sergeant", "señor", "sgt", "sgt.", "sheik", "sheikh", "sheriff", "sir",
    "sister", "st", "sultan", "superintendent", "supt", "uncle", "vice-president",
})  # fmt: skip
"""Words that stand right before a person's name."""

CALENDAR = frozenset({
    "apr", "april", "aug", "august", "dec", "december", "feb", "february", "friday", "jan", "january", "jul",
    "july", "jun", "june", "mar", "march", "may", "monday", "nov", "november", "oct", "october", "saturday",
    "sep", "sept", "september", "sunday", "thursday", "tuesday", "wednesday",
})  # fmt: skip

SURNAMES = frozenset({
    "abbott", "archer", "baker", "banks", "barber", "bell", "bishop", "booth", "bush", "butler", "carpenter",
    "carter", "case", "chandler", "chase", "church", "clark", "constable", "cook", "cooper", "coroner", "dean",
    "draper", "driver", "duke", "farmer", "field", "fields", "fisher", "ford", "foreman", "forester", "fowler",
    "fuller", "gardner", "glover", "graves", "hall", "hunter", "judge", "king", "kitchen", "knight", "lane",
    "law", "light", "little", "long", "major", "marsh", "marshall", "mason", "mayer", "mercer", "merchant",
    "miller", "monk", "page", "painter", "parish", "park", "parker", "pilot", "piper", "pope", "porter", "post",
    "potter", "powers", "price", "priest", "prince", "rivers", "rose", "sanders", "sargent", "sawyer",
    "sergeant", "shepherd", "sheriff", "singer", "skinner", "smith", "spencer", "squires", "steward", "stone",
    "street", "taylor", "temple", "thatcher", "tiller", "turner", "tyler", "usher", "vance", "walker", "ward",
    "waters", "weaver", "webster", "wells", "west", "winner", "wolf", "wood", "woods", "young",
})  # fmt: skip
"""Nouns that are surnames as well."""

ADJECTIVES = frozenset({
    "adult", "chief", "conservative", "deputy", "evangelical", "female", "general", "individual", "islamist",
    "liberal", "libertarian", "major", "male", "marine", "migrant", "militant", "millennial", "moderate",
    "nationalist", "partisan", "populist", "private", "professional", "progressive", "radical", "rebel",
    "representative", "republican", "rival", "socialist", "teen", "youth",
})  # fmt: skip
"""Nouns for people that before a name may be adjectives of an institution."""

PAPERS = frozenset({
    "advertiser", "bulletin", "chronicle", "mirror", "post", "record", "register", "star", "sun", "tablet",
    "telegram",
})  # fmt: skip
"""Common nouns that, with a capital and "the", are newspapers."""

PARTICLES = frozenset({
    "abu", "al", "ben", "bin", "d", "da", "das", "de", "del", "della", "den", "der", "di", "dos", "du", "e",
    "el", "ibn", "la", "le", "o", "st", "ten", "ter", "van", "von", "y",
})  # fmt: skip

HONORIFICS = frozenset({"dame", "dr", "miss", "mr", "mrs", "ms", "mx", "prof", "sir"})

PEOPLES = frozenset({
    "afghans", "africans", "americans", "arabs", "asians", "bangladeshis", "blacks", "brexiteers", "british",
    "britons", "buddhists", "catholics", "chinese", "christians", "communists", "conservatives", "croats",
    "cypriots", "czechs", "danes", "democrats", "dems", "dutch", "easterners", "emiratis", "english",
    "europeans", "evangelicals", "feds", "filipinos", "finns", "french", "germans", "gops", "greeks", "greens",
    "hindus", "hispanics", "independents", "iraqis", "irish", "israelis", "japanese", "jews", "kazakhs",
    "kurds", "kuwaitis", "latinos", "liberals", "libertarians", "londoners", "loyalists", "millennials",
    "moderates", "mormons", "muslims", "nationalists", "northerners", "omanis", "pakistanis", "parisians",
    "parliamentarians", "poles", "progressives", "protestants", "qataris", "remainers", "republicans", "saudis",
    "scots", "serbs", "shias", "shiites", "sikhs", "slovaks", "socialists", "somalis", "southerners", "spanish",
    "sunnis", "swedes", "swiss", "tajiks", "thais", "tories", "turks", "unionists", "uzbeks", "welsh",
    "westerners", "whites", "yemenis",
})  # fmt: skip
"""Plurals of people that are written with a capital."""

PEOPLE_ENDINGS = ("ians", "icans", "crats", "asians", "opeans", "landers", "yorkers", "ikhs", "ists", "ites")

STATES = frozenset({
    "afghanistan", "airbus", "al-qaeda", "al-qaida", "al-shabab", "alabama", "alaska", "albania", "alberta",
    "algeria", "amazon", "amnesty", "andorra", "angola", "ankara", "apple", "argentina", "arizona", "arkansas",
    "armenia", "asean", "australia", "austria", "azerbaijan", "baghdad", "bahamas", "bahrain", "bangladesh",
    "barbados", "beijing", "belarus", "belgium", "belize", "benin", "berlin", "bhutan", "boeing", "bolivia",
    "bosnia", "botswana", "brazil", "britain", "brunei", "brussels", "bulgaria", "burundi", "cairo",
    "california", "cambodia", "cameroon", "canada", "canberra", "caracas", "chad", "chile", "china", "colombia",
    "colorado", "congo", "congress", "connecticut", "croatia", "cuba", "cyprus", "czechia", "damascus",
    "delaware", "delhi", "deloitte", "denmark", "djibouti", "dominica", "dprk", "drc", "e.u", "ecuador",
    "egypt", "england", "eritrea", "estonia", "eswatini", "ethiopia", "eu", "europol", "ey", "facebook",
    "fatah", "fiji", "finland", "florida", "france", "gabon", "gambia", "germany", "ghana", "google", "greece",
    "greenpeace", "grenada", "guatemala", "guinea", "guyana", "haiti", "hamas", "hanoi", "havana", "hawaii",
    "hezbollah", "honduras", "houthis", "hungary", "iceland", "idaho", "illinois", "india", "indiana",
    "indonesia", "interpol", "iowa", "iran", "iraq", "ireland", "isil", "isis", "islamabad", "israel", "italy",
    "jakarta", "jamaica", "japan", "jerusalem", "jordan", "kabul", "kansas", "kazakhstan", "kentucky", "kenya",
    "kiev", "kosovo", "kpmg", "kremlin", "kuwait", "kyiv", "kyrgyzstan", "labour", "laos", "latvia", "lebanon",
    "lesotho", "liberia", "libya", "liechtenstein", "likud", "lithuania", "louisiana", "luxembourg",
    "madagascar", "madrid", "maine", "malawi", "malaysia", "maldives", "mali", "malta", "maryland",
    "massachusetts", "mauritania", "mauritius", "meta", "mexico", "michigan", "microsoft", "minnesota",
    "mississippi", "missouri", "moldova", "monaco", "mongolia", "montana", "montenegro", "morocco", "moscow",
    "mozambique", "myanmar", "nairobi", "namibia", "nato", "nebraska", "nepal", "netherlands", "nevada",
    "nicaragua", "niger", "nigeria", "norway", "ohio", "oklahoma", "oman", "ontario", "opec", "oregon",
    "ottawa", "oxfam", "pakistan", "palestine", "panama", "paraguay", "paris", "parliament", "pennsylvania",
    "pentagon", "peru", "philippines", "poland", "portugal", "pretoria", "pwc", "pyongyang", "qatar", "quebec",
    "queensland", "riyadh", "rok", "romania", "rome", "russia", "rwanda", "samoa", "samsung", "scotland",
    "senegal", "seoul", "serbia", "seychelles", "singapore", "slovakia", "slovenia", "somalia", "spain",
    "sudan", "suriname", "sweden", "switzerland", "syria", "taipei", "taiwan", "tajikistan", "taliban",
    "tanzania", "tasmania", "tehran", "tennessee", "texas", "thailand", "togo", "tokyo", "tonga", "toyota",
    "tunisia", "turkey", "turkmenistan", "twitter", "türkiye", "u.k", "u.n", "u.s", "uae", "uganda", "uk",
    "ukraine", "un", "unesco", "unicef", "uruguay", "us", "usa", "utah", "uzbekistan", "vanuatu", "vatican",
    "venezuela", "vermont", "victoria", "vietnam", "wales", "westminster", "whitehall", "wikileaks",
    "wisconsin", "wyoming", "yemen", "youtube", "zambia", "zimbabwe",
})  # fmt: skip
"""States, their capitals where these stand for them, and a few bodies of one name."""

NAMED_BODIES = frozenset({
    "african union", "al jazeera", "amnesty international", "arab league", "black lives matter", "boko haram",
    "burkina faso", "capitol hill", "costa rica", "downing street", "el salvador", "european union",
    "federal reserve", "foreign office", "general assembly", "goldman sachs", "high court", "home office",
    "hong kong", "human rights watch", "islamic state", "ivory coast", "jp morgan", "judicial watch",
    "morgan stanley", "new hampshire", "new jersey", "new mexico", "new york", "new zealand", "no 10", "no. 10",
    "north carolina", "north dakota", "north korea", "number 10", "plaid cymru", "planned parenthood",
    "red cross", "saudi arabia", "save the children", "scotland yard", "security council", "sierra leone",
    "sinn fein", "sinn féin", "south africa", "south carolina", "south dakota", "south korea", "south sudan",
    "sri lanka", "supreme court", "united kingdom", "united nations", "united states", "wall street",
    "wells fargo", "west virginia", "white house",
})  # fmt: skip

GIVEN_NAMES = frozenset({
    "aaron", "abdul", "abigail", "adam", "ahmed", "aisha", "alan", "albert", "alex", "alexander", "alexis",
    "ali", "alice", "amanda", "amber", "amy", "ana", "andrea", "andrew", "andy", "angela", "anil", "ann",
    "anna", "anthony", "arianna", "arthur", "ashley", "austin", "barack", "barbara", "ben", "benjamin",
    "bernie", "betty", "beverly", "bill", "billy", "bob", "bobby", "boris", "bradley", "brandon", "brenda",
    "brian", "brittany", "bruce", "bryan", "callum", "carl", "carlos", "carmen", "carol", "carolyn",
    "catherine", "charles", "charlie", "charlotte", "chen", "cheryl", "chidi", "cho", "choi", "chris",
    "christian", "christina", "christine", "christopher", "clive", "colin", "cynthia", "dan", "daniel",
    "danielle", "dave", "david", "deborah", "debra", "denise", "dennis", "derek", "diana", "diane", "diego",
    "dmitry", "donald", "donna", "doris", "dorothy", "douglas", "dylan", "ed", "edward", "elijah", "elizabeth",
    "emily", "emma", "eric", "erik", "ethan", "eugene", "evelyn", "fatima", "fiona", "frances", "francois",
    "frank", "fred", "gabriel", "gao", "gareth", "gary", "gemma", "geoff", "george", "gerald", "giles",
    "giovanni", "giuseppe", "gloria", "grace", "graham", "greg", "gregory", "guo", "hamish", "han", "hannah",
    "hans", "harold", "harry", "hassan", "heather", "helen", "henry", "hillary", "hiroshi", "hu", "huang",
    "hugh", "hussein", "ian", "ibrahim", "igor", "ingrid", "isabella", "ivan", "jack", "jacob", "jacqueline",
    "james", "janet", "jang", "janice", "jason", "jean", "jeb", "jeff", "jeffrey", "jennifer", "jeremy",
    "jerry", "jesse", "jessica", "jim", "joan", "joanne", "joe", "john", "jonathan", "jordan", "jorge", "jose",
    "joseph", "joshua", "joyce", "juan", "judith", "judy", "julia", "julie", "jung", "justin", "kang", "karen",
    "katherine", "kathleen", "kathryn", "kayla", "keith", "kelly", "ken", "kenji", "kenneth", "kevin", "khalid",
    "kim", "kimberly", "klaus", "kofi", "kwame", "kyle", "larry", "lars", "laura", "lauren", "lawrence", "lee",
    "li", "liam", "lin", "linda", "lisa", "liu", "logan", "lori", "lucia", "luis", "madison", "marco",
    "margaret", "maria", "marie", "marilyn", "marine", "mark", "martha", "mary", "mason", "matt", "matthew",
    "megan", "melissa", "michael", "michelle", "miguel", "mike", "ming", "mitt", "mohammed", "moon", "muhammad",
    "mustafa", "nancy", "natalie", "natasha", "nathan", "neil", "ngozi", "nguyen", "niamh", "nicholas", "nick",
    "nicole", "nigel", "noah", "nomsa", "olga", "oliver", "olivia", "omar", "pamela", "paolo", "patricia",
    "patrick", "paul", "pedro", "peter", "pham", "phil", "philip", "pierre", "piers", "priya", "rachel",
    "rahul", "raj", "ralph", "randy", "ray", "raymond", "rebecca", "richard", "rick", "robert", "roger", "ron",
    "ronald", "rory", "roy", "rupert", "russell", "ruth", "ryan", "sam", "samantha", "samuel", "sandra",
    "sanjay", "sara", "sarah", "scott", "sean", "sergei", "sharon", "shirley", "simon", "siobhan", "sophia",
    "stephanie", "stephen", "steve", "steven", "stuart", "susan", "ted", "tendai", "teresa", "terry", "thabo",
    "theresa", "thomas", "tiffany", "tim", "timothy", "tom", "tony", "tracy", "tran", "trevor", "tyler",
    "victoria", "viktor", "vincent", "virginia", "vladimir", "walter", "wang", "wayne", "wei", "william",
    "willie", "wu", "xi", "xu", "yang", "yoon", "yuki", "yusuf", "zachary", "zhang", "zhao", "zhou", "zhu",
})  # fmt: skip
"""Common given names, a weak sign where nothing else tells."""
