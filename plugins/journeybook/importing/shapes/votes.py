"""The votes of a workshop as they come back: a round of research, and how much things matter."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import fmean

from journeybook.handbook.ids import folded
from journeybook.importing.heard import Named, Part, Place, Rated, Trouble
from journeybook.importing.lanes import Reading, Voting
from journeybook.importing.sheets import LOOKED_AT, Sheet
from journeybook.pages.workshop.kit import VOTE_HEADS
from journeybook.schema import Kind
from journeybook.sources.records.headings import letters_of
from journeybook.sources.yaml.nodes import Value
from journeybook.wording import Wording, marked

_MARKS = range(1, 6)
_NO_ANSWER = marked("'{text}' is neither yes nor no, nor a mark from 1 to 5; it is not counted")

_TIE = marked("as many say yes as no to '{text}': it is neither supported nor contradicted")


@dataclass(slots=True, kw_only=True)
class _Count:
    voters: set[str] = field(default_factory=set)
    answers: defaultdict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    marks: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    remarks: list[str] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)


def read_votes(sheet: Sheet, reading: Reading) -> tuple[Part, ...] | None:
    """Read the sheet of a workshop; None where a sheet is none, or nobody voted yet.

    What most say is so is supported, what most say is not is contradicted; how much a statement
    matters is the mean of its marks.
    """
    voting = reading.voting
    for at, row in enumerate(sheet.rows[:LOOKED_AT]):
        columns = _columns(row, voting.wordings)
        if {"id", "importance", "true"} <= columns.keys():
            return tuple(_parts(sheet, at, columns, voting))
    return None


def _columns(row: Sequence[str], wordings: Sequence[Wording]) -> Mapping[str, int]:
    heads = {
        folded(wording.text(title)): name
        for wording in wordings
        for name, title in VOTE_HEADS.items()
    }
    named = ((heads.get(folded(cell)), at) for at, cell in enumerate(row))
    return {name: at for name, at in named if name}


def _parts(sheet: Sheet, head: int, columns: Mapping[str, int], voting: Voting) -> Iterator[Part]:
    count = _Count()
    for at, row in enumerate(sheet.rows[head + 1 :], start=sheet.first + head + 1):
        told = {name: row[column] for name, column in columns.items() if column < len(row)}
        place = Place(sheet=sheet.name, row=at, column=letters_of(columns["id"]))
        for text in _odd(told, count, place, voting):
            yield Trouble(message=_NO_ANSWER, values={"text": text}, place=place)
    if count.answers or count.marks or count.remarks:
        yield _round(count, voting)
    for statement, said in count.answers.items():
        if fmean(said) == 1 / 2:
            place = count.places[statement]
            yield Trouble(message=_TIE, values={"text": statement}, place=place)
    for statement, marks in count.marks.items():
        # Half a mark counts as a whole one: nobody is told that evens win.
        mark = str(int(fmean(marks) + 1 / 2))
        place = count.places[statement]
        yield Rated(statement=statement, key="importance", value=mark, place=place)


def _odd(told: Mapping[str, str], count: _Count, place: Place, voting: Voting) -> Iterator[str]:
    # Count one row; what cannot be counted is given.
    statement, answer, mark = (told.get(key, "") for key in ("id", "true", "importance"))
    if answer or mark:
        count.voters.add(folded(told.get("who", "")))
        count.places[statement] = place
    is_known = folded(answer) in voting.yes | voting.no
    if answer and is_known and statement:
        count.answers[statement].append(folded(answer) in voting.yes)
    elif answer:
        yield answer
    if mark and mark.isdecimal() and int(mark) in _MARKS and statement:
        count.marks[statement].append(int(mark))
    elif mark:
        yield mark
    rest = (told.get("feeling", ""), told.get("remark", ""))
    if said := " ".join(text for text in rest if text):
        count.remarks.append(f"- {told.get('statement', statement)}: {said}")


def _round(count: _Count, voting: Voting) -> Named:
    shares = {one: fmean(said) for one, said in count.answers.items()}
    so = [one for one, share in shares.items() if share > 1 / 2]
    not_so = [one for one, share in shares.items() if share < 1 / 2]
    keys: dict[str, Value] = {
        "method": voting.wording.value("workshop"),
        "date": voting.today.isoformat(),
        **({"participants": str(len(count.voters))} if count.voters else {}),
        **({"supports": list(so)} if so else {}),
        **({"contradicts": list(not_so)} if not_so else {}),
    }
    ties = (one for one, share in shares.items() if share == 1 / 2)
    told = [*count.remarks, *(f"- {voting.wording.text(_TIE, text=one)}" for one in ties)]
    title = voting.wording.text("Workshop of {date}", date=voting.today.isoformat())
    return Named(kind=Kind.RESEARCH, title=title, keys=keys, prose="\n".join(told))
