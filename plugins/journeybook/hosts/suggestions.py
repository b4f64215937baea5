"""What was most likely meant, as comments that GitHub lets people accept with one click."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import sha256

from journeybook.findings import Finding
from journeybook.hosts.annotations import Surroundings, markdown
from journeybook.hosts.reports import Replacements

_MARK = "journeybook:suggestion"

Lines = Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """The lines of files before and after a change, by their path."""

    before: Mapping[str, Lines]
    after: Mapping[str, Lines]

    def is_changed(self, path: str, line: int) -> bool:
        """Tell whether a line of a file came with the change; the host takes comments on others."""
        old, new = self.before.get(path, ()), self.after.get(path, ())
        kept = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
        return not any(one.b < line <= one.b + one.size for one in kept)


def suggestions(
    findings: Iterable[Finding],
    meant: Replacements,
    texts: Texts,
    around: Surroundings,
    commit: str,
) -> bytes:
    """Write a comment per finding whose mending is known and whose line changed, a line each.

    Each ends in a mark of its own, by which a later run finds that it was made.
    """
    made = []
    for finding in findings:
        path = finding.span.path
        found = meant.get((finding.span, finding.code))
        if found is None or not texts.is_changed(path, found.line):
            continue
        line = texts.after[path][found.line - 1]
        raw = line.encode()
        mended = (raw[: found.start - 1] + found.text.encode() + raw[found.end - 1 :]).decode()
        place = around.path(finding)
        comment = {
            "commit_id": commit,
            "path": place,
            "line": found.line,
            "side": "RIGHT",
            "body": _body(finding, mended, f"{place} {line} {mended}"),
        }
        made.append(f"{json.dumps(comment, ensure_ascii=True)}\n")
    return "".join(made).encode()


def _body(finding: Finding, mended: str, named: str) -> str:
    # However many such signs the line holds, it does not end the block.
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", mended)), 3)
    mark = sha256(named.encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return (
        f"{markdown(finding.message)}\n\n{fence}suggestion\n{mended}\n{fence}\n"
        f"<!-- {_MARK} {mark} -->"
    )
