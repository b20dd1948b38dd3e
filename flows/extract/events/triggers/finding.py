"""Finding the words that may tell of an event: a lemma of the lexicon, in a setting that its entry allows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from flows.extract.events.lexicon import Entry, known_words, lemma_forms, lexicon
from flows.extract.events.syntax import has_morph, lemma_of, words_of
from flows.extract.events.triggers.capitals import is_in_capitals
from flows.extract.events.triggers.conditions import CONDITIONS
from flows.extract.events.triggers.deeds import is_asked_by_verb, is_told_by_noun, is_told_by_verb
from flows.extract.events.triggers.opening_verbs import is_before_name
from flows.extract.events.triggers.topic import tells_of_public_life

PRETERITES = ("ó", "aron", "ieron", "aban", "arán", "ará", "erá", "irá")
"""Endings of finite verbs that are verbs whatever the tagger says ("abucheó" as a noun)."""

ENCLITICS = ("me", "nos", "se", "lo", "la", "los", "las", "le", "les")

PARTICIPLES = ("ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas")


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of an event, and the readings of it that its setting allows, the most specific first."""

    token: Token
    entries: tuple[Entry, ...]


def find_triggers(doc: Doc, is_told: Callable[[Token], bool]) -> Iterator[Trigger]:
    """Find the words of a Doc that may tell of an event; none in a text that does not tell of public life.

    Args:
        doc: parsed text.
        is_told: whether a token stands in the article's own telling (not in boilerplate or links).
    """
    if not tells_of_public_life(doc):
        return
    words = lexicon()
    known = known_words()
    for place, (lemma, form) in enumerate(words_of(doc)):
        if lemma not in known and form not in known:  # most words
            continue
        token = doc[place]
        entries = [entry for key in _keys(token) for entry in words.get(key, ())]
        if entries and is_told(token):
            allowed = tuple(entry for entry in entries if _allows(entry, token))
            if allowed:
                yield Trigger(token, allowed)


def _keys(token: Token) -> Iterator[tuple[str, str]]:
    """Under which part of speech and lemma the lexicon may have a word.

    A participle with an article or possessive is also looked up as a noun ("su llamado").
    """
    is_participle = has_morph(token, "VerbForm=Part")
    if (
        token.pos_ in ("VERB", "AUX")
        or is_participle
        or token.text.endswith(PRETERITES)
        or _has_pronoun(token)
        or _is_headline_verb(token)
    ):
        yield "verb", known_lemma("verb", token)
    if token.pos_ in ("NOUN", "PROPN") or (token.pos_ in ("ADJ", "VERB") and _has_article(token)):
        yield "noun", known_lemma("noun", token)
    if token.pos_ == "ADJ":
        yield "adjective", lemma_of(token)
    if is_in_capitals(token) and ("verb", token.lower_) in lemma_forms():
        yield "verb", lemma_forms()["verb", token.lower_]


def _has_pronoun(token: Token) -> bool:
    """Whether a word is a gerund or infinitive with a pronoun, whatever the tagger says: "acusándola" as a noun."""
    if token.pos_ == "VERB" or not token.lower_.endswith(ENCLITICS):
        return False
    lemma = lemma_forms().get(("verb", token.lower_))
    return lemma is not None and ("ndo" in token.lower_ or token.lower_.startswith(lemma))


def _has_article(participle: Token) -> bool:
    """Whether an article or possessive makes a noun of a participle: "su llamado", "los repetidos llamados"."""
    before = participle.head if participle.dep_ == "amod" and participle.head.i == participle.i - 1 else participle
    is_noun = before is participle or before.pos_ == "ADJ"
    return is_noun and any(child.dep_ == "det" for child in before.lefts)


def _is_headline_verb(token: Token) -> bool:
    """Whether a word is a present verb that the tagger takes for a name or noun: "FARC felicita a", "Cae uno de"."""
    if token.pos_ not in ("NOUN", "ADJ", "PROPN") or any(child.dep_ in ("det", "case") for child in token.lefts):
        return False
    form = token.lower_
    if form.endswith(PARTICIPLES):  # "tres detenidos" tells it, "más detenidos" only who
        return token.i > 0 and token.nbor(-1).pos_ == "NUM"
    is_noun = ("noun", form) in lemma_forms()
    return ("verb", form) in lemma_forms() and (not is_noun or is_before_name(token))


def known_lemma(part: str, token: Token) -> str:
    """The lemma that the lexicon knows a word by; the tagger's own where it knows none."""
    lemma = lemma_of(token)
    if (part, lemma) in lexicon():
        return lemma
    return lemma_forms().get((part, token.lower_), lemma)


def _allows(entry: Entry, token: Token) -> bool:
    if entry.part_of_speech == "noun" and not is_told_by_noun(token):
        return False
    if entry.part_of_speech == "verb" and not (is_told_by_verb(entry, token) and is_asked_by_verb(entry, token)):
        return False
    return all(CONDITIONS[name](token, words) for name, words in entry.conditions)
