"""Templates as fast as a handbook needs them, whose pages hold hundreds of thousands of texts."""

from functools import lru_cache
from keyword import iskeyword

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

# The same titles, words and classes stand on many pages.
_escape = lru_cache(20_000)(escape)


def escaped(value: object) -> Markup:
    """Escape a value for HTML; what is HTML already stays what it is, and is not copied."""
    # A text that only looks alike is not taken for one: neither HTML for words nor 1 for True.
    if type(value) is Markup:
        return value
    return _escape(value) if type(value) is str else escape(value)


class WithKnownTexts(CodeGenerator):
    """Makes templates escape with `escaped`, since Jinja's own way copies every text twice.

    What they call is called at once: nothing here asks for the context that Jinja would offer.
    """

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        """Write the module of a template, and what it escapes with."""
        super().visit_Template(node, frame)
        self.writeline(f"from {__name__} import {escaped.__name__} as escape")

    # Half of what is shown is HTML already, and goes without a call.
    def _output_child_pre(self, *_: object) -> None:
        self.write("(told if (told := ")

    def _output_child_post(self, *_: object) -> None:
        self.write(").__class__ is Markup else escape(told))")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """Write what is read of a view; a dictionary gives the value of the key."""
        inner, attribute = node.node, node.attr
        if not isinstance(inner, nodes.Name) or inner.name == "marks" or iskeyword(attribute):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(inner, frame)
        self.write(f"[{attribute!r}] if ")
        self.visit(inner, frame)
        self.write(".__class__ is dict else ")
        self.visit(inner, frame)
        self.write(f".{attribute})")

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
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        if forward_caller:
            self.write("caller=caller, ")
        self.write(")")
