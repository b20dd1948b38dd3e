"""Reported clauses: "dijo que ...", "según X, ...", "..., dijo X"."""

from dataclasses import replace
from itertools import pairwise

from flows.extract.quotes.clauses.ends import closes, report_clause
from flows.extract.quotes.clauses.named_sources import read_beside_source, read_source
from flows.extract.quotes.clauses.verbs_beside import CLAUSES, after_adjuncts, read_beside_verb
from flows.extract.quotes.complements.of_cues import Complement
from flows.extract.quotes.cues.noun_contents import content_of_noun
from flows.extract.quotes.cues.reporting import Cue
from flows.extract.quotes.phrases.after import phrase_after
from flows.extract.quotes.phrases.head_nouns import head_noun, names_person
from flows.extract.quotes.phrases.named_pieces import Phrase
from flows.extract.quotes.phrases.sources import names_source
from flows.extract.quotes.reading import Reading
from flows.extract.quotes.subjects.antecedents import RELATIVES
from flows.extract.quotes.subjects.before import subject_before
from flows.extract.quotes.subjects.of_cues import subject_of

NO_SOURCES = frozenset(
    {"lo", "esto", "eso", "ello", "todo", "yo", "tú", "usted", "nosotros", "nosotras", "ustedes"}
    | {"nadie", "ninguno", "ninguna", "ningún"}
)
"""Subjects of what is no report: things, those who talk to each other, and nobody."""
WRITERS_OWN = ("rá", "rán")
"""How the verb ends with which the writer speaks of the text itself: "como se *verá* más adelante"."""


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
        _read_noun(reading, cue)
    elif cue.verb is None:
        read_source(reading, cue)
    elif reading.is_source_verb(cue) and not (complement is not None and complement.kind == "clause"):
        _read_source_verb(reading, cue)
    elif complement is None:
        read_beside_verb(reading, cue)
    elif complement.kind in ("clause", "content", "matter"):
        speaker = _speaker_of(reading, cue)
        is_phrase = complement.kind != "clause"
        if is_phrase and any(other.first > cue.first and closes(reading, other) for other in reading.cues):
            return  # "Los datos muestran la gravedad del fuego, dijo Ana Ruiz."
        if is_speaking(reading, cue, speaker, complement):
            report_clause(reading, cue, complement.at, speaker, is_phrase=is_phrase)


def _read_noun(reading: Reading, cue: Cue) -> None:
    """Report what belongs to "la acusación de que" and "la advertencia de Ana Ruiz de que"."""
    pieces, after = reading.pieces, cue.last + 2
    at = content_of_noun(pieces, cue.last)
    assert at is not None
    is_clause = pieces[at - 1].lower == "que"
    speaker = pieces.phrase(after, at - 1 - is_clause) if at - 1 - is_clause > after else None
    is_title = speaker is not None and pieces[after - 1].lower == "del" and names_person(pieces, speaker)
    is_source = speaker is not None and (is_title or names_source(pieces, speaker.first, speaker.stop))
    if is_clause or is_source or speaker is None:  # but not "el argumento de la falta de"
        report_clause(reading, cue, at, speaker if is_source else None)


def _read_source_verb(reading: Reading, cue: Cue) -> None:
    """Report what belongs to "según informó la policía" and "como dijo Ana"."""
    assert cue.verb is not None
    if cue.verb.needs in ("document", "marks") or (cue.is_impersonal and cue.lemma == "recordar"):
        return  # "como se recuerda": the writer reminds
    if cue.is_impersonal and reading.pieces[cue.first].lower.endswith(WRITERS_OWN):
        return
    is_alone = cue.is_impersonal or reading.is_comma(cue.last + 1)  # "según se supo", "según dijo, el tren ..."
    speaker = None if is_alone else phrase_after(reading.pieces, cue.last + 1)
    if speaker is None and not is_alone and _compares(reading, cue):
        return
    if speaker is not None and _is_agent(reading, cue.last + 1, speaker.first):
        speaker = None
    particle = reading.pieces[cue.lead - 1]
    source = replace(cue, lead=cue.lead - 1, start=particle.start if particle.lower == "según" else cue.start)
    read_beside_source(reading, source, speaker, speaker.stop if speaker else after_adjuncts(reading, cue))


def _compares(reading: Reading, cue: Cue) -> bool:
    """Tell "se pagará *como reclaman* desde hace meses los gremios", with no comma, from a source set off."""
    at = cue.lead - 1
    return at > 0 and reading.pieces[at].lower == "como" and not reading.is_empty(at - 1, at)


def _is_agent(reading: Reading, first: int, stop: int) -> bool:
    """Tell whom a participle's "por" names: "según dijo en una entrevista publicada por el diario"."""
    pieces = reading.pieces[first:stop]
    return any(after.lower == "por" and piece.is_participle for piece, after in pairwise(pieces))


def _speaker_of(reading: Reading, cue: Cue) -> Phrase | None:
    """The subject of a verb; a gerund after a comma has the one of the clause that it goes on from."""
    if cue.kind != "gerund" or cue.lead == 0:
        return subject_of(reading, cue)
    beside = next((other for other in reading.cues if other.last == cue.lead - 1 and other.kind == "finite"), None)
    if beside is not None:  # "dijo reconociendo que"
        return subject_of(reading, beside)
    if reading.pieces[cue.lead - 1].lower == ",":
        comma = reading.pieces[cue.lead - 1]
        for report in reading.found:
            if report.cue is not None and report.cue.first < cue.first and comma.start <= report.end + 1 <= cue.start:
                return report.speaker
    return subject_of(reading, cue)


def is_speaking(reading: Reading, cue: Cue, speaker: Phrase | None, complement: Complement) -> bool:
    """Tell saying from what the same verb also means: "el estudio indica que", but not "esto indica que"."""
    assert cue.verb is not None
    has_marks = any(number >= complement.at for number in reading.marks)
    needs_marks = cue.verb.needs == "marks" or (complement.kind == "clause" and CLAUSES.isdisjoint(cue.verb.takes))
    if needs_marks and not has_marks:
        return False
    if speaker is not None and reading.pieces[speaker.first].lower in NO_SOURCES:
        return False
    if speaker is not None and _needs_somebody(reading, cue, complement, speaker):
        return False
    if cue.is_impersonal and reading.pieces[cue.first].lower == "diría":
        return False  # "se diría que": nobody does
    if cue.is_impersonal and complement.kind == "clause" and _moves_itself(reading, cue):
        return False
    if complement.kind == "matter":  # but not "sin mencionar el caso"
        return speaker is not None and cue.kind != "infinitive" and _is_source(reading, cue, speaker)
    if cue.verb.needs == "source" and complement.kind != "mark":
        if cue.is_impersonal:  # 'se establece que "nadie será privado de su casa"'
            return complement.at in reading.marks and reading.is_sentence(complement.at)
        return speaker is None or _is_source(reading, cue, speaker)
    return not (cue.verb.needs == "document" and not _is_document(reading, speaker))


def _is_source(reading: Reading, cue: Cue, speaker: Phrase) -> bool:
    """Tell who speaks, be it whose thing a relative clause is about: "la postura de *Ana Ruiz*, que prometió que"."""
    is_relative = cue.lead > 0 and reading.pieces[cue.lead - 1].lower in RELATIVES
    is_owner = is_relative and reading.pieces.is_person(speaker.stop - 1)
    return is_owner or names_source(reading.pieces, speaker.first, speaker.stop)


def _needs_somebody(reading: Reading, cue: Cue, complement: Complement, speaker: Phrase) -> bool:
    """Tell "el cargo exige viajar" and "su gesto expresa el deseo de paz", where nobody speaks."""
    is_deed = cue.stance == "asks" and not cue.takes("question") and _is_infinitive(reading, complement.at)
    is_noun = complement.kind == "content" and cue.takes("content")
    return (is_deed or is_noun) and not names_source(reading.pieces, speaker.first, speaker.stop)


def _is_infinitive(reading: Reading, at: int) -> bool:
    at += reading.pieces[at].lower == "no" and at + 1 < len(reading.pieces)
    return at < len(reading.pieces) and reading.pieces[at].is_infinitive


def _moves_itself(reading: Reading, cue: Cue) -> bool:
    """Tell "la tensión se traslada al campo, que ...", where "se" is not for whoever says so."""
    before = subject_before(reading.pieces, cue)
    return before is not None and before.stop == cue.lead


def _is_document(reading: Reading, speaker: Phrase | None) -> bool:
    noun = head_noun(reading.pieces, speaker.first, speaker.stop) if speaker else None
    return noun is not None and noun.kind == "document"
