"""The page of every finding in another language than English, from the catalogue."""

from collections.abc import Iterator

from journeybook.codes import Family
from journeybook.rules.engine.rule import Rule
from journeybook.rules.registry import own_rules
from journeybook.wording import Wording, marked

_HEADS = {
    Family.PROBLEM: marked("Problems: something in a file is wrong"),
    Family.GAP: marked("Gaps: the files are right and the content is missing"),
}


def findings_told(wording: Wording) -> str:
    """Write what each finding tells, why it matters and how to close it, in a language."""
    say = wording.text
    parts = [
        f"# {say('Every finding')}",
        say(
            "All that Journeybook can tell you about a handbook, by code. The code stands at the "
            "end of the line, and is the key in rules.yml."
        ),
    ]
    for family, head in _HEADS.items():
        parts.append(f"## {say(head)} {{#{family}}}")
        parts.extend(_sections(family, wording))
    return "\n\n".join(parts) + "\n"


def _sections(family: Family, wording: Wording) -> Iterator[str]:
    for rule in own_rules().values():
        if rule.family is family:
            yield from _section(rule, wording)


def _section(rule: Rule, wording: Wording) -> Iterator[str]:
    say, told = wording.text, rule.explanation
    yield f"### {say(told.title)} {{#{rule.code}}}"
    yield f"`{rule.code}` · {say(rule.severity.word)}"
    yield say(told.found)
    yield f"**{say('Why it matters.')}** {say(told.why)}"
    yield f"**{say('How to close it.')}** {say(told.close)}"
