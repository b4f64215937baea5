"""Where what was read belongs: in new files, or as changes that are offered for those there are."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from journeybook.exports.office.editable import SHORT
from journeybook.handbook.ids import folded
from journeybook.importing.cells import known_names_in, may_be_several
from journeybook.importing.filing import Filing
from journeybook.importing.gathered import Gathered, items_of
from journeybook.importing.headings import IS_ONE, Headings
from journeybook.importing.heard import Named, Part, Place, Rated, Remark, Said, Spot, Trouble
from journeybook.importing.lanes import OF_PERSONAS
from journeybook.importing.left_out import told_of_left_out
from journeybook.importing.plan import Plan, shown
from journeybook.importing.statements import Statements
from journeybook.pipeline import Judged
from journeybook.schema import MODELS, Kind
from journeybook.sources.tables.cells import is_error
from journeybook.sources.yaml.nodes import Value
from journeybook.starting.beginning import PERSONA
from journeybook.wording import marked

_NAMING = {
    "personas": Kind.PERSONA,
    "phases": Kind.PHASE,
    "phase": Kind.PHASE,
    "channels": Kind.CHANNEL,
}
_ALL = "all"
_ARE_NAMED = (Kind.ASSET, Kind.ACTION, Kind.PERSONA)
_NO_NAME = marked("'{text}' names nobody and nothing; write a name there, and bring it in again")
_NEW_PHASE = marked(
    "'{text}' begins a phase of its own; if it is {phase}, write that in its place, or add the "
    "word to the aliases of that phase first"
)
_NO_STEP = marked(
    "no phase tells when this is, so it went into the prose; name one, and bring it in again"
)
_NOBODY = marked(
    "nobody tells whose this is ({number} in all), so it stands with {persona}; name somebody, and "
    "bring it in again"
)


def settle(heard: Iterable[Part], book: Judged, name: str) -> Plan:
    """Find the file of everything that was read from one called `name`."""
    settling, read = _Settling(Gathered(book, name)), tuple(heard)
    parts = tuple(_with_names(Headings(read, settling.files).applied(read)))
    settling.files.phases.told = tuple(dict.fromkeys(filter(None, map(_phase_of, parts))))
    # Phases follow each other as they do on the map.
    for part in parts:
        settling.begin(part)
    for trouble in _other_names(settling.files, parts):
        settling.take(trouble)
    # What is named in lists comes first, so that what maps name is known by all its names.
    for part in sorted(parts, key=lambda one: not isinstance(one, Named)):
        settling.take(part)
    settling.end(parts)
    return settling.gathered.plan(parts)


def _other_names(files: Filing, parts: Sequence[Part]) -> Iterator[Trouble]:
    for name in files.phases.told:
        meant = files.phases.meant(name)
        if meant and files.find(Kind.PHASE, name) in files.new:
            titles = ", ".join(one.title for one in meant)
            place = next(one.place for one in parts if _phase_of(one) == name)
            yield Trouble(message=_NEW_PHASE, values={"text": name, "phase": titles}, place=place)


def _phase_of(part: Part) -> str:
    return part.spot.phase if isinstance(part, Said | Remark | Named) else ""


def _with_names(parts: Iterable[Part]) -> Iterator[Part]:
    # A name of signs alone, such as `???` or `#REF!`, would be the same for all who have one.
    told: set[str] = set()
    for part in parts:
        made = part
        if isinstance(part, Said | Remark | Named):
            spot = part.spot
            signs = [one for one in (spot.persona, spot.phase, spot.step) if _is_signs(one)]
            named = {key: "" for key in ("persona", "phase", "step") if getattr(spot, key) in signs}
            made = replace(part, spot=replace(spot, **named))
            for text in (one for one in signs if one not in told):
                told.add(text)
                yield Trouble(message=_NO_NAME, values={"text": text}, place=part.place)
        yield made


def _is_signs(text: str) -> bool:
    return bool(text) and (not folded(text) or is_error(text))


class _Settling:
    def __init__(self, gathered: Gathered) -> None:
        self.gathered = gathered
        self.files = gathered.files
        self.statements = Statements(gathered)
        self.names_people = False
        self.whose_not: list[Place] = []
        languages = gathered.book.bench.languages.values()
        words = (word for one in languages for word, key in one.values.items() if key == _ALL)
        # Who is meant by these is nobody in particular.
        self.everybody = frozenset(map(folded, (_ALL, *words)))

    def begin(self, part: Part) -> None:
        """Find the files of the phase and the persona of a part."""
        if isinstance(part, Said | Remark | Named) and part.spot.phase:
            self.files.named(Kind.PHASE, part.spot.phase)
        if isinstance(part, Said | Named) and part.spot.persona:
            self.names_people = True
            self.files.named(Kind.PERSONA, part.spot.persona)

    def take(self, part: Part) -> None:
        """Settle one part."""
        match part:
            case Named():
                self._named(part)
            case Said():
                self._said(part)
            case Remark():
                self.gathered.prose(self._home(part.spot), self.gathered.marked(part), part.place)
            case Rated():
                self.statements.rated(part)
            case Trouble():
                self._tell(part)

    def end(self, parts: Iterable[Part]) -> None:
        """Tell of what nobody is named for, once, and of what a list of content leaves out."""
        for trouble in told_of_left_out(parts, self.files):
            self._tell(trouble)
        if self.whose_not:
            number = str(len(self.whose_not))
            whose = {"persona": self.gathered.book.site.wording.text(PERSONA), "number": number}
            self._tell(Trouble(message=_NOBODY, values=whose, place=self.whose_not[0]))

    def _named(self, named: Named) -> None:
        if _is_signs(named.title):
            self._nameless(named)
            return
        keys = dict(named.keys)
        for key, kind in _NAMING.items():
            if named.kind in _ARE_NAMED and key in keys:
                keys[key] = self._ids(kind, keys[key], named.place)
        if named.kind is Kind.ACTION and "persona" in keys:
            people = map(shown, items_of(keys.pop("persona")) or [""])
            names = [one for one in people if folded(one) not in self.everybody]
            keys = {"journey": self.files.journeys_of(names), **keys}
            keys.setdefault("status", self.gathered.book.site.wording.value("idea"))
        path = self.files.named(named.kind, named.title, shown(keys.get("url")))
        self.files.put_in_order(path, shown(keys.get("order")))
        if "personas" in keys and self._is_for_all(path):
            self.gathered.same += 1
            del keys["personas"]
        for key in filter(keys.get, keys):
            self.gathered.value(path, key, keys[key], named.place)
        if named.text:
            self.gathered.prose(path, named.text, named.place)

    def _is_for_all(self, path: str) -> bool:
        return folded(shown(self.files.written.get(path, {}).get("personas"))) in self.everybody

    def _nameless(self, named: Named) -> None:
        self._no_name(named.title, named.place)
        path = self._home(Spot())
        texts = ((key, shown(value)) for key, value in named.keys.items())
        for heading, text in (*texts, ("", named.text)):
            if text:
                self.gathered.keep(path, heading, text, named.place)

    def _ids(self, kind: Kind, names: Value, place: Place) -> Value:
        # What a list names and nothing is called stays as it is: the check asks for it. Where the
        # handbook has none at all, its first ones are those that the list names.
        if isinstance(names, dict):
            return {key: self._ids(kind, inner, place) for key, inner in names.items()}
        begins = self.files.has_none(kind)
        found: list[str] = []
        for name in map(shown, items_of(names)):
            if _is_signs(name):
                self._no_name(name, place)
            elif folded(name) in self.everybody:
                found.append(name)
            else:
                is_known = begins or self.files.find(kind, name)
                found.append(self.files.id_of(kind, name) if is_known else name)
        return list(found) if isinstance(names, list) else next(iter(found), None)

    def _said(self, said: Said) -> None:
        if self.names_people and not said.spot.persona:
            # Beside others who are named, that is hardly meant.
            self.whose_not.append(said.place)
        is_of_step = said.lane not in (*OF_PERSONAS, *MODELS[Kind.JOURNEY].model_fields)
        if is_of_step and not said.spot.phase:
            self._tell(Trouble(message=_NO_STEP, place=said.place))
            lines = (shown(value) for value in said.keys.values())
            self.gathered.keep(self._home(said.spot), said.lane, "\n".join(lines), said.place)
        elif said.lane == "why":
            self.statements.reason(self._home(said.spot), said)
        else:
            for one in self._apart(said):
                text = shown(one.keys.get(SHORT.get(one.lane, "text")))
                if one.lane != "emotion" and may_be_several(text):
                    self._tell(Trouble(message=IS_ONE, values={"text": text}, place=one.place))
                self.statements.said(self._home(one.spot, one.lane), self._with_channel(one))

    def _apart(self, said: Said) -> Iterator[Said]:
        # Channels that a cell lists are met one by one; elsewhere, those that are known to be some.
        title = shown(said.keys.get("title"))
        is_name = all(value == title for value in said.keys.values())
        known = partial(self.files.find, Kind.CHANNEL)
        phrases = self.gathered.book.handbook.vocabulary.phrases
        names = tuple(known_names_in(title, phrases, known)) if is_name else ()
        if len(names) <= 1 or known(title):
            yield said
        elif "channel" in said.keys or all(map(known, names)):
            yield from (replace(said, keys=dict.fromkeys(said.keys, name)) for name in names)
        else:
            yield said

    def _with_channel(self, said: Said) -> Said:
        channel = shown(said.keys.get("channel"))
        if not _is_signs(channel):
            return said
        self._no_name(channel, said.place)
        return replace(said, keys={key: one for key, one in said.keys.items() if key != "channel"})

    def _no_name(self, text: str, place: Place) -> None:
        self._tell(Trouble(message=_NO_NAME, values={"text": text}, place=place))

    def _tell(self, trouble: Trouble) -> None:
        # A cell may say several things, and is told of once.
        if trouble not in self.gathered.troubles:
            self.gathered.troubles.append(trouble)

    def _home(self, spot: Spot, lane: str = "") -> str:
        say = self.gathered.book.site.wording.text
        if lane in OF_PERSONAS:
            return self.files.named(Kind.PERSONA, spot.persona or say(PERSONA))
        if spot.phase:
            return self.files.step(spot)
        if spot.persona or lane:
            return self.files.journey(spot.persona)
        return self.files.notes(say("Notes from {file}", file=self.gathered.name))
