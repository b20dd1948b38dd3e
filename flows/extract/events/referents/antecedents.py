"""Whom a relative pronoun stands for, the antecedent of its clause: "Luis Mora, que pidió calma"."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from flows.extract.events.people import is_doer, is_person
from flows.extract.events.referents.names import Names, Reading, Referent
from flows.extract.events.syntax import (
    SUBJECTS,
    ancestors,
    conjuncts,
    grammatical_number,
    is_passive,
    is_predicate,
    is_verb,
)
from flows.nlp.person_names import gender_of_person

PERSONAL = frozenset({"quien", "quienes"})
"""Relative pronouns of persons only."""

BETWEEN = frozenset({",", ")", '"', "”", "»", "’"})
"""What can stand between a name and the "que" that takes it up."""


class Antecedents:
    """The antecedents of one article, given what each of its phrases stands for."""

    def __init__(self, doc: Doc, names: Names, of_one: Reading) -> None:
        self._doc = doc
        self._names = names
        self._of_one = of_one

    def of(self, relative: Token) -> list[Referent]:
        """Whom a relative pronoun stands for; nobody of "lo que", which is the whole clause before."""
        clause, form = relative.head, relative.lower_
        if relative.i and self._doc[relative.i - 1].lower_ == "lo":
            return []
        if form in PERSONAL and clause.dep_ == "csubj" and is_predicate(clause.head):
            return [each for each in self._of_one(clause.head) if self._names.is_person(each)]  # "quien pidió fue Mora"
        is_relative = clause.dep_ in ("acl", "acl:relcl", "advcl") or (clause.dep_ == "conj" and form != "que")
        if not is_relative or clause.head.i >= relative.i:
            return []
        noun = self._person_of(clause.head) if form in PERSONAL else clause.head
        found = self._of_antecedent(noun, relative)
        if not found and form in PERSONAL and clause.dep_ == "conj":
            found = self._person_above(noun)
        if form in PERSONAL and self._is_of_other_gender(found, clause):
            found = self._agreeing_above(noun, clause)
        is_place = any(self._names.entity(each.entity_id).is_country for each in found[:1])
        return [] if form == "quienes" and is_place and len(found) == 1 else found  # "tropas a Rusia, quienes"

    def _is_of_other_gender(self, people: Sequence[Referent], clause: Token) -> bool:
        """Whether a participle cannot be said of the one person who is meant: "Ana Gil, quien fue detenido"."""
        if len(people) != 1 or not is_passive(clause) or not self._names.is_person(people[0]):
            return False
        gender = gender_of_person(self._names.entity(people[0].entity_id).name)
        return gender is not None and clause.morph.get("Gender", [gender]) != [gender]

    def _agreeing_above(self, noun: Token, clause: Token) -> list[Referent]:
        """The person of whom another is told, where a clause is of the first: "Luis Mora, yerno de Ana Gil, quien"."""
        mentions = (self._names.named(above) for above in ancestors(noun))
        people = ([Referent(each.entity_id, each.text)] for each in mentions if each and each.mention_type == "PER")
        return next((each for each in people if not self._is_of_other_gender(each, clause)), [])

    def _person_of(self, noun: Token) -> Token:
        """The person that "quien" takes up where a parse has her body: "la diputada Gil, del Partido Verde, quien"."""
        mention = self._names.named(noun)
        is_body = mention is not None and mention.mention_type != "PER" and noun.dep_ == "nmod"
        owner = self._of_one(noun.head) if is_body and is_person(noun.head) else []
        return noun.head if any(self._names.entity(each.entity_id).entity_type == "PER" for each in owner) else noun

    def _person_above(self, word: Token) -> list[Referent]:
        """Whom a clause is about that is joined to what is said of him: "Mora, señalado como capo y a quien acusan"."""
        mentions = (self._names.named(above) for above in ancestors(word))
        person = next((mention for mention in mentions if mention and mention.mention_type == "PER"), None)
        return [Referent(person.entity_id, person.text)] if person is not None else []

    def _of_antecedent(self, noun: Token, relative: Token) -> list[Referent]:
        """Whom "que" stands for: its noun, of "Mora es el juez que" Mora, else the name that it follows."""
        said = self._said_of(noun)
        if said:
            return said
        if self._is_place_of(noun, relative):
            return self._of_one(noun.head)
        found = self._of_one(self._nearest_member(noun, relative))
        if found or is_person(noun):
            return found or (self._of_subject_of(noun) if any(child.dep_ == "cop" for child in noun.lefts) else [])
        place = relative.i - 1
        while place > relative.sent.start and (self._doc[place].text in BETWEEN or self._doc[place].dep_ == "det"):
            place -= 1
        mention = self._names.mention_at.get(place)
        if mention is not None and mention.mention_type == "LOC" and place == relative.i - 1:
            return []  # no clause tells which place of a name is meant
        if mention is None and is_verb(noun):
            last = self._doc[place]
            before = last.head if last.dep_ == "amod" else last
            return self._of_one(before) if is_doer(before) else []  # "el Gobierno chino, el cual"
        is_somebody = mention is not None and (
            mention.mention_type in ("PER", "ORG") or self._names.entity(mention.entity_id).is_country
        )
        return [Referent(mention.entity_id, mention.text)] if mention is not None and is_somebody else []

    def _is_place_of(self, name: Token, relative: Token) -> bool:
        """Whether "que" right after a place's name takes up the noun before: "la redada en Perú que"."""
        mention = self._names.named(name)
        is_place = mention is not None and mention.mention_type == "LOC" and name.head.pos_ == "NOUN"
        is_apart = self._names.mention_at.get(relative.i - 1) != mention or any(c.dep_ == "det" for c in name.lefts)
        return is_place and not is_apart

    def _said_of(self, noun: Token) -> list[Referent]:
        """Whom a clause says somebody to be: "otro diputado que protestó fue Luis Mora"."""
        is_said = noun.dep_ in SUBJECTS and is_predicate(noun.head) and noun.i < noun.head.i
        people = self._of_one(noun.head) if is_said and noun.i not in self._names.mention_at else []
        return [each for each in people if self._names.is_person(each)]

    def _nearest_member(self, noun: Token, relative: Token) -> Token:
        """The last of what a relative clause in the singular could be about: "desde Vox, Mora, que pidió"."""
        if grammatical_number(relative.head) != "Sing":
            return noun
        names = [each for each in conjuncts(noun) if each.i < relative.i and each.i in self._names.mention_at]
        return names[-1] if names else noun

    def _of_subject_of(self, predicate: Token) -> list[Referent]:
        """Whom a predicate is said of: "Mora es el juez", "Mora, que es el juez"."""
        subjects = [child for child in predicate.lefts if child.dep_ in SUBJECTS and child.pos_ != "PRON"]
        above = [predicate.head] if predicate.dep_ in ("acl", "acl:relcl") else []
        return next(filter(None, map(self._of_one, (*subjects, *above))), [])
