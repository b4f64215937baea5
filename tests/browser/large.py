"""A handbook with as many contents and personas as a large company has."""

from pathlib import Path

from tests.benchmarks.generator import Size, write_handbook

LARGE = Size(assets=1000, personas=20)

# A hook that leaves the catalogue alone on its site, since nobody opens the pages of its rows here.
_ALONE = """\
from mkdocs.plugins import event_priority

@event_priority(-100)
def on_files(files, config):
    for file in files.documentation_pages():
        if file.src_uri.startswith("assets/") and file.src_uri != "assets/index.md":
            files.remove(file)
    return files
"""


def write_large(folder: Path) -> Path:
    """Write the handbook into an empty folder and give its mkdocs.yml."""
    write_handbook(folder, LARGE)
    (folder / "alone.py").write_text(_ALONE, encoding="utf-8")
    configuration = folder / "mkdocs.yml"
    with_tabs = configuration.read_text("utf-8").replace("prune]", "prune, navigation.tabs]")
    configuration.write_text(f"{with_tabs}hooks: [alone.py]\n", encoding="utf-8")
    return configuration
