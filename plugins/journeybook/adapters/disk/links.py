"""Addresses elsewhere on the web, asked for when somebody wants to know, and never in a build."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

_AT_ONCE = 16
_GONE = frozenset({404, 410})
_SCHEMES = ("http://", "https://")


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """The addresses that lead nowhere, and those that did not answer in time."""

    dead: frozenset[str]
    late: frozenset[str]


def look_at(addresses: Iterable[str], seconds: float) -> Looked:
    """Ask for every web address, all of them within a number of seconds.

    An address is dead when its page is gone or its host cannot be reached. A host that refuses to
    answer a program, or has a bad day, is given the benefit of the doubt.
    """
    wanted = sorted({one for one in addresses if one.startswith(_SCHEMES)})
    pool = ThreadPoolExecutor(_AT_ONCE)
    asked = {pool.submit(_is_dead, one, seconds): one for one in wanted}
    done, late = wait(asked, timeout=seconds)
    pool.shutdown(wait=False, cancel_futures=True)
    told = {asked[one]: one.result() for one in done}
    unanswered = {address for address, dead in told.items() if dead is None}
    return Looked(
        dead=frozenset(address for address, dead in told.items() if dead),
        late=frozenset(unanswered | {asked[one] for one in late}),
    )


def _is_dead(address: str, seconds: float) -> bool | None:
    # Some hosts know no HEAD; what they say to GET counts. None is no answer in time.
    code = 0
    for method in ("HEAD", "GET"):
        request = Request(address, method=method, headers={"User-Agent": "journeybook"})  # noqa: S310 - only the web is asked
        try:
            with urlopen(request, timeout=seconds):  # noqa: S310 - only the web is asked
                return False
        except HTTPError as error:
            code = error.code
            error.close()
        except TimeoutError:
            return None
        except (OSError, HTTPException, ValueError) as error:
            late = isinstance(error, URLError) and isinstance(error.reason, TimeoutError)
            return None if late else True
    return code in _GONE
