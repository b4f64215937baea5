"""Templates that are compiled once in a process, however many environments ask for them."""

from jinja2 import Environment


def remember_compiled_templates() -> None:
    """Compile no template twice that is the same in all that its compiling depends on.

    Jinja keeps none between environments, of which each build has another.
    """
    compile_template = Environment.compile
    compiled: dict[object, object] = {}

    def remembered(
        self: Environment, source: str, name: str | None = None, filename: str | None = None
    ) -> object:
        way = (type(self), self.code_generator_class, self.autoescape, self.undefined)
        cut = (self.trim_blocks, self.lstrip_blocks, *sorted(self.extensions))
        key = (*way, *cut, source, name, filename)
        if key not in compiled:
            compiled[key] = compile_template(self, source, name, filename)
        return compiled[key]

    Environment.compile = remembered  # type: ignore[assignment,method-assign]
