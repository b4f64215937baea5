"""What tests of every folder share."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from tests.collecting import collect_seldom
from tests.remembering import remember
from tests.sites import DUTCH, EXAMPLE, built_once

# The same examples on every machine, and no failure because a machine was busy for a moment.
settings.register_profile("journeybook", deadline=None, derandomize=True)
settings.load_profile("journeybook")

_HERE = Path(__file__).parent
_THOROUGH = frozenset(
    {
        *(_HERE / name for name in ("mutation", "property", "recount", "snapshots")),
        _HERE / "architecture/test_layers.py",
        _HERE / "cli/test_ci.py",
        _HERE / "cli/test_comment_workflow.py",
        _HERE / "cli/test_configuration.py",
        _HERE / "cli/test_followed.py",
        _HERE / "cli/test_gitlab_comment.py",
        _HERE / "cli/test_lsp.py",
        _HERE / "cli/test_refused_by_disk.py",
        _HERE / "cli/test_vscode.py",
        _HERE / "review/test_every_key.py",
        _HERE / "review/test_sameness.py",
        _HERE / "unit/importing/test_round_trip.py",
        _HERE / "unit/test_author_schema.py",
        _HERE / "unit/test_edges.py",
        _HERE / "unit/test_fingerprints.py",
        _HERE / "unit/test_growth.py",
        _HERE / "unit/test_languages.py",
        _HERE / "unit/test_many.py",
        _HERE / "unit/test_mutations.py",
        _HERE / "unit/test_nothing_is_lost.py",
    }
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the slow tests last, so that what fails quickly is known quickly.

    The slowest of them come first, so that no worker is left alone with one in the end.
    """
    for item in items:
        if item.path.parent in _THOROUGH or item.path in _THOROUGH:
            item.add_marker(pytest.mark.thorough)
    items.sort(key=_slowness)


def _slowness(item: pytest.Item) -> tuple[bool, int]:
    mark = item.get_closest_marker("slow")
    return mark is not None, -sum(mark.args if mark else ())


def pytest_collection_finish() -> None:
    """Leave all tests alone when looking for garbage, and make once what is the same in many."""
    collect_seldom()
    remember()


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the sites that are built once per run, whichever worker needs them first."""
    own = tmp_path_factory.getbasetemp()
    # A worker's folder lies in that of the run.
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "sites"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def example(sites: Path) -> Path:
    """The site of the example handbook."""
    return built_once(EXAMPLE, sites / "example")


@pytest.fixture(scope="session")
def dutch(sites: Path) -> Path:
    """The site of the Dutch handbook."""
    return built_once(DUTCH, sites / "dutch")
