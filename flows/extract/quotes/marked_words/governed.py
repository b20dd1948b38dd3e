"""Words in marks whose cue stands before them: "Ana Ruiz dijo: *«No iré»*", "elogió *«su valor»*"."""

from flows.extract.quotes.clauses.reported import is_speaking
from flows.extract.quotes.cues.reporting import Cue
from flows.extract.quotes.marked_words.resumed import is_listed, report_listed, report_resumed
from flows.extract.quotes.marks.labels import SAYING
from flows.extract.quotes.marks.quotation import SENTENCE_END
from flows.extract.quotes.phrases.named_pieces import Phrase
from flows.extract.quotes.reading import CONNECTIVES, PUNCTUATION, Reading
from flows.extract.quotes.subjects.of_cues import subject_of


def read_governed(reading: Reading) -> None:
    """Report marked words whose cue stands before them."""
    for cue in reading.cues:
        complement = reading.complements.get(cue.first)
        if complement is None or cue.first in reading.used_cues or complement.kind not in ("mark", "colon"):
            continue
        if complement.at in reading.used_marks or (
            reading.is_source_verb(cue) and not _says(reading, cue, complement.at)
        ):
            continue
        speaker = subject_of(reading, cue)
        if is_speaking(reading, cue, speaker, complement):
            is_direct = complement.kind == "colon" or _is_whole(reading, cue, complement.at, speaker)
            if not is_direct and cue.verb is not None and cue.verb.takes == {"marks"}:
                continue  # 'siguió "a rajatabla" las normas'
            reading.add_mark(complement.at, "direct" if is_direct else "mixed", cue, speaker)
            if is_direct:
                report_listed(reading, complement.at, cue, speaker)
            else:
                report_resumed(reading, complement.at, cue, speaker, "mixed")


def _says(reading: Reading, cue: Cue, number: int) -> bool:
    """Tell 'como decía «nunca vendas la tierra»' from 'como dice el «plan»', where the words belong to the source."""
    return number == cue.last + 1 and reading.is_sentence(number)


def _is_whole(reading: Reading, cue: Cue, number: int, speaker: Phrase | None) -> bool:
    """Tell a whole utterance in marks (direct) from words that are part of a phrase (mixed): "elogió «su valor»"."""
    assert cue.verb is not None
    between = list(reading.pieces[cue.last + 1 : number])
    if speaker is not None:
        between = [p for p in between if not speaker.start <= p.start < speaker.end]
    if not cue.verb.is_direct or any(p.lower not in CONNECTIVES and p.pos not in ("ADV", "PUNCT") for p in between):
        return False
    following = reading.pieces[number + 1].lower if number + 1 < len(reading.pieces) else "."
    if number + 2 in reading.marks and is_listed(reading, number, number + 2):
        following = ","
    if cue.stance == "asks" and cue.takes("phrase") and _is_phrase(reading, number):
        return False  # 'exige "agua limpia para todos"'
    is_said = cue.verb.lemma in SAYING and number == cue.last + 1  # "respondió «sí»"
    return following in PUNCTUATION and (is_said or reading.is_sentence(number))


def _is_phrase(reading: Reading, number: int) -> bool:
    """Tell a phrase in marks from an utterance of one sentence or more."""
    mark = reading.mark(number)
    return reading.text[mark.start].islower() and SENTENCE_END.search(reading.text, mark.start, mark.end) is None
