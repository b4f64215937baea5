"""Slow page at a moment of truth.

Published content that is used at a moment of truth takes more than 2.5 seconds until its largest
part is seen, has a score below 50, or moves by more than 0.25 while somebody reads. How fast it is
stands in its file, under `speed`; of a page that nobody measured, nothing is said.

Here a customer decides to go on or to leave, and looks at an empty page.

Make the page faster: smaller pictures, fewer scripts, nothing that distracts. Then measure it again
and write down what came out. From when on a page is slow can be set in `rules.yml`.
"""

from collections.abc import Iterator

from pydantic import Field

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.about import gap_of_asset
from journeybook.rules.engine.rule import FixKind
from journeybook.rules.engine.settings import Settings
from journeybook.rules.engine.use_words import speed_words
from journeybook.schema.fields import Number, Written
from journeybook.schema.form import Speed

CODE = Code.SLOW_PAGE
SEVERITY = Severity.MEDIUM
FIX = FixKind.PROCESS


class Parameters(Written):
    """From when on a page is slow."""

    seconds: Number = Field(2.5, ge=0, description="How many seconds it may take.")
    score: Number = Field(50, ge=0, le=100, description="The score it has at least.")
    shift: Number = Field(0.25, ge=0, description="How much it may move, which distracts.")

    def finds_slow(self, speed: Speed) -> bool:
        """Tell whether a page is too slow in what was measured."""
        is_late = speed.seconds is not None and speed.seconds > self.seconds
        distracts = speed.shift is not None and speed.shift > self.shift
        return is_late or distracts or (speed.score is not None and speed.score < self.score)


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find published content that is slow where a customer decides."""
    say, wording = settings.wording.text, settings.wording
    limits = settings.parameters_of(CODE, Parameters)
    moments: dict[str, str] = {}
    for _, _, one in handbook.touchpoints:
        for name in one.assets if one.moment_of_truth else ():
            moments.setdefault(name, one.text)
    for name, moment in moments.items():
        asset = handbook.assets[name]
        if asset.is_published and asset.speed and limits.finds_slow(asset.speed):
            message = say(
                "“{asset}” is slow at the moment of truth “{touchpoint}”: {speed}",
                asset=asset.title,
                touchpoint=moment,
                speed=speed_words(asset.speed, wording),
            )
            hint = say("make the page faster, and measure it again")
            yield gap_of_asset(settings, CODE, asset, message, hint)
