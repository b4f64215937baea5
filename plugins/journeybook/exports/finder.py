"""What a search of our own finds: everything with a name or a question, with what it is."""

import json
from collections.abc import Iterator, Mapping

from journeybook.handbook.addressing.anchors import gap_anchor
from journeybook.handbook.statements import Entity
from journeybook.pages.gaps.fix_words import loud_fixes, phases_of, title_of
from journeybook.pages.parts.hrefs import quoted
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.journey_titles import journey_title
from journeybook.rendering import Compilation
from journeybook.wording import marked

FINDER = "find-data.js"
"""The name of the script that holds the rows."""

Row = tuple[str, str, str, str]
"""What it is, its title, its address inside the site, and what it belongs to."""

_PERSONA, _JOURNEY, _PHASE = marked("Persona"), marked("Journey"), marked("Phase")
_CHANNEL, _CONTENT, _QUESTION = marked("Channel"), marked("Content"), marked("Question")
_GAP, _RESEARCH, _ACTION = marked("Gap"), marked("Research"), marked("Action")
_OWNER = marked("Owner")


def finder_script(handbooks: Mapping[str, Compilation]) -> bytes:
    """Write the rows of all handbooks of a site as a script, each by its folder among the pages.

    A browser loads a script from a disk too, and no other file.
    """
    rows = [
        (kind, title, f"{quoted(part)}{href}", about)
        for part, one in handbooks.items()
        for kind, title, href, about in finder_rows(one.site)
    ]
    return f"window.jbFind = {json.dumps(rows, ensure_ascii=False)};\n".encode()


def finder_rows(site: Site) -> Iterator[Row]:
    """Give what can be found; nothing of a file whose words are copied nowhere."""
    book, say = site.handbook, site.wording.text
    people = book.personas
    kinds: tuple[tuple[str, Mapping[str, Entity]], ...] = (
        (_PERSONA, people),
        (_PHASE, book.phases),
        (_CHANNEL, book.channels),
        (_RESEARCH, book.research),
        (_ACTION, book.actions),
    )
    for journey in book.journeys.values():
        names = site.wording.both(people[one].title for one in journey.personas)
        yield from _row(site, _JOURNEY, journey, names, journey_title(journey, site))
    for kind, folder in kinds:
        for entity in folder.values():
            yield from _row(site, kind, entity, "")
    yield from _owners(site)
    for journey, step, question in book.questions:
        if step.path not in site.private:
            page = site.shape.address(site.addresses.journey(journey.id))
            href = f"{page}#{site.addresses.anchor(question)}"
            yield say(_QUESTION), question.text, href, f"{journey.title} · {step.title}"
    for asset in book.assets.values():
        yield from _row(site, _CONTENT, asset, book.vocabulary.type_label(asset.type))
    for fix in loud_fixes(site.fixes.all):
        home = site.shape.address(site.gap_home(fix.entries[0]))
        href = f"{home}#{gap_anchor(fix.fingerprint)}"
        yield say(_GAP), title_of(fix, site), href, site.wording.both(phases_of(fix, site))


def _owners(site: Site) -> Iterator[Row]:
    for owner, name in site.ledger.owner_slugs.items():
        if owner:
            page = site.shape.address(site.addresses.gaps_of_owner(name))
            yield site.wording.text(_OWNER), owner, page, ""


def _row(site: Site, kind: str, entity: Entity, about: str, title: str = "") -> Iterator[Row]:
    if entity.path not in site.private:
        page = site.shape.address(site.addresses.page(entity))
        anchor = site.addresses.entity_anchor(entity)
        href = f"{page}#{anchor}" if anchor else page
        yield site.wording.text(kind), title or entity.title, href, about
