"""Things of different kinds may share an id; what is said of one is never taken for the other."""

from journeybook.compare.comparison import compare
from journeybook.findings import Finding, Ref, RefKind
from journeybook.gaps.ledger import Entry
from journeybook.pipeline import Judged
from journeybook.schema import Kind
from tests.unit.handbooks import found, judged
from tests.unit.test_frozen_fingerprints import FILES


def entry(code: str, judged_files: Judged) -> Entry:
    """The only gap of a code, with what it bears on."""
    (only,) = (gap for gap in judged_files.site.ledger.entries if gap.finding.code == code)
    return only


def subject(code: str) -> Ref | None:
    """What the only finding of a code is about."""
    (only,) = found(FILES, code)
    return only.subject


def test_every_kind_of_file_is_a_kind_of_ref() -> None:
    assert [RefKind(kind.value).value for kind in Kind] == [kind.value for kind in Kind]


def test_rules_hand_over_what_they_hold() -> None:
    assert subject("orphan-asset") == Ref(kind=RefKind.ASSET, id="newsletter")
    assert subject("channel-without-content") == Ref(kind=RefKind.CHANNEL, id="newsletter")
    assert subject("missing-asset-type") == Ref(kind=RefKind.ASSET_TYPE, id="blog")
    assert subject("unknown-persona") == Ref(kind=RefKind.WORD, id="clerk")
    assert subject("drop-off-without-countermeasure") == Ref(
        kind=RefKind.DROP_OFF, id="cfo/awareness#drop_offs.leaves"
    )


def test_question_and_feeling_of_the_same_id_are_told_apart() -> None:
    named = [gap.subject for gap in found(FILES, "assumption")]
    alike = [ref for ref in named if ref and ref.id == "cfo/awareness#emotion"]
    assert [ref.kind for ref in alike] == [RefKind.QUESTION, RefKind.EMOTION]


def test_gap_of_a_channel_bears_on_no_asset_of_that_name() -> None:
    files = judged(FILES)
    of_channel = entry("channel-without-content", files).bearing
    assert of_channel.asset is None
    assert of_channel.channels == ("newsletter",)
    of_asset = entry("orphan-asset", files).bearing
    assert of_asset.asset is files.handbook.assets["newsletter"]
    assert of_asset.channels == ()


def test_gap_of_a_feeling_bears_on_no_question_of_that_name() -> None:
    files = judged(FILES)
    step = files.handbook.journeys["cfo"].steps[0]
    bearings = {
        gap.finding.subject: gap.bearing.statement
        for gap in files.site.ledger.entries
        if gap.finding.code == "assumption"
    }
    assert bearings[step.questions[0].ref] is step.questions[0]
    assert bearings[step.emotions[0].ref] is step.emotions[0]


def gaps_told(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """What a comparison tells of gaps."""
    changes = compare(judged(before), judged(after)).changes
    return [f"{change.label}: {change.text}" for change in changes if change.thing == "gap"]


def renamed(old: str, new: str) -> dict[str, str]:
    """The files with one of them renamed, and the references to it."""
    files = {path if path != old else new: text for path, text in FILES.items()}
    path = "journeys/cfo/awareness.md"
    files[path] = files[path].replace("channel: newsletter", "channel: mailing")
    return files


def test_renamed_channel_takes_its_gap_along_and_no_other() -> None:
    after = renamed("channels/newsletter.md", "channels/mailing.md")
    assert subject_of("channel-without-content", after) == "mailing"
    assert gaps_told(FILES, after) == []


def test_renamed_persona_leaves_the_journey_of_that_name_alone() -> None:
    files = {path.replace("personas/cfo", "personas/boss"): text for path, text in FILES.items()}
    after = {path: text.replace("persona: cfo", "persona: boss") for path, text in files.items()}
    after["assets/newsletter.md"] = after["assets/newsletter.md"].replace("s: cfo", "s: boss")
    assert gaps_told(FILES, after) == []


def subject_of(code: str, files: dict[str, str]) -> str | None:
    """The id of what the only finding of a code is about."""
    only: Finding
    (only,) = found(files, code)
    return only.subject_id
