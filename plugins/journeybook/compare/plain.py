"""A comparison as plain text, for a terminal."""

from collections.abc import Iterator

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
from journeybook.hosts.neutral import printed


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
