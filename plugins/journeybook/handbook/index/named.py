"""What a handbook names as an answer or a help, statement by statement."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from journeybook.handbook.book import Handbook
from journeybook.handbook.journeys import DropOff, Expectation, Journey, Step, Touchpoint
from journeybook.handbook.statements import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What is named to help with a statement, by id."""

    statement: Statement
    assets: tuple[str, ...]
    touchpoints: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()


def all_named(book: Handbook) -> Iterator[tuple[Journey, Step, Named]]:
    """Give what helps with every question, drop-off, expectation and moment of truth."""
    answers = book.coverage.answers
    for journey, step in book.all_steps:
        for question in step.questions:
            assets = tuple(asset.id for asset in answers.get(question.id, ()))
            yield journey, step, Named(statement=question, assets=assets)
        moments = (one for one in step.touchpoints if one.moment_of_truth)
        for group in (step.drop_offs, step.expectations, moments):
            yield from ((journey, step, named_for(one, book.acting)) for one in group)


def named_for(
    one: DropOff | Expectation | Touchpoint, acting: Mapping[str, tuple[str, ...]]
) -> Named:
    """Give what is named to help with a statement, by itself or by those who are `acting` on it."""
    match one:
        case DropOff():
            return Named(
                statement=one, assets=one.assets, touchpoints=one.touchpoints, actions=one.actions
            )
        case Expectation():
            return Named(
                statement=one,
                assets=one.met_by_assets,
                touchpoints=one.met_by_touchpoints,
                actions=(*one.met_by_actions, *acting.get(one.id, ())),
            )
        case Touchpoint():
            return Named(statement=one, assets=one.assets, actions=acting.get(one.id, ()))
