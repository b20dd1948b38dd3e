"""What is no noun for a time, but qualifies another: "el pasado proceso", "la presente ley"."""

from flows.extract.scanner import Found
from flows.extract.times.guards.context import Context, Guard


def plain_noun(context: Context, found: Found) -> bool:
    """No adjective of what follows ("el pasado proceso"), and not written like a name."""
    token = context.following(found)
    if context.words[found.first].text[:1].isupper():
        return False
    return token is None or token.pos_ not in {"NOUN", "ADJ", "PROPN", "NUM"}


def present(context: Context, found: Found) -> bool:
    """Words for now, each in its own phrase: "de momento", "hasta la fecha", "en el presente", "en la actualidad"."""
    word, before, determiner = context.word(found.first), context.word(found.first - 2), context.word(found.first - 1)
    if not plain_noun(context, found):
        return False
    if word in {"momento", "instante"}:
        alone = determiner == "de" and before in {",", ".", "y", "", "—"}
        return alone or (before in {"hasta", "por"} and determiner == "el")
    if word == "fecha":
        return before in {"hasta", "a"} and determiner == "la"
    if word == "presente":
        return before == "en" and determiner == "el"
    return before == "en" and determiner == "la"


GUARDS: tuple[Guard, ...] = (plain_noun, present)
"""What rules call by these functions' names."""
