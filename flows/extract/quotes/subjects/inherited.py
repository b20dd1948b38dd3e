"""The subject of the verb that a cue is joined to or hangs on: "*Ana Ruiz* saludó a todos y dijo que"."""

from dataclasses import replace

from flows.extract.quotes.cues.reporting import Cue, any_verb
from flows.extract.quotes.phrases.brackets import opening_bracket
from flows.extract.quotes.phrases.named_pieces import NamedPieces, Phrase
from flows.extract.quotes.phrases.nouns import nominal_end
from flows.extract.quotes.phrases.sources import names_source
from flows.extract.quotes.phrases.unnamed_members import body_of_members
from flows.extract.quotes.subjects.antecedents import RELATIVES
from flows.extract.quotes.subjects.before import subject_before
from flows.extract.quotes.subjects.clause_starts import LEFT_LIMIT
from flows.extract.quotes.subjects.parsed import is_subject_of, left_edge

COORDINATE_REACH = 25
WHICH_WORDS = 3
CLITICS = frozenset(["se", "lo", "la", "le", "los", "las", "les"])


def subject_of_coordinate(pieces: NamedPieces, cue: Cue) -> Phrase | None:
    """Find who does what a verb is joined to by "y": "Ana Ruiz, que presidía el acto, saludó y dijo que"."""
    if cue.kind != "finite" or cue.lead == 0 or pieces[cue.lead - 1].lower not in ("y", "e"):
        return None
    at, limit = cue.lead - 2, max(-1, cue.lead - COORDINATE_REACH)
    while at > limit:
        piece = pieces[at]
        if piece.mark is not None or piece.lower in (";", ":", "que", "quien", "quienes"):
            return None
        if not piece.is_finite:
            at -= 1
            continue
        verb = replace(any_verb(pieces, at), lead=at)
        found = subject_before(pieces, verb) if verb.is_plural == bool(cue.is_plural) else None
        found = found or body_of_members(pieces, verb)  # "En el club tardaron en contestar y dijeron"
        if found is None or not names_source(pieces, found.first, found.stop):
            return None
        if found.first == 0 or pieces[found.first - 1].lower != "que":
            return found
        at = found.first - 2  # "Ruiz dijo que el club pagó y añadió": who says so goes on
    return None


def inherited_subject(pieces: NamedPieces, cue: Cue) -> Phrase | None:
    """Find the subject of the verb that a gerund or a coordinate verb hangs on: "Ana saludó ..., elogiando"."""
    token = pieces[cue.first].token
    if token is None:
        return None
    found: list[Phrase] = []
    is_own_clause = cue.kind == "finite" and (token.dep_ == "advcl" or _is_in_which(pieces, cue))
    for head in [token.head, token.head.head, token.head.head.head]:
        for at in range(_break_before(pieces, cue), min(cue.lead, LEFT_LIMIT * 2)):
            if head.i != token.i and is_subject_of(pieces, at, head) and _agrees(pieces, at, cue):
                first = left_edge(pieces, at, 0)
                phrase = pieces.phrase(first, nominal_end(pieces, first, is_subject=True))
                if phrase is not None and names_source(pieces, phrase.first, phrase.stop):
                    return phrase
                found += [phrase] if phrase is not None else []
    return found[0] if found and not is_own_clause else None  # "caían lágrimas mientras contaba que": who, is left out


def subject_of_verb_before(pieces: NamedPieces, cue: Cue) -> Phrase | None:
    """Find whose deed "al" and an infinitive tells more of: "*La OMS* confirmó el dato, al señalar que"."""
    if cue.kind != "infinitive" or cue.lead == 0 or pieces[cue.lead - 1].lower != "al":
        return None
    for at in range(cue.lead - 2, max(-1, cue.lead - COORDINATE_REACH), -1):
        if pieces[at].mark is not None or pieces[at].lower in (";", ":", *RELATIVES):
            return None
        if pieces[at].is_finite:
            lead = at - (pieces[at - 1].lower in CLITICS if at else 0)
            found = subject_before(pieces, replace(any_verb(pieces, at), lead=lead))
            return found if found is not None and names_source(pieces, found.first, found.stop) else None
    return None


def _is_in_which(pieces: NamedPieces, cue: Cue) -> bool:
    """Tell "el fallo *en el que recordó* que": who does so is told before, and not by just any noun."""
    before = [piece.lower for piece in pieces[max(0, cue.lead - 3) : cue.lead]]
    return len(before) == WHICH_WORDS and before[0] == "en" and before[-1] in ("que", "cual")


def _break_before(pieces: NamedPieces, cue: Cue) -> int:
    return next((at + 1 for at in range(cue.lead - 1, -1, -1) if _parts(pieces, at)), 0)


def _parts(pieces: NamedPieces, at: int) -> bool:
    """Tell what parts a sentence from the next: a semicolon, or the end of a bracket that opens before it."""
    is_end = pieces[at].lower == ")" and opening_bracket(pieces, at, limit=LEFT_LIMIT) == at
    return is_end or pieces[at].lower == ";"


def _agrees(pieces: NamedPieces, at: int, cue: Cue) -> bool:
    """Tell whether a subject may be a plural verb's: "el club cerró; sin embargo, aseguraron que" has another."""
    token = pieces[at].token
    if token is None or not cue.is_plural:
        return True
    is_one = pieces.type_at(at) == "PER" or (token.pos_ == "NOUN" and "Number=Sing" in str(token.morph))
    return not is_one or any(child.dep_ == "conj" for child in token.children)
