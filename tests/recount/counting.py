"""Counts a handbook from its files alone, on a way of its own.

It reads the YAML itself and knows nothing of the package it checks: who asks what, what answers it
and what that lacks; which content stands where; and how each persona is served on each channel in
each phase. It is slow and plain on purpose.
"""

import csv
import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import yaml

Row = dict[str, Any]
COMING = ("idea", "planned", "draft", "review")
NONE = ("none", "geen")
PARTS = ("needs", "questions", "emotion", "touchpoints", "expectations", "drop_offs")
KEEP_AWAY = {"other-persona", "other-phase", "unreachable", "other-language"}


@dataclass
class Counted:
    """What was counted; questions by the id of their step and their place in it.

    `found` are the places where a persona finds something that is published.
    """

    answers: dict[tuple[str, int], dict[str, tuple[str, frozenset[str]]]] = field(
        default_factory=dict
    )
    placements: set[tuple[str, str, str, str | None]] = field(default_factory=set)
    places: dict[tuple[str, str, str], str] = field(default_factory=dict)
    found: set[tuple[str, str, str]] = field(default_factory=set)
    current: set[str] = field(default_factory=set)
    asked: dict[tuple[str, str], set[str]] = field(default_factory=dict)


def recount(root: Path, words: tuple[Path, ...], today: date) -> Counted:
    """Count a handbook whose content lies in `content/`; `words` are the built-in vocabularies."""
    return Recount(root, words, today).counted()


def many(value: Any) -> list[Any]:  # noqa: ANN401 - what YAML gives
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]


def folded(text: str) -> str:
    return re.sub(r"[\W_]+", "", str(text).casefold())


def slug(text: str) -> str:
    return "-".join(re.findall(r"\w+", text.casefold()))


class Recount:
    """The files of a handbook, read plainly."""

    def __init__(self, root: Path, words: tuple[Path, ...], today: date) -> None:
        self.root, self.today = root, today
        self.read_words(words)
        self.personas = self.folder("personas")
        self.phases = self.folder("phases")
        self.channels = self.folder("channels")
        self.assets = self.folder("assets")
        self.order = sorted(self.phases, key=lambda one: (self.phases[one].get("order", 999), one))
        self.read_journeys()
        self.read_personas()
        self.read_assets()

    def folder(self, name: str) -> dict[str, Row]:
        rows = {}
        base = self.root / "content" / name
        for path in sorted(base.rglob("*.md")):
            if path.name != "index.md":
                rows[path.relative_to(base).with_suffix("").as_posix()] = front_matter(path)
        return rows

    def read_words(self, words: tuple[Path, ...]) -> None:
        team = self.root / "site_config" / "journeybook.yml"
        own = loaded(team.read_text("utf-8")) if team.exists() else {}
        layers = [built_in(path) for path in words]
        layers.append(own.get("vocabulary", {}))
        self.types: dict[str, str] = {}
        self.fresh: dict[str, str] = {}
        self.statuses: dict[str, str] = {}
        for layer in layers:
            for key, written in (layer.get("asset_types") or {}).items():
                row = {"label": written} if isinstance(written, str) else written
                for name in (key, row.get("label", key), *many(row.get("aliases"))):
                    self.types[folded(name)] = key
                if row.get("review_every"):
                    self.fresh[key] = row["review_every"]
            for key, row in (layer.get("statuses") or {}).items():
                for name in (key, row.get("label", key), *many(row.get("aliases"))):
                    self.statuses[folded(name)] = row.get("counts_as", key)

    def named(self, rows: dict[str, Row], reference: str) -> str | None:
        if reference in rows:
            return reference
        by_end = [one for one in rows if one.rpartition("/")[2] == reference]
        if len(by_end) == 1:
            return by_end[0]
        for one, row in rows.items():
            names = (one, one.rpartition("/")[2], row.get("title", ""), *many(row.get("aliases")))
            if folded(reference) in {folded(name) for name in names}:
                return one
        return None

    def all_named(self, rows: dict[str, Row], references: Any) -> list[str]:  # noqa: ANN401
        if any(str(one) == "all" for one in many(references)):
            return list(rows)
        found = (self.named(rows, str(one)) for one in many(references))
        return [one for one in found if one]

    def read_journeys(self) -> None:
        base = self.root / "content" / "journeys"
        self.steps: list[Row] = []
        self.journeys: dict[str, Row] = {}
        self.research = self.folder("research")
        self.scopes: dict[str, set[str]] = {}
        for index in sorted(base.rglob("index.md")):
            if index.parent == base:
                continue
            head = front_matter(index)
            journey = index.parent.relative_to(base).as_posix()
            self.journeys[journey] = head
            people = [*many(head.get("persona")), *many(head.get("personas"))]
            for path in sorted(index.parent.glob("*.md")):
                if path.name == "index.md":
                    continue
                step = front_matter(path)
                step["id"] = path.relative_to(base).with_suffix("").as_posix()
                step["journey"] = journey
                step["people"] = self.all_named(self.personas, people)
                step["phase"] = self.named(self.phases, step.get("phase", path.stem))
                step["current"] = head.get("state", "current") == "current"
                self.steps.append(step)
            if head.get("state", "current") == "current":
                scope = self.all_named(self.phases, head.get("scope"))
                journey = index.parent.relative_to(base).as_posix()
                own = [one["phase"] for one in self.steps if one["id"].startswith(f"{journey}/")]
                covered = {*(scope or self.phases), *own}
                for one in self.all_named(self.personas, people):
                    self.scopes.setdefault(one, set()).update(covered)

    def said(self, step: Row, key: str) -> list[Row]:
        rows = self.written(step, key)
        return [
            row for row in rows if folded(row.get("text") or row.get("title") or "") not in NONE
        ]

    def written(self, step: Row, key: str) -> list[Row]:
        rows = []
        for one in many(step.get(key)):
            row = dict(one) if isinstance(one, dict) else {"text": one}
            own = self.all_named(self.personas, row.get("personas", row.get("persona")))
            rows.append({**row, "people": own or step["people"]})
        return rows

    def felt(self, step: Row) -> list[Row]:
        rows = []
        for one in many(step.get("emotion")):
            row = dict(one) if isinstance(one, dict) else {"score": one}
            who = self.named(self.personas, row.get("persona") or "")
            rows.append({**row, "people": [who] if who else step["people"]})
        return rows

    def rounds(self, row: Row, key: str) -> list[Row]:
        """The research that shows a statement, or contradicts it, whichever file says so."""
        words = row.get("text") or row.get("title") or ""
        named = [
            one
            for one, research in self.research.items()
            if words
            for written in (research, *many(research.get("findings")))
            if isinstance(written, dict) and words in many(written.get(key))
        ]
        if key == "supports":
            named += [one for one in self.research if words in self.recognised(one)]
        own = self.all_named(self.research, row.get("evidence")) if key == "supports" else []
        return [self.research[one] for one in dict.fromkeys((*own, *named))]

    @cache  # noqa: B019 - one handbook is counted at a time
    def recognised(self, research: str) -> set[str]:
        """The touchpoints that at least half of those know who answered, by their titles."""
        survey = self.research[research].get("survey")
        if not isinstance(survey, dict):
            return set()
        file = self.root / "content" / "research" / research
        with file.with_name(survey["file"]).open(encoding="utf-8", newline="") as table:
            rows = list(csv.DictReader(table))
        known = set()
        for asked in many(survey.get("asked")):
            said = [row[asked["recognised"]] for row in rows if row[asked["recognised"]]]
            if said and said.count("yes") * 2 >= len(said):
                known.add(asked["touchpoint"])
        return known

    def strength(self, row: Row) -> str:
        shown = self.rounds(row, "supports")
        if self.rounds(row, "contradicts"):
            return "contradicted"
        methods = {one.get("method") for one in shown}
        if methods & {"interview", "workshop"} and methods & {"survey", "analytics"}:
            return "validated"
        return ("assumption", "one-source", "several-sources")[min(len(shown), 2)]

    def leaves_at_forms(self, persona: str, phase: str) -> bool:
        return any(
            drop_off.get("because") == "gate" and persona in drop_off["people"]
            for step in self.steps
            if step["phase"] == phase and step["current"]
            for drop_off in self.said(step, "drop_offs")
        )

    def left(self, persona: str, phase: str) -> set[str]:
        return {
            key
            for key in PARTS
            if not any(
                persona in row["people"]
                for step in self.steps
                if step["current"] and step["phase"] == phase and persona in step["people"]
                for row in self.written(step, key)
            )
        }

    def read_personas(self) -> None:
        for row in self.personas.values():
            row["parent"] = self.named(self.personas, row["extends"]) if "extends" in row else None
        for one, row in self.personas.items():
            line = [one, *self.ancestors(one)]
            row["languages"] = self.first(line, "languages")
            ranks = self.ranked(line)
            row["ranked"] = [channel for channel in ranks if channel]

    def first(self, line: list[str], key: str) -> list[str]:
        for one in line:
            if many(self.personas[one].get(key)):
                return [str(value)[:2].casefold() for value in many(self.personas[one][key])]
        return []

    def ranked(self, line: list[str]) -> list[str | None]:
        # A rank that is not written is the parent's, but for channels ranked by oneself.
        ranks: dict[str, list[str | None]] = {"primary": [], "secondary": [], "tertiary": []}
        for one in reversed(line):
            written = self.personas[one].get("channels") or {}
            own = [
                self.named(self.channels, name)
                for rank in ranks
                for name in many(written.get(rank))
            ]
            for rank, above in ranks.items():
                named = [self.named(self.channels, name) for name in many(written.get(rank))]
                ranks[rank] = named or [name for name in above if name not in own]
        return [channel for rank in ranks.values() for channel in rank]

    def ancestors(self, persona: str) -> list[str]:
        line: list[str] = []
        parent = self.personas[persona].get("parent")
        while parent and parent not in line:
            line.append(parent)
            parent = self.personas[parent].get("parent")
        return line

    def kin(self, one: str, other: str) -> bool:
        return one == other or one in self.ancestors(other) or other in self.ancestors(one)

    def read_assets(self) -> None:
        kinds = {"personas": self.personas, "phases": self.phases, "channels": self.channels}
        for row in self.assets.values():
            row["state"] = self.status(row)
            row["kind"] = self.types.get(folded(row.get("type", "")), "")
            for key, rows in kinds.items():
                row[f"own_{key}"] = self.all_named(rows, row.get(key))
            row["answered"] = set()
            for reference in many(row.get("answers")):
                row["answered"].update(self.asked(str(reference)))
        for step in self.steps:
            for at, question in enumerate(self.said(step, "questions")):
                for asset in self.all_named(self.assets, question.get("answered_by")):
                    self.assets[asset]["answered"].add((step["id"], at))

    def status(self, row: Row) -> str:
        published = as_day(row.get("published"))
        status = self.statuses.get(folded(row.get("status", "")))
        status = status or ("published" if published else "idea")
        is_ahead = published is not None and published > self.today
        return "review" if status == "published" and is_ahead else status

    def asked(self, reference: str) -> set[tuple[str, int]]:
        exact, short, by_words = set(), {}, set()
        for step in self.steps:
            for at, question in enumerate(self.said(step, "questions")):
                key, name = (step["id"], at), slug(str(question.get("id") or question["text"]))
                journey, _, stem = step["id"].rpartition("/")
                if reference == f"{step['id']}#{name}":
                    exact.add(key)
                if reference in (name, f"{stem}#{name}", f"{journey}#{name}"):
                    short[key] = folded(question["text"])
                if folded(reference) == folded(question["text"]):
                    by_words.add(key)
        if exact:
            return exact
        if short:
            return set(short) if len(set(short.values())) == 1 else set()
        return by_words

    def counted(self) -> Counted:
        counted = Counted(current={step["id"] for step in self.steps if step["current"]})
        self.place(counted)
        for persona in self.personas:
            line = [persona, *self.ancestors(persona)]
            said = (self.all_named(self.phases, self.personas[one].get("phases")) for one in line)
            part = next((phases for phases in said if phases), list(self.phases))
            for phase in part:
                if phase in self.scopes.get(persona, part):
                    counted.asked[persona, phase] = self.left(persona, phase)
        for step in self.steps:
            for at, question in enumerate(self.said(step, "questions")):
                counted.answers[step["id"], at] = {
                    persona: self.answer((step["id"], at), persona, step)
                    for persona in question["people"]
                }
        self.serve(counted)
        return counted

    def answer(
        self, question: tuple[str, int], persona: str, step: Row
    ) -> tuple[str, frozenset[str]]:
        form = any(
            drop_off.get("because") == "gate" and persona in drop_off["people"]
            for drop_off in self.said(step, "drop_offs")
        )
        found = [row for row in self.assets.values() if question in row["answered"]]
        live = [row for row in found if row["state"] == "published"]
        if live:
            lacks = min(
                (self.lacks(row, persona, step["phase"], step, form=form) for row in live), key=len
            )
            return ("lacking", lacks) if lacks else ("answered", lacks)
        late = {"stale", "overdue-review", "not-yet"}
        hoped = any(
            self.lacks(row, persona, step["phase"], step, form=form) <= late
            for row in found
            if row["state"] in COMING
        )
        return ("filling" if hoped else "open"), frozenset()

    def lacks(
        self, row: Row, persona: str, phase: str, step: Row | None, *, form: bool
    ) -> frozenset[str]:
        lacks = set()
        people = row["own_personas"]
        if people and not any(self.kin(one, persona) for one in people):
            lacks.add("other-persona")
        if row["own_phases"] and phase not in row["own_phases"]:
            lacks.add("other-phase")
        met = self.met(persona, phase, step) or set(self.personas[persona]["ranked"])
        if row["own_channels"] and met and not met & set(row["own_channels"]):
            lacks.add("unreachable")
        languages = self.personas[persona]["languages"]
        if row.get("language") and languages and row["language"][:2].casefold() not in languages:
            lacks.add("other-language")
        if row.get("gated") and (form or self.shuns(phase)):
            lacks.add("gated-off")
        if self.is_late(row):
            lacks.add("overdue-review" if row.get("review_every") else "stale")
        published = as_day(row.get("published"))
        if published and published > self.today:
            lacks.add("not-yet")
        return frozenset(lacks)

    def met(self, persona: str, phase: str, step: Row | None) -> set[str]:
        future = step is not None and not step["current"]
        journey = step["id"].rpartition("/")[0] if step else ""
        return {
            channel
            for other in self.steps
            if other["phase"] == phase
            and (other["id"].rpartition("/")[0] == journey if future else other["current"])
            for touchpoint in self.said(other, "touchpoints")
            if persona in touchpoint["people"]
            for channel in [self.named(self.channels, touchpoint.get("channel", ""))]
            if channel
        }

    def shuns(self, phase: str) -> bool:
        wanted = (self.phases[phase].get("expects") or {}).get("gated")
        buyers = [one for one in self.order if self.phases[one].get("stage") == "buyer"]
        return bool(
            wanted == "discouraged" or (not wanted and phase in (*self.order[:1], *buyers[-1:]))
        )

    def is_late(self, row: Row) -> bool:
        every = row.get("review_every") or self.fresh.get(row["kind"])
        seen = [day for day in (as_day(row.get("published")), as_day(row.get("reviewed"))) if day]
        return bool(every and seen) and after(max(seen), str(every)) < self.today

    def place(self, counted: Counted) -> None:
        for asset, row in self.assets.items():
            people, phases, channels = (
                row[f"own_{key}"] for key in ("personas", "phases", "channels")
            )
            wide = [one for one in self.personas if any(self.kin(one, each) for each in people)]
            for persona, phase, channel in product(wide, phases, channels or [None]):
                counted.placements.add((asset, persona, phase, channel))
            for persona, phase, channel in self.uses(asset):
                if (people and persona not in wide) or (phases and phase not in phases):
                    continue
                if channel and (not channels or channel in channels):
                    counted.placements.add((asset, persona, phase, channel))
                elif not (people and phases):
                    for own in channels or [None]:
                        counted.placements.add((asset, persona, phase, own))

    def uses(self, asset: str) -> list[tuple[str, str, str | None]]:
        uses: list[tuple[str, str, str | None]] = []
        for step in self.steps:
            if not step["current"]:
                continue
            for at, question in enumerate(self.said(step, "questions")):
                if (step["id"], at) in self.assets[asset]["answered"]:
                    uses.extend((one, step["phase"], None) for one in question["people"])
            for touchpoint in self.said(step, "touchpoints"):
                channel = self.named(self.channels, touchpoint.get("channel", ""))
                if asset in self.all_named(self.assets, touchpoint.get("assets")):
                    uses.extend((one, step["phase"], channel) for one in touchpoint["people"])
        return uses

    def serve(self, counted: Counted) -> None:
        for persona, channel, phase in product(self.personas, self.channels, self.phases):
            there = {
                asset for asset, *place in counted.placements if place == [persona, phase, channel]
            }
            form = self.leaves_at_forms(persona, phase)
            lacks = {
                asset: self.lacks(self.assets[asset], persona, phase, None, form=form)
                - {"unreachable"}
                for asset in there
                if self.assets[asset]["state"] == "published"
            }
            found = [asset for asset, lack in lacks.items() if not lack & KEEP_AWAY]
            whole = [asset for asset in found if not lacks[asset]]
            if found:
                counted.found.add((persona, channel, phase))
            comes = channel in self.met(persona, phase, None)
            if not comes and not (found and channel in self.personas[persona]["ranked"]):
                continue
            hoped = any(self.assets[asset]["state"] in COMING for asset in there)
            state = "served" if len(whole) >= 2 else "thin" if found or hoped else "missing"
            counted.places[persona, channel, phase] = state


@cache
def built_in(path: Path) -> Row:
    return loaded(path.read_text("utf-8"))


def front_matter(path: Path) -> Row:
    text = path.read_text("utf-8")
    match = re.match(r"---\n(.*?)\n?---(\n|$)", text, re.DOTALL)
    row = loaded(match.group(1), _Texts) if match else {}
    heading = re.search(r"^# (.+)$", text[match.end() :] if match else text, re.MULTILINE)
    row.setdefault("title", heading.group(1) if heading else "")
    return row


def loaded(text: str, loader: type[yaml.CSafeLoader] = yaml.CSafeLoader) -> Row:
    # The safe loaders that are written in C, which do the same a tenth as long.
    return dict(yaml.load(text, Loader=loader) or {})  # noqa: S506


class _Texts(yaml.CSafeLoader):
    """Reads days as text, as authors write them."""


_Texts.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in known if tag != "tag:yaml.org,2002:timestamp"]
    for first, known in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def as_day(value: str | None) -> date | None:
    if not value:
        return None
    year, month, *day = (int(part) for part in str(value)[:10].split("-"))
    return date(year, month, day[0] if day else 1)


def after(day: date, every: str) -> date:
    amount, unit = every.split()
    if unit.startswith(("week", "day", "dag")):
        return day + timedelta(days=int(amount) * (7 if unit.startswith("week") else 1))
    months = int(amount) * {"m": 1, "k": 3, "q": 3, "y": 12, "j": 12}[unit[0]]
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
