"""Sentence boundaries by rule, set before the parser so that a parse never runs over a line or a full stop."""

from spacy.language import Language
from spacy.tokens import Doc, Token

from flows.nlp.datelines import report_starts

TERMINALS = frozenset({".", "!", "?", "…", "...", ".."})
CLOSERS = frozenset({'"', "”", "»", "’", "'", ")", "]"})
OPENERS = frozenset({'"', "“", "«", "‘", "'", "(", "[", "¿", "¡", "—", "–", "-"})


@Language.component("teletipo_sentences")
def mark_sentences(doc: Doc) -> Doc:
    """Set every token's sentence start: after a line break, a dateline, and a terminal mark before what begins one.

    A closing mark belongs to the sentence that it closes, white space to the sentence before it. A full stop of an
    abbreviation is part of its token ("Sr.") and ends nothing; one before a lower-case word or a figure neither.
    """
    starts, starts_next = report_starts(doc.text), True
    for token in doc:
        if token.is_space:
            token.is_sent_start = token.i == 0
            starts_next = starts_next or "\n" in token.text
            continue
        token.is_sent_start = starts_next or token.i == 0 or token.idx in starts
        starts_next = _ends_sentence(token)
    return doc


def _ends_sentence(token: Token) -> bool:
    doc = token.doc
    last = token
    while last.text in CLOSERS and last.i > 0 and not doc[last.i - 1].whitespace_:
        last = doc[last.i - 1]
    if last.text not in TERMINALS:
        return False
    following = token.i + 1
    if following < len(doc) and doc[following].text in CLOSERS and not token.whitespace_:
        return False  # the closing mark still belongs here
    while following < len(doc) and doc[following].is_space:
        following += 1
    if following >= len(doc) or not (token.whitespace_ or doc[token.i + 1].is_space):
        return False
    begins = doc[following].text
    return begins in OPENERS or begins[:1].isupper()
