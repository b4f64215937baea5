"""The handbook as plain Markdown for a wiki: a page per journey with its map as a table, and lists.

What stands in a table can be brought back: a statement, and in brackets what is known of it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from journeybook.exports.office.editable import SHORT
from journeybook.exports.office.map_heads import HEADS
from journeybook.exports.plain.wiki_links import FILES, Chapter, WikiLinks
from journeybook.exports.plain.wiki_text import (
    Words,
    cell,
    has_groups,
    joined,
    line,
    pipe_table,
    pipes,
    told,
)
from journeybook.handbook.journeys import Journey
from journeybook.pages.catalogue.asset_table import asset_table
from journeybook.pages.coverage.figure_table import figure_table
from journeybook.pages.gaps.table import GapRows
from journeybook.pages.parts.hrefs import quoted
from journeybook.pipeline import Judged
from journeybook.schema import MODELS, Entity, Kind
from journeybook.schema.kind import FOLDER_OF
from journeybook.sources.document import Document
from journeybook.sources.prose import headings_below, split_title
from journeybook.sources.yaml.nodes import Value
from journeybook.wording import marked

_LANES = ("needs", "questions", "emotion", "touchpoints", "expectations", "drop_offs", "kpis")
_LISTED = (Kind.PERSONA, Kind.PHASE, Kind.CHANNEL, Kind.RESEARCH, Kind.ACTION)
_NAMES: Mapping[Kind, str] = {
    Kind.PERSONA: marked("Personas"),
    Kind.PHASE: marked("Phases"),
    Kind.CHANNEL: marked("Channels"),
    Kind.RESEARCH: marked("Research"),
    Kind.ACTION: marked("Actions"),
    Kind.ASSET: marked("Content"),
}
_NUMBER = 6
"""The column of figures behind those that tell of which part they are."""
_LEFT_OUT = marked("These keys have no place in a table, and stand in the files alone: {keys}.")


def wiki_files(judged: Judged) -> Mapping[str, bytes]:
    """Give the pages by their path."""
    return {path: text.encode() for path, text in _Wiki(judged).pages()}


def wiki_copies(judged: Judged) -> Mapping[str, str]:
    """Give the pictures and other files that prose leads to: by their path, that from the root."""
    wiki = _Wiki(judged)
    for _ in wiki.pages():
        pass
    content = judged.reading.content
    return {f"{FILES}/{uri}": f"{content}/{uri}" for uri in sorted(wiki.links.copied)}


class _Wiki:
    def __init__(self, judged: Judged) -> None:
        self.judged = judged
        self.site = judged.site
        self.say = judged.site.wording.text
        self.documents = {
            self.site.uri_of(one.path): one for one in judged.documents if not one.covers
        }
        self.fronts = {self.site.uri_of(one.path): one.body for one in judged.reading.pages}
        self.journeys = {
            f"journeys/{one.id}.md": one
            for one in self.site.handbook.journeys.values()
            if self.site.uri_of(one.path) in self.documents
        }
        self.chapters = {one.page: one for one in self._chapters()}
        self.links = WikiLinks(
            places={uri: place for one in self.chapters.values() for uri, place in one.places},
            files=frozenset(self._files()),
        )

    def _files(self) -> Iterator[str]:
        content = f"{self.judged.reading.content}/"
        hidden = {path for one in self.judged.documents for path in one.covers}
        for path in self.judged.reading.files.keys() - hidden - self.site.handbook.withheld:
            if path.startswith(content) and not path.endswith((".md", ".yml")):
                yield path.removeprefix(content)

    def _chapters(self) -> Iterator[Chapter]:
        yield Chapter(page="index.md", title="", also=("index.md", "journeys/index.md"))
        for page, journey in self.journeys.items():
            uris = {self.site.uri_of(one.path): one.title for one in journey.steps}
            parts = {uri: title for uri, title in uris.items() if self._has_prose(uri)}
            also = (self.site.uri_of(journey.path), *(uris.keys() - parts.keys()))
            yield Chapter(page=page, title=journey.title, parts=parts, also=also)
        for kind in _LISTED:
            if own := self._of(kind):
                parts = {uri: _title_of(one) for uri, one in own.items()}
                page, front = f"{FOLDER_OF[kind]}.md", f"{FOLDER_OF[kind]}/index.md"
                yield Chapter(page=page, title=self.say(_NAMES[kind]), parts=parts, also=(front,))
        own = self._of(Kind.ASSET)
        parts = {uri: _title_of(one) for uri, one in own.items() if self._has_prose(uri)}
        also = ("assets/index.md", *(own.keys() - parts.keys()))
        title = self.say(_NAMES[Kind.ASSET])
        yield Chapter(page="content.md", title=title, parts=parts, also=also)
        yield Chapter(page="gaps.md", title=self.say("Gaps"), also=("gaps/index.md",))

    def _of(self, kind: Kind) -> Mapping[str, Document[Entity]]:
        return {uri: one for uri, one in self.documents.items() if one.kind is kind}

    def _has_prose(self, uri: str) -> bool:
        return uri in self.documents and bool(split_title(self.documents[uri].body)[1].strip())

    def pages(self) -> Iterator[tuple[str, str]]:
        kinds = {f"{FOLDER_OF[kind]}.md": kind for kind in _LISTED}
        for page, chapter in self.chapters.items():
            if page in self.journeys:
                lines = self._journey(self.journeys[page], chapter)
            elif page in kinds:
                lines = self._list(kinds[page], chapter)
            elif page == "index.md":
                lines = self._home()
            else:
                lines = self._table(chapter)
            yield page, "\n".join(lines)

    def _home(self) -> Iterator[str]:
        yield f"# {self.say('Journey handbook')}\n"
        yield from self._prose(self.fronts.get("index.md", ""), "index.md", "index.md", 1)
        for chapter in self.chapters.values():
            if chapter.title:
                yield f"- [{line(chapter.title)}]({quoted(chapter.page)})"
        figures = figure_table(self.site)
        # Those of every part of the handbook are data, and thousands.
        rows = tuple(row for row in figures.rows if not any(row[1:_NUMBER]))
        whole = pipe_table(replace(figures, rows=rows), self.site.wording)
        yield f"\n## {figures.title}\n\n{whole}"

    def _table(self, chapter: Chapter) -> Iterator[str]:
        if chapter.page == "gaps.md":
            table = GapRows(site=self.site).table(self.site.ledger.entries)
            # The name by which commands know a gap says nothing to a reader.
            last = tuple((*row[1:], row[0]) for row in table.rows)
            table = replace(table, columns=(*table.columns[1:], table.columns[0]), rows=last)
        else:
            table = asset_table(self.site)
        yield f"# {chapter.title}\n"
        for front in chapter.also[:1]:
            yield from self._prose(self.fronts.get(front, ""), front, chapter.page, 1)
        yield pipe_table(table, self.site.wording)
        yield from self._parts(chapter)

    def _parts(self, chapter: Chapter) -> Iterator[str]:
        for uri, title in chapter.parts.items():
            yield f"## {line(title)}\n"
            yield from self._prose(self.documents[uri].body, uri, chapter.page, 2)

    def _prose(self, body: str, uri: str, page: str, level: int) -> Iterator[str]:
        if text := self.links.led(headings_below(split_title(body)[1], level), uri, page):
            yield f"{text}\n"

    def _journey(self, journey: Journey, chapter: Chapter) -> Iterator[str]:
        yield f"# {line(journey.title)}\n"
        if journey.summary:
            yield f"{line(journey.summary)}\n"
        left: dict[str, None] = {}
        heads = [self.say(HEADS[key]) for key in ("persona", "phase", "step", *_LANES)]
        rows = list(self._rows(journey, left))
        yield pipes(heads, rows)
        if left:
            yield f"{self.say(_LEFT_OUT, keys=', '.join(left))}\n"
        uri = self.site.uri_of(journey.path)
        yield from self._prose(self.documents[uri].body, uri, chapter.page, 1)
        yield from self._parts(chapter)

    def _rows(self, journey: Journey, left: dict[str, None]) -> Iterator[list[str]]:
        book = self.site.handbook
        persona = next((book.personas[one].title for one in journey.personas), "")
        for step in journey.steps:
            document = self.documents.get(self.site.uri_of(step.path))
            value = document.tree.value() if document else None
            keys = value if isinstance(value, dict) else {}
            phase = book.phases[step.phase].title if step.phase else ""
            name = step.title if keys.get("title") else ""
            cells = (self._cell(keys.get(lane), lane, left) for lane in _LANES)
            yield [*(cell(" ".join(text.split())) for text in (persona, phase, name)), *cells]
            persona = ""

    def _cell(self, value: Value, lane: str, left: dict[str, None]) -> str:
        items = value if isinstance(value, list) else [value] if value else []
        return "<br>".join(f"• {self._item(item, lane, left)}" for item in items)

    def _item(self, item: Value, lane: str, left: dict[str, None]) -> str:
        short = SHORT.get(lane, "text")
        own = item if isinstance(item, dict) else {short: item}
        text, rest = str(own.get(short) or ""), {k: v for k, v in own.items() if k != short}
        if lane == "emotion" and (score := rest.pop("score", None)):
            text = f"{text} ({score})".strip()
        details = []
        for key, inner in rest.items():
            if isinstance(inner, dict) or (isinstance(inner, list) and has_groups(inner)):
                left[f"{lane}.{key}"] = None
                continue
            name = self.say(HEADS[key]).lower() if key in HEADS else key
            details.append(f"{name}: {joined(inner)}")
        return cell(f"{text} [{'; '.join(details)}]" if details else text)

    def _list(self, kind: Kind, chapter: Chapter) -> Iterator[str]:
        yield f"# {chapter.title}\n"
        for front in chapter.also:
            yield from self._prose(self.fronts.get(front, ""), front, chapter.page, 1)
        words = Words(model=MODELS[kind], wording=self.site.wording)
        for uri, title in chapter.parts.items():
            value = self.documents[uri].tree.value()
            yield f"## {line(title)}\n"
            keys = value if isinstance(value, dict) else {}
            rest = {key: inner for key, inner in keys.items() if key != "title"}
            for key, inner in rest.items():
                yield from told((key,), inner, words)
            if rest:
                yield ""
            yield from self._prose(self.documents[uri].body, uri, chapter.page, 2)


def _title_of(document: Document[Entity]) -> str:
    value = document.tree.value()
    title = value.get("title") if isinstance(value, dict) else None
    return str(title or document.heading or document.id)
