"""What each rule says in Dutch, from the same cases; the manual shows these lines."""

import os
from dataclasses import replace

from journeybook.codes import Code
from journeybook.pipeline import read_handbook
from journeybook.sources.document import SourceFile
from tests.golden.case import CASES, SETTINGS, TODAY, read_case

PRINTED = CASES / "nl" / "printed.md"
DECISIONS = "site_config/journeybook.yml"


def in_dutch(code: Code) -> str:
    """The shortest line that a rule prints of its case in a Dutch handbook."""
    sources = {one.path: one for one in read_case(CASES / "rules" / code / "fires.txt").sources}
    before = sources.get(DECISIONS, SourceFile(path=DECISIONS))
    sources[DECISIONS] = replace(before, data=b"language: nl\n" + before.data)
    found = read_handbook(tuple(sources.values()), SETTINGS, TODAY).findings
    return min((str(one) for one in found if one.code == code), key=len)


def test_every_rule_speaks_dutch_as_written() -> None:
    told = "".join(f"{in_dutch(code)}\n" for code in Code)
    if os.environ.get("JB_UPDATE_GOLDEN"):
        PRINTED.write_text(told, "utf-8")
    assert told == PRINTED.read_text("utf-8")
