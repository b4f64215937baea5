"""Form that asks more than a phase bears.

Published content has a form that asks more fields than a phase bears, or nobody says which fields
it asks. Only phases that set a number, under `gate_fields` of `expects`, are looked at.

With every field some people leave, and the more so the less they know of us yet.

Ask less: what the next conversation tells anyway needs no field. Then write under `gate` which
fields are left.
"""

from collections.abc import Iterator

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Asset
from journeybook.rules.engine.about import gap_of_asset
from journeybook.rules.engine.rule import FixKind
from journeybook.rules.engine.settings import Settings

CODE = Code.LONG_FORM
SEVERITY = Severity.MEDIUM
FIX = FixKind.UPDATE


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find forms that ask too much, and those of which nobody says what they ask."""
    say = settings.wording.text
    for asset in handbook.assets.values():
        phase, most = _strictest(asset, handbook)
        if phase is None or not (asset.is_published and asset.gated):
            continue
        title = handbook.phases[phase].title
        if asset.gate is None:
            message = say(
                "Nobody says which fields the form of “{asset}” asks, and {phase} bears {most}",
                asset=asset.title,
                phase=title,
                most=most,
            )
            hint = say("write them under `gate`, and ask less where there are more")
            yield gap_of_asset(settings, CODE, asset, message, hint)
        elif len(asset.gate.fields) > most:
            message = say(
                "The form of “{asset}” asks {number} fields, and {phase} bears {most}: {fields}",
                asset=asset.title,
                number=len(asset.gate.fields),
                phase=title,
                most=most,
                fields=settings.wording.both(asset.gate.fields),
            )
            yield gap_of_asset(settings, CODE, asset, message, say("ask less"))


def _strictest(asset: Asset, handbook: Handbook) -> tuple[str | None, int]:
    limits = [
        (limit, phase)
        for phase in asset.phases
        for persona in asset.personas or (None,)
        if (limit := _limit(phase, persona, handbook)) is not None
    ]
    most, phase = min(limits, default=(0, None))
    return phase, most


def _limit(phase: str, persona: str | None, handbook: Handbook) -> int | None:
    one = handbook.phases[phase]
    return (one.expects_of(persona) if persona else one.expects).gate_fields
