"""Views placed on pages that cannot be shown."""

from journeybook.findings import Mistake
from journeybook.rules.engine.references import way_out
from journeybook.rules.engine.rule import Words, warning
from journeybook.wording import marked


@warning
def unknown_view(mistake: Mistake) -> Words:
    """Unknown view.

    A page asks for a view that Journeybook does not have, as in `<!-- journeybook/mpa -->`.

    Where the view should stand, the page stays empty.

    Correct the name. The views are map, curve, flow, scores, questions, touchpoints, gaps and
    matrix.
    """
    return marked("unknown view '{reference}'"), way_out(mistake)


@warning
def unknown_view_key(mistake: Mistake) -> Words:
    """Unknown key of a view.

    A view that is placed in a page is given a key that it does not understand, as in `<!--
    journeybook/gaps fase=purchase -->`.

    The view is shown without it, so it shows more than was asked for.

    Correct the key: `journey`, and for lists also `persona` and `phase`.
    """
    return marked("this view does not understand '{reference}'"), way_out(mistake)
