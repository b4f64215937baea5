"""Sites made of Markdown: what the front matter of every page says, and what follows from it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from posixpath import commonpath, dirname
from typing import Any

from journeybook.findings import Mistake
from journeybook.sources.document import SourceFile
from journeybook.sources.records.entries import made
from journeybook.sources.records.record import (
    MOST_ROWS,
    Cell,
    LeftOut,
    Options,
    Reason,
    Record,
    Records,
    Shape,
)
from journeybook.sources.records.site_files import MARKED, PAGES, PROGRAMS, folder_of_site
from journeybook.sources.records.sites.address import (
    address_of,
    day_in_name,
    old_addresses,
    other_names,
)
from journeybook.sources.records.sites.front_matter import Page, read_page
from journeybook.sources.records.sites.inherited import Inherited
from journeybook.sources.records.sites.key_lines import line_of
from journeybook.sources.records.sites.no_pages import why_no_page
from journeybook.sources.records.sites.place import languages_in, place_in_site, shape_of
from journeybook.sources.records.values import flat, plain, put
from journeybook.sources.tables.tables import Unread, read_text
from journeybook.sources.yaml.parsing import read_tree

_FOLLOWED = ("cascade", "url", "aliases", "redirect_from")
_DATES = ("date", "publishDate", "pubDate", "published")
_FENCES = (b"---", b"+++", b"\xef\xbb\xbf---")
_SWITCHES = ("draft", "published")
_DAY = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?:[T ].*)?")
_MARKS: Mapping[Shape, tuple[str, ...]] = {
    "hugo": ("content",),
    "jekyll": ("_posts", "_drafts"),
    "docusaurus": ("docs", "blog", "i18n", "src"),
    "astro": ("src",),
}
_NO_PAGES = ("/node_modules/", "/_site/", "/.")
_NO_TEXTS = (
    *(*_NO_PAGES, "/vendor/", "/public/", "/layouts/", "/themes/", "/static/", "/assets/"),
    *("/_includes/", "/_layouts/", "/components/"),
)
# A page of Astro begins with a program, between the same signs.
_TEXTS = tuple(one for one in MARKED if one != ".astro")


def read_site(files: Sequence[SourceFile], options: Options) -> Records | Unread:
    """Read every page among the files of a site; each is a record of its own, as its `member`.

    Beside what it says itself, a record has `address`, `status`, `language` and `old addresses`,
    as far as they follow from its place and the rules of what makes the site.
    """
    try:
        texts = {
            file.path: read_text(file.data, options.encoding)
            for file in files
            if _may_be_page(file) and not _is_aside(file.path)
        }
    except LookupError:
        return Unread(what="encoding", values={"encoding": options.encoding or ""})
    pages = {path: read_page(text) for path, (text, _) in texts.items()}
    # What could not be had is told of, and is no page without a title.
    pages |= {file.path: Page(wrong=1) for file in files if file.refused and file.path in pages}
    if not any(path.casefold().endswith(PAGES) for path in pages):
        return Unread(what="shape")
    if len(pages) > MOST_ROWS:
        return Unread(what="rows", values={"most": str(MOST_ROWS)})
    records = made("site", _Site(files, pages, options).entries())
    guessed = {path: encoding for path, (_, encoding) in texts.items() if encoding}
    return records if isinstance(records, Unread) else replace(records, guessed=guessed)


class _Site:
    # The pages of a site, and what all of them have in common.

    def __init__(
        self, files: Sequence[SourceFile], pages: Mapping[str, Page], options: Options
    ) -> None:
        self.pages = pages
        self.shape: Shape = options.shape or shape_of(
            (file.path for file in files), {page.fence for page in pages.values()}
        )
        self.options = options
        self.paths = tuple(file.path for file in files)
        self.root = options.root.strip("/") or _root(tuple(pages), self.paths, self.shape)
        self.inherited = Inherited(files, pages)
        self.permalink = _permalink(files) if self.shape == "jekyll" else ""
        self.language = options.language
        self.languages = languages_in(pages, options.language)

    def entries(self) -> Iterator[Record | LeftOut]:
        for path, page in sorted(self.pages.items()):
            if page.wrong and not self._is_outside(path):
                text = page.heading or path.rpartition("/")[2]
                yield LeftOut(row=page.wrong, member=path, reason=Reason.BROKEN, text=text)
                continue
            inside, is_outside = self._inside(path), self._is_outside(path)
            values = {**self.inherited.of(path), **page.values}
            reason = _no_page(values) or why_no_page(
                inside, page, self.shape, is_outside=is_outside
            )
            title = plain(values.get("title")) or page.heading or path.rpartition("/")[2]
            if reason:
                yield LeftOut(row=1, member=path, reason=reason, text=title)
            else:
                cells = self._cells(inside, values, title)
                lines = {name: line for name in cells if (line := line_of(name, page.lines))}
                yield Record(row=1, member=path, cells=cells, lines=lines)
        for path in self.paths:
            if path not in self.pages and _is_unread(path) and not self._is_outside(path):
                name = path.rpartition("/")[2]
                yield LeftOut(row=1, member=path, reason=Reason.NOT_READ, text=name)

    def _inside(self, path: str) -> str:
        return path.removeprefix(f"{self.root}/") if self.root else path

    def _is_outside(self, path: str) -> bool:
        # Only what lies among the pages is one of them.
        inside = self._inside(path)
        if self.shape == "astro":
            return not inside.startswith(("src/content/", "src/pages/", "src/data/", "content/"))
        return self.shape == "hugo" and inside == path and bool(self.root)

    def _cells(self, inside: str, values: Mapping[str, Any], title: str) -> dict[str, Cell]:
        place = place_in_site(inside, self.shape, self.languages, self.language)
        address = address_of(
            place, values, self.shape, permalink=self.permalink, language=self.language
        )
        # What tells where a page stands, or stood, is in its address and its old addresses.
        own = flat({key: value for key, value in values.items() if not _is_followed(key, value)})
        put(own, "aliases", *other_names(values, self.shape))
        if self.shape == "jekyll":
            own.update(_parted(own))
        language = plain(values.get("lang")) or plain(values.get("language")) or place.language
        day = day_in_name(inside, self.shape)
        made_of = {
            "title": (title,),
            "address": (address,),
            "status": (_status({"date": day, **values}, inside, self.options.today),),
            "language": (language,),
            "old addresses": old_addresses(values, address, self.shape),
            "date": () if any(plain(values.get(key)) for key in _DATES) else (day,),
        }
        cells: dict[str, Cell] = {}
        for name, texts in made_of.items():
            put(cells, name, *texts)
        return {**cells, **own}


def _is_followed(key: str, value: object) -> bool:
    # `published: false` tells the status, where `published: 2026-03-01` is a day.
    is_switch = key in _SWITCHES and plain(value).casefold() in ("true", "false")
    return key in _FOLLOWED or is_switch


def _may_be_page(file: SourceFile) -> bool:
    path = file.path.casefold()
    return path.endswith(PAGES) or (path.endswith(_TEXTS) and file.data.startswith(_FENCES))


def _is_unread(path: str) -> bool:
    # What is handed out, or put together by a program, may say things that are missed here.
    is_entry = "/src/content/" in f"/{path}" and path.endswith(".json")
    is_other = is_entry or path.endswith((*MARKED, *PROGRAMS))
    return is_other and not any(part in f"/{path}" for part in _NO_TEXTS)


def _is_aside(path: str) -> bool:
    # A site may lie beside the handbook, in `../site`.
    inside = path.lstrip("./")
    return any(part in f"/{inside}" for part in _NO_PAGES)


def _no_page(values: Mapping[str, Any]) -> Reason | None:
    if plain(values.get("permalink")).casefold() == "false":
        return Reason.NO_ADDRESS
    return Reason.TYPE if plain(values.get("headless")).casefold() == "true" else None


def _status(values: Mapping[str, Any], path: str, today: date | None) -> str:
    says = {key: plain(values.get(key)).casefold() for key in _SWITCHES}
    if says["draft"] == "true" or says["published"] == "false" or "_drafts/" in path:
        return "draft"
    expiry = _day(values.get("expiryDate"))
    if today and expiry and expiry <= today:
        return "expired"
    starts = _day(values.get("publishDate")) or _day(values.get("date"))
    return "scheduled" if today and starts and starts > today else "published"


def _day(value: Any) -> date | None:  # noqa: ANN401 - any value there is
    found = _DAY.fullmatch(plain(value))
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _parted(cells: Mapping[str, Cell]) -> Iterator[tuple[str, Cell]]:
    # Jekyll takes blanks for what parts tags.
    for key in ("tags", "categories"):
        value = cells.get(key)
        if isinstance(value, str) and " " in value:
            yield key, tuple(value.split())


def _root(paths: Sequence[str], files: Sequence[str], shape: Shape) -> str:
    # The folder whose name the addresses begin below.
    home = folder_of_site(shape, files)
    if home is not None and shape in ("jekyll", "docusaurus", "astro"):
        return home
    if home is not None and shape == "hugo":
        return f"{home}/content".lstrip("/")
    marks = _MARKS.get(shape, ())
    for path in paths:
        parts = path.split("/")[:-1]
        at = next((at for at, part in enumerate(parts) if part in marks), None)
        if at is not None:
            return "/".join(parts[: at + (shape == "hugo")])
    return commonpath([dirname(path) for path in paths]) if paths else ""


def _permalink(files: Sequence[SourceFile]) -> str:
    for file in files:
        if file.path.rpartition("/")[2] == "_config.yml":
            tree = read_tree(read_text(file.data)[0], file.path)
            value = None if isinstance(tree, Mistake) else tree.value()
            if isinstance(value, dict):
                return plain(value.get("permalink"))
    return ""
