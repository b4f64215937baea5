"""Templates that are looked for and compiled once in a process, whatever asks for them."""

import sysconfig
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

_INSTALLED = Path(sysconfig.get_path("purelib"))


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


def remember_installed_templates() -> None:
    """Look through a folder of installed templates once.

    MkDocs does at each build, to find what it is to copy. What is hidden it passes over, which in
    Material are fourteen thousand icons: to name them all is a fifth of a small build.
    """
    look = FileSystemLoader.list_templates

    @cache
    def installed(folder: str) -> list[str]:
        return [name for name in look(FileSystemLoader(folder)) if not name.startswith(".")]

    def remembered(self: FileSystemLoader) -> list[str]:
        found = set[str]()
        for folder in self.searchpath:
            is_installed = _INSTALLED in Path(folder).parents
            found.update(installed(folder) if is_installed else look(FileSystemLoader(folder)))
        return sorted(found)

    FileSystemLoader.list_templates = remembered  # type: ignore[method-assign]
