"""What is said of a file of records that cannot be read, and of what is no record."""

from collections.abc import Mapping

from journeybook.sources.records.record import Reason
from journeybook.wording import marked

_AS_CSV = marked("save it as CSV or as XLSX, and name that")
_AGAIN = marked("export it again")
_LESS = marked("export less at a time, or leave out what is not needed")

UNREAD: Mapping[str, tuple[str, str]] = {
    "refused": (
        marked("'{file}' cannot be read where it lies"),
        marked("put the file itself here, and no link"),
    ),
    "empty": (marked("there is nothing in '{file}'"), _AGAIN),
    "pointer": (
        marked("'{file}' is only a pointer of Git LFS to the file"),
        marked("fetch the file itself: git lfs pull"),
    ),
    "format": (
        marked("'{file}' is none of the formats that are read, or needs a password"),
        _AS_CSV,
    ),
    "broken": (marked("'{file}' is damaged, or needs a password"), _AGAIN),
    "extra": (
        marked("workbooks are read with an extra that is not installed here"),
        marked("pip install python-calamine, or save '{file}' as CSV"),
    ),
    "torn": (
        marked("'{file}' was made to be edited, and its hidden sheet '{sheet}' is not in it"),
        marked(
            "save the whole workbook as XLSX, since that sheet tells what was changed; or export "
            "one anew"
        ),
    ),
    "told": (
        marked("'{file}' tells what is in the handbook, and nothing of it can be brought back"),
        marked(
            "change the files themselves, or the sheets to edit of the workbook: journeybook "
            "export --format xlsx"
        ),
    ),
    "sheet": (marked("'{file}' has no sheet '{sheet}'"), marked("its sheets are: {known}")),
    "member": (
        marked("it is not said which of the files in '{file}' to read"),
        marked("name it: member: …; there are {known}"),
    ),
    "stray": (
        marked("in '{file}' a cell far away from the others holds something"),
        marked("delete the rows and columns around the table, or save it as CSV"),
    ),
    "unpacked": (marked("'{file}' becomes too large when it is unpacked"), _LESS),
    "members": (marked("there are more than {most} files in '{file}'"), _LESS),
    "large": (marked("'{file}' is larger than {most}"), _LESS),
    "rows": (marked("'{file}' has more than {most} rows"), _LESS),
    "wide": (
        marked("'{file}' has more than {most} columns"),
        marked("delete the columns beside the table"),
    ),
    "cell": (
        marked("in row {row} of '{file}' a cell holds more than a million letters"),
        marked("shorten it, or export the file again"),
    ),
    "quotes": (
        marked("in row {row} of '{file}' a quotation mark is not closed"),
        marked("close it, or write it twice where the text itself holds one"),
    ),
    "encoding": (
        marked("there is no encoding '{encoding}'"),
        marked("write one such as utf-8, cp1252 or utf-16"),
    ),
    "xml": (
        marked("line {line} of '{file}' is no XML"),
        marked("take out what stands there, often a sign that nobody sees, or export it again"),
    ),
    "sitemaps": (
        marked("'{file}' names sitemaps that are not beside it: {known}"),
        marked("save them in the same folder; they are then read with it"),
    ),
    "doctype": (
        marked("'{file}' says what its own signs mean (DOCTYPE), which is not read"),
        marked("export it from the content system itself"),
    ),
    "json": (marked("line {line} of '{file}' is no JSON"), _AGAIN),
    "deep": (marked("'{file}' has lists in lists, more than can be read"), _AGAIN),
    "shape": (
        marked("'{file}' holds nothing of which content can be made"),
        marked("export the list of pages, posts or entries"),
    ),
    "figures": (
        marked("the headings of '{file}' tell of no address or search, or of no use: {known}"),
        marked("say under columns of the export which column holds what"),
    ),
    "time": (
        marked("'{file}' does not say which time its figures are of"),
        marked("write under the export: month: 2026-10; or since and until"),
    ),
}
"""By what keeps a file from being read: what is wrong, and the way out."""

LEFT_OUT: Mapping[Reason, str] = {
    Reason.HEADINGS: marked("headings"),
    Reason.BLANK: marked("empty"),
    Reason.COMMENT: marked("says something about the file"),
    Reason.NAME: marked("the name of what stands below it"),
    Reason.TOTALS: marked("totals"),
    Reason.NOT_SET: marked("about no page"),
    Reason.OTHER_TABLE: marked("belongs to another table"),
    Reason.TYPE: marked("is no content of its own"),
    Reason.STATUS: marked("in the bin, or not begun"),
    Reason.REDIRECT: marked("leads to another address"),
    Reason.NO_ANSWER: marked("the page did not answer"),
    Reason.GONE: marked("the page is not there any more"),
    Reason.NO_ADDRESS: marked("has no address"),
    Reason.TWICE: marked("stands here twice"),
    Reason.DUPLICATE: marked("is a copy of another page"),
    Reason.REVISION: marked("an earlier version"),
    Reason.BROKEN: marked("cannot be read"),
    Reason.NOT_READ: marked("is not read"),
}
"""By why something is no record, in a few words."""
