"""What changed, as text: plain for a terminal, and a comment for a pull request."""

from collections import Counter
from collections.abc import Iterator

from journeybook.compare.comparison import Comparison
from journeybook.compare.summary.context import NOTHING_KNOWN, Context
from journeybook.compare.summary.lines import Line, LinePlace, kinds_behind
from journeybook.compare.summary.report import Report, Section, Told, make_report
from journeybook.hosts.annotations import markdown, printed
from journeybook.wording import Wording


def plain_text(comparison: Comparison, context: Context = NOTHING_KNOWN) -> str:
    """Write what changed, what matters most first."""
    return "".join(f"{line}\n" for line in _lines(make_report(comparison, context)))


def _lines(report: Report) -> Iterator[str]:
    yield " ".join(map(printed, report.headline.first))
    if report.headline.rest:
        yield " ".join(map(printed, report.headline.rest))
    yield from map(printed, report.caveats)
    yield printed(report.status)
    yield from (f"  {row.label}: {row.before} → {row.after}" for row in report.scores)
    if report.walks:
        yield f"  {printed(report.walks.summary)}"
        yield from (f"      {printed(one.text)}" for one in report.walks.lines)
        yield from (f"      {printed(report.walks.left)}",) if report.walks.left else ()
    for section in report.sections:
        yield ""
        yield printed(section.title)
        for told in section.acts:
            yield f"  {_printed(told.act)}"
            yield from (f"      {_printed(one, beneath=told.act)}" for one in told.effects)
            if told.left:
                yield f"      {printed(told.left)}"


def _printed(line: Line, beneath: Line | None = None) -> str:
    text = f"{line.sign} {line.label}"
    text += f": {printed(line.text)}" if line.text else ""
    text += f" ({printed(line.detail)})" if line.detail else ""
    text += f" · {printed(line.where)}" if line.where else ""
    # What stands at the same place as the act does not say so again.
    same = beneath is not None and beneath.places == line.places
    return text + (f" · {printed(line.listed)}" if line.places and not same else "")


MARKER = "<!-- journeybook:diff -->"
"""The first line of the comment, by which a later run finds it."""

MOST_CHARACTERS = 60_000

_OPEN_SECTIONS = 3
_RESERVE = 2_000


def comment(
    comparison: Comparison, context: Context = NOTHING_KNOWN, most: int = MOST_CHARACTERS
) -> str:
    """Write what changed as a comment shorter than `most`; what does not fit is counted."""
    wording, report = comparison.wording, make_report(comparison, context)
    parts = [
        f"{MARKER}\n## {wording.text('What changes for personas')}\n",
        f"\n**{' '.join(map(markdown, report.headline.first))}**\n",
        *(f"\n{' '.join(map(markdown, rest))}\n" for rest in [report.headline.rest] if rest),
        *(f"\n⚠ {markdown(caveat)}\n" for caveat in report.caveats),
        f"\n<sub>{markdown(report.status)}</sub>\n",
        _table(report, wording),
        _walks(report),
    ]
    room = most - _RESERVE - sum(map(len, parts))
    left: list[str] = []
    for at, section in enumerate(report.sections):
        written, unwritten = _section(section, room, wording, is_open=at < _OPEN_SECTIONS)
        parts.append(written)
        room -= len(written)
        left += unwritten
    if left:
        parts.append(f"\n{_left(left, wording)}\n")
    return "".join(parts)


def _left(labels: list[str], wording: Wording) -> str:
    number = wording.count(
        "{n} more change does not fit in this comment",
        "{n} more changes do not fit in this comment",
        len(labels),
    )
    kinds = kinds_behind(dict(Counter(labels).most_common()), wording)
    return markdown(f"{number}: {kinds}")


def _section(
    section: Section, room: int, wording: Wording, *, is_open: bool
) -> tuple[str, list[str]]:
    start = f"\n<details{' open' if is_open else ''}>\n<summary>"
    start += f"<strong>{markdown(section.title)}</strong>: {section.number}</summary>\n\n"
    end = "\n</details>\n"
    room -= len(start) + len(end)
    lines: list[str] = []
    left: list[str] = []
    for told in section.acts:
        text = _act(told, wording)
        if left or len(text) > room:
            left.append(told.act.label)
        else:
            room -= len(text)
            lines.append(text)
    return (f"{start}{''.join(lines)}{end}" if lines else ""), left


def _act(told: Told, wording: Wording) -> str:
    text = f"- {_written(told.act, wording)}\n"
    if told.effects:
        effects = "".join(f"  - {_written(one, wording)}\n" for one in told.effects)
        more = f"  - {markdown(told.left)}\n" if told.left else ""
        # An empty line lets the code host read the points as such within the fold.
        text += f"  <details><summary>{markdown(told.kinds)}</summary>\n\n{effects}{more}\n"
        text += "  </details>\n"
    return text


def _written(line: Line, wording: Wording) -> str:
    # A plus or a dash at the start would begin a list within the list.
    sign = markdown(line.sign).replace("+", "&#43;")
    text = f"{sign} **{line.label}**"
    text += f": {markdown(line.text)}" if line.text else ""
    text += f"<br>{markdown(line.detail)}" if line.detail else ""
    around = [markdown(line.where), *map(_linked, line.places), markdown(line.left)]
    if line.shown:
        around.append(f"[{wording.text('in the preview')}]({line.shown})")
    return text + (f"<br>{' · '.join(filter(None, around))}" if any(around) else "")


def _linked(place: LinePlace) -> str:
    name = markdown(place.name)
    return f"[{name}]({place.href})" if place.href else name


def _walks(report: Report) -> str:
    if report.walks is None:
        return ""
    rows = [*(one.text for one in report.walks.lines), report.walks.left]
    listed = "<br>\n".join(markdown(row) for row in rows if row)
    summary = f"<summary>{markdown(report.walks.summary)}</summary>"
    return f"\n<details>\n{summary}\n\n{listed}\n\n</details>\n"


def _table(report: Report, wording: Wording) -> str:
    if not report.scores:
        return ""
    head = (wording.text("Score"), wording.text("Before"), wording.text("After"))
    rows = [(row.label, row.before, row.after) for row in report.scores]
    lines = [f"| {' | '.join(cells)} |" for cells in (head, *rows)]
    return "\n" + "\n".join([lines[0], "|---|--:|--:|", *lines[1:]]) + "\n"
