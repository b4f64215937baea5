"""The address of every page and file, and the anchor of everything that has one.

A page is known by its path inside the content folder, whether an author wrote it or we make it. Two
files lead to one address when their paths differ in case, or in a last `index` or `README`, alone.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from journeybook.findings import Ref, RefKind
from journeybook.handbook.addressing.anchoring import Anchors
from journeybook.handbook.addressing.entity_addresses import entity_pages, entity_reports
from journeybook.handbook.addressing.places import BRIEFS, OWNERS, Clash, Places
from journeybook.handbook.book import Handbook
from journeybook.handbook.ids import owner_of
from journeybook.handbook.journeys import Emotion, Step
from journeybook.handbook.statements import Entity, Statement
from journeybook.schema import Kind

_E = TypeVar("_E", bound=Entity)

_FRONTS = (
    "journeys",
    "gaps",
    "matrix",
    "assets",
    "actions",
    "coverage",
    "personas",
    "phases",
    "channels",
    "research",
)


class Addresses(Anchors):
    """The addresses of one handbook; no two pages or files share one, nor two things an anchor."""

    def __init__(self, handbook: Handbook) -> None:
        """Find a place for every page and every file."""
        super().__init__(handbook)
        self._places = Places(handbook)
        give = self._places.page
        self.home = give("index.md")
        self.fronts = {folder: give(f"{folder}/index.md") for folder in _FRONTS}
        """The page in front of each section that we make one for, by the section's folder."""
        self.journeys, self.gaps = self.fronts["journeys"], self.fronts["gaps"]
        self.matrix, self.coverage = self.fronts["matrix"], self.fronts["coverage"]
        self.catalogue, self.actions = self.fronts["assets"], self.fronts["actions"]
        self.personas, self.phases = self.fronts["personas"], self.fronts["phases"]
        self.channels, self.research = self.fronts["channels"], self.fronts["research"]
        self.all_gaps = give("gaps/all.md")
        self.what_if = give("gaps/what-if.md")
        self.problems = give("gaps/cannot-be-read.md")
        self.kpis = give("actions/key-figures.md")
        self.lessons = give("actions/lessons-learned.md")
        self.test_plan = give("research/test-plan.md")
        self.desk = give("actions/desk.md")
        self.calendar = give("actions/calendar.md")
        self.compare = give("journeys/compare.md")
        self.alignment = give("journeys/what-departments-see.md")
        self._pages = entity_pages(handbook, self._places, self.catalogue)
        self._reports = dict(entity_reports(handbook, self._places))
        self._files = dict(self._tables())

    @property
    def clashes(self) -> tuple[Clash, ...]:
        """The pages that wanted an address that another one has."""
        return tuple(self._places.clashes)

    @property
    def lasting(self) -> frozenset[str]:
        """The pages that do not come and go with what is missing: the fronts and what is told."""
        inside = f"{self._book.content}/"
        plain = (page.path.removeprefix(inside) for page in self._book.pages)
        return frozenset((self.home, *self.fronts.values(), *self._pages.values(), *plain))

    @property
    def places(self) -> Iterator[tuple[str, str]]:
        """What has a page of its own, and reports, each with its page."""
        yield from ((str(ref), page) for ref, page in self._pages.items())
        yield from ((f"{what} {ref}", page) for (what, ref), page in self._reports.items())

    def page(self, entity: Entity) -> str:
        """Give the page of a persona, phase, channel, asset, journey, research round or action."""
        return self._pages[entity.ref]

    def at(self, path: str, entities: Iterable[_E]) -> Iterator[_E]:
        """Give whatever has its page at a path; all of them where there is none."""
        return (one for one in entities if not path or self.page(one) == path)

    def journey(self, journey: str) -> str:
        """Give the page of a journey."""
        return self.page(self._book.journeys[journey])

    def gaps_of(self, phase: str) -> str:
        """Give the gap report of a phase."""
        return self._reports["gaps", Ref(kind=RefKind.PHASE, id=phase)]

    def gaps_of_persona(self, persona: str) -> str:
        """Give the gaps of a persona over all phases."""
        return self._reports["gaps", Ref(kind=RefKind.PERSONA, id=persona)]

    def gaps_of_channel(self, channel: str) -> str:
        """Give the gaps on a channel."""
        return self._reports["gaps", Ref(kind=RefKind.CHANNEL, id=channel)]

    def gaps_of_owner(self, name: str) -> str:
        """Give the gaps and dates of an owner, by the last part of the owner's address."""
        return f"{OWNERS}{name}.md"

    def gap_home(self, phases: Sequence[str]) -> str:
        """Give the page on which a gap of some phases has its address."""
        return self.gaps_of(phases[0]) if phases else self.gaps

    def brief_of(self, fingerprint: str) -> str:
        """Give the page with the brief of a gap."""
        return f"{BRIEFS}{fingerprint}.md"

    def brief_text_of(self, fingerprint: str) -> str:
        """Give the file with the brief of a gap as text."""
        return f"{BRIEFS}{fingerprint}.txt"

    def brief_document_of(self, fingerprint: str) -> str:
        """Give the file with the brief of a gap for Word."""
        return f"{BRIEFS}{fingerprint}.docx"

    def matrix_of(self, persona: str) -> str:
        """Give the channel matrix of a persona."""
        return self._reports["matrix", Ref(kind=RefKind.PERSONA, id=persona)]

    def walk_of(self, persona: str) -> str:
        """Give the page that tells how far a persona gets that has a journey of today."""
        return self._reports["walks", Ref(kind=RefKind.PERSONA, id=persona)]

    def matrix_of_journey(self, journey: str) -> str:
        """Give the channel matrix of a journey."""
        return self._reports["matrix", Ref(kind=RefKind.JOURNEY, id=journey)]

    def reports(self, what: str, kind: RefKind) -> Mapping[str, str]:
        """Give the reports of every thing of a kind, by its id; `what` is gaps, matrix or walks."""
        return self._by_kind.get((what, kind), {})

    def coverage_of(self, journey: str) -> str:
        """Give the questions of a journey against the content that answers them."""
        return self._reports["coverage", Ref(kind=RefKind.JOURNEY, id=journey)]

    def workshop_of(self, journey: str) -> str:
        """Give what a workshop about a journey needs on paper."""
        return self._reports["workshop", Ref(kind=RefKind.JOURNEY, id=journey)]

    def table_beside(self, page: str) -> str:
        """Give the file with the table of a page, or the rows of a report."""
        return self._files.get(("table", page)) or _beside(page, ".csv")

    def supply_beside(self, page: str) -> str:
        """Give the file with use against supply of a matrix."""
        return self._files["supply", page]

    def frame_of(self, page: str) -> str:
        """Give the file that other sites show of a page in a frame; nothing where there is none."""
        return self._files.get(("frame", page), "")

    def drawing_of(self, what: str, journey: str) -> str:
        """Give the file with a drawing of a journey: its `map` or its `curve`."""
        return self._files[what, self.journey(journey)]

    def calendar_beside(self, page: str) -> str:
        """Give the calendar of an owner's page."""
        return _beside(page, ".ics")

    @property
    def figures(self) -> str:
        """The file with every figure."""
        return self._files["figures", self.coverage]

    @property
    def types(self) -> str:
        """The file with the types of content by phase."""
        return self._files["types", self.coverage]

    @property
    def languages(self) -> str:
        """The file with the languages of content by phase."""
        return self._files["languages", self.coverage]

    def owner_page(self, said: Statement | Emotion) -> str:
        """Give the page on which something is said."""
        owner, book = owner_of(said.id), self._book
        kind = said.ref.kind
        if kind in (RefKind.GOAL, RefKind.PAIN):
            return self.page(book.personas[owner])
        if kind is RefKind.INSIGHT:
            return self.page(book.research[owner])
        return self.journey(self._steps[owner].journey)

    @cached_property
    def _by_kind(self) -> Mapping[tuple[str, RefKind], Mapping[str, str]]:
        found: dict[tuple[str, RefKind], dict[str, str]] = {}
        for (what, ref), page in self._reports.items():
            found.setdefault((what, ref.kind), {})[ref.id] = page
        return found

    @cached_property
    def _steps(self) -> Mapping[str, Step]:
        return {step.id: step for _, step in self._book.all_steps}

    def _tables(self) -> Iterator[tuple[tuple[str, str], str]]:
        give = self._places.file
        yield ("table", self.gaps), give("gaps/gaps.csv")
        yield ("table", self.matrix), give("matrix/channel-matrix.csv")
        yield ("supply", self.matrix), give("matrix/channel-matrix-use-and-supply.csv")
        yield ("table", self.catalogue), give("assets/content.csv")
        yield ("table", self.coverage), give("coverage/coverage-by-phase.csv")
        yield ("figures", self.coverage), give("coverage/figures.csv")
        yield ("types", self.coverage), give("coverage/types-by-phase.csv")
        yield ("table", self.alignment), give("journeys/what-departments-see.csv")
        yield ("table", self.test_plan), give("research/test-plan.csv")
        yield ("languages", self.coverage), give("coverage/languages-by-phase.csv")
        yield ("frame", self.matrix), give("embed/matrix.html")
        yield ("frame", self.gaps), give("embed/what-to-write.html")
        for journey in self._book.journeys.values():
            page = self.journey(journey.id)
            yield ("frame", page), give(f"embed/journeys/{journey.id}.html", journey.path)
            yield ("map", page), give(f"embed/journeys/{journey.id}-map.svg", journey.path)
            yield ("curve", page), give(f"embed/journeys/{journey.id}-curve.svg", journey.path)
        for (what, ref), page in self._reports.items():
            if what == "walks":
                continue
            about = self._book.entities[Kind(ref.kind.value)][ref.id].path
            yield ("table", page), give(_beside(page, ".csv"), about)
            if what == "matrix":
                yield ("supply", page), give(_beside(page, "-use-and-supply.csv"), about)


def _beside(page: str, ending: str) -> str:
    return f"{page.removesuffix('.md')}{ending}"
