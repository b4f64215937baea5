"""Writes files whole or not at all: whoever is interrupted leaves the old file or the new one."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from journeybook.adapters.disk.refusal import CannotRunError

_lock: Callable[[int], None] | None = None
# Not on Windows, where two commands at once are as unlikely.
if sys.platform != "win32":
    import fcntl

    def _exclusively(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX)

    _lock = _exclusively


def write_whole(file: Path, data: bytes, *, parents: bool = False) -> None:
    """Write a file in place of what stands there; a link is followed to its file.

    With `parents`, folders that are missing are made.

    Raises:
        CannotRunError: when it cannot be written; what stood there still stands.
    """
    with telling(file):
        target = file.resolve() if file.is_symlink() else file
        refuse_special(target)
        refuse_protected([target])
        if parents:
            target.parent.mkdir(parents=True, exist_ok=True)
        replace(target, data)


def write_new(file: Path, data: bytes) -> None:
    """Write a file that does not exist yet.

    Raises:
        CannotRunError: when it exists, or cannot be written; nothing is left behind.
    """
    with telling(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        with _beside(file, data) as made:
            try:
                os.link(made, file)
            except FileExistsError as error:
                raise _exists(file) from error
            except OSError:
                # A disk without hard links.
                if file.exists():
                    raise _exists(file) from None
                made.replace(file)


def replace(target: Path, data: bytes, *, lasting: bool = True) -> None:
    """Put a file in place of what stands there, whole, whatever happens meanwhile.

    One that is not `lasting` may be lost when the power fails, and is written much faster.
    """
    with _beside(target, data, lasting=lasting) as made:
        made.replace(target)


def write_all_new(root: Path, files: Mapping[str, str]) -> None:
    """Write files that do not exist yet, by their paths below a folder: all of them, or none.

    Raises:
        CannotRunError: when one exists, or cannot be written; nothing is left behind.
    """
    wanted = {root / name: text.encode() for name, text in files.items()}
    if there := next((file for file in wanted if os.path.lexists(file)), None):
        raise _exists(there)
    above = {folder for file in wanted for folder in file.parents if not folder.exists()}
    made: list[Path] = []
    try:
        with _ended_by_signals():
            for file, data in wanted.items():
                made.append(file)
                write_new(file, data)
    except BaseException as error:
        if isinstance(error, CannotRunError):
            # What stands there is not ours.
            made.pop()
        for file in made:
            file.unlink(missing_ok=True)
        for folder in sorted(above, reverse=True):
            with suppress(OSError):
                folder.rmdir()
        raise


@contextmanager
def _ended_by_signals() -> Iterator[None]:
    # Who closes the window of a terminal, or shuts the machine down, ends it as Ctrl+C does: with
    # an exception. Only the main thread may ask for that, and what somebody else asked for stays.
    asked = [signal.SIGTERM, *filter(None, [getattr(signal, "SIGHUP", None)])]
    if threading.current_thread() is not threading.main_thread():
        asked = []
    taken = [one for one in asked if signal.getsignal(one) == signal.SIG_DFL]
    for one in taken:
        signal.signal(one, _end)
    try:
        yield
    finally:
        for one in taken:
            signal.signal(one, signal.SIG_DFL)


def _end(number: int, _frame: object) -> None:
    # Shells tell so of what a signal ended.
    raise SystemExit(128 + number)


def _exists(file: Path) -> CannotRunError:
    return CannotRunError("{file} exists and is left as it is", file=file)


def make_folder(folder: Path) -> None:
    """Make a folder to write to, where it is missing.

    Raises:
        CannotRunError: when it cannot be made or written to.
    """
    with telling(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=folder, prefix=".journeybook."):
            pass


def change(file: Path, changed: Callable[[bytes], bytes]) -> None:
    """Read a file, change what it says and write it where that differs, while nobody else does.

    A file that is not there is empty.

    Raises:
        CannotRunError: when it cannot be read or written.
    """
    with telling(file):
        refuse_special(file)
        file.parent.mkdir(parents=True, exist_ok=True)
        with _locked(file.parent):
            before = file.read_bytes() if file.exists() else b""
            after = changed(before)
            if not file.exists() or file.read_bytes() != after:
                write_whole(file, after)


@contextmanager
def telling(file: Path | str) -> Iterator[None]:
    """Tell that a file cannot be written where the disk refuses.

    Raises:
        CannotRunError: in place of what the disk says.
    """
    try:
        yield
    except OSError as error:
        raise CannotRunError(
            "cannot write {file}: {problem}", file=file, problem=error.strerror
        ) from error


def refuse_special(file: Path) -> None:
    """See that what stands there, if anything, is a file; a pipe could take for ever to read.

    Raises:
        CannotRunError: when it is not.
    """
    if file.exists() and not file.is_file():
        raise CannotRunError("{file} is no file", file=file)


def refuse_protected(files: Iterable[Path]) -> None:
    """See that nobody protected files against writing; a new one could still take their place.

    Raises:
        CannotRunError: when somebody did.
    """
    for file in files:
        # An administrator may write everything, but for what has no writer at all.
        if file.exists() and not (file.stat().st_mode & 0o222 and os.access(file, os.W_OK)):
            raise CannotRunError(
                "{file} is protected against writing, so nothing is written; take the protection "
                "away first",
                file=file,
            )


@contextmanager
def _beside(target: Path, data: bytes, *, lasting: bool = True) -> Iterator[Path]:
    # In the same folder, so that taking its place is one step on the disk.
    mode = target.stat().st_mode if target.exists() else None
    with NamedTemporaryFile(
        dir=target.parent, prefix=f".{target.name[:50]}.", delete=False
    ) as file:
        made = Path(file.name)
        try:
            file.write(data)
            file.flush()
            if lasting:
                os.fsync(file.fileno())
        except BaseException:
            made.unlink()
            raise
    made.chmod(mode if mode is not None else 0o666 & ~_umask())
    try:
        yield made
    finally:
        made.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    if _lock is None:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            _lock(handle)
        yield
    finally:
        os.close(handle)
