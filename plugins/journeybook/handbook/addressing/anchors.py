"""The anchors of what stands on the page of a journey, and of gaps."""

from journeybook.findings import Ref, RefKind
from journeybook.handbook.ids import anchor_of, distinct_names, last_part, local_of, owner_of
from journeybook.handbook.journeys import Emotion, Journey
from journeybook.handbook.statements import Lane, Statement

GAP_LIST = "gap-list"
"""The anchor of the list of all gaps on a report."""

_MAP, _GLANCE = "map-{}", "glance-{}"
GLANCED = ("feels", "asks", "meets", "leaves")
"""The lanes of a journey at a glance."""
_SECTIONS = ("overview", "about", "change", "map", "flow", "story", "content")
_LANES = (
    *(lane.value.replace("_", "-") for lane in Lane),
    *("feelings", "kpis", "content", "actions", "gaps"),
)
_DRAWN = (
    *("curve-{}-title", "curve-{}-desc", "glance-{}-title", "glance-{}-desc"),
    *("flow-{}-title", "flow-{}-desc", "flow-{}-tip"),
)


def gap_anchor(fingerprint: str) -> str:
    """Give the anchor of a gap on its report."""
    return f"gap-{fingerprint}"


def glance_anchor(head: str, lane: str) -> str:
    """Give the anchor of a cell of a journey at a glance, by that of its step or phase."""
    return _GLANCE.format(f"{head}-{lane}")


def on_journey(journey: Journey, drawing: str) -> dict[Ref, str]:
    """Give the anchors of its phases, its steps and all they say, beside those in `drawing`.

    A step without a phase stands nowhere on the page, and has none.
    """
    steps = [step for step in journey.steps if step.phase]
    heads = [
        *(
            (Ref(kind=RefKind.PHASE, id=phase), anchor_of("phase", phase))
            for phase in journey.scope
        ),
        *((step.ref, anchor_of(last_part(step.id))) for step in steps),
    ]
    cells = [_MAP.format(f"{name}-{lane}") for _, name in heads for lane in _LANES]
    cells += [glance_anchor(name, lane) for _, name in heads for lane in GLANCED]
    taken = (*_SECTIONS, *(form.format(drawing) for form in _DRAWN), *cells)
    columns = distinct_names(heads, taken)
    said = (words for step in steps for words in step.said)
    used = (*taken, *columns.values())
    names = distinct_names(((words.ref, wanted(words)) for words in said), used, ("{}", _MAP))
    lost = [step for step in journey.steps if not step.phase]
    nowhere = (one.ref for step in lost for one in (step, *step.said))
    return {**columns, **names, **dict.fromkeys(nowhere, "")}


def wanted(said: Statement | Emotion) -> str:
    """Give the anchor that a statement has where nothing else has it."""
    return anchor_of(last_part(owner_of(said.id)), local_of(said.id).replace(".", "-"))
