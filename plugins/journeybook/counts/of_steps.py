"""What is counted of journeys: questions, statements, feelings, moments, and who was asked."""

from collections.abc import Mapping
from functools import partial

from journeybook.counts.counted import Counted, Definition
from journeybook.wording import marked, marked_count

STEPS = frozenset({"journey", "persona", "phase"})
"""What can be counted of steps for whom and where."""
_of_steps = partial(Definition, by=STEPS)

OF_STEPS: Mapping[Counted, Definition] = {
    Counted.QUESTIONS: _of_steps(
        name=marked("Questions"),
        words=marked_count("{n} question", "{n} questions"),
        sentence=marked(
            "Questions: what personas ask on today's journeys; on the page of a journey of the "
            "future, what they ask there."
        ),
    ),
    Counted.ANSWERED: _of_steps(
        name=marked("Questions answered"),
        words=marked_count("{part} of {n} question answered", "{part} of {n} questions answered"),
        sentence=marked(
            "Content coverage: the questions that published content answers so that it serves "
            "everybody who asks."
        ),
        whole=Counted.QUESTIONS,
    ),
    Counted.LACKING: _of_steps(
        name=marked("Questions answered with a lack"),
        words=marked_count(
            "{n} question answered with a lack", "{n} questions answered with a lack"
        ),
        sentence=marked(
            "Answered with a lack: questions to which published content gives an answer that "
            "does not serve everybody who asks. They do not count as answered."
        ),
    ),
    Counted.WAITING: _of_steps(
        name=marked("Questions being filled"),
        words=marked_count(
            "{n} question waits for content on its way", "{n} questions wait for content on its way"
        ),
        sentence=marked("Questions that nothing answers yet and that content on its way will."),
    ),
    Counted.UNANSWERED: _of_steps(
        name=marked("Open questions"),
        words=marked_count("{n} open question", "{n} open questions"),
        sentence=marked("Open questions: questions that nothing answers and nothing will."),
    ),
    Counted.STATEMENTS: _of_steps(
        name=marked("Statements"),
        words=marked_count("{n} statement", "{n} statements"),
        sentence=marked("Statements: everything that steps say of personas, feelings included."),
    ),
    Counted.RESEARCHED: _of_steps(
        name=marked("Statements researched"),
        words=marked_count(
            "{part} of {n} statement researched", "{part} of {n} statements researched"
        ),
        sentence=marked(
            "Evidence coverage: the statements, feelings included, that research shows and none "
            "contradicts."
        ),
        whole=Counted.STATEMENTS,
    ),
    Counted.ASSUMPTIONS: _of_steps(
        name=marked("Assumptions"),
        words=marked_count("{n} assumption to check", "{n} assumptions to check"),
        sentence=marked(
            "Assumptions: statements, feelings included, that no research shows or contradicts."
        ),
    ),
    Counted.ONE_SOURCE: _of_steps(
        name=marked("Statements with one source"),
        words=marked_count("{n} statement with one source", "{n} statements with one source"),
        sentence=marked("One source: statements that a single round of research shows."),
    ),
    Counted.SEVERAL_SOURCES: _of_steps(
        name=marked("Statements with several sources"),
        words=marked_count(
            "{n} statement with several sources", "{n} statements with several sources"
        ),
        sentence=marked(
            "Several sources: statements that two or more rounds of research show, but not both "
            "talks and numbers."
        ),
    ),
    Counted.VALIDATED: _of_steps(
        name=marked("Validated statements"),
        words=marked_count("{n} validated statement", "{n} validated statements"),
        sentence=marked(
            "Validated: statements that talks (interviews or a workshop) show and numbers (a "
            "survey or analytics) as well."
        ),
    ),
    Counted.CONTRADICTED: _of_steps(
        name=marked("Contradicted statements"),
        words=marked_count("{n} contradicted statement", "{n} contradicted statements"),
        sentence=marked(
            "Contradicted: statements that a round of research shows to be wrong, whatever other "
            "rounds say."
        ),
    ),
    Counted.OLD_EVIDENCE: _of_steps(
        name=marked("Statements with old evidence"),
        words=marked_count("{n} statement with old evidence", "{n} statements with old evidence"),
        sentence=marked(
            "Old: statements that would be weaker without research that is past the shelf life "
            "of its method."
        ),
    ),
    Counted.ABOUT_OTHERS: _of_steps(
        name=marked("Statements with evidence about others"),
        words=marked_count(
            "{n} statement with evidence about others", "{n} statements with evidence about others"
        ),
        sentence=marked("About others: statements whose research is all about other personas."),
    ),
    Counted.FEW_ASKED: _of_steps(
        name=marked("Statements with few asked"),
        words=marked_count(
            "{n} statement for which few were asked", "{n} statements for which few were asked"
        ),
        sentence=marked(
            "Few: statements that would be weaker without research in which fewer took part than "
            "its method needs."
        ),
    ),
    Counted.FELT: _of_steps(
        name=marked("Touchpoints with a feeling"),
        words=marked_count("{n} felt touchpoint", "{n} felt touchpoints"),
        sentence=marked("Felt touchpoints: those of which it is written how they feel."),
    ),
    Counted.LIKED: _of_steps(
        name=marked("Touchpoints that please"),
        words=marked_count(
            "{part} of {n} felt touchpoint liked", "{part} of {n} felt touchpoints liked"
        ),
        sentence=marked("Happiness: the touchpoints that please, of those with a feeling."),
        whole=Counted.FELT,
    ),
    Counted.MOMENTS: _of_steps(
        name=marked("Moments of truth"),
        words=marked_count("{n} moment decides", "{n} moments decide"),
        sentence=marked("Moments of truth: touchpoints at which personas decide to go on or not."),
    ),
    Counted.UNSUPPORTED: _of_steps(
        name=marked("Moments of truth without support"),
        words=marked_count("{n} with nothing of ours", "{n} with nothing of ours"),
        sentence=marked(
            "Without support: moments of truth at which no published content without a lack and "
            "no action helps."
        ),
    ),
    Counted.UNCOUNTERED: _of_steps(
        name=marked("Drop-offs nobody counters"),
        words=marked_count(
            "{n} drop-off without countermeasure", "{n} drop-offs without countermeasure"
        ),
        sentence=marked(
            "Drop-offs without countermeasure: moments where people leave and nothing is "
            "done about it."
        ),
    ),
    Counted.TO_ASK: _of_steps(
        name=marked("Places to ask"),
        words=marked_count("{n} place to ask", "{n} places to ask"),
        sentence=marked(
            "Places to ask: five for each persona in each phase in scope, one for needs and "
            "questions, emotion, touchpoints, expectations and drop-offs each."
        ),
    ),
    Counted.ASKED: _of_steps(
        name=marked("Places asked"),
        words=marked_count("{part} of {n} place asked", "{part} of {n} places asked"),
        sentence=marked(
            "Asked: the places in which a question is answered or said to be none. Each persona "
            "in each phase has five: needs and questions, emotion, touchpoints, expectations and "
            "drop-offs."
        ),
        whole=Counted.TO_ASK,
    ),
}
