"""Clauses beside a verb of saying that governs nothing: "El precio subirá, *dijo el ministro*"."""

from flows.extract.quotes.clauses.ends import BEFORE_VERB, CONJUNCTIONS, SEPARATOR_REACH, WHERE_SAID, report_clause
from flows.extract.quotes.clauses.named_sources import begin_of_clause
from flows.extract.quotes.cues.reporting import ASIDES, Cue
from flows.extract.quotes.phrases.after import phrase_after
from flows.extract.quotes.phrases.head_nouns import head_noun, names_person
from flows.extract.quotes.phrases.named_pieces import Phrase
from flows.extract.quotes.phrases.nominal_pieces import begins_nominal
from flows.extract.quotes.phrases.nouns import nominal_end
from flows.extract.quotes.phrases.prepositions import complement_end
from flows.extract.quotes.phrases.sources import names_source
from flows.extract.quotes.phrases.times import is_time
from flows.extract.quotes.reading import Reading

CLAUSES = frozenset(["clause", "question", "infinitive", "of_infinitive", "to_infinitive", "for_infinitive"])


def read_beside_verb(reading: Reading, cue: Cue) -> None:
    """Report the clause that a verb of saying follows or interrupts."""
    if cue.kind != "finite" or cue.verb is None or not cue.verb.is_direct or cue.lead == 0:
        return
    found = _beside(reading, cue)
    if found is None:
        return
    speaker, first, after = found
    if cue.is_impersonal and speaker is not None:
        return  # "se ha disparado la alerta"
    is_weak = _is_weak(reading, cue)
    if is_weak and speaker is not None and not names_person(reading.pieces, speaker):
        return  # "Si todos aceptan, la fiesta empieza."
    if _is_within(reading, first, after):
        report_clause(reading, cue, after + 1, speaker)
        return
    if is_weak and speaker is None:
        return  # "Pese a las dudas, siguieron."
    begin = begin_of_clause(reading, first)
    is_taken = any(begin <= other < first for other in reading.used_cues)  # "«...», dijo Ruiz, declararon ayer"
    if cue.lead >= 4 and not is_taken and _has_clause(reading, begin, first):
        reading.add_clause(begin, first, cue, speaker)


def _is_weak(reading: Reading, cue: Cue) -> bool:
    """Tell a verb that reports only words in marks, where there are none: "lanzan al mercado"."""
    return cue.verb is not None and CLAUSES.isdisjoint(cue.verb.takes) and not reading.marks


def _is_within(reading: Reading, first: int, after: int) -> bool:
    """Tell a cue before the verb of its clause: "El malware, señala el informe, roba datos", "pues, dijo, no hay"."""
    if after >= len(reading.pieces) or reading.pieces[after].lower not in ASIDES:
        return False
    is_begun = reading.pieces[first - 1].lower in CONJUNCTIONS  # what stands before "pues" is another clause
    is_begun = is_begun or _goes_on_with_verb(reading, after + 1)
    return (is_begun or not reading.has_verb(0, first)) and _has_clause(reading, after, len(reading.pieces))


def _goes_on_with_verb(reading: Reading, at: int) -> bool:
    """Tell what follows a cue that parts a verb from its subject: "Lo que hace falta, dijo Ruiz, *es* agua"."""
    while at < len(reading.pieces) - 1 and reading.pieces[at].lower in BEFORE_VERB:
        at += 1
    return reading.has_verb(at, at + 1) and all(cue.first != at for cue in reading.cues)


def _has_clause(reading: Reading, first: int, stop: int) -> bool:
    """Tell a clause by its verb, which may stand in marks: "Pronto, «el club fichará a dos» en la banda"."""
    return reading.has_verb(first, stop) or any(
        first <= mark < stop and reading.is_sentence(mark) for mark in reading.marks
    )


def _beside(reading: Reading, cue: Cue) -> tuple[Phrase | None, int, int] | None:
    """The speaker of a verb that stands beside a clause, where the clause ends, and where what follows begins."""
    pieces = reading.pieces
    if pieces[cue.lead - 1].lower in ASIDES:
        if cue.last + 1 < len(pieces) and pieces[cue.last + 1].lower in ASIDES:  # "el precio, dijo, subirá"
            return None, cue.lead - 1, cue.last + 1
        speaker = phrase_after(reading.pieces, cue.last + 1)
        if speaker is not None and names_source(reading.pieces, speaker.first, speaker.stop):
            return (
                None
                if _is_object(reading, cue, speaker)
                else (speaker, cue.lead - 1, _after_place(reading, speaker.stop))
            )
        after = cue.last + 1 if _is_weak(reading, cue) else after_adjuncts(reading, cue)
        return (None, cue.lead - 1, cue.last + 1) if reading.is_empty(after, len(pieces)) else None
    if not reading.is_empty(cue.last + 1, len(pieces)):
        return None
    for comma in range(cue.lead - 1, max(0, cue.lead - SEPARATOR_REACH), -1):
        if pieces[comma].lower == ",":
            speaker = phrase_after(reading.pieces, comma + 1, skip=False)
            return (speaker, comma, cue.last + 1) if speaker is not None and speaker.stop == cue.lead else None
    return None


def _is_object(reading: Reading, cue: Cue, phrase: Phrase) -> bool:
    """Tell what a plural verb governs: "Las fotos, *revelaron evidencia* del robo", not "dijeron la edil y su hijo"."""
    noun = head_noun(reading.pieces, phrase.first, phrase.stop)
    following = [piece.lower for piece in reading.pieces[phrase.stop : phrase.stop + 1]]
    return cue.is_plural is True and noun is not None and not noun.is_plural and following not in (["y"], ["e"], [","])


def _after_place(reading: Reading, stop: int) -> int:
    """Go past where the speaker says so, up to a comma: "El primero, explicó Ruiz *en una nota*, es el más caro"."""
    if stop >= len(reading.pieces) or reading.pieces[stop].lower not in WHERE_SAID:
        return stop
    end = max(complement_end(reading.pieces, stop + 1), stop + 1)
    return end if reading.is_comma(end) else stop


def after_adjuncts(reading: Reading, cue: Cue) -> int:
    """Go past what says where, when and to whom: "..., dijo *a la prensa en una entrevista*."."""
    at = cue.last + 1
    if at < len(reading.pieces) and cue.verb is not None and reading.pieces[at].lower in cue.verb.governs:
        return at  # "..., insistió en las ventajas"
    while at < len(reading.pieces):
        stop = nominal_end(reading.pieces, at) if begins_nominal(reading.pieces, at) else at
        if reading.pieces[at].lower in WHERE_SAID:
            at = max(complement_end(reading.pieces, at + 1), at + 1)
        elif stop > at and is_time(reading.pieces, at, stop):
            at = stop
        else:
            return at
    return at
