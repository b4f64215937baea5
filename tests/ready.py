"""What every build of a handbook reads and compiles, done once before its process splits off."""

from contextlib import suppress

import material.plugins.search.plugin
import mkdocs.commands.build
from jinja2 import Environment, TemplateAssertionError
from mkdocs.theme import Theme

import journeybook.adapters.mkdocs.compiling
from journeybook.rendering import compile_handbook
from journeybook.sources.document import SourceFile
from tests.golden.case import SETTINGS, TODAY
from tests.snapshots.handbook import read

__all__ = ("journeybook", "material", "mkdocs")

PAGES = ("404.html", "base.html", "main.html")
LANGUAGES = ("en.html", "nl.html")


def remember_compiled_templates() -> None:
    """Compile no template twice that is the same in all that its compiling depends on.

    Jinja keeps none between environments, of which each build has another.
    """
    compile_template = Environment.compile
    compiled: dict[object, object] = {}

    def remembered(
        self: Environment, source: str, name: str | None = None, filename: str | None = None
    ) -> object:
        way = (type(self), self.code_generator_class, self.autoescape, self.undefined)
        cut = (self.trim_blocks, self.lstrip_blocks, *sorted(self.extensions))
        key = (*way, *cut, source, name, filename)
        if key not in compiled:
            compiled[key] = compile_template(self, source, name, filename)
        return compiled[key]

    Environment.compile = remembered  # type: ignore[assignment,method-assign]


def compile_theme() -> None:
    """Compile the templates of Material that its pages are made of."""
    environment = Theme("material").get_env()
    for name in environment.list_templates(["html"]):
        folder, _, last = name.rpartition("/")
        if folder == "partials" or name in PAGES or last in LANGUAGES:
            # Those for posts need what another plugin brings along.
            with suppress(TemplateAssertionError):
                environment.get_template(name)


remember_compiled_templates()
compile_theme()
compile_handbook(
    [
        SourceFile(path=path, data=text.encode())
        for path, text in read("whole").items()
        if text is not None
    ],
    SETTINGS,
    TODAY,
)
