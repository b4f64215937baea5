"""Links of a page: the address of everything else as seen from it."""

from dataclasses import dataclass, replace
from functools import lru_cache

from markupsafe import Markup

from journeybook.findings import Span
from journeybook.gaps.ledger import Entry
from journeybook.handbook.addressing.anchors import gap_anchor
from journeybook.handbook.entities import Asset
from journeybook.handbook.ids import word_of
from journeybook.handbook.journeys import Emotion, Journey, Step
from journeybook.handbook.outward import can_be_linked
from journeybook.handbook.statements import Entity, Statement
from journeybook.pages.parts.discussion import NOBODY, Concern, discussion_link
from journeybook.pages.parts.escaping import as_html, escaped
from journeybook.pages.parts.hrefs import with_query
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.journey_titles import journey_title

_NOTHING = Markup("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words that lead somewhere; without an address they are plain words.

    `lang` is their language, where it is another than that of the page.
    """

    text: str
    href: str | None = None
    lang: str = ""


def as_link(link: Link) -> Markup:
    """Write a link; its words alone where it leads nowhere."""
    return _written(link.text, link.href, link.lang)


# The same link is shown in several places of a page, and on all pages beside it.
@lru_cache(20_000)
def _written(text: str, href: str | None, language: str) -> Markup:
    lang = in_language(language)
    if href is not None:
        return as_html(f'<a href="{escaped(href)}"{lang}>{escaped(text)}</a>')
    return as_html(f"<span{lang}>{escaped(text)}</span>") if lang else escaped(text)


def in_language(language: str) -> Markup:
    """Write the attribute that tells in which language words are; nothing for that of the page."""
    return as_html(f' lang="{escaped(language)}"') if language else _NOTHING


def foreign(asset: Asset, site: Site) -> str:
    """Name the language of a title, where it is another than that of the site."""
    language = asset.language or ""
    return language if language != site.wording.language else ""


def outward(text: str, address: str | None) -> Link:
    """Lead to an address that an author wrote; one that no browser should follow is plain words."""
    return Link(text=text, href=address if address and can_be_linked(address) else None)


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

    def source(
        self, span: Span, about: str, fingerprint: str = "", concern: Concern = NOBODY
    ) -> Source:
        """Lead to a place in a source file, which is `about` something."""
        return Source(
            edit=self.site.source(span),
            discuss=discussion_link(self.site, span, about, fingerprint, concern),
        )

    def persona(self, persona: str) -> Link:
        """Link to a persona."""
        return self._entity(self.site.handbook.personas[persona])

    def phase(self, phase: str) -> Link:
        """Link to a phase."""
        return self._entity(self.site.handbook.phases[phase])

    def channel(self, channel: str) -> Link:
        """Link to a channel."""
        return self._entity(self.site.handbook.channels[channel])

    def asset(self, asset: Asset) -> Link:
        """Link to an asset; one that has no page here, to where it is published."""
        lang = foreign(asset, self.site)
        if not asset.has_page and asset.url and can_be_linked(asset.url):
            return Link(text=asset.title, href=asset.url, lang=lang)
        link = self._entity(asset)
        return replace(link, lang=lang) if lang else link

    def research(self, research: str) -> Link:
        """Link to a round of research."""
        return self._entity(self.site.handbook.research[research])

    def action(self, action: str) -> Link:
        """Link to an action."""
        return self._entity(self.site.handbook.actions[action])

    def journey(self, journey: Journey) -> Link:
        """Link to a journey."""
        title = journey_title(journey, self.site)
        return self.page(self.site.addresses.journey(journey.id), title)

    def step(self, step: Step) -> Link:
        """Link to a step on its journey's page."""
        return self.page(
            self.site.addresses.journey(step.journey),
            step.title,
            self.site.addresses.step_anchor(step),
        )

    def statement(self, statement: Statement) -> Link:
        """Link to a statement on the page of its journey or persona."""
        return self._said(statement, statement.text)

    def emotion(self, emotion: Emotion, text: str) -> Link:
        """Link to a feeling on its journey's page."""
        return self._said(emotion, text)

    def gap(self, entry: Entry, words: str = "") -> Link:
        """Link to a gap on the report where its address stands; with other `words` than its own."""
        finding, there = entry.finding, self.site.gap_home(entry)
        return self.page(there, words or finding.message, gap_anchor(finding.fingerprint))

    def catalogue(self, text: str, **filters: str) -> Link:
        """Link to the catalogue, narrowed down by its filters."""
        href = self.site.href(self.uri, self.site.addresses.catalogue)
        words = {key: word_of(value) for key, value in filters.items()}
        return Link(text=text, href=with_query(href, **words))

    def _entity(self, entity: Entity) -> Link:
        addresses = self.site.addresses
        return self.page(addresses.page(entity), entity.title, addresses.entity_anchor(entity))

    def _said(self, said: Statement | Emotion, text: str) -> Link:
        addresses = self.site.addresses
        return self.page(addresses.owner_page(said), text, addresses.anchor(said))


def download(site: Site, page: str) -> tuple[Link, ...]:
    """Link to the table of a page, where there is one."""
    words = site.wording.text("As a table (CSV)")
    href = site.file_href(page, site.addresses.table_beside(page))
    return (Link(text=words, href=href),) if href else ()
