"""All that is read of the files of surveys, and told of them, in every way to fill them in."""

from collections.abc import Iterator

from journeybook.handbook.journeys import Other
from journeybook.handbook.surveys.results import SurveyAnswer
from tests.unit.held import hold_each
from tests.unit.surveys import files


def test_all_that_is_read_of_a_file() -> None:
    hold_each("surveys", surveyed)


def surveyed(given: str) -> Iterator[str]:
    """Tell all that a survey says, line by line; its key `survey` stands in the first line."""
    survey, _, text = given.partition("\n")
    judged = files.judged(survey, text.encode())
    yield from (line.replace("content/research/", "") for line in files.odd(judged))
    if result := judged.handbook.research["survey"].survey:
        scales = " ".join(f"{measure} {scale}" for measure, scale in result.scales.items())
        yield f"{result.responses} responses, {result.hidden} hidden, {scales}".rstrip(", ")
        yield from (f"named {one.label}: {one.n}" for one in result.named)
        yield from (f"overall {_answer(one)}" for one in result.overall)
        for topic in result.topics:
            about = f"{topic.label} {' '.join(topic.touchpoints)} {topic.phase or ''}"
            yield from (f"{about} {_answer(one)}" for one in topic.answers)
    (step,) = judged.handbook.journeys["buy"].steps
    yield f"step: {step.emotions} {' '.join(map(_other, step.others))}".rstrip()
    for one in step.touchpoints:
        marks = f"{one.importance} {one.satisfaction} {one.emotion}"
        yield f"{one.text}: {marks} {' '.join(map(_other, one.others))}".rstrip()


def _answer(one: SurveyAnswer) -> str:
    figure = one.figure
    shares = " ".join(f"{it.answer} {it.share}" for it in figure.shares)
    who = f"{one.group.kind.value} {one.group.name}".rstrip()
    return (
        f"{one.measure.value} {one.other} of {who}: {figure.n} {figure.mean} {figure.spread} "
        f"{shares}"
    ).rstrip()


def _other(one: Other) -> str:
    return f"{one.name} {one.satisfaction}"
