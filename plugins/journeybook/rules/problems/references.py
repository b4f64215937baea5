"""Names that nothing has, or that several have."""

from journeybook.findings import Mistake
from journeybook.rules.engine.rule import Words, did_you_mean, error, warning, way_out
from journeybook.wording import marked

_KNOWN_OR_ADDED = marked("known here: {known}; or add your word to the vocabulary")


@error
def unknown_action(mistake: Mistake) -> Words:
    """Unknown action.

    A file names an action that no file in `actions/` describes.

    What seems to be dealt with is then not: nobody knows who does what, and by when.

    Correct the name, or describe the action in a file of its own. The file's name, its title and
    its `aliases` are all understood.
    """
    return marked("unknown action '{reference}'"), way_out(mistake)


@error
def unknown_asset(mistake: Mistake) -> Words:
    """Unknown asset.

    A file names a piece of content that no file in `assets/` describes.

    The map would promise content that nobody can find, so the reference is left out.

    Correct the name, or describe the asset in a file of its own. The file's name, its title and its
    `aliases` are all understood.
    """
    return marked("unknown asset '{reference}'"), way_out(mistake)


@warning
def unknown_asset_type(mistake: Mistake) -> Words:
    """Unknown type of content.

    An asset, what a phase expects, what a persona likes or a question of the vocabulary names no
    known type.

    Content without a known type counts for no expectation of a phase, and never becomes stale.

    Correct the word, or add the type to `vocabulary` in `site_config/journeybook.yml`, with its
    other names under `aliases`.
    """
    return marked("unknown type of content '{reference}'"), did_you_mean(mistake, _KNOWN_OR_ADDED)


@error
def unknown_channel(mistake: Mistake) -> Words:
    """Unknown channel.

    A file names a channel that no file in `channels/` describes.

    Without the channel the touchpoint or asset is missing from the channel matrix, and nobody sees
    whether anything is offered there.

    Correct the name, or describe the channel in a file of its own. The file's name, its title and
    its `aliases` are all understood.
    """
    return marked("unknown channel '{reference}'"), way_out(mistake)


@warning
def unknown_emotion(mistake: Mistake) -> Words:
    """Unknown word for a feeling.

    A step names a feeling that is not in the vocabulary, without a score.

    Without a score the feeling is missing from the emotion curve.

    Write a `score` from -2 to 2 beside the word, or add the word to `vocabulary` in
    `site_config/journeybook.yml`.
    """
    return marked("unknown feeling '{reference}'"), did_you_mean(
        mistake, marked("write a score from -2 to 2 beside it, or add the word to the vocabulary")
    )


@error
def unknown_journey(mistake: Mistake) -> Words:
    """Unknown journey.

    An action names a journey that has no folder in `journeys/`.

    The improvement is then missing from the journey it is meant for.

    Correct the name. The folder's name, the journey's title and its `aliases` are all understood.
    """
    return marked("unknown journey '{reference}'"), way_out(mistake)


@error
def unknown_persona(mistake: Mistake) -> Words:
    """Unknown persona.

    A file names a persona that no file in `personas/` describes.

    Content or a journey that is nobody's counts nowhere.

    Correct the name, or describe the persona in a file of its own. The file's name, its title and
    its `aliases` are all understood, in any case and as a plural.
    """
    return marked("unknown persona '{reference}'"), way_out(mistake)


@error
def unknown_phase(mistake: Mistake) -> Words:
    """Unknown phase.

    A file names a phase that no file in `phases/` describes.

    What belongs to the phase is then missing from the map, the matrix and the reports.

    Correct the name, or describe the phase in a file of its own. The file's name, its title and its
    `aliases` are all understood.
    """
    return marked("unknown phase '{reference}'"), way_out(mistake)


@error
def unknown_question(mistake: Mistake) -> Words:
    """Unknown question.

    An asset says that it answers a question that nobody asks.

    The question it was meant for stays open, and the asset seems to serve nothing.

    Write the id of the question, or the question itself in the same words. Where two questions
    share an id, write `journey/step#question`.
    """
    return marked("unknown question '{reference}'"), way_out(mistake)


@error
def unknown_research(mistake: Mistake) -> Words:
    """Unknown research.

    A statement gives research as its evidence that no file in `research/` describes.

    The statement then counts as an assumption, since nobody can look up where it comes from.

    Correct the name, or describe the research in a file of its own, with its method and its date.
    """
    return marked("unknown research '{reference}'"), way_out(mistake)


@error
def unknown_statement(mistake: Mistake) -> Words:
    """Unknown statement.

    Research names a statement under `supports`, `contradicts` or at a quote that no persona and no
    step has.

    What it shows is then told nowhere, and the statement it means stays as weak as it was.

    Write the statement word by word, or its id, such as `journey/step#needs.name`; a touchpoint's
    own `id` is the end of its id.
    """
    return marked("unknown statement '{reference}'"), way_out(mistake)


@warning
def unknown_status(mistake: Mistake) -> Words:
    """Unknown status.

    An asset has a status that is not in the vocabulary.

    It then counts as an idea, whatever day of publication stands beside it, which may be wrong.

    Write one of idea, planned, draft, review, published and retired, or add your own word to
    `vocabulary` in `site_config/journeybook.yml`.
    """
    return marked("unknown status '{reference}'"), did_you_mean(mistake, _KNOWN_OR_ADDED)


@error
def unknown_expectation(mistake: Mistake) -> Words:
    """Unknown expectation.

    An action names an expectation that no step has.

    What it is meant to meet is then told as met by nothing.

    Write the expectation as it stands in the step, or give it an `id` and write that.
    """
    return marked("unknown expectation '{reference}'"), way_out(mistake)


@error
def unknown_touchpoint(mistake: Mistake) -> Words:
    """Unknown touchpoint.

    An action, an expectation or a countermeasure names a touchpoint that no step has.

    The improvement, or what helps, is then missing from the map.

    Write the title of the touchpoint as it stands in the step, or give the touchpoint an `id` and
    write that.
    """
    return marked("unknown touchpoint '{reference}'"), way_out(mistake)
