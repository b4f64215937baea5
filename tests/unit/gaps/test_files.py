"""The tables and calendars beside the reports can be read by what they are made for."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeybook.exports.gap_files import DayEntry, gap_files, owner_calendar, write_calendar
from journeybook.exports.tables import neutral, plain, write_table
from journeybook.pages.briefs.brief import can_be_briefed, make_brief
from journeybook.pages.gaps.item import make_item
from journeybook.pages.parts.shape import published_at
from journeybook.pages.parts.ways.links import Here
from journeybook.wording import Wording
from tests.reading_back import read_table
from tests.unit.gaps.cold_store import gaps_site
from tests.unit.handbooks import judged

CELLS = st.text(alphabet=st.characters(codec="utf-8"))


@pytest.mark.parametrize("text", ["=1+1", "+31 20", "-2", "@name", "\tx", "\rx", "'=1", "＝1"])  # noqa: RUF001
def test_no_cell_is_a_formula(text: str) -> None:
    assert neutral(text) == f"'{text}"
    assert plain(neutral(text)) == text


@pytest.mark.parametrize("text", ["", "price", "'quoted'", "1 = 1", "2026-11-21"])
def test_other_cells_stay_as_they_are(text: str) -> None:
    assert neutral(text) == plain(text) == text


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), max_size=5))
@pytest.mark.thorough
def test_a_table_reads_back_as_it_was_written(rows: list[list[str]]) -> None:
    assert read_table(write_table(("a", "b"), rows, Wording())) == (("a", "b"), *map(tuple, rows))


def test_every_report_has_its_rows_beside_it() -> None:
    book = gaps_site()
    files = gap_files(book)
    assert {name for name in files if name.endswith(".csv")} == {
        "gaps/gaps.csv",
        "gaps/all.csv",
        "gaps/purchase.csv",
        "gaps/engage.csv",
        "gaps/personas/cfo.csv",
        "gaps/personas/operations.csv",
        "gaps/channels/website.csv",
        "gaps/channels/peers.csv",
        "gaps/owners/content-team.csv",
        "gaps/owners/pricing-desk.csv",
    }
    head, *rows = read_table(files["gaps/purchase.csv"])
    assert head[0] == "Fingerprint"
    assert [row[0] for row in rows] == [
        one.finding.fingerprint for one in book.ledger.of(phase="purchase")
    ]


def test_a_calendar_holds_what_the_standard_asks_for() -> None:
    entry = DayEntry(uid="draft-a", day=date(2026, 12, 12), summary="Lease; buy, or wait\nnow")
    text = write_calendar("Dates", [entry], date(2026, 11, 21)).decode()
    assert text == (
        "BEGIN:VCALENDAR\r\n"
        "VERSION:2.0\r\n"
        "PRODID:-//Journeybook//Gaps//EN\r\n"
        "CALSCALE:GREGORIAN\r\n"
        "METHOD:PUBLISH\r\n"
        "NAME:Dates\r\n"
        "X-WR-CALNAME:Dates\r\n"
        "REFRESH-INTERVAL;VALUE=DURATION:P1D\r\n"
        "BEGIN:VEVENT\r\n"
        "UID:draft-a\r\n"
        "DTSTAMP:20261121T000000Z\r\n"
        "DTSTART;VALUE=DATE:20261212\r\n"
        "DTEND;VALUE=DATE:20261213\r\n"
        "SUMMARY:Lease\\; buy\\, or wait\\nnow\r\n"
        "TRANSP:TRANSPARENT\r\n"
        "END:VEVENT\r\n"
        "END:VCALENDAR\r\n"
    )


@given(CELLS)
def test_calendar_lines_are_short_whole_and_unfold_to_the_text(text: str) -> None:
    entry = DayEntry(uid="a", day=date.max, summary=text)
    data = write_calendar("Dates", [entry], date(2026, 11, 21))
    lines = data.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert all(line.decode() is not None for line in lines)
    unfolded = data.decode().replace("\r\n ", "")
    (summary,) = [one for one in unfolded.split("\r\n") if one.startswith("SUMMARY:")]
    read = summary.removeprefix("SUMMARY:")
    for written, meant in (("\\n", "\n"), ("\\,", ","), ("\\;", ";")):
        read = read.replace("\\\\", "\0").replace(written, meant).replace("\0", "\\\\")
    kept = "".join(sign for sign in text.replace("\r\n", "\n").replace("\r", "\n"))
    kept = "".join(sign for sign in kept if sign in "\n\t" or (sign >= " " and sign != "\x7f"))
    assert read.replace("\\\\", "\\") == kept


def test_entries_stand_in_the_order_of_their_days() -> None:
    today = date(2026, 11, 21)
    entries = [DayEntry(uid=str(at), day=today + timedelta(at), summary="x") for at in (2, 0, 1)]
    text = write_calendar("Dates", entries, today).decode()
    assert [line for line in text.splitlines() if line.startswith("UID")] == [
        "UID:0",
        "UID:1",
        "UID:2",
    ]


def _calendar(owner: str) -> bytes:
    site = gaps_site()
    return owner_calendar(owner, site.agendas[owner], site)


def test_an_owner_subscribes_to_drafts_and_reviews() -> None:
    text = _calendar("Pricing desk").decode()
    assert "UID:draft-lease-options@journeybook\r\n" in text
    assert "SUMMARY:Lease options: Draft\\, to be published\r\n" in text


def test_a_date_leads_to_its_page_where_the_site_says_its_address() -> None:
    site = gaps_site()
    (task,) = [one for one in site.agendas["Pricing desk"] if one.key == "draft-lease-options"]
    alone = owner_calendar("Pricing desk", [task], site).decode()
    assert "DESCRIPTION:Page of the handbook: assets/lease-options\r\n" in alone
    shape = replace(site.shape, published=published_at("https://example.com/b", "nl/"))
    text = owner_calendar("Pricing desk", [replace(task, anchor="why")], replace(site, shape=shape))
    unfolded = text.decode().replace("\r\n ", "")
    assert "DESCRIPTION:https://example.com/b/nl/assets/lease-options/#why\r\n" in unfolded


def test_every_brief_is_a_text_and_the_first_are_pages_too() -> None:
    asked = ", ".join(f"Question number {at} of all?" for at in range(12))
    site = judged(
        {
            "personas/buyer.md": "# Buyer\n",
            "phases/buy.md": "# Buy\n",
            "journeys/buyer/index.md": "---\npersona: buyer\n---\n# J\n",
            "journeys/buyer/buy.md": f"---\nquestions: [{asked}]\n---\n",
        }
    ).site
    here, files = Here(site=site, uri=site.addresses.all_gaps), gap_files(site)
    entries = [one for one in site.ledger.entries if can_be_briefed(one, site)]
    told = [make_item(entry, here).brief for entry in entries]
    assert len(entries) > len(site.briefed) > 0
    assert all(told)
    for entry in entries:
        fingerprint = entry.finding.fingerprint
        file = files[site.addresses.brief_text_of(fingerprint)]
        assert file.decode("utf-8-sig") == make_brief(entry, site).text
