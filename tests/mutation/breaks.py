"""A hundred ways to break the Dutch handbook, each with all that must be found of it."""

from tests.mutation.breaking import Addition, Break, Change

# fmt: off

GRIP = "journeys/grip-op-energie"
RUST = "journeys/rust-in-het-kasklimaat"
INTERVIEWS = "    evidence: [interviews-voorjaar-2026]\n"
SURVEY = "    evidence: [klantonderzoek-zomer-2026]\n"
OTHER_SCOPE = Change(
    f"{GRIP}/index.md",
    "state: current\n",
    "state: current\nscope: [bewustwording, overweging, aankoop, service-en-gebruik, loyaliteit]\n",
)
LEAVES = """drop_offs:
  - text: Gebruikt het systeem alleen nog als thermometer
    why: Niemand wijst hem op wat de metingen van een heel seizoen laten zien
    evidence: [klantonderzoek-zomer-2026]
    countermeasures: [extra-meetpunten, telers-over-kelvinkas]
"""
WAIVER = "reason: Nog even niet.\n  until: 2027-01-31\n"

# What is broken, the changes, and what must be found: `code` and the file it is found in.
BREAKS: list[tuple[str, Break, tuple[str, ...]]] = []


def given(name: str, *changes: Change | Addition, finds: str, also: str = "") -> None:
    """Add a break; it finds its code in the file that is changed first, unless a file is named.

    `also` are other findings, with a semicolon between them.
    """
    expected = tuple(one for one in (finds, *also.split("; ")) if one)
    BREAKS.append((name, changes, expected))


# References that lead nowhere.
given("a channel is misspelt", Change(f"{GRIP}/aankoop.md", "touchpoints:\n",
      "touchpoints:\n  - {title: Belt, channel: telefon, evidence: interviews-voorjaar-2026}\n"),
      finds="unknown-channel")
given("an asset is misspelt",
      Change(f"{GRIP}/aankoop.md", "[offerte-aanvragen]", "[offerte-anvragen]"),
      finds="unknown-asset")
given("a persona is misspelt",
      Change("research/webstatistiek-q3-2026.md", "teeltmanager]", "teelmanager]"),
      finds="unknown-persona")
given("a phase is misspelt",
      Change("actions/offerte-binnen-vijf-werkdagen.md", "phase: aankoop", "phase: ankoop"),
      finds="unknown-phase")
given("a question is misspelt",
      Change("assets/brochures/opbouw-van-de-offerte.md", "#totale-kosten", "#totale-kostn"),
      finds="unknown-question")
given("research is misspelt", Change(f"{GRIP}/overweging.md",
      "evidence: [interviews-voorjaar-2026, webstatistiek-q3-2026]",
      "evidence: [interviews-voorjaar-2026, webstatistiek-q4-2026]"), finds="unknown-research")
given("an action is misspelt",
      Change(f"{GRIP}/aankoop.md", "[offerte-binnen-vijf-werkdagen,", "[offerte-binnen-vijf-dgn,"),
      finds="unknown-action")
given("a journey is misspelt",
      Change("actions/oorzaak-in-het-alarm.md", "journey: rust-in-het-kasklimaat", "journey: rust"),
      finds="unknown-journey")
given("a touchpoint is misspelt", Change("actions/rondleidingen-op-vaste-dagen.md",
      "touchpoint: Vraagt een collega-teler", "touchpoint: Vraagt collega-telers"),
      finds="unknown-touchpoint")
given("an expectation is misspelt", Change("actions/rondleidingen-op-vaste-dagen.md",
      "impact: high", "impact: high\nexpectations: Iets wat niemand verwacht"),
      finds="unknown-expectation")
given("a type is misspelt",
      Change("assets/demonstraties/rondleiding-bij-een-klant.md", "type: demo", "type: demoo"),
      finds="unknown-asset-type")
given("a status is misspelt",
      Change("assets/webinars/sensoren-kiezen.md", "status: concept", "status: halfklaar"),
      finds="unknown-status")
given("a feeling is misspelt",
      Change(f"{GRIP}/aankoop.md", "  score: -1\n  label: ongeduldig", "  label: ongedulldig"),
      finds="unknown-emotion")
given("a name means two things", Change(f"{GRIP}/bewustwording.md", "[kwart-minder-gas]", "[gas]"),
      Addition("assets/een/gas.md", "---\ntitle: Eén\nowner: Team\n---\n"),
      Addition("assets/twee/gas.md", "---\ntitle: Twee\nowner: Team\n---\n"),
      finds="ambiguous-reference")

# Values that cannot be.
given("a key is misspelt", Change("personas/teeltmanager.md", "segment:", "segmnet:"),
      finds="unknown-key")
given("a role is misspelt", Change("personas/teeltmanager.md", "role: [user,", "role: [usr,"),
      finds="unknown-value")
given("a mark is too high",
      Change(f"{GRIP}/bewustwording.md", "importance: 3", "importance: 6"), finds="out-of-range")
given("a number is a word",
      Change("research/interviews-voorjaar-2026.md", "participants: 14", "participants: veertien"),
      finds="wrong-type")
given("a date does not exist",
      Change("research/interviews-voorjaar-2026.md", "date: 2026-05-20", "date: 2026-02-30"),
      finds="impossible-date")
given("a key stands twice", Change("phases/aankoop.md", "order: 3\n", "order: 3\norder: 4\n"),
      finds="duplicate-key")
given("nobody knows yet how many took part",
      Change("research/interviews-voorjaar-2026.md", "participants: 14", "participants: onbekend"),
      finds="placeholder")
given("a title has a hash sign",
      Change("channels/vakblad.md", "title: Vakblad", "title: Vakblad #tuinbouw"),
      finds="text-cut-off")
given("tags stand in a row", Change("channels/vakblad.md", "title: Vakblad",
      "title: Vakblad\ntags: papier, kassen"), finds="list-as-text")
given("an order stands twice", Change("phases/aankoop.md", "order: 3\n", "order: 4\n"),
      finds="unordered-phase phases/service-en-gebruik.md")
given("a number has a point", Change("actions/offerte-binnen-vijf-werkdagen.md",
      "target: 90\n", "target: 1.500\n"),
      finds="unclear-number")
given("a title is gone", Change("channels/vakblad.md", "title: Vakblad\n"), finds="missing-title")
given("a need is told twice", Change(f"{GRIP}/aankoop.md",
      "Weten waar het bedrijf aan vastzit na de handtekening",
      "Het eindbedrag kennen voordat de handtekening gezet wordt"), finds="duplicate-id")
given("two files differ in case alone",
      Addition("assets/meters.md", "---\ntitle: Meters\nowner: Team\n---\n"),
      Addition("assets/Meters.md", "---\ntitle: Meer meters\nowner: Team\n---\n"),
      finds="duplicate-address")
given("a question says nothing",
      Change(f"{GRIP}/aankoop.md", "questions:\n", "questions:\n  - id: leeg\n"),
      finds="missing-value")
given("a persona extends itself",
      Change("personas/teeltmanager.md", "role: [user,", "extends: teeltmanager\nrole: [user,"),
      finds="circular-extends")

# Files that cannot be read.
given("a quote is not closed", Change("channels/vakblad.md", "title: Vakblad", 'title: "Vakblad'),
      finds="broken-front-matter")
given("front matter is not closed",
      Change("channels/vakblad.md", "outline\n---\n", "outline\n"),
      finds="unclosed-front-matter")
given("front matter starts with too few dashes",
      Change("channels/vakblad.md", "---\ntitle: Vakblad", "--\ntitle: Vakblad"),
      finds="misplaced-front-matter")
given("a merge is left unfinished", Change("channels/vakblad.md", "title: Vakblad\n",
      "<<<<<<< HEAD\ntitle: Vakblad\n=======\ntitle: Tuinbouwblad\n>>>>>>> branch\n"),
      finds="unfinished-merge")
given("a file ends in .txt", Addition("assets/los.md.txt", "---\ntitle: Los\n---\n"),
      finds="misplaced-file")
given("a file is empty", Addition("actions/leeg.md"), finds="empty-file")
given("a file is saved in Latin-1", Addition("actions/cafe.md", "# Café", "latin-1"),
      finds="not-utf-8")
given("a file is too large", Addition("assets/export.md", refused="large"), finds="file-too-large")
given("a link leaves the handbook", Addition("assets/geheim.md", refused="outside"),
      finds="link-outside")
given("a folder is linked twice", Addition("assets/nogmaals", refused="linked"),
      finds="linked-twice")
given("a file may not be read", Addition("assets/dicht.md", refused="unreadable"),
      finds="unreadable-file")
given("aliases repeat themselves", Addition("actions/bom.md",
      "---\ntitle: Bom\ntags: &a [*a]\n---\n"), finds="expands-too-far")

given("an address is no link", Change("assets/blogs/meten-per-afdeling.md",
      "url: https://example.com/blog/meten-per-afdeling", "url: javascript:alert(1)"),
      finds="unsafe-address")

# Steps, journeys and site_config.
given("a step belongs to no phase", Addition(f"{GRIP}/tussendoor.md", "---\nneeds: []\n---\n"),
      finds="step-without-phase")
given("two steps claim one place",
      Addition(f"{GRIP}/zomaar.md", "---\nphase: aankoop\norder: 3\n---\n"), finds="duplicate-step",
      also="not-asked-yet")
given("a journey is nobody's",
      Addition("journeys/nieuw/index.md", "---\ntitle: Nieuw\nowner: Team\n---\n"),
      finds="journey-without-persona")
given("a rule is misspelt", Addition("site_config/rules.yml", "stale-aset: high\n"),
      finds="unknown-rule")
given("a waiver is left over",
      Addition("site_config/waivers.yml", f"- code: unanswered-question\n  {WAIVER}"),
      finds="unused-waiver")
given("a waiver has ended", Addition("site_config/waivers.yml",
      "- code: stale-asset\n  reason: Nog even niet.\n  until: 2026-11-20\n"),
      finds="expired-waiver")
given("a waiver gives no reason", Addition("site_config/waivers.yml", "- code: stale-asset\n"),
      finds="waiver-without-reason")

given("a view is misspelt", Addition("kaart.md", "# Kaart\n\n<!-- journeybook/mpa -->\n"),
      finds="unknown-view")
given("a key of a view is misspelt",
      Addition("kaart.md", "# Kaart\n\n<!-- journeybook/gaps fase=aankoop -->\n"),
      finds="unknown-view-key")

# Questions and answers.
given("an answer is taken away", Change("assets/blogs/condens-in-de-nacht.md",
      "answers:\n  - rust-in-het-kasklimaat/bewustwording#condens-oorzaak\n"),
      finds=f"unanswered-question {RUST}/bewustwording.md")
given("a question is added", Change(f"{GRIP}/aankoop.md", "questions:\n",
      "questions:\n  - {text: Wie helpt ons?, evidence: interviews-voorjaar-2026}\n"),
      finds="unanswered-question")
given("an answer goes back to draft", Change("assets/blogs/condens-in-de-nacht.md",
      "status: gepubliceerd", "status: concept"),
      finds="contradiction", also=f"unanswered-question {RUST}/bewustwording.md; "
      f"unmet-expectation {RUST}/bewustwording.md")
given("an answer is translated", Change("assets/blogs/condens-in-de-nacht.md",
      "language: nl", "language: en"), finds=f"language-gap {RUST}/bewustwording.md",
      also=f"unmet-expectation {RUST}/bewustwording.md")
given("an answer ages", Change("assets/blogs/condens-in-de-nacht.md",
      "reviewed: 2026-09-07", "reviewed: 2025-09-07"),
      finds="stale-asset", also=f"stale-answers {RUST}/bewustwording.md; "
      f"unmet-expectation {RUST}/bewustwording.md")
given("an answer is for others", Change("assets/blogs/condens-in-de-nacht.md",
      "personas: [teeltmanager]", "personas: [eigenaar-glastuinbouw]"),
      finds=f"answer-with-a-lack {RUST}/bewustwording.md",
      also=f"unmet-expectation {RUST}/bewustwording.md")
given("too much answers one question", Change("assets/klantcases/paprikateler-spaart-gas.md",
      "#ervaring-vakgenoten\n",
      "#ervaring-vakgenoten\n  - rust-in-het-kasklimaat/overweging#draadloos-of-bekabeld\n"),
      Addition("site_config/rules.yml", "too-many-answers: {answers: 3}\n"),
      finds=f"too-many-answers {RUST}/overweging.md")

# Content of a persona in a phase.
PROEF = Addition("phases/proef.md", "---\ntitle: Proef\norder: 6\nexpects: {cta: required}\n---\n")
KIT = "---\ntitle: Proefkit\nowner: Team\npersonas: teeltmanager\nphases: proef\n"
given("a phase has nothing", OTHER_SCOPE, PROEF,
      finds=f"phase-without-content {RUST}/index.md", also=f"not-asked-yet {RUST}/index.md")
given("a phase has plans only", OTHER_SCOPE, PROEF,
      Addition("assets/proefkit.md", f"{KIT}status: ingepland\n---\n"),
      finds=f"only-planned-content {RUST}/index.md", also=f"not-asked-yet {RUST}/index.md")
given("a phase has no call to action", OTHER_SCOPE, PROEF,
      Addition("assets/proefkit.md", f"{KIT}status: live\n---\n"),
      Change("assets/reviews/telers-over-kelvinkas.md", "gated: false", "next: [proefkit]"),
      finds=f"phase-without-cta {RUST}/index.md",
      also=f"first-channel-without-content {RUST}/index.md; not-asked-yet {RUST}/index.md")
given("a piece has no call to action", Change("assets/e-mails/installatieplanning.md",
      "cta: Bevestig de werkdagen\n"), finds="asset-without-cta")
given("a phase expects more", Change("phases/aankoop.md", "assets: 2", "assets: 3"),
      finds=f"too-few-assets {GRIP}/aankoop.md")
given("a phase expects more formats", Change("phases/aankoop.md", "formats: 2", "formats: 3"),
      Change("assets/e-mails/installatieplanning.md", "type: e-mail", "type: checklist"),
      finds=f"too-few-formats {RUST}/aankoop.md")
given("a type goes missing", Change("assets/advertenties/condens-voorkomen.md",
      "type: advertentie", "type: blog"), finds=f"missing-asset-type {RUST}/bewustwording.md")
given("a channel has nothing", Change("assets/vakartikelen/kwart-minder-gas.md",
      "channels: [vakblad]", "channels: [website]"),
      finds=f"channel-without-content {GRIP}/bewustwording.md",
      also=f"answer-with-a-lack {GRIP}/bewustwording.md")
given("the first channel has nothing", Change("assets/handleidingen/weekoverzicht-lezen.md",
      "channels: [klantportaal, website]", "channels: [klantportaal]"),
      finds=f"first-channel-without-content {GRIP}/service-en-gebruik.md")
given("a channel is not theirs", Change("assets/checklists/meetpunten-kiezen.md",
      "channels: [adviseur]", "channels: [adviseur, vakblad]"), finds="unused-channel")
given("a form stands in the way", Change("assets/e-mails/installatieplanning.md",
      "gated: false", "gated: true"), finds="unfitting-gate",
      also=f"drop-off-without-countermeasure {RUST}/aankoop.md")
given("the form is gone", Change("assets/whitepapers/sensoren-in-de-kas.md",
      "gated: true", "gated: false"), finds=f"nothing-gated {RUST}/overweging.md")
given("the mix counts as top-heavy", Addition("site_config/rules.yml",
      "top-heavy-mix:\n  where: {persona: Teeltmanager, share: 10}\n"),
      finds="top-heavy-mix personas/teeltmanager.md")
given("nothing leads on", Change("assets/brochures/opbouw-van-de-offerte.md",
      "next: [weekoverzicht-lezen]\n"), Change("assets/landingspaginas/offerte-aanvragen.md",
      "next: [portaal-in-vijf-minuten]\n"), finds=f"no-next-step {GRIP}/aankoop.md")
given("a buying role is left out", Change("assets/landingspaginas/offerte-aanvragen.md",
      "personas: all", "personas: [eigenaar-glastuinbouw, teeltmanager]"),
      Change("personas/teeltmanager.md", ", gatekeeper]", "]"),
      Addition("personas/boekhouder.md",
               "---\ntitle: Boekhouder\nrole: gatekeeper\nowner: Team\n---\n"),
      finds="role-without-purchase-content personas/boekhouder.md",
      also="not-asked-yet personas/boekhouder.md")

# One piece of content.
given("a piece ages", Change("assets/vakartikelen/kwart-minder-gas.md",
      "published: 2026-04-13", "published: 2025-04-13"), finds="stale-asset",
      also=f"answer-with-a-lack {GRIP}/bewustwording.md")
given("a piece comes out later", Change("assets/vakartikelen/kwart-minder-gas.md",
      "published: 2026-04-13", "published: 2027-04-13"), finds="not-yet-published",
      also=f"answer-with-a-lack {GRIP}/bewustwording.md; "
      f"channel-without-content {GRIP}/bewustwording.md")
given("a piece is to go", Change("assets/vakartikelen/kwart-minder-gas.md",
      "published: 2026-04-13", "published: 2026-04-13\ndecision: verwijderen"),
      finds="open-decision")
given("a piece has the old address of another", Change(
      "assets/blogs/condens-in-de-nacht.md", "url: ",
      "old_addresses: [https://example.com/offerte]\nurl: "), finds="same-old-address")

# How much content is used.
USE = """use:
- file: site_config/use.csv
  base: https://example.com
  since: 2026-05-01
  until: 2026-11-20
"""
USED = "Page,Views\n" + "".join(f"{path},9\n" for path in (
    "/blog/gasverbruik-vergelijken", "/blog/condens-in-de-nacht", "/blog/meten-per-afdeling",
    "/rekenhulp", "/waar-blijft-de-warmte", "/offerte", "/reviews",
    "/whitepapers/sensoren-in-de-kas", "/whitepapers/terugverdientijd",
    "/klantcases/paprikateler"))


def used(
    name: str, rule: str, use: str, *changes: Change | Addition, finds: str, also: str = ""
) -> None:
    """Add a break of how much content is used, with a rule that is turned on for it."""
    rules = (Addition("site_config/rules.yml", rule),) if rule else ()
    given(name, Addition("site_config/inventory.yml", USE), Addition("site_config/use.csv", use),
          *rules, *changes, finds=finds, also=also)


given("an export of use is not there", Addition("site_config/inventory.yml", USE),
      finds="unread-use")
used("an address has no content", "", USED + "/vacatures,80\n", finds="use-without-content")
used("a piece is not used", "unused-content: low\n", USED.replace("/rekenhulp,9\n", ""),
     finds="unused-content assets/rekenhulpen/besparing-berekenen.md")
used("a stale piece is busy", "stale-and-busy: {severity: high, busiest: 1}\n",
     USED + "/blog/condens-in-de-nacht,80\n",
     Change("assets/blogs/condens-in-de-nacht.md", "reviewed: 2026-09-07", "reviewed: 2025-09-07"),
     finds="stale-and-busy assets/blogs/condens-in-de-nacht.md",
     also="stale-asset assets/blogs/condens-in-de-nacht.md; "
     f"stale-answers {RUST}/bewustwording.md; unmet-expectation {RUST}/bewustwording.md")
used("a busy piece answers nothing", "busy-without-answer: {severity: low, busiest: 1}\n",
     USED + "/gas,80\n",
     Change("assets/advertenties/gasrekening-omlaag.md", "status: ",
            "url: https://example.com/gas\nstatus: "),
     finds="busy-without-answer assets/advertenties/gasrekening-omlaag.md")
used("a search is no question", "unasked-search: low\n",
     "Zoekopdracht,Klikken\nkas verkopen,80\n", finds="unasked-search")
given("a piece stands twice", Addition("assets/reviews/wat-telers-zeggen.md",
      "---\ntitle: Telers over hun eerste en tweede seizoen\ntype: review\nstatus: live\n"
      "personas: all\nphases: loyaliteit\nchannels: website\nlanguage: nl\ncta: Lees\n"
      "owner: Team\nurl: https://example.com/reviews\n"
      "answers: grip-op-energie/loyaliteit#uitbreiden-lonend\n---\n"),
      finds="same-content-twice assets/reviews/wat-telers-zeggen.md")
given("an improvement is late", Change("actions/offerte-binnen-vijf-werkdagen.md",
      "due: 2027-02-26", "due: 2026-11-20"), finds="overdue-action",
      also=f"unsatisfying-moment-of-truth {GRIP}/aankoop.md")
given("an improvement misses its target", Change("actions/rondleidingen-op-vaste-dagen.md",
      "actual: 14", "actual: 11"), finds="action-without-effect")
given("an improvement is due on no day", Change("actions/oorzaak-in-het-alarm.md",
      "due: 2027-05-28\n"), finds="action-without-due-date")
given("an improvement moves no figure", Change("actions/oorzaak-in-het-alarm.md",
      'kpi:\n  name: Nachtelijke alarmen waarbij de oorzaak vermeld is\n  unit: "%"\n'
      "  target: 85\n  actual: 30\n  owner: Productteam\n"), finds="action-without-figure")
given("nobody wrote down a lesson", Change("actions/rondleidingen-op-vaste-dagen.md",
      "lesson: Een vaste dag levert meer aanmeldingen op dan een afspraak op maat, mits het gewas "
      "van gastheer en bezoeker overeenkomt.\n"), finds="action-without-outcome")
given("a quick win waits", Change("actions/oorzaak-in-het-alarm.md", "term: long\n",
      "term: short\n"), Change("actions/oorzaak-in-het-alarm.md", "status: doing",
      "status: idea"), finds="untaken-quick-win",
      also=f"unsatisfying-moment-of-truth {RUST}/service-en-gebruik.md")
given("a figure was not read", Change(f"{RUST}/index.md", "    actual: 73\n",
      "    every: 1 month\n    readings: {date: 2026-10-01, value: 73}\n"),
      finds="overdue-reading")
given("a table of readings is missing", Change(f"{RUST}/index.md", "    actual: 73\n",
      "    readings: weg.csv\n"), finds="unread-readings")
given("a picture is missing", Change("personas/teeltmanager.md",
      "title: Teeltmanager\n", "title: Teeltmanager\npicture: weg.jpg\n"), finds="missing-picture")
given("an improvement has no owner", Change("actions/oorzaak-in-het-alarm.md",
      "owner: Productteam\njourney", "journey"), finds="missing-owner")
given("a draft is late", Change("assets/webinars/sensoren-kiezen.md",
      "due: 2027-02-12", "due: 2026-11-20"), finds="overdue-asset")
given("a piece has no place", Addition("assets/los.md",
      "---\ntitle: Los\nowner: Team\nstatus: live\n---\n"), finds="orphan-asset")
given("a retired piece is used", Change(f"{RUST}/overweging.md",
      "assets: [sensoren-in-de-kas, meten-per-afdeling]",
      "assets: [sensoren-in-de-kas, meten-per-afdeling, sensorkit-eerste-generatie]"),
      finds="retired-asset-in-use")
given("an address leads nowhere", Change("assets/reviews/telers-over-kelvinkas.md",
      "url: https://example.com/reviews", "url: ../../bestanden/reviews.pdf"), finds="broken-link")
given("a piece has no owner", Change("assets/reviews/telers-over-kelvinkas.md",
      "owner: Team marketing\n"), finds="missing-owner")
given("a persona has no owner", Change("personas/teeltmanager.md", "owner: Team service\n"),
      finds="missing-owner")
given("a journey has no owner", Change(f"{GRIP}/index.md", "owner: Team marketing\n"),
      finds="missing-owner")
given("the review of a journey is late", Change(f"{RUST}/index.md",
      "reviewed: 2026-10-26", "reviewed: 2026-05-20"), finds="overdue-journey-review")

# Moments of the journey.
given("nobody asked why they leave", Change(f"{RUST}/loyaliteit.md", LEAVES),
      finds="not-asked-yet")
given("nothing keeps them", Change(f"{RUST}/aankoop.md",
      "    countermeasures: [installatieplanning]\n"), finds="drop-off-without-countermeasure")
given("a moment of truth has no support", Change(f"{GRIP}/loyaliteit.md",
      "    assets: [jaarrapport-energie]\n"), finds="moment-of-truth-without-support")
given("nobody improves a moment of truth", Change("actions/offerte-binnen-vijf-werkdagen.md",
      "status: doing", "status: idea"), finds=f"unsatisfying-moment-of-truth {GRIP}/aankoop.md",
      also="untaken-quick-win")
given("nobody improves a pain", Change("actions/zoekvraag-gasverbruik-beantwoorden.md",
      "status: planned", "status: dropped"), finds=f"pain-without-action {GRIP}/bewustwording.md")
given("an expectation is let down", Change(f"{GRIP}/overweging.md",
      "    met_by: [terugverdientijd-klimaatmonitoring]\n"), finds="unmet-expectation")
given("a touchpoint tells what we do", Change(f"{GRIP}/bewustwording.md",
      "Leest in het vakblad hoe een collega minder gas verbruikt", "Wij staan in het vakblad"),
      Addition("site_config/rules.yml", "company-voice: low\n"), finds="company-voice")
given("a text holds a note", Change(f"{RUST}/aankoop.md", "De eigenaar tekent,",
      "[witte vlek: wie betaalt de monteur] De eigenaar tekent,"), finds="noted-gap")

# Statements without evidence.
given("a need is assumed", Change(f"{RUST}/aankoop.md",
      f"gewas het nodig heeft\n{INTERVIEWS}", "gewas het nodig heeft\n"), finds="assumption")
given("a question is assumed", Change(f"{RUST}/aankoop.md",
      f"id: aantal-meetpunten\n{INTERVIEWS}", "id: aantal-meetpunten\n"), finds="assumption")
given("a feeling is assumed", Change(f"{RUST}/aankoop.md",
      "  target: 2\n  evidence: [klantonderzoek-zomer-2026]\n", "  target: 2\n"),
      finds="assumption")
given("an expectation is assumed", Change(f"{RUST}/aankoop.md",
      f"elk meetpunt\n{INTERVIEWS}", "elk meetpunt\n"), finds="assumption")
given("a touchpoint is assumed", Change(f"{RUST}/aankoop.md",
      f"moment_of_truth: true\n{SURVEY}", "moment_of_truth: true\n"), finds="assumption")
given("a drop-off is assumed", Change(f"{RUST}/aankoop.md",
      f"gewas beschadigen\n{INTERVIEWS}", "gewas beschadigen\n"), finds="assumption")
given("a goal is assumed", Change("personas/teeltmanager.md",
      f"van de kas\n{INTERVIEWS}", "van de kas\n"), finds="assumption")
given("a pain is assumed", Change("personas/eigenaar-glastuinbouw.md",
      f"id: wachten-op-offerte\n{INTERVIEWS}", "id: wachten-op-offerte\n"), finds="assumption")

# Research that is old, idle or says otherwise.
DESK = """---
title: Forumberichten
owner: Team marketing
reviewed: 2026-10-12
method: desk
date: 2026-10-05
{more}
---
"""
given("research shows nothing",
      Addition("research/forum.md", DESK.format(more="participants: 3")), finds="unused-research")
given("research contradicts a need", Addition("research/forum.md", DESK.format(
      more="contradicts: Meebeslissen over de plek van elk meetpunt")),
      finds=f"contradicted-statement {RUST}/aankoop.md")
# Surveys that cannot be read, and those that say otherwise.
ASKED = """---
title: Peiling
owner: Team marketing
reviewed: 2026-10-12
method: survey
date: 2026-10-05
supports: Meebeslissen over de plek van elk meetpunt
survey: {survey}
---
"""
WALKS = "Loopt met de adviseur door de kas om meetpunten te kiezen"


def asked(
    name: str, head: str, row: str, *rows: str, finds: str, more: str = "peiling.csv"
) -> None:
    """Add a survey with thirty rows that are alike, and with some others."""
    table = "\n".join((head, *[row] * 30, *rows, ""))
    where = finds if " " in finds else f"{finds} research/peiling.md"
    given(name, Addition("research/peiling.md", ASKED.format(survey=more)),
          Addition("research/peiling.csv", table), finds=where)


asked("a survey is misspelt", "Contactmoment;Kent u dit", f"{WALKS};ja", more="piling.csv",
      finds="unread-survey")
asked("a column is misspelt", "Contactmoment;Bekend", f"{WALKS};ja", finds="missing-column",
      more="{file: peiling.csv, touchpoint: Contactmoment, recognised: Gekend}")
asked("an answer is none", "Contactmoment;Bekend", f"{WALKS};ja", f"{WALKS};misschien",
      finds="odd-answer research/peiling.csv")
asked("a row is empty", "Contactmoment;Bekend", f"{WALKS};ja", ";", f"{WALKS};nee",
      finds="odd-survey research/peiling.csv")
asked("customers do not know it", "Contactmoment;Bekend", f"{WALKS};nee",
      finds=f"unrecognised-touchpoint {RUST}/aankoop.md")
asked("customers find it less important", "Contactmoment;Belang", f"{WALKS};1", f"{WALKS};5",
      finds=f"misjudged-touchpoint {RUST}/aankoop.md")
asked("customers meet us elsewhere", "Contactmoment;Bekend", "Belt zijn buurman;ja",
      finds="touchpoint-not-on-the-map")
given("few answered a survey", Addition("research/peiling.md", ASKED.format(survey="peiling.csv")),
      Addition("research/peiling.csv", "Contactmoment;Bekend\n" + f"{WALKS};ja\n" * 6),
      finds="small-survey research/peiling.md")
given("research that statements rest on is old",
      Change("research/interviews-voorjaar-2026.md", "date: 2026-05-20", "date: 2021-05-20"),
      finds="old-evidence")
given("research names what nobody says",
      Change("research/interviews-voorjaar-2026.md", "method: interview\n",
      "method: interview\nsupports: Weten wat het kost\n"), finds="unknown-statement")
given("research says where somebody can be called",
      Change("research/interviews-voorjaar-2026.md", "We spraken", "We belden 06-12345678"),
      finds="personal-data")
given("an assumption is old", Change(f"{RUST}/aankoop.md",
      f"gewas het nodig heeft\n{INTERVIEWS}",
      "gewas het nodig heeft\n    since: 2024-01-01\n"),
      finds="old-assumption", also=f"assumption {RUST}/aankoop.md")
given("all that is said of a persona is assumed", Addition("personas/inkoper.md",
      "---\ntitle: Inkoper\nowner: Team marketing\nreviewed: 2026-10-12\n"
      "goals: [Een vaste prijs]\n---\n"), finds="persona-on-assumptions",
      also="assumption personas/inkoper.md; not-asked-yet personas/inkoper.md")

# Departments that see the same persona differently.
SALES_MAP = """---
title: De teeltmanager volgens Team advies
owner: Team advies
reviewed: 2026-10-26
persona: teeltmanager
department: Team advies
scope: service-en-gebruik
purpose: Weten wat we na de koop beloven.
---
"""
SALES_STEP = """---
phase: service-en-gebruik
needs: [{text: Rust in de nacht, evidence: interviews-voorjaar-2026}]
questions: none
emotion: {score: 1, evidence: interviews-voorjaar-2026}
touchpoints: none
expectations: none
drop_offs: none
---
"""
given("two departments see another feeling", Change(f"{RUST}/index.md",
      "usage: living\n", "usage: living\ndepartment: Team service\n"),
      Addition("journeys/volgens-advies/index.md", SALES_MAP),
      Addition("journeys/volgens-advies/gebruik.md", SALES_STEP),
      finds=f"unaligned-maps {RUST}/service-en-gebruik.md")

# What a page asks of people: its form and its speed.
given("a page is slow where a customer decides",
      Change("assets/handleidingen/klimaatalarmen.md", "type: ", "speed: {seconds: 5.1}\ntype: "),
      finds="slow-page")
given("a form asks more than a phase bears",
      Change("phases/overweging.md", "expects:\n", "expects:\n  gate_fields: 0\n"),
      finds="long-form assets/whitepapers/sensoren-in-de-kas.md",
      also="long-form assets/whitepapers/terugverdientijd-klimaatmonitoring.md")
given("the settings name speeds that are not there",
      Change("site_config/journeybook.yml", "language: nl\n",
      "language: nl\nspeed: snelheid.csv\n"),
      finds="unread-speeds")

# Content that stands elsewhere.
SOURCE = "sources:\n  - file: site_config/aanbod.csv\n"
ROWS = "Titel;Doelgroep;Soort;Status;Eigenaar\nMeten in de kas;teeltmanager;blog;{};Marketing\n"
given("an inventory is not there", Addition("site_config/inventory.yml", SOURCE),
      finds="unread-inventory")
given("a word of an inventory means nothing", Addition("site_config/aanbod.csv",
      ROWS.format("afgerekend")),
      Addition("site_config/inventory.yml", SOURCE), finds="unmapped-value")
given("a row is for nobody", Addition("site_config/inventory.yml", SOURCE),
      Addition("site_config/aanbod.csv",
      ROWS.format("concept").replace("teeltmanager", "")), finds="untagged-content")
given("a row contradicts the file of the same content", Addition("site_config/aanbod.csv",
      "Titel;Soort\nZo is uw offerte opgebouwd;blog\n"), Addition("site_config/inventory.yml",
      f"{SOURCE}    match: title\n"), finds="contradicting-row")
