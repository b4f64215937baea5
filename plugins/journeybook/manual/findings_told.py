"""The page of every finding in another language than English, from the catalogue."""

from collections.abc import Iterator, Mapping

from journeybook.codes import Family
from journeybook.manual.reference import snippet, wrapped
from journeybook.rules.engine.rule import Rule
from journeybook.rules.registry import own_rules
from journeybook.wording import Wording, marked

_HEADS = {
    Family.PROBLEM: marked("Problems: something in a file is wrong"),
    Family.GAP: marked("Gaps: the files are right and the content is missing"),
}


def findings_told(wording: Wording, examples: Mapping[str, str]) -> str:
    """Write what each finding tells, why it matters and how to close it, in a language.

    `examples` are findings as printed, by code.
    """
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
        for rule in own_rules().values():
            if rule.family is family:
                parts.extend(_section(rule, wording, examples.get(rule.code, "")))
    return "\n\n".join(parts) + "\n"


def _section(rule: Rule, wording: Wording, example: str) -> Iterator[str]:
    say, told = wording.text, rule.explanation
    yield f"### {say(told.title)} {{#{rule.code}}}"
    yield f"`{rule.code}` · {say(rule.severity.word)}"
    yield say(told.found)
    yield f"**{say('Why it matters.')}** {say(told.why)}"
    yield f"**{say('How to close it.')}** {say(told.close)}"
    if example:
        yield f"{say('As it is printed:')}\n\n```text\n{wrapped(example)}\n```"
    yield f"{say('In rules.yml:')}\n\n```yaml\n{snippet(rule, wording)}\n```"
    if rule.parameters.model_fields:
        rows = (
            f"| `{key}` | {say(field.description or '')} |"
            for key, field in rule.parameters.model_fields.items()
        )
        head = f"| {say('Key')} | {say('What it means')} |"
        yield "\n".join((head, "|---|---|", *rows))
