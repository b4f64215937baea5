"""How much each part of the value of a gap counts, as a team sets it in rules.yml."""

from pydantic import Field

from journeybook.schema.fields import Number, Written
from journeybook.wording import marked


class Weights(Written):
    """What decides the order of gaps: the points of each part of their value."""

    high: Number = Field(60, description=marked("A gap of high severity."))
    medium: Number = Field(30, description=marked("A gap of medium severity."))
    low: Number = Field(10, description=marked("A gap of low severity."))
    importance: Number = Field(
        3,
        description=marked(
            "Each mark of importance: that of the statement itself, else that of the "
            "touchpoint it names or shares content or a channel with."
        ),
    )
    neutral: Number = Field(
        3, description=marked("The mark that counts where nobody said how important it is.")
    )
    moment_of_truth: Number = Field(
        20,
        description=marked(
            "That touchpoint is a moment of truth: a customer is won or lost there."
        ),
    )
    dissatisfaction: Number = Field(
        6, description=marked("Each mark that it satisfies less than 3 of 5, so at most twice.")
    )
    feeling: Number = Field(
        4,
        description=marked(
            "Each degree that it feels bad; where no touchpoint is known, that the whole step does."
        ),
    )
    drop_off: Number = Field(8, description=marked("People leave for it."))
    evidence: Number = Field(
        5, description=marked("Each round of research that shows it, for at most three of them.")
    )
    people: Number = Field(
        0.1,
        description=marked(
            "Each person who took part in that research, for at most fifty of them."
        ),
    )
    assumption: Number = Field(-10, description=marked("No research shows it: an assumption."))
    persona: Number = Field(
        40, description=marked("Each whole `weight` of the heaviest persona above 1, or below.")
    )
    role: Number = Field(
        2,
        description=marked(
            "A persona without a `weight` who decides or buys: no more than a hint."
        ),
    )
    shared: Number = Field(
        5, description=marked("Every other persona with the same gap, for at most three of them.")
    )
    buyer: Number = Field(
        6,
        description=marked(
            "The last phase before the purchase; earlier ones count less, by how far on they are."
        ),
    )
    customer: Number = Field(
        4,
        description=marked(
            "The first phase after the purchase, when customers still may leave; later ones count "
            "less."
        ),
    )
    partly: Number = Field(
        -4, description=marked("An answer is there that does not serve them all the same.")
    )
    place: Number = Field(
        -0.2,
        description=marked(
            "Each place after the first in its list: authors write first what counts."
        ),
    )
    further: Number = Field(
        0.5,
        ge=0,
        le=1,
        description=marked(
            "What each further gap that a fix closes counts, as a part of the one before."
        ),
    )
