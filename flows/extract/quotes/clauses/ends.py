"""Where a reported clause ends: "dijo que *el plan sigue*, y viajó a Roma"."""

from collections.abc import Sequence

from flows.extract.quotes.clauses.accusations import end_of_accusation
from flows.extract.quotes.clauses.next_deed import next_deed, next_other_deed
from flows.extract.quotes.clauses.next_facts import next_fact
from flows.extract.quotes.cues.reporting import DASHES, Cue
from flows.extract.quotes.cues.verb_groups import CLITICS
from flows.extract.quotes.lexicon.cues import cue_nouns
from flows.extract.quotes.phrases.after import phrase_after
from flows.extract.quotes.phrases.head_nouns import names_person
from flows.extract.quotes.phrases.named_pieces import Phrase
from flows.extract.quotes.phrases.sources import names_source
from flows.extract.quotes.reading import PUNCTUATION, Reading
from flows.extract.quotes.utterances.pieces import Piece

SUBORDINATORS = frozenset(
    ["aunque", "pese", "pesar", "si", "mientras", "luego", "después", "tras", "al", "cuando", "como"]
)
CLAUSE_OPENERS = frozenset(["donde", "según", "porque", "ya", "pues", "ni", "o", "sino", "por", "así", "para", "no"])
BEFORE_VERB = CLITICS | {"no", "también", "ya"}
COORDINATORS = frozenset(["y", "e", "pero", "aunque", "mientras"])
SEPARATOR_REACH = 9
RELATIVE_COMMENTS = (["lo", "que"], ["lo", "cual"], ["algo", "que"], ["hecho", "que"])
OWN_VOICE = (["y", "yo"], ["pero", "yo"], ["y", "a", "mí"], ["pero", "a", "mí"])
"""What the writer goes on with: "según el diccionario es falso, *pero yo* lo vi"."""
INDEFINITE = frozenset(["un", "una", "unos", "unas"])
COMMENTS = frozenset(
    ["argumento", "idea", "tesis", "postura", "opinión", "palabras", "extremo", "dato", "situación", "hipótesis"]
)
"""Nouns that take up what was said, beside those whose clause it is (``cue_nouns``)."""
RELATIVES = frozenset(["que", "cual", "cuales", "quien", "quienes", "cuyo", "cuya", "cuyos", "cuyas"])
CONJUNCTIONS = RELATIVES | COORDINATORS | {"porque", "pues"}
"""What begins a clause in the midst of which a source may be named: "pues, según Ruiz, no hay prisa"."""


def report_clause(reading: Reading, cue: Cue, at: int, speaker: Phrase | None) -> None:
    """Report the clause that begins at a piece, as far as it goes."""
    while at < len(reading.pieces) and reading.pieces[at].lower in (",", "que"):
        at += 1
    if _is_bare_deed(reading, cue, at):
        return
    stop = min(_clause_stop(reading, cue, at), _main_clause(reading, cue, at), _end_of_aside(reading, cue, at))
    if cue.is_passive and cue.lead == cue.first and cue.lemma == "acusar":
        stop = min(stop, end_of_accusation(reading.pieces, at))
    if stop > at:
        reading.add_clause(at, stop, cue, speaker)


def _is_bare_deed(reading: Reading, cue: Cue, at: int) -> bool:
    """Tell "un hombre al que piden *investigar*", where what is asked for is not told."""
    is_last = at + 1 >= len(reading.pieces) or reading.pieces[at + 1].lower in PUNCTUATION
    return is_last and cue.stance == "asks" and at < len(reading.pieces) and reading.pieces[at].is_infinitive


def _clause_stop(reading: Reading, cue: Cue, at: int) -> int:
    """Where a reported clause ends: with the utterance, before what its reporter goes on to tell, or "lo que ..."."""
    cuts = {_separator(reading, other, at) for other in reading.cues if other.first > at}
    cuts |= {other.lead - 1 for other in reading.cues if other.first > at + 1 and _closes(reading, other)}
    cuts |= {next_deed(reading, cue, other, at) for other in reading.cues if other.first > at}
    cuts.add(next_other_deed(reading, cue, at))
    cuts.add(next_fact(reading.pieces, at))
    marks = [number for number in reading.marks if number >= at]
    for number in range(at, len(reading.pieces)):
        lower = reading.pieces[number].lower
        if number in cuts or lower == ";" or (number > at and (_shows(reading, number) or _is_told(reading, number))):
            return number
        following = [piece.lower for piece in reading.pieces[number + 1 : number + 4]]
        if lower == "," and (
            following[:2] in RELATIVE_COMMENTS or following[:2] in OWN_VOICE or following in OWN_VOICE
        ):
            return number
        if lower == "," and _comments(following):
            return number
        is_after_mark = lower == "," and bool(marks) and number - 1 == marks[-1] and not _goes_on(reading, number)
        if is_after_mark and (number - 1 > at or _draws_conclusion(reading, number)):
            return number
    return len(reading.pieces)


def _goes_on(reading: Reading, comma: int) -> bool:
    """Tell a clause that goes on past words in marks: 'dijo que el plan, que llamó "caro", *no sirve*', ", sino"."""
    words = [piece.lower for piece in reading.pieces[comma + 1 : comma + 3]]
    if words[:1] in (["sino"], ["ni"]) or words in (["y", "no"], ["y", "que"], ["pero", "que"]):
        return True
    verb = comma + 1
    while verb < len(reading.pieces) - 1 and reading.pieces[verb].lower in BEFORE_VERB:
        verb += 1
    is_aim = words[:1] == ["para"] and reading.pieces[comma + 2 :][:1] and reading.pieces[comma + 2].is_infinitive
    return bool(is_aim) or (reading.has_verb(verb, verb + 1) and all(cue.first != verb for cue in reading.cues))


def _is_told(reading: Reading, number: int) -> bool:
    """Tell words in marks set off that are reported by themselves: 'negó que cierre: "Ni hablar", señaló'."""
    return number in reading.used_marks and reading.pieces[number - 1].lower in PUNCTUATION


def _comments(words: list[str]) -> bool:
    """Tell what the reporter adds on what was said: "dijo que vendrá, *una promesa que* ya hizo", ", palabras que"."""
    noun = words[1:] if words[:1] and words[0] in INDEFINITE else words
    return len(noun) > 1 and noun[1] == "que" and (noun[0] in cue_nouns() or noun[0] in COMMENTS)


def _closes(reading: Reading, cue: Cue) -> bool:
    """Tell the end of "Pidió que sigan las obras, señaló." and of "Piden que sigan las obras, señaló la alcaldesa."."""
    if cue.kind != "finite" or cue.first in reading.complements or reading.pieces[cue.lead - 1].lower != ",":
        return False
    speaker = phrase_after(reading.pieces, cue.last + 1, skip=False) if cue.verb and cue.verb.is_direct else None
    is_named = speaker is not None and names_source(reading.pieces, speaker.first, speaker.stop)
    after = speaker.stop if speaker is not None and is_named else cue.last + 1
    return all(piece.lower in PUNCTUATION for piece in reading.pieces[after:])


def _shows(reading: Reading, colon: int) -> bool:
    """Tell the colon before words in marks that show what was reported: 'contó que dudó: "Pensé que era tarde"'."""
    is_before_mark = colon + 1 in reading.marks and reading.pieces[colon].lower == ":"
    return is_before_mark and reading.is_empty(colon + 2, len(reading.pieces)) and reading.has_verb(0, colon)


def _draws_conclusion(reading: Reading, comma: int) -> bool:
    return [piece.lower for piece in reading.pieces[comma + 1 : comma + 4]] == ["por", "lo", "que"]


def _separator(reading: Reading, cue: Cue, at: int) -> int | None:
    """The piece before a clause with a cue of its own: ", y añadió que", ", insinuando", ", según X"."""
    pieces = reading.pieces
    is_source_verb = reading.is_source_verb(cue) and not _governs_clause(reading, cue)
    if cue.verb is not None and cue.first not in reading.complements and not is_source_verb:
        return None
    if cue.verb is None or cue.kind == "gerund" or is_source_verb:
        before = cue.lead - (2 if is_source_verb else 1)
        if _stands_within(reading, cue):
            return None
        return before if before >= at and pieces[before].lower in (",", "y", "e", "(") and cue.kind != "noun" else None
    for number in range(cue.lead - 1, max(at, cue.lead - SEPARATOR_REACH) - 1, -1):
        lower = pieces[number].lower
        if lower in COORDINATORS or lower == "pues":
            return number - 1 if number > at and pieces[number - 1].lower == "," else number
        if lower == "cual" and pieces[number - 1].lower == "lo":
            return next((at for at in range(number, max(at, number - 6), -1) if pieces[at].lower == ","), None)
        if lower == "que" and pieces[number - 1].lower == "mientras":
            continue
        if lower == "que":
            return _comma_of_conjunction(pieces, number)
        if pieces[number].pos in ("VERB", "AUX") or lower == ";":
            return None
    return None


def _comma_of_conjunction(pieces: Sequence[Piece], que: int) -> int | None:
    """The comma of ", por lo que pidió que" and of ", luego de que los vecinos pidieran que", told by the reporter."""
    before = [piece.lower for piece in pieces[max(0, que - 4) : que]]
    if before[-3:] in ([",", "por", "lo"], [",", "al", "tiempo"]):
        return que - 3
    if before == [",", "a", "la", "vez"]:
        return que - 4
    first = que - 1 - (pieces[que - 1].lower == "de")
    is_time = first > 0 and pieces[first].lower in ("luego", "después") and pieces[first - 1].lower == ","
    return first - 1 if is_time else None


def _governs_clause(reading: Reading, cue: Cue) -> bool:
    """Tell "como esperan que suba", a reason, from "como esperan los vecinos", a source."""
    complement = reading.complements.get(cue.first)
    return complement is not None and complement.kind == "clause"


def _stands_within(reading: Reading, cue: Cue) -> bool:
    if cue.kind == "named phrase":
        return not _names(reading, cue)
    return cue.kind == "phrase" and _interrupts(reading, cue)


def _names(reading: Reading, cue: Cue) -> bool:
    """Tell "para Ana Ruiz" from "para no dar lugar a rumores"."""
    source = phrase_after(reading.pieces, cue.last + 1, skip=False)
    return source is not None and names_person(reading.pieces, source)


def _interrupts(reading: Reading, cue: Cue) -> bool:
    """Tell "el tren, según el alcalde, llegará": what a source stands in the midst of, between subject and verb."""
    speaker = phrase_after(reading.pieces, cue.last + 1, skip=False)
    if cue.lead > 1 and reading.pieces[cue.lead - 2].lower in RELATIVES:
        return False
    if speaker is None or speaker.stop + 1 >= len(reading.pieces) or reading.pieces[speaker.stop].lower != ",":
        return False
    at = speaker.stop + 1
    while at < len(reading.pieces) - 1 and reading.pieces[at].lower in BEFORE_VERB:
        at += 1
    return reading.has_verb(at, at + 1)


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
    if cue.kind == "finite" and reading.has_verb(opening, cue.lead):
        return len(pieces)
    for comma in range(at, len(pieces) - 1):
        is_next = pieces[comma + 1].lower in COORDINATORS | RELATIVES | SUBORDINATORS | CLAUSE_OPENERS
        if pieces[comma].lower == "," and not is_next:
            is_whole = reading.has_verb(at, comma) or any(at <= mark < comma for mark in reading.marks)
            if is_whole and reading.has_verb(comma, len(pieces)):
                return comma
    return len(pieces)
