"""Whom an interview is with: the person whom its head names, above the first question."""

import re
from collections import Counter

from flows.extract.quotes.speakers.names_in_article import NamesInArticle

BYLINE = re.compile(r"(?:^|\n)[Pp]or:? $")
"""What stands before the name of whoever asks."""
HEADLINE_COLON = re.compile(r"\s*:")
BYLINE_REACH = 6


def interviewee(names: NamesInArticle, stop: int) -> str | None:
    """Find the only person named before the first question, or who is named most, or who speaks in the headline.

    None where it may be two: 'Ana Ruiz: "No me voy"' tells her from all others.
    """
    text = names.text
    persons = [mention for mention in names.within(0, stop) if mention.mention_type == "PER"]
    persons = [m for m in persons if not BYLINE.search(text, max(0, m.char_start - BYLINE_REACH), m.char_start)]
    if persons and persons[0].char_start == 0 and HEADLINE_COLON.match(text, persons[0].char_end):
        return persons[0].entity_id
    most = Counter(mention.entity_id for mention in persons).most_common(2)
    is_clear = len(most) == 1 or (len(most) == 2 and most[0][1] > most[1][1])
    return most[0][0] if is_clear else None
