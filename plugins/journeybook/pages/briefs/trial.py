"""Tries fixes on the content of a handbook, and judges it anew; no file is touched."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain, islice, product

from journeybook.codes import Code
from journeybook.counts.assets import is_stale
from journeybook.counts.counting import Counts
from journeybook.fixes.fix import Fix
from journeybook.fixes.gathering import MENDED
from journeybook.fixes.offers import Offer
from journeybook.gaps.bearing import Bearing
from journeybook.gaps.ledger import Entry, Ledger
from journeybook.handbook.assembly import supposing
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Asset, Audience
from journeybook.handbook.fitting.fit import Lack
from journeybook.handbook.index.judgement import Earlier
from journeybook.handbook.index.walk import Walk, walks
from journeybook.handbook.journeys import Question
from journeybook.handbook.statements import Statement
from journeybook.handbook.vocabulary import Status
from journeybook.pages.briefs.brief import asset_of, can_be_briefed
from journeybook.pages.parts.site import Site
from journeybook.rules.engine.rule import FixKind
from journeybook.schema.asset import CallToAction


@dataclass(frozen=True, kw_only=True)
class Trial:
    """A handbook after some work, and the fixes whose outcome nobody can tell beforehand.

    What is counted of content and walked needs no gaps; those of `after` are found when asked for.
    """

    before: Site
    handbook: Handbook
    untold: tuple[Fix, ...] = ()

    @cached_property
    def counts(self) -> Counts:
        """Every number of content, places and questions; none of gaps."""
        return Counts(handbook=self.handbook, ledger=Ledger(handbook=self.handbook, gaps=()))

    @cached_property
    def walks(self) -> Mapping[str, Walk]:
        """How far each persona would get."""
        return walks(self.handbook)

    @cached_property
    def after(self) -> Site:
        """The site as it would be, its gaps found anew."""
        return self.before.judged(self.handbook)


def after_fixes(site: Site, fixes: Iterable[Fix]) -> Trial:
    """Do what can be done of some fixes: write, link, bring up to date and publish."""
    work = _Work(site=site)
    untold = tuple(fix for fix in fixes if not work.does(fix))
    return Trial(before=site, handbook=work.handbook, untold=untold)


def after_publishing(site: Site) -> Trial:
    """Publish all that is on its way."""
    work = _Work(site=site)
    for asset in site.handbook.assets.values():
        if asset.status.is_coming:
            work.publish(asset.id)
    return Trial(before=site, handbook=work.handbook)


@dataclass(kw_only=True)
class _Work:
    # The content that is new or becomes otherwise, by id.
    site: Site
    changed: dict[str, Asset] = field(default_factory=dict)
    # What was written for statements that say nearly the same, by the fix that closes them.
    shared: dict[str, str] = field(default_factory=dict)

    @property
    def handbook(self) -> Handbook:
        book = self.site.handbook
        earlier = Earlier(coverage=book.coverage, changed=frozenset(self.changed))
        return self.site.judging.fitted(supposing(book, self.changed), earlier)

    def does(self, fix: Fix) -> bool:
        # What comes of a decision, or of a change of the process, nobody can tell beforehand.
        done = [self._closes(entry, fix) for entry in fix.entries if fix.kind.is_writing]
        return any(done)

    def publish(self, asset: str) -> None:
        published = self.site.handbook.vocabulary.statuses[Status.PUBLISHED.value]
        self._put(
            replace(
                self._asset(asset),
                status=published.status,
                status_label=published.label,
                published=self.site.handbook.today,
                due=None,
                is_early=False,
            )
        )

    def _closes(self, entry: Entry, fix: Fix) -> bool:
        assets, bearing = self.site.handbook.assets, entry.bearing
        if offers := self.site.fixes.offers_for(entry):
            self._link(bearing.statement, offers[0])
        elif fix.kind is FixKind.UPDATE and fix.about and fix.about.id in assets:
            self._update(fix.about.id, entry)
        elif can_be_briefed(entry, self.site):
            self._write(entry, fix)
        elif fix.kind is FixKind.CONTENT and bearing.asset:
            self.publish(bearing.asset.id)
        else:
            return False
        return True

    def _link(self, statement: object, offer: Offer) -> None:
        self._name(statement, offer.asset)
        asset = self._asset(offer.asset)
        if not offer.is_there:
            self.publish(asset.id)
        elif is_stale(asset, self.site.handbook):
            self._put(replace(asset, reviewed=self.site.handbook.today))

    def _write(self, entry: Entry, fix: Fix) -> None:
        statement = entry.bearing.statement
        if statement is None or fix.fingerprint not in self.shared:
            self.shared[fix.fingerprint] = self._written(entry, fix)
        self._name(statement, self.shared[fix.fingerprint])

    def _written(self, entry: Entry, fix: Fix) -> str:
        asset = asset_of(entry, self.site)
        bearings = [one.bearing for one in fix.entries]
        if entry.bearing.statement and len(bearings) > 1:
            # Nearly the same is asked by several: one piece serves them all, wherever they look.
            asset = replace(
                asset,
                stated=Audience(
                    personas=_each(one.personas for one in bearings),
                    phases=_each(one.phases for one in bearings),
                ),
            )
        names = (asset.id, *(f"{asset.id}-{at}" for at in range(2, len(self.changed) + 3)))
        name = next(one for one in names if one not in self.changed)
        self.changed[name] = replace(asset, id=name)
        self.publish(name)
        return name

    def _update(self, name: str, entry: Entry) -> None:
        bearing = entry.bearing
        asset = replace(self._asset(name), reviewed=self.site.handbook.today)
        match entry.finding.code:
            case Code.ASSET_WITHOUT_CTA | Code.PHASE_WITHOUT_CTA:
                asset = replace(asset, cta=CallToAction(text="…"))
            case Code.UNFITTING_GATE:
                asset = replace(asset, gated=False)
            case Code.OPEN_DECISION:
                asset = self._carried_out(asset)
            case Code.BROKEN_LINK:
                asset = replace(asset, url=None)
            case code if code in MENDED:
                asset = self._serving(asset, bearing)
        self._put(asset)

    def _serving(self, asset: Asset, bearing: Bearing) -> Asset:
        # Made to serve whom it does not serve yet; for all others it stays as it was.
        stated, statement = asset.stated, bearing.statement
        told = self.site.handbook.coverage.answered.get(statement.id, ()) if statement else ()
        lacks = {lack for one in told if one.asset == asset.id for lack in one.lacks}
        added = self._met(bearing) if Lack.UNREACHABLE in lacks else ()
        audience = Audience(
            personas=stated.personas and _each((stated.personas, bearing.sharing)),
            phases=stated.phases and _each((stated.phases, bearing.phases)),
            channels=_each((stated.channels, added)),
        )
        return replace(
            asset,
            stated=audience,
            language=None if Lack.OTHER_LANGUAGE in lacks else asset.language,
            gated=asset.gated and Lack.GATED_OFF not in lacks,
        )

    def _met(self, bearing: Bearing) -> Iterator[str]:
        # One channel of each on which they meet us then, or else one that they look at.
        book = self.site.handbook
        for persona, phase in product(bearing.sharing, bearing.phases):
            ranked = book.personas[persona].channels.all
            used = (
                one
                for one in (*ranked, *book.channels)
                if book.coverage.touchpoints_on(persona, phase, one)
            )
            yield from islice(chain(used, ranked), 1)

    def _carried_out(self, asset: Asset) -> Asset:
        if asset.decision == "update":
            return replace(asset, decision=None)
        retired = self.site.handbook.vocabulary.statuses[Status.RETIRED.value]
        return replace(asset, status=retired.status, status_label=retired.label)

    def _name(self, statement: object, name: str) -> None:
        asset = self._asset(name)
        if isinstance(statement, Question):
            self._put(replace(asset, answers=_each((asset.answers, (statement.id,)))))
        elif isinstance(statement, Statement):
            self._put(replace(asset, helps=_each((asset.helps, (statement.id,)))))

    def _put(self, asset: Asset) -> None:
        self.changed[asset.id] = asset

    def _asset(self, asset: str) -> Asset:
        return self.changed.get(asset) or self.site.handbook.assets[asset]


def _each(names: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for some in names for name in some))
