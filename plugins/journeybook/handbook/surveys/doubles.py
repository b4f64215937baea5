"""Keeps one person from counting as two: what is asked in two columns, or called by two names."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from journeybook.grouping import grouped
from journeybook.handbook.ids import folded
from journeybook.handbook.surveys.columns import Asking, Plan, Wrong
from journeybook.handbook.surveys.counting import TOPIC_CELLS, Tabulation
from journeybook.handbook.surveys.tally import Asked, Names
from journeybook.sources.tables.cells import on_one_line


def asked_once(plan: Plan, names: Names) -> tuple[Plan, tuple[Wrong, ...]]:
    """Take the columns that alone tell something of a thing; of several, none is taken."""
    columns = grouped(
        ((_topic(one, names), folded(one.other), measure), at)
        for one in plan.asked
        for measure, at in one.columns
    )
    several = [ats for (topic, *_), ats in columns.items() if topic and len(ats) > 1]
    left_out = {at for ats in several for at in ats}
    asked = (
        replace(one, columns=tuple(pair for pair in one.columns if pair[1] not in left_out))
        for one in plan.asked
    )
    wrong = (
        Wrong(path=("file",), what="alike", column=plan.headings[columns[0]]) for columns in several
    )
    return replace(plan, asked=tuple(one for one in asked if one.columns)), tuple(wrong)


def with_names(plan: Plan, counted: Tabulation, names: Names) -> Plan:
    """Say in a plan which cells name the same thing, so that its rows are known as those of one."""
    return replace(plan, same=tuple(_same(plan, counted, names))) if plan.is_long else plan


def _same(plan: Plan, counted: Tabulation, names: Names) -> Iterator[tuple[int, object, Asked]]:
    rows = [row for asked in counted.asked for row in asked]
    for cell, (key, find) in zip(
        TOPIC_CELLS, (("touchpoint", names.topic), ("phase", names.phase)), strict=True
    ):
        column = plan.at(key)
        if column is not None:
            for label, topic in _called_otherwise((row[cell] for row in rows), find):
                yield column, label, topic


def _called_otherwise(
    labels: Iterable[object], find: Callable[[str], Asked]
) -> Iterator[tuple[object, Asked]]:
    by_topic = grouped(
        (topic, label) for label in dict.fromkeys(labels) if (topic := find(on_one_line(label)))
    )
    for topic, several in sorted(by_topic.items()):
        if len(several) > 1:
            yield from ((label, topic) for label in sorted(several, key=str))


def _topic(one: Asking, names: Names) -> Asked:
    find = names.phase if one.is_phase else names.topic
    return find(one.topic) if one.topic else ()
