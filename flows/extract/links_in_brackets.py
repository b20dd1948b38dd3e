"""Links to other articles that stand in brackets within a line: "Habló.*(Lea también: El túnel abre)* Hoy calla"."""

import re
from collections.abc import Iterator

LABELS = (
    "lea|le|lo|los|la|te|vea|ver|mire|puede|además|también|más|sobre|en|conozca|siga|entérese|consulte|contexto|noticia"
)
"""What the label of a link begins with."""
LINK = re.compile(rf"\((?:{LABELS})\b[^():\n\"“”«»]{{0,50}}:[^()\n]{{8,220}}\)\.?", re.IGNORECASE)
"""The label of a link has no marks; "(en la carta dice: «No»)" has what somebody says after it."""
SAID = re.compile(r":\s*[\"“«]")


def bracketed_links(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Find the links of a line, brackets included.

    >>> text = "Habló ayer.(Lea también: El túnel abre en mayo) Hoy calla."
    >>> [text[first:stop] for first, stop in bracketed_links(text, 0, len(text))]
    ['(Lea también: El túnel abre en mayo)']
    """
    for link in LINK.finditer(text, start, end):
        if SAID.search(link.group()) is None:
            yield link.span()
