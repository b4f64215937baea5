"""The bar that findings may not reach: from where on a check or a build fails."""

from collections.abc import Iterable

from journeybook.codes import Severity
from journeybook.findings import Finding

BARS = ("error", "warning", "gap", "never")


def reaching(findings: Iterable[Finding], bar: str) -> tuple[Finding, ...]:
    """Give the findings at or above a bar; gaps that are waived or being filled never reach it."""
    least = {"error": Severity.ERROR, "warning": Severity.WARNING, "gap": Severity.LOW}.get(bar)
    if least is None:
        return ()
    return tuple(one for one in findings if one.is_open and one.severity >= least)
