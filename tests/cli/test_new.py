"""`journeybook new`: files to fill in, that fit the handbook as they are."""

from pathlib import Path

import pytest

from tests.cli.test_init import journeybook, problems


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    """A Dutch handbook as it begins."""
    done = journeybook("init", str(tmp_path), "--language", "nl", "--persona", "Koper")
    assert done.exit_code == 0, done.output
    return tmp_path


def add(handbook: Path, *arguments: str) -> str:
    """Add a file and give what is printed."""
    done = journeybook("new", *arguments, "--path", str(handbook), "--today", "2026-11-21")
    assert done.exit_code == 0, done.output
    return done.output


ADDED = [
    (("persona", "Wie tekent?"), "personas/wie-tekent.md", "role:\n"),
    (("phase", "Afscheid"), "phases/afscheid.md", "order: 6\n"),
    (("phase", "Con"), "phases/con-2.md", "title: Con\n"),
    (("persona", "Index"), "personas/index-2.md", "title: Index\n"),
    (("Kanaal", "Beurs"), "channels/beurs.md", "type:\n"),
    (("channel", "Beurs"), "channels/beurs.md", "(eigen, verdiend, betaald, persoonlijk)\ntype:\n"),
    (
        ("asset", "Wat kost het?", "--phase", "aankoop"),
        "assets/wat-kost-het.md",
        "status: idee\n# Voor wie het gemaakt is; `alle` voor iedereen.\npersonas:\n",
    ),
    (
        ("step", "Nog een keer", "--phase", "Aankoop"),
        "journeys/koper/nog-een-keer.md",
        "phase: aankoop\n# De plaats, waar een fase meer stappen heeft.\norder: 2\n",
    ),
    (("research", "Gesprekken"), "research/gesprekken.md", "date: 2026-11-21\n"),
    (
        ("action", "Bel terug", "--journey", "koper", "--phase", "aankoop"),
        "actions/bel-terug.md",
        "journey: koper\n# De fase die het verbetert.\nphase: aankoop\n",
    ),
]


@pytest.mark.parametrize(("arguments", "path", "held"), ADDED, ids=[one[0][0] for one in ADDED])
def test_a_new_file_holds_what_is_known(
    handbook: Path, arguments: tuple[str, ...], path: str, held: str
) -> None:
    file = handbook / "content" / path
    assert add(handbook, *arguments).strip() == str(file)
    assert held in file.read_text("utf-8")
    assert problems(handbook) == []


def test_a_new_journey_has_a_step_per_phase(handbook: Path) -> None:
    add(handbook, "persona", "Beslisser")
    assert len(add(handbook, "journey", "beslisser").splitlines()) == 6
    head = (handbook / "content/journeys/beslisser/index.md").read_text("utf-8")
    assert "title: De klantreis van Beslisser\n" in head
    assert "persona: beslisser\n" in head
    assert problems(handbook) == []


def test_a_step_that_was_deleted_comes_back(handbook: Path) -> None:
    step = handbook / "content/journeys/koper/aankoop.md"
    text = step.read_bytes()
    step.unlink()
    add(handbook, "step", "Aankoop")
    assert step.read_bytes() == text


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("journey", "nobody"), "er is geen persona 'nobody'; wel: koper"),
        (("journey", "koper"), "bestaat al en blijft zoals het is"),
        (("step", "nowhere"), "er is geen phase 'nowhere'"),
        (
            ("channel", "Beurs", "--phase", "aankoop"),
            "--phase zegt niets over dit soort bestand (channel)",
        ),
        (
            ("persona", "Ik", "--journey", "koper"),
            "--journey zegt niets over dit soort bestand (persona)",
        ),
        (("persona", " "), "een nieuw bestand heeft een titel nodig"),
    ],
)
def test_what_cannot_be_added_is_refused(
    handbook: Path, arguments: tuple[str, ...], reason: str
) -> None:
    before = {file: file.read_bytes() for file in handbook.rglob("*.md")}
    done = journeybook("new", *arguments, "--path", str(handbook))
    assert done.exit_code == 2
    assert reason in done.output
    assert {file: file.read_bytes() for file in handbook.rglob("*.md")} == before


def test_a_kind_that_is_none_is_told_with_those_that_are(handbook: Path) -> None:
    done = journeybook("new", "folder", "Open dag", "--path", str(handbook))
    assert done.exit_code == 2
    assert "“folder”" in done.output
    assert "persona, fase, kanaal, content, klantreis, stap, onderzoek, actie" in done.output
