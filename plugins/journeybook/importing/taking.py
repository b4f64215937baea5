"""Changes that somebody chose, made in the files they are about."""

from collections.abc import Iterable, Mapping

from journeybook.importing.plan import Offer
from journeybook.sources.document import SourceFile
from journeybook.sources.edits.changing import with_change


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
