"""Pictures that a file names: each a file of the handbook itself, beside its pages."""

from posixpath import dirname, join, normpath, splitext

from journeybook.codes import Code
from journeybook.findings import Mistake
from journeybook.handbook.linking.linker import Linker
from journeybook.schema import Entity
from journeybook.sources.document import Document

_PICTURES = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"})


def picture_beside(document: Document[Entity], name: str | None, linker: Linker) -> str | None:
    """Find a picture by its way from the file that names it; tell where there is none."""
    if not name:
        return None
    # Windows writes a place with backslashes.
    path = normpath(join(dirname(document.path), name.replace("\\", "/")))
    wrong = _wrong_with(path, name, linker)
    if not wrong:
        return path.removeprefix(linker.content)
    values = {"what": wrong, "file": name}
    span = document.span("picture")
    linker.mistakes.append(Mistake(code=Code.MISSING_PICTURE, span=span, values=values))
    return None


def _wrong_with(path: str, name: str, linker: Linker) -> str:
    if "://" in name or not path.startswith(linker.content):
        return "outside"
    if splitext(path)[1].lower() not in _PICTURES:
        return "other"
    file = linker.files.get(path)
    return "absent" if file is None or file.refused else ""
