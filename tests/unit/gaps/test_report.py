"""The report of a phase: what it expects, how personas stand, and the gaps in their groups."""

import re
from dataclasses import replace
from datetime import date

import pytest

from journeybook.gaps.state import GapState
from journeybook.pages.gaps.fix_rows import FixTables
from journeybook.pages.gaps.item import make_item
from journeybook.pages.gaps.list import GapList
from journeybook.pages.gaps.overview import make_overview
from journeybook.pages.gaps.owner import owner_agenda
from journeybook.pages.gaps.report import GapReport, persona_report, phase_report, whole_report
from journeybook.pages.gaps.words import stake_words
from journeybook.pages.parts.shape import Shape
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.links import Here
from tests.unit.gaps.cold_store import cold_store, entry, gaps_site
from tests.unit.handbooks import judged
from tests.unit.journeys.examples import renderer

WAIVER = """
    - code: channel-without-content
      persona: cfo
      reason: CFOs call each other
      by: Content team
      until: 2027-06-30
    """


def purchase(**more: str) -> GapReport:
    book = gaps_site(**more)
    return phase_report(book.handbook.phases["purchase"], book)


def listed(**more: str) -> GapList:
    gaps = purchase(**more).gaps
    assert gaps is not None
    return gaps


def edited_at(address: str | None) -> Site:
    site = cold_store().site
    return replace(site, shape=Shape(edit_uri=address))


def test_a_phase_tells_what_it_expects() -> None:
    assert purchase().expects == (
        "2 assets",
        "2 formats",
        "FAQ",
        "a call to action on everything",
        "nothing behind a form",
    )


def test_each_persona_is_measured_by_it() -> None:
    cfo, operations = purchase().standings
    assert cfo.persona.text == "CFO"
    assert cfo.questions
    assert cfo.questions.words == "0 of 2 questions answered"
    assert [one.words for one in cfo.more] == [
        "1 question waits for content on its way",
        "1 open question",
    ]
    assert [(part.tone, part.percent) for part in cfo.bar] == [("wait", 50.0), ("open", 50.0)]
    assert [(check.mark, check.words) for check in cfo.checks] == [
        ("filling", "1 of 2 assets within reach, 1 on the way"),
        ("filling", "1 of 2 formats"),
        ("open", "missing: FAQ"),
        ("filling", "call to action on 1 of 1"),
        ("filling", "0 of 2 places in use served"),
        ("answered", "in English"),
    ]
    assert [(check.mark, check.words) for check in operations.checks] == [
        ("open", "0 of 2 assets within reach"),
        ("open", "0 of 2 formats"),
        ("open", "missing: FAQ"),
        ("open", "no call to action"),
        ("open", "nobody told where they come"),
    ]


def test_the_work_of_writers_stands_first_with_one_rank_over_all() -> None:
    groups = listed().groups
    assert [group.title for group in groups] == [
        "To write, link and update",
        "To decide and to change",
    ]
    numbers = [item.number for group in groups for item in group.items]
    assert numbers == [str(at) for at in range(1, len(numbers) + 1)]
    assert {item.kind for item in groups[0].items} <= {"content", "link", "update"}


def test_a_question_that_two_personas_ask_is_one_fix_and_its_gaps_are_folded_inside() -> None:
    first = listed().groups[0].items[0]
    assert (first.title, first.closes) == (
        "Nothing published answers “What does it cost?”",
        "closes 2 gaps",
    )
    assert first.personas == "CFO and Operations manager"
    assert {gap.line.sentence for gap in first.gaps} == {first.title}


def test_the_head_says_what_the_first_three_would_change() -> None:
    assert purchase().promise == (
        "Doing the first 3 answers 2 questions, closes 4 gaps and serves CFO and Operations "
        "manager in Purchase."
    )


def test_assumptions_are_folded_and_say_once_why_they_matter() -> None:
    quiet = listed().groups[1].quiet
    assert quiet is not None
    assert quiet.summary == "5 of low severity"
    assert [(kind.title, len(kind.items)) for kind in quiet.kinds] == [("Assumption", 5)]
    assert all(item.lead.severity != "low" for item in listed().groups[0].items)


def test_what_is_being_filled_stands_with_the_asset_that_does_it() -> None:
    (coming,) = listed().filling
    assert (coming.asset.text, coming.words) == (
        "Lease options",
        "Draft · 12 December 2026 · Pricing desk",
    )
    assert coming.closes == f"closes {len(coming.items)} gaps"
    assert "Nothing published answers “Can we lease?”" in [one.sentence for one in coming.items]
    assert not coming.is_late


def test_what_is_overdue_says_so() -> None:
    late = "---\nstatus: draft\ndue: 2026-11-20\nanswers: [cost]\n---\n# Price list\n"
    coming = {one.asset.text: one for one in listed(**{"assets/late.md": late}).filling}
    assert coming["Price list"].is_late
    assert coming["Price list"].words.endswith(", overdue")


def test_an_accepted_gap_stays_visible_with_reason_and_day() -> None:
    waived = listed(**{"site_config/waivers.yml": WAIVER}).waived
    (item,) = waived
    assert item.waived == "CFOs call each other (Content team, until 30 June 2027)"
    assert item.waive_command == ""


def test_every_gap_stands_on_its_report_exactly_once() -> None:
    book = gaps_site(**{"site_config/waivers.yml": WAIVER})
    gaps = listed(**{"site_config/waivers.yml": WAIVER})
    shown = [
        gap.line.fingerprint for group in gaps.groups for item in group.items for gap in item.gaps
    ]
    shown += [
        item.fingerprint
        for group in gaps.groups
        if group.quiet
        for kind in group.quiet.kinds
        for item in kind.items
    ]
    shown += [item.fingerprint for one in gaps.filling for item in one.items]
    shown += [item.line.fingerprint for item in gaps.waived]
    assert sorted(shown) == sorted(
        one.finding.fingerprint for one in book.ledger.of(phase="purchase")
    )


def test_a_gap_leads_to_its_place_its_source_and_its_own_address() -> None:
    book = edited_at("https://git.example.com/team/book/edit/main/content/")
    item = phase_report(book.handbook.phases["purchase"], book).first[0].lead
    assert item.line.sentence == "Nothing published answers “What does it cost?”"
    assert item.why.startswith("People who find no answer")
    assert item.stake == "Here they drop off: “Finds no valid price”."
    assert item.line.place is not None
    assert item.line.place.href == "../../journeys/cfo/#purchase-cost"
    assert item.address.href == f"#gap-{item.line.fingerprint}"
    assert item.line.source.href == (
        "https://git.example.com/team/book/edit/main/content/journeys/cfo/purchase.md#L4"
    )
    assert item.first_way is not None
    assert item.first_way.text == "Write the brief"


def test_without_an_edit_address_the_place_is_told_and_the_command_given() -> None:
    book = edited_at(None)
    item = phase_report(book.handbook.phases["purchase"], book).first[0].lead
    assert item.line.source.href is None
    assert item.line.source.text == "content/journeys/cfo/purchase.md:4"
    assert item.first_way is None
    assert item.brief_command == f"journeybook brief {item.line.fingerprint}"


def test_a_persona_sees_all_phases_in_one_table() -> None:
    book = gaps_site()
    report = persona_report("cfo", book)
    assert report.gaps is None
    assert report.entries == book.ledger.of(persona="cfo")
    table = FixTables(book, renderer().marks).drawn(report.entries, report.fixes, report.uri)
    rows = "".join((*table.batches, *table.rest))
    hrefs = re.findall(r'<a href="([^"#]*)#gap-(\w+)"', rows)
    assert {href for href, _ in hrefs} == {"../../purchase/", "../../engage/"}
    assert sorted(name for _, name in hrefs) == sorted(
        gap.finding.fingerprint for gap in report.entries
    )


def test_each_row_of_a_long_table_is_written_once() -> None:
    book = gaps_site()
    report = persona_report("cfo", book)
    many = [one for one in report.entries if not one.state.waits][:1] * 700
    table = FixTables(book, renderer().marks).drawn(many, (), report.uri)
    assert table.batches
    assert table.rest
    assert "".join((*table.batches, *table.rest)).count("<tr") == len(many)


def test_filters_offer_what_is_there_with_counts() -> None:
    fields = {field.key: field for field in purchase().filters.fields}
    assert [option.label for option in fields["state"].options] == [
        "open (5)",
        "minor (5)",
        "being filled (2)",
    ]
    assert [option.value for option in fields["owner"].options] == ["-", "Pricing desk"]
    assert "phase" not in fields


def test_every_gap_says_what_it_is_filtered_by() -> None:
    first = gaps_site().ledger.entries[0]
    assert dict(first.keys) == {
        "persona": "cfo",
        "phase": "purchase",
        "channel": "",
        "journey": "cfo",
        "code": "unanswered-question",
        "severity": "high",
        "owner": "Pricing desk",
        "state": "open",
    }


def test_the_whole_list_has_a_row_for_every_gap() -> None:
    book = gaps_site()
    assert whole_report(book).entries == book.ledger.entries


def test_the_overview_counts_open_gaps_as_every_page_does() -> None:
    book = gaps_site()
    view = make_overview(book)
    by_head = {row.head.text: row.cells for row in view.rows}
    assert by_head["Operations manager"][1].words == "not on the way"
    states = [one.state for one in book.ledger.of(persona="cfo")]
    total = states.count(GapState.OPEN)
    assert 0 < total < sum(one.waits for one in states)
    gaps = by_head["CFO"][-1].gaps
    assert gaps
    assert (gaps.words, gaps.href) == (f"{total} open gaps", "all/?persona=cfo&state=open#gap-list")
    assert [figure.figure for figure in view.figures][-2:] == ["2", "0"]
    assert [(one.day, one.asset.text) for one in view.changes] == [("1 November 2026", "Prices")]


def test_gaps_that_stop_a_build_are_counted_before_all_others() -> None:
    view = make_overview(gaps_site(**{"site_config/rules.yml": "unanswered-question: error\n"}))
    cells = [cell for row in view.rows for cell in row.cells if cell.amounts]
    assert {cell.amounts[0].severity for cell in cells} == {"error"}
    assert "open, severity error" in [one.words for one in view.figures]


def test_where_nothing_is_missing_the_report_says_so() -> None:
    book = replace(cold_store().site, findings=())
    report = phase_report(book.handbook.phases["engage"], book)
    assert report.is_complete
    assert (report.summary, report.description) == (
        (),
        "No open gaps, but 5 places are not asked about yet.",
    )
    assert make_overview(book).is_complete


def test_who_misses_nothing_is_told_from_who_is_not_on_the_way() -> None:
    lanes = ("needs", "questions", "expectations", "touchpoints", "drop_offs")
    step = "".join(f"{lane}: none\n" for lane in lanes)
    files = {
        **{f"personas/{name}.md": f"# {name}" for name in ("ann", "bob")},
        **{f"phases/{name}.md": f"# {name}" for name in ("buy", "use")},
        "journeys/j/index.md": "---\npersonas: ann\nscope: buy\n---\n# J\n",
        "journeys/j/buy.md": f"---\n{step}emotion: happy\n---\n",
    }
    view = make_overview(replace(judged(files).site, findings=()))
    assert {row.head.text: [cell.words for cell in row.cells] for row in view.rows} == {
        "ann": ["nothing open", "not on the way", "nothing open"],
        "bob": ["not asked yet", "not asked yet", "nothing open"],
    }


def test_where_all_is_asked_and_nothing_is_missing_the_report_says_so() -> None:
    parts = ("needs", "questions", "touchpoints", "expectations", "drop_offs")
    step = "".join(f"{part}: none\n" for part in parts)
    files = {
        "personas/welder.md": "# Welder",
        "phases/use.md": "# Use",
        "journeys/welder/index.md": "---\npersona: welder\n---\n# Welder",
        "journeys/welder/use.md": f"---\n{step}emotion: 0\n---",
    }
    book = replace(judged(files).site, findings=())
    assert persona_report("welder", book).description == "Nothing is missing here."


def test_an_owner_sees_dates_soonest_first() -> None:
    site = gaps_site()
    agenda = owner_agenda("Pricing desk", site.agendas["Pricing desk"], site)
    first = agenda.appointments[0]
    assert (first.day, first.link.text, first.near) == (
        "12 December 2026",
        "Lease options",
        "in 21 days",
    )
    assert agenda.calendar == "../pricing-desk.ics"


def test_of_very_many_dates_the_first_stand_on_the_page_and_the_rest_is_counted() -> None:
    site = gaps_site()
    tasks = site.agendas["Pricing desk"] * 150
    agenda = owner_agenda("Pricing desk", tasks, site)
    assert len(agenda.appointments) == 100
    assert agenda.more == f"and {len(tasks) - 100} more"
    assert not owner_agenda("Pricing desk", tasks[:100], site).more


def test_what_was_published_within_sixty_days_is_told() -> None:
    def published(day: str) -> str:
        return f"---\nstatus: published\npublished: {day}\n---\n# Of {day}\n"

    days = ("2026-09-21", "2026-09-22", "2026-11-21")
    book = gaps_site(**{f"assets/of-{day}.md": published(day) for day in days})
    shown = [one.asset.text for one in make_overview(book).changes]
    assert shown == ["Of 2026-11-21", "Prices", "Of 2026-09-22"]


def test_at_stake_is_first_where_nothing_is_done_about_it() -> None:
    step = """
        ---
        questions: [{text: "Can we lease?", id: lease}]
        drop_offs:
          - {text: Finds the page old, countermeasures: [prices]}
          - {text: Asks a rival}
        ---
        """
    gap = entry(gaps_site(**{"journeys/cfo/purchase.md": step}), "unanswered-question", "lease")
    site = gaps_site(**{"journeys/cfo/purchase.md": step})
    assert stake_words(gap, site) == "Here they drop off: “Asks a rival”."


@pytest.mark.parametrize(
    ("judged", "told"),
    [
        ("importance: 5", "It matters to them: 5 of 5."),
        ("importance: 5, satisfaction: 2", "They rate it 2 of 5."),
        ("importance: 3, satisfaction: 4", ""),
    ],
)
def test_at_stake_is_told_as_somebody_would_say_it(judged: str, told: str) -> None:
    met = f"{{title: Calls a friend, channel: peers, moment_of_truth: true, {judged}}}"
    site = gaps_site(**{"journeys/cfo/purchase.md": f"---\ntouchpoints: [{met}]\n---\n"})
    assert stake_words(entry(site, "moment-of-truth-without-support"), site) == told


def test_what_lets_them_down_is_named_where_the_gap_is_about_something_else() -> None:
    step = """
        ---
        touchpoints: [{title: Looks, channel: website, satisfaction: 1, assets: [prices]}]
        ---
        """
    old = """
        ---
        type: price-page
        status: published
        published: 2020-01-01
        personas: [cfo]
        phases: [purchase]
        ---
        """
    site = gaps_site(**{"journeys/cfo/purchase.md": step, "assets/prices.md": old})
    told = {stake_words(one, site) for one in site.ledger.entries if one.bearing.asset}
    assert "They rate “Looks” 1 of 5." in told


@pytest.mark.parametrize(
    ("today", "until"),
    [
        (date(2026, 11, 21), "2027-11-21"),
        (date(2027, 2, 28), "2028-02-28"),
        (date(2028, 2, 29), "2029-02-28"),
        (date(2026, 12, 31), "2027-12-28"),
        (date(9999, 12, 1), "9999-12-01"),
    ],
)
def test_the_day_until_which_a_gap_may_stay_is_one_that_there_is(today: date, until: str) -> None:
    site = judged({"personas/cfo.md": "# CFO", "phases/buy.md": "# Buy"}, today).site
    item = make_item(site.ledger.entries[0], Here(site=site, uri="gaps/buy.md"))
    assert item.waive_command.endswith(f" --until {until}")
