"""What changed, as text: plain for a terminal, and a comment for a pull request."""

from collections.abc import Iterable, Iterator

from journeybook.compare.change import Change, Tone
from journeybook.compare.comparison import Comparison, Group, Standing
from journeybook.compare.telling import (
    counts,
    detail,
    mark,
    nothing_changed,
    outside,
    personas_of,
    score_rows,
)
from journeybook.hosts.annotations import markdown, printed


def plain_text(comparison: Comparison) -> str:
    """Write what changed, the most important first; one sentence when nothing did."""
    return "".join(f"{line}\n" for line in _lines(comparison))


def _lines(comparison: Comparison) -> Iterator[str]:
    if not comparison.groups:
        yield nothing_changed(comparison.wording)
        return
    yield counts(comparison)
    yield from _scores(comparison, comparison.before, comparison.after)
    for group in comparison.groups:
        yield ""
        yield _title(comparison, group)
        if group.before and group.after:
            yield from _scores(comparison, group.before, group.after)
        for phased in group.phases:
            if phased.title:
                yield f"  {printed(phased.title)}"
            yield from (_change(comparison, one) for one in phased.changes)


def _title(comparison: Comparison, group: Group) -> str:
    if not group.title:
        return outside(comparison.wording)
    people = personas_of(group, comparison.wording)
    return printed(f"{group.title} ({people})" if people else group.title)


def _scores(comparison: Comparison, before: Standing, after: Standing) -> Iterator[str]:
    for row in score_rows(before, after, comparison.wording):
        if row.changed:
            yield f"  {row.label}: {row.before} → {row.after}"


def _change(comparison: Comparison, change: Change) -> str:
    say = comparison.wording.text
    sign = {Tone.BETTER: "+", Tone.WORSE: "!", Tone.NEUTRAL: "·"}[change.tone]
    values = detail(change, comparison.wording)
    end = f" ({printed(values)})" if values else ""
    label = f"{mark(change)} {say(change.label)}"
    return f"    {sign} {label}: {printed(change.text)}{end}"


MARKER = "<!-- journeybook:diff -->"
"""The first line of the comment, by which a later run finds it."""

MOST_CHARACTERS = 60_000

_OPEN_GROUPS = 3
_RESERVE = 2_000


def comment(comparison: Comparison, most: int = MOST_CHARACTERS) -> str:
    """Write what changed as a comment shorter than `most`; what does not fit is counted."""
    say = comparison.wording.text
    heading = f"{MARKER}\n## {say('What changes for personas')}\n"
    if not comparison.groups:
        return f"{heading}\n{nothing_changed(comparison.wording)}\n"
    parts = [heading, f"\n{markdown(counts(comparison))}\n"]
    parts.append(_table(comparison, comparison.before, comparison.after))
    room = most - _RESERVE - sum(map(len, parts))
    left = 0
    for at, group in enumerate(comparison.groups):
        written, unwritten = _group(comparison, group, room, is_open=at < _OPEN_GROUPS)
        parts.append(written)
        room -= len(written)
        left += unwritten
    if left:
        parts.append(f"\n{_left(comparison, left)}\n")
    return "".join(parts)


def _left(comparison: Comparison, number: int) -> str:
    return comparison.wording.count(
        "{n} more change does not fit in this comment.",
        "{n} more changes do not fit in this comment.",
        number,
    )


def _group(comparison: Comparison, group: Group, room: int, *, is_open: bool) -> tuple[str, int]:
    start = f"\n<details{' open' if is_open else ''}>\n<summary>{_summary(comparison, group)}"
    start = f"{start}</summary>\n"
    if group.before and group.after:
        start += _table(comparison, group.before, group.after, only_changed=True)
    end = "\n\n</details>\n"
    room -= len(start) + len(end)
    if room < 0:
        return "", len(group.changes)
    lines, written = [], 0
    for line, holds in _comment_lines(comparison, group):
        if len(line) + 1 > room:
            break
        room -= len(line) + 1
        lines.append(line)
        written += holds
    return start + "\n".join(lines) + end, len(group.changes) - written


def _summary(comparison: Comparison, group: Group) -> str:
    wording = comparison.wording
    number = wording.count("{n} change", "{n} changes", len(group.changes))
    if not group.title:
        return f"<strong>{outside(wording)}</strong>: {number}"
    people = markdown(personas_of(group, wording))
    return f"<strong>{markdown(group.title)}</strong> ({people}): {number}"


def _comment_lines(comparison: Comparison, group: Group) -> Iterator[tuple[str, int]]:
    for phased in group.phases:
        yield (f"\n#### {markdown(phased.title)}\n" if phased.title else ""), 0
        for change in phased.changes:
            yield _comment_change(comparison, change), 1


def _comment_change(comparison: Comparison, change: Change) -> str:
    values = detail(change, comparison.wording)
    end = f"<br>{markdown(values)}" if values else ""
    label = comparison.wording.text(change.label)
    # A plus or a dash at the start would begin a list within the list.
    sign = markdown(mark(change)).replace("+", "&#43;")
    return f"- {sign} **{label}**: {markdown(change.text)}{end}"


def _table(
    comparison: Comparison, before: Standing, after: Standing, *, only_changed: bool = False
) -> str:
    rows = score_rows(before, after, comparison.wording)
    chosen = [row for row in rows if row.changed or not only_changed]
    if not chosen:
        return ""
    say = comparison.wording.text
    head = (say("Score"), say("Before"), say("After"), "")
    signs = {Tone.BETTER: "▲", Tone.WORSE: "▼", Tone.NEUTRAL: ""}
    lines = [_row(head), "|---|--:|--:|:-:|"]
    lines += [_row((row.label, row.before, row.after, signs[row.tone])) for row in chosen]
    return "\n" + "\n".join(lines) + "\n"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
