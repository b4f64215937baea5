"""The Dutch handbook with all that was asked, which makes it clean, and ways to break it."""

from dataclasses import dataclass

from journeybook.findings import Finding
from journeybook.pipeline import read_handbook
from journeybook.sources.document import Refusal, SourceFile
from tests.golden.case import SETTINGS, TODAY
from tests.sites import DUTCH

ROOT = DUTCH.parent
CLEAN = {
    path.relative_to(ROOT).as_posix(): path.read_bytes()
    for folder in ("content", "site_config")
    for path in sorted((ROOT / folder).rglob("*.*"))
}

STEP = "content/journeys/grip-op-energie/loyaliteit.md"
ANSWERS = """expectations: geen
drop_offs: geen
"""
"""What nobody asked there yet, which the handbook shows."""
CLEAN[STEP] = CLEAN[STEP].replace(b"touchpoints:\n", f"{ANSWERS}touchpoints:\n".encode())


@dataclass(frozen=True, slots=True)
class Change:
    """In a file, which lies in `content/` unless it says otherwise, put one text for another."""

    path: str
    old: str
    new: str = ""

    def applied(self, files: dict[str, SourceFile]) -> SourceFile:
        path = placed(self.path)
        text = files[path].data.decode()
        if text.count(self.old) != 1:
            raise ValueError(f"{path} holds {text.count(self.old)} times: {self.old}")
        return SourceFile(path=path, data=text.replace(self.old, self.new).encode())


@dataclass(frozen=True, slots=True)
class Addition:
    """A new file."""

    path: str
    text: str = ""
    encoding: str = "utf-8"
    refused: Refusal | None = None

    def applied(self, _files: dict[str, SourceFile]) -> SourceFile:
        data = self.text.encode(self.encoding)
        return SourceFile(path=placed(self.path), data=data, refused=self.refused)


Break = tuple[Change | Addition, ...]


def broken(*changes: Change | Addition) -> tuple[Finding, ...]:
    """Judge the handbook with some changes."""
    files = {path: SourceFile(path=path, data=data) for path, data in CLEAN.items()}
    for change in changes:
        file = change.applied(files)
        files[file.path] = file
    return read_handbook(files.values(), SETTINGS, TODAY).findings


def placed(path: str) -> str:
    """The path from the root of the handbook."""
    return path if path.startswith("site_config/") else f"content/{path}"
