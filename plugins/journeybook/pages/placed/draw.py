"""Puts the views that authors placed into their pages."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from journeybook.handbook.entities import PlacedView
from journeybook.handbook.ids import distinct_names, title_of
from journeybook.pages.journeys.draw import drawn_curve, drawn_map
from journeybook.pages.journeys.drawings.svg_flow import draw_flow
from journeybook.pages.journeys.journey_curve import journey_curve
from journeybook.pages.journeys.journey_flow import journey_flow
from journeybook.pages.journeys.journey_scores import journey_scores
from journeybook.pages.journeys.map.journey_items import Around, looked_at
from journeybook.pages.journeys.map.journey_map import journey_map
from journeybook.pages.journeys.map.journey_phases import journey_phases
from journeybook.pages.parts.filling.renderer import Renderer
from journeybook.pages.parts.page import PROSE, Block, Drawn, Page
from journeybook.pages.parts.site import Site
from journeybook.pages.placed.lists import placed_gaps, placed_list, placed_matrix
from journeybook.sources.prose import first_heading


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    placed: PlacedView
    uri: str
    site: Site

    @property
    def around(self) -> Around:
        book = self.site.handbook
        return looked_at(book.journeys[self.placed.journey or ""], self.site, self.uri)


def with_placed(pages: Iterable[Page], site: Site, renderer: Renderer) -> Iterator[Page]:
    """Add placed views to the pages they stand in, and give the pages that hold nothing else."""
    placed = _placed(site, renderer)
    for page in pages:
        views = placed.pop(page.uri, ())
        added = with_ids_apart(views, page.blocks)
        yield replace(page, blocks=(*page.blocks, *added)) if views else page
    for uri, views in placed.items():
        blocks = tuple(with_ids_apart(views, ()))
        yield Page(uri=uri, title=_title(uri, site), markdown=PROSE, blocks=blocks)


def _placed(site: Site, renderer: Renderer) -> dict[str, tuple[Block, ...]]:
    steps = {
        step.path: site.addresses.journey(journey.id) for journey, step in site.handbook.all_steps
    }
    found: dict[str, tuple[Block, ...]] = {}
    for at, one in enumerate(site.handbook.placed_views):
        uri = steps.get(one.path) or site.uri_of(one.path)
        template, view = _VIEWS[one.view](_Asked(placed=one, uri=uri, site=site))
        block = renderer.block(f"placed-{at}", template, view)
        found[uri] = (*found.get(uri, ()), replace(block, comment=one.comment))
    return found


def _title(uri: str, site: Site) -> str:
    heading = first_heading(site.text_of(uri))
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
    return "journey/list.html", placed_list(asked.placed, asked.site, asked.uri)


def _gaps(asked: _Asked) -> tuple[str, object]:
    return "home/next.html", placed_gaps(asked.placed, asked.site, asked.uri)


def _matrix(asked: _Asked) -> tuple[str, object]:
    return "matrix/matrix.html", placed_matrix(asked.placed, asked.site, asked.uri)


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


_IDS = re.compile(r'(?<= id=")[^"]+(?=")')
_NAMING = re.compile(
    r'(?P<before> (?:id|popovertarget|aria-labelledby|aria-describedby)="| href="#|url\(#)'
    r'(?P<names>[^")]*)'
)


def with_ids_apart(blocks: Iterable[Block], before: Iterable[Block]) -> Iterator[Block]:
    """Give blocks of which no id is that of another, nor of those that stand `before` them."""
    added = tuple(blocks)
    taken = {name for block in before if added for name in _IDS.findall(block.html)}
    for block in added:
        own = dict.fromkeys(_IDS.findall(block.html))
        names = distinct_names(((name, name) for name in own), taken)
        yield _renamed(block, names) if names.keys() & taken else block
        taken.update(names.values())


def _renamed(block: Block, names: dict[str, str]) -> Block:
    def name(found: re.Match[str]) -> str:
        words = (names.get(word, word) for word in found["names"].split(" "))
        return f"{found['before']}{' '.join(words)}"

    return replace(block, html=_NAMING.sub(name, block.html))
