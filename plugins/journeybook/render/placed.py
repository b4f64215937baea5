"""Puts the views that authors placed into their pages."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from journeybook.handbook.names import title_of
from journeybook.handbook.placements import Placement
from journeybook.render.journeys import Drawn, drawn_curve, drawn_map
from journeybook.render.page import PROSE, Block, Page
from journeybook.render.renderer import Renderer
from journeybook.render.svg_flow import draw_flow
from journeybook.sources.prose import first_heading
from journeybook.views.addresses import journey_page
from journeybook.views.gap_ledger import Ledger
from journeybook.views.journey_curve import journey_curve
from journeybook.views.journey_flow import journey_flow
from journeybook.views.journey_items import Around, looked_at
from journeybook.views.journey_map import journey_map
from journeybook.views.journey_phases import journey_phases
from journeybook.views.journey_scores import journey_scores
from journeybook.views.placed import placed_gaps, placed_list
from journeybook.views.placed_matrix import placed_matrix
from journeybook.views.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    placement: Placement
    uri: str
    ledger: Ledger

    @property
    def around(self) -> Around:
        book = self.ledger.site.handbook
        return looked_at(book.journeys[self.placement.journey or ""], self.ledger, self.uri)


def with_placed(pages: Iterable[Page], site: Site, renderer: Renderer) -> Iterator[Page]:
    """Add placed views to the pages they stand in, and give the pages that hold nothing else."""
    placed = _placed(site, renderer)
    for page in pages:
        blocks = placed.pop(page.uri, ())
        yield replace(page, blocks=(*page.blocks, *blocks)) if blocks else page
    for uri, blocks in placed.items():
        yield Page(uri=uri, title=_title(uri, site), markdown=PROSE, blocks=blocks)


def _placed(site: Site, renderer: Renderer) -> dict[str, tuple[Block, ...]]:
    steps = {step.path: journey_page(journey.id) for journey, step in site.handbook.steps}
    ledger = Ledger(site=site)
    found: dict[str, tuple[Block, ...]] = {}
    for at, one in enumerate(site.handbook.placements):
        uri = steps.get(one.path) or site.uri_of(one.path)
        template, view = _VIEWS[one.view](_Asked(placement=one, uri=uri, ledger=ledger))
        block = renderer.block(f"placed-{at}", template, view)
        found[uri] = (*found.get(uri, ()), replace(block, comment=one.comment))
    return found


def _title(uri: str, site: Site) -> str:
    bodies = (one.body for one in site.handbook.pages if site.uri_of(one.path) == uri)
    heading = first_heading(next(bodies, ""))
    return heading or title_of(uri.removesuffix(".md").removesuffix("/index"))


def _map(asked: _Asked) -> tuple[str, object]:
    around = asked.around
    return "journey/map.html", drawn_map(journey_map(around, journey_phases(around)))


def _curve(asked: _Asked) -> tuple[str, object]:
    around = asked.around
    return "journey/curve.html", drawn_curve(journey_curve(around.journey, around.here))


def _flow(asked: _Asked) -> tuple[str, object]:
    view = journey_flow(asked.around)
    return "journey/flow.html", Drawn(view=view, drawing=draw_flow(view))


def _scores(asked: _Asked) -> tuple[str, object]:
    return "journey/scores.html", journey_scores(asked.around)


def _list(asked: _Asked) -> tuple[str, object]:
    return "journey/list.html", placed_list(asked.placement, asked.ledger, asked.uri)


def _gaps(asked: _Asked) -> tuple[str, object]:
    return "home/next.html", placed_gaps(asked.placement, asked.ledger, asked.uri)


def _matrix(asked: _Asked) -> tuple[str, object]:
    return "matrix/matrix.html", placed_matrix(asked.placement, asked.ledger, asked.uri)


_VIEWS: Mapping[str, Callable[[_Asked], tuple[str, object]]] = {
    "map": _map,
    "curve": _curve,
    "flow": _flow,
    "scores": _scores,
    "questions": _list,
    "touchpoints": _list,
    "gaps": _gaps,
    "matrix": _matrix,
}
