"""Views placed in hand-written pages, linked: which view, of which journey, persona and so on."""

from collections.abc import Collection, Mapping

from journeybook.codes import Code
from journeybook.findings import Span
from journeybook.handbook.entities import PlacedView
from journeybook.handbook.linking.linker import Linker
from journeybook.schema import Kind
from journeybook.sources.likeness import close_to
from journeybook.sources.placed_views import WrittenValue, WrittenView, views_in
from journeybook.sources.reading import Reading

KEYS: Mapping[str, tuple[str, ...]] = {
    "map": ("journey",),
    "curve": ("journey",),
    "flow": ("journey",),
    "scores": ("journey",),
    "questions": ("journey", "persona", "phase"),
    "touchpoints": ("journey", "persona", "phase"),
    "gaps": ("journey", "persona", "phase"),
    "matrix": ("journey", "persona"),
}
"""The views that can be placed, each with the keys it understands."""

OF_ONE_JOURNEY = frozenset(("map", "curve", "flow", "scores"))
"""The views that show exactly one journey."""

_KINDS = {
    "journey": (Kind.JOURNEY, Code.UNKNOWN_JOURNEY),
    "persona": (Kind.PERSONA, Code.UNKNOWN_PERSONA),
    "phase": (Kind.PHASE, Code.UNKNOWN_PHASE),
}


def link_views(reading: Reading, linker: Linker) -> tuple[PlacedView, ...]:
    """Link every view that an author placed, leaving out those that cannot be understood."""
    bodies = (
        *((one.body, one.path, one.body_line) for one in reading.documents),
        *((one.body, one.path, one.body_line) for one in reading.pages),
    )
    written = (one for body in bodies for one in views_in(*body))
    return tuple(one for one in (_linked(each, linker) for each in written) if one)


def _linked(written: WrittenView, linker: Linker) -> PlacedView | None:
    if written.view not in KEYS:
        _unknown(Code.UNKNOWN_VIEW, written.view, KEYS, written.span, linker)
        return None
    before = len(linker.mistakes)
    found: dict[str, str] = {}
    for one in written.values:
        if one.key not in KEYS[written.view]:
            _unknown(Code.UNKNOWN_VIEW_KEY, one.key, KEYS[written.view], one.span, linker)
        elif (identifier := _found(one, linker)) is not None:
            found[one.key] = identifier
    if written.view in OF_ONE_JOURNEY and "journey" not in found:
        journeys = linker.directories[Kind.JOURNEY].ids
        if len(journeys) != 1:
            if len(linker.mistakes) == before:
                linker.tell(Code.MISSING_VALUE, written.span, key="journey", within="")
            return None
        found["journey"] = next(iter(journeys))
    return PlacedView(path=written.path, comment=written.comment, view=written.view, **found)


def _found(written: WrittenValue, linker: Linker) -> str | None:
    kind, code = _KINDS[written.key]
    directory = linker.directories[kind]
    found = directory.find(written.value)
    if len(found) == 1:
        return found[0]
    if found:
        linker.ambiguous(written.value, found, written.span)
        return None
    close, known = directory.closest(written.value), directory.some
    linker.tell(code, written.span, reference=written.value, suggestion=close, known=known)
    return None


def _unknown(code: Code, name: str, known: Collection[str], span: Span, linker: Linker) -> None:
    close, names = close_to(name, known), ", ".join(known)
    linker.tell(code, span, reference=name, suggestion=close, known=names)
