"""What a cue governs: the clause, question, infinitive or marked words that say what was said."""

from dataclasses import dataclass

from flows.extract.quotes.complements.crossed_words import ABOUT, CrossedWords, is_article_of_mark
from flows.extract.quotes.complements.que_clauses import governs_que
from flows.extract.quotes.cues.reporting import Cue
from flows.extract.quotes.cues.verb_groups import CLITICS
from flows.extract.quotes.lexicon.cues import content_nouns, proving_verbs
from flows.extract.quotes.phrases.named_pieces import NamedPieces, Phrase
from flows.extract.quotes.phrases.nouns import nominal_end
from flows.extract.quotes.phrases.sources import names_source
from flows.extract.quotes.phrases.times import is_time

REACH = 40
QUESTION_WORDS = frozenset(
    ["qué", "quién", "quiénes", "cómo", "cuándo", "dónde", "cuánto", "cuánta", "cuántos", "cuántas", "cuál", "cuáles"]
)
BEGINS_PHRASE = frozenset(["DET", "NUM", "NOUN", "ADJ"])
MODIFIERS = frozenset(["DET", "ADJ", "PRON"])
NAME_LENGTH = 25
"""Characters that a name in marks has at the most."""
NAMING = frozenset(["phrase", "to_infinitive"])
"""What verbs of calling something so take."""
OF = frozenset(["de", "del"])
STATES = ("haber", "ser", "estar", "tener", "sentir", "contar", "poseer", "padecer", "carecer", "conocer", "desconocer")
"""Infinitives of what somebody is, has or has done."""
POSSESSIVES = frozenset(["su", "sus"])
LINKED_INFINITIVES = {"to_infinitive": ("a",), "for_infinitive": ("por",), "of_infinitive": ("de", "por")}
"""The prepositions before an infinitive, by what a verb takes."""


@dataclass(frozen=True, slots=True)
class Complement:
    """Where what was said begins; ``subject`` where the speaker stands between it and the cue."""

    kind: str
    """clause, mark, colon, content or matter"""
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
        is_scare = _is_scare(crossed, at) or _is_told_of(crossed, at)
        return None if is_scare else Complement("mark", at, crossed.subject)
    if piece.lower == ":":
        return _after_colon(crossed, at)
    if piece.lower == "que":
        return Complement("clause", at + 1, crossed.subject) if governs_que(crossed, at) else None
    if _is_question(crossed, at):
        return Complement("clause", _begin_of_question(crossed, at), crossed.subject)
    if _is_infinitive(crossed, at) or _is_state(crossed, at) or _is_wish(crossed, at):
        return Complement("clause", at, crossed.subject)
    if _is_content(crossed, at):
        return Complement("content", at, crossed.subject)
    if _is_matter(crossed, at):
        return Complement("matter", at, crossed.subject)
    if _is_about(crossed, at) or _is_governed_content(crossed, at):
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


def _is_told_of(crossed: CrossedWords, mark: int) -> bool:
    """Tell 'recuerda a otros «golpes»' and 'apunta al mismo «patrón»': a thing called so that a verb is about."""
    if crossed.cue.verb is not None and crossed.cue.verb.takes <= NAMING and crossed.pieces[mark - 1].pos == "DET":
        before = crossed.pieces[mark - 2].lower if mark - 2 > crossed.cue.last else ""
        if before in ("por", "en", "con", "tras", "ante"):
            return True  # 'llamó a votar de nuevo por las "irregularidades"'
    piece = crossed.pieces[mark].mark
    is_name = piece is not None and piece.end - piece.start <= NAME_LENGTH
    takes_name = crossed.cue.takes("phrase") or crossed.cue.takes("about") or crossed.cue.takes("as")
    return is_name and not takes_name and crossed.after_preposition and crossed.pieces[mark - 1].pos in MODIFIERS


def _is_question(crossed: CrossedWords, at: int) -> bool:
    lower = crossed.pieces[at].lower
    words = [piece.lower for piece in crossed.pieces[at - 2 : at]]
    if lower == "si" and "," in words and crossed.cue.stance != "asks":
        return False  # "..., dijo Ruiz, sobre todo si llueve"
    if lower == "si" and crossed.cue.is_impersonal and crossed.cue.stance != "asks":
        return False  # "los votos se cuentan si llegan a tiempo"
    return crossed.cue.takes("question") and (lower == "si" or _asks(crossed, at))


def _asks(crossed: CrossedWords, at: int) -> bool:
    """Tell a question word from a name: "dijo a *Quién*"."""
    return crossed.pieces[at].lower in QUESTION_WORDS and not crossed.pieces[at].is_capital


def _begin_of_question(crossed: CrossedWords, at: int) -> int:
    """Where what is asked begins: past "si", with the preposition of "por qué"."""
    if crossed.pieces[at].lower == "si":
        return at + 1
    is_why = crossed.pieces[at].lower == "qué" and crossed.pieces[at - 1].lower in ("por", "para")
    return at - 1 if is_why and at - 1 > crossed.cue.last else at


def _is_infinitive(crossed: CrossedWords, at: int) -> bool:
    first = at + 1 if crossed.pieces[at].lower == "no" and at + 1 < len(crossed.pieces) else at
    if not crossed.pieces[first].is_infinitive or (crossed.cue.stance == "asks" and crossed.cue.is_impersonal):
        return False  # "se propone bajar": what somebody means to do
    before = crossed.pieces[at - 1]
    if any(crossed.cue.takes(kind) and before.lower in words for kind, words in LINKED_INFINITIVES.items()):
        return True
    return crossed.cue.takes("infinitive") and before.pos != "ADP"


def _is_state(crossed: CrossedWords, at: int) -> bool:
    """Tell what somebody says of themselves after any verb of saying: "contó *haber visto* el fuego"."""
    verb = crossed.cue.verb
    if verb is None or "clause" not in verb.takes or crossed.cue.stance == "asks" or verb.lemma in proving_verbs():
        return False
    if not _is_next(crossed, at) or verb.needs not in (None, "source") or crossed.cue.is_impersonal:
        return False
    infinitive = crossed.pieces[at + 1 if crossed.pieces[at].lower == "no" and at + 1 < len(crossed.pieces) else at]
    return infinitive.is_infinitive and any(
        infinitive.lower.startswith(state) and infinitive.lower[len(state) :] in CLITICS | {""} for state in STATES
    )  # "haberlo", not "servir"


def _is_wish(crossed: CrossedWords, at: int) -> bool:
    """Tell a clause whose "que" is left out before a subjunctive: "pidió *se investigue* el caso"."""
    if not _is_next(crossed, at) or not crossed.cue.takes("clause"):
        return False
    verb = at
    while verb < len(crossed.pieces) - 1 and crossed.pieces[verb].lower in CLITICS | {"no"}:
        verb += 1
    is_word = crossed.pieces[verb].is_finite and not crossed.pieces[verb].is_capital
    return is_word and crossed.pieces[verb].mood == "Sub"


def _is_next(crossed: CrossedWords, at: int) -> bool:
    """Tell what follows a verb at once, or whoever speaks or is spoken to."""
    return at in (crossed.cue.last + 1, crossed.told_until) or (
        crossed.subject is not None and crossed.subject.stop == at
    )


def _is_content(crossed: CrossedWords, at: int) -> bool:
    is_amount = crossed.pieces[at - 2].pos == "ADV" and at - 2 > crossed.cue.last  # "se describen menos de veinte"
    is_called = crossed.pieces[at - 1].lower == "de" and crossed.cue.takes("called") and not is_amount
    is_named = is_called or crossed.pieces[at - 1].lower == "como"
    if crossed.cue.takes("as") and is_named and at > crossed.cue.last + 1:
        return not is_article_of_mark(crossed.pieces, at)
    is_object = at == crossed.cue.last + 1 or not crossed.has_object
    return crossed.cue.takes("content") and is_object and _tells(crossed, at)


def _is_matter(crossed: CrossedWords, at: int) -> bool:
    """Tell whatever somebody speaks about: "denunció *el robo de un camión*", not "destacó *el ministro*"."""
    pieces = crossed.pieces
    if not crossed.cue.takes("matter") or crossed.cue.is_impersonal or pieces[at].pos not in BEGINS_PHRASE:
        return False
    stop = nominal_end(pieces, at)
    head = at + (pieces[at].pos == "DET")
    is_thing = stop > at + 1 and pieces.type_at(head) is None and not names_source(pieces, at, stop)
    is_brought = stop < len(pieces) and pieces[stop].lower == "ante"  # "denunció los hechos ante el juez"
    return is_thing and not is_brought and not is_time(pieces, at, stop) and pieces[at].lower != "lo"


def _is_governed_content(crossed: CrossedWords, at: int) -> bool:
    """Tell "insistió en la necesidad de un acuerdo"."""
    verb = crossed.cue.verb
    is_governed = verb is not None and crossed.pieces[at].lower in verb.governs
    return is_governed and crossed.cue.takes("content") and at + 1 < len(crossed.pieces) and _tells(crossed, at + 1)


def _tells(crossed: CrossedWords, at: int) -> bool:
    """Tell a noun phrase that says what was said: "*la posibilidad* de un acuerdo", "*su satisfacción* de que"."""
    if crossed.pieces[at].pos not in BEGINS_PHRASE:
        return False
    words = [piece.lower for piece in crossed.pieces[at : at + 5]]
    noun = next((place for place, word in enumerate(words[:3]) if word in content_nouns()), None)
    if noun is not None:
        return not OF.isdisjoint(words[noun + 1 : noun + 3])  # but not "anunció su compromiso"
    return words[0] in POSSESSIVES and words[2:4] == ["de", "que"]


def _is_about(crossed: CrossedWords, at: int) -> bool:
    """Tell "advirtió sobre un riesgo" from "advirtió de que"."""
    if not (crossed.cue.takes("about") and at == crossed.cue.last + 1 and crossed.pieces[at].lower in ABOUT):
        return False
    return at + 1 < len(crossed.pieces) and crossed.pieces[at + 1].lower != "que"
