"""The words between a verb and what it governs: "dijo *ayer a la prensa el ministro* que subirá"."""

from flows.extract.quotes.cues.asides import aside_stop
from flows.extract.quotes.cues.reporting import Cue
from flows.extract.quotes.lexicon.cues import content_nouns, cue_nouns
from flows.extract.quotes.phrases.head_nouns import names_person
from flows.extract.quotes.phrases.named_pieces import NamedPieces, Phrase
from flows.extract.quotes.phrases.nominal_pieces import begins_nominal
from flows.extract.quotes.phrases.nouns import nominal_end
from flows.extract.quotes.phrases.prepositions import PREPOSITIONS, complement_end
from flows.extract.quotes.phrases.sources import names_source
from flows.extract.quotes.phrases.times import is_time
from flows.extract.quotes.utterances.pieces import Piece

ABOUT = frozenset(["sobre", "de", "del", "contra", "acerca"])


class CrossedWords:
    """Goes from the cue over adverbs, times, prepositional phrases and one subject, and remembers what it crossed."""

    def __init__(self, cue: Cue, pieces: NamedPieces) -> None:
        self.cue = cue
        self.pieces = pieces
        self.subject: Phrase | None = None
        self.after_nominal = False
        self.after_preposition = False
        self.preposition: str | None = None
        """The last preposition crossed; of several in a row, the first."""
        self.after_governed = False
        """Whether the preposition crossed is the verb's own: "contar con", "referirse a"."""
        self.has_object = False
        self.is_far = False
        """Whether something other than an adverb has been crossed."""
        self.told_until = -1
        """Where the words end that name to whom it is said: "advirtió *a los vecinos* de que"."""

    def step(self, at: int) -> int | None:
        """Cross one piece or phrase that may stand between a verb and what it governs."""
        piece = self.pieces[at]
        aside = aside_stop(self.pieces, at)
        if aside is not None:
            return aside
        followed, is_within = self.after_nominal, self.after_preposition
        self.after_nominal = self.after_preposition = False
        self.is_far = self.is_far or piece.pos not in ("ADV", "ADP", "PUNCT")
        is_told = is_within and self.preposition in ("a", "al", "ante") and not self.cue.is_impersonal
        if piece.lower in ("y", "e") and followed and is_told:  # "dijo a la prensa y los vecinos que"
            self.after_nominal = self.after_preposition = True
            stop = max(nominal_end(self.pieces, at + 1), at + 1)
            self.told_until = stop if self.told_until == at else self.told_until
            return stop
        if is_article_of_mark(self.pieces, at) or (piece.lower in ("y", "e") and followed and self.cue.takes("phrase")):
            return at + 1
        if piece.lower in PREPOSITIONS:
            return self._cross_preposition(at)
        if begins_nominal(self.pieces, at):
            return self._cross_nominal(at)
        if (
            piece.pos in ("ADV", "ADP")
            or piece.lower in (",", "hace", "(", ")", "—", "–", "-")
            or (piece.lower == "como" and (self.cue.takes("as") or self.cue.takes("phrase")))
            or piece.is_participle
        ):
            return at + 1
        return None

    def _cross_preposition(self, at: int) -> int:
        preposition = self.pieces[at].lower
        self.after_preposition = True
        if self.pieces[at - 1].lower != self.preposition:  # "respecto a"
            self.preposition = preposition
        is_governed = self.cue.verb is not None and preposition in self.cue.verb.governs and not self.is_far
        is_about = self.cue.takes("about") and preposition in ABOUT  # "alertó ayer de una página que roba datos"
        self.after_governed = self.after_governed or is_governed or is_about
        first = at + 1
        while first < len(self.pieces) and _is_fixed(self.pieces[first]):  # "a lo largo de"
            first += 1
        stop = complement_end(self.pieces, first)
        if preposition in ("a", "al") and self.cue.takes("called"):
            stop = self._before_calling(first, stop)
        self.after_nominal = stop > at + 1
        self.is_far = self.is_far or self.after_nominal
        if preposition in ("a", "al") and self.after_nominal and self._may_be_told(first, stop):
            self.told_until = stop
        return max(stop, at + 1)

    def _before_calling(self, first: int, stop: int) -> int:
        """Leave what somebody is called out of who is: "tildó a *sus rivales* de cobardes"."""
        calling = (
            at
            for at in range(stop - 2, first, -1)
            if self.pieces[at].lower == "de" and self.pieces[at + 1].pos in ("NOUN", "ADJ", "PROPN")
        )
        return next((at for at in calling if not self.pieces[at + 1].is_capital), stop)

    def _may_be_told(self, first: int, stop: int) -> bool:
        """Tell a listener from a thing: "alertó a los países de que", not "respondió a la acusación de que"."""
        phrase = self.pieces.phrase(first, stop)
        words = {piece.lower for piece in self.pieces[first:stop]}
        if phrase is None or self.cue.takes("as") or not words.isdisjoint(cue_nouns().keys() | content_nouns()):
            return False
        return names_person(self.pieces, phrase) or self.cue.takes("about") or names_source(self.pieces, first, stop)

    def _cross_nominal(self, at: int) -> int | None:
        stop = max(nominal_end(self.pieces, at), at + 1)
        self.after_nominal = True
        if is_time(self.pieces, at, stop):
            self.after_nominal = False
            return stop
        is_named_before = self.cue.lead > 0 and self.pieces.is_name(self.cue.lead - 1)
        if (
            self.subject is None
            and not is_named_before
            and names_source(self.pieces, at, stop)
            and not self._ends_list(at)
        ):
            self.subject = self.pieces.phrase(at, stop)
            return stop
        if self.subject is not None and self.subject.stop == at - 1 and self.pieces[at - 1].lower == ",":
            return stop  # "dice Ana Ruiz, la alcaldesa, que"
        self.has_object = self.cue.takes("as") or self.cue.takes("phrase")
        return stop if self.has_object else None

    def _ends_list(self, at: int) -> bool:
        """Tell the last of "en Perú, Chile y Brasil" from a subject."""
        names = [self.pieces.name_type(p.start, p.end) for p in self.pieces[max(0, at - 2) : at + 1]]
        return len(names) == 3 and self.pieces[at - 1].lower == "," and names[0] == names[2] == "LOC"


def is_article_of_mark(pieces: NamedPieces, at: int) -> bool:
    """Tell the article of words in marks: 'pidió *la* "renuncia inmediata" del juez'."""
    return pieces[at].pos == "DET" and at + 1 < len(pieces) and pieces[at + 1].mark is not None


def _is_fixed(piece: Piece) -> bool:
    return piece.token is not None and piece.token.dep_ == "fixed"
