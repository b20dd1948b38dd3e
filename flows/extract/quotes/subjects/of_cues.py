"""Who speaks by a cue: its subject, before it, after it or left out, its agent, or the text in which it is said."""

from flows.extract.quotes.cues.reporting import Cue
from flows.extract.quotes.phrases.after import phrase_after
from flows.extract.quotes.phrases.head_nouns import head_noun
from flows.extract.quotes.phrases.named_pieces import Phrase
from flows.extract.quotes.phrases.nouns import nominal_end
from flows.extract.quotes.phrases.sources import names_source
from flows.extract.quotes.phrases.unnamed_members import body_of_members
from flows.extract.quotes.reading import Reading
from flows.extract.quotes.subjects.antecedents import NEUTER
from flows.extract.quotes.subjects.before import adjacent_source, subject_before
from flows.extract.quotes.subjects.inherited import inherited_subject, subject_of_coordinate, subject_of_verb_before
from flows.extract.quotes.utterances.pieces import PARTICIPLES

WITHIN = frozenset(["en", "mediante"])


def subject_of(reading: Reading, cue: Cue) -> Phrase | None:
    """The words that name who speaks, before the verb, after it, or before the verb that it hangs on."""
    return _subject(reading, cue) or body_of_members(reading.pieces, cue)


def _subject(reading: Reading, cue: Cue) -> Phrase | None:
    complement = reading.complements.get(cue.first)
    after = complement.subject if complement else None
    if cue.is_impersonal:
        return document_of(reading, cue)
    if cue.is_passive:
        return _agent(reading, cue)
    if cue.kind in ("finite", "any verb"):
        before = subject_before(reading.pieces, cue)
        is_content = complement is not None and complement.kind == "content"
        if before is not None and _is_neuter(reading, before) and not (is_content or _needs_source(cue)):
            return after or inherited_subject(
                reading.pieces, cue
            )  # "lo que describió como ...": the subject is left out
        is_adjunct = before is not None and _is_adjunct(reading, before)
        if before is not None and not (is_adjunct and (after or _is_set_off(reading, before, cue))):
            return before
        if is_adjunct and after is None:
            after = adjacent_source(reading.pieces, cue)  # "Muy serio, en un acto con Paz, Ruiz dijo"
    if after is None and cue.first > 0:
        found = subject_of_coordinate(reading.pieces, cue) or subject_of_verb_before(reading.pieces, cue)
        return found or inherited_subject(reading.pieces, cue)
    return after


def document_of(reading: Reading, cue: Cue) -> Phrase | None:
    """Find the text in which something is said: "En *un comunicado del club* se explicó", "se lee en *el texto*"."""
    after = cue.last + 2
    if after < len(reading.pieces) and reading.pieces[after - 1].lower in WITHIN:
        noun = head_noun(reading.pieces, after, len(reading.pieces))
        if noun is not None and noun.kind == "document":
            return reading.pieces.phrase(after, nominal_end(reading.pieces, after))
    for at in range(cue.lead - 1):
        if reading.pieces[at].lower not in WITHIN or not reading.is_empty(0, at):
            continue
        noun = head_noun(reading.pieces, at + 1, len(reading.pieces))
        if noun is not None and noun.kind == "document":
            return reading.pieces.phrase(at + 1, _end_of_document(reading, at + 1, cue.lead))
    return None


def _end_of_document(reading: Reading, first: int, limit: int) -> int:
    """Where a text's name ends, with who published it, be they set off: "un video, publicado por el club"."""
    end = nominal_end(reading.pieces, first)
    at = end + reading.is_comma(end)
    is_published = (
        at + 1 < limit and reading.pieces[at].lower.endswith(PARTICIPLES) and reading.pieces[at + 1].lower == "por"
    )
    return min(nominal_end(reading.pieces, at + 2) if is_published else end, limit)


def _is_neuter(reading: Reading, phrase: Phrase) -> bool:
    return reading.pieces[phrase.first].lower in NEUTER


def _is_adjunct(reading: Reading, phrase: Phrase) -> bool:
    """Tell "Sobre la huelga, dijo el ministro": a phrase before a verb that has a subject of its own after it."""
    return not names_source(reading.pieces, phrase.first, phrase.stop)


def _is_set_off(reading: Reading, phrase: Phrase, cue: Cue) -> bool:
    """Tell what a comma parts from the verb, as no subject is: "Los demás casos, dijo, son otros"."""
    is_aside = reading.is_comma(cue.lead - 1) and reading.is_comma(cue.last + 1)  # "El plan, consideró, exige más"
    return reading.is_comma(phrase.stop) and (is_aside or not _needs_source(cue))


def _agent(reading: Reading, cue: Cue) -> Phrase | None:
    for at in range(cue.last + 1, min(cue.last + 6, len(reading.pieces))):
        if reading.pieces[at].lower == "por":
            return phrase_after(reading.pieces, at + 1)
    return None


def _needs_source(cue: Cue) -> bool:
    return cue.verb is not None and cue.verb.needs == "source"
