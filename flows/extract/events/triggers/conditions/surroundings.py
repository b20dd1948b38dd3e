"""What is asked of the words around, whatever a parse makes of them: "fuerza mayor", "un encuentro" near "gol"."""

from spacy.tokens import Token

from flows.extract.events.syntax import arguments, lemma_of, words_of

LOOK_AHEAD = 8
LOOK_BEHIND = 5
MARKS = 4
"""How many marks may stand among the words looked ahead at."""

QUOTES = frozenset("\"'`«»‘’‚‛“”„‟‹›")

SENTENCE = 40
"""How many words behind a word are looked through in its sentence."""

PASSAGE = 80
"""How many words around a word are its passage."""


def is_followed_by(token: Token, words: frozenset[str]) -> bool:
    """Whether one of some phrases stands in the words after it: "puso bajo arresto"."""
    after = following_words(token)
    return any(f" {phrase} " in after for phrase in words)


def is_not_followed_by(token: Token, words: frozenset[str]) -> bool:
    """Whether none of some phrases stands in the words after it: "envió brigadas", not "brigadas de rescate"."""
    return not is_followed_by(token, words)


def is_said_with(token: Token, words: frozenset[str]) -> bool:
    """Whether one of some phrases stands behind it in its sentence: "advirtió que quien falte tendrá sanciones"."""
    first, last = token.i + 1, min(token.sent.end, token.i + SENTENCE)
    said = " " + " ".join([form for _, form in words_of(token.doc)[first:last] if form not in QUOTES]) + " "
    return any(f" {phrase} " in said for phrase in words)


def spells(token: Token, words: frozenset[str]) -> bool:
    """Whether one of some phrases stands right after it: "puso fin a"."""
    after = following_words(token)
    return any(after.startswith(f" {rest} ") for rest in words)


def following_words(token: Token) -> str:
    """The words after a token in lower case, each between blanks, up to a bound; no marks (de "farsa")."""
    after = words_of(token.doc)[token.i + 1 : token.i + 1 + LOOK_AHEAD + MARKS]
    return " " + " ".join([form for _, form in after if form not in QUOTES][:LOOK_AHEAD]) + " "


def stands_apart(token: Token, phrases: frozenset[str]) -> bool:
    """Whether a word is part of none of some fixed phrases ("en marcha")."""
    sentence = token.sent
    start, end = max(token.i - 3, sentence.start), min(token.i + 4, sentence.end)
    around = " " + " ".join(token.doc[i].lower_ for i in range(start, end)) + " "
    return not any(f" {phrase} " in around for phrase in phrases)


def comes_after(token: Token, words: frozenset[str]) -> bool:
    """Whether one of some words stands shortly before it, or a phrase with such a preposition at it."""
    start = max(token.i - LOOK_BEHIND, token.sent.start)
    before = {lemma_of(token.doc[i]) for i in range(start, token.i)}
    return not before.isdisjoint(words) or any(slot in words for slot, _ in arguments(token))


def is_near(token: Token, words: frozenset[str]) -> bool:
    """Whether the passage speaks of something: a death near "disparos" and "homicidio" is a killing."""
    passage = words_of(token.doc)[max(token.i - PASSAGE, 0) : token.i + PASSAGE]
    return any(lemma in words for lemma, _ in passage)


def is_away_from(token: Token, words: frozenset[str]) -> bool:
    """Whether the passage speaks of something else: "encuentro" is no meeting near "gol" and "torneo"."""
    return not is_near(token, words)
