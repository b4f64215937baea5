"""The examples of the manual: the files it shows, and what it says a command prints."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.sites import ROOT

GUIDE = ROOT / "content" / "guide"
TUTORIAL = "first-journey.md"
WALKS = ("start.md", TUTORIAL, "inventory.md", "workshop.md", "nl/first-journey.md")
"""The pages with a folder of their own; all others show files of one handbook."""

_CHOSEN = {"mkdocs.yml": "custom_dir:", "site_config/journeybook.yml": "owners:"}
"""What stands in the version of a file that counts where several are shown."""

FINDINGS = ("findings", "nl/findings")
"""The folders of what is told of each finding; the list of all stands beside each."""

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


def findings(folder: str) -> tuple[str, ...]:
    """Give the pages of what is told of each finding."""
    pages = (GUIDE / folder).glob("*.md")
    return tuple(sorted(page.relative_to(GUIDE).as_posix() for page in pages))


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


def shown_together() -> Iterator[Example]:
    """Give the files of the one handbook that all pages but those that walk show together."""
    for page in sorted({*handwritten()} - {*WALKS}):
        for example in examples(page):
            if example.path and _CHOSEN.get(example.path, "") in example.text:
                yield example


def write_together(root: Path) -> Path:
    """Save them all in a folder."""
    for example in shown_together():
        write(example, root)
    return root


def write(example: Example, root: Path) -> None:
    """Save the file that an example shows."""
    assert example.path is not None
    target = root / example.path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(example.text, "utf-8")
