"""The words that name a speaker: the subject of a cue, before or after it, and the source after "según"."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from flows.extract.reporting_cues import Cue
from flows.extract.speaker_nouns import SpeakerNoun, speaker_noun, speaker_nouns
from flows.extract.utterances import Piece

NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "X", "SYM"})
NOT_NOMINAL = frozenset(
    [
        "que",
        "quien",
        "quienes",
        "cual",
        "cuales",
        "cuyo",
        "cuya",
        "se",
        "le",
        "les",
        "lo",
        "me",
        "nos",
        "te",
        "si",
        "no",
        "ya",
        "sí",
        "ello",
        "también",
        "además",
        "cuando",
        "donde",
        "mientras",
        "como",
        "según",
        "ni",
        "o",
        "u",
        "pero",
        "sino",
        "aunque",
        "porque",
        "pues",
        "así",
    ]
)
INNER_PREPOSITIONS = frozenset(["de", "del"])
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
    ]
)
TIME_NOUNS = frozenset(
    [
        "lunes",
        "martes",
        "miércoles",
        "jueves",
        "viernes",
        "sábado",
        "domingo",
        "semana",
        "semanas",
        "mañana",
        "tarde",
        "noche",
        "madrugada",
        "hora",
        "horas",
        "día",
        "días",
        "mes",
        "meses",
        "año",
        "años",
        "mediodía",
        "fin",
        "minutos",
        "tiempo",
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "setiembre",
        "octubre",
        "noviembre",
        "diciembre",
        "jornada",
        "ayer",
        "hoy",
        "anoche",
        "vez",
        "momento",
    ]
)
PRONOUNS = frozenset(["él", "ella", "ellos", "ellas", "éste", "ésta", "éstos", "éstas", "ambos", "aquél"])
RELATIVES = frozenset(["que", "quien", "quienes"])
ARTICLES = frozenset(["el", "la", "los", "las", "un", "una", "este", "esta"])
NEUTER = frozenset(["lo", "algo", "esto", "eso", "ello"])
PHRASE_BREAKS = frozenset(
    [";", ":", ".", "que", "pero", "mientras", "aunque", "donde", "cuando", "(", "—", "–", "sino"]
)
QUOTES = frozenset("\"'‘’“”«»")
LEFT_LIMIT, RIGHT_LIMIT, BRACKET_LIMIT = 60, 40, 12


@dataclass(frozen=True, slots=True)
class Phrase:
    """A speaker's phrase as it stands; indexes count pieces, half-open."""

    first: int
    stop: int
    start: int
    end: int


NameType = Callable[[int, int], str | None]
"""The type of the name that overlaps the given characters; None: no name."""


class SpeakerPhrases:
    """Finds noun phrases among the pieces of an utterance, from what is tagged and from the names in it."""

    def __init__(self, pieces: Sequence[Piece], name_type: NameType) -> None:
        self.pieces = pieces
        self.name_type = name_type

    # -- before and after the cue

    def after(self, at: int, *, skip: bool = True) -> Phrase | None:
        """Find the noun phrase that follows, past adverbs, times and prepositional phrases if ``skip``."""
        limit = min(len(self.pieces), at + RIGHT_LIMIT)
        while at < limit:
            if self.begins_nominal(at):
                stop = self.nominal_end(at, is_subject=True)
                if not (skip and self.is_time(at, stop)):
                    return self.phrase(at, stop)
                at = max(stop, at + 1)
            elif skip and self.is_preposition(at):
                at = max(self.nominal_end(at + 1), at + 1)
            elif skip and (self.pieces[at].pos == "ADV" or self.pieces[at].lower in (",", "(", ")", "hace")):
                at += 1
            else:
                return None
        return None

    def before(self, cue: Cue) -> Phrase | None:
        """Find the subject before a verb: what its clause begins with, appositions included."""
        stop = cue.lead
        while stop > 0 and self.pieces[stop - 1].pos == "ADV" and self.pieces[stop - 1].lower not in PRONOUNS:
            stop -= 1
        if stop == 0:
            return None
        if self.pieces[stop - 1].lower in RELATIVES:
            return self._antecedent(stop - 1)
        first = self._clause_start(stop, is_plural=cue.is_plural is not False)
        at = self._parsed_subject(cue, first, stop)
        if at is None:
            at = self._first_nominal(first, stop)
        return None if at is None else self.phrase(at, self._subject_end(at, stop))

    def inherited(self, cue: Cue) -> Phrase | None:
        """Find the subject of the verb that a gerund or a coordinate verb hangs on: "Ana saludó ..., elogiando"."""
        token = self.pieces[cue.first].token
        if token is None:
            return None
        for head in [token.head, token.head.head, token.head.head.head]:
            for at in range(min(cue.lead, LEFT_LIMIT * 2)):
                other = self.pieces[at].token
                if other is not None and other.dep_ == "nsubj" and other.head.i == head.i and head.i != token.i:
                    if other.lower_ not in NOT_NOMINAL:
                        first = self._left_edge(at, 0)
                        return self.phrase(first, self.nominal_end(first, is_subject=True))
        return None

    def _antecedent(self, relative: int) -> Phrase | None:
        if relative and self.pieces[relative - 1].lower in NEUTER:
            return self.phrase(relative - 1, relative)
        stop = relative - 1 if relative and self.pieces[relative - 1].lower == "," else relative
        first = stop
        while first > 0 and (self.begins_nominal(first - 1) or self.pieces[first - 1].lower in INNER_PREPOSITIONS):
            first -= 1
        while first < stop and self.pieces[first].lower in INNER_PREPOSITIONS:
            first += 1
        return self.phrase(first, stop)

    def _clause_start(self, stop: int, *, is_plural: bool) -> int:
        """Go back to where the verb's clause begins; a relative clause in commas lies within it."""
        first, comma = stop, None
        while first > max(0, stop - LEFT_LIMIT):
            before = self.pieces[first - 1]
            if before.mark is not None or (before.lower in PHRASE_BREAKS and before.lower not in RELATIVES):
                break
            if before.lower == ")":
                first = self._opening_bracket(first - 1)
                continue
            if before.lower in ("y", "e") and not self._joins_nominals(first - 1, is_plural=is_plural):
                break
            if before.lower in RELATIVES:
                return first
            if _is_finite(before):
                relative = self._relative_before(first - 1)
                if relative is None:
                    return comma + 1 if comma is not None else first
                first = relative
                continue
            if before.lower == ",":
                comma = first - 1
            first -= 1
        return first

    def _opening_bracket(self, closing: int) -> int:
        inside = range(closing - 1, max(-1, closing - BRACKET_LIMIT), -1)
        return next((at for at in inside if self.pieces[at].lower == "("), closing)

    def _relative_before(self, verb: int) -> int | None:
        """The piece where the relative clause of a verb begins, its comma included."""
        for at in range(verb - 1, max(-1, verb - 6), -1):
            if self.pieces[at].lower in RELATIVES and self.pieces[at].token is not None:
                return at - 1 if at and self.pieces[at - 1].lower == "," else at
            if self.pieces[at].lower == ",":
                return None
        return None

    def _parsed_subject(self, cue: Cue, first: int, stop: int) -> int | None:
        token = self.pieces[cue.first].token
        if token is None:
            return None
        for at in range(stop - 1, first - 1, -1):
            other = self.pieces[at].token
            if other is not None and other.dep_ == "nsubj" and other.head.i == token.i and other.pos_ in NOMINAL:
                if other.lower_ not in NOT_NOMINAL:
                    return self._left_edge(at, first)
        return None

    def _left_edge(self, at: int, first: int) -> int:
        token = self.pieces[at].token
        assert token is not None
        edge = token.left_edge.idx
        while first < at and (
            self.pieces[first].start < edge
            or self.pieces[first].pos in ("PUNCT", "CCONJ", "ADV", "SCONJ", "ADP", "SPACE")
        ):
            first += 1
        return first

    def _first_nominal(self, first: int, stop: int) -> int | None:
        at = first
        while at < stop:
            if self.begins_nominal(at):
                end = self.nominal_end(at)
                if not self.is_time(at, end):
                    return at
                at = max(end, at + 1)
            elif self.is_preposition(at) or self.pieces[at].lower in INNER_PREPOSITIONS:
                at = max(self.nominal_end(at + 1), at + 1)
            elif self.pieces[at].pos in ("VERB", "AUX"):
                return None
            else:
                at += 1
        return None

    def _subject_end(self, first: int, stop: int) -> int:
        """End the subject before its verb; what is no apposition ("en rueda de prensa") is left out."""
        end = stop
        while (
            end > first + 1
            and self.pieces[end - 1].pos in ("PUNCT", "ADV", "SPACE")
            and self.pieces[end - 1].lower != ")"
        ):
            end -= 1
        commas = [at for at in range(first, end) if self.pieces[at].lower == ","]
        for comma, following in zip(commas, [*commas[1:], end], strict=False):
            if comma + 1 >= end or not self._may_be_apposition(comma + 1, following):
                return comma
        return end

    def _may_be_apposition(self, at: int, stop: int) -> bool:
        piece = self.pieces[at]
        if piece.lower in NOT_NOMINAL or self.is_preposition(at) or piece.pos in ("VERB", "AUX", "ADP", "SCONJ", "ADV"):
            return False
        return not self.is_time(at, stop)

    # -- noun phrases

    def begins_nominal(self, at: int) -> bool:
        """Tell whether a piece can begin a noun phrase, or go on with one."""
        piece = self.pieces[at]
        if piece.mark is not None or piece.lower in NOT_NOMINAL:
            return False
        return piece.pos in NOMINAL or piece.lower in PRONOUNS or self.name_type(piece.start, piece.end) is not None

    def is_preposition(self, at: int) -> bool:
        """Tell a preposition that begins a complement of its own, not "de"."""
        return self.pieces[at].lower in PREPOSITIONS

    def nominal_end(self, at: int, *, is_subject: bool = False) -> int:
        """Where the noun phrase that begins at a piece ends; a subject goes on to the name that its title is set off from."""
        first = at
        while at < len(self.pieces):
            step = self._step(first, at, is_subject=is_subject)
            if step is None:
                break
            at = step
        while at > first and (self.pieces[at - 1].lower in INNER_PREPOSITIONS or self.pieces[at - 1].pos == "DET"):
            at -= 1
        return at

    def _step(self, first: int, at: int, *, is_subject: bool) -> int | None:
        piece = self.pieces[at]
        if self.begins_nominal(at):
            is_next_phrase = piece.pos == "DET" and at > first and self.pieces[at - 1].pos in ("NOUN", "PROPN", "ADJ")
            return None if is_next_phrase and piece.lower in ARTICLES else at + 1
        if at == first:
            return at + 1 if piece.lower in QUOTES and piece.mark is None else None
        if piece.lower in INNER_PREPOSITIONS:
            return at + 1
        if piece.lower == "(":
            closing = range(at, min(at + BRACKET_LIMIT, len(self.pieces)))
            return next((i + 1 for i in closing if self.pieces[i].lower == ")"), None)
        if piece.lower in ("y", "e") and self._joins_names(at):
            return at + 1
        if piece.lower in QUOTES or piece.lower in ("-", "–", "/"):
            return at + 1 if at + 1 < len(self.pieces) and not self._has_space_around(at) else None
        if is_subject and piece.lower in (",", "en", "para"):
            return self._name_set_off(first, at)
        return None

    def _has_space_around(self, at: int) -> bool:
        return self.pieces[at].start > self.pieces[at - 1].end and self.pieces[at + 1].start > self.pieces[at].end

    def _name_set_off(self, first: int, at: int) -> int | None:
        """Go on to the name of "la portavoz del Consejo, Ana Ruiz" and "la licenciada en nutrición Ana Ruiz"."""
        noun = self.head_noun(first, at)
        if noun is None or noun.kind != "person" or noun.is_plural or any(self._is_person(i) for i in range(first, at)):
            return None
        limit = at + 2 if self.pieces[at].lower == "," else at + 7
        for name in range(at + 1, min(limit, len(self.pieces))):
            if self._is_person(name):
                return name + 1
            if not (self.begins_nominal(name) or self.pieces[name].lower in INNER_PREPOSITIONS):
                return None
        return None

    def _is_person(self, at: int) -> bool:
        return self.name_type(self.pieces[at].start, self.pieces[at].end) == "PER"

    def _joins_names(self, at: int) -> bool:
        return self._joins_nominals(at, is_plural=True) and self.pieces[at + 1].pos == "PROPN"

    def _joins_nominals(self, at: int, *, is_plural: bool) -> bool:
        """Tell "Agua y Saneamiento" from "y" between clauses; before a singular verb both sides must be alike."""
        if at == 0 or at + 1 >= len(self.pieces):
            return False
        left, right = self.pieces[at - 1], self.pieces[at + 1]
        if not is_plural:
            is_noun = left.pos in ("NOUN", "PROPN") and right.pos in ("NOUN", "PROPN", "ADJ")
            return is_noun and _is_capital(left) == _is_capital(right)
        return left.pos in NOMINAL and left.pos != "PRON" and right.pos in ("PROPN", "DET", "NOUN", "ADJ")

    def is_time(self, first: int, stop: int) -> bool:
        """Tell a phrase that says when: "la semana pasada"."""
        span = self.pieces[first:stop]
        head = next((p.lower for p in span if p.pos not in ("DET", "ADJ", "NUM") or p.lower in TIME_NOUNS), None)
        return head in TIME_NOUNS or (bool(span) and span[0].lower.isdigit())

    def head_noun(self, first: int, stop: int) -> SpeakerNoun | None:
        """The noun among a phrase's first words that names somebody who speaks."""
        for piece in self.pieces[first : min(stop, first + 5)]:
            noun = speaker_noun(piece.lower)
            if noun is not None:
                return noun
            if piece.pos in ("NOUN", "ADP"):
                return None
        return None

    def is_source(self, first: int, stop: int) -> bool:
        """Tell a phrase that names somebody who speaks: a name, a role, a body, a document, a pronoun."""
        if self.pieces[first].lower in PRONOUNS:
            return True
        noun = self.head_noun(first, stop)
        if noun is not None:
            is_bare = self.pieces[first].lower in speaker_nouns() and not _is_capital(self.pieces[first])
            return not (is_bare and noun.kind == "person" and not noun.is_plural)
        head = first + 1 if self.pieces[first].pos == "DET" and first + 1 < stop else first
        is_proper = self.pieces[head].pos == "PROPN" and _is_capital(self.pieces[head])
        return is_proper or self.name_type(self.pieces[head].start, self.pieces[head].end) is not None

    def phrase(self, first: int, stop: int) -> Phrase | None:
        """The phrase of some pieces; None where they are none."""
        if stop <= first:
            return None
        last = self.pieces[stop - 1]
        hanging = len(last.lower) - len(last.lower.rstrip("—–-,;:"))  # "Pinto—" may be one token
        return Phrase(first, stop, self.pieces[first].start, last.end - hanging)


def _is_capital(piece: Piece) -> bool:
    return piece.token is not None and piece.token.text[:1].isupper()


def _is_finite(piece: Piece) -> bool:
    return piece.pos in ("VERB", "AUX") and piece.token is not None and "VerbForm=Fin" in str(piece.token.morph)
