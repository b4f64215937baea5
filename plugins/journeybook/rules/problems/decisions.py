"""What a team decided in `site_config/` and that does not hold."""

from journeybook.findings import Mistake
from journeybook.rules.engine.rule import Words, did_you_mean, warning
from journeybook.wording import marked


@warning
def unknown_rule(mistake: Mistake) -> Words:
    """Unknown rule.

    The file `rules.yml` sets a rule that does not exist.

    The rule that was meant keeps the severity it comes with.

    Correct the code. All codes stand in the manual, and behind every finding.
    """
    return marked("unknown rule '{reference}'"), did_you_mean(
        mistake, marked("the manual lists the codes of all rules")
    )


@warning
def expired_waiver(mistake: Mistake) -> Words:
    """Expired waiver.

    A waiver counts until a day that has passed.

    The gap it covers is open again and counts like any other. Waivers end so that decisions are
    taken anew.

    Close the gap and delete the waiver, or decide again and write a later `until`.
    """
    return marked("the waiver of '{waiver}' ended on {until}"), marked(
        "close the gap and delete the waiver, or decide again until when it counts"
    )


@warning
def unused_waiver(mistake: Mistake) -> Words:
    """Waiver without a gap.

    A waiver fits no gap: the gap was closed, or something in the waiver is misspelt.

    A waiver left behind would hide a gap that comes back later.

    Delete it, or correct the code, persona, journey, phase or subject it names.
    """
    return marked("the waiver of '{waiver}' fits no gap"), did_you_mean(
        mistake, marked("delete it, or correct what it names")
    )


@warning
def waiver_without_reason(mistake: Mistake) -> Words:
    """Waiver without a reason.

    A waiver does not say why the gap may stay.

    In half a year nobody knows whether it still holds. A waiver without a reason does not count.

    Write the `reason` in one sentence, and who decided it under `by`.
    """
    return marked("the waiver of '{waiver}' gives no reason"), marked(
        "write why the gap may stay: reason: …"
    )
