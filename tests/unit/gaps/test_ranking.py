"""The gap to close first stands at the head, and its score is the sum of what is told."""

from journeybook.codes import Severity
from journeybook.gaps.ranking import SEVERITY_POINTS, Factor
from journeybook.pages.gaps.words import how_ranked, reason_words, score_words
from tests.unit.gaps.cold_store import entry, gaps_site


def points(code: str, subject: str = "") -> dict[Factor, int]:
    ranked = entry(gaps_site(), code, subject).rank
    return {reason.factor: reason.points for reason in ranked.reasons}


def test_a_shared_question_at_a_moment_of_truth_gets_all_five_reasons() -> None:
    assert points("unanswered-question", "cfo/purchase#cost") == {
        Factor.SEVERITY: 60,
        Factor.MOMENT_OF_TRUTH: 20,
        Factor.IMPORTANCE: 15,
        Factor.SHARED: 5,
        Factor.STAGE: 5,
    }


def test_a_gap_after_the_purchase_without_touchpoints_has_its_severity_alone() -> None:
    assert points("unanswered-question", "help") == {Factor.SEVERITY: 60}


def test_a_gap_on_a_channel_weighs_as_its_own_touchpoints_do() -> None:
    assert points("channel-without-content", "peers") == {
        Factor.SEVERITY: 30,
        Factor.IMPORTANCE: 6,
        Factor.STAGE: 5,
    }


def test_the_heaviest_gap_stands_first_and_scores_never_rise() -> None:
    ranked = gaps_site().ledger.entries
    assert ranked[0].finding.subject_id == "cfo/purchase#cost"
    scores = [one.rank.score for one in ranked]
    assert scores == sorted(scores, reverse=True)


def test_a_heavier_severity_gives_more_points() -> None:
    given = [SEVERITY_POINTS[severity] for severity in sorted(Severity)]
    assert given == sorted(given)
    assert len(set(given)) == len(given)


def test_the_score_is_explained_part_by_part() -> None:
    book = gaps_site()
    gap = entry(book, "unanswered-question", "cfo/purchase#cost")
    assert score_words(gap, book) == "105 points"
    assert reason_words(gap, book) == (
        "severity high: 60",
        "moment of truth: 20",
        "importance 5 of 5: 15",
        "shared by 2 personas: 5",
        "before the purchase: 5",
    )
    assert how_ranked(book)[0] == (
        "Severity, as the team sets it: high 60, medium 30 and low 10 points."
    )
