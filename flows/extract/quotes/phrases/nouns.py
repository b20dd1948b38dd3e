"""Where a noun phrase ends: "dijo *la portavoz del Consejo de Ancianos* el lunes"."""

from flows.extract.quotes.cues.reporting import DASHES
from flows.extract.quotes.phrases.brackets import closing_bracket
from flows.extract.quotes.phrases.head_nouns import head_noun
from flows.extract.quotes.phrases.joined_nouns import joins_names
from flows.extract.quotes.phrases.named_pieces import NamedPieces
from flows.extract.quotes.phrases.names_set_off import name_set_off
from flows.extract.quotes.phrases.nominal_pieces import ARTICLES, INNER_PREPOSITIONS, begins_nominal
from flows.extract.quotes.utterances.pieces import PARTICIPLES

ENDS_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
"""After what an article begins the next noun phrase."""
HANGING = INNER_PREPOSITIONS | DASHES | {"y", "e"}
"""What no noun phrase ends with."""
OUTLETS = frozenset(
    ["web", "página", "sitio", "portal", "cuenta", "perfil", "canal", "twitter", "facebook", "instagram", "telegram"]
)
"""Where somebody puts out texts of their own."""
QUOTES = frozenset("\"'‘’“”«»")


def nominal_end(pieces: NamedPieces, at: int, *, is_subject: bool = False) -> int:
    """Where the noun phrase that begins at a piece ends; a subject goes on to the name set off from its title."""
    first = at
    while at < len(pieces):
        step = _step(pieces, first, at, is_subject=is_subject)
        if step is None:
            break
        at = step
    while at > first and (pieces[at - 1].lower in HANGING or pieces[at - 1].pos == "DET"):
        at -= 1
    return at


def _step(pieces: NamedPieces, first: int, at: int, *, is_subject: bool) -> int | None:
    piece = pieces[at]
    if at > first and pieces.is_glued(at - 1):
        return None
    if begins_nominal(pieces, at):
        is_article = piece.pos == "DET" and piece.lower in ARTICLES
        is_next_phrase = is_article and not piece.is_capital and pieces[at - 1].pos in ENDS_NOMINAL
        return None if is_next_phrase and at > first else at + 1
    if at == first:
        return at + 1 if piece.lower in QUOTES and piece.mark is None else None
    if piece.lower in INNER_PREPOSITIONS or (piece.lower == "también" and _is_other_office(pieces, first, at)):
        return at + 1
    if piece.lower == "(":
        closing = closing_bracket(pieces, at)
        return None if closing is None else closing + 1
    if piece.lower in ("y", "e") and joins_names(pieces, at):
        return at + 1
    if piece.lower in QUOTES or piece.lower in ("-", "–", "/"):
        return at + 1 if at + 1 < len(pieces) and not _has_space_before(pieces, at) else None
    if _tells_whose_it_is(pieces, first, at):
        return at + 1
    if is_subject and piece.lower in (",", "en", "para"):
        return name_set_off(pieces, first, at)
    return None


def _is_other_office(pieces: NamedPieces, first: int, at: int) -> bool:
    """Tell "la *también* diputada"."""
    return at == first + 1 and pieces[first].lower in ARTICLES and begins_nominal(pieces, at + 1)


def _tells_whose_it_is(pieces: NamedPieces, first: int, at: int) -> bool:
    """Tell the words with which a phrase goes on to a body whose deed or text it is."""
    return (
        (pieces[at].lower == "por" and _has_agent(pieces, at))
        or (pieces[at].lower == "más" and _is_superlative_of(pieces, at))
        or (pieces[at].lower == "en" and _is_put_out_in(pieces, first, at))
    )


def _has_agent(pieces: NamedPieces, at: int) -> bool:
    """Tell "la convocatoria establecida *por* el instituto"."""
    token = pieces[at - 1].token
    is_participle = token is not None and token.lower_.endswith(PARTICIPLES)
    return is_participle and at + 1 < len(pieces) and begins_nominal(pieces, at + 1)


def _is_superlative_of(pieces: NamedPieces, at: int) -> bool:
    """Tell "la encuesta *más reciente* del instituto", but not "dijo Ruiz más tarde"."""
    return at + 2 < len(pieces) and pieces[at + 1].pos == "ADJ" and pieces[at + 2].lower in INNER_PREPOSITIONS


def _is_put_out_in(pieces: NamedPieces, first: int, at: int) -> bool:
    """Tell a text with where it may be read: "la nota colgada *en la web del club*"."""
    noun = head_noun(pieces, first, at) if pieces[at - 1].lower.endswith(PARTICIPLES) else None
    is_text = noun is not None and noun.kind == "document"
    return is_text and any(piece.lower in OUTLETS for piece in pieces[at + 1 : at + 3])


def _has_space_before(pieces: NamedPieces, at: int) -> bool:
    """Tell a dash that sets off: "el plan -que es viejo- cuesta", but not "Castilla-La Mancha"."""
    return pieces[at].start > pieces[at - 1].end
