"""A baseline excuses what it knows, and never what is new or has got worse."""

from dataclasses import replace
from datetime import date

import pytest

from journeybook.compare.baseline import (
    Baseline,
    BaselineError,
    hold_against,
    read_baseline,
    record,
    tightened,
    write_baseline,
)
from journeybook.compare.comparison import compare
from journeybook.findings import Finding
from tests.repositories import HANDBOOK
from tests.review.comparing import judge, told
from tests.unit.gaps.cold_store import cold_store
from tests.unit.handbooks import judged

DAY = date(2026, 11, 21)
WITHOUT_DRAFT = {"assets/lease-options.md": "---\nstatus: retired\n---\n# Lease options\n"}
ANSWERED = {
    "assets/cost.md": (
        "---\nstatus: published\nanswers: ['cfo/purchase#cost']\npersonas: [cfo]\n"
        "phases: [purchase]\ncta: Ask\n---\n# Cost\n"
    )
}


def findings(**more: str) -> tuple[Finding, ...]:
    return cold_store(**more).findings


def test_nothing_is_new_on_the_day_it_is_recorded() -> None:
    ratchet = hold_against(record(findings(), DAY), findings())
    assert (ratchet.failing, ratchet.closed) == ((), ())


def test_a_new_gap_is_told_and_a_closed_one_named() -> None:
    known = record(findings(**ANSWERED), DAY)
    ratchet = hold_against(known, findings())
    assert "Nothing published answers “What does it cost?”" in [one.message for one in ratchet.new]
    backwards = hold_against(record(findings(), DAY), findings(**ANSWERED))
    assert "Nothing published answers “What does it cost?”" in [one.gap for one in backwards.closed]
    assert backwards.failing == ()


def test_a_baseline_that_only_grows_smaller_hides_nothing() -> None:
    path = "site_config/baseline.json"
    more = record(findings(), DAY)
    less = write_baseline(replace(more, gaps=more.gaps[1:]))
    heavier = tuple(replace(one, severity="high") for one in more.gaps)
    fewer = "A check lets fewer gaps pass: site_config/baseline.json"

    def lines(before: bytes, after: bytes) -> list[str]:
        old, new = (judge({**HANDBOOK, path: data.decode()}) for data in (before, after))
        return [one.partition(" |")[0] for one in told(compare(old, new))]

    assert lines(write_baseline(more), less) == [fewer]
    anew = [fewer.replace("A check lets fewer gaps pass", _ANEW)]
    assert lines(less, write_baseline(more)) == anew
    assert lines(less, write_baseline(replace(more, gaps=heavier[1:]))) == anew
    assert lines(less, b"{}") == anew


_ANEW = "The gaps that a check lets pass were recorded anew"
STEP = "---\ntouchpoints: [{title: Reads, channel: web}]\n---\n"


def test_content_of_a_phase_that_had_none_is_no_fault_of_the_phase_before() -> None:
    def stands(status: str) -> tuple[Finding, ...]:
        return judged(
            {
                "personas/ann.md": "# Ann\n",
                "channels/web.md": "# Web\n",
                **{
                    f"phases/{name}.md": f"---\norder: {at}\n---\n# {name.title()}\n"
                    for at, name in enumerate(("look", "buy"))
                },
                "journeys/ann/index.md": "---\npersona: ann\n---\n# Ann buys\n",
                **{f"journeys/ann/{name}.md": STEP for name in ("look", "buy")},
                **{
                    f"assets/{name}.md": (
                        f"---\nstatus: {status}\npersonas: ann\nphases: {name}\nchannels: web\n"
                        f"---\n# For {name}\n"
                    )
                    for name, status in (("look", "published"), ("buy", status))
                },
            }
        ).findings

    ratchet = hold_against(record(stands("draft"), DAY), stands("published"))
    assert "no-next-step" in [one.code for one in ratchet.aside]
    assert "no-next-step" not in [one.code for one in ratchet.failing]


def test_a_gap_that_nobody_fills_any_more_is_not_excused() -> None:
    ratchet = hold_against(record(findings(), DAY), findings(**WITHOUT_DRAFT))
    assert "Nothing published answers “Can we lease?”" in [one.message for one in ratchet.worse]


def test_a_waiver_that_ended_is_not_excused() -> None:
    waiver = """
        - code: unanswered-question
          phase: engage
          reason: Nobody asks
          until: 2026-12-01
        """
    waived = findings(**{"site_config/waivers.yml": waiver})
    ratchet = hold_against(record(waived, DAY), findings())
    assert [one.message for one in ratchet.worse] == ["Nothing published answers “Who helps?”"]


def test_a_gap_that_weighs_more_is_not_excused() -> None:
    rules = {"site_config/rules.yml": "assumption: high\n"}
    ratchet = hold_against(record(findings(), DAY), findings(**rules))
    assert {one.code for one in ratchet.worse} == {"assumption"}
    assert hold_against(record(findings(**rules), DAY), findings()).failing == ()


@pytest.mark.parametrize(
    ("then", "is_same"),
    [
        ("“Why do we wait?” and “Who helps us?” fit", True),
        ("“Why do we wait here?” and “Who helps us?” fit", True),
        ("“Why do we wait?” and “What does it cost?” fit", False),
        ("“Why do we wait?” or “Who helps us?” fit", False),
        ("No quotes at all", False),
    ],
)
def test_a_gap_in_other_words_is_known_where_all_that_it_quotes_is_alike(
    then: str, is_same: bool
) -> None:
    gap = replace(findings()[0], message="“Why do we wait?” and “Who helps us?” fit")
    (known,) = record([gap], DAY).gaps
    earlier = Baseline(day=DAY, gaps=(replace(known, fingerprint="x", gap=then),))
    ratchet = hold_against(earlier, [gap])
    assert (ratchet.new, ratchet.closed) == (((), ()) if is_same else ((gap,), earlier.gaps))


def test_tightening_drops_what_is_closed_and_lets_nothing_in() -> None:
    known = record(findings(**WITHOUT_DRAFT), DAY)
    tight = tightened(known, findings(**ANSWERED), DAY)
    names = {one.fingerprint for one in tight.gaps}
    assert names < {one.fingerprint for one in known.gaps}
    # Closed, dropped and opened again: now it counts.
    again = hold_against(tight, findings(**WITHOUT_DRAFT))
    assert "Nothing published answers “What does it cost?”" in [one.message for one in again.new]


def test_tightening_does_not_excuse_what_got_worse() -> None:
    known = record(findings(), DAY)
    tight = tightened(known, findings(**WITHOUT_DRAFT), DAY)
    assert hold_against(tight, findings(**WITHOUT_DRAFT)).worse != ()


def test_a_baseline_reads_back_as_it_was_written() -> None:
    known = record(findings(), DAY)
    assert read_baseline(write_baseline(known)) == known


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b'{"schema_version": 1, "day": "2026-11-21", "gaps": ["x"]}',
        b'{"schema_version": 1, "day": "2026-11-21", "gaps": [{}]}',
        b'{"schema_version": 99, "day": "2026-11-21", "gaps": []}',
        b"\xff",
    ],
)
def test_what_is_no_baseline_is_refused(data: bytes) -> None:
    with pytest.raises(BaselineError):
        read_baseline(data)
