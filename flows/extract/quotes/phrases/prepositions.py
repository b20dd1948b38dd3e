"""Where the phrase after a preposition ends: "dijo a *este diario* Ana Ruiz"."""

from flows.extract.quotes.lexicon.speaker_nouns import speaker_noun
from flows.extract.quotes.phrases.named_pieces import NamedPieces
from flows.extract.quotes.phrases.nouns import nominal_end

PREPOSITIONS = frozenset(
    [
        "a",
        "al",
        "ante",
        "en",
        "durante",
        "tras",
        "con",
        "contra",
        "desde",
        "por",
        "sobre",
        "mediante",
        "hacia",
        "entre",
        "para",
        "sin",
        "bajo",
        "hasta",
        "vía",
        "respecto",
        "acerca",
        "junto",
        "debido",
        "gracias",
        "frente",
    ]
)
"""What begins a complement of its own, as "de" does not."""
LISTENERS = frozenset(["este", "esta", "nuestro", "nuestra", "dicho", "dicha"])
POINTING = frozenset(["este", "esta", "ese", "esa", "dicho", "dicha"])
PRESS = frozenset(["prensa", "medios", "periodistas", "reporteros"])
TURNS = (["su", "parte"], ["su", "lado"], ["su", "vez"], ["su", "turno"])
"""What ends there, whoever is named next: "apunta por su parte Ana Ruiz"."""


def complement_end(pieces: NamedPieces, at: int) -> int:
    """Where the noun phrase after a preposition ends; of "a DW Ana Ruiz" only the outlet is one."""
    if [piece.lower for piece in pieces[at : at + 2]] in TURNS:
        return at + 2
    name = at + 1 if at < len(pieces) and pieces[at].pos == "DET" else at
    while name < len(pieces) and pieces.type_at(name) == "ORG":
        name += 1
    is_outlet = name > at and pieces.type_at(name - 1) == "ORG"
    if is_outlet and name < len(pieces) and pieces.type_at(name) == "PER":
        return name
    stop = nominal_end(pieces, at)
    listeners = (
        person
        for person in range(at + 1, stop)
        if pieces.is_person(person) and (_is_listener(pieces, person - 1) or _is_manner(pieces, at, person))
    )
    return next(listeners, _before_speakers(pieces, at, stop))


def _before_speakers(pieces: NamedPieces, first: int, stop: int) -> int:
    """Leave those who speak out of what stands before them: "relatan en *un comunicado* expertos del club"."""
    for at in range(first + 1, stop):
        noun = speaker_noun(pieces[at].lower) if pieces[at - 1].pos == pieces[at].pos == "NOUN" else None
        if noun is not None and noun.kind == "person" and noun.is_plural:
            return at
    return stop


def _is_manner(pieces: NamedPieces, first: int, person: int) -> bool:
    """Tell "entre *lágrimas* Ana Ruiz" and "con *orgullo* Ana Ruiz", where who speaks comes next."""
    is_with = first > 0 and pieces[first - 1].lower in ("entre", "con")
    is_bare = person == first + 1 and pieces[first].pos == "NOUN" and not pieces[first].is_capital
    return is_with and is_bare and speaker_noun(pieces[first].lower) is None


def _is_listener(pieces: NamedPieces, at: int) -> bool:
    """Tell the outlet in "dijo a este diario Ana Ruiz" and "en rueda de prensa Ruiz", where who speaks comes next."""
    if pieces[at].lower in PRESS:
        return True
    noun = speaker_noun(pieces[at].lower)
    before = pieces[at - 1].lower if at else ""
    if noun is None:
        return before in POINTING and pieces[at].pos == "NOUN"  # "en este contexto Ruiz"
    return before in LISTENERS and noun.kind in ("organization", "document")
