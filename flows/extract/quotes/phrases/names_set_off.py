"""Names set off from their title: "la portavoz del Consejo, *Ana Ruiz*"."""

from itertools import takewhile

from flows.extract.quotes.lexicon.speaker_nouns import speaker_noun
from flows.extract.quotes.phrases.head_nouns import head_noun
from flows.extract.quotes.phrases.named_pieces import NamedPieces
from flows.extract.quotes.phrases.nominal_pieces import INNER_PREPOSITIONS, begins_nominal

REACH = 14
"""Pieces after a title within which the name of who has it may stand: "la jefa *en temas de* ..., *Ana Ruiz*"."""


def name_set_off(pieces: NamedPieces, first: int, at: int) -> int | None:
    """Go on to the name of "la portavoz del Consejo, Ana Ruiz" and "la licenciada en nutrición Ana Ruiz"."""
    if not _presents_person(pieces, first, at) or any(_is_named(pieces, i) for i in range(first, at)):
        return None
    if any(pieces.is_person(i) for i in range(first, at)):  # "el abogado de Ruiz, Luis Paz"
        is_apposed = pieces[at].lower == "," and not pieces.is_person(at) and _is_apposed_name(pieces, at + 1)
        return _name_end(pieces, at + 1) if is_apposed and _ends_phrase(pieces, _name_end(pieces, at + 1)) else None
    is_apposed = at + 1 < len(pieces) and pieces[at + 1].pos == "DET"  # "el jefe, el radical Ana Ruiz"
    limit = at + 2 if pieces[at].lower == "," and not is_apposed else at + REACH
    for name in range(at + 1, min(limit, len(pieces))):
        if pieces.is_person(name):
            is_next_subject = is_apposed and pieces[at].lower == "," and _is_subject(pieces, name)
            return None if is_next_subject else name + 1
        if pieces[name].lower == "," and _is_apposed_name(pieces, name + 1):
            return name + 2  # "el presidente del club en Lima, Luis Paz"
        is_inner = pieces[name].lower in INNER_PREPOSITIONS and not is_apposed
        if not (begins_nominal(pieces, name) or is_inner):
            return None
    return None


def _is_apposed_name(pieces: NamedPieces, at: int) -> bool:
    """Tell a person's name that nothing follows which it would be the subject of."""
    return _name_end(pieces, at) > at and not _is_subject(pieces, at)


def _is_subject(pieces: NamedPieces, at: int) -> bool:
    """Tell a name of which what follows tells: "según el juez, el senador *Luis Paz* viajó"."""
    end = _name_end(pieces, at)
    while end < len(pieces) and pieces[end].pos == "ADV":
        end += 1
    if end < len(pieces) and pieces[end].lower in ("y", "e"):  # "el senador *Luis Paz* y su esposa pagaron"
        rest = takewhile(lambda piece: piece.lower not in (",", ".", ";"), (pieces[i] for i in range(end, len(pieces))))
        return any(piece.is_finite for piece in rest)
    return end < len(pieces) and pieces[end].pos in ("VERB", "AUX", "PRON")


def _name_end(pieces: NamedPieces, at: int) -> int:
    while at < len(pieces) and pieces.is_person(at):
        at += 1
    return at


def _ends_phrase(pieces: NamedPieces, at: int) -> bool:
    return at == len(pieces) or pieces[at].lower in (".", ",", ";")


def _is_named(pieces: NamedPieces, at: int) -> bool:
    """Tell a person's name that is no complement: "el abogado *Ruiz*", but not "el abogado de Ruiz"."""
    if not pieces.is_person(at):
        return False
    while at > 0 and pieces.is_person(at - 1):
        at -= 1
    return at == 0 or pieces[at - 1].lower not in INNER_PREPOSITIONS


def _presents_person(pieces: NamedPieces, first: int, stop: int) -> bool:
    """Tell a phrase of one person, or of what is one person's: "los informes del presidente del Consejo"."""
    noun = head_noun(pieces, first, stop)
    if noun is not None and noun.kind == "person":
        return not noun.is_plural
    owners = (
        speaker_noun(pieces[at].lower)
        for at in range(first + 1, stop)
        if pieces[at - 1].lower == "del" or pieces[at - 1].pos == "DET"
    )
    return any(owner is not None and owner.is_one_person for owner in owners)
