"""All that the pages of a handbook are made of, but for prose.

Whoever corrects a sentence changes nothing that we make: two states of one substance have the same
pages and files, but for those that tell the prose of a step.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from journeybook.findings import Finding, Mistake
from journeybook.fixes.offers import Offer
from journeybook.handbook.entities import PlacedView
from journeybook.history.points import Point
from journeybook.pipeline import CompileSettings, Judged
from journeybook.schema import Entity
from journeybook.sources.document import Document, SourceFile
from journeybook.sources.prose import first_heading


@dataclass(frozen=True, slots=True, kw_only=True)
class Substance:
    """What a judged handbook is made of; equal to that of a state with other prose alone.

    Of prose we know what rules `found` there, which views stand in it, where a page takes its title
    from it, and for what it is offered as an answer. Pages of ours that tell the prose of a step
    are not the same: `telling` gives them.
    """

    settings: CompileSettings
    files: tuple[SourceFile, ...]
    documents: tuple[Document[Entity], ...]
    pages: tuple[tuple[str, str | None], ...]
    found: tuple[Finding, ...]
    told: tuple[Finding, ...]
    mistakes: tuple[Mistake, ...]
    views: tuple[PlacedView, ...]
    offers: Mapping[str, tuple[Offer, ...]]
    today: date
    past: tuple[Point, ...]

    def as_text(self) -> Iterator[str]:
        """Tell all of it as text, that of one process as that of another.

        But for what ships with us, and for how a site draws icons.
        """
        yield _told(self.settings, "resources", "shape")
        yield _told(self.settings.shape, "icon")
        yield from map(_told, self.documents)
        yield _told(self, "settings", "documents")


def substance_of(
    judged: Judged, sources: Iterable[SourceFile], past: tuple[Point, ...]
) -> Substance:
    """Give what a handbook is made of that was judged, as it was read, with its `past`."""
    reading, site, book = judged.reading, judged.site, judged.handbook
    views = book.placed_views
    placed = {view.path for view in views}
    read = {one.path for one in reading.documents} | {one.path for one in reading.pages}
    return Substance(
        settings=judged.bench.settings,
        files=tuple(file for file in sources if file.path not in read),
        documents=tuple(replace(one, body="") for one in reading.documents),
        pages=tuple(
            (page.path, first_heading(page.body) if page.path in placed else None)
            for page in reading.pages
        ),
        found=judged.findings,
        told=site.findings,
        mistakes=book.mistakes,
        views=views,
        # Whatever the gaps are: to weigh them takes longer than to look for all that is said.
        offers={
            one.id: offers
            for _, step in book.steps
            for one in step.statements
            if (offers := site.fixes.finder.of(one))
        },
        today=book.today,
        past=past,
    )


def _told(value: Any, *but: str) -> str:  # noqa: ANN401 - any value of named parts
    parts = (getattr(value, one.name) for one in fields(value) if one.name not in but)
    # A set is in another order in each process.
    return repr([sorted(one) if isinstance(one, frozenset) else one for one in parts])
