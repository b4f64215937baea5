"""What was read in a file that is brought in, before anybody looks where it belongs."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from journeybook.schema import Kind
from journeybook.sources.yaml.nodes import Value

Keys = Mapping[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something stands: the sheet, if there are several, the row from 1, and the column."""

    sheet: str = ""
    row: int = 0
    column: str = ""

    @property
    def shown(self) -> str:
        """The place as a spreadsheet names it, such as `CFO!B4`; a text has lines alone."""
        cell = f"{self.column}{self.row}" if self.row else ""
        return "!".join(part for part in (self.sheet, cell) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Whose step something belongs to, by the names that stand there; a step of its own has one."""

    persona: str = ""
    phase: str = ""
    step: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement of a step, or a goal or pain of a persona, with the keys that go with it."""

    spot: Spot
    lane: str
    keys: Keys
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A persona, phase, channel, asset or action by its name, with what is known of it.

    What a map names stands at a spot. `notes` are what stands beside it, each with its heading,
    for which no key is called so.
    """

    kind: Kind
    title: str
    keys: Keys = field(default_factory=dict)
    spot: Spot = field(default_factory=Spot)
    prose: str = ""
    notes: tuple[tuple[str, str], ...] = ()
    place: Place = field(default_factory=Place)

    @property
    def text(self) -> str:
        """All that goes into the prose of it."""
        notes = (f"{heading}: {text}" if heading else text for heading, text in self.notes)
        return "\n\n".join((*filter(None, (self.prose,)), *notes))


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A text that no key has a place for: it goes into the prose, under the name of its row.

    One that `is_markdown` stands there as it was written.
    """

    spot: Spot = field(default_factory=Spot)
    heading: str = ""
    text: str
    place: Place
    is_markdown: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """What cannot be taken as it stands, in a sentence with its way out, and where it stands."""

    message: str
    values: Mapping[str, str] = field(default_factory=dict)
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """A key of a statement that the handbook has already, by its id."""

    statement: str
    key: str
    value: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A text alone in its row, above fuller ones up to the row `until`.

    Where it says nothing of those, it is something `otherwise`.
    """

    text: str
    place: Place
    until: int
    otherwise: "tuple[Part, ...]"


Part = Said | Named | Remark | Rated | Trouble | Heading
