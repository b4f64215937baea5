"""Reads the responses of a survey, by its mapping or its headings, and tells what is odd."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from posixpath import dirname

from journeybook.codes import Code
from journeybook.findings import Span
from journeybook.handbook.ids import composed, folded
from journeybook.handbook.linking.personal_data import personal_in
from journeybook.handbook.linking.surveys.survey_mistakes import mistakes_of_rows
from journeybook.handbook.linking.surveys.survey_names import Surroundings, SurveyNames
from journeybook.handbook.surveys.answers import Scale, stated
from journeybook.handbook.surveys.columns import Plan, Wrong, columns_named, mapped, told
from journeybook.handbook.surveys.counting import Tabulation, tabulated
from journeybook.handbook.surveys.doubles import asked_once, with_names
from journeybook.handbook.surveys.headings import Headings, headings_of, possible_headings
from journeybook.handbook.surveys.results import Measure, SurveyResult
from journeybook.handbook.surveys.summary import summarised
from journeybook.handbook.surveys.tally import Adding, Tally
from journeybook.schema.research import Research as Written
from journeybook.schema.survey import Survey
from journeybook.sources.document import Document, SourceFile
from journeybook.sources.names import beside
from journeybook.sources.tables.tables import Table, Unread, open_table
from journeybook.sources.tables.workbook import Row
from journeybook.sources.yaml.nodes import Step as Key

_MAPPED = ("touchpoint", "phase", "persona", "segment", "weight", "response")


@dataclass(frozen=True, kw_only=True)
class SurveyReading:
    """A survey being read: its file, its mapping, and what it may be about."""

    around: Surroundings
    document: Document[Written]
    survey: Survey

    @cached_property
    def file(self) -> SourceFile | None:
        """The file with the responses; None where there is none, which is told."""
        path = beside(self.document.path, self.survey.file)
        files = self.around.linker.files
        found = files.get(path) or next(
            (one for name, one in files.items() if composed(name) == composed(path)), None
        )
        if found is None:
            is_folder = any(name.startswith(f"{path}/") for name in files)
            near = [name.rpartition("/")[2] for name in files if dirname(name) == dirname(path)]
            self.unread(
                "folder" if is_folder else "missing",
                known=", ".join(sorted(one for one in near if not one.endswith(".md"))[:6]),
            )
        return found

    def unread(self, what: str, **values: str) -> None:
        """Tell why nothing is read."""
        told = {"what": what, "file": self.survey.file, **values}
        self._tell(Code.UNREAD_SURVEY, ("file",), **told)

    def result(self, file: SourceFile) -> SurveyResult | None:
        """Give what the responses say; what is odd about them is told."""
        scales = dict(self._stated())
        self._names.tell_unknown()
        table = open_table(file, self.survey.sheet)
        if isinstance(table, Unread):
            self.unread(table.what, **table.values)
            return None
        if self.survey.sheet and not table.has_sheets:
            self._tell(Code.ODD_SURVEY, ("sheet",), what="sheet", sheet=self.survey.sheet)
        plan = self._plan(table)
        if plan is None:
            return None
        counted = tabulated(file, self.survey.sheet, plan)
        plan = with_names(plan, counted, self._names.names)
        if plan.same:
            counted = tabulated(file, self.survey.sheet, plan)
        tally = Adding(
            plan=plan,
            counted=counted,
            tongue=self.around.tongue,
            names=self._names.names,
            stated=scales,
        ).done()
        self._tell_rows(file, table, plan, counted, tally)
        if not any(counted.asked) and not counted.overall:
            self.unread("unanswered")
            return None
        responses = counted.responses if plan.tells_people else None
        self._tell_more_than_said(responses or 0)
        return summarised(
            tally,
            self.around.places,
            file=file.path.rpartition("/")[2],
            responses=responses,
            least=self.around.standards.smallest_group,
        )

    def _tell_more_than_said(self, responses: int) -> None:
        said = self.document.fields.participants
        if said is not None and responses > said:
            values = {"what": "fewer", "responses": str(responses), "said": str(said)}
            span = self.document.span("participants")
            self.around.linker.tell(Code.ODD_SURVEY, span, **values)

    def _plan(self, table: Table) -> Plan | None:
        named = tuple(columns_named(self.survey))
        tells_itself = all(path[-1] in _MAPPED for path, _ in named)
        headings = self._headings(table.top, [name for _, name in named])
        if headings is None:
            self.unread("empty")
            return None
        plan, wrong = mapped(self.survey, headings)
        if tells_itself:
            by_heading, alike = self._told(headings)
            places = {**dict(by_heading.places), **dict(plan.places)}
            plan, wrong = replace(by_heading, places=tuple(places.items())), (*wrong, *alike)
        plan, doubles = asked_once(plan, self._names.names)
        for one in (*wrong, *doubles):
            values = {"column": one.column, "suggestion": one.suggestion, "known": one.known}
            self._tell(Code.MISSING_COLUMN, one.path, what=one.what, **values)
        if plan.overall or any(one.columns for one in plan.asked):
            phrases = self.around.linker.vocabulary.phrases
            totals = (*phrases.get("totals"), *phrases.get("averages"))
            return replace(plan, totals=frozenset(map(str.casefold, totals)))
        if not wrong and not doubles:
            self.unread("columns", known=", ".join(f"“{one}”" for one in plan.headings[:6]))
        return None

    def _headings(self, top: Sequence[Row], named: Sequence[str]) -> Headings | None:
        # Those that hold what the mapping names, or else those that tell most.
        answers = frozenset(map(folded, self.around.linker.vocabulary.survey.get("answer", ())))
        found = headings_of(top, named, answers)
        return found or max(
            possible_headings(top, answers), key=lambda one: self._told(one)[0].size, default=None
        )

    def _told(self, headings: Headings) -> tuple[Plan, tuple[Wrong, ...]]:
        known = self.around.linker.vocabulary
        return told(headings, known.survey, known.stems, self._names.topics)

    @cached_property
    def _names(self) -> SurveyNames:
        return SurveyNames(around=self.around, document=self.document, survey=self.survey)

    def _stated(self) -> Iterator[tuple[Measure, Scale]]:
        for key in ("importance", "satisfaction", "emotion", "csat", "ces"):
            words = getattr(self.survey.scales, key)
            scale = stated(words, self.around.linker.vocabulary.phrases) if words else None
            if scale:
                yield Measure(key), scale
            elif words:
                values = {
                    "what": "scale",
                    "column": ", ".join(words),
                    "suggestion": "",
                    "known": "",
                }
                self._tell(Code.MISSING_COLUMN, ("scales", key), **values)

    def _tell_rows(
        self, file: SourceFile, table: Table, plan: Plan, counted: Tabulation, tally: Tally
    ) -> None:
        least = self.around.standards.smallest_group
        mistakes = mistakes_of_rows(
            file.path, table, plan, counted=counted, tally=tally, least=least
        )
        self.around.linker.mistakes.extend(mistakes)
        self._tell_same_address(file, table, plan)
        for column in plan.texts:
            self._tell_personal(file, table, plan, column)

    def _tell_same_address(self, file: SourceFile, table: Table, plan: Plan) -> None:
        # Several people may share an address, so that nobody's answers are left out.
        filled = ((at, cell) for row in table.top[plan.first :] for at, cell in enumerate(row))
        others = (plan.at("response"), *plan.texts)
        column = next((at for at, cell in filled if at not in others and _is_address(cell)), None)
        if column is None or plan.is_long:
            return
        seen: set[str] = set()
        again: list[int] = []
        for number, row in enumerate(table.rows(), start=1):
            cell = str(row[column]).strip().casefold() if column < len(row) else ""
            if cell in seen:
                again.append(number)
            elif _is_address(cell):
                seen.add(cell)
        if again:
            values = {"what": "addresses", "rows": str(len(again)), "row": str(again[0])}
            self.around.linker.tell(Code.ODD_SURVEY, Span(path=file.path, line=again[0]), **values)

    def _tell_personal(self, file: SourceFile, table: Table, plan: Plan, column: int) -> None:
        for number, row in enumerate(table.rows(), start=1):
            cell = row[column] if number > plan.first and column < len(row) else ""
            for what, _ in personal_in(str(cell)):
                span = Span(path=file.path, line=number)
                self.around.linker.tell(Code.PERSONAL_DATA, span, what=what)

    def _tell(self, code: Code, path: tuple[Key, ...], **values: str) -> None:
        self.around.linker.tell(code, self.document.span("survey", *path), **values)


def _is_address(cell: object) -> bool:
    text = str(cell).strip()
    return " " not in text and next(personal_in(text), None) == ("email", 0)
