"""Templates: compiled once, and those of the theme not filled where what they give is kept."""

from dataclasses import dataclass, field
from importlib.util import MAGIC_NUMBER
from typing import Any

import jinja2

from journeybook.adapters.disk.keeping.shelf import Shelf
from journeybook.adapters.mkdocs.pages.page import KeptPage
from journeybook.pages.parts.filling.compiled import CompiledTemplates

_READERS = f"{MAGIC_NUMBER.hex()}-{jinja2.__version__}"
OF_THEME, OF_OURS = f"theme-{_READERS}", f"blocks-{_READERS}"
"""What compiled templates are kept under: only this Python and this Jinja can read them."""


class KeptTemplate(jinja2.Template):
    """Gives a page as it was at the build before, where it is the same."""

    def render(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as in Jinja
        """Fill the template, or give what it gave then."""
        page = args[0].get("page") if args else None
        if isinstance(page, KeptPage) and page.output is not None:
            return page.output
        return super().render(*args, **kwargs)


class Written:
    """Stands for the text of a finished page, of which the engine takes nothing but the bytes.

    To make a text of them, cut off its spaces and make bytes of it again takes longer than to read
    the page.
    """

    def __init__(self, data: bytes) -> None:
        """Take what was written."""
        self._data = data

    def strip(self) -> bytes:
        """Tell whether there is something to write."""
        return self._data

    def encode(self, *_: object, **__: object) -> bytes:
        """Give what is written."""
        return self._data


class Output:
    """Stands for a template that would give what it gave at the build before."""

    def __init__(self, text: str) -> None:
        """Take what it gave."""
        self._text = text

    def render(self, *_: object) -> str:
        """Give it."""
        return self._text


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCode:
    """Compiled templates as they are kept between builds, under a `name` on the same `ground`."""

    shelf: Shelf
    name: str
    ground: bytes
    templates: CompiledTemplates = field(default_factory=CompiledTemplates)

    def load(self) -> None:
        """Take those of the build before."""
        kept = self.shelf.read(self.name)
        if isinstance(kept, tuple) and kept[0] == self.ground:
            self.templates.codes.update(kept[1])

    def save(self) -> None:
        """Keep them, if there are any that were not."""
        if self.templates.grown:
            self.shelf.write(self.name, (self.ground, self.templates.codes))
            self.templates.grown = False
