"""Who the words that name a speaker stand for: a name, "el mandatario", "ella", or nobody but the running speaker."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from flows.extract.noun_phrases import PRONOUNS
from flows.extract.quote_reading import Report
from flows.extract.reporting_cues import Cue
from flows.extract.speaker_nouns import SpeakerNoun, generic_bodies, interchangeable, speaker_noun, speaker_nouns
from flows.extract.utterances import Utterance
from flows.nlp.person_names import gender_of_person
from flows.records import EntityMention, Findings

DEFINITE = frozenset(["el", "la", "los", "las", "este", "esta", "dicho", "dicha", "ese", "esa"])
SUBJECT_REACH = 20
MEMORY = 300
"""How many names back a title may reach."""
WITHIN_TITLE = frozenset(["de", "del", "la", "el", "los", "las", "y", "en", "para"])


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said something, and how sure that is."""

    entity_id: str | None
    affiliation_id: str | None = None
    confidence: float = 0.9


class Speakers:
    """The speakers of one article, in reading order; remembers who spoke last."""

    def __init__(self, doc: Doc, findings: Findings) -> None:
        self._doc = doc
        self._text = findings.article.text
        self._types = {entity.article_entity_id: entity.entity_type for entity in findings.entities}
        self._mentions = findings.mentions
        self._starts = [mention.char_start for mention in findings.mentions]
        self._token_starts = [token.idx for token in doc]
        self._roles: dict[str, set[str]] = defaultdict(set)
        self._genders: dict[str, str] = {}
        for mention in findings.mentions:
            if mention.mention_type == "PER":
                self._describe(mention)
        for entity in findings.entities:
            gender = gender_of_person(entity.name) if entity.entity_type == "PER" else None
            if gender is not None:
                self._genders[entity.article_entity_id] = gender[0].lower()
        for affiliation in findings.affiliations:
            self._add_role(affiliation.person_id, affiliation.role.lower())
        self._running: Speaker | None = None
        self._running_is_plural = False
        self._position = 0

    def name_type(self, start: int, end: int) -> str | None:
        """The type of the name that overlaps the given characters."""
        inside = self._within(start, end)
        return inside[0].mention_type if inside else None

    def read(self, utterance: Utterance) -> None:
        """Take note of whom an utterance is about, for those who speak without being named."""
        self._position = utterance.end
        for piece in utterance.pieces:
            token = piece.token
            if token is None or token.dep_ != "nsubj" or token.head.dep_ != "ROOT":
                continue
            last = min(token.right_edge.i, token.i + SUBJECT_REACH)
            end = self._doc[last].idx + len(self._doc[last].text)
            found, is_plural = self._of_phrase(token.left_edge.idx, end, None)
            if found.entity_id is not None and self._types.get(found.entity_id) in ("PER", "ORG"):
                self._running, self._running_is_plural = replace(found, confidence=0.7), is_plural
                return
        for piece in utterance.pieces[:3]:
            if piece.mark is not None or piece.pos == "ADP":
                return
            for mention in self._within(piece.start, piece.end):
                if mention.mention_type == "PER":
                    self._running, self._running_is_plural = Speaker(mention.entity_id, confidence=0.65), False
                    return

    def resolve(self, report: Report) -> Speaker:
        """Say who said it, and remember them."""
        speaker, is_plural = self._resolve(report)
        if speaker.entity_id is not None or report.speaker is not None:
            self._running, self._running_is_plural = speaker, is_plural
        return speaker

    def _resolve(self, report: Report) -> tuple[Speaker, bool]:
        phrase = report.speaker
        if phrase is None and report.cue is not None and report.cue.kind == "noun":
            return Speaker(None, confidence=0.6), False
        if phrase is None:
            return self._unnamed(report.cue), self._running_is_plural
        return self._of_phrase(phrase.start, phrase.end, report.cue)

    def _of_phrase(self, start: int, end: int, cue: Cue | None) -> tuple[Speaker, bool]:
        words = self._text[start:end].split()
        noun, is_plural = self._head_noun(words)
        if words[0].lower() in PRONOUNS:
            return self._unnamed(cue), self._running_is_plural
        mention = self._head_mention(start, end, noun)
        if mention is not None:
            return Speaker(mention.entity_id), False
        is_epithet = words[0].lower() in DEFINITE and not self._has_unknown_name(start, end)
        if noun is not None and is_epithet and not noun.is_plural:
            found = self._by_role(noun, start, end) or self._only_one(noun, words[0].lower(), start)
            if found is not None:
                return Speaker(found, confidence=0.75), False
        return Speaker(None, self._affiliation(start, end), 0.8), is_plural

    def _has_unknown_name(self, start: int, end: int) -> bool:
        """Tell a phrase with a name that is no mention: whoever it is, it is nobody known."""
        words = list(re.finditer(r"\S+", self._text[start:end]))[2:]
        return any(w.group()[0].isupper() and not self._within(start + w.start(), start + w.end()) for w in words)

    def _unnamed(self, cue: Cue | None) -> Speaker:
        if self._running is None:
            return Speaker(None, confidence=0.5)
        is_body = self._types.get(self._running.entity_id or "") == "ORG"
        if cue is not None and cue.is_plural is not None and cue.is_plural != self._running_is_plural and not is_body:
            return Speaker(None, confidence=0.5)
        return Speaker(self._running.entity_id, None, min(self._running.confidence, 0.75))

    def _head_noun(self, words: list[str]) -> tuple[SpeakerNoun | None, bool]:
        for word in words[:4]:
            noun = speaker_noun(word.lower().strip(',.“”"()'))
            if noun is not None:
                return noun, noun.is_plural
        return None, bool(words) and words[0].lower() in ("los", "las", "unos", "unas", "varios", "varias")

    def _head_mention(self, start: int, end: int, noun: SpeakerNoun | None) -> EntityMention | None:
        """The name that the phrase is or is apposed to, not one that only complements it ("psicólogo de Maradona")."""
        inside = self._within(start, end)
        if not inside:
            return None
        free = [m for m in inside if not self._is_complement(m, start)]
        persons = [m for m in free if m.mention_type == "PER"]
        if free and free[0].char_start <= start + 4 and (noun is None or free[0].mention_type != "MISC"):
            return free[0]
        if persons:
            return persons[0]
        if noun is not None and noun.kind == "organization":
            return free[0] if free else None
        if noun is not None and noun.kind == "document":
            return next((m for m in inside if m.mention_type == "ORG"), None)
        return None

    def _is_complement(self, mention: EntityMention, start: int) -> bool:
        if mention.char_start <= start:
            return False
        before = self._text[start : mention.char_start].lower().split()
        if before and before[-1] in ("el", "la", "los", "las") and len(before) > 1:
            before = before[:-1]
        return bool(before) and before[-1] in ("de", "del", "en", "para", "por", "con", "a", "al")

    def _affiliation(self, start: int, end: int) -> str | None:
        for mention in self._within(start, end):
            if mention.mention_type in ("ORG", "LOC"):
                return mention.entity_id
        return None

    def _by_role(self, noun: SpeakerNoun, start: int, end: int) -> str | None:
        """The person or body whom the article so presents, nearest before the phrase."""
        if noun.kind == "organization":
            return self._body(start) if noun.lemma in generic_bodies() and end - start < 20 else None
        if noun.kind != "person":
            return None
        wanted = interchangeable().get(noun.lemma, frozenset({noun.lemma}))
        inside = {mention.entity_id for mention in self._within(start, end)}
        seen = [person for person in self._persons_before(start) if person not in inside]
        exact = [e for e in seen if noun.lemma in self._roles[e] and self._agrees(e, noun)]
        near = [e for e in seen if wanted & self._roles[e] and self._agrees(e, noun)]
        running = self._running.entity_id if self._running else None
        if running in near:
            return running
        if exact or len(near) == 1:
            return (exact or near)[0]
        if noun.lemma not in interchangeable():
            return None
        for person in (running, *seen[:1]) if len(seen) == 1 else (running,):
            if person in seen and not self._roles[person] and self._agrees(person, noun):
                return person
        return None

    def _persons_before(self, start: int) -> list[str]:
        """The persons named so far, last first."""
        last = bisect_left(self._starts, start)
        before = self._mentions[max(0, last - MEMORY) : last]
        return list(dict.fromkeys(m.entity_id for m in reversed(before) if m.mention_type == "PER"))

    def _only_one(self, noun: SpeakerNoun, article: str, start: int) -> str | None:
        """The only man or woman named so far, for "la cantante" and the like, where no role tells."""
        gender = noun.gender or {"la": "f", "esta": "f", "el": "m", "este": "m"}.get(article)
        named = [person for person in self._persons_before(start) if self._genders.get(person) == gender]
        running = self._running.entity_id if self._running else None
        return named[0] if noun.kind == "person" and len(named) == 1 and named[0] == running else None

    def _agrees(self, entity_id: str, noun: SpeakerNoun) -> bool:
        known = self._genders.get(entity_id)
        return known is None or noun.gender is None or known == noun.gender

    def _body(self, before: int) -> str | None:
        """The organization that "la institución" stands for: who spoke last, else the one named most so far."""
        running = self._running.entity_id if self._running else None
        if running is not None and self._types.get(running) == "ORG":
            return running
        last = bisect_left(self._starts, before)
        nearby = self._mentions[max(0, last - MEMORY) : last]
        named = [mention.entity_id for mention in nearby if mention.mention_type == "ORG"]
        return max(named, key=named.count) if named else None

    def _within(self, start: int, end: int) -> tuple[EntityMention, ...]:
        first = bisect_right(self._starts, start) - 1
        if first < 0 or self._mentions[first].char_end <= start:
            first += 1
        return self._mentions[first : bisect_left(self._starts, end)]

    # -- how the article presents a person

    def _describe(self, mention: EntityMention) -> None:
        at = bisect_left(self._token_starts, mention.char_start)
        last = bisect_left(self._token_starts, mention.char_end)
        for token in [*self._title_before(at), *self._apposition_after(last)]:
            self._add_role(mention.entity_id, token.lower_)

    def _title_before(self, at: int) -> list[Token]:
        found: list[Token] = []
        commas = 0
        number = at - 1
        while number >= max(0, at - 16):
            token = self._doc[number]
            if token.text == "," and commas == 0 and number == at - 1:
                commas = 1
            elif token.lower_ in WITHIN_TITLE and not (number == at - 1 and token.lower_ in ("de", "del")):
                pass
            elif token.pos_ not in ("NOUN", "ADJ", "PROPN", "DET") or token.is_space:
                break
            elif token.lower_ in speaker_nouns():
                found.append(token)
            number -= 1
        previous = self._doc[at - 1].lower_ if at else ""
        if previous in ("la", "el") and at > 1 and self._doc[at - 2].lower_ == "de":
            return []
        return found[-1:] + [t for t in found[:-1] if t.i == at - 1]

    def _apposition_after(self, last: int) -> list[Token]:
        if last >= len(self._doc) or self._doc[last].text not in (",", "("):
            return []
        for token in self._doc[last + 1 : last + 4]:
            if token.lower_ in speaker_nouns() and token.pos_ in ("NOUN", "PROPN", "ADJ"):
                return [token]
            if token.pos_ not in ("DET", "ADJ", "PROPN"):
                break
        return []

    def _add_role(self, person_id: str, role: str) -> None:
        noun = speaker_nouns().get(next(iter(role.split()), ""))
        if noun is None or noun.kind != "person":
            return
        self._roles[person_id].add(noun.lemma)
        if noun.gender is not None and noun.lemma.endswith(("o", "or")):
            self._genders.setdefault(person_id, noun.gender)
