"""What surrounds a comparison: which states it is of, and what could not be compared."""

from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import normpath
from urllib.parse import quote

from journeybook.findings import Span
from journeybook.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The names of both states and the version that compares them, as far as they are known.

    `left_out` are the paths of what git holds no text of here; `troubles` are sentences on what
    else stood in the way. `inside` is the folder of the handbook in its repository, with a slash
    behind, and `files` the address of that repository's files at the later `commit`; `preview` is
    the address of a site that was built of it.
    """

    before: str = ""
    after: str = ""
    version: str = ""
    left_out: tuple[str, ...] = ()
    troubles: tuple[str, ...] = ()
    inside: str = ""
    files: str = ""
    preview: str = ""
    commit: str = ""

    def href(self, span: Span) -> str:
        """Give the address of a line at the code host; nothing where it is not known."""
        if not self.files:
            return ""
        return f"{self.files}/{quote(normpath(f'{self.inside}{span.path}'))}#L{span.line}"

    def shown_at(self, page: str) -> str:
        """Give the address of a page in the preview; nothing where there is none."""
        return f"{self.preview}/{page}" if self.preview and page else ""

    def caveats(self, wording: Wording) -> Iterator[str]:
        """Say what was not compared."""
        if self.left_out:
            yield wording.text(
                "Not compared, since git holds no text of it here: {paths}.",
                paths=", ".join(self.left_out),
            )
