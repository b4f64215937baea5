"""One value where a list may stand, written as the first of a list."""

from journeybook.sources.edits.change import Place
from journeybook.sources.edits.values import as_lines, in_brackets
from journeybook.sources.yaml.nodes import Value


def first_in_brackets(spelled: str, item: Value) -> str:
    """Write what stands there, as it is spelled, and another one behind it."""
    return f"[{spelled}, {in_brackets(item)}]"


def first_of_lines(text: str, begin: Place, end: Place, item: Value) -> tuple[Place, str]:
    """Write a group of keys, on lines of its own, and another one below it; give its new end."""
    (line, column), (last, behind) = begin, end
    first, *others = text.split("\n")[line : last + bool(behind)]
    moved = (f"  {one}" if one.strip() else one for one in others)
    own = "\n".join((f"- {first[column:]}", *moved))
    made = f"{own}\n{' ' * column}{as_lines([item], column).lstrip()}"
    # What stands behind the last key, such as a remark, stays with it.
    return (
        ((last, len((others or [first])[-1])), made.removesuffix("\n")) if behind else (end, made)
    )
