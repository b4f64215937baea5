"""How much content is used, as exports tell it by address, joined with the content there is."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from journeybook.codes import Code
from journeybook.findings import Mistake
from journeybook.handbook.entities import Asset
from journeybook.handbook.inventories.headings import options_of
from journeybook.handbook.inventories.web import host_of, old_pages, page_of, whole_address
from journeybook.handbook.use import USED, Search, Used, UseTold, end_of_month, in_order
from journeybook.handbook.vocabulary import Status, Vocabulary
from journeybook.sources.records.record import LeftOut, Reason
from journeybook.sources.records.use.reading import Given, UseRead, UseRow, read_use
from journeybook.sources.settings.inventory import WrittenUse
from journeybook.sources.tables.tables import Unread

_NAMED = 5
_Figures = dict[tuple[str, date, date], dict[str, Counter[str]]]


@dataclass(kw_only=True)
class Using:
    """The figures of all exports, by asset, and what is said of them."""

    pages: Mapping[str, str]
    base: str | None
    vocabulary: Vocabulary
    figures: dict[str, list[Used]] = field(default_factory=dict)
    told: list[UseTold] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)

    def add(self, written: WrittenUse) -> None:
        """Read an export, and tell what of it belongs to no content."""
        found: _Figures = {}
        nowhere: Counter[str] = Counter()
        searched: dict[str, Counter[str]] = {}
        for file in written.files:
            read = read_use(file, options_of(written.source, self.vocabulary), _given(written))
            if isinstance(read, Unread):
                self._tell(written, file.path, read.what, **read.values)
                continue
            self._tell_broken(written, file.path, read.left_out)
            strangers: Counter[str] = Counter()
            named: set[str] = set()
            for row in read.rows:
                asset = self._asset(row.address, written.source.base or self.base)
                if asset:
                    named.add(asset)
                    since, until = _within_month(row, read)
                    tables = found.setdefault((asset, since, until), {})
                    tables.setdefault(row.member, Counter()).update(row.figures)
                elif row.address:
                    strangers[row.address] += _most_telling(row)
                else:
                    searched.setdefault(row.query, Counter()).update(row.figures)
            nowhere += strangers
            self.told.append(_told(written, file.path, read, strangers, len(named)))
        self._take(written, found)
        if nowhere:
            self.mistakes.append(_without_content(written, nowhere))
        if searched and self.told:
            self.told[-1] = replace(self.told[-1], searches=tuple(_searches(searched)))

    def _asset(self, address: str, base: str | None) -> str | None:
        if not address:
            return None
        page = page_of(whole_address(address, base))
        names = (page, page.partition("?")[0].rstrip("/"))
        return next((self.pages[name] for name in names if name in self.pages), None)

    def _take(self, written: WrittenUse, found: _Figures) -> None:
        for (asset, since, until), tables in found.items():
            # Tables of one export tell of the same visits from several sides: where people came
            # in, and where they left. Only one of them tells all.
            numbers: dict[str, int] = {}
            for table in tables.values():
                numbers |= {key: max(one, numbers.get(key, 0)) for key, one in table.items()}
            used = Used(since=since, until=until, source=written.name, **numbers)
            self.figures.setdefault(asset, []).append(used)

    def _tell(self, written: WrittenUse, path: str, what: str, **values: str) -> None:
        told = {"what": what, "file": path, "reference": f"{path}: {what}", **values}
        mistake = Mistake(code=Code.UNREAD_USE, span=written.span("file"), values=told)
        self.mistakes.append(mistake)

    def _tell_broken(self, written: WrittenUse, path: str, rows: Iterable[LeftOut]) -> None:
        broken = [one for one in rows if one.reason is Reason.BROKEN]
        if broken:
            first, number = broken[0], str(len(broken))
            self._tell(written, path, "cells", row=str(first.row), text=first.text, number=number)


def joined_with(
    assets: Mapping[str, Asset], written: Sequence[WrittenUse], vocabulary: Vocabulary
) -> tuple[dict[str, Asset], Using]:
    """Give the assets with how much they are used, beside what their own files say of it."""
    pages, base = _pages(assets.values()), _base(assets.values())
    using = Using(pages=pages, base=base, vocabulary=vocabulary)
    for one in written:
        using.add(one)
    joined = {
        name: replace(asset, use=in_order((*asset.use, *using.figures[name])))
        if name in using.figures
        else asset
        for name, asset in assets.items()
    }
    return joined, using


def _pages(assets: Iterable[Asset]) -> dict[str, str]:
    # What stands at an address now goes before what stood there, and that before what is retired.
    every = sorted(assets, key=lambda one: (one.status is Status.RETIRED, one.id))
    live = [one for one in every if one.status is not Status.RETIRED]
    found: dict[str, str] = {}
    for some, addresses in (
        (live, lambda one: (page_of(one.url),) if one.url else ()),
        (live, old_pages),
        (every, lambda one: (page_of(one.url),) if one.url else ()),
    ):
        for asset in some:
            for page in addresses(asset):
                found.setdefault(page, asset.id)
    return found


def _base(assets: Iterable[Asset]) -> str | None:
    # Where all content stands at one host, a path is one of it.
    hosts = {host for one in assets if one.url and (host := host_of(one.url))}
    pages = {page_of(host) for host in hosts}
    return min(hosts) if len(pages) == 1 else None


def _given(written: WrittenUse) -> Given:
    source = written.source
    columns = tuple(sorted(source.columns.items()))
    if source.month:
        month = source.month.replace(day=1)
        return Given(stretch=(month, end_of_month(month)), columns=columns)
    if source.since and source.until:
        days = sorted((source.since, source.until))
        return Given(stretch=(days[0], days[1]), columns=columns)
    return Given(columns=columns)


def _within_month(row: UseRow, read: UseRead) -> tuple[date, date]:
    # What is told day by day is told of months.
    if row.since != row.until:
        return row.since, row.until
    first = row.since.replace(day=1)
    return max(first, read.since), min(end_of_month(first), read.until)


def _told(
    written: WrittenUse, path: str, read: UseRead, strangers: Counter[str], assets: int
) -> UseTold:
    return UseTold(
        source=written.name,
        span=written.span("file"),
        since=read.since,
        until=read.until,
        is_whole=read.is_whole,
        path=path,
        rows=len(read.rows),
        assets=assets,
        strangers=_most_used(strangers),
        left_out=Counter(one.reason.value for one in read.left_out),
        unused=read.unused,
    )


def _most_telling(row: UseRow) -> int:
    return next((row.figures[key] for key in USED if key in row.figures), 0)


def _most_used(addresses: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(addresses.items(), key=lambda one: (-one[1], one[0])))


def _searches(searched: Mapping[str, Counter[str]]) -> Iterator[Search]:
    for text, numbers in searched.items():
        yield Search(text=text, clicks=numbers["clicks"])


def _without_content(written: WrittenUse, nowhere: Counter[str]) -> Mistake:
    named = ", ".join(f"{address} ({number})" for address, number in _most_used(nowhere)[:_NAMED])
    values = {"source": written.name, "number": str(len(nowhere)), "most": named}
    values["reference"] = written.name
    return Mistake(code=Code.USE_WITHOUT_CONTENT, span=written.span("file"), values=values)
