"""The manual's pages of every finding: one that lists all, and one for each topic.

What each finding tells stands on the page of its topic, since a page of all of them would keep a
browser busy for a second.
"""

import json
import textwrap
from collections.abc import Iterator, Mapping, Sequence

from journeybook.codes import Family
from journeybook.manual.field_tables import joined, table
from journeybook.rules.engine.rule import Rule
from journeybook.rules.registry import own_rules
from journeybook.wording import Wording, marked

_HEADS = {
    Family.PROBLEM: marked("Problems: something in a file is wrong"),
    Family.GAP: marked("Gaps: the files are right and the content is missing"),
}
_LEADS = {
    Family.PROBLEM: marked(
        "The rest of the handbook is still put together. A problem is an `error` or a `warning`."
    ),
    Family.GAP: marked("A gap is `high`, `medium` or `low`."),
}
_TOPICS = {
    (Family.PROBLEM, "unreadable"): marked("Files that cannot be read, or hold too much"),
    (Family.PROBLEM, "files"): marked("Files that are not what they should be"),
    (Family.PROBLEM, "front_matter"): marked("Front matter that cannot be read"),
    (Family.PROBLEM, "writing"): marked("Keys and values that are written otherwise"),
    (Family.PROBLEM, "values"): marked("Values that a key cannot take"),
    (Family.PROBLEM, "references"): marked("Names that nothing has"),
    (Family.PROBLEM, "ids"): marked("Names that several things have"),
    (Family.PROBLEM, "steps"): marked("Journeys and steps without their place"),
    (Family.PROBLEM, "surveys"): marked("Surveys that cannot be read as they are"),
    (Family.PROBLEM, "inventories"): marked("Inventories that cannot be read as they are"),
    (Family.PROBLEM, "decisions"): marked("What a team decided and that does not hold"),
    (Family.PROBLEM, "use"): marked("How content is used, and what cannot be read of it"),
    (Family.GAP, "steps"): marked("What steps of journeys lack"),
    (Family.GAP, "content"): marked("What content itself lacks"),
    (Family.GAP, "places"): marked("What phases and channels lack"),
    (Family.GAP, "evidence"): marked("What a map is known by, and what nobody found out"),
    (Family.GAP, "actions"): marked("What improvements lack"),
}
_TURN = marked(
    "How a rule is set is told in [the settings]({guide}settings.md#rules-yml), and what the parts "
    "of a line mean in [gaps and how to close them]({guide}gaps.md)."
)
_WIDTH = 78
_CHOICES = {
    Family.PROBLEM: ("error", "warning", "off"),
    Family.GAP: ("error", "warning", "high", "medium", "low", "off"),
}


def findings_pages(
    examples: Mapping[str, str] | None = None, wording: Wording | None = None
) -> dict[str, str]:
    """Write the pages of every finding in a language, by their paths.

    `examples` are findings as printed, by code.
    """
    said, rules = wording or Wording(), tuple(own_rules().values())
    pages = {"findings.md": joined(*_list(said, rules))}
    for (family, topic), title in _TOPICS.items():
        about = [rule for rule in rules if (rule.family, rule.topic) == (family, topic)]
        back = f"[{said.text(marked('Every finding'))}](../findings.md#{family}s)"
        sections = (_section(rule, said, (examples or {}).get(rule.code, "")) for rule in about)
        pages[_path(family, topic)] = joined(f"# {said.text(title)}", back, *sections)
    return pages


def _list(wording: Wording, rules: Sequence[Rule]) -> Iterator[str]:
    say = wording.text
    yield f"# {say(marked('Every finding'))}"
    yield say(
        marked(
            "All that Journeybook can tell you about a handbook, by code. The code stands at the "
            "end of the line, and is the key in rules.yml."
        )
    )
    yield say(_TURN, guide="" if wording.language == "en" else "../")
    head = (marked("Code"), marked("What it tells"), marked("By default"))
    for family, title in _HEADS.items():
        yield f"## {say(title)} {{#{family}s}}"
        yield say(_LEADS[family])
        yield "\n".join(_topic(wording, key) for key in _TOPICS if key[0] is family)
        rows = (_row(rule, wording) for rule in rules if rule.family is family)
        yield "\n".join((f"| {' | '.join(map(say, head))} |", "|---|---|---|", *rows))


def _topic(wording: Wording, key: tuple[Family, str]) -> str:
    return f"- [{wording.text(_TOPICS[key])}]({_path(*key)})"


def _row(rule: Rule, wording: Wording) -> str:
    # The code keeps its place here: addresses of its section led to this page once.
    link = f"[`{rule.code}`]({_path(rule.family, rule.topic)}#{rule.code}){{#{rule.code}}}"
    title, severity = wording.text(rule.explanation.title), wording.text(rule.severity.word)
    return f"| {link} | {title} | {severity} |"


def _path(family: Family, topic: str) -> str:
    return f"findings/{family}-{topic.replace('_', '-')}.md"


def _section(rule: Rule, wording: Wording, example: str) -> str:
    say, told = wording.text, rule.explanation
    return joined(
        f"## {say(told.title)} {{#{rule.code}}}",
        f"`{rule.code}` · {say(rule.severity.word)}",
        say(told.found),
        f"**{say(marked('Why it matters.'))}** {say(told.why)}",
        f"**{say(marked('How to close it.'))}** {say(told.close)}",
        f"{say(marked('As it is printed:'))}\n\n```text\n{_wrapped(example)}\n```"
        if example
        else "",
        f"{say(marked('In rules.yml:'))}\n\n```yaml\n{_snippet(rule, wording)}\n```",
        _parameters(rule, wording),
    )


def _parameters(rule: Rule, wording: Wording) -> str:
    if not rule.parameters.model_fields or wording.language == "en":
        return table(rule.parameters, anchor=rule.code) if rule.parameters.model_fields else ""
    say = wording.text
    rows = (
        f"| `{key}` | {say(field.description or '')} |"
        for key, field in rule.parameters.model_fields.items()
    )
    head = f"| {say(marked('Key'))} | {say(marked('What it means'))} |"
    return "\n".join((head, "|---|---|", *rows))


def _wrapped(line: str) -> str:
    # As a page has room for it.
    return textwrap.fill(
        line, _WIDTH, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
    )


def _snippet(rule: Rule, wording: Wording) -> str:
    # As it may stand in rules.yml, with what else it may weigh.
    own = rule.severity.word
    others = ", ".join(wording.value(one) for one in _CHOICES[rule.family] if one != own)
    severity = f"{wording.value(own)}  # {wording.text(marked('or'))} {others}"
    values = rule.parameters().model_dump(mode="json", exclude_none=True)
    if not values:
        return f"{rule.code}: {severity}"
    told = {key: wording.value(one) if isinstance(one, str) else one for key, one in values.items()}
    lines = (f"  {key}: {json.dumps(value, ensure_ascii=False)}" for key, value in told.items())
    return "\n".join((f"{rule.code}:", f"  severity: {severity}", *lines))
