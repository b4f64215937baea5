"""Gathers gaps into fixes: the price page that stands in six lines is one piece of work."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from journeybook.codes import Code
from journeybook.findings import Ref, RefKind
from journeybook.fixes.fix import COSTS, Fix, most
from journeybook.fixes.offers import Offer, Offers
from journeybook.fixes.words_index import WordsIndex
from journeybook.gaps.ledger import Entry, Ledger
from journeybook.gaps.value import together
from journeybook.grouping import grouped
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Asset
from journeybook.handbook.ids import folded
from journeybook.handbook.statements import Statement
from journeybook.rules.engine.rule import FixKind, Rule

_ALIKE = 0.6
_ASKED = frozenset((Code.ASSUMPTION, Code.NOT_ASKED_YET, Code.OLD_ASSUMPTION))
MENDED = frozenset(
    {
        Code.ANSWER_WITH_A_LACK,
        Code.DROP_OFF_WITHOUT_COUNTERMEASURE,
        Code.MOMENT_OF_TRUTH_WITHOUT_SUPPORT,
        Code.UNMET_EXPECTATION,
    }
)
"""The gaps that are closed once what is named there serves whom it is named for."""
_MIDDLE = "medium"
_EASIER = {"large": "medium", "medium": "small", "small": "small"}

Work = tuple[FixKind, Hashable]
"""What is worked on: gaps with the same are closed by one fix."""


@dataclass(frozen=True, kw_only=True)
class Fixes:
    """Every fix of a handbook, the one that is worth most first."""

    ledger: Ledger
    rules: Mapping[str, Rule] = field(default_factory=dict)

    @cached_property
    def all(self) -> tuple[Fix, ...]:
        """All of them: every gap that waits is in exactly one."""
        works = grouped((self._work(entry), entry) for entry in self._waiting)
        made = [self._fix(work[0], entries) for work, entries in works.items()]
        # Fixes of equal value stay in the order of their heaviest gaps.
        return tuple(sorted(made, key=lambda one: (-one.value, COSTS[one.effort])))

    def of(self, fingerprint: str) -> Fix | None:
        """Find the fix that closes a gap."""
        at = self._by_gap.get(fingerprint)
        return None if at is None else self.all[at]

    def among(self, entries: Iterable[Entry]) -> tuple[Fix, ...]:
        """Give the fixes for some of the gaps, each with those of them that it closes."""
        wanted = grouped(
            (at, entry)
            for entry in entries
            if (at := self._by_gap.get(entry.finding.fingerprint)) is not None
        )
        return tuple(
            fix if len(own) == len(fix.entries) else replace(fix, entries=own)
            for fix, own in ((self.all[at], wanted[at]) for at in sorted(wanted))
        )

    def offers_for(self, entry: Entry) -> tuple[Offer, ...]:
        """Give the content that probably closes a gap once it is named there."""
        statement = entry.bearing.statement
        is_open = self._kind(entry) is FixKind.CONTENT
        return self._offers_of(statement) if is_open and isinstance(statement, Statement) else ()

    @cached_property
    def finder(self) -> Offers:
        """What finds content for a statement."""
        return Offers(handbook=self._book)

    @cached_property
    def _by_gap(self) -> Mapping[str, int]:
        return {
            one.finding.fingerprint: at for at, fix in enumerate(self.all) for one in fix.entries
        }

    @property
    def _book(self) -> Handbook:
        return self.ledger.handbook

    @cached_property
    def _waiting(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.ledger.entries if entry.state.waits)

    def _work(self, entry: Entry) -> Work:
        finding, bearing = entry.finding, entry.bearing
        kind = self._kind(entry)
        if finding.code in _ASKED:
            return kind, ("ask", bearing.personas, bearing.journeys, bearing.phases)
        if finding.code == Code.MISSING_OWNER:
            return kind, finding.code
        if kind in {FixKind.UPDATE, FixKind.LINK} and (asset := self._asset(entry)):
            return kind, asset.ref
        if kind is FixKind.CONTENT:
            return self._content(entry)
        return kind, finding.subject or finding.fingerprint

    def _kind(self, entry: Entry) -> FixKind:
        kind = self.rules[entry.finding.code].fix
        if kind is FixKind.CONTENT and entry.bearing.is_beyond_content:
            return FixKind.PROCESS
        # What is named already and does not do is mended, and not written once more.
        is_named = entry.finding.code in MENDED and self._named(entry.bearing.statement)
        return FixKind.UPDATE if is_named else kind

    def _named(self, statement: object) -> Asset | None:
        """Give the published content that is named for a statement."""
        if not isinstance(statement, Statement):
            return None
        answers = self._book.coverage.answered.get(statement.id, ())
        return next((self._book.assets[one.asset] for one in answers if one.asset), None)

    def _content(self, entry: Entry) -> Work:
        statement, subject = entry.bearing.statement, entry.finding.subject
        if isinstance(statement, Statement):
            if offers := self.offers_for(entry):
                return FixKind.LINK, Ref(kind=RefKind.ASSET, id=offers[0].asset)
            return FixKind.CONTENT, (entry.finding.code, self._same[statement.id])
        if entry.bearing.asset:
            return FixKind.CONTENT, entry.bearing.asset.ref
        # What a place lacks is made for it at once, but for each type that is missing.
        sort = subject if subject and subject.kind is not RefKind.ROLE else None
        return FixKind.CONTENT, (entry.bearing.personas, entry.bearing.phases, sort)

    def _fix(self, kind: FixKind, entries: tuple[Entry, ...]) -> Fix:
        asset = self._worked_on(kind, entries)
        offers = self._offers(entries) if kind is FixKind.LINK else ()
        # What is not out yet answers nobody by being named: it is finished first.
        work = FixKind.CONTENT if offers and not offers[0].is_there else kind
        return Fix(
            kind=kind,
            about=asset.ref if asset else entries[0].finding.subject,
            entries=entries,
            value=together((one.value.points for one in entries), self.ledger.weights),
            effort=self._effort(work, entries, asset),
            owner=most(one.finding.owner for one in entries) or (asset.owner if asset else None),
            due=asset.due if asset and asset.status.is_coming else None,
            offers=offers,
        )

    def _worked_on(self, kind: FixKind, entries: tuple[Entry, ...]) -> Asset | None:
        if kind is FixKind.LINK and (offers := self._offers(entries)):
            return self._book.assets[offers[0].asset]
        if kind in {FixKind.UPDATE, FixKind.LINK}:
            return self._asset(entries[0])
        return entries[0].bearing.asset

    def _effort(self, kind: FixKind, entries: tuple[Entry, ...], asset: Asset | None) -> str:
        types = self._book.vocabulary.asset_types
        match kind:
            case FixKind.LINK | FixKind.DECISION:
                return "small"
            case FixKind.PROCESS:
                subject = entries[0].finding.subject
                action = self._book.actions.get(subject.id if subject else "")
                return (action and action.effort) or _MIDDLE
        known = types.get((asset.type if asset else entries[0].finding.wish.type) or "")
        usual = (known.effort if known else None) or _MIDDLE
        if kind is FixKind.CONTENT:
            return (asset and asset.effort) or usual
        # To bring something up to date is less work than to make it.
        return (asset and asset.effort) or _EASIER[usual]

    def _asset(self, entry: Entry) -> Asset | None:
        return self._named(entry.bearing.statement) or entry.bearing.asset

    def _offers(self, entries: tuple[Entry, ...]) -> tuple[Offer, ...]:
        return next((offers for one in entries if (offers := self.offers_for(one))), ())

    def _offers_of(self, statement: Statement) -> tuple[Offer, ...]:
        if statement.id not in self._offered:
            self._offered[statement.id] = self.finder.of(statement)
        return self._offered[statement.id]

    @cached_property
    def _offered(self) -> dict[str, tuple[Offer, ...]]:
        return {}

    @cached_property
    def _same(self) -> Mapping[str, str]:
        """The first of all statements that say nearly the same, for each."""
        statements = [entry.bearing.statement for entry in self._waiting]
        said = {one.id: one.text for one in statements if isinstance(one, Statement)}
        # Of many personas many say the very same: its words are looked up once.
        texts = {folded(text): text for text in said.values()}
        parts = {key: ((text, 1.0),) for key, text in texts.items()}
        known = self._book.vocabulary
        index = WordsIndex(parts, known.small_words, known.stems)
        shares = {
            key: {like.key: like.share for like in index.like(text)} for key, text in texts.items()
        }
        first: dict[str, str] = {}
        for key, own in shares.items():
            alike = (
                first[other]
                for other, share in own.items()
                if other in first and min(share, shares[other].get(key, 0)) >= _ALIKE
            )
            first[key] = next(alike, key)
        return {statement: first[folded(text)] for statement, text in said.items()}
