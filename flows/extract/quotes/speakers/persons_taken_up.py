"""The person whom a later phrase takes up: "*el mandatario*", "*la socialista*", "*este experto*"."""

import re
from dataclasses import dataclass, replace

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


@dataclass(frozen=True, slots=True)
class Epithet:
    """A phrase that takes somebody up, as it stands."""

    noun: SpeakerNoun
    gender: str | None
    start: int
    end: int
    utterance: Utterance | None
    places: Places
    others: frozenset[str] = frozenset()
    """Whom it does not mean."""

    @property
    def names_place(self) -> bool:
        """Whether it says of what body or country somebody is."""
        return bool(self.places.known or self.places.unknown)

    @property
    def is_in_head(self) -> bool:
        """Whether it stands where a title may stand for somebody who is named later."""
        return self.utterance is None or self.utterance.paragraph < HEAD_LINES


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
        epithet = Epithet(noun, gender, start, end, utterance, self._places.of(start, end))
        epithet = replace(epithet, others=self._others(epithet))
        seen = [person for person in self._names.persons(0, start) if person not in epithet.others]
        seen = [person for person in seen if self._roles.agrees(person, gender)]
        pointed_at = self._pointed_at(epithet)
        if pointed_at in seen:
            return pointed_at
        if noun.lemma in regional():
            return self._of_region(epithet, seen)
        seen = [person for person in seen if self._places.may_hold(person, epithet.places)]
        seen = [person for person in seen if self._is_described(person, epithet)] or seen
        fitting = self._fitting(epithet, seen)
        exact = self._so_called(epithet, seen, fitting)
        if exact:
            return self._of_those_so_called(epithet, exact, fitting)
        later = self._named_later(epithet) if epithet.is_in_head and not fitting else None
        return later or self._of_those_in_mind(epithet, seen, fitting)

    def fresh(self, start: int) -> list[str]:
        """The persons fresh in mind at a place in the text, last first."""
        return self._names.persons(start - NEAR, start)

    def _of_those_in_mind(self, epithet: Epithet, seen: list[str], fitting: list[str]) -> str | None:
        """Whom of those whom the article gives no such role: who may have it, or who is told of and has none."""
        lemma = epithet.noun.lemma
        running = self._running.entity_id if not epithet.names_place else None
        is_new = running in seen and not self._roles.is_presented(running or "")
        if is_new and lemma in interchangeable() and self._roles.agrees(running or "", epithet.gender):
            return running
        if fitting:
            is_other_fresh = running in seen and {*fitting}.isdisjoint([running, *self.fresh(epithet.start)])
            return None if is_other_fresh else self._likeliest(fitting, epithet.start)
        if lemma in named_by_part():
            return None
        if self._takes_up_speaker(epithet) or (self._is_new_word(epithet) and self._is_open(epithet)):
            return self._running.last_speaker
        if lemma not in interchangeable() and COMPLEMENT.search(self._names.text, epithet.start, epithet.end):
            return None  # "el vecino de Ana Ruiz"
        return self._of_country_or_gender(epithet, seen) or self._topic(epithet, seen)

    def _of_region(self, epithet: Epithet, seen: list[str]) -> str | None:
        """Whom "el limeño" is: who just spoke, with no other man in mind; hardly whom the sentence before is about."""
        person = self._running.last_speaker
        in_mind = {each for each in self.fresh(epithet.start) if self._roles.agrees(each, epithet.gender)}
        is_alone = self._names.text[epithet.start : epithet.end].count(" ") == 1 and in_mind <= {person}
        return person if is_alone and person in seen and self._is_new_word(epithet) else None

    def _so_called(self, epithet: Epithet, seen: list[str], fitting: list[str]) -> list[str]:
        """Those whom the article calls so; "el mandatario" is as good a word for a president who is in mind."""
        exact = [person for person in seen if self._roles.has_role(person, epithet.noun)]
        is_other_in_mind = epithet.noun.lemma in HEADS_OF_STATE and self._running.entity_id in fitting
        return fitting if exact and is_other_in_mind else exact

    def _pointed_at(self, epithet: Epithet) -> str | None:
        """Whom "el también diputado", "la entrevistada" and "este experto" point at: who is in mind, or who spoke."""
        if ALSO.search(self._names.text, epithet.start, epithet.end) and self._running.entity_id is not None:
            return self._running.entity_id
        speaker = self._running.last_speaker
        is_meant = epithet.noun.lemma in INTERVIEWED or self._is_this(epithet)
        return speaker if is_meant and speaker is not None and self._places.may_hold(speaker, epithet.places) else None

    def _of_those_so_called(self, epithet: Epithet, exact: list[str], fitting: list[str]) -> str | None:
        """Whom of those whom the article calls so; "el artista" is who speaks, if it may be, rather than another."""
        running = self._running.entity_id
        if epithet.noun.lemma in callings() and running not in exact and self._names.type_of(running) == "PER":
            if running in fitting:
                return running
            if not self._roles.is_presented(running or "") and self._running.is_last_speaker:
                return None
        return self._likeliest(exact, epithet.start)

    def _is_described(self, person: str, epithet: Epithet) -> bool:
        """Tell whom the article presents just so, of the very place: "el líder norcoreano" is no other "presidente"."""
        places = epithet.places.known
        is_of_place = bool(places) and places <= self._roles.places(person)
        noun = epithet.noun
        return is_of_place and (self._roles.has_role(person, noun) or self._roles.may_have_role(person, noun))

    def _fitting(self, epithet: Epithet, seen: list[str]) -> list[str]:
        """Those who may be so called; "el mandatario" is no president of a club, if there is one of a country."""
        fitting = [person for person in seen if self._roles.may_have_role(person, epithet.noun)]
        is_of_country = epithet.noun.lemma in HEADS_OF_STATE
        return [p for p in fitting if not (is_of_country and self._is_of_body(p))] or fitting

    def _is_of_body(self, person: str) -> bool:
        """Tell who presides over a body, not over a country: "el presidente de la Corte"."""
        return any(self._names.type_of(place) == "ORG" for place in self._roles.places(person))

    def _topic(self, epithet: Epithet, seen: list[str]) -> str | None:
        """Whom the article is about, if it gives that person no role: "el guitarrista", "la actriz"."""
        lemma, topic = epithet.noun.lemma, self._running.topic
        is_calling = lemma.removeprefix("ex") in callings() or lemma not in speaker_nouns()
        if topic not in seen or not is_calling or self._roles.is_presented(topic) or lemma == DEMONYM:
            return None
        return topic if self._roles.is_of_gender(topic, epithet.gender) else None

    def _others(self, epithet: Epithet) -> frozenset[str]:
        """Whom a phrase does not mean: who is named in it, or before it in its sentence as somebody else.

        "Con Caputo, *el ministro* dijo"; after "por su parte" who spoke last. It may mean whom it describes.
        """
        start, end = epithet.start, epithet.end
        begin = epithet.utterance.start if epithet.utterance else start
        before = self._names.within(begin, start) if begin < start else ()
        named = {mention.entity_id for mention in self._names.within(start, end)}
        others = {m.entity_id for m in before if self._phrases.is_beside(m, begin, start)} | named
        text = self._names.text
        after = text[end : end + CONTRAST_REACH].partition(".")[0]
        around = text[max(0, start - CONTRAST_REACH) : start] + after.partition("\n")[0]
        others |= {self._running.last_speaker or ""} if CONTRAST.search(around) else set()
        return frozenset(named | {person for person in others if not self._is_described(person, epithet)})

    def _is_this(self, epithet: Epithet) -> bool:
        """Tell "este experto", who spoke last unless the article presents that person as another."""
        person, lemma = self._running.last_speaker or "", epithet.noun.lemma
        is_calling = lemma in callings() and not self._may_be_another(epithet)
        is_open = is_calling or lemma not in interchangeable() or not self._roles.is_presented(person)
        is_so_called = is_open or self._roles.may_have_role(person, epithet.noun)
        return is_so_called and self._names.text[epithet.start : epithet.start + 6].split()[0].lower() in DEMONSTRATIVE

    def _likeliest(self, persons: list[str], start: int) -> str | None:
        """Who spoke last, else the only one, else the only one fresh in mind; None where two are."""
        if self._running.entity_id in persons:
            return self._running.entity_id
        if len(persons) == 1:
            return persons[0]
        fresh = [person for person in self.fresh(start) if person in persons]
        return fresh[0] if len(fresh) == 1 else None

    def _named_later(self, epithet: Epithet) -> str | None:
        """The only person whom the article presents so after it spoke of them: "Según la vocera ..." in its head.

        "El ministro de Transportes" may be just "el ministro Ruiz" below.
        """
        fitting = [
            person
            for person in self._names.persons_after(epithet.start)
            if self._roles.has_role(person, epithet.noun)
            and self._roles.agrees(person, epithet.gender)
            and (self._places.may_hold(person, epithet.places) or not self._roles.is_placed(person))
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _takes_up_speaker(self, epithet: Epithet) -> bool:
        """Tell another word for who spoke last: "el dirigente", "la socialista", where nobody else is called so."""
        person = self._running.last_speaker
        if person is None or person in epithet.others or self._names.type_of(person) != "PER":
            return False
        is_placed = self._roles.is_placed(person) and not epithet.places.known <= self._roles.places(person)
        if not self._running.is_last_speaker or is_placed or not self._roles.agrees(person, epithet.gender):
            return False
        is_known = self._roles.is_politician(person) and is_of_politics(epithet.noun.lemma)
        return is_known and not self._is_held(epithet, person)

    def _is_new_word(self, epithet: Epithet) -> bool:
        """Tell words for who just spoke, with nobody else named since: "dijo Ruiz. *El exministro de Salud* añadió"."""
        utterance, lemma = epithet.utterance, epithet.noun.lemma
        if utterance is None or not self._running.is_last_speaker or not self._running.is_near(utterance.paragraph):
            return False
        is_agent = lemma.endswith("dor") and lemma not in speaker_nouns()
        if lemma == DEMONYM or (is_agent and COMPLEMENT.search(self._names.text, epithet.start, epithet.end)):
            return False  # "el narrador del anuncio"
        marks = [piece for piece in utterance.pieces if piece.mark is not None]
        since = self._running.last_end
        between = self._names.within(since, epithet.start) if since < epithet.start else ()
        return not any(
            mention.mention_type == "PER"
            and mention.entity_id != self._running.last_speaker
            and not any(mark.start <= mention.char_start < mark.end for mark in marks)
            for mention in between
        )

    def _is_open(self, epithet: Epithet) -> bool:
        """Tell whether who just spoke may be called by a noun that the article gives nobody, of no country.

        One whom it has not presented may be anything.
        """
        person = self._running.last_speaker
        if person is None or person in epithet.others or self._names.type_of(person) != "PER":
            return False
        if epithet.places.names_country or self._roles.is_placed(person):
            return False  # "el presidente ruso"
        may_be = not self._roles.is_presented(person) or self._roles.may_have_role(person, epithet.noun)
        return may_be and self._roles.agrees(person, epithet.gender) and not self._is_held(epithet, person)

    def _is_held(self, epithet: Epithet, person: str) -> bool:
        """Tell whether the article so presents another person, of that gender and place."""
        return any(
            self._roles.agrees(other, epithet.gender) and self._places.may_hold(other, epithet.places)
            for other in self._roles.holders(epithet.noun)
            if other != person
        )

    def _of_country_or_gender(self, epithet: Epithet, seen: list[str]) -> str | None:
        """The only person of a demonym's country, else the running speaker where nobody else is of the gender."""
        lemma, named = epithet.noun.lemma, epithet.places.known | epithet.places.unknown
        of_country = [person for person in seen if named and named <= self._roles.places(person)]
        if lemma == DEMONYM and of_country:
            return self._likeliest(of_country, epithet.start)
        of_gender = [person for person in seen if self._roles.is_of_gender(person, epithet.gender)]
        running = self._running.entity_id if not named else None
        is_calling = lemma in callings() and not self._may_be_another(epithet, epithet.gender)
        if lemma in interchangeable() and self._roles.is_presented(running or "") and not is_calling:
            return None  # "el ministro Luis Mora" is not "el juez"; he may be "el economista"
        return running if of_gender == [running] else None

    def _may_be_another(self, epithet: Epithet, gender: str | None = None) -> bool:
        return any(
            self._roles.may_have_role(person, epithet.noun) and self._roles.agrees(person, gender)
            for person in self._names.persons(0, epithet.start)
        )
