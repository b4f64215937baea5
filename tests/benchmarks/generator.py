"""Writes handbooks of any size: believable in shape, the same files for the same size."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

PHASES = ("awareness", "consideration", "purchase", "initiate", "engage", "advocacy")
CHANNELS = ("website", "search", "newsletter", "sales", "events", "social", "peers", "support")
TYPES = ("blog", "whitepaper", "case", "webinar", "checklist", "how-to-video", "manual", "ad")
COMING = ("draft", "planned")
STATUSES = ("published",) * 7 + (*COMING, "retired")
QUESTIONS_A_STEP = 3
_RESEARCHED = 0.7
_LAST_DAY = date(2026, 11, 20)
_OLDEST_DAYS = 450
_TOPICS = ("cost", "time", "risk", "proof", "setup", "training", "change", "support", "price")


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How many assets and personas a handbook has; each persona has one journey of six steps."""

    assets: int
    personas: int


def write_handbook(folder: Path, size: Size) -> None:
    """Write a handbook with its mkdocs.yml into a folder."""
    for path, text in files(size):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


def files(size: Size) -> Iterator[tuple[str, str]]:
    """Give the files of a handbook by path."""
    random = Random(size.assets * 1000 + size.personas)  # noqa: S311 - repeatable on purpose
    yield "mkdocs.yml", _SITE
    yield "site_config/journeybook.yml", "language: en\n"
    yield "content/index.md", "# A large handbook\n\nMade to measure with.\n"
    for at, phase in enumerate(PHASES):
        yield f"content/phases/{phase}.md", _phase(at, phase)
    for channel in CHANNELS:
        yield f"content/channels/{channel}.md", f"---\ntype: owned\n---\n# {channel.title()}\n"
    for round_ in range(4):
        yield f"content/research/round-{round_}.md", _research(round_)
    for persona in range(size.personas):
        yield f"content/personas/persona-{persona}.md", _persona(persona, random)
        yield f"content/journeys/journey-{persona}/index.md", _journey(persona)
        for phase in PHASES:
            path = f"content/journeys/journey-{persona}/{phase}.md"
            yield path, _step(persona, phase, size, random)
    for asset in range(size.assets):
        yield f"content/assets/group-{asset % 20}/asset-{asset}.md", _asset(asset, size, random)


_SITE = """\
site_name: A large handbook
docs_dir: content
theme:
  name: material
  font: false
  features: [navigation.prune]
plugins:
  - search
  - journeybook:
      today: 2026-11-21
"""


def _phase(at: int, phase: str) -> str:
    stage = "buyer" if at < len(PHASES) // 2 else "customer"
    return (
        f"---\norder: {at + 1}\nstage: {stage}\n"
        f"expects: {{assets: 2, formats: 2, types: [{TYPES[at]}], cta: required}}\n---\n"
        f"# {phase.title()}\n\nWhat happens in {phase}, told in a sentence or two.\n"
    )


def _research(round_: int) -> str:
    return (
        f"---\nmethod: survey\ndate: 2026-0{round_ + 1}-15\nparticipants: 40\n"
        "findings:\n  - People look for proof first\n---\n"
        f"# Survey {round_}\n\nHow it was done, and with whom.\n"
    )


def _persona(persona: int, random: Random) -> str:
    ranked = random.sample(CHANNELS, 4)
    return (
        f"---\nrole: decider\nsegment: segment {persona % 5}\n"
        "quote: I want to know what it brings before I ask for money.\n"
        "goals:\n  - {text: Less downtime, evidence: [round-0]}\n  - More certainty\n"
        "pains:\n  - Too little time\n"
        f"channels: {{primary: [{ranked[0]}, {ranked[1]}], secondary: [{ranked[2]}]}}\n"
        f"owner: content team\n---\n# Persona {persona}\n\nWho they are, in a few sentences.\n"
    )


def _journey(persona: int) -> str:
    return (
        f"---\npersona: persona-{persona}\naudience: marketing\npurpose: plan content\n"
        "owner: content team\nreviewed: 2026-09-01\nreview_every: 6 months\n---\n"
        f"# Journey {persona}\n\nHow they get from a first problem to telling others.\n"
    )


def _step(persona: int, phase: str, size: Size, random: Random) -> str:
    lines = ["---", "needs:", "  - {text: Show the board what it costs, evidence: [round-1]}"]
    evidence = ("    evidence: [round-3]",)
    lines.append("questions:")
    for at in range(QUESTIONS_A_STEP):
        topic = random.choice(_TOPICS)
        lines.append(f"  - text: What about {topic} in {phase}, number {at}?")
        lines.append(f"    id: q{at}")
        lines.append("    evidence: [round-2]")
    lines.append(f"emotion: {{score: {random.randint(-2, 2)}, label: worried, target: 1}}")
    lines.append("expectations:\n  - A straight answer within a day")
    lines.append("touchpoints:")
    for at in range(4):
        lines.append(f"  - title: Meets us for the {at + 1}th time in {phase}")
        lines.append(f"    channel: {random.choice(CHANNELS)}")
        lines.append(f"    importance: {random.randint(1, 5)}")
        lines.append(f"    satisfaction: {random.randint(1, 5)}")
        lines.append(f"    emotion: {random.randint(-2, 2)}")
        lines.append(f"    assets: [asset-{random.randrange(size.assets)}]")
        lines.extend(evidence if random.random() < _RESEARCHED else ())
    lines.append("drop_offs:\n  - {text: Finds no price, why: It is behind a form}")
    lines.append(f"---\nPersona {persona} tells how {phase} went. It took a while.\n")
    return "\n".join(lines)


def _asset(asset: int, size: Size, random: Random) -> str:
    persona = random.randrange(size.personas)
    phase = random.choice(PHASES)
    question = random.randrange(QUESTIONS_A_STEP)
    kind, status = random.choice(TYPES), random.choice(STATUSES)
    # What is still to come says when it is due; a day of publication would contradict it.
    day = "due" if status in COMING else "published"
    return (
        f"---\ntype: {kind}\nstatus: {status}\n"
        f"personas: [persona-{persona}, persona-{random.randrange(size.personas)}]\n"
        f"phases: [{phase}]\nchannels: [{random.choice(CHANNELS)}]\n"
        f"answers: [journey-{persona}/{phase}#q{question}]\n"
        f"gated: {random.choice(('true', 'false'))}\ncta: Ask for a quote\nlanguage: en\n"
        f"{day}: {_LAST_DAY - timedelta(days=random.randrange(_OLDEST_DAYS))}\n"
        f"next: [asset-{_other(asset, size, random)}]\nowner: team {asset % 7}\n---\n"
        f"# Asset {asset}\n\nWhat it argues, the proof it uses, and what it should lead to. "
        "Two sentences are enough here.\n"
    )


def _other(asset: int, size: Size, random: Random) -> int:
    # Content that leads to itself would be a mistake.
    chosen = random.randrange(size.assets)
    return (chosen + (chosen == asset)) % size.assets
