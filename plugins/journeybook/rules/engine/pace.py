"""How fast a page is, in words."""

from journeybook.schema.form import Speed
from journeybook.wording import Wording


def speed_words(speed: Speed, wording: Wording) -> str:
    """Say how fast a page is, and when that was measured."""
    parts = []
    if speed.seconds is not None:
        parts.append(wording.text("{n} seconds", n=wording.number(speed.seconds)))
    if speed.score is not None:
        parts.append(wording.text("score {n}", n=wording.number(speed.score)))
    if speed.shift is not None:
        parts.append(wording.text("moves by {n}", n=wording.number(speed.shift)))
    if speed.date:
        parts.append(wording.day(speed.date))
    return " · ".join(parts)
