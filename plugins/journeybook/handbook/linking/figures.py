"""Figures with all their readings, from the file that names them and from a CSV beside it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from journeybook.codes import Code
from journeybook.findings import Span
from journeybook.handbook.ids import folded
from journeybook.handbook.journeys import Journey
from journeybook.handbook.linking.linker import Linker
from journeybook.schema import Entity
from journeybook.schema.journey import Step
from journeybook.schema.kpi import Kpi, Reading
from journeybook.schema.transition import MovesOn
from journeybook.sources.document import Document
from journeybook.sources.names import beside
from journeybook.sources.tables.readings import read_readings
from journeybook.sources.yaml.nodes import Tree

_WHOLE = 100

AKpi = TypeVar("AKpi", bound=Kpi)


def measured(
    kpis: Sequence[AKpi], document: Document[Entity], key: str, linker: Linker
) -> tuple[AKpi, ...]:
    """Give the figures with their readings in order; the last one so far is what they are now."""
    return tuple(
        _measured(
            kpi,
            _from_csv(kpi, document.tree, (key, at), linker),
            document.tree.span(key, at, "readings"),
            linker,
        )
        for at, kpi in enumerate(kpis)
    )


def moves_on(document: Document[Step], linker: Linker) -> tuple[MovesOn, ...]:
    """Give the figures of going on; of a hundred, no more than a hundred can."""
    figures = measured(document.fields.moves_on, document, "moves_on", linker)
    for at, one in enumerate(figures):
        if one.model_fields_set == {"name"} and not linker.vocabulary.says_none(one.name):
            values = {"key": "moves_on", "value": one.name, "expected": "number"}
            linker.tell(Code.WRONG_TYPE, document.span("moves_on", at), **values)
        wrong = [key for key in ("actual", "target") if one.is_share and _is_no_share(one, key)]
        for key in wrong:
            span, number = document.span("moves_on", at, key), f"{getattr(one, key):g}"
            linker.tell(Code.CONTRADICTION, span, what="share", number=number)
    return tuple(one for one in figures if one.model_fields_set != {"name"})


def _is_no_share(one: MovesOn, key: str) -> bool:
    number = getattr(one, key)
    return number is not None and not 0 <= number <= _WHOLE


def named(kpis: Iterable[Kpi], journeys: Iterable[Journey]) -> tuple[Kpi, ...]:
    """Give the figures; one that has a name alone is the one of a journey called so."""
    known = {folded(one.name): one for one in reversed(tuple(_figures(journeys)))}
    return tuple(_known(kpi, known) for kpi in kpis)


def _figures(journeys: Iterable[Journey]) -> Iterator[Kpi]:
    for journey in journeys:
        yield from journey.kpis
        yield from (kpi for step in journey.steps for kpi in step.figures)


def _known(kpi: Kpi, known: Mapping[str, Kpi]) -> Kpi:
    other = known.get(folded(kpi.name))
    if other is None or kpi.actual is not None or kpi.readings:
        return kpi
    own = {key: getattr(kpi, key) for key in kpi.model_fields_set if key not in ("name", "csv")}
    # It is read, and read again, where the journey tells of it.
    return other.model_copy(update={**own, "every": None})


def _measured(kpi: AKpi, more: Sequence[Reading], span: Span, linker: Linker) -> AKpi:
    by_day = {one.date: one for one in sorted((*kpi.readings, *more), key=lambda one: one.date)}
    so_far = tuple(one for day, one in by_day.items() if day <= linker.today)
    if len(so_far) < len(by_day):
        linker.tell(Code.CONTRADICTION, span, what="measured", day=str(max(by_day)))
        kpi = kpi.model_copy(update={"readings": so_far})
    if not so_far:
        return kpi
    return kpi.model_copy(update={"readings": so_far, "actual": so_far[-1].value})


def _from_csv(kpi: Kpi, tree: Tree, place: tuple[str, int], linker: Linker) -> tuple[Reading, ...]:
    if not kpi.csv:
        return ()
    file = linker.files.get(beside(tree.path, kpi.csv))
    if file is None or not file.data:
        linker.tell(Code.UNREAD_READINGS, tree.span(*place, "csv"), file=kpi.csv, line="")
        return ()
    readings, mistakes = read_readings(file)
    linker.mistakes.extend(mistakes)
    return readings
