"""Pictures that a file names: each a file of the handbook itself, beside its pages."""

from journeybook.codes import Code
from journeybook.handbook.linking.linker import Linker
from journeybook.schema import Entity
from journeybook.sources.document import Document
from journeybook.sources.names import beside, is_picture


def picture_beside(document: Document[Entity], name: str | None, linker: Linker) -> str | None:
    """Find a picture by its way from the file that names it; tell where there is none."""
    if not name:
        return None
    path = beside(document.path, name)
    wrong = _wrong_with(path, name, linker)
    if not wrong:
        return path.removeprefix(linker.content)
    linker.tell(Code.MISSING_PICTURE, document.span("picture"), what=wrong, file=name)
    return None


def _wrong_with(path: str, name: str, linker: Linker) -> str:
    if "://" in name or not path.startswith(linker.content):
        return "outside"
    if not is_picture(path):
        return "other"
    file = linker.files.get(path)
    return "absent" if file is None or file.refused else ""
