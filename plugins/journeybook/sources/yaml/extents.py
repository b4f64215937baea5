"""Where each value of a YAML text begins and ends, so that it can be edited in its place."""

from collections.abc import Mapping
from dataclasses import dataclass

import yaml

from journeybook.sources.yaml.nodes import Node, Scalar
from journeybook.sources.yaml.parsing import ODD_BREAKS, place_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """Where a value ends, counted from 0, and whether it has brackets, or stands in some."""

    line: int
    column: int
    has_brackets: bool
    in_brackets: bool


Extents = Mapping[tuple[int, int, bool], Extent]
"""The extent of each value by its line, its column, and whether it is a text."""


def beginning(node: Node) -> tuple[int, int, bool]:
    """Give what the extent of a value is found by: where it begins, and whether it is a text."""
    return node.line, node.column, isinstance(node, Scalar)


def extents(text: str) -> Extents | None:
    """Give the extents of all values of a text; None where it cannot be read.

    A list or mapping without brackets ends where the next thing begins.
    """
    try:
        return _extents(text)
    except yaml.YAMLError:
        return None


def _extents(text: str) -> Extents:
    found: dict[tuple[int, int, bool], Extent] = {}
    around: list[tuple[tuple[int, int], bool]] = []
    for event in yaml.parse(text.translate(ODD_BREAKS), Loader=yaml.CSafeLoader):
        end = event.end_mark
        if isinstance(event, yaml.CollectionStartEvent):
            around.append((place_of(event), bool(event.flow_style)))
            continue
        if isinstance(event, yaml.ScalarEvent):
            begin, flow = place_of(event), False
        elif isinstance(event, yaml.CollectionEndEvent):
            begin, flow = around.pop()
        else:
            continue
        inside = any(flow for _, flow in around)
        line, column = (end.line, end.column) if end else (0, 0)
        found[*begin, isinstance(event, yaml.ScalarEvent)] = Extent(
            line=line, column=column, has_brackets=flow, in_brackets=inside
        )
    return found
