"""`journeybook explain` and `journeybook doctor`: what words mean, and what was found."""

import json
from os import environ
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from journeybook.adapters.cli import main
from journeybook.adapters.disk.workspace import read_anywhere
from journeybook.manual.explaining import writable
from journeybook.schema.types import meaning_of
from tests.sites import DUTCH, EXAMPLE


def journeybook(*arguments: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, arguments)


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("unanswered-question", "unanswered-question: Unanswered question\nA question that a"),
        ("[stale-asset]", "Without a setting it weighs: medium."),
        ("touchpoints", "touchpoints (step): Where they meet the company.\ntouchpoints (action):"),
        ("vragen", "questions (step): What they ask here."),
        ("answered_by", "answered_by (questions): The assets that answer it"),
        ("evidence", "evidence (goals, pains, needs, questions, emotion, "),
        ("owner", "owner (persona, phase, channel, asset, journey, step, research, action):"),
        ("kpis.actual", "actual (kpis): What it is now."),
        ("survey.asked.others", "others (asked): The column with how well it goes"),
        ("action.phases", "phases (action): The phases it improves"),
        ("assets.cta", "cta (asset): Its call to action."),
        ("Call to action", "cta (asset): Its call to action."),
        ("months", "months (unused-content): "),
        ("success story", "Case, a type of content (case): "),
        ("klad", "Draft, a status (draft): It is being made."),
        ("angry", "angry, a feeling: -2 on the scale from -2 to 2"),
        (
            "Happiness",
            "Touchpoints that please (liked-touchpoints): Happiness: the touchpoints that",
        ),
        (
            "thin-places",
            "Thin places (thin-places): Thin: places with",
        ),
        ("Gaps closed", "Gaps closed (closed): Closed: gaps that were open or being filled at the"),
        ("24 open gaps", "Open gaps (open-gaps): Open gaps: content that is missing, that nobody"),
        ("coverage", "Statements researched (statements-researched): Evidence coverage: the"),
    ],
)
def test_a_code_a_key_and_a_word_are_explained(word: str, told: str) -> None:
    done = journeybook("explain", word, "--path", str(EXAMPLE.parent))
    assert done.exit_code == 0, done.output
    assert told in done.output


def test_it_speaks_the_language_of_the_handbook() -> None:
    done = journeybook("explain", "touchpoints", "--path", str(DUTCH))
    assert done.output.startswith("touchpoints (stap): Waar ze het bedrijf ontmoeten.")
    for word in ("asset.review_every", "content.review_every"):
        done = journeybook("explain", word, "--path", str(DUTCH))
        assert done.output.startswith("review_every (content): "), done.output
    done = journeybook("explain", "Nakijken om de", "--path", str(DUTCH))
    assert done.output.startswith("review_every (persona, "), done.output


def test_keys_are_told_as_they_are_written() -> None:
    told = journeybook("explain", "columns", "--path", str(DUTCH)).output
    assert "personas, phases, channels, answers" in told
    told = journeybook("explain", "published", "--path", str(DUTCH)).output
    assert told.startswith("published (content): De dag waarop het verscheen.\n")
    assert "columns" not in told


@pytest.mark.parametrize(
    ("word", "near"), [("touchpionts", "touchpoints"), ("hapiness", "happiness")]
)
def test_what_nothing_is_called_leads_to_what_is_near(word: str, near: str) -> None:
    done = journeybook("explain", word, "--path", str(EXAMPLE.parent))
    assert (done.exit_code, f"did you mean {near}?" in done.output) == (2, True)


def test_a_figure_that_is_called_so_keeps_out_those_that_are_in_part() -> None:
    lines = journeybook("explain", "Open gaps", "--path", str(EXAMPLE.parent)).output.splitlines()
    assert [line.partition(":")[0] for line in lines] == ["Open gaps (open-gaps)"]
    asked = journeybook("explain", "gaps opened", "--path", str(EXAMPLE.parent)).output
    assert asked.startswith("Gaps opened (opened): ")


def test_what_nothing_is_near_leads_to_what_can_be_asked() -> None:
    done = journeybook("explain", "qwertyuiop", "--path", str(EXAMPLE.parent))
    assert (done.exit_code, "ask for the code in brackets" in done.output) == (2, True)


def test_the_doctor_tells_what_was_found() -> None:
    done = journeybook("doctor", str(EXAMPLE.parent))
    assert done.exit_code == 0, done.output
    assert "content/journeys: 5, with 25 steps" in done.output
    assert "mkdocs-material " in done.output


def test_the_doctor_tells_what_takes_no_part(tmp_path: Path) -> None:
    lost = tmp_path / "content" / "kanalen" / "beurs.md"
    lost.parent.mkdir(parents=True)
    lost.write_text("---\ntitle: Beurs\ntype: owned\n---\n", encoding="utf-8")
    done = journeybook("doctor", str(tmp_path))
    assert done.exit_code == 1
    told = [line for line in done.output.splitlines() if line.startswith("! ")]
    assert [line.partition(";")[0] for line in told] == [
        "! there is no mkdocs.yml",
        "! no file in content/ describes anything",
        "! content/kanalen/beurs.md:1:1: this has the keys of a channel but lies outside channels/",
    ]


def test_the_doctor_names_what_the_site_leaves_out(tmp_path: Path) -> None:
    for name in ("personas/cfo.md", "personas/old.md", "notes/talk.md", "notes/talk.txt"):
        file = tmp_path / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("---\ntitle: CFO\n---\n", encoding="utf-8")
    settings = "site_name: x\ndocs_dir: content\nplugins: [journeybook]\n"
    left_out = "exclude_docs: notes/\ndraft_docs: old.md\n"
    (tmp_path / "mkdocs.yml").write_text(settings + left_out, encoding="utf-8")
    done = journeybook("doctor", str(tmp_path))
    assert done.exit_code == 0, done.output
    told = [line for line in done.output.splitlines() if "left out of the site" in line]
    assert [line.split()[0] for line in told] == [
        "content/notes/talk.md",
        "content/personas/old.md",
    ]


def test_a_folder_without_a_handbook_is_one_sentence(tmp_path: Path) -> None:
    done = journeybook("doctor", str(tmp_path))
    assert done.exit_code == 1
    assert "! there is no handbook in " in done.output
    assert "`journeybook init` begins one" in done.output


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (("explain", "role"), "role (persona): Their part in the buying group. (initiator,"),
        (
            ("explain", "beslisser", "--language", "nl"),
            "role: beslisser (persona): Hun rol in de DMU",
        ),
        (("schema", "made", "--lang=nl"), "phase.schema.json\n"),
        (("init", "begun", "--lang", "nl"), "Het handboek staat klaar"),
        (("languages",), "nl  Dutch: "),
    ],
)
def test_what_is_about_no_handbook_needs_none(
    typed: tuple[str, ...], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("os.environ", {**environ, "LC_ALL": "C", "HOME": str(tmp_path)})
    done = journeybook(*typed)
    assert (done.exit_code, told in done.output) == (0, True), done.output
    for made in tmp_path.glob("made/phase.*"):
        stages = json.loads(made.read_text("utf-8"))["properties"]["stage"]["anyOf"][0]["enum"]
        assert stages[:2] == ["koper", "buyer"]


def test_a_language_that_is_not_there_is_refused() -> None:
    done = journeybook("explain", "role", "--language", "xx")
    assert (done.exit_code, "only en, nl" in done.output) == (2, True)


def test_what_a_key_means_stands_on_its_own() -> None:
    wording = read_anywhere(EXAMPLE.parent, "en").site.wording
    told = [
        meaning_of(field, wording)
        for _, model in writable(wording)
        for field in model.model_fields.values()
    ]
    assert not [one for one in told if one.casefold().startswith(("the same", "likewise", "also"))]
