"""Of very many, pages show the first: how many of what each page lists, links and draws."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from journeybook.counts.moves import Moves
from journeybook.pages.parts.past import Past
from journeybook.rendering import render_handbook
from tests.unit.handbooks import judged
from tests.unit.held import hold

MANY = 45
_COUNTED = {"entries": r"<(?:li|tr)[ >]", "links": "<a ", "words drawn": "<text[ >]"}


def each(text: str) -> str:
    """A list of very many entries, each with its number in place of `#`."""
    return f"[{', '.join(text.replace('#', str(at)) for at in range(1, MANY + 1))}]"


def numbered(path: str, keys: str) -> dict[str, str]:
    """Very many files, each with its number in place of `#`."""
    return {
        f"{path}{at}.md": f"---\n{keys.replace('#', str(at))}\n---\n" for at in range(1, MANY + 1)
    }


FILES = {
    "personas/anna.md": (
        f"---\ntitle: Anna\nowner: Shop\ngoals: {each('Goal #')}\npains: {each('Pain #')}\n"
        f"channels: {{primary: {each('way#')}}}\n---\n"
    ),
    "personas/bert.md": "---\ntitle: Bert\nlanguages: [nl]\n---\n",
    "site_config/journeybook.yml": "coordinator: Ann\n",
    "phases/look.md": "---\ntitle: Look\norder: 1\nstage: buyer\n---\n",
    "phases/buy.md": "---\ntitle: Buy\norder: 2\nstage: buyer\n---\n",
    "journeys/anna/index.md": "---\ntitle: Anna\npersonas: [anna, bert]\nowner: Shop\n---\n",
    "journeys/anna/buy.md": (
        f"---\nneeds: {each('Need #')}\n"
        f"questions: {each('{text: What is #?, evidence: [round#, round1, round2, round3]}')}\n"
        "emotion: -1\ntouchpoints: "
        + each(
            "{title: Touch #, channel: way#, importance: 5, satisfaction: 1, evidence: [round1],"
            " moment_of_truth: true}"
        )
        + f"\nexpectations: {each('Hope #')}\ndrop_offs: {each('Leaves #')}\n---\n"
    ),
    **numbered("channels/way", "title: Channel #\ntype: owned"),
    **numbered(
        "research/round",
        "title: Round #\nmethod: interview\ndate: 2026-06-01\nparticipants: 3\npersonas: [anna]\n"
        "findings: [One of #, Two of #]\nquotes: [{text: Said #, statements: [What is 1?]}]",
    ),
    **numbered(
        "assets/old",
        "title: Piece #\ntype: brochure\nstatus: published\npublished: 2024-01-02\n"
        "personas: [anna]\nphases: [buy]\nchannels: [way#, way1]\nanswers: [what-is-#]",
    ),
    **numbered(
        "assets/new",
        "title: Coming #\ntype: brochure\nstatus: draft\nowner: Shop\ndue: 2026-12-01\n"
        "personas: [anna]\nphases: [buy]\nchannels: [way1]",
    ),
    **numbered(
        "assets/shut",
        "title: Shut #\ntype: brochure\nstatus: published\npublished: 2026-10-01\nlanguage: en\n"
        "personas: [bert]\nphases: [buy]\nchannels: [way1]\nowner: Shop",
    ),
    **numbered(
        "actions/do",
        "title: Do #\njourney: anna\nphase: buy\nstatus: planned\nimpact: high\neffort: small\n"
        "owner: Shop\ndue: 2026-12-01",
    ),
}


def test_of_very_many_pages_show_the_first() -> None:
    hold("crowded", _told())


def _told() -> Iterator[str]:
    now = judged(FILES)
    none = Moves(opened=0, filled=0, closed=0)
    before = Past(day=date(2026, 8, 1), answered={}, published=frozenset(), moves=none)
    now = replace(now, site=replace(now.site, past=(before,)))
    most: dict[tuple[str, str], dict[str, int]] = {}
    for page in render_handbook(now).pages:
        # Pages of a kind are told together, by the one that holds most.
        kind = re.sub(r"(?<=[a-z])\d+(?=[./])|(?<=/)[0-9a-f]{12}(?=\.md)", "*", page.uri)
        for block in page.blocks:
            held = most.setdefault((kind, block.name), dict.fromkeys(_COUNTED, 0))
            for what, pattern in _COUNTED.items():
                held[what] = max(held[what], len(re.findall(pattern, block.html)))
    for (kind, name), held in most.items():
        told = [f"{number} {what}" for what, number in held.items() if number > 2]
        if told:
            yield f"{kind} {name}: {', '.join(told)}"
