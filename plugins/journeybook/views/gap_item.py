"""One gap as a report shows it: the sentence, why it matters, its facts and the ways out."""

from dataclasses import dataclass

from journeybook.findings import Code, Finding
from journeybook.handbook.entities import Statement
from journeybook.handbook.journeys import Emotion
from journeybook.views.addresses import gap_anchor, gaps_of
from journeybook.views.gap_brief import can_be_briefed, is_closed_by_brief, make_brief
from journeybook.views.gap_forges import new_file_link, takes_text
from journeybook.views.gap_ledger import FILLING, OPEN, WAIVED, Entry
from journeybook.views.gap_reasons import reason_words, score_words
from journeybook.views.gap_stake import stake_words
from journeybook.views.links import Here, Link
from journeybook.views.site import Site
from journeybook.views.states import filling_words, gap_state, severity_word


@dataclass(frozen=True, slots=True, kw_only=True)
class GapItem:
    """A gap, ready to be shown; `number` is its place in the report, empty where it has none."""

    anchor: str
    fingerprint: str
    number: str
    mark: str
    state: str
    state_word: str
    severity: str
    severity_word: str
    code: str
    kind: str
    sentence: str
    why: str
    hint: str
    stake: str
    close: str
    moment_of_truth: str
    importance: str
    personas: str
    phases: str
    owner: str
    filling: Link | None
    filling_words: str
    is_late: bool
    waived: str
    score: str
    reasons: tuple[str, ...]
    address: Link
    place: Link | None
    source: Link
    first_way: Link | None
    brief_command: str
    waive_command: str
    keys: tuple[tuple[str, str], ...]


def make_item(
    entry: Entry, here: Here, *, number: int | None = None, group: str | None = None
) -> GapItem:
    """Show a gap on a page; a persona who is the heading of its `group` is not named again."""
    site, finding, bearing = here.site, entry.finding, entry.bearing
    say, book = site.wording.text, site.handbook
    rule = site.explanations[finding.code.value]
    mark, state_word = gap_state(site, finding)
    named = bearing.sharing if bearing.sharing != (group,) else ()
    return GapItem(
        anchor=gap_anchor(finding.fingerprint),
        fingerprint=finding.fingerprint,
        number=site.wording.number(number) if number else "",
        mark=mark,
        state=entry.state,
        state_word=state_word,
        severity=finding.severity.word,
        severity_word=severity_word(site, finding.severity),
        code=finding.code.value,
        kind=say(rule.title),
        sentence=finding.message,
        why=say(rule.why),
        hint=finding.hint,
        stake=stake_words(entry, site),
        close=say(rule.close),
        moment_of_truth=say("moment of truth") if bearing.is_moment_of_truth else "",
        importance=_importance(entry, site),
        personas=site.wording.both(book.personas[one].title for one in named),
        phases=_phases(entry, here),
        owner=say("owner: {owner}", owner=finding.owner) if finding.owner else say("no owner"),
        filling=_filling(finding, here),
        filling_words=_filling_words(entry, site),
        is_late=_is_late(finding, site),
        waived=_waived(finding, site),
        score=score_words(entry, site),
        reasons=reason_words(entry, site),
        address=here.page(entry.home, say("Link to this gap"), gap_anchor(finding.fingerprint)),
        place=_place(entry, here),
        source=Link(text=_source_text(finding), href=site.source(finding.span)),
        first_way=_first_way(entry, here),
        brief_command=_command("brief", entry) if can_be_briefed(entry) else "",
        waive_command=_waive_command(entry, site) if entry.state != WAIVED else "",
        keys=filter_keys(entry),
    )


def filter_keys(entry: Entry) -> tuple[tuple[str, str], ...]:
    """Give what the filters look at, each as words between spaces."""
    finding, bearing = entry.finding, entry.bearing
    return (
        ("persona", " ".join(bearing.sharing)),
        ("phase", " ".join(bearing.phases)),
        ("channel", " ".join(bearing.channels)),
        ("code", finding.code.value),
        ("severity", finding.severity.word),
        ("owner", finding.owner or ""),
        ("state", entry.state),
    )


def _phases(entry: Entry, here: Here) -> str:
    # The report of a phase need not name it at every gap.
    found = entry.bearing.phases
    if len(found) == 1 and here.uri == gaps_of(found[0]):
        return ""
    return here.site.wording.both(here.site.handbook.phases[one].title for one in found)


def _importance(entry: Entry, site: Site) -> str:
    found = entry.bearing.importance
    return site.wording.text("importance {mark} of 5", mark=found) if found else ""


def _filling(finding: Finding, here: Here) -> Link | None:
    filling = finding.being_filled
    asset = here.site.handbook.assets.get(filling.asset) if filling else None
    return here.asset(asset) if asset else None


def _filling_words(entry: Entry, site: Site) -> str:
    filling = entry.finding.being_filled
    if filling is None:
        return ""
    words = filling_words(site, filling)
    late = _is_late(entry.finding, site)
    return site.wording.text("{state}, overdue", state=words) if late else words


def _is_late(finding: Finding, site: Site) -> bool:
    due = finding.being_filled.due if finding.being_filled else None
    return due is not None and due < site.handbook.today


def _waived(finding: Finding, site: Site) -> str:
    say, waiver = site.wording.text, finding.waived
    if waiver is None:
        return ""
    if waiver.until and waiver.by:
        until = site.wording.day(waiver.until)
        return say(
            "{reason} ({by}, until {until})", reason=waiver.reason, by=waiver.by, until=until
        )
    if waiver.until:
        until = site.wording.day(waiver.until)
        return say("{reason} (until {until})", reason=waiver.reason, until=until)
    return f"{waiver.reason} ({waiver.by})" if waiver.by else waiver.reason


def _place(entry: Entry, here: Here) -> Link | None:
    """The way to what the gap is about: the statement, the asset, or the step of the persona."""
    say, bearing = here.site.wording.text, entry.bearing
    text = say("See it on the journey")
    if isinstance(bearing.statement, Emotion):
        return here.emotion(bearing.statement, text)
    if isinstance(bearing.statement, Statement):
        return Link(text=text, href=here.statement(bearing.statement).href)
    if bearing.asset:
        return Link(text=say("See the asset"), href=here.asset(bearing.asset).href)
    if bearing.steps:
        return Link(text=text, href=here.step(bearing.steps[0]).href)
    return None


def _first_way(entry: Entry, here: Here) -> Link | None:
    say, site = here.site.wording.text, here.site
    if entry.state == FILLING and (filling := _filling(entry.finding, here)):
        return Link(text=say("Open the draft"), href=filling.href)
    if entry.state != OPEN:
        return None
    if is_closed_by_brief(entry):
        edit_uri = site.shape.edit_uri
        words = say("Write the brief") if takes_text(edit_uri) else say("Start the file")
        href = new_file_link(edit_uri, make_brief(entry, site))
        return Link(text=words, href=href) if href else None
    href = site.source(entry.finding.span)
    return Link(text=_edit_words(entry, site), href=href) if href else None


def _edit_words(entry: Entry, site: Site) -> str:
    say = site.wording.text
    if entry.finding.code is Code.ASSUMPTION:
        return say("Add evidence")
    if entry.bearing.asset:
        return say("Edit the asset")
    return say("Edit the step") if entry.bearing.statement else say("Edit the file")


def _command(name: str, entry: Entry) -> str:
    return f"journeybook {name} {entry.finding.fingerprint}"


def _waive_command(entry: Entry, site: Site) -> str:
    day = site.handbook.today
    until = day.replace(year=day.year + 1, day=min(day.day, 28))
    reason = site.wording.text("why it may stay")
    return f'{_command("waive", entry)} --reason "{reason}" --until {until.isoformat()}'


def _source_text(finding: Finding) -> str:
    return f"{finding.span.path}:{finding.span.line}"
