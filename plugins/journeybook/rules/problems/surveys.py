"""Files with the responses of a survey that cannot be read as they are."""

from journeybook.findings import Mistake
from journeybook.rules.engine.rule import KNOWN, Words, did_you_mean, error, warning
from journeybook.sources.records.words import UNREAD
from journeybook.wording import marked

_AS_CSV = marked("save it as CSV or as XLSX, and name that")
_UNREAD = {
    **{what: UNREAD[what] for what in ("cell", "extra", "pointer", "quotes", "sheet")},
    "missing": (
        marked("there is no file '{file}' beside this one"),
        marked("write the name of a CSV or XLSX that lies here"),
    ),
    "folder": (marked("'{file}' is a folder"), marked("name the file in it")),
    "refused": (
        marked("'{file}' cannot be read where it lies"),
        marked("put the file itself here, and no link"),
    ),
    "empty": (
        marked("nothing can be read in '{file}': it is empty, or larger than 50 MB"),
        marked("export it again, with the responses in it"),
    ),
    "unanswered": (
        marked("there is no response in '{file}'"),
        marked("export it again, with the responses in it"),
    ),
    "format": (marked("'{file}' is no CSV and no XLSX, or needs a password"), _AS_CSV),
    "broken": (marked("'{file}' is damaged, or needs a password"), _AS_CSV),
    "stray": (
        marked("in '{file}' a cell far away from the others holds something"),
        marked("delete the rows and columns around the answers, or save it as CSV"),
    ),
    "unpacked": (marked("'{file}' becomes too large when it is unpacked"), _AS_CSV),
    "columns": (
        marked("the headings of '{file}' do not tell what was asked: {known}"),
        marked("say under `survey` which column holds what"),
    ),
    "again": (
        marked("'{file}' holds the same responses as “{first}”"),
        marked("tell both in one file of research: two views of one survey give people away"),
    ),
}
_COLUMNS = {
    "missing": marked("there is no column '{column}'"),
    "twice": marked("there are several columns '{column}'"),
    "again": marked("the column '{column}' is named for two things"),
    "scale": marked("'{column}' is no scale"),
    "alike": marked("several columns tell the same as '{column}'"),
    "topic": marked("nothing tells what '{column}' is about"),
}
_WAYS = {
    "twice": marked("give each of them a heading of its own"),
    "again": marked("name each column once"),
    "alike": marked("say under `asked` of the survey which one counts"),
    "topic": marked("name the column of the `touchpoint`, or put it under `asked` with one"),
    "scale": marked("write it from worst to best, such as 1-10, or list the words in that order"),
}
_HOW = {
    "date": marked("a spreadsheet made a date of it: type the number again as text"),
    "several": marked("there are several numbers in one cell: leave one"),
    "scale": marked("write under `scales` what the answers run between, or correct the cell"),
    "word": marked("list the words under `scales`, from worst to best"),
    "yes-or-no": marked("write yes or no"),
    "feeling": marked("write a feeling the handbook knows, or add the word in journeybook.yml"),
    "persona": marked("say under `personas` of the survey whom it means"),
    "touchpoint": marked("say under `touchpoints` of the survey which one it means"),
    "weight": marked("write a number of 0 or more"),
}
_NOT = {
    "date": marked("under “{column}” '{value}' is a date (row {row}; {rows} in all)"),
    "several": marked(
        "under “{column}” '{value}' holds several numbers (row {row}; {rows} in all)"
    ),
    "scale": marked("under “{column}” '{value}' lies off the scale (row {row}; {rows} in all)"),
    "word": marked("under “{column}” '{value}' is no number (row {row}; {rows} in all)"),
    "yes-or-no": marked(
        "under “{column}” '{value}' is neither yes nor no (row {row}; {rows} in all)"
    ),
    "feeling": marked(
        "under “{column}” '{value}' is no feeling that is known (row {row}; {rows} in all)"
    ),
    "persona": marked("under “{column}” '{value}' is no persona (row {row}; {rows} in all)"),
    "touchpoint": marked("under “{column}” '{value}' is no touchpoint (row {row}; {rows} in all)"),
    "weight": marked("under “{column}” '{value}' is no weight (row {row}; {rows} in all)"),
}
_UNSHOWN = {
    "date": marked("under “{column}” stand dates (row {row}; {rows} in all)"),
    "several": marked("under “{column}” stand several numbers (row {row}; {rows} in all)"),
    "scale": marked("answers under “{column}” lie off the scale (row {row}; {rows} in all)"),
    "word": marked("answers under “{column}” are no numbers (row {row}; {rows} in all)"),
    "yes-or-no": marked(
        "answers under “{column}” are neither yes nor no (row {row}; {rows} in all)"
    ),
    "feeling": marked(
        "answers under “{column}” are no feelings that are known (row {row}; {rows} in all)"
    ),
    "persona": marked("names under “{column}” are no personas (row {row}; {rows} in all)"),
    "touchpoint": marked("names under “{column}” are no touchpoints (row {row}; {rows} in all)"),
    "weight": marked("there is no weight under “{column}” (row {row}; {rows} in all)"),
}
_ODD = {
    "fewer": (
        marked("{responses} responses were read, and `participants` says {said}"),
        marked("correct `participants`, or take out what is no response"),
    ),
    "unplaced": (
        marked("“{column}” asks about nothing that the map names, and is left out"),
        marked("name the touchpoint on the map as it is named here, or take the column out"),
    ),
    "untold": (
        marked("“{column}” names a touchpoint, and nothing tells what it asks: it is left out"),
        marked("say under `asked` of the survey which column holds what, or take the column out"),
    ),
    "beside": (
        marked("columns that only say something of the answers in others are left out: {column}"),
        marked("if one of them asks something itself, say so under `asked` of the survey"),
    ),
    "addresses": (
        marked(
            "rows with an e-mail address that stands in a row above: {rows}, the first is row "
            "{row}; each counts as somebody else"
        ),
        marked("if somebody answered twice, keep one row"),
    ),
    "encoding": (
        marked("the file does not say its encoding and was read as {encoding}"),
        marked("look whether accents are right; save it as CSV in UTF-8"),
    ),
    "sheet": (
        marked("a CSV has no sheets: '{sheet}' is not looked for"),
        marked("leave `sheet` out, or name a workbook"),
    ),
    "empty": (
        marked("empty rows are left out: {rows}, the first is row {row}"),
        marked("delete them"),
    ),
    "total": (
        marked("rows with totals or means are left out: {rows}, the first is row {row}"),
        marked("delete them: only responses count"),
    ),
    "preview": (
        marked("previews, tests and spam are left out: {rows}, the first is row {row}"),
        marked("export without them"),
    ),
    "twice": (
        marked("rows of one response that differ are left out: {rows}, the first is row {row}"),
        marked("keep one row for each response"),
    ),
    "wide": (
        marked("rows with cells beyond the headings are left out: {rows}, the first is row {row}"),
        marked("put texts with a comma or semicolon between quotation marks"),
    ),
    "mixed": (
        marked("answers to “{key}” come from several scales, and are taken as {scale}"),
        marked("bring them to one scale, and write it under `scales`"),
    ),
    "low": (
        marked("nobody gave more than 5 for “{key}”, which runs from 0 to 10"),
        marked("look whether the answers stand on that scale"),
    ),
    "unsure": (
        marked("nobody says between what answers to “{key}” run: taken as {scale}"),
        marked("write it under `scales` of the survey"),
    ),
}


@error
def unread_survey(mistake: Mistake) -> Words:
    """Survey that cannot be read.

    A file of research names a file with responses that is not there, that nobody can read, or whose
    headings do not tell what was asked.

    What customers said counts for nothing: neither the map nor the gaps know of it.

    Do what the message says. The file lies beside that of the research; it is read and never
    published.
    """
    return _UNREAD[mistake.values["what"]]


@error
def missing_column(mistake: Mistake) -> Words:
    """Column of a survey that is not there.

    The mapping of a survey names a column that its file does not have or has twice, names one
    column for two things, or writes a scale that is none.

    The answers in it are not read.

    Write the heading as it stands in the file; capitals and accents do not matter.
    """
    what = mistake.values["what"]
    otherwise = KNOWN if mistake.values["known"] else ""
    return _COLUMNS[what], _WAYS.get(what) or did_you_mean(mistake, otherwise)


@warning
def odd_answer(mistake: Mistake) -> Words:
    """Answer in a survey that is none.

    A cell lies off the scale, is no number, no feeling, neither yes nor no, or names nobody and
    nothing that the handbook knows. Its row is named; what only a few people wrote is not repeated.

    The answer is left out, and so all figures rest on fewer people than answered.

    Correct the cell, or say in the mapping what is meant.
    """
    why = mistake.values["why"]
    return (_NOT if mistake.values["value"] else _UNSHOWN)[why], _HOW[why]


@warning
def odd_survey(mistake: Mistake) -> Words:
    """Something odd in a survey's file.

    Rows or columns are left out because they are no responses, ask about nothing on the map or do
    not tell what they ask, or something had to be guessed: the encoding of the file, or the scale
    of its answers.

    A figure that rests on a wrong guess is wrong without looking so.

    Do what the message says, so that nothing has to be guessed.
    """
    return _ODD[mistake.values["what"]]
