"""Files that cannot be read, or hold too much."""

from journeybook.findings import Mistake
from journeybook.rules.engine.rule import Words, error, warning
from journeybook.wording import marked


@error
def duplicate_address(mistake: Mistake) -> Words:
    """Two pages at one address.

    The pages of two files would stand at the same address: `prices.md` beside `prices/index.md`,
    or `Director.md` beside `director.md`, which Windows and macOS take for one file. Or a file is
    named like a page that Journeybook makes: a journey `compare`, a phase `all`.

    One page would take the place of the other, and nobody could read it any more. What Journeybook
    makes steps aside until the file is renamed, so it is not where people look for it.

    Rename one of the two files, and the references to it.
    """
    message = marked("two pages want the address '{id}': that of '{first}' and that of this file")
    if mistake.values["moved"]:
        return message, marked("rename this file; until then our page stands at '{moved}'")
    return message, marked("rename one of the two files")


@warning
def unread_readings(mistake: Mistake) -> Words:
    """Readings that cannot be read.

    A figure names a CSV that is not beside its file, or a line of the CSV says no date and value.

    What is not read is missing from the chart, and what the figure is now may be out of date.

    Write the name of the CSV as it is, and in every line a date and a value: `2026-09-30,12.5`. A
    first line with headings may stand above them.
    """
    if mistake.values["file"]:
        return marked("there is no file '{file}' with readings beside this one"), marked(
            "write the name of a CSV that lies here"
        )
    return marked("'{line}' is no date and value"), marked("write it as 2026-09-30,12.5")


_NO_PICTURE = {
    "outside": (
        marked("the picture '{file}' lies outside of the handbook"),
        marked("put the file beside this one and write its name"),
    ),
    "other": (
        marked("'{file}' is no picture"),
        marked("name a file that ends in .jpg, .png, .webp, .avif, .gif or .svg"),
    ),
    "absent": (
        marked("there is no picture '{file}' beside this file"),
        marked("put it here, or write its name as it is, with capitals"),
    ),
}


@warning
def missing_picture(mistake: Mistake) -> Words:
    """Picture that is not there.

    A persona or a step names a picture that is not beside its file, lies outside of the handbook,
    or is no picture.

    A page would show an empty frame, or ask another site for it each time somebody reads; so it is
    left out.

    Put the picture in the folder of the file that names it, and write its name: `picture: cfo.jpg`.
    """
    return _NO_PICTURE[mistake.values["what"]]


@warning
def unread_speeds(mistake: Mistake) -> Words:
    """Speeds of pages that cannot be read.

    The settings name a file with the speed of pages that is not beside them, or something in it
    names no page with its seconds or its score.

    What is not read counts as not measured, and a slow page stays unseen.

    Put the export beside `journeybook.yml`: a CSV with the columns `url`, and `lcp` or `score`, or
    the JSON of Lighthouse.
    """
    if mistake.values["file"]:
        return marked("there is no file '{file}' with the speed of pages beside these settings"), (
            marked("write the name of a CSV or JSON that lies here")
        )
    return marked("'{line}' is no page with its speed"), marked(
        "name its address under url, and its seconds under lcp or its score"
    )


_UNREAD = {
    "name": (marked("a file with this name is not read"), marked("rename it to {wanted}")),
    "place": (marked("a file in this folder is not read"), marked("move it to {wanted}")),
}
_OF_WORD_PROCESSORS = (".docx", ".doc", ".odt", ".rtf")
_STRAY = {
    "persona": marked("this has the keys of a persona but lies outside {wanted}/"),
    "phase": marked("this has the keys of a phase but lies outside {wanted}/"),
    "channel": marked("this has the keys of a channel but lies outside {wanted}/"),
    "asset": marked("this has the keys of content but lies outside {wanted}/"),
    "journey": marked("this has the keys of a journey but does not lie in {wanted}/index.md"),
    "step": marked("this has the keys of a step but does not lie in the folder of a journey"),
    "research": marked("this has the keys of research but lies outside {wanted}/"),
    "action": marked("this has the keys of an action but lies outside {wanted}/"),
}


@warning
def misplaced_file(mistake: Mistake) -> Words:
    """File that takes no part.

    A file looks like one of the handbook, but its name ends in something else than `.md` (or
    `.yml` in `site_config/`), it lies in none of the folders that are read, or its name says that
    it is there to be copied: `_template.md`, `TEMPLATE_case.md`.

    It counts for nothing: what it says is on no map and closes no gap.

    Rename it, or move it to the folder that the message names.
    """
    stray = mistake.values["what"]
    taken = marked(
        "{there} is there already: take over what is missing there and delete this file, "
        "or give it a name of its own"
    )
    if stray in _UNREAD:
        message, way = _UNREAD[stray]
        if mistake.span.path.casefold().endswith(_OF_WORD_PROCESSORS):
            # Under another name it is no text either.
            way = marked(
                "open it in the program that wrote it, and save it as plain text called {wanted}"
            )
        return message, taken if mistake.values["there"] else way
    if stray == "index":
        return marked("the page of a folder is named index.md"), marked("rename it to {wanted}")
    if stray == "copy":
        copied = marked("a file with this name is there to be copied, and describes nothing")
        way = marked("the site shows it as a page; name it under exclude_docs, or rename it")
        return copied, way
    if stray == "front":
        front = marked("index.md is the page in front of {wanted}/, and its keys are not read")
        return front, marked("rename it, such as to a short form of its title")
    return _STRAY[stray], marked("move it to {wanted}/, or write in it: kind: {what}")


@warning
def personal_data(mistake: Mistake) -> Words:
    """Personal data in research.

    A file of research holds an e-mail address, a telephone number or a link to the page of a
    person.

    Everybody who can read the handbook, or its history in git, can then find who said what; people
    talk freely because they were promised that nobody can.

    Take it out, and name who said it by role and segment alone. It stays in the history of git
    until that is rewritten.
    """
    told = {
        "email": marked("an e-mail address stands here"),
        "telephone": marked("a telephone number stands here"),
        "person": marked("a link to the page of a person stands here"),
    }
    return told[mistake.values["what"]], marked("take it out; a role and a segment are enough")
