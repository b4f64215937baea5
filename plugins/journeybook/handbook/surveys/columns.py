"""Which column of a survey's file holds what: as its mapping says, or as its headings tell."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from journeybook.findings import only
from journeybook.grouping import a_few
from journeybook.handbook.ids import folded
from journeybook.handbook.stems import Stems
from journeybook.handbook.surveys.headings import _ABOUT_ROWS, _SHORTEST, Headings
from journeybook.handbook.surveys.results import OF_TOPIC, OVERALL, Measure
from journeybook.handbook.surveys.unplaced import left_aside, with_answers
from journeybook.schema.survey import Answers, Survey
from journeybook.sources.likeness import close_to
from journeybook.sources.yaml.nodes import Step

Words = Mapping[str, Sequence[str]]
"""The words of all languages by which a column is called, by what it holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What the columns of one thing hold; `topic` is how its mapping or its heading names it.

    They are about us, or about `other`.
    """

    topic: str = ""
    is_phase: bool = False
    other: str = ""
    columns: tuple[tuple[Measure, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Where what is used stands in a file: its columns, and the row in which answers begin.

    Every row is about one thing where there is a column for its name. `same` are cells of such a
    column that name a thing which other cells name as well, each with what that is. `aside` are
    headings that are left out, each with why; `totals` are the words of rows that add up.
    """

    first: int
    width: int
    headings: tuple[str, ...]
    places: tuple[tuple[str, int], ...] = ()
    asked: tuple[Asking, ...] = ()
    overall: tuple[tuple[Measure, int], ...] = ()
    texts: tuple[int, ...] = ()
    same: tuple[tuple[int, object, tuple[str, ...]], ...] = ()
    aside: tuple[tuple[str, str], ...] = ()
    totals: frozenset[str] = frozenset()

    def at(self, key: str) -> int | None:
        """Give the column of a persona, segment, weight, response, touchpoint or phase."""
        return dict(self.places).get(key)

    @property
    def is_long(self) -> bool:
        """Whether every row is about one thing."""
        return self.at("touchpoint") is not None or self.at("phase") is not None

    @property
    def size(self) -> int:
        """How many columns are used."""
        asked = sum(len(one.columns) for one in self.asked)
        return len(self.places) + len(self.overall) + asked

    @property
    def tells_people(self) -> bool:
        """Whether the rows of one person can be told from those of another."""
        return not self.is_long or self.at("response") is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """A column that is named and cannot be found: where, why, and what may be meant."""

    path: tuple[Step, ...]
    what: str
    column: str
    suggestion: str = ""
    known: str = ""


def columns_named(survey: Survey) -> Iterator[tuple[tuple[Step, ...], str]]:
    """Give every column that a mapping names, and where it names it."""
    for key in (*_ABOUT_ROWS, *OVERALL, *OF_TOPIC, "text"):
        if name := getattr(survey, key):
            yield (str(key),), name
    for at, one in enumerate(survey.asked):
        for key in (*OF_TOPIC, "text"):
            if name := getattr(one, key):
                yield ("asked", at, str(key)), name
        for other, name in one.others.items():
            yield ("asked", at, "others", other), name


def mapped(survey: Survey, headings: Headings) -> tuple[Plan, tuple[Wrong, ...]]:
    """Take the columns as a mapping says, with what is wrong with it."""
    wrong: list[Wrong] = []
    taken: dict[int, tuple[Step, ...]] = {}

    def column(path: tuple[Step, ...], name: str | None) -> int | None:
        if not name:
            return None
        found = headings.find(name)
        if len(found) != 1:
            wrong.append(_wrong(path, name, found, headings))
            return None
        if path[-1] not in ("text", "response") and taken.setdefault(found[0], path) != path:
            wrong.append(Wrong(path=path, what="again", column=name))
            return None
        return found[0]

    if not (survey.touchpoint or survey.phase):
        loose = ((one.value, getattr(survey, one)) for one in OF_TOPIC)
        wrong += [Wrong(path=(key,), what="topic", column=name) for key, name in loose if name]
    places = ((key, column((key,), getattr(survey, key))) for key in _ABOUT_ROWS)
    plan = Plan(
        first=headings.first,
        width=len(headings.names),
        headings=tuple(map(headings.whole, range(len(headings.names)))),
        places=tuple((key, at) for key, at in places if at is not None),
        asked=tuple(_askings(survey, column)),
        overall=tuple(_measures(survey, OVERALL, (), column)),
        texts=tuple(_texts(survey, column)),
    )
    return plan, tuple(wrong)


Column = Callable[[tuple[Step, ...], str | None], int | None]


def _askings(survey: Survey, column: Column) -> Iterator[Asking]:
    if survey.touchpoint or survey.phase:
        yield Asking(columns=tuple(_measures(survey, OF_TOPIC, (), column)))
    for at, one in enumerate(survey.asked):
        asking = Asking(
            topic=one.touchpoint or one.phase or "",
            is_phase=not one.touchpoint,
            columns=tuple(_measures(one, OF_TOPIC, ("asked", at), column)),
        )
        yield asking
        for other, name in one.others.items():
            place = column(("asked", at, "others", other), name)
            if place is not None:
                columns = ((Measure.SATISFACTION, place),)
                yield replace(asking, other=other, columns=columns)


def _measures(
    answers: Answers, measures: Iterable[Measure], path: tuple[Step, ...], column: Column
) -> Iterator[tuple[Measure, int]]:
    for measure in measures:
        at = column((*path, measure.value), getattr(answers, measure))
        if at is not None:
            yield measure, at


def _texts(survey: Survey, column: Column) -> Iterator[int]:
    named = (
        (("text",), survey.text),
        *((("asked", at, "text"), one.text) for at, one in enumerate(survey.asked)),
    )
    for path, name in named:
        at = column(path, name)
        if at is not None:
            yield at


def _wrong(path: tuple[Step, ...], name: str, found: Sequence[int], headings: Headings) -> Wrong:
    if found:
        return Wrong(path=path, what="twice", column=name)
    names = [one for names in headings.names for one in names[:1]]
    likely, known = close_to(name, names), a_few([f"“{one}”" for one in names])
    return Wrong(path=path, what="missing", column=name, suggestion=likely, known=known)


def told(
    headings: Headings, words: Words, stems: Stems, topics: Mapping[str, bool]
) -> tuple[Plan, tuple[Wrong, ...]]:
    """Take the columns as their headings tell; `topics` are the names, and whether of a phase.

    Of two columns that tell the same, neither is taken.
    """
    names = sorted(((folded(name), name) for name in topics), key=lambda one: -len(one[0]))
    places: dict[str, int] = {}
    measures: dict[tuple[str, Measure], list[int]] = {}
    untold: list[int] = []
    called = {folded(word): key for key, ones in words.items() for word in ones}
    for at in range(len(headings.names)):
        heading = headings.whole(at)
        key = next((called[one] for one in map(folded, headings.names[at]) if one in called), "")
        if key in _ABOUT_ROWS:
            places.setdefault(key, at)
            continue
        topic, measure = _asks(heading, key, names, words, stems)
        if measure and not (measure in OVERALL and topic):
            measures.setdefault((topic, measure), []).append(at)
        elif topic and not topics[topic] and headings.offers_answers(at):
            untold.append(at)
    answers = with_answers(headings, measures)
    once = {asked: columns[0] for asked, columns in answers.items() if len(columns) == 1}
    is_long = "touchpoint" in places or "phase" in places
    plan = Plan(
        first=headings.first,
        width=len(headings.names),
        headings=tuple(map(headings.whole, range(len(headings.names)))),
        places=tuple(places.items()),
        asked=tuple(_asked_by(once, topics, is_long=is_long)),
        overall=tuple((one, once["", one]) for one in OVERALL if ("", one) in once),
        aside=tuple(left_aside(headings, measures, answers, untold, is_long=is_long)),
    )
    twice = (
        columns
        for (topic, one), columns in answers.items()
        if len(columns) > 1 and (topic or is_long or one in OVERALL)
    )
    return plan, tuple(
        Wrong(path=("file",), what="alike", column=headings.whole(columns[0])) for columns in twice
    )


def _asks(
    heading: str, key: str, names: Iterable[tuple[str, str]], words: Words, stems: Stems
) -> tuple[str, Measure | None]:
    plain = folded(heading)
    known = (name for short, name in names if len(short) >= _SHORTEST and short in plain)
    topic = next(known, "")
    return topic, (
        Measure(key) if key in tuple(Measure) else _measure(heading, topic, words, stems)
    )


def _asked_by(
    once: Mapping[tuple[str, Measure], int], topics: Mapping[str, bool], *, is_long: bool
) -> Iterator[Asking]:
    for topic in dict.fromkeys(topic for topic, _ in once):
        columns = tuple((one, once[topic, one]) for one in OF_TOPIC if (topic, one) in once)
        if columns and (topic or is_long):
            yield Asking(topic=topic, is_phase=topics.get(topic, False), columns=columns)


def _measure(heading: str, topic: str, words: Words, stems: Stems) -> Measure | None:
    # What a touchpoint is called may hold such a word as well.
    rest = heading.casefold().replace(topic.casefold(), " ") if topic else heading
    found = [one for one in Measure if stems.has_any(words.get(f"asks-{one}", ()), rest)]
    return only(found)
