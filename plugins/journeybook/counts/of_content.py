"""What is counted of content, and of the places where somebody could meet it."""

from collections.abc import Mapping
from functools import partial

from journeybook.counts.counted import Counted, Definition
from journeybook.counts.of_steps import STEPS
from journeybook.wording import marked, marked_count

PLACES = STEPS | {"channel"}
"""What can be counted of places."""
_of_places = partial(Definition, by=PLACES)
_of_assets = partial(Definition, by=PLACES | {"type", "language"})

OF_CONTENT: Mapping[Counted, Definition] = {
    Counted.PUBLISHED: _of_assets(
        name=marked("Assets published"),
        words=marked_count("{n} asset published", "{n} assets published"),
        sentence=marked(
            "Published: content that customers can find now; of a persona, phase or channel, what "
            "is placed there."
        ),
    ),
    Counted.COMING: _of_assets(
        name=marked("Assets coming"),
        words=marked_count("{n} coming", "{n} coming"),
        sentence=marked("Coming: content from idea to review that is not published yet."),
    ),
    Counted.STALE: _of_assets(
        name=marked("Stale assets"),
        words=marked_count("{n} stale asset", "{n} stale assets"),
        sentence=marked(
            "Stale: published content that went without a review for longer than content of its "
            "kind stays fresh."
        ),
    ),
    Counted.REACHING: Definition(
        name=marked("Assets within reach"),
        words=marked_count("{n} asset within reach", "{n} assets within reach"),
        sentence=marked(
            "Within reach: published content that a persona can get to and read in a phase."
        ),
        by=frozenset({"persona", "phase"}),
    ),
    Counted.FORMATS: _of_assets(
        name=marked("Kinds of content"),
        words=marked_count("{n} kind of content", "{n} kinds of content"),
        sentence=marked("Kinds of content: the types of what is published."),
    ),
    Counted.PLACES: _of_places(
        name=marked("Places in use"),
        words=marked_count("{n} place in use", "{n} places in use"),
        sentence=marked(
            "A place is a persona on a channel in a phase, where it has a touchpoint, or ranks the "
            "channel and finds something."
        ),
    ),
    Counted.SERVED: _of_places(
        name=marked("Places served"),
        words=marked_count(
            "{part} of {n} place in use served", "{part} of {n} places in use served"
        ),
        sentence=marked(
            "A place is a persona on a channel in a phase. It is served where two or more assets "
            "are published that reach the persona and lack nothing."
        ),
        whole=Counted.PLACES,
    ),
    Counted.THIN: _of_places(
        name=marked("Thin places"),
        words=marked_count("{n} thin place", "{n} thin places"),
        sentence=marked(
            "Thin: places with one asset, with content that lacks something, or only with content "
            "to come."
        ),
    ),
    Counted.MISSING: _of_places(
        name=marked("Places with nothing"),
        words=marked_count("{n} place with nothing", "{n} places with nothing"),
        sentence=marked("Missing: places where the persona finds nothing and nothing is coming."),
    ),
    Counted.DECIDING: _of_places(
        name=marked("Places with a moment of truth"),
        words=marked_count("{n} place with a moment of truth", "{n} places with a moment of truth"),
        sentence=marked("Places where a customer decides to go on or to leave."),
    ),
    Counted.BARE: _of_places(
        name=marked("Moments of truth with nothing published"),
        words=marked_count(
            "{part} of {n} place with a moment of truth has nothing published",
            "{part} of {n} places with a moment of truth have nothing published",
        ),
        sentence=marked(
            "Places where a customer decides, and where nothing is published that this persona "
            "can read."
        ),
        whole=Counted.DECIDING,
    ),
    Counted.WASTED: _of_places(
        name=marked("Channels where nobody comes"),
        words=marked_count(
            "{n} channel in a phase with content and nobody who comes",
            "{n} channels in a phase with content and nobody who comes",
        ),
        sentence=marked(
            "Wasted: a channel in a phase where something is published and nobody comes."
        ),
    ),
    Counted.TOUCHPOINTS: _of_places(
        name=marked("Touchpoints on channels"),
        words=marked_count("{n} touchpoint", "{n} touchpoints"),
        sentence=marked("Touchpoints: where personas meet us on a channel in a phase."),
    ),
    Counted.USERS: _of_places(
        name=marked("Personas who use it"),
        words=marked_count("used by {n}", "used by {n}"),
        sentence=marked("Used by: the personas who have a touchpoint there."),
    ),
    Counted.LOOKERS: _of_places(
        name=marked("Personas who look there"),
        words=marked_count("looked at by {n}", "looked at by {n}"),
        sentence=marked(
            "Looked at by: the personas who rank the channel, find something there and have no "
            "touchpoint there."
        ),
    ),
    Counted.PERSONAS: Definition(
        name=marked("Personas"),
        words=marked_count("{n} persona", "{n} personas"),
        sentence=marked("Personas: everybody the handbook describes."),
    ),
    Counted.PHASES: Definition(
        name=marked("Phases"),
        words=marked_count("{n} phase", "{n} phases"),
        sentence=marked("Phases: the parts of the customer's journey, in their order."),
    ),
}
