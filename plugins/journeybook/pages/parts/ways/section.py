"""A section of the handbook: what its navigation shows together."""

from collections.abc import Callable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section: the folder it is made of, its title, and its pages in order; it may hold none.

    `inner` are the sections that stand inside it, after its pages.
    """

    name: str
    title: str
    uris: tuple[str, ...]
    inner: tuple["Section", ...] = ()

    @property
    def all_uris(self) -> tuple[str, ...]:
        """Its own pages and those inside it."""
        return (*self.uris, *(uri for one in self.inner for uri in one.all_uris))

    def mapped(self, change: Callable[[tuple[str, ...]], tuple[str, ...]]) -> "Section":
        """Give it with its pages changed, and those inside it."""
        inner = tuple(one.mapped(change) for one in self.inner)
        return replace(self, uris=change(self.uris), inner=inner)

    def below(self, folder: str) -> "Section":
        """Give it as a site has it that keeps the handbook in a folder, which ends in `/`."""
        return self.mapped(lambda uris: tuple(f"{folder}{uri}" for uri in uris))
