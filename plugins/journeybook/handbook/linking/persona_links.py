"""Personas, linked: what a persona inherits by `extends`, and the channels it looks at."""

from collections.abc import Container, Mapping
from dataclasses import replace

from journeybook.codes import Code
from journeybook.handbook.entities import Persona, RankedChannels
from journeybook.handbook.linking.linker import Linker
from journeybook.handbook.linking.pictures import picture_beside
from journeybook.handbook.linking.statements import StatementMaker, common
from journeybook.handbook.statements import Lane, Statement
from journeybook.schema import Kind
from journeybook.schema import persona as written
from journeybook.schema.told import told_keys
from journeybook.sources.document import Document
from journeybook.sources.yaml.nodes import Tree

RANKS = ("primary", "secondary", "tertiary")
_ATTRIBUTES = {"role": "roles"}
_INHERITED = tuple(
    _ATTRIBUTES.get(key, key) for key, told in told_keys(written.Persona).items() if told.inherited
)

PersonaDocuments = Mapping[str, Document[written.Persona]]


def link_personas(documents: PersonaDocuments, linker: Linker) -> dict[str, Persona]:
    """Link all personas; one that extends another takes from it what it does not say itself."""
    own = {one.id: _own(one, linker) for one in documents.values()}
    circular = _circular(own)
    for identifier in sorted(circular):
        span, circle = documents[identifier].span("extends"), " → ".join(circular[identifier])
        linker.tell(Code.CIRCULAR_EXTENDS, span, persona=identifier, circle=circle)
        own[identifier] = replace(own[identifier], extends=None)
    linked: dict[str, Persona] = {}
    for identifier in own:
        for one in reversed(_line_of(identifier, own, linked)):
            linked[one] = _inheriting(own[one], linked, documents[one].added)
    return {identifier: _without_none(linked[identifier], linker) for identifier in own}


def _own(document: Document[written.Persona], linker: Linker) -> Persona:
    fields = document.fields
    maker = StatementMaker(document.id, (document.id,), document.tree, linker)
    ranked = {
        rank: linker.many(
            Kind.CHANNEL,
            getattr(fields.channels, rank),
            document.tree,
            *_place_of(rank, document.tree),
        )
        for rank in RANKS
    }
    return Persona(
        **common(document),
        roles=fields.role,
        weight=fields.weight,
        segment=fields.segment,
        quote=fields.quote,
        picture=picture_beside(document, fields.picture, linker),
        goals=maker.plain(Lane.GOALS, fields.goals),
        pains=maker.plain(Lane.PAINS, fields.pains),
        channels=RankedChannels(**ranked),
        languages=fields.languages,
        formats=linker.asset_types(fields.formats, document.tree, "formats"),
        phases=linker.everybody_or(Kind.PHASE, fields.phases, document.tree, "phases"),
        extends=linker.one(Kind.PERSONA, fields.extends, document.tree, "extends"),
    )


def _circular(personas: Mapping[str, Persona]) -> dict[str, tuple[str, ...]]:
    # Every persona of a circle, with the way around it; those that lead into one are not in it.
    found: dict[str, tuple[str, ...]] = {}
    done: set[str] = set()
    for identifier in personas:
        path = _line_of(identifier, personas, done)
        done.update(path)
        parent = personas[path[-1]].extends if path else None
        if parent in path:
            circle = path[path.index(parent) :]
            for at, one in enumerate(circle):
                found[one] = (*circle[at:], *circle[:at], one)
    return found


def _line_of(
    identifier: str, personas: Mapping[str, Persona], known: Container[str]
) -> tuple[str, ...]:
    # A persona and those it takes after, up to one that is known or comes again.
    path: dict[str, None] = {}
    one: str | None = identifier
    while one is not None and one not in known and one not in path:
        path[one] = None
        one = personas[one].extends
    return tuple(path)


def _inheriting(persona: Persona, linked: Mapping[str, Persona], added: frozenset[str]) -> Persona:
    if persona.extends is None:
        return persona
    parent = linked[persona.extends]
    taken: dict[str, object] = {}
    for name in _INHERITED:
        mine, theirs = getattr(persona, name), getattr(parent, name)
        if isinstance(theirs, tuple):
            theirs = _handed_down(theirs, parent.id)
        if not mine:
            taken[name] = theirs
        elif name in added or (name == "roles" and "role" in added):
            taken[name] = tuple(dict.fromkeys((*theirs, *mine)))
    channels = _channels(persona.channels, parent.channels, added)
    inherited = tuple(name for name in taken if getattr(parent, name))
    if channels != persona.channels:
        inherited = (*inherited, "channels")
    return replace(persona, **taken, channels=channels, inherited=inherited)  # type: ignore[arg-type]


def _without_none(persona: Persona, linker: Linker) -> Persona:
    # `none` says that there are none, and that none are taken from another persona.
    kept: dict[str, tuple[Statement, ...]] = {}
    for lane in (Lane.GOALS, Lane.PAINS):
        said: tuple[Statement, ...] = getattr(persona, lane.value)
        none = [one for one in said if linker.vocabulary.says_none(one.text)]
        kept[lane.value] = tuple(one for one in said if one not in none)
        for one in none if kept[lane.value] else ():
            if one.inherited_from is None:
                values = {"what": "none-of-one", "text": one.text, "where": lane.value}
                linker.tell(Code.CONTRADICTION, one.span, **values)
    return replace(persona, **kept)  # type: ignore[arg-type]


def _handed_down(values: tuple[object, ...], parent: str) -> tuple[object, ...]:
    return tuple(
        replace(one, inherited_from=parent)
        if isinstance(one, Statement) and not one.inherited_from
        else one
        for one in values
    )


def _place_of(rank: str, tree: Tree) -> tuple[str, ...]:
    # A plain list stands for the first rank, and has no keys inside.
    is_plain = tree.span("channels", rank) == tree.span("channels")
    return ("channels",) if is_plain else ("channels", rank)


def _channels(
    mine: RankedChannels, theirs: RankedChannels, added: frozenset[str]
) -> RankedChannels:
    ranks: dict[str, tuple[str, ...]] = {}
    for rank in RANKS:
        own, inherited = getattr(mine, rank), getattr(theirs, rank)
        if rank in added:
            ranks[rank] = tuple(dict.fromkeys((*inherited, *own)))
        else:
            # A channel the persona ranks itself does not come back at the parent's rank.
            ranks[rank] = own or tuple(one for one in inherited if one not in mine.all)
    return RankedChannels(**ranks)
