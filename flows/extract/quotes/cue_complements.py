"""What a cue governs: the clause, question, infinitive or marked words that say what was said."""

from dataclasses import dataclass

from flows.extract.quotes.asides import aside_stop
from flows.extract.quotes.cue_lexicon import content_nouns, cue_nouns
from flows.extract.quotes.head_nouns import names_person
from flows.extract.quotes.named_pieces import NamedPieces, Phrase
from flows.extract.quotes.nominal_pieces import begins_nominal
from flows.extract.quotes.noun_phrases import nominal_end
from flows.extract.quotes.pieces import Piece
from flows.extract.quotes.preposition_phrases import PREPOSITIONS, complement_end
from flows.extract.quotes.reporting_cues import Cue
from flows.extract.quotes.source_phrases import names_source
from flows.extract.quotes.time_phrases import is_time

REACH = 40
CLAUSE_VERB_REACH = 6
QUESTION_WORDS = frozenset(
    ["qué", "quién", "quiénes", "cómo", "cuándo", "dónde", "cuánto", "cuánta", "cuántos", "cuántas", "cuál", "cuáles"]
)
BEFORE_QUE = frozenset({"en", "de", "a", "con", "por"})
BEFORE_CONJUNCTION = frozenset(["ya", "puesto", "dado", "vez", "siempre", "sino", "así", "visto", "aunque", "salvo"])
CONJUNCTION_HEADS = frozenset(["luego", "antes", "después", "además", "pesar", "fin", "menos", "tal", "caso", "pues"])
ABOUT = frozenset(["sobre", "de", "del", "contra", "acerca"])


@dataclass(frozen=True, slots=True)
class Complement:
    """Where what was said begins; ``subject`` where the speaker stands between it and the cue."""

    kind: str
    """clause, mark, colon or content"""
    at: int
    subject: Phrase | None = None


def complement_of(cue: Cue, pieces: NamedPieces) -> Complement | None:
    """Find what a verb governs: "dijo ayer a la prensa el ministro que *subirá*"."""
    if cue.verb is None:
        return None
    return _Search(cue, pieces).run()


class _Search:
    """Goes from the cue over adverbs, times, prepositional phrases and one subject to what it governs."""

    def __init__(self, cue: Cue, pieces: NamedPieces) -> None:
        self.cue = cue
        self.pieces = pieces
        self.subject: Phrase | None = None
        self.after_nominal = False
        self.after_preposition = False
        self.after_governed = False
        """Whether the preposition crossed is the verb's own: "contar con", "referirse a"."""
        self.has_object = False
        self.is_far = False
        """Whether something other than an adverb has been crossed."""
        self.told_until = -1
        """Where the words end that name to whom it is said: "advirtió *a los vecinos* de que"."""

    def run(self) -> Complement | None:
        at, limit = self.cue.last + 1, min(len(self.pieces), self.cue.last + 1 + REACH)
        while at < limit:
            found = self._begins(at)
            if found is not None:
                return found
            step = self._step(at)
            if step is None:
                return None
            at = step
        return None

    def _begins(self, at: int) -> Complement | None:
        piece = self.pieces[at]
        if piece.mark is not None:
            return None if self._is_scare(at) else Complement("mark", at, self.subject)
        if piece.lower == ":":
            return self._after_colon(at)
        if piece.lower == "que":
            return Complement("clause", at + 1, self.subject) if self._is_complement_que(at) else None
        if self._is_question(at):
            return Complement("clause", at + 1 if piece.lower == "si" else at, self.subject)
        if self._is_infinitive(at):
            return Complement("clause", at, self.subject)
        if self._is_content(at):
            return Complement("content", at, self.subject)
        if self._is_about(at):
            return Complement("content", at + 1, self.subject)
        return None

    def _after_colon(self, at: int) -> Complement | None:
        """Words in marks, or a sentence without any: "aclaró: en el mundo hay diez vacunas"."""
        if at + 1 < len(self.pieces) and self.pieces[at + 1].mark is not None:
            return Complement("colon", at + 1, self.subject)
        is_adjacent = at == (self.subject.stop if self.subject else self.cue.last + 1)
        is_clause = any(piece.is_finite for piece in self.pieces[at + 1 :])
        is_saying = self.cue.kind == "finite" and self.cue.takes("clause")
        return Complement("clause", at + 1, self.subject) if is_adjacent and is_clause and is_saying else None

    def _is_scare(self, mark: int) -> bool:
        """Tell 'la publicación de una "atrevida" imagen': words in marks that describe a noun after them."""
        is_within = self.pieces[mark - 1].pos == "DET" and mark + 1 < len(self.pieces)
        return is_within and self.pieces[mark + 1].pos in ("NOUN", "PROPN")

    def _is_complement_que(self, at: int) -> bool:
        if not (self.cue.takes("clause") or self.cue.takes("marks")):
            return False
        if self.pieces[at - 1].lower == "de" and self.told_until == at - 1:
            return True
        if self._is_of_conjunction(at):
            return False
        if at + 1 < len(self.pieces) and self.pieces[at + 1].mark is not None and self.cue.kind != "infinitive":
            return True  # whatever the tagger takes it for
        return not self._is_relative(at)

    def _is_of_conjunction(self, que: int) -> bool:
        """Tell "ya que", "después de que" and "con el que" from what a verb governs, as "en que"."""
        before = self.pieces[que - 1]
        if before.pos in ("ADP", "SCONJ", "CCONJ") and (self.is_far or before.lower not in BEFORE_QUE):
            return True
        is_after_head = before.lower == "de" and self.pieces[que - 2].lower in CONJUNCTION_HEADS
        return is_after_head or before.lower in BEFORE_CONJUNCTION

    def _is_relative(self, que: int) -> bool:
        """Tell "agradeció la labor de la comisión, que ..." from "agradeció a la comisión que ..."."""
        subject_stop = self.subject.stop if self.subject is not None else None
        if self.pieces[que - 1].lower == "," and (self.has_object or subject_stop == que - 1):
            return True
        token = self.pieces[que].token
        is_tagged = token is not None and token.pos_ == "PRON" and token.head.dep_ == "acl"
        has_object = self.has_object and not self.cue.takes("question")
        if is_tagged and (has_object or self.after_governed):
            return True  # "reflexiona sobre las heridas que dejó la guerra"
        if self.after_nominal and self._asks() and self._mood(que) == "Ind":
            return True  # "pidió un informe que está en curso", but not "pidió al juez que esté"
        if subject_stop == que and (self.pieces.is_name(que - 1) or self._is_first_of(que)):
            return False  # "contestó la ministra Eva Soto que": no relative clause follows a name without a comma
        if self.told_until == que and self._mood(que) == "Sub":
            return False  # "reclamó a los bancos que paguen", but not "que no pagan"
        is_after_object = self.after_nominal and (not self.after_preposition or self._takes_person())
        return is_after_object and (token is None or token.pos_ != "SCONJ")

    def _is_first_of(self, que: int) -> bool:
        """Tell "Dicen los médicos que es grave" from "dijo el médico que la vio" and "Dijo quien la vio que"."""
        return self.cue.lead == 0 and all(piece.lower != "que" for piece in self.pieces[que + 1 :])

    def _asks(self) -> bool:
        return self.cue.verb is not None and self.cue.verb.stance == "asks"

    def _mood(self, que: int) -> str | None:
        verbs = (piece for piece in self.pieces[que + 1 : que + 1 + CLAUSE_VERB_REACH] if piece.is_finite)
        return next((mood for verb in verbs if verb.token for mood in verb.token.morph.get("Mood", [])), None)

    def _takes_person(self) -> bool:
        """Tell "felicitó a los jugadores que ganaron" from "dijo a los jugadores que ganaron"."""
        return self.cue.verb is not None and self.cue.verb.stance in ("praises", "criticizes")

    def _is_question(self, at: int) -> bool:
        lower = self.pieces[at].lower
        words = [piece.lower for piece in self.pieces[at - 2 : at]]
        if lower == "si" and "," in words and not self._asks():
            return False  # "..., dijo Ruiz, sobre todo si llueve"
        return self.cue.takes("question") and (lower == "si" or lower in QUESTION_WORDS)

    def _is_infinitive(self, at: int) -> bool:
        if self.cue.takes("of_infinitive"):
            return self.pieces[at - 1].lower in ("de", "por") and self.pieces[at].is_infinitive
        if not self.cue.takes("infinitive"):
            return False
        first = at + 1 if self.pieces[at].lower == "no" and at + 1 < len(self.pieces) else at
        return self.pieces[first].is_infinitive and self.pieces[at - 1].pos != "ADP"

    def _is_content(self, at: int) -> bool:
        is_amount = self.pieces[at - 2].pos == "ADV" and at - 2 > self.cue.last  # "se describen menos de veinte"
        is_named = self.pieces[at - 1].lower in ("como", "de") and not is_amount
        if self.cue.takes("as") and is_named and at > self.cue.last + 1:
            return not self._is_article_of_mark(at)
        words = [piece.lower for piece in self.pieces[at : at + 3]]
        return self.cue.takes("content") and at == self.cue.last + 1 and not content_nouns().isdisjoint(words)

    def _is_about(self, at: int) -> bool:
        """Tell "advirtió sobre un riesgo" from "advirtió de que"."""
        if not (self.cue.takes("about") and at == self.cue.last + 1 and self.pieces[at].lower in ABOUT):
            return False
        return at + 1 < len(self.pieces) and self.pieces[at + 1].lower != "que"

    def _is_article_of_mark(self, at: int) -> bool:
        return self.pieces[at].pos == "DET" and at + 1 < len(self.pieces) and self.pieces[at + 1].mark is not None

    def _step(self, at: int) -> int | None:
        """Cross one piece or phrase that may stand between a verb and what it governs."""
        piece = self.pieces[at]
        aside = aside_stop(self.pieces, at)
        if aside is not None:
            return aside
        followed, self.after_nominal, self.after_preposition = self.after_nominal, False, False
        self.is_far = self.is_far or piece.pos not in ("ADV", "ADP", "PUNCT")
        if self._is_article_of_mark(at) or (piece.lower in ("y", "e") and followed and self.cue.takes("phrase")):
            return at + 1
        if self.pieces[at].lower in PREPOSITIONS:
            self.after_preposition = True
            is_governed = self.cue.verb is not None and piece.lower in self.cue.verb.governs
            self.after_governed = self.after_governed or (is_governed and at == self.cue.last + 1)
            first = at + 1
            while first < len(self.pieces) and _is_fixed(self.pieces[first]):  # "a lo largo de"
                first += 1
            stop = complement_end(self.pieces, first)
            self.after_nominal = stop > at + 1
            self.is_far = self.is_far or self.after_nominal
            if piece.lower in ("a", "al") and self.after_nominal and self._may_be_told(first, stop):
                self.told_until = stop
            return max(stop, at + 1)
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


def _is_fixed(piece: Piece) -> bool:
    return piece.token is not None and piece.token.dep_ == "fixed"
