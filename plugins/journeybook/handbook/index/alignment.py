"""Maps that departments made of the same persona, side by side, and what they differ in.

Only what several of them tell of is compared: a department that says nothing about a phase has not
been asked there yet, and differs from nobody.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from journeybook.grouping import grouped
from journeybook.handbook.book import Handbook
from journeybook.handbook.fitting.asked import Part, holds, said_in
from journeybook.handbook.ids import folded, name_of
from journeybook.handbook.journeys import Emotion, Journey, Step, Touchpoint
from journeybook.handbook.statements import Statement
from journeybook.handbook.stems import Stems

FEW = 2
"""Of so many departments at least there is something to agree on."""

_ALIKE = 0.5
"""How much of their words two statements share, from 0 to 1, that say the same."""

_WORD = re.compile(r"[^\W\d_]{3,}")


class Matter(StrEnum):
    """What maps may differ in."""

    FEELING = "feeling"
    ONLY_ONE = "only-one"
    EVIDENCE = "evidence"
    IMPORTANCE = "importance"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What a department says, on which of its maps and in which step."""

    department: str
    journey: Journey
    step: Step
    said: Statement | Emotion


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Something to agree on: how the departments tell of it, and those that do not know it.

    `size` is how far marks lie apart, where they are marks.
    """

    matter: Matter
    persona: str
    phase: str
    accounts: tuple[Account, ...]
    without: tuple[str, ...] = ()
    size: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """How one department sees a persona: its journeys of today."""

    department: str
    journeys: tuple[Journey, ...]

    def covers(self, phase: str) -> bool:
        """Tell whether it looks at a phase."""
        return any(phase in journey.scope for journey in self.journeys)

    def said(self, part: Part, phase: str, persona: str) -> Iterator[Account]:
        """Give all that it says of a persona in a phase, in answer to one question."""
        for journey in self.journeys:
            for step in journey.steps_in(phase):
                for one in said_in(step, part):
                    if holds(one, persona):
                        yield Account(
                            department=self.department, journey=journey, step=step, said=one
                        )


def views_of(book: Handbook, persona: str) -> tuple[View, ...]:
    """Give the views of a persona by department; none where fewer than two have a map of it."""
    found = grouped(
        (folded(one.department), one)
        for one in book.journeys_of(persona)
        if one.is_current and one.department
    )
    views = tuple(View(department=own[0].department or "", journeys=own) for own in found.values())
    return views if len(views) >= FEW else ()


def differences(book: Handbook, persona: str) -> Iterator[Difference]:
    """Give all that the departments have to agree on about a persona, phase by phase."""
    views = views_of(book, persona)
    for phase in book.phases if views else ():
        yield from _in_feeling(views, persona, phase)
        for part in Part:
            if part is not Part.EMOTION:
                yield from _in_part(views, part, persona, phase, book.vocabulary.stems)


def _in_feeling(views: Sequence[View], persona: str, phase: str) -> Iterator[Difference]:
    # Of each department what feels worst, as everywhere.
    worst: list[Account] = []
    for view in views:
        felt = [
            one for one in view.said(Part.EMOTION, phase, persona) if _score(one.said) is not None
        ]
        worst.extend(sorted(felt, key=lambda one: _score(one.said) or 0)[:1])
    scores = [_score(one.said) or 0 for one in worst]
    if len(worst) >= FEW and max(scores) > min(scores):
        yield Difference(
            matter=Matter.FEELING,
            persona=persona,
            phase=phase,
            accounts=tuple(worst),
            size=max(scores) - min(scores),
        )


def _score(one: Statement | Emotion) -> int | None:
    return one.score if isinstance(one, Emotion) else None


def _in_part(
    views: Sequence[View], part: Part, persona: str, phase: str, stems: Stems
) -> Iterator[Difference]:
    said = {view.department: tuple(view.said(part, phase, persona)) for view in views}
    telling = [department for department, accounts in said.items() if accounts]
    for same in _alike(said, stems):
        if len(same) == 1 and len(telling) >= FEW and part is Part.TOUCHPOINTS:
            (account,) = same.values()
            without = tuple(one for one in telling if one != account.department)
            yield Difference(
                matter=Matter.ONLY_ONE,
                persona=persona,
                phase=phase,
                accounts=(account,),
                without=without,
            )
        elif len(same) >= FEW:
            yield from _of_the_same(tuple(same.values()), persona, phase)


def _of_the_same(accounts: tuple[Account, ...], persona: str, phase: str) -> Iterator[Difference]:
    if _disagrees_in_evidence(accounts):
        yield Difference(matter=Matter.EVIDENCE, persona=persona, phase=phase, accounts=accounts)
    rated = tuple(one for one in accounts if _importance(one.said) is not None)
    marks = [_importance(one.said) or 0 for one in rated]
    if len(rated) >= FEW and max(marks) > min(marks):
        yield Difference(
            matter=Matter.IMPORTANCE,
            persona=persona,
            phase=phase,
            accounts=rated,
            size=max(marks) - min(marks),
        )


def _importance(one: Statement | Emotion) -> int | None:
    return one.importance if isinstance(one, Statement) else None


def _disagrees_in_evidence(accounts: Iterable[Account]) -> bool:
    # What research shows on one map it contradicts on another.
    supports = [one.said.support for one in accounts]
    is_shown = any(not one.is_contradicted and not one.is_assumption for one in supports)
    return is_shown and any(one.is_contradicted for one in supports)


def _alike(said: Mapping[str, Sequence[Account]], stems: Stems) -> list[dict[str, Account]]:
    # What several departments say in other words, each once by department.
    found: list[dict[str, Account]] = []
    for department, accounts in said.items():
        for account in accounts:
            same = next(
                (
                    one
                    for one in found
                    if department not in one
                    and any(_say_the_same(each.said, account.said, stems) for each in one.values())
                ),
                None,
            )
            if same is None:
                found.append({department: account})
            else:
                same[department] = account
    return found


def _say_the_same(one: Statement | Emotion, other: Statement | Emotion, stems: Stems) -> bool:
    # By the same `id`, or in half of their words.
    if not isinstance(one, Statement) or not isinstance(other, Statement):
        return False
    if name_of(one.id) == name_of(other.id) or folded(one.text) == folded(other.text):
        return True
    if _channel(one) != _channel(other):
        return False
    words, others = _stems_of(one.text, stems), _stems_of(other.text, stems)
    shared = len(words & others)
    return bool(shared) and shared >= _ALIKE * len(words | others)


def _channel(one: Statement) -> str | None:
    return one.channel if isinstance(one, Touchpoint) else None


def _stems_of(text: str, stems: Stems) -> frozenset[str]:
    return frozenset(stems.of(word) for word in _WORD.findall(text.casefold()))
