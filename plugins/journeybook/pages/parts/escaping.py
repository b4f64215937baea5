"""Templates as fast as a handbook needs them, whose pages hold hundreds of thousands of texts."""

from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from keyword import iskeyword
from types import FunctionType

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.utils import missing
from markupsafe import Markup, escape

as_html: Callable[[str], Markup] = partial(str.__new__, Markup)
"""Take a text for HTML; `Markup` itself would first ask what it is."""

# The same titles, words and classes stand on many pages.
escaped_text: Callable[[str], Markup] = lru_cache(20_000)(escape)


def escaped(value: object) -> Markup:
    """Escape a value for HTML; what is HTML already stays what it is, and is not copied."""
    # A text that only looks alike is not taken for one: neither HTML for words nor 1 for True.
    if type(value) is Markup:
        return value
    return escaped_text(value) if type(value) is str else escape(value)


def plain(macro: FunctionType) -> FunctionType:
    """Let a macro be called as the function that it is; it fills in what is missing itself."""
    macro.__defaults__ = (missing,) * macro.__code__.co_argcount
    return macro


def by_name(called: Callable[..., object]) -> Callable[..., object]:
    """Let a macro take what it is given by the names that its template has for it."""
    if not isinstance(called, FunctionType) or called.__name__ != "macro":
        return called
    own = _own_names(called.__code__.co_varnames[: called.__code__.co_argcount])
    return lambda *given, **named: called(*given, **{own.get(k, k): v for k, v in named.items()})


@lru_cache(1_000)
def _own_names(names: tuple[str, ...]) -> Mapping[str, str]:
    # Jinja calls them l_1_name.
    return {name.split("_", 2)[2]: name for name in names}


class WithKnownTexts(CodeGenerator):
    """Makes templates escape with `escaped`, since Jinja's own way copies every text twice.

    What they call is called at once: nothing here asks for the context that Jinja would offer.
    """

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        """Write the module of a template, and what it escapes with."""
        super().visit_Template(node, frame)
        self.writeline(f"from {__name__} import as_html, by_name, escaped_text, plain")
        self.writeline(f"from {__name__} import {escaped.__name__} as escape")

    # Half of what is shown is HTML already, and goes without a call.
    def _output_child_pre(self, *_: object) -> None:
        self.write("(told if (told := ")

    def _output_child_post(self, *_: object) -> None:
        self.write(
            ").__class__ is Markup else escaped_text(told) if told.__class__ is str"
            " else escape(told))"
        )

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - as Jinja calls it
        """Give what a macro wrote, as HTML."""
        self.writeline(f"return as_html(concat({frame.buffer}))")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Write a macro, as a plain function where it asks for nothing that a call only implies."""
        if macro_ref.accesses_caller or macro_ref.accesses_kwargs or macro_ref.accesses_varargs:
            super().macro_def(macro_ref, frame)
        else:
            self.write("plain(macro)")

    def visit_Name(self, node: nodes.Name, frame: Frame) -> None:  # noqa: N802
        """Write a name; what every template has is not asked for whether it is there."""
        if node.ctx == "load" and node.name in {"view", "marks", "_"}:
            self.write(frame.symbols.ref(node.name))
        else:
            super().visit_Name(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """Write what is read of a view; a dictionary gives the value of the key."""
        inner, attribute = node.node, node.attr
        if isinstance(inner, nodes.Name) and inner.name == "marks":
            self.visit(inner, frame)
            self.write(f"[{attribute!r}]")
            return
        if iskeyword(attribute) or (not isinstance(inner, nodes.Name) and hasattr(dict, attribute)):
            super().visit_Getattr(node, frame)
            return
        self.write(f"(read[{attribute!r}] if (read := ")
        self.visit(inner, frame)
        self.write(f").__class__ is dict else read.{attribute})")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802
        """Write what stands at a key; each shape is drawn when it is asked for."""
        if not isinstance(node.node, nodes.Name) or node.node.name != "marks":
            super().visit_Getitem(node, frame)
            return
        self.visit(node.node, frame)
        self.write("[")
        self.visit(node.arg, frame)
        self.write("]")

    def visit_Call(  # noqa: N802
        self,
        node: nodes.Call,
        frame: Frame,
        forward_caller: bool = False,  # noqa: FBT001, FBT002 - as Jinja calls it
    ) -> None:
        """Write a call."""
        if node.dyn_args or node.dyn_kwargs or any(iskeyword(one.key) for one in node.kwargs):
            super().visit_Call(node, frame, forward_caller)
            return
        self.write("by_name(" if node.kwargs else "")
        self.visit(node.node, frame)
        self.write(")(" if node.kwargs else "(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        if forward_caller:
            self.write("caller=caller, ")
        self.write(")")
