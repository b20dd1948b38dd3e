"""What a cue governs: the clause, question, infinitive or marked words that say what was said."""

from dataclasses import dataclass

from flows.extract.quotes.crossed_words import CrossedWords, is_article_of_mark
from flows.extract.quotes.cue_lexicon import content_nouns
from flows.extract.quotes.named_pieces import NamedPieces, Phrase
from flows.extract.quotes.que_clauses import governs_que
from flows.extract.quotes.reporting_cues import Cue

REACH = 40
QUESTION_WORDS = frozenset(
    ["qué", "quién", "quiénes", "cómo", "cuándo", "dónde", "cuánto", "cuánta", "cuántos", "cuántas", "cuál", "cuáles"]
)
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
    crossed, at, limit = CrossedWords(cue, pieces), cue.last + 1, min(len(pieces), cue.last + 1 + REACH)
    while at < limit:
        found = _begins(crossed, at)
        if found is not None:
            return found
        step = crossed.step(at)
        if step is None:
            return None
        at = step
    return None


def _begins(crossed: CrossedWords, at: int) -> Complement | None:
    piece = crossed.pieces[at]
    if piece.mark is not None:
        return None if _is_scare(crossed, at) else Complement("mark", at, crossed.subject)
    if piece.lower == ":":
        return _after_colon(crossed, at)
    if piece.lower == "que":
        return Complement("clause", at + 1, crossed.subject) if governs_que(crossed, at) else None
    if _is_question(crossed, at):
        return Complement("clause", at + 1 if piece.lower == "si" else at, crossed.subject)
    if _is_infinitive(crossed, at):
        return Complement("clause", at, crossed.subject)
    if _is_content(crossed, at):
        return Complement("content", at, crossed.subject)
    if _is_about(crossed, at):
        return Complement("content", at + 1, crossed.subject)
    return None


def _after_colon(crossed: CrossedWords, at: int) -> Complement | None:
    """Words in marks, or a sentence without any: "aclaró: en el mundo hay diez vacunas"."""
    if at + 1 < len(crossed.pieces) and crossed.pieces[at + 1].mark is not None:
        return Complement("colon", at + 1, crossed.subject)
    is_adjacent = at == (crossed.subject.stop if crossed.subject else crossed.cue.last + 1)
    is_clause = any(piece.is_finite for piece in crossed.pieces[at + 1 :])
    is_saying = crossed.cue.kind == "finite" and crossed.cue.takes("clause")
    return Complement("clause", at + 1, crossed.subject) if is_adjacent and is_clause and is_saying else None


def _is_scare(crossed: CrossedWords, mark: int) -> bool:
    """Tell 'la publicación de una "atrevida" imagen': words in marks that describe a noun after them."""
    is_within = crossed.pieces[mark - 1].pos == "DET" and mark + 1 < len(crossed.pieces)
    return is_within and crossed.pieces[mark + 1].pos in ("NOUN", "PROPN")


def _is_question(crossed: CrossedWords, at: int) -> bool:
    lower = crossed.pieces[at].lower
    words = [piece.lower for piece in crossed.pieces[at - 2 : at]]
    if lower == "si" and "," in words and crossed.cue.stance != "asks":
        return False  # "..., dijo Ruiz, sobre todo si llueve"
    return crossed.cue.takes("question") and (lower == "si" or lower in QUESTION_WORDS)


def _is_infinitive(crossed: CrossedWords, at: int) -> bool:
    if crossed.cue.takes("of_infinitive"):
        return crossed.pieces[at - 1].lower in ("de", "por") and crossed.pieces[at].is_infinitive
    if not crossed.cue.takes("infinitive"):
        return False
    first = at + 1 if crossed.pieces[at].lower == "no" and at + 1 < len(crossed.pieces) else at
    return crossed.pieces[first].is_infinitive and crossed.pieces[at - 1].pos != "ADP"


def _is_content(crossed: CrossedWords, at: int) -> bool:
    is_amount = crossed.pieces[at - 2].pos == "ADV" and at - 2 > crossed.cue.last  # "se describen menos de veinte"
    is_named = crossed.pieces[at - 1].lower in ("como", "de") and not is_amount
    if crossed.cue.takes("as") and is_named and at > crossed.cue.last + 1:
        return not is_article_of_mark(crossed.pieces, at)
    words = [piece.lower for piece in crossed.pieces[at : at + 3]]
    return crossed.cue.takes("content") and at == crossed.cue.last + 1 and not content_nouns().isdisjoint(words)


def _is_about(crossed: CrossedWords, at: int) -> bool:
    """Tell "advirtió sobre un riesgo" from "advirtió de que"."""
    if not (crossed.cue.takes("about") and at == crossed.cue.last + 1 and crossed.pieces[at].lower in ABOUT):
        return False
    return at + 1 < len(crossed.pieces) and crossed.pieces[at + 1].lower != "que"
