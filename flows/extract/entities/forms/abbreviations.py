"""What letters stand for a name: "TAA" for "Tribunal Andino de Aguas", "Sedena", the initials EPV of Eva Paz Vera."""

import re

from flows.nlp.person_names import common_surnames, is_first_name
from flows.text import fold

SMALL_WORDS = re.compile(r"\b(?:de|del|la|las|los|el|y|e|para|por|en|da|do|dos|das)\b")


def abbreviates(short: str, full: str) -> bool:
    """Whether a word may abbreviate a name that it stands beside in brackets.

    >>> abbreviates("Sedena", "Secretaría de la Defensa Nacional"), abbreviates("Pérez", "Partido Popular")
    (True, False)

    It is an acronym in capitals (also of a foreign name), or its letters stand in the full name in this order.
    """
    if " " in short or not 2 <= len(short) <= len(full):
        return False
    if sum(map(str.isupper, short)) >= max(2, len(short) - 1):
        return True
    return spells(short, full)


def spells(short: str, full: str) -> bool:
    """Whether the letters of a word stand in a name in this order.

    >>> spells("TADA", "Tribunal Andino de Aguas"), spells("TADA", "Andino de Aguas")
    (True, False)
    """
    letters = iter(fold(full))
    return all(letter in letters for letter in fold(short))


def initials(form: str) -> set[str]:
    """The first letters of a folded name's words, with and without the small ones: "taa", "tada"."""
    parts = (form.split(), SMALL_WORDS.sub(" ", form).split())
    return {"".join(word[0] for word in words) for words in parts if len(words) > 2}


def is_initials(form: str, full: str) -> bool:
    """Whether it is as "taa" beside "tribunal andino de aguas"."""
    if " " in form or len(form) < 3:
        return False
    return form in initials(full)


def is_initials_of_person(form: str, full: str) -> bool:
    """Whether it is as "epv" beside "eva paz vera", and nobody's name."""
    return is_initials(form, full) and not is_first_name(form) and form not in common_surnames()
