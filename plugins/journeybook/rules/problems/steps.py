"""Journeys and steps without their place."""

from journeybook.findings import Mistake
from journeybook.rules.engine.rule import Words, did_you_mean, error, warning, way_out
from journeybook.wording import marked


@warning
def unknown_view(mistake: Mistake) -> Words:
    """Unknown view.

    A page asks for a view that Journeybook does not have, as in `<!-- journeybook/mpa -->`.

    Where the view should stand, the page stays empty.

    Correct the name. The views are map, curve, flow, scores, questions, touchpoints, gaps and
    matrix.
    """
    return marked("unknown view '{reference}'"), way_out(mistake)


@warning
def unknown_view_key(mistake: Mistake) -> Words:
    """Unknown key of a view.

    A view that is placed in a page is given a key that it does not understand, as in `<!--
    journeybook/gaps fase=purchase -->`.

    The view is shown without it, so it shows more than was asked for.

    Correct the key: `journey`, and for lists also `persona` and `phase`.
    """
    return marked("this view does not understand '{reference}'"), way_out(mistake)


@warning
def duplicate_step(mistake: Mistake) -> Words:
    """Two steps claim one place.

    Two steps of a journey belong to the same phase, and neither `order` tells which comes first.

    On the journey's page they then stand in the order of their file names, which may tell the story
    backwards.

    Give each of them an `order`, or move one to another phase.
    """
    return marked("another step stands at this place of phase '{phase}' already: {first}"), marked(
        "give each of them an order of its own"
    )


@error
def journey_without_persona(mistake: Mistake) -> Words:
    """Journey without a persona.

    A journey does not say whose it is, or a folder with steps has no `index.md` that says it.

    A journey is somebody's. Without a persona its steps count for nobody: not in a matrix and not
    in a report.

    Name the persona in the journey's `index.md`, under `persona`, or under `personas` where several
    go through it together.
    """
    message = marked("journey '{journey}' does not say whose it is")
    if mistake.values["index"]:
        make = marked("make journeys/{index} and write in it: persona: …")
        return message, did_you_mean(mistake, make)
    return message, marked("name its persona in index.md: persona: …")


@error
def step_without_phase(mistake: Mistake) -> Words:
    """Step without a phase.

    A step does not name its phase, and its file name is not that of one.

    Without a phase the step has no place on the map and in no report.

    Name the phase in the step's front matter, or give the file the name of the phase.
    """
    return marked("step '{step}' names no phase, and no phase has its name"), way_out(mistake)


@warning
def unordered_phase(mistake: Mistake) -> Words:
    """Phase without a place.

    A phase has no `order`, or the same one as another phase.

    It then stands after the others, or beside one of them by its file name, on every map; and which
    phase is the last before the purchase is decided by it.

    Write an `order`: 1 for the first phase, 2 for the second and so on.
    """
    hint = marked("write its place in the row of phases; {free} is free: order: {free}")
    if mistake.values.get("first"):
        return marked("this phase has the same order as “{first}”"), hint
    return marked("this phase has no order, so it stands after the others"), hint
