"""Journey pages in a browser: filters, heads that stay, keys, anchors, narrow windows and paper."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.accessibility import violations
from tests.browser.heavy import write_heavy
from tests.browser.serving import Site
from tests.browser.watching import Window, open_page
from tests.sites import address_of, built_once

JOURNEY = "/journeys/operations-manager/"
TOGETHER = "/journeys/roll-out/"
COMPARE = "/journeys/compare/"
PHONE = Window(width=320)
LARGEST_PAGE = 1_000_000
MOST_STYLES, MOST_STYLES_ANYWHERE = 30_000, 45_000
MOST_SCRIPTS = 15_000
MOST_HEIGHT = {"overview": 2200, "map": 5200, "flow": 1800, "story": 11_000, "content": 3500}
SMALL_TEXTS = """() => [...document.querySelectorAll("main .jb *")].filter(one =>
  one.checkVisibility({visibilityProperty: true})
  && [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim())
  && Number.parseFloat(getComputedStyle(one).fontSize) < 14
).map(one => one.outerHTML.slice(0, 90))"""


@pytest.fixture(scope="session")
def heavy_site(sites: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The handbook with very long and very many texts."""
    configuration = write_heavy(tmp_path_factory.mktemp("heavy"))
    heavy = built_once(configuration, sites / "heavy", crawled=False)
    return Site(address=address_of(heavy), folder=heavy)


@pytest.fixture
def heavy_page(browser: Browser, heavy_site: Site, window: Window) -> Iterator[Page]:
    """A page of that handbook."""
    with open_page(browser, heavy_site.address_without_search, window) as (page, complaints):
        yield page
    assert complaints == []


def chip(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def live(page: Page, path: str) -> None:
    """Open a page and wait for the script that its map asks for."""
    page.goto(path)
    expect(page.locator(".jb-is-live").last).to_be_attached()
    expect(page.locator("[data-jb-map]:not(.jb-is-live)")).to_have_count(0)


def shown(page: Page, selector: str) -> int:
    return page.locator(f".jb-map {selector}").filter(visible=True).count()


def test_filter_shows_only_gaps_and_stands_in_the_address(page: Page) -> None:
    live(page, f"{JOURNEY}#map")
    assert shown(page, ".jb-item:not(.jb-is-gap)") > 0
    chip(page, "only gaps").click()
    expect(chip(page, "only gaps")).to_have_attribute("aria-pressed", "true")
    assert shown(page, ".jb-item:not(.jb-is-gap)") == 0
    assert shown(page, ".jb-is-gap") > 0
    assert page.url.endswith(f"{JOURNEY}?show=gap#map")


@pytest.mark.parametrize("mark", ["gap", "assumption", "moment", "one-source", "validated", "weak"])
def test_address_opens_the_same_view(page: Page, mark: str) -> None:
    live(page, f"{JOURNEY}?show={mark}&hide=content,gaps")
    assert shown(page, f".jb-item:not(.jb-is-{mark})") == 0
    assert shown(page, f".jb-is-{mark}") > 0
    expect(page.locator("[data-jb-lane=content]")).to_be_hidden()


def test_lane_is_hidden_and_comes_back(page: Page) -> None:
    live(page, f"{JOURNEY}#map")
    lane = page.locator("[data-jb-lane=needs]")
    page.locator("summary", has_text="Lanes").click()
    page.get_by_role("checkbox", name="Needs").uncheck()
    expect(lane).to_be_hidden()
    assert "hide=needs" in page.url
    page.get_by_role("checkbox", name="Needs").check()
    expect(lane).to_be_visible()
    assert "hide" not in page.url


def test_filters_work_after_instant_navigation(page: Page) -> None:
    page.goto("/journeys/")
    page.evaluate("window.stayed = true")
    page.locator(".jb-card a", has_text="Operations manager").first.click()
    page.wait_for_url(f"**{JOURNEY}")
    style = "one => getComputedStyle(one).tableLayout"
    assert page.locator(".jb-map").first.evaluate(style) == "fixed"
    page.get_by_role("link", name="All lanes").click()
    chip(page, "only moments of truth").click()
    assert shown(page, ".jb-item:not(.jb-is-moment)") == 0
    assert page.evaluate("window.stayed")


def test_filters_are_reached_and_used_by_keyboard(page: Page) -> None:
    live(page, f"{JOURNEY}#map")
    chip(page, "everything").focus()
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    expect(focused).to_have_text("only gaps")
    assert focused.evaluate("one => getComputedStyle(one).outlineStyle") != "none"
    page.keyboard.press("Space")
    expect(focused).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("window", [Window(), Window(width=900)], ids=str)
@pytest.mark.usefixtures("window")
def test_heads_and_lane_names_stay_in_view_of_the_page_itself(page: Page) -> None:
    live(page, f"{JOURNEY}#map")
    page.wait_for_function("document.querySelector('[data-jb-lane=touchpoints]').offsetHeight > 0")
    lane = page.locator("[data-jb-lane=touchpoints]")
    lane.evaluate("one => scrollBy(0, one.getBoundingClientRect().bottom - 300)")
    head = page.locator(".jb-map thead").filter(visible=True).bounding_box()
    name = lane.locator(".jb-lane-name").bounding_box()
    assert head is not None
    assert name is not None
    assert 0 <= head["y"] < head["y"] + head["height"] <= name["y"] < 300
    box = page.locator(".jb-map-box").filter(visible=True)
    assert box.evaluate("one => getComputedStyle(one).overflow") == "clip"


def test_feelings_stand_below_their_phases_where_text_runs_to_the_left(page: Page) -> None:
    live(page, JOURNEY)
    page.evaluate("document.body.dir = 'rtl'")
    heads = page.locator(".jb-glance thead .jb-map-phases [data-jb-phase]")
    points = page.locator(".jb-glance .jb-curve > svg[x]")
    first, last = points.first.bounding_box(), points.last.bounding_box()
    assert first
    assert last
    assert last["x"] < first["x"]
    for point, head in ((first, heads.first), (last, heads.last)):
        box = head.bounding_box()
        assert box
        assert box["x"] < point["x"] + point["width"] / 2 < box["x"] + box["width"]
    axis = page.locator(".jb-glance .jb-curve > text").first.bounding_box()
    name = page.locator(".jb-glance .jb-lane--curve th").bounding_box()
    assert axis
    assert name
    assert axis["x"] + axis["width"] < name["x"] < axis["x"] + axis["width"] + 40


@pytest.mark.parametrize("window", [Window(width=768)], ids=str)
@pytest.mark.usefixtures("window")
@pytest.mark.parametrize("way", ["ltr", "rtl"])
@pytest.mark.parametrize("phase", ["awareness", "engage"])
def test_feelings_stand_above_their_steps_where_not_all_fit(
    page: Page, way: str, phase: str
) -> None:
    live(page, f"{JOURNEY}?phase={phase}")
    page.evaluate("way => document.body.dir = way", way)
    steps = page.locator(".jb-glance thead tr:last-child > [data-jb-phase]")
    points = page.locator(".jb-glance .jb-curve > svg[x]")
    assert steps.count() == points.count()
    shown = [at for at in range(steps.count()) if steps.nth(at).is_visible()]
    assert 1 < len(shown) < points.count()
    for at in shown:
        step, point = steps.nth(at).bounding_box(), points.nth(at).bounding_box()
        assert step
        assert point
        middle = step["x"] + step["width"] / 2
        assert point["x"] + point["width"] / 2 == pytest.approx(middle, abs=3)


@pytest.mark.parametrize("window", [Window(width=320)], ids=str)
@pytest.mark.usefixtures("window")
def test_the_scale_of_a_curve_stands_beside_its_first_point(page: Page) -> None:
    live(page, JOURNEY)
    first = page.locator(".jb-glance .jb-curve > svg[x]").first.bounding_box()
    assert first
    for score in page.locator(".jb-glance .jb-curve-count").all():
        box = score.bounding_box()
        assert box
        assert box["x"] + box["width"] <= first["x"]


@pytest.mark.parametrize("window", [Window(height=800)], ids=str)
@pytest.mark.usefixtures("window")
def test_first_screen_tells_the_journey_in_one_minute(page: Page) -> None:
    live(page, JOURNEY)
    minute = page.get_by_role("region", name="In one minute")
    expect(minute).to_contain_text("Lowest in Initiate: overwhelmed −2, should be 0")
    expect(minute).to_contain_text("moments decide")
    expect(minute).to_contain_text("questions answered")
    expect(minute).to_contain_text("that nobody works on")
    for part in (minute, page.get_by_role("link", name="Write next"), page.locator(".jb-face")):
        expect(part).to_be_in_viewport(ratio=1)
    for lane in ("Feels", "Asks", "Meets us", "Leaves"):
        name = page.locator(".jb-glance").get_by_role("rowheader", name=lane).filter(visible=True)
        expect(name).to_be_in_viewport()
    expect(page.locator(".jb-glance .jb-leave").first).to_be_in_viewport(ratio=1)
    assert page.title().startswith("Journey of the operations manager")
    small = page.evaluate(SMALL_TEXTS)
    assert small == []


@pytest.mark.parametrize("window", [Window(width=390, height=844)], ids=str)
@pytest.mark.usefixtures("window")
def test_first_screen_of_a_telephone_holds_the_curve(page: Page) -> None:
    live(page, JOURNEY)
    expect(page.locator(".jb-glance .jb-curve")).to_be_in_viewport(ratio=1)


def test_views_have_addresses_and_go_back_and_forward(page: Page) -> None:
    live(page, JOURNEY)
    tabs = page.get_by_role("navigation", name="Views of this journey").get_by_role("link")
    shown_view = page.locator(".jb-views [aria-current]")
    for at, anchor in enumerate(("overview", "map", "flow", "story", "content")):
        tabs.nth(at).click()
        assert page.url.endswith(f"#{anchor}")
        expect(shown_view).to_have_text(tabs.nth(at).text_content() or "")
        assert page.evaluate(SMALL_TEXTS) == []
        height = page.evaluate("document.documentElement.scrollHeight")
        assert height < MOST_HEIGHT[anchor]
    page.set_viewport_size({"width": 390, "height": 844})
    tabs.nth(2).click()
    steps = [
        box
        for each in page.locator(".jb-flow-steps > svg:not(.jb-said)").all()
        if (box := each.bounding_box())
    ]
    assert len({box["x"] for box in steps}) == 2, "two steps stand beside each other"
    assert len(steps) > 2
    page.set_viewport_size({"width": 1280, "height": 900})
    page.go_back()
    page.go_back()
    expect(shown_view).to_have_text("Story")
    expect(page.locator(".jb-glance")).to_be_hidden()
    page.go_forward()
    expect(shown_view).to_have_text("Content")
    tabs.nth(1).click()
    chip(page, "only gaps").click()
    page.go_back()
    expect(chip(page, "everything")).to_have_attribute("aria-pressed", "true")
    page.go_forward()
    expect(chip(page, "only gaps")).to_have_attribute("aria-pressed", "true")


def test_a_link_to_any_statement_is_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    live(page, f"{JOURNEY}?hide=needs#story")
    item = page.locator(".jb-story .jb-item[id]").nth(3)
    item.hover()
    item.get_by_role("button", name="Copy link").click()
    copied = f"{JOURNEY}?hide=needs#{item.get_attribute('id')}"
    assert page.url.endswith(copied)
    expect(item.get_by_role("button")).to_have_text("Link copied")


def test_statement_opens_where_it_is_told(page: Page) -> None:
    page.goto(JOURNEY)
    first = page.locator(".jb-map [id^=map-] .jb-item[id]").first.get_attribute("id")
    assert first is not None
    page.goto(f"{JOURNEY}#{first.removeprefix('map-')}")
    expect(page.locator(f"[id='{first.removeprefix('map-')}']")).to_be_in_viewport()


def test_every_statement_leads_to_its_line(page: Page) -> None:
    page.goto(JOURNEY)
    statements = page.locator(".jb-story .jb-item[id]")
    sources = statements.locator(".jb-source")
    assert sources.count() == statements.count() > 50
    assert re.search(r"\.md#L\d+$", sources.first.get_attribute("href") or "")


@pytest.mark.parametrize("window", [PHONE], ids=str)
@pytest.mark.usefixtures("window")
def test_phone_shows_one_phase_at_a_time(page: Page) -> None:
    live(page, f"{JOURNEY}#map")
    assert shown(page, "thead th:has(.jb-title)") == 1
    picks = page.get_by_role("group", name="Phase").filter(visible=True)
    picks.get_by_role("button", name="Purchase").click()
    heads = page.locator(".jb-map thead th").filter(visible=True)
    expect(heads.filter(has_text="Purchase")).to_have_count(1)
    expect(heads.filter(has_text="Awareness")).to_have_count(0)
    assert "phase=purchase" in page.url


def test_everything_is_there_without_scripts(browser: Browser, site: Site) -> None:
    with open_page(browser, site.address, PHONE, scripts=False) as (page, _):
        page.goto(JOURNEY)
        assert page.locator("h2").filter(visible=True).count() >= 10
        expect(page.locator(".jb-map").last).to_be_visible()
        expect(chip(page, "only gaps")).to_be_hidden()
        page.goto(COMPARE)
        heads = page.locator("thead [data-jb-journey]")
        assert heads.filter(visible=True).count() == heads.count() > 2
        page.goto("/assets/")
        expect(page.get_by_role("search", name="Filter the catalogue")).to_be_hidden()


@pytest.mark.parametrize("window", [PHONE], ids=str)
@pytest.mark.usefixtures("window")
def test_nothing_is_squeezed_on_a_phone(page: Page) -> None:
    page.goto("/gaps/")
    number, body = (page.locator(f".jb-next-{one}").last for one in ("number", "body"))
    words = number.evaluate(
        "one => { const r = new Range(); r.selectNodeContents(one);"
        " return r.getBoundingClientRect().right; }"
    )
    assert words < body.evaluate("one => one.getBoundingClientRect().left")

    page.goto("/journeys/cfo/")
    starts = page.locator(".jb-kpis dd").evaluate_all(
        "all => all.map(one => one.getClientRects()[0].left)"
    )
    assert len(starts) > 2
    assert len(set(starts)) == 1

    page.goto("/journeys/what-departments-see/")
    line = page.locator(".jb-feeling-line").filter(has_text="First night shift").first
    tops = [
        line.locator(one).evaluate("one => one.getBoundingClientRect().top")
        for one in (".jb-feeling", "a")
    ]
    assert abs(tops[0] - tops[1]) < 10
    for path in ("/journeys/what-departments-see/", "/journeys/"):
        page.goto(path)
        tables = page.locator(".jb-scroll:has(.jb-grid)").evaluate_all(
            "all => all.map(one => one.scrollWidth - one.clientWidth)"
        )
        assert set(tables) == {0}, path

    page.goto("/phases/purchase/")
    room, names, persona = (
        page.locator(f".jb-scroll:has(.jb-compare) {one}").first.evaluate("one => one.offsetWidth")
        for one in ("table", "thead td", "thead th")
    )
    frame = page.locator(".jb-scroll:has(.jb-compare)").evaluate("one => one.clientWidth")
    assert room > frame
    assert names + persona <= frame


@pytest.mark.parametrize("window", [PHONE], ids=str)
@pytest.mark.usefixtures("window")
@pytest.mark.parametrize("path", ["/actions/key-figures/", "/journeys/rust-in-het-kasklimaat/"])
def test_no_long_word_beside_a_figure_is_broken(dutch_page: Page, path: str) -> None:
    dutch_page.goto(path)
    lines = dutch_page.locator(":is(.jb-score-figure, .jb-score-words)").evaluate_all(
        """all => all.filter(one => one.checkVisibility()).flatMap(one => {
          const text = one.firstChild;
          return [...(text.data ?? "").matchAll(/\\S+/g)].map(word => {
            const range = new Range();
            range.setStart(text, word.index);
            range.setEnd(text, word.index + word[0].length);
            return [word[0], range.getClientRects().length];
          });
        })"""
    )
    assert len(lines) > 10
    assert [word for word, number in lines if number != 1] == []


def test_two_journeys_stand_side_by_side(page: Page) -> None:
    live(page, f"{COMPARE}?a=cfo&b=operations-manager")
    heads = page.locator("thead [data-jb-journey]").filter(visible=True)
    expect(heads).to_have_count(2)
    page.set_viewport_size({"width": PHONE.width, "height": PHONE.height})
    halves = heads.evaluate_all("(all) => all.map((one) => one.offsetWidth)")
    assert min(halves) > PHONE.width / 3
    before = page.locator("[data-jb-key]").filter(visible=True).count()
    page.get_by_role("checkbox", name="only what differs").check()
    assert 0 < page.locator("[data-jb-key]").filter(visible=True).count() < before
    page.get_by_label("Right").select_option("it-manager")
    assert "b=it-manager" in page.url
    assert "IT manager" in (page.get_by_role("status").text_content() or "")


@pytest.mark.slow
@pytest.mark.parametrize("window", [Window(), PHONE, Window(width=768)], ids=str)
@pytest.mark.usefixtures("window")
def test_long_texts_break_nothing(heavy_page: Page) -> None:
    heavy_page.goto("/journeys/long/")
    width = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert heavy_page.evaluate(width) <= 0
    # A phase with a long name stands in the window.
    phase = heavy_page.locator(".jb-phase-picks > :first-child").first
    phase.evaluate("one => { one.textContent = 'Consideration '.repeat(9); }")
    assert phase.evaluate("one => one.offsetWidth < innerWidth")
    assert [str(one) for one in violations(heavy_page)] == []


def test_long_words_stay_in_their_cells(heavy_page: Page) -> None:
    for path in ("/journeys/", COMPARE):
        heavy_page.goto(path)
        beyond = """[...document.querySelectorAll("article :is(th, td)")].filter(one =>
          one.scrollWidth > one.clientWidth + 1).map(one => one.textContent.trim())"""
        assert heavy_page.evaluate(beyond) == []


def test_large_journey_stays_light_and_still(heavy_page: Page, heavy_site: Site) -> None:
    page = heavy_site.folder / "journeys" / "large" / "index.html"
    assert page.stat().st_size < LARGEST_PAGE
    heavy_page.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => { for (const one of list.getEntries())"
        " window.moved += one.value; }).observe({type: 'layout-shift', buffered: true});"
    )
    heavy_page.goto("/journeys/large/", wait_until="networkidle")
    assert heavy_page.locator(".jb-map .jb-lane--questions .jb-item").count() == 150
    assert heavy_page.locator(".jb-map .jb-lane--touchpoints .jb-item").count() == 120
    assert heavy_page.evaluate("window.moved") < 0.05


def test_no_figure_stands_alone_in_a_line(page: Page) -> None:
    page.goto("/")
    lines = """() => Object.values(Object.groupBy(
      document.querySelectorAll(".jb-scores > li"), (one) => one.offsetTop
    )).map((line) => line.length)"""
    for width, expected in ((1920, [8]), (1000, [4, 4]), (768, [4, 4]), (320, [2, 2, 2, 2])):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(lines) == expected


@pytest.mark.parametrize("path", ["/", "/journeys/", JOURNEY, COMPARE])
def test_page_adds_little(page: Page, path: str) -> None:
    sizes: dict[str, int] = {}
    page.on("response", lambda one: sizes.update({one.url: len(one.body())}))
    page.goto(path, wait_until="networkidle")
    ours = {url: size for url, size in sizes.items() if "/assets/journeybook/" in url}
    assert 0 < sum(size for url, size in ours.items() if url.endswith(".css")) < MOST_STYLES
    assert 0 < sum(size for url, size in ours.items() if url.endswith(".js")) < MOST_SCRIPTS


def test_no_page_takes_in_the_style_sheets_of_many_areas(site: Site) -> None:
    folder = site.folder / "assets" / "journeybook"
    sizes = {one.name: one.stat().st_size for one in folder.glob("*.css")}
    pages = (site.folder / path.strip("/") / "index.html" for path in site.paths())
    sheets = (re.findall(r'/journeybook/([\w-]+\.css)"', one.read_text("utf-8")) for one in pages)
    sums = {sum(map(sizes.__getitem__, named)) for named in sheets}
    assert 0 < max(sums) < MOST_STYLES_ANYWHERE


@pytest.mark.parametrize("path", [JOURNEY, TOGETHER, "/journeys/cfo/", "/journeys/it-manager/"])
def test_overview_map_and_flow_are_printed_on_one_sheet_each(page: Page, path: str) -> None:
    page.goto(path)
    printed = page.pdf(prefer_css_page_size=True)
    sheets = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", printed)
    wide = [one for one in sheets if float(one[0]) > float(one[1])]
    assert [round(float(one[0])) for one in wide] == [842, 1191, 1191]
    assert len(sheets) > len(wide)
    assert b"/Font" in printed
