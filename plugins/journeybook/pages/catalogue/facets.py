"""What the catalogue can be filtered by, and what each piece of content says of it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from journeybook.handbook.entities import Asset
from journeybook.handbook.ids import slug, word_of
from journeybook.handbook.vocabulary import Status
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.words.states import DECISIONS
from journeybook.wording import marked

FACETS = {
    "type": marked("Type"),
    "status": marked("Status"),
    "phase": marked("Phase"),
    "persona": marked("Persona"),
    "channel": marked("Channel"),
    "gated": marked("Gated"),
    "cta": marked("Call to action"),
    "owner": marked("Owner"),
    "language": marked("Language"),
    "review": marked("Review"),
    "decision": marked("Decision"),
}
"""What the catalogue can be filtered by, in the order of a row's keys."""

Key = tuple[str, str]
"""A value to filter by, and its label."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A value to filter by, with how many assets have it."""

    value: str
    label: str
    count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """Something to filter by, with its values."""

    name: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """Under what content is filed: its keys by facet, all of them in a row, and their words."""

    keys: Mapping[str, tuple[Key, ...]]
    row: str
    words: Mapping[str, str]


class Cabinet:
    """Files the content of a site; of thousands of pieces, most are filed as others are."""

    def __init__(self, site: Site) -> None:
        """Take the site."""
        self._site = site
        self._known: dict[tuple[object, ...], Filing] = {}

    def filing(self, asset: Asset, until: date | None) -> Filing:
        """File a piece of content that is fresh until a day."""
        is_overdue = None if until is None else until < self._site.handbook.today
        alike = (
            *(asset.type, asset.status, asset.phases, asset.personas, asset.channels),
            *(bool(asset.gated), bool(asset.cta), asset.owner, asset.language),
            *(is_overdue, asset.decision),
        )
        found = self._known.get(alike)
        if found is None:
            found = self._known[alike] = _filed(_keys(self._site, asset, is_overdue=is_overdue))
        return found


def facets_of(site: Site, filings: Iterable[Filing]) -> Iterator[Facet]:
    """Give what can be chosen from, where there is more than one value to choose."""
    filed = tuple(filings)
    times = Counter(map(id, filed))
    different = {id(one): one for one in filed}
    for name, title in FACETS.items():
        counted: Counter[Key] = Counter()
        for which, filing in different.items():
            for key in filing.keys[name]:
                counted[key] += times[which]
        options = tuple(
            Option(value=value, label=label, count=site.wording.number(count))
            for (value, label), count in sorted(counted.items(), key=_order(site, name))
        )
        if len(options) > 1:
            yield Facet(name=name, label=site.wording.text(title), options=options)


def _order(site: Site, name: str) -> Callable[[tuple[Key, int]], tuple[int, str]]:
    # Phases and statuses have an order of their own; all else goes by its label.
    known = {"phase": tuple(map(word_of, site.handbook.phases)), "status": tuple(Status)}
    first = known.get(name, ())

    def order(counted: tuple[Key, int]) -> tuple[int, str]:
        value, label = counted[0]
        return first.index(value) if value in first else len(first), label.casefold()

    return order


def _filed(keys: Mapping[str, tuple[Key, ...]]) -> Filing:
    return Filing(
        keys=keys,
        row="|".join(" ".join(value for value, _ in keys[name]) for name in FACETS),
        words={name: ", ".join(label for _, label in own) for name, own in keys.items()},
    )


def _keys(site: Site, asset: Asset, *, is_overdue: bool | None) -> dict[str, tuple[Key, ...]]:
    book, say = site.handbook, site.wording.text
    kind = asset.type or ""
    return {
        "type": _one(kind, book.vocabulary.type_label(asset.type)),
        "status": _one(asset.status.value, book.vocabulary.status_label(asset.status)),
        "phase": tuple((word_of(one), book.phases[one].title) for one in asset.phases),
        "persona": tuple((word_of(one), book.personas[one].title) for one in asset.personas),
        "channel": tuple((word_of(one), book.channels[one].title) for one in asset.channels),
        "gated": _one("yes", say("yes")) if asset.gated else _one("no", say("no")),
        "cta": _one("yes", say("yes")) if asset.cta else _one("no", say("no")),
        "owner": _one(slug(asset.owner), asset.owner) if asset.owner else (),
        "language": _one(asset.language or "", site.wording.language_name(asset.language or "")),
        "review": _review(site, is_overdue=is_overdue),
        "decision": _one(asset.decision, say(DECISIONS[asset.decision])) if asset.decision else (),
    }


def _one(value: str, label: str) -> tuple[Key, ...]:
    return ((word_of(value), label),) if value else ()


def _review(site: Site, *, is_overdue: bool | None) -> tuple[Key, ...]:
    if is_overdue is None:
        return ()
    say = site.wording.text
    return _one("overdue", say("overdue")) if is_overdue else _one("fresh", say("fresh"))
