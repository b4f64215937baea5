"""Values that a build keeps for the next one, in a folder beside those of `kept`.

What stands there is a cache: it may be deleted at any time, and whatever is cut off, mixed up or
written by somebody else is as if it were not there. Nothing that is read runs.
"""

import hashlib
import marshal
import os
from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

from journeybook.adapters.disk.keeping.kept import FOLDER, ready

_SUM = 16
_CHECK = 4


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder with a file for every value; two builds may use it at once."""

    folder: Path

    def read(self, name: str) -> object:
        """Give what was kept under a name; None where there is nothing that is whole."""
        try:
            written = (self.folder / name).read_bytes()
        except OSError:
            return None
        data = memoryview(written)[_CHECK:]
        if _check(data) != written[:_CHECK]:
            return None
        with suppress(EOFError, TypeError, ValueError):
            kept: object = marshal.loads(data)  # noqa: S302 - summed above, and written by us
            return kept
        return None

    def write(self, name: str, value: Any) -> bool:  # noqa: ANN401 - plain values, nested
        """Keep plain values under a name, whole or not at all, and tell whether they are kept."""
        try:
            data = marshal.dumps(value)
            # Two builds at once each write their own; the last one stays.
            made = self.folder / f"{name}.{os.getpid()}"
            made.write_bytes(_check(data) + data)
            made.replace(self.folder / name)
        except (OSError, ValueError):
            # A disk that is full or only to be read, or a value that is not plain.
            return False
        return True

    def clear(self, wanted: Collection[str]) -> None:
        """Take away all but what is wanted."""
        with suppress(OSError):
            for name in os.listdir(self.folder):  # noqa: PTH208 - names are enough
                if name not in wanted:
                    with suppress(OSError):
                        (self.folder / name).unlink()


def shelf_in(root: Path, name: str) -> Shelf | None:
    """Give the shelf of a name in the folder that git ignores; None where it cannot be written."""
    folder = root / FOLDER / name
    return Shelf(folder) if ready(root, folder) else None


def _check(data: bytes | memoryview) -> bytes:
    # Against accidents, a few times faster than a sum that nobody could forge.
    return crc32(data).to_bytes(_CHECK, "big")


def digest(parts: Iterable[str | bytes]) -> bytes:
    """Sum up what something depends on; where one part ends and the next begins counts too."""
    found = hashlib.blake2b(digest_size=_SUM)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        found.update(b"%d:" % len(data))
        found.update(data)
    return found.digest()
