"""Some pages of a site as they are after a save, before all others are made."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from journeybook.adapters.mkdocs.judging import Ready
from journeybook.adapters.mkdocs.outcome import Described, Outcome, Whole
from journeybook.adapters.mkdocs.outlining import described, places_of
from journeybook.history.trend import with_history
from journeybook.pages.parts.filling.renderer import Renderer
from journeybook.pages.parts.page import Page
from journeybook.pages.parts.ways.contents import contents
from journeybook.rendering import documents_of, render_page


def glimpse(before: Whole, ready: Sequence[Ready], asked: Collection[str]) -> Whole | None:
    """Give what was made before, with pages that are asked for as they are now.

    None where others may lead to them otherwise than before.
    """
    handbooks = [_anew(*pair, asked) for pair in zip(before.handbooks, ready, strict=True)]
    made = [one for one in handbooks if one]
    return replace(before, handbooks=tuple(made)) if len(made) == len(handbooks) else None


def _anew(outcome: Outcome, ready: Ready, asked: Collection[str]) -> Outcome | None:
    documents = described(documents_of(ready.judged), outcome.part)
    is_placed_alike = places_of(ready.judged.site) == outcome.places
    if not is_placed_alike or _listed(documents) != _listed(outcome.documents):
        return None
    made = {page.uri: page for page in _drawn(outcome, ready, asked)}
    wanted = {page.uri: _place(page) for page in outcome.pages if page.uri in asked}
    if {uri: _place(page) for uri, page in made.items()} != wanted:
        return None
    return replace(
        outcome,
        documents=documents,
        pages=tuple(made.get(page.uri, page) for page in outcome.pages),
        sums={uri: told for uri, told in outcome.sums.items() if uri not in made},
    )


def _drawn(outcome: Outcome, ready: Ready, asked: Collection[str]) -> Iterator[Page]:
    part, site = outcome.part, ready.judged.site
    renderer = Renderer(ready.settings.resources.templates, site.wording)
    inside = [replace(page, uri=page.uri.removeprefix(part)) for page in outcome.pages]
    sections = contents(site, inside)
    if [one.below(part) for one in sections] != [*outcome.sections]:
        return
    titles = {page.uri: page.title for page in inside}
    for page in inside:
        uri = f"{part}{page.uri}"
        drawn = render_page(ready.judged, page, sections, titles) if uri in asked else None
        if drawn:
            drawn = with_history(drawn, ready.past, renderer, site)
            yield replace(drawn, uri=uri, source=page.source, frame=None, drawings=())


def _place(page: Page) -> tuple[str, bool, str]:
    return page.title, page.listed, page.lang


def _listed(documents: Mapping[str, Described]) -> Mapping[str, tuple[bool, bool]]:
    return {uri: (one.listed, one.covers) for uri, one in documents.items()}
