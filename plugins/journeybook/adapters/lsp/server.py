"""A language server: answers what editors ask, by the protocol that they share."""

from collections.abc import Iterator
from pathlib import Path

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.workspace import TextDocument

from journeybook import __version__
from journeybook.adapters.lsp.desk import Desk, Typing, lines_of, range_in
from journeybook.editors.helping import explained, place_of, suggestions
from journeybook.editors.review import ways_out
from journeybook.editors.spot import keys_beside


def make_server() -> LanguageServer:
    """Make a server that speaks to one editor."""
    server = LanguageServer(
        "journeybook", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full
    )
    desk = Desk(server)

    def initialized(_: types.InitializedParams) -> None:
        desk.open(Path(server.workspace.root_path or ".").resolve())

    def opened(given: types.DidOpenTextDocumentParams) -> None:
        desk.take(given.text_document.uri)

    def changed(given: types.DidChangeTextDocumentParams) -> None:
        desk.take(given.text_document.uri)

    def closed(given: types.DidCloseTextDocumentParams) -> None:
        desk.close(given.text_document.uri)

    def saved(_: types.DidSaveTextDocumentParams) -> None:
        desk.read_disk()

    def elsewhere(_: types.DidChangeWatchedFilesParams) -> None:
        desk.read_disk()

    server.feature(types.INITIALIZED)(initialized)
    server.feature(types.TEXT_DOCUMENT_DID_OPEN)(opened)
    server.feature(types.TEXT_DOCUMENT_DID_CHANGE)(changed)
    server.feature(types.TEXT_DOCUMENT_DID_CLOSE)(closed)
    server.feature(types.TEXT_DOCUMENT_DID_SAVE)(saved)
    server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)(elsewhere)
    _answer(server, desk)
    return server


def _answer(server: LanguageServer, desk: Desk) -> None:
    def completion(asked: types.CompletionParams) -> list[types.CompletionItem]:
        here = desk.typing(asked)
        document = desk.document(asked.text_document.uri)
        return list(_items(here, document)) if here else []

    def hover(asked: types.HoverParams) -> types.Hover | None:
        here = desk.typing(asked)
        told = explained(here.judged.site, here.kind, here.spot) if here else ""
        content = types.MarkupContent(kind=types.MarkupKind.Markdown, value=told)
        return types.Hover(contents=content) if told else None

    def definition(asked: types.DefinitionParams) -> types.Location | None:
        here = desk.typing(asked)
        span = place_of(here.judged.site, here.kind, here.spot) if here else None
        if here is None or span is None:
            return None
        uri = (here.book.folders.root / span.path).as_uri()
        at, column = span.line - 1, span.column - 1
        return types.Location(uri=uri, range=range_in(desk.document(uri), at, column, column))

    def code_action(asked: types.CodeActionParams) -> list[types.CodeAction]:
        return list(_actions(desk, asked))

    signs = types.CompletionOptions(trigger_characters=[":", "-", " "])
    server.feature(types.TEXT_DOCUMENT_COMPLETION, signs)(completion)
    server.feature(types.TEXT_DOCUMENT_HOVER)(hover)
    server.feature(types.TEXT_DOCUMENT_DEFINITION)(definition)
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION)(code_action)


def _items(here: Typing, document: TextDocument) -> Iterator[types.CompletionItem]:
    spot, items = here.spot, types.CompletionItemKind
    beside = keys_beside(here.lines, here.line, spot)
    # A key that has its colon keeps it.
    colon = ": " if spot.is_key and ":" not in here.lines[here.line][spot.end :] else ""
    for one in suggestions(here.judged.site, here.kind, spot, beside):
        yield types.CompletionItem(
            label=one.text,
            detail=one.detail,
            kind=items.Property if spot.is_key else items.Value,
            text_edit=types.TextEdit(
                range=range_in(document, here.line, spot.start, spot.end),
                new_text=f"{one.text}{colon}",
            ),
        )


def _actions(desk: Desk, asked: types.CodeActionParams) -> Iterator[types.CodeAction]:
    uri = asked.text_document.uri
    if (here := desk.find(uri)) is None:
        return
    (book, path), document = here, desk.document(uri)
    found, lines = desk.judged(book), lines_of(document)
    wanted = range(asked.range.start.line + 1, asked.range.end.line + 2)
    mistakes = [
        one for one in found.handbook.mistakes if one.span.path == path and one.span.line in wanted
    ]
    for way in ways_out(book.file(path), lines, mistakes):
        say, end = found.site.wording.text, types.Position(line=len(lines), character=0)
        title = say("Mend it") if way.is_whole else say("Write {word}", word=way.text)
        whole = types.Range(start=types.Position(line=0, character=0), end=end)
        word = range_in(document, way.line, way.start, way.end)
        edit = types.TextEdit(range=whole if way.is_whole else word, new_text=way.text)
        yield types.CodeAction(
            title=title,
            kind=types.CodeActionKind.QuickFix,
            edit=types.WorkspaceEdit(changes={uri: [edit]}),
        )
