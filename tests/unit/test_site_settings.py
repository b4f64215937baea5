"""What the settings of a site say, and those that they take over from."""

from collections.abc import Iterator

from journeybook.sources.document import SourceFile
from journeybook.sources.settings.site import read_site
from tests.unit.held import hold_each


def test_what_is_taken_over() -> None:
    hold_each("site-settings", settings)


def settings(given: str) -> Iterator[str]:
    """Tell what the settings of a site say, and where each stands."""
    files = {}
    for part in given.split("-- ")[1:]:
        path, _, text = part.partition(" --\n")
        files[path] = SourceFile(path=path, data=text.encode())
    found = read_site(files)
    if found is None:
        yield "none"
        return
    yield f"{found.values}"
    yield f"{found.tree.path} {' '.join(found.paths)}"
    for key, value in found.values.items():
        inner = [key, *value] if isinstance(value, dict) else [key]
        yield f"{key}: {found.tree.span(key)}, {found.tree.span(*inner[:2])}"
