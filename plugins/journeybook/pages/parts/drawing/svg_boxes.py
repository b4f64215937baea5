"""Boxes with words in them and the ways between them, as flows and walks are drawn of."""

from dataclasses import dataclass

from markupsafe import Markup

from journeybook.pages.parts.drawing.svg import element, number, wrapped

PAD = 8
LINE = 18
ROUND = 7
_LABEL_LINES = 2
_SIGNS = 32
_MARKS = {"delight": "▲", "pain": "▼"}
_MOMENT = "◆"


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowNode:
    """A touchpoint, a drop-off or content in a drawing; `kind` is the state it is drawn in.

    What its signs mean is `said` to those who do not see them.
    """

    text: str
    label: str
    kind: str
    href: str
    moment: bool = False
    countered: bool = False
    said: tuple[str, ...] = ()

    @property
    def signs(self) -> str:
        """What stands beside its label: how it goes, and whether all turns on it."""
        signs = (_MARKS.get(self.kind, ""), _MOMENT if self.moment else "")
        return " ".join(filter(None, signs))


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A node at its place in a drawing, its label and its text broken into lines."""

    node: FlowNode
    x: float
    y: float
    width: float
    label: tuple[str, ...]
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        """How high it is."""
        return (len(self.label) + len(self.lines)) * LINE + 2 * PAD - 5

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.y + self.height

    @property
    def middle(self) -> float:
        """Where ways meet it at its sides."""
        return self.y + self.height / 2


def boxed(node: FlowNode, x: float, y: float, width: float, most: int) -> Box:
    """Put a node into a box, its text in `most` lines at most."""
    inside = width - 2 * PAD
    label = wrapped(node.label, inside - _SIGNS * bool(node.signs), _LABEL_LINES)
    lines = wrapped(node.text, inside, most)
    return Box(node=node, x=x, y=y, width=width, label=label, lines=lines)


def arrow(path: str, name: str, classes: str = "jb-flow-way") -> Markup:
    """Draw a way along a path of the drawing `name`, with its arrowhead."""
    return element("path", d=path, class_=classes, fill="none", marker_end=f"url(#{name}-tip)")


def _arrowhead(name: str) -> Markup:
    """Draw the arrowhead of all ways of a drawing, once."""
    tip = element("path", d="M0 0L7 3.5 0 7z", class_="jb-flow-tip")
    marker = element(
        "marker",
        tip,
        id=f"{name}-tip",
        viewBox="0 0 7 7",
        refX=6,
        refY=3.5,
        markerWidth=7,
        markerHeight=7,
        orient="auto",
    )
    return element("defs", marker)


def in_steps(name: str, title: str, description: str, *steps: Markup) -> Markup:
    """Put the steps of the drawing `name` beside each other; the description says the same.

    Each step is a drawing of its own, so that in a narrow window those that do not fit stand in
    the next row, as words do.
    """
    return element(
        "div",
        element("span", description, id=f"{name}-desc", hidden=""),
        element("svg", _arrowhead(name), class_="jb-said", aria_hidden="true"),
        *steps,
        role="group",
        aria_label=title,
        aria_describedby=f"{name}-desc",
        class_="jb-flow jb-flow-steps",
    )


def step(left: float, width: float, bottom: float, *drawn: Markup) -> Markup:
    """Draw a step: what stands between its left edge and the next step's."""
    window = f"{number(left)} 0 {number(width)} {number(bottom)}"
    return element("svg", *drawn, viewBox=window, width=width, height=bottom)


def drawn_box(box: Box) -> Markup:
    """Draw a box with its words, as a link that is called by all that is seen in it."""
    node = box.node
    leaving = node.kind == "leave"
    frame = element("rect", x=box.x, y=box.y, width=box.width, height=box.height, rx=ROUND)
    top = box.y + PAD + 7
    classes = f"jb-flow-box jb-flow-{node.kind}"
    if leaving:
        classes += " jb-flow-countered" if node.countered else " jb-flow-open"
    parts = [frame, _lines(box, box.lines, top + len(box.label) * LINE)]
    if node.label:
        parts.append(_lines(box, box.label, top, "jb-flow-label"))
    if node.signs:
        x = number(box.x + box.width - PAD)
        sign = element("text", node.signs, x=x, y=top, text_anchor="end", class_="jb-flow-sign")
        parts.append(sign)
    return element(
        "a",
        element("title", ", ".join(filter(None, (node.text, node.label, *node.said)))),
        element("g", *parts, class_=classes, aria_hidden="true"),
        **{"xlink:href": node.href},
    )


def _lines(box: Box, lines: tuple[str, ...], y: float, class_: str | None = None) -> Markup:
    x = number(box.x + PAD)
    spans = [element("tspan", line, x=x, dy=LINE if at else None) for at, line in enumerate(lines)]
    return element("text", *spans, x=x, y=y, class_=class_)
