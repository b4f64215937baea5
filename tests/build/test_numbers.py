"""The numbers on the pages are those that anybody can count in the JSON export."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from journeybook.adapters.disk.folder import read_folder
from journeybook.adapters.disk.resources import shipped
from journeybook.adapters.disk.sites.handbook_folders import Folders
from journeybook.exports.json_export import handbook_json
from journeybook.exports.tables import table_files
from journeybook.pipeline import CompileSettings
from journeybook.rendering import Compilation
from tests.benchmarks.generator import Size, write_handbook
from tests.compiling import compile_handbook
from tests.reading_back import read_table
from tests.sites import DUTCH, EXAMPLE

COMING = ("idea", "planned", "draft", "review")


@dataclass(frozen=True)
class Counted:
    """A handbook's pages beside what its export says."""

    made: Compilation

    @cached_property
    def export(self) -> Mapping[str, Any]:
        return dict(json.loads(handbook_json(self.made.site)))

    @cached_property
    def assets(self) -> Mapping[str, Any]:
        return {asset["id"]: asset for asset in self.export["assets"]}

    def ids(self, kind: str) -> list[str]:
        return [one["id"] for one in self.export[kind]]

    def html(self, uri: str) -> str:
        page = next(page for page in self.made.pages if page.uri == uri)
        return "".join(block.html for block in page.blocks)

    def table(self, name: str) -> tuple[tuple[str, ...], ...]:
        return read_table(table_files(self.made.site)[name])[1:]

    def on(self, channel: str, phase: str) -> Counter[str]:
        """The statuses of what is on a channel in a phase for anybody."""
        there = {
            placement["asset"]
            for placement in self.export["placements"]
            if (placement["channel"], placement["phase"]) == (channel, phase)
        }
        return Counter(self.assets[asset]["status"] for asset in there)

    def users(self, channel: str, phase: str) -> set[str]:
        return {
            persona
            for journey in self.export["journeys"]
            if journey["state"] == "current"
            for step in journey["steps"]
            for touchpoint in step["touchpoints"]
            for persona in touchpoint["personas"]
            if step["phase"] == phase and touchpoint["channel"] == channel
        }


@pytest.fixture(scope="module", params=["example", "dutch", "generated"])
def counted(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Counted:
    """Each of the two handbooks, and one that was made to measure."""
    root = {"example": EXAMPLE.parent, "dutch": DUTCH.parent}.get(request.param)
    if root is None:
        root = tmp_path_factory.mktemp("generated")
        write_handbook(root, Size(assets=120, personas=4))
    return Counted(compiled(root))


def compiled(root: Path) -> Compilation:
    files = read_folder(Folders(root=root, content="content", config="site_config"))
    return compile_handbook(files, CompileSettings(resources=shipped()), date(2026, 11, 21))


def numbers(html: str) -> list[int]:
    """The numbers in a piece of a page, without its tags."""
    return [int(one) for one in re.findall(r"\d+", re.sub(r"<[^>]*>", " ", html))]


def cells(html: str) -> Iterator[tuple[str, list[int]]]:
    """The id of what is behind each cell of a matrix, with the numbers of its supply."""
    for cell in re.findall(r'<button type="button" class="jb-cell.*?</button>', html, re.DOTALL):
        panel = re.search(r'popovertarget="cell-([^"]*)"', cell)
        assert panel
        told = [
            [int(one) for one in re.findall(rf'"{what} \d+ [^"]*">\D*(\d+)', cell)]
            for what in (r"assets-\w+", r"users")
        ]
        yield panel.group(1), told[0] or told[1]


def test_channel_matrix(counted: Counted) -> None:
    shown = dict(cells(counted.html("matrix/index.md").partition("jb-panel")[0]))
    for channel in counted.ids("channels"):
        for phase in counted.ids("phases"):
            found = counted.on(channel, phase)
            live, coming = found["published"], sum(found[one] for one in COMING)
            supply = [one for one in (live, coming) if one]
            place = f"{channel}-{phase}"
            if supply:
                assert shown[place] == supply
            elif place in shown:
                assert shown[place] == [len(counted.users(channel, phase))]
            else:
                assert not counted.users(channel, phase)


def test_channel_matrix_as_a_table(counted: Counted) -> None:
    rows = iter(counted.table("matrix/channel-matrix.csv"))
    for channel in counted.ids("channels"):
        for phase in counted.ids("phases"):
            row, found = next(rows), counted.on(channel, phase)
            assert int(row[4]) == found["published"]
            assert int(row[5]) == sum(found[one] for one in COMING)
            assert len([one for one in row[7].split(", ") if one]) == len(
                counted.users(channel, phase)
            )
    assert next(rows, None) is None


def test_use_against_supply(counted: Counted) -> None:
    rows = counted.table("matrix/channel-matrix-use-and-supply.csv")
    shown = counted.html("matrix/index.md").partition("jb-supply")[2].partition("</table>")[0]
    places = re.findall(r"<tr><th scope=\"row\">.*?</tr>", shown, re.DOTALL)
    told = [numbers(place.partition("</th>")[2]) for place in places]
    assert told == [[int(one) for one in row[1:]] for row in rows]
    for channel, row in zip(counted.ids("channels"), rows, strict=True):
        phases = counted.ids("phases")
        users = {one for phase in phases for one in counted.users(channel, phase)}
        live = {
            placement["asset"]
            for placement in counted.export["placements"]
            if placement["channel"] == channel
            and counted.assets[placement["asset"]]["status"] == "published"
        }
        assert (int(row[2]), int(row[3])) == (len(users), len(live))


def test_questions_per_phase(counted: Counted) -> None:
    states = {one["question"]: one["state"] for one in counted.export["answers"]}
    expected = {phase: Counter[str]() for phase in counted.ids("phases")}
    for journey in counted.export["journeys"]:
        for step in journey["steps"] if journey["state"] == "current" else ():
            expected[step["phase"]].update(states[one["id"]] for one in step["questions"])
    table = counted.html("coverage/index.md").partition("jb-answers")[2].partition("</table>")[0]
    rows = re.findall(r"<tr><th scope=\"row\">.*?</tr>", table, re.DOTALL)
    assert [numbers(row.partition("</th>")[2])[:4] for row in rows] == [
        [found[state] for state in ("answered", "lacking", "filling", "open")]
        for found in expected.values()
    ]


def test_served_places(counted: Counted) -> None:
    states = Counter(place["state"] for place in counted.export["places"])
    figures = re.findall(
        r'<span class="jb-score-figure[^"]*">(.*?)</span>', counted.html("matrix/index.md")
    )
    assert numbers(figures[0]) == ([states["served"]] if states.total() else [])
    assert [numbers(figure) for figure in figures[1:3]] == [[states["missing"]], [states["thin"]]]


def test_coverage_by_persona_and_phase(counted: Counted) -> None:
    content = {(one["persona"], one["phase"]): one["assets"] for one in counted.export["content"]}
    rows = iter(counted.table("coverage/coverage-by-phase.csv"))
    for persona in counted.ids("personas"):
        for phase in counted.ids("phases"):
            row = next(rows)
            assets = [counted.assets[one] for one in content.get((persona, phase), [])]
            found = Counter(asset["status"] for asset in assets)
            order = ("idea", "planned", "draft", "review", "published", "retired")
            assert [int(one) for one in row[7:13]] == [found[one] for one in order]
            live = {one["type"] for one in assets if one["status"] == "published" and one["type"]}
            assert int(row[13]) == len(live)


def test_catalogue_lists_every_asset_once(counted: Counted) -> None:
    html = counted.html("assets/index.md")
    shown = Counter(keys.split("|")[1] for keys in re.findall(r'<tr data-k="([^"]*)"', html))
    assert shown == Counter(asset["status"] for asset in counted.assets.values())
