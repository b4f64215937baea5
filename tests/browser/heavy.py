"""A handbook that asks much of the journey pages: very long texts, and very many of them."""

from pathlib import Path

PHASES = ("awareness", "consideration", "purchase", "initiate", "engage", "advocacy")
QUESTION = (
    "What happens to the temperature records of the third cold store when the network is down for "
    "longer than the devices can remember, who is told about it in the middle of the night, and "
    "in which of the four systems that we have to keep for the auditors will the missing "
    "hours show up, if they do at all?"
)
COMPOUND = "Rechtsschutzversicherungsgesellschaftenverbandsvorsitzendenstellvertreterwahl"
ARABIC = "كم تكلّف ساعة توقّف واحدة في مستودع التبريد، ومن يدفع ثمنها في النهاية؟"
EMOJI = "Ships it 🚀👩‍👩‍👧‍👦 to the whole family, and then some more 🎉🎉🎉"
LONG = (QUESTION, COMPOUND, ARABIC, EMOJI)

TOUCHPOINTS = 120
QUESTIONS = 150

_CONFIGURATION = """\
site_name: Heavy
site_url: !ENV [SITE_URL, "https://handbook.example.com/"]
docs_dir: content
edit_uri: https://git.example.com/heavy/edit/main/content/
theme: {name: material, font: false, features: [navigation.instant]}
extra: {generator: false}
plugins: [search, journeybook]
markdown_extensions: [attr_list]
"""


def write_heavy(folder: Path) -> Path:
    """Write the handbook into an empty folder and give its mkdocs.yml."""
    content = folder / "content"
    _write(content / "index.md", "# Heavy")
    _write(content / "personas" / "cfo.md", f"---\ntitle: {COMPOUND}\nquote: {ARABIC}\n---")
    _write(content / "channels" / "call.md", f"# {COMPOUND}")
    for at, phase in enumerate(PHASES):
        stage = "buyer" if at < len(PHASES) / 2 else "customer"
        _write(
            content / "phases" / f"{phase}.md",
            f"---\ntitle: {phase.title()}\norder: {at}\nstage: {stage}\n---",
        )
        _write(content / "journeys" / "long" / f"{phase}.md", _long_step())
        _write(content / "journeys" / "large" / f"{phase}.md", _large_step(at))
    for journey in ("long", "large"):
        _write(
            content / "journeys" / journey / "index.md",
            f"---\ntitle: A {journey} journey\npersona: cfo\n---",
        )
    _write(folder / "mkdocs.yml", _CONFIGURATION)
    return folder / "mkdocs.yml"


def _long_step() -> str:
    lines = ["---", f'title: "{COMPOUND}"', f'emotion: {{score: -2, label: "{COMPOUND}"}}']
    for lane in ("needs", "questions", "expectations", "drop_offs"):
        lines.append(f"{lane}:")
        lines.extend(f'  - "{text}"' for text in LONG)
    lines.append("touchpoints:")
    lines.extend(
        f'  - {{title: "{text}", channel: call, importance: 5, moment_of_truth: true}}'
        for text in LONG
    )
    return "\n".join((*lines, "---", "", QUESTION, ""))


def _large_step(at: int) -> str:
    lines = ["---", f"emotion: {{score: {at % 5 - 2}, label: wary}}", "questions:"]
    lines.extend(
        f"  - What does part {number} of phase {at} cost us in a year?"
        for number in range(QUESTIONS // len(PHASES))
    )
    lines.append("touchpoints:")
    lines.extend(
        f"  - {{title: Asks about part {number} of {at}, channel: call, importance: 3, emotion: 1}}"
        for number in range(TOUCHPOINTS // len(PHASES))
    )
    return "\n".join((*lines, "---", "", "What happens here.", ""))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{text}\n", encoding="utf-8")
