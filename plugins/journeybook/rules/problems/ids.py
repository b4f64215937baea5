"""What is wrong with names that lead to several things, to none at last, or to each other."""

from journeybook.findings import Mistake
from journeybook.rules.engine.rule import Words, error
from journeybook.wording import marked


@error
def ambiguous_reference(mistake: Mistake) -> Words:
    """Ambiguous reference.

    A file uses a name that several files answer to.

    We would have to guess which one is meant, and a wrong guess puts content where it does not
    belong.

    Write the full id, with its folders, such as `guides/downtime` in place of `downtime`; for a
    question, `journey/step#question`.
    """
    return marked("'{reference}' may mean several things: {found}"), marked(
        "write one of these in full"
    )


@error
def circular_extends(mistake: Mistake) -> Words:
    """Personas that extend each other in a circle.

    A persona extends another one, which in the end extends the first again.

    Nobody can tell who inherits from whom, so none of them inherits anything.

    Decide which persona is the general one, and take `extends` out of its file.
    """
    return marked("'{persona}' extends itself: {circle}"), marked(
        "take 'extends' out of one of them"
    )


@error
def duplicate_id(mistake: Mistake) -> Words:
    """One id for two things.

    Two files of the same kind, or two statements in one file, have the same id.

    References cannot tell them apart. The first one keeps the id; a second file is left out of the
    handbook.

    Rename one of the files, or give one of the statements an `id` of its own.
    """
    if mistake.values.get("line"):
        return marked("this, or its id, stands already on line {line}"), marked(
            "take one of the two out, or give it an id of its own"
        )
    return marked("the id '{id}' is taken already, in {first}"), marked(
        "rename one of the two, or give it an id of its own"
    )
