"""Which of our style sheets a page needs: the common ones, and those whose classes it uses."""

import re
from copy import copy
from functools import cache

from mkdocs.config.defaults import MkDocsConfig

from journeybook.adapters.disk.shown import static_files

COMMON = frozenset(("tokens.css", "components.css", "plain.css", "print.css"))
_SHARED = "grid.css"
"""What several areas refine: its classes are no sign that a page needs the sheet of an area."""
_ON_PAPER = "print.css"
"""What says of classes how they are printed is not where they are styled."""

_SELECTED = re.compile(r"\.(jb-[\w-]+)")
_USED = re.compile(r'class="([^"]*)"')


def with_needed_styles(config: MkDocsConfig, html: str, folder: str) -> MkDocsConfig:
    """Give the configuration of one page, without the style sheets that do nothing on it."""
    used = {name for found in {*_USED.findall(html)} for name in found.split()}
    unneeded = {f"{folder}/{sheet}" for sheet, names in _own_classes().items() if not names & used}
    page = copy(config)
    page.extra_css = [name for name in config.extra_css if name not in unneeded]
    return page


@cache
def _own_classes() -> dict[str, frozenset[str]]:
    sheets = {name: _classes(data) for name, data in static_files().items() if name[-4:] == ".css"}
    screen = (sheets[name] for name in COMMON - {_ON_PAPER} if name in sheets)
    on_screen = frozenset[str]().union(*screen)
    elsewhere = on_screen | sheets[_ON_PAPER] | sheets[_SHARED]
    return {
        name: found - (on_screen if name == _SHARED else elsewhere)
        for name, found in sheets.items()
        if name not in COMMON
    }


def _classes(data: bytes) -> frozenset[str]:
    return frozenset(_SELECTED.findall(data.decode()))
