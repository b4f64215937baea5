"""A feeling as people note it in a cell: in words, as a number, a sign or a face."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from journeybook.grouping import grouped
from journeybook.importing.cells import statement_in
from journeybook.importing.heard import Keys, Part, Place, Remark, Said, Spot, Trouble
from journeybook.importing.lanes import Reading
from journeybook.sources.yaml.nodes import Value
from journeybook.wording import marked

_SCORE = re.compile(r"(?<![\w.,])(?P<sign>[-−–+]?)(?P<number>\d{1,3}(?:[.,]\d+)?)(?!\w)")
_WORD = re.compile(r"[\w'’-]+")
_PAIR = 2
_EDGES = " \t()[]:,–—-"
_MOST_WORDS = 12
"""No feeling takes more to say."""
_SIGNS = {"++": 2, "+": 1, "+/-": 0, "+-": 0, "±": 0, "-": -1, "--": -2}
_DASHES = str.maketrans("–—−", "---")
_FACES = {
    2: "😀 😃 😄 😁 😆 🤩 😍 🥰 🥳 🎉",
    1: "🙂 😊 ☺ 😌 😋 😉 🤗 👍 :-) :)",
    0: "😐 😑 😶 🤔 :-| :|",
    -1: "🙁 ☹ 😕 😟 😞 😔 😬 😒 🙄 😥 😰 😓 😣 👎 :-( :(",
    -2: "😡 😠 😤 😢 😭 😱 😨 😫 😩 🤬 😖 🤯 💔",
}
_SCALE = marked(
    "'{text}' may mean anything, as a feeling here lies outside -2 to 2: tell the scale, such as "
    "--scale 1-10"
)


def feeling_parts(
    item: str, spot: Spot, heading: str, place: Place, reading: Reading
) -> Iterator[Part]:
    """Give the feeling that an item tells; where its scale is not known, that is asked."""
    told = dict(statement_in(item, "emotion", reading.words))
    keys = _feeling(str(told.pop("label")), reading)
    if keys is None:
        yield Trouble(message=_SCALE, values={"text": item}, place=place)
        yield Remark(spot=spot, heading=heading, text=item, place=place)
    else:
        yield Said(spot=spot, lane="emotion", keys={**keys, **told}, place=place)


def with_score(part: Part, reading: Reading) -> Part:
    """Give a feeling that says more than a word the score of the word that it begins with."""
    if not isinstance(part, Said) or part.lane != "emotion" or "score" in part.keys:
        return part
    score = _begun(str(part.keys.get("label", "")), reading)
    return part if score is None else replace(part, keys={**part.keys, "score": str(score)})


def asks_for_scale(parts: Iterable[Part]) -> bool:
    """Tell whether a number among parts lies on no scale that is known."""
    return any(isinstance(part, Trouble) and part.message == _SCALE for part in parts)


def with_curve(parts: Iterable[Part]) -> Iterator[Part]:
    """Put a word and the number of a curve together, where a step has one of each."""
    known = list(parts)
    told = grouped(
        (part.spot, part) for part in known if isinstance(part, Said) and part.lane == "emotion"
    )
    made: dict[int, Said | None] = {}
    for first, second in (pair for pair in told.values() if len(pair) == _PAIR):
        word, curve = (first, second) if "label" in first.keys else (second, first)
        if "label" in curve.keys or "label" not in word.keys or not _gives_way(word.keys):
            continue
        made[id(word)] = replace(word, keys={**word.keys, **curve.keys})
        made[id(curve)] = None
    for part in known:
        if (one := made.get(id(part), part)) is not None:
            yield one


def _gives_way(keys: Keys) -> bool:
    # A number says more than a face.
    return "score" not in keys or _face_in(str(keys["label"])) is not None


def _feeling(text: str, reading: Reading) -> dict[str, Value] | None:
    # The word and the score from -2 to 2 of a feeling; nothing where its scale is unknown.
    found = _SCORE.search(text)
    if found is None:
        sign = _SIGNS.get("".join(text.split()).translate(_DASHES))
        if sign is not None:
            return _keys("", sign)
        return _keys(text.strip(_EDGES) or text, _face_in(text))
    rest = text[: found.start()] + text[found.end() :]
    label = " ".join(rest.replace("()", "").replace("[]", "").split())
    number = float(found["number"].replace(",", "."))
    number = -number if found["sign"] in {*"-−–"} else number
    score = None if reading.is_of_other_scale else on_scale(number, reading.lowest, reading.highest)
    return None if score is None else _keys(label.strip(_EDGES), score)


def _begun(text: str, reading: Reading) -> int | None:
    # What `Relieved to have a price` begins with; nothing where another word contradicts that, and
    # where the whole of it is a feeling that is known.
    words = _WORD.findall(text)
    known = [score for word in words if (score := reading.feeling(word)) is not None]
    most = min(len(words) - 1, _MOST_WORDS)
    begun = (reading.feeling(" ".join(words[:end])) for end in range(most, 0, -1))
    score = next((one for one in begun if one is not None), None)
    if score is None or reading.feeling(text) is not None or any(one * score < 0 for one in known):
        return None
    return score


def _keys(label: str, score: int | None) -> dict[str, Value]:
    own: dict[str, Value] = {"label": label} if label else {}
    return own if score is None else {**own, "score": str(score)}


def _face_in(text: str) -> int | None:
    return next(
        (score for score, faces in _FACES.items() if any(face in text for face in faces.split())),
        None,
    )


def on_scale(number: float, lowest: float | None, highest: float | None) -> int | None:
    """Bring a number of a scale to one from -2 to 2; None where it cannot lie on that."""
    low, high = (-2.0, 2.0) if lowest is None or highest is None else (lowest, highest)
    if not low <= number <= high:
        return None
    share = (number - low) / (high - low)
    return round(share * 4 - 2)
