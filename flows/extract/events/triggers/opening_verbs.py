"""The verb that a headline opens with, which a tagger may take for a noun or name: "Condena Perú el pacto"."""

from spacy.tokens import Token

from flows.extract.events.lexicon import lemma_forms

IMPERSONAL = ("ar", "er", "ir", "ando", "iendo", "ado", "ido", "ada", "ida", "ados", "idos", "adas", "idas")
"""Ends of forms that tell of nobody's deed by themselves: infinitives, gerunds, participles."""


def opens_sentence(word: Token) -> bool:
    """Whether a word may be a finite verb of the lexicon and is the first of its sentence."""
    if not word.is_title or ("verb", word.lower_) not in lemma_forms() or word.lower_.endswith(IMPERSONAL):
        return False
    return all(before.is_punct or before.is_space for before in word.doc[word.sent.start : word.i])


def is_before_name(word: Token) -> bool:
    """Whether a noun is a headline's verb, by the name that follows it: "Condena Perú el pacto", not "Marcha Mundial".

    Behind the name stands a word in lower case that is no preposition of it: not "Firma Ana Gil, de Lima".
    """
    if not opens_sentence(word):
        return False
    place = word.i + 1
    while place < word.sent.end and word.doc[place].is_title:
        place += 1
    behind = word.doc[place] if place < word.sent.end else None
    return place > word.i + 1 and behind is not None and behind.is_alpha and behind.lower_ not in ("de", "del", "en")
