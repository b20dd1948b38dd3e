"""The person whom a later phrase takes up: "*el mandatario*", "*la socialista*", "*este experto*"."""

import re

from flows.extract.quotes.lexicon.speaker_nouns import (
    DEMONYM,
    SpeakerNoun,
    callings,
    interchangeable,
    is_of_politics,
    named_by_part,
    regional,
    speaker_nouns,
)
from flows.extract.quotes.speakers.names_in_article import NamesInArticle
from flows.extract.quotes.speakers.person_roles import PersonRoles
from flows.extract.quotes.speakers.phrase_names import PhraseNames
from flows.extract.quotes.speakers.phrase_places import PhrasePlaces, Places
from flows.extract.quotes.speakers.running import RunningSpeaker
from flows.extract.quotes.utterances.cutting import Utterance

DEMONSTRATIVE = frozenset(["este", "esta"])
INTERVIEWED = frozenset(["entrevistado", "consultado"])
COMPLEMENT = re.compile(r"(?i)\bdel?\b")
HEADS_OF_STATE = frozenset(["mandatario", "gobernante", "dignatario"])
ALSO = re.compile(r"(?i)\b(?:el|la) también\b")
"""What tells another office of the person in mind: "el también diputado"."""
CONTRAST = re.compile(r"(?i)\b(?:por su (?:parte|lado)|a su (?:vez|turno)|en (?:cambio|respuesta|contraste))\b")
CONTRAST_REACH = 15
NEAR = 600
"""How many characters back somebody is fresh in mind."""
HEAD_LINES = 3
"""Lines of an article's head, where a title may stand for somebody whom it names later."""


class PersonsTakenUp:
    """Finds the persons of one article whom its phrases take up."""

    def __init__(
        self,
        names: NamesInArticle,
        roles: PersonRoles,
        phrases: PhraseNames,
        places: PhrasePlaces,
        running: RunningSpeaker,
    ) -> None:
        self._names = names
        self._roles = roles
        self._phrases = phrases
        self._places = places
        self._running = running

    def find(
        self, noun: SpeakerNoun, gender: str | None, start: int, end: int, utterance: Utterance | None
    ) -> str | None:
        """Find whom the article presents as the phrase at some characters does; None where it may be two."""
        places = self._places.of(start, end)
        others = self._others(start, end, utterance)
        named = {mention.entity_id for mention in self._names.within(start, end)}
        others = named | {person for person in others if not self._is_described(person, noun, places)}
        seen = [person for person in self._names.persons(0, start) if person not in others]
        seen = [person for person in seen if self._roles.agrees(person, gender)]
        pointed_at = self._pointed_at(noun, places, start, end)
        if pointed_at in seen:
            return pointed_at
        if noun.lemma in regional():
            return self._of_region(noun, gender, seen, start, end, utterance)
        seen = [person for person in seen if self._places.may_hold(person, places)]
        described = [person for person in seen if self._is_described(person, noun, places)]
        seen = described or seen
        fitting = self._fitting(noun, seen)
        exact = self._so_called(noun, seen, fitting)
        if exact:
            return self._of_those_so_called(noun, exact, fitting, start)
        is_head = utterance is None or utterance.paragraph < HEAD_LINES
        later = self._named_later(noun, gender, start, places) if is_head and not fitting else None
        if later is not None:
            return later
        running = self._running.entity_id if not (places.known | places.unknown) else None
        is_new = running in seen and not self._roles.is_presented(running or "")
        if is_new and noun.lemma in interchangeable() and self._roles.agrees(running or "", gender):
            return running
        if fitting:
            is_other_fresh = running in seen and {*fitting}.isdisjoint([running, *self.fresh(start)])
            return None if is_other_fresh else self._likeliest(fitting, start)
        if noun.lemma in named_by_part():
            return None
        is_new_word = self._is_new_word(noun, start, end, utterance)
        if self._takes_up_speaker(noun, gender, places, others) or (
            is_new_word and self._is_open(noun, gender, places, others)
        ):
            return self._running.last_speaker
        is_of_other = noun.lemma not in interchangeable() and COMPLEMENT.search(self._names.text, start, end)
        if is_of_other:
            return None
        return self._of_country_or_gender(noun, gender, places, seen, start) or self._topic(noun, gender, seen)

    def _of_region(
        self, noun: SpeakerNoun, gender: str | None, seen: list[str], start: int, end: int, utterance: Utterance | None
    ) -> str | None:
        """Whom "el limeño" is: who just spoke, with no other man in mind; hardly whom the sentence before is about."""
        person = self._running.last_speaker
        in_mind = {each for each in self.fresh(start) if self._roles.agrees(each, gender)}
        is_alone = self._names.text[start:end].count(" ") == 1 and in_mind <= {person}
        return person if is_alone and person in seen and self._is_new_word(noun, start, end, utterance) else None

    def _so_called(self, noun: SpeakerNoun, seen: list[str], fitting: list[str]) -> list[str]:
        """Those whom the article calls so; "el mandatario" is as good a word for a president who is in mind."""
        exact = [person for person in seen if self._roles.has_role(person, noun)]
        is_other_in_mind = noun.lemma in HEADS_OF_STATE and self._running.entity_id in fitting
        return fitting if exact and is_other_in_mind else exact

    def _pointed_at(self, noun: SpeakerNoun, places: Places, start: int, end: int) -> str | None:
        """Whom "el también diputado", "la entrevistada" and "este experto" point at: who is in mind, or who spoke."""
        if ALSO.search(self._names.text, start, end) and self._running.entity_id is not None:
            return self._running.entity_id
        speaker = self._running.last_speaker
        is_meant = noun.lemma in INTERVIEWED or self._is_this(noun, start)
        return speaker if is_meant and speaker is not None and self._places.may_hold(speaker, places) else None

    def _of_those_so_called(self, noun: SpeakerNoun, exact: list[str], fitting: list[str], start: int) -> str | None:
        """Whom of those whom the article calls so; "el artista" is who speaks, if it may be, rather than another."""
        running = self._running.entity_id
        if noun.lemma in callings() and running not in exact and self._names.type_of(running) == "PER":
            if running in fitting:
                return running
            if not self._roles.is_presented(running or "") and self._running.is_last_speaker:
                return None
        return self._likeliest(exact, start)

    def _is_described(self, person: str, noun: SpeakerNoun, places: Places) -> bool:
        """Tell whom the article presents just so, of the very place: "el líder norcoreano" is no other "presidente"."""
        is_of_place = bool(places.known) and places.known <= self._roles.places(person)
        return is_of_place and (self._roles.has_role(person, noun) or self._roles.may_have_role(person, noun))

    def _fitting(self, noun: SpeakerNoun, seen: list[str]) -> list[str]:
        """Those who may be so called; "el mandatario" is no president of a club, if there is one of a country."""
        fitting = [person for person in seen if self._roles.may_have_role(person, noun)]
        is_of_country = noun.lemma in HEADS_OF_STATE
        return [p for p in fitting if not (is_of_country and self._is_of_body(p))] or fitting

    def _is_of_body(self, person: str) -> bool:
        """Tell who presides over a body, not over a country: "el presidente de la Corte"."""
        return any(self._names.type_of(place) == "ORG" for place in self._roles.places(person))

    def _topic(self, noun: SpeakerNoun, gender: str | None, seen: list[str]) -> str | None:
        """Whom the article is about, if it gives that person no role: "el guitarrista", "la actriz"."""
        topic = self._running.topic
        is_calling = noun.lemma.removeprefix("ex") in callings() or noun.lemma not in speaker_nouns()
        if topic not in seen or not is_calling or self._roles.is_presented(topic) or noun.lemma == DEMONYM:
            return None
        return topic if self._roles.is_of_gender(topic, gender) else None

    def fresh(self, start: int) -> list[str]:
        """The persons fresh in mind at a place in the text, last first."""
        return self._names.persons(start - NEAR, start)

    def _others(self, start: int, end: int, utterance: Utterance | None) -> set[str]:
        """Whom a phrase does not mean: who is named in it, or before it in its sentence as somebody else.

        "Con Caputo, *el ministro* dijo"; after "por su parte" who spoke last.
        """
        begin = utterance.start if utterance else start
        before = self._names.within(begin, start) if begin < start else ()
        others = {m.entity_id for m in before if self._phrases.is_beside(m, begin, start)}
        others |= {mention.entity_id for mention in self._names.within(start, end)}
        text = self._names.text
        after = text[end : end + CONTRAST_REACH].partition(".")[0]
        around = text[max(0, start - CONTRAST_REACH) : start] + after.partition("\n")[0]
        return others | ({self._running.last_speaker or ""} if CONTRAST.search(around) else set())

    def _is_this(self, noun: SpeakerNoun, start: int) -> bool:
        """Tell "este experto", who spoke last unless the article presents that person as another."""
        person = self._running.last_speaker or ""
        is_calling = noun.lemma in callings() and not self._may_be_another(noun, start)
        is_open = is_calling or noun.lemma not in interchangeable() or not self._roles.is_presented(person)
        is_so_called = is_open or self._roles.may_have_role(person, noun)
        return is_so_called and self._names.text[start : start + 6].split()[0].lower() in DEMONSTRATIVE

    def _likeliest(self, persons: list[str], start: int) -> str | None:
        """Who spoke last, else the only one, else the only one fresh in mind; None where two are."""
        if self._running.entity_id in persons:
            return self._running.entity_id
        if len(persons) == 1:
            return persons[0]
        fresh = [person for person in self.fresh(start) if person in persons]
        return fresh[0] if len(fresh) == 1 else None

    def _named_later(self, noun: SpeakerNoun, gender: str | None, start: int, places: Places) -> str | None:
        """The only person whom the article presents so after it spoke of them: "Según la vocera ..." in its head.

        "El ministro de Transportes" may be just "el ministro Ruiz" below.
        """
        fitting = [
            person
            for person in self._names.persons_after(start)
            if self._roles.has_role(person, noun)
            and self._roles.agrees(person, gender)
            and (self._places.may_hold(person, places) or not self._roles.is_placed(person))
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _takes_up_speaker(self, noun: SpeakerNoun, gender: str | None, places: Places, others: set[str]) -> bool:
        """Tell another word for who spoke last: "el dirigente", "la socialista", where nobody else is called so."""
        person = self._running.last_speaker
        if person is None or person in others or self._names.type_of(person) != "PER":
            return False
        is_placed = self._roles.is_placed(person) and not places.known <= self._roles.places(person)
        if not self._running.is_last_speaker or is_placed or not self._roles.agrees(person, gender):
            return False
        is_other_held = self._is_held(noun, gender, places, person)
        return not is_other_held and self._roles.is_politician(person) and is_of_politics(noun.lemma)

    def _is_new_word(self, noun: SpeakerNoun, start: int, end: int, utterance: Utterance | None) -> bool:
        """Tell words for who just spoke, with nobody else named since: "dijo Ruiz. *El exministro de Salud* añadió"."""
        if utterance is None or not self._running.is_last_speaker or not self._running.is_near(utterance.paragraph):
            return False
        is_agent = noun.lemma.endswith("dor") and noun.lemma not in speaker_nouns()
        if noun.lemma == DEMONYM or (is_agent and COMPLEMENT.search(self._names.text, start, end)):
            return False  # "el narrador del anuncio"
        marks = [piece for piece in utterance.pieces if piece.mark is not None]
        between = self._names.within(self._running.last_end, start) if self._running.last_end < start else ()
        return not any(
            mention.mention_type == "PER"
            and mention.entity_id != self._running.last_speaker
            and not any(mark.start <= mention.char_start < mark.end for mark in marks)
            for mention in between
        )

    def _is_open(self, noun: SpeakerNoun, gender: str | None, places: Places, others: set[str]) -> bool:
        """Tell whether who just spoke may be called by a noun that the article gives nobody, of no country.

        One whom it has not presented may be anything.
        """
        person = self._running.last_speaker
        if person is None or person in others or self._names.type_of(person) != "PER":
            return False
        if places.names_country or self._roles.is_placed(person):
            return False  # "el presidente ruso"
        may_be = not self._roles.is_presented(person) or self._roles.may_have_role(person, noun)
        return may_be and self._roles.agrees(person, gender) and not self._is_held(noun, gender, places, person)

    def _is_held(self, noun: SpeakerNoun, gender: str | None, places: Places, person: str) -> bool:
        """Tell whether the article so presents another person, of that gender and place."""
        return any(
            self._roles.agrees(other, gender) and self._places.may_hold(other, places)
            for other in self._roles.holders(noun)
            if other != person
        )

    def _of_country_or_gender(
        self, noun: SpeakerNoun, gender: str | None, places: Places, seen: list[str], start: int
    ) -> str | None:
        """The only person of a demonym's country, else the running speaker where nobody else is of the gender."""
        named = places.known | places.unknown
        of_country = [person for person in seen if named and named <= self._roles.places(person)]
        if noun.lemma == DEMONYM and of_country:
            return self._likeliest(of_country, start)
        of_gender = [person for person in seen if self._roles.is_of_gender(person, gender)]
        running = self._running.entity_id if not named else None
        is_calling = noun.lemma in callings() and not self._may_be_another(noun, start, gender)
        if noun.lemma in interchangeable() and self._roles.is_presented(running or "") and not is_calling:
            return None  # "el ministro Luis Mora" is not "el juez"; he may be "el economista"
        return running if of_gender == [running] else None

    def _may_be_another(self, noun: SpeakerNoun, start: int, gender: str | None = None) -> bool:
        return any(
            self._roles.may_have_role(person, noun) and self._roles.agrees(person, gender)
            for person in self._names.persons(0, start)
        )
