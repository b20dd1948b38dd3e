"""Whom a pronoun stands for: "ella", "con él", "éste", "ambos", "nosotros", "que"."""

from spacy.tokens import Doc, Token

from flows.extract.events.referents.antecedents import Antecedents
from flows.extract.events.referents.dropped_subjects import DroppedSubjects
from flows.extract.events.referents.names import Names, Reading, Referent
from flows.extract.events.referents.speech import Speech
from flows.extract.events.syntax import (
    BOTH,
    RELATIVES,
    SUBJECTS,
    ancestors,
    arguments,
    is_predicate,
    is_verb,
    preposition,
)
from flows.nlp.person_names import gender_of_person

LATTER = 15
"""How many words back "éste" finds whom it means."""


class Pronouns:
    """What the pronouns of one article stand for, given what its phrases do: all of a list, and one member."""

    def __init__(
        self, doc: Doc, names: Names, speech: Speech, dropped: DroppedSubjects, of: Reading, of_one: Reading
    ) -> None:
        self._doc = doc
        self._names = names
        self._speech = speech
        self._dropped = dropped
        self._antecedents = Antecedents(doc, names, of_one)
        self._of = of

    def of(self, head: Token) -> list[Referent]:
        """Whom a pronoun stands for."""
        form = head.lower_
        if form in RELATIVES:
            return self._antecedents.of(head)
        if form in BOTH:
            return self._names.last_named(head.i, ("PER",), count=2) or self._names.last_named(
                head.i, ("LOC",), is_country=True, count=2
            )
        if form in ("él", "ella"):
            is_other = preposition(head) and not any(child.lower_ in ("mismo", "misma") for child in head.rights)
            return self._of_other(head) if is_other else self._of_gender(head, "Fem" if form == "ella" else "Masc")
        if form in ("este", "éste", "ésta") and head.dep_ in SUBJECTS:
            return self._of_latter(head)
        if form in ("ellos", "ellas", "estos", "éstos"):
            return self._dropped.last(head.i, "Plur")
        if form in ("yo", "nosotros", "nosotras"):
            return self._speech.speaker(head)
        return []

    def _of_other(self, head: Token) -> list[Referent]:
        """Whom "con él" is: not who does it, "Mora llamó a Paz y negociará con él" means Paz."""
        last = self._dropped.last(head.i, "Sing")
        verb = next((above for above in ancestors(head) if is_verb(above) or is_predicate(above)), None)
        doing = [phrase for slot, phrase in arguments(verb) if slot == "subj"] if verb is not None else []
        if verb is None or any(phrase.is_ancestor(head) or not self._of(phrase) for phrase in doing):
            return last
        doers = {each.entity_id for each in last}
        return [each for each in self._names.last_named(head.i, ("PER",), count=2) if each.entity_id not in doers][:1]

    def _of_gender(self, pronoun: Token, gender: str) -> list[Referent]:
        """Whom "él" or "ella" is: the last subject, or who else of that gender was named last."""
        found = self._dropped.last(pronoun.i, "Sing", is_person=True)
        genders = {gender_of_person(self._names.entity(each.entity_id).name) for each in found}
        if self._speech.is_quoted(pronoun) or (found and genders <= {None, gender}):
            return found
        return self._names.last_named(pronoun.i, ("PER",), gender=gender)

    def _of_latter(self, head: Token) -> list[Referent]:
        """Whom "éste" is: the person named last, if right before; of a quote, within it."""
        quote = self._speech.quote_around(head)
        start = quote.char_start if quote else 0
        places = [
            i
            for i in range(max(0, head.i - LATTER), head.i)
            if i in self._names.mention_at and self._doc[i].idx >= start
        ]
        near = {self._names.mention_at[i].entity_id for i in places}
        return [each for each in self._names.last_named(head.i, ("PER",)) if each.entity_id in near]
