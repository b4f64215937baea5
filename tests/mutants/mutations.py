"""The faults that can be planted in a module: each changes one place of its syntax tree."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

Node = ast.expr | ast.stmt
Variants = Iterator[tuple[str, Node]]

_FLIPPED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_SWAPPED = {"any": "all", "all": "any", "min": "max", "max": "min"}
_ORDERING = ("key", "reverse")
_LEAST = {
    "str": "''",
    "int": "0",
    "float": "0",
    "bool": "False",
    "list": "[]",
    "dict": "{}",
    "Mapping": "{}",
    "set": "set()",
    "frozenset": "frozenset()",
    **dict.fromkeys(("tuple", "Sequence", "Iterable", "Iterator"), "()"),
}
# A limit, such as 250,000 rows: nobody tells it from the number beside it.
_LARGE = 1_000
# What Python reads and a reader of pages never meets.
_LEFT_ALONE = {
    "annotation",
    "returns",
    "decorator_list",
    "type_params",
    "bases",
    "format_spec",
    "ctx",
    "targets",
    "target",
}
_TYPES = {"Literal", "Annotated", "Callable", "cast", "TypeVar", "TypeAdapter"}
# An assertion about lengths, not about what comes out.
_KEYWORDS_LEFT_ALONE = {"strict"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutation:
    """One fault: where it is, what stands there and what would, and how it is planted."""

    kind: str
    line: int
    within: str
    before: str
    after: str
    plant: Callable[[], None]

    @property
    def text(self) -> str:
        """Tell the fault in one line."""
        return f"{self.kind}: {self.before} → {self.after}"


def mutations(tree: ast.Module) -> list[Mutation]:
    """Give every fault that can be planted in a module, in the order of its lines."""
    return list(_inside(tree, ""))


def _inside(node: ast.AST, within: str) -> Iterator[Mutation]:
    for name, value in ast.iter_fields(node):
        if name in _LEFT_ALONE:
            continue
        children = value if isinstance(value, list) else [value]
        for at, child in enumerate(children):
            if not isinstance(child, ast.AST) or _is_left_alone(child, node):
                continue
            place = _Place(owner=node, name=name, at=at if isinstance(value, list) else None)
            inner = _named(child, within)
            yield from _of(child, place, within)
            yield from _inside(child, inner)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    # Where a node hangs in the tree, so that another can hang there.
    owner: ast.AST
    name: str
    at: int | None

    def put(self, node: ast.AST) -> None:
        if self.at is None:
            setattr(self.owner, self.name, node)
        else:
            getattr(self.owner, self.name)[self.at] = node


def _named(node: ast.AST, within: str) -> str:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return f"{within}.{node.name}".lstrip(".")
    return within


def _is_left_alone(node: ast.AST, owner: ast.AST) -> bool:
    match node:
        case (
            ast.Expr(value=ast.Constant())
            | ast.Assign(targets=[ast.Name(id="__all__")])
            | ast.Import()
            | ast.ImportFrom()
        ):
            return True
        case ast.Assign(value=ast.BinOp(op=ast.BitOr()) as value):
            return _names_types(value)
        case ast.Subscript(value=ast.Name(id=name)) | ast.Call(func=ast.Name(id=name)):
            return name in _TYPES
        case ast.keyword(arg=name):
            return name in _KEYWORDS_LEFT_ALONE
        case ast.Tuple():
            return isinstance(owner, ast.Subscript)
    return False


def _names_types(value: ast.expr) -> bool:
    # `Part = Said | Named | Remark` is the name of a type.
    if isinstance(value, ast.BinOp) and isinstance(value.op, ast.BitOr):
        return _names_types(value.left)
    return isinstance(value, ast.Name | ast.Subscript)


def _of(node: ast.AST, place: _Place, within: str) -> Iterator[Mutation]:
    if isinstance(node, ast.FunctionDef):
        yield from _returns(node, f"{within}.{node.name}".lstrip("."))
    if isinstance(node, ast.comprehension):
        yield from _conditions(node, within)
        return
    if not isinstance(node, ast.expr | ast.stmt):
        return
    in_words = isinstance(place.owner, ast.JoinedStr)
    for kind, other in chain(_expressions(node, in_words=in_words), _statements(node)):
        yield _mutation(kind, node, other, place, within)


def _mutation(kind: str, node: Node, other: Node, place: _Place, within: str) -> Mutation:
    return Mutation(
        kind=kind,
        line=node.lineno,
        within=within,
        before=_short(node),
        after=_short(other),
        plant=lambda: place.put(other),
    )


def _short(node: ast.AST) -> str:
    text = " ".join(ast.unparse(ast.fix_missing_locations(node)).split())
    return text if len(text) <= 90 else f"{text[:88]} …"


def _expressions(node: Node, *, in_words: bool) -> Variants:
    match node:
        case ast.Constant():
            yield from _constants(node)
        case ast.JoinedStr() if not in_words:
            yield "text", ast.Constant("")
        case ast.Tuple() | ast.List() | ast.Dict():
            yield from _shorter(node)
        case ast.Slice():
            yield from _slices(node)
        case ast.Call():
            yield from _calls(node)
        case _:
            yield from _operations(node)


def _operations(node: Node) -> Variants:
    match node:
        case ast.Compare(ops=[op]):
            yield "comparison", ast.Compare(node.left, [_FLIPPED[type(op)]()], node.comparators)
        case ast.BoolOp():
            other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
            yield "and or", ast.BoolOp(other, node.values)
        case ast.UnaryOp(op=ast.Not()):
            yield "not", node.operand
        case ast.IfExp():
            yield "condition", node.body
            yield "condition", node.orelse
        case ast.BinOp():
            yield "half", node.left
            yield "half", node.right


def _slices(node: ast.Slice) -> Variants:
    if node.lower:
        yield "slice", ast.Slice(None, node.upper, node.step)
    if node.upper:
        yield "slice", ast.Slice(node.lower, None, node.step)


def _constants(node: ast.Constant) -> Variants:
    value = node.value
    if isinstance(value, bool):
        yield "constant", ast.Constant(not value)
    elif isinstance(value, int | float) and value < _LARGE:
        yield "constant", ast.Constant(value + 1)
        yield "constant", ast.Constant(value - 1)
    elif isinstance(value, str) and value:
        yield "text", ast.Constant("")


def _shorter(node: ast.Tuple | ast.List | ast.Dict) -> Variants:
    if isinstance(node, ast.Dict):
        for at in range(len(node.keys) if len(node.keys) > 1 else 0):
            keys, values = node.keys.copy(), node.values.copy()
            del keys[at], values[at]
            yield "item", ast.Dict(keys, values)
        return
    for at in range(len(node.elts) if len(node.elts) > 1 else 0):
        yield "item", type(node)([*node.elts[:at], *node.elts[at + 1 :]], ast.Load())


def _calls(node: ast.Call) -> Variants:
    if isinstance(node.func, ast.Name) and node.func.id in _SWAPPED:
        other = ast.Name(_SWAPPED[node.func.id], ast.Load())
        yield "any all min max", ast.Call(other, node.args, node.keywords)
    for keyword in node.keywords:
        if keyword.arg in _ORDERING:
            rest = [one for one in node.keywords if one is not keyword]
            yield "order", ast.Call(node.func, node.args, rest)


def _statements(node: Node) -> Variants:
    match node:
        case ast.If():
            for forced in (True, False):
                yield "condition", ast.If(ast.Constant(forced), node.body, node.orelse)
        case ast.While():
            yield "condition", ast.While(ast.Constant(value=False), node.body, node.orelse)
        case ast.Expr() | ast.AugAssign() | ast.Continue():
            yield "statement", ast.Pass()


def _conditions(node: ast.comprehension, within: str) -> Iterator[Mutation]:
    for at, test in enumerate(node.ifs):
        place = _Place(owner=node, name="ifs", at=at)
        yield _mutation("condition", test, ast.Constant(value=True), place, within)


def _returns(function: ast.FunctionDef, within: str) -> Iterator[Mutation]:
    empty = _empty(function.returns)
    for owner in ast.walk(function):
        for name, body in ast.iter_fields(owner):
            for at, node in enumerate(body if isinstance(body, list) else ()):
                if isinstance(node, ast.Return) and not _is_least(node.value, empty):
                    place = _Place(owner=owner, name=name, at=at)
                    yield _mutation("result", node, ast.Return(empty), place, within)


def _is_least(value: ast.expr | None, empty: ast.expr) -> bool:
    match value:
        case None | ast.Constant(value=None | False | "") | ast.Tuple(elts=[]) | ast.Dict(keys=[]):
            return True
        case _:
            return ast.unparse(value) == ast.unparse(empty)


def _empty(annotation: ast.expr | None) -> ast.expr:
    """Give the least a function of this type can return."""
    outer = annotation.value if isinstance(annotation, ast.Subscript) else annotation
    least = _LEAST.get(outer.id, "None") if isinstance(outer, ast.Name) else "None"
    return ast.parse(least, mode="eval").body
