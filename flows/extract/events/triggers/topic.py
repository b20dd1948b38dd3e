"""Whether an article tells of public life at all: a match, a recipe or a diet has attacks and appeals that are none."""

from spacy.tokens import Doc

from flows.extract.events.lexicon import word_class
from flows.extract.events.syntax import words_of

WORDS_PER_MENTION = 100
"""An article of public life names its offices, bodies, votes, crimes or weapons at least once in so many words."""

WORDS_PER_NOTION = 50
"""And names a different one in so many, up to ``NOTIONS``; so a text of a line or two is taken as it is."""

NOTIONS = 3
MANY_NOTIONS = 8
"""So many different ones tell of public life however long the article is."""


def tells_of_public_life(doc: Doc) -> bool:
    """Whether a text is about politics, law, crime or war, by how often it names what belongs to them.

    Event types are those of PLOVER, which codes political interactions only; the words of its types are everybody's
    ("atacar", "pedir", "apoyar"), so an article on football or health would be full of them.
    """
    public = word_class("public_life")
    found = [lemma for lemma, _ in words_of(doc) if lemma in public]
    notions = len(set(found))
    if notions >= MANY_NOTIONS:
        return True
    return len(found) >= len(doc) // WORDS_PER_MENTION and notions >= min(NOTIONS, len(doc) // WORDS_PER_NOTION)
