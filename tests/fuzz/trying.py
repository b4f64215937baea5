"""Looks for faults in what comes of a mangled handbook."""

import hashlib
import signal
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from time import process_time
from traceback import extract_tb
from types import FrameType

from journeybook.compare.comparison import compare
from journeybook.compare.formats.comment import comment, plain_text
from journeybook.exports.formats import site_files
from journeybook.findings import Finding, in_order
from journeybook.pages.parts.shape import Shape
from journeybook.pipeline import CompileSettings, Judged, read_handbook
from journeybook.rendering import render_handbook
from journeybook.sources.document import SourceFile
from journeybook.sources.reading import Known
from tests.fuzz.disk import FaultError, on_disk, tried_site
from tests.fuzz.mangling import WORD, Case
from tests.fuzz.past import tried_past
from tests.golden.case import SETTINGS

SECONDS = 5.0
_PATIENCE = 24
_PAGES_OF = 6
_TURNED_OF = 12
_CHANGES_OF = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a case: a digest that is the same wherever it is made, and the fault, if any.

    A fault is told apart from others by its name and its place.
    """

    digest: str
    fault: str = ""


class LateError(BaseException):
    """It takes too long; not an `Exception`, so that nothing passes over it."""


def tried(case: Case, number: int) -> Outcome:
    """Read a case in two orders; draw some, and compare some with what they were before."""
    try:
        with _within(SECONDS):
            return _WAYS[case.where](case, number)
    except LateError:
        return Outcome(digest="", fault=f"hang: over {SECONDS:g} s")
    except FaultError as fault:
        return Outcome(digest="", fault=str(fault))
    except Exception as error:  # noqa: BLE001 - any exception is what is looked for
        last = extract_tb(error.__traceback__)[-1]
        place = f"{last.filename.rpartition('journeybook/')[2]}:{last.lineno}"
        return Outcome(digest="", fault=f"exception: {type(error).__name__} at {place}")


def _made(case: Case, number: int) -> Outcome:
    settings = replace(SETTINGS, shape=Shape(directory_urls=case.directory_urls))
    known: Known = {}
    judged = _judged(case.files, case, settings, known)
    turned = _judged(case.files[::-1], case, settings, known)
    told = [str(one) for one in judged.findings]
    if told != [str(one) for one in turned.findings]:
        return Outcome(digest="", fault="order: the findings depend on the order of the files")
    texts = [*told, *(one.fingerprint for one in judged.findings)]
    if fault := _wrong(judged.findings):
        return Outcome(digest="", fault=fault)
    if number % _PAGES_OF == 0:
        pages = list(_drawn(judged))
        if number % _TURNED_OF == 0 and pages != list(_drawn(turned)):
            return Outcome(digest="", fault="order: the pages depend on the order of the files")
        if _is_lost(case, judged, pages):
            return Outcome(digest="", fault="lost: a value is neither shown nor told")
        texts += pages
    if number % _CHANGES_OF == 0 and case.before:
        texts += _compared(_judged(case.before, case, settings, known), judged)
    return _outcome(texts)


def _site(case: Case, _number: int) -> Outcome:
    with on_disk(case.files) as root:
        return _outcome(text.replace(str(root), "") for text in tried_site(root))


def _past(case: Case, _number: int) -> Outcome:
    with on_disk(case.files) as root:
        return _outcome(text.replace(str(root), "") for text in tried_past(root, case))


_WAYS = {"memory": _made, "site": _site, "past": _past}


def _outcome(texts: Iterable[str]) -> Outcome:
    whole = "\0".join(texts).encode(errors="surrogatepass")
    return Outcome(digest=hashlib.sha256(whole).hexdigest()[:16])


def _judged(
    files: tuple[SourceFile, ...], case: Case, settings: CompileSettings, known: Known
) -> Judged:
    return read_handbook(files, settings, case.today, known)


def _drawn(judged: Judged) -> Iterator[str]:
    compilation = render_handbook(judged)
    for page in compilation.pages:
        yield "\n".join((page.uri, page.title, page.description, page.markdown, *page.tags))
        yield from (block.html for block in page.blocks)
    yield from (f"{name} {data!r}" for name, data in site_files(compilation).items())


def _compared(before: Judged, after: Judged) -> Iterator[str]:
    for found in (compare(before, after), compare(after, before)):
        yield comment(found)
        yield plain_text(found)


def _wrong(findings: tuple[Finding, ...]) -> str:
    prints = [one.fingerprint for one in findings]
    if findings != in_order(findings):
        return "findings: out of order"
    if len(prints) != len(set(prints)):
        return "findings: two share a fingerprint"
    if not all(str(one).isprintable() for one in findings):
        return "findings: a sign that gives orders"
    return ""


def _is_lost(case: Case, judged: Judged, pages: list[str]) -> bool:
    told = (str(one) for one in judged.findings)
    documents = {one.path for one in judged.documents}
    if case.telling not in documents or any(WORD in text for text in (*pages, *told)):
        return False
    # A file with something wrong in it was told of.
    return all(one.span.path != case.telling for one in judged.findings)


@contextmanager
def _within(seconds: float) -> Iterator[None]:
    def late(_signal: int, _frame: FrameType | None) -> None:
        raise LateError

    # What waits for something that never comes uses no time of its own.
    timers = (
        (signal.SIGPROF, signal.ITIMER_PROF, 1),
        (signal.SIGALRM, signal.ITIMER_REAL, _PATIENCE),
    )
    before = [signal.signal(number, late) for number, _, _ in timers]
    for _, timer, times in timers:
        signal.setitimer(timer, seconds * times)
    started = process_time()
    try:
        yield
    finally:
        for (number, timer, _), handler in zip(timers, before, strict=True):
            signal.setitimer(timer, 0)
            signal.signal(number, handler)
    if process_time() - started > seconds:
        raise LateError
