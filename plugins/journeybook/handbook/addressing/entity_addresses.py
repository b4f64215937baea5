"""The pages that something of a handbook has for itself: its own, and the reports about it."""

from collections.abc import Iterator, Mapping

from journeybook.findings import Ref
from journeybook.handbook.addressing.places import Places
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Asset
from journeybook.handbook.journeys import Journey
from journeybook.handbook.statements import Entity


def entity_pages(book: Handbook, places: Places, catalogue: str) -> dict[Ref, str]:
    """Find a place for the page of each entity; content without a page has the catalogue's."""
    inside = f"{book.content}/"
    steps = {step.path for _, step in book.all_steps}
    pages: dict[Ref, str] = {}
    for folder in book.entities.values():
        for entity in folder.values():
            # A journey whose steps alone are written has no file, and its page is made.
            if isinstance(entity, Journey) and entity.path in steps:
                uri = f"journeys/{entity.id}/index.md"
                pages[entity.ref] = places.page(uri, about=entity.path)
            elif isinstance(entity, Asset) and entity.origin:
                uri = f"assets/{entity.id}.md"
                pages[entity.ref] = places.page(uri) if entity.has_page else catalogue
            else:
                pages[entity.ref] = entity.path.removeprefix(inside)
    return pages


def entity_reports(book: Handbook, places: Places) -> Iterator[tuple[tuple[str, Ref], str]]:
    """Find a place for each report about an entity, by what it tells."""
    patterns: tuple[tuple[str, str, Mapping[str, Entity]], ...] = (
        ("gaps", "gaps/{}.md", book.phases),
        ("gaps", "gaps/personas/{}.md", book.personas),
        ("gaps", "gaps/channels/{}.md", book.channels),
        ("matrix", "matrix/{}.md", book.personas),
        ("walks", "walks/{}.md", _with_a_journey(book)),
        ("matrix", "matrix/journeys/{}.md", book.journeys),
        ("coverage", "coverage/{}.md", book.journeys),
        ("workshop", "research/workshop/{}.md", book.journeys),
    )
    for what, pattern, folder in patterns:
        for entity in folder.values():
            uri = places.page(pattern.format(entity.id), about=entity.path)
            yield (what, entity.ref), uri


def _with_a_journey(book: Handbook) -> Mapping[str, Entity]:
    current = [journey for journey in book.journeys.values() if journey.is_current]
    names = dict.fromkeys(persona for journey in current for persona in journey.personas)
    return {name: book.personas[name] for name in book.personas if name in names}
