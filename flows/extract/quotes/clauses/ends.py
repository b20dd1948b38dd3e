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
from flows.extract.quotes.phrases.nouns import nominal_end
from flows.extract.quotes.phrases.prepositions import PREPOSITIONS
from flows.extract.quotes.phrases.sources import names_source
from flows.extract.quotes.reading import CONNECTIVES, PUNCTUATION, Reading
from flows.extract.quotes.utterances.pieces import Piece

SUBORDINATORS = frozenset(["aunque", "pese", "a", "si", "mientras", "luego", "después", "tras", "al", "cuando", "como"])
BEFORE_CLAUSE = CONNECTIVES - SUBORDINATORS
PREPOSITIONAL = frozenset(["tras", "al", "luego", "después", "pese", "a"])
"""What a finite verb depends on only with "que": "luego de que dijo", not "tras la reunión dijo"."""
CLAUSE_OPENERS = frozenset(["donde", "según", "porque", "ya", "pues", "ni", "o", "sino", "por", "así", "para", "no"])
WHERE_SAID = frozenset(["a", "al", "ante", "en", "durante", "desde", "tras", "mediante"])
"""Prepositions of where, when and to whom something is said."""
BEFORE_VERB = CLITICS | {"no", "también", "ya"}
COORDINATORS = frozenset(["y", "e", "pero", "aunque", "mientras"])
SEPARATOR_REACH = 9
OTHER_CLAUSES = frozenset(["aunque", "pero", "mientras", "pues", "porque", "ya"])
"""What begins a clause beside a noun phrase that says what was said."""
RELATIVE_COMMENTS = (["lo", "que"], ["lo", "cual"], ["algo", "que"], ["hecho", "que"])
OWN_VOICE = (["y", "yo"], ["pero", "yo"], ["y", "a", "mí"], ["pero", "a", "mí"])
"""What the writer goes on with: "según el diccionario es falso, *pero yo* lo vi"."""
INDEFINITE = frozenset(["un", "una", "unos", "unas"])
COMMENTS = frozenset(
    ["argumento", "idea", "tesis", "postura", "opinión", "palabras", "extremo", "dato", "situación", "hipótesis"]
)
"""Nouns that take up what was said, beside those whose clause it is (``cue_nouns``)."""
GERUNDS = ("ando", "ándose", "iendo", "iéndose", "yendo", "yéndose")
RELATIVES = frozenset(["que", "cual", "cuales", "quien", "quienes", "cuyo", "cuya", "cuyos", "cuyas"])
CONJUNCTIONS = RELATIVES | COORDINATORS | {"porque", "pues"}
"""What begins a clause in the midst of which a source may be named: "pues, según Ruiz, no hay prisa"."""


def report_clause(reading: Reading, cue: Cue, at: int, speaker: Phrase | None, *, is_phrase: bool = False) -> None:
    """Report the clause, or the noun phrase, that begins at a piece, as far as it goes."""
    while at < len(reading.pieces) and reading.pieces[at].lower in (",", "que"):
        at += 1
    if _is_bare_deed(reading, cue, at):
        return
    ends = (_clause_stop, _main_clause, _main_verb, _end_of_aside)
    stop = min(end(reading, cue, at) for end in ends)
    if is_phrase:
        stop = min(stop, _end_of_phrase(reading, at))
    is_participle = cue.is_passive and cue.lead == cue.first and cue.lemma == "acusar"
    if is_participle or (cue.kind == "noun" and reading.pieces[at - 1].lower != "que"):
        stop = min(stop, end_of_accusation(reading.pieces, at))
    if stop > at:
        reading.add_clause(at, stop, cue, speaker)


def _end_of_phrase(reading: Reading, at: int) -> int:
    """Where a noun phrase ends that says what was said: before a comma and a clause that is no relative."""
    pieces = reading.pieces
    for comma in range(at, len(pieces) - 1):
        words = [piece.lower for piece in pieces[comma + 1 : comma + 3]]
        is_verbal = reading.has_verb(comma + 1, comma + 3) and words[0] not in RELATIVES | {"donde"}
        is_clause = is_verbal or words[0] in OTHER_CLAUSES or words == ["por", "lo"]
        if pieces[comma].lower == "," and is_clause:
            return comma
    return len(pieces)


def _is_bare_deed(reading: Reading, cue: Cue, at: int) -> bool:
    """Tell "una firma a la que exigen *pagar*" and "lo que prometió *hacer*", where what is said is not told."""
    is_last = at + 1 >= len(reading.pieces) or reading.pieces[at + 1].lower in PUNCTUATION
    is_bare = is_last and at < len(reading.pieces) and reading.pieces[at].is_infinitive
    return is_bare and (cue.stance == "asks" or _relative_of(reading, cue) is not None)


def _clause_stop(reading: Reading, cue: Cue, at: int) -> int:
    """Where a reported clause ends: with the utterance, before what its reporter goes on to tell, or "lo que ..."."""
    others = [other for other in reading.cues if other.first > at]
    cuts = {_separator(reading, other, at) for other in others if not _is_thought(reading, other)}
    cuts |= {other.lead - 1 for other in others if other.first > at + 1 and closes(reading, other)}
    cuts |= {next_deed(reading, cue, other, at) for other in others}
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
        if number - 1 == at and _comments_on_words(reading, number):
            return number
        is_after_mark = lower == "," and bool(marks) and number - 1 == marks[-1] and not _goes_on(reading, number)
        if is_after_mark and (number - 1 > at or _draws_conclusion(reading, number)):
            return number
    return len(reading.pieces)


def _is_thought(reading: Reading, cue: Cue) -> bool:
    """Tell a thought within what somebody tells: "contó que oyó un ruido y *pensó* que era el viento"."""
    has_marks = any(mark > cue.last for mark in reading.marks)
    return cue.verb is not None and cue.verb.needs == "marks" and not has_marks


def _goes_on(reading: Reading, comma: int) -> bool:
    """Tell a clause that goes on past words in marks: 'dijo que el plan, que llamó "caro", *no sirve*', ", sino"."""
    words = [piece.lower for piece in reading.pieces[comma + 1 : comma + 3]]
    if words[:1] in (["sino"], ["ni"]) or words in (["y", "no"], ["y", "que"], ["pero", "que"]):
        return True
    verb = comma + 1
    while verb < len(reading.pieces) - 1 and reading.pieces[verb].lower in BEFORE_VERB:
        verb += 1
    is_aim = words[:1] == ["para"] and reading.pieces[comma + 2 :][:1] and reading.pieces[comma + 2].is_infinitive
    says = any(cue.first == verb and cue.verb is not None and cue.verb.is_direct for cue in reading.cues)
    return bool(is_aim) or (reading.has_verb(verb, verb + 1) and not says)


def _is_told(reading: Reading, number: int) -> bool:
    """Tell words in marks set off that are reported by themselves: 'negó que cierre: "Ni hablar", señaló'."""
    return number in reading.used_marks and reading.pieces[number - 1].lower in PUNCTUATION


def _comments(words: list[str]) -> bool:
    """Tell what the reporter adds on what was said: "dijo que vendrá, *una promesa que* ya hizo", ", palabras que"."""
    noun = words[1:] if words[:1] and words[0] in INDEFINITE else words
    return len(noun) > 1 and noun[1] == "que" and (noun[0] in cue_nouns() or noun[0] in COMMENTS)


def closes(reading: Reading, cue: Cue) -> bool:
    """Tell the end of "Pidió que sigan las obras, señaló." and of "Piden que sigan, señaló la alcaldesa al llegar."."""
    if cue.kind != "finite" or cue.first in reading.complements or reading.pieces[cue.lead - 1].lower != ",":
        return False
    speaker = phrase_after(reading.pieces, cue.last + 1, skip=False) if cue.verb and cue.verb.is_direct else None
    is_named = speaker is not None and names_source(reading.pieces, speaker.first, speaker.stop)
    after = speaker.stop if speaker is not None and is_named else cue.last + 1
    if is_named and after < len(reading.pieces) and reading.pieces[after].lower in ("y", "e"):  # "Ruiz y otros vecinos"
        after = max(nominal_end(reading.pieces, after + 1), after)
    rest = [piece.lower for piece in reading.pieces[after:]]
    if is_named and rest and rest[0] in WHERE_SAID and "," not in rest:
        return True
    return all(piece.lower in PUNCTUATION for piece in reading.pieces[after:])


def _shows(reading: Reading, colon: int) -> bool:
    """Tell the colon before words in marks that show what was reported: 'contó que dudó: "Pensé que era tarde"'."""
    is_before_mark = colon + 1 in reading.marks and reading.pieces[colon].lower == ":"
    return is_before_mark and reading.is_empty(colon + 2, len(reading.pieces)) and reading.has_verb(0, colon)


def _comments_on_words(reading: Reading, at: int) -> bool:
    """Tell what the reporter adds to a sentence in marks: 'dijo que "no hay agua", *al referirse* al pozo'."""
    if reading.pieces[at - 1].mark is None or not reading.is_sentence(at - 1):
        return False
    at += reading.pieces[at].lower == ","
    words = [piece.lower for piece in reading.pieces[at : at + 2]]
    is_aside = words[:1] == ["al"] and len(words) > 1 and reading.pieces[at + 1].is_infinitive
    return is_aside or words == ["en", "referencia"] or (bool(words) and words[0].endswith(GERUNDS))


def _draws_conclusion(reading: Reading, comma: int) -> bool:
    return [piece.lower for piece in reading.pieces[comma + 1 : comma + 4]] == ["por", "lo", "que"]


def _separator(reading: Reading, cue: Cue, at: int) -> int | None:
    """The piece before a clause with a cue of its own: ", y añadió que", ", insinuando", ", según X"."""
    pieces = reading.pieces
    is_source_verb = reading.is_source_verb(cue) and not _governs_clause(reading, cue)
    if cue.verb is not None and cue.first not in reading.complements and not is_source_verb:
        return None
    if cue.verb is None or cue.kind == "gerund" or is_source_verb:
        return _separator_beside(reading, cue, at, is_source_verb=is_source_verb)
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


def _separator_beside(reading: Reading, cue: Cue, at: int, *, is_source_verb: bool) -> int | None:
    """The piece before a cue that no conjunction joins: ", según X", ", insinuando", " añadiendo que"."""
    if _stands_within(reading, cue):
        return None
    before = cue.lead - (2 if is_source_verb else 1)
    if before >= at and reading.pieces[before].lower in (",", "y", "e", "("):
        return before if cue.kind != "noun" else None
    is_periphrasis = reading.pieces[cue.lead - 1].pos in ("VERB", "AUX")  # "se ha venido diciendo que"
    is_own = cue.kind == "gerund" and cue.stance != "asks" and not is_periphrasis
    return cue.lead if is_own and _governs_clause(reading, cue) else None


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
    begin = _begin_of_adjunct(pieces, cue) if cue.kind == "noun" else 0
    is_adjunct = cue.kind == "noun" and pieces[begin].lower in PREPOSITIONS
    if not (is_adjunct or _subordinates(reading, _begin(pieces, begin, cue), cue)):
        return len(pieces)
    for comma in range(at, len(pieces) - 1):
        is_next = pieces[comma + 1].lower in COORDINATORS | RELATIVES | SUBORDINATORS | CLAUSE_OPENERS
        if pieces[comma].lower == "," and not is_next:
            is_whole = reading.has_verb(at, comma) or any(at <= mark < comma for mark in reading.marks)
            if is_whole and reading.has_verb(comma, len(pieces)):
                return comma
    return len(pieces)


def _main_verb(reading: Reading, cue: Cue, at: int) -> int:
    """Where the main verb stands after a relative clause: "La ministra que dijo que vendría, *llegó* tarde"."""
    pieces = reading.pieces
    if _relative_of(reading, cue) is None or reading.has_verb(0, cue.lead):
        return len(pieces)
    first = at
    if pieces[at].lower in SUBORDINATORS:  # "que dijo que, si llueve, no irá"
        first = next((n for n in range(at, len(pieces)) if pieces[n].lower == ","), len(pieces))
    for comma in range(len(pieces) - 2, first, -1):
        verb = comma + 1
        while verb < len(pieces) - 1 and pieces[verb].lower in BEFORE_VERB:
            verb += 1
        if pieces[comma].lower == "," and pieces[verb].is_finite and pieces[verb].mood == "Ind":
            return comma
    return len(pieces)


def _relative_of(reading: Reading, cue: Cue) -> int | None:
    """The relative pronoun of the clause that a verb belongs to: "el pozo, *que* Ana Ruiz prometió limpiar"."""
    before = range(cue.lead - 1, max(0, cue.lead - SEPARATOR_REACH), -1)
    relative = next((n for n in before if reading.pieces[n].lower in RELATIVES), None)
    is_own = relative is not None and cue.kind == "finite" and not reading.has_verb(relative, cue.lead)
    return relative if is_own else None


def _begin_of_adjunct(pieces: Sequence[Piece], cue: Cue) -> int:
    """Where the phrase begins that a noun stands in: "El club, *tras* las quejas de que no hay agua, abrió"."""
    comma = next((n for n in range(cue.lead - 1, -1, -1) if pieces[n].lower == ","), -1)
    return comma + 1


def _begin(pieces: Sequence[Piece], first: int, cue: Cue) -> int:
    """The word with which a clause begins, past "y", "pero", "además"."""
    words = (n for n in range(first, cue.lead) if pieces[n].mark is not None or pieces[n].lower not in BEFORE_CLAUSE)
    return next(words, cue.lead)


def _subordinates(reading: Reading, opening: int, cue: Cue) -> bool:
    """Tell "Tras decir que vendrá" and "A pesar de que dijo que" from "Tras la reunión, Ruiz dijo que"."""
    words = [piece.lower for piece in reading.pieces[opening : min(opening + 4, cue.lead)]]
    if not words or words[0] not in SUBORDINATORS or (words[0] == "a" and words[1:2] != ["pesar"]):
        return False
    if cue.kind == "finite":
        is_single = words[0] in PREPOSITIONAL and "que" not in words
        return not is_single and not reading.has_verb(opening, cue.lead)
    return True
