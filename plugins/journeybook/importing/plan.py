"""What bringing a file in comes to: files that are begun, and changes that are offered."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from journeybook.importing.heard import Place, Trouble
from journeybook.sources.edits.change import Change
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

    `said` counts what was read, `same` what of it the handbook says already, and `remarks` what no
    key has a place for, which goes into the prose.
    """

    new: Mapping[str, str] = field(default_factory=dict)
    offers: tuple[Offer, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    said: int = 0
    same: int = 0
    remarks: int = 0


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
