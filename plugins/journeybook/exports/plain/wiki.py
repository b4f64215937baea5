"""The handbook as plain Markdown for a wiki: a page per journey with its map as a table, and lists.

What stands in a table can be brought back: a statement, and in brackets what is known of it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from journeybook.exports.office.editable import SHORT
from journeybook.exports.office.map_heads import HEADS
from journeybook.handbook.journeys import Journey
from journeybook.pages.catalogue.asset_table import asset_table
from journeybook.pages.coverage.figure_table import figure_table
from journeybook.pages.gaps.table import GapRows
from journeybook.pages.parts.table import Table
from journeybook.pages.parts.table import Value as Cell
from journeybook.pipeline import Judged
from journeybook.schema import Entity, Kind
from journeybook.schema.kind import FOLDERS
from journeybook.sources.document import Document
from journeybook.sources.yaml.nodes import Value
from journeybook.wording import marked

_TAG = re.compile(r"<(?=[A-Za-z/!?])")

_LANES = ("needs", "questions", "emotion", "touchpoints", "expectations", "drop_offs", "kpis")
_LISTED = (Kind.PERSONA, Kind.PHASE, Kind.CHANNEL, Kind.RESEARCH, Kind.ACTION)
_NAMES: Mapping[Kind, str] = {
    Kind.PERSONA: marked("Personas"),
    Kind.PHASE: marked("Phases"),
    Kind.CHANNEL: marked("Channels"),
    Kind.RESEARCH: marked("Research"),
    Kind.ACTION: marked("Actions"),
}
_FOLDER = {kind: name for name, kind in FOLDERS.items()}
_LEFT_OUT = marked("These keys have no place in a table, and stand in the files alone: {keys}.")


def wiki_files(judged: Judged) -> Mapping[str, bytes]:
    """Give the pages by their path."""
    return {path: text.encode() for path, text in _Wiki(judged).pages()}


class _Wiki:
    def __init__(self, judged: Judged) -> None:
        self.judged = judged
        self.site = judged.site
        self.say = judged.site.wording.text
        self.documents = {one.path: one for one in judged.documents if not one.covers}

    def pages(self) -> Iterator[tuple[str, str]]:
        journeys = list(self.site.handbook.journeys.values())
        yield "index.md", self._home(journeys)
        for journey in journeys:
            if journey.path in self.documents:
                yield f"journeys/{journey.id}.md", "\n".join(self._journey(journey))
        for kind in _LISTED:
            own = [one for one in self.documents.values() if one.kind is kind]
            if own:
                yield f"{_FOLDER[kind]}.md", "\n".join(self._list(kind, own))
        gaps = GapRows(site=self.site).table(self.site.ledger.entries)
        for name, table in (("content", asset_table(self.site)), ("gaps", gaps)):
            yield f"{name}.md", f"# {table.title}\n\n{pipe_table(table)}"

    def _home(self, journeys: Sequence[Journey]) -> str:
        titles = {kind: self.say(name) for kind, name in _NAMES.items()}
        kinds = {one.kind for one in self.documents.values()}
        pages = [(f"journeys/{one.id}.md", one.title) for one in journeys]
        pages += [(f"{_FOLDER[kind]}.md", titles[kind]) for kind in _LISTED if kind in kinds]
        pages += [("content.md", self.say("Content")), ("gaps.md", self.say("Gaps"))]
        links = "\n".join(f"- [{_line(title)}](<{path}>)" for path, title in pages)
        figures = figure_table(self.site)
        head = self.say("Journey handbook")
        return f"# {head}\n\n{links}\n\n## {figures.title}\n\n{pipe_table(figures)}"

    def _journey(self, journey: Journey) -> Iterator[str]:
        yield f"# {_line(journey.title)}\n"
        if journey.summary:
            yield f"{_line(journey.summary)}\n"
        left: dict[str, None] = {}
        heads = [self.say(HEADS[key]) for key in ("persona", "phase", "step", *_LANES)]
        rows = list(self._rows(journey, left))
        yield _pipes(heads, rows)
        if left:
            yield f"{self.say(_LEFT_OUT, keys=', '.join(left))}\n"
        if text := self._body(journey.path):
            yield f"{text}\n"
        for step in journey.steps:
            if text := self._body(step.path):
                yield f"## {_line(step.title)}\n\n{text}\n"

    def _rows(self, journey: Journey, left: dict[str, None]) -> Iterator[list[str]]:
        book = self.site.handbook
        persona = next((book.personas[one].title for one in journey.personas), "")
        for step in journey.steps:
            document = self.documents.get(step.path)
            value = document.tree.value() if document else None
            keys = value if isinstance(value, dict) else {}
            phase = book.phases[step.phase].title if step.phase else ""
            name = step.title if keys.get("title") else ""
            cells = (self._cell(keys.get(lane), lane, left) for lane in _LANES)
            yield [_line(persona), _line(phase), _line(name), *cells]
            persona = ""

    def _cell(self, value: Value, lane: str, left: dict[str, None]) -> str:
        items = value if isinstance(value, list) else [value] if value else []
        return "<br>".join(f"• {self._item(item, lane, left)}" for item in items)

    def _item(self, item: Value, lane: str, left: dict[str, None]) -> str:
        short = "label" if lane == "emotion" else SHORT.get(lane, "text")
        own = item if isinstance(item, dict) else {short: item}
        text, rest = str(own.get(short) or ""), {k: v for k, v in own.items() if k != short}
        if lane == "emotion" and (score := rest.pop("score", None)):
            text = f"{text} ({score})".strip()
        details = []
        for key, inner in rest.items():
            if isinstance(inner, dict) or (isinstance(inner, list) and _has_groups(inner)):
                left[f"{lane}.{key}"] = None
                continue
            name = self.say(HEADS[key]).lower() if key in HEADS else key
            details.append(f"{name}: {_joined(inner)}")
        return _escaped(f"{text} [{'; '.join(details)}]" if details else text)

    def _list(self, kind: Kind, documents: Iterable[Document[Entity]]) -> Iterator[str]:
        yield f"# {self.say(_NAMES[kind])}\n"
        for document in documents:
            value = document.tree.value()
            keys = value if isinstance(value, dict) else {}
            title = keys.get("title") or document.heading or document.id
            yield f"## {_line(str(title))}\n"
            for key, inner in keys.items():
                if key != "title":
                    yield from _told(key, inner, "")
            yield ""
            if document.body.strip():
                yield f"{document.body.strip()}\n"

    def _body(self, path: str) -> str:
        document = self.documents.get(path)
        return document.body.strip() if document else ""


def _told(key: str, value: Value, pad: str) -> Iterator[str]:
    match value:
        case str():
            yield f"{pad}- **{key}**: {_line(value)}"
        case list() if not _has_groups(value):
            yield f"{pad}- **{key}**: {_line(_joined(value))}"
        case list():
            yield f"{pad}- **{key}**:"
            for one in value:
                yield from _told_item(one, f"{pad}    ")
        case dict():
            yield f"{pad}- **{key}**:"
            for name, inner in value.items():
                yield from _told(name, inner, f"{pad}    ")
        case None:
            return


def _told_item(value: Value, pad: str) -> Iterator[str]:
    first, *rest = list(value.items()) if isinstance(value, dict) else [("", value)]
    yield f"{pad}- {_line(_joined(first[1]))}"
    for name, inner in rest:
        yield from _told(name, inner, f"{pad}    ")


def _has_groups(items: Sequence[Value]) -> bool:
    return any(isinstance(one, dict | list) for one in items)


def _joined(value: Value) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_joined(inner)}" for key, inner in value.items())
    if not isinstance(value, list):
        return value or ""
    texts = [_joined(one) for one in value]
    if any("," in one for one in texts):
        return " | ".join(texts) if len(texts) > 1 else f"{texts[0]} |"
    return ", ".join(texts)


def pipe_table(table: Table) -> str:
    """Write a table as Markdown has it."""
    heads = [column.title for column in table.columns]
    return _pipes(heads, [[_escaped(_shown(cell)) for cell in row] for row in table.rows])


def _pipes(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [_row(map(_escaped, heads)), _row("---" for _ in heads), *map(_row, rows)]
    return "\n".join((*lines, ""))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _shown(cell: Cell) -> str:
    if cell is None:
        return ""
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _escaped(text: str) -> str:
    # What looks like HTML is shown as it was typed, and is read back so.
    text = _TAG.sub("&lt;", text.replace("&lt;", "&amp;lt;"))
    return text.replace("|", "\\|").replace("\r\n", "\n").strip().replace("\n", "<br>")


def _line(text: str) -> str:
    return " ".join(text.split())
