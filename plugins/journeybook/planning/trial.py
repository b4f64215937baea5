"""Tries fixes on what was read of a handbook, and judges it again; no file is touched."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from journeybook.codes import Code
from journeybook.fixes.fix import Fix
from journeybook.gaps.ledger import Entry
from journeybook.handbook.entities import Asset
from journeybook.handbook.statements import ANSWERED_IN, Statement
from journeybook.handbook.vocabulary import Status
from journeybook.pages.briefs.brief import can_be_briefed, make_brief
from journeybook.pipeline import Judged
from journeybook.rules.engine.rule import FixKind
from journeybook.schema import Entity
from journeybook.schema.asset import CallToAction
from journeybook.sources.document import Document, SourceFile
from journeybook.sources.reading import read_files
from journeybook.sources.waiver_text import flow


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """The handbook after some fixes, and those whose outcome nobody can tell beforehand."""

    after: Judged
    untold: tuple[Fix, ...]


def after_fixes(book: Judged, fixes: Iterable[Fix]) -> Trial:
    """Do what can be done of some fixes: write, link, bring up to date and publish."""
    desk = _Desk(book=book)
    untold = tuple(fix for fix in fixes if not desk.does(fix))
    return Trial(after=desk.judged(), untold=untold)


def after_publishing(book: Judged) -> Trial:
    """Publish all that is on its way."""
    desk = _Desk(book=book)
    for asset in book.handbook.assets.values():
        if asset.status.is_coming:
            desk.publish(asset)
    return Trial(after=desk.judged(), untold=())


@dataclass(kw_only=True)
class _Desk:
    # The documents as they would be, by path, and the new ones.
    book: Judged
    changed: dict[str, dict[str, object]] = field(default_factory=dict)
    new: dict[str, SourceFile] = field(default_factory=dict)
    # What was written for statements that say nearly the same, by the fix that closes them.
    shared: dict[str, str] = field(default_factory=dict)

    def does(self, fix: Fix) -> bool:
        if not fix.kind.is_writing:
            return False
        done = [self._closes(entry, fix) for entry in fix.entries]
        return any(done)

    def judged(self) -> Judged:
        reading = self.book.reading
        bench = self.book.bench
        kept = tuple(self._as_changed(one) for one in reading.documents)
        made = read_files(
            tuple(self.new.values()), reading.content, bench.settings.config, None, bench.words
        )
        documents = tuple(sorted((*kept, *made.documents), key=lambda one: one.path))
        return bench.judged(replace(reading, documents=documents), self.book.site.covering)

    def publish(self, asset: Asset) -> None:
        published = {"status": Status.PUBLISHED.value, "published": self._today, "due": None}
        self._change(asset.path, **published)

    def _closes(self, entry: Entry, fix: Fix) -> bool:
        assets, bearing = self.book.handbook.assets, entry.bearing
        offers = self.book.site.fixes.offers_for(entry)
        worked_on = assets.get(fix.about.id) if fix.about else None
        if offers:
            offered = assets[offers[0].asset]
            self._name(bearing.statement, offered.id)
            if offered.status.is_coming:
                self.publish(offered)
            return True
        if fix.kind is FixKind.UPDATE and worked_on:
            self._update(worked_on, entry)
            return True
        if can_be_briefed(entry, self.book.site):
            self._write(entry, fix)
            return True
        if fix.kind is FixKind.CONTENT and bearing.asset:
            self.publish(bearing.asset)
            return True
        return False

    def _write(self, entry: Entry, fix: Fix) -> None:
        statement = entry.bearing.statement
        if statement is None or fix.fingerprint not in self.shared:
            self.shared[fix.fingerprint] = self._written(entry, fix)
        self._name(statement, self.shared[fix.fingerprint])

    def _written(self, entry: Entry, fix: Fix) -> str:
        site = self.book.site
        brief = make_brief(entry, site)
        path = f"{site.shape.content}/{brief.path}"
        head = _for_all(brief.head, entry, fix) if entry.bearing.statement else brief.head
        text = (
            head.replace("\nstatus: idea\n", "\nstatus: published\n", 1)
            + brief.text[len(brief.head) :]
        )
        self.new[path] = SourceFile(path=path, data=text.encode())
        return brief.path.removeprefix("assets/").removesuffix(".md")

    def _update(self, asset: Asset, entry: Entry) -> None:
        bearing, fields = entry.bearing, self._fields(asset.path)
        self._change(asset.path, reviewed=self._today)
        match entry.finding.code:
            case Code.ASSET_WITHOUT_CTA | Code.PHASE_WITHOUT_CTA:
                self._change(asset.path, cta=CallToAction(text="…"))
            case Code.UNFITTING_GATE:
                self._change(asset.path, gated=False)
            case Code.BROKEN_LINK:
                self._change(asset.path, url=None)
            case Code.ANSWER_WITH_A_LACK:
                # Made to serve whom it does not serve yet.
                for key, more in (("personas", bearing.sharing), ("phases", bearing.phases)):
                    if stated := fields[key]:
                        self._change(asset.path, **{key: tuple(dict.fromkeys((*stated, *more)))})
                self._change(asset.path, channels=(), language=None, gated=False)

    def _name(self, statement: object, asset: str) -> None:
        if not isinstance(statement, Statement) or statement.lane not in ANSWERED_IN:
            return
        path, lane, key = statement.span.path, statement.lane.value, ANSWERED_IN[statement.lane]
        said, at = list(self._fields(path)[lane]), self.book.place_of(statement)
        if at is not None and hasattr(said[at], key):
            names = (*getattr(said[at], key), asset)
            said[at] = said[at].model_copy(update={key: names})
            self._change(path, **{lane: tuple(said)})

    def _change(self, path: str, **keys: object) -> None:
        self.changed.setdefault(path, {}).update(keys)

    def _fields(self, path: str) -> dict[str, Any]:
        fields = self._documents[path].fields
        return {
            **{key: getattr(fields, key) for key in type(fields).model_fields},
            **self.changed.get(path, {}),
        }

    def _as_changed(self, document: Document[Entity]) -> Document[Entity]:
        keys = self.changed.get(document.path)
        if keys is None:
            return document
        return replace(document, fields=document.fields.model_copy(update=keys))

    @cached_property
    def _documents(self) -> dict[str, Document[Entity]]:
        return {one.path: one for one in self.book.documents}

    @property
    def _today(self) -> object:
        return self.book.handbook.today


def _for_all(head: str, entry: Entry, fix: Fix) -> str:
    # Nearly the same is asked by several: one piece serves them all, wherever they look.
    bearings = [one.bearing for one in fix.entries]
    if len(bearings) == 1:
        return head
    for key in ("personas", "phases"):
        old = f"\n{key}: {flow(getattr(entry.bearing, key))}\n"
        every = dict.fromkeys(one for bearing in bearings for one in getattr(bearing, key))
        head = head.replace(old, f"\n{key}: {flow(every)}\n", 1)
    return re.sub(r"\nchannels: .*", "", head)
