"""Why a gap is open, in a sentence that somebody would say who was asked."""

from journeybook.gaps.ledger import Entry
from journeybook.handbook.statements import Statement
from journeybook.pages.parts.site import Site

_ENDS = (".", "?", "!", ".”", "?”", "!”", "…")


def reason_sentence(entry: Entry, site: Site) -> str:
    """Say whom it is about, what they do, and that nothing of ours is there for it."""
    reason, statement = site.rules[entry.finding.code].reason, entry.bearing.statement
    people = [site.handbook.personas[one].title for one in entry.bearing.personas]
    if not (reason and people and entry.state.waits and isinstance(statement, Statement)):
        return as_sentence(entry.finding.message)
    who = site.wording.both(people)
    return site.wording.count(*reason, len(people), who=who, text=statement.text)


def as_sentence(words: str) -> str:
    """End words with a full stop, where nothing ends them yet."""
    return words if words.endswith(_ENDS) else f"{words}."
