"""The desk and the calendar: what is late, due and waiting, and the work of every owner."""

from journeybook.pages.actions.calendar import Calendar, make_calendar
from journeybook.pages.actions.desk import desk_pages, make_desk
from journeybook.pages.actions.lessons import lessons
from journeybook.pages.entities.action_page import make_action_page
from journeybook.pages.entities.usage import make_usage
from journeybook.pages.gaps.owner import MOST_DATES
from journeybook.pages.parts.filling.renderer import Renderer
from tests.golden.case import SETTINGS
from tests.unit.actions.bakery import bakery


def calendar() -> Calendar:
    """The calendar of the bakery."""
    site = bakery()
    return make_calendar(site, site.agendas)


def test_the_desk_holds_what_is_late_and_what_comes_next() -> None:
    site = bakery()
    desk = make_desk(site, site.agendas)
    assert [(one.task.link.text, one.owner.text) for one in desk.late.first] == [
        ("Loaves sold", "Shop"),
        ("Menu", "Shop"),
    ]
    assert [one.task.link.text for one in desk.soon.first] == ["Signs", "An oven"]


def test_of_very_many_dates_the_first_lie_on_the_desk() -> None:
    late = "---\nowner: Desk\ntype: blog\nstatus: draft\ndue: 2026-11-20\n---\n"
    site = bakery(**{f"assets/late-{at}.md": f"{late}# Late {at}" for at in range(MOST_DATES)})
    desk = make_desk(site, site.agendas)
    assert (len(desk.late.first), desk.late.more, desk.soon.more) == (100, "and 2 more", "")
    assert [one.task.link.text for one in desk.late.first][:2] == ["Loaves sold", "Menu"]
    assert sum(one.late for one in desk.owners) == MOST_DATES + 2
    pages = {
        one.uri: one
        for one in desk_pages(site, Renderer(SETTINGS.resources.templates, site.wording))
    }
    (block,) = (one for one in pages["actions/desk.md"].blocks if one.name == "late")
    assert block.html.count("<li>") == MOST_DATES + 1
    assert '<a href="#owners">and 2 more</a>' in block.html


def test_what_waits_for_a_decision_is_on_the_desk() -> None:
    site = bakery()
    lines = make_desk(site, site.agendas).waiting.lines
    assert [(one.link.text, one.tag, one.note) for one in lines] == [
        ("Tale", "", "In review · Shop"),
        ("A bell", "quick win", "to be decided on · nobody yet"),
        ("A song", "", "due on no day · Shop"),
    ]


def test_every_owner_has_a_line_with_the_work_of_the_month() -> None:
    site = bakery(**{"actions/wall.md": (
        "---\ntitle: Wall\nowner: Desk\neffort: large\nstatus: doing\ndue: 2026-11-30\n---\n"
    )})  # fmt: skip
    desk, shop = make_desk(site, site.agendas).owners
    assert (desk.owner.text, desk.late, desk.soon, desk.later) == ("Desk", 0, 3, 0)
    assert (desk.load, desk.is_too_much) == ("10 of 8 days", True)
    assert (shop.late, shop.soon, shop.later) == (2, 0, 1)
    # What is late stands in the column before, as in the calendar.
    assert (shop.load, shop.is_too_much) == ("", False)


def test_the_calendar_lays_months_beside_owners_and_phases() -> None:
    made = calendar()
    assert made.columns[:3] == ("Overdue", "November 2026", "December 2026")
    assert (len(made.columns), made.columns[-1]) == (8, "Later")
    desk, shop = made.owners
    assert [row.phase for row in desk.rows] == ["Buy", "Eat"]
    assert [[one.link.text for one in row.cells[2].appointments] for row in desk.rows] == [
        ["Signs"],
        ["An oven"],
    ]
    assert [row.phase for row in shop.rows] == ["Buy", "no phase"]


def test_too_much_work_is_told_in_words() -> None:
    desk, shop = calendar().owners
    december = desk.loads[2]
    assert (december.words, december.note) == ("12 of 8 days", "more than can be done")
    assert (desk.loads[1].words, desk.loads[1].note) == ("0 of 8 days", "")
    assert shop.loads[0].words == "3 days of work"


def test_an_owner_without_a_date_has_no_row() -> None:
    assert [one.owner.text for one in calendar().owners] == ["Desk", "Shop"]


def test_a_lesson_tells_what_became_of_it() -> None:
    (lesson,) = lessons(bakery())
    assert (lesson.link.text, lesson.word, lesson.text) == (
        "A second van", "done", "Vans need drivers.",
    )  # fmt: skip
    assert lesson.note == "1 August 2026 · Call centre · Baker · Desk"
    assert [one.words for one in lesson.figures] == [
        "done on 1 August 2026: 60 a day before, 80.5 a day after",
        "done on 1 August 2026: not measured before, 1 after",
    ]


def test_a_kind_of_work_is_known_by_any_name_or_is_the_teams_own() -> None:
    site = bakery()
    usage = make_usage(site)
    pills = {
        name: make_action_page(site, usage, site.handbook.actions[name]).head.pills
        for name in ("van", "signs")
    }
    assert pills == {
        "van": ("Call centre", "effort large", "high impact", "long term"),
        "signs": ("bread art", "effort small", "high impact"),
    }


def test_a_team_names_its_own_kinds_of_work() -> None:
    words = "vocabulary: {action_kinds: {bread: {label: Bread making, aliases: [bread art]}}}\n"
    site = bakery(**{"site_config/journeybook.yml": words})
    assert (
        site.handbook.vocabulary.work_label(site.handbook.actions["signs"].work) == "Bread making"
    )


def test_of_very_many_dates_the_first_stand_in_a_month() -> None:
    due = "---\nowner: Desk\ntype: blog\nstatus: draft\ndue: 2027-02-10\n---\n"
    site = bakery(**{f"assets/due-{at}.md": f"{due}# Due {at}" for at in range(23)})
    cells = [
        cell
        for owner in make_calendar(site, site.agendas).owners
        for row in owner.rows
        for cell in row.cells
        if cell.more
    ]
    assert [(len(cell.appointments), cell.more) for cell in cells] == [(20, "and 3 more")]
