"""What a rule works with: the handbook's language, and what the team says in rules.yml."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from journeybook.codes import Code, Family, Severity
from journeybook.findings import Filling, Finding, Mistake, Ref, RefKind, Span
from journeybook.handbook.entities import Asset
from journeybook.rules.engine.scope import Place, Where
from journeybook.schema.fields import Written
from journeybook.sources.yaml.nodes import Step, Tree
from journeybook.wording import Wording

Parameters = TypeVar("Parameters", bound=Written)
_LONGEST = 300
_SUBJECTS = {
    "reference": RefKind.WORD,
    "key": RefKind.WORD,
    "id": RefKind.WORD,
    "waiver": RefKind.WORD,
    "step": RefKind.WORD,
    "journey": RefKind.JOURNEY,
    "persona": RefKind.PERSONA,
    "phase": RefKind.PHASE,
    "problem": RefKind.WORD,
}
"""What a mistake is about, by the first of its values that says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How much a rule weighs and with which parameters."""

    severity: Severity
    parameters: Written


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """How a rule is set in some place, and where in rules.yml that is written."""

    where: Where
    setting: Setting
    tree: Tree
    path: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSettings:
    """How one rule is set: in general, and in the places where the team sets it differently."""

    general: Setting
    elsewhere: tuple[Elsewhere, ...] = ()

    def at(self, place: Place) -> Setting:
        """Give the setting at a place: that of the first entry that fits, or the general one."""
        fitting = (one.setting for one in self.elsewhere if one.where.fits(place))
        return next(fitting, self.general)

    @property
    def is_off(self) -> bool:
        """Whether the rule is off everywhere."""
        settings = (self.general, *(one.setting for one in self.elsewhere))
        return all(one.severity is Severity.OFF for one in settings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The language, and how each rule is set."""

    wording: Wording = field(default_factory=Wording)
    rules: Mapping[str, RuleSettings] = field(default_factory=dict)

    def reports(self, code: str, place: Place | None = None) -> bool:
        """Tell whether a rule is on, anywhere or at a place."""
        rule = self.rules[code]
        if place is None:
            return not rule.is_off
        return rule.at(place).severity is not Severity.OFF

    def parameters_of(
        self, code: str, model: type[Parameters], place: Place | None = None
    ) -> Parameters:
        """Give the parameters of a rule at a place, as the team set them or by default."""
        rule = self.rules[code]
        found = (rule.at(place) if place else rule.general).parameters
        return found if isinstance(found, model) else model()

    def problem(self, mistake: Mistake, message: str, hint: str = "") -> Finding:
        """Make a finding of a mistake in a file; message and hint are translated and filled in."""
        values = {name: _shortened(value) for name, value in mistake.values.items()}
        # Words of a key of few choices are said as authors of the language write them.
        if mistake.code is Code.UNKNOWN_VALUE:
            words = map(self.wording.value, mistake.values.get("known", "").split(", "))
            values["known"] = ", ".join(words)
        if meant := mistake.values.get("meant"):
            values["suggestion"] = self.wording.value(meant)
        if "what" in values:
            values["what"] = self.wording.value(values["what"])
        return Finding(
            code=mistake.code,
            family=Family.PROBLEM,
            severity=self.rules[mistake.code].general.severity,
            message=self.wording.text(message, **values),
            hint=self.wording.text(hint, **values) if hint else "",
            span=mistake.span,
            subject=next(_subjects(values), None),
        )

    def gap(
        self,
        code: str,
        message: str,
        hint: str,
        span: Span,
        *,
        place: Place,
        persona: str | None = None,
        journey: str | None = None,
        phase: str | None = None,
        subject: Ref | None = None,
        owner: str | None = None,
        being_filled: Filling | None = None,
    ) -> Finding:
        """Make a finding of missing content; message and hint are in the handbook's language.

        `place` is all it concerns and decides its severity; the ids beside it make its fingerprint.
        """
        return Finding(
            code=code,
            family=Family.GAP,
            severity=self.rules[code].at(place).severity,
            message=message,
            hint=hint,
            span=span,
            persona=persona,
            journey=journey,
            phase=phase,
            subject=subject,
            owner=owner,
            being_filled=being_filled,
            personas=place.personas,
            phases=place.phases,
        )


def filling(coming: tuple[Asset, ...]) -> Filling | None:
    """Tell which asset on its way will close a gap: the first of those given."""
    if not coming:
        return None
    first = coming[0]
    return Filling(
        asset=first.id,
        title=first.title,
        status=first.status_label,
        owner=first.owner,
        due=first.due,
    )


def _subjects(values: Mapping[str, str]) -> Iterator[Ref]:
    return (Ref(kind=kind, id=values[name]) for name, kind in _SUBJECTS.items() if name in values)


def _shortened(value: str) -> str:
    # What was pasted in by mistake may be a page long, and a finding is one line.
    line = " ".join(value.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
