"""Reads the numbers of pages: what each says it counts, what it shows, and where it leads."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr"})
_INLINE = frozenset({"a", "b", "bdi", "i", "span", "strong"})
_COUNT = "data-jb-counts"


@dataclass(slots=True)
class Number:
    """A number on a page: what it counts, how many (of how many), where, and its words."""

    counts: str
    amount: str
    within: str
    words: str = ""
    href: str | None = None

    @property
    def number(self) -> int:
        """How many."""
        return int(self.amount.partition("/")[0])

    @property
    def whole(self) -> int | None:
        """Of how many, where it is a part."""
        whole = self.amount.partition("/")[2]
        return int(whole) if whole else None


@dataclass(slots=True)
class PageRead:
    """The numbers of a page, all its other words, and every element with its attributes."""

    numbers: list[Number] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)


def read_page(html: str) -> PageRead:
    """Read the HTML of a page."""
    reader = _Reader()
    reader.feed(html)
    return reader.page


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = PageRead()
        self.open: list[tuple[str, dict[str, str], Number | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a number where an element says that it is one."""
        known = {name: value or "" for name, value in attrs}
        self.page.elements.append((tag, known))
        number = None
        if _COUNT in known:
            counts, amount, *within = known[_COUNT].split(" ")
            number = Number(counts, amount, "".join(within))
            self.page.numbers.append(number)
            links = (one["href"] for name, one, _ in reversed(self.open) if name == "a")
            number.href = next(links, None)
        if tag == "a" and (inside := number or self.number()) and "href" in known:
            inside.href = known["href"]
        if tag not in _VOID:
            self.open.append((tag, known, number))

    def handle_endtag(self, tag: str) -> None:
        """Leave an element, with those in it that need no end."""
        while self.open and self.open.pop()[0] != tag:
            pass
        self.page.words.append(" " if tag in _INLINE else " · ")

    def handle_data(self, data: str) -> None:
        """Take words as those of the number they stand in, or as other words."""
        number = self.number()
        if number is None:
            self.page.words.append(data)
        else:
            number.words += f" {data}"

    def number(self) -> Number | None:
        """The number that is being read, if any."""
        return next((one for _, _, one in reversed(self.open) if one), None)
