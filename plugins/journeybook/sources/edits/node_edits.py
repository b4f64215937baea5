"""Where and how a text is edited so that one value in it changes."""

from collections.abc import Sequence
from dataclasses import dataclass

from journeybook.sources.edits.change import (
    Change,
    Edit,
    Place,
    many,
    nested,
    written_at,
    written_under,
)
from journeybook.sources.edits.values import FLOW_SIGNS, as_lines, in_brackets, under
from journeybook.sources.yaml.extents import Extents, beginning
from journeybook.sources.yaml.nodes import Entries, Items, Node, Scalar, Step, Value, is_empty


@dataclass(frozen=True, slots=True, kw_only=True)
class Editing:
    """One text, with where each value in it ends."""

    text: str
    extents: Extents

    def edit(self, root: Node | None, change: Change) -> Edit | None:
        """Find the one edit that makes a change."""
        if root is None:
            return Edit(begin=(0, 0), end=(0, 0), text=written_at(change.keys, change, 0))
        *around, last = change.keys
        way = [root]
        for at, step in enumerate(around):
            inner = _inside(way[-1], step)
            if inner is None or is_empty(inner):
                return self._new_below(way[-1], change.keys[at:], change)
            way.append(inner)
        node = _inside(way[-1], last)
        if change.value is None:
            return self._removal(way, change.keys) if node is not None else None
        if node is None:
            return self._new_below(way[-1], (last,), change)
        return self._replacement(node, change)

    def _replacement(self, node: Node, change: Change) -> Edit | None:
        end, value = self._end(node), change.value
        begin = node.line, node.column
        if end is None or value is None:
            return None
        if isinstance(node, Scalar) and isinstance(value, str | list):
            gap = " " if self._before(begin).endswith(":") else ""
            # A text on lines of its own ends at the next key.
            tail = "\n" if self._at(begin)[:1] in ("|", ">") else ""
            text = f"{gap}{written_under(change, value)}{tail}"
            return Edit(begin=begin, end=self._with_blanks(end) if gap else end, text=text)
        if isinstance(node, Items) and isinstance(value, list | str):
            if self._has_brackets(node):
                return Edit(begin=begin, end=end, text=in_brackets(many(value)))
            # Behind a text on lines of its own the next line begins; else this one goes on.
            tail = "" if end[1] else "\n"
            return self._block(begin, end, as_lines(many(value), node.column).strip() + tail)
        return None

    def _block(self, begin: Place, end: Place, text: str) -> Edit | None:
        # A remark inside would be lost.
        inside = self.text.split("\n")[begin[0] : end[0] + 1]
        if any(" #" in line or line.lstrip().startswith("#") for line in inside):
            return None
        return Edit(begin=begin, end=end, text=text)

    def _new_below(self, node: Node, keys: Sequence[Step], change: Change) -> Edit | None:
        if change.value is None:
            return None
        match node, keys[0]:
            case Scalar(), str() as key if not node.is_empty:
                return self._grouped(node, key, change)
            case Entries(), str():
                return self._new_key(node, keys, change)
            case _, int():
                return self._new_item(node, keys, change)
            case _:
                return None

    def _grouped(self, node: Scalar, key: str, change: Change) -> Edit | None:
        # A plain text becomes a group of keys, of which it is the first.
        begin, end = (node.line, node.column), self._end(node)
        if end is None or change.value is None or self._at(begin)[:1] in ("|", ">"):
            return None
        own = self.text.split("\n")[node.line : end[0] + 1]
        first, last = own[0], own[-1]
        spelled = "\n".join(own)[node.column : len("\n".join(own)) - len(last) + end[1]]
        if self.extents[beginning(node)].in_brackets or not first[: node.column].rstrip().endswith(
            "-"
        ):
            is_safe = not node.plain or not FLOW_SIGNS & set(node.text)
            quoted = spelled if is_safe and "\n" not in spelled else in_brackets(node.text)
            text = f"{{{change.short}: {quoted}, {key}: {under(key, change.value)}}}"
            return Edit(begin=begin, end=end, text=text)
        pad = " " * node.column
        text = f"{change.short}: {spelled}{last[end[1] :]}\n{pad}{key}: {under(key, change.value)}"
        return Edit(begin=begin, end=(end[0], len(last)), text=text)

    def _new_key(self, node: Entries, keys: Sequence[Step], change: Change) -> Edit | None:
        known = next((value for key, value in node.pairs if key.text == keys[0]), None)
        if known is not None:
            # It stands there, and says nothing.
            end = self._end(known)
            new = written_at(keys[1:], change, node.column + 2) if len(keys) > 1 else ""
            text = f"\n{new.rstrip()}" if new else f" {written_under(change, change.value)}"
            colon = len(self._before((known.line, known.column)).rstrip())
            return end and Edit(begin=(known.line, colon), end=self._with_blanks(end), text=text)
        end = self._end(node)
        if end is None:
            return None
        if self._has_brackets(node):
            sign = ", " if node.pairs else ""
            text = f"{sign}{keys[0]}: {under(str(keys[0]), nested(keys[1:], change.value))}"
            return Edit(begin=(end[0], end[1] - 1), end=(end[0], end[1] - 1), text=text)
        return self._line_after(end, written_at(keys, change, node.column))

    def _new_item(self, node: Node, keys: Sequence[Step], change: Change) -> Edit | None:
        item = nested(keys[1:], change.value)
        end = self._end(node)
        if end is None or item is None:
            return None
        if isinstance(node, Items) and self._has_brackets(node):
            sign, at = ", " if node.nodes else "", (end[0], end[1] - 1)
            return Edit(begin=at, end=at, text=f"{sign}{in_brackets(item)}")
        if isinstance(node, Items):
            return self._line_after(end, as_lines([item], node.column))
        # One value where a list may stand becomes the first of it.
        begin = node.line, node.column
        if isinstance(node, Entries) and not self._has_brackets(node):
            end, own = first_of_lines(self.text, begin, end, item)
            return Edit(begin=begin, end=end, text=own)
        if end[0] != node.line or self._at(begin)[:1] in ("|", ">"):
            return None
        spelled = self._at(begin)[: end[1] - node.column]
        if isinstance(node, Scalar) and node.plain and FLOW_SIGNS & set(node.text):
            spelled = in_brackets(node.text)
        return Edit(begin=begin, end=end, text=first_in_brackets(spelled, item))

    def _line_after(self, end: Place, text: str) -> Edit:
        lines = self.text.split("\n")
        line, column = end
        if column == 0 and line:
            # Behind a text on lines of its own.
            return Edit(begin=(line, 0), end=(line, 0), text=text)
        at = line, len(lines[line])
        new = f"\n{text.removesuffix(chr(10))}"
        return Edit(begin=at, end=at, text=new)

    def _removal(self, way: Sequence[Node], keys: Sequence[Step]) -> Edit | None:
        around, last = way[-1], keys[-1]
        if last == 0 and not isinstance(around, Items) and len(way) > 1:
            # One value that stands where a list may stand goes with its key.
            return self._removal(way[:-1], keys[:-1])
        if isinstance(around, Entries):
            places = [(key.line, key.column) for key, _ in around.pairs]
            ends = [self._end(value) for _, value in around.pairs]
            at = next((n for n, (key, _) in enumerate(around.pairs) if key.text == last), None)
        elif isinstance(around, Items) and isinstance(last, int):
            places = [(one.line, one.column) for one in around.nodes]
            ends = [self._end(one) for one in around.nodes]
            at = around.nodes.index(around.said[last]) if last < len(around.said) else None
        else:
            places, ends, at = [], [], None
        own = ends[at] if at is not None else None
        if at is None or own is None:
            return None
        if len(places) == 1:
            return self._removal(way[:-1], keys[:-1]) if len(way) > 1 else None
        if at + 1 < len(places):
            return self._block(places[at], places[at + 1], "")
        return self._last_away(ends[at - 1], own)

    def _last_away(self, before: Place | None, own: Place) -> Edit | None:
        if before is None:
            return None
        (line, column), lines = before, self.text.split("\n")
        if before[1] == 0:
            return self._block(before, own, "")
        # A remark on the line above belongs to what stays.
        begin = (line, len(lines[line])) if own[0] > line else (line, column)
        if own[1] == 0:
            own = own[0] - 1, len(lines[own[0] - 1])
        removed = "\n".join(lines[begin[0] + 1 : own[0] + 1])
        return None if "#" in removed else Edit(begin=begin, end=own, text="")

    def _end(self, node: Node) -> Place | None:
        extent = self.extents.get(beginning(node))
        if extent is None:
            return None
        if isinstance(node, Scalar) or extent.has_brackets:
            return extent.line, extent.column
        inner = node.pairs[-1][1] if isinstance(node, Entries) else node.nodes[-1]
        return self._end(inner)

    def _has_brackets(self, node: Node) -> bool:
        return self.extents[beginning(node)].has_brackets

    def _at(self, place: Place) -> str:
        return self.text.split("\n")[place[0]][place[1] :]

    def _with_blanks(self, end: Place) -> Place:
        # Blanks behind a key that says nothing would stand behind what is written there.
        rest = self._at(end)
        return end if rest.strip() else (end[0], end[1] + len(rest))

    def _before(self, place: Place) -> str:
        return self.text.split("\n")[place[0]][: place[1]]


def _inside(node: Node, step: Step) -> Node | None:
    if isinstance(node, Items) and isinstance(step, int):
        return node.said[step] if step < len(node.said) else None
    if isinstance(node, Entries) and isinstance(step, str):
        return next((value for key, value in node.pairs if key.text == step), None)
    # One value may stand where a list is expected, and is its first then.
    return node if step == 0 else None


def first_in_brackets(spelled: str, item: Value) -> str:
    """Write what stands there, as it is spelled, and another one behind it."""
    return f"[{spelled}, {in_brackets(item)}]"


def first_of_lines(text: str, begin: Place, end: Place, item: Value) -> tuple[Place, str]:
    """Write a group of keys, on lines of its own, and another one below it; give its new end."""
    (line, column), (last, behind) = begin, end
    first, *others = text.split("\n")[line : last + bool(behind)]
    moved = (f"  {one}" if one.strip() else one for one in others)
    own = "\n".join((f"- {first[column:]}", *moved))
    made = f"{own}\n{' ' * column}{as_lines([item], column).lstrip()}"
    # What stands behind the last key, such as a remark, stays with it.
    return (
        ((last, len((others or [first])[-1])), made.removesuffix("\n")) if behind else (end, made)
    )
