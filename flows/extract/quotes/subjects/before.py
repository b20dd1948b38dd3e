"""The subject before a verb: "*Ana Ruiz, la alcaldesa*, dijo"."""

from flows.extract.quotes.cues.asides import aside_start
from flows.extract.quotes.cues.reporting import Cue
from flows.extract.quotes.phrases.head_nouns import head_noun
from flows.extract.quotes.phrases.named_pieces import NamedPieces, Phrase
from flows.extract.quotes.phrases.nominal_pieces import (
    ARTICLES,
    INNER_PREPOSITIONS,
    NOT_NOMINAL,
    PRONOUNS,
    begins_nominal,
)
from flows.extract.quotes.phrases.nouns import nominal_end
from flows.extract.quotes.phrases.prepositions import PREPOSITIONS, complement_end
from flows.extract.quotes.phrases.sources import names_source
from flows.extract.quotes.phrases.times import is_time
from flows.extract.quotes.subjects.adjuncts import after_comma, opens_adjunct
from flows.extract.quotes.subjects.antecedents import RELATIVES, antecedent, phrase_ending
from flows.extract.quotes.subjects.clause_starts import LEFT_LIMIT, clause_start
from flows.extract.quotes.subjects.parsed import parsed_subject

WHOEVER = frozenset(["quien", "quienes"])
WHICH = frozenset(["cual", "cuales"])
NO_APPOSITION = frozenset(["VERB", "AUX", "ADP", "SCONJ", "ADV"])
"""What no apposition begins with."""


def subject_before(pieces: NamedPieces, cue: Cue) -> Phrase | None:
    """Find the subject before a verb: what its clause begins with, appositions included."""
    stop = cue.lead
    while stop > 0 and pieces[stop - 1].pos == "ADV" and pieces[stop - 1].lower not in PRONOUNS:
        stop -= 1
    stop = aside_start(pieces, stop) or stop
    if stop == 0:
        return None
    if [piece.lower for piece in pieces[max(0, stop - 3) : stop]] == ["por", "lo", "que"]:
        return None
    text = _text_that_says(pieces, stop)
    if text is not None:
        return _author_named(pieces, text)
    if stop > 2 and pieces[stop - 1].lower in WHICH and pieces[stop - 2].lower in ARTICLES:
        return _antecedent_of_which(pieces, stop - 2)
    if pieces[stop - 1].lower in RELATIVES:
        found = antecedent(pieces, stop - 1, is_plural=cue.is_plural is True)
        is_called = cue.verb is not None and "as" in cue.verb.takes  # "una ley que calificó de injusta"
        return None if is_called and found and not names_source(pieces, found.first, found.stop) else found
    first = clause_start(pieces, stop, is_plural=cue.is_plural is not False)
    at = parsed_subject(pieces, cue, first, stop)
    if at is None or (cue.is_plural and pieces.is_person(first)):
        at = _first_nominal(pieces, first, stop)
    if at is None and _is_whoever(pieces, first, stop):
        return pieces.phrase(first, stop)
    if at is None and first > 1 and pieces[first - 1].lower in WHOEVER and pieces[first - 2].lower == ",":
        return antecedent(pieces, first - 1, is_plural=cue.is_plural is True)  # "Ana Ruiz, quien ayer en el club dijo"
    return None if at is None else _own_subject(pieces, at, _subject_end(pieces, at, stop), stop)


def _text_that_says(pieces: NamedPieces, stop: int) -> Phrase | None:
    """The text in which a relative clause says something: "*una carta de Ana Ruiz* en la que pide"."""
    is_which = stop > 2 and pieces[stop - 1].lower in {"que", *WHICH} and pieces[stop - 2].lower in ARTICLES
    if not is_which or pieces[stop - 3].lower != "en":
        return None
    found = phrase_ending(pieces, stop - 3)
    noun = head_noun(pieces, found.first, found.stop) if found is not None else None
    return found if noun is not None and noun.kind == "document" else None


def _antecedent_of_which(pieces: NamedPieces, which: int) -> Phrase | None:
    """Find whom "la cual" stands for; None after a preposition: "el plan con el cual anunció"."""
    if pieces[which - 1].lower in PREPOSITIONS:
        return None
    found = phrase_ending(pieces, which) if pieces[which - 1].lower == "," else None
    is_source = found is not None and names_source(pieces, found.first, found.stop)
    return found if is_source else pieces.phrase(which, which + 2)


def _author_named(pieces: NamedPieces, text: Phrase) -> Phrase | None:
    """Whose a text is, if its phrase names a person after "de": "una carta *de Ana Ruiz*"."""
    for at in range(text.first + 1, text.stop - 1):
        if pieces[at].lower in INNER_PREPOSITIONS:
            is_one = any(pieces.is_person(piece) for piece in range(at + 1, text.stop))
            return pieces.phrase(at + 1, text.stop) if is_one else None
    return None


def _is_whoever(pieces: NamedPieces, first: int, stop: int) -> bool:
    """Tell "*Quienes conocen a Ruiz* dicen", a clause that is the subject itself, from one about somebody before it."""
    is_free = first == 0 or pieces[first - 1].lower in (",", "pero", "y")
    is_clause = first < stop and pieces[first].lower in WHOEVER and any(p.is_finite for p in pieces[first:stop])
    is_after_noun = first > 1 and begins_nominal(pieces, first - 2)
    return is_clause and is_free and not is_after_noun


def adjacent_source(pieces: NamedPieces, cue: Cue) -> Phrase | None:
    """Find the source between the last comma and a verb, whatever stands before it."""
    commas = range(cue.lead - 1, max(0, cue.lead - LEFT_LIMIT), -1)
    at = next((comma + 1 for comma in commas if pieces[comma].lower == ","), cue.lead)
    if at >= cue.lead or not begins_nominal(pieces, at) or nominal_end(pieces, at) < cue.lead:
        return None
    return pieces.phrase(at, cue.lead) if names_source(pieces, at, cue.lead) else None


def _first_nominal(pieces: NamedPieces, first: int, stop: int) -> int | None:
    at = first
    while at < stop:
        if opens_adjunct(pieces, at):
            at = after_comma(pieces, at, stop)
        elif begins_nominal(pieces, at):
            end = nominal_end(pieces, at)
            if not is_time(pieces, at, end):
                return at
            persons = (person for person in range(at + 1, end) if pieces.is_person(person))
            at = next(persons, max(end, at + 1))  # "El 3 de mayo *Ana Ruiz* dijo"
        elif pieces[at].lower in PREPOSITIONS or pieces[at].lower in INNER_PREPOSITIONS:
            at = max(_adjunct_end(pieces, at + 1, stop), at + 1)
        elif pieces[at].pos in ("VERB", "AUX"):
            return None
        else:
            at += 1
    return None


def _adjunct_end(pieces: NamedPieces, at: int, stop: int) -> int:
    """Where what a preposition governs ends, past whose title it is: "Con *el ministro, Luis Paz*, dijo"."""
    end = complement_end(pieces, at)
    name = end + 1
    while name < stop and pieces.is_person(name):
        name += 1
    noun = head_noun(pieces, at, end)
    is_title = noun is not None and noun.is_one_person and end < stop and pieces[end].lower == ","
    is_named = name > end + 1 and name == stop - 1 and pieces[name].lower == ","
    return name if is_title and is_named and not any(map(pieces.is_person, range(at, end))) else end


def _subject_end(pieces: NamedPieces, first: int, stop: int) -> int:
    """End the subject before its verb; what is no apposition ("en rueda de prensa") is left out."""
    end = stop
    while end > first + 1 and pieces[end - 1].pos in ("PUNCT", "ADV", "SPACE") and pieces[end - 1].lower != ")":
        end -= 1
    commas = [at for at in range(first, end) if pieces[at].lower == ","]
    for comma, following in zip(commas, [*commas[1:], end], strict=False):
        if comma + 1 >= end or not _may_be_apposition(pieces, comma + 1, following):
            return comma
    return end


def _may_be_apposition(pieces: NamedPieces, at: int, stop: int) -> bool:
    piece = pieces[at]
    if piece.lower in NOT_NOMINAL or piece.lower in PREPOSITIONS or piece.pos in NO_APPOSITION:
        return False
    return not is_time(pieces, at, stop)


def _own_subject(pieces: NamedPieces, first: int, end: int, stop: int) -> Phrase | None:
    """The subject of a verb where a name before it ends an adjunct, as no comma after its apposition tells.

    "Tras ver a su colega, Igor Sokolov, *el canciller* dijo".
    """
    commas = [at for at in range(first, end) if pieces[at].lower == ","]
    is_after_adjunct = first > 0 and pieces[first - 1].lower == "," and pieces.type_at(first) == "PER"
    if is_after_adjunct and commas and end == stop and pieces[commas[-1] + 1].pos == "DET":
        first = commas[-1] + 1
    elif commas and end == stop and pieces.type_at(first) in ("ORG", "LOC") and pieces.is_person(end - 1):
        first = commas[-1] + 1  # "En el acto del club y el Banco del Sur, *Ana Ruiz* dijo": a body is no person
    return pieces.phrase(_apposed_name(pieces, first, end, stop), end)


def _apposed_name(pieces: NamedPieces, first: int, end: int, stop: int) -> int:
    """Where the name begins that a subject is apposed to: "Ayer, *Ana Ruiz*, la jefa del equipo, dijo"."""
    is_apposed = end < stop and first > 1 and pieces[first - 1].lower == "," and pieces[first].pos == "DET"
    name = first - 1
    while is_apposed and name > 0 and pieces.is_person(name - 1):
        name -= 1
    is_set_off = name == 0 or pieces[name - 1].lower == ","
    return name if name < first - 1 and is_set_off else first
