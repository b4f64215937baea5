"""From the report to the brief to a gap that is being filled, in a copy of the example.

What naming content that is there does stands in `test_link.py`.
"""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from journeybook.adapters.cli.main import main
from journeybook.rules.registry import own_rules
from tests.sites import ROOT

TODAY = ("--today", "2026-11-26")
LINE = re.compile(r"\[(?P<code>[\w-]+)\] (?P<fingerprint>[0-9a-f]{12})(?P<state> \()?")
OFFERED = {code for code, rule in own_rules().items() if rule.closed_by}


def journeybook(*arguments: str) -> Result:
    """Run a command as of one day."""
    return CliRunner().invoke(main, (*arguments, *TODAY))


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the example."""
    folder = tmp_path_factory.mktemp("example")
    for name in ("content", "site_config"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def gaps(example: Path) -> dict[str, re.Match[str]]:
    """What `check` tells, by fingerprint."""
    told = journeybook("check", str(example), "--all", "--fail-on", "error")
    assert told.exit_code == 0, told.output
    return {found["fingerprint"]: found for found in LINE.finditer(told.output)}


def test_every_brief_that_the_report_offers_fills_its_gap(example: Path) -> None:
    told: dict[str, list[str]] = {}
    for fingerprint, found in gaps(example).items():
        if found["code"] in OFFERED and not found["state"]:
            told.setdefault(found["code"], []).append(fingerprint)
    # What no content takes away asks for an action, and is passed over.
    begun = (
        (code, next((one for one in all_ if _begun(code, one, example)), ""))
        for code, all_ in told.items()
    )
    first = {code: one for code, one in begun if one}
    briefed = list(first)
    assert {"unanswered-question", "drop-off-without-countermeasure"} <= set(briefed)
    assert "unmet-expectation" in briefed
    after = gaps(example)
    still_open = [code for code in briefed if (gap := after.get(first[code])) and not gap["state"]]
    assert still_open == []


def _begun(code: str, fingerprint: str, example: Path) -> bool:
    output = example / "content" / "assets" / "briefs" / f"{code}.md"
    done = journeybook("brief", fingerprint, str(example), "--output", str(output))
    # The brief of another gap at the same place may fill this one, and what goes badly asks for an
    # action.
    if done.exit_code:
        assert "is on its way" in done.output or "not closed by writing" in done.output
        return False
    again = journeybook("brief", fingerprint, str(example))
    assert f"{code}.md is the brief of this gap already" in again.output
    return True
