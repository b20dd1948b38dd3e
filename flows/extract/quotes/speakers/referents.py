"""Who the words that name a speaker stand for: a name, "el mandatario", "ella", or nobody but the running speaker."""

import re
from collections import Counter
from itertools import pairwise

from spacy.tokens import Doc

from flows.extract.quotes.cues.reporting import SOURCE_PARTICLES, Cue
from flows.extract.quotes.layout.interviews import Turn
from flows.extract.quotes.lexicon.speaker_nouns import (
    DEFINITE,
    SpeakerNoun,
    is_person_in_feminine,
    reckonings,
    speaker_noun,
)
from flows.extract.quotes.phrases.named_pieces import Phrase
from flows.extract.quotes.phrases.nominal_pieces import ARTICLES, PRONOUNS
from flows.extract.quotes.reading import Report
from flows.extract.quotes.speakers.bodies_taken_up import BodiesTakenUp
from flows.extract.quotes.speakers.governments import Governments
from flows.extract.quotes.speakers.interviewees import interviewee
from flows.extract.quotes.speakers.names_in_article import NamesInArticle
from flows.extract.quotes.speakers.person_roles import PersonRoles
from flows.extract.quotes.speakers.persons_taken_up import PersonsTakenUp
from flows.extract.quotes.speakers.phrase_names import PhraseNames
from flows.extract.quotes.speakers.phrase_places import PhrasePlaces
from flows.extract.quotes.speakers.running import NAMED, NOBODY, RunningSpeaker, Speaker
from flows.extract.quotes.speakers.sentence_subjects import SentenceSubjects
from flows.extract.quotes.speakers.subjects_left_out import Sentence, SubjectsLeftOut
from flows.extract.quotes.speakers.writers import Writers
from flows.extract.quotes.subjects.asked import gender_of_asked
from flows.extract.quotes.utterances.cutting import Utterance
from flows.records import Findings

GENDERS = {"el": "m", "este": "m", "dicho": "m", "ese": "m", "él": "m", "éste": "m", "aquél": "m"} | {
    "la": "f", "esta": "f", "dicha": "f", "esa": "f", "ella": "f", "ésta": "f"
}  # fmt: skip
OWN = frozenset(["su", "sus"])
MASCULINE = frozenset(["el", "este", "un", "del", "al"])
EMBEDDED = frozenset(["acl", "ccomp", "csubj"])
PLURAL_WORDS = frozenset(["los", "las", "unos", "unas", "varios", "varias"])
HEAD_WORDS = 4
HEAD_OF_STATE = re.compile(
    r"(?i)(?:el|la|este|esta) (?:jef[ea] del? estado|titular del (?:poder )?ejecutivo)\b(?! (?:estatal|local))"
)
"""Who is "el mandatario" and no other "jefe"."""
LISTENER_REACH = 40
TOLD_TO = re.compile(
    r"(?i) (?:ayer |luego |también |entonces )?(?:a |al |a la |a su )(?![^\W\d_]+[aeií]r\b)(?:[^\W\d_]+ ){0,2}"
)
"""What stands between a verb and the name of whom something is told: "a la ministra"."""
WHERE = re.compile(r"(?i)\ben (?:el |la |los |las )?$")
"""What stands before the place where somebody speaks or works."""
CONTRACTED = re.compile(r"(?i)\b(?:del|al) $")
"""What holds the article of a phrase after it: "a juicio *del* rector"."""


class Speakers:
    """The speakers of one article, in reading order; remembers who spoke last."""

    def __init__(self, doc: Doc, findings: Findings) -> None:
        persons = (mention.entity_id for mention in findings.mentions if mention.mention_type == "PER")
        self._running = RunningSpeaker(Counter(persons))
        self._names = NamesInArticle(findings)
        self._roles = PersonRoles(doc, findings)
        self._phrases = PhraseNames(self._names, self._roles)
        places = PhrasePlaces(self._names, self._roles)
        self._taken_up = PersonsTakenUp(self._names, self._roles, self._phrases, places, self._running)
        self._bodies = BodiesTakenUp(findings, self._names, self._running)
        self._writers = Writers(self._names)
        self._governments = Governments(self._names)
        self._left_out = SubjectsLeftOut(doc, self._names, self._running)
        self._subjects = SentenceSubjects(doc, self._names, lambda start, end: self._of_phrase(start, end)[0].entity_id)
        self._sentence: Sentence | None = None

    def name_type(self, start: int, end: int) -> str | None:
        """The type of the name that overlaps the given characters."""
        inside = self._names.within(start, end)
        return inside[0].mention_type if inside else None

    def read(self, utterance: Utterance) -> None:
        """Take note of whom an utterance is about, for those who speak without being named."""
        self._sentence = Sentence(utterance)
        self._running.begin(utterance.paragraph)
        for mention in self._names.within(utterance.start, utterance.end):
            if mention.mention_type == "PER":
                self._running.name(mention.entity_id, utterance.paragraph)
        subject = self._subjects.of(utterance, is_opening=not self._running.has_begun)
        if subject is not None:
            self._sentence.about = subject.speaker.entity_id
            self._running.is_about(subject.speaker, utterance.paragraph, is_plural=subject.is_plural)
        elif self._subjects.is_stranger(utterance):
            self._running.is_about_a_stranger()
        self._writers.read(utterance, self._sentence.about)

    def resolve(self, report: Report) -> Speaker:
        """Say who said it, and remember them."""
        speaker, is_plural = self._resolve(report)
        if self._is_told_of(report, speaker):
            return NOBODY
        if report.speaker is not None:
            self._writers.spoke(speaker)
        about = None
        if self._sentence is not None:
            self._sentence.has_report, about = True, self._sentence.about
        cue, phrase = report.cue, report.speaker
        is_after = cue is not None and phrase is not None and cue.is_impersonal and cue.start < phrase.start
        is_nobodys = phrase is None or is_after
        if speaker.entity_id is None and is_nobodys:  # "se lee en el texto": whoever spoke may go on
            return speaker
        if speaker.entity_id == about or not (about and self._is_embedded(report.cue)):
            is_beside = report.cue is not None and self._is_beside(report.cue, phrase)
            is_quoted = report.quote_type != "indirect"
            self._running.spoke(speaker, self._paragraph, is_plural=is_plural, is_beside=is_beside, is_quoted=is_quoted)
            self._running.last_end = max(report.end, phrase.end if phrase else 0)
        return speaker

    def announce(self, phrase: Phrase) -> None:
        """Take note of the person who is told to speak, though no words of theirs are given yet."""
        speaker, is_plural = self._of_phrase(phrase.start, phrase.end)
        if self._names.type_of(speaker.entity_id) == "PER":
            self._running.spoke(speaker, self._paragraph, is_plural=is_plural)

    def named(self, phrase: Phrase) -> str | None:
        """Say whom a phrase names, or takes up, who is not remembered as speaking."""
        return self._of_phrase(phrase.start, phrase.end)[0].entity_id

    def interviewed(self, turn: Turn, first: int) -> Speaker:
        """Say who answers in an interview, by the name before the answer or the names before the first question."""
        named = self._of_phrase(*turn.label)[0].entity_id if turn.label else None
        entity = named or interviewee(self._names, first)
        return Speaker(entity, confidence=0.75) if entity else NOBODY

    @property
    def _paragraph(self) -> int:
        return self._sentence.utterance.paragraph if self._sentence else 0

    def _is_told_of(self, report: Report, speaker: Speaker) -> bool:
        """Tell whom the words name who, not named beside them, is taken to say them: others speak of somebody so.

        "Añadió que *Ruiz* cobró" is hardly said by Ruiz, but 'Ruiz está cansada, dice' begins in the reporter's voice.
        """
        return speaker.confidence < NAMED and speaker.entity_id in self._persons_told_of(report)

    def _persons_told_of(self, report: Report) -> frozenset[str]:
        cue = report.cue
        is_after_que = cue is not None and self._names.text[cue.end : report.start].strip().endswith("que")
        if report.quote_type != "direct" and not is_after_que:
            return frozenset()
        return frozenset(self._names.persons(report.start, report.end))

    def _is_beside(self, cue: Cue, phrase: Phrase | None) -> bool:
        """Tell a cue that only names a source: "según el club", "según informó el club"; not "según el médico"."""
        noun = _head_noun(self._names.text[phrase.start : phrase.end].split())[0] if phrase else None
        is_particle = self._names.text[cue.start : cue.end].partition(" ")[0].lower() in SOURCE_PARTICLES
        return (cue.is_source or is_particle) and not (noun is not None and noun.is_one_person)

    def _is_embedded(self, cue: Cue | None) -> bool:
        """Tell a cue within another clause, whose speaker is not whom the sentence is about."""
        if cue is None or cue.is_source or self._sentence is None:
            return False
        token = self._sentence.utterance.pieces[cue.first].token
        while token is not None and token.dep_ == "conj" and token.head.i != token.i:
            token = token.head
        return token is not None and token.dep_ in EMBEDDED

    def _resolve(self, report: Report) -> tuple[Speaker, bool]:
        phrase, cue = report.speaker, report.cue
        if phrase is not None:
            return self._of_phrase(phrase.start, phrase.end, cue)
        if cue is not None and cue.kind == "noun":
            return Speaker(None, confidence=0.6), False
        is_before = cue is not None and cue.start < report.start
        subject = self._left_out.parsed_subject(cue, self._sentence) if cue is not None and is_before else None
        if subject is not None:
            return self._of_phrase(*subject, cue)
        if cue is None and not (self._running.has_begun or self._names.persons(0, report.start)):
            return NOBODY, False  # words that a text begins with are rather of whom it names next
        told = self._persons_told_of(report)
        speaker = self._left_out.speaker(cue, self._sentence, told)
        if speaker.entity_id is None and cue is not None and not self._running.has_begun:
            speaker = self._of_title(cue)
        may_be = self._may_be_asked(speaker) and not (cue is not None and self._is_told_to(cue, speaker.entity_id))
        return speaker if may_be else NOBODY, self._running.is_plural

    def _of_title(self, cue: Cue) -> Speaker:
        """The only person of the title, whom the line below it is about: "Dijo que seguirá en el cargo"."""
        utterance = self._sentence.utterance if self._sentence else None
        is_below = utterance is not None and utterance.paragraph == 1 and utterance.is_first
        is_one = cue.kind == "finite" and not (cue.is_plural or cue.is_impersonal or cue.is_passive)
        if utterance is None or not (is_below and is_one):
            return NOBODY
        persons = self._names.persons(0, utterance.start)
        return Speaker(persons[0], confidence=0.6) if len(persons) == 1 else NOBODY

    def _is_told_to(self, cue: Cue, person: str | None) -> bool:
        """Tell whom something is told, who does not say it: "Le dijo *a Ruiz* que"."""
        listeners = self._names.within(cue.end, cue.end + LISTENER_REACH)[:1]
        return any(
            listener.entity_id == person and TOLD_TO.fullmatch(self._names.text, cue.end, listener.char_start)
            for listener in listeners
        )

    def _may_be_asked(self, speaker: Speaker) -> bool:
        """Tell "Consultada por la prensa, dijo", which is of no man, in the sentence that is being read."""
        pieces = self._sentence.utterance.pieces if self._sentence else ()
        gender = gender_of_asked(pieces[0].lower) if pieces else None
        return gender is None or self._roles.agrees(speaker.entity_id or "", gender)

    def _of_phrase(self, start: int, end: int, cue: Cue | None = None) -> tuple[Speaker, bool]:
        words = self._names.text[start:end].split()
        noun, is_plural = _head_noun(words)
        first = words[0].lower()
        if first in PRONOUNS:
            return self._pronoun(first, start, cue), self._running.is_plural
        mention = self._phrases.head(start, end, noun)
        if noun is not None and noun.kind == "document" and (mention is not None or first not in DEFINITE):
            self._writers.issued(noun, mention.entity_id if mention else None, self._paragraph)
        if mention is not None:
            return Speaker(mention.entity_id), False
        is_body = noun is not None and noun.kind == "organization"
        is_text = noun is not None and noun.kind == "document"
        if noun is not None and noun.lemma in reckonings() and first in OWN:
            return self._left_out.speaker(cue, self._sentence), self._running.is_plural
        country = self._governments.find(start, end, is_text=is_text) if is_text or is_body else None
        if country is not None:
            return Speaker(country, confidence=0.8), False
        is_definite = first in DEFINITE or CONTRACTED.search(self._names.text, max(0, start - 5), start)
        if noun is not None and is_definite and not noun.is_plural:
            gender = noun.gender or GENDERS.get(first, "m" if first not in DEFINITE else None)
            found = self._epithet(noun, gender, start, end)
            if found is not None:
                return Speaker(found, confidence=0.75), False
        return Speaker(None, self._affiliation(start, end), 0.8), is_plural

    def _epithet(self, noun: SpeakerNoun, gender: str | None, start: int, end: int) -> str | None:
        if noun.kind == "organization":
            about = self._sentence.about if self._sentence else None
            return self._bodies.find(noun, start, end, about)
        if noun.kind == "document":
            return self._writers.find(noun, self._names.text[start:end].lower().split(), self._paragraph)
        utterance = self._sentence.utterance if self._sentence else None
        return self._taken_up.find(noun, gender, start, end, utterance) if noun.kind == "person" else None

    def _pronoun(self, word: str, start: int, cue: Cue | None) -> Speaker:
        """The running speaker, if of the pronoun's gender; else the only person of that gender fresh in mind."""
        gender = GENDERS.get(word)
        speaker = self._left_out.speaker(cue, self._sentence)
        is_person = self._names.type_of(speaker.entity_id) == "PER"
        if gender is None and not is_person:  # "ellos" are hardly the body that was told of last
            return NOBODY
        if gender is None or (is_person and self._roles.agrees(speaker.entity_id or "", gender)):
            return speaker
        fresh = [person for person in self._taken_up.fresh(start) if self._roles.is_of_gender(person, gender)]
        return Speaker(fresh[0], confidence=0.65) if len(fresh) == 1 else NOBODY

    def _affiliation(self, start: int, end: int) -> str | None:
        """For whom somebody unnamed speaks: "un portavoz de la *ONU* en Lima"."""
        for mention in self._names.within(start, end):
            is_where = WHERE.search(self._names.text, start, mention.char_start) is not None
            if mention.mention_type in ("ORG", "LOC") and not is_where:
                return mention.entity_id
        return None


def _head_noun(words: list[str]) -> tuple[SpeakerNoun | None, bool]:
    if HEAD_OF_STATE.match(" ".join(words[:5])):
        return speaker_noun(
            "mandataria" if "a" in (words[0].lower()[-1], words[1].lower()[-1]) else "mandatario"
        ), False
    for before, word in pairwise(["", *words[:HEAD_WORDS]]):
        is_thing = before.lower() in MASCULINE and is_person_in_feminine(word.lower())
        noun = None if word.lower() in ARTICLES or is_thing else speaker_noun(word.lower().strip(',.“”"()'))
        if noun is not None:
            return noun, noun.is_plural
    return None, bool(words) and words[0].lower() in PLURAL_WORDS
