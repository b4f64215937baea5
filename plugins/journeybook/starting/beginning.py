"""All files of a new handbook: it builds, and asks its five questions."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from journeybook.handbook.ids import file_slug
from journeybook.handbook.vocabulary import Vocabulary
from journeybook.schema import Kind
from journeybook.sources.edits.waiver_text import scalar
from journeybook.starting.drafts import Filled, draft
from journeybook.starting.phases import MODELS, Phase
from journeybook.wording import Wording, marked

CHANNELS: Mapping[str, str] = {
    marked("Website"): "owned",
    marked("E-mail"): "owned",
    marked("Search engine"): "earned",
    marked("Conversation"): "personal",
}
"""Channels that most companies have, with their types."""

PERSONA = marked("Customer")
"""Whom a handbook is about that names nobody yet."""

_AMOUNT = 2

_CONFIGURATION = """\
site_name: {name}
docs_dir: content
theme: {{name: material}}
plugins:
  [search, journeybook]
"""

_IGNORED = """\
.venv/
site/
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """What somebody who begins a handbook decides, in the handbook's language."""

    persona: str
    phases: Sequence[Phase]
    channels: Sequence[str]


def is_no_model(text: str) -> bool:
    """Tell whether a text is a number of phases of which there is no model."""
    return text.strip().isdigit() and text.strip() not in MODELS


def phases_of(text: str) -> tuple[Phase, ...]:
    """Give the phases of a model by its name, or those whose names stand between commas."""
    return MODELS.get(text.strip()) or tuple(Phase(title=name) for name in names_in(text))


def names_in(text: str) -> tuple[str, ...]:
    """Give the names that stand between commas, or semicolons, each once."""
    names = (" ".join(name.split()) for name in re.split("[,;]", text))
    return tuple({file_slug(name): name for name in names if name}.values())


def files_of(
    beginning: Beginning, wording: Wording, vocabulary: Vocabulary, command: str
) -> dict[str, str]:
    """Write every file of a new handbook, by its path; `command` is how ours is typed there."""
    titles = [wording.text(phase.title) for phase in beginning.phases]
    persona = beginning.persona
    steps = journey(file_slug(persona), persona, _ids(titles), wording)
    return {
        **site_files(wording, command),
        f"content/personas/{file_slug(persona)}.md": draft(
            Kind.PERSONA, persona, {"channels": {"primary": _ids(beginning.channels)}}, wording
        ),
        **dict(_phases(beginning.phases, wording, vocabulary)),
        **dict(_channels(beginning.channels, wording)),
        **{f"content/{path}": text for path, text in steps.items()},
    }


def site_files(wording: Wording, command: str) -> dict[str, str]:
    """Write the files of a new handbook that are about none of its contents, by path."""
    return {
        "mkdocs.yml": _CONFIGURATION.format(name=scalar(wording.text("Our customer journeys"))),
        "site_config/journeybook.yml": f"language: {wording.language}\n",
        "README.md": _readme(wording, command),
        ".gitignore": _IGNORED,
    }


def filled(example: str) -> dict[str, str]:
    """Give the files of a small filled handbook, each below a line that names it."""
    parts = re.split(r"(?m)^-- (\S+) --\n", example)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def persona_in(files: Mapping[str, str]) -> str:
    """Name the persona that a handbook is about, by its id."""
    return next(PurePosixPath(path).stem for path in files if "/personas/" in path)


def journey(persona: str, title: str, phases: Sequence[str], wording: Wording) -> dict[str, str]:
    """Write the journey of a persona with a step per phase, by path in the content folder.

    Persona and phases are named by their ids, and the persona by its title too.
    """
    folder = f"journeys/{persona}"
    name = wording.text("The journey of {persona}", persona=title)
    return {
        f"{folder}/index.md": draft(Kind.JOURNEY, name, {"persona": persona}, wording),
        **{f"{folder}/{phase}.md": draft(Kind.STEP, "", {}, wording) for phase in phases},
    }


def _ids(titles: Sequence[str]) -> tuple[str, ...]:
    return tuple(file_slug(title) for title in titles)


def _phases(
    phases: Sequence[Phase], wording: Wording, vocabulary: Vocabulary
) -> Iterator[tuple[str, str]]:
    for order, phase in enumerate(phases, start=1):
        title = wording.text(phase.title)
        known = {"order": order, **(_plan(phase, wording, vocabulary) if phase.stage else {})}
        yield f"content/phases/{file_slug(title)}.md", draft(Kind.PHASE, title, known, wording)


def _plan(phase: Phase, wording: Wording, vocabulary: Vocabulary) -> Filled:
    expects: Filled = {
        "assets": _AMOUNT,
        "formats": _AMOUNT,
        "types": tuple(vocabulary.type_label(name).lower() for name in phase.types),
        "cta": phase.cta,
        "gated": phase.gated,
    }
    return {"summary": wording.text(phase.summary), "stage": phase.stage or "", "expects": expects}


def _channels(titles: Sequence[str], wording: Wording) -> Iterator[tuple[str, str]]:
    types = {wording.text(title): kind for title, kind in CHANNELS.items()}
    for title in titles:
        known = {"type": types.get(title, "")}
        yield f"content/channels/{file_slug(title)}.md", draft(Kind.CHANNEL, title, known, wording)


def _readme(wording: Wording, command: str) -> str:
    say = wording.text
    return f"""\
# {say("Our customer journeys")}

{say("A handbook of customer journeys: what people need, ask and feel, and what we offer them.")}

```sh
{command} serve   # {say("the handbook in your browser")}
{command} check   # {say("what is wrong and what is missing")}
{command} new --help   # {say("a new persona, asset or step")}
```

{say("Everything you write stands in `content/`: a file per persona, phase, channel and step.")}
"""
