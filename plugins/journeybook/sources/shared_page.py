"""Prose of a file that is told on a page with that of others: what it names stays its own."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import escape

from journeybook.sources.prose import lines_of_prose, without_code

# Lengths are bounded, so that the work grows with the text and no faster.
_NOTE = re.compile(r"\[\^([^\[\]\s]{1,200})\]")
_NOTE_BEGINS = re.compile(r" {0,3}\[\^([^\[\]\s]{1,200})\]:")
_LINK_BEGINS = re.compile(
    r" {0,3}\[(?P<label>[^\^\[\]][^\[\]]{0,200})\]:[ ]*<?(?P<target>\S*)(?:[ ]+[\"'(].*)?[ ]*"
)
_SHORT_FORM = re.compile(r" {0,3}\*\[(?P<word>[^\[\]]{1,200})\][ ]?:[ ]*(?P<meaning>.*)")
_SECOND = re.compile(r"(?<=\])[ ]?\[(?P<label>[^\^\[\]][^\[\]]{0,200})\]")
_ALONE = re.compile(
    r"(?<!\])(?<!\] )\[(?P<label>[^\^\[\]][^\[\]]{0,200})\](?P<nothing>\[\])?(?!\(| ?\[[^\^])"
)
_TARGET = re.compile(r"(?<=\]\()<?(?P<target>[^)\s<>]{1,2000})")
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|[/#]")
_NO_WORDS = r"\]\([^)]*|\]\[[^\]]*|<[^>]*|https?://\S+|\{[^}]*"

_Edit = tuple[int, int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names:
    notes: frozenset[str]
    links: frozenset[str]
    short_forms: Mapping[str, str]

    def __bool__(self) -> bool:
        return bool(self.notes or self.links or self.short_forms)


def as_part(body: str, name: str, way: str = "") -> str:
    """Give prose for a page that tells several files, of which this one is told under a name.

    Footnotes, links by reference and abbreviations are known by that name too, so that two files
    may each have a `[^1]`. `way` leads from the folder of the page to that of the file.
    """
    names = _names_in(body)
    if not names and not way:
        return body
    lines = body.split("\n")
    for at, line in lines_of_prose(body):
        lines[at] = _edited(line, _edits(without_code(line), names, name, way))
    return "\n".join(lines)


def with_targets(body: str, lead: Callable[[str], str]) -> str:
    """Give prose with every address that it links to as it is led, but for those elsewhere."""
    if "](" not in body and "]:" not in body:
        return body
    lines = body.split("\n")
    for at, line in lines_of_prose(body):
        lines[at] = _edited(line, _targets(without_code(line), lead))
    return "\n".join(lines)


def _targets(line: str, lead: Callable[[str], str]) -> Iterator[_Edit]:
    begins = _LINK_BEGINS.fullmatch(line)
    for found in (begins,) if begins else _TARGET.finditer(line):
        target = found["target"].rstrip(">")
        if target and not _ELSEWHERE.match(target) and (led := lead(target)) != target:
            yield found.start("target"), found.start("target") + len(target), led


def _names_in(body: str) -> _Names:
    lines = [line for _, line in lines_of_prose(body)] if "]:" in body or "] :" in body else []
    notes = (found[1] for line in lines if (found := _NOTE_BEGINS.match(line)))
    links = (found["label"] for line in lines if (found := _LINK_BEGINS.fullmatch(line)))
    short_forms = (found for line in lines if (found := _SHORT_FORM.fullmatch(line)))
    return _Names(
        notes=frozenset(notes),
        links=frozenset(map(_folded, links)),
        short_forms={found["word"]: found["meaning"].strip() for found in short_forms},
    )


def _edits(line: str, names: _Names, name: str, way: str) -> Iterator[_Edit]:
    if _SHORT_FORM.fullmatch(line):
        yield 0, len(line), ""
        return
    for found in _NOTE.finditer(line):
        if found[1] in names.notes:
            yield found.start(1), found.start(1), f"{name}-"
    begins = _LINK_BEGINS.fullmatch(line)
    if begins and _folded(begins["label"]) in names.links:
        yield begins.start("label"), begins.start("label"), f"{name}-"
        yield from _led(begins, way)
        return
    yield from _references(line, names, name)
    yield from _explained(line, names.short_forms)
    for found in _TARGET.finditer(line):
        yield from _led(found, way)


def _references(line: str, names: _Names, name: str) -> Iterator[_Edit]:
    for found in _SECOND.finditer(line):
        if _folded(found["label"]) in names.links:
            yield found.start("label"), found.start("label"), f"{name}-"
    for found in _ALONE.finditer(line):
        if _folded(found["label"]) in names.links:
            yield found.end("label") + 1, found.end(), f"[{name}-{found['label']}]"


def _explained(line: str, short_forms: Mapping[str, str]) -> Iterator[_Edit]:
    # Markdown knows an abbreviation by its own letters alone, all over the page.
    if not short_forms:
        return
    # Of two that begin alike, the longer one comes first.
    longest_first = sorted(short_forms, reverse=True)
    words = "|".join(re.escape(word) for word in longest_first)
    for found in re.finditer(rf"{_NO_WORDS}|\b(?P<word>{words})\b", line):
        if word := found["word"]:
            title = escape(short_forms[word])
            yield found.start(), found.end(), f'<abbr title="{title}">{word}</abbr>'


def _led(found: re.Match[str], way: str) -> Iterator[_Edit]:
    if way and found["target"] and not _ELSEWHERE.match(found["target"]):
        yield found.start("target"), found.start("target"), way


def _edited(line: str, edits: Iterator[_Edit]) -> str:
    parts: list[str] = []
    done = 0
    for start, end, text in sorted(edits):
        parts.extend((line[done:start], text))
        done = max(done, end)
    return "".join((*parts, line[done:]))


def _folded(label: str) -> str:
    return " ".join(label.lower().split())
