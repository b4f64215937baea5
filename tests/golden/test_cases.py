"""Every golden case comes out as its file says; JB_UPDATE_GOLDEN=1 writes what comes out."""

import os
from pathlib import Path

import pytest

from journeybook.codes import Code, Family
from journeybook.rules.registry import own_rules
from tests.golden.case import CASES, all_cases, findings, outcome, read_case

UPDATE = bool(os.environ.get("JB_UPDATE_GOLDEN"))
RULES = CASES / "rules"


@pytest.mark.parametrize("path", all_cases(), ids=lambda path: str(path.relative_to(CASES)))
def test_case_comes_out_as_written(path: Path) -> None:
    told = outcome(read_case(path))
    if UPDATE:
        path.write_text(told, encoding="utf-8")
    assert told == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("code", list(Code))
def test_code_has_a_case_where_it_fires(code: Code) -> None:
    found = findings(read_case(RULES / code / "fires.txt"))
    assert code in {one.code for one in found}


@pytest.mark.parametrize("code", [code for code in Code if own_rules()[code].family is Family.GAP])
def test_gap_has_a_case_where_it_just_does_not_fire(code: Code) -> None:
    found = findings(read_case(RULES / code / "just-not.txt"))
    assert [str(one) for one in found if one.code == code] == []
    assert [str(one) for one in found if one.family is Family.PROBLEM] == []


@pytest.mark.parametrize("code", [code for code in Code if own_rules()[code].family is Family.GAP])
def test_gap_has_a_case_where_it_is_waived(code: Code) -> None:
    found = findings(read_case(RULES / code / "waived.txt"))
    told = [one for one in found if one.code == code]
    assert told
    assert all(one.waived for one in told)


def test_every_case_belongs_to_a_code() -> None:
    assert {one.name for one in RULES.iterdir()} == set(Code)
