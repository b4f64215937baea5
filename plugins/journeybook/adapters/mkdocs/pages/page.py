"""A page of the engine that may be as it was at the build before."""

from collections.abc import Sequence
from typing import Any, Protocol

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from journeybook.adapters.mkdocs.pages.record import Finished, Record, toc_of


class Archive(Protocol):
    """What knows the pages of the build before."""

    def record_of(self, page: "KeptPage") -> Record | None:
        """Give what is kept of a page that is made of the same as then."""


class KeptPage(Page):
    """Reads and converts its Markdown only when what it is made of has changed.

    `given` is the title that the navigation gives it, `hrefs` are the links of its Markdown as it
    was written; a page that something was told about is no longer `steady` and so not kept.
    """

    def __init__(
        self, given: str | None, file: File, config: MkDocsConfig, archive: Archive
    ) -> None:
        """Take the place of the page of a file."""
        super().__init__(given, file, config)
        self.given = given
        self.key = b""
        self.hrefs: list[str] = []
        self.steady = True
        self.record: Record | None = None
        self.finished: Finished | None = None
        self.output: Any = None
        self._archive = archive

    def read_source(self, config: MkDocsConfig) -> None:
        """Read the text of the page, unless all that is needed of it is kept."""
        self.record = self._archive.record_of(self)
        if self.record is None:
            self.hrefs = []
            super().read_source(config)
        else:
            self.markdown, self.meta = "", dict(self.record.meta)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the text of the page, unless that was done at the build before."""
        if self.record is None:
            super().render(config, files)
        else:
            self.content, self.title = "", self.record.title
            self.present_anchor_ids = set(self.record.anchors)
            self.links_to_anchors = _leads(self.record.leads, files)

    def take(self, finished: Finished) -> None:
        """Take the finished page of the build before, in whatever navigation it stood then."""
        self.finished, self.toc = finished, toc_of(finished.toc)

    def forget(self) -> None:
        """Be a page that is made anew."""
        self.record = self.finished = self.output = None
        if self.given is None:
            # The engine has it from the text, unless it was taken over.
            vars(self).pop("title", None)


def _leads(leads: Sequence[tuple[str, str, str]], files: Files) -> dict[File, dict[str, str]]:
    found: dict[File, dict[str, str]] = {}
    for uri, anchor, link in leads:
        if file := files.get_file_from_path(uri):
            found.setdefault(file, {})[anchor] = link
    return found


def let_go(page: Page) -> None:
    """Forget the text of a page that has been written."""
    page.markdown, page.content = "", ""
    if isinstance(page, KeptPage):
        page.finished = page.output = None


def is_kept(page: Page) -> bool:
    """Tell whether what a page is made of is as it was."""
    return isinstance(page, KeptPage) and page.record is not None


def output_of(page: Page) -> Any:  # noqa: ANN401 - a text, or what stands for one
    """Give the finished page of the build before, where nothing around it has changed either."""
    return page.output if isinstance(page, KeptPage) else None


def content_of(page: Page) -> str | None:
    """Give what stood in a page at the build before."""
    kept = page.finished if isinstance(page, KeptPage) else None
    return kept.html if kept else None
