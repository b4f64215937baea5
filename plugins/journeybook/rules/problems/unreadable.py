"""Files that are there and cannot be read, or not as they are."""

from journeybook.findings import Mistake
from journeybook.rules.engine.rule import Words, error, warning
from journeybook.wording import marked

_TOO_FAR = {
    "values": marked("these keys say more than {most} things once they are written out"),
    "letters": marked("these keys have more than {most} letters once they are written out"),
    "levels": marked("these keys have lists in lists, more than {most} levels deep"),
    "itself": marked("a value holds itself"),
}


@warning
def empty_file(mistake: Mistake) -> Words:
    """Empty file.

    A file holds nothing.

    It takes part in nothing, and others may believe that it says something.

    Write it, starting with a title, or delete it.
    """
    return marked("the file is empty"), marked("write something in it, or delete the file")


@error
def file_too_large(mistake: Mistake) -> Words:
    """File too large to be prose.

    A Markdown file is larger than one megabyte.

    No text of a handbook is that long; most often a picture or an export was pasted in. It is left
    out, since it would slow down every build.

    Take out what is no text, or move the file out of the content folder.
    """
    return marked("the file is larger than {most} and was left out"), marked(
        "take out what is no text"
    )


@error
def link_outside(mistake: Mistake) -> Words:
    """Link that leaves the handbook.

    A file in the content folder is a symbolic link to a place outside of it.

    What it points to may differ on every machine, and may hold what nobody wants to publish. It is
    not followed.

    Put a copy of the file in the content folder in place of the link.
    """
    return marked("the file is a link to a place outside the content folder"), marked(
        "put the file itself here"
    )


@error
def not_utf_8(mistake: Mistake) -> Words:
    """File that is not UTF-8.

    A file is saved in an encoding other than UTF-8, or is no text at all.

    Letters such as é and € would come out broken, so the file is left out.

    Open the file in an editor and save it as UTF-8; most editors offer that under Save as.
    """
    return marked("the byte {byte} is not UTF-8, so the file was left out"), marked(
        "save the file as UTF-8"
    )


@error
def expands_too_far(mistake: Mistake) -> Words:
    """Front matter that grows beyond measure.

    Front matter repeats itself through YAML aliases (`&name` and `*name`), or is nested so deeply,
    that it says far more than anybody writes.

    Such a file would take hours to read and fill the memory. It is almost always a mistake of a
    program that made it, or an attack.

    Write the values out, without aliases and without lists inside lists.
    """
    return _TOO_FAR[mistake.values["what"]], marked(
        "write it without aliases and without lists in lists"
    )


@warning
def linked_twice(mistake: Mistake) -> Words:
    """Folder that is linked to itself.

    A folder in the content folder is a link to another one that lies there too.

    What it holds is read once, at its own place; read twice, every name would mean two things.

    Delete the link, or move the folder to where the link is.
    """
    return (
        marked("the folder is a link to another one of the handbook and is not read again"),
        marked("delete the link"),
    )


@error
def unreadable_file(mistake: Mistake) -> Words:
    """File that cannot be read.

    A file or folder is there and cannot be opened: nobody gave the right to read it, it is a link
    that leads nowhere, its name is not UTF-8, or it is no file at all, such as a pipe.

    Nothing it says is known, so the handbook may seem to lack what stands in it.

    Give yourself the right to read it, name it anew, or take it out of the folder.
    """
    return marked("this cannot be read"), marked("see who may read it, rename it, or take it out")
