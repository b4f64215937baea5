"""One gap as a report shows it: the sentence, why it matters, its facts and the ways out."""

from dataclasses import dataclass
from datetime import MAXYEAR

from journeybook.findings import Finding
from journeybook.gaps.ledger import Entry
from journeybook.gaps.state import GapState
from journeybook.pages.briefs.brief import can_be_briefed, make_brief
from journeybook.pages.briefs.forges import new_file_link, takes_text
from journeybook.pages.gaps.line import GapLine, make_line
from journeybook.pages.gaps.words import reason_words, score_words, stake_words, why_words
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.links import Here, Link
from journeybook.pages.parts.words.states import severity_word
from journeybook.pages.parts.words.strengths import Strong, strength_of


@dataclass(frozen=True, slots=True, kw_only=True)
class GapItem:
    """A gap, ready to be shown; `line` is what stands where it is told in one line."""

    line: GapLine
    waits: bool
    severity: str
    severity_word: str
    kind: str
    why: str
    hint: str
    stake: str
    reason: str
    close: str
    moment_of_truth: str
    importance: str
    phases: str
    owner: str
    waived: str
    score: str
    strength: Strong | None
    reasons: tuple[str, ...]
    address: Link
    first_way: Link | None
    brief: Link | None
    brief_command: str
    waive_command: str


def make_item(entry: Entry, here: Here) -> GapItem:
    """Show a gap on a page."""
    site, finding, bearing = here.site, entry.finding, entry.bearing
    say = site.wording.text
    rule = site.rules[finding.code].explanation
    return GapItem(
        line=make_line(entry, here),
        waits=entry.state.waits,
        severity=finding.severity.word,
        severity_word=severity_word(site, finding.severity),
        kind=say(rule.title),
        why=say(rule.why),
        hint=finding.hint,
        stake=stake_words(entry, site),
        reason=why_words(entry, site),
        close=say(rule.close),
        moment_of_truth=say("moment of truth") if bearing.met.is_moment_of_truth else "",
        importance=_importance(entry, site),
        phases=_phases(entry, here),
        owner=say("owner: {owner}", owner=finding.owner) if finding.owner else say("no owner"),
        waived=_waived(finding, site),
        score=score_words(entry, site),
        strength=strength_of(site, bearing.statement) if bearing.statement else None,
        reasons=reason_words(entry, site),
        address=here.gap(entry, say("Link to this gap")),
        first_way=_first_way(entry, site) if entry.state.waits else None,
        brief=_brief(entry, here),
        brief_command=_command("brief", entry) if can_be_briefed(entry, site) else "",
        waive_command=_waive_command(entry, site) if entry.state is not GapState.WAIVED else "",
    )


def _brief(entry: Entry, here: Here) -> Link | None:
    site, fingerprint = here.site, entry.finding.fingerprint
    if fingerprint in site.briefed:
        return here.page(site.addresses.brief_of(fingerprint), site.wording.text("Read the brief"))
    if not can_be_briefed(entry, site):
        return None
    # Of very many gaps the brief is a text to copy, beside the pages.
    file = site.file_href(here.uri, site.addresses.brief_text_of(fingerprint))
    return Link(text=site.wording.text("The brief as text"), href=file) if file else None


def _phases(entry: Entry, here: Here) -> str:
    # The report of a phase need not name it at every gap.
    found = entry.bearing.phases
    if len(found) == 1 and here.uri == here.site.addresses.gaps_of(found[0]):
        return ""
    return here.site.wording.both(here.site.handbook.phases[one].title for one in found)


def _importance(entry: Entry, site: Site) -> str:
    found = entry.bearing.met.importance
    return site.wording.text("importance {mark} of 5", mark=found) if found else ""


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


def _first_way(entry: Entry, site: Site) -> Link | None:
    if can_be_briefed(entry, site):
        edit_uri, say = site.shape.edit_uri, site.wording.text
        words = say("Write the brief") if takes_text(edit_uri) else say("Start the file")
        new = new_file_link(edit_uri, make_brief(entry, site)) if edit_uri else None
        return Link(text=words, href=new) if new else None
    href = site.source(entry.finding.span)
    return Link(text=_edit_words(entry, site), href=href) if href else None


def _edit_words(entry: Entry, site: Site) -> str:
    say = site.wording.text
    if button := site.rules[entry.finding.code].button:
        return say(button)
    if entry.bearing.asset:
        return say("Edit the asset")
    return say("Edit the step") if entry.bearing.statement else say("Edit the file")


def _command(name: str, entry: Entry) -> str:
    return f"journeybook {name} {entry.finding.fingerprint}"


def _waive_command(entry: Entry, site: Site) -> str:
    day = site.handbook.today
    until = day.replace(year=min(day.year + 1, MAXYEAR), day=min(day.day, 28))
    reason = site.wording.text("why it may stay")
    return f'{_command("waive", entry)} --reason "{reason}" --until {until.isoformat()}'
