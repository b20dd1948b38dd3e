"""Whom a subject that is left out stands for: "Mora viajó a Lima. Pidió calma"."""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from flows.extract.events.referents.names import WINDOW, Names, Referent
from flows.extract.events.referents.speech import Speech
from flows.extract.events.syntax import MAX_CLIMB

PLURAL_WINDOW = 40
"""How many words back a dropped plural subject is looked for; "asesinaron a un fiscal" is often nobody's deed."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Somebody whom an article tells of: a stated subject, or who utters what a verb reports."""

    place: int
    referents: list[Referent]
    is_plural: bool
    is_main: bool
    """Whether of a sentence's own verb: "Mora dijo que Perú votará. Pidió calma" goes on about Mora."""
    is_speaker: bool
    """Whether of words that the article does not say whose they are; within other words they are no guide."""


class DroppedSubjects:
    """The subjects of one article that it states, which those that it leaves out take up."""

    def __init__(self, doc: Doc, names: Names, speech: Speech) -> None:
        self._doc = doc
        self._names = names
        self._speech = speech
        self._subjects: list[Subject] = []
        self._places: list[int] = []

    def add(self, word: Token, verb: Token, referents: list[Referent], *, is_plural: bool) -> None:
        """Add a stated subject, after those that stand before it; of somebody unnamed there are no referents.

        A verb that is added as its own subject reports what somebody says whom it does not name.
        """
        self._subjects.append(Subject(word.i, referents, is_plural, is_main(verb), is_speaker=word.i == verb.i))
        self._places.append(word.i)

    def last(self, before: int, number: str | None, *, is_person: bool = False) -> list[Referent]:
        """Whom a dropped subject stands for: the nearest subject before that agrees in number, if it is named.

        Of a sentence's verb rather the subject of such a one. Of one in somebody's own words a subject there, or else
        one outside, who is not the speaker unless the words begin with the verb ("«Felicitó a Perú», dice la carta de
        Gil"); of others none there. With ``is_person`` a person, as for "él".
        """
        verb = self._doc[before]
        quote = self._speech.quote_around(verb)
        own = quote if quote is not None and quote.quote_type == "direct" else None

        def is_taken_up(subject: Subject) -> bool:
            kinds = {self._names.entity(each.entity_id).entity_type for each in subject.referents}
            is_of_number = number is None or subject.is_plural == (number == "Plur")
            return is_of_number and (not is_person or kinds <= {"PER"}) and not (subject.is_speaker and quote)

        found: list[Referent] = []
        if own is None and is_main(verb):
            found = self._nearest(before, number, lambda each: each.is_main and is_taken_up(each))
        found = found or self._nearest(before, number, is_taken_up, is_quoted=own is not None)
        if not found and own is not None:
            found = self._nearest(before, number, is_taken_up)
            is_own = [each.entity_id for each in found] == [own.speaker_entity_id]
            found = [] if is_own and verb.idx > own.char_start else found
        return [replace(each, is_direct=False) for each in found]

    def _nearest(
        self, before: int, number: str | None, is_taken_up: Callable[[Subject], bool], *, is_quoted: bool = False
    ) -> list[Referent]:
        place = bisect_left(self._places, before) - 1
        window = PLURAL_WINDOW if number == "Plur" else WINDOW
        while place >= 0 and before - self._places[place] <= window:
            subject = self._subjects[place]
            if is_taken_up(subject) and is_quoted == self._speech.is_quoted(self._doc[subject.place]):
                return subject.referents
            place -= 1
        return []


def is_main(verb: Token) -> bool:
    """Whether a verb is that of a sentence, coordinated with it, or says according to whom: "según explicó Mora"."""
    if any(child.lower_ == "según" for child in verb.lefts):
        return True
    for _ in range(MAX_CLIMB):
        if verb.dep_ != "conj":
            break
        verb = verb.head
    return verb.dep_ == "ROOT"
