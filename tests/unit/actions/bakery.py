"""A bakery with figures, actions and dates."""

from journeybook.pages.parts.site import Site
from tests.unit.handbooks import judged

FILES = {
    "personas/baker.md": "---\ntitle: Baker\nowner: Shop\n---\n",
    "phases/buy.md": "---\ntitle: Buy\nowner: Shop\n---\n",
    "phases/eat.md": "---\ntitle: Eat\nowner: Shop\n---\n",
    "journeys/baker/index.md": """\
        ---
        title: Baker
        persona: baker
        owner: Shop
        kpis:
          - {name: Loaves sold, unit: a day, target: 100, every: 1 month, readings: loaves.csv}
          - {name: Complaints, target: 2, direction: down, readings: [{date: 2026-11-01, value: 1}]}
          - {name: Smiles, every: 1 quarter}
        ---
        """,
    "journeys/baker/loaves.csv": "Date;Value;By\n2026-09-01;80,5;Ann\n2026-07-01;60;Bob\n",
    "actions/van.md": """\
        ---
        title: A second van
        kind: Call center
        effort: large
        owner: Desk
        journey: baker
        phases: [buy, eat]
        status: done
        done: 2026-08-01
        kpis: [loaves sold, Complaints]
        lesson: Vans need drivers.
        impact: high
        term: long
        ---
        """,
    "actions/signs.md": (
        "---\ntitle: Signs\nowner: Desk\nkind: bread art\neffort: small\nimpact: high\n"
        "phase: buy\nstatus: doing\ndue: 2026-12-10\nkpi: Smiles\n---\n"
    ),
    "actions/oven.md": (
        "---\ntitle: An oven\nowner: Desk\neffort: large\nphase: eat\nstatus: planned\n"
        "due: 2026-12-20\nkpi: Smiles\n---\n"
    ),
    "actions/bell.md": "---\ntitle: A bell\nimpact: high\neffort: small\n---\n",
    "actions/song.md": "---\ntitle: A song\nowner: Shop\nstatus: planned\n---\n",
    "assets/menu.md": (
        "---\ntitle: Menu\nowner: Shop\nstatus: draft\ndue: 2026-11-01\neffort: medium\n"
        "phases: [buy]\n---\n"
    ),
    "assets/tale.md": "---\ntitle: Tale\nowner: Shop\nstatus: review\ndue: 2027-08-01\n---\n",
    "site_config/journeybook.yml": "capacity: {Desk: 8}\neffort: {small: {days: 2}}\n",
}


def bakery(**files: str) -> Site:
    """Judge the bakery; `files` stand beside it, or in place of what is there."""
    return judged({**FILES, **files}).site
