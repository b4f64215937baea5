"""The verdicts on the first page."""

import pytest

from journeybook.pages.home.scorecard import VERDICTS, verdict
from journeybook.pages.parts.ways.links import Here
from tests.unit.handbooks import judged

PHASES = {
    "phases/look.md": "---\ntitle: Look\norder: 1\n---\n",
    "phases/buy.md": "---\ntitle: Buy\norder: 2\n---\n",
}
PERSONA = {"personas/buyer.md": "---\ntitle: Buyer\n---\n"}
JOURNEY = {"journeys/buyer/index.md": "---\ntitle: Buying\npersona: buyer\n---\n"}
CHANNEL = {"channels/web.md": "---\ntitle: Web\n---\n"}
ASKED = """\
---
needs: [To know]
questions:
  - {{text: What is it?, answered_by: [{first}]}}
  - {{text: What does it cost?, answered_by: [{second}]}}
emotion: 1
touchpoints: [{{title: The site, channel: web}}]
expectations: none
drop_offs: none
---
"""
ASSET = """\
---
title: {name}
status: published
published: 2026-10-01
url: https://example.com/{name}
channels: [web]
personas: [buyer]
phases: [look, buy]
cta: {{text: Go on, phase: buy}}
---
"""


def handbook(look: tuple[str, str], buy: tuple[str, str]) -> dict[str, str]:
    """Two phases, each with its two questions and the content that answers them."""
    steps = {
        f"journeys/buyer/{phase}.md": ASKED.format(first=first, second=second)
        for phase, (first, second) in {"look": look, "buy": buy}.items()
    }
    assets = {f"assets/{name}.md": ASSET.format(name=name) for name in ("tour", "price")}
    return {**PHASES, **PERSONA, **JOURNEY, **CHANNEL, **steps, **assets}


@pytest.mark.parametrize(
    ("files", "word"),
    [
        (handbook(("tour", "price"), ("tour", "price")), "in good shape"),
        (handbook(("tour", "price"), ("tour", "")), "watch"),
        (handbook(("tour", ""), ("", "")), "needs work"),
        ({**PHASES, **PERSONA}, "nothing asked yet"),
    ],
)
def test_a_persona_stands_as_well_as_what_it_asks_is_answered(
    files: dict[str, str], word: str
) -> None:
    site = judged(files).site
    assert VERDICTS[verdict(Here(site=site, uri="index.md"), "buyer")][1] == word


def test_what_nobody_asked_counts_as_not_answered() -> None:
    files = handbook(("tour", "price"), ("tour", "price"))
    files["journeys/buyer/buy.md"] = "---\nneeds: [To know]\n---\n"
    site = judged(files).site
    assert VERDICTS[verdict(Here(site=site, uri="index.md"), "buyer")][1] == "watch"
