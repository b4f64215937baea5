"""What every build of a handbook reads and compiles, done once before its process splits off."""

from contextlib import suppress

import material.plugins.search.plugin
import mkdocs.commands.build
from jinja2 import TemplateAssertionError
from mkdocs.theme import Theme

import journeybook.adapters.mkdocs.compiling
from journeybook.sources.document import SourceFile
from tests.compiling import compile_handbook
from tests.golden.case import SETTINGS, TODAY
from tests.remembering import remember_compiled_templates, remember_installed_templates
from tests.snapshots.handbook import read

__all__ = ("journeybook", "material", "mkdocs")

PAGES = ("404.html", "base.html", "main.html")
LANGUAGES = ("en.html", "nl.html")


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
remember_installed_templates()
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
