"""Where what was read belongs: in new files, or as changes that are offered for those there are."""

from collections import defaultdict
from collections.abc import Mapping

from journeybook.handbook.ids import folded
from journeybook.importing.cells import is_list
from journeybook.importing.filing import Filing
from journeybook.importing.heard import (
    Heard,
    Keys,
    Named,
    Part,
    Place,
    Rated,
    Remark,
    Said,
    Spot,
    Trouble,
)
from journeybook.importing.lanes import OF_PERSONAS, SHORT
from journeybook.importing.matching import Matching
from journeybook.importing.plan import Offer, Plan, shown
from journeybook.pipeline import Judged
from journeybook.schema import MODELS, Kind
from journeybook.sources.node_edits import Change
from journeybook.sources.nodes import Value
from journeybook.wording import marked

_NAMING = {
    "personas": Kind.PERSONA,
    "phases": Kind.PHASE,
    "phase": Kind.PHASE,
    "channels": Kind.CHANNEL,
}
_MARK = "<!-- "
_NO_STATEMENT = marked("no statement is called '{text}' any more; its votes are not taken")


def settle(heard: Heard, book: Judged, name: str) -> Plan:
    """Find the file of everything that was read from one called `name`."""
    settling = _Settling(book, name)
    # Phases follow each other as they do on the map.
    for part in heard.parts:
        if isinstance(part, Said | Remark | Named) and part.spot.phase:
            settling.files.named(Kind.PHASE, part.spot.phase)
        if isinstance(part, Said | Named) and part.spot.persona:
            settling.files.named(Kind.PERSONA, part.spot.persona)
    # What is named in lists comes first, so that what maps name is known by all its names.
    for part in sorted(heard.parts, key=lambda one: not isinstance(one, Named)):
        settling.take(part)
    return settling.plan(heard)


class _Settling:
    def __init__(self, book: Judged, name: str) -> None:
        self.book = book
        self.name = name
        self.files = Filing(book)
        self.offers: list[Offer] = []
        self.troubles: list[Trouble] = []
        self.same = 0
        self.kept = 0
        self.reasons: defaultdict[str, int] = defaultdict(int)
        self.matchings: dict[tuple[str, str], Matching] = {}

    def plan(self, heard: Heard) -> Plan:
        """Give what it all comes to."""
        said = [part for part in heard.parts if isinstance(part, Said | Named | Rated)]
        remarks = [part for part in heard.parts if isinstance(part, Remark)]
        return Plan(
            new={path: file.text for path, file in self.files.new.items()},
            offers=tuple({(one.path, one.id): one for one in self.offers}.values()),
            troubles=tuple(self.troubles),
            said=len(said),
            same=self.same,
            remarks=len(remarks) + self.kept,
        )

    def take(self, part: Part) -> None:
        """Settle one part."""
        match part:
            case Named():
                self._named(part)
            case Said(lane="why"):
                self._reason(part)
            case Said():
                self._said(part)
            case Remark():
                self._prose(self._home(part.spot), self._marked(part), part.place)
            case Rated():
                self._rated(part)
            case Trouble():
                self.troubles.append(part)

    def _named(self, named: Named) -> None:
        keys = dict(named.keys)
        for key, kind in _NAMING.items():
            if named.kind in (Kind.ASSET, Kind.ACTION) and key in keys:
                keys[key] = self._ids(kind, keys[key])
        if named.kind is Kind.ACTION and isinstance(whose := keys.get("journey"), str):
            keys["journey"] = self.files.journey_id(whose)
            keys.setdefault("status", self.book.site.wording.value("idea"))
        path = self.files.named(named.kind, named.title, shown(keys.get("url")))
        for key, value in keys.items():
            if value:
                self._value(path, key, value, named.place)
        if named.prose:
            self._prose(path, named.prose, named.place)

    def _ids(self, kind: Kind, names: Value) -> Value:
        # What a list names and nothing is called stays as it is: the check asks for it. Where the
        # handbook has none at all, its first ones are those that the list names.
        begins = self.files.has_none(kind)
        found = [
            self.files.id_of(kind, one) if begins or self.files.find(kind, one) else one
            for one in map(shown, _items(names))
        ]
        return list(found) if isinstance(names, list) else next(iter(found), None)

    def _value(self, path: str, key: str, value: Value, place: Place) -> None:
        if path in self.files.new:
            own, kind = self.files.new[path].keys, self.files.new[path].kind
            if kind and own.get(key) and not is_list(MODELS[kind], key):
                self._second(path, key, value, place)
                return
            own[key] = _joined(own.get(key), value)
            return
        before = self.files.written[path].get(key)
        if set(_words(value)) <= set(_words(before)):
            self.same += 1
        else:
            after = _joined(before, value) if isinstance(value, list) else value
            self._offer(path, Change(keys=(key,), value=after), before, place)

    def _second(self, path: str, key: str, value: Value, place: Place) -> None:
        # Of this there can be one, and the first row has told it; the other is kept in the prose.
        if _words(value) != _words(self.files.new[path].keys[key]):
            self.kept += 1
            remark = Remark(spot=Spot(), heading=key, text=shown(value), place=place)
            self._prose(path, self._marked(remark), place)

    def _said(self, said: Said) -> None:
        path, keys = self._home(said.spot, said.lane), dict(said.keys)
        if said.lane == "touchpoints":
            title, channel = shown(keys.get("title")), shown(keys.get("channel"))
            if not channel and self.files.find(Kind.CHANNEL, title):
                channel = title
            if channel:
                keys["channel"] = self.files.id_of(Kind.CHANNEL, channel)
            if channel and channel == title and self._uses(path, keys["channel"]):
                self.same += 1
                return
        if path in self.files.new:
            self.files.add(path, said.lane, keys)
        else:
            self._statement(path, said.lane, keys, said.place)

    def _uses(self, path: str, channel: Value) -> bool:
        items = self.files.lane(path, "touchpoints")
        return any(isinstance(one, dict) and one.get("channel") == channel for one in items)

    def _statement(self, path: str, lane: str, keys: Keys, place: Place) -> None:
        short = SHORT.get(lane, "text")
        key = path, lane
        if key not in self.matchings:
            self.matchings[key] = Matching(self.files.lane(path, lane), short)
        matching = self.matchings[key]
        at = matching.find(keys)
        if at is None and matching.has(keys):
            self.same += 1
            return
        if at is None:
            self._offer(path, matching.new(lane, keys), None, place)
            return
        own = matching.items[at]
        for name, value in keys.items():
            if _words(own.get(name)) == _words(value):
                self.same += 1
            else:
                self._offer(path, matching.change(lane, at, name, value), own.get(name), place)

    def _reason(self, said: Said) -> None:
        # Reasons stand below the drop-offs, one for each, in the same order.
        path, reason = self._home(said.spot), said.keys["why"]
        drop_offs, at = self.files.lane(path, "drop_offs"), self.reasons[path]
        self.reasons[path] += 1
        if path not in self.files.new or at >= len(drop_offs):
            heading = self.book.site.wording.text("Why they leave")
            remark = Remark(spot=said.spot, heading=heading, text=shown(reason), place=said.place)
            self._prose(path, self._marked(remark), said.place)
            return
        item = drop_offs[at]
        own: Mapping[str, Value] = item if isinstance(item, dict) else {"text": item}
        drop_offs[at] = {**own, "why": reason}
        self.files.new[path].keys["drop_offs"] = drop_offs

    def _rated(self, rated: Rated) -> None:
        book = self.book.handbook
        said = (one for _, step in book.all_steps for one in step.statements)
        found = next((one for one in said if one.id == rated.statement), None)
        at = self.book.place_of(found) if found else None
        if found is None or at is None:
            values = {"text": rated.statement}
            trouble = Trouble(message=_NO_STATEMENT, values=values, place=rated.place)
            self.troubles.append(trouble)
            return
        short = SHORT.get(found.lane.value, "text")
        matching = Matching(self.files.lane(found.span.path, found.lane.value), short)
        before = matching.items[at].get(rated.key)
        if before == rated.value:
            self.same += 1
        else:
            change = matching.change(found.lane.value, at, rated.key, rated.value)
            self._offer(found.span.path, change, before, rated.place)

    def _home(self, spot: Spot, lane: str = "") -> str:
        if lane in OF_PERSONAS:
            return self.files.named(Kind.PERSONA, spot.persona)
        if spot.phase:
            return self.files.step(spot)
        if spot.persona or lane:
            return self.files.journey(spot.persona)
        title = self.book.site.wording.text("Notes from {file}", file=self.name)
        return self.files.notes(title)

    def _marked(self, remark: Remark) -> str:
        # A remark in the file tells where it comes from, so that somebody can give it its place.
        where = f"{self.name} {remark.place.shown}".strip().replace("--", "- -")
        heading = f"## {remark.heading}\n\n" if remark.heading else ""
        text = remark.text.replace("\n", "\n\n")
        return f"{_MARK}{where} -->\n\n{heading}{text}"

    def _prose(self, path: str, text: str, place: Place) -> None:
        if path in self.files.new:
            self.files.new[path].prose.append(text)
        elif text in self.files.body(path) or (text.startswith(_MARK) and self.files.says(text)):
            self.same += 1
        else:
            self.offers.append(Offer(path=path, after=text, place=place))

    def _offer(self, path: str, change: Change, before: Value, place: Place) -> None:
        told, new = shown(before), shown(change.value)
        self.offers.append(Offer(path=path, change=change, before=told, after=new, place=place))


def _joined(before: Value, after: Value) -> Value:
    # Several cells may say for whom one thing is.
    both = [*_items(before), *(one for one in _items(after) if one not in _items(before))]
    return both if len(both) > 1 or isinstance(after, list) else after


def _items(value: Value) -> list[Value]:
    return value if isinstance(value, list) else [value] if value else []


def _words(value: Value) -> list[str]:
    return [folded(shown(one)) or shown(one) for one in _items(value)]
