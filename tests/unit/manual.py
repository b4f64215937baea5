"""The examples of the manual: the files it shows, and what it says a command prints."""

import re
from dataclasses import dataclass
from pathlib import Path

from tests.sites import ROOT

GUIDE = ROOT / "content" / "guide"
TUTORIAL = "first-journey.md"
MADE = ("fields.md", "figures.md", "findings.md", "nl/findings.md", "words.md")

_BLOCK = re.compile(
    r'^```(?P<language>\w+)(?: title="(?P<title>[^"]+)")?[^\n]*\n(?P<text>.*?)^```$',
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, kw_only=True)
class Example:
    """A block of code on a page; `path` is the file it shows, if it shows one."""

    page: str
    language: str
    path: str | None
    text: str


def examples(page: str) -> tuple[Example, ...]:
    """Give the examples of a page in the order they stand."""
    text = (GUIDE / page).read_text("utf-8")
    return tuple(
        Example(page=page, language=one["language"], path=one["title"], text=one["text"])
        for one in _BLOCK.finditer(text)
    )


def handwritten() -> tuple[str, ...]:
    """Give the pages of the manual that people write."""
    return tuple(sorted(file.name for file in GUIDE.glob("*.md") if file.name not in MADE))


def write(example: Example, root: Path) -> None:
    """Save the file that an example shows."""
    assert example.path is not None
    target = root / example.path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(example.text, "utf-8")
