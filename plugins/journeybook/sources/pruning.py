"""Leaves out of what was written what is wrong."""

from collections.abc import Sequence
from typing import Any

from journeybook.sources.yaml.nodes import Step

_LEFT_OUT = object()


def pruned(
    written: dict[str, Any], paths: Sequence[tuple[Step, ...]]
) -> tuple[dict[str, Any], list[tuple[Step, ...]]]:
    """Give what was written without the values at some paths, and where items of lists are gone."""
    gone: list[tuple[Step, ...]] = []
    kept = _without(written, paths, (), gone)
    if isinstance(kept, dict) and kept != written:
        return kept, gone
    wrong = {path[0] for path in paths if path}
    return {key: value for key, value in written.items() if key not in wrong}, []


def _without(
    value: object,
    paths: Sequence[tuple[Step, ...]],
    place: tuple[Step, ...],
    gone: list[tuple[Step, ...]],
) -> object:
    if () in paths:
        return _LEFT_OUT
    if not isinstance(value, list) and any(isinstance(path[0], int) for path in paths):
        # One value stands where a list is expected; the path still counts it as the first.
        inside = [path[1:] if isinstance(path[0], int) else path for path in paths]
        return _without(value, inside, (*place, 0), gone)
    if isinstance(value, dict):
        pairs = [
            (key, _without(item, _below(paths, key), (*place, key), gone))
            for key, item in value.items()
        ]
        return {key: item for key, item in pairs if item is not _LEFT_OUT}
    if isinstance(value, list):
        items = [
            _without(item, _below(paths, at), (*place, at), gone) for at, item in enumerate(value)
        ]
        gone.extend((*place, at) for at, item in enumerate(items) if item is _LEFT_OUT)
        return [item for item in items if item is not _LEFT_OUT]
    return _LEFT_OUT if paths else value


def _below(paths: Sequence[tuple[Step, ...]], step: Step) -> list[tuple[Step, ...]]:
    return [path[1:] for path in paths if path[0] == step]
