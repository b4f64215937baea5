"""What a fix is called, and what it is good for, in words."""

from collections.abc import Callable, Mapping, Sequence

from journeybook.codes import Code
from journeybook.counts.assets import is_to_update
from journeybook.fixes.fix import Fix
from journeybook.handbook.entities import Asset
from journeybook.pages.gaps.words import how_many
from journeybook.pages.parts.site import Site
from journeybook.rules.engine.rule import FixKind
from journeybook.wording import marked

MOST_NAMED = 7
"""How many personas a piece of work names; more are counted."""

KINDS: Mapping[FixKind, str] = {
    FixKind.CONTENT: marked("write"),
    FixKind.LINK: marked("link"),
    FixKind.UPDATE: marked("update"),
    FixKind.DECISION: marked("decide"),
    FixKind.PROCESS: marked("change"),
}
"""What is done with each kind of fix."""


def loud_fixes(fixes: Sequence[Fix]) -> tuple[Fix, ...]:
    """Give the fixes that count in the order to do them: the work of writers, then all other."""
    loud = [fix for fix in fixes if not fix.is_quiet]
    return tuple(sorted(loud, key=lambda fix: not fix.kind.is_writing))


def in_order(fixes: Sequence[Fix]) -> tuple[Fix, ...]:
    """Give all fixes in the order to do them: those that count, then those of little weight."""
    return (*loud_fixes(fixes), *(fix for fix in fixes if fix.is_quiet))


def people(fix: Fix, site: Site) -> str:
    """Name everybody a fix is for, or count them where they are many."""
    return _named(fix.personas, site)


def _named(personas: Sequence[str], site: Site) -> str:
    if len(personas) > MOST_NAMED:
        return how_many(personas, site)
    return site.wording.both(site.handbook.personas[one].title for one in personas)


def phases_of(fix: Fix, site: Site) -> tuple[str, ...]:
    """Name the phases of a fix, in the order in which people go through them."""
    return tuple(one.title for one in site.handbook.phases.values() if one.id in fix.phases)


def title_of(fix: Fix, site: Site) -> str:
    """Say what is to be done in one line: the gap itself where it is only one."""
    asset = site.handbook.assets.get(fix.about.id) if fix.about else None
    finding = fix.entries[0].finding
    if fix.offers and asset:
        return site.wording.text(_OFFERED[fix.is_finishing], asset=asset.title)
    # Where nothing is there, or what is there has grown old, the gap would not say what to do.
    is_told = finding.code == Code.PHASE_WITHOUT_CONTENT or (asset and fix.kind is FixKind.UPDATE)
    if len(fix.entries) == 1 and not is_told:
        return finding.message
    if asset and fix.kind in _OF_CONTENT:
        return site.wording.text(_working_on(asset, fix, site), asset=asset.title)
    if finding.code in _OF_CODES:
        return _OF_CODES[Code(finding.code)](fix, site)
    if fix.kind is FixKind.CONTENT and fix.entries[0].bearing.statement is None:
        return _in_place(fix, site, marked("Write for {personas} in {phases}"))
    return finding.message


def _working_on(asset: Asset, fix: Fix, site: Site) -> str:
    words = _OF_CONTENT[fix.kind]
    if fix.kind is not FixKind.UPDATE:
        return words
    if decided := _DECIDED.get(asset.decision or ""):
        return decided
    return words if is_to_update(asset, site.handbook) else marked("Mend “{asset}”")


_OFFERED = {
    False: marked("Link “{asset}” to what it probably answers"),
    True: marked("Finish “{asset}”, and link it to what it probably answers"),
}

_OF_CONTENT = {
    FixKind.UPDATE: marked("Bring “{asset}” up to date"),
    FixKind.LINK: marked("Find a place for “{asset}”"),
    FixKind.CONTENT: marked("Finish “{asset}”"),
}

_DECIDED = {
    "merge": marked("Merge “{asset}” with other content"),
    "remove": marked("Remove “{asset}”"),
}
"""What is done with content that was decided to go, whatever else is wrong with it."""


def _in_place(fix: Fix, site: Site, words: str) -> str:
    personas, phases = people(fix, site), site.wording.both(phases_of(fix, site))
    if not (personas and phases):
        return fix.entries[0].finding.message
    return site.wording.text(words, personas=personas, phases=phases)


def _asking(fix: Fix, site: Site) -> str:
    return _in_place(fix, site, marked("Ask {personas} about {phases}"))


def _owners(fix: Fix, site: Site) -> str:
    number = len(fix.entries)
    return site.wording.count("Name an owner for {n} file", "Name an owner for {n} files", number)


_OF_CODES: Mapping[Code, Callable[[Fix, Site], str]] = {
    Code.ASSUMPTION: _asking,
    Code.NOT_ASKED_YET: _asking,
    Code.OLD_ASSUMPTION: _asking,
    Code.MISSING_OWNER: _owners,
}


def promise(fixes: Sequence[Fix], site: Site) -> str:
    """Say in one line what would change if these were done; nothing where there is nothing."""
    if not fixes:
        return ""
    count, say = site.wording.count, site.wording.text
    questions = len({one for fix in fixes for one in fix.questions})
    gaps = len({entry.finding.fingerprint for fix in fixes for entry in fix.entries})
    personas = tuple(dict.fromkeys(one for fix in fixes for one in fix.personas))
    phases = [one for one in site.handbook.phases if any(one in fix.phases for fix in fixes)]
    parts = [
        count("answers {n} question", "answers {n} questions", questions) if questions else "",
        count("closes {n} gap", "closes {n} gaps", gaps),
        say(
            "serves {personas} in {phases}",
            personas=_named(personas, site),
            phases=site.wording.both(site.handbook.phases[one].title for one in phases),
        )
        if personas and phases
        else "",
    ]
    told = site.wording.both(part for part in parts if part)
    return count("Doing the first {parts}.", "Doing the first {n} {parts}.", len(fixes), parts=told)
