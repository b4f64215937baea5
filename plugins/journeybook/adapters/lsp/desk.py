"""What lies on the desk of somebody who writes: handbooks, their findings, and where they type."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.workspace import TextDocument

from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.lsp.books import OpenBook, kind_of, open_books
from journeybook.codes import Severity
from journeybook.editors.review import marked_length
from journeybook.editors.spot import Spot, spot_at
from journeybook.findings import Finding
from journeybook.pipeline import Judged
from journeybook.schema import Kind

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.HIGH: types.DiagnosticSeverity.Information,
}

Asked = types.CompletionParams | types.HoverParams | types.DefinitionParams


@dataclass(frozen=True, slots=True, kw_only=True)
class Typing:
    """Where somebody types: in which handbook, in which kind of file, and at which of its keys."""

    book: OpenBook
    judged: Judged
    kind: Kind
    spot: Spot
    lines: tuple[str, ...]
    line: int


class Desk:
    """The handbooks somebody has open, with what was judged of each last."""

    def __init__(self, server: LanguageServer) -> None:
        """Take the server, which knows what stands in the editor."""
        self._server = server
        self._books: tuple[OpenBook, ...] = ()
        self._judged: dict[Path, Judged] = {}
        self._told: set[str] = set()

    def open(self, folder: Path) -> None:
        """Open the handbooks of a folder, or say why there is none."""
        try:
            self._books = open_books(folder)
        except CannotRunError as refusal:
            said = types.ShowMessageParams(type=types.MessageType.Info, message=str(refusal))
            self._server.window_show_message(said)
        self._judge()

    def take(self, uri: str) -> None:
        """Take what stands in the editor."""
        if here := self.find(uri):
            here[0].type(here[1], self.document(uri).source)
            self._judge()

    def close(self, uri: str) -> None:
        """Go back to what lies on disk."""
        if here := self.find(uri):
            here[0].close(here[1])
            self._judge()

    def read_disk(self) -> None:
        """Read what others changed."""
        for book in self._books:
            book.read_disk()
        self._judge()

    def document(self, uri: str) -> TextDocument:
        """Give a document as it stands in the editor, or on disk."""
        return self._server.workspace.get_text_document(uri)

    def find(self, uri: str) -> tuple[OpenBook, str] | None:
        """Give the handbook that a document is part of, and its path there."""
        file = Path(url2pathname(urlsplit(uri).path)).resolve()
        found = ((book, book.path_of(file)) for book in self._books)
        return next(((book, path) for book, path in found if path), None)

    def judged(self, book: OpenBook) -> Judged:
        """Give a handbook as it was judged last."""
        return self._judged[book.place]

    def typing(self, asked: Asked) -> Typing | None:
        """Tell where somebody types; None outside of the keys of our files."""
        here = self.find(asked.text_document.uri)
        if here is None:
            return None
        book, path = here
        document, found = self.document(asked.text_document.uri), self.judged(book)
        at = document.position_codec.position_from_client_units(document.lines, asked.position)
        lines = lines_of(document)
        kind, spot = kind_of(found, path), spot_at(lines, at.line, at.character)
        if kind is None or spot is None:
            return None
        return Typing(book=book, judged=found, kind=kind, spot=spot, lines=lines, line=at.line)

    def _judge(self) -> None:
        marks: dict[str, list[types.Diagnostic]] = {}
        for book in self._books:
            found = self._judged[book.place] = book.judge()
            for finding in found.findings:
                if finding.is_open:
                    uri = (book.folders.root / finding.span.path).as_uri()
                    marks.setdefault(uri, []).append(self._mark(finding, self.document(uri)))
        for uri in {*marks, *self._told}:
            self._server.text_document_publish_diagnostics(
                types.PublishDiagnosticsParams(uri=uri, diagnostics=marks.get(uri, []))
            )
        self._told = set(marks)

    def _mark(self, finding: Finding, document: TextDocument) -> types.Diagnostic:
        at, start = finding.span.line - 1, finding.span.column - 1
        line = document.lines[at] if at < len(document.lines) else ""
        hint = f"; {finding.hint}" if finding.hint else ""
        return types.Diagnostic(
            range=range_in(document, at, start, start + marked_length(finding, line)),
            severity=_SEVERITIES.get(finding.severity, types.DiagnosticSeverity.Hint),
            code=finding.code,
            source="journeybook",
            message=f"{finding.message}{hint}",
        )


def lines_of(document: TextDocument) -> tuple[str, ...]:
    """Give the lines of a document, without their ends."""
    return tuple(line.rstrip("\r\n") for line in document.source.split("\n"))


def range_in(document: TextDocument, line: int, start: int, end: int) -> types.Range:
    """Give a range of letters in a line the way the editor counts."""
    letters = types.Range(
        start=types.Position(line=line, character=start),
        end=types.Position(line=line, character=end),
    )
    return document.position_codec.range_to_client_units(document.lines, letters)
