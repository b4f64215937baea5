"""Who takes after whom: content for a persona serves those it extends and those that extend it."""

from collections.abc import Iterable, Mapping

from journeybook.handbook.entities import Persona

Kin = Mapping[str, frozenset[str]]
"""Every persona with itself, all that it takes after, and all that take after it."""


def kin_of(personas: Mapping[str, Persona]) -> Kin:
    """Find the kin of every persona; circles were cut when the personas were linked."""
    kin = {persona: {persona} for persona in personas}
    for persona in personas:
        for parent in ancestors(persona, personas):
            kin[persona].add(parent)
            kin[parent].add(persona)
    return {persona: frozenset(related) for persona, related in kin.items()}


def ancestors(persona: str, personas: Mapping[str, Persona]) -> Iterable[str]:
    """Give what a persona extends, the nearest first."""
    parent = personas[persona].extends
    while parent is not None:
        yield parent
        parent = personas[parent].extends
