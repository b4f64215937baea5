"""What bringing a file in comes to: files that begin, changes that are offered or taken."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from journeybook.importing.heard import Place, Trouble
from journeybook.sources.document import SourceFile
from journeybook.sources.edits.change import Change
from journeybook.sources.edits.changing import with_change
from journeybook.sources.yaml.nodes import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A change that is offered for a file of the handbook: what stands there, and what would.

    Without a `change` it is a text for the end of the file. `is_disputed` where both sides changed
    it since it was exported.
    """

    path: str
    after: str
    before: str = ""
    change: Change | None = None
    place: Place = field(default_factory=Place)
    is_disputed: bool = False

    @property
    def id(self) -> str:
        """Five signs to choose it by, the same in every run."""
        said = repr((self.path, self.key, self.before, self.after))
        return sha256(said.encode()).hexdigest()[:5]

    @property
    def key(self) -> str:
        """Which key of the file it is about, with the place in a list counted from 1."""
        keys = self.change.keys if self.change else ()
        return ".".join(str(one + 1) if isinstance(one, int) else one for one in keys)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """New files by their path, and changes for those there are.

    `said` counts what was read, `same` what of it the handbook says already, and `in_prose` what no
    key has a place for, by the heading it stands under.
    """

    new: Mapping[str, str] = field(default_factory=dict)
    offers: tuple[Offer, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    said: int = 0
    same: int = 0
    in_prose: Mapping[str, int] = field(default_factory=dict)

    @property
    def remarks(self) -> int:
        """How many texts go into the prose."""
        return sum(self.in_prose.values())


def shown(value: Value) -> str:
    """Write a value on one line for people."""
    match value:
        case None:
            return ""
        case str():
            return value
        case list():
            return ", ".join(map(shown, value))
        case dict():
            return "; ".join(f"{key}: {shown(inner)}" for key, inner in value.items())


def taken(
    files: Iterable[SourceFile], offers: Iterable[Offer]
) -> tuple[list[tuple[SourceFile, SourceFile]], list[Offer]]:
    """Give each file before and after, and the changes that cannot be made for certain."""
    before: Mapping[str, SourceFile] = {file.path: file for file in files}
    after: dict[str, bytes] = {}
    undone: list[Offer] = []
    # What is taken away last in a list leaves the places before it as they are.
    for offer in sorted(offers, key=_taken_away_last):
        data = after.get(offer.path, before[offer.path].data)
        changed = _changed(data, offer)
        if changed is None:
            undone.append(offer)
        else:
            after[offer.path] = changed
    pairs = ((before[path], SourceFile(path=path, data=data)) for path, data in after.items())
    return list(pairs), undone


def _taken_away_last(offer: Offer) -> tuple[bool, tuple[int, ...]]:
    change = offer.change
    if change is None or change.value is not None:
        return False, ()
    return True, tuple(-one for one in change.keys if isinstance(one, int))


def _changed(data: bytes, offer: Offer) -> bytes | None:
    if offer.change is not None:
        return with_change(data, offer.change)
    end = b"\r\n" if b"\r\n" in data else b"\n"
    text = offer.after.encode().replace(b"\n", end)
    gap = b"" if data.endswith(end) else end
    return data + gap + end + text + end
