"""Words in marks that no cue governs: a sentence of their own, or after a colon or any verb."""

from spacy.tokens import Token

from flows.extract.quotes.cues.reporting import any_verb
from flows.extract.quotes.cues.verb_groups import CLITICS
from flows.extract.quotes.lexicon.cues import cue_forms
from flows.extract.quotes.marked_words.nouns_of_speech import cue_of_shout, cue_of_slogan, cue_of_words
from flows.extract.quotes.marked_words.resumed import report_resumed
from flows.extract.quotes.phrases.after import phrase_after
from flows.extract.quotes.phrases.named_pieces import Phrase
from flows.extract.quotes.phrases.sources import names_source
from flows.extract.quotes.phrases.unnamed_members import body_of_members
from flows.extract.quotes.reading import PUNCTUATION, Reading
from flows.extract.quotes.subjects.of_cues import subject_of


def read_alone(reading: Reading) -> None:
    """Report marked words that no cue governs: a sentence of their own, after a colon, or a verb of saying within."""
    for number in reading.marks:
        mark = reading.mark(number)
        if number in reading.used_marks or any(r.start <= mark.start < r.end for r in reading.found):
            continue
        shout = cue_of_shout(reading.pieces, number) or cue_of_slogan(reading.pieces, number)
        if shout is not None:
            reading.add_mark(number, "direct", shout, None)
        elif number and reading.pieces[number - 1].lower == ":":
            _after_colon(reading, number)
        elif reading.is_sentence(number) and reading.is_empty(0, number) and _ends_there(reading, number):
            reading.add_mark(number, "direct", None, None)
        elif reading.is_sentence(number) and reading.is_empty(0, number):
            _before_any_verb(reading, number)
        elif _begins_with_cue(reading, number) and not reading.is_empty(0, number):
            speaker = _subject_of_sentence(reading, number)
            if speaker is not None:
                reading.add_mark(number, "mixed", None, speaker)
                report_resumed(reading, number, None, speaker, "mixed")


def _ends_there(reading: Reading, number: int) -> bool:
    after = range(number + 1, len(reading.pieces))
    first = next((at for at in after if reading.pieces[at].lower not in PUNCTUATION), None)
    if first is None or reading.pieces[first].mark is None:
        return first is None
    is_list = reading.pieces[number + 1].lower in (";", ",")  # '"¡Corre!"; "¡Vuelve!", fueron los gritos'
    return not is_list or all(reading.pieces[at].mark or reading.pieces[at].lower in PUNCTUATION for at in after)


def _before_any_verb(reading: Reading, number: int) -> None:
    """Read «...», intentó calmarla Ruiz: after a quote and a comma, any verb in the third person reports it."""
    at = number + 2
    if at >= len(reading.pieces) or reading.pieces[number + 1].lower != ",":
        return
    words = cue_of_words(reading.pieces, at)
    if words is not None:
        speaker = phrase_after(reading.pieces, words.last + 2, skip=False)
        reading.add_mark(number, "direct", words, speaker)
        return
    at += reading.pieces[at].lower in CLITICS
    token = reading.pieces[at].token if at < len(reading.pieces) else None
    if token is None or not _tells(token):
        return
    cue = any_verb(reading.pieces, at)
    after = at + 2 if at + 1 < len(reading.pieces) and reading.pieces[at + 1].is_infinitive else at + 1
    speaker = phrase_after(reading.pieces, after)
    is_source = speaker is not None and names_source(reading.pieces, speaker.first, speaker.stop)
    reading.add_mark(number, "direct", cue, speaker if is_source else body_of_members(reading.pieces, cue))


def _tells(token: Token) -> bool:
    """Tell a verb of the third person; a rare one ("retrucó") may be tagged as anything, but for its ending."""
    if token.pos_ == "VERB":
        return {"Mood=Ind", "Person=3"} <= set(str(token.morph).split("|"))
    return token.text.islower() and token.text.endswith(("ó", "aron", "ieron"))


def _after_colon(reading: Reading, number: int) -> None:
    if not reading.is_sentence(number) or _is_headline(reading, number):
        return
    cue = next((c for c in reversed(reading.cues) if c.first < number and c.verb is not None), None)
    speaker = subject_of(reading, cue) if cue else None
    if cue is None:
        verbs = [at for at in range(number) if reading.pieces[at].is_finite]
        verb = any_verb(reading.pieces, verbs[-1]) if verbs else None
        speaker = subject_of(reading, verb) if verb else phrase_after(reading.pieces, 0)
        if speaker is not None and not names_source(reading.pieces, speaker.first, speaker.stop):
            speaker = None
    reading.add_mark(number, "direct", cue, speaker)


def _is_headline(reading: Reading, number: int) -> bool:
    """Tell a line that links to another article: 'Ana Ruiz: "No hay acuerdo"', without a full stop."""
    utterance = reading.utterance
    is_line = utterance.is_first and reading.text[utterance.end : utterance.end + 1] in ("", "\n")
    return (
        is_line and number + 1 == len(reading.pieces) and reading.text[reading.mark(number).outer_end - 2] not in ".!?…"
    )


def _begins_with_cue(reading: Reading, number: int) -> bool:
    word = reading.text[reading.mark(number).start :][:30].split()[0].lower()
    return any(form.kind == "finite" for form in cue_forms().get(word, ()))


def _subject_of_sentence(reading: Reading, number: int) -> Phrase | None:
    speaker = phrase_after(reading.pieces, 0)
    return speaker if speaker is not None and names_source(reading.pieces, speaker.first, speaker.stop) else None
