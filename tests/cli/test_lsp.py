"""An editor gets what is wrong while somebody types, and help: spoken to over standard streams."""

import asyncio
import json
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from shutil import which

import pytest

from journeybook import __version__
from tests.cli.test_init import journeybook
from tests.sites import ROOT

pytest.importorskip("pygls")

from lsprotocol import types
from pygls.lsp.client import LanguageClient

ASSET = """\
---
title: Een stuk
type: prijspagin
personas: officemanagr
phases: [overweging]
answers: Huren of kopen?
---
"""


@dataclass(kw_only=True)
class Editor:
    """An editor with one handbook open."""

    client: LanguageClient
    root: Path
    marks: dict[str, list[types.Diagnostic]] = field(default_factory=dict)
    version: int = 1

    def uri(self, path: str) -> str:
        return (self.root / path).as_uri()

    def type(self, path: str, text: str) -> None:
        """Put a text in place of another."""
        self.version += 1
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                text_document=types.VersionedTextDocumentIdentifier(
                    uri=self.uri(path), version=self.version
                ),
                content_changes=[types.TextDocumentContentChangeWholeDocument(text=text)],
            )
        )

    def open(self, path: str, text: str) -> None:
        """Open a file, saved or not."""
        self.client.text_document_did_open(
            types.DidOpenTextDocumentParams(
                text_document=types.TextDocumentItem(
                    uri=self.uri(path), language_id="markdown", version=1, text=text
                )
            )
        )

    async def codes(self, path: str, until: Callable[[set[str]], bool]) -> set[str]:
        """The codes of what is marked in a file, once they are as awaited."""
        for _ in range(400):
            found = {str(one.code) for one in self.marks.get(self.uri(path), [])}
            if until(found):
                return found
            await asyncio.sleep(0.05)
        raise AssertionError(f"never marked so: {self.marks.get(self.uri(path))}")

    async def offered(self, path: str, line: int, character: int) -> dict[str, str]:
        """What may stand at a place, with what is typed for it."""
        found = await self.client.text_document_completion_async(
            types.CompletionParams(
                text_document=types.TextDocumentIdentifier(uri=self.uri(path)),
                position=types.Position(line=line, character=character),
            )
        )
        assert isinstance(found, list)
        edits = {one.label: one.text_edit for one in found}
        return {label: edit.new_text for label, edit in edits.items() if edit}

    async def told(self, path: str, line: int, character: int) -> str:
        """What is explained at a place."""
        hover = await self.client.text_document_hover_async(
            types.HoverParams(
                text_document=types.TextDocumentIdentifier(uri=self.uri(path)),
                position=types.Position(line=line, character=character),
            )
        )
        if hover is None:
            return ""
        assert isinstance(hover.contents, types.MarkupContent)
        return hover.contents.value

    async def led(self, path: str, line: int, character: int) -> tuple[str, int]:
        """The file and the line where what stands at a place is written."""
        place = await self.client.text_document_definition_async(
            types.DefinitionParams(
                text_document=types.TextDocumentIdentifier(uri=self.uri(path)),
                position=types.Position(line=line, character=character),
            )
        )
        assert isinstance(place, types.Location)
        return place.uri.removeprefix(f"{self.root.as_uri()}/"), place.range.start.line


@asynccontextmanager
async def editor(root: Path) -> AsyncIterator[Editor]:
    client = LanguageClient("editor", "1")
    await client.start_io(sys.executable, "-m", "journeybook", "lsp")
    made = Editor(client=client, root=root)

    def marked(told: types.PublishDiagnosticsParams) -> None:
        made.marks[told.uri] = list(told.diagnostics)

    client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(marked)
    asked = types.InitializeParams(capabilities=types.ClientCapabilities(), root_uri=root.as_uri())
    await client.initialize_async(asked)
    client.initialized(types.InitializedParams())
    try:
        yield made
    finally:
        await client.shutdown_async(None)
        client.exit(None)
        await client.stop()


@pytest.fixture(scope="module")
def dutch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Dutch handbook that is filled in; nothing is saved in it."""
    folder = tmp_path_factory.mktemp("dutch") / "book"
    assert journeybook("init", str(folder), "--language", "nl", "--example").exit_code == 0
    return folder


def within(root: Path, session: Callable[[Editor], Awaitable[None]]) -> None:
    """Run a session with an editor."""

    async def run() -> None:
        async with editor(root) as made:
            await session(made)

    # A browser's session, where one is open, keeps the loop of this thread.
    with ThreadPoolExecutor(1) as aside:
        aside.submit(asyncio.run, asyncio.wait_for(run(), 60)).result()


def test_an_editor_is_helped(dutch: Path) -> None:
    path = "content/assets/stuk.md"

    async def session(made: Editor) -> None:
        # Nothing is saved: what stands in the editor counts.
        made.open(path, ASSET)
        await made.codes(path, lambda codes: {"unknown-persona", "unknown-asset-type"} <= codes)
        (mark,) = (one for one in made.marks[made.uri(path)] if one.code == "unknown-persona")
        assert "bedoelde je 'officemanager'?" in mark.message
        assert (mark.range.start.line, mark.range.start.character) == (3, 10)
        assert mark.range.end.character == len("personas: officemanagr")

        actions = await made.client.text_document_code_action_async(
            types.CodeActionParams(
                text_document=types.TextDocumentIdentifier(uri=made.uri(path)),
                range=mark.range,
                context=types.CodeActionContext(diagnostics=[mark]),
            )
        )
        (action,) = (one for one in actions or () if isinstance(one, types.CodeAction))
        assert action.edit
        assert action.edit.changes
        (edit,) = action.edit.changes[made.uri(path)]
        assert (edit.new_text, edit.range) == ("officemanager", mark.range)
        assert action.title == "Schrijf officemanager"

        made.type(path, ASSET.replace("officemanagr", "officemanager"))
        await made.codes(path, lambda codes: "unknown-persona" not in codes)

        step = "content/journeys/officemanager/overweging.md"
        assert await made.led(path, 5, 12) == (step, 6)

    within(dutch, session)


OFFERED = [
    ("assets/a.md", "---\npersonas: o\n---\n", (1, 11), "officemanager"),
    ("assets/a.md", "---\nphases: [overweging, a]\n---\n", (1, 22), "aankoop"),
    ("assets/a.md", "---\ntype: \n---\n", (1, 6), "prijspagina"),
    ("assets/a.md", "---\ntitle: A\nch\n---\n", (2, 2), "channels"),
    ("personas/p.md", "---\nrole: \n---\n", (1, 6), "beslisser"),
    ("personas/p.md", "---\nchannels:\n  primary: \n---\n", (2, 11), "website"),
    (
        "journeys/officemanager/aankoop.md",
        "---\ntouchpoints:\n  - title: Belt\n    channel: \n---\n",
        (3, 13),
        "gesprek",
    ),
    (
        "journeys/officemanager/aankoop.md",
        "---\ntouchpoints:\n  - title: Belt\n    sa\n---\n",
        (3, 6),
        "satisfaction",
    ),
]


def test_what_may_stand_here_is_offered(dutch: Path) -> None:
    async def session(made: Editor) -> None:
        for name, text, place, wanted in OFFERED:
            path = f"content/{name}"
            made.open(path, text)
            offered = await made.offered(path, *place)
            is_key = ":" not in text.split("\n")[place[0]]
            assert offered.get(wanted) == (f"{wanted}: " if is_key else wanted), text
            # What stands there already is not offered again.
            assert not ("title" in text and "title" in offered)

    within(dutch, session)


def test_names_and_keys_are_explained(dutch: Path) -> None:
    path = "content/assets/wat-een-kop-kost.md"
    text = (dutch / path).read_text("utf-8")
    lines = text.splitlines()
    persona = next(at for at, line in enumerate(lines) if line.startswith("personas:"))

    async def session(made: Editor) -> None:
        made.open(path, text)
        assert "**Officemanager**" in await made.told(path, persona, 14)
        assert "Voor wie het gemaakt is" in await made.told(path, persona, 3)
        there = ("content/personas/officemanager.md", 0)
        assert await made.led(path, persona, 14) == there

    within(dutch, session)


def test_a_folder_without_a_handbook_is_no_fault(tmp_path: Path) -> None:
    async def session(made: Editor) -> None:
        made.open("a.md", "---\ntitle: A\n---\n")
        assert await made.told("a.md", 1, 2) == ""

    within(tmp_path, session)


def test_the_extension_for_vs_code_starts_this_server() -> None:
    folder = ROOT / "editors" / "vscode"
    told = json.loads((folder / "package.json").read_text("utf-8"))
    script = (folder / told["main"]).read_text("utf-8")
    assert told["version"] == __version__
    assert 'args: ["lsp"]' in script
    assert "vscode-languageclient/node" in script
    assert "vscode-languageclient" in told["dependencies"]
    if node := which("node"):
        subprocess.run([node, "--check", folder / told["main"]], check=True)
