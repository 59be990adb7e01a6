"""Word lists that tell where a sentence ends."""

from __future__ import annotations

BEFORE_NAMES = frozenset(
    "Mr Mrs Ms Mx Dr Prof Gen Sen Sens Rep Reps Gov Govs Lt Col Capt Sgt Maj Cpl Pvt Adm Cmdr Cdr Rev Hon Pres Supt Insp "
    "Det Messrs Mme Mlle Brig Amb Atty Asst Assoc Dept Fr Pte Pfc Cllr Spc Msgr Ven Sec Comdr Ald Treas Vice-Adm "
    "Lt-Gen Lt-Col Maj-Gen Brig-Gen Dep".split()
)
"""Titles: what follows is a name, whatever it looks like."""

NEVER_LAST = frozenset({"e.g", "i.e", "cf", "viz", "vs", "v", "approx", "ca", "incl", "esp", "resp"})
"""Abbreviations that no sentence ends in (folded)."""

BEFORE_NUMBERS = frozenset(
    "no nos art arts sec secs p pp para paras vol vols ch chs fig figs ed eds op cit exh app pt reg regs res stat".split()
)
"""Abbreviations that stand before a number (folded)."""

CLOCK = frozenset({"a.m", "p.m"})

TIME_GOES_ON = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun January February "
    "March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec "
    "Eastern Pacific Central Mountain Greenwich Local ET PT CT MT EST EDT PST PDT CST CDT GMT BST UTC CET CEST IST".split()
)

ELSEWHERE = frozenset(
    "Jr Sr Inc Co Cos Corp Ltd Bros Esq LLC Plc PLC St Ste Mt Mtn Ft Ave Blvd Rd Sq Hwy Rte Jan Feb Mar Apr Jun Jul Aug Sept "
    "Sep Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La "
    "Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo Ont Que Alta Sask Univ Inst Assn "
    "Natl Intl Dist Div Gmbh etc al est ibid inst dept govt Pvt Pty Ph Bldg Apt Nr Is".split()
)
"""Other abbreviations; a sentence may end in one."""

BRANDS = frozenset({"Yahoo", "Jeopardy", "Yum", "Joomla", "Wham", "Chips", "Panic", "Bing", "Mamma", "Oliver", "E", "Pizza"})
"""Names that carry an exclamation mark."""

STARTERS = frozenset(
    "The A An This That These Those He She It They We I You But And Or So Yet Nor In On At By For From With As If When While "
    "Where After Before Since Until Although Though However Meanwhile Also There Here His Her Its Their Our My Some Many "
    "Most Several Both All Each Every Not None Nothing Nobody Other Others Another Such What Who Why How Which Whether "
    "Under During Between Among According Last Next Now Then Still Just Even Only Despite Because Once Later Earlier Nearly "
    "About More Less Asked Instead Moreover Nevertheless Nonetheless Therefore Thus Hence Perhaps Maybe Yes To Through "
    "Throughout Without Within Amid Against Along Like Unlike Did Does Do Is Are Was Were Has Have Had Can Could Will Would "
    "Should May Let Please Today Yesterday Tomorrow Recently Finally First Second Third Two Three Four Five Six Seven Eight "
    "Nine Ten Officials Critics Police It’s It's He’s He's She’s She's That’s That's There’s There's They’re They're I’m I'm "
    "We’re We're We’ve We've I’ve I've Don’t Don't Didn’t Didn't".split()
)
"""Words that, capitalized after an abbreviation, begin a sentence."""

SPEECH = frozenset(
    "said says asked asks added adds told tells replied replies wrote writes shouted shouts cried cries exclaimed exclaims "
    "insisted insists continued continues recalled recalls explained explains argued argues joked jokes quipped warned "
    "warns answered answers responded responds wondered wonders demanded demands declared declares yelled yells called "
    "tweeted posted testified screamed announced concluded noted observed retorted muttered whispered countered inquired "
    "stated remarked laughed chanted urged".split()
)
"""Verbs of the tag after a quotation."""

TAG_GOES_ON = frozenset(
    "in on at of to from after before during as with while when through via outside inside by about over into again later "
    "aloud yesterday reporters him her them me us it and afterward afterwards back out earlier today herself himself up".split()
)
"""Words that may follow the verb of such a tag; after any other, the verb has an object of its own."""
