"""A whole handbook in one call, as tests want it."""

from collections.abc import Iterable
from datetime import date

from journeybook.pipeline import CompileSettings, read_handbook
from journeybook.rendering import Compilation, render_handbook
from journeybook.sources.document import SourceFile


def compile_handbook(
    sources: Iterable[SourceFile], settings: CompileSettings, today: date
) -> Compilation:
    """Make the pages and files of a handbook as of a day, whatever state its sources are in."""
    return render_handbook(read_handbook(sources, settings, today))
