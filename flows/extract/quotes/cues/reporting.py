"""Cues in an utterance: the verbs and phrases that say that somebody says something."""

from collections.abc import Sequence
from dataclasses import dataclass

from flows.extract.quotes.cues.noun_contents import content_of_noun
from flows.extract.quotes.cues.verb_groups import BE, CLITICS, HAVE, NEGATIONS, lead_of
from flows.extract.quotes.lexicon.cues import CueForm, CueVerb, cue_beginnings, cue_forms, cue_nouns, cue_phrases
from flows.extract.quotes.utterances.pieces import Piece

DATIVES = frozenset(["le", "les"])
OBJECTS = frozenset(["lo", "la", "los", "las"])
"""What tells "se lo dijo", where "se" is to whom, from "se dijo", where nobody is said to speak."""
# What an infinitive must follow to report what was said ("al señalar que"); not "cabe señalar que", "podría decir".
BEFORE_INFINITIVE = frozenset(
    [
        "al",
        "tras",
        "luego",
        "después",
        "antes",
        "además",
        "de",
        "a",
        "para",
        "en",
        "por",
        "quiso",
        "quiere",
        "quisieron",
        "quieren",
        "querido",
        "quería",
        "querían",
        "suele",
        "suelen",
        "solía",
        "solían",
        "logró",
        "decidió",
        "decidieron",
        "sin",
    ]
)
PERIPHRASES = frozenset(
    [
        "volvió",
        "volvieron",
        "llegó",
        "limitó",
        "limitaron",
        "atrevió",
        "aprovechó",
        "acaba",
        "acababa",
        "empezó",
        "comenzó",
        "alcanzó",
    ]
)
FIRST_PERSON = frozenset(["estamos", "estoy", "estás", "estáis", "seguimos", "sigo"])
DASHES = frozenset(["-", "–", "—"])
ASIDES = DASHES | {","}
SOURCE_PARTICLES = frozenset(["según", "como", "conforme"])
"""What a source begins with, be there a verb or none: "según Ana Ruiz", "como dijo"."""
NO_SOURCE = frozenset(["que", "cual", "cuales", "lo", "sea", "corresponda"])
"""What no source follows: "según lo previsto", "según corresponda"."""


AGREEING = frozenset(["estar", "poner", "ponerse", "mostrar", "mostrarse"])
"""Verbs of those who are "de acuerdo con" somebody."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue as it stands in an utterance; indexes count pieces."""

    lead: int
    """First piece that belongs to the verb: auxiliary, clitic or negation."""
    first: int
    last: int
    start: int
    end: int
    lemma: str
    verb: CueVerb | None
    kind: str
    """finite, infinitive, gerund, phrase, named phrase, whole phrase, noun, words or any verb"""
    is_plural: bool | None = None
    is_passive: bool = False
    is_impersonal: bool = False
    is_negated: bool = False

    @property
    def is_source(self) -> bool:
        """Whether it only names a source: "según Ana Ruiz"."""
        return self.kind in ("phrase", "named phrase", "whole phrase")

    @property
    def stance(self) -> str:
        """How the speaker stands to the words (``schemas.vocabularies.STANCES``); who does not deny claims."""
        if self.verb is None:
            return cue_nouns().get(self.lemma, "neutral")
        return "claims" if self.is_negated and self.verb.stance == "denies" else self.verb.stance

    def takes(self, what: str) -> bool:
        """Tell whether it takes a complement of a kind (``data/cues.yml``)."""
        return self.verb is None or what in self.verb.takes


def find_cues(pieces: Sequence[Piece]) -> list[Cue]:
    """Find the cues of an utterance, in order, none within another."""
    found: list[Cue] = []
    begin = cue_beginnings()
    for number, piece in enumerate(pieces):
        if piece.lower not in begin or (found and number <= found[-1].last):  # the first: most words
            continue
        is_after_infinitive = bool(found) and found[-1].kind == "infinitive"
        cue = _phrase(pieces, number) or _verb(pieces, number, is_after_infinitive) or _noun(pieces, number)
        if cue is not None:
            found.append(cue)
    return found


def _phrase(pieces: Sequence[Piece], first: int) -> Cue | None:
    for phrase in cue_phrases().get(pieces[first].lower, ()):
        last = first + len(phrase.words) - 1
        if tuple(piece.lower for piece in pieces[first : last + 1]) == phrase.words:
            kind = {"named": "named phrase", "whole": "whole phrase"}.get(phrase.only or "", "phrase")
            following = [piece.lower for piece in pieces[last + 1 : last + 3]]
            is_within = phrase.only == "named" and first > 0 and pieces[first - 1].lower != ","
            if is_within or _is_agreement(pieces, first) or not NO_SOURCE.isdisjoint(following):
                return None
            return Cue(first, first, last, pieces[first].start, pieces[last].end, phrase.lemma, None, kind)
    return None


def _is_agreement(pieces: Sequence[Piece], first: int) -> bool:
    """Tell "no *están de acuerdo con* la cifra" and "se pusieron de acuerdo con", where nobody is named as a source."""
    if pieces[first].lower != "de" or first + 1 >= len(pieces) or pieces[first + 1].lower != "acuerdo":
        return False
    before = (piece.token.lemma_ for piece in pieces[max(0, first - 2) : first] if piece.token is not None)
    return not AGREEING.isdisjoint(before)


def _noun(pieces: Sequence[Piece], first: int) -> Cue | None:
    piece = pieces[first]
    if piece.lower in cue_nouns() and content_of_noun(pieces, first) is not None:
        return Cue(first, first, first, piece.start, piece.end, piece.lower, None, "noun")
    return None


def _verb(pieces: Sequence[Piece], number: int, is_after_infinitive: bool) -> Cue | None:
    for form in cue_forms().get(pieces[number].lower, ()):
        last = number + len(form.verb.rest)
        if tuple(piece.lower for piece in pieces[number + 1 : last + 1]) != form.verb.rest:
            continue
        lead = lead_of(pieces, number)
        before = [piece.lower for piece in pieces[lead:number]]
        is_pronominal = form.verb.lemma.split()[0].endswith("rse")
        if is_pronominal and not _has_pronoun(pieces[number], before):
            continue
        is_joined = is_after_infinitive and form.kind == "infinitive" and _is_joined(pieces, lead)
        if not is_joined and not _is_reporting(form, pieces, number, lead, before):
            continue
        start = min(i for i in range(lead, number + 1) if pieces[i].lower not in CLITICS - {"se"} or i == number)
        return Cue(
            lead, number, last, pieces[start].start, pieces[last].end, form.verb.lemma, form.verb, form.kind
            if form.kind != "participle" else "finite",
            _number(pieces, lead, number, form),
            form.kind == "participle" and (not HAVE.intersection(before) or "sido" in before),
            "se" in before and not is_pronominal and OBJECTS.isdisjoint(before),
            not NEGATIONS.isdisjoint(before),
        )  # fmt: skip
    return None


def _has_pronoun(verb: Piece, before: list[str]) -> bool:
    """Tell "se preguntó" from "le preguntó" and from "se le preguntó", which says only that somebody was asked."""
    return verb.lower.endswith("se") or ("se" in before and DATIVES.isdisjoint(before))


def _number(pieces: Sequence[Piece], lead: int, number: int, form: CueForm) -> bool | None:
    if form.kind == "finite":
        return form.is_plural
    auxiliaries = [piece.lower for piece in pieces[lead:number] if piece.lower in HAVE | BE]
    if form.kind == "participle" and auxiliaries:
        return auxiliaries[0].endswith("n")
    return None


def any_verb(pieces: Sequence[Piece], at: int) -> Cue:
    """Take a verb that is in no lexicon for a cue, to find whose deed it is: "«...», intentó calmarla Ruiz"."""
    piece = pieces[at]
    token = piece.token
    assert token is not None
    is_plural = "Number=Plur" in str(token.morph)
    return Cue(lead_of(pieces, at), at, at, piece.start, piece.end, token.lemma_, None, "any verb", is_plural)


def _is_reporting(form: CueForm, pieces: Sequence[Piece], number: int, lead: int, before: list[str]) -> bool:
    if not NEGATIONS.isdisjoint(before) and form.verb.stance != "denies":
        return False
    if form.kind == "participle":
        return not HAVE.isdisjoint(before) or (form.verb.lemma == "acusar" and _is_accused(pieces, number, before))
    if form.kind == "infinitive":
        is_other = lead > 0 and pieces[lead - 1].lower in form.verb.not_after
        return not is_other and _may_report_infinitive(pieces, lead)
    if form.kind == "gerund":
        return lead == 0 or pieces[lead - 1].lower not in FIRST_PERSON  # "no estamos diciendo que"
    return _is_finite_verb(pieces, number, form)


def _is_accused(pieces: Sequence[Piece], participle: int, before: list[str]) -> bool:
    """Tell "fue acusado de" and "un hombre acusado de robar", be what he is accused of a clause."""
    following = pieces[participle + 1 : participle + 3]
    is_clause = len(following) > 1 and following[0].lower == "de" and following[1].is_infinitive
    return is_clause or not BE.isdisjoint(before)


def _is_finite_verb(pieces: Sequence[Piece], number: int, form: CueForm) -> bool:
    """Tell a verb from a noun of the same form ("la cuenta", "una nota"), which the tagger often mistakes."""
    piece = pieces[number]
    if piece.pos in ("VERB", "AUX") or piece.lower.endswith(("ó", "eron", "aron")):
        return True
    following = pieces[number + 1].lower if number + 1 < len(pieces) else ""
    before = pieces[number - 1] if number else None
    if before is not None and before.lower == "según":  # "según cuenta la vecina", but not "según informe oficial"
        return following == "," or (number + 1 < len(pieces) and pieces[number + 1].pos in ("DET", "PROPN"))
    if before is not None and before.pos in ("DET", "ADP"):
        return False
    return following in ("que", ":") or bool(form.verb.rest) or _is_set_off(pieces, number)


def _is_set_off(pieces: Sequence[Piece], number: int) -> bool:
    """Tell a verb by where it stands: after words in marks, between dashes, or alone before a comma: "Recuerda, ...".

    The tagger takes such a verb for anything: "«...», *recalca*", "el plan -*reconoce* Ruiz- es caro".
    """
    if number == 0:
        return len(pieces) > 1 and pieces[1].lower == ","
    is_after_mark = pieces[number - 1].lower in ASIDES and number > 1 and pieces[number - 2].mark is not None
    return is_after_mark or pieces[number - 1].mark is not None or pieces[number - 1].lower in DASHES


def _is_joined(pieces: Sequence[Piece], lead: int) -> bool:
    """Tell the second of "para recordar que es gratis *y pedir* calma"."""
    return lead > 0 and pieces[lead - 1].lower in ("y", "e")


def _may_report_infinitive(pieces: Sequence[Piece], lead: int) -> bool:
    words = [piece.lower for piece in pieces[max(0, lead - 3) : lead]]
    if not words or words[-1] not in BEFORE_INFINITIVE:
        return False
    if words[-1] == "a":
        return not PERIPHRASES.isdisjoint(words)
    if words[-1] == "de":
        return len(words) > 1 and words[-2] in ("luego", "después", "antes", "además", "acaba", "acababa", "acusado")
    if words[-1] == "en":  # "coincidieron en señalar", but not "el primero en advertir"
        return lead > 1 and pieces[lead - 2].pos == "VERB"
    if words[-1].startswith(("suel", "sol")):  # "se le suele llamar" says what anybody calls it
        return "se" not in words
    if words[-1].startswith(("quer", "quier", "quis")):  # "lo que quiere decir que" says what something means
        return "que" not in words
    return words[-1] != "por"
