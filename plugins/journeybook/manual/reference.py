"""The manual's page of every key, made from the models themselves."""

from collections.abc import Collection, Iterable
from inspect import cleandoc

from journeybook.manual.field_tables import anchor_of, joined, models_below, name_of, table
from journeybook.rules.engine.scope import Where
from journeybook.schema import MODELS, Entity, Kind
from journeybook.schema.fields import Written
from journeybook.schema.kind import FOLDER_OF
from journeybook.schema.settings.configuration import Configuration, WaiverEntry
from journeybook.schema.settings.inventory import Source
from journeybook.schema.settings.use_source import UseSource
from journeybook.schema.settings.value import Weights

_PLACES = {Kind.JOURNEY: "journeys/<id>/index.md", Kind.STEP: "journeys/<journey>/<id>.md"}

_FIELDS = """\
# Every key

Each kind of file, with every key it understands. Only a title is required, and the first heading
of the text will do for it; leave out what you do not know yet.

## How values are written {#values}

- **Text** stands as it is; put it in double quotes when it holds a colon followed by a space, or
  starts with a sign such as `[`, `{`, `*` or `&`.
- A **list** is `[one, two]`, or a line with a dash for each. One value alone may stand where a
  list is expected.
- A **date** is `2026-03-01`, or `2026-03` for the first of that month; under `due` and `until` for
  its last day.
- A **length of time** is a number and a word: `30 days`, `2 weeks`, `6 months`, `1 year`.
- A fixed choice may be written in any case.

## Every file {#every-file}

Whatever it describes, a file may say this.
"""

_PARTS = """\
## Parts

What the lists above are made of. Where a part may be text, a plain sentence is enough; write its
keys only when there is more to say.
"""

_SETTINGS = """\
## journeybook.yml {#configuration}

The language and the words of a team, in `site_config/journeybook.yml`.
[The settings](settings.md#journeybook-yml) show it in use.
"""

_RULES = """\
## rules.yml {#rules}

Every code with its severity, in `site_config/rules.yml`; [every finding](findings.md) tells what
else a rule lets you set. Under `where` stands a list of places where the rule is set differently:
each has a severity or settings of its own, and names its place by these keys.
[The settings](settings.md#rules-yml) show it in use.
"""

_VALUE = """\
### The value of a gap {#value}

Gaps stand in the order of their value: the sum of these points. Under `value:` in `rules.yml` each
may be another number; 0 leaves it out. Every gap tells its own parts, under *Why it stands here*.
"""

_WAIVERS = """\
## waivers.yml {#waiver}

A list in `site_config/waivers.yml`; each entry waives one finding, or one kind of finding in one
place. [The settings](settings.md#waivers-yml) show it in use.
"""

_INVENTORY = """\
## inventory.yml {#source}

A list under `sources:` in `site_config/inventory.yml`: the files and folders with content that
stands elsewhere, and what their columns mean. [Bring what you have](inventory.md) shows it in use.
"""

_USE = """\
### Exports of use {#usesource}

A list under `use:` in the same file: the exports that tell how much content is used.
[How much it is used](inventory.md#use) shows it.
"""


def fields_page() -> str:
    """Write the page of every key of every kind, in Markdown."""
    parts = _parts(MODELS.values())
    settings = tuple(dict.fromkeys(models_below(Configuration)))
    return joined(
        _FIELDS,
        table(Entity),
        *(_kind(kind, model) for kind, model in MODELS.items()),
        _PARTS,
        *(_part(model, parts) for model in parts),
        _SETTINGS,
        table(Configuration),
        *(_part(model, settings) for model in settings),
        _RULES,
        table(Where, anchor="where"),
        _VALUE,
        table(Weights, anchor="value"),
        _WAIVERS,
        table(WaiverEntry),
        _INVENTORY,
        table(Source),
        _USE,
        table(UseSource),
    )


def _parts(models: Iterable[type[Entity]]) -> tuple[type[Written], ...]:
    return tuple(dict.fromkeys(inner for model in models for inner in models_below(model)))


def _kind(kind: Kind, model: type[Entity]) -> str:
    place = _PLACES.get(kind) or f"{FOLDER_OF[kind]}/<id>.md"
    return joined(
        f"## {name_of(model)} {{#{anchor_of(model)}}}",
        cleandoc(model.__doc__ or ""),
        f"It lives in `{place}` and knows the [keys of every file](#every-file), and these:",
        table(model, without=Entity),
    )


def _part(model: type[Written], told: Collection[type[Written]]) -> str:
    # What only gives others its keys is told nowhere itself, so its keys are told with theirs.
    more = next((base for base in model.__mro__[1:] if base in told), None)
    return joined(
        f"### {name_of(model)} {{#{anchor_of(model)}}}",
        cleandoc(model.__doc__ or ""),
        f"It knows the keys of a [{name_of(more).lower()}](#{anchor_of(more)}), and these:"
        if more
        else "",
        table(model, without=more),
    )
