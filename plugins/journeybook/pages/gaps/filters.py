"""The filters of a gap report: what can be chosen, and how many gaps each choice leaves."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from journeybook.codes import Severity
from journeybook.counts.within import EVERYTHING, Within
from journeybook.gaps.ledger import Entry
from journeybook.gaps.state import GapState
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.links import Here
from journeybook.pages.parts.ways.near import MOST_NAMED
from journeybook.pages.parts.words.states import severity_word
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
    table: str
    table_name: str


def make_filters(entries: Sequence[Entry], here: Here, within: Within = EVERYTHING) -> FilterBar:
    """Offer every filter that tells these gaps apart.

    Beside one persona very many others are not offered, or each page would name all.
    """
    site, say = here.site, here.site.wording.text
    file = here.site.addresses.table_beside(here.uri)
    keys = [dict(entry.keys) for entry in entries]
    fields = (_field(key, label, [one[key] for one in keys], site) for key, label in _labels(site))
    return FilterBar(
        fields=tuple(
            field
            for field in fields
            if len(field.options) > 1
            and not (field.key == "persona" and within.persona and len(field.options) > MOST_NAMED)
        ),
        shown=say("{shown} of {all} gaps shown", shown="{shown}", all="{all}"),
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
        for word in [value] if key == "owner" else value.split() or [""]:
            values[word] += 1
    places = site.places.get(key) or _places(key, site)
    unknown = (len(places), "")
    known = sorted(values, key=lambda one: (places.get(one, unknown)[0], one))
    return Field(
        key=key,
        label=label,
        options=tuple(
            Option(value=value or "-", label=f"{name or _none(key, site)} ({values[value]})")
            for value in known
            for name in (places.get(value, unknown)[1] or value,)
        ),
    )


def _places(key: str, site: Site) -> Mapping[str, tuple[int, str]]:
    say = site.wording.text
    names: dict[str, str] = {}
    if key == "severity":
        names = {one.word: severity_word(site, one) for one in sorted(Severity, reverse=True)}
    if key == "state":
        names = {state.value: say(word) for state, word in STATE_WORDS.items()}
    if key == "code":
        names = {code: say(rule.explanation.title) for code, rule in site.rules.items()}
    return {word: (at, name) for at, (word, name) in enumerate(names.items())}


def _none(key: str, site: Site) -> str:
    say = site.wording.text
    return {
        "owner": say("no owner"),
        "persona": say("no persona"),
        "phase": say("no phase"),
        "journey": say("no journey"),
    }.get(key, say("no channel"))
