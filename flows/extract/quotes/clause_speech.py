"""Reported clauses: "dijo que ...", "según X, ...", "..., dijo X"."""

from dataclasses import replace
from itertools import pairwise

from flows.extract.quotes.cue_complements import Complement, is_finite
from flows.extract.quotes.cue_lexicon import measuring_forms
from flows.extract.quotes.next_deed import next_deed
from flows.extract.quotes.noun_phrases import ARTICLES, Phrase
from flows.extract.quotes.reading import PUNCTUATION, Reading
from flows.extract.quotes.reporting_cues import ASIDES, CLITICS, DASHES, Cue
from flows.extract.quotes.speaker_nouns import speaker_noun
from flows.extract.quotes.utterances import Piece

SUBORDINATORS = frozenset(
    ["aunque", "pese", "pesar", "si", "mientras", "luego", "después", "tras", "al", "cuando", "como"]
)
CLAUSE_OPENERS = frozenset(["donde", "según", "porque", "ya", "pues", "ni", "o", "sino", "por", "así", "para", "no"])
CLAUSES = frozenset(["clause", "question", "infinitive", "of_infinitive"])
BEFORE_VERB = CLITICS | {"no", "también", "ya"}
COORDINATORS = frozenset(["y", "e", "pero", "aunque", "mientras"])
WHERE_SAID = frozenset(["a", "al", "ante", "en", "durante", "desde", "tras", "mediante"])
"""Prepositions of where, when and to whom something is said."""
SEPARATOR_REACH = 9
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
LEAST_WITHOUT_VERB = 3
"""Pieces of what a source says where no verb tells that it is a clause."""
RELATIVE_COMMENTS = (["lo", "que"], ["lo", "cual"], ["algo", "que"], ["hecho", "que"])
RELATIVES = frozenset(["que", "cual", "cuales", "quien", "quienes", "cuyo", "cuya", "cuyos", "cuyas"])
RELATIVE_REACH = 3
SET_OFF = frozenset([",", "(", "—", "–"])
"""What parts a clause from the source that follows it."""
NO_SOURCES = frozenset(["lo", "esto", "eso", "ello", "todo", "yo", "tú", "usted", "nosotros", "nosotras", "ustedes"])
"""Subjects of what is no report: things, and those who talk to each other."""


def read_clauses(reading: Reading) -> None:
    """Report the clauses that an utterance's cues govern, and those that a source stands beside."""
    if _is_question(reading):
        return
    for cue in reading.cues:
        if cue.first not in reading.used_cues:
            _read(reading, cue)


def _is_question(reading: Reading) -> bool:
    """Tell a question that the text itself asks, as an interviewer's: "¿Le dijo la policía que callara?"."""
    return bool(reading.pieces) and reading.pieces[-1].lower.endswith("?")


def _read(reading: Reading, cue: Cue) -> None:
    complement = reading.complements.get(cue.first)
    if cue.kind == "noun":
        _add(reading, cue, cue.last + 3, None)
    elif cue.verb is None:
        _read_phrase(reading, cue)
    elif reading.is_source_verb(cue) and not (complement is not None and complement.kind == "clause"):
        if cue.verb.needs in ("document", "marks"):
            return
        is_alone = cue.is_impersonal or reading.is_comma(cue.last + 1)  # "según se supo", "según dijo, el tren ..."
        speaker = None if is_alone else reading.phrases.after(cue.last + 1)
        if speaker is not None and _is_agent(reading, cue.last + 1, speaker.first):
            speaker = None
        start = reading.pieces[cue.lead - 1].start if reading.pieces[cue.lead - 1].lower == "según" else cue.start
        _beside_source(
            reading, replace(cue, lead=cue.lead - 1, start=start), speaker, speaker.stop if speaker else cue.last + 1
        )
    elif complement is None:
        _read_parenthetical(reading, cue)
    elif complement.kind in ("clause", "content"):
        speaker = _speaker_of(reading, cue)
        if is_speaking(reading, cue, speaker, complement):
            _add(reading, cue, complement.at, speaker)


def _is_agent(reading: Reading, first: int, stop: int) -> bool:
    """Tell whom a participle's "por" names: "según dijo en una entrevista publicada por el diario"."""
    pieces = reading.pieces[first:stop]
    return any(after.lower == "por" and _is_participle(piece) for piece, after in pairwise(pieces))


def _is_participle(piece: Piece) -> bool:
    return piece.token is not None and "VerbForm=Part" in piece.token.morph


def _speaker_of(reading: Reading, cue: Cue) -> Phrase | None:
    """The subject of a verb; a gerund after a comma has the one of the clause that it goes on from."""
    if cue.kind != "gerund" or cue.lead == 0:
        return reading.subject_of(cue)
    beside = next((other for other in reading.cues if other.last == cue.lead - 1 and other.kind == "finite"), None)
    if beside is not None:  # "dijo reconociendo que"
        return reading.subject_of(beside)
    if reading.pieces[cue.lead - 1].lower == ",":
        comma = reading.pieces[cue.lead - 1]
        for report in reading.found:
            if report.cue is not None and report.cue.first < cue.first and comma.start <= report.end + 1 <= cue.start:
                return report.speaker
    return reading.subject_of(cue)


def is_speaking(reading: Reading, cue: Cue, speaker: Phrase | None, complement: Complement) -> bool:
    """Tell saying from what the same verb also means: "el estudio indica que", but not "esto indica que"."""
    assert cue.verb is not None
    has_marks = any(number >= complement.at for number in reading.marks)
    needs_marks = cue.verb.needs == "marks" or (complement.kind == "clause" and CLAUSES.isdisjoint(cue.verb.takes))
    if needs_marks and not has_marks:
        return False
    if speaker is not None and reading.pieces[speaker.first].lower in NO_SOURCES:
        return False
    if cue.is_impersonal and reading.pieces[cue.first].lower == "diría":
        return False  # "se diría que": nobody does
    if cue.is_impersonal and complement.kind == "clause" and _moves_itself(reading, cue):
        return False
    if cue.verb.needs == "source" and complement.kind != "mark":
        if cue.is_impersonal:
            return False
        return speaker is None or reading.phrases.is_source(speaker.first, speaker.stop)
    return not (cue.verb.needs == "document" and not _is_document(reading, speaker))


def _moves_itself(reading: Reading, cue: Cue) -> bool:
    """Tell "la tensión se traslada al campo, que ...", where "se" is not for whoever says so."""
    before = reading.phrases.before(cue)
    return before is not None and before.stop == cue.lead


def _is_document(reading: Reading, speaker: Phrase | None) -> bool:
    noun = reading.phrases.head_noun(speaker.first, speaker.stop) if speaker else None
    return noun is not None and noun.kind == "document"


def _add(reading: Reading, cue: Cue, at: int, speaker: Phrase | None) -> None:
    while at < len(reading.pieces) and reading.pieces[at].lower in (",", "que"):
        at += 1
    stop = min(clause_stop(reading, cue, at), _main_clause(reading, cue, at), _end_of_aside(reading, cue, at))
    if stop > at:
        reading.add_clause(at, stop, cue, speaker)


def _end_of_aside(reading: Reading, cue: Cue, at: int) -> int:
    """Where a cue's aside in dashes ends: "Ruiz -quien dijo que *no vendrá*- vive en Lugo"."""
    pieces = reading.pieces
    before = next((n for n in range(cue.lead - 1, 0, -1) if pieces[n].lower in DASHES), 0)
    if before == 0 or pieces[before].start == pieces[before - 1].end:
        return len(pieces)
    closing = (n for n in range(at + 1, len(pieces)) if pieces[n].lower in DASHES)
    return next((n for n in closing if pieces[n].start == pieces[n - 1].end), len(pieces))


def _main_clause(reading: Reading, cue: Cue, at: int) -> int:
    """Where the main clause begins after one that reports: "Aunque Ruiz dijo que vendrá, *el acto sigue en pie*"."""
    pieces = reading.pieces
    opening = next((n for n in range(cue.lead) if pieces[n].lower not in PUNCTUATION), cue.lead)
    if opening == cue.lead or pieces[opening].lower not in SUBORDINATORS:
        return len(pieces)
    if cue.kind == "finite" and _has_verb(reading, opening, cue.lead):
        return len(pieces)
    for comma in range(at, len(pieces) - 1):
        is_next = pieces[comma + 1].lower in COORDINATORS | RELATIVES | SUBORDINATORS | CLAUSE_OPENERS
        if pieces[comma].lower == "," and not is_next:
            is_whole = _has_verb(reading, at, comma) or any(at <= mark < comma for mark in reading.marks)
            if is_whole and _has_verb(reading, comma, len(pieces)):
                return comma
    return len(pieces)


def clause_stop(reading: Reading, cue: Cue, at: int) -> int:
    """Where a reported clause ends: with the utterance, before what its reporter goes on to tell, or "lo que ..."."""
    cuts = {_separator(reading, other, at) for other in reading.cues if other.first > at}
    cuts |= {other.lead - 1 for other in reading.cues if other.first > at + 1 and _closes(reading, other)}
    cuts |= {next_deed(reading, cue, other, at) for other in reading.cues if other.first > at}
    marks = [number for number in reading.marks if number >= at]
    for number in range(at, len(reading.pieces)):
        lower = reading.pieces[number].lower
        if number in cuts or lower == ";":
            return number
        if lower == "," and [p.lower for p in reading.pieces[number + 1 : number + 3]] in RELATIVE_COMMENTS:
            return number
        is_after_mark = lower == "," and bool(marks) and number - 1 == marks[-1]
        if is_after_mark and (number - 1 > at or _draws_conclusion(reading, number)):
            return number
    return len(reading.pieces)


def _closes(reading: Reading, cue: Cue) -> bool:
    """Tell the last word of "Pidió que sigan las obras, señaló."."""
    is_last = all(piece.lower in PUNCTUATION for piece in reading.pieces[cue.last + 1 :])
    return is_last and cue.kind == "finite" and reading.pieces[cue.lead - 1].lower == ","


def _draws_conclusion(reading: Reading, comma: int) -> bool:
    return [piece.lower for piece in reading.pieces[comma + 1 : comma + 4]] == ["por", "lo", "que"]


def _separator(reading: Reading, cue: Cue, at: int) -> int | None:
    """The piece before a clause with a cue of its own: ", y añadió que", ", insinuando", ", según X"."""
    pieces = reading.pieces
    if cue.verb is not None and cue.first not in reading.complements and not reading.is_source_verb(cue):
        return None
    if cue.verb is None or cue.kind == "gerund" or reading.is_source_verb(cue):
        before = cue.lead - (2 if reading.is_source_verb(cue) else 1)
        if cue.kind == "phrase" and _interrupts(reading, cue):
            return None
        return before if before >= at and pieces[before].lower in (",", "y", "e", "(") and cue.kind != "noun" else None
    for number in range(cue.lead - 1, max(at, cue.lead - SEPARATOR_REACH) - 1, -1):
        lower = pieces[number].lower
        if lower in COORDINATORS:
            return number - 1 if number > at and pieces[number - 1].lower == "," else number
        if lower == "cual" and pieces[number - 1].lower == "lo":
            return next((at for at in range(number, max(at, number - 6), -1) if pieces[at].lower == ","), None)
        if lower == "que" and [p.lower for p in pieces[max(0, number - 2) : number]] == ["por", "lo"]:
            return number - 3
        if pieces[number].pos in ("VERB", "AUX") or lower in (";", "que"):
            return None
    return None


def _interrupts(reading: Reading, cue: Cue) -> bool:
    """Tell "el tren, según el alcalde, llegará": what a source stands in the midst of, between subject and verb."""
    speaker = reading.phrases.after(cue.last + 1, skip=False)
    if cue.lead > 1 and reading.pieces[cue.lead - 2].lower in RELATIVES:
        return False
    if speaker is None or speaker.stop + 1 >= len(reading.pieces) or reading.pieces[speaker.stop].lower != ",":
        return False
    at = speaker.stop + 1
    while at < len(reading.pieces) - 1 and reading.pieces[at].lower in BEFORE_VERB:
        at += 1
    return _has_verb(reading, at, at + 1)


# -- sources that are named without a verb, or with one that governs nothing


def _read_phrase(reading: Reading, cue: Cue) -> None:
    if cue.last + 1 >= len(reading.pieces) or (cue.lead and reading.pieces[cue.lead - 1].lower in measuring_forms()):
        return
    speaker = reading.phrases.after(cue.last + 1, skip=False)
    if speaker is None or not reading.phrases.is_source(speaker.first, speaker.stop):
        return
    if cue.kind == "named phrase" and not _stands_first(reading, cue, speaker):
        return
    _beside_source(reading, cue, speaker, speaker.stop)


def _stands_first(reading: Reading, cue: Cue, speaker: Phrase) -> bool:
    """Tell 'Para Ruiz, la obra es cara' and 'Aun así, para Ruiz es "cara"', not "Para Ruiz, el juez pidió cárcel"."""
    has_marks = any(mark >= speaker.stop for mark in reading.marks)
    name_type = reading.phrases.name_type(speaker.start, speaker.end)
    if name_type != "PER":
        is_title = reading.phrases.is_person(speaker) and reading.pieces[speaker.first].lower in ("el", "la")
        is_source = is_title or name_type == "ORG"
        return is_source and has_marks and cue.first == 0 and reading.is_comma(speaker.stop)
    if cue.first == 0:
        return has_marks or (reading.is_comma(speaker.stop) and _is_opinion(reading, speaker.stop))
    return has_marks and not _has_verb(reading, 0, cue.first)


def _is_opinion(reading: Reading, at: int) -> bool:
    """Tell what somebody thinks from what is done to them: "la obra es cara", not "el juez pidió cárcel"."""
    verbs = (piece.token for piece in reading.pieces[at:] if piece.token is not None and is_finite(piece))
    return next((verb.lemma_ in STATES for verb in verbs), False)


def _beside_source(reading: Reading, cue: Cue, speaker: Phrase | None, after: int) -> None:
    """Report the clause that a source belongs to: what follows it, or, where that is whole, what goes before it."""
    before, begin = _begin_of_clause(reading, cue.lead), _after_source(reading, after)
    is_relative = cue.lead > 1 and reading.pieces[cue.lead - 2].lower in RELATIVES | COORDINATORS
    is_long = cue.lead - before >= LEAST_WITHOUT_VERB
    is_clause = is_long and not is_relative and _has_verb(reading, before, cue.lead)
    if _ends_in_cue(reading, cue.lead):
        return  # "Ruiz dijo, según la agencia, que": what the agency tells of is what Ruiz said
    is_set_off = cue.lead > 0 and reading.pieces[cue.lead - 1].lower in SET_OFF
    follows = _follows(reading, cue, after, begin)
    if is_clause and (is_set_off or not follows):
        reading.add_clause(before, cue.lead, cue, speaker)
    elif follows:
        _add(reading, cue, begin, speaker)
    elif is_long and reading.is_empty(after, len(reading.pieces)):
        reading.add_clause(before, cue.lead, cue, speaker)


def _ends_in_cue(reading: Reading, stop: int) -> bool:
    while stop > 0 and reading.pieces[stop - 1].lower in PUNCTUATION:
        stop -= 1
    return any(other.last == stop - 1 and other.kind == "finite" and other.takes("clause") for other in reading.cues)


def _follows(reading: Reading, cue: Cue, after: int, begin: int) -> bool:
    """Tell a clause after a source from what only belongs to it: "según un cálculo de la ministra en mayo"."""
    if reading.is_empty(begin, len(reading.pieces)):
        return False
    is_clause = _has_verb(reading, begin, len(reading.pieces)) or any(mark >= begin for mark in reading.marks)
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
        first = reading.pieces[begin]
        is_apposition = speaker_noun(first.lower) is not None or first.lower in ("de", "del")
        is_whole = _has_verb(reading, begin, comma) or any(begin <= mark < comma for mark in reading.marks)
        if is_whole or not (is_first or is_apposition):
            break
        begin = comma + 1
    return begin


def _is_relative(reading: Reading, at: int) -> bool:
    """Tell "que", "cuyo dueño" and "en los cuales" at the head of a clause."""
    words = [piece.lower for piece in reading.pieces[at : at + RELATIVE_REACH]]
    is_after_article = len(words) == RELATIVE_REACH and words[1] in ARTICLES and words[2] in RELATIVES
    return not RELATIVES.isdisjoint(words[:1]) or (is_after_article and reading.phrases.is_preposition(at))


def _begin_of_clause(reading: Reading, stop: int) -> int:
    begin = 0
    for report in reading.found:
        begin = max([begin, *(n + 1 for n in range(stop) if reading.pieces[n].start < report.end)])
    for number in range(stop - 1, begin, -1):
        if reading.pieces[number].lower == ";":
            return number + 1
    return begin


def _has_verb(reading: Reading, first: int, stop: int) -> bool:
    for piece in reading.pieces[first:stop]:
        if piece.token is not None and piece.pos in ("VERB", "AUX") and "VerbForm=Fin" in str(piece.token.morph):
            return True
    return False


# -- verbs that stand beside a clause: "El precio subirá, dijo el ministro."


def _read_parenthetical(reading: Reading, cue: Cue) -> None:
    if cue.kind != "finite" or cue.verb is None or not cue.verb.is_direct or cue.lead == 0:
        return
    found = _beside(reading, cue)
    if found is None:
        return
    speaker, first, after = found
    if cue.is_impersonal and speaker is not None:
        return  # "se ha disparado la alerta"
    if _is_weak(reading, cue) and speaker is not None and not reading.phrases.is_person(speaker):
        return  # "Si todos aceptan, la fiesta empieza."
    if _goes_on(reading, first, after):
        _add(reading, cue, after + 1, speaker)
        return
    begin = _begin_of_clause(reading, first)
    is_taken = any(begin <= other < first for other in reading.used_cues)  # "«...», dijo Ruiz, declararon ayer"
    if cue.lead >= 4 and not is_taken and _has_verb(reading, begin, first):
        reading.add_clause(begin, first, cue, speaker)


def _is_weak(reading: Reading, cue: Cue) -> bool:
    """Tell a verb that reports only words in marks, where there are none: "lanzan al mercado"."""
    return cue.verb is not None and CLAUSES.isdisjoint(cue.verb.takes) and not reading.marks


def _goes_on(reading: Reading, first: int, after: int) -> bool:
    """Tell "El malware, señala el informe, roba datos": the verb of the clause stands after its cue."""
    if after >= len(reading.pieces) or reading.pieces[after].lower not in ASIDES:
        return False
    return not _has_verb(reading, 0, first) and _has_verb(reading, after, len(reading.pieces))


def _beside(reading: Reading, cue: Cue) -> tuple[Phrase | None, int, int] | None:
    """The speaker of a verb that stands beside a clause, where the clause ends, and where what follows begins."""
    pieces = reading.pieces
    if pieces[cue.lead - 1].lower in ASIDES:
        if cue.last + 1 < len(pieces) and pieces[cue.last + 1].lower in ASIDES:  # "el precio, dijo, subirá"
            return None, cue.lead - 1, cue.last + 1
        speaker = reading.phrases.after(cue.last + 1)
        if speaker is not None and reading.phrases.is_source(speaker.first, speaker.stop):
            return speaker, cue.lead - 1, speaker.stop
        after = cue.last + 1 if _is_weak(reading, cue) else _after_adjuncts(reading, cue)
        return (None, cue.lead - 1, cue.last + 1) if reading.is_empty(after, len(pieces)) else None
    if not reading.is_empty(cue.last + 1, len(pieces)):
        return None
    for comma in range(cue.lead - 1, max(0, cue.lead - SEPARATOR_REACH), -1):
        if pieces[comma].lower == ",":
            speaker = reading.phrases.after(comma + 1, skip=False)
            return (speaker, comma, cue.last + 1) if speaker is not None and speaker.stop == cue.lead else None
    return None


def _after_adjuncts(reading: Reading, cue: Cue) -> int:
    """Go past what says where, when and to whom: "..., dijo *a la prensa en una entrevista*."."""
    at = cue.last + 1
    if at < len(reading.pieces) and cue.verb is not None and reading.pieces[at].lower in cue.verb.governs:
        return at  # "..., insistió en las ventajas"
    while at < len(reading.pieces):
        stop = reading.phrases.nominal_end(at) if reading.phrases.begins_nominal(at) else at
        if reading.pieces[at].lower in WHERE_SAID:
            at = max(reading.phrases.complement_end(at + 1), at + 1)
        elif stop > at and reading.phrases.is_time(at, stop):
            at = stop
        else:
            return at
    return at
