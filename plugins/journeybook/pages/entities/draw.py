"""The pages that authors wrote for personas, phases, channels, assets, research and actions."""

from collections.abc import Iterable, Iterator

from journeybook.handbook.entities import Asset
from journeybook.handbook.index.matrix_facts import cells_by_persona
from journeybook.handbook.statements import Entity
from journeybook.pages.entities.action_page import ActionPage, make_action_page
from journeybook.pages.entities.asset_page import make_asset_page
from journeybook.pages.entities.channel_page import ChannelMatrix, ChannelPage, make_channel_page
from journeybook.pages.entities.persona_page import PersonaPage, make_persona_page
from journeybook.pages.entities.phase_page import PhasePage, make_phase_page
from journeybook.pages.entities.research_page import ResearchPage, make_research_page
from journeybook.pages.entities.usage import make_usage
from journeybook.pages.parts.builder import PageBuilder
from journeybook.pages.parts.entity_parts import Head, Section
from journeybook.pages.parts.filling.renderer import Renderer
from journeybook.pages.parts.page import Page, in_markdown
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.links import foreign


class EntityBuilder(PageBuilder):
    """Puts the page of an entity together: its head, the author's words, and what we know."""

    def part(
        self, title: str, template: str, view: object, *, name: str = "", searchable: bool = True
    ) -> None:
        """Fill a template under a heading; the block is called as the template, or by a name."""
        self.heading(2, title)
        name = name or template.rpartition("/")[2].removesuffix(".html")
        self.block(name, template, view, searchable=searchable)

    def cards(self, title: str, name: str, sections: Iterable[Section]) -> None:
        """Show several lists side by side under one heading."""
        self.part(title, "entities/sections.html", tuple(sections), name=name)

    def channels(self, title: str, name: str, matrix: ChannelMatrix) -> None:
        """Show a part of the channel matrix under a heading."""
        self.part(title, "entities/channel_matrix.html", matrix, name=name, searchable=False)

    def section(self, name: str, section: Section) -> None:
        """Show a list under its own heading."""
        self.heading(2, section.title)
        self.block(name, "entities/section.html", section, searchable=True)

    def sections(self, sections: Iterable[Section]) -> None:
        """Show lists, each under its own heading, leaving out the empty ones."""
        for at, section in enumerate(sections):
            if section.lines:
                self.section(f"section-{at}", section)

    def made(self, entity: Entity, *, listed: bool = True, tags: tuple[str, ...] = ()) -> Page:
        """Give the page, with the tags of its file."""
        return self.done(
            entity.title,
            source=None if isinstance(entity, Asset) and entity.origin else entity.path,
            description=entity.summary or "",
            listed=listed,
            tags=tuple(dict.fromkeys((*tags, *entity.tags))),
            lang=foreign(entity, self.site) if isinstance(entity, Asset) else "",
        )


def entity_pages(site: Site, renderer: Renderer, only: str = "") -> Iterator[Page]:
    """Give every page of a persona, phase, channel, asset, research round and action.

    Or the one at a path alone.
    """
    book = site.handbook
    usage, cells = make_usage(site), cells_by_persona(book)

    def begun(uri: str, head: Head) -> EntityBuilder:
        page = EntityBuilder(site, renderer, uri)
        page.block("head", "entities/head.html", head, searchable=True)
        page.prose()
        return page

    for persona in site.addresses.at(only, book.personas.values()):
        of_persona = make_persona_page(site, cells, persona)
        yield _persona(begun(of_persona.uri, of_persona.head), of_persona, persona)
    for phase in site.addresses.at(only, book.phases.values()):
        of_phase = make_phase_page(site, cells, phase)
        yield _phase(begun(of_phase.uri, of_phase.head), of_phase, phase)
    for channel in site.addresses.at(only, book.channels.values()):
        of_channel = make_channel_page(site, usage, cells, channel)
        yield _channel(begun(of_channel.uri, of_channel.head), of_channel, channel)
    for asset in site.addresses.at(only, site.asset_pages):
        of_asset = make_asset_page(site, usage, asset)
        page = begun(of_asset.uri, of_asset.head)
        page.sections(of_asset.sections)
        yield page.made(asset, listed=False, tags=of_asset.tags)
    for research in site.addresses.at(only, book.research.values()):
        of_research = make_research_page(site, usage, research)
        yield _research(begun(of_research.uri, of_research.head), of_research, research)
    for action in site.addresses.at(only, book.actions.values()):
        of_action = make_action_page(site, usage, action)
        yield _action(begun(of_action.uri, of_action.head), of_action, action)


def _persona(page: EntityBuilder, view: PersonaPage, entity: Entity) -> Page:
    page.cards(page.say("Goals and pains"), "points", (view.goals, view.pains))
    if view.journeys:
        page.part(page.say("Journeys"), "entities/journeys.html", view)
    if view.phases:
        page.part(page.say("Phase by phase"), "entities/persona_phases.html", view)
    page.channels(page.say("Channels"), "persona_channels", view.channels)
    page.sections((view.gaps,))
    return page.made(entity, tags=(f"persona/{entity.id}",))


def _phase(page: EntityBuilder, view: PhasePage, entity: Entity) -> Page:
    title = page.say("How the personas compare")
    page.part(title, "entities/contenders.html", view, searchable=False)
    page.sections((view.gaps,))
    return page.made(entity, tags=(f"phase/{entity.id}",))


def _channel(page: EntityBuilder, view: ChannelPage, entity: Entity) -> Page:
    page.channels(page.say("Who uses it when"), "channel_personas", view.personas)
    if view.touchpoints:
        page.cards(page.say("Touchpoints"), "touchpoints", view.touchpoints)
    if view.content:
        page.cards(page.say("What is on it"), "content", view.content)
    if view.gaps.lines:
        page.section("gaps", view.gaps)
    return page.made(entity, tags=(f"channel/{entity.id}",))


def _research(page: EntityBuilder, view: ResearchPage, entity: Entity) -> Page:
    page.sections((view.findings,))
    if view.survey:
        page.part(page.say("What customers answered"), "entities/survey.html", view.survey)
    page.part(view.use_title, "entities/uses.html", view)
    for name, section in (("against", view.against), ("quotes", view.quotes)):
        if section.lines:
            page.section(name, section)
    return page.made(entity)


def _action(page: EntityBuilder, view: ActionPage, entity: Entity) -> Page:
    if view.progress:
        title = page.say("The figure it should move")
        page.part(title, "entities/progress.html", view.progress)
    page.sections(view.sections)
    if view.lesson:
        page.heading(2, page.say("What was learned"))
        page.lines(in_markdown(view.lesson))
    return page.made(entity)
