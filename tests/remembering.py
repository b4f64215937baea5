"""Templates and files that are looked for, compiled and read once in a process by all its tests."""

import sysconfig
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader

from journeybook.findings import Mistake
from journeybook.schema.period import Words
from journeybook.sources import reading
from journeybook.sources.document import SourceFile

_INSTALLED = Path(sysconfig.get_path("purelib"))
_LARGE = 5_000


def remember() -> None:
    """Make once in this process what is the same in many tests."""
    remember_compiled_templates()
    remember_installed_templates()
    remember_read_files()


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


def remember_read_files() -> None:
    """Read no file twice that is the same with all that its reading depends on.

    Each test begins without what any other has read, and a sixth of what they do would be to read
    the same few handbooks. Large files are read by tests of how long it takes.
    """
    read = reading.read_file  # type: ignore[attr-defined]

    @cache
    def known(file: SourceFile, inside: str, words: Words | None) -> tuple[object, list[Mistake]]:
        wrong: list[Mistake] = []
        return read(file, inside, wrong, words, ()), wrong

    def remembered(
        file: SourceFile,
        inside: str,
        mistakes: list[Mistake],
        words: Words,
        layers: tuple[Any, ...],
    ) -> object:
        if layers or len(file.data) > _LARGE:
            return read(file, inside, mistakes, words, layers)
        found, wrong = known(file, inside, words)
        mistakes.extend(wrong)
        return found

    reading.read_file = remembered  # type: ignore[assignment,attr-defined]
