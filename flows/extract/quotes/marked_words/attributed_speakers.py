"""Who says the words in marks that a cue follows: "«No iré», dijo ayer *Ana Ruiz*"."""

from flows.extract.quotes.cues.reporting import Cue
from flows.extract.quotes.phrases.after import phrase_after
from flows.extract.quotes.phrases.head_nouns import names_person
from flows.extract.quotes.phrases.named_pieces import Phrase
from flows.extract.quotes.phrases.prepositions import PREPOSITIONS
from flows.extract.quotes.phrases.sources import names_source
from flows.extract.quotes.phrases.times import is_time
from flows.extract.quotes.reading import PUNCTUATION, Reading
from flows.extract.quotes.subjects.of_cues import document_of


def speaker_beside(reading: Reading, number: int, cue: Cue) -> Phrase | None:
    """Find the words that name who speaks, between a stretch in marks and its cue, or after the cue."""
    if cue.is_impersonal:
        return document_of(reading, cue)
    after = phrase_after(reading.pieces, cue.last + 1)
    first = next((at for at in range(number + 1, cue.lead) if reading.pieces[at].lower not in PUNCTUATION), cue.lead)
    if first < cue.lead and reading.pieces[first].lower not in ("según", "como"):
        before = phrase_after(reading.pieces, first, skip=False)
        if before is not None and before.stop <= cue.lead and not is_time(reading.pieces, before.first, before.stop):
            return before
    if after is not None and names_source(reading.pieces, after.first, after.stop):
        return after
    is_apposed = after is not None and reading.is_comma(after.first - 1) and reading.pieces[after.first].pos == "NOUN"
    if after is not None and is_apposed and names_person(reading.pieces, after):
        return after  # whoever it is that it is apposed to: "dice a la prensa Faruk, economista"
    following = reading.pieces[cue.last + 1] if cue.last + 1 < len(reading.pieces) else None
    if following is not None and following.lower in ("quien", "quienes"):  # somebody, but not whoever spoke last
        return reading.pieces.phrase(cue.last + 1, cue.last + 2)
    if following is not None and following.lower in PREPOSITIONS:
        return None  # "escribió vía Twitter"
    if (
        following is not None
        and following.pos == "ADJ"
        and following.lower == reading.text[following.start : following.end]
    ):
        return None  # "dijo decidida y con voz de niña"
    direct = phrase_after(reading.pieces, cue.last + 1, skip=False)
    return direct if direct is not None and not is_time(reading.pieces, direct.first, direct.stop) else None
