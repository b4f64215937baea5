"""Some pages of a site as they are now, among all others as they were made before."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from journeybook.adapters.mkdocs.judging import Ready
from journeybook.adapters.mkdocs.outcome import Described, Outcome, Whole
from journeybook.adapters.mkdocs.outlining import below, described, places_of
from journeybook.exports.formats import prose_files
from journeybook.history.trend import with_history
from journeybook.pages.book import telling
from journeybook.pages.parts.filling.renderer import Renderer
from journeybook.pages.parts.page import Page
from journeybook.pages.parts.ways.contents import contents
from journeybook.rendering import documents_of, render_pages
from journeybook.schema import Kind


def glimpse(before: Whole, ready: Sequence[Ready], asked: Collection[str]) -> Whole | None:
    """Give what was made before, with pages that are asked for as they are now.

    None where others may lead to them otherwise than before.
    """
    return _with(before, (_anew(*pair, asked) for pair in _pairs(before, ready)))


def with_prose(before: Whole, ready: Sequence[Ready]) -> Whole | None:
    """Put other prose into what was made of handbooks that are the same in all else.

    What tells the prose of a step is made anew; None as above.
    """
    return _with(before, (_spoken(*pair) for pair in _pairs(before, ready)))


def _pairs(before: Whole, ready: Sequence[Ready]) -> Iterator[tuple[Outcome, Ready]]:
    return zip(before.handbooks, ready, strict=True)


def _with(before: Whole, handbooks: Iterable[Outcome | None]) -> Whole | None:
    found = [*handbooks]
    made = tuple(one for one in found if one)
    return replace(before, handbooks=made) if len(made) == len(found) else None


def _spoken(outcome: Outcome, ready: Ready) -> Outcome | None:
    part, site = outcome.part, ready.judged.site
    steps = frozenset(_other_steps(outcome, ready))
    anew = _anew(outcome, ready, {f"{part}{uri}" for uri in telling(site, steps)})
    return anew and replace(anew, files={**outcome.files, **below(prose_files(site, steps), part)})


def _other_steps(outcome: Outcome, ready: Ready) -> Iterator[str]:
    for uri, one in documents_of(ready.judged).items():
        is_step = one.kind is Kind.STEP
        if is_step and one.body != outcome.documents[f"{outcome.part}{uri}"].body:
            yield one.path


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
    inside = [replace(page, uri=page.uri.removeprefix(part)) for page in outcome.pages]
    wanted = {page.uri: page for page in inside if f"{part}{page.uri}" in asked}
    if not wanted:
        return
    sections = contents(site, inside)
    if [one.below(part) for one in sections] != [*outcome.sections]:
        return
    titles = {page.uri: page.title for page in inside}
    renderer = Renderer(ready.settings.resources.templates, site.wording)
    for page in render_pages(ready.judged, [*wanted.values()], sections, titles):
        drawn = with_history(page, ready.past, renderer, site)
        source = wanted[page.uri].source
        yield replace(drawn, uri=f"{part}{page.uri}", source=source, frame=None, drawings=())


def _place(page: Page) -> tuple[str, bool, str]:
    return page.title, page.listed, page.lang


def _listed(documents: Mapping[str, Described]) -> Mapping[str, tuple[bool, bool]]:
    return {uri: (one.listed, one.covers) for uri, one in documents.items()}
