"""Whom a relative pronoun stands for: "*Ana Ruiz*, de 40 años, quien dijo que"."""

from flows.extract.quotes.phrases.brackets import opening_bracket
from flows.extract.quotes.phrases.head_nouns import names_person
from flows.extract.quotes.phrases.named_pieces import NamedPieces, Phrase
from flows.extract.quotes.phrases.nominal_pieces import INNER_PREPOSITIONS, begins_nominal
from flows.extract.quotes.phrases.prepositions import PREPOSITIONS
from flows.extract.quotes.phrases.sources import names_source

RELATIVES = frozenset(["que", "quien", "quienes"])
"""Pronouns whose antecedent may speak."""
NEUTER = frozenset(["lo", "algo", "esto", "eso", "ello"])


def antecedent(pieces: NamedPieces, relative: int, *, is_plural: bool) -> Phrase | None:
    """Find whom a relative pronoun stands for: "*Ana Ruiz*, quien dijo que"."""
    before = [piece.lower for piece in pieces[max(0, relative - 2) : relative]]
    if any(word in PREPOSITIONS or word in INNER_PREPOSITIONS for word in before):
        return None  # "la carta en la que piden": who asks is not told
    if before == ["la", "vez"]:
        return None  # "a la vez que pide"
    if relative and pieces[relative - 1].lower in NEUTER:
        return pieces.phrase(relative - 1, relative)
    is_person = pieces[relative].lower in ("quien", "quienes")
    found = phrase_ending(pieces, relative - 1 if relative and pieces[relative - 1].lower == "," else relative)
    found = _who_is_from(pieces, found) if found is not None else None
    if is_person and found is not None and not names_source(pieces, found.first, found.stop):
        found = _whose_it_is(pieces, found)
    while is_person and found is not None and not names_source(pieces, found.first, found.stop):
        if found.first == 0 or pieces[found.first - 1].lower not in (",", "de"):
            return None
        found = phrase_ending(pieces, found.first - 1)  # "Ana Ruiz, de 40 años, quien"
    if is_person and found is None:
        return pieces.phrase(relative, relative + 1)  # "hay quienes dicen que"
    return _list_of(pieces, found) if found is not None and is_plural else found


def _whose_it_is(pieces: NamedPieces, thing: Phrase) -> Phrase:
    """Whose something is, by the end of its phrase: "las palabras de *Ana Ruiz*, quien"."""
    inner = (at + 1 for at in range(thing.first + 1, thing.stop - 1) if pieces[at].lower in INNER_PREPOSITIONS)
    first = next((at for at in inner if names_source(pieces, at, thing.stop)), None)
    owner = pieces.phrase(first, thing.stop) if first is not None else None
    return owner if owner is not None and pieces.is_person(owner.stop - 1) else thing


def _who_is_from(pieces: NamedPieces, place: Phrase) -> Phrase:
    """Whose seat a place is, not the place: "*Ana Ruiz*, diputada por Lugo, que dijo"."""
    if place.first == 0 or pieces[place.first - 1].lower != "por" or pieces.type_at(place.first) != "LOC":
        return place
    title = phrase_ending(pieces, place.first - 1)
    if title is None or not names_person(pieces, title):
        return place
    name = phrase_ending(pieces, title.first - 1) if title.first and pieces[title.first - 1].lower == "," else None
    return name if name is not None and names_source(pieces, name.first, name.stop) else title


def _list_of(pieces: NamedPieces, last: Phrase) -> Phrase | None:
    """The names of which a phrase is the last: "*el Lugo y el Elche*, que anuncian que"."""
    first = last.first
    while first > 1 and pieces[first - 1].lower in ("y", "e", ","):
        other = phrase_ending(pieces, first - 1)
        if other is None or {pieces.type_at(other.stop - 1), pieces.type_at(last.first)} == {None}:
            break
        first = other.first
    return pieces.phrase(first, last.stop)


def phrase_ending(pieces: NamedPieces, stop: int) -> Phrase | None:
    """The noun phrase that ends before a piece, or before the bracket there: "Ana Ruiz (40)"."""
    if stop and pieces[stop - 1].lower == ")":
        stop = opening_bracket(pieces, stop - 1)
    if stop and pieces[stop - 1].lower == ",":
        stop -= 1
    first = stop
    while first > 0 and (begins_nominal(pieces, first - 1) or pieces[first - 1].lower in INNER_PREPOSITIONS):
        first -= 1
    while first < stop and pieces[first].lower in INNER_PREPOSITIONS:
        first += 1
    return pieces.phrase(first, stop)
