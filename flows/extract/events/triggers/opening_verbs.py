"""The verb that a headline opens with, which a tagger may take for a noun or name: "Condena Perú el pacto"."""

from spacy.tokens import Token

from flows.extract.events.lexicon import lemma_forms
from flows.extract.events.syntax import ARTICLES
from flows.extract.events.triggers.capitals import is_in_capitals

IMPERSONAL = ("ar", "er", "ir", "ando", "iendo", "ado", "ido", "ada", "ida", "ados", "idos", "adas", "idas")
"""Ends of forms that tell of nobody's deed by themselves: infinitives, gerunds, participles."""


def opens_sentence(word: Token) -> bool:
    """Whether a word may be a finite verb of the lexicon and is the first of its sentence."""
    is_capital = word.is_title or is_in_capitals(word)
    if not is_capital or ("verb", word.lower_) not in lemma_forms() or word.lower_.endswith(IMPERSONAL):
        return False
    return all(before.is_punct or before.is_space for before in word.doc[word.sent.start : word.i])


def is_before_name(word: Token) -> bool:
    """Whether a noun is a headline's verb, by the name that follows it: "Condena Perú el pacto", not "Marcha Mundial".

    Behind the name stands a word in lower case that is no preposition of it: not "Firma Ana Gil, de Lima".
    """
    if not opens_sentence(word):
        return False
    first = place = after_article(word)
    while place < word.sent.end and (word.doc[place].is_title or word.doc[place].is_upper):
        place += 1
    behind = word.doc[place] if place < word.sent.end else None
    return place > first and behind is not None and behind.is_alpha and behind.lower_ not in ("de", "del", "en")


def after_article(word: Token) -> int:
    """The place behind a word and the article that may follow it: that of "ONU" in "Condena la ONU el pacto"."""
    place = word.i + 1
    return place + 1 if place < word.sent.end and word.doc[place].lower_ in ARTICLES else place
