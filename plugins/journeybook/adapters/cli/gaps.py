"""Finds the gap that a command is about."""

from difflib import get_close_matches

from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.gaps.ledger import Entry
from journeybook.pipeline import Judged


def find_gap(judged: Judged, fingerprint: str) -> Entry:
    """Find the gap with a fingerprint, or with the first digits of only one.

    Raises:
        CannotRunError: when there is none, or more than one.
    """
    wanted = fingerprint.removeprefix("gap-").casefold()
    entries = judged.site.ledger.entries
    found = [one for one in entries if one.finding.fingerprint.startswith(wanted)] if wanted else []
    if len(found) == 1:
        return found[0]
    if found:
        raise CannotRunError(
            f"{len(found)} gaps begin with {fingerprint}; write more of its digits"
        )
    near = get_close_matches(wanted, [one.finding.fingerprint for one in entries], n=1)
    hint = f"; did you mean {near[0]}?" if near else ""
    raise CannotRunError(f"there is no gap {fingerprint}{hint}")
