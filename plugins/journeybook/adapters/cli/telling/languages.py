"""`journeybook languages`: what the interface speaks, and how complete each language is."""

from journeybook.adapters.cli.shared.output import say
from journeybook.adapters.cli.shared.spoken import command
from journeybook.adapters.disk.resources import shipped
from journeybook.wording import Wording, read_wording, share_translated


@command()
def languages() -> None:
    """Tell which languages the interface speaks, and how much of it in each."""
    catalogues = shipped().catalogues
    wordings = {code: read_wording(code, catalogues.get(code, ())) for code in shipped().spoken}
    english = Wording()
    for code, wording in wordings.items():
        share = share_translated(wording, wordings.values())
        say(f"{code}  {english.language_name(code)}: {english.percent(share)}")
