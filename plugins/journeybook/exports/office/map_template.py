"""An empty workbook to map journeys in: a sheet per persona, for statements, and for content."""

from collections.abc import Mapping, Sequence

from journeybook.exports.office.map_heads import HEADS
from journeybook.exports.office.workbook import sheets_of
from journeybook.handbook.vocabulary import Status
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.table import Column, Table
from journeybook.wording import marked

_LANES = ("needs", "questions", "emotion", "touchpoints", "expectations", "drop_offs")
_ROWS = (*_LANES, "channels", "assets", "actions", "kpis")
_STATEMENT = (
    "persona", "phase", "lane", "text",
    "channel", "importance", "satisfaction", "why", "evidence",
)  # fmt: skip
_ASSET = (
    "title", "type", "status", "personas", "phases", "channels", "answers", "url", "owner", "due",
)  # fmt: skip
_MARKS = ("1", "2", "3", "4", "5")
_EMPTY_ROWS = 200
_WIDE = 34
_PERSONA = marked("Customer")


def write_template(site: Site, usual: Sequence[str]) -> bytes:
    """Write the workbook, with the personas and phases of a handbook, or the `usual` phases."""
    say = site.wording.text
    heads = {key: say(name) for key, name in HEADS.items()}
    phases = tuple(one.title for one in site.handbook.phases.values()) or tuple(usual)
    personas = tuple(one.title for one in site.handbook.personas.values()) or (say(_PERSONA),)
    tables = (
        *(_map(persona, phases, heads) for persona in personas),
        _statements(site, personas, phases, heads),
        _content(site, personas, phases, heads),
    )
    title, day = say("Journey map"), site.handbook.today
    return sheets_of(tables, title=title, words=say("Words"), day=day)


def _map(persona: str, phases: Sequence[str], heads: Mapping[str, str]) -> Table:
    first = Column(title=heads["phase"], width=18)
    return Table(
        title=persona,
        columns=(first, *(Column(title=phase, width=_WIDE) for phase in phases)),
        rows=tuple((heads[key], *(None for _ in phases)) for key in _ROWS),
    )


def _statements(
    site: Site, personas: tuple[str, ...], phases: tuple[str, ...], heads: Mapping[str, str]
) -> Table:
    channels = tuple(one.title for one in site.handbook.channels.values())
    choices: Mapping[str, tuple[str, ...]] = {
        "persona": personas,
        "phase": phases,
        "lane": tuple(heads[key] for key in _LANES),
        "channel": channels,
        "importance": _MARKS,
        "satisfaction": _MARKS,
    }
    return _empty(site.wording.text("Statements"), _STATEMENT, heads, choices)


def _content(
    site: Site, personas: tuple[str, ...], phases: tuple[str, ...], heads: Mapping[str, str]
) -> Table:
    words = site.handbook.vocabulary
    choices: Mapping[str, tuple[str, ...]] = {
        "type": words.type_labels,
        "status": tuple(words.status_label(one) for one in Status),
        "personas": personas,
        "phases": phases,
    }
    return _empty(site.wording.text("Content"), _ASSET, heads, choices)


def _empty(
    title: str,
    keys: Sequence[str],
    heads: Mapping[str, str],
    choices: Mapping[str, tuple[str, ...]],
) -> Table:
    return Table(
        title=title,
        columns=tuple(
            Column(
                title=heads[key],
                width=_WIDE if key in ("text", "title", "why", "answers") else 18,
                choices=choices.get(key, ()),
            )
            for key in keys
        ),
        rows=tuple(tuple(None for _ in keys) for _ in range(_EMPTY_ROWS)),
    )
