"""Whom a phrase stands for: a name, a common noun, a pronoun, or a list of them."""

from spacy.tokens import Doc, Token

from flows.extract.events.people import is_person, is_relative
from flows.extract.events.referents.appositions import name_beside
from flows.extract.events.referents.dropped_subjects import DroppedSubjects
from flows.extract.events.referents.members import listed_names, named_members
from flows.extract.events.referents.names import Names, Referent
from flows.extract.events.referents.nouns import Nouns
from flows.extract.events.referents.pronouns import Pronouns
from flows.extract.events.referents.speech import Speech
from flows.extract.events.syntax import (
    BOTH,
    SUBJECTS,
    conjuncts,
    has_morph,
    is_predicate,
    is_verb,
    lemma_of,
    preposition,
    subjects_of,
)
from flows.records import Findings

TITLES_BETWEEN = 3
"""How many words a title has that stands between "de" and a name: "del ex presidente peruano"."""


class Referents:
    """What the phrases of one article stand for: the names that it has, who speaks, and whom all else points at."""

    def __init__(self, doc: Doc, findings: Findings) -> None:
        self.names = Names(doc, findings)
        self.speech = Speech(doc, self.names)
        self.dropped = DroppedSubjects(doc, self.names, self.speech)
        self._nouns = Nouns(doc, self.names, self.speech, self.dropped, self.of, self._of_one)
        self._pronouns = Pronouns(doc, self.names, self.speech, self.dropped, self.of, self._of_one)
        self._find_subjects(doc)

    def of(self, head: Token) -> list[Referent]:
        """Whom a phrase stands for, by its head; for coordinated phrases all of them."""
        found: dict[str, Referent] = {}
        for each in self._members(head):
            for referent in self._of_one(each):
                found.setdefault(referent.entity_id, referent)
        return list(found.values())

    def doer(self, head: Token) -> list[Referent]:
        """Whom a subject stands for: as ``of``, but a thing does not stand for its owner."""
        doers = filter(self._nouns.can_do, self._members(head))
        return [each for doer in doers for each in self._of_one(doer)]

    def is_unnamed(self, head: Token) -> bool:
        """Whether a phrase is somebody whom the article does not name: "el árbitro", "los vecinos"."""
        is_noun = is_person(head) and head.i not in self.names.mention_at
        is_bare = (
            preposition(head) == "de"
            and not has_morph(head, "Number=Plur")
            and not any(child.dep_ == "det" for child in head.lefts)
        )  # "visita de Estado"
        return is_noun and not is_bare and not self.of(head)

    def _members(self, head: Token) -> list[Token]:
        """What a phrase coordinates, also names of a list that a parse took for parts of the first: "PP, Vox y CiU"."""
        members = [each for each in conjuncts(head) if not self._is_inside(each, head)]
        first = self.names.named(head)
        if len(members) > 1 and first is not None:
            named = [
                child
                for child in head.rights
                if child.dep_ in ("flat", "appos") and child.i in self.names.mention_at and preposition(child) is None
            ]
            kinds = {child.i: self.names.mention_at[child.i].mention_type for child in named}
            members += [
                child
                for child in named
                if self.names.mention_at[child.i] != first
                and (child.dep_ == "flat" or (kinds[child.i] == first.mention_type and child.i < members[-1].i))
            ]
        return members + listed_names(head, self.names) + self._holders_in_list(head) + self._joined_subjects(head)

    def _joined_subjects(self, head: Token) -> list[Token]:
        """What a parse has for another subject and "y" joins to one: "los reyes Juan y Ana viajaron"."""
        if head.dep_ not in SUBJECTS or len(conjuncts(head)) > 1:
            return []
        others = [child for child in head.head.lefts if child.dep_ in SUBJECTS and child.i > head.i]
        return [each for each in others if any(child.dep_ == "cc" for child in each.lefts)]

    def _holders_in_list(self, head: Token) -> list[Token]:
        """Others of a list that a parse has for what the first is: "el presidente Ana Gil, el canciller Luis Paz y"."""
        if head.pos_ != "NOUN" or not self._own_name(head):
            return []
        found = [
            child
            for child in head.rights
            if child.dep_ == "appos" and child.pos_ == "NOUN" and is_person(child) and self._own_name(child)
        ]
        return [each for child in found for each in (child, *self._holders_in_list(child))]

    def _own_name(self, noun: Token) -> bool:
        """Whether a person's name follows a noun at once: "el canciller Luis Paz"."""
        mention = self.names.mention_at.get(noun.i + 1)
        return mention is not None and mention.mention_type == "PER"

    def _is_inside(self, member: Token, head: Token) -> bool:
        """Whether what a parse coordinates is the end of a name inside: "la ministra de Trabajo y Seguridad Social"."""
        mention = self.names.named(member)
        before = [child for child in head.rights if child.i < member.i and preposition(child) is not None]
        inside = [self.names.named(child) for child in before]
        return member.i != head.i and mention is not None and mention in inside

    def _of_one(self, head: Token) -> list[Referent]:
        mention = self.names.named(head)
        if mention is not None:
            return [] if self._is_only_whose(head) else self.names.of_mention(mention)
        if head.pos_ == "PRON" or head.dep_ == "det" or head.lower_ in BOTH:
            return name_beside(head, self.names) or self._pronouns.of(head)
        is_of_another = is_relative(head) and head.i + 1 < len(head.doc) and head.nbor().lower_ in ("de", "del")
        beside = [] if is_of_another else name_beside(head, self.names)  # "Cuñado del rey Juan"
        found = beside or self.speech.ascribed(head) or self._nouns.of(head)
        return [*found, *named_members(head, self.names)]

    def _is_only_whose(self, name: Token) -> bool:
        """Whether a name only says whose relative is meant, whatever a parse makes of it: "Hijo del rey Juan entra"."""
        place, mention = name.i, self.names.named(name)
        while place > name.sent.start and self.names.named(name.doc[place - 1]) == mention:
            place -= 1
        before = name.doc[max(name.sent.start, place - TITLES_BETWEEN - 2) : place]
        while before and before[-1].lower_ not in ("de", "del") and before[-1].is_lower:
            before = before[:-1]
        return len(before) > 1 and before[-1].lower_ in ("de", "del") and is_relative(before[-2])

    def _find_subjects(self, doc: Doc) -> None:
        """Find the stated subjects, one by one: "el jefe de ellos" looks back at the subjects before it."""
        for place in sorted({*subjects_of(doc), *self.speech.cues()}):
            token = doc[place]
            if self.names.is_in_link(token.idx):
                continue
            is_subject = token.dep_ in SUBJECTS and (is_verb(token.head) or is_predicate(token.head))
            is_name = lemma_of(token.head) == "llamar" and token.i > token.head.i  # "un local que se llama Iris"
            if is_subject and not is_name and not self._is_aside(token) and token.pos_ in ("PROPN", "NOUN", "ADJ"):
                referents = [each for part in conjuncts(token) for each in self._of_subject(part)]
                referents = referents or self._of_person(token)
                if referents or self.is_unnamed(token):
                    is_plural = len(referents) > 1 or has_morph(token, "Number=Plur")
                    self.dropped.add(token, token.head, referents, is_plural=is_plural)
            elif not any(child.dep_ in SUBJECTS for child in token.children):
                speaker = self.speech.cue_speaker(token)
                if speaker:
                    self.dropped.add(token, token, speaker, is_plural=False)

    def _of_person(self, head: Token) -> list[Referent]:
        """The person whom a noun of persons stands for: "el intelectual peruano" right after his name."""
        found = self._nouns.of(head) if is_person(head) and len(conjuncts(head)) == 1 else []
        return [each for each in found if self.names.is_person(each)]

    def _is_aside(self, subject: Token) -> bool:
        """Whether a body only vouches for what is told: "la embajada calló, según constató Reuters"."""
        mention = self.names.named(subject)
        is_vouching = any(child.lower_ == "según" for child in subject.head.lefts)
        return is_vouching and mention is not None and mention.mention_type == "ORG"

    def _of_subject(self, head: Token) -> list[Referent]:
        """Whom a subject names, without looking at subjects before it; only somebody who can act."""
        mention = self.names.named(head)
        if mention is not None:
            entity = self.names.entity(mention.entity_id)
            if entity.entity_type in ("PER", "ORG") or entity.is_country:
                return [Referent(mention.entity_id, mention.text)]
            return []
        return name_beside(head, self.names) or self.speech.ascribed(head) or self._nouns.title(head)
