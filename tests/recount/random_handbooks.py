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


def write_random(root: Path, number: int) -> None:
    """Write a handbook into a folder."""
    random = Random(number)  # noqa: S311 - repeatable on purpose
    personas = PERSONAS[: random.randint(1, 3)]
    assets = [f"asset-{at}" for at in range(random.randint(0, 7))]
    for at, persona in enumerate(personas):
        _write(root, f"personas/{persona}", _persona(persona, personas[:at], random))
    for at, phase in enumerate(PHASES):
        row = {"title": phase.title(), "order": at, "stage": random.choice(("buyer", "customer"))}
        if gated := random.choice((None, "discouraged", "allowed")):
            row["expects"] = {"gated": gated}
        _write(root, f"phases/{phase}", row)
    for channel in CHANNELS:
        _write(root, f"channels/{channel}", {"title": channel.title()})
    _write(root, "research/talks", {"title": "Talks"})
    for at in range(random.randint(1, 3)):
        journey = f"way-{at}"
        people = _some(personas, random, least=1)
        state = random.choice(("current", "current", "future"))
        head = {"title": journey, "personas": people, "state": state}
        _write(root, f"journeys/{journey}/index", head)
        for phase in _some(PHASES, random):
            _write(root, f"journeys/{journey}/{phase}", _step(people, assets, random))
    for asset in assets:
        _write(root, f"assets/{asset}", _asset(asset, personas, random))


def _write(root: Path, path: str, row: dict[str, Any]) -> None:
    file = root / "content" / f"{path}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"---\n{yaml.safe_dump(row)}---\n", "utf-8")


def _some(names: tuple[str, ...] | list[str], random: Random, least: int = 0) -> list[str]:
    return random.sample(list(names), random.randint(min(least, len(names)), len(names)))


def _persona(name: str, others: tuple[str, ...], random: Random) -> dict[str, Any]:
    row: dict[str, Any] = {"title": name.title(), "languages": _some(("en", "nl"), random)}
    ranked = _some(CHANNELS, random)
    row["channels"] = {"primary": ranked[:1], "secondary": ranked[1:]}
    if others and random.random() < 0.4:
        row["extends"] = random.choice(others)
    return row


def _step(people: list[str], assets: list[str], random: Random) -> dict[str, Any]:
    return {
        "needs": [
            {"text": text, "personas": _some(people, random), "evidence": _some(("talks",), random)}
            for text in _some(("Rest", "Speed"), random)
        ],
        "emotion": [{"score": random.randint(-2, 2), "evidence": _some(("talks",), random)}],
        "questions": [
            {
                "text": text,
                "personas": _some(people, random),
                "answered_by": _some(assets, random)[:1],
            }
            for text in _some(WORDS, random)
        ],
        "touchpoints": [
            {
                "title": f"Meets us {at}",
                "channel": random.choice(CHANNELS),
                "personas": _some(people, random),
                "assets": _some(assets, random)[:2],
                "emotion": random.choice((None, -1, 0, 2)),
                "moment_of_truth": random.random() < 0.3,
            }
            for at in range(random.randint(0, 3))
        ],
        "drop_offs": [
            {"text": "Leaves", "personas": _some(people, random), "because": "gate"}
            for _ in range(random.randint(0, 1))
        ],
    }


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
