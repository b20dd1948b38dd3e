"""Whom a subject that is left out stands for: "Mora viajó a Lima. Pidió calma"."""

from bisect import bisect_left

from spacy.tokens import Doc, Token

from flows.extract.events.names import WINDOW, Names, Referent
from flows.extract.events.speech import Speech

PLURAL_WINDOW = 40
"""How many words back a dropped plural subject is looked for; "asesinaron a un fiscal" is often nobody's deed."""


class DroppedSubjects:
    """The subjects of one article that it states, which those that it leaves out take up."""

    def __init__(self, doc: Doc, names: Names, speech: Speech) -> None:
        self._doc = doc
        self._names = names
        self._speech = speech
        self._subjects: list[tuple[int, list[Referent], bool]] = []
        self._places: list[int] = []

    def add(self, subject: Token, referents: list[Referent], *, is_plural: bool) -> None:
        """Add a stated subject, after those that stand before it; of somebody unnamed there are no referents."""
        self._subjects.append((subject.i, referents, is_plural))
        self._places.append(subject.i)

    def last(self, before: int, number: str | None, *, is_person: bool = False) -> list[Referent]:
        """Whom a dropped subject stands for: the nearest subject before that agrees in number, if it is named.

        Of one in somebody's own words a subject there, or else one outside, who is not the speaker unless the words
        begin with the verb ("«Felicitó a Perú», dice la carta de Gil"); of others none there. With ``is_person`` a
        person, as for "él".
        """
        quote = self._speech.quote_around(self._doc[before]) if self._speech.is_quoted(self._doc[before]) else None
        found = self._nearest(before, number, is_person=is_person, is_quoted=quote is not None)
        if not found and quote is not None:
            found = self._nearest(before, number, is_person=is_person, is_quoted=False)
            is_own = [each.entity_id for each in found] == [quote.speaker_entity_id]
            found = [] if is_own and self._doc[before].idx > quote.char_start else found
        return [Referent(each.entity_id, each.text, is_direct=False) for each in found]

    def _nearest(self, before: int, number: str | None, *, is_person: bool, is_quoted: bool) -> list[Referent]:
        place = bisect_left(self._places, before) - 1
        window = PLURAL_WINDOW if number == "Plur" else WINDOW
        while place >= 0 and before - self._places[place] <= window:
            at, referents, plural = self._subjects[place]
            kinds = {self._names.entity(each.entity_id).entity_type for each in referents}
            is_of_kind = (number is None or plural == (number == "Plur")) and (not is_person or kinds <= {"PER"})
            if is_of_kind and is_quoted == self._speech.is_quoted(self._doc[at]):
                return referents
            place -= 1
        return []
