"""Noun phrases among the pieces of an utterance, from what is tagged and from the names in it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from flows.extract.quotes.pieces import PARTICIPLES, Piece
from flows.extract.quotes.reporting_cues import DASHES
from flows.extract.quotes.speaker_nouns import SpeakerNoun, speaker_noun, speaker_nouns

NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "X", "SYM"})
ENDS_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
"""After what an article begins the next noun phrase."""
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
        "obstante",
        "qué",
        "quién",
        "quiénes",
        "cuándo",
        "cómo",
        "dónde",
        "cuánto",
        "cuál",
        "cuáles",
    ]
)
INNER_PREPOSITIONS = frozenset(["de", "del"])
HANGING = INNER_PREPOSITIONS | DASHES | {"y", "e"}
"""What no noun phrase ends with."""
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
QUANTIFIERS = frozenset(
    ["muchos", "muchas", "algunos", "algunas", "otros", "otras", "varios", "varias", "pocos", "todos"]
)
RELATIVES = frozenset(["que", "quien", "quienes"])
ARTICLES = frozenset(["el", "la", "los", "las", "un", "una", "este", "esta"])
BEFORE_TITLE = ARTICLES | {"y", "e"}
LISTENERS = frozenset(["este", "esta", "nuestro", "nuestra", "dicho", "dicha"])
NEUTER = frozenset(["lo", "algo", "esto", "eso", "ello"])
TURNS = (["su", "parte"], ["su", "lado"], ["su", "vez"], ["su", "turno"])
"""What ends there, whoever is named next: "apunta por su parte Ana Ruiz"."""
EMPHATIC = frozenset(["propio", "propia", "mismo", "misma", "también"])
"""What may stand between an article and a name: "el propio Ruiz"."""
QUOTES = frozenset("\"'‘’“”«»")
BRACKET_LIMIT = 12


@dataclass(frozen=True, slots=True)
class Phrase:
    """A speaker's phrase as it stands; indexes count pieces, half-open."""

    first: int
    stop: int
    start: int
    end: int


NameType = Callable[[int, int], str | None]
"""The type of the name that overlaps the given characters; None: no name."""


class NounPhrases:
    """Finds where noun phrases begin and end, and what they name."""

    def __init__(self, pieces: Sequence[Piece], name_type: NameType) -> None:
        self.pieces = pieces
        self.name_type = name_type

    def begins_nominal(self, at: int) -> bool:
        """Tell whether a piece can begin a noun phrase, or go on with one."""
        piece = self.pieces[at]
        if piece.mark is not None or piece.lower in NOT_NOMINAL:
            return False
        if piece.pos in NOMINAL or piece.lower in PRONOUNS or self.name_type(piece.start, piece.end) is not None:
            return True
        return at > 0 and self.pieces[at - 1].lower in BEFORE_TITLE and _is_title(piece)  # whatever the tagger says

    def is_preposition(self, at: int) -> bool:
        """Tell a preposition that begins a complement of its own, not "de"."""
        return self.pieces[at].lower in PREPOSITIONS

    def nominal_end(self, at: int, *, is_subject: bool = False) -> int:
        """Where the noun phrase that begins at a piece ends; a subject goes on to the name set off from its title."""
        first = at
        while at < len(self.pieces):
            step = self._step(first, at, is_subject=is_subject)
            if step is None:
                break
            at = step
        while at > first and (self.pieces[at - 1].lower in HANGING or self.pieces[at - 1].pos == "DET"):
            at -= 1
        return at

    def complement_end(self, at: int) -> int:
        """Where the noun phrase after a preposition ends; of "a DW Ana Ruiz" only the outlet is one."""
        if [piece.lower for piece in self.pieces[at : at + 2]] in TURNS:
            return at + 2
        name = at + 1 if at < len(self.pieces) and self.pieces[at].pos == "DET" else at
        while name < len(self.pieces) and self._name_type(name) == "ORG":
            name += 1
        is_outlet = name > at and self._name_type(name - 1) == "ORG"
        if is_outlet and name < len(self.pieces) and self._name_type(name) == "PER":
            return name
        stop = self.nominal_end(at)
        listeners = (
            person
            for person in range(at + 1, stop)
            if self._is_person(person) and (self._is_listener(person - 1) or self._is_manner(at, person))
        )
        return next(listeners, stop)

    def _is_manner(self, first: int, person: int) -> bool:
        """Tell "entre *lágrimas* Ana Ruiz" and "con *orgullo* Ana Ruiz", where who speaks comes next."""
        is_with = first > 0 and self.pieces[first - 1].lower in ("entre", "con")
        is_bare = person == first + 1 and self.pieces[first].pos == "NOUN" and not self.pieces[first].is_capital
        return is_with and is_bare and speaker_noun(self.pieces[first].lower) is None

    def _is_listener(self, at: int) -> bool:
        """Tell the outlet in "dijo a este diario Ana Ruiz", where who speaks comes next."""
        noun = speaker_noun(self.pieces[at].lower)
        is_presented = at > 0 and self.pieces[at - 1].lower in LISTENERS
        return is_presented and noun is not None and noun.kind in ("organization", "document")

    def _name_type(self, at: int) -> str | None:
        return self.name_type(self.pieces[at].start, self.pieces[at].end)

    def _step(self, first: int, at: int, *, is_subject: bool) -> int | None:
        piece = self.pieces[at]
        if self.begins_nominal(at):
            is_article = piece.pos == "DET" and piece.lower in ARTICLES
            is_next_phrase = is_article and not piece.is_capital and self.pieces[at - 1].pos in ENDS_NOMINAL
            return None if is_next_phrase and at > first else at + 1
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
            return at + 1 if at + 1 < len(self.pieces) and not self._has_space_before(at) else None
        if piece.lower == "por" and self._has_agent(at):
            return at + 1
        if is_subject and piece.lower in (",", "en", "para"):
            return self._name_set_off(first, at)
        return None

    def _has_agent(self, at: int) -> bool:
        """Tell "la convocatoria establecida *por* el instituto"."""
        token = self.pieces[at - 1].token
        is_participle = token is not None and token.lower_.endswith(PARTICIPLES)
        return is_participle and at + 1 < len(self.pieces) and self.begins_nominal(at + 1)

    def _has_space_before(self, at: int) -> bool:
        """Tell a dash that sets off: "el plan -que es viejo- cuesta", but not "Castilla-La Mancha"."""
        return self.pieces[at].start > self.pieces[at - 1].end

    def _name_set_off(self, first: int, at: int) -> int | None:
        """Go on to the name of "la portavoz del Consejo, Ana Ruiz" and "la licenciada en nutrición Ana Ruiz"."""
        if not self._presents_person(first, at) or any(self._is_person(i) for i in range(first, at)):
            return None
        is_apposed = at + 1 < len(self.pieces) and self.pieces[at + 1].pos == "DET"  # "el jefe, el radical Ana Ruiz"
        limit = at + 2 if self.pieces[at].lower == "," and not is_apposed else at + 7
        for name in range(at + 1, min(limit, len(self.pieces))):
            if self._is_person(name):
                return name + 1
            if self.pieces[name].lower == "," and self._is_apposed_name(name + 1):
                return name + 2  # "el presidente del club en Lima, Luis Paz"
            is_inner = self.pieces[name].lower in INNER_PREPOSITIONS and not is_apposed
            if not (self.begins_nominal(name) or is_inner):
                return None
        return None

    def _is_apposed_name(self, at: int) -> bool:
        """Tell a person's name that nothing follows which it would be the subject of."""
        end = at
        while end < len(self.pieces) and self._is_person(end):
            end += 1
        return end > at and (end == len(self.pieces) or self.pieces[end].pos not in ("VERB", "AUX", "PRON"))

    def _presents_person(self, first: int, stop: int) -> bool:
        """Tell a phrase of one person, or of what is one person's: "los informes del presidente del Consejo"."""
        noun = self.head_noun(first, stop)
        if noun is not None and noun.kind == "person":
            return not noun.is_plural
        owners = (
            speaker_noun(self.pieces[at].lower)
            for at in range(first + 1, stop)
            if self.pieces[at - 1].lower == "del" or self.pieces[at - 1].pos == "DET"
        )
        return any(owner is not None and owner.kind == "person" and not owner.is_plural for owner in owners)

    def is_person(self, phrase: Phrase) -> bool:
        """Tell a person's name, and a phrase whose noun is one for persons."""
        noun = self.head_noun(phrase.first, phrase.stop)
        return self.name_type(phrase.start, phrase.end) == "PER" or (noun is not None and noun.kind == "person")

    def is_name(self, at: int) -> bool:
        """Tell a piece of the name of a person or a body."""
        return self._name_type(at) in ("PER", "ORG")

    def _is_person(self, at: int) -> bool:
        return self.name_type(self.pieces[at].start, self.pieces[at].end) == "PER"

    def _joins_names(self, at: int) -> bool:
        is_name = self.joins_nominals(at, is_plural=True) and self.pieces[at + 1].pos == "PROPN"
        return is_name or self._joins_titles(at)

    def _joins_titles(self, at: int) -> bool:
        """Tell "y" before a second title of one person, which has no article: "la alcaldesa y diputada Ana Gil"."""
        title = speaker_noun(self.pieces[at + 1].lower) if at + 1 < len(self.pieces) else None
        return title is not None and title.kind == "person" and not title.is_plural

    def joins_nominals(self, at: int, *, is_plural: bool) -> bool:
        """Tell "Agua y Saneamiento" from "y" between clauses; before a singular verb both sides must be alike."""
        if at == 0 or at + 1 >= len(self.pieces):
            return False
        left, right = self.pieces[at - 1], self.pieces[at + 1]
        if self._joins_titles(at):
            return True
        if not is_plural:
            is_noun = left.pos in ("NOUN", "PROPN") and right.pos in ("NOUN", "PROPN", "ADJ")
            return is_noun and left.is_capital == right.is_capital
        return left.pos in NOMINAL and left.pos != "PRON" and right.pos in ("PROPN", "DET", "NOUN", "ADJ")

    def is_time(self, first: int, stop: int) -> bool:
        """Tell a phrase that says when: "la semana pasada"."""
        span = self.pieces[first:stop]
        head = next((p.lower for p in span if p.pos not in ("DET", "ADJ", "NUM") or p.lower in TIME_NOUNS), None)
        words = [piece.lower for piece in span if piece.pos != "DET"]
        is_day = (
            words[1:2] == ["de"] and words[0].isdigit() and not TIME_NOUNS.isdisjoint(words[2:3])
        )  # "el 3 de abril"
        return head in TIME_NOUNS or is_day or (bool(span) and span[0].lower.isdigit())

    def head_noun(self, first: int, stop: int) -> SpeakerNoun | None:
        """The noun among a phrase's first words that names somebody who speaks."""
        for piece in self.pieces[first : min(stop, first + 5)]:
            noun = None if piece.lower in ARTICLES else speaker_noun(piece.lower)  # "una" is also somebody
            if noun is not None:
                return noun
            if piece.pos in ("NOUN", "ADP"):
                return None
        return None

    def is_source(self, first: int, stop: int) -> bool:
        """Tell a phrase that names somebody who speaks: a name, a role, a body, a document, a pronoun."""
        if self.pieces[first].lower in PRONOUNS or (stop == first + 1 and self.pieces[first].lower in QUANTIFIERS):
            return True
        noun = self.head_noun(first, stop)
        if noun is not None:
            is_named = any(self.pieces[at - 1].lower == "," and self._is_person(at) for at in range(first + 2, stop))
            is_title = is_named or (first + 1 < stop and self._is_person(first + 1))  # but not "portavoz dijo"
            is_bare = self.pieces[first].lower in speaker_nouns() and not self.pieces[first].is_capital and not is_title
            return not (is_bare and noun.kind == "person" and not noun.is_plural)
        comma = self.nominal_end(first)
        if comma + 1 < stop and self.pieces[comma].lower == "," and self._is_set_off_name(comma + 1):
            return True  # "El vigilante de la Bolsa, la Comisión de Valores"
        head = first + 1 if self.pieces[first].pos == "DET" and first + 1 < stop else first
        head += self.pieces[head].lower in EMPHATIC and head + 1 < stop
        is_proper = self.pieces[head].pos == "PROPN" and self.pieces[head].is_capital
        return is_proper or self.name_type(self.pieces[head].start, self.pieces[head].end) is not None

    def _is_set_off_name(self, at: int) -> bool:
        name = at + 1 if self.pieces[at].pos == "DET" and at + 1 < len(self.pieces) else at
        return self.is_name(name)

    def phrase(self, first: int, stop: int) -> Phrase | None:
        """The phrase of some pieces; None where they are none."""
        if stop <= first:
            return None
        last = stop - 1
        while last > first and self.pieces[last].lower in DASHES:  # "Ana Ruiz —quien preside el club—"
            last -= 1
        return Phrase(first, stop, self.pieces[first].start, self.pieces[last].end)


def _is_title(piece: Piece) -> bool:
    noun = speaker_nouns().get(piece.lower)
    return noun is not None and noun.kind == "person"
