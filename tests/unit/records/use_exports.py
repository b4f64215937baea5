"""Exports of use in the shapes of four tools, made small."""

from io import BytesIO

import xlsxwriter

from tests.unit.records.exports import zipped

ANALYTICS = (
    "\ufeff# ----------------------------------------\n# Pagina's en schermen\n# Account: Noord\n"
    "# Begindatum: 20260901\n# Einddatum: 20261130\n# ----------------------------------------\n\n"
    "Paginapad en schermklasse,Weergaven,Actieve gebruikers,Belangrijke gebeurtenissen\n"
    "/prijzen/,1204,980,14\n/oud,30,20,0\n(not set),12,3,0\n/elders,7,7,0\n,1253,1010,14\n\n"
    "# Datumbereik\nDag,Weergaven\n0001,40\n"
)
SEARCH_PAGES = (
    "Populairste pagina's;Klikken;Vertoningen;CTR;Positie\n"
    "https://www.noord.example/prijzen;1.310;52.004;2,5 %;8,3\n"
    "https://noord.example/prijzen/?utm_source=mail;10;100;10 %;1,0\n"
)
SEARCH_QUERIES = (
    "Populairste zoekopdrachten;Klikken;Vertoningen;CTR;Positie\n"
    "wat kost warmtepomp;812;9.020;9 %;2,1\nnoord warmtepompen;400;410;97 %;1,0\n"
    "geluid warmtepomp buren;95;4.000;2,3 %;6,0\n"
)
SEARCH_DAYS = "Datum;Klikken;Vertoningen;CTR;Positie\n2026-09-01;1;9;;4,0\n2026-11-25;3;9;;4,0\n"
GERMAN_PAGES = (
    "Häufigste Seiten;Klicks;Impressionen;CTR;Position\nhttps://noord.example/a;5;60;8,3 %;5,0\n"
)
MATOMO = (
    "label,nb_visits,nb_hits,sum_time_spent,Metadata: url\n"
    "/prijzen,310,402,9000,https://noord.example/prijzen\n"
)
PLAUSIBLE = (
    '"date","hostname","page","visits","visitors","pageviews"\n'
    '"2026-10-01","noord.example","/prijzen",4,3,9\n'
    '"2026-10-02","noord.example","/prijzen",1,1,2\n'
)


def search_console() -> bytes:
    return zipped(
        {
            "Zoekopdrachten.csv": SEARCH_QUERIES,
            "Pagina's.csv": SEARCH_PAGES,
            "Landen.csv": "Land;Klikken;Vertoningen\nNederland;9;9\n",
            "Datums.csv": SEARCH_DAYS,
            "Filters.csv": "Filter;Waarde\nZoektype;Web\n",
        }
    )


def search_workbook() -> bytes:
    made = BytesIO()
    with xlsxwriter.Workbook(made) as book:
        for name, rows in (
            ("Chart", [["Date", "Clicks"], ["2026-10-01", 3], ["2026-10-31", 4]]),
            ("Queries", [["Top queries", "Clicks", "Impressions", "CTR", "Position"]]),
            ("Pages", [["Top pages", "Clicks", "CTR"], ["https://noord.example/prijzen", 7, 0.1]]),
        ):
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
    return made.getvalue()
