"""The site that views are made for: what it holds, its language, and the address of everything."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from typing import Any

from journeybook.codes import Family
from journeybook.counts.counting import Counts
from journeybook.findings import Finding, Ref, Span
from journeybook.fixes.gathering import Fixes
from journeybook.gaps.ledger import Entry, Ledger
from journeybook.handbook.addressing.addresses import Addresses
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Asset
from journeybook.handbook.ids import last_part, word_of
from journeybook.handbook.index.walk import Walk, walks
from journeybook.pages.parts.agenda import Task, make_agendas
from journeybook.pages.parts.hrefs import quoted, relative
from journeybook.pages.parts.nearby import Nearby
from journeybook.pages.parts.past import Alteration, Past
from journeybook.pages.parts.shape import Shape
from journeybook.rules.engine.rule import Rule
from journeybook.rules.registry import Judging
from journeybook.schema import Kind
from journeybook.schema.period import Words
from journeybook.schema.settings.value import Weights
from journeybook.wording import Wording

_BRIEFED = 8
"""How many gaps of a phase have a page for those who write."""
_PLACES = (Kind.PERSONA, Kind.PHASE, Kind.CHANNEL, Kind.JOURNEY)


@dataclass(frozen=True, kw_only=True)
class Site:
    """A handbook with its findings, and what it is judged by, ready to be shown.

    `altered` holds the statements that changed since the state it is compared with; `covering` are
    paths that stand for files that are shown to nobody, and `private` all whose words are copied
    nowhere. `words` may be typed for those of a key. `past` are earlier days, the earliest first.
    """

    handbook: Handbook
    findings: tuple[Finding, ...]
    wording: Wording
    judging: Judging
    shape: Shape = field(default_factory=Shape)
    altered: Mapping[Ref, Alteration] = field(default_factory=dict)
    covering: frozenset[str] = frozenset()
    private: frozenset[str] = frozenset()
    words: Words = field(default_factory=Words)
    weights: Weights = field(default_factory=Weights)
    past: tuple[Past, ...] = ()

    @property
    def rules(self) -> Mapping[str, Rule]:
        """The rules behind the findings."""
        return self.judging.rules

    def judged(self, handbook: Handbook) -> "Site":
        """Give the site of another state of the handbook, with the findings of that."""
        found = self.judging.findings(handbook)
        findings = tuple(one for one in found if one.span.path not in self.covering)
        return replace(self, handbook=handbook, findings=findings)

    @cached_property
    def gaps(self) -> tuple[Finding, ...]:
        """Every gap, waived ones included."""
        return tuple(one for one in self.findings if one.family is Family.GAP)

    @cached_property
    def problems(self) -> tuple[Finding, ...]:
        """Everything that is wrong in a file and that nobody has accepted."""
        return tuple(one for one in self.findings if one.family is Family.PROBLEM and one.is_open)

    @cached_property
    def ledger(self) -> Ledger:
        """Every gap with what it bears on and how much it weighs, worked out once."""
        return Ledger(handbook=self.handbook, gaps=self.gaps, weights=self.weights)

    @cached_property
    def fixes(self) -> Fixes:
        """Every piece of work that closes gaps, worked out once."""
        return Fixes(ledger=self.ledger, rules=self.rules)

    @cached_property
    def fitting(self) -> dict[tuple[tuple[str, ...], str], tuple[Asset, ...]]:
        """The best content for some personas in a phase, as far as somebody has asked for it."""
        return {}

    @cached_property
    def nearby(self) -> dict[tuple[tuple[str, ...], tuple[str, ...]], Nearby]:
        """All content for some personas in some phases, as far as somebody has asked for it."""
        return {}

    @cached_property
    def made_of_gaps(self) -> dict[str, dict[str, Any]]:
        """What was made of gaps, by its maker and their fingerprints, as far as asked for."""
        return {}

    def is_closed_by_content(self, entry: Entry) -> bool:
        """Whether something new to read closes a gap, and not an action alone."""
        can_be = bool(self.rules[entry.finding.code].closed_by)
        return can_be and not entry.bearing.is_beyond_content

    @cached_property
    def briefed(self) -> frozenset[str]:
        """The gaps that have a brief as a page: the first of each phase that new content closes."""
        found: set[str] = set()
        for phase in self.handbook.phases:
            fitting = (
                entry.finding.fingerprint
                for entry in self.ledger.of(phase=phase)
                if entry.state.waits and self.is_closed_by_content(entry)
            )
            found.update(islice(fitting, _BRIEFED))
        return frozenset(found)

    @cached_property
    def agendas(self) -> Mapping[str, tuple[Task, ...]]:
        """What every owner has to do by when, worked out once."""
        return make_agendas(self.ledger, self.addresses, self.wording)

    @cached_property
    def counts(self) -> Counts:
        """Every number that is shown or written anywhere."""
        return Counts(handbook=self.handbook, ledger=self.ledger)

    @cached_property
    def walks(self) -> Mapping[str, Walk]:
        """How far each persona gets that has a journey of today."""
        return walks(self.handbook)

    def take_counts(self, counts: Counts) -> None:
        """Take the numbers of a state that differs in prose alone, since they take a while."""
        vars(self)["counts"] = counts

    @cached_property
    def addresses(self) -> Addresses:
        """Where every page and file stands."""
        return Addresses(self.handbook)

    @cached_property
    def places(self) -> Mapping[str, Mapping[str, tuple[int, str]]]:
        """Where personas, phases, channels and journeys stand among their like, with their titles.

        Each is known by its id as one word.
        """
        folders = {kind: self.handbook.entities[kind].values() for kind in _PLACES}
        return {
            kind.value: {word_of(one.id): (at, one.title) for at, one in enumerate(folder)}
            for kind, folder in folders.items()
        }

    @cached_property
    def asset_pages(self) -> tuple[Asset, ...]:
        """The content that has a page here; what stands in an inventory has one where wanted."""
        return tuple(one for one in self.handbook.assets.values() if one.has_page)

    @cached_property
    def asset_names(self) -> frozenset[str]:
        """The last parts of all ids of assets, which a new asset should not repeat."""
        return frozenset(last_part(one) for one in self.handbook.assets)

    @cached_property
    def authored(self) -> frozenset[str]:
        """The paths inside the content folder of all Markdown files authors wrote."""
        book = self.handbook
        folders = (folder for kind, folder in book.entities.items() if kind is not Kind.STEP)
        rows = {one.path for one in book.assets.values() if one.origin}
        paths = [one.path for folder in folders for one in folder.values() if one.path not in rows]
        paths.extend(page.path for page in book.pages)
        return frozenset(self.uri_of(path) for path in paths)

    def text_of(self, uri: str) -> str:
        """Give what stands in a page that describes nothing; nothing where there is none."""
        return next((one.body for one in self.handbook.pages if self.uri_of(one.path) == uri), "")

    def gap_home(self, entry: Entry) -> str:
        """Give the page on which the address of a gap stands."""
        return self.addresses.gap_home(entry.bearing.phases)

    @property
    def told_steps(self) -> Mapping[str, tuple[str, str]]:
        """The page on which each step is told, and its anchor there, by the path of its file.

        All paths are inside the content folder.
        """
        return {
            self.uri_of(step.path): (
                self.addresses.journey(journey.id),
                self.addresses.step_anchor(step),
            )
            for journey, step in self.handbook.all_steps
        }

    def uri_of(self, path: str) -> str:
        """Give the path inside the content folder of a file, such as `personas/cfo.md`."""
        return path.removeprefix(f"{self.shape.content}/")

    def href(self, here: str, there: str, anchor: str = "") -> str:
        """Give the relative address of the page `there` as seen from the page `here`.

        Both are paths inside the content folder that end in `.md`.
        """
        fragment = f"#{anchor}" if anchor else ""
        if here == there and anchor:
            return fragment
        return f"{relative(self._address(here), self._address(there))}{fragment}"

    def file_href(self, here: str, file: str) -> str:
        """Give the relative address of a published file; nothing where none is published."""
        return self.picture_href(here, file) if self.shape.data else ""

    def picture_href(self, here: str, file: str) -> str:
        """Give the relative address of a file that the author put beside the pages."""
        return relative(self._address(here), quoted(file))

    def source(self, span: Span) -> str | None:
        """Give the address where a place in a source file can be edited; None without one."""
        inside = span.path.startswith(f"{self.shape.content}/")
        if self.shape.edit_uri is None or not inside or span.path in self.covering:
            return None
        return f"{self.shape.edit_uri}{quoted(self.uri_of(span.path))}#L{span.line}"

    def _address(self, uri: str) -> str:
        known = self._web.get(uri)
        if known is None:
            known = self._web[uri] = self.shape.address(uri)
        return known

    @cached_property
    def _web(self) -> dict[str, str]:
        # Quoting an address takes far longer than looking it up, and every page links to many.
        return {}
