"""Who the words that name a speaker stand for: a name, "el mandatario", "ella", or nobody but the running speaker."""

import re
from bisect import bisect_left
from collections import Counter

from spacy.tokens import Doc

from flows.extract.quotes.noun_phrases import PRONOUNS, RELATIVES, TIME_NOUNS, Phrase
from flows.extract.quotes.person_roles import PersonRoles
from flows.extract.quotes.phrase_names import OBLIQUE, PhraseNames
from flows.extract.quotes.reading import Report
from flows.extract.quotes.reporting_cues import Cue
from flows.extract.quotes.running_speaker import NOBODY, RunningSpeaker, Speaker
from flows.extract.quotes.speaker_nouns import (
    DEMONYM,
    SpeakerNoun,
    generic_bodies,
    interchangeable,
    is_of_politics,
    named_by_part,
    speaker_noun,
)
from flows.extract.quotes.utterances import Utterance
from flows.nlp.gazetteer import country_of_demonym
from flows.records import EntityMention, Findings
from flows.text import fold

DEMONSTRATIVE = frozenset(["este", "esta"])
INDEFINITE = frozenset(["un", "una"])
DEFINITE = frozenset(["el", "la", "los", "las", "este", "esta", "dicho", "dicha", "ese", "esa"])
GENDERS = {"el": "m", "este": "m", "dicho": "m", "ese": "m", "él": "m", "éste": "m", "aquél": "m"} | {
    "la": "f", "esta": "f", "dicha": "f", "esa": "f", "ella": "f", "ésta": "f"
}  # fmt: skip
CONTRAST = re.compile(r"(?i)\b(?:por su (?:parte|lado)|a su (?:vez|turno)|en cambio)\b")
STATE_TITLE = re.compile(r"(?i)\bjef[ea] del? (?:estado|gobierno|ejecutivo)\b")
"""Titles whose last word is no name, whatever its capital."""
TITLE_WORDS = 6
EMBEDDED = frozenset(["acl", "ccomp", "csubj"])
SUBJECT_REACH = 20
MEMORY = 300
"""How many names back a title may reach."""
NEAR = 600
"""How many characters back somebody is fresh in mind."""
HEAD_LINES = 3
"""Lines of an article's head, where a title may stand for somebody whom it names later."""
SHORT_PHRASE = 2
"""Words of a phrase that only takes up a body: "el ministerio"."""


class Speakers:
    """The speakers of one article, in reading order; remembers who spoke last."""

    def __init__(self, doc: Doc, findings: Findings) -> None:
        self._doc = doc
        self._text = findings.article.text
        self._types = {entity.article_entity_id: entity.entity_type for entity in findings.entities}
        self._names = {entity.article_entity_id: entity.name for entity in findings.entities}
        self._countries = {entity.article_entity_id: entity.country_code for entity in findings.entities}
        self._all_countries = {*self._countries.values()} | {
            entity.article_entity_id for entity in findings.entities if entity.country_code
        }
        self._mentions = findings.mentions
        self._starts = [mention.char_start for mention in findings.mentions]
        self._roles = PersonRoles(doc, findings)
        self._phrases = PhraseNames(self._text, findings.mentions, self._roles)
        persons = (mention.entity_id for mention in findings.mentions if mention.mention_type == "PER")
        self._running = RunningSpeaker(Counter(persons))
        self._utterance: Utterance | None = None
        self._subject: str | None = None
        self._spoke_here = False

    def name_type(self, start: int, end: int) -> str | None:
        """The type of the name that overlaps the given characters."""
        inside = self._phrases.within(start, end)
        return inside[0].mention_type if inside else None

    def read(self, utterance: Utterance) -> None:
        """Take note of whom an utterance is about, for those who speak without being named."""
        self._utterance, self._subject, self._spoke_here = utterance, None, False
        for mention in self._phrases.within(utterance.start, utterance.end):
            if mention.mention_type == "PER":
                self._running.name(mention.entity_id, utterance.paragraph)
        found, are_several = self._main_subject(utterance)
        found = found or self._first_person(utterance) or self._lone_person(utterance)
        if found is not None:
            self._subject = found.entity_id
            self._running.is_about(found, utterance.paragraph, is_plural=are_several)
        elif self._is_stranger(utterance):
            self._running.is_about_a_stranger()

    def _main_subject(self, utterance: Utterance) -> tuple[Speaker | None, bool]:
        for piece in utterance.pieces:
            token = piece.token
            if token is None or token.dep_ != "nsubj" or token.head.dep_ != "ROOT":
                continue
            last = min(token.right_edge.i, token.i + SUBJECT_REACH)
            end = self._doc[last].idx + len(self._doc[last].text)
            found, _ = self._of_phrase(token.left_edge.idx, end, None)
            if found.entity_id is not None and self._types.get(found.entity_id) in ("PER", "ORG"):
                are_several = any(child.dep_ == "conj" for child in token.children)
                return Speaker(found.entity_id, confidence=0.7), are_several
        return None, False

    def _first_person(self, utterance: Utterance) -> Speaker | None:
        if any(piece.lower == ":" for piece in utterance.pieces[:5]):  # a label, of a speaker or of a topic
            return None
        for piece in utterance.pieces[:3]:
            if piece.mark is not None or piece.pos == "ADP":
                return None
            for mention in self._phrases.within(piece.start, piece.end):
                if mention.mention_type == "PER":
                    return Speaker(mention.entity_id, confidence=0.65)
        return None

    def _lone_person(self, utterance: Utterance) -> Speaker | None:
        """Before anybody spoke, the only person of an utterance who is after no preposition: "Ayer habló Ana Ruiz"."""
        if self._running.has_begun:
            return None
        marks = [piece for piece in utterance.pieces if piece.mark is not None]
        persons = {
            mention.entity_id
            for mention in self._phrases.within(utterance.start, utterance.end)
            if mention.mention_type == "PER"
            and not any(mark.start <= mention.char_start < mark.end for mark in marks)
            and not self._is_oblique(mention, utterance)
        }
        return Speaker(persons.pop(), confidence=0.6) if len(persons) == 1 else None

    def _is_stranger(self, utterance: Utterance) -> bool:
        """Tell an utterance about somebody new who is not named: "Un vecino que volvía del trabajo abrió la puerta"."""
        for piece in utterance.pieces:
            token = piece.token
            if token is None or token.dep_ != "nsubj" or token.head.dep_ != "ROOT" or token.pos_ != "NOUN":
                continue
            noun = speaker_noun(token.lower_)
            is_new = any(child.lower_ in INDEFINITE for child in token.children)
            return is_new and noun is not None and noun.kind == "person"
        return False

    def _is_oblique(self, mention: EntityMention, utterance: Utterance) -> bool:
        """Tell a name after a preposition, its title in between: "con el alcalde Ana Ruiz"."""
        words = self._text[utterance.start : mention.char_start].lower().split()[-TITLE_WORDS:]
        while words and (speaker_noun(words[-1]) is not None or words[-1] in DEFINITE):
            words.pop()
        return bool(words) and words[-1] in OBLIQUE

    def resolve(self, report: Report) -> Speaker:
        """Say who said it, and remember them."""
        speaker, is_plural = self._resolve(report)
        self._spoke_here = True
        if speaker.entity_id is None and report.speaker is None:
            return speaker
        if speaker.entity_id == self._subject or not (self._subject and self._is_embedded(report.cue)):
            self._running.spoke(speaker, self._paragraph, is_plural=is_plural)
        return speaker

    def announce(self, phrase: Phrase) -> None:
        """Take note of the person who is told to speak, though no words of theirs are given yet."""
        speaker, is_plural = self._of_phrase(phrase.start, phrase.end, None)
        if self._types.get(speaker.entity_id or "") == "PER":
            self._running.spoke(speaker, self._paragraph, is_plural=is_plural)

    def named(self, phrase: Phrase) -> str | None:
        """Say whom a phrase names, or takes up, who is not remembered as speaking."""
        return self._of_phrase(phrase.start, phrase.end, None)[0].entity_id

    @property
    def _paragraph(self) -> int:
        return self._utterance.paragraph if self._utterance else 0

    def _is_embedded(self, cue: Cue | None) -> bool:
        """Tell a cue within another clause, whose speaker is not whom the sentence is about."""
        token = self._utterance.pieces[cue.first].token if cue is not None and self._utterance else None
        while token is not None and token.dep_ == "conj" and token.head.i != token.i:
            token = token.head
        return token is not None and token.dep_ in EMBEDDED

    def _resolve(self, report: Report) -> tuple[Speaker, bool]:
        phrase = report.speaker
        if phrase is None and report.cue is not None and report.cue.kind == "noun":
            return Speaker(None, confidence=0.6), False
        is_before = report.cue is not None and report.cue.start < report.start
        subject = self._parsed_subject(report.cue) if phrase is None and is_before else None
        if subject is not None:
            return self._of_phrase(*subject, report.cue)
        if phrase is None:
            return self._unnamed(report.cue), self._running.is_plural
        return self._of_phrase(phrase.start, phrase.end, report.cue)

    def _of_phrase(self, start: int, end: int, cue: Cue | None) -> tuple[Speaker, bool]:
        words = self._text[start:end].split()
        noun, is_plural = self._head_noun(words)
        first = words[0].lower()
        if first in PRONOUNS:
            return self._pronoun(first, start, cue), self._running.is_plural
        mention = self._phrases.head(start, end, noun)
        if mention is not None:
            return Speaker(mention.entity_id), False
        is_epithet = first in DEFINITE
        if noun is not None and is_epithet and not noun.is_plural:
            found = self._taken_up(noun, noun.gender or GENDERS.get(first), start, end)
            if found is not None:
                return Speaker(found, confidence=0.75), False
        return Speaker(None, self._affiliation(start, end), 0.8), is_plural

    def _unknown_names(self, start: int, end: int) -> set[str]:
        """The capitalised words of a phrase that are no mention, of a ministry perhaps or of a place."""
        first = max(start + 5, self._after_title(start, end))
        words = [w for w in re.finditer(r"\w+", self._text[first:end]) if w.group()[0].isupper()]
        return {fold(w.group()) for w in words if not self._phrases.within(first + w.start(), first + w.end())}

    def _after_title(self, start: int, end: int) -> int:
        title = STATE_TITLE.search(self._text, start, end)
        return title.end() if title else start

    def _unnamed(self, cue: Cue | None) -> Speaker:
        speaker = self._running.resolve(self._paragraph, is_alone=cue is None)
        return speaker if cue is None or self._may_be_left_out(cue, speaker) else NOBODY

    def _may_be_left_out(self, cue: Cue, speaker: Speaker) -> bool:
        """Tell whether a cue without a subject may be the running speaker's."""
        is_body = self._types.get(speaker.entity_id or "") == "ORG"
        if cue.is_impersonal:  # not "se lee en un documento", but "«...», dijo el club. «...», se agregó."
            is_saying = cue.verb is not None and cue.verb.is_direct
            return is_body and is_saying and self._running.has_spoken(self._paragraph)
        if cue.is_passive:  # "ha sido calificado de": who does so is not told
            return False
        if cue.kind in ("gerund", "infinitive") and not self._spoke_here:
            return cue.kind == "infinitive" and not self._is_of_another(cue)
        is_other = cue.is_plural is not None and cue.is_plural != self._running.is_plural
        return not is_other or (is_body and self._running.is_of(self._paragraph))

    def _parsed_subject(self, cue: Cue | None) -> tuple[int, int] | None:
        """Where a cue's subject stands that no rule for phrases found, as the parse has it; of "que" its antecedent."""
        if cue is None or self._utterance is None or cue.is_impersonal or cue.is_passive:
            return None
        verb = self._utterance.pieces[cue.first].token
        subject = next((t for t in verb.children if t.dep_ == "nsubj" and t.i < verb.i), None) if verb else None
        if verb is None or subject is None:
            return None
        is_relative = subject.lower_ in RELATIVES
        named = verb.head if is_relative else subject
        if named.pos_ not in ("NOUN", "PROPN") or named.lower_ in TIME_NOUNS:
            return None
        last = self._doc[min(subject.right_edge.i, subject.i + SUBJECT_REACH)]
        start, end = named.left_edge.idx, subject.idx if is_relative else min(last.idx + len(last.text), verb.idx)
        return (start, end) if self._text[start:end].strip() else None

    def _is_of_another(self, cue: Cue) -> bool:
        """Tell an infinitive after a person who is not known as its subject: "No los nombró ayer Ruiz al señalar"."""
        if self._subject is not None or self._utterance is None:
            return False
        before = self._phrases.within(self._utterance.start, cue.start) if self._utterance.start < cue.start else ()
        return any(mention.mention_type == "PER" for mention in before)

    def _pronoun(self, word: str, start: int, cue: Cue | None) -> Speaker:
        """The running speaker, if of the pronoun's gender; else the only person of that gender fresh in mind."""
        gender = GENDERS.get(word)
        speaker = self._unnamed(cue)
        is_person = self._types.get(speaker.entity_id or "") == "PER"
        if gender is None or (is_person and self._roles.agrees(speaker.entity_id or "", gender)):
            return speaker
        fresh = [person for person in self._persons(start - NEAR, start) if self._roles.is_of_gender(person, gender)]
        return Speaker(fresh[0], confidence=0.65) if len(fresh) == 1 else NOBODY

    def _head_noun(self, words: list[str]) -> tuple[SpeakerNoun | None, bool]:
        for word in words[:4]:
            noun = speaker_noun(word.lower().strip(',.“”"()'))
            if noun is not None:
                return noun, noun.is_plural
        return None, bool(words) and words[0].lower() in ("los", "las", "unos", "unas", "varios", "varias")

    def _affiliation(self, start: int, end: int) -> str | None:
        for mention in self._phrases.within(start, end):
            if mention.mention_type in ("ORG", "LOC"):
                return mention.entity_id
        return None

    # -- phrases that take up somebody named before

    def _taken_up(self, noun: SpeakerNoun, gender: str | None, start: int, end: int) -> str | None:
        """The person or body whom the article so presents."""
        if noun.kind == "organization":
            return self._body(noun, start, end)
        if noun.kind != "person":
            return None
        places, unknown = self._places_within(self._after_title(start, end), end), self._unknown_names(start, end)
        inside = {mention.entity_id for mention in self._phrases.within(start, end)} | self._obliques(start)
        inside.add(self._contrasted(start, end) or "")
        seen = [
            person
            for person in self._persons(0, start)
            if person not in inside and self._roles.agrees(person, gender) and self._belongs(person, places, unknown)
        ]
        if self._is_this(noun, start) and self._running.last_speaker in seen:
            return self._running.last_speaker
        exact = [person for person in seen if self._roles.has_role(person, noun)]
        if exact:
            return self._likeliest(exact, start)
        fitting = [person for person in seen if self._roles.may_have_role(person, noun)]
        later = None if fitting else self._named_later(noun, gender, start, places, unknown)
        if later is not None:
            return later
        running = self._running.entity_id if not places | unknown else None
        is_new = running in seen and not self._roles.is_presented(running or "")
        if is_new and noun.lemma in interchangeable() and self._roles.agrees(running or "", gender):
            return running
        if fitting:
            is_other_fresh = running in seen and {*fitting}.isdisjoint([running, *self._persons(start - NEAR, start)])
            return None if is_other_fresh else self._likeliest(fitting, start)
        if noun.lemma in named_by_part():
            return None
        if self._takes_up_speaker(noun, gender, places, inside):
            return self._running.last_speaker
        return self._of_country_or_gender(noun, gender, places | unknown, seen, start)

    def _is_this(self, noun: SpeakerNoun, start: int) -> bool:
        """Tell "este experto", who spoke last unless the article presents that person as another."""
        person = self._running.last_speaker or ""
        is_open = noun.lemma not in interchangeable() or not self._roles.is_presented(person)
        is_so_called = is_open or self._roles.may_have_role(person, noun)
        return is_so_called and self._text[start : start + 6].split()[0].lower() in DEMONSTRATIVE

    def _of_country_or_gender(
        self, noun: SpeakerNoun, gender: str | None, places: set[str], seen: list[str], start: int
    ) -> str | None:
        """The only person of a demonym's country, else the running speaker where nobody else is of the gender."""
        of_country = [person for person in seen if places and places <= self._roles.places(person)]
        if noun.lemma == DEMONYM and of_country:
            return self._likeliest(of_country, start)
        of_gender = [person for person in seen if self._roles.is_of_gender(person, gender)]
        running = self._running.entity_id if not places else None
        if noun.lemma in interchangeable() and self._roles.is_presented(running or ""):
            return None  # "el ministro Luis Mora" is not "el juez"
        return running if of_gender == [running] else None

    def _takes_up_speaker(self, noun: SpeakerNoun, gender: str | None, places: set[str], inside: set[str]) -> bool:
        """Tell another word for who spoke last: "el dirigente", "la socialista", where nobody else is called so."""
        person = self._running.last_speaker
        if person is None or person in inside or self._types.get(person) != "PER" or not self._running.is_last_speaker:
            return False
        is_placed = self._roles.is_placed(person) and not places <= self._roles.places(person)
        if is_placed or not self._roles.agrees(person, gender) or self._roles.is_held(noun, person):
            return False
        return self._roles.is_politician(person) and is_of_politics(noun.lemma)

    def _named_later(
        self, noun: SpeakerNoun, gender: str | None, start: int, places: set[str], unknown: set[str]
    ) -> str | None:
        """The only person whom the article presents so after it spoke of them: "Según la vocera ..." in its head."""
        if self._paragraph >= HEAD_LINES:
            return None
        first = bisect_left(self._starts, start)
        later = dict.fromkeys(m.entity_id for m in self._mentions[first : first + MEMORY] if m.mention_type == "PER")
        fitting = [
            person
            for person in later
            if self._roles.has_role(person, noun)
            and self._roles.agrees(person, gender)
            and self._belongs(person, places, unknown)
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _obliques(self, start: int) -> set[str]:
        """Whom the same sentence names beside its subject: in "Con Caputo, el ministro dijo" he is another."""
        begin = self._utterance.start if self._utterance else start
        before = self._phrases.within(begin, start) if begin < start else ()
        return {mention.entity_id for mention in before if self._phrases.is_complement(mention, begin)}

    def _belongs(self, person: str, places: set[str], unknown: set[str]) -> bool:
        """Tell who may be "el presidente chileno": of nobody's country the article need speak."""
        is_open = not unknown and places <= self._all_countries and not self._roles.is_placed(person)
        return is_open or self._roles.belongs_to(person, places, unknown)

    def _contrasted(self, start: int, end: int) -> str | None:
        """Whom "por su parte" sets a speaker against: who spoke last."""
        around = self._text[max(0, start - 15) : start] + self._text[end : end + 15]
        return self._running.last_speaker if CONTRAST.search(around) else None

    def _likeliest(self, persons: list[str], start: int) -> str | None:
        """Who spoke last, else the only one, else the only one fresh in mind; None where two are."""
        if self._running.entity_id in persons:
            return self._running.entity_id
        if len(persons) == 1:
            return persons[0]
        fresh = [person for person in self._persons(start - NEAR, start) if person in persons]
        return fresh[0] if len(fresh) == 1 else None

    def _places_within(self, start: int, end: int) -> set[str]:
        """The bodies and countries that a phrase names: "el presidente ruso", "la ministra de Chile", "el de Milei"."""
        inside = self._phrases.within(start, end)
        entities = {mention.entity_id for mention in inside if mention.mention_type in ("ORG", "LOC")}
        codes = {self._countries.get(entity) for entity in entities}
        codes |= {country_of_demonym(word.strip(",.()")) for word in self._text[start:end].split()}
        of_persons = {place for m in inside if m.mention_type == "PER" for place in self._roles.places(m.entity_id)}
        return entities | {code for code in codes if code} | of_persons

    def _persons(self, start: int, end: int) -> list[str]:
        """The persons named in a stretch, last first."""
        last = bisect_left(self._starts, end)
        before = self._mentions[max(0, last - MEMORY, bisect_left(self._starts, start)) : last]
        return list(dict.fromkeys(m.entity_id for m in reversed(before) if m.mention_type == "PER"))

    def _body(self, noun: SpeakerNoun, start: int, end: int) -> str | None:
        """The body that "el ministerio" or "la entidad" stands for: of that name, who spoke last, or the only one."""
        if len(self._text[start:end].split()) > SHORT_PHRASE:
            return None
        last = bisect_left(self._starts, start)
        nearby = self._mentions[max(0, last - MEMORY) : last]
        named = list(dict.fromkeys(m.entity_id for m in reversed(nearby) if m.mention_type == "ORG"))
        kind = fold(noun.lemma)
        so_called = [body for body in named if fold(self._names[body]).split()[:1] == [kind]]
        running = self._running.entity_id
        if running == self._subject and self._running.last_speaker in named:
            running = self._running.last_speaker  # not whom the very sentence is about: "El Lugo gana, dice el club."
        if running in so_called or len(so_called) == 1:
            return running if running in so_called else so_called[0]
        if so_called or noun.lemma not in generic_bodies():
            return None
        return running if running in named else named[0] if len(named) == 1 else None
