"""What changed in the language, the owners and the words of a handbook."""

from collections.abc import Iterator, Mapping

from journeybook.compare.acts.bars import lowered, rarer
from journeybook.compare.change import Change, Thing, What
from journeybook.compare.edit import About, Value, change
from journeybook.compare.pair import Pair
from journeybook.findings import Span
from journeybook.handbook.ids import title_of
from journeybook.pipeline import Judged
from journeybook.schema.period import Period
from journeybook.schema.settings.configuration import Configuration
from journeybook.schema.settings.value import Weights
from journeybook.schema.settings.vocabulary import (
    AssetTypeWords,
    StatusWords,
    Vocabulary,
    WorkWords,
)
from journeybook.wording import marked

_LISTS: Mapping[str, str] = {
    "asset_types": marked("Types of content"),
    "statuses": marked("Words for a status"),
    "emotions": marked("Words for feelings"),
    "action_kinds": marked("Kinds of work"),
    "questions": marked("What people ask for"),
}
_KEYS: Mapping[str, str] = {
    "label": marked("name"),
    "aliases": marked("other names"),
    "review_every": marked("review every"),
    "effort": marked("effort"),
    "definition": marked("definition"),
    "counts_as": marked("counts as"),
    "score": marked("score"),
    "words": marked("words of the question"),
    "types": marked("types of content that suit it"),
    "days": marked("days of work"),
    "within": marked("done within"),
    "lanes": marked("lanes it sees"),
    "sections": marked("sections it sees"),
    "first": marked("first page"),
    "shelf_life": marked("holds for"),
    "least_participants": marked("people who took part, at least"),
    "smallest_group": marked("people in a group that is shown, at least"),
    "difference": marked("difference of marks that is told"),
    "recognised": marked("per cent of customers who know a touchpoint, at least"),
}
_REVIEWED_LESS = marked("To be reviewed less often")
_LESS_ASKED = marked("Less is asked of research")

_Path = tuple[str, ...]


def setting_changes(original: Judged, later: Judged, pair: Pair) -> Iterator[Change]:
    """Compare journeybook.yml before and after."""
    before, after = (one.bench.decisions.configuration for one in (original, later))
    wording, tree = pair.wording, later.bench.decisions.configuration_tree
    yield from _weights(original, later, pair)
    if before.language != after.language:
        names = [wording.language_name(one.language) for one in (before, after)]
        about = _about(wording.text("The whole handbook"), tree.span("language"))
        label = marked("Another language of the handbook")
        yield change(
            about, What.CHANGED, label, weight=90, values=(names[0], names[1]), aspect="language"
        )
    olds = {**dict(_leaves(before)), **dict(_of_research(original))}
    news = {**dict(_leaves(after)), **dict(_of_research(later))}
    for path in sorted({*olds, *news}):
        old = olds.get(path) or _known(path, original)
        new = news.get(path) or _known(path, later)
        is_of_research = path[0] == "research"
        place = ("research", *reversed(path[1:])) if is_of_research else path
        about = _about(_named(path, pair), tree.span(*place))
        for one in pair.compared(about, "vocabulary", marked("Settings"), old, new, weight=22):
            label = _LESS_ASKED if is_of_research else _REVIEWED_LESS
            yield lowered(one, label) if _asks_less(path[-1], old, new) else one


def _asks_less(key: str, old: Value, new: Value) -> bool:
    if isinstance(old, Period):
        return rarer(old, new if isinstance(new, Period) else None)
    if key not in _OF_RESEARCH or not isinstance(old, int | float):
        return False
    less = isinstance(new, int | float) and new < old
    return less is (key != "difference")


def _weights(original: Judged, later: Judged, pair: Pair) -> Iterator[Change]:
    olds, news = (one.bench.decisions.weights for one in (original, later))
    span = Span(path=f"{later.bench.settings.config}/rules.yml")
    for key in Weights.model_fields:
        text = f"{pair.wording.text('Value of gaps')} · {key}"
        values = (getattr(olds, key), getattr(news, key))
        yield from pair.compared(
            _about(text, span), "value", marked("Settings"), *values, weight=22
        )


def _known(path: _Path, judged: Judged) -> Value:
    # A word that is there anyway has a name of its own before somebody says more of it.
    if path[0] != "vocabulary" or path[-1] != "label":
        return None
    known = judged.handbook.vocabulary
    word = (known.asset_types if path[1] == "asset_types" else known.statuses).get(path[2])
    return word.label if word else None


def _about(text: str, span: Span) -> About:
    return About(thing=Thing.SETTING, text=text, span=span)


def _leaves(configuration: Configuration) -> Iterator[tuple[_Path, Value]]:
    for owner, handles in configuration.owners.items():
        yield ("owners", owner), handles
    for owner, days in configuration.capacity.items():
        yield ("capacity", owner), days
    for size, effort in configuration.effort.items():
        yield ("effort", size, "days"), effort.days
        yield ("effort", size, "within"), effort.within
    for name, audience in configuration.audiences.items():
        yield ("audiences", name, "label"), audience.label or title_of(name)
        yield ("audiences", name, "lanes"), audience.lanes
        yield ("audiences", name, "sections"), audience.sections
        yield ("audiences", name, "first"), audience.first
    yield ("settings_owner",), configuration.settings_owner
    yield ("coordinator",), configuration.coordinator
    yield ("speed",), configuration.speed
    yield from _words(configuration.vocabulary)


def _of_research(judged: Judged) -> Iterator[tuple[_Path, Value]]:
    # What a team leaves open is as usual, so that a first word of it is no news where it says that.
    standards, asked = judged.handbook.standards, judged.bench.decisions.configuration.research
    for method, life in standards.shelf_lives.items():
        yield ("research", method, "shelf_life"), life
    for method, least in standards.few.items():
        yield ("research", method, "least_participants"), least
    for key in ("smallest_group", "difference", "recognised"):
        yield ("research", key), getattr(asked, key)


def _words(words: Vocabulary) -> Iterator[tuple[_Path, Value]]:
    yield ("vocabulary", "replace"), words.replace
    for word, score in words.emotions.items():
        yield ("vocabulary", "emotions", word, "score"), score
    for word, question in words.questions.items():
        yield ("vocabulary", "questions", word, "words"), question.words
        yield ("vocabulary", "questions", word, "types"), question.types
    lists: Mapping[str, Mapping[str, AssetTypeWords | StatusWords | WorkWords]] = {
        "asset_types": words.asset_types,
        "statuses": words.statuses,
        "action_kinds": words.action_kinds,
    }
    for name, entries in lists.items():
        for key, entry in entries.items():
            # A word that only stands there is told by its name.
            yield ("vocabulary", name, key, "label"), entry.label or title_of(key)
            for field in ("aliases", "review_every", "effort", "definition", "counts_as"):
                yield ("vocabulary", name, key, field), getattr(entry, field, None)


_SINGLE = {
    "settings_owner": marked("Owner of the settings"),
    "coordinator": marked("Coordinator"),
    "speed": marked("File with the speed of pages"),
}
_NAMED = {
    "owners": marked("Owners"),
    "capacity": marked("Days of work a month"),
    "audiences": marked("Audience"),
    "effort": marked("Effort"),
    "research": marked("Research"),
}
_OF_RESEARCH = ("least_participants", "smallest_group", "difference", "recognised")


def _named(path: _Path, pair: Pair) -> str:
    wording, known = pair.wording, pair.after.vocabulary
    if path[0] in _SINGLE:
        return wording.text(_SINGLE[path[0]])
    if path[0] in _NAMED:
        # Of what has a name, and perhaps a key within it.
        keys = (wording.text(_KEYS[key]) for key in path[2:])
        name = wording.text(path[1]) if path[0] == "effort" else path[1]
        if path[0] == "research":
            name = wording.text(_KEYS[name]) if name in _KEYS else pair.values.word(name)
        return " · ".join((wording.text(_NAMED[path[0]]), name, *keys))
    if path[1:] == ("replace",):
        return wording.text("Lists without the built-in words")
    _, name, word, key = path
    labels = {
        "asset_types": {id_: one.label for id_, one in known.asset_types.items()},
        "statuses": {id_: one.label for id_, one in known.statuses.items()},
    }
    label = labels.get(name, {}).get(word, word)
    return " · ".join((wording.text(_LISTS[name]), label, wording.text(_KEYS[key])))
