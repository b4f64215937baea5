"""Whatever stands in a sheet or a text that is brought in: nothing raises, and no cell is lost."""

import random

import pytest

from journeybook.adapters.disk.language import wording_in
from journeybook.importing.bringing import Asked, bring
from journeybook.importing.plan import Plan, taken
from journeybook.importing.sheets import sheets_in
from journeybook.sources.document import SourceFile
from journeybook.sources.tables.tables import Unread
from tests.unit.handbooks import judged
from tests.unit.importing.reading import EMPTY, Rows, brought, csv_of
from tests.unit.importing.test_documents import JOURNEY, MERMAID, PERSONA
from tests.unit.importing.test_maps import BY_COLUMN, BY_ROW, LONG

HEADS = {
    "Needs", "Questions", "Vragen", "Fase", "Phase", "Row", "Text", "Title", "URL", "Status",
    "Feelings", "Touchpoints", "Drop-offs",
}  # fmt: skip
MAPS: list[Rows] = [[], BY_COLUMN, BY_ROW, LONG]
WORDS = (
    "Needs", "Vragen", "Fase", "Phase", "Persona: X", "CFO", "Row", "Text", "Title", "URL",
    "Status", "Backstage", "a; b", "- x\n- y", "x [channel: y]", "[a: b]", "worried (-1)", "9",
    "=1+1", "|", "#", "---", "a: b", "'", '"', "\u202e", "é", "🚲", "none", "", "", "", "Votes",
    "Feelings", "Touchpoints",
    "journey", "section x", "a: 5: b", "# Head", "null", "2026-01-01", "a\tb", "<!-- x -->", "*",
)  # fmt: skip


@pytest.mark.parametrize("seed", range(30))
def test_a_sheet_of_anything_loses_no_cell(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    rows = [
        [chance.choice(WORDS) for _ in range(chance.randint(1, 6))]
        for _ in range(chance.randint(1, 12))
    ]
    # Some are a map with more beside and below it, the others are mixed with rows of one.
    for at, sure in enumerate(chance.choice(MAPS)[: chance.randint(1, 8)]):
        rows.insert(at if seed % 3 else chance.randint(0, len(rows)), list(map(str, sure)))
    for at, row in enumerate(rows):
        row.append(chance.choice(("", f"only{at}", f"- only{at}")))
    file = SourceFile(path="map.csv", data=csv_of(rows))
    # Half of them go into a handbook that says some of it already.
    there = files_of(brought(csv_of(BY_COLUMN), "old.csv")) if seed % 2 else {}
    book = judged({**EMPTY, **there})
    plan = bring(file, book, Asked(), wording_in)
    if isinstance(plan, Unread):
        return
    edits, undone = taken(book.reading.files.values(), plan.offers)
    changed = (*(after.data.decode() for _, after in edits), *(one.after for one in undone))
    everything = "\n".join((*there.values(), *plan.new, *plan.new.values(), *changed))
    told = [str(value) for one in plan.troubles for value in one.values.values()]
    sheets = sheets_in(file)
    assert not isinstance(sheets, Unread)
    cells = {
        cell
        for sheet in sheets
        for row in sheet.rows
        for cell in row
        if "only" in cell or not heads(row)
    }
    for cell in cells:
        # This word parts a drop-off from its reason.
        said = words_of(cell) - {"because"}
        assert said <= words_of(everything) | words_of(" ".join(told)), cell
    again = files_of(plan)
    assert [one for one in judged(again).findings if one.code == "broken-front-matter"] == []


# Pieces of texts as teams write them; an @ stands for a word that occurs nowhere else.
PIECES = (
    "# Customer journey of @", "# @", "## User personas", "## Persona 1: @", "### @", "#### Goals",
    "### Phase 1: Awareness", "### Stage 2: Choice", "## Journey 2 — @", "## How to use it",
    "- **Goals:**\n  - @\n  - @", "- **Name:** @", "- **Role:** @", "**Touchpoints:**\n- @\n- @",
    "**Feeling:** worried about @", "**Situation:** @", "Pains\n- @", "Quote: @", "> @", "* @",
    "Title @\n=======", "@\n---", "---", "**@**", "- @\n- @", "1. @", "@, @ and @.",
    "```bash\nrun @\n```", "```mermaid\njourney\n  title @\n  section Awareness\n    @: 5: @\n```",
    "```mermaid\njourney\n  @: 5: Me\n```", "| @ | @ |\n|---|---|\n| @ | @ |",
    "| Phase | Awareness | @ |\n|---|---|---|\n| Needs | @ | @ |", "Drop-offs: @",
    "| Row | Text | Phase |\n|---|---|---|\n| Needs | @ | @ |", "<!-- @ -->",
    "#### Questions\n- @?", "[@](https://x.example/@)",
)  # fmt: skip


@pytest.mark.parametrize("seed", range(40))
def test_a_text_of_anything_loses_no_word(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    front = chance.choice(("", "", "---\nowner: @\n---\n"))
    between = chance.choice(("\n", "\n\n"))
    first, *parts = (front + between.join(chance.choices(PIECES, k=8))).split("@")
    text = first + "".join(f"word{at}x{part}" for at, part in enumerate(parts))
    plan = bring(SourceFile(path="a.md", data=text.encode()), judged(EMPTY), Asked(), wording_in)
    if isinstance(plan, Unread):
        return
    told = [str(value) for one in plan.troubles for value in one.values.values()]
    everything = words_of("\n".join((*plan.new, *plan.new.values(), *told)))
    assert [at for at, _ in enumerate(parts) if f"word{at}x" not in everything] == [], text


@pytest.mark.parametrize("seed", range(20))
def test_a_text_with_anything_in_it_raises_nothing(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    text = list(chance.choice([MERMAID, PERSONA, JOURNEY]))
    for _ in range(chance.randint(1, 40)):
        at = chance.randrange(len(text))
        text[at : at + chance.randint(0, 4)] = chance.choice(WORDS)
    data = "".join(text).encode("utf-8", "replace")
    name = chance.choice(["a.md", "a.mmd", "a.csv", "a.txt", "a.xlsx"])
    plan = bring(SourceFile(path=name, data=data), judged(EMPTY), Asked(), wording_in)
    assert isinstance(plan, Plan | Unread)


def heads(row: tuple[str, ...]) -> bool:
    """Whether a row may be one of headings, which say what the others are."""
    return bool(HEADS & set(row))


def words_of(text: str) -> set[str]:
    return set("".join(c if c.isalnum() else " " for c in text).casefold().split())


def files_of(plan: Plan) -> dict[str, str]:
    return {path.removeprefix("content/"): text for path, text in plan.new.items()}
