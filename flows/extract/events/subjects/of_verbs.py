"""Who does what a verb says: its own subject, that of the verb that it hangs on, or one that is left out."""

from spacy.tokens import Token

from flows.extract.events.lexicon import word_list
from flows.extract.events.referents.names import Referent
from flows.extract.events.referents.phrases import Referents
from flows.extract.events.subjects.clefts import subject_set_apart
from flows.extract.events.subjects.impersonal import is_impersonal
from flows.extract.events.subjects.implied import (
    subject_of_clause_around,
    subject_speaking,
    subject_speaking_for_body,
    subject_writing,
)
from flows.extract.events.subjects.inherited import inherited_subject
from flows.extract.events.subjects.misread import is_done_to
from flows.extract.events.subjects.stated import stated_subject
from flows.extract.events.syntax import (
    arguments,
    conjuncts,
    grammatical_number,
    grammatical_person,
    is_finite,
    lemma_of,
)


class Subjects:
    """The subjects of the verbs of one article."""

    def __init__(self, referents: Referents) -> None:
        self._referents = referents

    def of(self, verb: Token, used: set[int], depth: int = 0) -> list[Referent]:
        """Whom an active verb has as its subject; words that lead to somebody are marked as used.

        With ``depth``, how many verbs down the one stands for which its subject is looked for.
        """
        stated = stated_subject(verb, self._referents, used)
        if stated is not None:
            used.add(stated.i)
            if is_done_to(verb, stated, self._referents.names):
                return []
            if verb.pos_ == "PROPN" and self._referents.names.named(stated) is not None:
                return self._named_beside(verb, stated)
            return (
                self._referents.doer(stated)
                or self._acting_by(stated, verb)
                or subject_set_apart(verb, self._referents)
            )
        apart = subject_set_apart(verb, self._referents)
        if apart:
            return apart
        inherited = inherited_subject(verb, self._referents, self.of, used, depth)
        if inherited is not None:
            return inherited
        return self._implied(verb, used, depth) if is_finite(verb) else []

    def _named_beside(self, verb: Token, stated: Token) -> list[Referent]:
        """Whom the names on one side of a verb stand for that a parse has for part of them: "ONU CONDENA A PERÚ"."""
        names, is_before = self._referents.names, stated.i < verb.i
        members = [names.named(each) for each in conjuncts(stated) if (each.i < verb.i) == is_before]
        return [each for mention in members if mention is not None for each in names.of_mention(mention)]

    def _acting_by(self, means: Token, verb: Token) -> list[Referent]:
        """Who acts by a paper or an operation: "un decreto de Mora prohíbe", "un operativo de la Policía incautó".

        What it makes possible is not allowed by anybody: "la redada permitió detener a Gil".
        """
        if lemma_of(verb) == "permitir" or means.pos_ != "NOUN":
            return []
        read_so = [means, *(child for child in means.lefts if child.dep_ == "amod")]  # "un operativo conjunto"
        if not any(lemma_of(word) in word_list("referents")["means_of_bodies"] for word in read_so):
            return []
        owners = [phrase for slot, phrase in arguments(means) if slot == "de" and phrase.i > means.i]
        return [each for phrase in owners for each in self._referents.doer(phrase)]

    def _implied(self, verb: Token, used: set[int], depth: int) -> list[Referent]:
        """Who does what a verb in person and number says without a subject."""
        if grammatical_person(verb) == "1":
            return subject_speaking(verb, self._referents, self.of, depth)
        number = grammatical_number(verb)
        is_by_nobody = is_impersonal(verb)
        body = subject_speaking_for_body(verb, self._referents, used) if number == "Plur" or is_by_nobody else []
        if body or is_by_nobody:
            return body
        writer = subject_writing(verb, self._referents, number)
        if writer:
            return writer
        around = subject_of_clause_around(verb, self._referents, self.of, number, depth)
        return self._referents.dropped.last(verb.i, number) if around is None else around
