"""The reports of the example case: a wire story, its rewritten copy, an interview, a statement, a note.

Every person, outlet and event in them is invented; the towns are real. Each text stands here once,
with the numbers that depend on the roster put in by name.
"""

import io
import json
import os
from dataclasses import dataclass

from .people import Name

NUMBER_WORDS = {4: "four"}


@dataclass(frozen=True)
class Numbers:
    """What the reports say of the roster, right or wrong."""

    listed: int  # the names on the list: right
    more_than: int  # the wire's bound: right
    at_least: int  # the driver's own count: right
    ministry: int  # the ministry's number: wrong
    operators: int

    @staticmethod
    def of(rows: int, people: int, operators: int) -> "Numbers":
        return Numbers(rows, people * 8 // 100 * 10, people // 10 * 10, rows * 5 // 8, operators)


WIRE = """\
Border post list names {listed} foreigners under contract

By Daryna Holub

KHARKIV, March 20 (Northern Wire) - More than {more_than} foreign nationals have signed army contracts at a border \
post outside Shebekino in the Belgorod region since the autumn, according to the Regional Border Service.

The service showed Northern Wire a spreadsheet that holds {listed} names. Beside each name stand a birth date, the \
day of the contract and a company. Most of the men are entered as riflemen, and {operators} as operators of strike \
drones.

A patrol stopped a minibus on March 14 near Ivanivka and detained its driver and two passengers, the service said. \
A rucksack under the back seat held a laptop with the spreadsheet and six passports wrapped in a wet towel.

"Nobody wraps a towel that carefully unless there is something inside it," said Colonel Taras Hrynko, deputy head \
of the service.

Hrynko said that nine men from the list had been wounded in February near Bilohorivka in the Luhansk region.

Each recruit was allegedly promised 210 000 rubles (about $2,440) a month, the service said, citing the driver.

The Ministry of Defence denied on Wednesday that any foreigner had signed a contract at the post. "This spreadsheet \
is a clumsy invention," its spokesman, Arkady Veltsov, told reporters.

The consulate general said it was "still verifying the papers" and would not comment further.

Marta Vilenska, who studies recruitment at the Centre for Border Studies, questioned whether all of the men on the \
list had reached the front. "Some of them may never have left the training ground at Valuyki," she said.

The regional prosecutor's office demanded that the owner of the laptop come forward within ten days.
"""

WIRE_SIDECAR = {"published": "2025-03-20", "publisher": "Northern Wire",
                "url": "https://northern-wire.example/2025/03/20/border-post-list"}

REWRITE_BODY = """\
<p class="lead">More than {more_than} foreign nationals have put their names to army contracts at a border post \
outside Shebekino in the Belgorod region since the autumn, the Regional Border Service says.</p>
<p>Officers found a spreadsheet that holds {listed} names. Beside each name stand a birth date, the day of the \
contract and a company, and most of the men are entered as riflemen.</p>
<div class="advert">Advertisement<br>Winter tyres at spring prices. Only this week at Kolobok Motors.</div>
<p>A patrol pulled over a minibus on March 14 near Ivanivka and detained its driver and two passengers. A rucksack \
under the back seat held a laptop with the spreadsheet and six passports wrapped in a wet towel.</p>
<p>&ldquo;Nobody wraps a towel that carefully unless there is something inside it,&rdquo; Colonel Taras Hrynko \
said.</p>
<p>Each recruit was allegedly promised 210 000 rubles (about $2,440) a month, the service said.</p>
<p>The Ministry of Defence denied that any foreigner had signed a contract at the post, and its spokesman, Arkady \
Veltsov, called the spreadsheet a clumsy invention.</p>
"""

REWRITE_PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>A wet towel and six passports: what one minibus gave away | Oskil Evening Mail</title>
<meta property="og:type" content="article">
<meta property="og:site_name" content="Oskil Evening Mail">
<meta property="og:title" content="A wet towel and six passports: what one minibus gave away">
<meta property="article:published_time" content="2025-03-21T09:10:00+02:00">
<link rel="canonical" href="https://oskil-evening-mail.example/news/wet-towel">
<style>body {{ font-family: serif; max-width: 60em; margin: auto }} nav a {{ margin-right: 1em }}
.advert, .cookies, footer {{ color: #777; font-size: .85em }} aside {{ float: right; width: 14em }}</style>
</head>
<body>
<div class="cookies" role="dialog">We and our 214 partners store cookies to show you adverts. <button>Accept \
all</button> <button>Choose</button></div>
<header><p class="masthead">Oskil Evening Mail</p>
<nav><a href="/">Home</a><a href="/town">Town</a><a href="/courts">Courts</a><a href="/weather">Weather</a><a \
href="/chess">Chess</a></nav></header>
<aside><h3>Most read</h3><ul>
<li><a href="/news/bridge">Bridge over the Oskil shut for 40 days</a></li>
<li><a href="/news/bees">Beekeeper, 91, wins third medal</a></li>
<li><a href="/news/heating">Heating bills rise by 12 percent in April</a></li></ul></aside>
<main><article>
<h1>A wet towel and six passports: what one minibus gave away</h1>
<p class="byline">News desk, <time datetime="2025-03-21T09:10:00+02:00">21 March 2025, 09:10</time></p>
{body}</article>
<section class="related"><h3>Related</h3><ul>
<li><a href="/news/post-queue">Lorries wait two days at the crossing</a></li>
<li><a href="/news/lost-papers">What to do when your passport is lost</a></li></ul></section>
</main>
<div class="advert">Subscribe for 99 a month and read without adverts.</div>
<footer>&copy; 2025 Oskil Evening Mail. About us. Contacts. Terms of use.</footer>
<script>window.dataLayer = window.dataLayer || [];</script>
</body>
</html>
"""

INTERVIEW_BODY = """\
<p>Petro Halushko, 58, drove a white minibus between Valuyki and the frontier for most of the winter. He met us in a \
canteen in Lyman in the Donetsk region, a day after he was let go.</p>
<p>&ldquo;They stopped me on March 16 near Ivanivka,&rdquo; Halushko says. &ldquo;It was a Sunday, I remember that \
the bakery was shut.&rdquo;</p>
<p>Halushko says that at least {at_least} foreigners signed contracts at the border post outside Shebekino over the \
winter. He kept no list, he says, but he counted heads at every trip.</p>
<p>For each man whom he delivered he received 5 000 rubles in an envelope. According to Halushko, none of his \
passengers spoke Russian.</p>
<p>He thinks that the passports were probably taken from the men on their first night. &ldquo;I never opened that \
bag,&rdquo; Halushko says.</p>
<p>His lawyer, Inna Boichuk, denies that he worked for a recruiter. Halushko declined to say who had paid him.</p>
"""

INTERVIEW_PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>&ldquo;I only drove&rdquo;: a winter on the road to the frontier - Lyman Courier</title>
<meta name="author" content="Yevhen Prytula">
<meta property="og:site_name" content="Lyman Courier">
<meta property="og:title" content="&ldquo;I only drove&rdquo;: a winter on the road to the frontier">
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "I only \
drove: a winter on the road to the frontier", "datePublished": "2025-03-24", "publisher": {{"@type": "Organization", \
"name": "Lyman Courier"}}, "author": {{"@type": "Person", "name": "Yevhen Prytula"}}}}</script>
</head>
<body>
<div id="menu"><a href="/">Front page</a> | <a href="/people">People</a> | <a href="/letters">Letters</a> | <a \
href="/archive">Archive</a></div>
<div id="story">
<h1>&ldquo;I only drove&rdquo;: a winter on the road to the frontier</h1>
<div class="meta">Yevhen Prytula, 24 March 2025</div>
{body}</div>
<div id="foot">Write to us: letters@lyman-courier.example. The Courier comes out on Mondays.</div>
</body>
</html>
"""

STATEMENT_TITLE = "On the publication by Northern Wire"
STATEMENT_DATE = "21 March 2025"
STATEMENT = [
    "The Ministry of Defence denies that foreign nationals sign contracts at border posts.",
    "The document that Northern Wire describes holds exactly {ministry} names, the Ministry of Defence said. Not one "
    "of them belongs to a serving soldier.",
    "\u201cThe same file was offered for sale last year, and nobody bought it,\u201d said Arkady Veltsov, spokesman "
    "of the Ministry.",
    "According to the Ministry's legal department, the six passports may have been reported lost by their owners.",
    "The Ministry of Defence demands that Northern Wire publish a correction.",
]

NOTE = """\
Троє зі списку

Оскар Кравчук, «Вечірній Оскіл»

Редакція розпитала тих, хто впізнав імена в таблиці з прикордонного пункту.

Родичі {genitive} востаннє чули його голос у січні.

Кухар навчального табору розповів, що жив в одному наметі з {instrumental}.

За словами волонтерки Оксани Дзюби, {dative} обіцяли громадянство за рік.

«Жоден із них не тримав зброї до цієї зими», — сказала Дзюба.
"""

NOTE_SIDECAR = {"published": "2025-03-25", "publisher": "Вечірній Оскіл",
                "url": "https://vechirnij-oskil.example/troye-zi-spysku"}


def wire(numbers: Numbers) -> str:
    words = NUMBER_WORDS.get(numbers.operators, str(numbers.operators))
    return WIRE.format(listed=numbers.listed, more_than=numbers.more_than, operators=words)


def rewrite(numbers: Numbers) -> str:
    return REWRITE_PAGE.format(body=REWRITE_BODY.format(listed=numbers.listed, more_than=numbers.more_than))


def interview(numbers: Numbers) -> str:
    return INTERVIEW_PAGE.format(body=INTERVIEW_BODY.format(at_least=numbers.at_least))


def note(genitive: Name, instrumental: Name, dative: Name) -> str:
    return NOTE.format(genitive=genitive.ukrainian_in("genitive"),
                       instrumental=instrumental.ukrainian_in("instrumental"), dative=dative.ukrainian_in("dative"))


def sidecar(facts: dict) -> str:
    return json.dumps(facts, ensure_ascii=False, indent=2) + "\n"


def statement(numbers: Numbers) -> bytes:
    """One page of text as a PDF, made at the moment that it is dated."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = "1742547600"  # 2025-03-21 09:00 UTC
    try:
        head = ParagraphStyle("head", fontName="Times-Bold", fontSize=15, leading=19, alignment=1)
        small = ParagraphStyle("small", fontName="Times-Roman", fontSize=10.5, leading=15, alignment=1)
        body = ParagraphStyle("body", fontName="Times-Roman", fontSize=12, leading=17, spaceAfter=9)
        story = [Paragraph("Ministry of Defence", head), Paragraph(f"Press service, {STATEMENT_DATE}", small),
                 Spacer(1, 26), Paragraph(STATEMENT_TITLE, head), Spacer(1, 14)]
        story += [Paragraph(text.format(ministry=numbers.ministry), body) for text in STATEMENT]
        packed = io.BytesIO()
        SimpleDocTemplate(packed, pagesize=A4, leftMargin=80, rightMargin=80, topMargin=80, bottomMargin=80,
                          title=STATEMENT_TITLE, author="Ministry of Defence", invariant=1).build(story)
        return packed.getvalue()
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before
