"""Which events somebody tells in marks: their day need not be that of the article."""

from bisect import bisect_right

from flows.extract.events.syntax import clause_verb, grammatical_person, has_morph, is_verb
from flows.extract.events.told import Told, ids
from flows.records import Findings, Quote


class Quoted:
    """The words of an article that stand in marks, by who says them."""

    def __init__(self, findings: Findings) -> None:
        direct = [each for each in findings.quotes if each.quote_type == "direct"]
        self._quotes = sorted(direct, key=lambda quote: quote.char_start)
        self._starts = [quote.char_start for quote in self._quotes]
        self._people = {each.article_entity_id for each in findings.entities if each.entity_type == "PER"}

    def of(self, event: Told) -> Quote | None:
        """The quote that an event's word stands in."""
        number = bisect_right(self._starts, event.token.idx) - 1
        quote = self._quotes[number] if number >= 0 else None
        return quote if quote is not None and event.token.idx < quote.char_end else None

    def tells(self, event: Told) -> bool:
        """Whether somebody tells of an event in marks: "me pidió perdón", not "exijo su renuncia", which is done so.

        Nor a statement that tells what one did who issues it: «"Elogió a Chile", informó el Ministerio».
        """
        quote = self.of(event)
        verb = clause_verb(event.token)
        if quote is None or verb is None:
            return quote is not None
        if grammatical_person(verb) == "1":
            return has_morph(verb, "Tense=Past")
        speaker = quote.speaker_entity_id
        is_statement = speaker not in self._people or speaker in ids(event.participants.actors)
        return speaker is None or not (is_verb(event.token) and is_statement)
