"""What stands in a cell of a table, as its reader sees it, whatever kind it is of."""

import re
from datetime import date

# In any language: #N/A, #N/B, #NV, #REF!, #VERW!, #NAME?, #DIV/0!
_ERROR = re.compile(r"#(?:N/[A-Z]|NV|[^\W\d_]{2,12}(?:/0)?[!?])")


def cell_text(cell: object) -> str:
    """Write a cell as a text: a whole number without its comma, a day without the hour."""
    match cell:
        case str():
            return cell.strip()
        case None:
            return ""
        case bool():
            return str(cell).lower()
        case float() if cell.is_integer():
            return str(int(cell))
        case date():
            return str(cell).removesuffix(" 00:00:00")
        case _:
            return str(cell)


def on_one_line(cell: object) -> str:
    """Write a cell without the breaks it has."""
    return " ".join(cell_text(cell).replace("\ufeff", "").split())


def with_lines(cell: object) -> str:
    """Write a cell with the lines it has."""
    lines = cell_text(cell).replace("\ufeff", "").replace("\r\n", "\n").split("\n")
    return "\n".join(" ".join(line.split()) for line in lines).strip()


def is_error(text: str) -> bool:
    """Tell whether a text is what a program writes for a formula that failed, and says nothing."""
    return _ERROR.fullmatch(text) is not None
