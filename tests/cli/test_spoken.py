"""A command speaks the language of the handbook it runs for, Click's own words included."""

from pathlib import Path

import pytest

from journeybook.adapters.cli import main
from tests.cli.test_init import journeybook


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Dutch handbook."""
    folder = tmp_path_factory.mktemp("outside") / "dutch"
    assert journeybook("init", str(folder), "--language", "nl").exit_code == 0
    return folder


@pytest.fixture
def dutch(begun: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same, in which the commands run."""
    monkeypatch.chdir(begun)
    return begun


@pytest.mark.usefixtures("dutch")
@pytest.mark.parametrize("name", ["", *main.every])
def test_help_is_dutch_in_a_dutch_handbook(name: str) -> None:
    told = journeybook(*([name] if name else []), "--help").output
    assert "Gebruik:" in told
    assert "[OPTIES]" in told
    assert "OPTIONS" not in told
    assert "Opties:" in told
    # Click makes the line about --help once per process, in the language of the first test.
    told = told.replace("Show this message and exit.", "")
    assert [word for word in (" the ", " and ", "Usage", "Options:") if word in told] == []


@pytest.mark.usefixtures("dutch")
def test_the_name_alone_tells_the_commands() -> None:
    assert "Opdrachten:" in journeybook().output


@pytest.mark.usefixtures("dutch")
@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["chek"], "Fout: Er is geen opdracht 'chek'. "),
        (["new", "step"], "Fout: Er ontbreekt 'TITLE'."),
        (["check", "--fail-on", "nooit"], "Fout: Ongeldige waarde voor '--fail-on'"),
        (["new", "journey", "Niemand"], "Fout: er is geen persona 'Niemand'; wel: klant"),
        (["init"], "mkdocs.yml bestaat al; een handboek begint in een map zonder"),
        (["brief", "123"], "Fout: er is geen witte vlek 123"),
        (["check", "--today", "31-12-2027"], "schrijf jaar-maand-dag, zoals 2027-12-31"),
        (["serve", "--address", "hier"], "Fout: hier is geen adres zoals 127.0.0.1:8001"),
    ],
)
def test_a_refusal_is_dutch_in_a_dutch_handbook(typed: list[str], told: str) -> None:
    done = journeybook(*typed)
    assert done.exit_code == 2
    assert told in done.output


def test_the_handbook_that_is_named_counts(dutch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(dutch.parent)
    monkeypatch.setenv("LANG", "C.UTF-8")
    for named in ([str(dutch)], ["-f", str(dutch / "mkdocs.yml")]):
        assert "Fout: x is er hier niet" in journeybook("check", *named, "--persona", "x").output
    assert "Error: there is no handbook in" in journeybook("check", str(dutch.parent)).output


def test_outside_of_a_handbook_the_machine_tells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("LC_MESSAGES", raising=False)
    monkeypatch.setenv("LANG", "nl_NL.UTF-8")
    assert "Fout: er is geen handboek in ." in journeybook("check").output
    monkeypatch.setenv("LANG", "xx")
    assert "Error: there is no handbook in ." in journeybook("check").output
