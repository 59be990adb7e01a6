"""Make panel-report.pdf, the invented report that monitoring-report.txt is about.

Only needed to regenerate the file:  pip install reportlab && python make_report_pdf.py
The output is the same bytes every time for one version of reportlab (5.1.0 made
the file in this folder).  Everything in the report is invented.
"""
import re
import sys
from pathlib import Path

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, Spacer, Table, TableStyle

WIDTH, HEIGHT = A4
LEFT, RIGHT, TOP, BOTTOM = 92, 92, 92, 74
BODY_WIDTH = WIDTH - LEFT - RIGHT
SYMBOL = "CLS/PE/2024/7"
HEAD = "Sixth report of the Panel of Experts on Belmara"

BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=11, leading=15,
                      alignment=TA_JUSTIFY, spaceAfter=9, embeddedHyphenation=1)
PLAIN = ParagraphStyle("plain", parent=BODY, alignment=0)
HEADING = ParagraphStyle("heading", parent=PLAIN, fontName="Times-Bold", fontSize=13,
                         leading=16, spaceBefore=8, spaceAfter=7)
SUBHEAD = ParagraphStyle("subhead", parent=PLAIN, fontName="Times-Bold", spaceBefore=2, spaceAfter=6)
TITLE = ParagraphStyle("title", parent=PLAIN, fontName="Times-Bold", fontSize=19, leading=23,
                       spaceBefore=26, spaceAfter=16)
RIGHTLINE = ParagraphStyle("rightline", parent=PLAIN, alignment=TA_RIGHT, spaceAfter=0)
CENTRE = ParagraphStyle("centre", parent=PLAIN, alignment=TA_CENTER, spaceAfter=4)
CELL = ParagraphStyle("cell", parent=PLAIN, fontSize=9, leading=11, spaceAfter=0)
CELLHEAD = ParagraphStyle("cellhead", parent=CELL, fontName="Times-Bold")
FOOT = ParagraphStyle("foot", parent=PLAIN, fontSize=8, leading=9.6, spaceAfter=1)
COLUMN = ParagraphStyle("column", parent=PLAIN, fontSize=9.5, leading=12, spaceAfter=5)

# "|" marks where a long word may be broken at the end of a line
WORDS = """ac|com|mo|da|tion ad|min|is|tra|tion al|low|ance ap|point|ments as|sess|es
as|so|ci|at|ed au|then|ti|cat|ed au|thor|i|ties au|thor|i|ty com|mis|sion|ers con|cealed
con|firmed con|sid|ered con|sid|ers cor|re|spon|dence de|part|ment doc|u|ment doc|u|ments
es|ti|mate es|ti|mates es|tab|lished ev|i|dence fi|nan|cial|ly in|de|pen|dent in|for|ma|tion
in|sta|bil|i|ty in|ter|locu|tors in|ter|view|ed lead|er|ship move|ment neigh|bour|ing net|work
ob|ser|vance of|fi|cials op|er|at|ing or|ga|ni|za|tion or|ga|ni|za|tions per|mit|ted per|son|nel
pos|si|ble pre|sent pro|vin|cial pro|vinces quar|ter|ly rec|og|ni|tion rec|om|mends re|la|tion|ship
re|mains re|port|ed res|i|dences re|spon|si|bil|i|ty re|stor|ing rev|e|nue rou|tine Sta|bi|li|za|tion
state|ment sus|tained ter|ri|to|ry trea|sury un|der|took val|ley ver|i|fy with|drew"""
BREAKS = {w.replace("|", "").lower(): w.lower().split("|") for w in WORDS.split()}

FOOTNOTES = {
    1: "Letter from the Office of External Relations of the Marun Front to the Panel, 22 January 2024, "
       "on file with the Panel.",
    2: "Bergen Accord, articles 3 and 4; see also the Mission's closing communiqué of 2 August 2022.",
    3: "Interviews with two former treasury clerks, held separately in March and April 2024. One Member "
       "State told the Panel that it considered the lower amount more likely.",
    4: "Confidential report of a Member State, 11 April 2024. The Panel has seen extracts only.",
    5: "Statement attributed to the Ember Column, circulated on 3 March 2024. The Panel considers it "
       "probably authentic.",
    6: "Lake Sorrel Customs Union, <i>Annual Return 2023</i>, p. 41.",
    7: "Letter from the Office of External Relations of the Marun Front to the Panel, 28 May 2024.",
}


def hyphenated(text):
    """Put soft hyphens into the listed words, leaving tags alone."""
    def word(m):
        parts = BREAKS.get(m.group().lower())
        if not parts:
            return m.group()
        out, at = [], 0
        for part in parts:
            out.append(m.group()[at:at + len(part)])
            at += len(part)
        return "\u00ad".join(out)
    return "".join(s if s.startswith("<") else re.sub(r"[A-Za-z]+", word, s)
                   for s in re.split(r"(<[^>]+>)", text))


def mark(number):
    return '<super size="7" rise="4">%d</super>' % number


class Item:
    """A flowable, with the footnotes whose markers stand in it."""

    def __init__(self, flowable, notes=(), keep=False):
        self.flowable, self.notes, self.keep = flowable, list(notes), keep


def numbered(number, text):
    notes = [int(n) for n in re.findall(r"\[\^(\d+)\]", text)]
    text = re.sub(r"\[\^(\d+)\]", lambda m: mark(int(m.group(1))), hyphenated(text))
    return Item(Paragraph("%d.&nbsp;&nbsp;&nbsp;&nbsp;%s" % (number, text), BODY), notes)


def heading(text, style=HEADING):
    return Item(Paragraph(text, style), keep=True)


def table(rows, widths):
    cells = [[Paragraph(c, CELLHEAD if i == 0 else CELL) for c in row] for i, row in enumerate(rows)]
    t = Table(cells, colWidths=widths)
    t.setStyle(TableStyle([("LINEABOVE", (0, 0), (-1, 0), 0.8, colors.black),
                           ("LINEBELOW", (0, 0), (-1, 0), 0.5, colors.black),
                           ("LINEBELOW", (0, -1), (-1, -1), 0.8, colors.black),
                           ("VALIGN", (0, 0), (-1, -1), "TOP")]))
    t.spaceAfter = 10
    return Item(t)


PARAGRAPHS = [
    "I.  Mandate and method",
    "By its Decision 41 (2021) of 9 November 2021, the Council of Lake States requested the Panel of Experts "
    "on Belmara to report every six months on armed groups operating in the territory of Belmara and, once "
    "it had been concluded, on the observance of the Bergen Accord. This sixth report covers the period from "
    "1 December 2023 to 31 May 2024.",
    "The Panel bases its findings on interviews with 83 persons, on documents shared by five Member States "
    "and on visits to three border districts in neighbouring countries. The Marun Front, which has exercised "
    "authority in Oruvai since August 2022, refused the Panel entry to Belmara.[^1] An official of the Front "
    "told the Panel by telephone that a visit “might become possible when the sanctions have gone”.",
    "A finding is stated as established only where at least three independent sources, or two such sources "
    "and one authenticated document, support it. Where the Panel relies on less, it says so and uses the "
    "words “reported” or “assesses”.",
    "Most interlocutors asked not to be named because they feared for relatives living in Belmara. Their "
    "names have been withheld. The Panel has given the Chair of the Committee a sealed list of them.",

    "II.  The Marun Front and the Harrow Network",
    "Under the Bergen Accord of 17 February 2022, the Marun Front undertook that no armed group would be "
    "permitted to plan, train or raise money on Belmaran soil for attacks on another State. In exchange, the "
    "Lakes Stabilization Mission withdrew its 7,400 personnel by 31 July 2022.[^2] On entering Oruvai in "
    "August 2022, envoys of the Front assured the Council that Belmara would not again shelter foreign "
    "militants.",
    "The evidence gathered in this period does not support those assurances. The Panel finds that the "
    "relationship between the Marun Front and the Harrow Network remains mutual, routine and financially "
    "sustained. The two organizations have not severed their ties but have merely concealed them from "
    "outside view. In letters to the Panel the Front continues to deny that any relationship exists.",
    "Interlocutors in two provinces confirmed that the treasury of the Front pays the Harrow Network a "
    "quarterly sum, entered in its books as a “hospitality allowance”. Two former treasury clerks put the "
    "sum at between 180,000 and 240,000 United States dollars a quarter.[^3] Part of the money is passed on "
    "to smaller allied bands. One of the clerks recalled that his superior had told him: “Write hospitality. "
    "The Secretary says that they are guests.”",
    "In at least three cases, persons associated with the Harrow Network hold office in the administration of "
    "the Front. Two are district commissioners in the Teshun valley. The third is deputy head of the "
    "Directorate of Public Vigilance. Officials of the Front told the Panel that the three men had left the "
    "Network before 2022; the Panel has seen no document that would show this.",
    "Members of the Network guard the residences of senior officials of the Front. A former guard said that "
    "he had stood at a minister's gate for eleven months “and nobody ever asked who paid me”.",
    "The Network uses the Teshun valley as a training ground and is slowly restoring its capacity to act "
    "abroad. Its leadership has not recovered from the raids of 2017, and contact with affiliates outside "
    "Belmara has become irregular. The Panel infers that the Network could not at present direct a "
    "coordinated attack in several countries. It expects, however, that the Network will profit from any "
    "prolonged instability in Belmara.",

    "III.  Divisions within the Marun Front",
    "The Panel observes two camps. The first, centred on Kadrane, is inward-looking and indifferent to "
    "opinion abroad. The second, in Oruvai, seeks trade and recognition and has tried to present the movement "
    "as a practical partner.",
    "The dispute concerns appointments and the division of customs revenue. Several interlocutors described "
    "an open conflict between the acting Interior Secretary, Davo Orshan, and the acting Deputy Premier, "
    "Joram Teskel. Three diplomats told the Panel that the two men had not sat in the same room since "
    "February 2024. The Panel could not verify this.",
    "One Member State believes that the Kadrane camp will prevail within the year. Another doubts that the "
    "division is as deep as it appears and suggests that it may have been exaggerated by both camps for the "
    "benefit of foreign visitors.",

    "IV.  The Ember Column",
    "The Panel considers the Ember Column, which broke away from the Marun Front in 2019, to be the gravest "
    "present threat inside Belmara. It estimates the strength of the group at 2,200 to 3,500 fighters as of "
    "May 2024. Estimates differ widely (see table 1), and one Member State believes that the group has no "
    "more than 1,800 fighters.[^4]",
    "TABLE",
    "Since August 2022 the Column has gained freedom of movement. Checkpoints on the northern road are no "
    "longer manned at night, according to drivers interviewed by the Panel. Recruitment is reported to be "
    "strongest among former soldiers who have not been paid, which suggests that money rather than "
    "conviction is the chief motive.",
    "On 2 March 2024 an explosion in the covered market at Kadrane killed at least 31 persons, according to "
    "hospital records. The Front gave the number of dead as 19. The Column claimed responsibility.[^5] A "
    "spokesman for the Front accused an unnamed neighbouring State of having ordered the attack. The Panel "
    "has found no evidence for that accusation.",

    "V.  Sources of finance",
    "The Front derives most of its income from customs. Receipts at the four crossings on Lake Sorrel came to "
    "some 38 million dollars in 2023, according to the customs union.[^6] The Front itself has published a "
    "figure of 26 million dollars. Traders interviewed by the Panel say that the difference is collected in "
    "cash.",
    "The Harrow Network is thought to receive donations from abroad, but the Panel has not been able to trace "
    "any since 2021. It is possible that the quarterly allowance has replaced them.",
    "The Ember Column levies a charge on lorries, which drivers put at 40 to 60 dollars for each passage. A "
    "haulage association, Sorrel Carriers, denied that its members pay. Four of its members told the Panel "
    "that they do.",

    "VI.  Replies received",
    "The Panel sent a draft of its findings to the Marun Front on 10 May 2024. In its reply, the Front "
    "rejected the draft in its entirety and stated that “no foreign organization receives money, shelter or "
    "orders from us”.[^7] It repeated its commitment to the Bergen Accord.",
    "The acting Interior Secretary declined to be interviewed. The acting Deputy Premier agreed to a meeting "
    "and later withdrew. The Panel could not reach the Harrow Network or the Ember Column.",
    "The Northern Civic Guard, which opposes the Front, asked the Panel to convey its request for radios, "
    "winter clothing and medical supplies. The Panel takes no position on the request.",

    "VII.  Recommendations",
    "The Panel recommends that the Committee urge the Marun Front to admit an inspection of the Teshun valley "
    "before 1 November 2024.",
    "The Panel further recommends that Member States share, in confidence, the information on which their "
    "estimates of the strength of the Ember Column are based.",
    "The Panel will submit its seventh report by 15 December 2024.",

    "VIII.  Separate view of one member",
    "One member of the Panel, the expert on finance, does not join in the finding of paragraph 7. In her view "
    "the books shown to the Panel may have been written after the event. She accepts that money was paid, but "
    "considers that its purpose has not been established.",
    "The other four members have examined the same books. They note that the ink and the binding were tested "
    "by a laboratory in Ghent, Belgium, which reported that the entries were “probably, though not "
    "certainly,” made in 2022 and 2023. They see no reason to depart from the finding.",
    "All five members agree that the payments, whatever their purpose, were contrary to the undertaking given "
    "in the Bergen Accord. The member who dissents has asked that the following sentence be recorded: “I do "
    "not say that the clerks lied; I say that we cannot yet know.”",
    "The Panel thanks the Governments that received it, and the interlocutors who spoke to it at some risk to "
    "themselves. It regrets that two of them, a teacher and a driver, were reported by their families to have "
    "been detained in April 2024. The Front denies that it holds them.",
]

TABLE_ROWS = [
    ["Source of the estimate", "As of", "Low", "High", "Basis"],
    ["Panel of Experts, third report", "November 2022", "1,500", "2,000", "Interviews"],
    ["Panel of Experts, fifth report", "November 2023", "2,000", "3,000", "Interviews, two documents"],
    ["Member State A", "April 2024", "–", "1,800", "Not disclosed"],
    ["Member State B", "March 2024", "3,000", "4,200", "Intercepted messages"],
    ["Marun Front", "January 2024", "–", "600", "Public statement"],
    ["Panel of Experts, this report", "May 2024", "2,200", "3,500", "Interviews, five documents"],
]

CHRONOLOGY = [
    ("14 May 2019", "The Ember Column announces that it has left the Marun Front."),
    ("9 November 2021", "The Council adopts Decision 41 (2021)."),
    ("17 February 2022", "The Bergen Accord is signed in Bergen, Norway."),
    ("31 July 2022", "The last personnel of the Lakes Stabilization Mission leave Belmara."),
    ("19 August 2022", "Forces of the Marun Front enter Oruvai. Envoys of the Front assure the Council that "
                       "no foreign militants will find shelter."),
    ("22 January 2024", "The Front informs the Panel that it will not be admitted."),
    ("2 March 2024", "Explosion at Kadrane. The Front says that 19 persons died; the hospital says 31."),
    ("10 May 2024", "The Panel sends its draft findings to the Front."),
    ("28 May 2024", "The Front rejects the draft."),
]
LETTER = [
    "Office of External Relations<br/>Oruvai, 28 May 2024",
    "To the Panel of Experts,",
    "We have read your draft. We do not recognize our country in it. You say that you were refused entry; we "
    "say that you asked on terms which no government would accept.",
    "We deny that any allowance was ever paid. No foreign organization receives money, shelter or orders from "
    "us. The clerks whom you quote were dismissed for theft, and we believe that they have told you what they "
    "were paid to say.",
    "As to the market at Kadrane, nineteen of our citizens died, and we have told you who gave the order. You "
    "ask for proof. We shall publish it when it is safe to do so.",
    "We remain bound by the Bergen Accord, and we ask whether the other parties do.",
    "For the Office,<br/>Senna Marovik, Secretary",
]


def title_items(start, last):
    lines = [Paragraph(s, RIGHTLINE) for s in
             ("<b>%s</b>" % SYMBOL, "Distr.: General", "14 June 2024", "Original: English")]
    contents = [tuple(text.split("  ", 1)) + (start[text],) for text in PARAGRAPHS if text in start]
    contents.append(("Annex", "Chronology and correspondence", last))
    rows = [[Paragraph(n, PLAIN), Paragraph(t + " " + ". " * int((58 - len(t)) * 0.9), PLAIN),
             Paragraph(str(p), RIGHTLINE)] for n, t, p in contents]
    toc = Table(rows, colWidths=[45, BODY_WIDTH - 80, 35])
    toc.setStyle(TableStyle([("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), -3),
                             ("LEFTPADDING", (0, 0), (-1, -1), 0)]))
    summary = hyphenated(
        "The Marun Front has not honoured the undertakings that it gave in the Bergen Accord. It continues to "
        "pay and to shelter the Harrow Network. The Ember Column has grown and is the gravest present threat "
        "inside Belmara. The Front denies all of these findings. The Panel was refused entry and has relied on "
        "83 interviews and on documents.")
    return ([Paragraph("<b>Council of Lake States</b>", ParagraphStyle("org", parent=PLAIN, fontSize=15, leading=18))]
            + lines + [Paragraph(HEAD + " submitted pursuant to Decision 41 (2021)", TITLE),
                       Paragraph("<i>Summary</i>", CENTRE), Paragraph(summary, BODY), Spacer(1, 18),
                       Paragraph("Contents", HEADING), toc])


def furniture(canvas, page, last):
    canvas.setFont("Times-Roman", 9)
    if page > 1:
        canvas.drawString(LEFT, HEIGHT - 52, SYMBOL)
        canvas.drawRightString(WIDTH - RIGHT, HEIGHT - 52, HEAD)
        canvas.setLineWidth(0.5)
        canvas.line(LEFT, HEIGHT - 58, WIDTH - RIGHT, HEIGHT - 58)
    canvas.drawString(LEFT, 40, "24-00718 (E)")
    canvas.drawRightString(WIDTH - RIGHT, 40, "%d/%d" % (page, last))


def note_flowables(numbers):
    return [Paragraph('<super size="6" rise="3">%d</super> %s' % (n, FOOTNOTES[n]), FOOT) for n in numbers]


def stack_height(flowables):
    return sum(f.wrap(BODY_WIDTH, 1000)[1] + f.getSpaceAfter() for f in flowables)


def draw_stack(canvas, flowables, x, y, width):
    for f in flowables:
        h = f.wrap(width, 1000)[1]
        y -= f.getSpaceBefore() if y < HEIGHT - TOP else 0
        f.drawOn(canvas, x, y - h)
        y -= h + f.getSpaceAfter()
    return y


def body_items():
    items, number = [], 0
    for text in PARAGRAPHS:
        if re.match(r"[IVX]+\.  ", text):
            items.append(heading(text))
        elif text == "TABLE":
            items.append(heading("Table 1<br/>Estimates of the strength of the Ember Column (fighters)", SUBHEAD))
            items.append(table(TABLE_ROWS, [130, 76, 44, 44, BODY_WIDTH - 294]))
        else:
            number += 1
            items.append(numbered(number, text))
    return items


def paginate(items):
    """Fill pages from the top; a paragraph with a footnote is never split, so its note is on its page."""
    pages, page, notes, y = [], [], [], HEIGHT - TOP
    queue = list(items)

    def floor(extra=()):
        every = notes + list(extra)
        return BOTTOM + (stack_height(note_flowables(every)) + 14 if every else 0)

    def need(item):
        return item.flowable.wrap(BODY_WIDTH, 1000)[1] + (item.flowable.getSpaceBefore() if page else 0)

    while queue:
        item = queue.pop(0)
        h = need(item)
        wanted, room = h, y - floor(item.notes)
        if item.keep and queue:                                  # a heading stays with what it heads
            after = queue[0]
            whole = after.notes or isinstance(after.flowable, Table)
            wanted = h + (after.flowable.wrap(BODY_WIDTH, 1000)[1] + 12 if whole else 60)
            room = y - floor(after.notes)
        if wanted <= room:
            page.append(item.flowable)
            notes += item.notes
            y -= h + item.flowable.getSpaceAfter()
            continue
        parts = []
        if not item.keep and not item.notes and isinstance(item.flowable, Paragraph):
            parts = item.flowable.split(BODY_WIDTH, room)
        if len(parts) == 2 and room > 40:
            page.append(parts[0])
            queue.insert(0, Item(parts[1]))
        else:
            queue.insert(0, item)
        pages.append((page, notes))
        page, notes, y = [], [], HEIGHT - TOP
    pages.append((page, notes))
    return pages


def make(path):
    canvas = Canvas(str(path), pagesize=A4, invariant=1, pageCompression=1)
    canvas.setTitle(HEAD)
    canvas.setAuthor("Council of Lake States, Panel of Experts on Belmara (invented)")
    canvas.setSubject("An invented report, made as an example for Onrecord")

    pages = paginate(body_items())
    last = len(pages) + 2
    start = {text: i + 2 for i, (flowables, _) in enumerate(pages) for text in PARAGRAPHS
             if any(f.getPlainText().split() == text.split() for f in flowables if isinstance(f, Paragraph))}
    furniture(canvas, 1, last)
    draw_stack(canvas, title_items(start, last), LEFT, HEIGHT - 70, BODY_WIDTH)
    canvas.showPage()

    for i, (flowables, notes) in enumerate(pages):
        furniture(canvas, i + 2, last)
        draw_stack(canvas, flowables, LEFT, HEIGHT - TOP, BODY_WIDTH)
        if notes:
            fl = note_flowables(notes)
            y = BOTTOM + stack_height(fl)
            canvas.setLineWidth(0.4)
            canvas.line(LEFT, y + 5, LEFT + 110, y + 5)
            draw_stack(canvas, fl, LEFT, y, BODY_WIDTH)
        canvas.showPage()

    furniture(canvas, last, last)
    y = draw_stack(canvas, [Paragraph("Annex", HEADING), Paragraph("Chronology and correspondence", SUBHEAD)],
                   LEFT, HEIGHT - TOP, BODY_WIDTH)
    gap = 22
    width = (BODY_WIDTH - gap) / 2
    left = [Paragraph("A.  Chronology", SUBHEAD)] + [
        Paragraph("<b>%s.</b> %s" % pair, COLUMN) for pair in CHRONOLOGY]
    right = [Paragraph("B.  Letter from the Marun Front", SUBHEAD)] + [
        Paragraph(hyphenated(s), COLUMN) for s in LETTER]
    draw_stack(canvas, left, LEFT, y, width)
    draw_stack(canvas, right, LEFT + width + gap, y, width)
    canvas.showPage()
    canvas.save()
    return last


if __name__ == "__main__":
    here = Path(__file__).resolve().parent
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else here / "panel-report.pdf"
    print(target, make(target), "pages")
