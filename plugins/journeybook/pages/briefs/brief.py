"""A content brief: what a writer must know, and the file of a new asset that will close a gap."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, count

from journeybook.gaps.ledger import Entry
from journeybook.handbook.ids import slug
from journeybook.handbook.journeys import DropOff, Expectation, Question, Touchpoint
from journeybook.handbook.statements import Statement
from journeybook.pages.briefs.form import Form, form_of
from journeybook.pages.briefs.story import Part, Point, parts_of
from journeybook.pages.briefs.ways import Ways, ways_of
from journeybook.pages.parts.site import Site
from journeybook.sources.waiver_text import flow, scalar

FOLDER = "assets/briefs"


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


def make_brief(entry: Entry, site: Site) -> Brief:
    """Write the brief of a gap."""
    form, ways = form_of(entry, site), ways_of(entry, site)
    title = brief_title(entry, form, site)
    head = ("---", *_front_matter(entry, title, form, ways), "---")
    parts = parts_of(entry, form, ways, site)
    lead = site.wording.text("A brief, to be replaced by the content itself.")
    lines = (*head, "", lead, "", *(line for part in parts for line in _section(part, site)))
    text = "\n".join(lines).rstrip() + "\n"
    return Brief(title=title, path=_free_path(title, site), text=text)


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


def _section(part: Part, site: Site) -> Iterator[str]:
    yield f"## {part.title}"
    yield ""
    yield from (f"- {_line(one, site)}" for one in part.points)
    yield ""


def _line(point: Point, site: Site) -> str:
    assumed = f" ({site.wording.text('assumption')})" if point.assumed else ""
    note = f": {point.note}" if point.note else ""
    return " ".join(f"{point.text}{assumed}{note}".split())


def _front_matter(entry: Entry, title: str, form: Form, ways: Ways) -> Iterator[str]:
    bearing = entry.bearing
    helped = isinstance(bearing.statement, Question | Touchpoint | Expectation | DropOff)
    asked = (bearing.statement.id,) if helped and bearing.statement else ()
    keys = {
        "title": scalar(title),
        "type": scalar(form.type) if form.type else "",
        "status": "idea",
        "due": form.due.isoformat(),
        "personas": flow(bearing.personas),
        "phases": flow(bearing.phases),
        "channels": flow(form.channels) if form.channels else "",
        "answers": flow(asked) if asked else "",
        "gated": {True: "true", False: "false", None: ""}[form.gated],
        "cta": scalar(form.cta) if form.cta else "",
        "language": scalar(form.language) if form.language else "",
        "next": flow(asset.id for asset in ways.next) if ways.next else "",
        "owner": scalar(form.owner) if form.owner else "",
    }
    yield mark_of(entry.finding.fingerprint)
    yield from (f"{key}: {value}" for key, value in keys.items() if value)


def _free_path(title: str, site: Site) -> str:
    name = slug(title)
    names = chain((name,), (f"{name}-{at}" for at in count(2)))
    return f"{FOLDER}/{next(one for one in names if one not in site.asset_names)}.md"
