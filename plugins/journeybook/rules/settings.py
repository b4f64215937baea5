"""What a rule works with: the handbook's language, and what the team says in rules.yml."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from journeybook.findings import Code, Family, Filling, Finding, Mistake, Severity, Span
from journeybook.handbook.entities import Asset
from journeybook.schema.fields import Written
from journeybook.wording import Wording

Parameters = TypeVar("Parameters", bound=Written)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The language, and per code its severity and parameters."""

    wording: Wording = field(default_factory=Wording)
    severities: Mapping[Code, Severity] = field(default_factory=dict)
    parameters: Mapping[type[Written], Written] = field(default_factory=dict)

    def parameters_of(self, model: type[Parameters]) -> Parameters:
        """Give the parameters of a rule, as the team set them or by default."""
        found = self.parameters.get(model)
        return found if isinstance(found, model) else model()

    def problem(self, mistake: Mistake, message: str, hint: str = "") -> Finding:
        """Make a finding of a mistake in a file; message and hint are translated and filled in."""
        return Finding(
            code=mistake.code,
            family=Family.PROBLEM,
            severity=self.severities[mistake.code],
            message=self.wording.text(message, **mistake.values),
            hint=self.wording.text(hint, **mistake.values) if hint else "",
            span=mistake.span,
        )

    def gap(  # noqa: PLR0913 - a gap names its whole place, each part by keyword
        self,
        code: Code,
        message: str,
        hint: str,
        span: Span,
        *,
        persona: str | None = None,
        journey: str | None = None,
        phase: str | None = None,
        subject: str | None = None,
        owner: str | None = None,
        being_filled: Filling | None = None,
    ) -> Finding:
        """Make a finding of missing content; message and hint are in the handbook's language."""
        return Finding(
            code=code,
            family=Family.GAP,
            severity=self.severities[code],
            message=message,
            hint=hint,
            span=span,
            persona=persona,
            journey=journey,
            phase=phase,
            subject=subject,
            owner=owner,
            being_filled=being_filled,
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
