"""Nobody gets a page of one state of the site while there are pages of the next."""

from collections.abc import Callable, Collection
from posixpath import normpath
from queue import SimpleQueue
from threading import Condition
from typing import Any

from mkdocs.livereload import LiveReloadServer

# What a browser asks to hear when there is something new.
_NEWS = "/livereload/"
_PAGE = ".html"


class Gate:
    """Stands before a server: who asks for what is not made yet waits until it is.

    `asked` is the page that somebody asked for last, by the name of its file.
    """

    def __init__(self, server: LiveReloadServer) -> None:
        """Let everything through."""
        self.asked = ""
        self._answer: Any = server.get_app()
        self._above = server.mount_path
        self._states = 0
        self._made: Collection[str] | None = None
        self._changed = Condition()
        self._shown = SimpleQueue[bool]()
        server.set_app(self)

    def begin(self) -> None:
        """Begin another state: what was answered of the one before is answered again."""
        self._states += 1
        self._shown = SimpleQueue()

    def wait(self) -> bool:
        """Wait until something of the state is shown; tell whether anything is."""
        return self._shown.get()

    def hold_all_but(self, made: Collection[str]) -> None:
        """Show files that are made; who asks for others has to wait."""
        with self._changed:
            self._made = made
            # Who asked while nothing was held has a page of the state before.
            self._states += 1
        self._shown.put(item=True)

    @property
    def is_held(self) -> bool:
        """Whether somebody may have to wait."""
        return self._made is not None

    def open(self) -> None:
        """Show everything."""
        with self._changed:
            self._made = None
            self._changed.notify_all()
        self._shown.put(item=True)

    def give_up(self) -> None:
        """Show nothing."""
        self._shown.put(item=False)

    def __call__(self, environ: dict[str, Any], begin: Callable[..., Any]) -> Any:  # noqa: ANN401 - as the server has it
        """Answer a request when what it asks for is made."""
        path = environ["PATH_INFO"].encode("latin-1").decode(errors="ignore")
        if path.startswith(_NEWS):
            return self._answer(environ, begin)
        name = self._name(path)
        if name.endswith(_PAGE):
            self.asked = name
        while True:
            state, told = self._passed(name), list[tuple[Any, ...]]()
            answer = self._answer(environ, lambda *said, into=told: into.append(said))
            # A request may have waited for a save, and then it has come too far.
            if state == self._states:
                begin(*told[-1])
                return answer
            getattr(answer, "close", int)()

    def _name(self, path: str) -> str:
        inside = f"/{path.removeprefix(self._above)}"
        return normpath(f"{inside}index{_PAGE}" if path.endswith("/") else inside).lstrip("/")

    def _passed(self, name: str) -> int:
        with self._changed:
            self._changed.wait_for(lambda: self._made is None or name in self._made)
            return self._states
