"""Links what is felt in a step."""

from journeybook.codes import Code
from journeybook.handbook.ids import FEELING, statement_id
from journeybook.handbook.journeys import Emotion, Journey
from journeybook.handbook.linking.directory import Directory
from journeybook.handbook.linking.linker import Linker
from journeybook.schema import Kind
from journeybook.schema import journey as written
from journeybook.schema import statement as written_statement
from journeybook.sources.document import Document

StepDocument = Document[written.Step]


def emotions_of(document: StepDocument, journey: Journey, linker: Linker) -> tuple[Emotion, ...]:
    """Give what is felt in a step, by whom, with the feeling that is wanted."""
    return tuple(
        _emotion(at, one, document, journey, linker)
        for at, one in enumerate(document.fields.emotion)
    )


def _emotion(
    at: int,
    one: written_statement.Emotion,
    document: StepDocument,
    journey: Journey,
    linker: Linker,
) -> Emotion:
    tree, score = document.tree, one.score
    if score is None and one.label:
        score = linker.vocabulary.emotion(one.label)
        if score is None:
            _tell_unknown_emotion(one.label, document, at, linker)
    persona = linker.one(Kind.PERSONA, one.persona, tree, "emotion", at, "persona")
    name = persona or ("" if at == 0 else str(at + 1))
    return Emotion(
        id=statement_id(document.id, name, FEELING),
        score=score,
        label=one.label,
        target=one.target,
        evidence=linker.many(Kind.RESEARCH, one.evidence, tree, "emotion", at, "evidence"),
        personas=(persona,) if persona else journey.personas,
        since=one.since,
        span=document.span("emotion", at),
    )


def _tell_unknown_emotion(label: str, document: StepDocument, at: int, linker: Linker) -> None:
    vocabulary = linker.vocabulary
    # A word of another language would be no suggestion, whatever its letters.
    own = (word for word in vocabulary.emotions if word in vocabulary.own_emotions)
    words = Directory(((word, ()) for word in own), vocabulary.fold)
    code, tree = Code.UNKNOWN_EMOTION, document.tree
    linker.unknown(code, label, words, tree, "emotion", at, "label")
