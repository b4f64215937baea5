"""What every build of a handbook reads and compiles, done once before its process splits off."""

import material.plugins.search.plugin
import mkdocs.commands.build

import journeybook.adapters.mkdocs.compiling
from journeybook.rendering import compile_handbook
from journeybook.sources.document import SourceFile
from tests.golden.case import SETTINGS, TODAY
from tests.snapshots.handbook import read

__all__ = ("journeybook", "material", "mkdocs")

compile_handbook(
    [
        SourceFile(path=path, data=text.encode())
        for path, text in read("whole").items()
        if text is not None
    ],
    SETTINGS,
    TODAY,
)
