"""Clauses beside a source that is named without a verb: "*según Ana Ruiz*, la obra sigue", "para el alcalde"."""

from flows.extract.quotes.clauses.ends import CONJUNCTIONS, RELATIVES, report_clause
from flows.extract.quotes.cues.reporting import ASIDES, Cue
from flows.extract.quotes.lexicon.cues import measuring_forms
from flows.extract.quotes.lexicon.speaker_nouns import speaker_noun
from flows.extract.quotes.phrases.after import phrase_after
from flows.extract.quotes.phrases.head_nouns import names_person
from flows.extract.quotes.phrases.named_pieces import Phrase
from flows.extract.quotes.phrases.nominal_pieces import ARTICLES
from flows.extract.quotes.phrases.prepositions import PREPOSITIONS
from flows.extract.quotes.phrases.sources import names_source
from flows.extract.quotes.reading import PUNCTUATION, Reading
from flows.extract.quotes.subjects.of_cues import subject_of

SOURCE_REACH = 40
STATES = frozenset(
    [
        "ser",
        "estar",
        "parecer",
        "resultar",
        "haber",
        "tener",
        "deber",
        "poder",
        "suponer",
        "significar",
        "representar",
        "faltar",
    ]
)
"""Verbs of what somebody thinks of a thing."""
OWN, OWN_REACH = frozenset(["su", "sus"]), 3
"""What tells a fact about somebody, near its verb: "Para el delantero, este es *su* quinto gol"."""
LEAST_WITHOUT_VERB = 3
"""Pieces of what a source says where no verb tells that it is a clause."""
RELATIVE_REACH = 3
DEFINITE = frozenset(["el", "la", "los", "las"])
SET_OFF = frozenset([",", "(", "—", "–"])
"""What parts a clause from the source that follows it."""


def read_source(reading: Reading, cue: Cue) -> None:
    """Report the clause beside a phrase that names a source: "según Ana Ruiz"."""
    if cue.kind == "whole phrase":
        read_beside_source(reading, cue, None, cue.last + 1)
        return
    if cue.last + 1 >= len(reading.pieces) or (cue.lead and reading.pieces[cue.lead - 1].lower in measuring_forms()):
        return
    speaker = phrase_after(reading.pieces, cue.last + 1, skip=False)
    is_definite = reading.pieces[cue.last].lower in ("del", "al")
    if speaker is None:
        return
    is_title = is_definite and names_person(reading.pieces, speaker)
    if not (is_title or names_source(reading.pieces, speaker.first, speaker.stop)):
        return
    if cue.kind == "named phrase" and not _stands_first(reading, cue, speaker):
        return
    read_beside_source(reading, cue, speaker, speaker.stop)


def _stands_first(reading: Reading, cue: Cue, speaker: Phrase) -> bool:
    """Tell 'Para Ruiz, la obra es cara' and 'Aun así, para Ruiz es "cara"', not "Para Ruiz, el juez pidió cárcel"."""
    has_marks = any(mark >= speaker.stop for mark in reading.marks)
    name_type = reading.pieces.name_type(speaker.start, speaker.end)
    if name_type != "PER":
        is_title = names_person(reading.pieces, speaker) and reading.pieces[speaker.first].lower in DEFINITE
        if cue.first > 0 or not reading.is_comma(speaker.stop) or not (is_title or name_type == "ORG"):
            return False
        return has_marks or (is_title and _is_opinion(reading, speaker.stop))
    if cue.first == 0:
        return has_marks or (reading.is_comma(speaker.stop) and _is_opinion(reading, speaker.stop))
    return has_marks and not reading.has_verb(0, cue.first)


def _is_opinion(reading: Reading, at: int) -> bool:
    """Tell what somebody thinks from what is done to them: "la obra es cara", not "el juez pidió cárcel"."""
    asking = {cue.first for cue in reading.cues if cue.stance == "asks" or cue.first in reading.complements}
    at = next((at for at in range(at, len(reading.pieces)) if reading.pieces[at].is_finite), len(reading.pieces))
    verb = reading.pieces[at].token if at < len(reading.pieces) else None
    if verb is None or not OWN.isdisjoint(piece.lower for piece in reading.pieces[at : at + OWN_REACH]):
        return False
    is_present = "Pres" in verb.morph.get("Tense", []) and "Ind" in verb.morph.get("Mood", [])
    is_when = reading.pieces[at - 1].pos == "ADV" and reading.pieces[at - 1].lower != "no"  # "hoy empieza otra vida"
    return verb.lemma_ in STATES or (is_present and at not in asking and not is_when)


def read_beside_source(reading: Reading, cue: Cue, speaker: Phrase | None, after: int) -> None:
    """Report the clause that a source belongs to: what follows it, or, where that is whole, what goes before it."""
    before, begin = begin_of_clause(reading, cue.lead), _after_source(reading, after)
    is_relative = cue.lead > 1 and reading.pieces[cue.lead - 2].lower in CONJUNCTIONS
    is_long = cue.lead - before >= LEAST_WITHOUT_VERB
    is_clause = is_long and not is_relative and reading.has_verb(before, cue.lead)
    if reading.attributes(before, cue.lead):
        return  # "«No iré», dijo Ruiz, según la agencia"
    if _ends_in_cue(reading, cue.lead):
        return  # "Ruiz dijo, según la agencia, que": what the agency tells of is what Ruiz said
    if before + 1 < cue.lead and _is_followed_by_cue(reading, begin):
        return  # "Ruiz -según la agencia- dijo que"
    is_set_off = cue.lead > 0 and reading.pieces[cue.lead - 1].lower in SET_OFF
    follows = _follows(reading, cue, after, begin)
    is_before_words = begin in reading.marks and reading.is_comma(begin - 1) and reading.is_sentence(begin)
    is_set_off = is_set_off and not is_before_words  # "Habrá fiesta, como dijo Ruiz, «con todos los vecinos»"
    if is_clause and (is_set_off or not follows):
        reading.add_clause(before, cue.lead, cue, speaker)
    elif follows:
        report_clause(reading, cue, begin, speaker)
    elif is_long and reading.is_empty(after, len(reading.pieces)):
        reading.add_clause(before, cue.lead, cue, speaker)


def _ends_in_cue(reading: Reading, stop: int) -> bool:
    while stop > 0 and reading.pieces[stop - 1].lower in PUNCTUATION:
        stop -= 1
    return any(other.last == stop - 1 and other.kind == "finite" and other.takes("clause") for other in reading.cues)


def _is_followed_by_cue(reading: Reading, begin: int) -> bool:
    """Tell somebody's verb of saying, with its clause, right after the comma or dash that ends a source's aside."""
    begin += begin < len(reading.pieces) and reading.pieces[begin].lower in ASIDES
    verbs = (cue for cue in reading.cues if cue.kind == "finite" and cue.first in reading.complements)
    verb = next((cue for cue in verbs if cue.lead == begin), None)
    if verb is None or reading.pieces[begin - 1].lower not in ASIDES:
        return False
    speaker = subject_of(reading, verb)
    return speaker is not None and names_source(reading.pieces, speaker.first, speaker.stop)


def _follows(reading: Reading, cue: Cue, after: int, begin: int) -> bool:
    """Tell a clause after a source from what only belongs to it: "según un cálculo de la ministra en mayo"."""
    if reading.is_empty(begin, len(reading.pieces)):
        return False
    is_clause = reading.has_verb(begin, len(reading.pieces)) or any(mark >= begin for mark in reading.marks)
    return is_clause or cue.lead == 0 or reading.pieces[after].lower == ","


def _after_source(reading: Reading, after: int) -> int:
    """Where the clause begins after a source: past the comma, and past what the source is set off by.

    "Según Ana Ruiz, profesora de Historia, *el muro es romano*."
    """
    commas = [
        at for at in range(after, min(after + SOURCE_REACH, len(reading.pieces))) if reading.pieces[at].lower == ","
    ]
    if _is_relative(reading, after):  # "según los vecinos que lo vieron"
        return commas[0] + 1 if commas else len(reading.pieces)
    begin = after
    for comma in commas:
        is_first = begin == after
        if begin > after and _is_relative(reading, begin):  # "según la prensa, que él desmiente, ..."
            begin = comma + 1
            continue
        first = reading.pieces[begin + (reading.pieces[begin].lower in ("un", "una"))]  # "una" is also somebody
        is_named = reading.pieces.is_person(begin) and not reading.has_verb(begin, comma)
        is_title = speaker_noun(first.lower) is not None
        is_apposition = is_named or is_title or first.lower in ("de", "del")
        is_whole = reading.has_verb(begin, comma) or any(begin <= mark < comma for mark in reading.marks)
        if is_whole or not (is_first or is_apposition):
            break
        begin = comma + 1
    return begin


def _is_relative(reading: Reading, at: int) -> bool:
    """Tell "que", "cuyo dueño" and "en los cuales" at the head of a clause."""
    words = [piece.lower for piece in reading.pieces[at : at + RELATIVE_REACH]]
    is_after_article = len(words) == RELATIVE_REACH and words[1] in ARTICLES and words[2] in RELATIVES
    return not RELATIVES.isdisjoint(words[:1]) or (is_after_article and reading.pieces[at].lower in PREPOSITIONS)


def begin_of_clause(reading: Reading, stop: int) -> int:
    """Where the clause begins that ends before a piece: after what is reported already, or a semicolon."""
    begin = 0
    for report in reading.found:
        begin = max([begin, *(n + 1 for n in range(stop) if reading.pieces[n].start < report.end)])
    for number in range(stop - 1, begin, -1):
        if reading.pieces[number].lower == ";":
            return number + 1
    return begin
