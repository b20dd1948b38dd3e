"""Who wrote what speaks: "Ana Ruiz publicó una carta. «...», concluye *el texto*" is said by Ana Ruiz."""

from collections.abc import Sequence

from flows.extract.quotes.lexicon.speaker_nouns import DEFINITE, SpeakerNoun, messages, platforms, speaker_noun
from flows.extract.quotes.speakers.running import NAMED, Speaker
from flows.extract.quotes.utterances.cutting import Utterance
from flows.extract.quotes.utterances.pieces import Piece

BY_WHICH = frozenset(["en", "mediante", "por", "vía", "través"])
"""What tells by which means somebody speaks: "en un comunicado", "a través de sus redes"."""
WRITING = frozenset(
    ["publicar", "escribir", "difundir", "emitir", "enviar", "compartir", "lanzar", "firmar", "redactar", "divulgar"]
)
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
BARE = 2
"""Words of "el informe"."""
NEXT = 3
"""How many lines back a report is what "el informe" is."""
FRESH = 10
"""How many lines back a message is what "el texto" is."""


class Writers:
    """Remembers whose message an article tells of."""

    def __init__(self) -> None:
        self._writer: str | None = None
        self._paragraph = 0
        self._is_open = False
        self._authors: dict[str, tuple[str | None, int]] = {}

    def read(self, utterance: Utterance, about: str | None) -> None:
        """Take note of a message in a sentence, and of whom the sentence is about."""
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

    def issued(self, noun: SpeakerNoun, author: str | None, paragraph: int) -> None:
        """Take note of whose a report is, for "el informe" below: "según *un documento del instituto*"."""
        self._authors[_kind_of(noun)] = author, paragraph

    def spoke(self, speaker: Speaker) -> None:
        """Take note of who is named as saying something in a sentence just read that tells of a message."""
        if self._is_open and speaker.confidence >= NAMED:
            self._writer = speaker.entity_id


def _kind_of(noun: SpeakerNoun) -> str:
    return next((kind[0] for kind in REPORTS if noun.lemma in kind), noun.lemma)


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
