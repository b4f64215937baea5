"""The filters of a gap report: what can be chosen, and how many gaps each choice leaves."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from journeybook.codes import Severity
from journeybook.gaps.ledger import Entry
from journeybook.gaps.state import GapState
from journeybook.handbook.ids import word_of
from journeybook.handbook.statements import Entity
from journeybook.pages.gaps.line import filter_keys
from journeybook.pages.parts.links import Here
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.states import severity_word
from journeybook.wording import marked

STATE_WORDS = {
    GapState.OPEN: marked("open"),
    GapState.MINOR: marked("minor"),
    GapState.FILLING: marked("being filled"),
    GapState.WAIVED: marked("accepted for now"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One choice of a filter."""

    value: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One filter; its key stands in the page's address."""

    key: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterBar:
    """All filters of a report, and its rows as a file.

    `shown` is the sentence that says how many gaps are left, with `{shown}` and `{all}` in it.
    """

    fields: tuple[Field, ...]
    shown: str
    total: int
    table: str
    table_name: str


def make_filters(entries: Sequence[Entry], here: Here) -> FilterBar:
    """Offer every filter that tells these gaps apart."""
    site, say = here.site, here.site.wording.text
    file = here.site.addresses.table_beside(here.uri)
    keys = [dict(filter_keys(entry)) for entry in entries]
    fields = (_field(key, label, [one[key] for one in keys], site) for key, label in _labels(site))
    return FilterBar(
        fields=tuple(field for field in fields if len(field.options) > 1),
        shown=say("{shown} of {all} gaps shown", shown="{shown}", all="{all}"),
        total=len(entries),
        table=site.file_href(here.uri, file),
        table_name=file.rpartition("/")[2],
    )


def _labels(site: Site) -> tuple[tuple[str, str], ...]:
    say = site.wording.text
    return (
        ("persona", say("Persona")),
        ("phase", say("Phase")),
        ("severity", say("Severity")),
        ("code", say("Kind of gap")),
        ("state", say("State")),
        ("owner", say("Owner")),
        ("channel", say("Channel")),
        ("journey", say("Journey")),
    )


def _field(key: str, label: str, found: Iterable[str], site: Site) -> Field:
    values: Counter[str] = Counter()
    for value in found:
        values.update([value] if key == "owner" else value.split() or [""])
    names = _names(key, site)
    order = tuple(names)
    known = sorted(values, key=lambda one: (order.index(one) if one in names else len(order), one))
    return Field(
        key=key,
        label=label,
        options=tuple(
            Option(
                value=value or "-",
                label=f"{names.get(value) or value or _none(key, site)} ({values[value]})",
            )
            for value in known
        ),
    )


def _names(key: str, site: Site) -> dict[str, str]:
    say, book = site.wording.text, site.handbook
    named: Mapping[str, Mapping[str, Entity]] = {
        "persona": book.personas,
        "phase": book.phases,
        "channel": book.channels,
        "journey": book.journeys,
    }
    if key in named:
        return {word_of(one.id): one.title for one in named[key].values()}
    if key == "severity":
        return {one.word: severity_word(site, one) for one in sorted(Severity, reverse=True)}
    if key == "state":
        return {state.value: say(word) for state, word in STATE_WORDS.items()}
    if key == "code":
        return {code: say(rule.explanation.title) for code, rule in site.rules.items()}
    return {}


def _none(key: str, site: Site) -> str:
    say = site.wording.text
    return {
        "owner": say("no owner"),
        "persona": say("no persona"),
        "phase": say("no phase"),
        "journey": say("no journey"),
    }.get(key, say("no channel"))
