"""Phrases that name somebody who speaks: a name, a role, a body, a document, a pronoun."""

from flows.extract.quotes.lexicon.speaker_nouns import speaker_nouns
from flows.extract.quotes.phrases.head_nouns import head_noun
from flows.extract.quotes.phrases.named_pieces import NamedPieces
from flows.extract.quotes.phrases.nominal_pieces import ARTICLES, PRONOUNS
from flows.extract.quotes.phrases.nouns import QUOTES, nominal_end

QUANTIFIERS = frozenset(
    ["muchos", "muchas", "algunos", "algunas", "otros", "otras", "varios", "varias", "pocos", "todos"]
)
EMPHATIC = frozenset(["propio", "propia", "mismo", "misma", "también"])
"""What may stand between an article and a name: "el propio Ruiz"."""


def names_source(pieces: NamedPieces, first: int, stop: int) -> bool:
    """Tell a phrase that names somebody who speaks: a name, a role, a body, a document, a pronoun."""
    first += pieces[first].lower in QUOTES and pieces[first].mark is None and first + 1 < stop  # "según 'El Faro'"
    if pieces[first].lower in PRONOUNS | {"quien", "quienes"} or (
        stop == first + 1 and pieces[first].lower in QUANTIFIERS
    ):
        return True
    noun = head_noun(pieces, first, stop)
    if noun is not None:
        is_named = any(pieces[at - 1].lower == "," and pieces.is_person(at) for at in range(first + 2, stop))
        is_title = is_named or (first + 1 < stop and pieces.is_person(first + 1))  # but not "portavoz dijo"
        is_noun = pieces[first].lower in speaker_nouns() and pieces[first].lower not in ARTICLES  # "una" is one
        is_bare = is_noun and not pieces[first].is_capital
        return not (is_bare and noun.is_one_person and not is_title)
    comma = nominal_end(pieces, first)
    if comma + 1 < stop and pieces[comma].lower == "," and _is_set_off_name(pieces, comma + 1):
        return True  # "El vigilante de la Bolsa, la Comisión de Valores"
    head = first + 1 if pieces[first].pos == "DET" and first + 1 < stop else first
    head += pieces[head].lower in EMPHATIC and head + 1 < stop
    is_proper = pieces[head].pos == "PROPN" and pieces[head].is_capital
    return is_proper or pieces.type_at(head) is not None


def _is_set_off_name(pieces: NamedPieces, at: int) -> bool:
    name = at + 1 if pieces[at].pos == "DET" and at + 1 < len(pieces) else at
    return pieces.is_name(name)
