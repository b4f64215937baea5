"""What is counted: for everything a key, a name, the words that go with its number, a sentence.

A part of something says of what: its words hold `{part}`, and `{n}` is the whole.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from journeybook.wording import Wording, marked, marked_count


class Counted(StrEnum):
    """The key of everything that is counted."""

    OPEN_GAPS = "open-gaps"
    MINOR_GAPS = "minor-gaps"
    FILLING_GAPS = "gaps-being-filled"
    ACCEPTED_GAPS = "accepted-gaps"
    QUESTIONS = "questions"
    ANSWERED = "questions-answered"
    LACKING = "questions-with-a-lack"
    WAITING = "questions-being-filled"
    UNANSWERED = "open-questions"
    STATEMENTS = "statements"
    RESEARCHED = "statements-researched"
    ASSUMPTIONS = "assumptions"
    ONE_SOURCE = "statements-with-one-source"
    SEVERAL_SOURCES = "statements-with-several-sources"
    VALIDATED = "validated-statements"
    CONTRADICTED = "contradicted-statements"
    OLD_EVIDENCE = "statements-with-old-evidence"
    ABOUT_OTHERS = "statements-with-evidence-about-others"
    FEW_ASKED = "statements-with-few-asked"
    FELT = "felt-touchpoints"
    LIKED = "liked-touchpoints"
    MOMENTS = "moments-of-truth"
    UNSUPPORTED = "moments-without-support"
    UNCOUNTERED = "drop-offs-without-countermeasure"
    TO_ASK = "places-to-ask"
    ASKED = "places-asked"
    PUBLISHED = "assets-published"
    COMING = "assets-coming"
    STALE = "stale-assets"
    REACHING = "assets-within-reach"
    FORMATS = "kinds-of-content"
    PLACES = "places"
    SERVED = "places-served"
    THIN = "thin-places"
    MISSING = "places-with-nothing"
    DECIDING = "deciding-places"
    BARE = "deciding-places-with-nothing"
    WASTED = "wasted-cells"
    TOUCHPOINTS = "touchpoints"
    USERS = "users"
    LOOKERS = "lookers"
    PERSONAS = "personas"
    PHASES = "phases"


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """How something that is counted is named and explained.

    `by` says what it can be counted for, `whole` what it is a part of.
    """

    name: str
    words: tuple[str, str]
    sentence: str
    by: frozenset[str] = frozenset()
    whole: Counted | None = None


_STEPS = frozenset({"journey", "persona", "phase"})
_PLACES = _STEPS | {"channel"}
_ASSETS = _PLACES | {"type", "language"}
_GAPS = _PLACES | {"owner", "severity"}


def words_of(what: Counted, number: int, whole: int | None, wording: Wording) -> str:
    """Say a number in words, such as `24 open gaps` or `22 of 59 questions answered`."""
    one, many = DEFINITIONS[what].words
    if whole is None:
        return wording.count(one, many, number)
    return wording.count(one, many, whole, part=wording.number(number))


def label_of(what: Counted, number: int, whole: int | None, wording: Wording) -> str:
    """Say what a number is that stands before it, such as `open gaps`."""
    words = words_of(what, number, whole, wording)
    return words.removeprefix(wording.number(number)).strip()


DEFINITIONS: Mapping[Counted, Definition] = {
    Counted.OPEN_GAPS: Definition(
        name=marked("Open gaps"),
        words=marked_count("{n} open gap", "{n} open gaps"),
        sentence=marked(
            "Open gaps: content that is missing, that nobody is making yet and that nobody has "
            "accepted. Minor gaps are counted apart. A gap that two personas share counts once, "
            "and for each of them."
        ),
        by=_GAPS,
    ),
    Counted.MINOR_GAPS: Definition(
        name=marked("Minor gaps"),
        words=marked_count("{n} minor gap", "{n} minor gaps"),
        sentence=marked(
            "Minor gaps: gaps of low severity that nobody is filling and nobody has accepted."
        ),
        by=_GAPS,
    ),
    Counted.FILLING_GAPS: Definition(
        name=marked("Gaps being filled"),
        words=marked_count("{n} gap being filled", "{n} gaps being filled"),
        sentence=marked(
            "Being filled: gaps that planned content or a draft will close, minor ones included."
        ),
        by=_GAPS,
    ),
    Counted.ACCEPTED_GAPS: Definition(
        name=marked("Accepted gaps"),
        words=marked_count("{n} gap accepted for now", "{n} gaps accepted for now"),
        sentence=marked("Accepted for now: gaps that the team has waived, with a reason."),
        by=_GAPS,
    ),
    Counted.QUESTIONS: Definition(
        name=marked("Questions"),
        words=marked_count("{n} question", "{n} questions"),
        sentence=marked(
            "Questions: what personas ask on today's journeys; on the page of a journey of the "
            "future, what they ask there."
        ),
        by=_STEPS,
    ),
    Counted.ANSWERED: Definition(
        name=marked("Questions answered"),
        words=marked_count("{part} of {n} question answered", "{part} of {n} questions answered"),
        sentence=marked(
            "Content coverage: the questions that published content answers so that it serves "
            "everybody who asks."
        ),
        by=_STEPS,
        whole=Counted.QUESTIONS,
    ),
    Counted.LACKING: Definition(
        name=marked("Questions answered with a lack"),
        words=marked_count(
            "{n} question answered with a lack", "{n} questions answered with a lack"
        ),
        sentence=marked(
            "Answered with a lack: questions to which published content gives an answer that "
            "does not serve everybody who asks. They do not count as answered."
        ),
        by=_STEPS,
    ),
    Counted.WAITING: Definition(
        name=marked("Questions being filled"),
        words=marked_count(
            "{n} question waits for content on its way", "{n} questions wait for content on its way"
        ),
        sentence=marked("Questions that nothing answers yet and that content on its way will."),
        by=_STEPS,
    ),
    Counted.UNANSWERED: Definition(
        name=marked("Open questions"),
        words=marked_count("{n} open question", "{n} open questions"),
        sentence=marked("Open questions: questions that nothing answers and nothing will."),
        by=_STEPS,
    ),
    Counted.STATEMENTS: Definition(
        name=marked("Statements"),
        words=marked_count("{n} statement", "{n} statements"),
        sentence=marked("Statements: everything that steps say of personas, feelings included."),
        by=_STEPS,
    ),
    Counted.RESEARCHED: Definition(
        name=marked("Statements researched"),
        words=marked_count(
            "{part} of {n} statement researched", "{part} of {n} statements researched"
        ),
        sentence=marked(
            "Evidence coverage: the statements, feelings included, that research shows and none "
            "contradicts."
        ),
        by=_STEPS,
        whole=Counted.STATEMENTS,
    ),
    Counted.ASSUMPTIONS: Definition(
        name=marked("Assumptions"),
        words=marked_count("{n} assumption to check", "{n} assumptions to check"),
        sentence=marked(
            "Assumptions: statements, feelings included, that no research shows or contradicts."
        ),
        by=_STEPS,
    ),
    Counted.ONE_SOURCE: Definition(
        name=marked("Statements with one source"),
        words=marked_count("{n} statement with one source", "{n} statements with one source"),
        sentence=marked("One source: statements that a single round of research shows."),
        by=_STEPS,
    ),
    Counted.SEVERAL_SOURCES: Definition(
        name=marked("Statements with several sources"),
        words=marked_count(
            "{n} statement with several sources", "{n} statements with several sources"
        ),
        sentence=marked(
            "Several sources: statements that two or more rounds of research show, but not both "
            "talks and numbers."
        ),
        by=_STEPS,
    ),
    Counted.VALIDATED: Definition(
        name=marked("Validated statements"),
        words=marked_count("{n} validated statement", "{n} validated statements"),
        sentence=marked(
            "Validated: statements that talks (interviews or a workshop) show and numbers (a "
            "survey or analytics) as well."
        ),
        by=_STEPS,
    ),
    Counted.CONTRADICTED: Definition(
        name=marked("Contradicted statements"),
        words=marked_count("{n} contradicted statement", "{n} contradicted statements"),
        sentence=marked(
            "Contradicted: statements that a round of research shows to be wrong, whatever other "
            "rounds say."
        ),
        by=_STEPS,
    ),
    Counted.OLD_EVIDENCE: Definition(
        name=marked("Statements with old evidence"),
        words=marked_count("{n} statement with old evidence", "{n} statements with old evidence"),
        sentence=marked(
            "Old: statements that would be weaker without research that is past the shelf life "
            "of its method."
        ),
        by=_STEPS,
    ),
    Counted.ABOUT_OTHERS: Definition(
        name=marked("Statements with evidence about others"),
        words=marked_count(
            "{n} statement with evidence about others", "{n} statements with evidence about others"
        ),
        sentence=marked("About others: statements whose research is all about other personas."),
        by=_STEPS,
    ),
    Counted.FEW_ASKED: Definition(
        name=marked("Statements with few asked"),
        words=marked_count(
            "{n} statement for which few were asked", "{n} statements for which few were asked"
        ),
        sentence=marked(
            "Few: statements that would be weaker without research in which fewer took part than "
            "its method needs."
        ),
        by=_STEPS,
    ),
    Counted.FELT: Definition(
        name=marked("Touchpoints with a feeling"),
        words=marked_count("{n} felt touchpoint", "{n} felt touchpoints"),
        sentence=marked("Felt touchpoints: those of which it is written how they feel."),
        by=_STEPS,
    ),
    Counted.LIKED: Definition(
        name=marked("Touchpoints that please"),
        words=marked_count(
            "{part} of {n} felt touchpoint liked", "{part} of {n} felt touchpoints liked"
        ),
        sentence=marked("Happiness: the touchpoints that please, of those with a feeling."),
        by=_STEPS,
        whole=Counted.FELT,
    ),
    Counted.MOMENTS: Definition(
        name=marked("Moments of truth"),
        words=marked_count("{n} moment decides", "{n} moments decide"),
        sentence=marked("Moments of truth: touchpoints at which personas decide to go on or not."),
        by=_STEPS,
    ),
    Counted.UNSUPPORTED: Definition(
        name=marked("Moments of truth without support"),
        words=marked_count("{n} with nothing of ours", "{n} with nothing of ours"),
        sentence=marked(
            "Without support: moments of truth at which no published content without a lack and "
            "no action helps."
        ),
        by=_STEPS,
    ),
    Counted.UNCOUNTERED: Definition(
        name=marked("Drop-offs nobody counters"),
        words=marked_count(
            "{n} drop-off without countermeasure", "{n} drop-offs without countermeasure"
        ),
        sentence=marked(
            "Drop-offs without countermeasure: moments where people leave and nothing is "
            "done about it."
        ),
        by=_STEPS,
    ),
    Counted.TO_ASK: Definition(
        name=marked("Places to ask"),
        words=marked_count("{n} place to ask", "{n} places to ask"),
        sentence=marked(
            "Places to ask: five for each persona in each phase in scope, one for needs and "
            "questions, emotion, touchpoints, expectations and drop-offs each."
        ),
        by=_STEPS,
    ),
    Counted.ASKED: Definition(
        name=marked("Places asked"),
        words=marked_count("{part} of {n} place asked", "{part} of {n} places asked"),
        sentence=marked(
            "Asked: the places in which a question is answered or said to be none. Each persona "
            "in each phase has five: needs and questions, emotion, touchpoints, expectations and "
            "drop-offs."
        ),
        by=_STEPS,
        whole=Counted.TO_ASK,
    ),
    Counted.PUBLISHED: Definition(
        name=marked("Assets published"),
        words=marked_count("{n} asset published", "{n} assets published"),
        sentence=marked(
            "Published: content that customers can find now; of a persona, phase or channel, what "
            "is placed there."
        ),
        by=_ASSETS,
    ),
    Counted.COMING: Definition(
        name=marked("Assets coming"),
        words=marked_count("{n} coming", "{n} coming"),
        sentence=marked("Coming: content from idea to review that is not published yet."),
        by=_ASSETS,
    ),
    Counted.STALE: Definition(
        name=marked("Stale assets"),
        words=marked_count("{n} stale asset", "{n} stale assets"),
        sentence=marked(
            "Stale: published content that went without a review for longer than content of its "
            "kind stays fresh."
        ),
        by=_ASSETS,
    ),
    Counted.REACHING: Definition(
        name=marked("Assets within reach"),
        words=marked_count("{n} asset within reach", "{n} assets within reach"),
        sentence=marked(
            "Within reach: published content that a persona can get to and read in a phase."
        ),
        by=frozenset({"persona", "phase"}),
    ),
    Counted.FORMATS: Definition(
        name=marked("Kinds of content"),
        words=marked_count("{n} kind of content", "{n} kinds of content"),
        sentence=marked("Kinds of content: the types of what is published."),
        by=_ASSETS,
    ),
    Counted.PLACES: Definition(
        name=marked("Places in use"),
        words=marked_count("{n} place in use", "{n} places in use"),
        sentence=marked(
            "A place is a persona on a channel in a phase, where it has a touchpoint, or ranks the "
            "channel and finds something."
        ),
        by=_PLACES,
    ),
    Counted.SERVED: Definition(
        name=marked("Places served"),
        words=marked_count(
            "{part} of {n} place in use served", "{part} of {n} places in use served"
        ),
        sentence=marked(
            "A place is a persona on a channel in a phase. It is served where two or more assets "
            "are published that reach the persona and lack nothing."
        ),
        by=_PLACES,
        whole=Counted.PLACES,
    ),
    Counted.THIN: Definition(
        name=marked("Thin places"),
        words=marked_count("{n} thin place", "{n} thin places"),
        sentence=marked(
            "Thin: places with one asset, with content that lacks something, or only with content "
            "to come."
        ),
        by=_PLACES,
    ),
    Counted.MISSING: Definition(
        name=marked("Places with nothing"),
        words=marked_count("{n} place with nothing", "{n} places with nothing"),
        sentence=marked("Missing: places where the persona finds nothing and nothing is coming."),
        by=_PLACES,
    ),
    Counted.DECIDING: Definition(
        name=marked("Places with a moment of truth"),
        words=marked_count("{n} place with a moment of truth", "{n} places with a moment of truth"),
        sentence=marked("Places where a customer decides to go on or to leave."),
        by=_PLACES,
    ),
    Counted.BARE: Definition(
        name=marked("Moments of truth with nothing published"),
        words=marked_count(
            "{part} of {n} place with a moment of truth has nothing published",
            "{part} of {n} places with a moment of truth have nothing published",
        ),
        sentence=marked(
            "Places where a customer decides, and where nothing is published that this persona "
            "can read."
        ),
        by=_PLACES,
        whole=Counted.DECIDING,
    ),
    Counted.WASTED: Definition(
        name=marked("Channels where nobody comes"),
        words=marked_count(
            "{n} channel in a phase with content and nobody who comes",
            "{n} channels in a phase with content and nobody who comes",
        ),
        sentence=marked(
            "Wasted: a channel in a phase where something is published and nobody comes."
        ),
        by=_PLACES,
    ),
    Counted.TOUCHPOINTS: Definition(
        name=marked("Touchpoints on channels"),
        words=marked_count("{n} touchpoint", "{n} touchpoints"),
        sentence=marked("Touchpoints: where personas meet us on a channel in a phase."),
        by=_PLACES,
    ),
    Counted.USERS: Definition(
        name=marked("Personas who use it"),
        words=marked_count("used by {n}", "used by {n}"),
        sentence=marked("Used by: the personas who have a touchpoint there."),
        by=_PLACES,
    ),
    Counted.LOOKERS: Definition(
        name=marked("Personas who look there"),
        words=marked_count("looked at by {n}", "looked at by {n}"),
        sentence=marked(
            "Looked at by: the personas who rank the channel, find something there and have no "
            "touchpoint there."
        ),
        by=_PLACES,
    ),
    Counted.PERSONAS: Definition(
        name=marked("Personas"),
        words=marked_count("{n} persona", "{n} personas"),
        sentence=marked("Personas: everybody the handbook describes."),
    ),
    Counted.PHASES: Definition(
        name=marked("Phases"),
        words=marked_count("{n} phase", "{n} phases"),
        sentence=marked("Phases: the parts of the customer's journey, in their order."),
    ),
}
