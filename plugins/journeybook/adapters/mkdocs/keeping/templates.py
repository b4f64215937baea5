"""The theme's templates: compiled once, and not filled where what they would give is kept."""

from importlib.util import MAGIC_NUMBER
from types import CodeType
from typing import Any

import jinja2
from jinja2.bccache import Bucket

from journeybook.adapters.disk.shelf import Shelf
from journeybook.adapters.mkdocs.keeping.page import KeptPage

COMPILED = f"templates-{MAGIC_NUMBER.hex()}-{jinja2.__version__}"
"""What the compiled templates are kept under: only this Python and this Jinja can read them."""


class KeptTemplate(jinja2.Template):
    """Gives a page as it was at the build before, where it is the same."""

    def render(self, *args: Any, **kwargs: Any) -> str:  # noqa: ANN401 - as in Jinja
        """Fill the template, or give what it gave then."""
        page = args[0].get("page") if args else None
        if isinstance(page, KeptPage) and page.output is not None:
            return page.output
        return super().render(*args, **kwargs)


class Output:
    """Stands for a template that would give what it gave at the build before."""

    def __init__(self, text: str) -> None:
        """Take what it gave."""
        self._text = text

    def render(self, *_: object) -> str:
        """Give it."""
        return self._text


class Compiled(jinja2.BytecodeCache):
    """The compiled templates of a site, by their source and the version of Jinja."""

    def __init__(self, shelf: Shelf) -> None:
        """Read those of the build before."""
        kept = shelf.read(COMPILED)
        self._shelf = shelf
        self._codes: dict[str, tuple[str, CodeType]] = kept if isinstance(kept, dict) else {}
        self._grown = False

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code of a template whose source is the same."""
        checksum, code = self._codes.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        if bucket.code:
            self._codes[bucket.key] = (bucket.checksum, bucket.code)
            self._grown = True

    def save(self) -> None:
        """Write those that came to it."""
        if self._grown:
            self._shelf.write(COMPILED, self._codes)
