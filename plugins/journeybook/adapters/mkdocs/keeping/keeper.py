"""The pages of one site at the build before and at this one: what is taken over, what is kept."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from journeybook.adapters.disk.keeping.shelf import digest
from journeybook.adapters.mkdocs.keeping.around import fill_once
from journeybook.adapters.mkdocs.keeping.compilation import KEPT, KeptCompiling, name_of
from journeybook.adapters.mkdocs.keeping.frame import frame_of
from journeybook.adapters.mkdocs.keeping.language import LANGUAGE
from journeybook.adapters.mkdocs.keeping.links import led
from journeybook.adapters.mkdocs.keeping.search_index import complete
from journeybook.adapters.mkdocs.keeping.templates import (
    OF_OURS,
    OF_THEME,
    KeptCode,
    KeptTemplate,
    Output,
    Written,
)
from journeybook.adapters.mkdocs.keeping.whole import plain, sum_at, sum_of_page
from journeybook.adapters.mkdocs.pages.page import KeptPage, let_go
from journeybook.adapters.mkdocs.pages.record import Finished, Record, as_written, inside, tokens_of
from journeybook.adapters.mkdocs.placing import Placing
from journeybook.adapters.mkdocs.theming import is_material
from journeybook.pages.parts.writing import defined_on

_INDEX = "index"


@dataclass(kw_only=True)
class Keeper:
    """Knows what was kept of each page, and keeps what is made at this build.

    `compiling` has the place for it all, `sums` tell what we bring to each. `kept` are the pages of
    the build before by their paths, `made` those of this one; `statics` and `filled` are pages of
    the theme at both, such as the one for a wrong address. `entries` are what the search says of
    each.
    """

    compiling: KeptCompiling
    config: MkDocsConfig
    files: Files
    placing: Placing
    serving: bool
    kept: Mapping[str, Record] = field(default_factory=dict)
    statics: Mapping[str, tuple[bytes, str]] = field(default_factory=dict)
    filled: dict[str, tuple[bytes, str]] = field(default_factory=dict)
    made: dict[str, Record] = field(default_factory=dict)
    entries: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    nav: Navigation | None = None
    env: Any = None
    frame: bytes = b""
    code: KeptCode | None = None
    sums: dict[str, bytes] = field(default_factory=dict)
    lost: set[str] = field(default_factory=set)

    def load(self) -> None:
        """Read what the build before kept, if it stood on the same ground."""
        index = self.compiling.shelf.read(_INDEX)
        if isinstance(index, tuple) and index[0] == self.compiling.ground:
            self.kept = {uri: Record(*kept) for uri, kept in index[1].items()}
            self.statics = index[2]

    def save(self) -> None:
        """Keep what the next build may take over, and nothing else."""
        self.compiling.keep({uri: self.sums[uri] for uri in self.made if uri in self.sums})
        if (self.made, self.filled) == (self.kept, self.statics):
            return
        made = {uri: tuple(record) for uri, record in self.made.items()}
        self.compiling.shelf.write(_INDEX, (self.compiling.ground, made, self.filled))
        self.compiling.shelf.clear(
            {_INDEX, OF_THEME, OF_OURS, *KEPT, LANGUAGE, *map(name_of, self.made)}
        )

    def record_of(self, page: KeptPage) -> Record | None:
        """Give what is kept of a page that is made of the same as then, and leads to the same."""
        uri = page.file.src_uri
        page.key = digest(self._parts(page))
        record = self.kept.get(uri)
        if record is None or record.key != page.key or uri in self.lost:
            return None
        steps = self.placing.steps
        same = all(led(href, page.file, self.files, steps) == to for href, to in record.links)
        return record if same else None

    def begin(self, env: Any) -> Any:  # noqa: ANN401 - an environment of Jinja
        """See in which navigation the pages stand, once all of them have their titles."""
        self.frame = frame_of(self.nav, self.config) if self.nav else b""
        self.code = KeptCode(
            shelf=self.compiling.shelf, name=OF_THEME, ground=self.compiling.ground
        )
        self.code.load()
        env.bytecode_cache, env.template_class = self.code.templates, KeptTemplate
        if self.nav:
            fill_once(env, self.nav, self.config)
        self.env = env
        return env

    @property
    def alone(self) -> bool:
        """Whether nobody but us looks at a page before the engine writes it."""
        return len(self.config.plugins.events["post_page"]) == 1

    @property
    def pages(self) -> Sequence[File]:
        """The files of all pages that are shown."""
        is_shown = InclusionLevel.is_in_serve if self.serving else InclusionLevel.is_included
        return self.files.documentation_pages(inclusion=is_shown)

    def end(self) -> None:
        """Complete the index of the search, and keep what the next build may take over."""
        taken = (one.page for one in self.pages if isinstance(one.page, KeptPage))
        kept = {one.file.src_uri: one.record.search for one in taken if one.record}
        self.entries = complete(Path(self.config.site_dir), self.pages, kept)
        for uri in self.entries.keys() & self.made.keys():
            self.made[uri] = self.made[uri]._replace(search=self.entries[uri])
        if self.code:
            self.code.save()
        self.save()

    def take(self, page: Page) -> None:
        """Take a page over as it was, or make it after all where it is gone meanwhile."""
        if not isinstance(page, KeptPage) or page.record is None:
            return
        finished = self._finished(page)
        if finished is None:
            self.lost.add(page.file.src_uri)
            self.make(page)
            return
        page.take(finished)
        if finished.frame == self.frame:
            page.output = Written(finished.output) if self.alone else finished.output.decode()
            self.made[page.file.src_uri] = page.record

    def make(self, page: KeptPage) -> None:
        """Make a page anew, as the engine does before it frames any."""
        page.forget()
        page.read_source(self.config)
        told: Any = {"page": page, "config": self.config, "files": self.files}
        events = self.config.plugins
        page.markdown = events.on_page_markdown(page.markdown or "", **told)
        page.render(self.config, self.files)
        page.content = events.on_page_content(page.content or "", **told)

    def keep(self, page: Page, output: str) -> None:
        """Keep a page that is finished, if nothing was told about it that must be told again."""
        if not isinstance(page, KeptPage):
            return
        record = page.record or self.record(page)
        if record is None:
            return
        uri, written = page.file.src_uri, as_written(output)
        finished = Finished(
            key=page.key,
            frame=self.frame,
            content=inside(as_written(str(page.content)), written),
            toc=tokens_of(page.toc),
            output=written,
            ours=self._ours(uri),
        )
        if self.compiling.shelf.write(name_of(uri), tuple(finished)):
            self.made[uri] = record

    def static(self, name: str, template: Any) -> Any:  # noqa: ANN401 - a template of Jinja
        """Give what fills a page of the theme: what it was in the same navigation."""
        frame, output = self.statics.get(name, (b"", ""))
        return Output(output) if self.frame and frame == self.frame else template

    def keep_static(self, name: str, output: str) -> None:
        """Keep a page of the theme, but for the list of all pages, which is no page."""
        if name in self.config.theme.static_templates and name.endswith(".html"):
            self.filled[name] = (self.frame, output)

    def stand(self) -> None:
        """Let go of what made the pages, while the site stands."""
        self.kept, self.statics = {}, {}
        for file in self.files:
            if file.page:
                let_go(file.page)

    def note(self, page: KeptPage) -> None:
        """Take in that a page was made once more."""
        self.made.pop(page.file.src_uri, None)
        if record := self.record(page):
            self.made[page.file.src_uri] = record

    def _finished(self, page: KeptPage) -> Finished | None:
        kept = self.compiling.shelf.read(name_of(page.file.src_uri))
        return Finished(*kept) if isinstance(kept, tuple) and kept[0] == page.key else None

    def _ours(self, uri: str) -> Any:  # noqa: ANN401 - plain values
        # Of a page of ours alone nothing is made again before all is.
        page = None if self.placing.is_made(uri) else self.placing.drawn(uri)
        return page and plain(page)

    def record(self, page: KeptPage) -> Record | None:
        """Give what another build has to know of a page, if that can take it over."""
        # The engine's own themes write the time of the build on the front page.
        if page.is_homepage and not is_material(self.config.theme):
            return None
        steps = self.placing.steps
        links = [(href, led(href, page.file, self.files, steps)) for href in page.hrefs]
        steady = tuple((href, to) for href, to in links if to is not None)
        if not page.steady or len(steady) < len(links) or page.links_to_anchors is None:
            return None
        if self._is_drawn_otherwise(page.file.src_uri):
            return None
        return Record(
            key=page.key,
            title=str(page.title),
            meta=dict(page.meta),
            anchors=tuple(sorted(page.present_anchor_ids or ())),
            links=steady,
            leads=tuple(
                (to.src_uri, anchor, link)
                for to, anchors in page.links_to_anchors.items()
                for anchor, link in anchors.items()
            ),
            search=(),
        )

    def _is_drawn_otherwise(self, uri: str) -> bool:
        # A file may have changed since the build began, and our page with it.
        known = self.placing.sums.get(uri)
        drawn = self.placing.drawn(uri)
        return bool(known) and (drawn is None or sum_of_page(drawn) != known)

    def _parts(self, page: KeptPage) -> Iterator[str | bytes]:
        uri, file = page.file.src_uri, page.file
        yield from (self.compiling.ground, uri, file.dest_uri, file.url)
        yield repr((page.given, page.edit_url, page.is_homepage, file.inclusion))
        yield repr((self.placing.has_tab(uri), self.placing.language(uri)))
        if document := self.placing.documents.get(uri):
            yield from (repr(document.theme), document.body)
        else:
            yield file.content_bytes
        if ours := sum_at(self.placing, uri):
            self.sums[uri] = ours
            yield ours
        yield repr(defined_on(uri, self.placing.definitions))
