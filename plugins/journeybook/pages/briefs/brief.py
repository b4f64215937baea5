"""A content brief: what a writer must know, and the file of a new asset that will close a gap."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, count

from journeybook.gaps.ledger import Entry
from journeybook.handbook.entities import Asset, Audience
from journeybook.handbook.ids import file_slug
from journeybook.handbook.journeys import DropOff, Expectation, Question, Touchpoint
from journeybook.handbook.statements import Statement
from journeybook.handbook.vocabulary import Status
from journeybook.pages.briefs.form import Form, form_of
from journeybook.pages.briefs.story import Part, Point, parts_of
from journeybook.pages.briefs.ways import Ways, ways_of
from journeybook.pages.parts.filling.once import once_each
from journeybook.pages.parts.site import Site
from journeybook.schema.asset import CallToAction
from journeybook.sources.edits.waiver_text import flow, scalar

_ASSETS, _FOLDER = "assets", "briefs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A brief with the new file: its path inside the content folder, and its text."""

    title: str
    path: str
    text: str

    @property
    def head(self) -> str:
        """The front matter alone, which is all that closing the gap needs."""
        return self.text[: self.text.find("\n---\n") + len("\n---\n")]

    @property
    def words(self) -> str:
        """What a writer reads: the title and all below the front matter."""
        return f"# {self.title}\n\n" + self.text[len(self.head) :].strip("\n") + "\n"


def can_be_briefed(entry: Entry, site: Site) -> bool:
    """Whether a new asset would close this gap and none is on its way."""
    return site.is_closed_by_content(entry) and entry.finding.being_filled is None


@once_each
def make_brief(entry: Entry, site: Site) -> Brief:
    """Write the brief of a gap."""
    form, ways = form_of(entry, site), ways_of(entry, site)
    asset = _asset(entry, form, ways, site)
    mark = mark_of(entry.finding.fingerprint)
    head = ("---", mark, *_front_matter(asset), "---")
    parts = parts_of(entry, form, ways, site)
    lead = site.wording.text("A brief, to be replaced by the content itself.")
    lines = (*head, "", lead, "", *(line for part in parts for line in _section(part)))
    text = "\n".join(lines).rstrip() + "\n"
    return Brief(title=asset.title, path=site.uri_of(asset.path), text=text)


def asset_of(entry: Entry, site: Site) -> Asset:
    """Give the new asset that a brief begins."""
    return _asset(entry, form_of(entry, site), ways_of(entry, site), site)


def _asset(entry: Entry, form: Form, ways: Ways, site: Site) -> Asset:
    title, bearing = brief_title(entry, form, site), entry.bearing
    statement = bearing.statement
    helped = isinstance(statement, Touchpoint | Expectation | DropOff)
    name = _free_name(title, site)
    return Asset(
        id=name,
        title=title,
        path=f"{site.shape.content}/{_ASSETS}/{name}.md",
        owner=form.owner,
        type=form.type,
        status=Status.IDEA,
        status_label=site.handbook.vocabulary.statuses[Status.IDEA.value].label,
        stated=Audience(personas=bearing.personas, phases=bearing.phases, channels=form.channels),
        answers=(statement.id,) if isinstance(statement, Question) else (),
        helps=(statement.id,) if helped and statement else (),
        gated=form.gated,
        cta=CallToAction(text=form.cta) if form.cta else None,
        language=form.language,
        due=form.due,
        next=tuple(asset.id for asset in ways.next),
    )


def brief_title(entry: Entry, form: Form, site: Site) -> str:
    """Name the new piece: by what is asked, else by its type and place."""
    say, book = site.wording.text, site.handbook
    statement = entry.bearing.statement
    kind = book.vocabulary.type_label(form.type) or say("Content")
    if isinstance(statement, Question):
        text = " ".join(statement.text.split())
        return text.rstrip("? ") or text
    if isinstance(statement, Statement):
        return f"{kind}: {' '.join(statement.text.split())}"
    personas = site.wording.both(book.personas[one].title for one in entry.bearing.personas)
    phases = site.wording.both(book.phases[one].title for one in entry.bearing.phases)
    return say("{type} for {personas} in {phase}", type=kind, personas=personas, phase=phases)


def mark_of(fingerprint: str) -> str:
    """The line by which the file of a brief is found again."""
    return f"# journeybook brief {fingerprint}"


def _section(part: Part) -> Iterator[str]:
    yield f"## {part.title}"
    yield ""
    yield from (f"- {_line(one)}" for one in part.points)
    yield ""


def _line(point: Point) -> str:
    strength = f" ({point.strength.word})" if point.strength else ""
    note = f": {point.note}" if point.note else ""
    return " ".join(f"{point.text}{strength}{note}".split())


def _front_matter(asset: Asset) -> Iterator[str]:
    named = (*asset.answers, *asset.helps)
    keys = {
        "title": scalar(asset.title),
        "type": scalar(asset.type) if asset.type else "",
        "status": asset.status.value,
        "due": asset.due.isoformat() if asset.due else "",
        "personas": flow(asset.stated.personas),
        "phases": flow(asset.stated.phases),
        "channels": flow(asset.stated.channels) if asset.stated.channels else "",
        "answers": flow(named) if named else "",
        "gated": {True: "true", False: "false", None: ""}[asset.gated],
        "cta": scalar(asset.cta.text) if asset.cta else "",
        "language": scalar(asset.language) if asset.language else "",
        "next": flow(asset.next) if asset.next else "",
        "owner": scalar(asset.owner) if asset.owner else "",
    }
    yield from (f"{key}: {value}" for key, value in keys.items() if value)


def _free_name(title: str, site: Site) -> str:
    name = file_slug(title)
    names = chain((name,), (f"{name}-{at}" for at in count(2)))
    return f"{_FOLDER}/{next(one for one in names if one not in site.asset_names)}"
