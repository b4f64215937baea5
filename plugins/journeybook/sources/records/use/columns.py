"""What the columns of exports of use hold, by the headings of four tools in four languages."""

from collections.abc import Iterable, Mapping
from functools import cache

from journeybook.sources.records.record import plain_name

FIGURES = ("views", "visits", "visitors", "clicks", "impressions", "conversions")
"""What is counted of an address."""

_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "address": (
        *("metadata: url", "page location", "full page url", "url", "page url", "adres", "address"),
        *("page path and screen class", "page path + query string and screen class"),
        *("page path + query string", "page path", "landing page + query string", "landing page"),
        *("top pages", "top target pages", "page", "pages", "entry page", "hostname and path"),
        *("paginapad en schermklasse", "paginapad", "landingspagina", "bestemmingspagina"),
        *("populairste pagina's", "toppagina's", "pagina", "pagina's", "pagina-url"),
        *("häufigste seiten", "seitenpfad und bildschirmklasse", "landingpage", "seite", "seiten"),
        *("pages les plus populaires", "chemin de la page et classe de l'écran"),
        *("label", "name"),
    ),
    "query": (
        *("top queries", "query", "queries", "search query", "search term", "keyword"),
        *("populairste zoekopdrachten", "zoekopdracht", "zoekopdrachten", "zoekterm", "zoekwoord"),
        *("häufigste suchanfragen", "suchanfrage", "suchanfragen", "requêtes les plus fréquentes"),
    ),
    "month": (
        *("month", "year month", "date", "day", "maand", "jaar/maand", "datum", "dag"),
        *("monat", "jahr/monat", "tag", "mois", "jour"),
    ),
    "views": (
        *("views", "page views", "pageviews", "screen page views", "nb_hits", "hits"),
        *("weergaven", "paginaweergaven", "aufrufe", "seitenaufrufe", "seitenansichten", "vues"),
    ),
    "visits": (
        *("sessions", "visits", "nb_visits", "unique pageviews", "sessies", "bezoeken"),
        *("unieke paginaweergaven", "sitzungen", "besuche", "eindeutige seitenansichten"),
    ),
    "visitors": (
        *("active users", "total users", "users", "visitors", "unique visitors"),
        *("nb_uniq_visitors", "sum_daily_nb_uniq_visitors", "actieve gebruikers"),
        *("totaal aantal gebruikers", "gebruikers", "bezoekers", "unieke bezoekers"),
        *("aktive nutzer", "nutzer insgesamt", "nutzer", "besucher", "utilisateurs actifs"),
    ),
    "clicks": ("clicks", "klikken", "klicks", "clics"),
    "impressions": ("impressions", "vertoningen", "impressionen"),
    "conversions": (
        *("key events", "conversions", "goals", "goal conversions", "nb_conversions"),
        *("belangrijke gebeurtenissen", "hoofdgebeurtenissen", "conversies", "doelconversies"),
        *("schlüsselereignisse", "wichtige ereignisse", "événements clés"),
    ),
}
"""By what a column holds, its headings, the surest first."""

_VAGUE = frozenset(("label", "name"))
NAMES = frozenset(name for names in _HEADINGS.values() for name in names)


def columns_of(headers: Iterable[str], given: Mapping[str, str]) -> Mapping[str, str]:
    """Give the heading of each column that is known, or `given`, by what it holds."""
    plain: dict[str, str] = {}
    for header in headers:
        plain.setdefault(plain_name(header), header)
    found: dict[str, str] = {}
    for key, names in _plain_headings().items():
        wanted = (plain_name(given[key]),) if key in given else names
        heading = next((plain[name] for name in wanted if name in plain), None)
        if heading is not None and heading not in found.values():
            found[key] = heading
    return found


def tells_use(headers: Iterable[str]) -> bool:
    """Tell whether columns hold figures of addresses, or of what was searched for.

    Those of two times beside each other are such figures as well.
    """
    every = tuple(headers)
    found = columns_of(every, {})
    figures = {name for key in FIGURES for name in _plain_headings()[key]}
    compared = sum(plain_name(one.rpartition(" ")[2]) in figures and " - " in one for one in every)
    return is_about_use(found) or (bool(found.keys() & {"address", "query"}) and compared > 1)


def is_about_use(columns: Mapping[str, str]) -> bool:
    """Tell the same of columns that are known."""
    is_about = "address" in columns or "query" in columns
    return is_about and any(key in columns for key in FIGURES)


def is_vague(heading: str) -> bool:
    """Tell whether a heading says that something is called by it, and not what."""
    return plain_name(heading) in _VAGUE


@cache
def _plain_headings() -> Mapping[str, tuple[str, ...]]:
    return {key: tuple(map(plain_name, names)) for key, names in _HEADINGS.items()}
