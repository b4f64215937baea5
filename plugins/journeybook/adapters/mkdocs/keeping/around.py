"""The navigation of the theme, each part of it filled once for all pages of a folder.

Where a page stands in none of it, a part looks the same around every page of a folder; and where a
site does not prune its navigation, to fill all of it for each page takes longer than all else that
the engine does.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from posixpath import dirname, normpath
from typing import Any

from jinja2 import ChoiceLoader, DictLoader, PrefixLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation

from journeybook.adapters.mkdocs.pages.page import KeptPage

_THEME = "material"
_PART = "partials/nav-item.html"
# It gives the very text of the theme's template, which has another name meanwhile.
_ONCE = f"""\
{{%- import "theirs:{_PART}" as theirs with context -%}}
{{%- macro render(part, path, level, parent) -%}}
{{%- set place = journeybook_around.place_of(part, page) -%}}
{{%- if place is none -%}}{{{{ theirs.render(part, path, level, parent) }}}}
{{%- else -%}}
{{%- if place not in journeybook_around.filled -%}}
{{%- set text = theirs.render(part, path, level, parent) -%}}
{{%- set _ = journeybook_around.filled.update({{place: text}}) -%}}
{{%- endif -%}}
{{{{ journeybook_around.filled[place] }}}}
{{%- endif -%}}
{{%- endmacro -%}}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What the navigation shows around pages: its parts, as they were `filled` for a folder.

    `addresses` are those that each part leads to, and all that these are below.
    """

    addresses: Mapping[int, frozenset[str]]
    filled: dict[tuple[int, str], str] = field(default_factory=dict)

    def place_of(self, part: Any, page: object) -> tuple[int, str] | None:  # noqa: ANN401
        """Tell where a page sees a part as others do; None where it is the only one to do so.

        From two pages of one folder the same links lead to whatever is neither of the two nor below
        them.
        """
        known = self.addresses.get(id(part))
        if known is None or not isinstance(page, KeptPage):
            return None
        address = page.url.rstrip("/")
        return None if address in known else (id(part), dirname(address))


def fill_once(env: Any, nav: Navigation, config: MkDocsConfig) -> None:  # noqa: ANN401 - of Jinja
    """Let the theme fill parts of its navigation no oftener than they differ, if they are its own.

    `nav` must live for as long as the environment does.
    """
    own = config.theme.custom_dir
    if config.theme.name != _THEME or (own and Path(own, _PART).exists()):
        return
    addresses = {id(part): frozenset(_addresses([part])) for part in nav.items}
    env.globals["journeybook_around"] = Around(addresses=addresses)
    theirs = PrefixLoader({"theirs": env.loader}, delimiter=":")
    env.loader = ChoiceLoader([DictLoader({_PART: _ONCE}), theirs, env.loader])


def _addresses(parts: Iterable[Any]) -> Iterator[str]:
    for part in parts:
        address = normpath(f"/{getattr(part, 'url', None) or ''}")[1:]
        yield address
        while address:
            address = dirname(address)
            yield address
        yield from _addresses(part.children or ())
