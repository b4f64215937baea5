"""The files that a handbook begins with, as a whole, in each language and with each model."""

import pytest

from journeybook.adapters.disk.language import wording_in
from journeybook.adapters.disk.resources import shipped
from journeybook.handbook.layered_words import make_vocabulary
from journeybook.resources import languages_of
from journeybook.schema.settings.configuration import Configuration
from journeybook.starting.beginning import Beginning, files_of, is_no_model, names_in, phases_of
from tests.unit.held import hold


@pytest.mark.parametrize(
    ("language", "phases", "persona", "channels"),
    [
        ("en", "5", "Customer", "Website, E-mail, Search engine, Conversation"),
        ("nl", "6", "CFO: de baas", "Website, Beurs"),
        ("en", "Look around;  Decide: now,look around", "O'Neill", ""),
    ],
)
def test_a_handbook_begins_with(language: str, phases: str, persona: str, channels: str) -> None:
    beginning = Beginning(persona=persona, phases=phases_of(phases), channels=names_in(channels))
    vocabulary = make_vocabulary(languages_of(shipped()), Configuration(language=language))
    files = files_of(beginning, wording_in(language), vocabulary, "uv run journeybook")
    hold(f"begun-{language}-{phases[0]}", (f"== {path} ==\n{text}" for path, text in files.items()))


@pytest.mark.parametrize(
    ("text", "is_none"), [("4", True), (" 7 ", True), ("5", False), (" 6", False), ("A, B", False)]
)
def test_a_number_without_a_model_is_told(text: str, is_none: bool) -> None:
    assert is_no_model(text) is is_none
