"""Whose the text is that speaks: "Ana Ruiz publicó una carta. «...», concluye *el texto*" is said by Ana Ruiz."""

from collections.abc import Sequence

from flows.extract.quotes.lexicon.speaker_nouns import DEFINITE, SpeakerNoun, messages, platforms, speaker_noun
from flows.extract.quotes.speakers.names_in_article import NamesInArticle
from flows.extract.quotes.speakers.running import NAMED, Speaker
from flows.extract.quotes.utterances.cutting import Utterance
from flows.extract.quotes.utterances.pieces import Piece

BY_WHICH = frozenset(["en", "mediante", "por", "vía", "través"])
"""What tells by which means somebody speaks: "en un comunicado", "a través de sus redes"."""
WRITING = frozenset(
    ["publicar", "escribir", "difundir", "emitir", "enviar", "compartir", "lanzar", "firmar", "redactar", "divulgar"]
)
MAKING = WRITING | {"presentar", "elaborar", "realizar", "hacer", "preparar"}
"""What the author of a report does with it."""
AUTHORSHIP = frozenset(["de", "del", "por"])
AUTHOR_REACH = 8
"""Words after a report among which whose it is stands: "un informe dado a conocer ayer por la FAO"."""
REACH = 5
"""Words before a message among which tells what it is to the sentence: "en su breve y última carta"."""
NETWORKS = platforms() | {"redes", "tuits", "tweets", "posts"}
LONGEST = 3
"""Words of a phrase that takes a message up: "el mensaje partidario"."""
REPORTS = (
    ("informe", "documento", "estudio", "reporte", "investigación", "análisis", "texto"),
    ("encuesta", "sondeo"),
)
"""Nouns for one and the same text."""
NEW = frozenset(["un", "una", "su", "sus", "nuevo", "nueva", "último", "última"])
"""What stands before a report that was not told of before."""
BREAKS = frozenset([",", ".", ";", ":", "que", "y", "sobre", "acerca", "contra", "ante", "para", "tras"])
"""What the words that say whose a report is do not go on past: "un informe *sobre* los vertidos de Xela"."""
BARE = 2
"""Words of "el informe"."""
NEXT = 10
"""How many lines back a report is what "el informe" is."""
FRESH = 10
"""How many lines back a message is what "el texto" is."""


class Writers:
    """Remembers whose messages and reports an article tells of."""

    def __init__(self, names: NamesInArticle) -> None:
        self._names = names
        self._writer: str | None = None
        self._paragraph = 0
        self._is_open = False
        self._authors: dict[str, tuple[str | None, int]] = {}

    def read(self, utterance: Utterance, about: str | None) -> None:
        """Take note of a message or a new report in a sentence, and of whom the sentence is about."""
        self._read_reports(utterance, about)
        self._is_open = _tells_of_message(utterance.pieces)
        if self._is_open and (about is not None or _has_subject(utterance.pieces)):
            self._writer, self._paragraph = about, utterance.paragraph

    def find(self, noun: SpeakerNoun, words: Sequence[str], paragraph: int) -> str | None:
        """Find who wrote the message that a phrase takes up."""
        if len(words) > 2 and words[-2] == "de" and words[-1] in NETWORKS:  # "el hilo de tuits"
            words = words[:-2]
        is_taken_up = noun.lemma in messages() and not noun.is_plural and len(words) <= LONGEST
        is_fresh = paragraph - self._paragraph <= FRESH
        if is_taken_up and is_fresh and {"de", "del"}.isdisjoint(words):
            return self._writer
        author, at = self._authors.get(_kind_of(noun), (None, 0))
        return author if len(words) == BARE and not noun.is_plural and paragraph - at <= NEXT else None

    def _read_reports(self, utterance: Utterance, about: str | None) -> None:
        pieces = utterance.pieces
        for at in range(1, len(pieces)):
            noun = speaker_noun(pieces[at].lower)
            if noun is None or not any(noun.lemma in kind for kind in REPORTS) or pieces[at - 1].lower not in NEW:
                continue
            is_made = any(piece.is_finite and _lemma(piece) in MAKING for piece in pieces[max(0, at - REACH) : at])
            author = (about if is_made else None) or self._author_after(pieces, at)
            self._authors[_kind_of(noun)] = author, utterance.paragraph

    def _author_after(self, pieces: Sequence[Piece], at: int) -> str | None:
        """Whose a report is by the words after it: "una encuesta *de Datum*", "un informe publicado *por la FAO*"."""
        for number in range(at + 1, min(at + AUTHOR_REACH, len(pieces) - 1)):
            if pieces[number].lower in BREAKS or pieces[number].is_finite:
                return None
            if pieces[number].lower in AUTHORSHIP and _says_whose(pieces[at + 1 : number], pieces[number].lower):
                first = number + 1 + (pieces[number + 1].pos == "DET")
                named = self._names.within(pieces[first].start, pieces[first].end) if first < len(pieces) else ()
                if named and named[0].mention_type == "ORG" and named[0].char_start == pieces[first].start:
                    return named[0].entity_id
        return None

    def issued(self, noun: SpeakerNoun, author: str | None, paragraph: int) -> None:
        """Take note of whose a report is, for "el informe" below: "según *un documento del instituto*"."""
        self._authors[_kind_of(noun)] = author, paragraph

    def spoke(self, speaker: Speaker) -> None:
        """Take note of who is named as saying something in a sentence just read that tells of a message."""
        if self._is_open and speaker.confidence >= NAMED:
            self._writer = speaker.entity_id


def _kind_of(noun: SpeakerNoun) -> str:
    return next((kind[0] for kind in REPORTS if noun.lemma in kind), noun.lemma)


def _says_whose(between: Sequence[Piece], preposition: str) -> bool:
    """Tell "un informe *reciente de* la FAO" and "*hecho* en mayo *por* la FAO" from "un informe del paro de Xela"."""
    if preposition == "por":
        return any(piece.is_participle for piece in between)
    return all(piece.pos == "ADJ" or piece.is_participle for piece in between)


def _tells_of_message(pieces: Sequence[Piece]) -> bool:
    for at in range(1, len(pieces)):
        word, before = pieces[at].lower, pieces[max(0, at - REACH) : at]
        noun = speaker_noun(word)
        is_new = noun is not None and noun.lemma in messages() and pieces[at - 1].lower not in DEFINITE
        if not (is_new or word in NETWORKS):
            continue
        if any(piece.lower in BY_WHICH or (piece.is_finite and _lemma(piece) in WRITING) for piece in before):
            return True
    return False


def _lemma(piece: Piece) -> str:
    return piece.token.lemma_ if piece.token is not None else ""


def _has_subject(pieces: Sequence[Piece]) -> bool:
    return any(piece.token is not None and piece.token.dep_ == "nsubj" for piece in pieces)
