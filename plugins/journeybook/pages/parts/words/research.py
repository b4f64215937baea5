"""The words for how research is done."""

from collections.abc import Mapping

from journeybook.handbook.research import Research
from journeybook.wording import Wording, marked

_METHODS: Mapping[str | None, str] = {
    "interview": marked("Interviews"),
    "survey": marked("Survey"),
    "analytics": marked("Analytics"),
    "workshop": marked("Workshop"),
    "desk": marked("Desk research"),
}


def method_word(research: Research, wording: Wording) -> str:
    """Say how a round was done; nothing where nobody said so."""
    word = _METHODS.get(research.method)
    return wording.text(word) if word else ""
