"""Where a reporter goes on about the speaker: "dijo que el plan avanza *y criticó* a otros", "*y viajó* a Roma"."""

from collections.abc import Sequence

from flows.extract.quotes.cues.reporting import Cue
from flows.extract.quotes.cues.verb_groups import CLITICS, HAVE
from flows.extract.quotes.lexicon.cues import deed_forms
from flows.extract.quotes.phrases.head_nouns import names_person
from flows.extract.quotes.reading import Reading
from flows.extract.quotes.utterances.pieces import Piece

ADDITIONS = frozenset(["y", "e", "pero"])
ADVERBS = 2
"""How many adverbs may stand before the verb: "y también hoy pidió"."""
BEFORE_VERB = 3
"""How many words may stand between "y" and the verb: "y también se ha marchado"."""

TOLD = ("Past", "Perfect")
"""Tenses that a report tells deeds in: "dijo", "ha dicho". In the present all is told alike."""


def next_deed(reading: Reading, cue: Cue, other: Cue, at: int) -> int | None:
    """The piece before a verb of saying that is coordinated with a cue, not with the clause that the cue reports.

    It is in the cue's tense and number, and no verb of the clause is in that tense.

    Args:
        reading: the utterance.
        cue: what governs the clause.
        other: the verb of saying after it.
        at: where the clause begins.
    """
    pieces = reading.pieces
    tense = _tense_of(reading, cue)
    if tense is None or other.kind != "finite" or other.is_plural != cue.is_plural:
        return None
    if _tense(pieces, other.lead, other.last + 1) != tense:
        return None
    opening = other.lead - 1
    while opening > other.lead - 1 - ADVERBS and pieces[opening].pos == "ADV":
        opening -= 1
    if opening <= at or pieces[opening].lower not in ADDITIONS:
        return None
    return None if _is_told_in(pieces, at, opening, tense) else _before(pieces, opening)


def next_other_deed(reading: Reading, cue: Cue, at: int) -> int | None:
    """The piece before what the speaker does next that is no saying: "dijo que no firmará *y viajó a Roma*".

    The verb must not be one that the subject of the reported clause may have: "dijo que el fuego sigue y dejó heridos".
    """
    pieces = reading.pieces
    tense = _tense_of(reading, cue)
    if tense is None:
        return None
    openings = ADDITIONS | {","} if _is_infinitive(pieces, at) else ADDITIONS  # "alegó ser viudo, *dejó* su escaño y"
    for opening in range(at + 1, len(pieces) - 1):
        if pieces[opening].lower not in openings:
            continue
        verb = _verb_after(pieces, opening)
        if (
            verb is None
            or _tense(pieces, opening, verb + 1) != tense
            or _is_plural(pieces, opening, verb) != cue.is_plural
        ):
            continue
        if _is_told_in(pieces, at, opening, tense):
            return None
        is_own = pieces[opening - 1].lower == "," or not _shares_subject(reading, at, opening, verb)
        return _before(pieces, opening) if is_own and not _has_subject_after(pieces[verb]) else None
    return None


def _is_infinitive(pieces: Sequence[Piece], at: int) -> bool:
    return at < len(pieces) and pieces[at].is_infinitive


def _tense_of(reading: Reading, cue: Cue) -> str | None:
    tense = _tense(reading.pieces, cue.lead, cue.last + 1) if cue.kind == "finite" else None
    return tense if tense in TOLD else None


def _is_told_in(pieces: Sequence[Piece], first: int, stop: int, tense: str) -> bool:
    return any(_tense(pieces, place, place + 1) == tense for place in range(first, stop))


def _before(pieces: Sequence[Piece], opening: int) -> int:
    return opening - 1 if pieces[opening - 1].lower == "," else opening


def _verb_after(pieces: Sequence[Piece], opening: int) -> int | None:
    for at in range(opening + 1, min(opening + 1 + BEFORE_VERB, len(pieces))):
        token = pieces[at].token
        if token is not None and pieces[at].pos in ("VERB", "AUX") and pieces[at].lower not in HAVE:
            return at if pieces[at].is_finite or pieces[at - 1].lower in HAVE else None
        if pieces[at].pos != "ADV" and pieces[at].lower not in CLITICS | HAVE | {"no"}:
            return None
    return None


def _is_plural(pieces: Sequence[Piece], opening: int, verb: int) -> bool:
    words = (piece.token for piece in pieces[opening + 1 : verb + 1] if piece.is_finite)
    return any(token is not None and "Plur" in token.morph.get("Number", []) for token in words)


def _shares_subject(reading: Reading, at: int, opening: int, verb: int) -> bool:
    """Tell whether the reported clause has a subject that may be the next verb's too, as "el fuego sigue y dejó"."""
    pieces = reading.pieces
    is_plural = _is_plural(pieces, opening, verb)
    for place in range(at, opening):
        token = pieces[place].token
        if token is None or token.dep_ != "nsubj" or ("Plur" in token.morph.get("Number", [])) != is_plural:
            continue
        phrase = reading.pieces.phrase(place, place + 1)
        is_person = phrase is not None and names_person(reading.pieces, phrase)
        return is_person or pieces[verb].lower not in deed_forms()
    return any(pieces[place].lower in ("hay", "habrá", "había", "haya") for place in range(at, opening))


def _has_subject_after(verb: Piece) -> bool:
    return verb.token is not None and any(t.dep_ == "nsubj" and t.i > verb.token.i for t in verb.token.children)


def _tense(pieces: Sequence[Piece], first: int, stop: int) -> str | None:
    """The tense of the first finite verb of some pieces, "Perfect" for "ha dicho"; None where there is none."""
    for place in range(first, stop):
        token = pieces[place].token
        if token is not None and pieces[place].is_finite:
            is_perfect = token.lower_ in ("ha", "han")
            return "Perfect" if is_perfect else next(iter(token.morph.get("Tense", [])), "Other")
    return None
