"""What Journeybook tells an author: findings, their places, and the closed list of codes."""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple, TypeVar

from journeybook.codes import Code, Family, Severity

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A place in a file: the path from the handbook's root, and line and column counted from 1."""

    path: str
    line: int = 1
    column: int = 1

    @property
    def order(self) -> tuple[str, int, int]:
        """What it is sorted by, where many are."""
        return self.path, self.line, self.column

    def __str__(self) -> str:
        """Write the place the way editors and terminals understand it."""
        return f"{self.path}:{self.line}:{self.column}"


class RefKind(StrEnum):
    """What something with an id is; two things of different kinds may share an id."""

    PERSONA = "persona"
    PHASE = "phase"
    CHANNEL = "channel"
    ASSET = "asset"
    JOURNEY = "journey"
    STEP = "step"
    RESEARCH = "research"
    ACTION = "action"

    NEED = "need"
    QUESTION = "question"
    EMOTION = "emotion"
    EXPECTATION = "expectation"
    TOUCHPOINT = "touchpoint"
    DROP_OFF = "drop-off"
    GOAL = "goal"
    PAIN = "pain"
    INSIGHT = "insight"

    ASSET_TYPE = "asset-type"
    ROLE = "role"
    CONTENT_MIX = "content-mix"
    FIGURE = "figure"
    NOTE = "note"
    WORD = "word"


# Tens of thousands of names are made, compared and looked up, which a tuple does fastest.
class Ref(NamedTuple):
    """What is meant, whatever else has the same id; a word is what stands in a file."""

    kind: RefKind
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """Something wrong that a reading stage met; the rule of that code puts it into words."""

    code: Code
    span: Span
    values: Mapping[str, str] = field(default_factory=dict)


def once_each(mistakes: Iterable[Mistake]) -> tuple[Mistake, ...]:
    """Give each mistake once: what a folder says for all its files is wrong in one place."""
    seen = {(one.span, one.code, tuple(sorted(one.values.items()))): one for one in mistakes}
    return tuple(seen.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """Why a finding may stay: the reason, who decided, and until when."""

    reason: str
    by: str = ""
    until: date | None = None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """An asset on its way that will close a gap: its id, title, status word, owner and due date."""

    asset: str
    title: str
    status: str
    owner: str | None = None
    due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a new asset that closes a gap should be: its type and its language, where it matters."""

    type: str | None = None
    language: str | None = None


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing worth telling: what it is, where it stands, whom it concerns and the way out.

    `persona`, `journey` and `phase`, by id, and `subject` say which gap it is; `personas` and
    `phases` name everybody and every phase it concerns. `nth` tells apart what is alike in all of
    these.
    """

    code: str
    family: Family
    severity: Severity
    message: str
    hint: str
    span: Span
    persona: str | None = None
    journey: str | None = None
    phase: str | None = None
    subject: Ref | None = None
    owner: str | None = None
    being_filled: Filling | None = None
    wish: Wish = Wish()
    waived: Waiver | None = None
    personas: tuple[str, ...] = ()
    phases: tuple[str, ...] = ()
    nth: int = 1

    def __str__(self) -> str:
        """Write the finding as one line: place, message, way out and code."""
        way_out = f"; {self.hint}" if self.hint else ""
        return one_line(f"{self.span}: {self.message}{way_out} [{self.code}]")

    @cached_property
    def fingerprint(self) -> str:
        """Twelve hexadecimal digits that stay the same when lines move or other files change."""
        # The kind of the subject stays out: waivers and baselines hold digits made without it.
        place: tuple[str | None, ...] = (self.persona, self.journey, self.phase, self.subject_id)
        if self.family is Family.PROBLEM:
            place = (self.span.path, self.subject_id or self.message)
        nth = (str(self.nth),) if self.nth > 1 else ()
        text = "\x1f".join((self.code, *(part or "" for part in place), *nth))
        return hashlib.sha256(text.encode()).hexdigest()[:12]

    @property
    def subject_id(self) -> str | None:
        """The id of what it is about."""
        return self.subject.id if self.subject else None

    @property
    def is_open(self) -> bool:
        """Whether nobody has waived it and nothing is on its way to close it."""
        return self.waived is None and self.being_filled is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What a code means, in a marketer's words, in English; each text is a message to translate."""

    title: str
    found: str
    why: str
    close: str


def one_line(text: str) -> str:
    """Write a text on one line of a log: what breaks lines, gives orders or turns text is shown.

    White space becomes a blank, any other sign that nobody can see becomes its number. What joins
    two signs that are not ASCII, such as the parts of a picture of a person, is seen in them.
    """
    if text.isprintable():
        return text
    joining = {found.start() for found in _JOINING.finditer(text)}
    return "".join(
        letter
        if letter.isprintable() or at in joining
        else (" " if letter.isspace() else _shown(letter))
        for at, letter in enumerate(text)
    )


_JOINING = re.compile("(?<=[^\x00-\x7f])[\u200c\u200d](?=[^\x00-\x7f])")
# What a terminal, a browser or a reader's eye would obey, but for tabs and ends of lines.
_OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def visible(text: str) -> str:
    """Write what gives orders, or turns text round, as its number, so that it is read instead."""
    if text.isprintable():
        return text
    return _OBEYED.sub(lambda found: _shown(found.group()), text)


def _shown(letter: str) -> str:
    return letter.encode("unicode_escape").decode("ascii")


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings by place, then code and words, so that two runs print the same."""
    return tuple(sorted(findings, key=_rank))


def told_apart(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings and number those that are alike, so that no two share a fingerprint."""
    seen: dict[str, int] = {}
    found: list[Finding] = []
    for one in in_order(findings):
        times = seen[one.fingerprint] = seen.get(one.fingerprint, 0) + 1
        found.append(replace(one, nth=times) if times > 1 else one)
    return tuple(found)


def _rank(finding: Finding) -> tuple[tuple[str, int, int], str, str, str, str]:
    return (
        finding.span.order,
        finding.code,
        finding.message,
        finding.persona or "",
        finding.subject_id or "",
    )


def only(things: Sequence[Thing]) -> Thing | None:
    """Give the only one of some things; None where there is none, or more than one."""
    return next(iter(things)) if len(things) == 1 else None
