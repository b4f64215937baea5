"""Exports of use that cannot be read, or that tell of content the handbook does not know."""

from journeybook.findings import Mistake
from journeybook.rules.engine.rule import Words, warning
from journeybook.sources.records.words import UNREAD
from journeybook.wording import marked

_UNREAD = {
    **UNREAD,
    "missing": (
        marked("there is no '{file}' to read use from"),
        marked("write where it lies as seen from the folder of the handbook"),
    ),
    "cells": (
        marked("rows of '{file}' without figures: {number}, first row {row}: '{text}'"),
        marked("export it again, or correct the rows"),
    ),
}


@warning
def unread_use(mistake: Mistake) -> Words:
    """Export of use that cannot be read.

    An export under `use` in `inventory.yml` is not there, does not say which time it tells of, or
    has no column with an address or with figures; or some of its rows hold no figures.

    What was used looks as if nobody had counted it.

    Do what the message says. An export of one month, or of the last three, is enough to begin with.
    """
    return _UNREAD[mistake.values["what"]]


@warning
def use_without_content(mistake: Mistake) -> Words:
    """Used, and not in the handbook.

    An export of use tells of addresses at which no content of the handbook stands, or stood. It is
    told once for the export, with the addresses that are used most.

    What people use most may be missing from every matrix, and nobody asks whom it serves.

    Add the content, or its `url`; name an address where it stood before under `old_addresses`.
    Where addresses begin with a `/`, `base` says on which host they are.
    """
    message = marked("{source} tells of {number} addresses without content: {most}")
    if mistake.values["number"] == "1":
        message = marked("{source} tells of an address without content: {most}")
    return message, marked(
        "add the content, its url or its old_addresses, or the base of the export"
    )


@warning
def same_old_address(mistake: Mistake) -> Words:
    """Old address of other content.

    An address under `old_addresses` is that of other content, now or before.

    Figures of use and rows of inventories that name the address could mean either; they are taken
    for the other.

    Leave the address with the content to which it leads today.
    """
    message = marked("'{address}' is an address of “{other}” too")
    return message, marked("leave it with the content to which it leads today")
