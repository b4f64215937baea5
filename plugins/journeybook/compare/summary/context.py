"""What surrounds a comparison: which states it is of, and what could not be compared."""

from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import normpath
from urllib.parse import quote

from journeybook.findings import Span
from journeybook.wording import Wording

_FILE = "index.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The names of both states and the version that compares them, as far as they are known.

    `left_out` are the paths of what git holds no text of here; `troubles` are sentences on what
    else stood in the way. `inside` is the folder of the handbook in its repository, with a slash
    behind, as `earlier_inside` was, and `files` the address of that repository's files at the later
    `commit`, as `earlier_files` is at the earlier one; `preview` is the address of a site that was
    built of it.
    """

    before: str = ""
    after: str = ""
    version: str = ""
    left_out: tuple[str, ...] = ()
    troubles: tuple[str, ...] = ()
    inside: str = ""
    earlier_inside: str = ""
    files: str = ""
    earlier_files: str = ""
    preview: str = ""
    commit: str = ""

    def href(self, span: Span, *, earlier: bool = False) -> str:
        """Give the address of a line at the code host; nothing where it is not known."""
        files = self.earlier_files if earlier else self.files
        inside = self.earlier_inside if earlier else self.inside
        return f"{files}/{quote(normpath(f'{inside}{span.path}'))}#L{span.line}" if files else ""

    def shown_at(self, page: str) -> str:
        """Give the address of a page in the preview; nothing where there is none."""
        if not self.preview or not page:
            return ""
        if not self.preview.endswith(_FILE):
            return f"{self.preview}/{page}"
        # A host that names every file shows no folder.
        path, hash_, anchor = page.partition("#")
        whole = f"{path}{_FILE}" if path.endswith("/") or not path else path
        return f"{self.preview.removesuffix(_FILE)}{whole}{hash_}{anchor}"

    def caveats(self, wording: Wording) -> Iterator[str]:
        """Say what was not compared."""
        if self.left_out:
            yield wording.text(
                "Not compared, since git holds no text of it here: {paths}.",
                paths=", ".join(self.left_out),
            )


NOTHING_KNOWN = Context()
"""Where nobody told of any surroundings."""
