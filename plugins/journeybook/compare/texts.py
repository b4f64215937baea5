"""Which sentences of a text are new, and which are gone."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from journeybook.compare.change import Change, What
from journeybook.compare.edit import About, change
from journeybook.wording import Wording, marked

# Remarks that nobody sees; a view that is placed by one is no remark.
_REMARK = re.compile(r"<!--(?!\s*journeybook/).*?-->", re.DOTALL)
_HEADING = re.compile(r"^(#+ .*)$", re.MULTILINE)
_WRAPPED = re.compile(r"\n(?!\s*(?:[-*+#>|:]|\d+[.)]|$))", re.MULTILINE)
_END = re.compile(r"(?<=[.!?…])\s+|\n+")
_MOST_SENTENCES = 3
_MOST_COMPARED = 2_000

_TEXT, _ADDED, _TAKEN_OUT = marked("Text rewritten"), marked("Text added"), marked("Text taken out")


def text_changes(
    about: About,
    old: str,
    new: str,
    wording: Wording,
    *,
    known: tuple[str, ...] = (),
    beside: tuple[str, str] = ("", ""),
) -> Iterator[Change]:
    """Tell which sentences changed; headings in `known` are told as titles already.

    A sentence that stood `beside` it before is not new, nor is one gone that stands there now.
    """
    values = differing(old, new, wording, known=known, beside=beside)
    if any(values):
        gone, come = values
        label = _TEXT if gone and come else _ADDED if come else _TAKEN_OUT
        yield change(about, What.REWORDED, label, weight=28, values=values, aspect="text")


def differing(
    old: str,
    new: str,
    wording: Wording,
    *,
    known: tuple[str, ...] = (),
    beside: tuple[str, str] = ("", ""),
    by_line: bool = False,
) -> tuple[str, str]:
    """Give the sentences, or else the lines, that are gone, and those that are new."""
    before, after = (
        [line.strip() for line in text.splitlines()] if by_line else sentences(text, known)
        for text in (old, new)
    )
    if before == after:
        return "", ""
    gone, come = _apart(before, after)
    came, went = (set(sentences(text)) for text in beside)
    gone, come = [one for one in gone if one not in went], [one for one in come if one not in came]
    return _shortened(gone, wording), _shortened(come, wording)


def sentences(text: str, known: tuple[str, ...] = ()) -> list[str]:
    """Give the sentences of a text; headings in `known` are left out."""
    # Where a line ends within a paragraph is seen by nobody.
    apart = _HEADING.sub(r"\1\n", _REMARK.sub("", text))
    plain = (" ".join(one.split()) for one in _END.split(_WRAPPED.sub(" ", apart)))
    return [one for one in plain if one and one.lstrip("# ").strip() not in known]


def _apart(before: list[str], after: list[str]) -> tuple[list[str], list[str]]:
    if len(before) + len(after) > _MOST_COMPARED:
        # Looking for the shortest way from one to the other would take too long.
        return [one for one in before if one not in set(after)], [
            one for one in after if one not in set(before)
        ]
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    gone = [one for what, a, b, _, _ in steps if what != "equal" for one in before[a:b]]
    come = [one for what, _, _, a, b in steps if what != "equal" for one in after[a:b]]
    return gone, come


def _shortened(changed: list[str], wording: Wording) -> str:
    text = " ".join(changed[:_MOST_SENTENCES])
    left = len(changed) - _MOST_SENTENCES
    if left <= 0:
        return text
    more = wording.count("and {n} more sentence", "and {n} more sentences", left)
    return f"{text} … {more}"
