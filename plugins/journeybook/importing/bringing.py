"""A file brought into a handbook: read, and settled."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from journeybook.exports.office.editable import BASE
from journeybook.grouping import grouped
from journeybook.handbook.entities import Persona
from journeybook.handbook.ids import folded
from journeybook.handbook.inventories.ticks import tick_of
from journeybook.importing.edited import Edited, read_edited
from journeybook.importing.edited_sheets import is_export, is_torn_out
from journeybook.importing.elsewhere import is_our_data, is_read_elsewhere, told_of_crawl
from journeybook.importing.heard import Named, Part, Remark, Said
from journeybook.importing.lanes import Reading, Voting, words_of
from journeybook.importing.plan import Plan
from journeybook.importing.reading import hear, is_text
from journeybook.importing.settling import settle
from journeybook.importing.sheets import Sheet, sheets_in
from journeybook.pages.parts.table import LONGEST_NAME, sheet_name
from journeybook.pages.tables import telling_tables
from journeybook.pipeline import Judged
from journeybook.schema import Kind
from journeybook.schema.phrases import Phrases
from journeybook.schema.settings.vocabulary import LanguageWords
from journeybook.sources.document import SourceFile
from journeybook.sources.tables.tables import Unread
from journeybook.starting.beginning import PERSONA
from journeybook.wording import Wording

_SCALE = r"\s*(-?\d+(?:[.,]\d+)?)\s*(?:-|{to}|\.\.|…)\s*(-?\d+(?:[.,]\d+)?)\s*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What somebody says of a file: whose map it is, and the lowest and highest feeling."""

    persona: str = ""
    scale: tuple[float, float] | None = None


def scale_of(text: str, phrases: Phrases) -> tuple[float, float] | None:
    """Read a scale such as `1-10` or `-5 to 5`; None where it is none."""
    found = phrases.pattern(_SCALE).fullmatch(text)
    low, high = (float(one.replace(",", ".")) for one in found.groups()) if found else (0.0, 0.0)
    return (low, high) if low < high else None


def bring(
    file: SourceFile, book: Judged, asked: Asked, wording_in: Callable[[str], Wording]
) -> Plan | Unread:
    """Tell what bringing a file into a handbook comes to, or why it cannot be read."""
    sheets, languages = sheets_in(file), book.bench.languages
    words = words_of(languages.values())
    if not isinstance(sheets, Unread) and is_export(sheets):
        return _brought_back(read_edited(sheets, book, words), book, file.path)
    if unread := _unread(file, sheets, book):
        return unread
    personas = list(book.handbook.personas.values())
    only = personas[0].title if len(personas) == 1 else ""
    reading = Reading(
        words=words,
        feeling=book.handbook.vocabulary.emotion,
        tick=partial(tick_of, vocabulary=book.handbook.vocabulary),
        persona=asked.persona or only,
        lowest=asked.scale[0] if asked.scale else None,
        highest=asked.scale[1] if asked.scale else None,
        voting=_voting(book, languages, wording_in),
    )
    heard = hear(file, reading)
    if isinstance(heard, Unread):
        return heard
    if is_text(file) and not personas and not asked.persona:
        # A text that names nobody is about the only one whom it begins, as when it comes again.
        begun = _only_one(heard, book.site.wording.text(PERSONA))
        again = hear(file, replace(reading, persona=begun))
        heard = heard if isinstance(again, Unread) or not begun else again
    crawled = () if is_text(file) else told_of_crawl(file, book)
    return settle((*crawled, *_with_whole_names(heard, personas)), book, file.path)


def _unread(file: SourceFile, sheets: Sequence[Sheet] | Unread, book: Judged) -> Unread | None:
    # Why a file is none to bring in; None where it may be one.
    if isinstance(sheets, Unread):
        if sheets.what == "format" and is_our_data(file):
            return Unread(what="told")
        is_elsewhere = sheets.what == "format" and is_read_elsewhere(file, book)
        return Unread(what="elsewhere") if is_elsewhere else None
    content = f"{book.handbook.content}/"
    if is_torn_out(sheets, {one.path.removeprefix(content) for one in book.documents}):
        return Unread(what="torn", values={"sheet": BASE})
    return Unread(what="told") if _only_tells(sheets, book) else None


def _with_whole_names(parts: Iterable[Part], personas: Sequence[Persona]) -> Iterator[Part]:
    # A sheet has room for the beginning of a long name, as in our own empty workbook.
    cut = grouped((folded(sheet_name(one.title)), one.title) for one in personas)
    for part in parts:
        whose = part.spot.persona if isinstance(part, Said | Remark | Named) else ""
        titles = cut.get(folded(whose), ()) if len(whose) == LONGEST_NAME else ()
        if isinstance(part, Said | Remark | Named) and len(titles) == 1:
            yield replace(part, spot=replace(part.spot, persona=titles[0]))
        else:
            yield part


def _only_tells(sheets: Sequence[Sheet], book: Judged) -> bool:
    made = {tuple(one.title for one in table.columns) for table in telling_tables(book.site)}
    return bool(sheets) and all(sheet.rows and sheet.rows[0] in made for sheet in sheets)


def _only_one(parts: Sequence[Part], nobody: str) -> str:
    """Give the only persona whom a file begins, which is `nobody` where it names none."""
    named = {one.title for one in parts if isinstance(one, Named) and one.kind is Kind.PERSONA}
    spots = (one.spot for one in parts if isinstance(one, Said | Remark))
    told = {one.persona or nobody for one in spots if one.persona or one.phase}
    told |= {one.spot.persona or nobody for one in parts if isinstance(one, Said)}
    people = {one for one in named | told if folded(one)}
    return people.pop() if len(people) == 1 else ""


def _brought_back(edited: Edited, book: Judged, name: str) -> Plan:
    parts: tuple[Part, ...] = (*edited.named, *edited.troubles)
    plan = settle(parts, book, name)
    said = edited.rows + len(edited.named)
    return replace(plan, offers=(*edited.offers, *plan.offers), said=said)


def language_in(file: SourceFile, languages: Mapping[str, LanguageWords]) -> str:
    """Give the language in which most lanes of a file are called; English where none are."""
    sheets = sheets_in(file)
    cells = [] if isinstance(sheets, Unread) else [
        cell for sheet in sheets for row in sheet.rows for cell in row if cell
    ]  # fmt: skip
    known = {code: {folded(word) for word in one.keys} for code, one in languages.items()}
    # The keys themselves are English.
    known["en"] = known.get("en", set()) | words_of(()).keys.keys()
    counts = {
        code: sum(1 for cell in cells if folded(cell) in words) for code, words in known.items()
    }
    best = max(sorted(counts), key=lambda code: counts[code], default="en")
    return best if counts.get(best, 0) > counts.get("en", 0) else "en"


def _voting(
    book: Judged, languages: Mapping[str, LanguageWords], wording_in: Callable[[str], Wording]
) -> Voting:
    def words(key: str) -> frozenset[str]:
        return frozenset(
            folded(one) for own in languages.values() for one in own.survey.get(key, ())
        )

    return Voting(
        wordings=tuple(map(wording_in, languages)),
        yes=words("yes"),
        no=words("no"),
        today=book.handbook.today,
        wording=book.site.wording,
    )
