"""`journeybook check` in the terminal is a work list, cut as its reader asks."""

import re
from functools import cache

import pytest
from click.testing import CliRunner

from journeybook.adapters.cli import main
from tests.sites import EXAMPLE

DAY = ("--today", "2026-11-21")
GAP = re.compile(r"content/\S+?:\d+:\d+: .+ \[(?P<code>[a-z-]+)\] [0-9a-f]{12}( \(.+\))?")
FIX = re.compile(r"\d+\. .+closes \d+ gap")
NUMBER = re.compile(r"\d+")


@cache
def lines(*options: str) -> tuple[str, ...]:
    """Check the example, once for all that ask the same, and give what is printed."""
    done = CliRunner().invoke(main, ["check", str(EXAMPLE.parent), *DAY, *options])
    assert done.exit_code == 0, done.output
    return tuple(done.output.splitlines())


def shown(printed: tuple[str, ...]) -> list[str]:
    """The codes of the gaps that are told one by one."""
    return [match["code"] for line in printed if (match := GAP.fullmatch(line.strip()))]


def test_ten_fixes_are_told_with_their_gaps_and_the_other_gaps_counted() -> None:
    printed = lines()
    assumptions, rest = (int(NUMBER.findall(line)[0]) for line in printed[-4:-2])
    _, *gaps = map(int, NUMBER.findall(printed[-1]))
    assert printed[-2].endswith("places asked")
    assert [line.split(".")[0] for line in printed if FIX.match(line)] == [*map(str, range(1, 11))]
    assert len(shown(printed)) > 10
    assert "assumption" not in shown(printed)
    assert len(shown(printed)) + assumptions + rest == sum(gaps) == len(shown(lines("--all")))


def test_the_fixes_stand_in_the_order_of_their_value() -> None:
    printed = "\n".join(lines())
    values = [float(value) for value in re.findall(r"([\d.]+) points", printed)]
    assert len(values) == 10
    assert values == sorted(values, reverse=True)
    # Work that writers do not do has its place among the rest.
    assert re.search(r"^\d+\. .+ \(change, ", printed, re.MULTILINE)


def test_every_fix_says_first_what_to_do() -> None:
    printed = [line for line in lines() if FIX.match(line)]
    assert [line for line in printed if not re.match(r"\d+\. .{9,} \(\w+, effort ", line)] == []


@pytest.mark.parametrize(
    ("options", "part"),
    [
        (("--persona", "CFO"), "journeys/cfo/"),
        (("--phase", "consideration"), "consideration"),
        (("--code", "stale-asset"), "[stale-asset]"),
    ],
)
def test_a_filter_tells_only_what_fits(options: tuple[str, str], part: str) -> None:
    everything = {line for line in lines("--all") if GAP.fullmatch(line)}
    told = {line for line in lines("--all", *options) if GAP.fullmatch(line)}
    assert 0 < len(told) < len(everything)
    assert told <= everything
    assert any(part in line for line in told)


def test_weight_and_owner_cut_as_well() -> None:
    heavy = shown(lines("--all", "--severity", "high"))
    assert 0 < len(heavy) < len(shown(lines("--all", "--severity", "medium")))
    assert (
        lines("--owner", "content team")[-1] == "only what was asked for is told and counted here"
    )


def test_a_name_that_nothing_has_is_told() -> None:
    done = CliRunner().invoke(main, ["check", str(EXAMPLE.parent), "--persona", "Nobody"])
    assert done.exit_code == 2
    assert "there is no Nobody here; known: cfo" in done.output
    # Of many, some are named.
    done = CliRunner().invoke(main, ["check", str(EXAMPLE.parent), "--code", "qwertyuiop"])
    assert done.output.count(", ") == 6
    assert done.output.rstrip().endswith(", …")
