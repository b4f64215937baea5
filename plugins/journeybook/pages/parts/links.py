"""Links of a page: the address of everything else as seen from it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from journeybook.findings import Finding, Span
from journeybook.handbook.entities import (
    Action,
    Asset,
    Channel,
    Lane,
    Persona,
    Phase,
    Research,
    Statement,
)
from journeybook.handbook.journeys import Emotion, Journey, Step
from journeybook.pages.parts.addresses import (
    CATALOGUE,
    GAPS,
    entity_page,
    gap_anchor,
    gaps_of,
    journey_page,
    statement_anchor,
    step_anchor,
)
from journeybook.pages.parts.discussion import discussion_link
from journeybook.pages.parts.site import Site


def facet_value(identifier: str) -> str:
    """Write an id as one word, as the filters of the catalogue know it."""
    return re.sub(r"[\s|]+", "_", identifier)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words that lead somewhere; without an address they are plain words."""

    text: str
    href: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The ways to a place in a source file: to edit it, and to talk about it."""

    edit: str | None = None
    discuss: str | None = None


NOWHERE = Source()
"""For what comes from no place that could be edited."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """The page being made, from which addresses are seen."""

    site: Site
    uri: str

    def page(self, uri: str, text: str, anchor: str = "") -> Link:
        """Link to a page of the site."""
        return Link(text=text, href=self.site.href(self.uri, uri, anchor))

    def source(self, span: Span, about: str, fingerprint: str = "") -> Source:
        """Lead to a place in a source file, which is `about` something."""
        return Source(
            edit=self.site.source(span),
            discuss=discussion_link(self.site, span, about, fingerprint),
        )

    def persona(self, persona: str) -> Link:
        """Link to a persona."""
        return self._entity("personas", self.site.handbook.personas[persona])

    def phase(self, phase: str) -> Link:
        """Link to a phase."""
        return self._entity("phases", self.site.handbook.phases[phase])

    def channel(self, channel: str) -> Link:
        """Link to a channel."""
        return self._entity("channels", self.site.handbook.channels[channel])

    def asset(self, asset: Asset) -> Link:
        """Link to an asset."""
        return self._entity("assets", asset)

    def research(self, research: str) -> Link:
        """Link to a round of research."""
        return self._entity("research", self.site.handbook.research[research])

    def action(self, action: str) -> Link:
        """Link to an action."""
        return self._entity("actions", self.site.handbook.actions[action])

    def journey(self, journey: Journey) -> Link:
        """Link to a journey."""
        return self.page(journey_page(journey.id), journey.title)

    def step(self, step: Step) -> Link:
        """Link to a step on its journey's page."""
        return self.page(journey_page(step.journey), step.title, step_anchor(step))

    def statement(self, statement: Statement) -> Link:
        """Link to a statement on the page of its journey or persona."""
        return self.page(self._owner(statement), statement.text, statement_anchor(statement))

    def emotion(self, emotion: Emotion, text: str) -> Link:
        """Link to a feeling on its journey's page."""
        return self.page(self._owner(emotion), text, statement_anchor(emotion))

    def gap(self, finding: Finding, home: str = "") -> Link:
        """Link to a gap on its report: on the page `home`, or else that of its phase."""
        there = home or (gaps_of(finding.phase) if finding.phase else GAPS)
        return self.page(there, finding.message, gap_anchor(finding.fingerprint))

    def catalogue(self, text: str, **filters: str) -> Link:
        """Link to the catalogue, narrowed down by its filters."""
        query = urlencode({key: facet_value(value) for key, value in filters.items()})
        href = self.site.href(self.uri, CATALOGUE)
        return Link(text=text, href=f"{href}?{query}" if query else href)

    def assets(self, assets: Iterable[Asset]) -> tuple[Link, ...]:
        """Link to several assets."""
        return tuple(self.asset(one) for one in assets)

    def _entity(
        self, folder: str, entity: Persona | Phase | Channel | Asset | Research | Action
    ) -> Link:
        return self.page(entity_page(folder, entity), entity.title)

    def _owner(self, statement: Statement | Emotion) -> str:
        owner = statement.id.partition("#")[0]
        lane = statement.lane if isinstance(statement, Statement) else None
        if lane in (Lane.GOALS, Lane.PAINS):
            return f"personas/{owner}.md"
        if lane is Lane.FINDINGS:
            return f"research/{owner}.md"
        return journey_page(owner.rpartition("/")[0])
