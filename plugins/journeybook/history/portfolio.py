"""The handbooks of one site side by side: how far each is, and how it goes with the same people."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from journeybook.codes import Severity
from journeybook.counts.counted import Counted
from journeybook.counts.within import EVERYTHING, Within
from journeybook.handbook.ids import folded
from journeybook.history.points import PART, WHOLE, Point
from journeybook.history.trend import past_block
from journeybook.pages.parts.filling.renderer import Renderer
from journeybook.pages.parts.hrefs import quoted, relative
from journeybook.pages.parts.page import PROSE, Page, heading
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.tallies import Tally, share_of, tally
from journeybook.pages.parts.ways.links import Here, Link
from journeybook.wording import Wording

PORTFOLIO = "portfolio.md"
"""The page that shows the handbooks of a site side by side."""

_FRONT = "index.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One of several handbooks; `part` is its folder among the pages, `past` how it did before."""

    title: str
    part: str
    site: Site
    past: Sequence[Point] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How something stands: what it is, how much is answered and asked, and what is missing."""

    link: Link
    answered: Tally
    share: float | None
    asked: Tally
    serious: Tally
    open: Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRow:
    """A handbook in figures."""

    standing: Standing
    personas: Tally
    published: Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedPersona:
    """A persona that several handbooks have; a row per handbook, by its title, in their order."""

    name: str
    rows: tuple[tuple[str, Standing | None], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioView:
    """Everything on the page."""

    rows: tuple[MemberRow, ...]
    personas: tuple[SharedPersona, ...]


def portfolio_page(
    members: Sequence[Member], renderer: Renderer, wording: Wording, written: str | None
) -> Page:
    """Make the page, at the address of the one that an author has `written` if there is one."""
    uri = written or PORTFOLIO
    members = [replace(one, site=_told_in(wording, one.site)) for one in members]
    view = _view(members, uri)
    blocks = [renderer.block("handbooks", "review/portfolio.html", view)]
    lines = [*([PROSE] if written else []), blocks[0].marker]
    if view.personas:
        blocks.append(renderer.block("personas", "review/shared_personas.html", view))
        title = wording.text("Personas of the same name")
        lines += [heading(2, title, "personas"), blocks[1].marker]
    points = _together(members)
    if points:
        title = wording.text("How the handbooks did")
        rows = [(PART, one.part, one.title) for one in members]
        blocks.append(past_block(points, rows, title, renderer, wording))
        lines += [heading(2, title, "history"), blocks[-1].marker]
    return Page(
        uri=uri,
        title=wording.text("Handbooks side by side"),
        markdown="\n\n".join(lines) + "\n",
        blocks=tuple(blocks),
        wide=True,
    )


def _told_in(wording: Wording, site: Site) -> Site:
    # Everything is counted again for a site that is told in another language.
    return site if site.wording.language == wording.language else replace(site, wording=wording)


def _view(members: Sequence[Member], uri: str) -> PortfolioView:
    return PortfolioView(
        rows=tuple(_row(one, uri) for one in members), personas=tuple(_shared(members, uri))
    )


def _row(member: Member, uri: str) -> MemberRow:
    home = Link(text=member.title, href=_front(member))
    here = Here(site=member.site, uri=_FRONT)
    return MemberRow(
        standing=_standing(member, uri, home, EVERYTHING),
        personas=tally(here, Counted.PERSONAS),
        published=tally(here, Counted.PUBLISHED),
    )


def _front(member: Member) -> str:
    site = member.site
    return site.href(_FRONT, site.addresses.home)


def _standing(member: Member, uri: str, link: Link, within: Within) -> Standing:
    here = Here(site=member.site, uri=_FRONT)
    serious = within._replace(severity=Severity.HIGH.word)
    return Standing(
        link=replace(link, href=_from(uri, member, link.href)),
        answered=tally(here, Counted.ANSWERED, within),
        share=share_of(member.site, Counted.ANSWERED, within),
        asked=tally(here, Counted.ASKED, within),
        serious=_gaps(here, serious, member, uri),
        open=_gaps(here, within, member, uri),
    )


def _gaps(here: Here, within: Within, member: Member, uri: str) -> Tally:
    made = tally(here, Counted.OPEN_GAPS, within)
    return replace(made, href=_from(uri, member, made.href))


def _from(uri: str, member: Member, href: str | None) -> str | None:
    # A handbook leads to its pages from its own front; this page stands above all of them.
    if href is None:
        return None
    return (
        f"{relative(member.site.shape.address(uri), quoted(member.part))}{href.removeprefix('./')}"
    )


def _shared(members: Sequence[Member], uri: str) -> Iterator[SharedPersona]:
    named = [_by_name(one) for one in members]
    for name in dict.fromkeys(name for one in named for name in one):
        ids = [one.get(name) for one in named]
        if sum(one is not None for one in ids) > 1:
            rows = tuple(
                (member.title, _persona(persona, member, uri) if persona else None)
                for persona, member in zip(ids, members, strict=True)
            )
            titles = (one.link.text for _, one in rows if one)
            yield SharedPersona(name=next(titles), rows=rows)


def _by_name(member: Member) -> Mapping[str, str]:
    return {folded(one.title): one.id for one in member.site.handbook.personas.values()}


def _persona(persona: str, member: Member, uri: str) -> Standing:
    link = Here(site=member.site, uri=_FRONT).persona(persona)
    return _standing(member, uri, link, Within(persona=persona))


def _together(members: Sequence[Member]) -> tuple[Point, ...]:
    # All of them lie in one repository, so that their points are those of the same commits.
    if not all(one.past for one in members):
        return ()
    return tuple(
        replace(
            each[0],
            measures=tuple(
                replace(whole, scope=PART, id=member.part, title=member.title, errors=point.errors)
                for member, point in zip(members, each, strict=True)
                if (whole := point.at(WHOLE))
            ),
        )
        for each in zip(*(one.past for one in members), strict=True)
    )
