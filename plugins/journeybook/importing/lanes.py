"""The words by which people call what stands in a row or a column, and how a file is read."""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from journeybook.handbook.ids import Endings, folded
from journeybook.handbook.layered_words import endings_of
from journeybook.schema import MODELS, Kind
from journeybook.schema.phrases import Phrases, joined
from journeybook.schema.settings.vocabulary import LanguageWords
from journeybook.schema.types import model_in
from journeybook.wording import Wording

STATEMENTS = ("needs", "questions", "expectations", "touchpoints", "drop_offs")
"""The lanes of a step whose items are statements."""
OF_PERSONAS = ("goals", "pains")
LANES = (*STATEMENTS, "emotion", "kpis", *OF_PERSONAS)
_IN_PHASES = {"goals": "needs", "pains": "drop_offs"}
OF_ROWS = ("assets", "actions", "channels", "why", "score")
"""What else may stand in a row of a map."""

# What programs and people call a sheet that is named after nobody.
_GENERIC = r"{sheets}\s*\d*"
_ABOUT = (
    r"\b{whose}?\s*-?\s*{maps}\b(?:\s+{of})?(?:\s+{articles}\b)?"
    r"|^{whose}?\s*-?\s*{personas}\b\s*:?|\s+{personas}$"
)
_NUMBERED = r"^(?:{numbered}\s*)?\d{1,2}\s*[.):–—-]\s+"
_BETWEEN = r"(?<!\s)\s*(?:[/&+,;]|\s{and}\s)\s*"
_BEHIND = re.compile(r"[(\[:?–—].*$", re.DOTALL)
_CALLED = re.compile(r"(?<!\s)\s*[:–—]\s+|(?<!\s)\s+-\s+")
_NUMBER = re.compile(r"(?<!\s)\s*#?(?<!\d)\d+\s*$")
_WORD = re.compile(r"[\w'’-]+")
_LONGEST = 300
"""Nobody calls a lane by as many letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The keys that a heading may mean, by its folded form.

    `singular` holds those of the singular; `around` are the words that may stand around a key and
    say no more than whose it is, as in *What are they asking?*; `values` are the words for what a
    key of few choices takes, and `phrases` the small words that join and tell apart. `columns` are
    what other tools call the keys of content.
    """

    keys: Mapping[str, Sequence[str]]
    singular: Mapping[str, Sequence[str]]
    around: frozenset[str]
    endings: Endings
    values: Mapping[str, str]
    phrases: Phrases
    columns: Mapping[str, str]

    def meant(self, heading: str, among: Iterable[str]) -> tuple[str, ...]:
        """Give the keys among some that a heading means; several where it names several."""
        wanted, between = tuple(among), self.phrases.pattern(_BETWEEN)
        for text in self._forms(heading):
            if found := self._one(text, wanted):
                return (found,)
            parts = [self._one(part, wanted) for part in between.split(text) if part.strip()]
            if len(parts) > 1 and all(parts):
                return tuple(dict.fromkeys(part for part in parts if part))
        return ()

    def column(self, heading: str) -> str:
        """Give the key of content that a column is for where other words name none, or nothing."""
        return self.columns.get(folded(heading), "")

    def called(self, title: str, among: Iterable[str]) -> str:
        """Give what stands behind the word for a key: `CFO` in `Persona 2: CFO`, else nothing."""
        head, *name = _CALLED.split(title, maxsplit=1)
        return name[0].strip() if name and self._one(_NUMBER.sub("", head), among) else ""

    def first(self, heading: str, among: Iterable[str]) -> str:
        """Give the key among some that a heading means, the first of several, else nothing."""
        return next(iter(self.meant(heading, among)), "") if heading.strip() else ""

    def name_in(self, text: str, *, whole: bool = False) -> str:
        """Give the persona that a title names, such as `Customer journey of the CFO`.

        A `whole` text may be the name alone, but for those that programs give to sheets.
        """
        plain = " ".join(without_number(text, self.phrases).split())
        if self.phrases.pattern(_GENERIC).fullmatch(plain):
            return ""
        rest = self.phrases.pattern(_ABOUT).sub(" ", plain)
        name = " ".join(rest.split()).strip(" :–—-")
        return name if whole or rest != plain else ""

    def has(self, heading: str) -> bool:
        """Tell whether a heading means any key at all."""
        return folded(heading) in self.keys

    def every(self, heading: str, among: Sequence[str]) -> tuple[str, ...]:
        """Give all keys among some that a heading may mean, such as `Thinking` for two lanes."""
        for text in self._forms(heading):
            known = [key for key in self._known(text) if key in among]
            if len(known) > 1:
                return tuple(known)
            if known:
                break
        return self.meant(heading, among)

    def _forms(self, heading: str) -> Iterator[str]:
        # As it stands, without what explains it, without whose it is, and what stands behind a
        # colon: `Customer questions (from interviews)`, `Text lane: needs`.
        before = _BEHIND.sub("", heading)
        behind = heading.rpartition(":")[2]
        bare = (self._bare(text) for text in (before, behind) if len(text) < _LONGEST)
        forms = (text for text in (heading, before, *bare) if len(text) < _LONGEST)
        return iter(dict.fromkeys(text for text in forms if text.strip()))

    def _bare(self, text: str) -> str:
        return _WORD.sub(lambda found: "" if found[0].casefold() in self.around else found[0], text)

    def _one(self, text: str, among: Iterable[str]) -> str:
        known = self._known(text)
        return next((key for key in known if key in among), "")

    def _known(self, text: str) -> Sequence[str]:
        return self.keys.get(folded(text)) or self.singular.get(folded(text, self.endings)) or ()


def without_number(text: str, phrases: Phrases) -> str:
    """Give a name without the number before it and the colon behind: `1. Awareness:`."""
    return phrases.pattern(_NUMBERED).sub("", text.strip()).rstrip(" :") or text


def words_of(languages: Iterable[LanguageWords]) -> Words:
    """Gather the words of all languages, and the keys themselves."""
    known = tuple(languages)
    keys: dict[str, dict[str, None]] = {}
    for name in sorted({*_own_keys(), *LANES, *OF_ROWS, "persona", "phase", "step", "lane"}):
        keys.setdefault(folded(name), {})[name] = None
    for language in known:
        for word, meant in language.keys.items():
            keys.setdefault(folded(word), {}).update(dict.fromkeys(meant))
    endings, phrases = endings_of(known), joined(language.phrases for language in known)
    singular: dict[str, tuple[str, ...]] = {}
    for word, own in keys.items():
        singular.setdefault(folded(word, endings), tuple(own))
    return Words(
        keys={word: tuple(own) for word, own in keys.items()},
        singular=singular,
        around=frozenset(map(str.casefold, phrases.get("around"))),
        endings=endings,
        values={folded(word): one for own in known for word, one in own.values.items()},
        phrases=phrases,
        columns={
            folded(word): key
            for language in known
            for key, said in language.columns.items()
            for word in said
        },
    )


def _own_keys() -> Iterator[str]:
    for kind in Kind:
        for name, field in MODELS[kind].model_fields.items():
            yield name
            if inner := model_in(field.annotation):
                yield from inner.model_fields


def in_phase(lane: str, lanes: Container[str]) -> str:
    """Give the lane of a phase for what is said in one of goals and pains.

    They are those of the persona where a map has both: what keeps somebody, and where they leave.
    Why they leave is where they do, in a map that says no more.
    """
    if lane == "why" and "drop_offs" not in lanes and "pains" not in lanes:
        return "drop_offs"
    own = _IN_PHASES.get(lane, lane)
    return lane if own in lanes else own


@dataclass(frozen=True, slots=True, kw_only=True)
class Voting:
    """How votes are read: in which languages, as of which day, and in which they are told."""

    wordings: Sequence[Wording]
    yes: frozenset[str]
    no: frozenset[str]
    today: date
    wording: Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The words for lanes, the persona where none is named, the lowest and the highest feeling.

    `feeling` gives the score of a word for one, and `tick` whether a cell only says yes or no.
    `is_of_other_scale` where nobody told these, and some feeling lies outside those we know.
    """

    words: Words
    voting: Voting
    feeling: Callable[[str], int | None]
    tick: Callable[[str], bool | None]
    persona: str = ""
    lowest: float | None = None
    highest: float | None = None
    is_of_other_scale: bool = False
