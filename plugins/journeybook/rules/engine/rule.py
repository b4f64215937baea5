"""A rule: one kind of finding, with its documentation, severity, parameters and check."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from inspect import getdoc
from types import ModuleType

from journeybook.codes import Code, Family, Severity
from journeybook.findings import Explanation, Finding, Mistake
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.settings import Settings
from journeybook.schema.fields import Written
from journeybook.wording import marked

Words = tuple[str, str]
"""What a problem says and the way out, in English with the names of its values in braces."""

Check = Callable[[Handbook, Settings], Iterator[Finding]]


class ClosedBy(StrEnum):
    """What closes a gap: the file of a new asset."""

    WRITING = "writing"


class FixKind(StrEnum):
    """The kind of work that closes a gap, those of writers first."""

    CONTENT = "content"
    LINK = "link"
    UPDATE = "update"
    DECISION = "decision"
    PROCESS = "process"

    @property
    def is_writing(self) -> bool:
        """Whether it is the work of those who write, and not of those who coordinate."""
        return self in {FixKind.CONTENT, FixKind.LINK, FixKind.UPDATE}


class NoParameters(Written):
    """The parameters of a rule that has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One kind of finding: its code, how it weighs by default, and how it is found.

    `topic` is what its module is about; `short` says what is missing where its statement is at
    hand, such as “no countermeasure”; `reason` why it is open, as somebody would who was asked, of
    one persona and of several: `{who}` they are, and `{text}` is what the gap is about; `button`
    what to do about it; `closed_by` what new content would do; `fix` which kind of work closes it.
    `is_mark` is a gap that pages show as a mark beside its statement and do not say again.
    """

    code: str
    family: Family
    severity: Severity
    explanation: Explanation
    check: Check
    topic: str = ""
    parameters: type[Written] = NoParameters
    short: str = ""
    reason: tuple[str, str] | None = None
    button: str = ""
    closed_by: ClosedBy | None = None
    fix: FixKind = FixKind.DECISION
    is_mark: bool = False


def error(words: Callable[[Mistake], Words]) -> Rule:
    """Make the rule of a problem that makes a file unusable in part, from how it is told."""
    return _problem(words, Severity.ERROR)


def warning(words: Callable[[Mistake], Words]) -> Rule:
    """Make the rule of a problem that a handbook can live with, from how it is told."""
    return _problem(words, Severity.WARNING)


def _problem(words: Callable[[Mistake], Words], severity: Severity) -> Rule:
    code = Code[words.__name__.upper()]

    def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
        mistakes = handbook.mistakes_of(code)
        return (settings.problem(mistake, *words(mistake)) for mistake in mistakes)

    return Rule(
        code=code,
        family=Family.PROBLEM,
        severity=severity,
        explanation=explain(getdoc(words) or ""),
        check=check,
        topic=words.__module__.rpartition(".")[2],
    )


def gap_rule(module: ModuleType) -> Rule:
    """Make the rule of a gap from its module: `CODE`, `SEVERITY`, `check` and the documentation.

    `Parameters`, `SHORT`, `REASON`, `BUTTON`, `CLOSED_BY`, `FIX` and `IS_MARK` may stand beside
    them. What new content closes is written, unless it says otherwise; the rest is decided.
    """
    closed_by = getattr(module, "CLOSED_BY", None)
    usual = FixKind.CONTENT if closed_by else FixKind.DECISION
    return Rule(
        code=module.CODE,
        family=Family.GAP,
        severity=module.SEVERITY,
        explanation=explain(getdoc(module) or ""),
        check=module.check,
        topic=module.__name__.rpartition(".")[0].rpartition(".")[2],
        parameters=getattr(module, "Parameters", NoParameters),
        short=getattr(module, "SHORT", ""),
        reason=getattr(module, "REASON", None),
        button=getattr(module, "BUTTON", ""),
        closed_by=closed_by,
        fix=getattr(module, "FIX", usual),
        is_mark=getattr(module, "IS_MARK", False),
    )


def explain(documentation: str) -> Explanation:
    """Read a rule's documentation: title, what it finds, why it matters and how to close it.

    The four parts are paragraphs, in this order; lines within a paragraph are joined.
    """
    title, found, why, close = (" ".join(part.split()) for part in documentation.split("\n\n"))
    return Explanation(title=title.rstrip("."), found=found, why=why, close=close)


KNOWN = marked("known here: {known}")


def way_out(mistake: Mistake) -> str:
    """Name the closest word, or else a few that exist."""
    return did_you_mean(
        mistake, KNOWN if mistake.values.get("known") else marked("there is none yet")
    )


_WAYS = (
    ("around", marked("indent it with two spaces: it belongs to '{around}' above")),
    ("parts", marked("these are several: write them as a list, [{parts}]")),
    ("choices", marked("only one can stand here: choose from {choices}")),
    ("unread", marked("{unread} may hold it and cannot be read: mend that first")),
    (
        "left_out",
        marked(
            "{left_out} is left out of the site: see `exclude_docs` and `draft_docs` in mkdocs.yml"
        ),
    ),
    ("also", marked("did you mean '{suggestion}' or '{also}'?")),
    ("suggestion", marked("did you mean '{suggestion}'?")),
    ("joined", marked("known here: {known}; if it names several, '{joined}' is none of these")),
)
"""What is to be done, by the value of a mistake that tells it; the first that there is counts."""


def did_you_mean(mistake: Mistake, otherwise: str) -> str:
    """Name the closest word where there is one, or two that may be meant."""
    return next((way for key, way in _WAYS if mistake.values.get(key)), otherwise)
