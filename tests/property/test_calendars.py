"""Every date of a handbook stands in exactly one calendar, that of its owner."""

import re
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from journeybook.exports.gap_files import gap_files
from tests.unit.handbooks import TODAY, judged

OWNERS = ("", "Shop", "shop", "Desk & Co", "nobody")
days = st.integers(-400, 400).map(lambda more: TODAY + timedelta(days=more))
owners = st.sampled_from(OWNERS)
REVIEWED = ("personas", "phases", "channels", "journeys", "research", "actions")


@st.composite
def kept(draw: st.DrawFn) -> tuple[str, str, date, str]:
    """A file that somebody should review: path, front matter, the day, and whose it is."""
    folder, owner = draw(st.sampled_from(REVIEWED)), draw(owners)
    reviewed, every = draw(days), draw(st.integers(1, 90))
    keys = f"owner: {owner}\nreviewed: {reviewed}\nreview_every: {every} days\n"
    keys += "persona: p\n" if folder == "journeys" else ""
    return folder, keys, reviewed + timedelta(days=every), owner


@st.composite
def due(draw: st.DrawFn) -> tuple[str, str, date, str]:
    """A piece of content or an action that is due."""
    folder, owner, day = draw(st.sampled_from(("assets", "actions"))), draw(owners), draw(days)
    status = {"assets": "draft", "actions": "doing"}[folder]
    return folder, f"owner: {owner}\nstatus: {status}\ndue: {day}\n", day, owner


@st.composite
def measured(draw: st.DrawFn) -> tuple[str, str, date, str]:
    """An action with a figure that was read and should be read again."""
    owner = draw(owners)
    read = TODAY - timedelta(days=draw(st.integers(0, 300)))
    every = draw(st.integers(1, 90))
    kpi = f"kpi: {{name: F, every: {every} days, readings: [{{date: {read}, value: 1}}]}}\n"
    return "actions", f"owner: {owner}\n{kpi}", read + timedelta(days=every), owner


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(kept(), due(), measured()), min_size=1, max_size=12))
def test_every_date_is_in_the_calendar_of_its_owner_and_in_no_other(
    items: list[tuple[str, str, date, str]],
) -> None:
    files = {"personas/p.md": "---\ntitle: P\nowner: Shop\n---\n"}
    wanted: dict[str, list[str]] = {}
    for at, (folder, keys, day, owner) in enumerate(items):
        name = f"thing{at}x"
        path = f"journeys/{name}/index.md" if folder == "journeys" else f"{folder}/{name}.md"
        # A figure is told by its own name, and no two of one name are told apart by it.
        files[path] = f"---\ntitle: {name}\n{keys.replace('name: F', f'name: {name}')}---\n"
        # Names that differ in capitals are one owner's.
        wanted.setdefault(owner.casefold(), []).append(f"{day:%Y%m%d} {name}")
    site = judged(files).site
    written = gap_files(site)
    for owner, slug in site.ledger.owner_slugs.items():
        path = site.addresses.calendar_beside(site.addresses.gaps_of_owner(slug))
        assert sorted(_entries(written[path].decode())) == sorted(wanted.pop(owner.casefold(), []))
    assert wanted == {}


def _entries(calendar: str) -> list[str]:
    days_ = re.findall(r"DTSTART;VALUE=DATE:(\d+)", calendar)
    names = re.findall(r"SUMMARY:(thing\d+x)", calendar)
    assert len(days_) == len(names)
    return [f"{day} {name}" for day, name in zip(days_, names, strict=True)]
