"""A waiver added to the text of waivers.yml, which keeps its comments, order and spelling."""

import re
from dataclasses import dataclass
from datetime import date

from journeybook.sources.nodes import Tree, Value
from journeybook.sources.parsing import read_tree
from journeybook.sources.scalars import scalar

_EMPTY = """\
# Gaps we know and accept for now. Each one says why, who decided, and until when.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewWaiver:
    """A gap to accept for now: why, until when, and who decided."""

    fingerprint: str
    gap: str
    reason: str
    until: date
    by: str = ""


def with_waiver(text: str, waiver: NewWaiver) -> str | None:
    """Give the text with a waiver at its end; None where the file is no list to add to."""
    before = _value(text)
    if before is _UNREADABLE or not isinstance(before, list | None):
        return None
    line_end = "\r\n" if "\r\n" in text else "\n"
    kept = text or _EMPTY
    start = kept if kept.endswith("\n") else f"{kept}{line_end}"
    found = re.search(r"^( *)- ", text, re.MULTILINE)
    entry = _entry(waiver, found.group(1) if found else "")
    after = start + line_end + line_end.join(entry) + line_end
    # Read back before it is believed: a list on one line, or a document's end mark, cannot grow so.
    return after if _value(after) == [*(before or []), _as_read(waiver)] else None


_UNREADABLE = "unreadable"


def _value(text: str) -> Value:
    tree = read_tree(text, "waivers.yml")
    return tree.value() if isinstance(tree, Tree) else _UNREADABLE


def _entry(waiver: NewWaiver, indent: str) -> tuple[str, ...]:
    told = " ".join(waiver.gap.split())
    lines = [f"# {told}", f"- fingerprint: {scalar(waiver.fingerprint)}"]
    lines.append(f"  reason: {scalar(waiver.reason)}")
    if waiver.by:
        lines.append(f"  by: {scalar(waiver.by)}")
    lines.append(f"  until: {waiver.until.isoformat()}")
    return tuple(f"{indent}{line}" for line in lines)


def _as_read(waiver: NewWaiver) -> dict[str, Value]:
    by: dict[str, Value] = {"by": waiver.by} if waiver.by else {}
    head: dict[str, Value] = {"fingerprint": waiver.fingerprint, "reason": waiver.reason}
    return {**head, **by, "until": waiver.until.isoformat()}
