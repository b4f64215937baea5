"""A change written as text, and all that a review tells of it.

    -- content/assets/faq.md (before) --
    # Faq

    -- content/journeys/buyer/purchase.md --
    -needs: [A price on one page]
    +needs: [A price]

What stands `(before)` is added to the handbook of the tests, or takes the place of one of its
files. Below the path of a file that is there, lines that begin with - are taken out and those with
+ put in their place; below another path stands a new file. A file may be `(gone)`, or lie
elsewhere: `(now a/b.md)`.
"""

import re
from collections.abc import Iterator

from journeybook.codes import Family
from journeybook.compare.change import Change
from journeybook.compare.comparison import Comparison, compare
from journeybook.compare.groups import Act
from journeybook.compare.summary.altered import altered_statements
from journeybook.compare.summary.brought import brought_by
from journeybook.compare.summary.context import Context
from journeybook.compare.summary.lines import Line, line_of
from journeybook.compare.summary.report import make_report
from journeybook.rules.registry import own_rules
from tests.repositories import HANDBOOK
from tests.review.comparing import judge

_HEAD = re.compile(r"^-- (\S+)(?: \((before|gone|now (\S+))\))? --\n", re.MULTILINE)
_LOOKED_AT = ("unanswered-question", "phase-without-content", "channel-without-content")
# Few gaps are enough to be looked at, and new rules then leave all as it is.
_RULES = "".join(
    f"{code}: off\n"
    for code, rule in own_rules().items()
    if rule.family is Family.GAP and code not in _LOOKED_AT
)
_CONTEXT = Context(files="head", earlier_files="base", preview="site")


def reviewed(given: str) -> Iterator[str]:
    """Tell all that is said of a change; a line of figures stands below each line."""
    before: dict[str, str | None] = {**HANDBOOK, "site_config/rules.yml": _RULES}
    after: dict[str, str | None] = {}
    _, *parts = _HEAD.split(given)
    for path, what, other, text in zip(*(parts[at::4] for at in range(4)), strict=True):
        if what == "before":
            before[path] = f"{text.strip()}\n"
            continue
        old = before.get(path)
        new = f"{text.strip()}\n" if old is None else _edited(old, text.splitlines())
        after[path] = None if what else new
        if other:
            after[other] = new
    yield from told(compare(judge(before), judge({**before, **after})))


def _edited(text: str, edits: list[str]) -> str:
    lines = text.splitlines()
    at = len(lines)
    for edit in edits:
        if edit.startswith("-"):
            at = lines.index(edit[1:])
            del lines[at]
        elif edit:
            lines.insert(at, edit[1:])
            at += 1
    return "".join(f"{line}\n" for line in lines)


def told(comparison: Comparison) -> Iterator[str]:
    """Tell all that is said of two states."""
    report = make_report(comparison, _CONTEXT)
    yield from (f"> {one}" for one in report.headline.first)
    yield from (f". {one}" for one in report.headline.rest)
    yield from (f"{row.label}: {row.before} → {row.after}" for row in report.scores)
    for group, section in zip(comparison.groups, report.sections, strict=True):
        yield f"= {section.title}: {section.number}"
        for act in group.acts:
            yield from _act(act, comparison)
    for ref, one in altered_statements(comparison).items():
        yield f"on the map {one.sign} {ref.id}"
    brought = brought_by(comparison)
    yield from (f"brings {one.code}: {one.message}" for one in (*brought.gaps, *brought.problems))


def _act(act: Act, comparison: Comparison) -> Iterator[str]:
    yield from _change(act.change, comparison, None) if act.change else ("several together",)
    for one in act.effects:
        yield from (f"    {line}" for line in _change(one, comparison, act.change))


def _change(change: Change, comparison: Comparison, beneath: Change | None) -> Iterator[str]:
    line = line_of(change, comparison, _CONTEXT, beneath)
    yield _said(line)
    facts = (
        " ".join(
            (str(change.weight), change.tone, change.deed, "decided" * change.decided)
        ).rstrip(),
        f"{change.thing} {change.what} {change.aspect or ''}".rstrip(),
        change.subject.id if change.subject else "",
        f"{change.place.journey or ''}/{change.place.phase or ''}".strip("/"),
        " ".join(change.personas),
        " ".join((*(one.href for one in line.places), line.left)).strip(),
        line.shown,
    )
    yield f"  ({'; '.join(filter(None, facts))})"


def _said(line: Line) -> str:
    detail = f" ({line.detail})" if line.detail else ""
    return f"{line.sign} {line.label}: {line.text}{detail} · {line.where}".rstrip(" ·")
