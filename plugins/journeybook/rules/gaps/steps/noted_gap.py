"""Gap noted in the text.

A text holds a note of its author: `[content gap: …]`, `[TODO …]` or `[assumption]`.

Notes in a text are forgotten. Here they stand among all other gaps, with the line they are on.

Do what the note says, and take it out of the text. An assumption in the text is settled by
research, like any other.
"""

import re
from collections.abc import Iterator

from journeybook.codes import Code, Severity
from journeybook.findings import Finding, Ref, RefKind, Span, only
from journeybook.handbook.book import Handbook
from journeybook.handbook.ids import slug, statement_id
from journeybook.handbook.statements import Entity
from journeybook.handbook.vocabulary import Vocabulary
from journeybook.rules.engine.about import asset_place
from journeybook.rules.engine.rule import FixKind
from journeybook.rules.engine.scope import Place
from journeybook.rules.engine.settings import Settings
from journeybook.sources.prose import prose_lines

CODE = Code.NOTED_GAP
SEVERITY = Severity.MEDIUM
FIX = FixKind.CONTENT

_GAP, _ASSUMPTION = "gap", "assumption"


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the notes that authors left in their texts."""
    notes = _notes(handbook.vocabulary)
    for entity, place in _texts(handbook):
        if "[" not in entity.body:
            continue
        # A note may go on on the next line, and ends with its paragraph.
        prose = "\n".join(prose_lines(entity.body))
        for note in notes.finditer(prose):
            line = entity.body_line + prose.count("\n", 0, note.start())
            column = note.start() - prose.rfind("\n", 0, note.start())
            span = Span(path=entity.path, line=line, column=column)
            yield _finding(entity, place, note, span, settings)


def _notes(vocabulary: Vocabulary) -> re.Pattern[str]:
    kinds = (
        f"(?P<{kind}>{'|'.join(map(_written, vocabulary.phrases.get(kind, (kind,))))})"
        for kind in (_GAP, _ASSUMPTION)
    )
    kind = rf"\[(?P<kind>{'|'.join(kinds)})\b"
    return re.compile(rf"{kind}(?P<text>(?:[^\[\]\n]|\n(?!\s*\n))*+)\](?![(\[])", re.IGNORECASE)


def _written(words: str) -> str:
    return "[ -]".join(map(re.escape, words.split()))


def _texts(handbook: Handbook) -> Iterator[tuple[Entity, Place]]:
    for persona in handbook.personas.values():
        yield persona, Place(personas=(persona.id,))
    for phase in handbook.phases.values():
        yield phase, Place(phases=(phase.id,))
    for asset in handbook.assets.values():
        yield asset, asset_place(asset)
    for journey in handbook.journeys.values():
        yield journey, Place(personas=journey.personas, journeys=(journey.id,))
    for journey, step in handbook.all_steps:
        phases = (step.phase,) if step.phase else ()
        yield step, Place(personas=step.personas, journeys=(journey.id,), phases=phases)
    for others in (handbook.channels, handbook.research, handbook.actions):
        yield from ((one, Place()) for one in others.values())


def _finding(
    entity: Entity, place: Place, note: re.Match[str], span: Span, settings: Settings
) -> Finding:
    say = settings.wording.text
    text = " ".join(note["text"].lstrip(" \t:,-").split())
    if note[_ASSUMPTION]:
        message = say("The text of “{title}” marks an assumption", title=entity.title)
        hint = say("test it, and name the research that shows it")
    else:
        message = say(
            "The text of “{title}” notes: {note}", title=entity.title, note=text or note[0]
        )
        hint = say("do what the note says and take it out")
    return settings.gap(
        CODE,
        message,
        hint,
        span,
        place=place,
        persona=only(place.personas),
        journey=place.journeys[0] if place.journeys else None,
        phase=only(place.phases),
        subject=Ref(kind=RefKind.NOTE, id=statement_id(entity.path, slug(text or note["kind"]))),
        owner=entity.owner,
    )
