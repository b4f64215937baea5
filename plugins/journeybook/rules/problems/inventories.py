"""Content that stands in other files, and what of it could not be taken over as it is."""

from journeybook.findings import Mistake
from journeybook.rules.engine.rule import KNOWN, Words, did_you_mean, error, warning
from journeybook.sources.records.words import UNREAD as UNREAD_RECORDS
from journeybook.sources.tables.cells import is_error
from journeybook.wording import marked

UNREAD = {
    **UNREAD_RECORDS,
    "missing": (
        marked("there is no '{file}' to read content from"),
        marked("write where it lies as seen from the folder of the handbook"),
    ),
}
"""By what keeps a source from being read: what is wrong, and the way out."""
_DAYS = ("published", "reviewed", "due")


@error
def unread_inventory(mistake: Mistake) -> Words:
    """Inventory that cannot be read.

    A source in `inventory.yml` names a file that is not there or that nobody can read, or a column
    that the file does not have.

    What stands in it is missing from the catalogue and from every matrix, and the gaps that it
    would close seem open.

    Do what the message says. `journeybook inventory` tells what was read of every source.
    """
    if mistake.values["what"] == "column":
        message = marked("'{file}' has no column '{column}'")
        return message, did_you_mean(mistake, KNOWN if mistake.values["known"] else "")
    return UNREAD[mistake.values["what"]]


@warning
def unmapped_value(mistake: Mistake) -> Words:
    """Word of an inventory that means nothing here.

    A column of a source holds a word that is no persona, phase, channel, type, status or date that
    the handbook knows. It is told once, with the number of rows that have it.

    What the rows say with it counts for nothing, so that content seems to be missing that is there.

    Write under `values` of the source what it means: `phases: {TOFU: awareness}`; or `none` where
    it means nothing. `journeybook inventory --suggest` proposes that. Where it is another name of a
    persona, a phase or a channel in all files, write it there under `aliases`; where it is one of
    its own, `journeybook new` begins it.
    """
    if mistake.values["others"]:
        message = marked("“{column}” holds {others} more words that mean nothing for {key}")
        return message, marked("look whether this is the right column")
    message = marked(
        "“{column}” says '{word}', which means nothing for {key} (row {row}; {rows} in all)"
    )
    if is_error(mistake.values["word"]):
        return message, marked("a formula failed there: mend it in the sheet")
    if mistake.values["key"] in _DAYS:
        return message, marked("write 2026-03-01, or under dates of the source what comes first")
    return message, did_you_mean(mistake, _otherwise(mistake))


def _otherwise(mistake: Mistake) -> str:
    if mistake.values["kind"]:
        begin = marked("if it is one of its own, begin it: journeybook new {kind} '{word}'")
        if not mistake.values["known"]:
            return begin
        return marked(
            "write it under aliases of the one it is ({known}), or under values of the source what"
            " it means; if it is one of its own, begin it: journeybook new {kind} '{word}'"
        )
    if mistake.values["known"]:
        return marked(
            "write under values of the source what it means ({known}), or add it to the vocabulary"
        )
    return marked("write under values of the source what it means")


@warning
def untagged_content(mistake: Mistake) -> Words:
    """Content that is for nobody yet.

    Content from a source of `inventory.yml` names no persona, and no journey uses it. It is told
    once for the whole source.

    It is there, and nobody knows whom it helps: it closes no gap and stands in no matrix.

    Name the column that tells for whom it is, or let `journeybook inventory` suggest it from titles
    and addresses. `--accept --write` takes that over into a sheet, and lists what is left there, to
    fill in.
    """
    hint = marked(
        "say for whom it is in the sheet that journeybook inventory --accept --write begins"
    )
    if mistake.values["types"]:
        return marked("{rows} of {of} rows of {source} are for nobody: {types}"), hint
    return marked("{rows} of {of} rows of {source} are for nobody"), hint


@warning
def contradicting_row(mistake: Mistake) -> Words:
    """Row that contradicts what is known.

    A row of a source and the file, the source or the row above that tells of the same content say
    different things of a key. Each key is told once, with the number of rows.

    Only one of the two counts, and it may be the wrong one.

    Correct one of the two. `wins: inventory` lets the source count, and not the file. Two rows that
    are content of their own need an address or a title of their own.
    """
    if mistake.values["counts"] == "above":
        message = marked(
            "{source} says '{said}' for {key} of “{title}”, where a row above says '{other}'"
            " ({rows} in all)"
        )
        return message, marked(
            "the row above counts; correct one of them, or give content of its own an address or a"
            " title of its own"
        )
    message = marked(
        "{source} says '{said}' for {key} of “{title}”, where '{other}' stands ({rows} in all)"
    )
    if mistake.values["counts"] == "inventory":
        return message, marked("what stands here counts; correct the other")
    return message, marked("what stands elsewhere counts; correct one of them")
