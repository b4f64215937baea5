"""The place that a phase gets among others, when it begins."""

from collections.abc import Collection, Mapping, Sequence


def order_of(
    name: str,
    names: Sequence[str],
    known: Mapping[str, float],
    there: Collection[float],
    near: float = 0,
) -> float:
    """Give the order of a phase: after the one before it in a file, else before the one below it.

    `names` are all phases of that file, `known` the orders of those that have one, and `there` all
    orders of the handbook. What a file does not put beside others comes last; and behind that
    `near` it in meaning, where the file allows it.
    """
    at = names.index(name) if name in names else len(names)
    before = [known[one] for one in names[:at] if one in known]
    below = [known[one] for one in names[at:] if one in known]
    every = sorted({*there, *known.values()})
    if near and all(one <= near for one in before) and all(near < one for one in below):
        start = near
    elif before:
        start = before[-1]
    else:
        start = max((one for one in every if not below or one < below[0]), default=0)
    end = next((one for one in every if one > start), None)
    return int(start) + 1 if end is None else (start + end) / 2
