"""The closed list of codes, how much a finding weighs, and its two families."""

from enum import IntEnum, StrEnum


class Family(StrEnum):
    """Whether the file is wrong (a problem) or the content is missing (a gap)."""

    PROBLEM = "problem"
    GAP = "gap"


class Severity(IntEnum):
    """How much a finding weighs, heaviest last; gaps are low, medium or high unless a team says."""

    OFF = 0
    LOW = 1
    MEDIUM = 2
    HIGH = 3
    WARNING = 4
    ERROR = 5

    @property
    def word(self) -> str:
        """The word that rules.yml, the reports and the exports use."""
        return self.name.lower()


class Code(StrEnum):
    """Every code of ours that a finding can have; each is a rule and a section of the manual."""

    AMBIGUOUS_REFERENCE = "ambiguous-reference"
    BROKEN_FRONT_MATTER = "broken-front-matter"
    CIRCULAR_EXTENDS = "circular-extends"
    CONTRADICTION = "contradiction"
    DUPLICATE_ADDRESS = "duplicate-address"
    DUPLICATE_ID = "duplicate-id"
    DUPLICATE_KEY = "duplicate-key"
    DUPLICATE_STEP = "duplicate-step"
    EMPTY_FILE = "empty-file"
    EXPANDS_TOO_FAR = "expands-too-far"
    EXPIRED_WAIVER = "expired-waiver"
    FILE_TOO_LARGE = "file-too-large"
    IMPOSSIBLE_DATE = "impossible-date"
    JOURNEY_WITHOUT_PERSONA = "journey-without-persona"
    LINKED_TWICE = "linked-twice"
    LINK_OUTSIDE = "link-outside"
    LIST_AS_TEXT = "list-as-text"
    MISPLACED_FILE = "misplaced-file"
    MISPLACED_FRONT_MATTER = "misplaced-front-matter"
    MISSING_TITLE = "missing-title"
    MISSING_VALUE = "missing-value"
    NOT_UTF_8 = "not-utf-8"
    OUT_OF_RANGE = "out-of-range"
    STEP_WITHOUT_PHASE = "step-without-phase"
    TEXT_CUT_OFF = "text-cut-off"
    UNCLEAR_NUMBER = "unclear-number"
    UNCLOSED_FRONT_MATTER = "unclosed-front-matter"
    UNFINISHED_MERGE = "unfinished-merge"
    UNORDERED_PHASE = "unordered-phase"
    UNREADABLE_FILE = "unreadable-file"
    UNKNOWN_ACTION = "unknown-action"
    UNKNOWN_ASSET = "unknown-asset"
    UNKNOWN_ASSET_TYPE = "unknown-asset-type"
    UNKNOWN_CHANNEL = "unknown-channel"
    UNKNOWN_EMOTION = "unknown-emotion"
    UNKNOWN_EXPECTATION = "unknown-expectation"
    UNKNOWN_JOURNEY = "unknown-journey"
    UNKNOWN_KEY = "unknown-key"
    UNKNOWN_PERSONA = "unknown-persona"
    UNKNOWN_PHASE = "unknown-phase"
    UNKNOWN_QUESTION = "unknown-question"
    UNKNOWN_RESEARCH = "unknown-research"
    UNKNOWN_RULE = "unknown-rule"
    UNKNOWN_STATUS = "unknown-status"
    UNKNOWN_TOUCHPOINT = "unknown-touchpoint"
    UNKNOWN_VALUE = "unknown-value"
    UNKNOWN_VIEW = "unknown-view"
    UNKNOWN_VIEW_KEY = "unknown-view-key"
    UNSAFE_ADDRESS = "unsafe-address"
    UNUSED_WAIVER = "unused-waiver"
    WAIVER_WITHOUT_REASON = "waiver-without-reason"
    WRONG_TYPE = "wrong-type"

    ACTION_WITHOUT_EFFECT = "action-without-effect"
    ANSWER_WITH_A_LACK = "answer-with-a-lack"
    ASSET_WITHOUT_CTA = "asset-without-cta"
    ASSUMPTION = "assumption"
    BROKEN_LINK = "broken-link"
    CHANNEL_WITHOUT_CONTENT = "channel-without-content"
    COMPANY_VOICE = "company-voice"
    DROP_OFF_WITHOUT_COUNTERMEASURE = "drop-off-without-countermeasure"
    FIRST_CHANNEL_WITHOUT_CONTENT = "first-channel-without-content"
    LANGUAGE_GAP = "language-gap"
    MISSING_ASSET_TYPE = "missing-asset-type"
    MISSING_OWNER = "missing-owner"
    MOMENT_OF_TRUTH_WITHOUT_SUPPORT = "moment-of-truth-without-support"
    NO_NEXT_STEP = "no-next-step"
    NOTED_GAP = "noted-gap"
    NOT_ASKED_YET = "not-asked-yet"
    NOTHING_GATED = "nothing-gated"
    NOT_YET_PUBLISHED = "not-yet-published"
    ONLY_PLANNED_CONTENT = "only-planned-content"
    ORPHAN_ASSET = "orphan-asset"
    OVERDUE_ACTION = "overdue-action"
    OVERDUE_ASSET = "overdue-asset"
    OVERDUE_JOURNEY_REVIEW = "overdue-journey-review"
    PAIN_WITHOUT_ACTION = "pain-without-action"
    PHASE_WITHOUT_CONTENT = "phase-without-content"
    PHASE_WITHOUT_CTA = "phase-without-cta"
    RETIRED_ASSET_IN_USE = "retired-asset-in-use"
    ROLE_WITHOUT_PURCHASE_CONTENT = "role-without-purchase-content"
    SAME_CONTENT_TWICE = "same-content-twice"
    STALE_ANSWERS = "stale-answers"
    STALE_ASSET = "stale-asset"
    TOO_FEW_ASSETS = "too-few-assets"
    TOO_FEW_FORMATS = "too-few-formats"
    TOO_MANY_ANSWERS = "too-many-answers"
    TOP_HEAVY_MIX = "top-heavy-mix"
    UNANSWERED_QUESTION = "unanswered-question"
    UNFITTING_GATE = "unfitting-gate"
    UNMET_EXPECTATION = "unmet-expectation"
    UNSATISFYING_MOMENT_OF_TRUTH = "unsatisfying-moment-of-truth"
    UNUSED_CHANNEL = "unused-channel"
