"""How statements fare in whose files nobody wrote: what else changed answers them, or no longer."""

from collections.abc import Iterator

from journeybook.compare.acts.about import about_statement
from journeybook.compare.acts.support import support_changes
from journeybook.compare.change import Change
from journeybook.compare.pair import Pair
from journeybook.findings import Ref
from journeybook.handbook.statements import Entity


def statement_effects(pair: Pair) -> Iterator[Change]:
    """Tell how statements fare that are in both states and can be read."""
    owners: dict[Ref, Entity] = {
        one.ref: step for _, step in pair.after.all_steps for one in step.statements
    }
    for persona in pair.after.personas.values():
        owners.update((one.ref, persona) for one in (*persona.goals, *persona.pains))
    olds = {one.ref: one for one in pair.statements[0].values()}
    news = {one.ref: one for one in pair.statements[1].values()}
    for old, new in pair.matches.statements.items():
        before, after = olds.get(old), news.get(new)
        if before is None or after is None:
            continue
        if before.span.path not in pair.unread[0] and after.span.path not in pair.unread[1]:
            about = about_statement(after, owners[new])
            yield from support_changes(about, before, after, pair)
