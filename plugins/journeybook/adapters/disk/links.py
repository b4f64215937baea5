"""Addresses elsewhere on the web, asked for when somebody wants to know, and never in a build."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from http.client import HTTPException
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from urllib.error import HTTPError, URLError
from urllib.request import Request

from journeybook.adapters.disk.outside import InsideError, opener

_AT_ONCE = 16
_GONE = frozenset({404, 410})
_SCHEMES = ("http://", "https://")
_SECONDS_EACH = 10.0


class _Answer(Enum):
    ALIVE = auto()
    DEAD = auto()
    LATE = auto()
    INSIDE = auto()


_Answers = SimpleQueue[tuple[str, _Answer]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """The addresses that lead nowhere, that did not answer in time, and that were not asked."""

    dead: frozenset[str]
    late: frozenset[str]
    inside: frozenset[str] = frozenset()


def look_at(addresses: Iterable[str], seconds: float, *, inside: bool = False) -> Looked:
    """Ask for every web address, all of them within a number of seconds and each within ten.

    An address is dead when it is written wrongly, its page is gone or its host cannot be reached. A
    host that refuses to answer a program, or has a bad day, is given the benefit of the doubt.
    Addresses of this machine and of the network around it are asked only with `inside`, since
    somebody else may have written them.
    """
    wanted = sorted({one for one in addresses if one.casefold().startswith(_SCHEMES)})
    told = _asked(wanted, seconds, inside=inside)

    def those(answer: _Answer) -> frozenset[str]:
        return frozenset(one for one in wanted if told.get(one, _Answer.LATE) is answer)

    return Looked(dead=those(_Answer.DEAD), late=those(_Answer.LATE), inside=those(_Answer.INSIDE))


def _asked(wanted: list[str], seconds: float, *, inside: bool) -> dict[str, _Answer]:
    end, waiting = monotonic() + seconds, list(reversed(wanted))
    answers: _Answers = SimpleQueue()
    told: dict[str, _Answer] = {}
    begun: dict[str, float] = {}
    while (waiting or begun) and monotonic() < end:
        while waiting and len(begun) < _AT_ONCE:
            address = waiting.pop()
            begun[address] = monotonic()
            # A host that drips its answer keeps its thread; nobody waits for it at the end.
            Thread(target=_ask, args=(address, seconds, inside, answers), daemon=True).start()
        first = min(begun.values()) + _SECONDS_EACH
        try:
            address, answer = answers.get(timeout=max(0.01, min(first, end) - monotonic()))
            told.setdefault(address, answer)
            begun.pop(address, None)
        except Empty:
            late = [one for one, at in begun.items() if monotonic() >= at + _SECONDS_EACH]
            for address in late:
                told[address] = _Answer.LATE
                del begun[address]
    return told


def _ask(address: str, seconds: float, inside: bool, answers: _Answers) -> None:  # noqa: FBT001 - a thread's arguments
    answers.put((address, _answer(address, min(seconds, _SECONDS_EACH), inside=inside)))


def _answer(address: str, seconds: float, *, inside: bool) -> _Answer:
    # Some hosts know no HEAD; what they say to GET counts.
    code = 0
    for method in ("HEAD", "GET"):
        try:
            request = Request(address, method=method, headers={"User-Agent": "journeybook"})  # noqa: S310 - only the web is asked
            with opener(inside=inside).open(request, timeout=seconds):
                return _Answer.ALIVE
        except InsideError:
            return _Answer.INSIDE
        except HTTPError as error:
            code = error.code
            error.close()
        except TimeoutError:
            return _Answer.LATE
        except (OSError, HTTPException, ValueError) as error:
            late = isinstance(error, URLError) and isinstance(error.reason, TimeoutError)
            return _Answer.LATE if late else _Answer.DEAD
    return _Answer.DEAD if code in _GONE else _Answer.ALIVE
