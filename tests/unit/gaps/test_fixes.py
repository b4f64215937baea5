"""Fixes: every gap in one of them, told apart by kind, in an order that no file's name decides."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeybook.adapters.disk.workspace import read_at
from journeybook.codes import Code, Severity
from journeybook.fixes.offers import Offer
from journeybook.pages.briefs.trial import after_fixes
from journeybook.pages.gaps.fix_words import title_of
from journeybook.pages.journeys.journey_minute import write_next
from journeybook.pages.journeys.map.journey_items import looked_at
from journeybook.pages.parts.site import Site
from journeybook.rules.engine.rule import FixKind
from tests.golden.inside import heaviest
from tests.unit.handbooks import judged
from tests.words import STEMS

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def example() -> Site:
    """The example handbook."""
    return read_at(ROOT, date(2026, 11, 21)).site


def test_every_gap_that_waits_is_in_exactly_one_fix(example: Site) -> None:
    closed = [one.finding.fingerprint for fix in example.fixes.all for one in fix.entries]
    waits = [one.finding.fingerprint for one in example.ledger.entries if one.state.waits]
    assert sorted(closed) == sorted(waits)
    assert len(example.fixes.all) < len(waits)


def test_no_more_than_one_in_twenty_of_the_high_fixes_tie(example: Site) -> None:
    values = Counter(fix.value for fix in example.fixes.all if heaviest(fix) >= Severity.HIGH)
    ties = sum(number for number in values.values() if number > 1)
    assert ties <= values.total() / 20


def test_every_kind_of_work_is_there(example: Site) -> None:
    assert {fix.kind for fix in example.fixes.all} == set(FixKind)


def test_one_page_in_several_lines_is_one_fix() -> None:
    asked = "{text: What does it cost?, id: cost}, {text: Is it more?, id: more}"
    step = f"---\nquestions: [{asked}]\n---\n"
    site = judged(
        {
            "personas/buyer.md": "# Buyer\n",
            "phases/buy.md": "---\norder: 1\nexpects: {cta: required}\n---\n# Buy\n",
            "journeys/buyer/index.md": "---\npersona: buyer\n---\n# Buying\n",
            "journeys/buyer/buy.md": step,
            "assets/prices.md": "---\ntitle: Prices\ntype: price-page\nstatus: published\n"
            "published: 2020-01-01\nreview_every: 1 month\nphases: [buy]\npersonas: [buyer]\n"
            "answers: [cost, more]\n---\n",
        }
    ).site
    (fix,) = (
        one
        for one in site.fixes.all
        if one.about and one.about.id == "prices" and one.kind is FixKind.UPDATE
    )
    assert title_of(fix, site) == "Bring “Prices” up to date"
    assert len(fix.entries) == 3
    assert fix.questions == ("buyer/buy#cost", "buyer/buy#more")
    assert (fix.effort, fix.is_quick_win) == ("small", True)


def test_nearly_the_same_question_is_answered_at_once() -> None:
    ask = "---\nquestions: ['{}']\n---\n"
    site = judged(
        {
            **{f"personas/{one}.md": f"# {one}\n" for one in ("buyer", "user")},
            "phases/buy.md": "---\norder: 1\n---\n# Buy\n",
            **{
                f"journeys/{one}/index.md": f"---\npersona: {one}\n---\n# J {one}\n"
                for one in ("buyer", "user")
            },
            "journeys/buyer/buy.md": ask.format("How long does the battery of a bicycle last?"),
            "journeys/user/buy.md": (
                "---\nquestions: ['How long does a battery last on the bicycle?', "
                "'How long is the road of a bicycle?']\n---\n"
            ),
        }
    ).site
    fixes = [one for one in site.fixes.all if one.questions]
    told = {len(one.questions): set(one.personas) for one in fixes}
    # Some words in common are not enough.
    assert told == {2: {"buyer", "user"}, 1: {"user"}}


def test_just_as_much_in_common_as_it_takes_is_enough() -> None:
    # Each word stands in two of the three questions, so that all weigh the same: three of five.
    both, other = "alpha bravo charlie", "golf hotel"
    asked = [f"{both} delta echo", f"{both} {other}", f"delta echo {other}"]
    site = judged({**ROLES, "journeys/buyer/buy.md": f"---\nquestions: {asked}\n---\n"}).site
    assert sorted(len(one.questions) for one in site.fixes.all if one.questions) == [1, 2]
    # All of one and half of the other is not enough.
    asked = [both, f"{both} delta echo foxtrot", f"delta {other} echo"]
    site = judged({**ROLES, "journeys/buyer/buy.md": f"---\nquestions: {asked}\n---\n"}).site
    assert [len(one.questions) for one in site.fixes.all if one.questions] == [1, 1, 1]


def test_content_for_somebody_of_two_roles_is_written_once() -> None:
    found = [
        [one.finding.code for one in fix.entries].count(Code.ROLE_WITHOUT_PURCHASE_CONTENT)
        for fix in judged(ROLES).site.fixes.all
    ]
    assert sorted(filter(None, found)) == [2]


ROLES = {
    "personas/buyer.md": "---\nrole: [buyer, decider]\n---\n# Buyer\n",
    "phases/buy.md": "---\norder: 1\nstage: buyer\n---\n# Buy\n",
    "phases/use.md": "---\norder: 2\nstage: customer\n---\n# Use\n",
    "journeys/buyer/index.md": "---\npersona: buyer\nscope: use\n---\n# Buying\n",
}


@pytest.mark.parametrize(
    "forms",
    [
        "price prices pricing priced",
        "pay pays paying payment payments",
        "lease leases leasing leased",
        "battery batteries",
        "huis huizen",
        "betaalt betalen betaling",
        "kost kosten",
        "veilig veilige veiligheid",
        "garantie garanties",
        "prijs prijzen",
        "café cafe cafes",
    ],
)
def test_all_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({STEMS.of(word) for word in forms.split()}) == 1


@pytest.mark.parametrize(
    "words",
    [
        "contract contact content contest control continue",
        "pay payload payback",
        "price priority pride",
        "lease lead leaf",
        "company compare computer complain",
        "kost kostuum",
        "betaal betoog",
        "werk werf",
        "install instead",
    ],
)
def test_words_that_only_look_alike_have_stems_of_their_own(words: str) -> None:
    assert len({STEMS.of(word) for word in words.split()}) == len(words.split())


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("What are the costs of leasing a bicycle?", "Leasing bicycles: cost by model"),
        ("Wat kost het leasen van een fiets?", "Leasekosten van fietsen"),
        ("Hoe veilig is de accu van de fiets?", "Veiligheid van accu’s en fietsen"),
        ("Welke fietskosten betaalt de werkgever?", "Kosten van fietsen: wat werkgevers betalen"),
        ("Who pays the insurance of the bicycle?", "Insurances for bicycles, and paying for them"),
        ("Return policy", "Returns policy"),
    ],
)
def test_content_that_answers_is_offered(asked: str, told: str) -> None:
    assert [offer.asset for offer in offered(asked, told)] == ["it"]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Who pays the insurance of the bicycle?", "Payload of a bicycle, and how to insulate it"),
        ("Is there a contract for companies?", "Contact and content: compare us"),
        ("What is the price of a repair?", "Priorities in repairing the bicycle lane"),
        ("How long does delivery take?", "A long read: delivery of the future city"),
        ("Long delivery", "Long tail, short delivery and other stories"),
        ("Wat kost een reparatie aan huis?", "Kostuums voor een preparaat"),
        ("Wie betaalt de verzekering van de fiets?", "Betoog over fietsen in de stad"),
        ("Hoe lang duurt de levering?", "Duurzame leveranciers: een lange lijst"),
        ("Does it transport goods?", "The port and other goods"),
    ],
)
def test_content_that_only_looks_like_an_answer_is_not(asked: str, told: str) -> None:
    assert offered(asked, told) == ()


def offered(asked: str, told: str) -> tuple[Offer, ...]:
    """What is offered for a question, beside an asset of a title and one of another kind."""
    site = judged(
        {
            "personas/buyer.md": "# Buyer\n",
            "phases/buy.md": "# Buy\n",
            "journeys/buyer/index.md": "---\npersona: buyer\n---\n# J\n",
            "journeys/buyer/buy.md": f"---\nquestions: ['{asked}']\n---\n",
            "assets/it.md": f"---\ntitle: '{told}'\nstatus: published\n---\n",
            "assets/other.md": "---\ntitle: Our shop and its hours\nstatus: published\n---\n",
        }
    ).site
    (entry,) = (one for one in site.ledger.entries if one.finding.code == "unanswered-question")
    return site.fixes.offers_for(entry)


NAMES = ("alpha", "beta", "gamma", "delta", "omega")


def named(names: dict[str, str]) -> Site:
    """A handbook whose files are called anything, and refer to each other by titles."""
    touch = "touchpoints: [{title: Visits us, channel: Our site, importance: 4, satisfaction: 1}]"
    return judged(
        {
            f"personas/{names['alpha']}.md": "# The buyer\n",
            f"personas/{names['beta']}.md": "---\nweight: 2\n---\n# The user\n",
            "phases/first.md": "---\norder: 1\nstage: buyer\nexpects: {assets: 2}\n---\n# First\n",
            "phases/last.md": "---\norder: 2\nstage: customer\n---\n# Last\n",
            f"channels/{names['gamma']}.md": "# Our site\n",
            f"journeys/{names['delta']}/index.md": "---\npersona: The buyer\n---\n# One way\n",
            f"journeys/{names['delta']}/first.md": f"---\nquestions: [A?, B?]\n{touch}\n---\n",
            f"journeys/{names['omega']}/index.md": "---\npersona: The user\n---\n# Other way\n",
            f"journeys/{names['omega']}/first.md": "---\nquestions: [A?, C?]\n---\n",
            f"journeys/{names['omega']}/last.md": f"---\nexpectations: [D]\n{touch}\n---\n",
            f"assets/{names['alpha']}.md": "---\ntitle: One\nstatus: published\n---\n",
            f"assets/{names['beta']}.md": "---\ntitle: Two\nstatus: published\n---\n",
        }
    ).site


def order(site: Site) -> list[tuple[str, float]]:
    return [(title_of(fix, site), fix.value) for fix in site.fixes.all]


@settings(max_examples=20, deadline=None)
@given(st.permutations(NAMES))
def test_no_name_of_a_file_decides_the_order(names: list[str]) -> None:
    renamed = named(dict(zip(NAMES, names, strict=True)))
    plain = named({name: name for name in NAMES})
    assert order(renamed) == order(plain)
    gaps = [entry.finding.message for entry in renamed.ledger.entries]
    assert gaps == [entry.finding.message for entry in plain.ledger.entries]


def test_what_several_ask_in_nearly_the_same_words_is_written_once() -> None:
    files = {"phases/buy.md": "# Buy\n", "phases/use.md": "# Use\n"}
    for persona, phase, asked in (
        ("buyer", "buy", "What does leaving the contract cost?"),
        ("user", "use", "What does leaving this contract cost?"),
    ):
        files[f"personas/{persona}.md"] = f"# The {persona}\n"
        files[f"journeys/{persona}/index.md"] = f"---\npersona: {persona}\n---\n# {persona}\n"
        files[f"journeys/{persona}/{phase}.md"] = f"---\nquestions: [{asked}]\n---\n"
    book = judged(files)
    (fix,) = (one for one in book.site.fixes.all if one.questions)
    assert len(fix.entries) == 2
    after = after_fixes(book.site, [fix]).after
    (asset,) = after.handbook.assets.values()
    assert set(asset.personas) == {"buyer", "user"}
    assert set(asset.phases) == {"buy", "use"}
    still = {one.fingerprint for one in after.gaps}
    assert still.isdisjoint(one.finding.fingerprint for one in fix.entries)


def test_what_is_written_for_two_of_the_same_title_is_two_pieces() -> None:
    files = {"phases/buy.md": "# Buy\n"}
    for persona in ("north", "south"):
        files[f"personas/{persona}.md"] = "# The buyer\n"
        files[f"journeys/{persona}/index.md"] = f"---\npersona: {persona}\n---\n# {persona}\n"
        files[f"journeys/{persona}/buy.md"] = "# Buys\n"
    book = judged(files)
    after = after_fixes(book.site, book.site.fixes.all).after
    served = [one.personas for one in after.handbook.assets.values()]
    assert sorted(served) == [("north",), ("south",)]


def drop_off(text: str, **more: str) -> Site:
    """A handbook with one drop-off, in the words of a key each."""
    keys = "".join(f", {key}: {value}" for key, value in more.items())
    return judged(
        {
            "personas/buyer.md": "# Buyer\n",
            "phases/buy.md": "# Buy\n",
            "assets/tips.md": "---\ntitle: Tips\nstatus: idea\n---\n",
            "actions/call.md": "---\ntitle: Call\nstatus: idea\n---\n",
            "journeys/buyer/index.md": "---\npersona: buyer\n---\n# J\n",
            "journeys/buyer/buy.md": f"---\ntouchpoints: [{{title: Meets us, satisfaction: 1}}]\n"
            f"drop_offs: [{{text: Leaves, why: '{text}'{keys}}}]\n---\n",
        }
    ).site


@pytest.mark.parametrize(
    ("why", "kind"),
    [
        ("Nobody calls back for a week", FixKind.PROCESS),
        ("The invoice comes before anything works", FixKind.PROCESS),
        ("The checkout does not load on a phone", FixKind.PROCESS),
        ("Does not know whom to call back", FixKind.CONTENT),
        ("Finds no price, and the invoice is a riddle", FixKind.CONTENT),
        ("Something else", FixKind.CONTENT),
        ("Er wordt niet teruggebeld", FixKind.PROCESS),
        ("De factuur klopt nooit", FixKind.PROCESS),
        ("De pagina laadt niet", FixKind.PROCESS),
        ("Weet niet wie er terugbelt", FixKind.CONTENT),
    ],
)
def test_a_reason_to_leave_tells_who_mends_it(why: str, kind: FixKind) -> None:
    site = drop_off(why)
    (fix,) = (one for one in site.fixes.all if "drop-off" in one.entries[0].finding.code)
    assert fix.kind is kind
    is_written = kind is FixKind.CONTENT
    assert site.is_closed_by_content(fix.entries[0]) is is_written
    assert ("start an action" in fix.entries[0].finding.hint) is not is_written


@pytest.mark.parametrize(
    ("against", "kind"),
    [("tips", FixKind.CONTENT), ("call", FixKind.PROCESS), ("Meets us", FixKind.PROCESS)],
)
def test_what_the_author_names_against_it_decides_first(against: str, kind: FixKind) -> None:
    why = "Nobody calls back" if against == "tips" else "Something else"
    site = drop_off(why, countermeasures=f"[{against}]")
    (entry,) = (one for one in site.ledger.entries if "drop-off" in one.finding.code)
    assert entry.bearing.is_beyond_content is (kind is FixKind.PROCESS)


def test_content_that_is_named_and_does_not_do_is_mended_once() -> None:
    site = judged(
        {
            "personas/buyer.md": "# Buyer\n",
            "phases/buy.md": "# Buy\n",
            "journeys/buyer/index.md": "---\npersona: buyer\n---\n# J\n",
            "journeys/buyer/buy.md": "---\nquestions: [{text: How long?, answered_by: [old]}]\n"
            "drop_offs: [{text: Leaves, countermeasures: [old]}]\n"
            "expectations: [{text: A date, met_by: [old]}]\n---\n",
            "assets/old.md": "---\ntitle: Old\nstatus: published\npublished: 2020-01-01\n"
            "review_every: 1 year\n---\n",
        }
    ).site
    (fix,) = (one for one in site.fixes.all if one.kind is FixKind.UPDATE)
    assert fix.kind is FixKind.UPDATE
    codes = {entry.finding.code for entry in fix.entries}
    assert {"drop-off-without-countermeasure", "unmet-expectation", "stale-asset"} <= codes
    after = after_fixes(site, [fix]).after
    still = {one.fingerprint for one in after.gaps}
    assert still.isdisjoint(one.finding.fingerprint for one in fix.entries)


SERVED = {
    **ROLES,
    "journeys/buyer/index.md": "---\npersona: buyer\nscope: buy\n---\n# Buying\n",
    "channels/mail.md": "# Mail\n",
    "journeys/buyer/buy.md": "---\nquestions: [{text: What does it cost?, id: cost}]\n"
    "touchpoints: [{title: A letter, channel: mail}]\n---\n",
}
PRICES = (
    "---\ntitle: What it costs\ntype: whitepaper\npersonas: [buyer]\nphases: [buy]\n"
    "channels: [{channel}]\n{more}\n---\n"
)


@pytest.mark.parametrize(
    ("reviewed", "told", "next_words"),
    [
        ("2026-11-01", "Mend “What it costs”", "Mend next: “What it costs”"),
        (
            "2010-01-01",
            "Bring “What it costs” up to date",
            "Bring up to date next: “What it costs”",
        ),
    ],
)
def test_only_what_grew_old_is_brought_up_to_date(
    reviewed: str, told: str, next_words: str
) -> None:
    more = f"status: published\nreviewed: {reviewed}\nanswers: [cost]\ngated: true"
    prices = PRICES.format(channel="mail", more=more)
    buy = "---\norder: 1\nexpects: {gated: discouraged}\n---\n# Buy\n"
    site = judged({**SERVED, "phases/buy.md": buy, "assets/prices.md": prices}).site
    (fix,) = (one for one in site.fixes.all if one.kind is FixKind.UPDATE)
    assert title_of(fix, site) == told
    assert next_words in to_write_next(site, "buyer")


@pytest.mark.parametrize(
    ("status", "told", "effort", "next_words"),
    [
        ("published", "Link “What it costs” to what it probably answers", "small", "Link next"),
        (
            "idea",
            "Finish “What it costs”, and link it to what it probably answers",
            "large",
            "Finish next",
        ),
    ],
)
def test_what_is_not_out_yet_is_finished_before_it_answers(
    status: str, told: str, effort: str, next_words: str
) -> None:
    prices = PRICES.format(channel="mail", more=f"status: {status}")
    site = judged({**SERVED, "assets/prices.md": prices}).site
    (fix,) = (one for one in site.fixes.all if one.offers)
    assert (title_of(fix, site), fix.effort) == (told, effort)
    assert fix.is_quick_win is (status == "published")
    assert f"{next_words}: “What it costs”" in to_write_next(site, "buyer")


def to_write_next(site: Site, journey: str) -> str:
    """Give what the page of a journey says is to be written next."""
    around = looked_at(site.handbook.journeys[journey], site, site.addresses.journey(journey))
    found = write_next(around)
    return found[0].text if found else ""


@pytest.mark.parametrize(
    ("decided", "told"),
    [
        ("", "Bring “Leaflet” up to date"),
        ("decision: keep", "Bring “Leaflet” up to date"),
        ("decision: update", "Bring “Leaflet” up to date"),
        ("decision: merge", "Merge “Leaflet” with other content"),
        ("decision: remove", "Remove “Leaflet”"),
    ],
)
def test_what_was_decided_to_go_is_not_brought_up_to_date(decided: str, told: str) -> None:
    keys = "title: Leaflet\ntype: price-page\nstatus: published\npublished: 2020-01-01\n"
    files = {"assets/leaflet.md": f"---\n{keys}{decided}\n---\n"}
    site = judged(files).site
    (fix,) = [one for one in site.fixes.all if one.kind is FixKind.UPDATE]
    assert title_of(fix, site) == told
