"""How a phrase is written: like a name, in small letters, in one word, as a title."""

from flows.extract.scanner import Found
from flows.extract.times.guards.context import Context, Guard


def one_word(context: Context, found: Found) -> bool:
    """Without a space."""
    return len(context.text[found.start : found.end].split()) == 1


def named(context: Context, found: Found) -> bool:
    """A day written like a name: "en Acción de Gracias", not "fue una acción de gracias"."""
    return context.words[found.first].text[:1].isupper()


def lower_case(context: Context, found: Found) -> bool:
    """In small letters, unlike a name or the start of a sentence."""
    return context.words[found.last - 1].text.islower()


def no_title(context: Context, found: Found) -> bool:
    """Not "el programa Hoy": a capital right after a word in small letters."""
    before = context.words[found.first - 1].text if found.first else ""
    return not (context.words[found.first].text.istitle() and before.isalpha() and before.islower())


def stands_in_marks(context: Context, found: Found) -> bool:
    """Say whether it is a name in marks: the newspaper "Hoy", the film «Octubre»."""
    if found.last - found.first != 1 or not 0 < found.first < len(context.words) - 1:
        return False
    opening, word, closing = context.words[found.first - 1 : found.last + 1]
    return word.text.istitle() and opening.text in "\"“«‘'" and closing.text in "\"”»’'" and opening.end == word.start


GUARDS: tuple[Guard, ...] = (one_word, named, lower_case, no_title)
"""What rules call by these functions' names."""
