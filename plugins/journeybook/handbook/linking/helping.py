"""What content says it helps with, told where it is helped: at touchpoints and in the lists."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from journeybook.grouping import grouped
from journeybook.handbook.entities import Asset
from journeybook.handbook.journeys import Journey, Step


def with_help(journeys: Mapping[str, Journey], assets: Iterable[Asset]) -> dict[str, Journey]:
    """Give the journeys with every asset named where its own file says that it helps."""
    helping = naming((asset.id, asset.helps) for asset in assets)
    if not helping:
        return dict(journeys)
    return {
        name: replace(one, steps=tuple(_helped(step, helping) for step in one.steps))
        for name, one in journeys.items()
    }


def naming(named: Iterable[tuple[str, Iterable[str]]]) -> dict[str, tuple[str, ...]]:
    """Turn what each asset names into the assets that name each."""
    return grouped((statement, asset) for asset, statements in named for statement in statements)


def _helped(step: Step, helping: Mapping[str, Sequence[str]]) -> Step:
    def named(statement: str, assets: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*assets, *helping.get(statement, ()))))

    return replace(
        step,
        touchpoints=tuple(
            replace(one, assets=named(one.id, one.assets)) for one in step.touchpoints
        ),
        expectations=tuple(
            replace(one, met_by_assets=named(one.id, one.met_by_assets))
            for one in step.expectations
        ),
        drop_offs=tuple(replace(one, assets=named(one.id, one.assets)) for one in step.drop_offs),
    )
