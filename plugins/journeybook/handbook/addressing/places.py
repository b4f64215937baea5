"""Who has which address in the site: no page or file takes that of another."""

from dataclasses import dataclass
from itertools import count

from journeybook.handbook.book import Handbook
from journeybook.handbook.ids import composed, file_name, last_part

OWNERS, BRIEFS = "gaps/owners/", "gaps/briefs/"
KEPT = (OWNERS, BRIEFS)
"""The folders of pages whose names no author chooses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Two pages that want one address.

    `path` is a file that an author can rename and `other` what it clashes with: another file, or a
    page of ours, which then stands at `moved`.
    """

    address: str
    path: str
    other: str
    moved: str = ""


@dataclass(slots=True, kw_only=True)
class _Holder:
    # Who has an address: the path of the page, and the author's file that it is or tells about. A
    # plain page of an author is open to what we make for its address, once.
    uri: str
    path: str = ""
    is_open: bool = False


class Places:
    """Gives every page and file its place, the authors' own first."""

    def __init__(self, handbook: Handbook) -> None:
        self.clashes: list[Clash] = []
        self._held: dict[str, _Holder] = {}
        self._inside = f"{handbook.content}/"
        described = {
            entity.path for folder in handbook.entities.values() for entity in folder.values()
        }
        hidden = {step.path for _, step in handbook.all_steps}
        plain = {page.path for page in handbook.pages}
        # What could not be read has no page, so it keeps no address from others.
        unread = {path for path in handbook.paths if path.endswith(".md")} - described - plain
        for path in sorted(handbook.paths - unread):
            if path.startswith(self._inside):
                # A step has no page, but disks may take two of them for one file all the same.
                key = f"#{_key(path)}" if path in hidden else _key(path.removeprefix(self._inside))
                self._hold(path, key, is_open=path in plain)

    def _hold(self, path: str, key: str, *, is_open: bool) -> None:
        uri = path.removeprefix(self._inside)
        first = self._held.setdefault(key, _Holder(uri=uri, path=path, is_open=is_open))
        if first.path != path:
            self._tell(Clash(address=_key(uri), path=path, other=first.path))

    def _tell(self, clash: Clash) -> None:
        # Two files of one address would have all that is made of them at one address too.
        pairs = [{known.path, known.other} for known in self.clashes]
        if {clash.path, clash.other} not in pairs:
            self.clashes.append(clash)

    def page(self, uri: str, about: str = "") -> str:
        """Give a page of ours the path it wants, that of an author's page there, or a free one."""
        wanted = "/".join(map(file_name, uri.removesuffix(".md").split("/"))) + uri[-3:]
        holder = self._held.get(_key(wanted))
        if holder is None and not (about and _key(wanted).startswith(KEPT)):
            self._held[_key(wanted)] = _Holder(uri=wanted, path=about)
            return wanted
        if holder and holder.is_open:
            holder.is_open = False
            return holder.uri
        return self._aside(wanted, holder or _Holder(uri=OWNERS), about)

    def file(self, name: str, about: str = "") -> str:
        """Give a file of ours the name it wants, or a free one."""
        ours = _Holder(uri=name, path=about)
        holder = self._held.setdefault(_key(name), ours)
        return name if holder is ours else self._aside(name, holder, about)

    def _aside(self, wanted: str, holder: _Holder, about: str) -> str:
        stem, dot, ending = wanted.rpartition(".")
        names = (f"{stem}-{at}{dot}{ending}" for at in count(2))
        free = next(name for name in names if _key(name) not in self._held)
        self._held[_key(free)] = _Holder(uri=free, path=about)
        path, other = (about, holder.path or holder.uri) if about else (holder.path, wanted)
        if path:
            self._tell(Clash(address=_key(wanted), path=path, other=other, moved=free))
        return free


def _key(uri: str) -> str:
    # MkDocs makes `a.md`, `a/index.md` and `a/README.md` the page `a/`; disks of Windows and
    # Apple's know no difference between `A` and `a`.
    stem = uri.removesuffix(".md")
    if stem == uri:
        return composed(uri).casefold()
    name = last_part(stem)
    folder = stem.removesuffix(name) if name in ("index", "README") else f"{stem}/"
    return composed(folder).casefold()
