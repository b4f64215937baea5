"""The two states of a handbook side by side, and how their values are shown."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from journeybook.compare.change import NOWHERE, Change, Place, Thing, Tone, What
from journeybook.compare.matching import Matches, match
from journeybook.findings import Span
from journeybook.handbook.book import Handbook
from journeybook.handbook.statements import Entity
from journeybook.schema import Kind
from journeybook.schema.period import Period
from journeybook.schema.statement import Kpi
from journeybook.wording import Wording, marked

Value = str | int | float | bool | date | Period | Kpi | tuple[str, ...] | tuple[Kpi, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a change is about: the thing, its words, and where it belongs."""

    thing: Thing
    text: str
    subject: str
    span: Span
    place: Place = NOWHERE
    personas: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Sides:
    """A handbook before and after, and what is the same in both."""

    before: Handbook
    after: Handbook
    matches: Matches
    wording: Wording
    titles: tuple[dict[Kind, dict[str, str]], dict[Kind, dict[str, str]]] = field(repr=False)

    def titles_before(self, kind: Kind, ids: Iterable[str]) -> str:
        """Write the titles of earlier entities as a list."""
        return self._listed(self.titles[0][kind], ids)

    def titles_after(self, kind: Kind, ids: Iterable[str]) -> str:
        """Write the titles of later entities as a list."""
        return self._listed(self.titles[1][kind], ids)

    def same(self, kind: Kind, before: Iterable[str], after: Iterable[str]) -> bool:
        """Tell whether two lists name the same entities, in whatever order."""
        return {self.matches.one(kind, one) for one in before} == set(after)

    def compared(
        self,
        about: About,
        aspect: str,
        label: str,
        before: Value,
        after: Value,
        *,
        kind: Kind | None = None,
        weight: int = 15,
        tone: Tone = Tone.NEUTRAL,
    ) -> Iterable[Change]:
        """Give a change where two values differ; ids of a kind are shown by their titles."""
        if kind is None:
            old, new = self.shown(before), self.shown(after)
            changed = before != after and old != new
        else:
            ids, later = _ids(before), _ids(after)
            old, new = self.titles_before(kind, ids), self.titles_after(kind, later)
            changed = not self.same(kind, ids, later)
        if changed:
            yield self.change(
                about,
                What.CHANGED,
                label,
                weight=weight,
                tone=tone,
                values=(old, new),
                aspect=aspect,
            )

    @staticmethod
    def change(
        about: About,
        what: What,
        label: str,
        *,
        weight: int,
        tone: Tone = Tone.NEUTRAL,
        values: tuple[str, str] = ("", ""),
        aspect: str | None = None,
    ) -> Change:
        """Make a change of what it is about."""
        return Change(
            thing=about.thing,
            what=what,
            label=label,
            text=about.text,
            subject=about.subject,
            weight=weight,
            span=about.span,
            tone=tone,
            aspect=aspect,
            before=values[0],
            after=values[1],
            place=about.place,
            personas=about.personas,
        )

    def shown(self, value: Value) -> str:
        """Write a value the way the handbook's language does; nothing for what is missing."""
        match value:
            case bool():
                shown = self.wording.text("yes" if value else "no")
            case int() | float():
                shown = self.wording.number(value)
            case date():
                shown = self.wording.day(value)
            case Period():
                shown = self.wording.period(value.months, value.days)
            case Kpi():
                shown = self._kpi(value)
            case tuple():
                shown = "; ".join(self.shown(one) for one in value)
            case _:
                shown = " ".join((value or "").split())
        return shown

    def _kpi(self, kpi: Kpi) -> str:
        numbers = ((marked("target"), kpi.target), (marked("actual"), kpi.actual))
        known = [
            f"{self.wording.text(word)} {self.wording.number(number)}"
            for word, number in numbers
            if number is not None
        ]
        unit = f" ({kpi.unit})" if kpi.unit else ""
        return f"{kpi.name}{unit}" + (f": {', '.join(known)}" if known else "")

    @staticmethod
    def _listed(titles: dict[str, str], ids: Iterable[str]) -> str:
        return ", ".join(sorted(titles.get(one, one) for one in ids))


def put_side_by_side(before: Handbook, after: Handbook, wording: Wording) -> Sides:
    """Match two states of a handbook and keep them together."""
    return Sides(
        before=before,
        after=after,
        matches=match(before, after),
        wording=wording,
        titles=(_titles(before), _titles(after)),
    )


def _titles(book: Handbook) -> dict[Kind, dict[str, str]]:
    return {
        kind: {name: _title(one) for name, one in found.items()}
        for kind, found in book.entities.items()
    }


def _title(entity: Entity) -> str:
    return " ".join(entity.title.split())


def _ids(value: Value) -> tuple[str, ...]:
    if value is None:
        return ()
    return (str(value),) if not isinstance(value, tuple) else tuple(str(one) for one in value)
