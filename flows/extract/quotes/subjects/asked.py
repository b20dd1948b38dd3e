"""Participles of whom somebody asks, at the head of a sentence: "*Consultada* por la prensa, dijo"."""

ASKED = frozenset(["preguntad", "consultad", "cuestionad", "interrogad", "interpelad", "entrevistad", "requerid"])
"""Without their ending."""
GENDERS = {"a": "f", "o": "m"}


def is_asked(word: str) -> bool:
    """Tell such a participle, which the tagger often takes for a name.

    >>> is_asked("cuestionada"), is_asked("cuestión")
    (True, False)
    """
    return word.removesuffix("s")[:-1] in ASKED


def gender_of_asked(word: str) -> str | None:
    """Tell the gender of one who is asked; None of another word, and of several.

    >>> gender_of_asked("consultada"), gender_of_asked("consultados")
    ('f', None)
    """
    return GENDERS.get(word[-1:]) if is_asked(word) else None
