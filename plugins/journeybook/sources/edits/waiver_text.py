"""A waiver added to the text of waivers.yml, which keeps its comments, order and spelling."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from journeybook.sources.yaml.nodes import Tree, Value
from journeybook.sources.yaml.parsing import read_tree

_PLAIN = re.compile(r"[A-Za-zÀ-ɏ0-9/][\w À-ɏ/.,'()€%+&-]*", re.ASCII)
_OTHERWISE_READ = re.compile(
    r"(true|false|null|yes|no|on|off|y|n|~)|[-+.\d_,:]+([eE][-+]?\d+)?|0[xob][\da-fA-F_]+",
    re.IGNORECASE,
)


def scalar(text: str) -> str:
    """Write a text so that it is read back as the same text, without quotes where it can be."""
    plain = _PLAIN.fullmatch(text) and not _OTHERWISE_READ.fullmatch(text) and text == text.strip()
    return text if plain else quoted(text)


def flow(values: Iterable[str]) -> str:
    """Write a short list on one line."""
    written = (quoted(one) if "," in one else scalar(one) for one in values)
    return f"[{', '.join(written)}]"


def quoted(text: str) -> str:
    """Write a text between quotes."""
    # JSON's strings are YAML's too, but YAML breaks lines at a few more signs.
    return re.sub(
        "[\x7f-\x9f\u2028\u2029\ufeff]",
        lambda found: f"\\u{ord(found.group()):04x}",
        json.dumps(text, ensure_ascii=False),
    )


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
    if not isinstance(before, list | None):
        return None
    line_end = "\r\n" if "\r\n" in text else "\n"
    # A list of nothing is written on one line, where no entry fits.
    kept = (re.sub(r"(?m)^\[\s*\][ \t]*$", "", text) if before == [] else text) or _EMPTY
    start = kept if kept.endswith("\n") else f"{kept}{line_end}"
    found = re.search(r"^( *)- ", text, re.MULTILINE)
    entry = _entry(waiver, found.group(1) if found else "")
    after = start + line_end + line_end.join(entry) + line_end
    # Read back before it is believed: a list on one line, or a document's end mark, cannot grow so.
    return after if _value(after) == [*(before or []), _as_read(waiver)] else None


def _value(text: str) -> Value:
    tree = read_tree(text, "waivers.yml")
    # What cannot be read is no list.
    return tree.value() if isinstance(tree, Tree) else ""


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
