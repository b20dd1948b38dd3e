"""Words in marks and who says them: "«...», dijo X", "X dijo: «...»", "elogió «...»", a quote that stands alone."""

from spacy.tokens import Token

from flows.extract.quotes.clause_speech import is_speaking
from flows.extract.quotes.cue_lexicon import cue_forms
from flows.extract.quotes.noun_phrases import Phrase
from flows.extract.quotes.reading import CONNECTIVES, PUNCTUATION, Reading
from flows.extract.quotes.reporting_cues import CLITICS, Cue, lead_of

MIN_WORDS = 4
"""Words that a stretch in marks must have to count as said where no cue governs it."""
ATTRIBUTION_REACH = 12
BREAKS = frozenset(
    [",", ";", ":", "que", "y", "e", "pero", "pues", "porque", "aunque", "mientras", "sino", "cuando", "donde"]
)
"""What begins another clause between marked words and a verb, which then is no cue of theirs."""


def read_attributed(reading: Reading) -> None:
    """Report marked words whose cue follows them, and those that go on after it."""
    for number in reading.marks:
        if number not in reading.used_marks:
            cue = _cue_after(reading, number)
            if cue is not None:
                _attribute(reading, number, cue)


def read_governed(reading: Reading) -> None:
    """Report marked words whose cue stands before them."""
    for cue in reading.cues:
        complement = reading.complements.get(cue.first)
        if complement is None or cue.first in reading.used_cues or complement.kind not in ("mark", "colon"):
            continue
        if complement.at in reading.used_marks or reading.is_source_verb(cue):
            continue
        speaker = reading.subject_of(cue)
        if is_speaking(reading, cue, speaker, complement):
            is_direct = complement.kind == "colon" or _is_whole(reading, cue, complement.at, speaker)
            if not is_direct and cue.verb is not None and cue.verb.takes == {"marks"}:
                continue  # 'siguió "a rajatabla" las normas'
            reading.add_mark(complement.at, "direct" if is_direct else "mixed", cue, speaker)
            if not is_direct:
                _go_on(reading, complement.at, cue, speaker, "mixed")


def read_alone(reading: Reading) -> None:
    """Report marked words that no cue governs: a sentence of their own, after a colon, or a verb of saying within."""
    for number in reading.marks:
        mark = reading.mark(number)
        if number in reading.used_marks or any(r.start <= mark.start < r.end for r in reading.found):
            continue
        if number and reading.pieces[number - 1].lower == ":":
            _after_colon(reading, number)
        elif _is_sentence(reading, number) and reading.is_empty(0, number) and _ends_there(reading, number):
            reading.add_mark(number, "direct", None, None)
        elif _is_sentence(reading, number) and reading.is_empty(0, number):
            _before_any_verb(reading, number)
        elif _begins_with_cue(reading, number) and not reading.is_empty(0, number):
            speaker = _subject_of_sentence(reading, number)
            if speaker is not None:
                reading.add_mark(number, "mixed", None, speaker)
                _go_on(reading, number, None, speaker, "mixed")


# -- before their cue


def _cue_after(reading: Reading, number: int) -> Cue | None:
    at = number + 1
    while at < len(reading.pieces) and reading.pieces[at].lower in PUNCTUATION:
        if reading.pieces[at].lower in (":", ";", "("):
            return None
        at += 1
    cue = next((cue for cue in reading.cues if cue.lead >= at and not reading.is_particle(cue)), None)
    return cue if cue is not None and _attributes(reading, cue, number, at) else None


def _attributes(reading: Reading, cue: Cue, number: int, at: int) -> bool:
    between = reading.pieces[at : cue.lead]
    if cue.verb is None:
        return not between and cue.kind == "phrase"
    if cue.kind != "finite" or not cue.verb.is_direct or len(between) > ATTRIBUTION_REACH:
        return False
    if not between:
        is_apart = at > number + 1 or not reading.mark(number).is_closed
        return is_apart or (_ends_after(reading, cue) and not _is_name_in_clause(reading, number))
    if between[0].lower in ("como", "según"):
        return len(between) == 1
    if any(
        p.mark is not None or p.lower in BREAKS or (p.pos in ("VERB", "AUX", "ADP") and p.lower not in ("de", "del"))
        for p in between
    ):
        return False
    if _has_object(reading, cue):
        return False
    if at == number + 1:
        return _ends_after(reading, cue)
    complement = reading.complements.get(cue.first)
    has_clause = complement is not None and complement.kind == "clause"
    return not (has_clause and _is_name_in_clause(reading, number))


def _is_name_in_clause(reading: Reading, number: int) -> bool:
    """Tell 'el llamado "plan B" amenaza a todos': a few marked words within a clause that has the verb."""
    return _word_count(reading, number) < MIN_WORDS and not reading.is_empty(0, number)


def _has_object(reading: Reading, cue: Cue) -> bool:
    """Tell "«...», ambos países comparten una larga frontera": what a verb with a subject before it governs."""
    at = cue.last + 1
    if at >= len(reading.pieces) or reading.pieces[at].pos not in ("DET", "NUM", "NOUN") or reading.pieces[at].mark:
        return False
    stop = reading.phrases.nominal_end(at)
    return not reading.phrases.is_time(at, stop) and not reading.phrases.is_source(at, stop)


def _ends_after(reading: Reading, cue: Cue) -> bool:
    complement = reading.complements.get(cue.first)
    return complement is None or complement.kind == "mark"


def _attribute(reading: Reading, number: int, cue: Cue) -> None:
    speaker = _speaker_beside(reading, number, cue) or reading.phrases.members(cue)
    begin = _clause_before(reading, number)
    reading.used_cues.add(cue.first)
    if begin is None:
        for other in range(number - 1, -1, -1):
            if other in reading.used_marks or not (
                reading.pieces[other].mark or reading.pieces[other].lower in CONNECTIVES
            ):
                break
            if reading.pieces[other].mark is not None and _is_sentence(reading, other):
                reading.add_mark(other, "direct", cue, speaker)
        reading.add_mark(number, "direct", cue, speaker)
    else:
        reading.add_clause(begin, number + 1, cue, speaker)
    _go_on(reading, max(cue.last, speaker.stop - 1 if speaker else 0), cue, speaker, "direct")


def _speaker_beside(reading: Reading, number: int, cue: Cue) -> Phrase | None:
    if cue.is_impersonal:
        return None
    after = reading.phrases.after(cue.last + 1)
    first = next((at for at in range(number + 1, cue.lead) if reading.pieces[at].lower not in PUNCTUATION), cue.lead)
    if first < cue.lead and reading.pieces[first].lower not in ("según", "como"):
        before = reading.phrases.after(first, skip=False)
        if before is not None and before.stop <= cue.lead and not reading.phrases.is_time(before.first, before.stop):
            return before
    if after is not None and reading.phrases.is_source(after.first, after.stop):
        return after
    is_apposed = after is not None and reading.is_comma(after.first - 1) and reading.pieces[after.first].pos == "NOUN"
    if after is not None and is_apposed and reading.phrases.is_person(after):
        return after  # whoever it is that it is apposed to: "dice a la prensa Faruk, economista"
    following = reading.pieces[cue.last + 1] if cue.last + 1 < len(reading.pieces) else None
    if following is not None and following.lower in ("quien", "quienes"):  # somebody, but not whoever spoke last
        return reading.phrases.phrase(cue.last + 1, cue.last + 2)
    if following is not None and reading.phrases.is_preposition(cue.last + 1):
        return None  # "escribió vía Twitter"
    if (
        following is not None
        and following.pos == "ADJ"
        and following.lower == reading.text[following.start : following.end]
    ):
        return None  # "dijo decidida y con voz de niña"
    direct = reading.phrases.after(cue.last + 1, skip=False)
    return direct if direct is not None and not reading.phrases.is_time(direct.first, direct.stop) else None


def _clause_before(reading: Reading, number: int) -> int | None:
    """Where a clause begins of which the marked words are but the end: "Kim «pronto visitará Rusia», dijo ..."."""
    first = number
    while first > 0 and first - 1 not in reading.used_marks and reading.pieces[first - 1].lower not in (":", ";"):
        first -= 1
    if first > 0 and reading.pieces[first - 1].lower == ":":
        return None
    while first < number and reading.pieces[first].lower in PUNCTUATION:
        first += 1
    words = [p for p in reading.pieces[first:number] if p.mark is None and p.lower not in CONNECTIVES]
    if not words or (len(words) < 3 and not any(p.pos in ("PROPN", "NOUN", "VERB") for p in words)):
        return None
    if any(first <= c.first < number and reading.complements.get(c.first) for c in reading.cues):
        return None
    return first


def _go_on(reading: Reading, after: int, cue: Cue | None, speaker: Phrase | None, quote_type: str) -> None:
    """Report marked words that go on with the same speaker: "«...», dijo X, «...»"."""
    for at in range(after + 1, len(reading.pieces)):
        piece = reading.pieces[at]
        if piece.mark is not None:
            is_set_off = reading.pieces[at - 1].lower in CONNECTIVES or quote_type == "mixed"  # not 'autora de "X"'
            is_set_off = is_set_off and reading.pieces[at - 1].lower != ":"
            if is_set_off and at not in reading.used_marks and _cue_after(reading, at) is None:
                reading.add_mark(at, quote_type, cue, speaker)
            return
        is_break = piece.lower == ";" and reading.pieces[min(at + 1, len(reading.pieces) - 1)].mark is None
        if is_break or piece.lower == "que" or piece.pos == "VERB" or any(c.first == at for c in reading.cues):
            return


# -- after their cue


def _is_whole(reading: Reading, cue: Cue, number: int, speaker: Phrase | None) -> bool:
    """Tell a whole utterance in marks (direct) from words that are part of a phrase (mixed): "elogió «su valor»"."""
    assert cue.verb is not None
    between = list(reading.pieces[cue.last + 1 : number])
    if speaker is not None:
        between = [p for p in between if not speaker.start <= p.start < speaker.end]
    if not cue.verb.is_direct or any(p.lower not in CONNECTIVES and p.pos not in ("ADV", "PUNCT") for p in between):
        return False
    following = reading.pieces[number + 1].lower if number + 1 < len(reading.pieces) else "."
    return following in PUNCTUATION and _word_count(reading, number) >= MIN_WORDS


# -- alone


def _before_any_verb(reading: Reading, number: int) -> None:
    """Read «...», intentó calmarla Ruiz: after a quote and a comma, any verb in the third person reports it."""
    at = number + 2
    if at >= len(reading.pieces) or reading.pieces[number + 1].lower != ",":
        return
    at += reading.pieces[at].lower in CLITICS
    token = reading.pieces[at].token if at < len(reading.pieces) else None
    if token is None or not _tells(token):
        return
    cue = _any_verb(reading, at)
    after = at + 2 if at + 1 < len(reading.pieces) and reading.pieces[at + 1].is_infinitive else at + 1
    speaker = reading.phrases.after(after)
    is_source = speaker is not None and reading.phrases.is_source(speaker.first, speaker.stop)
    reading.add_mark(number, "direct", cue, speaker if is_source else reading.phrases.members(cue))


def _any_verb(reading: Reading, at: int) -> Cue:
    piece = reading.pieces[at]
    token = piece.token
    assert token is not None
    lead = lead_of(reading.pieces, at)
    return Cue(lead, at, at, piece.start, piece.end, token.lemma_, None, "any verb", "Number=Plur" in str(token.morph))


def _tells(token: Token) -> bool:
    """Tell a verb of the third person; a rare one ("retrucó") may be tagged as anything, but for its ending."""
    if token.pos_ == "VERB":
        return {"Mood=Ind", "Person=3"} <= set(str(token.morph).split("|"))
    return token.text.islower() and token.text.endswith(("ó", "aron", "ieron"))


def _after_colon(reading: Reading, number: int) -> None:
    if not _is_sentence(reading, number) or _is_headline(reading, number):
        return
    cue = next((c for c in reversed(reading.cues) if c.first < number and c.verb is not None), None)
    speaker = reading.subject_of(cue) if cue else None
    if cue is None:
        verbs = [at for at in range(number) if reading.pieces[at].is_finite]
        speaker = reading.subject_of(_any_verb(reading, verbs[-1])) if verbs else reading.phrases.after(0)
        if speaker is not None and not reading.phrases.is_source(speaker.first, speaker.stop):
            speaker = None
    reading.add_mark(number, "direct", cue, speaker)


def _is_headline(reading: Reading, number: int) -> bool:
    """Tell a line that links to another article: 'Ana Ruiz: "No hay acuerdo"', without a full stop."""
    utterance = reading.utterance
    is_line = utterance.is_first and reading.text[utterance.end : utterance.end + 1] in ("", "\n")
    return (
        is_line and number + 1 == len(reading.pieces) and reading.text[reading.mark(number).outer_end - 2] not in ".!?…"
    )


def _is_sentence(reading: Reading, number: int) -> bool:
    return _word_count(reading, number) >= MIN_WORDS


def _ends_there(reading: Reading, number: int) -> bool:
    after = range(number + 1, len(reading.pieces))
    first = next((at for at in after if reading.pieces[at].lower not in PUNCTUATION), None)
    if first is None or reading.pieces[first].mark is None:
        return first is None
    is_list = reading.pieces[number + 1].lower in (";", ",")  # '"¡Corre!"; "¡Vuelve!", fueron los gritos'
    return not is_list or all(reading.pieces[at].mark or reading.pieces[at].lower in PUNCTUATION for at in after)


def _word_count(reading: Reading, number: int) -> int:
    mark = reading.mark(number)
    return len(reading.text[mark.start : mark.end].split())


def _begins_with_cue(reading: Reading, number: int) -> bool:
    word = reading.text[reading.mark(number).start :][:30].split()[0].lower()
    return any(form.kind == "finite" for form in cue_forms().get(word, ()))


def _subject_of_sentence(reading: Reading, number: int) -> Phrase | None:
    speaker = reading.phrases.after(0)
    return speaker if speaker is not None and reading.phrases.is_source(speaker.first, speaker.stop) else None
