"""Compares two small handbooks given as texts by path."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from journeybook.adapters.disk.sites.handbook_folders import Folders
from journeybook.adapters.disk.workspace import judged
from journeybook.compare.change import Tone
from journeybook.compare.comparison import Comparison, compare
from journeybook.compare.summary.context import Context
from journeybook.compare.summary.headline import headline
from journeybook.pipeline import Judged
from journeybook.sources.document import SourceFile
from journeybook.sources.reading import Known
from tests.repositories import HANDBOOK

TODAY = date(2026, 11, 21)
FOLDERS = Folders(root=Path(), content="content", config="site_config")
PURCHASE = "content/journeys/buyer/purchase.md"
AWARENESS = "content/journeys/buyer/awareness.md"
PRICES = "content/assets/price-list.md"

Texts = Mapping[str, str | None]


def judge(texts: Texts, known: Known | None = None) -> Judged:
    """Judge the handbook of these files; those in `known` are not read again."""
    files = (
        SourceFile(path=path, data=text.encode())
        for path, text in texts.items()
        if text is not None
    )
    return judged(files, FOLDERS, TODAY, known)


def changed(texts: Texts) -> Comparison:
    """Compare the handbook of the tests with itself after some files changed; None removes one."""
    return compare(judge(HANDBOOK), judge({**HANDBOOK, **texts}))


def edited(path: str, before: str, after: str) -> dict[str, str | None]:
    """Give a file of the handbook with one text in it replaced."""
    assert before in HANDBOOK[path], f"{before!r} is not in {path}"
    return {path: HANDBOOK[path].replace(before, after)}


def told(comparison: Comparison) -> list[str]:
    """Write each act and each effect as one line: label, text, and the values before and after."""
    return [
        f"{one.label}: {one.text}" + (f" | {one.before} | {one.after}" if one.aspect else "")
        for one in comparison.changes
    ]


def first_lines(texts: Texts, before: Texts = HANDBOOK) -> str:
    """Give the first lines of what is said of a change."""
    comparison = compare(judge(before), judge({**before, **texts}))
    return " ".join(headline(comparison, Context()).sentences)


def counted(comparison: Comparison, tone: Tone) -> int:
    return sum(one.tone is tone for one in comparison.changes)
