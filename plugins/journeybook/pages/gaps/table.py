"""Gaps as rows of a table, written without a template because a handbook may have thousands.

What a row says is the same on every page and is written once; only its rank and the address of
the gap depend on the page.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from journeybook.pages.gaps.rows import GapRow, TableRow

_HEAVIEST = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnTable:
    """The rows of one page, for its template."""

    rows: Markup


class GapTables:
    """Writes the rows of gaps for many pages."""

    def __init__(self, rows: Iterable[GapRow], marks: Mapping[str, str], moment: str) -> None:
        """Take all that is told of each gap, the marks of states, and the word for a moment."""
        self._parts = {row.fingerprint: _parts(row, marks, moment) for row in rows}

    def drawn(self, rows: Iterable[TableRow]) -> DrawnTable:
        """Write the rows of a page."""
        return DrawnTable(rows=Markup("\n".join(map(self._row, rows))))  # noqa: S704 - escaped below

    def _row(self, row: TableRow) -> str:
        before, after = self._parts[row.fingerprint]
        gap = f'<th scope="row"><a href="{escape(row.href)}">'
        return f'{before}<td class="jb-num">{row.number}</td>{gap}{after}'


def _parts(row: GapRow, marks: Mapping[str, str], moment: str) -> tuple[str, str]:
    keys = "".join(f' data-jb-{key}="{escape(value)}"' for key, value in row.keys if value)
    told = f"{row.kind} · {moment}" if row.moment_of_truth else row.kind
    severity = f'<span class="jb-severity jb-severity--{row.severity}">{escape(row.severity_word)}'
    before = f'<tr data-jb-gap="{row.fingerprint}"{keys}>'
    after = (
        f'{escape(row.sentence)}</a> <span class="jb-quiet">{escape(told)}</span></th>'
        f"<td>{_or_dash(row.personas)}</td>"
        f'<td data-jb-sort="{row.phase_order}">{_or_dash(row.phases)}</td>'
        f'<td data-jb-sort="{_HEAVIEST - row.weight}">{severity}</span></td>'
        f"<td>{_state(row, marks)}</td>"
        f"<td>{_or_dash(row.owner)}</td>"
        f'<td class="jb-num">{row.score}</td></tr>'
    )
    return before, after


def _state(row: GapRow, marks: Mapping[str, str]) -> str:
    word = f"{marks[row.mark]}<span>{escape(row.state)}</span>"
    more = ", ".join(part for part in (row.filled_by, row.due, row.until) if part)
    quiet = f' <span class="jb-quiet">{escape(more)}</span>' if more else ""
    return f'<span class="jb-state jb-state--{row.mark}">{word}</span>{quiet}'


def _or_dash(text: str) -> str:
    return str(escape(text)) if text else "–"
