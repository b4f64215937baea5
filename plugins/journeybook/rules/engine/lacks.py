"""The lacks of content in words: their names, and why each is one."""

from collections.abc import Iterable, Mapping

from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Asset
from journeybook.handbook.fitting.fit import Lack
from journeybook.handbook.fitting.freshness import fresh_until
from journeybook.wording import Wording, marked

NAMES: Mapping[Lack, str] = {
    Lack.OTHER_PERSONA: marked("made for others"),
    Lack.OTHER_PHASE: marked("meant for another phase"),
    Lack.UNREACHABLE: marked("out of reach"),
    Lack.OTHER_LANGUAGE: marked("in another language"),
    Lack.GATED_OFF: marked("behind an unwelcome form"),
    Lack.STALE: marked("out of date"),
    Lack.OVERDUE_REVIEW: marked("overdue for review"),
    Lack.NOT_YET: marked("not out yet"),
}

_REASONS: Mapping[Lack, str] = {
    Lack.OTHER_PERSONA: marked("it is made for {personas}"),
    Lack.OTHER_PHASE: marked("it is meant for the phase {phases}"),
    Lack.UNREACHABLE: marked("it stands on {channels}, where they do not meet us then"),
    Lack.OTHER_LANGUAGE: marked("it is in {language}"),
    Lack.GATED_OFF: marked("it asks for an address where that drives people off"),
    Lack.STALE: marked("it should have been looked at by {day}"),
    Lack.OVERDUE_REVIEW: marked("it should have been looked at by {day}"),
    Lack.NOT_YET: marked("it comes out on {day}"),
}


def lack_names(lacks: Iterable[Lack], wording: Wording) -> str:
    """Name some lacks, such as `made for others, out of reach`."""
    return ", ".join(wording.text(NAMES[lack]) for lack in lacks)


def lack_reasons(lacks: Iterable[Lack], asset: Asset, book: Handbook, wording: Wording) -> str:
    """Say why each of some lacks is one, as the end of a sentence about the asset."""
    return wording.both(_reason(lack, asset, book, wording) for lack in lacks)


def _reason(lack: Lack, asset: Asset, book: Handbook, wording: Wording) -> str:
    values: dict[str, str] = {}
    both, stated = wording.both, asset.stated
    match lack:
        case Lack.OTHER_PERSONA:
            values["personas"] = both(book.personas[one].title for one in stated.personas)
        case Lack.OTHER_PHASE:
            values["phases"] = both(book.phases[one].title for one in stated.phases)
        case Lack.UNREACHABLE:
            values["channels"] = both(book.channels[one].title for one in stated.channels)
        case Lack.OTHER_LANGUAGE:
            values["language"] = wording.language_name(asset.language or "")
        case Lack.STALE | Lack.OVERDUE_REVIEW:
            values["day"] = wording.day(fresh_until(asset, book.vocabulary) or book.today)
        case Lack.NOT_YET:
            values["day"] = wording.day(asset.published or book.today)
    return wording.text(_REASONS[lack], **values)
