"""The pages that authors wrote for personas, phases, channels, assets, research and actions."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from journeybook.handbook.entities import Entity
from journeybook.handbook.index.matrix_facts import cells_by_persona
from journeybook.pages.entities.action_page import ActionPage, make_action_page
from journeybook.pages.entities.asset_page import AssetPage, make_asset_page
from journeybook.pages.entities.channel_page import ChannelPage, make_channel_page
from journeybook.pages.entities.persona_page import PersonaPage, make_persona_page
from journeybook.pages.entities.phase_page import PhasePage, make_phase_page
from journeybook.pages.entities.research_page import ResearchPage, make_research_page
from journeybook.pages.entities.usage import make_usage
from journeybook.pages.parts.entity_parts import Head, Section
from journeybook.pages.parts.page import PROSE, Block, Page, escaped, heading
from journeybook.pages.parts.renderer import Renderer
from journeybook.pages.parts.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A block of a page with the heading it stands under."""

    title: str
    block: Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """What pages are made with."""

    renderer: Renderer
    say: Callable[[str], str]

    def part(self, title: str, template: str, view: object, *, searchable: bool = True) -> Part:
        """Fill a template under a heading."""
        name = template.rpartition("/")[2].removesuffix(".html")
        return Part(
            title=title, block=self.renderer.block(name, template, view, searchable=searchable)
        )

    def section(self, name: str, section: Section) -> Part:
        """Show a list under its own heading."""
        block = self.renderer.block(name, "entities/section.html", section, searchable=True)
        return Part(title=section.title, block=block)

    def sections(self, sections: Iterable[Section]) -> Iterator[Part]:
        """Show lists, each under its own heading, leaving out the empty ones."""
        for at, section in enumerate(sections):
            if section.lines:
                yield self.section(f"section-{at}", section)

    def page(
        self,
        uri: str,
        entity: Entity,
        head: Head,
        parts: Iterable[Part],
        *,
        listed: bool = True,
        tags: tuple[str, ...] = (),
    ) -> Page:
        """Put a page together: its head, the author's words, and the parts."""
        top = self.renderer.block("head", "entities/head.html", head, searchable=True)
        found = tuple(parts)
        below = [f"{heading(2, one.title)}\n\n{one.block.marker}" for one in found]
        return Page(
            uri=uri,
            title=entity.title,
            markdown="\n\n".join((top.marker, PROSE, *below, "")),
            blocks=(top, *(one.block for one in found)),
            source=entity.path,
            description=entity.summary or "",
            listed=listed,
            tags=tuple(dict.fromkeys((*tags, *entity.tags))),
        )


def entity_pages(site: Site, renderer: Renderer) -> Iterator[Page]:
    """Give every page of a persona, phase, channel, asset, research round and action."""
    book = site.handbook
    usage, cells = make_usage(site), cells_by_persona(book)
    kit = Kit(renderer=renderer, say=site.wording.text)
    for persona in book.personas.values():
        yield _persona(kit, make_persona_page(site, cells, persona), persona)
    for phase in book.phases.values():
        yield _phase(kit, make_phase_page(site, cells, phase), phase)
    for channel in book.channels.values():
        yield _channel(kit, make_channel_page(site, usage, cells, channel), channel)
    for asset in book.assets.values():
        yield _asset(kit, make_asset_page(site, usage, asset), asset)
    for research in book.research.values():
        yield _research(kit, make_research_page(site, usage, research), research)
    for action in book.actions.values():
        yield _action(kit, make_action_page(site, usage, action), action)


def _persona(kit: Kit, view: PersonaPage, entity: Entity) -> Page:
    say = kit.say
    parts = [kit.part(say("Goals and pains"), "entities/points.html", view)]
    if view.journeys:
        parts.append(kit.part(say("Journeys"), "entities/journeys.html", view))
    parts.append(kit.part(say("Phase by phase"), "entities/persona_phases.html", view))
    template = "entities/persona_channels.html"
    parts.append(kit.part(say("Channels"), template, view, searchable=False))
    parts.extend(kit.sections((view.gaps,)))
    return kit.page(view.uri, entity, view.head, parts, tags=(f"persona/{entity.id}",))


def _phase(kit: Kit, view: PhasePage, entity: Entity) -> Page:
    title = kit.say("How the personas compare")
    parts = [kit.part(title, "entities/contenders.html", view, searchable=False)]
    parts.extend(kit.sections((view.gaps,)))
    return kit.page(view.uri, entity, view.head, parts, tags=(f"phase/{entity.id}",))


def _channel(kit: Kit, view: ChannelPage, entity: Entity) -> Page:
    title = kit.say("Who uses it when")
    parts = [kit.part(title, "entities/channel_personas.html", view, searchable=False)]
    if view.touchpoints:
        parts.append(kit.part(kit.say("Touchpoints"), "entities/touchpoints.html", view))
    if view.content:
        parts.append(kit.part(kit.say("What is on it"), "entities/content.html", view))
    if view.gaps.lines:
        parts.append(kit.section("gaps", view.gaps))
    return kit.page(view.uri, entity, view.head, parts, tags=(f"channel/{entity.id}",))


def _asset(kit: Kit, view: AssetPage, entity: Entity) -> Page:
    parts = kit.sections(view.sections)
    return kit.page(view.uri, entity, view.head, parts, listed=False, tags=view.tags)


def _research(kit: Kit, view: ResearchPage, entity: Entity) -> Page:
    parts = list(kit.sections((view.findings,)))
    parts.append(kit.part(view.use_title, "entities/uses.html", view))
    return kit.page(view.uri, entity, view.head, parts)


def _action(kit: Kit, view: ActionPage, entity: Entity) -> Page:
    parts = []
    if view.progress:
        title = kit.say("The figure it should move")
        parts.append(kit.part(title, "entities/progress.html", view.progress))
    parts.extend(kit.sections(view.sections))
    page = kit.page(view.uri, entity, view.head, parts)
    if not view.lesson:
        return page
    lesson = f"{heading(2, kit.say('What was learned'))}\n\n{escaped(view.lesson)}\n"
    return Page(
        uri=page.uri,
        title=page.title,
        markdown=f"{page.markdown}{lesson}",
        blocks=page.blocks,
        source=page.source,
        description=page.description,
    )
