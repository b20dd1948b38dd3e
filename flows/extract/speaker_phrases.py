"""The words that name a speaker: the subject of a cue, before or after it, and the source after "según"."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from flows.extract.reporting_cues import CLITICS, Cue
from flows.extract.speaker_nouns import speaker_nouns
from flows.extract.utterances import Piece

NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "X", "SYM"})
NOT_NOMINAL = frozenset(
    "que quien quienes cual cuales cuyo se le les lo me nos si no ya también además cuando donde mientras como según y/o".split()
)
INNER_PREPOSITIONS = frozenset("de del".split())
SKIPPED_PREPOSITIONS = frozenset(
    "a al ante en durante tras con contra desde por sobre mediante hacia entre para sin bajo hasta vía".split()
)
TIME_NOUNS = frozenset(
    "lunes martes miércoles jueves viernes sábado domingo semana mañana tarde noche madrugada hora horas día días mes año mediodía fin minutos "
    "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre jornada ayer hoy anoche vez momento".split()
)
PRONOUNS = frozenset("él ella ellos ellas éste ésta éstos éstas ambos aquél".split())
LEFT_LIMIT, RIGHT_LIMIT = 60, 40


@dataclass(frozen=True, slots=True)
class Phrase:
    """A speaker's phrase as it stands; indexes count pieces, half-open."""

    first: int
    stop: int
    start: int
    end: int


IsNamed = Callable[[int, int], bool]
"""Whether a name begins within the given characters."""


def phrase_after(pieces: Sequence[Piece], at: int, is_named: IsNamed, *, skip: bool = True) -> Phrase | None:
    """Find the noun phrase that follows, past adverbs, times and other complements if ``skip``."""
    limit = min(len(pieces), at + RIGHT_LIMIT)
    while at < limit:
        piece = pieces[at]
        if piece.mark is not None or piece.lower in (
            "que",
            "si",
            ":",
            ".",
            ";",
            "...",
            "…",
            "?",
            "!",
            "y",
            "e",
            "pero",
        ):
            return None
        if piece.pos in ("VERB", "AUX") and not piece.lower[:1].isupper() and not is_named(piece.start, piece.end):
            return None
        if _begins_nominal(pieces, at, is_named):
            stop = _nominal_end(pieces, at, is_named)
            if not (skip and _is_time(pieces, at, stop, is_named)):
                return _phrase(pieces, at, stop)
            at = stop
        elif skip and piece.lower in SKIPPED_PREPOSITIONS:
            at = _nominal_end(pieces, at + 1, is_named) if at + 1 < limit else limit
        elif skip:
            at += 1
        else:
            return None
    return None


def phrase_before(pieces: Sequence[Piece], cue: Cue, is_named: IsNamed) -> Phrase | None:
    """Find the subject before a cue: the noun phrase that its clause begins with, appositions included."""
    stop = cue.lead
    while stop > 0 and pieces[stop - 1].pos == "ADV" and pieces[stop - 1].lower not in PRONOUNS:
        stop -= 1
    if stop == 0:
        return None
    first = _clause_start(pieces, stop)
    parsed = _parsed_subject(pieces, cue, first, stop)
    if parsed is not None:
        return _phrase(pieces, parsed, _subject_end(pieces, parsed, stop, is_named))
    at = first
    while at < stop:
        if _begins_nominal(pieces, at, is_named):
            end = _nominal_end(pieces, at, is_named, before_cue=True)
            if not _is_time(pieces, at, end, is_named):
                return _phrase(pieces, at, _subject_end(pieces, at, stop, is_named))
            at = max(end, at + 1)
        elif pieces[at].lower in SKIPPED_PREPOSITIONS | INNER_PREPOSITIONS:
            at = max(_nominal_end(pieces, at + 1, is_named), at + 1)
        elif pieces[at].pos in ("VERB", "AUX"):
            return None
        else:
            at += 1
    return None


def _clause_start(pieces: Sequence[Piece], stop: int) -> int:
    """Go back to where the cue's clause begins: a mark, a verb that the clause does not hold, "que", "y" before it."""
    first = stop
    while first > max(0, stop - LEFT_LIMIT):
        before = pieces[first - 1]
        if before.mark is not None or before.lower in (
            ";",
            ":",
            ".",
            "que",
            "pero",
            "mientras",
            "aunque",
            "donde",
            "cuando",
            "(",
            "—",
        ):
            break
        if before.lower in ("y", "e") and not _joins_names(pieces, first - 1):
            break
        first -= 1
    return first


def _joins_names(pieces: Sequence[Piece], at: int) -> bool:
    if at == 0 or at + 1 >= len(pieces):
        return False
    left, right = pieces[at - 1], pieces[at + 1]
    return left.pos in NOMINAL and (right.pos in ("PROPN", "DET", "NOUN", "ADJ")) and left.pos != "PRON"


def _parsed_subject(pieces: Sequence[Piece], cue: Cue, first: int, stop: int) -> int | None:
    token = pieces[cue.first].token
    if token is None:
        return None
    for at in range(first, stop):
        other = pieces[at].token
        if other is not None and other.dep_ == "nsubj" and other.head.i == token.i and other.pos_ in NOMINAL:
            if other.lower_ in NOT_NOMINAL:
                continue
            edge = other.left_edge.idx
            inside = [i for i in range(first, at + 1) if pieces[i].start >= edge]
            return _trim_left(pieces, inside[0], at)
    return None


def _trim_left(pieces: Sequence[Piece], first: int, head: int) -> int:
    while first < head and (pieces[first].pos in ("PUNCT", "CCONJ", "ADV", "SCONJ", "ADP", "SPACE")):
        first += 1
    return first


def _subject_end(pieces: Sequence[Piece], first: int, stop: int, is_named: IsNamed) -> int:
    """End the subject before the cue; parentheticals that are no apposition ("en rueda de prensa") are left out."""
    end = stop
    while end > first and pieces[end - 1].pos in ("PUNCT", "ADV", "SPACE") and pieces[end - 1].lower != ")":
        end -= 1
    commas = [i for i in range(first, end) if pieces[i].lower == ","]
    for number, comma in enumerate(commas):
        following = pieces[comma + 1] if comma + 1 < end else None
        if following is None:
            return comma
        if following.lower in SKIPPED_PREPOSITIONS | NOT_NOMINAL or following.pos in (
            "VERB",
            "AUX",
            "ADP",
            "SCONJ",
            "ADV",
        ):
            return comma
        if _is_time(pieces, comma + 1, commas[number + 1] if number + 1 < len(commas) else end, is_named):
            return comma
    return end


def _begins_nominal(pieces: Sequence[Piece], at: int, is_named: IsNamed) -> bool:
    piece = pieces[at]
    if piece.lower in NOT_NOMINAL or piece.lower in CLITICS - {"la", "los", "las"}:
        return False
    return piece.pos in NOMINAL or piece.lower in PRONOUNS or is_named(piece.start, piece.end)


def _nominal_end(pieces: Sequence[Piece], at: int, is_named: IsNamed, *, before_cue: bool = False) -> int:
    first = at
    while at < len(pieces):
        piece = pieces[at]
        if piece.lower in NOT_NOMINAL or piece.mark is not None:
            break
        if piece.pos in NOMINAL or is_named(piece.start, piece.end) or piece.lower in PRONOUNS:
            at += 1
        elif piece.lower in INNER_PREPOSITIONS and at > first:
            at += 1
        elif piece.lower == "(" and at > first:
            closing = next((i for i in range(at, min(at + 10, len(pieces))) if pieces[i].lower == ")"), None)
            if closing is None:
                break
            at = closing + 1
        elif piece.lower in ("y", "e") and _joins_names(pieces, at) and pieces[at + 1].pos == "PROPN":
            at += 1
        elif (
            piece.lower in ("-", "–", "/", "'", "’", "‘", '"', "“", "”", "«", "»")
            and at > first
            and at + 1 < len(pieces)
            and pieces[at + 1].start - piece.end < 1
        ):
            at += 1
        elif piece.lower == "," and _is_name_apposition(pieces, first, at, is_named):
            at += 1
        else:
            break
    while at > first and (pieces[at - 1].lower in INNER_PREPOSITIONS or pieces[at - 1].pos == "DET"):
        at -= 1
    return at


def _is_name_apposition(pieces: Sequence[Piece], first: int, comma: int, is_named: IsNamed) -> bool:
    """Tell "la portavoz del Consejo, Adrienne Watson" from a name that a comma ends."""
    if comma == first or comma + 1 >= len(pieces):
        return False
    head = next((p for p in pieces[first:comma] if p.pos in ("NOUN", "PROPN")), None)
    following = pieces[comma + 1]
    return (
        head is not None
        and head.lower in speaker_nouns()
        and following.token is not None
        and following.token.text[:1].isupper()
        and is_named(following.start, following.end)
    )


def _is_time(pieces: Sequence[Piece], first: int, stop: int, is_named: IsNamed) -> bool:
    words = [piece.lower for piece in pieces[first:stop]]
    head = next(
        (p.lower for p in pieces[first:stop] if p.pos not in ("DET", "ADJ", "NUM") or p.lower in TIME_NOUNS), None
    )
    return head in TIME_NOUNS or bool(words) and words[0].isdigit()


def _phrase(pieces: Sequence[Piece], first: int, stop: int) -> Phrase | None:
    if stop <= first:
        return None
    return Phrase(first, stop, pieces[first].start, pieces[stop - 1].end)
