"""Whom a sentence is about, for what is said after it without a name."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Doc, Token

from flows.extract.quotes.lexicon.speaker_nouns import DEFINITE, speaker_noun
from flows.extract.quotes.speakers.names_in_article import NamesInArticle
from flows.extract.quotes.speakers.phrase_names import OBLIQUE
from flows.extract.quotes.speakers.running import Speaker
from flows.extract.quotes.utterances.cutting import Utterance
from flows.extract.quotes.utterances.pieces import PARTICIPLES, Piece
from flows.records import EntityMention

INDEFINITE = frozenset(["un", "una"])
SUBJECT_REACH = 20
"""Tokens that a subject may go on."""
TITLE_WORDS = 6
THERE_IS = frozenset(["hay", "había", "hubo", "habrá", "habría", "haya"])
LABEL_PIECES, FIRST_PIECES = 5, 3


NOMINAL = frozenset(["NOUN", "PROPN", "PRON"])


class Subject(NamedTuple):
    """Who a sentence is about."""

    speaker: Speaker
    is_plural: bool = False


class SentenceSubjects:
    """Finds whom the sentences of one article are about."""

    def __init__(self, doc: Doc, names: NamesInArticle, identify: Callable[[int, int], str | None]) -> None:
        """Take the function that says whom the phrase at some characters names."""
        self._doc = doc
        self._names = names
        self._identify = identify

    def of(self, utterance: Utterance, *, is_opening: bool) -> Subject | None:
        """Find whom an utterance is about.

        Args:
            utterance: the sentence.
            is_opening: whether nobody has had a part yet; then a person named anywhere will do.
        """
        found = self._main(utterance) or self._holder(utterance) or self._first_person(utterance)
        return found or (self._lone_person(utterance) if is_opening else None)

    def is_stranger(self, utterance: Utterance) -> bool:
        """Tell an utterance about somebody new who is not named: "Un vecino que volvía del trabajo abrió la puerta"."""
        for piece in utterance.pieces:
            token = piece.token
            if token is None or token.dep_ != "nsubj" or token.head.dep_ != "ROOT" or token.pos_ != "NOUN":
                continue
            noun = speaker_noun(token.lower_)
            is_new = any(child.lower_ in INDEFINITE for child in token.children)
            return is_new and noun is not None and noun.kind == "person"
        return False

    def _main(self, utterance: Utterance) -> Subject | None:
        for number, piece in enumerate(utterance.pieces):
            token = piece.token
            if token is None or token.dep_ != "nsubj" or token.head.lower_ in THERE_IS:
                continue
            if token.head.dep_ != "ROOT" and not _leads_to_words(token, utterance.pieces[number:]):
                continue
            if _is_reported(utterance.pieces[:number]):
                return None
            if token.head.is_space:  # no parse of a sentence
                return None
            last = self._doc[min(token.right_edge.i, token.i + SUBJECT_REACH)]
            marks = (other.start for other in utterance.pieces[number:] if other.mark is not None)
            found = self._identify(token.left_edge.idx, min(last.idx + len(last.text), next(marks, utterance.end)))
            if self._names.type_of(found) in ("PER", "ORG"):
                are_several = any(child.dep_ == "conj" and child.pos_ in NOMINAL for child in token.children)
                return Subject(Speaker(found, confidence=0.7), are_several)
        return None

    def _holder(self, utterance: Utterance) -> Subject | None:
        """Whose view a sentence is: "*Para Ana Ruiz* el plan es caro", "otra fue defendida *por Ana Ruiz*"."""
        pieces = utterance.pieces
        for number, piece in enumerate(pieces[:-1]):
            verb = pieces[number - 1].token if number else None
            is_agent = piece.lower == "por" and verb is not None and verb.dep_ == "ROOT"
            is_agent = is_agent and verb is not None and verb.lower_.endswith(PARTICIPLES)
            if is_agent or (number == 0 and piece.lower == "para"):
                stop = next(
                    (at for at in range(number + 1, len(pieces)) if pieces[at].lower in (",", ".")), len(pieces)
                )
                found = self._identify(pieces[number + 1].start, pieces[stop - 1].end)
                return Subject(Speaker(found, confidence=0.6)) if self._names.type_of(found) == "PER" else None
        return None

    def _first_person(self, utterance: Utterance) -> Subject | None:
        """The person whom a sentence begins with; not whom it only tells of: "Explicó que *Ana Ruiz* vendrá"."""
        if any(piece.lower == ":" for piece in utterance.pieces[:LABEL_PIECES]):  # a label, of a speaker or of a topic
            return None
        for piece in utterance.pieces[:FIRST_PIECES]:
            if piece.mark is not None or piece.pos == "ADP" or piece.lower in THERE_IS or piece.lower == "que":
                return None
            for mention in self._names.within(piece.start, piece.end):
                if mention.mention_type == "PER":
                    return Subject(Speaker(mention.entity_id, confidence=0.65))
        return None

    def _lone_person(self, utterance: Utterance) -> Subject | None:
        """The only person of an utterance who is after no preposition: "Ayer habló Ana Ruiz"."""
        marks = [piece for piece in utterance.pieces if piece.mark is not None]
        persons = {
            mention.entity_id
            for mention in self._names.within(utterance.start, utterance.end)
            if mention.mention_type == "PER"
            and not any(mark.start <= mention.char_start < mark.end for mark in marks)
            and not self._is_oblique(mention, utterance)
        }
        return Subject(Speaker(persons.pop(), confidence=0.6)) if len(persons) == 1 else None

    def _is_oblique(self, mention: EntityMention, utterance: Utterance) -> bool:
        """Tell a name after a preposition, its title in between: "con el alcalde Ana Ruiz"."""
        words = self._names.text[utterance.start : mention.char_start].lower().split()[-TITLE_WORDS:]
        while words and (speaker_noun(words[-1]) is not None or words[-1] in DEFINITE):
            words.pop()
        return bool(words) and words[-1] in OBLIQUE


def _leads_to_words(subject: Token, after: Sequence[Piece]) -> bool:
    """Tell the subject of a clause that a colon ends, before marked words and their verb: "Ruiz rió: «No», *dijo*"."""
    colon = next((piece.start for piece, words in pairwise(after) if piece.lower == ":" and words.mark), None)
    verb = subject.head.head
    return colon is not None and subject.head.idx < colon < verb.idx and verb.dep_ == "ROOT"


def _is_reported(before: Sequence[Piece]) -> bool:
    """Tell what stands before somebody told of, not telling: "*Recuerda que en el país* Ruiz abrió una mina"."""
    verb = next((at for at, piece in enumerate(before) if piece.is_finite), None)
    que = next((at for at, piece in enumerate(before) if piece.lower == "que"), None)
    if verb is None or que is None or que < verb:
        return False
    return not any(piece.pos in ("NOUN", "PROPN", "PRON") for piece in [*before[:verb], *before[verb + 1 : que]])
