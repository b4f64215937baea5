"""The file of whatever has a name: the one there is, or a new one that is begun."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from journeybook.exports.office.editable import SHORT
from journeybook.handbook.ids import RESERVED, composed, last_part, slug
from journeybook.handbook.journeys import Journey, JourneyState
from journeybook.importing.heard import Spot
from journeybook.importing.phase_names import PhaseNames
from journeybook.pipeline import Judged
from journeybook.schema import Kind
from journeybook.schema.journey import Step
from journeybook.schema.kind import FOLDER_OF
from journeybook.sources.edits.values import as_lines
from journeybook.sources.yaml.nodes import Value
from journeybook.starting.beginning import PERSONA

_ORDER = tuple(dict.fromkeys(("title", *Step.model_fields)))


@dataclass(slots=True, kw_only=True)
class Begun:
    """A file that does not exist yet: its keys and its prose."""

    keys: dict[str, Value]
    kind: Kind | None = None
    prose: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The whole file; the lanes of a step stand in the order of the five questions."""
        order = {key: at for at, key in enumerate(_ORDER)}
        keys = dict(sorted(self.keys.items(), key=lambda one: order.get(one[0], 0)))
        plain = {key: _alone(value) for key, value in keys.items() if value not in (None, [], "")}
        prose = "\n".join(f"\n{one}\n" for one in self.prose)
        return f"---\n{as_lines(plain) if plain else ''}---\n{prose}"


def _alone(value: Value) -> Value:
    return (
        value[0] if isinstance(value, list) and len(value) == 1 and _is_feeling(value[0]) else value
    )


def _is_feeling(value: Value) -> bool:
    return isinstance(value, dict) and value.keys() <= {"score", "label"}


class Filing:
    """Finds files by what they are called; one that is missing is begun, once."""

    def __init__(self, book: Judged) -> None:
        """Take the handbook as it is."""
        self.book = book
        self.handbook = book.handbook
        self.content = book.handbook.content
        self.new: dict[str, Begun] = {}
        self.written: dict[str, Mapping[str, Value]] = {}
        for document in book.documents:
            value = document.tree.value()
            self.written[document.path] = value if isinstance(value, dict) else {}
        self._bodies = {page.path: page.body for page in self.handbook.pages}
        self._bodies |= {document.path: document.body for document in book.documents}
        self._known = dict(self._names())
        self.phases = PhaseNames(self.handbook, self.find)
        self._journeys: dict[str, str] = {}
        self._steps: dict[tuple[str, str, str], str] = {}

    def find(self, kind: Kind, *names: str) -> str | None:
        """Find the file of what has one of some names."""
        fold = self.handbook.vocabulary.fold
        plain = map(self.phases.unnumbered, names) if kind is Kind.PHASE else ()
        found = (self._known.get((kind, fold(one))) for one in (*names, *plain))
        return next(filter(None, found), None)

    def has_none(self, kind: Kind) -> bool:
        """Tell whether nothing of a kind is in the handbook as it was."""
        return not any(document.kind is kind for document in self.book.documents)

    def named(self, kind: Kind, title: str, url: str = "") -> str:
        """Give the file of what has a name or an address; where there is none, it is begun."""
        fold = self.handbook.vocabulary.fold
        names = [one for one in (title, url) if one]
        path = (self.find(kind, url) if url else None) or self.find(kind, title)
        if url and path in self.new and fold(str(self.new[path].keys.get("url", url))) != fold(url):
            # What stands at another address is something else, whatever it is called.
            path = None
        if path is None:
            called = self.phases.unnumbered(title) if kind is Kind.PHASE else title
            keys: dict[str, Value] = {"title": called}
            order = self.phases.order_of(title) if kind is Kind.PHASE else 0
            keys |= {"order": f"{order:g}"} if order else {}
            # A journey is a folder, with its steps beside it.
            file = f"{slug(called)}{'/index' if kind is Kind.JOURNEY else ''}.md"
            path = self._begin(f"{self.content}/{FOLDER_OF[kind]}/{file}", kind, keys)
            if order:
                self.phases.guess(path, order)
        for one in names:
            self._known.setdefault((kind, fold(one)), path)
        return path

    def put_in_order(self, path: str, order: str) -> None:
        """Let the place that a list tells take that which a phase that begins was given."""
        if self.phases.put(path, order):
            del self.new[path].keys["order"]

    def id_of(self, kind: Kind, title: str) -> str:
        """Give the id of what is called so."""
        path = self.named(kind, title)
        return path.removeprefix(f"{self.content}/{FOLDER_OF[kind]}/").removesuffix(".md")

    def journey(self, persona: str) -> str:
        """Give the file of the journey of a persona as it is today."""
        whose = self.id_of(Kind.PERSONA, persona or self.book.site.wording.text(PERSONA))
        if whose not in self._journeys:
            there = self._there(whose)
            self._journeys[whose] = there.path if there else self._new_journey(whose, persona)
        return self._journeys[whose]

    def journey_id(self, persona: str) -> str:
        """Give the id of the journey of a persona."""
        folder = self.journey(persona).rpartition("/")[0]
        return folder.removeprefix(f"{self.content}/journeys/")

    def journeys_of(self, people: Iterable[str]) -> Value:
        """Give the ids of the journeys of some personas; the only one stands alone."""
        ids: list[Value] = [*map(self.journey_id, people)]
        return ids[0] if len(ids) == 1 else ids

    def step(self, spot: Spot) -> str:
        """Give the file of the step of a persona in a phase; one of its own has a name."""
        journey, phase = self.journey_id(spot.persona), self.id_of(Kind.PHASE, spot.phase)
        fold = self.handbook.vocabulary.fold
        key = journey, phase, fold(spot.step)
        if key not in self._steps:
            self._steps[key] = self._step_there(key) or self._new_step(spot, journey, phase)
        return self._steps[key]

    def notes(self, title: str) -> str:
        """Give a page for what belongs nowhere else, by its title."""
        wanted = f"{self.content}/{slug(title)}.md"
        if wanted not in self.new and wanted not in self.handbook.paths:
            self.new[wanted] = Begun(keys={"title": title})
        return wanted

    def body(self, path: str) -> str:
        """Give the prose of a file of the handbook."""
        return self._bodies.get(path, "")

    def says(self, text: str) -> bool:
        """Tell whether the prose of any file holds a text, wherever somebody moved it."""
        return any(text in body for body in self._bodies.values())

    def lane(self, path: str, lane: str) -> list[Value]:
        """Give the items that a file holds in a lane."""
        keys = self.new[path].keys if path in self.new else self.written.get(path, {})
        value = keys.get(lane)
        return list(value) if isinstance(value, list) else [value] if value else []

    def add(self, path: str, lane: str, keys: Mapping[str, Value]) -> None:
        """Add an item to a lane of a new file, as a plain text where it says no more."""
        short, items = SHORT.get(lane, "text"), self.lane(path, lane)
        item: Value = keys[short] if keys.keys() == {short} and lane != "emotion" else dict(keys)
        if item not in items:
            self.new[path].keys[lane] = [*items, item]

    def _begin(self, wanted: str, kind: Kind, keys: dict[str, Value]) -> str:
        taken = {composed(one).casefold() for one in (*self.handbook.paths, *self.new)}
        end = "/index.md" if kind is Kind.JOURNEY else ".md"
        stem, at, path = wanted.removesuffix(end), 2, wanted
        is_reserved = kind is not Kind.JOURNEY and stem.rpartition("/")[2] in RESERVED
        while composed(path).casefold() in taken or (is_reserved and path == wanted):
            path, at = f"{stem}-{at}{end}", at + 1
        self.new[path] = Begun(kind=kind, keys=keys)
        return path

    def _there(self, persona: str) -> Journey | None:
        journeys = [one for one in self.handbook.journeys.values() if persona in one.personas]
        # A map of how things are, of that persona alone, comes before others.
        journeys.sort(key=lambda one: (one.state is not JourneyState.CURRENT, len(one.personas)))
        return next(iter(journeys), None)

    def _new_journey(self, whose: str, persona: str) -> str:
        say = self.book.site.wording.text
        title = say("The journey of {persona}", persona=persona or say(PERSONA))
        wanted = f"{self.content}/journeys/{last_part(whose)}/index.md"
        return self._begin(wanted, Kind.JOURNEY, {"title": title, "persona": whose})

    def _step_there(self, key: tuple[str, str, str]) -> str | None:
        journey, phase, name = key
        known = self.handbook.journeys.get(journey)
        steps = [one for one in known.steps if one.phase == phase] if known else []
        fold = self.handbook.vocabulary.fold
        if name:
            return next((one.path for one in steps if fold(one.title) == name), None)
        return steps[0].path if steps else None

    def _new_step(self, spot: Spot, journey: str, phase: str) -> str:
        folder = f"{self.content}/journeys/{journey}"
        if not spot.step:
            wanted = f"{folder}/{last_part(phase)}.md"
            path = self._begin(wanted, Kind.STEP, {})
            if path != wanted:
                self.new[path].keys["phase"] = phase
            return path
        others = sum(1 for one in self._steps if one[:2] == (journey, phase))
        keys: dict[str, Value] = {"title": spot.step, "phase": phase, "order": str(others + 1)}
        return self._begin(f"{folder}/{slug(spot.step)}.md", Kind.STEP, keys)

    def _names(self) -> Iterator[tuple[tuple[Kind, str], str]]:
        fold = self.handbook.vocabulary.fold
        for kind, entities in self.handbook.entities.items():
            # The file of a step is found by where it is in its journey.
            for entity in entities.values() if kind is not Kind.STEP else ():
                url = getattr(entity, "url", None) or ""
                names = (*entity.aliases, url, entity.title, last_part(entity.id), entity.id)
                yield from (((kind, fold(one)), entity.path) for one in names if one)
