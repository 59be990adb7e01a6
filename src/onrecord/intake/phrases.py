"""Phrases of page furniture, by what they are for; each is a pattern that must match a whole line, in any case.

To teach a new phrase, add it to its group. A phrase that could be a sentence of a story does not belong here.
"""

from __future__ import annotations

_NETWORKS = (
    "facebook|twitter|x|instagram|youtube|linkedin|whatsapp|telegram|reddit|pinterest|tiktok|rss|flipboard|messenger"
    "|threads|bluesky|mastodon|email|print|link|copy"
)

LINK_HEADINGS = (
    r"related(?: articles?| stories| posts?| news| content| topics| links| reading| coverage)?",
    r"read (?:more|next|also|the full (?:story|article))(?: (?:on|about|from|at) .{1,60})?",
    r"(?:see|read|learn|show|load|view|find out) (?:more|all)(?: .{1,40})?",
    r"stay (?:connected|informed|in touch|up to date)",
    r"(?:latest|recent|popular|trending|top|featured|most (?:read|popular|viewed|shared|recent)|more)"
    r"(?: (?:news|articles?|stories|posts?|videos?|headlines|comments|on this (?:story|topic)))?",
    r"(?:latest|more|top stories) (?:from|in) .{1,40}",
    r"(?:you|we) (?:may|might) (?:also )?(?:like|be interested in|have missed)",
    r"(?:recommended|suggested|sponsored|promoted|partner)"
    r"(?: (?:for you|stories|content|articles?|links|reading|by .{1,40}))*",
    r"editor['’]?s['’]? (?:picks?|choice)",
    r"(?:what|up) to read next|up next|(?:next|previous) (?:article|story|post)",
    r"in case you missed it|don['’]t miss",
)
"""Headings of lists of other articles."""

ADVERTISEMENTS = (
    r"advertisements?|advert|ads? feedback|story continues below(?: .{1,30})?",
    r"article continues (?:below|after) .{1,40}",
    r"continue reading(?: .{1,60})?|scroll (?:down )?to continue|skip to (?:main )?(?:content|navigation)",
)

ACCOUNTS = (
    r"(?:sign|log) (?:in|up|out)(?: .{1,60})?|log(?:in|out)|(?:my )?account|profile|register(?: now)?",
    r"subscribe(?: .{1,60})?|subscriptions?|newsletters?(?: .{1,30})?",
    r"join (?:our|the) (?:mailing list|newsletter|conversation|discussion)(?: .{1,40})?",
    r"get (?:our|the|your) .{1,40}(?:newsletter|inbox|app|alerts)(?: .{1,40})?",
    r"enter your e-?mail.{0,40}|e-?mail address|your e-?mail.{0,30}",
)

SHARING = (
    r"follow(?: us| me)?(?: (?:on|@).{1,40})?|like us(?: on .{1,30})?",
    r"(?:[\d.,]+[KkMm]?\s+)?(?:fans|followers|subscribers)(?:\s+(?:like|follow|subscribe))?",
    r"[\d.,]+[KkMm]?\s+(?:likes|shares|views|comments?|reads)",
    r"share(?: (?:this|on|via|with|it|by|full|article|story|post)(?: .{1,40})?)?|tweet(?: this)?|pin it|copy link",
    r"print(?: (?:this|page|article))*|e-?mail(?: (?:this|article|link))*|save(?: (?:for later|article))?",
    r"listen(?: to (?:this )?article)?|gift(?: article)?",
    rf"(?:{_NETWORKS})(?:[\s|/,·•]+(?:{_NETWORKS}))*",
    r"(?:leave|post|write|add|view) (?:a |your |all |\d+ )?(?:comments?|reply)",
    r"(?:readers['’]? )?comments?(?: \(\d+\))?|no comments(?: yet)?|replies",
)

NAVIGATION = (
    r"home|menu|main menu|open menu|search|navigation|close|back(?: to top)?|top|toggle .{1,30}|site ?map",
    r"contact(?: us)?|about(?: us)?|advertise(?: with us)?|careers|help|faq|donate",
    r"privacy(?: (?:policy|notice|settings|choices))?|terms(?: (?:of|and|&) .{1,30})?|cookies?(?: .{1,30})?",
    r"accessibility|live|watch(?: live)?|video|photos|gallery|podcasts?|weather|sport",
    r"accept (?:all|cookies).{0,30}|reject all|manage (?:choices|cookies|preferences)|i agree|more options|got it",
    r"(?:click|tap) (?:here|to) .{1,80}",
)

LABELS = (
    r"(?:tags?|topics?|filed under|categor(?:y|ies)|keywords?)(?:\s*:.{0,120})?",
    r"\d+\s*-?\s*min(?:ute)?s?\s+(?:read|watch|listen)|(?:reading|estimated) time.{0,30}",
    r"image (?:source|caption|credit)|media caption|play video|getty images",
    r"breaking(?: news)?|live updates?|developing story",
)

WHOLE_LINES = (*LINK_HEADINGS, *ADVERTISEMENTS, *ACCOUNTS, *SHARING, *NAVIGATION, *LABELS)

NOTICES = (
    r"(?:this (?:web)?site|we(?: and our partners)?) (?:use|uses|store|stores) .{0,120}cookies?",
    r"by continuing to use this (?:web)?site|your privacy matters|your e-?mail address will not be published",
    r"sign up (?:for|to) (?:our|the) |subscribe to (?:our|the) |click here to ",
)
"""Beginnings of notices, which stand in whole sentences."""

LINK_LABELS = (
    r"read (?:more|also|next)|see also|also read|related|more on this|watch|don['’]t miss|advertisement|sponsored",
    r"subscribe|recommended|trending|popular|editor['’]s pick",
)
"""Words before a colon or arrow and the title of another article."""
