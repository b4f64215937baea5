"""A content brief: the file of a new asset that will close a gap, ready to be written on."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, count

from journeybook.gaps.ledger import Entry
from journeybook.handbook.entities import Asset, Expects
from journeybook.handbook.ids import slug
from journeybook.handbook.index.coverage import published
from journeybook.handbook.journeys import DropOff, Expectation, Question, Touchpoint
from journeybook.handbook.statements import Statement
from journeybook.pages.parts.site import Site
from journeybook.rules.engine.rule import ClosedBy
from journeybook.sources.waiver_text import flow, scalar


def body(entry: Entry, site: Site) -> Iterator[str]:
    """Give the lines of the brief below its front matter."""
    say, rule = site.wording.text, site.rules[entry.finding.code].explanation
    yield say("A brief, to be replaced by the content itself.")
    yield ""
    yield from _section(say("Why"), (entry.finding.message, say(rule.why)))
    yield from _section(say("In the customer’s words"), _words(entry))
    yield from _section(say("What they expect"), _texts(entry, "expectations"))
    yield from _section(say("Where they drop off"), _drop_offs(entry))
    yield from _section(say("What they already find"), _neighbours(entry, site))
    yield from _section(say("To do after publishing"), _afterwards(entry, site))


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    found = tuple(lines)
    if found:
        yield f"## {title}"
        yield ""
        yield from (f"- {' '.join(line.split())}" for line in found)
        yield ""


def _words(entry: Entry) -> Iterator[str]:
    statement = entry.bearing.statement
    if isinstance(statement, Statement):
        yield f"“{statement.text}”"
    yield from _texts(entry, "needs")


def _texts(entry: Entry, lane: str) -> Iterator[str]:
    return (one.text for one in _statements(entry) if one.lane == lane)


def _drop_offs(entry: Entry) -> Iterator[str]:
    for step in entry.bearing.steps:
        for one in step.drop_offs:
            yield f"{one.text}: {one.why}" if one.why else one.text


def _neighbours(entry: Entry, site: Site) -> Iterator[str]:
    coverage = site.handbook.coverage
    for one in _statements(entry):
        if isinstance(one, Question):
            for asset in published(coverage.answers_to(one)):
                yield f"“{one.text}”: {asset.title}"


def _afterwards(entry: Entry, site: Site) -> Iterator[str]:
    statement = entry.bearing.statement
    if isinstance(statement, Touchpoint):
        yield site.wording.text(
            "Name this asset under the touchpoint “{touchpoint}”.", touchpoint=statement.text
        )
    elif isinstance(statement, DropOff):
        yield site.wording.text(
            "Name this asset as a countermeasure under “{drop_off}”.", drop_off=statement.text
        )
    elif isinstance(statement, Expectation):
        yield site.wording.text(
            "Name this asset as what meets the expectation “{expectation}”.",
            expectation=statement.text,
        )


def _statements(entry: Entry) -> Iterator[Statement]:
    wanted = set(entry.bearing.personas)
    for step in entry.bearing.steps:
        yield from (one for one in step.statements if wanted & set(one.personas))


FOLDER = "assets/briefs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """The new file: its path inside the content folder, and its text."""

    path: str
    text: str

    @property
    def head(self) -> str:
        """The front matter alone, which is all that closing the gap needs."""
        return self.text[: self.text.find("\n---\n") + len("\n---\n")]


def can_be_briefed(entry: Entry, site: Site) -> bool:
    """Whether a new asset would close this gap and none is on its way."""
    finding = entry.finding
    return site.rules[finding.code].closed_by is not None and finding.being_filled is None


def is_closed_by_brief(entry: Entry, site: Site) -> bool:
    """Whether the new asset alone is enough, without a word in any other file."""
    alone = site.rules[entry.finding.code].closed_by is ClosedBy.WRITING
    return alone and can_be_briefed(entry, site)


def make_brief(entry: Entry, site: Site) -> Brief:
    """Write the brief of a gap."""
    title = _title(entry, site)
    lines = ["---", *_front_matter(entry, site, title), "---", "", *body(entry, site)]
    return Brief(path=_free_path(title, site), text="\n".join(lines).rstrip() + "\n")


def _title(entry: Entry, site: Site) -> str:
    say, book = site.wording.text, site.handbook
    if isinstance(entry.bearing.statement, Question):
        return entry.bearing.statement.text.rstrip("? ")
    personas = site.wording.both(book.personas[one].title for one in entry.bearing.personas)
    kind = book.vocabulary.type_label(_type(entry, site)) or say("Content")
    phases = site.wording.both(book.phases[one].title for one in entry.bearing.phases)
    return say("{type} for {personas} in {phase}", type=kind, personas=personas, phase=phases)


def _front_matter(entry: Entry, site: Site, title: str) -> Iterator[str]:
    bearing = entry.bearing
    yield f"title: {scalar(title)}"
    if kind := _type(entry, site):
        yield f"type: {scalar(kind)}"
    yield "status: idea"
    yield f"personas: {flow(bearing.personas)}"
    yield f"phases: {flow(bearing.phases)}"
    if channels := _channels(entry, site):
        yield f"channels: {flow(channels)}"
    if isinstance(bearing.statement, Question):
        yield f"answers: {flow((bearing.statement.id,))}"
    demands = tuple(_demands(entry, site))
    gated = {expects.gated for expects in demands}
    if gated & {"expected", "discouraged"}:
        yield f"gated: {'true' if 'expected' in gated else 'false'}"
    if any(expects.cta == "required" for expects in demands):
        yield f"cta: {scalar(_call(entry, site))}"
    if language := _language(entry, site):
        yield f"language: {scalar(language)}"
    if entry.finding.owner:
        yield f"owner: {scalar(entry.finding.owner)}"


def _demands(entry: Entry, site: Site) -> Iterator[Expects]:
    phases = [site.handbook.phases[phase] for phase in entry.bearing.phases]
    for phase in phases:
        personas = entry.bearing.personas
        yield from (phase.expects_of(persona) for persona in personas)
        if not personas:
            yield phase.expects


def _type(entry: Entry, site: Site) -> str | None:
    """The type that is missing, else the first the phase expects and the persona does not have."""
    if entry.finding.wish.type:
        return entry.finding.wish.type
    expected = [one for expects in _demands(entry, site) for one in expects.types]
    present = {asset.type for asset in published(_around(entry, site))}
    return next((one for one in expected if one not in present), next(iter(expected), None))


def _channels(entry: Entry, site: Site) -> tuple[str, ...]:
    """Those the gap is about, else those where the personas meet us at this point."""
    bearing = entry.bearing
    if bearing.channels:
        return bearing.channels
    personas = set(bearing.personas)
    met = (
        one
        for step in bearing.steps
        for one in step.touchpoints
        if not personas.isdisjoint(one.personas)
    )
    used = dict.fromkeys(one.channel for one in met if one.channel)
    owned = [one for one in used if site.handbook.channels[one].type == "owned"]
    return tuple(owned or used)


def _call(entry: Entry, site: Site) -> str:
    """The call to action used most around here, so that the new piece leads the same way."""
    texts = Counter(asset.cta.text for asset in _around(entry, site) if asset.cta)
    if not texts:
        return site.wording.text("Plan a conversation")
    return min(texts, key=lambda text: (-texts[text], text))


def _language(entry: Entry, site: Site) -> str | None:
    """The language that is missing, else the first of the personas."""
    personas = (site.handbook.personas[one] for one in entry.bearing.personas)
    spoken = (language for one in personas for language in one.languages)
    return entry.finding.wish.language or next(spoken, None)


def _around(entry: Entry, site: Site) -> tuple[Asset, ...]:
    """The content of the same personas in the same phases."""
    found = (
        asset
        for persona in entry.bearing.personas
        for phase in entry.bearing.phases
        for asset in site.handbook.coverage.assets_at(persona, phase)
    )
    return tuple({asset.id: asset for asset in found}.values())


def _free_path(title: str, site: Site) -> str:
    name = slug(title)
    names = chain((name,), (f"{name}-{at}" for at in count(2)))
    return f"{FOLDER}/{next(one for one in names if one not in site.asset_names)}.md"
