"""What departments have to agree on, as a table: a line for what each of them says."""

from collections.abc import Iterator

from journeybook.handbook.index.alignment import Difference, Matter
from journeybook.pages.alignment.view import MATTERS
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.table import Column, Table, Value, listed
from journeybook.rules.engine.about import Said
from journeybook.rules.engine.differing import told_differences, view_words


def alignment_table(site: Site) -> Table:
    """Give everything that departments differ in, by persona and phase."""
    say = site.wording.text
    return Table(
        title=say("To agree on"),
        columns=(
            Column(title=say("Persona"), width=24),
            Column(title=say("Phase"), width=18),
            Column(title=say("What differs"), width=20),
            Column(title=say("Statement"), width=44),
            Column(title=say("Department"), width=18),
            Column(title=say("Journey"), width=24),
            Column(title=say("What it says"), width=40),
            Column(title=say("Evidence"), width=30),
        ),
        rows=tuple(
            row
            for persona in site.handbook.personas
            for one, said in told_differences(site.handbook, persona, site.judging.settings)
            for row in _rows(one, said, site)
        ),
    )


def _rows(one: Difference, said: Said, site: Site) -> Iterator[tuple[Value, ...]]:
    book, wording = site.handbook, site.wording
    place = (
        book.personas[one.persona].title,
        book.phases[one.phase].title,
        wording.text(MATTERS[one.matter]),
        said.text,
    )
    for each in one.accounts:
        words = (
            wording.text("known")
            if one.matter is Matter.ONLY_ONE
            else view_words(each, one.matter, book, wording)
        )
        rounds = listed(book.research[name].title for name in each.said.evidence)
        yield (*place, each.department, each.journey.title, words, rounds)
    for department in one.without:
        yield (*place, department, None, wording.text("not known"), None)
