"""How `journeybook check` looks at a handbook: at all of it, or at what is new."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from journeybook.adapters.cli.shared.known_gaps import known_gaps
from journeybook.adapters.cli.shared.output import say
from journeybook.adapters.cli.shared.worklist import Wanted
from journeybook.adapters.disk.bar import reaching
from journeybook.adapters.disk.git.repository import find_commit
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.sites.handbook_folders import Folders
from journeybook.adapters.disk.versions.snapshots import repository_of
from journeybook.adapters.disk.workspace import read_at
from journeybook.codes import Family
from journeybook.compare.baseline import Baseline, Ratchet, hold_against
from journeybook.findings import Finding
from journeybook.pipeline import Judged


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """How addresses on the web are asked for: for how many seconds, and whether inside too."""

    within: float
    inside: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Looking:
    """How handbooks are looked at."""

    wanted: Wanted
    day: date | None
    new_only: bool
    baseline_at: str | None
    since: str | None
    links: Links | None

    @property
    def is_about_news(self) -> bool:
        """Whether only what is new counts."""
        return self.new_only or self.since is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A handbook that was looked at, what is told of it, and what is `old` where that is not told.

    Where only what is new counts, `failing` are the gaps that fail, whatever they weigh, and
    `left_out` so many that are not told, since they were there before; `decisions` are sentences on
    what may hide others.
    """

    folders: Folders
    judged: Judged
    told: tuple[Finding, ...]
    old: tuple[Finding, ...] = ()
    failing: tuple[Finding, ...] | None = None
    left_out: int = 0
    decisions: tuple[str, ...] = ()
    baseline: Baseline | None = None
    ratchet: Ratchet | None = None

    def fails(self, bar: str) -> bool:
        """Tell whether the check fails, as it does where nothing takes part."""
        if not self.judged.documents:
            return True
        # Where only what is new counts, every new gap fails; the bar is left for the problems.
        if self.failing is None:
            return bool(reaching(self.told, bar))
        problems = tuple(one for one in self.told if one.family is Family.PROBLEM)
        return bool(self.failing or reaching(problems, bar))

    def print_beside(self, *, apart: bool) -> None:
        """Say what is not new, and what is not there any more."""
        if self.left_out:
            say(
                "gaps that were there before, and are left out here: {n}",
                n=self.left_out,
                err=apart,
            )
        if self.ratchet and self.ratchet.aside:
            say(
                "came with time, or stood below a heavier gap that is closed: {n}; "
                "journeybook baseline records them",
                n=len(self.ratchet.aside),
                err=apart,
            )
        self._print_closed(apart=apart)

    def _print_closed(self, *, apart: bool) -> None:
        # Beside a report, not in it: what is closed is no finding any more.
        if self.baseline is None or self.ratchet is None or not self.ratchet.closed:
            return
        for gap in self.ratchet.closed:
            say(
                "closed since {day}: {gap} [{code}]",
                day=self.baseline.day,
                gap=gap.gap,
                code=gap.code,
                err=apart,
            )
        say(
            "{n} of the baseline closed; run journeybook baseline --tighten, so that they cannot "
            "come back unseen",
            n=len(self.ratchet.closed),
            err=apart,
        )


def all_checked(handbooks: Sequence[Folders], looking: Looking) -> Sequence[Checked]:
    """Look at handbooks.

    Of several, those that do not know a persona that is asked for have nothing to say.

    Raises:
        CannotRunError: when none of them can be looked at.
    """
    if looking.new_only and looking.since:
        raise CannotRunError("--new-only and --new-since cannot be asked for together")
    if looking.baseline_at and not looking.new_only:
        raise CannotRunError("--baseline-at is for --new-only")
    checked: list[Checked] = []
    refusals: list[CannotRunError] = []
    for folders in handbooks:
        try:
            checked.append(_checked(folders, looking))
        except CannotRunError as refusal:
            if looking.wanted == Wanted():
                raise
            refusals.append(refusal)
    if not checked:
        raise refusals[0]
    return checked


def _checked(folders: Folders, looking: Looking) -> Checked:
    checked = _checked_now(folders, looking) if looking.since is None else _since(folders, looking)
    if not checked.judged.documents and not checked.judged.findings:
        # Nothing is wrong where nothing is said, which nobody should take for good news.
        raise CannotRunError(
            "no file in {content}/ describes anything; `journeybook new persona` begins one",
            content=folders.content,
        )
    return checked


def _checked_now(folders: Folders, looking: Looking) -> Checked:
    judged = read_at(folders, looking.day)
    if looking.links:
        judged = read_at(folders, looking.day, _dead_links(judged, looking.links))
    known = known_gaps(folders, looking.baseline_at) if looking.new_only else None
    ratchet = None
    if known:
        ratchet = hold_against(known, judged.findings, read_at(folders, known.day).findings)
    told = _new(judged.findings, ratchet) if ratchet else judged.findings
    aside = ratchet.aside if ratchet else ()
    return Checked(
        folders=folders,
        judged=judged,
        told=looking.wanted.of(told, judged),
        failing=ratchet.failing if ratchet else None,
        left_out=_left_out((*told, *aside), judged, looking.wanted),
        baseline=known,
        ratchet=ratchet,
    )


def _since(folders: Folders, looking: Looking) -> Checked:
    from journeybook.adapters.disk.versions.reviewing import states_of
    from journeybook.compare.summary.brought import brought_by

    repository = repository_of(folders)
    (states,) = states_of(repository, folders, find_commit(repository, looking.since or ""), None)
    comparison = states.compared(looking.day, {})
    brought, judged = brought_by(comparison), comparison.pair.judged[1]
    new = {one.fingerprint for one in (*brought.problems, *brought.gaps)}
    told = tuple(one for one in judged.findings if one.fingerprint in new)
    old = tuple(one for one in judged.findings if one.fingerprint not in new)
    return Checked(
        folders=folders,
        judged=judged,
        told=looking.wanted.of(told, judged),
        old=looking.wanted.of(old, judged),
        failing=brought.gaps,
        left_out=_left_out(told, judged, looking.wanted),
        decisions=(*states.troubles(comparison.wording), *brought.decisions),
    )


def _dead_links(judged: Judged, links: Links) -> frozenset[str]:
    from journeybook.adapters.disk.links import look_at

    assets = judged.handbook.assets.values()
    looked = look_at((one.url for one in assets if one.url), links.within, inside=links.inside)
    for address in sorted(looked.late):
        say("{address} did not answer in time", address=address, err=True)
    for address in sorted(looked.inside):
        say(
            "{address} is inside, and was not asked; --links-inside asks it",
            address=address,
            err=True,
        )
    return looked.dead


def _left_out(told: Iterable[Finding], judged: Judged, wanted: Wanted) -> int:
    said = {one.fingerprint for one in told}
    gaps = (one for one in judged.findings if one.family is Family.GAP)
    rest = tuple(one for one in gaps if one.fingerprint not in said)
    return len(wanted.of(rest, judged))


def _new(findings: tuple[Finding, ...], ratchet: Ratchet) -> tuple[Finding, ...]:
    fresh = {one.fingerprint for one in ratchet.failing}
    return tuple(
        one for one in findings if one.family is Family.PROBLEM or one.fingerprint in fresh
    )
