"""Writes small handbooks by chance, the same for the same number."""

from pathlib import Path
from random import Random
from typing import Any

import yaml

DAYS = ("2019-05-01", "2025-11-20", "2026-06-01", "2026-11-21", "2026-11-22", "2027-03-01")
WORDS = ("What does it cost?", "When does it come?", "Who else has it?", "Can it break?")
TYPES = ("blog", "manual", "price-page", "case", "video")
STATUSES = ("published", "published", "published", "draft", "idea", "retired")
CHANNELS = ("web", "mail", "fair")
PHASES = ("look", "choose", "use")
PERSONAS = ("ann", "bob", "cas")


Rows = dict[str, dict[str, Any]]
"""What the files of a handbook say, by their paths without the ending."""


def write_random(root: Path, number: int) -> None:
    """Write a handbook into a folder."""
    for path, row in random_rows(number).items():
        file = root / "content" / f"{path}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(written(row), "utf-8")


def written(row: dict[str, Any]) -> str:
    """Write what a file says as its front matter."""
    return f"---\n{yaml.dump(row, Dumper=yaml.CSafeDumper)}---\n"


def random_rows(number: int) -> Rows:
    """Make up a handbook."""
    random = Random(number)  # noqa: S311 - repeatable on purpose
    rows: Rows = {}
    personas = PERSONAS[: random.randint(1, 3)]
    assets = [f"asset-{at}" for at in range(random.randint(0, 7))]
    for at, persona in enumerate(personas):
        rows[f"personas/{persona}"] = _persona(persona, personas[:at], random)
    for at, phase in enumerate(PHASES):
        row = {"title": phase.title(), "order": at, "stage": random.choice(("buyer", "customer"))}
        if gated := random.choice((None, "discouraged", "allowed")):
            row["expects"] = {"gated": gated}
        rows[f"phases/{phase}"] = row
    rows["research/talks"] = {"title": "Talks", "method": "interview"}
    rows["research/visits"] = {"title": "Visits", "method": "analytics", "supports": ["Speed"]}
    rows["research/desk"] = {
        "title": "Desk",
        "findings": [{"text": "They wait", "contradicts": _some(("Rest", "On time"), random)}],
    }
    for channel in CHANNELS:
        rows[f"channels/{channel}"] = {"title": channel.title()}
    for at in range(random.randint(1, 3)):
        journey = f"way-{at}"
        people = _some(personas, random, least=1)
        rows[f"journeys/{journey}/index"] = _journey(journey, people, random)
        rows.update(_steps(journey, people, assets, random))
    for asset in assets:
        rows[f"assets/{asset}"] = _asset(asset, personas, random)
    return rows


def _some(names: tuple[str, ...] | list[str], random: Random, least: int = 0) -> list[str]:
    return random.sample(list(names), random.randint(min(least, len(names)), len(names)))


def _persona(name: str, others: tuple[str, ...], random: Random) -> dict[str, Any]:
    row: dict[str, Any] = {"title": name.title(), "languages": _some(("en", "nl"), random)}
    ranked = _some(CHANNELS, random)
    row["channels"] = {"primary": ranked[:1], "secondary": ranked[1:]}
    if random.random() < 0.2:
        row["phases"] = _some(PHASES, random, least=1)
    if others and random.random() < 0.4:
        row["extends"] = random.choice(others)
    return row


def _journey(title: str, people: list[str], random: Random) -> dict[str, Any]:
    state = random.choice(("current", "current", "future"))
    head = {"title": title, "personas": people, "state": state}
    if random.random() < 0.3:
        head["scope"] = _some(PHASES, random, least=1)
    return head


def _steps(journey: str, people: list[str], assets: list[str], random: Random) -> Rows:
    rows: Rows = {}
    for phase in _some(PHASES, random):
        rows[f"journeys/{journey}/{phase}"] = _step(people, assets, random)
        if random.random() < 0.2:
            later = {**_step(people, assets, random), "phase": phase, "order": 2}
            rows[f"journeys/{journey}/{phase}-later"] = later
    return rows


def _step(people: list[str], assets: list[str], random: Random) -> dict[str, Any]:
    step = _full_step(people, assets, random)
    for part in step:
        if random.random() < 0.2:
            step[part] = random.choice((None, [], "none", {"text": "geen", "personas": people[:1]}))
    if not isinstance(step["emotion"], list):
        step["emotion"] = []
    if isinstance(step["touchpoints"], dict):
        step["touchpoints"] = {"title": "None", "personas": people[:1]}
    return step


def _full_step(people: list[str], assets: list[str], random: Random) -> dict[str, Any]:
    return {
        "needs": [
            {"text": text, "personas": _some(people, random), **_evidence(random)}
            for text in _some(("Rest", "Speed"), random)
        ],
        "expectations": [{"text": "On time", "personas": _some(people, random)}],
        "emotion": [
            {"score": random.randint(-2, 2), "persona": persona, **_evidence(random)}
            for persona in _some(people, random)
        ],
        "questions": [
            {
                "text": text,
                "personas": _some(people, random),
                "answered_by": _some(assets, random)[:1],
                **_evidence(random),
            }
            for text in _some(WORDS, random)
        ],
        "touchpoints": [
            {
                "title": f"Meets us {at}",
                "channel": random.choice(CHANNELS),
                "personas": _some(people, random),
                "assets": _some(assets, random)[:2],
                "moment_of_truth": random.random() < 0.3,
                **_ratings(random),
            }
            for at in range(random.randint(0, 3))
        ],
        "drop_offs": [
            {"text": "Leaves", "personas": _some(people, random), "because": "gate"}
            for _ in range(random.randint(0, 1))
        ],
    }


def _evidence(random: Random) -> dict[str, list[str]]:
    return {"evidence": _some(("talks", "visits", "desk"), random)} if random.random() < 0.5 else {}


def _ratings(random: Random) -> dict[str, int]:
    ratings = {
        "importance": random.randint(1, 5),
        "satisfaction": random.randint(1, 5),
        "emotion": random.randint(-2, 2),
    }
    return {name: mark for name, mark in ratings.items() if random.random() < 0.6}


def _asset(name: str, personas: tuple[str, ...], random: Random) -> dict[str, Any]:
    row: dict[str, Any] = {"title": name, "type": random.choice(TYPES)}
    maybe = {
        "status": random.choice(STATUSES),
        "published": random.choice(DAYS),
        "reviewed": random.choice(DAYS[:4]),
        "review_every": random.choice(("1 year", "3 months", "2 weeks")),
        "personas": random.choice(("all", _some(personas, random))),
        "phases": random.choice(("all", _some(PHASES, random), _some(PHASES, random))),
        "channels": _some(CHANNELS, random),
        "language": random.choice(("en", "nl-BE", "de")),
        "gated": random.random() < 0.5,
        "answers": _some(WORDS, random)[:2],
    }
    row.update((key, value) for key, value in maybe.items() if random.random() < 0.6)
    return row
